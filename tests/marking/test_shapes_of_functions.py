r"""Functions that words call convex, monotone, Lipschitz, even: what follows is proved, what does not is refuted."""

from __future__ import annotations

import pytest

from proofs import verify
from tests.marking.verdicts import judged

CONVEX = r"f(\lambda x + (1-\lambda) y) %s \lambda f(x) + (1-\lambda) f(y)"
SHARE = r" for $\lambda \in [0, 1]$"
TANGENT = r"f(y) %s f(x) + f'(x) (y - x)"
SUM = r"$\lambda_1, \dots, \lambda_n \ge 0$ with $\sum_{i=1}^n \lambda_i = 1$. Then "
SUMS = r"f\left(\sum_{i=1}^n \lambda_i x_i\right) %s \sum_{i=1}^n \lambda_i f(x_i)"


def last(text):
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    ("told", "claim", "verdict"),
    [
        ("Let $f$ be convex. Then", CONVEX % r"\le" + SHARE, "proved"),
        ("Let $f$ be convex. Then", CONVEX % r"\ge" + SHARE, "refuted"),
        (r"Let $f : \mathbb R \to \mathbb R$ be a concave function. Then", CONVEX % r"\ge" + SHARE, "proved"),
        ("Let $f$ be convex. Then", r"f(x + y) \le f(x) + f(y)", "refuted"),
        ("Let $f$ be convex. Then", r"f(\frac{x + y}{2}) < \frac{f(x) + f(y)}{2} for $x < y$", "refuted"),
        ("Let $f$ be convex and differentiable. Then", TANGENT % r"\ge", "proved"),
        ("Let $f$ be convex and differentiable. Then", TANGENT % r"\le", "refuted"),
        ("Let $f$ be a twice differentiable, convex function. Then", r"f''(x) \ge 0", "proved"),
        ("Let $f$ be a twice differentiable, convex function. Then", r"f''(x) \le 0", "refuted"),
        (f"Let $f$ be convex, {SUM}", SUMS % r"\le", "proved"),
        (f"Let $f$ be convex, {SUM}", SUMS % r"\ge", "refuted"),
        ("Let $f$ be increasing. If $x < y$, then", r"f(x) \le f(y)", "proved"),
        ("Let $f$ be increasing. If $x < y$, then", r"f(x) < f(y)", "undecided"),  # strictly, or not?
        ("Let $f$ be strictly increasing. If $x < y$, then", r"f(x) < f(y)", "proved"),
        ("Let $f$ be non-decreasing. If $x < y$, then", r"f(x) < f(y)", "refuted"),
        ("Let $f$ be decreasing. If $x < y$, then", r"f(x) \le f(y)", "refuted"),
        ("Let $f$ be strictly increasing. Then $x < y$ implies", r"f(x) < f(y)", "proved"),
        ("Let $f$ be $L$-Lipschitz. Then", r"|f(x) - f(y)| \le L |x - y|", "proved"),
        ("Let $f$ be $L$-Lipschitz. Then", r"|f(x) - f(y)| \le \frac{L}{2} |x - y|", "refuted"),
        (r"Let $f : \mathbb R \to \mathbb R$ be Lipschitz with constant $L$. Then", r"|f(x) - f(y)| \le L |x - y|", "proved"),
        ("Let $f$ be $L$-Lipschitz with $f(0) = 0$. Then", r"|f(x)| \le |x|", "refuted"),
        ("Show that if $f$ is decreasing, then the following is wrong. We have", r"f(x) \le f(x + 1)", "refuted"),
        ("Let $f$ be even. Then", "f(-x) = f(x)", "proved"),
        ("Let $f$ be odd. Then", "f(-x) = f(x)", "refuted"),
        ("Let $f$ be even and $g$ odd. Then", "f(-x) g(-x) = -f(x) g(x)", "proved"),
        ("Let $f$ and $g$ be convex and $g$ be decreasing. Then", r"g(f(\frac{x+y}{2})) \le g(\frac{f(x) + f(y)}{2})",
         "refuted"),
        ("Let $f$ be convex and let $g$ be increasing. Then", r"g(f(\frac{x+y}{2})) \le g(\frac{f(x) + f(y)}{2})", "proved"),
        ("Let $f$ be a function with $f(0) \\ge 0$. Then", r"f(0) + f(x) \ge f(x)", "proved"),
        ("Let $f$ be concave with $f(0) \\ge 0$. For $0 \\le t \\le 1$ we have", r"t f(x) + (1-t) f(0) \ge t f(x)", "proved"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_function_counts(told, claim, verdict):
    formula, _, behind = claim.partition(" for $")
    assert last(f"{told} ${formula}${behind and f' for ${behind}'}.") == verdict


@pytest.mark.parametrize(
    ("told", "claim", "verdict"),
    [
        ("Let $f$ be convex and $X$ a random variable.", r"f(E[X]) \le E[f(X)]", "proved"),
        ("Let $f$ be a convex function and $X$ a random variable.", r"f(E[X]) \ge E[f(X)]", "refuted"),
        ("Let $f$ be concave and $X$ a random variable.", r"f(E[X]) \le E[f(X)]", "refuted"),
        (r"Let $f : \mathbb R^n \to \mathbb R$ be convex and differentiable, and $x, y \in \mathbb R^n$.",
         r"f(y) \ge f(x) + \nabla f(x)^\top (y - x)", "proved"),
        (r"Let $f : \mathbb R^n \to \mathbb R$ be convex and differentiable, and $x, y \in \mathbb R^n$.",
         r"f(y) \le f(x) + \nabla f(x)^\top (y - x)", "refuted"),
        ("Let $f$ be $L$-Lipschitz and $g$ be $M$-Lipschitz.", r"|f(g(x)) - f(g(y))| \le L |g(x) - g(y)|", "proved"),
        ("Let $f$ be $L$-Lipschitz and $g$ be $M$-Lipschitz.", r"|f(g(x)) - f(g(y))| \le M |g(x) - g(y)|", "refuted"),
    ],
)  # fmt: skip
def test_in_displays(told, claim, verdict):
    assert last(f"{told} Then\n$${claim}.$$") == verdict


@pytest.mark.parametrize(
    "told",
    [
        "Let $f$ be increasing on $[0, 1]$.",  # and elsewhere it may be anything
        "Let $f$ be convex or increasing.",
        "Let $f$ be convex and $\\beta$-smooth.",  # more is said than is read
        "The function $f$ is called increasing if it grows.",
        "Is $f$ increasing?",
        "Let $f$ be increasing and bounded.",
        r"Let $f : (0, \infty) \to \mathbb R$ be decreasing.",  # x may not be negative
        "Let $f$ be increasing. Let $x$ be a minimizer of $f$.",
    ],
)
def test_what_is_not_read_refutes_nothing(told):
    assert last(f"{told} Then\n$$f(x + 1) \\le f(x) - x^2.$$") == "undecided"


def test_opposite_shapes_are_told_of_two_functions():
    text = """a) Let $f$ be increasing. Then $f(x) \\le f(x + 1)$.

b) Now let $f$ be decreasing. Then $f(x) \\le f(x + 1)$."""
    first, second = verify(text, jobs=0, second_reader=False).steps
    assert (first.verdict, second.verdict) == ("proved", "refuted")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"We have $e^x \ge 1 + x^2$ for all real $x$.", "refuted"),
        (r"For all $x \in \mathbb R$, $e^x \ge 1 + x^2$.", "refuted"),
        (r"For all real $x$, $e^x \ge 1 + x$.", "proved"),
        ("Show that for $0 < x < 1$\n$$x^2 < x.$$\n\nWe have\n$$x^2 = x \\cdot x < x.$$", "supported"),
        ("Show that for $0 < x < 1$\n$$x^2 > x.$$", "refuted"),
        ("Show that for $x > -1$\n$$x + 2 > 0.$$\n\nCase 2: $x < 0$. Then\n$$x + 2 > 1.$$", "proved"),
        ("a) Show that for $x > 1$\n$$x^2 > x.$$\n\nb) Show that for $x > -1$\n$$x^2 > x.$$", "refuted"),
        (r"Let $\eta = \log \frac{\theta}{1-\theta}$. Then $\theta = \frac{1}{1 + e^{-\eta}}$.", "supported"),
        (r"Let $y = \log x$. Then $x = e^{-y}$.", "refuted"),
        (r"Since $f$ is convex, $f(\frac{x+y}{2}) \le \frac{f(x)+f(y)}{2}$.", "proved"),
        (r"Let $f(x) = x^2$. Since $f$ is convex, $f(\frac{x+y}{2}) \ge \frac{f(x)+f(y)}{2}$.", "refuted"),
        (r"For all $x$, $\sqrt{x^2} = x$.", "undecided"),  # for all those that are meant
        (r"Let $\lambda_1, \dots, \lambda_n \ge 0$. Then $\sum_{i=1}^n \lambda_i x_i^2 \ge 0$.", "proved"),
        (r"Let $a > 0$. Then $x < y$ implies $a x < a y$.", "proved"),
        (r"Let $a > 0$. Then $x < y$ implies $a x > a y$.", "refuted"),
    ],
)
def test_what_a_claim_is_said_of(text, verdict):
    assert last(text) == verdict
