r"""Entropies of random variables whose laws are told: h(Y), h(aX + b), h(Y | X), I(X; Y) where Y = X + Z.

One variable with a law has that law's entropy, a multiple of it that and the logarithm of the factor.  What is made of
independent normal variables by a linear formula is jointly normal, and its entropy, given others, is that of a normal
law with the variance that is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Syntax, Unread
from .joint_of_entropies import has_random
from .outcomes import outcome

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

ZERO, ONE = L.Number(0), L.Number(1)


def are_told(m: Meaning, items: tuple[Syntax, ...]) -> bool:
    """Whether each of the expressions is one in random variables with laws, or made of such."""
    return bool(items) and all(has_random(m.context, item) for item in items)


def entropy(m: Meaning, items: tuple[Syntax, ...], given: tuple[Syntax, ...], head: Head) -> L.Term:
    """H(X), H(X, Y), H(Y | X): by the chain rule a sum, each variable given those before it."""
    with outcome(m, (*items, *given), head) as closing:
        values = [m.scalar(each) for each in (*items, *given)]
    laws, made = _apart(closing.laws, head)
    values = [L.substitute(value, made) for value in values]
    first, behind = values[: len(items)], values[len(items) :]
    parts = [_one(value, [*first[:k], *behind], laws, head) for k, value in enumerate(first)]
    return L.fold(L.Plus, parts, 0)


def information(m: Meaning, x: tuple[Syntax, ...], y: tuple[Syntax, ...], z: tuple[Syntax, ...], head: Head) -> L.Term:
    """I(X; Y | Z): what Y takes from the entropy of X."""
    if set(x) & set(y):
        raise Unread("mutual information of a continuous variable and itself", head.symbol.span)
    return entropy(m, x, z, head) - entropy(m, x, (*y, *z), head)


def _apart(drawn: Sequence[tuple[L.Var, L.Law]], head: Head) -> tuple[dict[L.Var, L.Law], dict[L.Name, L.Term]]:
    """The laws of independent variables, and what those are made of them that are drawn one after the other: a normal
    one, given others, is its mean and a multiple of another normal variable."""
    laws: dict[L.Var, L.Law] = {}
    made: dict[L.Name, L.Term] = {}
    for var, law in drawn:
        before = {name for name in law.free if name in laws or name in made}
        if not before:
            laws[var] = law
            continue
        match law:
            case L.Normal(mean, deviation) if before.isdisjoint(deviation.free):
                own = L.fresh_beside(L.Var(f"{var.name}'", L.R), law, *laws)
                laws[own] = L.Normal(ZERO, ONE)
                made[var] = L.substitute(mean, made) + deviation * own
            case _:
                raise Unread(f"{head.name} of what is drawn after another, and not normal given that", head.symbol.span)
    return laws, made


def slope_of(value: L.Term, variable: L.Var, head: Head) -> L.Term | None:
    """By what a linear formula multiplies a variable.  Raises ``Unread`` for other formulas."""
    return _linear(value, frozenset((variable,)), head).slopes.get(variable)


def _one(value: L.Term, behind: list[L.Term], laws: dict[L.Var, L.Law], head: Head) -> L.Term:
    """The entropy of one value, given others."""
    if isinstance(value, L.Var) and value in laws and all(value not in each.free for each in behind):
        return L.H(laws[value])
    forms = [_linear(each, frozenset(laws), head) for each in (value, *behind)]
    known = set().union(*(form.settled() for form in forms[1:]))  # these are no longer random
    if (of_one := _of_one([form.without(known) for form in forms], laws)) is not None:
        return of_one
    used = {x for form in forms for x in form.slopes}
    scales = {x: law.deviation for x, law in laws.items() if isinstance(law, L.Normal)}
    if not used <= scales.keys():
        raise Unread(f"{head.name} of what is made of variables that are not normal", head.symbol.span)
    form = forms[0].without(known)
    others = [each for each in (other.without(known) for other in forms[1:]) if each.slopes]
    if not form.slopes or len(others) > 1:
        raise Unread(f"{head.name} of what is no density, or given several mixtures", head.symbol.span)
    left = _covariance(form, form, scales)
    if others:
        (other,) = others
        left = left - _covariance(form, other, scales) ** 2 / _covariance(other, other, scales)
    return L.H(L.Normal(ZERO, L.sqrt(left)))


def _of_one(forms: Sequence[_Linear], laws: Mapping[L.Var, L.Law]) -> L.Term | None:
    r"""The entropy of a X + b, given nothing that tells of X: that of X, and \log |a| where X has a density; None of
    what is made of several variables, or of normal ones."""
    match [form.slopes for form in forms if form.slopes]:
        case [slopes] if len(slopes) == 1 and forms[0].slopes is slopes:
            ((x, slope),) = slopes.items()
            law = laws[x]
            if isinstance(law, L.Normal):
                return None
            counted = slope is ONE or L.is_counted(L.support(law))
            return L.H(law) if counted else L.H(law) + L.log(abs(slope))
    return None


@dataclass(frozen=True)
class _Linear:
    """A linear form in random variables, but for its constant: what each is multiplied by."""

    slopes: dict[L.Var, L.Term]

    def settled(self) -> set[L.Var]:
        """The one variable that its value tells: of a X where a is 0 it tells nothing."""
        match list(self.slopes.items()):
            case [(x, L.Number(slope))] if slope:
                return {x}
        return set()

    def without(self, known: set[L.Var]) -> _Linear:
        return _Linear({x: slope for x, slope in self.slopes.items() if x not in known})


def _covariance(one: _Linear, other: _Linear, scales: dict[L.Var, L.Term]) -> L.Term:
    """That of two linear forms in independent variables."""
    shared = [x for x in one.slopes if x in other.slopes]
    return L.fold(L.Plus, [_times(_times(one.slopes[x], other.slopes[x]), scales[x] ** 2) for x in shared], 0)


def _times(a: L.Term, b: L.Term) -> L.Term:
    return b if a is ONE else a if b is ONE else a * b


def _linear(t: L.Term, variables: frozenset[L.Var], head: Head) -> _Linear:
    """The linear form that a term is in the variables.  Raises ``Unread``."""
    if t.free.isdisjoint(variables):
        return _Linear({})
    match t:
        case L.Var():
            return _Linear({t: ONE})
        case L.Neg(arg):
            return _scaled(L.Number(-1), _linear(arg, variables, head))
        case L.Plus(summands):
            slopes: dict[L.Var, L.Term] = {}
            for each in summands:
                for x, slope in _linear(each, variables, head).slopes.items():
                    slopes[x] = slopes[x] + slope if x in slopes else slope
            return _Linear(slopes)
        case L.Quotient(num, den) if den.free.isdisjoint(variables):
            return _scaled(ONE / den, _linear(num, variables, head))
        case L.Times(factors):
            moving = [each for each in factors if not each.free.isdisjoint(variables)]
            if len(moving) == 1:
                rest = [each for each in factors if each is not moving[0]]
                return _scaled(L.fold(L.Times, rest, 1), _linear(moving[0], variables, head))
    raise Unread(f"{head.name} of what is no linear formula in random variables", head.symbol.span)


def _scaled(factor: L.Term, form: _Linear) -> _Linear:
    return _Linear({x: _times(factor, slope) for x, slope in form.slopes.items()})


__all__ = ["are_told", "entropy", "information", "slope_of"]
