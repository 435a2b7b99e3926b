r"""\log p(\theta | x) = ... + const: sides whose difference does not depend on what the left side is a function of.

f = g + const in x says that f(x) + g(x') = f(x') + g(x) for all x and x'.  A new function \ell(\mu) = ... + const is
that with a number of which nothing is known: its derivatives are known, and its values are not.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import proportions
from ..names import name_of
from ..syntax import Add, Bracket, Multiply, Named, Script, Symbol, Syntax, Unread
from ..uses import summands
from ..uses.heads import head_of
from ..words import prose

if TYPE_CHECKING:
    from ..meaning import Meaning

_WORDS = ("const", "Const", "constant")
_LETTERS = ("C", "c", "K")
_SAID = re.compile(
    r"\b(up to|(but|except) for|dropping|ignoring|omitting|leaving out|neglecting) ((an?|any|all|some|the|irrelevant|"
    r"additive|unimportant)\s+)*(constants?|terms)\b(?! (factor|multiple))"
    r"(?![^.;:]*\b(factor|multiplicative)\b)[^.;:]*$"
)
_FACTOR_SAID = re.compile(
    r"\b(up to|(but|except) for|dropping|ignoring|omitting|leaving out|neglecting) ((an?|any|the|some|overall|constant|"
    r"positive|irrelevant|normali[sz]ing|unimportant)\s+)*(factors?|multiples?|multiplicative constants?|"
    r"proportionality constant|normali[sz]ing constants?|normali[sz]ation( constant)?)\b[^.;:]*$"
)
CONSTANT = L.Var("const", L.R)


def named() -> dict[str, L.Term]:
    """What the words for a constant mean where they stand for a number."""
    return dict.fromkeys(_WORDS, CONSTANT)


def is_said(words: str) -> bool:
    """Whether the words before an equation say that it holds up to a constant summand."""
    return bool(_SAID.search(prose.sentence(words)))


def is_factor_said(words: str) -> bool:
    """Whether the words before an equation say that it holds up to a constant factor."""
    return bool(_FACTOR_SAID.search(prose.sentence(words)))


def without(m: Meaning, side: Syntax, begins: Syntax | None) -> Syntax:
    """A side without its constants: words, and letters of which nothing is said in a chain about a log-density."""
    letters: set[str] = set()
    if begins is not None and _logarithm(begins) is not None:
        written = Counter(name for part in (side, begins) for n in part.walk() if (name := name_of(n)) is not None)
        letters = {name for name, times in written.items() if times == 1}  # one that stands elsewhere says something
    return summands.without(side, lambda node: _is_word(node) or (name_of(node) in letters and _is_letter(m, node)))


def _is_word(node: Syntax) -> bool:
    return isinstance(node, Symbol) and node.name in _WORDS


def _is_letter(m: Meaning, node: Syntax) -> bool:
    """Whether a summand is a letter for a constant, of which nothing is said."""
    name, context = name_of(node), m.context
    stem = name_of(node.base) if isinstance(node, Script) and node.above is None else name
    said = (context.values, context.laws, context.spaces, context.random, context.survey.counting, m.bound)
    if name is None or stem not in _LETTERS or any(name in names for names in said):
        return False
    return not any(n.name == name for h in context.stated() for n in h.free)


def is_constant(name: L.Name) -> bool:
    """Whether a name in a term is one for a constant of which nothing more is known."""
    return name is CONSTANT or (isinstance(name, L.Var) and name.space is L.R and name.name in _LETTERS)


def defines(m: Meaning, begins: Syntax | None) -> bool:
    r"""Whether the left side is the value of a function of which no formula is known, \ell(\mu)."""
    match begins:
        case Multiply((head_node, _), _) if proportions.arguments_of(m, begins) is not None:
            head = head_of(head_node)
            return head is not None and head.name not in m.context.functions
    return False


def differences(m: Meaning, begins: Syntax, f: L.Term, g: L.Term, right: Syntax) -> list[proportions.Proportion]:
    """What ``f = g + const`` may claim, in the order of how likely it is meant.  Raises ``Unread``."""
    if proportions.is_told(f, g):
        raise proportions.UnknownDensity("what the logarithm of an unknown density is", right.span)
    density = _logarithm(begins)
    names = proportions.arguments_of(m, begins if density is None else density)
    if names is not None:
        readings: proportions.Readings = names, []
    elif density is not None:
        readings = proportions.variables_of(m, density)
    else:
        raise Unread("a constant, and in what it is constant is not said", right.span)
    return proportions.in_variables(m, readings, _known(f), g, right, add=True)


def _known(f: L.Term) -> L.Term:
    """A side without the constant that is a summand of it."""
    return L.substitute(f, {CONSTANT: L.Number(0)}) if _is_added(f) else f


def is_about(m: Meaning, begins: Syntax | None) -> bool:
    """Whether a left side shows in what a constant is constant: a known function, or the logarithm of a density."""
    if begins is None or defines(m, begins):
        return False
    return _logarithm(begins) is not None or proportions.arguments_of(m, begins) is not None


def _logarithm(node: Syntax) -> Syntax | None:
    r"""The product of densities of which an expression is the logarithm: \log p(y|x) + \log p(x), -\log p(x)."""
    match node:
        case Named("log" | "ln", Bracket(_, (inner,)) | inner, None, None):
            return inner
        case Add(parts):
            inner_parts = [_logarithm(part) for part in parts]
            factors = [part.factors for part in inner_parts if isinstance(part, Multiply) and len(part.factors) == 2]
            if len(factors) == len(parts):
                whole = tuple(factor for pair in factors for factor in pair)
                return Multiply(whole, ("",) * len(whole), span=node.span)
    return None


def lost(relation: L.Relation) -> L.Relation:
    """A relation without the constant, if this stands nowhere in it but where a derivative loses it."""
    if CONSTANT not in relation.free or matters(relation):
        return relation
    return L.substitute(relation, {CONSTANT: L.Number(0)})


def matters(t: L.Node) -> bool:
    """Whether the constant stands in a term where its derivatives do not lose it."""
    if CONSTANT not in t.free:
        return False
    match t:
        case L.Derivative() | L.Gradient() | L.Jacobian():
            return not _is_added(t.body) or matters(t.at)
        case L.Var():
            return True
    return any(matters(child) for child in t.children())


def _is_added(t: L.Term) -> bool:
    """Whether the constant is a summand of a term, if it is in it at all."""
    match t:
        case L.Plus(parts):
            return all(map(_is_added, parts))
        case L.Neg(part):
            return _is_added(part)
    return t is CONSTANT or not matters(t)


__all__ = [
    "CONSTANT",
    "defines",
    "differences",
    "is_about",
    "is_constant",
    "is_factor_said",
    "is_said",
    "lost",
    "matters",
    "named",
    "without",
]
