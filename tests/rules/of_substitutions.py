"""The rules about other variables in an integral: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import (
    R_POSITIVE,
    Function,
    Int,
    Interval,
    Number,
    R,
    Var,
    cos,
    exp,
    finite,
    half,
    pi,
    sin,
    symbols,
)
from proofs.rules import polar_coordinates, power_substitution
from tests.rules.examples import Example

a, b, x, y = symbols("a b x y")
r, t, u = Var("r", R_POSITIVE), Var("t", R_POSITIVE), Var("u", R_POSITIVE)
phi, turned = Var("phi", Interval(Number(0), 2 * pi)), Var("phi", Interval(Number(0), pi))
g = Function("g", (R, R), R)
TWO = Number(2)


def plane(f):
    """The integral over the plane, one coordinate after the other."""
    return Int(Int(f, y), x)


EXAMPLES = [
    Example(
        polar_coordinates,
        plane(exp(-(x**2 + y**2) / b)),
        Int(Int(r * exp(-(r**2) / b), r), phi),
        (b > 0,),
    ),
    Example(
        polar_coordinates,
        plane(x**2 * exp(-(x**2) - y**2)),
        Int(Int(r**3 * exp(-(r**2)) * cos(phi) ** 2, r), phi),
    ),
    Example(power_substitution, Int(exp(-(t**2)) * t, t), Int(exp(-u) / 2, u), (), (TWO,)),
    Example(power_substitution, Int(exp(-(t**a)), t), Int(u ** (1 / a - 1) * exp(-u) / a, u), (a > 0,), (a,)),
]

REFUSED = [
    # without the factor r, over half the plane, on a quarter of it, the coordinates exchanged
    Example(polar_coordinates, plane(exp(-(x**2) - y**2)), Int(Int(exp(-(r**2)), r), phi)),
    Example(polar_coordinates, plane(exp(-(x**2) - y**2)), Int(Int(r * exp(-(r**2)), r), turned)),
    Example(polar_coordinates, Int(Int(exp(-(t**2) - u**2), t), u), Int(Int(r * exp(-(r**2)), r), phi)),
    Example(
        polar_coordinates,
        plane(x**2 * exp(-(x**2) - y**2)),
        Int(Int(r**3 * exp(-(r**2)) * sin(phi) ** 2, r), phi),
    ),
    # integrals that exist one after the other, and perhaps not together
    Example(
        polar_coordinates,
        plane(g(x, y)),
        Int(Int(r * g(r * cos(phi), r * sin(phi)), r), phi),
        (
            finite(Int(g(x, y), y)),
            finite(plane(g(x, y))),
            finite(Int(r * g(r * cos(phi), r * sin(phi)), r)),
            finite(Int(Int(r * g(r * cos(phi), r * sin(phi)), r), phi)),
        ),
    ),
    # without the factor of the substitution, another power, a power that is not positive, over the whole line
    Example(power_substitution, Int(exp(-(t**2)) * t, t), Int(exp(-u), u), (), (TWO,)),
    Example(power_substitution, Int(exp(-(t**2)), t), Int(exp(-u) / 2, u), (), (TWO,)),
    Example(power_substitution, Int(exp(-(t**a)), t), Int(u ** (1 / a - 1) * exp(-u) / a, u), (), (a,)),
    Example(power_substitution, Int(x * exp(-(x**2)), x), half * Int(exp(-u), u), (), (TWO,)),
]
