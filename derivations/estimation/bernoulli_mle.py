r"""The maximum likelihood estimate of a success probability is the share of successes.

The first-order condition has one solution.  That it is the maximum, and not only a stationary point, follows from the
second derivative: the log-likelihood is concave, and lies below its tangent at that point, which is horizontal.  Where
no trial or every trial is a success, the likelihood grows towards an end of the interval, and has its maximum there.
"""

from proofs import Proof, hypothesis
from proofs.language import (
    Interval,
    Lambda,
    Limit,
    Number,
    Plus,
    Prod,
    Sum,
    Term,
    Var,
    diff,
    fold,
    index,
    integer,
    log,
    symbols,
    vector,
)
from proofs.rules import (
    differentiation,
    limit_at_the_point,
    linearity,
    log_inequality,
    log_of_product,
    tangent_inequality,
)

n, k = integer("n"), integer("k")
p = symbols("p")
i = index("i", 1, n)
x = vector("x", n)
successes = Sum(x[i], i)
estimate = k / n

SOURCE = "Bishop (2006), Pattern Recognition and Machine Learning, section 2.1"
IMAGES = ((1, 1, 1, 1), (0, 1, 0, 0), (1, 0, 1, 1), (0, 0, 1, 0))


def log_likelihood(p: Term) -> Term:
    """As a function of the success probability, for k successes in n trials."""
    return k * log(p) + (n - k) * log(1 - p)


def bernoulli_log_likelihood() -> Proof:
    """The log-likelihood of n independent trials depends on the number of successes only."""
    return (
        Proof(
            log(Prod(p ** x[i] * (1 - p) ** (1 - x[i]), i)),
            name="bernoulli_log_likelihood",
            title="The log-likelihood of independent trials",
            source=SOURCE,
        )
        .given(p > 0, p < 1, n >= 1, k.eq(successes))
        .eq(Sum(log(p ** x[i] * (1 - p) ** (1 - x[i])), i), by=log_of_product)
        .eq(Sum(x[i] * log(p) + (1 - x[i]) * log(1 - p), i))
        .eq(successes * log(p) + (n - successes) * log(1 - p), by=linearity)
        .eq(log_likelihood(p), by=hypothesis(k.eq(successes), phrase="counting the successes"))
    )


def bernoulli_mle() -> Proof:
    """The log-likelihood of k successes in n trials, 0 < k < n, has its maximum at k/n."""
    u = Var("u", Interval(Number(0), Number(1)))
    slope = k / p - (n - k) / (1 - p)
    stationary = slope.eq(0)
    return (
        Proof(
            diff(log_likelihood(p), p),
            name="bernoulli_mle",
            title="The maximum likelihood estimate of a success probability",
            source=SOURCE,
            chain="The derivative of the log-likelihood",
        )
        .given(p > 0, p < 1, k > 0, k < n)
        .eq(slope, by=differentiation)
        .have(p, "Where the derivative is zero", suppose=(stationary,), label="stationary")
        .eq(k / n - p * (1 - p) / n * slope)
        .eq(k / n - p * (1 - p) / n * 0, by=hypothesis(stationary, phrase="since the derivative is zero"))
        .eq(k / n)
        .have(diff(slope, p), "Its second derivative: the log-likelihood is concave")
        .eq(-(k / p**2) - (n - k) / (1 - p) ** 2, by=differentiation)
        .lt(0)
        .have(1 - estimate, "The estimate is a probability", label="below one")
        .eq((n - k) / n)
        .gt(0)
        .have(log_likelihood(p), "It is the maximum, since the tangent there is horizontal", knowing=("below one",))
        .le(
            log_likelihood(estimate) + (n - n) * (p - estimate),
            by=tangent_inequality(Lambda(log_likelihood(u), u), estimate, p),
        )
        .eq(log_likelihood(estimate))
        .shows(p.eq(estimate))
    )


def bernoulli_mle_boundary() -> Proof:
    """Without a success, or without a failure, every p inside the interval is worse than the end k/n."""
    none, all_ = k.eq(0), k.eq(n)
    return (
        Proof(
            log_likelihood(p),
            name="bernoulli_mle_boundary",
            title="The maximum likelihood estimate where all trials have one outcome",
            source=SOURCE,
            chain="Without a success the estimate is zero",
            suppose=(none,),
        )
        .given(p > 0, p < 1, n >= 1)
        .eq(0 * log(p) + (n - 0) * log(1 - p), by=hypothesis(none, phrase="since there is no success"))
        .eq(n * log(1 - p))
        .le(n * (1 - p - 1), by=log_inequality)
        .lt(0)
        .eq(n * log(1 - Number(0)))
        .have(
            Limit(n * log(1 - p), p, Number(0), "+"),
            "Near the end of the interval it comes as close to that as one likes",
        )
        .eq(n * log(1 - Number(0)), by=limit_at_the_point)
        .have(log_likelihood(p), "Without a failure the estimate is one", suppose=(all_,))
        .eq(n * log(p) + (n - n) * log(1 - p), by=hypothesis(all_, phrase="since there is no failure"))
        .eq(n * log(p))
        .le(n * (p - 1), by=log_inequality)
        .lt(0)
        .eq(n * log(Number(1)))
        .have(
            Limit(n * log(p), p, Number(1), "-"), "Near the end of the interval it comes as close to that as one likes"
        )
        .eq(n * log(Number(1)), by=limit_at_the_point)
    )


def bernoulli_mle_example() -> Proof:
    """Sixteen pixels of four binary images, nine of them white: 9/16 = 0.5625."""
    white = [sum(image) for image in IMAGES]
    return (
        bernoulli_mle()
        .at(n=sum(map(len, IMAGES)), k=sum(white))
        .named("bernoulli_mle_example", "The share of white pixels of four binary images")
        .have(fold(Plus, [Number(count) for count in white], 0), "The white pixels, image by image")
        .eq(sum(white))
    )
