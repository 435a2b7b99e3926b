r"""Series in documents: \sum_{k=0}^\infty, what converges, what is taken to, and what is infinite."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import verdicts

RATIO = r"Let $|x| < 1$. "
POISSON = r"Let $X \sim \mathrm{Poisson}(\lambda)$ with $\lambda > 0$. "


@pytest.mark.parametrize(
    "text",
    [
        RATIO + r"$$\sum_{k=0}^\infty x^k = \frac{1}{1-x}$$",
        RATIO + r"$$\frac{1}{(1-x)^2} = \sum_{n=1}^\infty n x^{n-1} = \frac{d}{dx} \sum_{n=0}^\infty x^n$$",
        RATIO + r"$$\sum_{k=1}^\infty k^2 x^k = \frac{x (1 + x)}{(1-x)^3}$$",
        RATIO + r"$$\sum_{k=2}^\infty x^k = x^2 \sum_{j=0}^\infty x^j = \frac{x^2}{1 - x}$$",
        RATIO + r"$$-\log(1 - x) = \sum_{k=1}^\infty \frac{x^k}{k}$$",
        RATIO + r"$$\sum_{k=0}^\infty (-1)^k x^{2k} = \frac{1}{1+x^2}$$",
        r"Let $x$ be real. $$\sin x = \sum_{n=0}^\infty \frac{(-1)^n x^{2n+1}}{(2n+1)!}$$",
        r"Let $x$ be real. $$\frac{d}{dx} \sum_{k=0}^\infty \frac{x^k}{k!} = \sum_{k=1}^\infty \frac{x^{k-1}}{(k-1)!} = e^x$$",
        r"Let $n \ge 1$ be an integer. $$\sum_{k=n}^\infty \frac{x^k}{k!} = e^x - \sum_{k=0}^{n-1} \frac{x^k}{k!}$$",
        r"$$\sum_{k=1}^\infty \frac{1}{k(k+1)} = \sum_{k=1}^\infty \left(\frac1k - \frac{1}{k+1}\right) = 1$$",
        r"$$\sum_{k=1}^\infty \frac{1}{k^2} = \frac{\pi^2}{6}$$",
        POISSON + r"$$E[X] = \sum_{k=0}^\infty k \frac{\lambda^k e^{-\lambda}}{k!} = \lambda e^{-\lambda} "
        r"\sum_{k=1}^\infty \frac{\lambda^{k-1}}{(k-1)!} = \lambda e^{-\lambda} e^\lambda = \lambda$$",
        POISSON + r"$$E[e^{tX}] = \sum_{k=0}^\infty e^{tk} \frac{\lambda^k e^{-\lambda}}{k!} = e^{-\lambda} "
        r"\sum_{k=0}^\infty \frac{(\lambda e^t)^k}{k!} = e^{\lambda (e^t - 1)}$$",
        r"Let $\gamma \in (0, 1)$. $$\sum_{t=0}^\infty \gamma^t (a + b) = \sum_{t=0}^\infty \gamma^t a + "
        r"\sum_{t=0}^\infty \gamma^t b = \frac{a + b}{1 - \gamma}$$",
    ],
)  # fmt: skip
def test_what_every_course_derives_is_proved(text):
    assert set(verdicts(text)) == {"proved"}


@pytest.mark.parametrize(
    "text",
    [
        RATIO + r"$$\sum_{k=1}^\infty x^k = \frac{1}{1-x}$$",
        RATIO + r"$$\sum_{k=1}^\infty k x^k = \frac{1}{(1-x)^2}$$",
        RATIO + r"$$\log(1 - x) = \sum_{k=1}^\infty \frac{x^k}{k}$$",
        RATIO + r"$$\frac{d}{dx} \sum_{n=0}^\infty x^n = \sum_{n=1}^\infty x^{n-1}$$",
        r"$$\sum_{k=1}^\infty \frac{1}{k^2} = \frac{\pi^2}{8}$$",
        r"$$\sum_{k=1}^\infty \frac{1}{k} = 5$$",
        r"$$\sum_{k=0}^\infty 2^k = -1$$",
        r"$$\sum_{k=1}^\infty \frac{1}{k(k+2)} = \frac12$$",
        POISSON + r"$$E[X(X-1)] = \sum_{k=0}^\infty k (k-1) \frac{\lambda^k e^{-\lambda}}{k!} = \lambda$$",
    ],
)
def test_slips_are_refuted(text):
    assert "refuted" in verdicts(text)


@pytest.mark.parametrize(
    "text", [r"$$\sum_{k=0}^\infty r^k = \frac{1}{1-r}$$", r"$$\frac{1}{1-r} = \sum_{k=0}^\infty r^k$$"]
)
def test_convergence_is_taken_for_granted_and_named(text):
    (step,) = verify(text, jobs=0, second_reader=False).steps
    assert step.verdict == "proved" and step.needs == (r"\left| r \right| < 1",)


def test_without_absolute_convergence_nothing_is_proved():
    assert verdicts(r"$$\sum_{k=1}^\infty \frac{(-1)^{k+1}}{k} = \log 2$$") == ["supported"]
    assert verdicts(r"$$\sum_{k=0}^\infty (-2)^k = \frac13$$") == ["undecided"]
    (step,) = verify(
        r"$$\sum_{k=1}^\infty \frac1k = \sum_{k=1}^\infty \frac{1}{2k}$$", jobs=0, second_reader=False
    ).steps
    assert step.verdict == "undecided" and step.notes == ("both sides are infinite",)


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        (r"\sum_{n=1}^\infty (a_n + b_n) = \sum_{n=1}^\infty a_n + \sum_{n=1}^\infty b_n", "proved"),
        (r"\sum_{n=1}^\infty a_n b_n = \sum_{n=1}^\infty a_n \sum_{n=1}^\infty b_n", "refuted"),
        (r"\sum_{n=0}^\infty a_n x^n = a_0 + \sum_{n=1}^\infty a_n x^n", "proved"),
        (r"\sum_{n=1}^\infty a_n = \sum_{n=0}^\infty a_{n+1}", "proved"),
        (r"\sum_{n=1}^\infty a_n = \sum_{n=0}^\infty a_n", "refuted"),
        (r"\left|\sum_{n=1}^\infty a_n\right| \le \sum_{n=1}^\infty |a_n|", "proved"),
        (r"\sum_{n=1}^\infty |a_n| \le \left|\sum_{n=1}^\infty a_n\right|", "refuted"),
    ],
)
def test_series_of_any_terms(formula, wanted):
    """They are judged by sequences of which the series converge."""
    assert verdicts(f"Let $a_n$ and $b_n$ be sequences. $${formula}$$") == [wanted]


REWARDS = r"Let $0 < \gamma < 1$ and $|r_t| \le R$ for all $t$. "


def test_discounted_rewards_that_are_bounded():
    text = (
        r"$$\left|\sum_{t=0}^\infty \gamma^t r_t\right| \le \sum_{t=0}^\infty \gamma^t |r_t| \le \frac{R}{1 - \gamma}$$"
    )
    assert verdicts(REWARDS + text) == ["proved", "supported"]
    text = r"$$\sum_{t=0}^\infty \gamma^t |r_t| \le \sum_{t=0}^\infty \gamma^t R = \frac{R}{1 - \gamma}$$"
    assert verdicts(REWARDS + text) == ["proved", "proved"]
    text = r"$$\sum_{t=0}^\infty \gamma^t r_t = r_0 + \gamma \sum_{t=0}^\infty \gamma^t r_{t+1}$$"
    assert verdicts(REWARDS + text) == ["proved"]
    assert verdicts(REWARDS + r"$$\left|\sum_{t=0}^\infty \gamma^t r_t\right| \le R$$") == ["refuted"]


SHARE = r"Let $0 < q < 1$ and let $n \ge 0$ be an integer. "


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        (r"\lim_{n \to \infty} \sum_{k=0}^n q^k = \frac{1}{1 - q}", "proved"),
        (r"\lim_{n \to \infty} \sum_{k=1}^n q^k = \frac{1}{1 - q}", "refuted"),
        (r"\lim_{N \to \infty} \sum_{k=1}^{N+1} \frac{1}{k^2} = \frac{\pi^2}{6}", "proved"),
        (r"\sum_{k=0}^n q^k \le \sum_{k=0}^\infty q^k", "proved"),
        (r"\sum_{k=0}^n q^k \le \frac{1}{1 - q}", "proved"),
        (r"\sum_{k=0}^n q^k \ge \frac{1}{1 - q}", "refuted"),
    ],
)
def test_partial_sums(formula, wanted):
    assert verdicts(f"{SHARE}$${formula}$$") == [wanted]


@pytest.mark.parametrize(
    ("given", "formula", "wanted"),
    [
        # that a series converges is not shown by sequences drawn so that it does
        (r"a_n > 0", r"\sum_{n=0}^\infty a_n < \infty", "undecided"),
        (r"|a_n| \le M", r"\sum_{n=0}^\infty a_n r^n \ge 0", "refuted"),
        (r"|a_n| \le M", r"\sum_{n=0}^\infty a_n r^n \le M", "refuted"),
        (r"|a_n| \le M", r"\left|\sum_{n=0}^\infty a_n r^n\right| \le \frac{M}{1+r}", "refuted"),
        (r"|a_n| \le M", r"\sum_{n=1}^\infty a_n r^n \le \frac{M r}{1-r}", "proved"),
        (r"a_n \ge 0", r"\sum_{n=0}^\infty a_n^2 \le a_0 \sum_{n=0}^\infty a_n", "refuted"),
        (r"a_n \ge 0", r"\sum_{n=0}^\infty a_n^2 \le \left(\sum_{n=0}^\infty a_n\right)^2", "supported"),
    ],
)
def test_sequences_of_which_the_size_or_the_sign_is_known(given, formula, wanted):
    assert verdicts(f"Let ${given}$ for all $n$ and $0 < r < 1$. $${formula}$$") == [wanted]


def test_a_sequence_is_bounded_at_all_places_though_its_index_runs_in_sums_to_other_ends():
    text = r"$$\sum_{n=0}^\infty a_n^2 \le \left(\sum_{n=0}^\infty a_n\right)^2$$ $$\sum_{n=0}^N a_n \le \sum_{n=0}^\infty a_n$$"
    assert verdicts(r"Let $a_n \ge 0$ for all $n$. " + text) == ["supported", "proved"]


def test_a_bound_in_a_counterexample_is_one():
    (step,) = verify(
        r"Let $|a_n| \le M$ for all $n$ and $|r| < 1$. $$\sum_{n=0}^\infty a_n r^n \le \frac{M}{2}$$",
        jobs=0, second_reader=False,
    ).steps  # fmt: skip
    assert step.verdict == "refuted" and ("M", "0") not in step.counterexample.assignments


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (r"0 < x < 2", "refuted"),
        (r"x > 1", "refuted"),
        (r"x > 0", "proved"),
        (r"|x| \le 1", "proved"),
        (r"|x| < 2", "undecided"),
        (r"-2 < x < 1", "undecided"),
        (r"-1 < x < 1", "proved"),
    ],
)
def test_convergence_is_not_taken_for_granted_where_it_is_said_how_far_the_ratio_goes(given, wanted):
    assert verdicts(f"Let ${given}$. $$\\sum_{{k=0}}^\\infty x^k = \\frac{{1}}{{1-x}}$$") == [wanted]


@pytest.mark.parametrize(
    ("given", "limit", "wanted"),
    [
        ("x", "x^n = 0", "undecided"),
        ("x", r"\frac{1}{1 + x^n} = 1", "undecided"),
        ("|x| < 1", "x^n = 0", "supported"),
        ("x", r"\frac{1 - x^{n+1}}{1 - x} = \frac{1}{1 - x}", "supported"),
    ],
)
def test_powers_tend_to_zero_where_that_is_said_or_the_sides_have_no_value_otherwise(given, limit, wanted):
    assert verdicts(f"Let ${given}$ be real. $$\\lim_{{n \\to \\infty}} {limit}$$") == [wanted]
