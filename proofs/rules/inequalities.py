"""Inequalities."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Divergence,
    Elementary,
    Expectation,
    Form,
    Int,
    JensenShannon,
    Lambda,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Relation,
    Statement,
    Sum,
    Term,
    Times,
    alpha_equal,
    depends,
    exp,
    fold,
    is_scalar,
    log,
    nonzero,
    sqrt,
    substitute,
)
from ..language.facts import Facts
from ..one_logarithm import as_one_logarithm
from ..registry import rule
from ..views import negated, opened, over, times, without_factor


@rule(r"since $\log t \le t - 1$", relation="<=")
def log_inequality(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\log t \le t - 1, \quad t > 0"""
    match t:
        case Apply(Elementary("log"), (argument,)) if facts.positive(argument):
            yield argument - 1


@rule(r"since $\log t < t - 1$ for $t \neq 1$", relation="<")
def strict_log_inequality(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\log t < t - 1, \quad t > 0, \; t \neq 1"""
    match t:
        case Apply(Elementary("log"), (argument,)) if facts.positive(argument) and facts.nonzero(argument - 1):
            yield argument - 1


@rule(r"since $a / (c a + b) \le 1 / c$", relation="<=")
def bounded_ratio(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{a}{c\, a + b} \le \frac{1}{c}, \quad a, b \ge 0, \; c > 0"""
    match t:
        case Quotient(a, Plus(args)) if all(map(facts.nonnegative, (a, *args))):
            for part in args:
                c = without_factor(part, a)
                if c is not None and facts.positive(c):
                    yield over(Number(1), c)


@rule("since the integrand is non-negative", relation="<=")
def non_negative(t: Term, facts: Facts) -> Iterator[Term]:
    r"""-\int f(x) \,\mathrm{d}x \le 0, \quad f \ge 0, likewise for sums"""
    match t:
        case Neg(Int(body, _) | Sum(body, _) as whole) if facts.under(whole).nonnegative(body):
            yield Number(0)


@rule("since $1 + t \\le e^t$", relation="<=")
def exponential_inequality(t: Term, facts: Facts) -> Iterator[Term]:
    r"""1 + t \le e^t"""
    match t:
        case Plus(args) if Number(1) in args and all(map(is_scalar, args)):
            at = args.index(Number(1))
            yield exp(fold(Plus, [*args[:at], *args[at + 1 :]], 0))


@rule("by Jensen's inequality", relation="<=")
def jensen_inequality(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\varphi(\mathbb{E}[f]) \le \mathbb{E}[\varphi(f)], \quad \varphi \text{ convex}: \exp, \; x^{2 n}, \; 1/x \text{ and } -\log, -\sqrt{\;\cdot\;} \text{ for } x > 0"""
    match t:
        case Expectation(Apply(Elementary("log" | "sqrt") as concave, (f,)), x, law):
            yield concave(Expectation(f, x, law))
        case Expectation(Plus() as body, x, law) if (f := as_one_logarithm(body)) is not None:
            yield log(Expectation(f, x, law))
        case Apply(Elementary("exp"), (Expectation(f, x, law),)):
            yield Expectation(exp(f), x, law)
        case Power(Expectation(f, x, law), Number(n)) if n > 0 and n % 2 == 0:
            yield Expectation(f ** Number(n), x, law)
        case Quotient(one, Expectation(f, x, law) as mean) if one is Number(1) and facts.under(mean).positive(f):
            yield Expectation(1 / f, x, law)


@rule("by the triangle inequality", relation="<=")
def triangle_inequality(t: Term, facts: Facts) -> Iterator[Term]:
    r"""|a + b| \le |a| + |b|, likewise for sums, integrals and means"""
    match t:
        case Apply(Elementary("abs"), (Plus(args),)):
            yield Plus(tuple(abs(a.arg if isinstance(a, Neg) else a) for a in args))
        case Apply(Elementary("abs"), (Sum(body, _) | Int(body, _) | Expectation(body, _, _) as whole,)):
            yield type(whole)(abs(body), *whole.fields[1:])


@rule("by the Cauchy-Schwarz inequality", relation="<=")
def cauchy_schwarz(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[f g]^2 \le \mathbb{E}[f^2]\, \mathbb{E}[g^2], \quad (x^\top A y)^2 \le x^\top A x \; y^\top A y, \; A \text{ positive definite}, likewise for sums and integrals"""
    match t:
        case Power(whole, Number(n)) if n == 2:
            yield from (Times(pair) for pair in _squares(whole, facts))
        case Apply(Elementary("abs"), (whole,)):
            yield from (Times((sqrt(a), sqrt(b))) for a, b in _squares(whole, facts))


def _squares(whole: Term, facts: Facts) -> Iterator[tuple[Term, Term]]:
    """The squared norms of two things of which ``whole`` is the inner product."""
    match whole:
        case Sum(Times(args), _) | Int(Times(args), _) | Expectation(Times(args), _, _):
            for k in range(1, len(args)):
                parts = times(*args[:k]), times(*args[k:])
                first, second = (type(whole)(part**2, *whole.fields[1:]) for part in parts)
                yield first, second
        case Form(left, matrix, right) if facts.positive_definite(matrix):
            yield Form(left, matrix, left), Form(right, matrix, right)


@rule("since the geometric mean is at most the arithmetic mean", relation="<=")
def mean_inequality(t: Term, facts: Facts) -> Iterator[Term]:
    r"""a b \le \frac{a^2 + b^2}{2}, \quad \sqrt{a b} \le \frac{a + b}{2}, \; a, b \ge 0"""
    match t:
        case Apply(Elementary("sqrt"), (Times((a, b)),)) if facts.nonnegative(a) and facts.nonnegative(b):
            yield (a + b) / 2
        case Times(args) if all(map(is_scalar, args)):
            numbers = [a for a in args if isinstance(a, Number)]
            others = [a for a in args if not isinstance(a, Number)]
            if len(others) == 2 and all(n.value > 0 for n in numbers):
                yield times(*numbers, (others[0] ** 2 + others[1] ** 2) / 2)


@rule("by monotonicity", relation="<=")
def monotonicity(t: Term, facts: Facts, bound: Lambda) -> Iterator[Term]:
    r"""f \le g \implies \mathbb{E}[f] \le \mathbb{E}[g], likewise for integrals and sums"""
    match t:
        case Expectation(body, x, _) | Int(body, x) | Sum(body, x) if isinstance(bound, Lambda):
            if bound.var.space is x.space and not depends(bound, x):
                larger = substitute(bound.body, {bound.var: x})
                if _at_most(body, larger, facts.under(t)):
                    yield type(t)(larger, *t.fields[1:])


def _at_most(a: Term, b: Term, facts: Facts) -> bool:
    """Whether a <= b, perhaps since that is so without factors that both have and that are not negative."""
    sizes = (a.args[0], negated(a.args[0])) if isinstance(a, Apply) and a.head is Elementary("abs") else (a,)
    if facts.nonnegative(b - a) or all(facts.nonnegative(b - each) for each in sizes):
        return True
    left, right = (list(t.args) if isinstance(t, Times) else [t] for t in (a, b))
    common = []
    for f in tuple(left):
        if f in right:
            common.append(f)
            left.remove(f)
            right.remove(f)
    return bool(common) and all(map(facts.nonnegative, common)) and _at_most(times(*left), times(*right), facts)


_INCREASING = ("exp", "log", "sqrt", "sigmoid", "softplus", "tanh", "sinh", "arctan", "erf")


@rule("since the function is increasing", relation="<=")
def increasing_function(t: Term, facts: Facts, bound: Term) -> Iterator[Term]:
    r"""a \le b \implies f(a) \le f(b), \quad f: \exp, \log, \sqrt{\;\cdot\;}, \operatorname{sigmoid}, \operatorname{softplus}, \tanh, \sinh, \arctan, \operatorname{erf}"""
    match t:
        case Apply(Elementary(name) as f, (a,)) if name in _INCREASING and is_scalar(bound):
            gap = Plus((bound, Neg(a)))
            if facts.nonnegative(gap) or facts.nonnegative(opened(gap, facts)):
                yield f(bound)


@rule("since the function is strictly increasing", relation="<")
def strictly_increasing_function(t: Term, facts: Facts, bound: Term) -> Iterator[Term]:
    r"""a < b \implies f(a) < f(b), \quad f: \exp, \log, \sqrt{\;\cdot\;}, \operatorname{sigmoid}, \operatorname{softplus}, \tanh, \sinh, \arctan, \operatorname{erf}"""
    match t:
        case Apply(Elementary(name) as f, (a,)) if name in _INCREASING and is_scalar(bound):
            gap = Plus((bound, Neg(a)))
            if facts.positive(gap) or facts.positive(opened(gap, facts)):
                yield f(bound)


@rule("since the divergence is not negative", relation="<=")
def gibbs_inequality(t: Term, facts: Facts, divergence: Divergence | JensenShannon) -> Iterator[Term]:
    r"""0 \le D_{\mathrm{KL}}(p \,\|\, q), \quad so \; a \le a + D_{\mathrm{KL}}(p \,\|\, q), \quad likewise for D_{\mathrm{JS}}"""
    if isinstance(divergence, Divergence | JensenShannon) and is_scalar(t):
        match t:
            case Neg(a) if a is divergence:
                yield Number(0)
            case Number(value) if value == 0:
                yield divergence
            case _:
                yield Plus((t, divergence))


@rule(r"since a density is at most twice its mixture with another", relation="<=")
def jensen_shannon_bound(t: Term, facts: Facts) -> Iterator[Term]:
    r"""D_{\mathrm{JS}}(p \,\|\, q) \le \log 2"""
    if isinstance(t, JensenShannon):
        yield log(Number(2))


@rule("by the two bounds", kind="inference")
def antisymmetry(premises: tuple[Statement, ...], facts: Facts) -> Iterator[Statement]:
    r"""a \le b, \; a \ge b \implies a = b"""
    match premises:
        case (Relation(a, "<=", b), Relation(c, ">=", d)) if alpha_equal(a, c) and alpha_equal(b, d):
            yield a.eq(b)


@rule("since the right side is not zero", kind="inference")
def not_zero_by_equality(premises: tuple[Statement, ...], facts: Facts) -> Iterator[Statement]:
    r"""a = b, \; b \neq 0 \implies a \neq 0"""
    for premise in premises:
        match premise:
            case Relation(left, "=", right) if facts.nonzero(right):
                yield nonzero(left)
