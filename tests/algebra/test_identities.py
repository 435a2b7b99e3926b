"""The algebra on the table of identities: every true one is accepted, no false one is."""

import pytest

from proofs.algebra import equal, zero
from proofs.language import Density, Divergence, Mixture, Number, R
from proofs.language.facts import Facts
from tests.algebra.identities import IDENTITIES


def name(row: object) -> str:
    return str(IDENTITIES.index(row))


@pytest.mark.parametrize("row", IDENTITIES, ids=name)
def test_identity(row):
    left, right, hypotheses, true = row
    facts = Facts(hypotheses)
    assert equal(left, right, facts) is true
    assert equal(right, left, facts) is true
    assert true or not zero(left - right, facts)


def test_the_table_is_large_enough():
    assert sum(row[3] for row in IDENTITIES) >= 40
    assert sum(not row[3] for row in IDENTITIES) >= 40


@pytest.mark.parametrize("row", [r for r in IDENTITIES if r[3] and r[2]], ids=name)
def test_a_hypothesis_that_is_named_is_needed_or_harmless(row):
    """Fewer facts never make more true: without its hypotheses a line is refused or was an identity all along."""
    left, right, hypotheses, _ = row
    assert equal(left, right, Facts(hypotheses))
    assert not equal(left, right + 1, Facts(()))


def test_the_components_of_a_mixture_stand_in_any_order():
    p, q, half, third = Density("p", R), Density("q", R), Number(1) / 2, Number(1) / 3
    of = Divergence(p, Mixture((half, half), (p, q)))
    assert equal(of, Divergence(p, Mixture((half, half), (q, p))), Facts(()))
    assert equal(
        Divergence(p, Mixture((third, 1 - third), (p, q))),
        Divergence(p, Mixture((2 * third, third), (q, p))),
        Facts(()),
    )
    assert not equal(of, Divergence(q, Mixture((half, half), (q, p))), Facts(()))
    assert not equal(
        Divergence(p, Mixture((third, 1 - third), (p, q))),
        Divergence(p, Mixture((third, 1 - third), (q, p))),
        Facts(()),
    )
