r"""Entropies of random variables of which no law is known: H(X, Y), H(X | Y), H(X | Y = y), H(g(X) | Y), I(X; Y | Z).

All of them are read off one joint law of the variables.  What is made of variables, g(X), is one of their functions
with whole values: only which of its values are the same bears on an entropy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..laws.densities import Densities
from ..names import name_of
from ..syntax import Add, Bracket, Multiply, Numeral, Sign, Statement, Symbol, Syntax, Unread
from . import joint_of_entropies
from .conditional import integral_over
from .said_of_variables import is_known_otherwise

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

DISCRETE = "$H$ is taken to be the entropy of discrete random variables"
_FUNCTIONS = frozenset(("f", "g", "h", "phi", "psi", "T"))


@dataclass(frozen=True)
class Coordinate:
    """A random variable, by the small letter of its values, or a function of some."""

    variables: tuple[str, ...]
    function: L.Function | None = None
    linear: bool = False  # any one of its variables follows from it and the others, as of X + Z


def entropy(m: Meaning, items: Sequence[Syntax], given: Sequence[Syntax], head: Head) -> L.Term:
    """-sum p(x, y) log p(x | y) over the variables; conditional on those behind the bar, at the values that are given.

    Raises ``Unread`` of variables that do not belong to one joint law.
    """
    events = [each for each in given if isinstance(each, Statement)]
    behind = [_coordinate(m, each, head) for each in given if not isinstance(each, Statement)]
    if joint_of_entropies.are_taken_for_discrete(m.context):
        m.remarks.append(DISCRETE)
    if events:
        return _at_values(m, [_coordinate(m, each, head) for each in items], behind, events, head)
    return _entropy(m, [_coordinate(m, each, head) for each in items], behind, head)


def _entropy(m: Meaning, first: Sequence[Coordinate], behind: Sequence[Coordinate], head: Head) -> L.Term:
    names = _variables([*first, *behind])
    letter = _density_letter(m, names, head)
    top = _mass(m.densities, letter, [*first, *behind])
    inner = L.Quotient(top, _mass(m.densities, letter, behind)) if behind else top
    return L.Neg(integral_over(m.densities.at(letter, names) * L.log(inner), map(m.densities.variable, names)))


def _at_values(
    m: Meaning, first: Sequence[Coordinate], behind: Sequence[Coordinate], events: Sequence[Statement], head: Head
) -> L.Term:
    """H(X | Y = y, Z): the entropy under the law given that Y is y, for any value y that a small letter stands for."""
    values: dict[str, L.Var] = {}
    for event in events:
        match event:
            case Statement((Syntax() as variable, Symbol(letter)), (Sign("="),)):
                own = _coordinate(m, variable, head)
                if own.function is None and own.variables == (letter,) and letter not in m.context.values:
                    values[letter] = m.densities.variable(letter)
                    continue
        raise Unread(f"{head.name} given an event that is not read", head.symbol.span)
    names = [name for name in _variables([*first, *behind]) if name not in values]
    if not names or any(set(each.variables) & values.keys() for each in (*first, *behind)):
        raise Unread(f"{head.name} of what is given", head.symbol.span)
    letter = _density_letter(m, [*names, *values], head)
    at = [Coordinate((name,)) for name in values]
    top, below = _mass(m.densities, letter, [*first, *behind, *at]), _mass(m.densities, letter, [*behind, *at])
    share = m.densities.at(letter, [*names, *values]) / m.densities.at(letter, list(values))
    return L.Neg(integral_over(share * L.log(L.Quotient(top, below)), map(m.densities.variable, names)))


def information(
    m: Meaning, first: Sequence[Syntax], second: Sequence[Syntax], behind: Sequence[Syntax], head: Head
) -> L.Term:
    """I(X; Y | Z): the mean of log p(x, y | z) / (p(x | z) p(y | z)).  Raises ``Unread``."""
    x, y, z = ([_coordinate(m, each, head) for each in part] for part in (first, second, behind))
    if set(x) & set(z) or set(y) & set(z):
        raise Unread("mutual information of variables, given one of them", head.symbol.span)
    if set(x) == set(y):  # of a variable and itself: its entropy
        return _entropy(m, x, z, head)
    names = _variables([*x, *y, *z])
    letter = _density_letter(m, names, head)
    whole, one, other = (_mass(m.densities, letter, part) for part in ([*x, *y, *z], [*x, *z], [*y, *z]))
    inner = whole / (one * other)
    if z:
        inner = whole * _mass(m.densities, letter, z) / (one * other)
    return integral_over(m.densities.at(letter, names) * L.log(inner), map(m.densities.variable, names))


# ---------------------------------------------------------------------------------------------------------------------


def are_made_of_unknown(m: Meaning, items: Sequence[Syntax]) -> bool:
    """Whether expressions are random variables of one unknown joint law, and at least one is made of such."""
    from ..laws.law_phrases import is_law  # which reads what stands before brackets, as this does

    if any(map(is_law, items)) or all((n := name_of(e)) is not None and n not in m.context.random for e in items):
        return False
    inside = [_inside(m, each) for each in items if not isinstance(each, Statement)]
    laws = m.context.laws.keys() | m.context.masses.keys() | m.context.joints.keys()
    if any(name.upper() in laws for names in inside for name in names):
        return False
    return all(inside) and all(m.densities.is_variable(name) for names in inside for name in names)


def _inside(m: Meaning, node: Syntax) -> list[str]:
    """The small letters of the random variables in an expression, of which those are made that are made of others."""
    name = name_of(node)
    if name is not None and name in m.context.random:
        return _inside(m, m.context.random[name])
    if name is not None:
        return [name.lower()]
    names = [name for each in node.walk() if (name := name_of(each)) is not None and name[:1].isupper()]
    return list(dict.fromkeys(small for name in names for small in _inside(m, Symbol(name))))


def _coordinate(m: Meaning, node: Syntax, head: Head) -> Coordinate:
    names = tuple(_inside(m, node))
    if not names or not all(map(m.densities.is_variable, names)):
        raise Unread(f"{head.name} of random variables whose law is not known", head.symbol.span)
    name = name_of(node)
    if name is not None and name not in m.context.random:
        return Coordinate(names)
    written = node if name is None else m.context.random[name]
    called, domain = _function(written), tuple(map(m.densities.space, names))
    if called is None:
        called = m.densities.made.setdefault(written, f"f_{{{len(m.densities.made) + 1}}}")
        m.context.fog.setdefault(f"{called}(", "what it is made of is known, how is not used")
    return Coordinate(names, L.Function(called, domain, L.Z_INTEGERS), _is_linear(written))


def _is_linear(node: Syntax) -> bool:
    """Whether it is a sum or a difference of different random variables, also with numbers: X + Z, 2X - Z, X + 1."""
    parts = node.summands if isinstance(node, Add) else (node,)
    names = [name_of(_without_factor(part)) for part in parts if not isinstance(part, Numeral)]
    return None not in names and 0 < len(names) == len(set(names))


def _without_factor(node: Syntax) -> Syntax:
    match node:
        case Multiply((Numeral(number), rest), ("", "")) if number.strip("0."):
            return rest
    return node


def _function(node: Syntax) -> str | None:
    """The letter of a function of which nothing is known, of random variables: g(X), f(X, Y)."""
    match node:
        case Multiply((Symbol(letter, "", ()), Bracket("(", items, ")", None)), ("", "")):
            plain = letter in _FUNCTIONS and all(name_of(item) is not None for item in items)
            return letter if plain else None
    return None


def _variables(coordinates: Sequence[Coordinate]) -> list[str]:
    return list(dict.fromkeys(name for each in coordinates for name in each.variables))


def _density_letter(m: Meaning, names: list[str], head: Head) -> str:
    """The letter of the density that all the variables belong to: of several, the one that is of several variables."""
    found = [
        letter for letter, of in m.densities.variables.items() if set(names) <= set(m.densities.joint(letter).names)
    ]
    joint = [letter for letter in found if len(m.densities.joint(letter).names) > 1]
    if len(found) != 1 and len(joint) != 1:
        raise Unread(f"{head.name}: which density is meant", head.symbol.span)
    letter = found[0] if len(found) == 1 else joint[0]
    for name in m.densities.joint(letter).names:
        known = is_known_otherwise(m.context, name.upper()) if name.upper() not in m.context.random else None
        if known is not None:
            m.context.fog.setdefault(f"{letter}(", known)
    return letter


def _settled(coordinates: Sequence[Coordinate]) -> list[str]:
    """The variables that are known where the coordinates are: Z is where X and X + Z are."""
    plain = [name for each in coordinates if each.function is None for name in each.variables]
    while True:
        left = [{*each.variables} - {*plain} for each in coordinates if each.linear]
        found = sorted(name for names in left if len(names) == 1 for name in names)
        if not found:
            return list(dict.fromkeys(plain))
        plain += found


def _mass(densities: Densities, letter: str, coordinates: Sequence[Coordinate]) -> L.Term:
    """The probability that coordinates have the values that they have at the variables."""
    plain = _settled(coordinates)
    made = [each for each in coordinates if not set(each.variables) <= set(plain)]  # the others follow
    if not made:
        return densities.at(letter, plain)
    free = [name for name in _variables(made) if name not in plain]
    own = {name: L.fresh(densities.variable(name), {*plain, *_variables(made)}) for name in free}
    here = {name: densities.variable(name) for name in (*plain, *free)}
    same: L.Term = L.Number(1)
    for each in made:
        assert each.function is not None
        there = each.function(*(own.get(name, here[name]) for name in each.variables))
        equal = there.eq(each.function(*(here[name] for name in each.variables)))
        same = L.Cases((same,), (equal,), L.Number(0))
    whole = L.substitute(densities.at(letter, [*plain, *free]), {here[n]: own[n] for n in free})
    return integral_over(whole * same, own.values())


__all__ = ["are_made_of_unknown", "entropy", "information"]
