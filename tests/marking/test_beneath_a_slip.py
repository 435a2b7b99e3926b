r"""One wrong line is reported once, and what is concluded from it does not pass."""

from __future__ import annotations

import pytest

from proofs.marking.findings import FROM_WRONG
from proofs.marking.verify import verify


def _verdicts(text: str) -> list[tuple[str, bool]]:
    report = verify(text, jobs=0, second_reader=False)
    return [(s.verdict, FROM_WRONG in s.notes) for s in report.steps if s.kind == "step"]


POISSON = "Let $X \\sim \\mathrm{Poisson}(\\lambda)$ with $\\lambda > 0$. Then\n\n$$\\mathrm{E}[X] = \\lambda^2$$\n\n"


def test_what_only_follows_from_a_wrong_line_does_not_pass():
    text = POISSON + "$$\\mathrm{Var}[X] = \\lambda^2$$\n\n$$\\mathrm{E}[X^2] = 2 \\lambda^2$$\n"
    assert _verdicts(text) == [("refuted", False), ("undecided", True), ("undecided", True)]


def test_what_is_true_by_itself_is_proved_beneath_a_wrong_line():
    assert _verdicts(POISSON + "$$\\mathrm{Var}[X] = \\lambda$$\n") == [("refuted", False), ("proved", False)]


def test_a_second_slip_is_found_where_the_first_one_can_hold_nowhere():
    text = (
        "Let $X \\sim \\mathrm{Exp}(\\lambda)$ with $\\lambda > 0$. Then\n\n$$\\mathrm{E}[X] = -\\frac{1}{\\lambda}$$\n\n"
        "$$\\mathrm{E}[X^2] = \\frac{3}{\\lambda^2}$$\n"
    )
    assert _verdicts(text) == [("refuted", False), ("refuted", False)]


def test_a_true_row_above_is_still_a_premise():
    text = "Let $a > 0$ and $x > 0$ with\n\n$$3 x = a$$\n\n$$x = \\frac{a}{3}$$\n"
    assert _verdicts(text)[-1] == ("proved", False)


REAL = "Let $x$ be a real number. Then\n\n$$x \\geq 2$$\n\nand therefore\n\n"


def test_what_goes_on_with_a_wrong_chain_does_not_pass():
    assert _verdicts(REAL + "$$x > 1$$\n") == [("refuted", False), ("undecided", True)]
    text = "We have\n\n$$(a + b)^2 = a^2 + b^2 = b^2 + a^2$$\n\nand hence\n\n$$(a + b)^2 = (a^2 + b^2) \\cdot 1$$\n"
    assert _verdicts(text) == [("refuted", False), ("proved", False), ("undecided", True)]


def test_what_goes_on_with_a_right_chain_is_proved():
    text = "For $x > 3$ we have\n\n$$x \\geq 3$$\n\nand therefore\n\n$$x > 1$$\n"
    assert _verdicts(text) == [("proved", False), ("proved", False)]


def test_what_is_true_by_itself_is_proved_though_it_goes_on_with_a_wrong_chain():
    text = "We have\n\n$$(a + b)^2 = a^2 + b^2$$\n\nand\n\n$$(a + b)^2 = a^2 + 2 a b + b^2$$\n"
    assert _verdicts(text) == [("refuted", False), ("proved", False)]


BINOMIAL = "Let $X \\sim \\mathrm{Bin}(n, p)$.\n\n$$\\mathrm{Var}(X) = n p^2$$\n\n"
CARRIED = {
    "put in some rows later": (
        BINOMIAL + "$$\\mathrm E(X) = n p$$\n\n$$\\mathrm{Var}(X/n) = \\frac{\\mathrm{Var}(X)}{n^2} = \\frac{p^2}{n}$$",
        [("refuted", False), ("proved", False), ("proved", False), ("undecided", True)],
    ),
    "a second slip beside it": (
        BINOMIAL + "$$\\mathrm E(X) = n p$$\n\n$$\\frac{\\mathrm{Var}(X)}{n^2} = \\frac{p^2}{n^2}$$",
        [("refuted", False), ("proved", False), ("refuted", False)],
    ),
    "two slips, and one that was put right": (
        "Let $X \\sim \\mathrm{Exp}(1)$ and $Y \\sim \\mathcal N(0, 1)$.\n\n$$\\mathrm E[X^2] = 1$$\n\n$$\\mathrm E[Y^2] = 0$$"
        "\n\n$$\\mathrm E[X^2] + \\mathrm E[Y^2] = 1$$\n\n$$\\mathrm E[X^2] = 2$$\n\n$$\\mathrm E[X^2] + 1 = 2$$",
        [("refuted", False), ("refuted", False), ("undecided", True), ("proved", False), ("refuted", False)],
    ),
    "in another case": (
        "Let $Q = 100 - 2 P$. For $P = 20$ we have $Q = 50$. For $P = 10$ we have $Q = 50$.",
        [("refuted", False), ("refuted", False)],
    ),
    "an integral that is a number": (
        "$$\\int_0^1 x e^x \\, dx = e - (e + 1)$$ So $$\\int_0^1 x e^x \\, dx + 2 = 1$$",
        [("refuted", False), ("undecided", True)],
    ),
    "what a chain came to": (
        "$$\\int_0^1 x^n \\, dx = \\frac{1}{n} = n^{-1}$$\n\nfor $n \\ge 1$. Hence "
        "$$\\int_0^1 x^n \\, dx + 1 = 1 + n^{-1}$$",
        [("refuted", False), ("proved", False), ("undecided", True)],
    ),
}


@pytest.mark.parametrize("name", CARRIED)
def test_a_slip_that_is_carried_on_is_reported_once(name):
    text, expected = CARRIED[name]
    assert _verdicts(text) == expected
