r"""Events that are called by words, \text{rain}, and measures of events however they are written: \Pr[A], \mathbb{P}(A)."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

RAIN = (
    r"Let $P(\text{rain}) = 0.3$, $P(\text{late} \mid \text{rain}) = 0.5$, $P(\text{late} \mid \text{no rain}) = 0.1$. "
)
SPAM = r"We have $P(\text{spam}) = 0.4$ and $P(\text{ham}) = 0.6$, with $P(\text{offer} \mid \text{spam}) = 0.5$ and "
SPAM += r"$P(\text{offer} \mid \text{ham}) = 0.05$. "
SICK = r"Let $P(\text{sick}) = 0.01$ and $P(\text{pos} \mid \text{not sick}) = 0.1$. "
BRACKETS = r"Let $\Pr[A] = 0.3$ and $\Pr[B \mid A] = 0.5$. "
BLACKBOARD = r"Let $\mathbb{P}(A) = 0.3$ and $\mathbb{P}(B \mid A) = 0.5$. "
CASES = [
    (RAIN, r"P(\text{rain} \mid \text{late}) = \frac{15}{22}", "proved"),
    (RAIN, r"P(\text{rain} \mid \text{late}) = \frac{3}{4}", "refuted"),
    (RAIN, r"P(\overline{\text{late}}) = 0.78", "proved"),
    (SICK, r"P(\text{pos}, \text{not sick}) = 0.099", "proved"),
    (SPAM, r"P(\text{offer}) = 0.5 \cdot 0.4 + 0.05 \cdot 0.6", "proved"),  # the two cases that there are
    (SPAM, r"P(\text{offer}) = 0.5 \cdot 0.4 + 0.05 \cdot 0.4", "refuted"),
    (SPAM, r"P(\text{spam} \mid \text{offer}) = \frac{20}{23}", "proved"),
    # what words mean may relate events, and is not read
    (r"Let $P(\text{even}) = \frac12$ and $P(\text{prime}) = \frac12$. ", r"P(\text{even}, \text{prime}) = \frac16", "undecided"),
    (r"Let $P(\text{pos}) = 0.1$. ", r"P(\text{neg}) = 0.9", "undecided"),
    (r"Let $P(\text{rain}) = 0.3$. ", r"P(\text{rain or wind}) = 0.5", "unread"),
    ("", r"P(\text{cause} \mid \text{effect}) = \frac{P(\text{effect} \mid \text{cause}) P(\text{cause})}{P(\text{effect})}", "proved"),
    (BRACKETS, r"\Pr[A \cap B] = 0.15", "proved"),
    (BRACKETS, r"\Pr[A \cap B] = 0.8", "refuted"),
    (BLACKBOARD, r"\mathbb{P}(A^c) = 0.7", "proved"),
    (BLACKBOARD, r"\mathbb{P}(A \cap B) = 0.3", "refuted"),
    ("Let $P[A] = 0.3$. ", "P[A^c] = 0.7", "proved"),
    (r"Let $\mathrm{Prob}(C) = 0.2$. ", r"\mathrm{Prob}(C^c) = 0.7", "refuted"),
]  # fmt: skip


@for_each(CASES)
def test_probabilities_of_events_are_judged_however_they_are_written(told: str, claim: str, verdict: str):
    assert verdicts(f"{told}Then $${claim}.$$")[-1] == verdict


@for_each([
    ("We have $P(A) = 0.4$ and $P(B) = 0.6$, with $P(C | A) = 0.5$. So $P(C, A) = 0.2$.", ["given"] * 3 + ["proved"]),
    ("Let $P(A) = 0.4$. We have $P(A^c) = 0.5$.", ["given", "refuted"]),  # it rests on what was told
])  # fmt: skip
def test_what_is_said_first_of_events_is_told(text: str, expected: list[str]):
    assert sorted(verdicts(text)) == sorted(expected)
