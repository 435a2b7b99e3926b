"""Principal roots of matrices: their squares, their eigenvalues, against mpmath, and what has none."""

from random import Random

import mpmath
import pytest
from flint import arb, arb_mat, ctx, fmpq

from proofs.judging.linear import Mat, identity
from proofs.judging.matrix_roots import principal_root
from proofs.judging.scalars import Undefined, Unknown


@pytest.fixture(autouse=True)
def _precision():
    with ctx.workprec(150):
        yield


def exact(rows):
    return Mat([fmpq(x) for x in row] for row in rows)


def definite(draw, n):
    """A' A + 1 with small integers."""
    a = exact([[draw.randint(-3, 3) for _ in range(n)] for _ in range(n)])
    return a.transposed @ a + identity(n)


def entries(a):
    return [x for row in a.rows for x in row]


@pytest.mark.parametrize("n", range(1, 6))
@pytest.mark.parametrize("seed", range(3))
def test_the_root_of_a_definite_matrix(n, seed):
    a = definite(Random(10 * n + seed), n)
    root = principal_root(a)
    wanted = mpmath.sqrtm(mpmath.matrix([[mpmath.mpf(int(x.p)) / int(x.q) for x in row] for row in a.rows]))
    for x, y in zip(entries(root @ root), entries(a), strict=True):
        assert arb(x).overlaps(arb(y)) and arb(x).rad() < 1e-12
    for i in range(n):
        for j in range(n):
            assert abs(float(arb(root.rows[i][j]).mid()) - float(mpmath.re(wanted[i, j]))) < 1e-10


@pytest.mark.parametrize("rows", [((5, 2, 2), (2, 5, 2), (2, 2, 5)), ((4, 0, 0), (0, 4, 0), (0, 0, 9))])
def test_eigenvalues_may_be_equal(rows):
    root = principal_root(exact(rows))
    assert all(arb(x).overlaps(arb(y)) for x, y in zip(entries(root @ root), entries(exact(rows)), strict=True))
    assert root.is_positive_definite() if rows[0][1] == 0 else arb(root.trace()).overlaps(arb(3) + 2 * arb(3).sqrt())


@pytest.mark.parametrize("n", (2, 3, 4))
def test_the_root_of_a_product_of_definite_matrices(n):
    """It is not symmetric, and has the trace of the root of S^(1/2) T S^(1/2)."""
    s, t = definite(Random(n), n), definite(Random(n + 9), n)
    root, half = principal_root(s @ t), principal_root(s)
    assert all(arb(x).overlaps(arb(y)) for x, y in zip(entries(root @ root), entries(s @ t), strict=True))
    assert arb(root.trace()).overlaps(arb(principal_root(half @ t @ half).trace()))


def test_balls_are_roots_of_every_matrix_within():
    """The ball of the root of a ball holds the roots of the matrices at its ends."""
    ends = [exact(((4 + k, 1, 0), (1, 3, 1), (0, 1, 5))) for k in (fmpq(-1, 10**6), fmpq(0), fmpq(1, 10**6))]
    wide = Mat([[arb(4, 1e-6), arb(1), arb(0)], [arb(1), arb(3), arb(1)], [arb(0), arb(1), arb(5)]])
    found = principal_root(wide)
    for end in ends:
        assert all(
            arb(x).contains(arb(y).mid()) for x, y in zip(entries(found), entries(principal_root(end)), strict=True)
        )
    assert arb_mat(found.flint())[0, 0].rad() > 1e-8


@pytest.mark.parametrize(
    "rows", [((-1,),), ((0, 1), (1, 0)), ((-4, 0), (0, -9)), ((0, 1), (0, 0)), ((1, 0, 0), (0, -1, 0), (0, 0, 1))]
)
def test_a_matrix_with_a_negative_eigenvalue_has_no_root(rows):
    with pytest.raises(Undefined):
        principal_root(exact(rows))


def test_what_is_not_shown_is_left_open():
    with pytest.raises(Unknown):
        principal_root(exact(((1, 2, 0), (2, 1, 0), (0, 0, 1))))
