"""What the derivations about divergences say in numbers, and why their hypotheses are needed."""

from fractions import Fraction as F
from functools import partial
from itertools import permutations
from math import log2

import mpmath
import pytest
from flint import arb, ctx

from derivations import derive
from proofs import verify
from proofs.definedness import unmet
from proofs.judging.numbers import evaluate
from proofs.judging.world import World
from proofs.language import (
    JS,
    KL,
    Bernoulli,
    Exponential,
    H,
    Lambda,
    Mixture,
    Normal,
    Number,
    Pushforward,
    Range,
    Uniform,
    Var,
    dominated,
    finite,
    log,
    oo,
    sqrt,
)
from proofs.language.facts import Facts
from tests.marking.verdicts import judged

p, q = Normal(3, sqrt(Number(2)), "p"), Normal(4, 1, "q")
EMPTY = World({})


def mixed(share, first, second):
    return Mixture((Number(share), 1 - Number(share)), (first, second))


def mass(low, high):
    """Half the mass at each of two points, which may be one; a law without a density."""
    coin = Var("y", Range(Number(0), Number(1)))
    return Pushforward(Lambda(low + (high - low) * coin, coin), Bernoulli(F(1, 2)))


def value(t) -> arb:
    found = evaluate(t, EMPTY)
    assert found.kind == "finite" and found.ball is not None, found
    return found.ball


@pytest.mark.parametrize(
    "laws",
    [(p, q), (Exponential(2), Exponential(F(1, 3))), (Bernoulli(F(1, 2)), Bernoulli(F(1, 4)))],
    ids=["Gaussians", "exponentials", "coins"],
)
def test_cross_entropy_less_entropy_of_laws_on_lines_and_of_counts(laws):
    found = derive("cross_entropy_decomposition").at(p=laws[0], q=laws[1])
    assert found.hypotheses == () and found.check().verdict == "proved"


def test_domination_of_named_laws_and_mixtures():
    facts = Facts(())
    coin, fair = Bernoulli(F(1, 4)), Bernoulli(F(1, 2))
    assert facts.proves(dominated(coin, fair)) and facts.proves(dominated(Exponential(1), Exponential(2)))
    assert facts.proves(dominated(Exponential(1), mixed(F(1, 3), p, Exponential(1))))
    assert facts.proves(dominated(mixed(F(1, 3), p, Exponential(1)), q))
    assert not facts.proves(dominated(p, Exponential(1)))
    assert not facts.proves(dominated(p, mixed(0, p, Exponential(1))))
    assert not facts.proves(dominated(mixed(F(1, 3), p, Exponential(1)), Exponential(1)))
    assert not facts.proves(dominated(Uniform(0, 2), Uniform(0, 1)))


def test_the_entropy_must_be_finite():
    """Mass 2^-j spread evenly over 2^(2^j) points, j = 1, 2, ...: each j adds more than one bit to the entropy."""
    general = derive("cross_entropy_decomposition")
    law = general.hypotheses[0].args[0]
    others = tuple(h for h in general.hypotheses if h is not finite(H(law)))
    assert finite(H(law)) in unmet(general.statement.right, Facts(others))
    blocks = [(F(1, 2**j), 2 ** (2**j)) for j in range(1, 13)]
    assert 1 - sum(mass for mass, _ in blocks) == F(1, 2**12)
    assert all(mass * log2(size / mass) > 1 for mass, size in blocks[:9])


def outcome(words, claim):
    return judged(f"{words} Then $${claim}.$$").steps[-1].verdict


def test_the_values_of_the_two_divergences():
    there, back = value(KL(p, q)), value(KL(q, p))
    assert abs(there - arb("0.6534")) < arb("5e-5") and abs(back - arb("0.3466")) < arb("5e-5")
    assert there.overlaps(value(1 - log(Number(2)) / 2)) and there.rad() < 1e-25


def test_a_strict_inequality_of_logarithms_is_licensed_for_others():
    found = verify(r"Let $t > 1$. Then $\log t < t - 1$, and $2 - \log 2 > 1$.", jobs=0, second_reader=False)
    assert [(step.verdict, step.rule) for step in found.steps[-2:]] == [("proved", "strict_log_inequality")] * 2
    wrong = verify(r"Let $t > 0$. Then $\log t < t - 1$.", jobs=0, second_reader=False)
    assert wrong.steps[-1].verdict == "refuted"


def test_the_jensen_shannon_divergence_of_two_gaussians_to_25_digits():
    enclosed = value(JS(p, q))
    assert enclosed.rad() < arb("1e-26")
    with mpmath.workdps(40), ctx.workprec(160):
        first, second = (
            partial(mpmath.npdf, mu=mean, sigma=deviation) for mean, deviation in ((3, mpmath.sqrt(2)), (4, 1))
        )

        def integrand(x):
            a, b = first(x), second(x)
            return (a * mpmath.log(2 * a / (a + b)) + b * mpmath.log(2 * b / (a + b))) / 2

        independent = mpmath.quad(integrand, [-16, -4, 0, 2, 3, 4, 5, 7, 12, 24])
        assert abs(enclosed - arb(mpmath.nstr(independent, 35))) < arb("1e-25")
    assert enclosed.str(25, radius=False).startswith("0.0970720764005919552847218")
    assert value(JS(q, p)).overlaps(enclosed) and enclosed < value(log(Number(2)))


@pytest.mark.parametrize(
    "first, second, expected",
    [
        (Uniform(0, 1), Uniform(F(1, 2), F(3, 2)), log(Number(2)) / 2),
        (Bernoulli(F(1, 2)), Bernoulli(F(1, 2)), Number(0)),
        (
            Bernoulli(F(1, 4)),
            Bernoulli(F(3, 4)),
            log(Number(2)) + log(Number(F(1, 4))) / 4 + 3 * log(Number(F(3, 4))) / 4,
        ),
        (mass(1, 1), mass(2, 2), log(Number(2))),
        (mass(1, 1), mass(1, 1), Number(0)),
        (mass(1, 1), mass(1, 2), log(Number(F(4, 3))) / 2 + log(Number(F(2, 3))) / 4 + log(Number(2)) / 4),
    ],
)
def test_values_of_the_jensen_shannon_divergence(first, second, expected):
    assert value(JS(first, second)).overlaps(value(expected))
    assert value(JS(second, first)).overlaps(value(expected))


@pytest.mark.parametrize(
    "words",
    [
        r"Let $p$ and $q$ be probability densities that have disjoint supports.",
        r"Let $p$ and $q$ be probability densities with $p \perp q$.",
        r"Let $p$ and $q$ be probability densities. Suppose that $p$ and $q$ live on disjoint sets.",
    ],
)
def test_disjoint_supports_are_read(words):
    assert outcome(words, r"D_{\mathrm{JS}}(p \| q) = \log 2") == "supported"
    assert outcome(words, r"D_{\mathrm{JS}}(p \| q) = 2 \log 2") == "refuted"


def test_what_is_not_supposed_proves_nothing():
    densities = r"Let $p$ and $q$ be probability densities."
    assert outcome(densities, r"D_{\mathrm{JS}}(p \| q) = \log 2") == "refuted"
    assert outcome(densities + r" Then $p \perp q$.", r"D_{\mathrm{JS}}(p \| q) = \log 2") == "refuted"
    assert outcome(densities, r"D_{\mathrm{JS}}(p \| q) \le \log 2") in ("supported", "proved")
    assert outcome(densities, r"D_{\mathrm{JS}}(p \| q) \le \frac{1}{2} \log 2") == "refuted"
    assert outcome(densities, r"D_{\mathrm{JS}}(p \| q) = D_{\mathrm{JS}}(q \| p)") == "proved"


def test_no_three_smaller_coins_break_symmetry_or_the_triangle_inequality():
    """With denominators of two at most there is one coin that is not certain."""
    one, fair, two = (Bernoulli(F(k, 6)) for k in (2, 3, 4))
    assert value(KL(one, fair)) < value(KL(fair, one))
    assert value(KL(one, fair)) + value(KL(fair, two)) < value(KL(one, two))
    assert {F(k, n) for n in (1, 2) for k in range(1, n)} == {F(1, 2)}


COINS = r"Let $p = \mathrm{Bernoulli}(\frac{1}{3})$ and $q = \mathrm{Bernoulli}(\frac{1}{2})$."


@pytest.mark.parametrize(
    "claim, verdict",
    [
        (r"D_{\mathrm{KL}}(p \| q) = p(0) \log \frac{p(0)}{q(0)} + p(1) \log \frac{p(1)}{q(1)}", "proved"),
        (r"D_{\mathrm{KL}}(p \| q) = p(0) \log \frac{p(0)}{q(0)}", "refuted"),
        (r"D_{\mathrm{KL}}(p \| q) < D_{\mathrm{KL}}(q \| p)", "supported"),
        (r"D_{\mathrm{KL}}(p \| q) > D_{\mathrm{KL}}(q \| p)", "refuted"),
        (r"\frac{1}{6} \log \frac{1024}{729} < \frac{1}{6} \log \frac{729}{512}", "proved"),
        (r"\frac{1}{6} \log \frac{729}{512} < \frac{1}{6} \log \frac{1024}{729}", "refuted"),
        (r"\frac{1}{6} \log 2 < \frac{1}{3} \log 2", "proved"),
    ],
)
def test_steps_of_others_about_coins(claim, verdict):
    assert outcome(COINS, claim) == verdict


def test_the_loss_of_the_autoencoder_is_that_of_the_sheet():
    loss = derive("vae_loss_example").statement.left
    error, divergence = loss.args
    for term, printed in ((error, "0.02"), (divergence, "0.5533"), (loss, "0.5733")):
        assert abs(value(term) - arb(printed)) < arb("5e-5")


@pytest.mark.parametrize(
    "claim, verdicts",
    [
        (r"D_{\mathrm{KL}}(q \| p) = -\frac{1}{2} (1 + \log \sigma^2 - \mu^2 - \sigma^2)", ("proved",)),
        (r"D_{\mathrm{KL}}(q \| p) = -\frac{1}{2} (1 + \log \sigma - \mu^2 - \sigma^2)", ("refuted",)),
        (r"p(0) = \frac{1}{\sqrt{2 \pi}}", ("proved",)),
        (r"p(1) = \frac{1}{\sqrt{2 \pi}}", ("refuted",)),
    ],
)
def test_steps_of_others_about_an_encoder(claim, verdicts):
    words = r"Let $q = \mathcal{N}(\mu, \sigma^2)$ and $p = \mathcal{N}(0, 1)$."
    assert outcome(words, claim) in verdicts


@pytest.mark.parametrize(
    "claim, verdicts",
    [
        (
            r"\log c = \mathbb{E}_{z \sim q}[\log (c \, p(z)) - \log q(z)] + D_{\mathrm{KL}}(q \| p)",
            ("supported", "proved"),
        ),
        (r"\log c = \mathbb{E}_{z \sim q}[\log (c \, p(z)) - \log q(z)] - D_{\mathrm{KL}}(q \| p)", ("refuted",)),
        (r"\mathbb{E}_{z \sim q}[\log (c \, p(z)) - \log q(z)] \le \log c", ("supported", "proved")),
        (r"\mathbb{E}_{z \sim q}[\log (c \, p(z)) - \log q(z)] \ge \log c", ("refuted",)),
    ],
)
def test_steps_of_others_about_the_bound(claim, verdicts):
    words = r"Let $q$ and $p$ be probability densities with $q \ll p$, and $c > 0$. Suppose $D_{\mathrm{KL}}(q \| p)$ is finite."
    assert outcome(words, claim) in verdicts


# ---------------------------------------------------------------------------------------------------------------------
# the divergence is no metric, and no smaller coins show it


def failures(denominator):
    """Where symmetry and the triangle inequality fail among the coins, none certain, with denominators up to this."""
    coins = sorted({F(n, d) for d in range(1, denominator + 1) for n in range(1, d)})
    kl = {(a, b): value(KL(Bernoulli(a), Bernoulli(b))) for a in coins for b in coins}
    for a in coins:
        kl[a, a] = arb(0)
    skew = {(a, b) for a, b in kl if kl[a, b] < kl[b, a]}
    symmetric = {(a, b) for a, b in kl if a == b or a + b == 1}
    assert all(kl[a, b].overlaps(kl[b, a]) for a, b in symmetric)
    assert len(skew) * 2 + len(symmetric) == len(kl), "each pair is told"
    return skew, {(a, b, c) for a, b in kl for c in coins if kl[a, b] + kl[b, c] < kl[a, c]}


def test_the_coins_of_the_counterexamples_are_the_smallest():
    third, fair, two_thirds = F(1, 3), F(1, 2), F(2, 3)
    assert failures(1) == failures(2) == (set(), set())
    assert failures(3) == (
        {(third, fair), (two_thirds, fair)},
        {(third, fair, two_thirds), (two_thirds, fair, third)},
    )


def test_the_entropy_of_more_and_more_blocks_passes_its_bound():
    n = 20
    entropy = sum((k + log2(k * (k + 1))) / (k * (k + 1)) for k in range(1, n + 1))
    found = derive("infinite_entropy").at(N=n).statement
    assert found.symbol == ">" and float(value(found.right)) < entropy * float(value(log(Number(2))))
    assert [c.steps[-1].right for c in derive("infinite_entropy").chains][3] is oo


# ---------------------------------------------------------------------------------------------------------------------
# two parallel segments


@pytest.mark.parametrize("gap", [F(3, 2), F(-2), F(1, 10), F(0)])
def test_no_pairing_of_points_on_the_segments_is_cheaper_than_straight_across(gap):
    """The linear programme for n equal masses on each segment: its corners are the pairings (Birkhoff)."""
    heights = [F(2 * k + 1, 10) for k in range(5)]
    costs = [
        sum(mpmath.hypot(float(gap), float(a - b)) for a, b in zip(heights, pairing, strict=True)) / len(heights)
        for pairing in permutations(heights)
    ]
    stated = value(derive("parallel_lines").at(theta=gap).statement.right)
    assert abs(min(costs) - float(stated)) < 1e-12
    assert sum(cost < float(stated) + 1e-12 for cost in costs) == 1, "only one pairing goes straight across"


def test_the_divergences_of_the_segments_take_two_values_each():
    apart, together = derive("disjoint_lines"), derive("coinciding_lines")
    assert [c.steps[-1].right for c in apart.chains[:2]] == [oo, log(Number(2))]
    assert [c.steps[-1].right for c in together.chains] == [Number(0)] * 3
    with pytest.raises(ValueError, match="contradict"):
        apart.at(theta=0)
