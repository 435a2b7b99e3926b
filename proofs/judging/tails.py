"""Envelopes: what a function is at most, for all t >= 0, on the part of its axis that quadrature leaves out.

``Tail`` bounds a real function f of t in [0, oo).  Every operation on functions has one on envelopes, so evaluating an
integrand at the envelope of its variable gives the envelope of the integrand.  Each field is a proved statement:

    size   (A, k, b)   |f(t)| <= A (1 + t)^k exp(-b t),  A >= 0, k >= 0 an integer
    above  (v, s)      f(t) <= v + s t     (or None)
    below  (v, s)      f(t) >= v + s t     (or None)
    side   +1, -1      the sign of f, which then has no zero, and ...
    log    a Tail      ... an envelope of log|f|; both None where they are not known
    rest   (c, g)      f = c + g, with an envelope g that is better than that of f: 1 - sigmoid(x) is sigmoid(-x)

All numbers are balls and each use takes the end that keeps the statement true.
"""

from __future__ import annotations

from typing import Any

from flint import arb, arb_poly, fmpq

from .scalars import Lifted, Unknown, ball, is_zero

Size = tuple[arb, int, arb]
Line = tuple[arb, arb]
NOUGHT = arb(0)


class Tail(Lifted):
    """An envelope; see the module."""

    __slots__ = ("above", "below", "log", "rest", "side", "size")

    def __init__(self, level: int, size: Size, above: Line | None, below: Line | None, side: int | None = None,
                 log: Tail | None = None) -> None:  # fmt: skip
        self.level, self.size, self.above, self.below, self.side, self.log = level, size, above, below, side, log
        self.rest: tuple[Any, Tail] | None = None

    def settled(self) -> Tail:
        """This envelope, with sign and logarithm where a line says that it has one (or minus this has)."""
        if self.log is not None:
            return self
        below, above = self.below, self.above
        if below is not None and below[0] > NOUGHT and below[1] >= NOUGHT:
            self.side, self.log = 1, _log_between(self.level, below[0].log(), self.size)
        elif above is not None and above[0] < NOUGHT and above[1] <= NOUGHT:
            self.side, self.log = -1, _log_between(self.level, (-above[0]).log(), self.size)
        return self

    def _lift(self, x: Any) -> Tail:
        if isinstance(x, Tail) and x.level == self.level:
            return x
        x = ball(x)
        if not isinstance(x, arb) or not x.is_finite():
            raise Unknown("an envelope among other lifted values")
        return constant(self.level, x)

    def exponent_of(self, base: Any) -> Tail:
        """base ** f for base <= 0 and whole f, as in a series with changing signs: only its size is kept."""
        if is_zero(base):
            if self.side != 1:
                raise Unknown("a power of 0 whose exponent may not be positive")
            return Tail(self.level, (NOUGHT, 0, arb(1)), (NOUGHT, NOUGHT), (NOUGHT, NOUGHT))
        whole = self.multiply(ball(abs(base)).log()).call("exp", (), False)
        return Tail(self.level, whole.size, None, None)

    def add(self, other: Any) -> Tail:
        if is_zero(other):  # a constant by itself has no envelope that decays
            return self
        if self.rest is not None and not isinstance(other, Lifted):
            offset, rest = self.rest
            if is_zero(offset + other):
                return rest
            moved = Tail(self.level, self.size, self.above, self.below).add(constant(self.level, ball(other)))
            moved.rest = (offset + other, rest)
            return moved
        g = self._lift(other)
        above, below = _add_lines(self.above, g.above), _add_lines(self.below, g.below)
        if self.above is self.below and g.above is g.below:
            above = below  # one object: the function is exactly this line
        result = Tail(self.level, _add_sizes(self.size, g.size), above, below)
        for large, small in ((self, g), (g, self)):
            found = _perturbed(large, small)
            if found is not None:
                result.side, result.log = large.side, found
                return result
        if self.side == g.side == 1 and self.log is not None and g.log is not None:
            result.side = 1
            result.log = _log_of_sum(self, g, result.size)
        return result.settled()

    def multiply(self, other: Any) -> Tail:
        g = self._lift(other)
        if isinstance(other, Tail) and other.level == self.level:
            above, below = _product_lines(self, g)
        else:
            above, below = _scale(self, ball(other))
            if self.rest is not None:
                offset, rest = self.rest
                scaled = Tail(self.level, self.size, self.above, self.below, self.side, self.log).multiply(other)
                scaled.rest = (offset * other, rest.multiply(other))
                return scaled
        (a, k, b), (c, m, d) = self.size, g.size
        size = (a * c, k + m, b + d)
        if self.side and g.side and self.log and g.log:
            log = self.log.add(g.log)
            return Tail(self.level, _smaller(size, log), above, below, self.side * g.side, log)
        return Tail(self.level, size, above, below).settled()

    def reciprocal(self) -> Tail:
        if not self.side or self.log is None:
            raise Unknown("a denominator that is not bounded away from 0 on a tail")
        inverse = self.log.multiply(fmpq(-1)).call("exp", (), False)
        return inverse if self.side > 0 else inverse.multiply(fmpq(-1))

    def sign(self) -> int:
        if self.side:
            return self.side
        raise Unknown("a sign that is not settled on a tail")

    def call(self, name: str, args: tuple, analytic: bool) -> Tail:
        """An elementary function; one argument, or for ``exp`` of this object itself, none."""
        if len(args) > 1:
            return self._of_two(name, args)
        level = self.level
        match name:
            case "exp":
                below = (NOUGHT, NOUGHT)
                if self.below is not None and self.below[1] >= 0:
                    low = self.below[0].exp()
                    below = (low, low * self.below[1])
                size, above = _unbounded(), None
                if self.above is not None:
                    v, s = self.above
                    size = (_up(v.exp()), 0, -s)
                    above = (v.exp(), NOUGHT) if s <= 0 else None
                return Tail(level, size, above, below, 1, self)
            case "log":
                if self.side != 1 or self.log is None:
                    raise Unknown("a logarithm of what may not be positive on a tail")
                return self.log
            case "abs":
                if self.side:
                    return self if self.side > 0 else self.multiply(fmpq(-1))
                return Tail(level, self.size, None, (NOUGHT, NOUGHT))
            case "sign":
                return constant(level, arb(self.sign()))
            case "sqrt":
                if self.side != 1 or self.log is None:
                    raise Unknown("a square root of what may vanish on a tail")
                return self.log.multiply(fmpq(1, 2)).call("exp", (), False)
            case "sin" | "cos" | "erf":
                return _bounded(level, arb(-1), arb(1))
            case "tanh":
                result = _bounded(level, arb(-1), arb(1))
                if self.side:  # tanh g = 1 - 2 sigmoid(-2 g)
                    result.rest = (
                        fmpq(self.side),
                        _sigmoid(self.multiply(fmpq(-2 * self.side))).multiply(fmpq(-2 * self.side)),
                    )
                return result
            case "erfc":
                return self._erfc()
            case "arctan":
                return _bounded(level, -arb.pi() / 2, arb.pi() / 2)
            case "sigmoid":
                result = _sigmoid(self)
                result.rest = (fmpq(1), _sigmoid(self.multiply(fmpq(-1))).multiply(fmpq(-1)))
                return result
            case "softplus":  # max(0, g) <= softplus(g) <= |g| + log 2, and convex in g
                above = None
                if self.above is not None:
                    v, s = self.above
                    above = (abs(v) + arb(2).log(), s.max(NOUGHT))
                below = (NOUGHT, NOUGHT)
                if self.below is not None and self.below[0] > 0 and self.below[1] >= 0:
                    below = self.below
                size = _add_sizes(self.size, (arb(2).log(), 0, NOUGHT))
                if self.above is not None and self.above[1] < 0:  # log(1 + w) <= w
                    size = (_up(self.above[0].exp()), 0, -self.above[1])
                return Tail(level, size, above, below).settled()
            case "loggamma" | "gamma" | "factorial" | "digamma":
                return self._gamma_family(name)
        raise Unknown(f"no envelope for {name}")

    def _erfc(self) -> Tail:
        """erfc decreases; for z >= 0 is -(z + 1)^2 <= log erfc(z) <= -z^2 (Abramowitz and Stegun 7.1.13)."""
        if self.above is not None and self.above[1] <= 0:
            low = self.above[0].erfc()
            log = _bounded(self.level, low.log(), arb(2).log())
            return Tail(self.level, (arb(2), 0, NOUGHT), (arb(2), NOUGHT), (low, NOUGHT), 1, log)
        if self.below is not None and self.above is self.below and self.below[0] > 0 and self.below[1] >= 0:
            v, s = self.below
            log = Tail(self.level, (_up((v + 1).max(s) ** 2), 2, NOUGHT), (-(v**2), -2 * v * s), None)
            return Tail(self.level, (_up((-(v**2)).exp()), 0, 2 * v * s), None, (NOUGHT, NOUGHT), 1, log)
        return _bounded(self.level, NOUGHT, arb(2))

    def _of_two(self, name: str, args: tuple) -> Tail:
        f, g = (self._lift(x) for x in args)
        if name == "binomial":
            return _choices(f, g)
        if name not in ("max", "min"):
            raise Unknown(f"no envelope for {name}")
        return Tail(self.level, _add_sizes(f.size, g.size), None, None)

    def _gamma_family(self, name: str) -> Tail:
        """For arguments z = v + s t, exactly affine, with v >= 2: loggamma is convex and 0 <= loggamma(z) <= z^2."""
        line = self.below
        if name == "factorial" and line is not None:
            line = (line[0] + 1, line[1])
        if line is None or self.above is not self.below or not (line[0] >= 2 and line[1] >= 0):
            raise Unknown("the gamma family on a tail where its argument is not settled")
        v, s = line
        top = _up((v + s) ** 2) if s > 1 else _up((v + 1) ** 2)
        if name == "digamma":
            return Tail(self.level, (top, 1, NOUGHT), None, (NOUGHT, NOUGHT))
        log = Tail(self.level, (top, 2, NOUGHT), None, (v.lgamma(), s * v.digamma()))
        return log if name == "loggamma" else Tail(self.level, _unbounded(), None, (NOUGHT, NOUGHT), 1, log)


def _choices(n: Tail, m: Tail) -> Tail:
    """binom(n, m) where one of m and n - m stays at c >= 0: gamma(n + 1)/gamma(n + 1 - c) <= (n + 1)^c as digamma(z) <=
    log z."""
    for chosen in (m, n.add(m.multiply(fmpq(-1)))):
        if chosen.above is chosen.below and chosen.above is not None and chosen.above[1] == 0:
            c = chosen.above[0]
            if c >= 0 and n.below is not None and n.below[0] >= c and n.below[1] >= 0:
                power, top = constant(n.level, _up(1 / (c + 1).gamma())), n.add(arb(1))
                for _ in range(int(c.ceil().upper().unique_fmpz() or 0)):
                    power = power.multiply(top)
                return Tail(n.level, power.size, None, (NOUGHT, NOUGHT))
    raise Unknown("no envelope for a binomial coefficient")


def _unbounded() -> Size:
    """For functions of which only the logarithm is kept: their size is not used unless a product makes it finite."""
    return (arb.pos_inf(), 0, NOUGHT)


def _up(x: arb) -> arb:
    return arb(x.upper())


def _flip(line: Line | None) -> Line | None:
    return None if line is None else (-line[0], -line[1])


def _add_lines(p: Line | None, q: Line | None) -> Line | None:
    return None if p is None or q is None else (p[0] + q[0], p[1] + q[1])


def _add_sizes(p: Size, q: Size) -> Size:
    return (p[0] + q[0], max(p[1], q[1]), p[2].min(q[2]))


def constant(level: int, c: arb) -> Tail:
    line = (c, NOUGHT)
    if c > 0 or c < 0:
        size = abs(c).log()
        level_line = (size, NOUGHT)
        log = Tail(level, (abs(size), 0, NOUGHT), level_line, level_line)
        return Tail(level, (abs(c), 0, NOUGHT), line, line, 1 if c > 0 else -1, log)
    return Tail(level, (_up(abs(c)), 0, NOUGHT), line, line)


def affine(level: int, v: arb, s: arb) -> Tail:
    """The function v + s t itself."""
    line = (v, s)
    return Tail(level, (_up(abs(v).max(abs(s))), 1, NOUGHT), line, line).settled()


def quadratic(level: int, start: arb, p: arb_poly) -> Tail | None:
    """p(start + t) for a polynomial of degree one or two; None for others, and where the side to which it bends is not
    settled."""
    degree = p.degree()
    if not 1 <= degree <= 2:
        return None
    moved = p(arb_poly([start, 1]))
    line, bend = (moved[0], moved[1]), moved[2]
    if degree == 1:
        return affine(level, *line)
    if not (bend > 0 or bend < 0):
        return None
    largest = abs(line[0]).max(abs(line[1]) / 2).max(abs(bend))  # (1 + t)^2 = 1 + 2 t + t^2
    above, below = (None, line) if bend > 0 else (line, None)
    return Tail(level, (_up(largest), 2, NOUGHT), above, below).settled()


def _bounded(level: int, low: arb, high: arb) -> Tail:
    return Tail(level, (_up(abs(low).max(abs(high))), 0, NOUGHT), (high, NOUGHT), (low, NOUGHT))


def _sigmoid(g: Tail) -> Tail:
    """log sigmoid(g) = -softplus(-g)."""
    log = g.multiply(fmpq(-1)).call("softplus", (), False).multiply(fmpq(-1))
    line = (arb(1), NOUGHT)
    return Tail(g.level, _smaller((arb(1), 0, NOUGHT), log), line, (NOUGHT, NOUGHT), 1, log)


def _scale(f: Tail, c: arb) -> tuple[Line | None, Line | None]:
    above = None if f.above is None else (c * f.above[0], c * f.above[1])
    below = None if f.below is None else (c * f.below[0], c * f.below[1])
    if f.above is f.below:
        return above, above
    if c >= 0:
        return above, below
    return (below, above) if c <= 0 else (None, None)


def _product_lines(f: Tail, g: Tail) -> tuple[Line | None, Line | None]:
    """Lines around f g: for a square the tangent from below; for two functions above rising lines their tangent."""
    if f is g and f.above is f.below and f.below is not None:
        v, s = f.below
        return None, (v * v, 2 * v * s)
    for a, b, turn in ((f.below, g.below, 1), (_flip(f.above), _flip(g.above), 1), (f.below, _flip(g.above), -1),
                       (_flip(f.above), g.below, -1)):  # fmt: skip
        if a and b and a[0] >= 0 and a[1] >= 0 and b[0] >= 0 and b[1] >= 0:
            line = (a[0] * b[0], a[0] * b[1] + a[1] * b[0])
            return (None, line) if turn > 0 else (_flip(line), None)
    return None, None


def _smaller(size: Size, log: Tail) -> Size:
    """A product's size, or that of exp(log) where this decays faster (or is the only one that is finite)."""
    if log.above is None:
        return size
    v, s = log.above
    if not size[0].is_finite() or -s > size[2] or (size[1] and -s >= size[2]):
        return (_up(v.exp()), 0, -s)
    return size


def _log_between(level: int, low: arb, size: Size) -> Tail:
    """The logarithm of a positive function that is at least exp(low) and has this size."""
    a, k, b = size
    top, rise = a.log(), k - b  # log(1 + t) <= t
    most = _up(abs(low) + abs(top) + abs(rise))
    return Tail(level, (most, 1, NOUGHT), (top, rise), (low, NOUGHT))


def _log_of_sum(f: Tail, g: Tail, size: Size) -> Tail | None:
    """log(f + g) of two positive functions: at least the better of the two logarithms, at most that of the size."""
    assert f.log is not None and g.log is not None
    a, k, b = size
    above = (a.log(), k - b) if a.is_finite() and a > 0 else None
    lines = [h.below for h in (f.log, g.log) if h.below is not None]
    below = max(lines, key=lambda line: (float(line[1].mid()), float(line[0].mid()))) if lines else None
    if above is None:
        return None
    low = min((f.log.size, g.log.size), key=lambda s: (s[1], float(s[0].mid())))
    most = _add_sizes(low, (abs(above[0]) + abs(above[1]), 1, NOUGHT))
    return Tail(f.level, most, above, below)


def _perturbed(f: Tail, g: Tail) -> Tail | None:
    """log|f + g| where |g| <= r |f| with r < 1: within log(1 - r), log(1 + r) of log|f|."""
    if f.log is None or f.log.below is None:
        return None
    (v, s), (a, k, b) = f.log.below, g.size
    # (1 + t)^k exp(-c t) <= 1 for c >= k
    if not a.is_finite() or not b + s >= k:
        return None
    r = a * (-v).exp()
    if not r < fmpq(1, 2) or is_zero(r):
        return f.log if is_zero(r) else None
    return f.log.add(_bounded(f.level, (1 - r).log(), (1 + r).log()))


def integral_bound(f: Any) -> arb:
    """An upper bound of the integral of |f| over [0, oo).  Raises ``Unknown`` where the envelope is not integrable."""
    if not isinstance(f, Tail):
        if is_zero(f):
            return arb(0)
        raise Unknown("a tail that does not decay")
    a, k, b = f.size
    if not (a.is_finite() and b > 0):
        raise Unknown("no envelope that decays")
    result, part = arb(0), 1 / b
    for j in range(k + 1):  # the integral of (1 + t)^k exp(-b t), by parts
        result += part
        part = part * (k - j) / b
    return _up(a * result)


def sum_bound(f: Any) -> arb:
    """An upper bound of the sum of |f(t)| over t = 0, 1, 2, ..."""
    if not isinstance(f, Tail):
        return integral_bound(f)
    a, _, b = f.size
    if not (a.is_finite() and b > 0):
        raise Unknown("no envelope that decays")
    # a term is at most exp(b) times the integral of (1 + s)^k exp(-b s) over t <= s <= t + 1
    return _up(integral_bound(f) * b.exp())
