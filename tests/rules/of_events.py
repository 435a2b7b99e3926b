"""The rules of probabilities of events: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import Cartesian, Density, Event, Number, Sum, Tuple, Var, density, symbols
from proofs.rules import inclusion_and_exclusion, told_probabilities
from tests.rules.examples import Example

A, B = (Event(Number(0), Number(1), name) for name in "AB")
P = Density("P", Cartesian((A, B)))
a, b = Var("a", A), Var("b", B)
q = symbols("q")
yes, no = Number(1), Number(0)


def both(first, second):
    """The probability that this happens, or does not."""
    return P(Tuple((first, second)))


P_A, P_B = Sum(both(yes, b), b), Sum(both(a, yes), a)
NOT_A, NOT_B = Sum(both(no, b), b), Sum(both(a, no), a)
UNION = both(yes, yes) + both(yes, no) + both(no, yes)
TOLD = (density(P), P_A.eq(Number(1) / 3))
INDEPENDENT = both(yes, yes).eq(P_A * P_B)
GIVEN_A = (both(yes, yes) / P_A).eq(Number(9) / 10)
GIVEN_NOT_A = (both(no, yes) / NOT_A).eq(Number(1) / 10)

EXAMPLES = [
    Example(inclusion_and_exclusion, NOT_A, 1 - P_A, (density(P),)),
    Example(inclusion_and_exclusion, both(no, no), 1 - P_A - P_B + both(yes, yes), (density(P),)),
    Example(inclusion_and_exclusion, 3 * NOT_B + q, 3 - 3 * P_B + q, (density(P),)),
    Example(told_probabilities, NOT_A, Number(2) / 3, TOLD),
    Example(told_probabilities, UNION, Number(1) / 3 + P_B * 2 / 3, (*TOLD, INDEPENDENT)),
    Example(told_probabilities, P_B, Number(11) / 30, (*TOLD, GIVEN_A, GIVEN_NOT_A)),
    Example(told_probabilities, NOT_A, 1 - q, (density(P), P_A.eq(q))),
]
REFUSED = [
    Example(inclusion_and_exclusion, NOT_A, P_A, (density(P),)),
    Example(inclusion_and_exclusion, both(no, no), 1 - P_A - P_B, (density(P),)),
    Example(inclusion_and_exclusion, NOT_A, 1 - P_A, ()),
    Example(inclusion_and_exclusion, both(yes, yes), P_A * P_B, (density(P),)),
    Example(told_probabilities, both(yes, yes), P_A * P_B, TOLD),
    Example(told_probabilities, NOT_A, Number(1) / 3, TOLD),
    Example(told_probabilities, UNION, Number(1) / 3 + P_B, (*TOLD, INDEPENDENT)),
    Example(told_probabilities, P_B, Number(11) / 30, (*TOLD, GIVEN_A)),
    Example(told_probabilities, both(yes, yes), Number(1) / 3, (density(P), (both(yes, yes) + P_A).eq(Number(1) / 3))),
    Example(told_probabilities, P_A, Number(0), (density(P), both(yes, yes).eq(0))),
]
