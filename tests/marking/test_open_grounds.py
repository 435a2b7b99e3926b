"""What follows only from an equation that stands undecided is proved under that condition, and says so."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

OPEN = r"Let $\alpha > 0$ and $\beta > 0$. Then $$\alpha = \beta^2$$ "


def steps(text: str):
    return verify(text, jobs=0, second_reader=False).steps


@pytest.mark.parametrize(
    "claim", [r"\alpha^2 = \beta^4", r"\alpha + 1 = \beta^2 + 1", r"\alpha^2 + \alpha = \beta^4 + \beta^2"]
)
def test_what_follows_from_an_open_equation_needs_it(claim):
    first, last = steps(rf"{OPEN} and so $${claim}$$")
    assert first.verdict == "undecided"
    assert (last.verdict, last.needs) == ("proved", (r"\alpha = \beta^2",))


def test_a_condition_is_handed_on():
    *_, last = steps(rf"{OPEN} and so $$\alpha^2 = \beta^4$$ and so $$\alpha^2 + 3 = \beta^4 + 3$$")
    assert (last.verdict, last.needs) == ("proved", (r"\alpha = \beta^2",))


def test_what_does_not_follow_from_an_open_equation_is_refuted():
    assert steps(rf"{OPEN} and so $$\alpha^2 = \beta^3$$")[-1].verdict in ("refuted", "undecided")


def test_what_holds_by_itself_needs_no_open_equation():
    last = steps(rf"{OPEN} and $$(\alpha + \beta)^2 = \alpha^2 + 2 \alpha \beta + \beta^2$$")[-1]
    assert (last.verdict, last.needs) == ("proved", ())


def test_what_is_supposed_is_not_open():
    last = steps(r"Let $\alpha, \beta > 0$. Suppose that $\alpha = \beta^2$. Then $$\alpha^2 = \beta^4$$")[-1]
    assert (last.verdict, last.needs) == ("proved", ())
