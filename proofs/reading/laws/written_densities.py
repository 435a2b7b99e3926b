r"""Densities at their variables where a law is meant: KL(q(z|x) \| p(z|x)), KL(p(x, y) \| p(x) p(y)), H(q(z|x)).

What stands before the bars are the variables that the divergence runs over; what stands behind them has its value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability.conditional import integral_over
from ..syntax import Bracket, Mark, Multiply, Syntax, Unread
from . import stated

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head


def at_its_variable(m: Meaning, law: Syntax) -> Syntax:
    r"""\pi(a | s) for \pi(\cdot | s), where the page takes that density at one variable; other laws as they are."""
    match law:
        case Multiply((head, Bracket("(", (Mark("\\cdot"),), ")") as bracket), ("", "")) if name := name_of(head):
            items = {u.items[0] for u in m.context.survey.uses(name) if len(u.items) == 1 and name_of(u.items[0])}
            if len(items) == 1:
                return replace(law, factors=(head, replace(bracket, items=tuple(items))))
    return law


def divergence(m: Meaning, p: Syntax, q: Syntax) -> L.Term | None:
    """KL(p || q) where one of the two is conditional, of several variables, or a marginal; None where both are laws."""
    if (of_formulas := _of_formulas(m, p, q)) is not None:
        return of_formulas
    if (of_quotients := _of_quotients(m, p, q)) is not None:
        return of_quotients
    if not (_is_part(m, p) or _is_part(m, q)):
        return None
    written = [names for names in (_variables(m, p), _variables(m, q)) if names is not None]
    if not written or set(written[0]) != set(written[-1]):
        raise Unread("a divergence of densities that are not of the same variables", p.span)
    variables = _to_run_over(m, written[0], p)
    first, second = _law(m, p), _law(m, q)
    if first is not None and second is not None:
        return L.KL(first, second)
    with m.binding({v.name: v for v in variables}):
        top, bottom = _at(m, p, first, variables), _at(m, q, second, variables)
        if first is not None and len(variables) == 1 and top is first(variables[0]):
            return L.E(L.log(top / bottom), variables[0], first)
        return integral_over(top * L.log(top / bottom), variables)


def _of_formulas(m: Meaning, p: Syntax, q: Syntax) -> L.Term | None:
    r"""KL(p || q) of p(x) = \lambda e^{-\lambda x}, q(x) = \mu e^{-\mu x}, x > 0: both are densities there."""
    heads = [name_of(node) or "" for node in (p, q)]
    first, second = map(m.context.functions.get, heads)
    if first is None or second is None or not all(len(f.arguments) == 1 and f.is_plain for f in (first, second)):
        return None
    if not all(L.is_scalar(f.arguments[0]) and stated.is_written_out(f.body) for f in (first, second)):
        return None
    where, other = (stated.home(m.context, h, f.arguments[0]) for h, f in zip(heads, (first, second), strict=True))
    if where is None or other is not where:
        return None
    x = L.fresh(L.Var(first.arguments[0].name, where), {n.name for n in second.body.free if isinstance(n, L.Var)})
    top, bottom = first.at(x), second.at(x)
    m.context.assume(L.Int(top, x).eq(1), L.Int(bottom, x).eq(1))
    return L.Int(top * L.log(top / bottom), x)


def _of_quotients(m: Meaning, p: Syntax, q: Syntax) -> L.Term | None:
    """KL(p || q) where p is a formula divided by its integral, and q is such a one, too, or a law."""
    if (first := stated.divided(m, p)) is None:
        return None
    x, top = first
    if (second := stated.divided(m, q)) is not None:
        y, bottom = second
        if y.space is not x.space:
            raise Unread("a divergence of densities on different spaces", q.span)
        bottom = L.substitute(bottom, {y: x})
    else:
        bottom = _at(m, q, _law(m, q), (x,))
    return L.Int(top * L.log(top / bottom), x)


def entropy(m: Meaning, p: Syntax) -> L.Term | None:
    """H(p) of a density that is conditional, of several variables, or a marginal; None of a law."""
    if (formula := stated.divided(m, p)) is not None:
        x, density = formula
        return L.Neg(L.Int(density * L.log(density), x))
    names = _variables(m, p)
    if names is None or not _is_part(m, p):
        return None
    if (law := _law(m, p)) is not None:
        return L.H(law)
    variables = _to_run_over(m, names, p)
    with m.binding({v.name: v for v in variables}):
        density = m.scalar(p)
        return L.Neg(integral_over(density * L.log(density), variables))


def _densities(m: Meaning, node: Syntax) -> list[tuple[Head, Bracket]] | None:
    """The factors p(x), p(y | x) of a product of densities, or the one density; None of anything else."""
    from ..uses.heads import family_of, head_of

    match node:
        case Bracket("(" | "[" | "{" | "", (item,), _, None):
            return _densities(m, item)
        case Multiply(factors, signs) if not any(signs) and len(factors) % 2 == 0:
            found = []
            for symbol, bracket in zip(factors[::2], factors[1::2], strict=True):
                head = head_of(symbol)
                if head is None or head.power is not None or not isinstance(bracket, Bracket) or bracket.left != "(":
                    return None
                if family_of(head) is not None or not m.context.is_density(head.name):
                    return None
                found.append((head, bracket))
            return found
    return None


def _variables(m: Meaning, node: Syntax) -> tuple[str, ...] | None:
    """The variables that a density is written at: those before its bar, of a product those of its factors."""
    found = _densities(m, node)
    if found is None:
        return None
    names = [name_of(item) for _, bracket in found for item in bracket.items]
    if None in names or len(set(names)) != len(names):
        raise Unread("a density at what is no variable, where a law is meant", node.span)
    return tuple(name for name in names if name is not None)


def _is_part(m: Meaning, node: Syntax) -> bool:
    """Whether a density is conditional, joint, a product, or a marginal of a density of several variables."""
    match _densities(m, node):
        case [(head, bracket)]:
            if bracket.given is not None or len(bracket.items) > 1:
                return True
            letter = m.densities.letter(head.name)
            return head.name not in m.context.laws and len(m.densities.variables.get(letter, ())) > 1
        case [_, _, *_]:
            return True
    return False


def _law(m: Meaning, node: Syntax) -> L.Law | None:
    """The law of a density that is of one variable alone, under whatever circumstances behind its bar; else None."""
    from .laws import law_of

    found = _densities(m, node)
    if found is None:
        return law_of(m, node)
    if len(found) > 1:
        return None
    ((head, bracket),) = found
    letter = m.densities.letter(head.name)
    if bracket.given is None and not _is_part(m, node):
        return law_of(m, node)
    if bracket.given is None and len(bracket.items) == 1:
        match _modelled(m, node):  # a marginal density whose law is told
            case L.Apply(L.Law() as told, (L.Var(),)):
                return told
    around = m.densities.circumstances.get(letter, set())
    given = tuple(sorted(filter(None, map(name_of, bracket.given or ()))))
    if m.densities.variables.get(letter, ())[1:] or not set(given) <= around or len(given) != len(bracket.given or ()):
        return None
    if head.name in m.context.laws or not set(given).isdisjoint(m.context.values):
        return None
    law = m.densities.joint(letter, given).law
    if isinstance(law.space, L.Cartesian):
        return None
    density = _modelled(m, node)
    match density:
        case L.Apply(L.Law() as known, (L.Var(),)):
            return known
    return law if density is None else None


def _modelled(m: Meaning, node: Syntax) -> L.Term | None:
    """The density at its variable where the page gives a model for it, so that it is no unknown one."""
    names = _variables(m, node) or ()
    with m.binding({v.name: v for v in _to_run_over(m, names, node)}):
        density = m.scalar(node)
    return None if any(isinstance(n, L.Density) for n in density.free) else density


def _to_run_over(m: Meaning, names: tuple[str, ...], node: Syntax) -> tuple[L.Var, ...]:
    if not all(m.densities.is_variable(name) for name in names):
        raise Unread("a divergence over what is no variable of a density", node.span)
    return tuple(map(m.densities.variable, names))


def _at(m: Meaning, node: Syntax, law: L.Law | None, variables: tuple[L.Var, ...]) -> L.Term:
    """The density at the variables."""
    if law is None:
        return m.scalar(node)
    point = variables[0] if len(variables) == 1 else L.Tuple(variables)
    if L.support(law) is not L.home_of(point):
        raise Unread("a divergence of laws on different spaces", node.span)
    return law(point)


__all__ = ["at_its_variable", "divergence", "entropy"]
