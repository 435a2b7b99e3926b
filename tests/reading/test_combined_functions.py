r"""Functions made of others by signs, (f \circ g)(x), (f + g)'(x), and derivatives of brackets, (x \ln x)'."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

TWO = r"Let $f(x) = x^2$ and $g(x) = \sin x$. "
CASES = [
    (TWO, r"(f \circ g)(x) = \sin^2 x", "proved"),
    (TWO, r"(f \circ g)(x) = \sin(x^2)", "refuted"),
    (TWO, r"(f + g)'(x) = 2x + \cos x", "proved"),
    (TWO, r"(f g)'(x) = 2x \cos x", "refuted"),
    (TWO, r"(f \circ g)'(x) = 2 \sin x \cos x", "proved"),
    ("Let $f(x) = 2x$, $g(x) = x + 1$. ", r"(g \circ f)(3) = 7", "proved"),
    ("Let $f(x) = 2x$, $g(x) = x + 1$. ", r"(f \circ g)(3) = 7", "refuted"),
    ("", r"(x \ln x)' = \ln x + 1", "proved"),
    ("", r"(a e^{a x})' = a^2 e^{a x}", "proved"),
    ("", r"(\sin x)' = -\cos x", "refuted"),
    ("", r"(x^3)'' = 6x", "proved"),
    ("", r"(x y)' = y", "unread"),  # by which of them?
]


@for_each(CASES)
def test_functions_that_are_made_of_others_are_what_they_are_made_of(told: str, claim: str, verdict: str):
    assert verdicts(f"{told}Then $${claim}.$$")[-1] == verdict


@for_each([
    ("Let $f(x) = x^2$. $f'(x) = 2x$, $f(x + 1) = x^2 + 3x + 1$.", ["given", "proved", "refuted"]),
    ("Let $f(x) = x^2$. $f'(x) = 2x$, $f(3) = 9$, $f(2x) = 4x^2$.", ["given", "proved", "proved", "proved"]),
])  # fmt: skip
def test_a_formula_behind_a_sentence_begins_another(text: str, expected: list[str]):
    assert verdicts(text) == expected
