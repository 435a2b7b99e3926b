r"""P(A \cap B), P(A | B), P(\overline{A}) of events of which nothing more is said: judged."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import last, verdicts

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
    (r"P(A' \cap B) = P(B) - P(A B)", FINE),
    (r"P(A \triangle B) = P(A) + P(B) - 2 P(A \cap B)", FINE),
    (r"P(A \triangle B) = P(A) + P(B) - P(A \cap B)", WRONG),
    (r"P(A \cup B \cup C) = P(A) + P(B) + P(C) - P(A \cap B) - P(A \cap C) - P(B \cap C)", WRONG),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_probabilities_of_events_are_judged(text: str, expected: tuple[str, ...]):
    assert last(f"{LET}$${text}$$") in expected


IDENTITIES = [
    r"P(A | B) = \frac{P(B | A) P(A)}{P(B | A) P(A) + P(B | A^c) P(A^c)}",
    r"P(B) = P(B | A) P(A) + P(B | \neg A) P(\neg A)",
    r"P(A^c) = 1 - P(A)",
    r"P(A \cup B) = P(A) + P(B) - P(A \cap B)",
]


@pytest.mark.parametrize("text", IDENTITIES)
def test_the_laws_of_probability_are_proved(text: str):
    assert last(f"Let $A$ and $B$ be events. $${text}$$") == "proved"


def test_random_variables_are_no_events():
    text = r"Let $X \sim \mathcal{N}(0, 1)$; the event is another matter. $$P(X) = 1 - P(\overline{X})$$"
    assert last(text) not in ("proved", "supported")


# ---------------------------------------------------------------------------------------------------------------------
# numbers

TEST = "A test has $P(D) = 0.01$, $P(+ | D) = 0.99$ and $P(+ | D^c) = 0.05$. "
PAIR = r"Let $A$ and $B$ be events with $P(A) = 0.3$, $P(B) = 0.4$ and $P(A \cap B) = 0.1$. "
NUMBERS = [
    (TEST, "P(+) = P(+ | D) P(D) + P(+ | D^c) P(D^c)", "proved"),
    (TEST, "P(+) = 0.0594", "proved"),
    (TEST, "P(+) = 0.0495", "refuted"),
    (TEST, r"P(D | +) = \frac{0.99 \cdot 0.01}{0.99 \cdot 0.01 + 0.05 \cdot 0.99}", "proved"),
    (TEST, r"P(D | +) = \frac{0.99 \cdot 0.01}{0.99 \cdot 0.01 + 0.05 \cdot 0.01}", "refuted"),
    (TEST, r"P(D | +) = \frac{1}{6}", "proved"),
    (TEST, "P(D | +) = 0.99", "refuted"),
    (TEST, r"P(D | -) = \frac{1}{9406}", "proved"),
    (PAIR, r"P(A \cup B) = 0.6", "proved"),
    (PAIR, r"P(A \cup B) = 0.7", "refuted"),
    (PAIR, r"P(A | B) = 0.25", "proved"),
    (PAIR, r"P(B | A) = \frac{1}{4}", "refuted"),
    (PAIR, r"P(A^c \cap B^c) = 0.4", "proved"),
    (PAIR, r"P(A' \cap B) = 0.3", "proved"),
    (PAIR, r"P(\bar A | B) = 0.75", "proved"),
    (PAIR, r"P(A \cap B) = P(A) P(B)", "refuted"),
]


@pytest.mark.parametrize(("told", "claim", "expected"), NUMBERS, ids=[claim for _, claim, _ in NUMBERS])
def test_numbers_that_are_told_are_put_in(told: str, claim: str, expected: str):
    *given, found = verdicts(f"{told} Then $${claim}$$")
    assert set(given) == {"given"} and found == expected


def test_what_is_left_open_is_not_claimed():
    told = "Let $A$ and $B$ be events with $P(A) = 0.3$ and $P(B) = 0.4$. "
    assert verdicts(told + r"Then $P(A \cap B) = 0.12$.") == ["given", "given", "refuted"]
    assert verdicts(told + r"Then $P(A \cap B) \le 0.3$.")[-1] in FINE
    assert verdicts(told + r"Then $P(A \cap B) \le 0.2$.")[-1] == "refuted"


def test_names_in_the_place_of_numbers():
    told = "Let $A$ and $B$ be events with $P(A) = p$, $P(B | A) = q$ and $P(B | A^c) = r$. "
    assert last(told + "Then $$P(B) = p q + (1 - p) r$$") == "proved"
    assert last(told + "Then $$P(B) = p q + p r$$") == "refuted"


def test_probabilities_that_cannot_be_are_refuted_and_prove_nothing():
    text = r"Let $A$ and $B$ be events. Suppose $P(A) = 0.3$ and $P(A \cap B) = 0.5$. Then $P(A^c) = 0.7$."
    assert verdicts(text) == ["given", "refuted", "undecided"]
    assert verdicts("Let $A$ be an event with $P(A) = 1.2$.") == ["refuted"]


def test_a_counterexample_shows_the_probabilities_of_what_may_happen():
    found = verify(f"{PAIR} Then $$P(B | A) = 0.5$$", jobs=0, second_reader=False).steps[-1].counterexample
    assert dict(found.assignments) == {
        r"P(A \cap B)": r"\frac{1}{10}",
        r"P(A \cap B^c)": r"\frac{1}{5}",
        r"P(A^c \cap B)": r"\frac{3}{10}",
        r"P(A^c \cap B^c)": r"\frac{2}{5}",
    }


def test_what_words_say_happens_may_settle_more_than_was_read():
    dice = "Two dice are rolled. Let $A$ be the event that the first shows 6, and $B$ the event that the sum is 7. "
    assert last(dice + r"$$P(A \cap B) = P(A) P(B)$$") == "undecided"
    assert last(dice + r"$$P(A \cap B) = P(A) + P(B) - P(A \cup B)$$") == "proved"


def test_events_that_nothing_ties_have_tables_of_their_own():
    text = r"Let $A$, $B$, $C$, $D$, $F$, $G$ be events. $$P(A | B) = P(B | A)$$ $$P(C \cup D) + P(F | G) = P(F | G) + P(D \cup C)$$"
    assert verdicts(text) == ["refuted", "proved"]


# ---------------------------------------------------------------------------------------------------------------------
# words

THIRDS = "with $P(A) = 1/3$ and $P(B) = 1/4$. "
WORDS = [
    ("Let $A$ and $B$ be independent events " + THIRDS, r"P(A \cup B) = \frac{1}{2}", "proved"),
    ("Let $A$ and $B$ be independent events " + THIRDS, r"P(A \cup B) = \frac{7}{12}", "refuted"),
    ("Let $A$ and $B$ be disjoint events " + THIRDS, r"P(A \cup B) = \frac{7}{12}", "proved"),
    ("Let $A$ and $B$ be disjoint events " + THIRDS, r"P(A \cup B) = \frac{1}{2}", "refuted"),
    ("Let $A$ and $B$ be independent events. ", r"P(A \cap B^c) = P(A) P(B^c)", "proved"),
    ("Let $A$ and $B$ be independent events. ", r"P(A \cup B) = P(A) + P(B)", "refuted"),
    ("The events $A$ and $B$ are mutually exclusive. ", r"P(A \cup B) = P(A) + P(B)", "proved"),
    ("The events $A$ and $B$ are mutually exclusive. ", r"P(A \cap B) = P(A) P(B)", "refuted"),
    ("Let $P(A) = 0.3$, $P(B) = 0.4$ and $A$, $B$ independent. ", r"P(A \cup B) = 0.58", "proved"),
    ("Let $P(A) = 0.3$, $P(B) = 0.4$ with $A$ and $B$ independent. ", r"P(A \cup B) = 0.7", "refuted"),
    ("The event $A$ is independent of the event $B$. ", r"P(A | B) = P(A)", "undecided"),
    ("Let $A$ and $B$ be events. $A$ is independent of $B$. ", r"P(A | B) = P(A)", "proved"),
    ("Let $A$ and $B$ be events. Suppose that they are independent. ", r"P(A | B^c) = P(A)", "proved"),
    ("Let $A$ and $B$ be events that are not independent. ", r"P(A | B) = P(A)", "refuted"),
    ("Let $A$ and $B$ be events. Show that $A$ and $B$ are independent. ", r"P(A | B) = P(A)", "refuted"),
    (r"Let $A$ and $B$ be events with $A \cap B = \emptyset$. ", r"P(A \cup B) = P(A) + P(B)", "proved"),
    (r"Let $A \subseteq B$ be events. ", r"P(B | A) = 1", "proved"),
    (r"Let $A \subseteq B$ be events. ", r"P(A | B) = 1", "refuted"),
    ("Let $A, B, C$ be mutually independent events. ", r"P(A \cap B \cap C) = P(A) P(B) P(C)", "proved"),
    ("Let $A, B, C$ be pairwise independent events. ", r"P(A \cap B \cap C) = P(A) P(B) P(C)", "refuted"),
    (
        "Let $B_1, B_2$ be a partition of the sample space and $A$ an event. ",
        "P(A) = P(A | B_1) P(B_1) + P(A | B_2) P(B_2)",
        "proved",
    ),
    ("Let $B_1, B_2$ be disjoint events and $A$ an event. ", "P(A) = P(A | B_1) P(B_1) + P(A | B_2) P(B_2)", "refuted"),
]


@pytest.mark.parametrize(("told", "claim", "expected"), WORDS, ids=[f"{told}{claim}" for told, claim, _ in WORDS])
def test_what_words_say_of_how_events_are_related_is_used(told: str, claim: str, expected: str):
    assert last(f"{told}$${claim}$$") == expected


def test_a_definition_tells_nothing_of_other_events():
    text = "Two events $A$ and $B$ are called independent if $P(A \\cap B) = P(A) P(B)$.\n\nFor any events, $$P(A \\cap B) = P(A) P(B)$$"
    assert verdicts(text) == ["proved", "refuted"]
    wrong = "Two events $A$ and $B$ are called independent if $P(A \\cap B) = P(A) + P(B)$."
    assert verdicts(wrong) == ["refuted"]


def test_a_case_ends_with_its_sentence():
    text = "If the events $A$ and $B$ are disjoint, then $P(A \\cup B) = P(A) + P(B)$.\n\nIn general, $$P(A \\cup B) = P(A) + P(B)$$"
    first, second = verdicts(text)
    assert first == "proved" and second not in FINE


def test_what_is_said_anew_takes_the_place_of_what_was_said():
    text = r"Let $A$ and $B$ be independent events. $$P(A | B) = P(A)$$ Now let $A$ and $B$ be disjoint events. $$P(A | B) = P(A)$$"
    assert verdicts(text) == ["proved", "refuted"]


def test_a_further_example_may_be_about_other_events_of_the_same_names():
    first = (
        "Let $A$ and $B$ be events with $P(A) = 0.3$, $P(B) = 0.5$ and $P(A \\cap B) = 0.2$. Then $P(A | B) = 0.4$.\n\n"
    )
    again = "Let $A$ and $B$ be events with $P(B) = 0.5$ and $P(A | B) = 0.6$. Then $P(A \\cap B) = 0.3$."
    assert verdicts(first + again) == ["given"] * 3 + ["proved"] + ["given"] * 2 + ["undecided"]
    itself = "Suppose $P(A) = 0.3$ and $P(A \\cap B) = 0.5$."
    assert verdicts(first + itself)[-1] == "refuted"


def test_the_repair_of_events_is_about_events():
    text = r"Let $A$ and $B$ be events. Then $P(A \cup B) = P(A) + P(B)$."
    (step,) = verify(text, jobs=0, second_reader=False).steps
    assert step.verdict == "refuted" and step.repair == r"true with $-P(A \cap B)$ added"


@pytest.mark.parametrize(("value", "wanted"), [("0.154", "supported"), ("0.25", "refuted")])
def test_about_how_much_an_event_has_is_judged(value, wanted):
    told = r"With $P(A) = 0.01$, $P(B|A) = 0.9$ and $P(B|A^c) = 0.05$ we get "
    assert last(rf"{told}$$P(A|B) \approx {value}$$") == wanted


def test_letters_that_sentences_mention_may_be_events():
    told = r"Machine $A$ produces 60\% and machine $B$ 40\% of the items. Let $P(A) = 0.6$, $P(B) = 0.4$"
    assert verdicts(f"{told}.") == ["given", "given"]  # P is no function that has the value 0.6
    steps = verdicts(
        rf"{told}, $P(D \mid A) = 0.02$ and $P(D \mid B) = 0.03$. Then $P(D \cap A) = 0.012$. Then $P(D) = 0.024$."
    )
    assert steps[-2:] == ["proved", "undecided"]  # that the machines are no two at once, nobody says
