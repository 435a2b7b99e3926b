r"""The activation softplus(2 x + 2)/2: its slope, what it tends to at both ends, and its Lipschitz constant.

Towards the left it tends to 0, towards the right to the line x + 1, both exponentially fast: the bounds say how fast.
Its slope is a sigmoid, which comes as close to 1 as one likes and never reaches it.
"""

from proofs import Proof
from proofs.language import Lambda, Number, R, Term, Var, diff, exp, log, sigmoid, softplus, symbols
from proofs.rules import bounded_slope, differentiation, increasing_function, log_inequality

x, y = symbols("x y")
u = Var("u", R)

SOURCE = "Dugas et al. (2001), Incorporating second-order functional knowledge, section 3"


def activation(x: Term) -> Term:
    """The softplus, bent twice as sharply and shifted to the left by one."""
    return softplus(2 * x + 2) / 2


def adjusted_softplus() -> Proof:
    """Slope, behaviour at both ends and Lipschitz constant of softplus(2 x + 2)/2."""
    far = 2 * x + 2
    return (
        Proof(
            diff(activation(x), x),
            name="adjusted_softplus",
            title="The activation softplus(2x + 2)/2",
            source=SOURCE,
            chain="The slope is a sigmoid",
        )
        .eq(sigmoid(far), by=differentiation)
        .have(activation(x), "Towards the left it tends to 0")
        .eq(log(1 + exp(far)) / 2)
        .le((1 + exp(far) - 1) / 2, by=log_inequality)
        .eq(exp(far) / 2)
        .have(activation(x) - (x + 1), "Towards the right it tends to the line $x + 1$")
        .eq(log(1 + exp(-far)) / 2)
        .le((1 + exp(-far) - 1) / 2, by=log_inequality)
        .eq(exp(-far) / 2)
        .have(abs(activation(x) - activation(y)), "It has the Lipschitz constant 1")
        .le(abs(x - y), by=bounded_slope(Lambda(activation(u), u), x, y, Number(1)))
        .have(1 - sigmoid(far), "None is less: far to the right the slope comes as close to 1 as one likes")
        .eq(1 / (1 + exp(far)))
        .eq(exp(-far - softplus(-far)))
        .le(exp(-far), by=increasing_function(-far))
        .shows(diff(activation(x), x).eq(sigmoid(far)))
    )
