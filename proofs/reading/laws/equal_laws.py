r"""What T \sim law says where the law of T is settled already: a claim that two laws are the same.

Two laws on the line are the same if they give every function the same mean; of random variables that are many it is
said of every polynomial.  A law of vectors is normal with mean m and covariance S if each linear form t'x has the mean
t'm and the variance t'S t, whether S has an inverse or not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability import poisson_processes
from ..probability.functions_of_data import Samples, of_data, without_data
from ..probability.outcomes import outcome
from ..probability.random_names import random_variables
from ..syntax import Script, Symbol, Syntax, Unread
from ..terms.arrays import RowVector, is_number_space
from ..terms.defined import Defined
from ..told.left_sides import law_written
from ..uses.heads import Head
from ..uses.uses import Applied
from . import block_normals, models, order_statistics
from .laws import law_of
from .noise import equations, law_of_data, law_of_each
from .random_vectors import made_of

if TYPE_CHECKING:
    from ..meaning import Meaning

_TESTS = ("phi", "psi", "h", "g")  # what an arbitrary function is called, where the page has no such name


@dataclass(frozen=True)
class EqualLaws:
    """The two sides of a claim that laws are the same, and what it is said of the functions in it."""

    left: L.Term
    right: L.Term
    hypotheses: tuple[L.Node, ...] = ()
    test: L.Function | None = None  # of which nothing is said, as it may be any
    fog: tuple[str, ...] = ()  # names of which more may be said than was read


def both_written(m: Meaning, left: Syntax, right: Syntax) -> bool:
    """Whether both sides are laws as such: named ones, or a mixture and what has a law as its meaning."""
    if law_written(left) and law_written(right):
        return True
    if not m.is_law(left) and (not m.is_law(right) or name_of(left) not in m.context.laws):
        return False  # a name that is given its law
    return m.is_law(right) or name_of(right) in m.context.laws.keys() | m.context.survey.divergent


def claimed(m: Meaning, left: Syntax, right: Syntax, told: bool = True) -> EqualLaws | None:
    r"""The claim that ``left \sim right`` makes; None where it tells the law of a new name, as it may where words let
    or suppose it (``told``).  Raises ``Unread``."""
    if poisson_processes.times(m, left):
        with poisson_processes.written_out(m, left) as counts:
            return claimed(m, counts, right, told)
    if law_written(left) or both_written(m, left, right):
        return between(m, left, right)
    if (of_block := block_normals.law(m, left)) is not None:
        return _with_conditions(m, lambda: _of_laws(m, of_block, law_of(m, right), left))
    if not told and (marginal := _with_conditions(m, lambda: _of_model(m, left, right))) is not None:
        return marginal
    name = name_of(left)
    of_errors = _of_errors(m, left)
    if of_errors is not None:
        return _with_conditions(m, lambda: _of_laws(m, of_errors, law_of(m, right), left))
    if (ordered := order_statistics.density_at(m, left)) is not None:
        return _with_conditions(m, lambda: _of_density(ordered, law_of(m, right), left))
    names = without_data(m, random_variables(m, left))
    if not names and (samples := of_data(m, left)) is not None:
        found = _with_conditions(m, lambda: _of_samples(m, samples, law_of(m, right), left))
        if found is not None or name is None:
            return found
    made = [each for each in map(name_of, left.walk()) if each is not None and made_of(m.context, each)]
    if name in made and any(h.left.name == name and L.is_scalar(h.left) for h in equations(m.context)):
        return _with_conditions(m, lambda: _of_values(m, left, law_of(m, right), right, False))
    estimate = name in made and (name or "").startswith("\\hat")
    settled = name in made and law_written(right)  # y = X b + e of an error alone gets its law so
    settled = settled and (name in m.context.values or (not told and len(names) > 1))
    if not told and name in m.context.values and name not in m.context.laws and law_written(right):
        settled = settled or (bool(names) and all(n in m.context.laws for n in names))  # of x = a + b z
    if name in m.context.drawn:
        return None if told else _with_conditions(m, lambda: _of_values(m, left, law_of(m, right), right, False))
    if name is not None and name not in m.context.random and not estimate and not settled:
        return None
    if any(each in m.context.degrees for each in names):
        raise Unread("a law of what is made of vectors of which only moments are said", left.span)
    if not names or any(n not in m.context.laws for n in names):
        if name is not None:
            return None
        raise Unread("a law of what is made of names of which no law is known", left.span)
    return _with_conditions(m, lambda: _of_values(m, left, law_of(m, right), right, bool(made)))


def between(m: Meaning, one: Syntax, other: Syntax) -> EqualLaws | None:
    """The claim that two laws are the same.  Raises ``Unread``."""
    return _with_conditions(m, lambda: _of_laws(m, law_of(m, one), law_of(m, other), one))


def _of_model(m: Meaning, left: Syntax, right: Syntax) -> EqualLaws | None:
    r"""The claim of y \sim law where y has a law given others, y \mid w \sim law: about the density of y alone."""
    factor = m.context.factors.get(("p", name_of(left) or ""))
    if factor is None or factor.index is not None or not isinstance(factor.point, L.Var):
        return None
    if not any(models.factor_of(m, "p", name) is not None for name in factor.parameters):
        return None
    density, law = models.at_arguments(m, Applied("p", (left,), None, "")), law_of(m, right)
    if density is None:
        return None
    if L.support(law) is not L.support(factor.law):
        raise Unread("a law of points that its variable does not have", right.span)
    return EqualLaws(density, law(factor.point))


def _of_errors(m: Meaning, left: Syntax) -> L.Law | None:
    r"""The law of y = X \beta + \varepsilon, or of y_i = a + b x_i + \varepsilon_i, by its error; None for others."""
    name, context = name_of(left), m.context
    if name is not None and name not in context.laws and (told := law_of_data(context, name)) is not None:
        random = context.laws.keys() | context.data.keys() | context.random.keys()  # given these it has that law
        return told[1] if random.isdisjoint(n.name for n in told[1].free) else None
    match left:
        case Script(base, Symbol() as below, None, 0) if (
            stem := name_of(base)
        ) is not None and stem not in context.data:
            each = law_of_each(context, stem)
            place = None if each is None else m.term(below)
            if each is not None and isinstance(place, L.Var) and isinstance(place.space, L.Range):
                return L.substitute(each[2], {each[1]: place})
    return None


def _with_conditions(m: Meaning, read: Callable[[], EqualLaws | None]) -> EqualLaws | None:
    """The claim under what its laws ask of their parameters; beyond the claim nothing is known of these."""
    before = len(m.context.hypotheses)
    try:
        found = read()
        return found and replace(found, hypotheses=(*m.context.hypotheses[before:], *found.hypotheses))
    finally:
        del m.context.hypotheses[before:]


def _of_laws(m: Meaning, one: L.Law, other: L.Law, node: Syntax) -> EqualLaws:
    if isinstance(one, L.MultivariateNormal) and isinstance(other, L.MultivariateNormal):
        t = _direction(one, other)
        return EqualLaws(_exponent(one, t), _exponent(other, t))
    home = L.support(one)
    if all(isinstance(law, L.Mixture | L.Density) for law in (one, other)) and L.support(other) is home:
        z = L.fresh(L.Var("x", home), {n.name for n in one.free | other.free if isinstance(n, L.Var)})
        return EqualLaws(one(z), other(z))  # they are the same if their densities are
    if not all(is_number_space(L.support(law)) for law in (one, other)):
        raise Unread("whether two laws of vectors are the same", node.span)
    f = _test(m)
    return EqualLaws(_mean(f, one), _mean(f, other), (), f)


def _of_density(one: Defined, law: L.Law, node: Syntax) -> EqualLaws:
    """That a density is that of a law, at any point of its support."""
    home = L.support(law)
    if not isinstance(home, L.Reals | L.PositiveReals | L.Interval):
        raise Unread("a law of integers or of vectors, of a number that has a density", node.span)
    x = L.fresh(L.Var("x", home), {n.name for n in one.body.free | law.free if isinstance(n, L.Var)})
    return EqualLaws(one.at(x), law(x))


def _of_values(m: Meaning, node: Syntax, law: L.Law, written: Syntax, made: bool) -> EqualLaws:
    head = Head(Symbol("E", "rm", span=node.span), None, None, 0, "E")
    with outcome(m, (node,), head) as closing:
        value = m.value(node)
        if isinstance(value, RowVector):
            raise Unread("a law of a row vector", node.span)
        laws = [each for _, each in closing.laws]
        if isinstance(law, L.MultivariateNormal):
            variables = frozenset(x for x, _ in closing.laws)
            normal = all(isinstance(each, L.MultivariateNormal) for each in laws)
            if not normal or L.space_of(value) is not law.home or not _affine(value, variables):
                raise Unread("whether such a function of random vectors has this law", node.span)
            t = _direction(law, value)
            form = L.Dot(t, value)
            mean = closing(form)
            return EqualLaws(mean + closing((form - mean) ** 2) / 2, _exponent(law, t))
        if made:
            raise Unread("a law of a number that is made of random vectors", node.span)
        if not L.is_scalar(value) or not is_number_space(L.support(law)):
            raise Unread("a law of numbers for what is no number, or the other way round", written.span)
        f = _test(m)
        several = len(laws) > 1 or not all(is_number_space(L.support(each)) for each in laws)
        return EqualLaws(closing(f(value)), _mean(f, law), (L.polynomial(f),) if several else (), f)


def _of_samples(m: Meaning, samples: Samples, law: L.Law, node: Syntax) -> EqualLaws | None:
    """The claim about a function of data: of polynomials in it the means, which say how the law spreads.

    None where the function has a name and its mean cannot be taken: the name is given that law.
    """
    reason = samples.unclear(law)
    if reason is None and not is_number_space(L.support(law)):
        reason = "a law of vectors for what is a number"
    if reason is not None:
        if name_of(node) is not None:
            return None
        raise Unread(reason, node.span)
    f = _test(m)
    fog = samples.open_names(m.context.said, law)
    return EqualLaws(samples.mean(f(samples.value)), _mean(f, law), (L.polynomial(f),), f, fog)


def _test(m: Meaning) -> L.Function:
    """A function of which nothing is known, under a name that the page does not use."""
    used = m.context.survey.heads() | m.context.survey.bare | m.context.functions.keys()
    return L.Function(next((n for n in _TESTS if n not in used), "phi_0"), (L.R,))


def _mean(f: L.Function, law: L.Law) -> L.Term:
    z = L.fresh(L.Var("z", L.support(law)), {n.name for n in law.free if isinstance(n, L.Var)})
    return L.Expectation(f(z), z, law)


def _direction(law: L.MultivariateNormal, other: L.Node) -> L.Var:
    """A vector t of the size that the law's points have."""
    return L.fresh(L.Var("t", law.home), {n.name for n in law.free | other.free if isinstance(n, L.Var)})


def _exponent(law: L.MultivariateNormal, t: L.Var) -> L.Term:
    """The mean of the linear form t'x under a normal law and half its variance."""
    return L.Dot(t, law.mean) + L.Form(t, law.covariance, t) / 2


def _affine(value: L.Term, variables: frozenset[L.Var]) -> bool:
    """Whether a vector is an affine function of these: sums of matrices times one of them, and what is free of them."""
    if value.free.isdisjoint(variables):
        return True
    match value:
        case L.Var():
            return True
        case L.Neg(arg):
            return _affine(arg, variables)
        case L.Plus(summands):
            return all(_affine(each, variables) for each in summands)
        case L.Quotient(num, den):
            return den.free.isdisjoint(variables) and _affine(num, variables)
        case L.Times(factors) | L.MatMul(factors):
            moving = [each for each in factors if not each.free.isdisjoint(variables)]
            return len(moving) == 1 and _affine(moving[0], variables)
    return False


__all__ = ["EqualLaws", "claimed"]
