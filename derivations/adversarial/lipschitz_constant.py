r"""The Lipschitz constant of a differentiable function is the least upper bound of |f'|.

A Wasserstein GAN asks its critic for the constant 1.  The square on [-1, 1] has the constant 2 and no less, so it may
serve when it is divided by 2.  The function e^(x^2) has no Lipschitz constant on the line, and no factor helps.
"""

from proofs import Proof, hypothesis
from proofs.language import (
    Function,
    Interval,
    Lambda,
    Neg,
    Number,
    Plus,
    R,
    Sup,
    Term,
    Var,
    diff,
    differentiable,
    exp,
    lipschitz,
    maximum,
    oo,
    symbols,
)
from proofs.rules import (
    differentiation,
    exponential_inequality,
    infinite_supremum,
    lipschitz_inequality,
    mean_value_inequality,
    slope_of_lipschitz,
    supremum_of_constant,
    supremum_of_monotone,
)

x, y, h, K, L = symbols("x y h K L")
f, u = Function("f"), Var("u", R)
v = Var("u", Interval(Number(-1), Number(1)))

SOURCE = "Rudin (1976), Principles of mathematical analysis, theorem 5.10; Arjovsky et al. (2017), Wasserstein GAN"


def lipschitz_constant() -> Proof:
    """The least upper bound of the slopes is a Lipschitz constant, and none is less."""
    steepest = Sup(abs(diff(f(u), u)), u)
    return (
        Proof(
            steepest,
            name="lipschitz_constant",
            title="The Lipschitz constant is the least upper bound of the slopes",
            source=SOURCE,
            chain="No Lipschitz constant is less",
            label="least",
        )
        .given(differentiable(f), lipschitz(f, L))
        .le(Sup(L, u), by=slope_of_lipschitz)
        .eq(L, by=supremum_of_constant)
        .have(abs(f(x) - f(y)), "It is a Lipschitz constant itself", knowing=("least",))
        .le(steepest * abs(x - y), by=mean_value_inequality(Lambda(f(u), u), x, y))
    )


def steepest_of(t: Term) -> Term:
    """The least upper bound of the slopes on [-1, 1]."""
    return Sup(abs(diff(t, v)), v)


def lipschitz_constant_example() -> Proof:
    """The square on [-1, 1] has the constant 2; half of it has the constant 1."""
    return (
        Proof(
            abs(x**2 - y**2),
            name="lipschitz_constant_example",
            title="The Lipschitz constant of the square on an interval",
            source=SOURCE,
            chain="The constant 2 will do",
        )
        .given(x >= -1, x <= 1, y >= -1, y <= 1, h > 0, 2 - h > L)
        .le(steepest_of(v**2) * abs(x - y), by=mean_value_inequality(Lambda(v**2, v), x, y))
        .eq(Sup(abs(2 * v), v) * abs(x - y), by=differentiation)
        .eq(maximum(abs(2 * Number(-1)), abs(2 * Number(1))) * abs(x - y), by=supremum_of_monotone)
        .eq(2 * abs(x - y))
        .have(
            Number(1) ** 2 - (1 - h) ** 2,
            "No $L < 2$ will: between $1$ and $1 - h$ the square grows by more than $L h$",
        )
        .eq((2 - h) * h)
        .gt(L * h, by=hypothesis(2 - h > L, phrase="for small $h$"))
        .have(steepest_of(v**2 / 2), "Half of the square has the constant 1, and may serve as a critic")
        .eq(Sup(abs(v), v), by=differentiation)
        .eq(maximum(abs(Number(-1)), abs(Number(1))), by=supremum_of_monotone)
        .eq(1)
        .shows(abs(x**2 - y**2) <= 2 * abs(x - y))
    )


def no_lipschitz_constant() -> Proof:
    """The slopes of e^(x^2) have no bound: it has no Lipschitz constant on the line."""
    bound = Plus((1 + (2 * K + 1), Neg(Number(1))))
    return (
        Proof(
            Sup(abs(diff(exp(u**2), u)), u),
            name="no_lipschitz_constant",
            title="The exponential of the square has no Lipschitz constant on the line",
            source=SOURCE,
            chain="The slopes have no bound",
        )
        .given(K > 0)
        .eq(Sup(abs(2 * u * exp(u**2)), u), by=differentiation)
        .eq(oo, by=infinite_supremum(oo))
        .have(
            exp((K + 1) ** 2) - exp(K**2),
            "Between $K$ and $K + 1$, which are $1$ apart, the function grows by more than $K$: no factor will do",
        )
        .eq(exp(K**2) * (exp(2 * K + 1) - 1))
        .ge(exp(K**2) * bound, by=exponential_inequality)
        .ge((1 + K**2) * bound, by=exponential_inequality)
        .gt(K)
    )


def rescaled_critic() -> Proof:
    """A function with the Lipschitz constant L > 0 has, divided by L, the constant one that a critic must have."""
    return (
        Proof(
            abs(f(x) / L - f(y) / L),
            name="rescaled_critic",
            title="Divided by its Lipschitz constant a function may serve as a critic",
            source=SOURCE,
        )
        .given(L > 0, lipschitz(f, L))
        .eq(abs(f(x) - f(y)) / L)
        .le(L * abs(x - y) / L, by=lipschitz_inequality)
        .eq(abs(x - y))
    )
