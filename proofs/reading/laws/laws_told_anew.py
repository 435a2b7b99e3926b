r"""Letters of densities that a sentence gives another law: "For $q = \mathcal N(0, 1)$ this becomes", "now let
$q(x) = \mathcal N(x; 0, 1)$"."""

from __future__ import annotations

import re

from ... import language as L
from ..context import Context
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..syntax import Bracket, Multiply, Sign, Statement, Syntax, Unread
from ..threads import Formula
from ..told import set_aside
from ..words import cases_in_words, giving, prose, retelling
from ..words.names_in_words import calls_by_law, names_a_law
from .laws import law_of

_CONDITION = re.compile(r"\b(for|if|when|whenever|where|in (the|this) (special )?case)\b[^.;:]*$")


def learn(m: Meaning, statement: Statement, formula: Formula) -> bool:
    """Make a letter that has a law have the one that it is let have, for its sentence where that is the condition of
    it; False where an equation says no such thing."""
    match statement:
        case Statement((Syntax() as left, Syntax() as right), (Sign("=" | ":="),)):
            name = _letter(left)
        case _:
            return False
    if name is None or name not in m.context.laws or name in m.context.random or not _lets(formula):
        return False
    try:
        law = law_of(m, right)
    except Unread:
        return False
    if not isinstance(law, L.Family) or law is m.context.laws[name]:
        return False
    for_its_sentence = retelling.is_conditional(formula.words, formula.rest) or cases_in_words.is_case(formula.words)
    if for_its_sentence:
        set_aside.keep(m.context, name)
    before, m.context.laws[name] = m.context.laws[name], law
    for letter, distance in m.context.measured.items():  # that was spoken of is now from, or to, the new one
        if for_its_sentence:
            set_aside.keep(m.context, letter)
        if distance is not None:
            m.context.measured[letter] = distance.map_children(lambda each: law if each is before else each)
    return True


def doubt(context: Context, piece: Piece) -> None:
    """A letter of a density of which words say another law than it has, "for a standard normal $q$", has none that is
    known."""
    name, formula = name_of(piece.sole), piece.formula
    if (
        piece.understood
        or name is None
        or name not in context.laws
        or not context.is_density(name)
        or name[:1].isupper()
    ):
        return  # what is said of random variables is read elsewhere
    if names_a_law(formula.after) or calls_by_law(formula.words):
        if _CONDITION.search(prose.sentence(formula.words)):
            set_aside.keep(context, name)
        context.laws.pop(name)
        context.fog.setdefault(name, "the law that words say it has was not read")


def _letter(left: Syntax) -> str | None:
    """The q of q and q(x)."""
    match left:
        case Multiply((head, Bracket("(", (_,), ")", None)), ("", "")):
            return name_of(head)
    return name_of(left)


def _lets(formula: Formula) -> bool:
    words = formula.words
    return retelling.may_choose(words, formula.rest) or cases_in_words.is_case(words) or giving.is_let(words)


__all__ = ["doubt", "learn"]
