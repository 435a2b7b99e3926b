r"""Errors in equations that say how data came about, y = X \beta + \varepsilon, and the law that they give these."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ... import language as L
from ..shapes.shapes import bare, without_accent

if TYPE_CHECKING:
    from ..context import Context

_ERRORS = ("epsilon", "varepsilon")
_SUBSCRIPTED_ERRORS = (*_ERRORS, "e")  # e alone is Euler's number
_OTHER_ERRORS = ("u", "v", "w", "r", "eta", "xi", "nu", "zeta", "delta")  # with a subscript, where words say errors
_SAY_ERRORS = re.compile(r"\b(noise|errors?|disturbances?|innovations?|shocks?|residuals?)\b")


def has_error(t: L.Term, said: str) -> bool:
    """Whether a value has an error as a summand: y = X b + e says how data came about; y is the same when b varies."""
    others = _OTHER_ERRORS if _SAY_ERRORS.search(said) else ()
    for part in t.args if isinstance(t, L.Plus) else ():
        match part.arg if isinstance(part, L.Neg) else part:
            case L.Coord(L.Var(name=name)) | L.Apply(L.Function(name=name)):
                letters = (*_SUBSCRIPTED_ERRORS, *others)
            case L.Var(name=name):
                letters = _ERRORS
            case _:
                continue
        if bare(name) in letters and without_accent(name) is None:
            return True
    return False


def law_of_data(context: Context, name: str) -> tuple[L.Var, L.Family] | None:
    """The data, and the law of their error moved to what is added to it; None where no equation says so."""
    said = next((h.right for h in equations(context) if h.left.name == name), None)
    made = context.made.get(name, said)
    summands = made.args if isinstance(made, L.Plus) else ()
    errors = [s for s in summands if isinstance(s, L.Var) and s.name in context.laws]
    rest = [s for s in summands if s not in errors]
    if made is None or len(errors) != 1 or not rest or any(errors[0] in s.free for s in rest):
        return None
    moved = _moved(context.laws[errors[0].name], L.fold(L.Plus, rest, 0))
    return None if moved is None else (L.Var(name, L.space_of(made) or L.R), moved)


def equations(context: Context) -> list[L.Relation]:
    r"""The equations that are supposed and say how data are made of an error with a law, y = X \beta + \varepsilon.

    None of data that two of them are about, and none that goes on with data before, x_t = a x_{t-1} + \varepsilon_t.
    """
    found = [h for h in context.stated() if isinstance(h, L.Relation) and _has_summand_with_law(context, h)]
    names = [h.left.name for h in found if isinstance(h.left, L.Var)]
    return [h for h in found if isinstance(h.left, L.Var) and names.count(h.left.name) == 1]


def _has_summand_with_law(context: Context, h: L.Relation) -> bool:
    match h:
        case L.Relation(L.Var() as data, "=", L.Plus(parts)) if data.name not in context.laws | context.fog:
            with_law = any(isinstance(part, L.Var) and part.name in context.laws for part in parts)
            return with_law and not is_recursive(data.name, h.right)
    return False


def is_recursive(name: str, made: L.Term) -> bool:
    """Whether what data are made of has others of them in it."""
    return any(n.name.partition("_")[0] == name.partition("_")[0] for n in made.free)


def is_error(context: Context, name: L.Var) -> bool:
    """Whether data are made of a name with a law, which is a summand of what they are."""
    return any(name is part for h in equations(context) for part in h.right.children())


def of_one_side(context: Context, relation: L.Relation) -> list[str]:
    r"""The errors of which nothing is told that stand on one side of an equation, beside others of their letter that
    have a law: in \epsilon_1 + \epsilon_2 = \sqrt 2 \bar\epsilon two sides of one law are meant, and no identity."""
    told = {bare(name) for name in (*context.laws, *context.data) if bare(name) in _ERRORS}
    left, right = ({n.name for n in side.free if isinstance(n, L.Var)} for side in (relation.left, relation.right))
    return sorted(n for n in left ^ right if bare(n) in told and n not in (*context.laws, *context.data))


def are_tied(context: Context, names: Iterable[str]) -> bool:
    """Whether one of these names is an error that others of them are made of."""
    known = {*names}
    made = {**{h.left.name: h.right for h in equations(context) if isinstance(h.left, L.Var)}, **context.made}
    made |= {stem: each.body for stem, each in context.made_each.items()}
    random = context.laws.keys() | context.data.keys()
    return any(known & random & _summands(made[stem]) for stem in known & made.keys())


def _summands(made: L.Term) -> set[str]:
    """The names that are summands by themselves, or the letters of their families."""
    bases = (part.point if isinstance(part, L.Coord) else part for part in made.children())
    return {part.name for part in bases if isinstance(part, L.Var)}


def without_errors(context: Context, held: Iterable[L.Node], claim: L.Node) -> tuple[L.Node, ...]:
    """Hypotheses without the equations that only say what errors are of which nothing else, and no claim, speaks."""
    kept = tuple(held)
    for equation in equations(context):
        others = (h for h in (claim, *kept) if h is not equation)
        unspoken = {n for n in equation.right.free if isinstance(n, L.Var) and n.name in context.laws}
        unspoken -= frozenset().union(*(h.free for h in others))
        if any(part in unspoken for part in equation.right.children()):
            kept = tuple(h for h in kept if h is not equation)
    return kept


def law_of_each(
    context: Context, family: str, given: str = "", *, conditional: bool = False
) -> tuple[L.Var, L.Var, L.Family] | None:
    """The data y_1, ..., y_n, their index, and the law of each by y_i = w x_i + e_i, e_i ~ law; None without errors.

    Where w is random, too, that is their law only if they are ``given`` it, or ``conditional`` on all of these.
    """
    made = context.made_each.get(family)
    parts = made.body.args if made is not None and isinstance(made.body, L.Plus) else ()
    if made is None or is_recursive(family, made.body):
        return None
    for part in parts:
        match part:
            case L.Coord(L.Var(name), place) if name in context.data and made is not None and place is made.var:
                rest = [other for other in parts if other is not part]
                index, law = context.data[name]
                moved = _moved(L.substitute(law, {index: made.var}), L.fold(L.Plus, rest, 0))
                random = context.data.keys() | context.laws.keys() | context.random.keys()  # of these y_i is made, too
                alone = conditional or (random - {given}).isdisjoint(n.name for other in rest for n in other.free)
                home = L.Vectors(made.var.space.high)
                return (L.Var(family, home), made.var, moved) if moved is not None and alone else None
    return None


def is_error_of(context: Context, name: str, family: str) -> bool:
    """Whether the errors of that name are in the data of that family."""
    made = context.made_each.get(family)
    return made is not None and any(n.name == name for n in made.free)


def _moved(law: L.Law, mean: L.Term) -> L.Family | None:
    """A normal law around zero moved to another mean."""
    match law:
        case L.MultivariateNormal(L.Zero(), covariance, _):
            return L.MultivariateNormal(mean, covariance)
        case L.Normal(L.Number(zero), deviation, _) if zero == 0:
            return L.Normal(mean, deviation)
    return None


def regressors(context: Context, name: str) -> frozenset[str]:
    """What data are made of beside their errors, as far as that has no law itself; nothing of other names."""
    made = next((h.right for h in equations(context) if h.left.name == name), context.made.get(name))
    each: L.Node | None = context.made_each.get(name) if made is None else made
    random = (context.laws, context.data, context.moments, context.random)
    names = () if each is None else (n.name for n in each.free)
    return frozenset(n for n in names if not any(n in known for known in random))


__all__ = ["are_tied", "equations", "has_error", "is_error", "is_error_of", "is_recursive", "law_of_data",
           "law_of_each", "of_one_side", "regressors", "without_errors"]  # fmt: skip
