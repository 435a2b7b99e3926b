"""The log-determinant of two composed affine coupling layers, against the determinant of SymPy's Jacobian.

Scale i of a layer depends on all coordinates of the half that it keeps; the second layer keeps what the first changed.
Ours is ``flow_log_determinant`` specialised to each layer at its own point, every step licensed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import derivations as book
from proofs import enclose
from proofs.language import Plus, Term, exp, fold, sin, substitute, symbols, term

from .timing import Row, limited, timed

LIMIT = 60  # seconds for SymPy
SIZES = (4, 16, 64)

SYMPY = """
from sympy import *
def layer(a, b):
    s = [sin((i + 1)*Add(*a)/len(a)) for i in range(len(b))]
    return [v*exp(s[i]) + a[i] for i, v in enumerate(b)]
def log_determinant(n):
    x = symbols("x1:%d" % (n + 1), real=True)
    a, b = list(x[:n//2]), list(x[n//2:])
    b = layer(a, b)
    a = layer(b, a)
    return x, log(abs(Matrix(a + b).jacobian(Matrix(x)).det()))
"""

Half = tuple[Term, ...]


def scale(size: int) -> Callable[[Term], Half]:
    """The function s of one layer: s_i(u) = sin(i times the mean of u)."""

    def s(u: Term) -> Half:
        mean = fold(Plus, [u[i] for i in range(1, size + 1)], 0) / size
        return tuple(sin(i * mean) for i in range(1, size + 1))

    return s


def layer(kept: Half, moved: Half) -> tuple[Term, Half]:
    """The log-determinant of one layer at the point (kept, moved), licensed, and what the moved half becomes."""
    size = len(kept)
    s = scale(size)
    proof = book.derive("flow_log_determinant").at(
        m=size, n=size, s=s, t=lambda u: tuple(u[i] for i in range(1, size + 1)), x_a=kept, x_b=moved
    )
    total = fold(Plus, list(kept), 0) / size
    image = tuple(b * exp(sin((i + 1) * total)) + kept[i] for i, b in enumerate(moved))
    return proof.theorem.claim.statement.right, image


def log_determinant(x: Half) -> Term:
    """Of two layers after one another, the second at its own point."""
    a, b = x[: len(x) // 2], x[len(x) // 2 :]
    first, b = layer(a, b)
    second, _ = layer(b, a)
    return first + second


def rows() -> Iterator[Row]:
    _same_as_sympy()
    took = {}
    for n in SIZES:
        x = tuple(symbols(f"x_{i}") for i in range(1, n + 1))
        took[n] = min(timed(lambda x=x: log_determinant(x)) for _ in range(3))
    theirs, stopped = limited(SYMPY + "log_determinant(4)", LIMIT)
    note = "SymPy at n = 4 only; ours: " + ", ".join(f"n = {n}: {1e3 * seconds:.0f} ms" for n, seconds in took.items())
    yield Row("log-determinant, two couplings, n = 64", took[64], "Matrix.jacobian().det()", theirs, 100, stopped, note)


def _same_as_sympy() -> None:
    """Both compute the same thing: compared at a point for n = 2, where SymPy ends."""
    names: dict[str, Callable] = {}
    exec(SYMPY, names)
    theirs_at, theirs = names["log_determinant"](2)
    x = tuple(symbols("x_1 x_2"))
    point = dict(zip(x, (term(Fraction(1, 3)), term(Fraction(2, 5))), strict=True))
    ours = enclose(substitute(log_determinant(x), point))
    value = theirs.subs(dict(zip(theirs_at, ("1/3", "2/5"), strict=True))).evalf(20)
    assert abs(float(ours.mid()) - float(value)) < 1e-12, (ours, value)
