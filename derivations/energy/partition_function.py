r"""The partition function of the energy (x - a)^2 / b, from the Gaussian integral, and that by polar coordinates."""

from proofs import Proof, by
from proofs.language import R_POSITIVE, Int, Interval, Lambda, Number, Var, exp, half, pi, sqrt, symbols
from proofs.rules import (
    affine_substitution,
    fundamental_theorem,
    gamma_integral,
    polar_coordinates,
    power_substitution,
)

x, y, a, b = symbols("x y a b")
r, u = Var("r", R_POSITIVE), Var("u", R_POSITIVE)
phi = Var("varphi", Interval(Number(0), 2 * pi))
bell = Int(exp(-(x**2)), x)
weight = exp(-((x - a) ** 2) / b)

SOURCE = "Bishop (2006), exercise 1.7; Goodfellow, Bengio and Courville (2016), Deep Learning, section 18.1"


def partition_function() -> Proof:
    """Z of exp(-(x - a)^2 / b), and the density that it makes of it."""
    return (
        Proof(
            bell**2,
            name="partition_function",
            title="The partition function of a quadratic energy",
            source=SOURCE,
            chain="The square of the Gaussian integral",
            label="square",
        )
        .given(b > 0)
        .eq(Int(Int(exp(-(x**2 + y**2)), y), x))
        .eq(Int(Int(exp(-(r**2)) * r, r), phi), by=polar_coordinates)
        .eq(Int(half * Int(exp(-u), u), phi), by=power_substitution(Number(2)))
        .eq(Int(half, phi), by=gamma_integral)
        .eq(pi, by=fundamental_theorem(Lambda(phi / 2, phi)))
        .have(bell, "The Gaussian integral, which is positive", label="integral")
        .eq(sqrt(bell**2))
        .eq(sqrt(pi), by=by("square", phrase="by its square above"))
        .have(Int(weight, x), "The partition function $Z$", label="partition")
        .eq(sqrt(b) * bell, by=affine_substitution(sqrt(b), a))
        .eq(sqrt(b) * sqrt(pi), by=by("integral", phrase="by the Gaussian integral above"))
        .eq(sqrt(pi * b))
        .have(Int(weight / sqrt(pi * b), x), "Divided by $Z$ it is a density")
        .eq(Int(weight, x) / sqrt(pi * b))
        .eq(1, by=by("partition", phrase="by the partition function"))
        .shows(Int(weight, x).eq(sqrt(pi * b)))
    )


def partition_function_example() -> Proof:
    """Z of exp(-(x - 5/2)^2 / 9): three times the square root of pi."""
    instance = partition_function().at(a=Number(5) / 2, b=9)
    z = instance.put(Int(weight, x))
    return (
        instance.named("partition_function_example", "A partition function with numbers put in")
        .have(z, "In lowest terms")
        .eq(sqrt(pi * 9), by=by("partition", phrase="by the partition function"))
        .eq(3 * sqrt(pi))
        .shows(z.eq(3 * sqrt(pi)))
    )
