r"""P(A \cap B), P(A | B), P(\overline{A}) of events of which nothing more is said: judged."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

LET = r"Let $A$, $B$ and $C$ be events. "
FINE, WRONG = ("proved", "supported"), ("refuted",)
JUDGED = [
    (r"P(A | B) = \frac{P(B | A) P(A)}{P(B)}", FINE),
    (r"P(A | B) = \frac{P(B | A) P(B)}{P(A)}", WRONG),
    (r"P(A | B) = \frac{P(A, B)}{P(B)}", FINE),
    (r"P(A | B) = P(B | A)", WRONG),
    (r"P(A \cup B) = P(A) + P(B) - P(A \cap B)", FINE),
    (r"P(A \cup B) = P(A) + P(B)", WRONG),
    (r"P(A \cap B) \geq P(A) + P(B) - 1", FINE),
    (r"P(A \cap B) \geq P(A) + P(B)", WRONG),
    (r"P(\overline{A}) = 1 - P(A)", FINE),
    (r"P(A^c) = P(A)", WRONG),
    (r"P(A) = P(A \cap B) + P(A \cap \overline{B})", FINE),
    (r"P(A \setminus B) = P(A) - P(A \cap B)", FINE),
    (r"P(A \cap B \cap C) = P(A | B \cap C) P(B | C) P(C)", FINE),
    (r"P(A \cap B \cap C) = P(A | B) P(B | C) P(C)", WRONG),
    (r"\mathrm{Pr}(A \cup B) \leq \mathrm{Pr}(A) + \mathrm{Pr}(B)", FINE),
    (r"\mathrm{Pr}(A \cup B) \leq \mathrm{Pr}(A)", WRONG),
]


@pytest.mark.parametrize(("text", "verdicts"), JUDGED, ids=[text for text, _ in JUDGED])
def test_probabilities_of_events_are_judged(text: str, verdicts: tuple[str, ...]):
    step = verify(f"{LET}$${text}$$", jobs=0, second_reader=False).steps[-1]
    assert step.verdict in verdicts, step


def test_what_words_say_of_events_may_make_it_true():
    text = r"Let $A$ and $B$ be disjoint events. $$P(A \cup B) = P(A) + P(B)$$"
    assert verify(text, jobs=0, second_reader=False).steps[-1].verdict not in ("refuted", "proved", "supported")


def test_random_variables_are_no_events():
    text = r"Let $X \sim \mathcal{N}(0, 1)$; the event is another matter. $$P(X) = 1 - P(\overline{X})$$"
    assert verify(text, jobs=0, second_reader=False).steps[-1].verdict not in ("proved", "supported")
