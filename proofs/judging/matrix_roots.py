"""Principal square roots of matrices: enclosures that need no eigenvalues to be told apart."""

from __future__ import annotations

from flint import acb_mat, arb, arb_mat, ctx

from .elementary import call
from .linear import Mat, Vec, diagonal, from_flint, identity
from .scalars import Undefined, Unknown, is_zero, sign_of

STEPS = 60  # of the iteration: the first ones halve the largest eigenvalue, the last few double the digits


def principal_root(a: Mat) -> Mat:
    """The matrix of which ``a`` is the square and whose eigenvalues have positive real parts (or are 0, in a diagonal).

    Raises ``Undefined`` where there is none, and ``Unknown`` where it is not enclosed.
    """
    root = _root(a)
    return root.mirrored() if a.is_symmetric() else root


def _root(a: Mat) -> Mat:
    n = a.size
    if all(is_zero(a.rows[i][j]) for i in range(n) for j in range(n) if i != j):
        return _of_diagonal(a)
    if n == 2:
        return _of_two(a)
    written = a.flint()
    if written is None:
        raise Unknown("the square root of a matrix that moves with a variable")
    plain = arb_mat(written)
    found = _near_symmetric(plain)
    return _by_eigenvectors(plain) if found is None else found


def _of_diagonal(a: Mat) -> Mat:
    entries = [a.rows[i][i] for i in range(a.size)]
    if any(sign_of(x) < 0 for x in entries):
        raise Undefined("the square root of a matrix with a negative eigenvalue")
    return diagonal(Vec(call("sqrt", (x,)) for x in entries))


def _of_two(a: Mat) -> Mat:
    """(A + s) / sqrt(tr A + 2 s) with s = sqrt(det A), by the theorem of Cayley and Hamilton."""
    det = a.det()
    if sign_of(det) < 0:
        raise Undefined("the square root of a matrix with a negative eigenvalue")
    s = call("sqrt", (det,))
    square = a.trace() + 2 * s
    if sign_of(square) <= 0:
        raise Undefined("the square root of a matrix with a negative eigenvalue")
    return (a + identity(2) * s) / call("sqrt", (square,))


def _near_symmetric(a: arb_mat) -> Mat | None:
    """The root of a matrix that is symmetric, or as good as so; None where that is not shown.

    Let X be symmetric with no eigenvalue below c > 0, and E = A - X^2.  Then D -> X D + D X is invertible, its inverse
    of norm at most 1/(2 c); for |E| <= c^2/2 the map that sends D to the solution Y of X Y + Y X = E - D^2 takes the
    ball |D| <= |E|/c into itself and contracts it.  Its fixed point has (X + D)^2 = A, and as |D| <= c/2 the real parts
    of the eigenvalues of X + D are positive.  (Norms are those of Frobenius.)
    """
    x = _approximate(a)
    if x is None:
        return None
    try:
        below = 1 / _norm(x.inv())  # at most the least |eigenvalue|
    except ZeroDivisionError:
        return None
    residual = _norm(a - x * x)
    if not from_flint(x).is_positive_definite() or not residual <= below * below / 2:
        return None
    around = arb(0, (residual / below).upper())
    return Mat([entry + around for entry in row] for row in x.tolist())


def _approximate(a: arb_mat) -> arb_mat | None:
    """A symmetric matrix of exact numbers whose square is nearly ``a``, by the iteration of Denman and Beavers."""
    y, z = a.mid(), arb_mat(identity(a.nrows()).flint())
    for _ in range(STEPS):
        try:
            y, z, before = ((y + z.inv()) / 2).mid(), ((z + y.inv()) / 2).mid(), y
        except ZeroDivisionError:
            return None
        if _norm(y - before) < _norm(y) * arb(2) ** (-ctx.prec // 2):
            break  # the next step would change nothing but the last bits
    return ((y + y.transpose()) / 2).mid()


def _norm(a: arb_mat) -> arb:
    return sum((x * x for x in a.entries()), start=arb(0)).sqrt()


def _by_eigenvectors(a: arb_mat) -> Mat:
    """V diag(sqrt(l)) V^-1 from the eigenvalues l and eigenvectors V.  Raises ``Unknown`` where they are not told apart
    from each other, or from the negative numbers."""
    try:
        values, vectors = acb_mat(a).eig(right=True)
        inverse = vectors.inv()
    except (ValueError, ZeroDivisionError):
        raise Unknown("eigenvalues that are not told apart") from None
    if not all(x.real > 0 for x in values):
        raise Unknown("the square root of a matrix whose eigenvalues may not be positive")
    roots = acb_mat([[x.sqrt() if i == j else 0 for j in range(len(values))] for i, x in enumerate(values)])
    return Mat([x.real for x in row] for row in (vectors * roots * inverse).tolist())
