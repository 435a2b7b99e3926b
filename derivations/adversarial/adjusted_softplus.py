r"""The activation softplus(2 x + 2)/2: its slope, what it tends to at both ends, and its Lipschitz constant.

Towards the left it tends to 0, towards the right to the line x + 1, both exponentially fast: the bounds say how fast.
Its slope is a sigmoid, which comes as close to 1 as one likes and never reaches it.
"""

from proofs import Proof, by
from proofs.language import Lambda, Limit, Number, R, Sup, Term, Var, diff, exp, log, oo, sigmoid, softplus, symbols
from proofs.rules import (
    bounded_slope,
    differentiation,
    limit_far_out,
    limit_of_product,
    log_inequality,
    supremum_by_limit,
)

x, y = symbols("x y")
u = Var("u", R)

SOURCE = "Dugas et al. (2001), Incorporating second-order functional knowledge, section 3"


def activation(x: Term) -> Term:
    """The softplus, bent twice as sharply and shifted to the left by one."""
    return softplus(2 * x + 2) / 2


def adjusted_softplus() -> Proof:
    """Slope, behaviour at both ends and Lipschitz constant of softplus(2 x + 2)/2."""
    far = 2 * x + 2
    slope = diff(activation(u), u)
    return (
        Proof(
            diff(activation(x), x),
            name="adjusted_softplus",
            title="The activation softplus(2x + 2)/2",
            source=SOURCE,
            chain="The slope is a sigmoid",
            label="slope",
        )
        .eq(sigmoid(far), by=differentiation)
        .have(Limit(activation(x), x, -oo), "Towards the left it tends to 0")
        .eq(Limit(softplus(far), x, -oo) / 2, by=limit_of_product)
        .eq(Number(0) / 2, by=limit_far_out)
        .eq(0)
        .have(activation(x), "It does so exponentially fast")
        .eq(log(1 + exp(far)) / 2)
        .le((1 + exp(far) - 1) / 2, by=log_inequality)
        .eq(exp(far) / 2)
        .have(Limit(activation(x) - (x + 1), x, oo), "Towards the right it tends to the line $x + 1$")
        .eq(Limit(softplus(-far) / 2, x, oo))
        .eq(Limit(softplus(-far), x, oo) / 2, by=limit_of_product)
        .eq(Number(0) / 2, by=limit_far_out)
        .eq(0)
        .have(activation(x) - (x + 1), "It does that exponentially fast, too")
        .eq(log(1 + exp(-far)) / 2)
        .le((1 + exp(-far) - 1) / 2, by=log_inequality)
        .eq(exp(-far) / 2)
        .have(Limit(diff(activation(x), x), x, -oo), "To the left the slope vanishes")
        .eq(Limit(sigmoid(far), x, -oo), by=by("slope", phrase="by the slope above"))
        .eq(0, by=limit_far_out)
        .have(Limit(diff(activation(x), x), x, oo), "To the right it tends to one")
        .eq(Limit(sigmoid(far), x, oo), by=by("slope", phrase="by the slope above"))
        .eq(1, by=limit_far_out)
        .have(Sup(slope, u), "The least upper bound of the slopes, which are positive, is the Lipschitz constant")
        .eq(Sup(sigmoid(2 * u + 2), u), by=differentiation)
        .eq(1, by=supremum_by_limit(oo))
        .have(1 - diff(activation(x), x), "No slope attains it")
        .eq(1 - sigmoid(far), by=by("slope", phrase="by the slope above"))
        .eq(sigmoid(-far))
        .gt(0)
        .have(abs(activation(x) - activation(y)), "It has the Lipschitz constant 1")
        .le(abs(x - y), by=bounded_slope(Lambda(activation(u), u), x, y, Number(1)))
        .shows(diff(activation(x), x).eq(sigmoid(far)))
    )
