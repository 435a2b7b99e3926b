"""What stands for an unknown function in a world: closed Lambdas, polynomials and sines with rational coefficients."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from operator import pos
from typing import Any

from flint import fmpq, fmpq_mat

from proofs import language as L

from .draws import Draw, least_integer
from .setting import FREE, Bounds

HALF = L.Number(Fraction(1, 2))


def scalar_function(draw: Draw, space: L.Space, bounds: Bounds = FREE) -> L.Lambda:
    """A smooth function on R or R^m (its dimension a number) with values within the bounds."""
    x, coordinates = _argument(space)
    return L.Lambda(within(smooth(draw, coordinates), bounds), x)


def weight(draw: Draw) -> L.Lambda:
    """A positive function on the line that falls off both ways and is not even: (a + b x^2) e^{d x - c x^2}."""
    x = L.Var("x", L.R)
    a, b, c = (L.Number(abs(draw.nonzero())) for _ in range(3))
    return L.Lambda((a + b * x**2) * L.exp(L.Number(draw.nonzero()) * x - c * x**2), x)


def summable_sequence(draw: Draw, bounds: Bounds = FREE) -> L.Lambda:
    """A sequence c (a + b n) r^n with 0 < r < 1, within bounds that let 0 through: in turn one that falls or, where it
    may, changes its sign, one that rises before it falls, and one that stays near its bound for long.

    For 0 < r an index that is not known to be whole does no harm.
    """
    n, low, high = L.Var("n", L.R), bounds.low, bounds.high
    if (low is not None and low > 0) or (high is not None and high < 0):
        return scalar_function(draw, L.R, bounds)
    sizes = [abs(end) for end in (low, high) if end]
    top = min(sizes) * Fraction(9, 10) if sizes else draw.ratio()
    signed = low != 0 and high != 0
    turn, kind = divmod(draw.number, 3)
    if high == 0 or (signed and turn % 2):
        top = -top
    ratios, starts, slopes = (_CROSSING if signed else _FALLING, _RISING, _SLOW)[kind]
    ratio, start, slope = (L.Number(draw.random.choice(numbers)) for numbers in (ratios, starts, slopes))
    line = start + slope * n if slope.value else start
    return L.Lambda(L.Times((L.Number(top), line, ratio**n)), n)


def _parts(whole: int, *numbers: int) -> list[Fraction]:
    return [Fraction(n, whole) for n in numbers]


# r, a and b such that |(a + b n) r^n| <= 1 for n >= 0
_FAST = [Fraction(1, n) for n in (2, 3, 4, 5)]
_RISING = _FAST, _parts(60, 8, 12, 15), _parts(60, 60, 72, 80)
_FALLING = _FAST, _parts(60, 20, 24, 30), _parts(60, 0, 10, 12, 15, 20)
_CROSSING = _FAST, _parts(60, 45, 50, 60), _parts(60, -16, -20, -25, -30, -40)  # somewhere after n = 1
_SLOW = _parts(60, 48, 50, 54), _parts(60, 57, 60), _parts(60, 0)


def polynomial(draw: Draw, space: L.Space) -> L.Lambda:
    """A polynomial on R or R^m, of another degree in each of the generic worlds: 2, 3 and 4."""
    x, coordinates = _argument(space)
    line = _combination([draw.nonzero() for _ in coordinates], coordinates, draw.coefficient())
    powers = [_scaled(draw.nonzero(), c ** (2 + draw.number % 3)) for c in coordinates]
    mixed = [_scaled(draw.nonzero(), L.Times((a, b))) for a, b in pairwise(coordinates)]
    return L.Lambda(L.Plus((*_spread(line), *powers, *mixed)), x)


def lipschitz_function(
    draw: Draw, space: L.Space, constant: Fraction, smooth: bool = False, taut: bool = False
) -> L.Lambda:
    """A function on R or R^m with a Lipschitz constant: affine and as steep as may be, with a kink, or a wave.

    A smooth one has no kink, and one that is taut is always the first.
    """
    x, coordinates = _argument(space)
    shares = draw.masses(len(coordinates)) if coordinates else []
    kinked = L.arctan if smooth else lambda t: abs(t - L.Number(draw.coefficient()))
    shapes = (pos, pos, pos) if taut else (pos, kinked, L.sin)  # +t is t
    bent = [
        _scaled(constant * share * draw.sign(), shapes[(draw.number + k) % 3](c))
        for k, (share, c) in enumerate(zip(shares, coordinates, strict=True))
    ]
    return L.Lambda(L.fold(L.Plus, bent, 0) + L.Number(draw.coefficient()), x)


def entangled_function(draw: Draw, size: int, bounds: Bounds = FREE) -> L.Lambda:
    """A smooth function of several numbers, taken as one vector, that is no sum of functions of one of them."""
    x, coordinates = _argument(L.Vectors(L.Number(size)))
    mixed = [L.Times((L.Number(draw.nonzero()), a, b)) for a, b in pairwise(coordinates)]
    return L.Lambda(within(L.Plus((*_spread(smooth(draw, coordinates)), *mixed)), bounds), x)


def counts(draw: Draw, size: int, bounds: Bounds) -> L.Lambda:
    """A function of integers, taken as one vector (one alone as it is), whose values are small integers that vary."""
    x, places = _argument(L.Vectors(L.Number(size)) if size > 1 else L.R)
    low = least_integer(bounds, otherwise=1)
    width = draw.counts() if bounds.high is None else min(draw.counts(), max(1, int(bounds.high // 1 - low) + 1))
    if width == 1:
        return L.Lambda(L.Number(low), x)
    place = L.Plus((*(L.Number(k) * p for k, p in enumerate(places, 1)), L.Number(draw.random.randrange(width))))
    return L.Lambda(L.Number(low) + place - width * L.floor(place / width), x)


def vector_function(draw: Draw, space: L.Space, size: int, bounds: Bounds = FREE) -> L.Lambda:
    """A smooth function with ``size`` coordinates."""
    x, coordinates = _argument(space)
    return L.Lambda(L.Column(tuple(within(smooth(draw, coordinates), bounds) for _ in range(size))), x)


def triangular_function(draw: Draw, space: L.Space) -> L.Lambda:
    """A map of R^m whose i-th coordinate depends on the first i, strictly monotone in the last of them."""
    x, coordinates = _argument(space)
    entries = []
    for i, own in enumerate(coordinates):
        slope = L.Number(draw.nonzero())
        cube = own**3 if slope.value > 0 else -(own**3)
        entries.append(L.Plus((L.Times((slope, own)), cube, *_spread(smooth(draw, coordinates[:i])))))
    return L.Lambda(L.Column(tuple(entries)), x)


def diffeomorphism(draw: Draw, space: L.Space, triangular: bool) -> tuple[L.Lambda, L.Lambda]:
    """A smooth bijection of R or R^m and its inverse: an affine map, or a nonlinear triangular one."""
    x, coordinates = _argument(space)
    y, images = _argument(space, "v")
    if not isinstance(space, L.Vectors):
        a, b = L.Number(draw.nonzero()), L.Number(draw.coefficient())
        if draw.number % 2:
            back = (L.log(y + L.sqrt(y**2 + 1)) - b) / a
            return L.Lambda(L.Elementary("sinh")(a * x + b), x), L.Lambda(back, y)
        return L.Lambda(a * x + b, x), L.Lambda((y - b) / a, y)
    n = len(coordinates)
    if draw.number % 2 == 0 and not triangular:
        rows = invertible(draw, n)
        shift = [draw.coefficient() for _ in range(n)]
        inverse = fmpq_mat(n, n, [fmpq(c.numerator, c.denominator) for row in rows for c in row]).inv()
        back_rows = [[Fraction(int(inverse[i, j].p), int(inverse[i, j].q)) for j in range(n)] for i in range(n)]
        moved = [v - L.Number(b) for v, b in zip(images, shift, strict=True)]
        there = [_combination(row, coordinates, b) for row, b in zip(rows, shift, strict=True)]
        return L.Lambda(L.Column(tuple(there)), x), L.Lambda(
            L.Column(tuple(_combination(row, moved, Fraction(0)) for row in back_rows)), y
        )
    forth: list[L.Term] = []
    back_entries: list[L.Term] = []
    for i in range(n):
        c = L.Number(draw.nonzero())
        if i == 0:
            forth.append(c * coordinates[0])
            back_entries.append(images[0] / c)
        else:
            before, recovered = coordinates[i - 1], back_entries[-1]
            forth.append(c * coordinates[i] * L.exp(L.sin(before)) + before**2)
            back_entries.append((images[i] - recovered**2) / (c * L.exp(L.sin(recovered))))
    return L.Lambda(L.Column(tuple(forth)), x), L.Lambda(L.Column(tuple(back_entries)), y)


def increasing(draw: Draw, home: L.Space) -> tuple[L.Lambda, L.Lambda]:
    """A smooth increasing function from R onto the inside of ``home``, and what undoes it there."""
    x, y = L.Var("u", L.R), L.Var("v", L.R)
    a, b = L.Number(abs(draw.nonzero())), L.Number(draw.coefficient())
    inner: L.Term = a * x + b
    straight = L.Lambda((y - b) / a, y)
    if draw.number % 2:
        inner = L.Elementary("sinh")(inner)
        straight = L.Lambda((L.log(y + L.sqrt(y**2 + 1)) - b) / a, y)
    if isinstance(home, L.Reals):
        return L.Lambda(inner, x), straight
    assert isinstance(home, L.Interval)
    part = (y - home.low) / (home.high - home.low)
    back = L.substitute(straight.body, {y: L.log(part / (1 - part))})
    return L.Lambda(home.low + (home.high - home.low) * L.sigmoid(inner), x), L.Lambda(back, y)


def smooth(draw: Draw, coordinates: list[L.Term]) -> L.Term:
    """A polynomial, or an affine function plus a sine, in the coordinates; a number if there are none."""
    constant = draw.coefficient()
    if not coordinates:
        return L.Number(constant)
    line = _combination([draw.nonzero() for _ in coordinates], coordinates, constant)
    bent = coordinates[draw.random.randrange(len(coordinates))]
    curve = L.sin(bent) if draw.number % 2 else bent**2
    bend = draw.coefficient()
    return L.Plus((*_spread(line), _scaled(bend, curve))) if bend else line


def within(t: L.Term, bounds: Bounds) -> L.Term:
    """A term that takes values within the bounds, made of one that takes any."""
    match bounds.low, bounds.high:
        case None, None:
            return t
        case low, None:
            return _shifted(t**2 + HALF, low)
        case None, high:
            return L.Number(high) - (t**2 + HALF)
        case low, high:
            return _shifted(L.Number(high - low) * L.sigmoid(t), low)
    raise AssertionError("all cases of two ends")


def towards_mean(table: dict[Any, Any], mean: Any, wanted: Any, bounds: Bounds) -> dict[Any, Any] | None:
    """The values of a random variable between bounds, all drawn towards one of these, so that their mean is the one
    that is wanted; None where they cannot be."""
    if not all(isinstance(each, Fraction | int) for each in (wanted, *table.values())) or wanted == mean:
        return table if wanted == mean else None
    end = bounds.low if wanted < mean or bounds.high is None else bounds.high
    if end is None or end == mean or (wanted - end) / (mean - end) < 0 or (wanted == end):
        return None
    if (bounds.low is not None and wanted < bounds.low) or (bounds.high is not None and wanted > bounds.high):
        return None
    return {point: end + (value - end) * (wanted - end) / (mean - end) for point, value in table.items()}


def with_mean_at_ends(masses: list[Fraction], wanted: Any, bounds: Bounds) -> dict[Any, Any] | None:
    """Values of a random variable of which some are the least that it may have, or close to that, and the others as far
    away as its mean lets them be; None where it is not bounded below, or no such values are found."""
    low, high = bounds.low, bounds.high
    if low is None or not isinstance(wanted, Fraction | int) or not bounds.admits(Fraction(wanted)) or wanted == low:
        return None
    least = low + (wanted - low) / 16 if bounds.low_open else low
    needed = Fraction(0) if high is None else (wanted - least) / (high - least)
    far, share = set[int](), Fraction(0)
    for point in sorted(range(len(masses)), key=lambda k: masses[k]):
        if share < needed or not share:
            far.add(point)
            share += masses[point]
    most = least + (wanted - least) / share
    return {k: most if k in far else least for k in range(len(masses))} if bounds.admits(most) else None


def invertible(draw: Draw, n: int, sign: int = 0) -> list[list[Fraction]]:
    """A generic matrix that is not singular, with a determinant of the wanted sign (0: any)."""
    while True:
        rows = [[draw.coefficient() for _ in range(n)] for _ in range(n)]
        det = determinant(rows)
        if det != 0:
            if rows and det * sign < 0:
                rows[0] = [-x for x in rows[0]]
            return rows


def determinant(rows: list[list[Fraction]]) -> Fraction:
    found = fmpq_mat(len(rows), len(rows), [fmpq(x.numerator, x.denominator) for row in rows for x in row]).det()
    return Fraction(int(found.p), int(found.q))


def positive_definite(draw: Draw, n: int) -> list[list[Fraction]]:
    """L L' for a lower triangular L with a diagonal that is not 0."""
    lower = [
        [draw.coefficient() if j < i else draw.nonzero() if j == i else Fraction(0) for j in range(n)] for i in range(n)
    ]
    return [[sum((a * b for a, b in zip(p, q, strict=True)), Fraction(0)) for q in lower] for p in lower]


def orthonormal(draw: Draw, rows: int, columns: int) -> list[list[Fraction]]:
    """The first columns of a product of reflections by rational vectors, 1 - 2 v v' / v' v."""
    found = [[Fraction(i == j) for j in range(rows)] for i in range(rows)]
    for _ in range(2 if rows else 0):
        v = [draw.nonzero() for _ in range(rows)]
        share = 2 / sum((x * x for x in v), Fraction(0))
        along = [share * sum((v[i] * found[i][j] for i in range(rows)), Fraction(0)) for j in range(rows)]
        found = [[found[i][j] - v[i] * along[j] for j in range(rows)] for i in range(rows)]
    return [row[:columns] for row in found]


def commuting(draw: Draw, matrix: Any, definite: bool) -> list[list[Fraction]]:
    """A polynomial in a matrix; of a positive definite one with positive coefficients, if it is to be so."""
    n = len(matrix)
    a, b, c = (abs(x) if definite else x for x in (draw.nonzero() for _ in range(3)))
    squares = [[sum((x * y for x, y in zip(p, q, strict=True)), Fraction(0)) for q in zip(*matrix, strict=True)]
               for p in matrix]  # fmt: skip
    return [[a * (i == j) + b * matrix[i][j] + c * squares[i][j] for j in range(n)] for i in range(n)]


def _argument(space: L.Space, name: str = "u") -> tuple[L.Var, list[Any]]:
    x = L.Var(name, space)
    if not isinstance(space, L.Vectors):
        return x, [x]
    return x, [x[i] for i in range(1, int(space.dimension.value) + 1)]


def _combination(coefficients: list[Fraction], terms: list[Any], constant: Fraction) -> L.Term:
    parts = [_scaled(c, t) for c, t in zip(coefficients, terms, strict=True) if c != 0]
    return L.fold(L.Plus, [*parts, *([L.Number(constant)] if constant or not parts else [])], 0)


def _scaled(by: Fraction, t: Any) -> L.Term:
    return t if by == 1 else L.Times((L.Number(by), t))


def _shifted(t: L.Term, by: Any) -> L.Term:
    return L.Number(by) + t if by else t


def _spread(t: L.Term) -> tuple[L.Term, ...]:
    return t.args if isinstance(t, L.Plus) else (t,)
