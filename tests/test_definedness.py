"""What a term needs to have a value: conditions read off it, and none too few."""

import pytest

from proofs.definedness import unmet
from proofs.language import KL, E, Function, H, Normal, Number, R, differentiable, log, nonzero, symbols
from proofs.language.facts import Facts
from proofs.language.spaces import R_POSITIVE

x, y, s = symbols("x y s")
f = Function("f", R_POSITIVE, R)

CONDITIONS = [
    (1 / x, (nonzero(x),)),
    (log(x), (x > 0,)),
    (KL(Normal(1 / x, 1), Normal(0, 1)), (nonzero(x),)),
    (E(y, y, Normal(1 / x, 1)), (nonzero(x),)),
    (E(y, y, Normal(x, s)), (s > 0,)),
    (H(Normal(log(x), 1)), (x > 0,)),
    (f(x), (x > 0,)),
]


@pytest.mark.parametrize("term, conditions", CONDITIONS)
def test_conditions_are_wanted_and_enough(term, conditions):
    assert unmet(term, Facts(()))
    assert not unmet(term, Facts(conditions))


def test_a_function_has_no_value_outside_its_domain():
    assert unmet(f(Number(-1)), Facts((differentiable(f),)))
    assert not unmet(f(Number(1)), Facts(()))
