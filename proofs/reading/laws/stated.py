r"""Densities that a document states: f_X(x) = 2x for 0 < x < 1 is the law of X, whatever name that law has; so is f(x)
where words say that it is the density of X.

A mean under it is the integral that it is by definition, over the part of the line that is said of x.  That the stated
function is a density, that it integrates to 1, is a hypothesis: where it does not, nothing is claimed of its means.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ...language.beneath import interior
from ...language.facts import Facts
from ..names import labelled, name_of
from ..syntax import Bracket, Multiply, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning
    from ..terms.defined import Defined

_LETTERS = ("f", "p", "g", "h")


def stated(context: Context, name: str) -> tuple[str, Defined] | None:
    """The density that is written out for a random variable of which no law is known, and its letter."""
    if name in context.laws or name in context.random:
        return None
    heads = [labelled(letter, name) for letter in _LETTERS]
    if name in context.density_names:
        heads.append(context.density_names[name])
    if (stem := name.partition("_")[0]) in context.densities_of_data:  # each of the data has it
        heads.append(context.densities_of_data[stem])
    heads += [letter for letter in ("p", "q") if _is_of(context, letter, name)]
    heads += [head for head, (argument, _) in context.normalised.items() if argument.upper() == name]
    for head in heads:
        found = context.functions.get(head)
        known = found is not None and (is_written_out(found.body) or head in context.normalised)
        if found is not None and found.body is L.Number(0):
            continue  # it says where the density lives, and not what it is there
        if found is not None and known and len(found.arguments) == 1:
            return head, found
    return _by_distribution(context, name)


def _by_distribution(context: Context, name: str) -> tuple[str, Defined] | None:
    """The density that a distribution function F(x) = ... of the random variable has, and the letter F."""
    head = context.distribution_names.get(name, "")
    found = context.functions.get(head)
    if found is None or not found.is_plain or not is_written_out(found.body) or isinstance(found.body, L.Cases):
        return None
    return head, replace(found, body=L.diff(found.body, found.arguments[0]))


def _is_of(context: Context, letter: str, name: str) -> bool:
    r"""Whether a p(x | \lambda), or a mixture p(x) of laws, that is written out is the density of X, by its
    argument."""
    found = context.functions.get(letter)
    if found is None or [a.name.upper() for a in found.arguments] != [name]:
        return False
    return bool(found.given) or _home_of_laws(found.body, found.arguments[0]) is not None


def is_written_out(body: L.Term) -> bool:
    """Whether a density is not in terms of others that are unknown."""
    return not any(isinstance(n, L.Density | L.DensityFamily | L.Function | L.FunctionFamily) for n in body.free)


def is_normalised(body: L.Term, argument: L.Var) -> bool:
    r"""Whether a density is something of any function divided by its integral over all there is, e^{-E(x)} / Z."""
    return is_formula(body) and any(isinstance(n, L.Int) and n.var.space is argument.space for n in body.walk())


def is_formula(body: L.Term) -> bool:
    """Whether a density is written without others, by what may be functions of which nothing is said."""
    return not any(isinstance(n, L.Density | L.DensityFamily) for n in body.free)


def under(m: Meaning, name: str) -> tuple[L.Var, L.Term]:
    """The variable that stands for a random variable, and its density there.  Raises ``Unread``."""
    found = stated(m.context, name)
    assert found is not None
    head, density = found
    (argument,) = density.arguments
    where = home(m.context, head, argument)
    if head in m.context.normalised:
        where = L.R if where is None else where
    if where is None:
        raise Unread(f"where {name} has the density that is stated is not said", (0, 0))
    var = L.Var(argument.name, where)
    body = _inside(L.substitute(m.context.unfolded(density.body), {argument: var}), var)
    if head not in m.context.normalised:
        m.context.assume(L.Int(body, var).eq(1))
    return var, body


def home_of(context: Context, name: str) -> L.Space | None:
    """The part of the line on which the density lives that is written out for a random variable."""
    found = stated(context, name)
    return None if found is None else home(context, found[0], *found[1].arguments)


def home(context: Context, head: str, argument: L.Var) -> L.Space | None:
    """The part of the line that the argument of a density is said to lie on, or on which the laws in it live; None
    where nothing is said of it."""
    said = context.density_homes.get(head) or between(context.stated(), argument)
    defined = context.functions.get(head)
    if said is None and defined is not None and (lived := _home_of_laws(defined.body, argument)) is not None:
        return lived
    return L.R if said is None and context.spaces.get(argument.name) is L.R else said


def _home_of_laws(body: L.Term, argument: L.Var) -> L.Space | None:
    """Where the one kind of law lives of which densities at the argument stand in a formula: that of a mixture."""
    values = [n for n in body.walk() if isinstance(n, L.Apply) and n.args[0] is argument]
    laws = {n.head for n in values if isinstance(n.head, L.Family)}
    homes = {L.support(law) for law in laws}
    return homes.pop() if len(homes) == 1 and all(map(L.is_scalar_space, homes)) else None


def total_mass(context: Context, head: str) -> L.Term | None:
    """The integral of a density over the part of the line that it is said to live on; None where that is not known."""
    density = context.functions.get(head)
    where = home(context, head, density.arguments[0]) if density is not None and density.is_plain else None
    if density is None or where is None or not L.is_scalar_space(where):
        return None
    x = L.Var(density.arguments[0].name, where)
    return L.Int(_inside(density.at(x), x), x)


def written_out(m: Meaning, head: str) -> tuple[L.Var, L.Term] | None:
    """The variable of a density that a formula writes out, and that density; None where it is none, or where it holds
    is not said."""
    found = m.context.functions.get(head)
    if found is None or len(found.arguments) != 1 or head in m.context.laws:
        return None
    (argument,) = found.arguments
    if is_written_out(found.body):
        law = m.context.laws.get(argument.name)
        where = L.support(law) if law is not None else home(m.context, head, argument)
        if where is None or not L.is_scalar_space(where):
            return None
    elif is_normalised(m.context.unfolded(found.body), argument):
        where = argument.space
    else:
        return None
    var = L.Var(argument.name, where)
    body = _inside(L.substitute(m.context.unfolded(found.body), {argument: var}), var)
    _suppose_density(m, body, var)
    return var, body


def divided(m: Meaning, law: Syntax) -> tuple[L.Var, L.Term] | None:
    r"""The variable of p(x) = e^{-E(x)} / Z, of \pi(a | s) = e^{Q(s, a)} / \sum_b e^{Q(s, b)}, of a formula that is
    divided by what it comes to in all, and the density, under what stands behind its bar; None of anything else."""
    match law:
        case Multiply((head, Bracket("(", (item,), ")")), ("", "")):
            found, at = m.context.functions.get(name_of(head) or ""), name_of(item)
        case Symbol() | Script():
            found, at = m.context.functions.get(name_of(law) or ""), None
        case _:
            return None
    if found is None or len(found.arguments) != 1 or at not in (None, found.arguments[0].name):
        return None
    (argument,) = found.arguments
    if at is None and not found.given:
        law = Multiply((law, Bracket("(", (Symbol(argument.name),), ")")), ("", ""), span=law.span)
    if not is_normalised(m.context.unfolded(found.body), argument):
        return None
    with m.binding({argument.name: argument}):
        body = m.scalar(law)
    _suppose_density(m, body, argument)
    return argument, body


def _suppose_density(m: Meaning, body: L.Term, argument: L.Var) -> None:
    """That a formula integrates to 1 is supposed, unless it is divided by the very integral."""
    match body:
        case L.Quotient(weight, L.Int(inside, var)) | L.Times((L.Quotient(L.Number(), L.Int(inside, var)), weight)):
            if L.substitute(inside, {var: argument}) is weight:
                return
    m.context.assume(L.Int(body, argument).eq(1))


def _inside(body: L.Term, var: L.Var) -> L.Term:
    """The one value that a formula by cases has where its variable lives."""
    match body:
        case L.Cases(values, conditions, otherwise):
            facts = Facts(tuple(interior(var, var.space)))
            left = [(v, c) for v, c in zip(values, conditions, strict=True) if not facts.excludes(c)]
            if not left:
                return otherwise
            if facts.proves(left[0][1]):
                return left[0][0]
    return body


def between(relations: Iterable[L.Node], argument: L.Var) -> L.Space | None:
    """The part of the line that relations confine a number to; None where they do not."""
    low: L.Term | None = None
    high: L.Term | None = None
    for h in relations:
        match h:
            case L.Relation(left, "<" | "<=", right) | L.Relation(right, ">" | ">=", left):
                if right == argument and argument not in left.free:
                    low = left
                elif left == argument and argument not in right.free:
                    high = right
    if low is None and high is None:
        return None
    if low is L.Number(0) and high is None:
        return L.R_POSITIVE
    return L.Interval(L.Neg(L.oo) if low is None else low, L.oo if high is None else high)


__all__ = ["between", "divided", "home", "home_of", "is_formula", "is_normalised", "is_written_out", "stated",
           "total_mass", "under", "written_out"]  # fmt: skip
