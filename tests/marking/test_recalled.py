"""A recalled formula is judged like any other, wherever it stands: none that is recalled wrongly passes."""

import pytest

from tests.marking.verdicts import judged

from .recalled import RECALLED

WITHIN = {
    "recalled": "Recall that ${}$ in general.",
    "known": "It is well known that ${}$.",
    "we know": "We know that ${}$, so we can go on.",
}
WITHIN_EQUATIONS = {"since": "We are done since ${}$.", "noted": "Note that ${}$."}
WRONG = [(name, wrong) for name, recalled in RECALLED.items() for wrong in recalled.wrong]


def verdicts(context, frame, formula):
    """The verdicts of the steps that the formula makes beside those of its context."""
    steps = judged(f"{context} {frame.format(formula)}").steps
    return [step.verdict for step in steps if step.verdict != "given" or step.left == formula.split(" =")[0]]


@pytest.mark.parametrize("name", RECALLED)
def test_what_is_recalled_rightly_is_proved(name):
    recalled = RECALLED[name]
    (verdict,) = verdicts(recalled.context, "Then\n\n$${}$$", recalled.formula)
    assert verdict in ("proved", "supported")


@pytest.mark.parametrize(("name", "wrong"), WRONG, ids=[f"{name}: {wrong}" for name, wrong in WRONG])
def test_what_is_recalled_wrongly_is_refuted(name, wrong):
    assert verdicts(RECALLED[name].context, "Then\n\n$${}$$", wrong) == ["refuted"]


@pytest.mark.parametrize("frame", [*WITHIN, *WITHIN_EQUATIONS])
@pytest.mark.parametrize("name", RECALLED)
def test_a_sentence_is_no_shelter(name, frame):
    recalled = RECALLED[name]
    if r"\le" not in recalled.formula:
        assert verdicts(recalled.context, (WITHIN | WITHIN_EQUATIONS)[frame], recalled.wrong[0]) == ["refuted"]
    elif frame in WITHIN:
        assert verdicts(recalled.context, WITHIN[frame], recalled.wrong[0]) == ["refuted"]


def test_an_order_between_different_things_is_a_condition():
    """m < n says how the numbers are chosen; it is no law that could be false."""
    steps = judged("Recall that $m < 2 n$ and that $|x - a| < 1$.").steps
    assert [step.verdict for step in steps] == []


def test_the_lines_after_a_wrong_one_are_judged_from_what_they_claim():
    text = r"Let $a, b > 0$. $$(a + b)^2 = a^2 + b^2 = b^2 + a^2$$ and $$\log(a b) = \log a - \log b = \log \frac ab$$"
    assert [step.verdict for step in judged(text).steps] == [
        "refuted",
        "proved",
        "refuted",
        "proved",
    ]
