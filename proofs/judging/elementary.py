"""The elementary functions and powers, at every kind of scalar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flint import acb, arb, fmpq, fmpz

from .scalars import HALF, ONE, PLUS, ZERO, Infinite, Lifted, Undefined, Unknown, integer_power, sign_of

VAST = arb(10) ** 1000  # the exponential of more would fill the memory
SLOW_TO_GROW = frozenset({"log", "sqrt", "abs", "sign", "max", "min"})
SCALARS = (fmpq, arb, acb, Lifted, Infinite)  # tuples: a union of types would be made anew at every call
_FINITE, _REAL = (fmpq, arb, acb, Lifted), (fmpq, arb)
LOG_SUM = "log of a sum of exponentials"  # a function of the judge alone, of any number of arguments


def power(base: Any, exponent: Any, analytic: bool) -> Any:
    if not (isinstance(base, SCALARS) and isinstance(exponent, SCALARS)):
        raise Undefined("a power of what is no number")
    if isinstance(exponent, fmpq):
        if exponent.q == 1:
            return integer_power(base, int(exponent.p))
        if exponent == HALF:
            return call("sqrt", (base,), analytic)
    if isinstance(base, Infinite) or isinstance(exponent, Infinite):
        raise Unknown("a power with an infinity")
    if isinstance(base, _REAL) and isinstance(exponent, Lifted) and sign_of(base) <= 0:
        return exponent.exponent_of(base)
    if isinstance(base, Lifted) and isinstance(exponent, Lifted):
        raised = base.raised(exponent) if base.level > exponent.level else None
        if raised is not None:
            return raised
    if isinstance(base, _REAL) and not isinstance(exponent, Lifted):
        sign = sign_of(base)
        if sign < 0:
            if isinstance(exponent, arb) and exponent.contains_integer():
                raise Unknown("a power of a negative number whose exponent is no exact number")
            raise Undefined("a fractional power of a negative number")
        if sign == 0:
            if sign_of(exponent) > 0:
                return ZERO
            raise Undefined("a power of 0 that is not positive")
    return call("exp", (exponent * call("log", (base,), analytic),), analytic)


def call(name: str, args: tuple, analytic: bool = False) -> Any:
    """The elementary function ``name`` at scalars; ``analytic`` asks for nan where it is not analytic on a ball."""
    if len(args) == 1:
        kind = type(args[0])
        if kind is arb:
            return _at_ball(name, args)
        if kind is acb:
            return COMPLEX[name](args[0], analytic)
        if kind is fmpq:
            return _at_rationals(name, args)
    highest = None
    for x in args:
        if isinstance(x, Lifted) and (highest is None or x.level > highest.level):
            highest = x
        elif isinstance(x, Infinite):
            return _at_infinity(name, args)
        elif not isinstance(x, _FINITE):
            raise Undefined(f"{name} of what is no number")
    if highest is not None:
        return highest.call(name, args, analytic)
    if any(isinstance(x, acb) for x in args):
        return COMPLEX[name](*(x if isinstance(x, acb) else acb(x) for x in args), analytic)
    return _at_rationals(name, args) if all(type(x) is fmpq for x in args) else _at_ball(name, args)


def _at_rationals(name: str, args: tuple) -> Any:
    exact = EXACT.get(name)
    found = None if exact is None else exact(*args)
    return _at_ball(name, args) if found is None else found


def _at_ball(name: str, args: tuple) -> Any:
    if name not in SLOW_TO_GROW:
        for x in args:
            if type(x) is arb and abs(x) > VAST:
                raise Unknown(f"{name} of a number with more than 1,000 digits")
    result = REAL[name](*[arb(x) if type(x) is fmpq else x for x in args])
    if not result.is_finite():
        raise Unknown(f"{name} could not be enclosed")
    return result


def _at_infinity(name: str, args: tuple) -> Any:
    if len(args) == 1:
        positive = args[0].sign > 0
        if name == "exp":
            return PLUS if positive else ZERO
        if name == "abs" or (positive and name in ("log", "sqrt", "softplus", "cosh", "gamma", "loggamma")):
            return PLUS
        if name == "sign":
            return fmpq(args[0].sign)
    raise Undefined(f"{name} at an infinity")


def _root(x: fmpq) -> fmpq | None:
    if not x >= 0:
        return None
    p, q = x.p.isqrt(), x.q.isqrt()
    return fmpq(p, q) if p * p == x.p and q * q == x.q else None


def _at(point: fmpq, value: fmpq) -> Callable[[fmpq], fmpq | None]:
    """A function of which one rational value is known."""
    return lambda x: value if x == point else None


def _factorial(x: fmpq) -> fmpq | None:
    return fmpq(fmpz.fac_ui(x.p)) if x.q == 1 and 0 <= x < 1000 else None


def _binomial(n: fmpq, k: fmpq) -> fmpq | None:
    if not (n.q == 1 and k.q == 1 and 0 <= n < 1000):
        return None
    return fmpq(fmpz.bin_uiui(int(n.p), int(k.p))) if k >= 0 else ZERO


EXACT: dict[str, Callable[..., fmpq | None]] = {
    "abs": abs, "sign": lambda x: fmpq((x > 0) - (x < 0)), "floor": lambda x: fmpq(x.p // x.q),
    "max": lambda x, y: x if x >= y else y, "min": lambda x, y: x if x <= y else y, "sqrt": _root,
    "log": _at(ONE, ZERO), "loggamma": lambda x: ZERO if x == 1 or x == 2 else None, "arccos": _at(ONE, ZERO),
    **dict.fromkeys(("exp", "cosh", "cos", "erfc"), _at(ZERO, ONE)), "sigmoid": _at(ZERO, HALF),
    **dict.fromkeys(("sin", "tan", "sinh", "tanh", "arctan", "arcsin", "erf"), _at(ZERO, ZERO)),
    "factorial": _factorial, "gamma": lambda x: _factorial(x - 1), "binomial": _binomial,
}  # fmt: skip
"""The values that are rational and easily seen to be."""


def _log(x: arb) -> arb:
    if x > _NOUGHT:
        return x.log()
    if x.is_zero() or x < 0:
        raise Undefined(f"the logarithm of {'0' if x.is_zero() else 'a negative number'}")
    raise Unknown("the logarithm of a ball that is not separated from 0")


def _sqrt(x: arb) -> arb:
    if x < 0:
        raise Undefined("the square root of a negative number")
    return x.sqrt()


def _poles(f: Callable[[arb], arb], name: str) -> Callable[[arb], arb]:
    def checked(x: arb) -> arb:
        if x.is_exact() and x <= 0 and x.is_integer():
            raise Undefined(f"{name} at a pole")
        return f(x)

    return checked


def _loggamma(x: arb) -> arb:
    """log Gamma, on the positive half line; elsewhere the language gives it no value."""
    if x > 0:
        return x.lgamma()
    if x < 0 or x.is_zero():
        raise Undefined("loggamma left of 0")
    raise Unknown("loggamma of a ball around 0")


def _polygamma(n: arb, x: arb) -> arb:
    order = n.unique_fmpz()
    if order is None or order < 0:
        raise Unknown("polygamma of an order that is no exact integer")
    if order == 0:
        return _poles(arb.digamma, "digamma")(x)
    return (-1) ** (int(order) + 1) * arb(order).fac() * arb(order + 1).zeta(x)


def _within_one(f: Callable[[arb], arb], name: str) -> Callable[[arb], arb]:
    def checked(x: arb) -> arb:
        if x < -1 or x > 1:
            raise Undefined(f"{name} beyond 1")
        return f(x)

    return checked


def _sign(x: arb) -> arb:
    return arb(sign_of(x))


def _softplus(x: Any) -> Any:
    """log(1 + exp(x)), written so that neither side overflows."""
    if x < 0:
        return x.exp().log1p()
    return x + (-x).exp().log1p()


def _logbeta(a: Any, b: Any) -> Any:
    return a.lgamma() + b.lgamma() - (a + b).lgamma()


def _beta(a: arb, b: arb) -> arb:
    if a > 0 and b > 0:
        return _logbeta(a, b).exp()
    raise Unknown("the beta function outside the positive quadrant")


def _log_sum(*logs: Any) -> Any:
    """log of the sum of exp of the arguments, written so that none overflows and the largest keeps its digits."""
    top, rest = _largest(logs)
    return top + sum((x - top).exp() for x in rest).log1p() if rest else top


def _largest(logs: tuple) -> tuple[Any, list]:
    k = max(range(len(logs)), key=lambda i: float(logs[i].real.mid()))
    return logs[k], [*logs[:k], *logs[k + 1 :]]


REAL: dict[str, Callable[..., arb]] = {
    "log": _log, "exp": arb.exp, "sqrt": _sqrt, "abs": abs, "sign": _sign, "sin": arb.sin, "cos": arb.cos,
    "tan": arb.tan, "sinh": arb.sinh, "cosh": arb.cosh, "tanh": arb.tanh, "arctan": arb.atan,
    "gamma": _poles(arb.gamma, "gamma"), "loggamma": _loggamma, "digamma": _poles(arb.digamma, "digamma"),
    "polygamma": _polygamma, "beta": _beta, "erf": arb.erf, "factorial": _poles(lambda x: (x + 1).gamma(), "factorial"),
    "binomial": lambda n, k: (n + 1).gamma() * (k + 1).rgamma() * (n - k + 1).rgamma(),
    "max": arb.max, "min": arb.min, "floor": arb.floor,
    "sigmoid": lambda x: 1 / (1 + (-x).exp()), "softplus": _softplus, "erfc": arb.erfc,
    "arcsin": _within_one(arb.asin, "arcsin"), "arccos": _within_one(arb.acos, "arccos"), LOG_SUM: _log_sum,
}  # fmt: skip

_NAN = acb(arb.nan())
_NOUGHT, _ONE = arb(0), acb(1)  # a ball is compared with a ball, and added to one, faster than to an integer


def _right(f: Callable[[acb], acb]) -> Callable[[acb, bool], acb]:
    """For functions of the gamma family: only where the real part is positive, hence away from poles and cuts."""
    return lambda x, analytic: f(x) if x.real > 0 else _NAN


def _complex_log(x: acb, analytic: bool) -> acb:
    """log on the right half plane; nan where the ball meets the cut or, on the real axis, is not positive."""
    if x.real > _NOUGHT:
        return x.log()
    return x.log(analytic=True) if analytic else _NAN


def _complex_sqrt(x: acb, analytic: bool) -> acb:
    return _NAN if x.real < 0 and not analytic else x.sqrt(analytic=analytic)


def _complex_polygamma(n: acb, x: acb, analytic: bool) -> acb:
    return x.polygamma(n) if x.real > 0 else _NAN


def _complex_log_sum(*logs: Any) -> acb:
    """The same on complex balls (the last argument is the flag).

    Whichever is taken out, the result is analytic and the same on the real axis, hence on a ball that meets it.
    """
    *parts, analytic = logs
    top, rest = _largest(tuple(parts))
    return top + _complex_log(_ONE + sum((x - top).exp() for x in rest), analytic) if rest else top


def log_of_two(a: acb, b: acb, above: acb) -> acb:
    """log(exp a + exp b), where ``above`` is b - a, which a difference of wide balls would not be."""
    if above.real.mid() > _NOUGHT:
        a, above = b, -above
    return a + (above.exp() + _ONE).log(analytic=True)


def _complex_sigmoid(x: acb, _: bool) -> acb:
    """1 / (1 + exp(-x)), written so that the exponential of a wide ball far out does not come to meet -1."""
    if x.real.mid() > _NOUGHT:
        return _ONE / ((-x).exp() + _ONE)
    y = x.exp()
    return y / (y + _ONE)


def _complex_softplus(x: acb, analytic: bool) -> acb:
    positive = x.real.mid() > _NOUGHT
    y = _complex_log(((-x).exp() if positive else x.exp()) + _ONE, analytic)
    return x + y if positive else y


COMPLEX: dict[str, Callable[..., acb]] = {
    "log": _complex_log, "exp": lambda x, _: x.exp(), "sqrt": _complex_sqrt,
    "abs": lambda x, analytic: x.real_abs(analytic=analytic), "sign": lambda x, analytic: x.real_sgn(analytic=analytic),
    "sin": lambda x, _: x.sin(), "cos": lambda x, _: x.cos(), "tan": lambda x, _: x.tan(),
    "sinh": lambda x, _: x.sinh(), "cosh": lambda x, _: x.cosh(), "tanh": lambda x, _: x.tanh(),
    "arctan": lambda x, analytic: x.atan() if abs(x.imag) < 1 else _NAN,
    "gamma": lambda x, _: x.gamma(), "digamma": lambda x, _: x.digamma(), "loggamma": _right(acb.lgamma),
    "factorial": lambda x, _: (x + 1).gamma(), "polygamma": _complex_polygamma, "erf": lambda x, _: x.erf(),
    "beta": lambda a, b, _: _logbeta(a, b).exp() if a.real > 0 and b.real > 0 else _NAN,
    "binomial": lambda n, k, _: (n + 1).gamma() * (k + 1).rgamma() * (n - k + 1).rgamma(),
    "max": lambda a, b, analytic: a.real_max(b, analytic=analytic),
    "min": lambda a, b, analytic: a.real_min(b, analytic=analytic),
    "floor": lambda x, analytic: x.real_floor(analytic=analytic),
    "sigmoid": _complex_sigmoid, "softplus": _complex_softplus, "erfc": lambda x, _: x.erfc(),
    "arcsin": lambda x, _: x.asin() if abs(x) < 1 else _NAN, "arccos": lambda x, _: x.acos() if abs(x) < 1 else _NAN,
    LOG_SUM: _complex_log_sum,
}  # fmt: skip
