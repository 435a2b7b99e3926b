"""True claims as they stand on solution sheets: divergences, entropies, moments, likelihoods, matrices, sums."""

from __future__ import annotations

from proofs.language import (
    KL,
    Abstract,
    Bernoulli,
    Beta,
    Claim,
    CrossEntropy,
    Density,
    Det,
    Dot,
    E,
    Entry,
    Exponential,
    Form,
    Function,
    Gamma,
    H,
    Identity,
    Int,
    Interval,
    Inverse,
    Laplace,
    LogAbsDet,
    MultivariateNormal,
    Node,
    Normal,
    Number,
    Poisson,
    Prod,
    Relation,
    Sum,
    Tr,
    Transpose,
    Uniform,
    Var,
    cos,
    density,
    diff,
    digamma,
    dominated,
    e,
    exp,
    factorial,
    gamma,
    half,
    index,
    integer,
    invertible,
    log,
    loggamma,
    matrix,
    pi,
    positive_definite,
    positive_density,
    sigmoid,
    sin,
    sqrt,
    symbols,
    vector,
)

mu, mu_1, mu_2, x, y, a, b, c, t, w, z = symbols("mu mu_1 mu_2 x y a b c t w z")
sigma, sigma_1, sigma_2, lambda_1, lambda_2, tau = symbols("sigma sigma_1 sigma_2 lambda_1 lambda_2 tau")
alpha, beta, theta, pi_1, pi_2, r = symbols("alpha beta theta pi_1 pi_2 r")
n, d, k, K = integer("n"), integer("d"), integer("k"), integer("K")
i, j = index("i", 1, n), index("j", 1, n)
xs, ys, ws = vector("x", n), vector("y", n), vector("w", n)
u, v, m_1, m_2 = (vector(name, d) for name in ("u", "v", "mu_1", "mu_2"))
A, B, C, S_1, S_2 = (matrix(name, d) for name in ("A", "B", "C", "Sigma_1", "Sigma_2"))
P, Q, N = Normal(mu_1, sigma_1, "p"), Normal(mu_2, sigma_2, "q"), Normal(mu, sigma)
space = Abstract("X")
omega = Var("omega", space)
p, q = Density("p", space), Density("q", space)
f, g = Function("f", space), Function("g", space)
mean = E(f(omega), omega, p)
DENSITIES = (density(p), density(q), positive_density(p), positive_density(q))
row, column = index("i", 1, d), index("j", 1, d)
positive_x = Var("x", Interval(Number(0), Number(1)))


def _(statement: Relation, *hypotheses: Node) -> Claim:
    return Claim(hypotheses, statement)


def _within(*names: Var) -> tuple[Relation, ...]:
    return tuple(relation for name in names for relation in (name > 0, name < 1))


FORMULAS: dict[str, Claim] = {
    # divergences and entropies
    "KL of Gaussians": _(
        KL(P, Q).eq(log(sigma_2 / sigma_1) + (sigma_1**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_2**2) - half),
        sigma_1 > 0,
        sigma_2 > 0,
    ),
    "KL, one deviation": _(
        KL(Normal(mu_1, sigma), Normal(mu_2, sigma)).eq((mu_1 - mu_2) ** 2 / (2 * sigma**2)), sigma > 0
    ),
    "KL to the standard normal": _(
        KL(N, Normal(0, 1)).eq((mu**2 + sigma**2 - 1 - log(sigma**2)) / 2), sigma > 0
    ),
    "KL of exponentials": _(
        KL(Exponential(lambda_1), Exponential(lambda_2)).eq(log(lambda_1 / lambda_2) + lambda_2 / lambda_1 - 1),
        lambda_1 > 0,
        lambda_2 > 0,
    ),
    "KL of Bernoullis": _(
        KL(Bernoulli(pi_1), Bernoulli(pi_2)).eq(
            pi_1 * log(pi_1 / pi_2) + (1 - pi_1) * log((1 - pi_1) / (1 - pi_2))
        ),
        *_within(pi_1, pi_2),
    ),
    "KL of Poissons": _(
        KL(Poisson(lambda_1), Poisson(lambda_2)).eq(lambda_1 * log(lambda_1 / lambda_2) - lambda_1 + lambda_2),
        lambda_1 > 0,
        lambda_2 > 0,
    ),
    "KL of Laplaces": _(
        KL(Laplace(mu, sigma_1), Laplace(mu, sigma_2)).eq(log(sigma_2 / sigma_1) + sigma_1 / sigma_2 - 1),
        sigma_1 > 0,
        sigma_2 > 0,
    ),
    "KL of Gammas, one shape": _(
        KL(Gamma(alpha, lambda_1), Gamma(alpha, lambda_2)).eq(
            alpha * log(lambda_1 / lambda_2) + alpha * (lambda_2 - lambda_1) / lambda_1
        ),
        alpha > 0,
        lambda_1 > 0,
        lambda_2 > 0,
    ),
    "KL of multivariate Gaussians": _(
        KL(MultivariateNormal(m_1, S_1), MultivariateNormal(m_2, S_2)).eq(
            half
            * (
                log(Det(S_2) / Det(S_1))
                - d
                + Tr(Inverse(S_2) @ S_1)
                + Form(m_2 - m_1, Inverse(S_2), m_2 - m_1)
            )
        ),
        positive_definite(S_1),
        positive_definite(S_2),
    ),
    "KL by definition": _(
        KL(p, q).eq(E(log(p(omega)) - log(q(omega)), omega, p)), *DENSITIES
    ),
    "KL and entropies": _(
        KL(p, q).eq(CrossEntropy(p, q) - H(p)), *DENSITIES
    ),
    "entropy of a Gaussian": _(H(N).eq(half * log(2 * pi * e * sigma**2)), sigma > 0),
    "entropy of a Gaussian, in two terms": _(H(N).eq(log(sigma * sqrt(2 * pi)) + half), sigma > 0),
    "entropy of an exponential": _(H(Exponential(lambda_1)).eq(1 - log(lambda_1)), lambda_1 > 0),
    "entropy of a Laplace": _(H(Laplace(mu, sigma)).eq(1 + log(2 * sigma)), sigma > 0),
    "entropy of a uniform": _(H(Uniform(a, b)).eq(log(b - a)), a < b),
    "entropy of a Bernoulli": _(
        H(Bernoulli(theta)).eq(-theta * log(theta) - (1 - theta) * log(1 - theta)), *_within(theta)
    ),
    "entropy of a multivariate Gaussian": _(
        H(MultivariateNormal(m_1, S_1)).eq(d / 2 * (1 + log(2 * pi)) + half * log(Det(S_1))), positive_definite(S_1)
    ),
    "cross-entropy of Gaussians": _(
        CrossEntropy(P, Q).eq(log(2 * pi * sigma_2**2) / 2 + (sigma_1**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_2**2)),
        sigma_1 > 0,
        sigma_2 > 0,
    ),
    # moments
    "second moment": _(E(x**2, x, N).eq(mu**2 + sigma**2), sigma > 0),
    "third moment": _(E(x**3, x, N).eq(mu**3 + 3 * mu * sigma**2), sigma > 0),
    "fourth central moment": _(E((x - mu) ** 4, x, N).eq(3 * sigma**4), sigma > 0),
    "shifted second moment": _(E((x - mu_2) ** 2, x, P).eq(sigma_1**2 + (mu_1 - mu_2) ** 2), sigma_1 > 0),
    "moment generating function": _(E(exp(t * x), x, N).eq(exp(mu * t + sigma**2 * t**2 / 2)), sigma > 0),
    "mean of a log-normal": _(E(exp(x), x, N).eq(exp(mu + sigma**2 / 2)), sigma > 0),
    "variance by moments": _(
        E((f(omega) - mean) ** 2, omega, p).eq(E(f(omega) ** 2, omega, p) - mean**2),
        density(p),
    ),
    "normal log-density": _(
        log(N(x)).eq(-log(sigma) - half * log(2 * pi) - (x - mu) ** 2 / (2 * sigma**2)), sigma > 0
    ),
    "normal density": _(N(x).eq(1 / sqrt(2 * pi * sigma**2) * exp(-((x - mu) ** 2) / (2 * sigma**2))), sigma > 0),
    # likelihoods
    "Gaussian log-likelihood": _(
        Sum(log(Normal(mu, sigma)(xs[i])), i).eq(
            -n / 2 * log(2 * pi * sigma**2) - Sum((xs[i] - mu) ** 2, i) / (2 * sigma**2)
        ),
        sigma > 0,
        n >= 1,
    ),
    "exponential log-likelihood": _(
        log(Prod(lambda_1 * exp(-lambda_1 * xs[i]), i)).eq(n * log(lambda_1) - lambda_1 * Sum(xs[i], i)),
        lambda_1 > 0,
        n >= 1,
    ),
    "score of the mean": _(
        diff(-Sum((xs[i] - mu) ** 2, i) / (2 * sigma**2), mu).eq(Sum(xs[i] - mu, i) / sigma**2), sigma > 0, n >= 1
    ),
    "score of the rate": _(
        diff(n * log(theta) - theta * Sum(xs[i], i), theta).eq(n / theta - Sum(xs[i], i)), theta > 0, n >= 1
    ),
    "score of the deviation": _(
        diff(-n * log(sigma) - a / (2 * sigma**2), sigma).eq(-n / sigma + a / sigma**3), sigma > 0, n >= 1
    ),
    "sum of squares": _(
        Sum((xs[i] - mu) ** 2, i).eq(Sum(xs[i] ** 2, i) - 2 * mu * Sum(xs[i], i) + n * mu**2), n >= 1
    ),
    # functions
    "derivative of the sigmoid": _(diff(sigmoid(z), z).eq(sigmoid(z) * (1 - sigmoid(z)))),
    "sigmoid": _(sigmoid(z).eq(1 / (1 + exp(-z)))),
    "softmax, shifted": _(
        (exp(xs[k]) / Sum(exp(xs[i]), i)).eq(exp(xs[k] - c) / Sum(exp(xs[i] - c), i)), k >= 1, k <= n
    ),
    "log-sum-exp": _(log(Sum(exp(xs[i]), i)).eq(c + log(Sum(exp(xs[i] - c), i))), n >= 1),
    "logistic loss": _(
        (-y * log(sigmoid(z)) - (1 - y) * log(1 - sigmoid(z))).eq(log(1 + exp(z)) - y * z)
    ),
    "quotient rule": _(diff(sin(x) / x, x).eq((x * cos(x) - sin(x)) / x**2), x > 0),
    "completing the square": _((a * x**2 + b * x + c).eq(a * (x + b / (2 * a)) ** 2 - b**2 / (4 * a) + c), a > 0),
    "gamma recursion": _(gamma(alpha + 2).eq(alpha * (alpha + 1) * gamma(alpha)), alpha > 0),
    "derivative of log-gamma": _(
        diff(loggamma(alpha) + alpha * log(b), alpha).eq(digamma(alpha) + log(b)), alpha > 0, b > 0
    ),
    "factorials": _(factorial(n).eq(n * factorial(n - 1)), n >= 1),
    "beta integral": _(
        Int(positive_x**2 * (1 - positive_x), positive_x).eq(gamma(3) * gamma(2) / gamma(5))
    ),
    "Gaussian posterior": _(
        (1 / (1 / sigma_1**2 + n / sigma_2**2)).eq(sigma_1**2 * sigma_2**2 / (sigma_2**2 + n * sigma_1**2)),
        sigma_1 > 0,
        sigma_2 > 0,
        n >= 1,
    ),
    "mean of a Beta": _(
        E(positive_x, positive_x, Beta(alpha, beta)).eq(alpha / (alpha + beta)), alpha > 1, beta > 1
    ),
    # sums
    "the first integers": _(Sum(i, i).eq(n * (n + 1) / 2), n >= 1),
    "squares of the first integers": _(Sum(i**2, i).eq(n * (n + 1) * (2 * n + 1) / 6), n >= 1),
    "geometric sum": _(Sum(r**i, i).eq(r * (1 - r**n) / (1 - r)), r > 0, r < 1, n >= 1),
    "double sum": _(Sum(Sum(xs[i] * ys[j], j), i).eq(Sum(xs[i], i) * Sum(ys[j], j)), n >= 1),
    # matrices
    "trace of a product": _(Tr(A @ B @ C).eq(Tr(C @ A @ B))),
    "inverse of a product": _(Inverse(A @ B).eq(Inverse(B) @ Inverse(A)), invertible(A), invertible(B)),
    "a form expanded": _(
        Form(u - v, A, u - v).eq(Form(u, A, u) - Form(u, A, v) - Form(v, A, u) + Form(v, A, v))
    ),
    "log-determinant": _(
        LogAbsDet(Inverse(A) @ B).eq(LogAbsDet(B) - LogAbsDet(A)), invertible(A), invertible(B)
    ),
    "residual sum of squares": _(
        Dot(u - A @ v, u - A @ v).eq(Dot(u, u) - 2 * Dot(u, A @ v) + Form(v, Transpose(A) @ A, v))
    ),
    "multivariate log-density": _(
        log(MultivariateNormal(m_1, S_1)(u)).eq(
            -d / 2 * log(2 * pi) - half * log(Det(S_1)) - half * Form(u - m_1, Inverse(S_1), u - m_1)
        ),
        positive_definite(S_1),
    ),
    "trace in coordinates": _(
        Tr(A @ Transpose(B)).eq(
            Sum(Sum(Entry(A, row, column) * Entry(B, row, column), column), row)
        ),
    ),
    "ridge": _(
        Form(v, A + theta * Identity(d), v).eq(Form(v, A, v) + theta * Dot(v, v)),
    ),
    # mixed
    "evidence lower bound": _(
        E(log(p(omega)) - log(q(omega)), omega, q).eq(-KL(q, p)), *DENSITIES
    ),
    "importance sampling": _(
        E(f(omega) * p(omega) / q(omega), omega, q).eq(E(f(omega), omega, p)),
        density(p), density(q), positive_density(q), dominated(p, q),
    ),
    "linearity": _(
        E(a * f(omega) + b * g(omega), omega, p).eq(a * E(f(omega), omega, p) + b * E(g(omega), omega, p)), density(p)
    ),
}  # fmt: skip
