"""What is in proportion to a density, normalised: instances of the inferences, and those that must be refused."""

from __future__ import annotations

from proofs.kernel import conclude
from proofs.language import (
    R_POSITIVE,
    Expectation,
    Exponential,
    Gamma,
    Int,
    Lambda,
    R,
    Times,
    Var,
    finite,
    sqrt,
)
from proofs.marking.writing_out import shown
from proofs.rules import algebra, density_in_proportion, finite_in_proportion, mean_in_proportion
from proofs.steps import Step, Use
from tests.rules.examples import Inference

x, y, s = Var("x", R_POSITIVE), Var("y", R_POSITIVE), Var("s", R_POSITIVE)
a, b, r = Var("a", R), Var("b", R), Var("r", R_POSITIVE)
PARAMETERS = a > 0, b > 0
law = Gamma(a + 1, b + r)


def f(at):
    return Times((Exponential(at)(r), Gamma(a, b)(at)))


def proportion(g, *more):
    return shown(Times((f(x), g(y))), Times((f(y), g(x))), (*PARAMETERS, *more))


TOTAL = Int(f(x), x)
POSTERIOR = (f(s) / TOTAL).eq(law(s))
MEAN = Int(Times((f(x) / TOTAL, x)), x).eq(Expectation(x, x, law))
VALUE = Lambda(x, x)

INFERENCES = [
    Inference(density_in_proportion, (proportion(law),), POSTERIOR, PARAMETERS, (s,)),
    Inference(mean_in_proportion, (proportion(law),), MEAN, PARAMETERS, (VALUE,)),
    Inference(mean_in_proportion, (proportion(law),), finite(MEAN.left), PARAMETERS, (VALUE,)),
    Inference(finite_in_proportion, (proportion(law),), finite(TOTAL), PARAMETERS),
]

SOME = (*PARAMETERS, x > 1)  # shown for some points only
EQUAL = conclude(f(x), (Step(f(x), "=", Times((Gamma(a, b)(x), Exponential(x)(r))), Use(algebra)),), PARAMETERS)

REFUSED_INFERENCES = [
    Inference(density_in_proportion, (proportion(law),), (f(s) / TOTAL).eq(law(r)), PARAMETERS, (s,)),
    Inference(density_in_proportion, (proportion(law),), (f(s) / TOTAL).eq(Gamma(a, b)(s)), PARAMETERS, (s,)),
    Inference(density_in_proportion, (proportion(law),), (TOTAL / f(s)).eq(law(s)), PARAMETERS, (s,)),
    Inference(density_in_proportion, (proportion(law, x > 1),), POSTERIOR, SOME, (s,)),
    Inference(density_in_proportion, (EQUAL,), POSTERIOR, PARAMETERS, (s,)),
    Inference(mean_in_proportion, (proportion(law),), MEAN, PARAMETERS, (Lambda(sqrt(x), x),)),
    Inference(mean_in_proportion, (proportion(law, x > 1),), MEAN, SOME, (VALUE,)),
    Inference(finite_in_proportion, (proportion(law),), finite(Int(f(x) ** 2, x)), PARAMETERS),
    Inference(finite_in_proportion, (proportion(law, x > 1),), finite(TOTAL), SOME),
]
