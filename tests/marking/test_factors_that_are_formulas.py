r"""Models whose factors are formulas: joint densities, densities given others, and what follows from them."""

import pytest

from tests.marking.verdicts import last, verdicts

CHAIN = "Let $X$ have density $p(x) = e^{-x}$ for $x > 0$ and let $p(y|x) = x e^{-xy}$ for $y > 0$. Then\n\n"
ABOVE = "Let $X$ and $Y$ have joint density $f(x, y) = 6(1-y)$ for $0 < x < y < 1$. Then\n\n"
CASES = (
    r"The joint density of $X$ and $Y$ is $$f(x, y) = \begin{cases} 2 & 0 < y < x < 1 \\ 0 & \text{otherwise}"
    "\\end{cases}$$ Then\n\n"
)
TABLE = r"Let $X$ and $Y$ have joint mass function $p(x, y) = \frac{x+y}{21}$ for $x = 1, 2, 3$ and $y = 1, 2$. Then"
TABLE += "\n\n"
COIN = r"Let $p(\theta) = 2 \theta$ for $0 < \theta < 1$ and $$p(y | \theta) = \theta^y (1-\theta)^{1-y}, \quad y = 0, 1.$$"
COIN += " Then\n\n"
MIXED = (
    r"Let $p(\theta) = \mathrm{Gam}(\theta; 2, 1)$ and $p(y|\theta) = \theta e^{-\theta y}$ for $y > 0$. Then" + "\n\n"
)
TRIANGLE = "The joint density is $f(x,y) = 2$ on the triangle $x > 0$, $y > 0$, $x + y < 1$. Then\n\n"
CONSTANT = "Let $X$ and $Y$ have joint density $f(x, y) = c x y$ for $0 < x < y < 1$. Then\n\n"
APART = (
    "Let $X$ have density $f(x) = e^{-x}$ for $x > 0$ and $Y$ have density $g(y) = 2 e^{-2y}$ for $y > 0$, independent."
)
APART += " Then\n\n"

TRUE = [
    (CHAIN, r"p(x, y) = x e^{-x(1+y)}"),
    (CHAIN, r"p(y) = \int_0^\infty x e^{-x(1+y)} \, dx"),
    (CHAIN, r"p(y) = \int p(y|x) p(x) \, dx"),
    (CHAIN, r"p(y) = \frac{1}{(1+y)^2}"),
    (CHAIN, r"p(x|y) = \frac{p(y|x) p(x)}{p(y)}"),
    (CHAIN, r"p(x|y) = (1+y)^2 x e^{-x(1+y)}"),
    (CHAIN, r"E[X \mid Y = y] = \frac{2}{1+y}"),
    (CHAIN, r"\mathrm{Var}(X \mid Y = y) = \frac{2}{(1+y)^2}"),
    (CHAIN, r"P(Y > 1) = \frac12"),
    (ABOVE, r"f_X(x) = \int_x^1 6(1-y) \, dy"),
    (ABOVE, r"f_X(x) = \int_{-\infty}^\infty f(x,y) \, dy"),
    (ABOVE, r"f_Y(y) = 6y(1-y), \quad 0 < y < 1"),
    (ABOVE, r"f_{Y|X}(y|x) = \frac{f(x,y)}{f_X(x)}, \quad x < y < 1"),
    (ABOVE, r"E[X] = \frac14"),
    (ABOVE, r"E[XY] = \frac{3}{20}"),
    (ABOVE, r"\mathrm{Cov}(X, Y) = \frac{1}{40}"),
    (ABOVE, r"E[Y \mid X = x] = \frac{1+2x}{3}"),
    (ABOVE, r"P(X < 1/2) = \frac78"),
    (ABOVE, r"P(X + Y < 1) = \frac34"),
    (ABOVE, r"F_X(x) = 1 - (1-x)^3"),
    (ABOVE, r"F_X(2) = 1"),
    (ABOVE, r"f_X(2) = 0"),
    (ABOVE, r"f(1/2, 1/4) = 0"),
    (CASES, r"f_X(x) = 2x"),
    (CASES, r"P(Y > 1/2) = \frac14"),
    (TABLE, r"p_X(x) = \sum_{y=1}^2 \frac{x+y}{21}"),
    (TABLE, r"p(y|x) = \frac{x+y}{2x+3}"),
    (TABLE, r"E[X] = \frac{46}{21}"),
    (TABLE, r"P(X = 1) = \frac{5}{21}"),
    (TABLE, r"P(X + Y = 3) = \frac{6}{21}"),
    (TABLE, r"P(Y = 1 \mid X = 1) = \frac25"),
    (TABLE, r"P(X = 4) = 0"),
    (COIN, r"p(y = 1) = \frac23"),
    (COIN, r"p(\theta | y = 0) = 6 \theta (1-\theta)"),
    (COIN, r"E[\theta | y = 1] = \frac34"),
    (MIXED, r"p(y) = \frac{2}{(1+y)^3}"),
    (MIXED, r"E[\theta | y] = \frac{3}{1+y}"),
    (TRIANGLE, r"f_X(x) = 2(1-x)"),
    (TRIANGLE, r"\mathrm{Cov}(X, Y) = -\frac{1}{36}"),
    (CONSTANT, r"c = 8"),
    (CONSTANT, r"f_X(x) = \frac{c}{2} x (1-x^2)"),
    (APART, r"P(X < Y) = \frac13"),
    (APART, r"E[XY] = \frac12"),
]
FALSE = [
    (CHAIN, r"p(x, y) = e^{-x(1+y)}"),
    (CHAIN, r"p(y) = \frac{1}{1+y}"),
    (CHAIN, r"p(y) = \int p(y|x) \, dx"),
    (CHAIN, r"p(x|y) = \frac{p(y|x)}{p(y)}"),
    (CHAIN, r"E[X \mid Y = y] = \frac{1}{1+y}"),
    (CHAIN, r"P(Y > 1) = \frac13"),
    (ABOVE, r"f_X(x) = \int_0^1 6(1-y) \, dy"),
    (ABOVE, r"f_X(x) = 3(1-x)"),
    (ABOVE, r"f(x, y) = f_X(x) f_Y(y)"),
    (ABOVE, r"\mathrm{Cov}(X, Y) = \frac{1}{20}"),
    (ABOVE, r"E[Y \mid X = x] = \frac{1+x}{2}"),
    (ABOVE, r"P(X < 1/2) = \frac38"),
    (ABOVE, r"F_X(x) = 1 - (1-x)^2"),
    (ABOVE, r"f(1/2, 1/4) = 4.5"),
    (CASES, r"f_X(x) = 2(1-x)"),
    (TABLE, r"p_X(x) = \frac{2x+1}{21}"),
    (TABLE, r"P(X < Y) = \frac{5}{21}"),
    (TABLE, r"P(X = 4) = \frac{5}{21}"),
    (COIN, r"p(\theta | y = 1) = 2 \theta^2"),
    (MIXED, r"p(y) = \frac{2}{(1+y)^2}"),
    (TRIANGLE, r"f_X(x) = 2(1+x)"),
    (CONSTANT, r"c = 4"),
    (APART, r"P(X < Y) = \frac23"),
]
NEVER_PASSED = [  # what is said for more than where it holds, or under what has no density
    (ABOVE, r"f_X(x) = 3(1-x)^2, \quad x > 0"),
    (ABOVE, r"f_{Y|X}(y|x) = \frac{2(1-y)}{(1-x)^2}, \quad 0 < y < 1"),
    (ABOVE, r"E[Y \mid X = 2] = 1"),
    (ABOVE, r"P(Y > 1/2 \mid X = 2) = 1"),
    ("Let $(X, Y)$ have density $f(x,y) = \\frac{1}{\\pi}$ for $x^2 + y^2 \\le 1$.\n\n", r"f_X(x) = \sqrt{1-x^2}"),
    ("Let $X$ and $Y$ have joint density $f(x,y) = 3x$ for $0 < x < 1$, $0 < y < 1$.\n\n", r"f_X(x) = 3x"),  # none
]


@pytest.mark.parametrize(("setting", "line"), TRUE)
def test_what_follows_is_proved_or_supported(setting: str, line: str) -> None:
    assert last(f"{setting}$${line}$$") in ("proved", "supported")


@pytest.mark.parametrize(("setting", "line"), FALSE)
def test_what_does_not_is_refuted(setting: str, line: str) -> None:
    assert last(f"{setting}$${line}$$") == "refuted"


@pytest.mark.parametrize(("setting", "line"), NEVER_PASSED)
def test_what_is_said_beyond_the_support_does_not_pass(setting: str, line: str) -> None:
    assert last(f"{setting}$${line}$$") in ("unread", "undecided", "refuted")


def test_the_factors_are_given() -> None:
    assert verdicts(CHAIN + "$$p(x, y) = x e^{-x(1+y)}$$") == ["given", "given", "proved"]


def test_values_that_are_listed_are_no_equation() -> None:
    assert verdicts(COIN) == ["given", "given"]


def test_a_factor_that_is_wrongly_restated_is_no_definition() -> None:
    assert last(ABOVE + "$$f(x, y) = 5(1-y)$$") == "refuted"


def test_another_example_begins_with_another_density() -> None:
    again = "The joint density of $X$ and $Y$ is $f(x, y) = 2$ for $0 < x < y < 1$. Then\n\n"
    assert last(f"{ABOVE}$$f_X(x) = 3(1-x)^2$$\n\n{again}$$f_X(x) = 2(1-x)$$") == "proved"
    assert last(f"{ABOVE}$$f_X(x) = 3(1-x)^2$$\n\n{again}$$f_X(x) = 3(1-x)^2$$") == "refuted"


def test_a_product_of_densities_needs_independence() -> None:
    given = "$X$ has density $f_X(x) = 2x$ for $0 < x < 1$ and $Y$ has density $f_Y(y) = 3y^2$ for $0 < y < 1$. "
    line = "Their joint density is $$f_{X,Y}(x, y) = 6 x y^2$$"
    assert last(given + line) not in ("proved", "supported")
    assert last(f"{given} They are independent. {line}") == "proved"


@pytest.mark.parametrize(
    ("line", "verdicts_allowed"),
    [
        (r"p(\theta | x) \propto \theta^{x+1} (1-\theta)^{1-x}", ("proved", "supported")),
        (r"p(\theta | x) \propto \theta^x (1-\theta)^{1-x}", ("refuted",)),
        (r"\int p(x | \theta) \, dx = 1", ("unread", "undecided")),  # where x lies is not said
    ],
)
def test_a_likelihood_needs_no_range_of_its_data(line: str, verdicts_allowed: tuple[str, ...]) -> None:
    prior = r"The prior is $p(\theta) = 2\theta$ for $0 < \theta < 1$, the likelihood $p(x|\theta) = \theta^x (1-\theta)^{1-x}$."
    assert last(f"{prior}\n\n$${line}$$") in verdicts_allowed


@pytest.mark.parametrize(
    "said",
    [
        "They are not independent.",
        "Are they independent?",
        "They are conditionally independent given $Z$.",
    ],
)
def test_independence_that_is_not_said_is_not_supposed(said: str) -> None:
    given = "Let $X$ and $Y$ have densities $p(x) = e^{-x}$ for $x > 0$ and $p(y) = e^{-y}$ for $y > 0$. "
    assert last(f"{given}{said} Then $$p(x, y) = e^{{-x-y}}$$") in ("unread", "undecided")
    assert last(f"{given}They are independent. Then $$p(x, y) = e^{{-x-y}}$$") == "proved"


@pytest.mark.parametrize("words", ["Let $%s$.", "Consider the function $%s$."])
@pytest.mark.parametrize(
    ("function", "right", "wrong"),
    [("f(x, y) = x y^2", "f(1, 2) = 4", "f(1, 2) = 5"), ("f(x) = x^2", "f(3) = 9", "f(3) = 6")],
)
def test_a_function_with_the_letter_of_a_density_before(words: str, function: str, right: str, wrong: str) -> None:
    page = f"{ABOVE}$$f_X(x) = 3(1-x)^2$$\n\nExercise 2. {words % function} Then $${'%s'}$$"
    assert verdicts(page % right) == ["given", "proved", "given", "proved"]
    assert last(page % wrong) == "refuted"


def test_a_marginal_is_no_other_function() -> None:
    assert last(f"{ABOVE}The marginal density function is $$f(x) = 3(1-x)$$") == "refuted"
    assert last(f"{ABOVE}Let $f(x) = 3(1-x)$ be the marginal density of $X$.") == "refuted"


def test_a_letter_with_one_and_with_two_arguments_is_a_density() -> None:
    given = r"Let $p(x, y) = \frac{x+y}{21}$ for $x = 1, 2, 3$ and $y = 1, 2$. Then $p(x) = \frac{2x+3}{21}$ and "
    assert last(given + r"$$p(y) = \frac{2 + y}{7}$$") in ("proved", "supported")
    assert last(given + r"$$p(y) = \frac{3 + y}{7}$$") == "refuted"


@pytest.mark.parametrize(
    "setting",
    [
        r"A joint pmf is $p(x, y) = \frac{xy}{18}$, $x \in \{1, 2, 3\}$, $y \in \{1, 2\}$. Then",
        r"Let $X$, $Y$ have distribution $p(x, y) = \frac{xy}{18}$, $x \in \{1, 2, 3\}$, $y \in \{1, 2\}$. Then",
        r"The joint probability mass function is $p(x, y) = \frac16$ for $0 \le y \le x \le 2$. Then",
    ],
)
def test_masses_where_they_are_not_listed_are_no_density(setting: str) -> None:
    assert last(setting + r" $$P(X = 2) = \frac13$$") in ("unread", "undecided")


def test_a_density_that_is_not_stated_yet_is_not_any_other() -> None:
    text = "Let $p(x, y) = p(x) p(y | x)$ with $p(x) = 1$ for $0 < x < 1$ and $p(y | x) = 1/x$ for $0 < y < x$."
    assert "refuted" not in verdicts(text)
    assert last(text + r" Then $$p(y) = -\log y$$") == "proved"


def test_a_sentence_that_begins_with_a_formula_says_no_other_density() -> None:
    assert last(ABOVE.removesuffix(" Then\n\n") + r" $\mathrm{Cov}(X, Y) = 3$.") == "refuted"
    product = ABOVE.removesuffix(" Then\n\n") + " $g(x, y) = x y$. "
    assert last(product + "$g(2, 3) = 6$.") == "proved"


def test_another_model_has_other_factors() -> None:
    first = r"Model A: $p(x | t) = t e^{-tx}$ for $x > 0$, $p(t) = e^{-t}$ for $t > 0$. Then $p(x) = (1 + x)^{-2}$."
    other = r"Model B: $p(x | t) = t^2 x e^{-tx}$ for $x > 0$, $p(t) = e^{-t}$ for $t > 0$. Then "
    assert last(f"{first}\n\n{other}" + r"$$p(x) = \frac{2x}{(1 + x)^3}$$") in ("proved", "supported")
    assert last(f"{first}\n\n{other}" + r"$$p(x) = (1 + x)^{-2}$$") == "refuted"
