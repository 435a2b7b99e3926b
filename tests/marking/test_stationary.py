"""``Setting the derivative to zero we get``: what follows is a root of what the derivative was found to be."""

import pytest

from tests.marking.verdicts import judged

SLOPE = r"Let $f(x) = x^2 - 4x$. Then $$f'(x) = 2 \cdot x - 4 = 2 (x - 2).$$ "
OTHER = r"Let $f(x) = x^2 - 4x$. Then $$f(x) + 1 = x^2 - 4x + 1.$$ "
WORDS = ("Setting the derivative to zero we get", "Setting this equal to zero gives", "Putting it to zero, we find")


@pytest.mark.parametrize(("words", "mark"), [*((words, "$$") for words in WORDS), (WORDS[0], "$")])
@pytest.mark.parametrize(("root", "verdict"), [("2", "proved"), ("3", "refuted")])
def test_a_root_of_the_derivative(words, mark, root, verdict):
    text = f"{SLOPE}{words} {mark}x = {root}{mark}."
    assert judged(text).steps[-1].verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        SLOPE + "Then we get $$x = 2.$$",  # an identity determines nothing: no value is found, and none is excluded
        SLOPE + "Then we get $$x = 3.$$",
        OTHER + "Setting the derivative to zero we get $$x = 2.$$",  # no derivative was found
        SLOPE + "Setting the derivative to one we get $$x = 2.$$",
        SLOPE + "$$f(x) = x (x - 4)$$ Setting the derivative to zero we get $$x = 3.$$",  # of what stands between
    ],
)
def test_nothing_says_that_a_derivative_is_zero(text):
    assert judged(text).steps[-1].verdict == "undecided"


def test_the_root_is_used_below():
    text = SLOPE + "Setting the derivative to zero we get $$x = %s.$$ Hence $$x + 1 = 3.$$"
    for root, verdict in (("2", "proved"), ("1 + 1", "proved")):
        assert judged(text % root).steps[-1].verdict == verdict
