r"""Conditions behind a claim: "$\sqrt{x^2} = x$ for $x \ge 0$" is claimed of those x, and of no others."""

import pytest

from proofs import verify
from tests.marking.verdicts import judged

CASES = r"$\sqrt{x^2} = x$ for $x \ge 0$ and $\sqrt{x^2} = %s$ for $x < 0$."
SOFTMAX = (
    r"Let $s_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}$. Then $$\frac{\partial s_i}{\partial z_k} = %s s_i s_k$$ %s"
)


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in judged(text).steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CASES % "-x", ["proved", "proved"]),
        (CASES % "x", ["proved", "refuted"]),
        (r"Then $$\begin{aligned}\sqrt{x^2} &= |x| \\ &= x\end{aligned}$$ for all $x > 0$.", ["proved", "proved"]),
        (r"Then $\log(ab) = \log a + \log b$ for $a > 0$ and $b > 0$.", ["proved"]),
        (r"Then $\log(ab) = \log a + \log b$ for example.", ["undecided"]),
        (r"Then $\sqrt{x^2} = x$ for some $x > 0$.", ["undecided"]),
        (r"Let $a > 0$. Then $x = 2 x$ for any $x < -a$ and any $x > a$. Then $x + x = 2 x$.", ["unread", "proved"]),
        (r"Then $|x| = -x$ for $x < -a$, where $a > 0$.", ["proved"]),
        (r"Let $a > 0$. Then $$|x| = -x, \quad x < -a.$$", ["proved"]),
        (r"Let $a > 0$. Then $$|x| = x, \quad x < -a.$$", ["refuted"]),
        (r"Then $\sum_{n=0}^\infty x^n = \frac{1}{1-x}$ for $|x| < 1$.", ["proved"]),
        (r"Then $$\sum_{n=0}^\infty x^n = \frac{1}{1-x} \quad \text{for } |x| < 1.$$", ["proved"]),
        (r"Then $\sum_{n=0}^\infty x^n = \frac{1}{1+x}$ for $|x| < 1$.", ["refuted"]),
        (r"Then $x = 1$ for $\int y > 3$.", ["unread"]),
        (r"Then $$\sqrt{a^2 b^2} = a b \quad \text{for } a, b > 0$$", ["proved"]),  # of both
        (r"Then $$\sqrt{a^2 b^2} = -a b \quad \text{for all } a, b > 0$$", ["refuted"]),
        (r"Then $$\sqrt{a^2 c^2} = a c \quad \text{for } a, b > 0$$", ["undecided"]),
        (SOFTMAX % ("-", r"for $i \ne k$."), ["given", "supported"]),
        (SOFTMAX % ("", r"for $i \ne k$."), ["given", "refuted"]),
        (SOFTMAX % ("-", "."), ["given", "refuted"]),
    ],
)
def test_a_claim_is_judged_where_its_condition_holds(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


ROWS = r"$$\begin{aligned} \log x &> %s \\ &= 1 - 1, \quad x > 1 \end{aligned}$$"
DENSITY = r"The density of $X$ is $$f_X(x) = \lambda e^{-\lambda x}, \quad x > 0,$$ with $\lambda > 0$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$|x| = x$ for $x > 0$. Then $|x| = x$.", ["proved", "undecided"]),
        (r"$$|x| = x \quad \text{for } x > 0$$ and $$\sqrt{x^2} = x.$$", ["proved", "undecided"]),
        (r"$$|x| = x, \quad x > 0$$ and $$|x| = -x.$$", ["proved", "refuted"]),  # for x > 0, too
        (r"$$|x| = x, \quad x > 0$$ Let $x > 0$. Then $$\sqrt{x^2} = x.$$", ["proved", "proved"]),
        (r"$$|x| = x, \quad x > 0$$ Suppose that $x < 0$. Then $$|x| = x.$$", ["proved", "refuted"]),
        (r"$$|x| = x, \quad x > 0$$ $$= \sqrt{x^2}$$ $$|x| = x$$", ["proved", "proved", "undecided"]),
        (r"Then $x > 1$ for all $x > 2$. Hence $x > 1$.", ["proved", "undecided"]),
        (f"{ROWS % '0'} $$\\log x > 0$$", ["proved", "proved", "undecided"]),
        (ROWS % "1", ["refuted", "refuted"]),
        (DENSITY + r"Then $$\mathrm{E}(X) = \frac1\lambda$$", ["given", "proved"]),
        (DENSITY + r"Then $$\log f_X(x) = \log \lambda - \lambda x$$", ["given", "proved"]),
        (DENSITY + r"Then $$x f_X(x) > 0$$", ["given", "undecided"]),
        (r"Assume $$a > 0, \quad b > 0.$$ Then $$|b| = b$$", ["given", "proved"]),
        (r"We want to show $\log(a b) = \log a + \log b$ for $a, b > 0$. Now $$\sqrt{a^2} = a$$", ["given", "proved"]),
        (r"Then $\log(a b) = \log a + \log b$ for $a, b > 0$. Now $$\sqrt{a^2} = a$$", ["proved", "undecided"]),
        (r"Let $$y = a x, \quad a > 0.$$ Then $$|a| = a$$", ["given", "proved"]),  # what a parameter is
    ],
)
def test_a_condition_does_not_reach_the_claims_after_it(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_the_counterexample_satisfies_what_stands_behind() -> None:
    *_, step = verify(CASES % "x", jobs=0, second_reader=False).steps
    assert step.counterexample is not None and "-1" in str(step.counterexample)


@pytest.mark.parametrize(
    "text",
    [
        r"Let $f(x) = x$ for $x \ge 0$ and $f(x) = -x$ for $x < 0$.",
        r"Let $$f(x) = x \quad \text{for } x \ge 0$$ and $$f(x) = -x \quad\text{for } x < 0.$$",
        r"Let $$f(x) = 1 \quad \text{for } x > 0$$ and $$f(x) = 0 \quad\text{otherwise}.$$",
        r"Let $f(x) = 1$ for $x > 0$ and $f(x) = 0$ otherwise.",
        r"We have $$F(x) = 0, \quad x < 0,$$ $$F(x) = x^2, \quad 0 \le x \le 1,$$ and $$F(x) = 1, \quad x > 1.$$",
    ],
)
def test_a_function_that_is_given_by_cases_does_not_contradict_itself(text: str) -> None:
    assert set(verdicts(text)) == {"given"}
    assert verdicts(f"{text} Then $f(-2) = F(-2) + 7$.")[-1] not in ("proved", "supported", "refuted")


@pytest.mark.parametrize(
    "text",
    [
        r"Let $f(x) = x^2$ for $x > 0$. Then $f(x) = x^3$ for $x > 1$.",
        r"Let $f(x) = x^2$. Then $f(x) = 4$ for $x > 0$.",
        r"Let $$f(x) = x^2, \quad x > 0.$$ Then $$f(x) = x^3, \quad x > 0.$$",
    ],
)
def test_a_second_formula_where_the_first_holds_is_a_claim(text: str) -> None:
    assert verdicts(text) == ["given", "refuted"]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $K$ be an integer. Then $$\frac{\partial \sigma(z)_i}{\partial z_j} = \sigma(z)_i (\delta_{ij} - \sigma(z)_j).$$",
        r"Let $K$ be an integer. Then $$\log \mathrm{softmax}(z)_i = 3.$$",
    ],
)
def test_a_coordinate_of_a_value_is_no_product(text: str) -> None:
    report = verify(text, jobs=0, second_reader=False)
    assert {step.verdict for step in report.steps} == {"unread"}
    assert "a coordinate of a value" in " ".join(report.steps[-1].notes)


def test_a_number_before_a_coordinate_is_a_factor() -> None:
    assert verdicts(r"Let $c > 0$ and $x \in \mathbb{R}^n$. Then $$c (x)_i + c (x)_i = 2 c (x)_i.$$") != ["unread"]


def test_places_of_coordinates_measure_nothing():
    """1 - (i - k)^2 is the missing delta_{ik} in two dimensions only."""
    *_, step = verify(
        r"Let $s_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}$. Then $$\frac{\partial s_i}{\partial z_k} = s_i (1 - s_k)$$",
        jobs=0,
        second_reader=False,
    ).steps
    assert step.verdict == "refuted" and (step.repair is None or "(i - k)" not in step.repair)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If $x + y > 0$ then $(x + y)^3 > 0$.", "proved"),
        ("If $x + y > 0$ then $(x - y)^3 > 0$.", "refuted"),
        ("Let $a + b < 1$. Then $2a + 2b < 2$.", "proved"),
        ("Let $a + b < 1$. Then $2a + 2b < 1$.", "refuted"),
        ("If $x + y > 0$ and $x - y > 0$, then $(x - y)^3 > 0$.", "proved"),
        ("If $x + y > 0$ or $x - y > 0$, then $(x + y)^3 > 0$.", "undecided"),  # neither holds by itself
        ("If $x + y > 0$ or $x - y > 0$, then $(x - y)^3 > 0$.", "refuted"),  # x = 0, y = 1
        ("It is not known if $x + y > 0$. Then $(x + y)^3 > 0$.", "undecided"),
        ("Only if $x + y > 0$ do we go on. Then $(x + y)^3 > 0$.", "undecided"),
        ("Let us show $x + y > 0$. Then $(x + y)^3 > 0$.", "undecided"),
    ],
)
def test_an_order_between_terms_that_a_sentence_begins_with_is_supposed(text: str, expected: str) -> None:
    assert verdicts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Then $\sum_k p_k (1 - p_k) = 1 - \sum_k p_k^2$ because $\sum_k p_k = 1$.", ["proved", "given"]),
        (r"Then $\sum_k p_k (1 - p_k) = 2 - \sum_k p_k^2$ since $\sum_k p_k = 1$.", ["refuted", "given"]),
        (r"Then $x^2 + y^2 = 1$ since $\cos^2 t + \sin^2 t = 1$.", ["undecided", "proved"]),
    ],
)
def test_an_equation_behind_a_claim_may_be_its_reason(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_numbers_that_are_put_in_for_unknown_names_refute_nothing() -> None:
    text = r"The statistic is $t = \frac{\bar x - \mu_0}{s / \sqrt n} = \frac{5.2 - 5}{1.5 / 10} = 1.33$."
    assert verdicts(text) == ["given", "undecided", "supported"]
    assert verdicts(r"Then $$y = x - x = 1$$") == ["given", "refuted"]


@pytest.mark.parametrize(
    ("text", "expected", "needs"),
    [
        ("Then $x + y = 2 z$ because $x + y = 2 z$.", "undecided", 0),  # nothing is a reason for itself
        ("Then $(x + y)^2 = 4 z^2$ because $x + y = 2 z$.", "proved", 1),
        ("Then $(x + y)^2 = x^2 + 2 x y + y^2$ because $x = y + z - z$.", "proved", 0),  # that is not needed
    ],
)
def test_a_reason_that_is_needed_is_a_condition(text: str, expected: str, needs: int) -> None:
    first, _ = verify(text, jobs=0, second_reader=False).steps
    assert (first.verdict, len(first.needs)) == (expected, needs)
