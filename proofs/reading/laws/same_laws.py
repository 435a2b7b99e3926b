r"""That two distributions are the same: ``if $p = q$``, ``because the two distributions are identical``.

It is supposed where the sentence says or supposes it.  That something holds only if they are the same tells nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..context import Context
from ..names import name_of
from ..syntax import Statement, Symbol, Syntax, Unread
from ..words.prose import ONE, sentence
from .laws import law_of

if TYPE_CHECKING:
    from ..meaning import Meaning

_MANY = r"(probability )?(distributions|densities|laws|measures)"
_FORMULA = rf" *{ONE} *"
_SAME = re.compile(
    rf"\b((the|both|two|these) +)+{_MANY}({_FORMULA}and{_FORMULA})? *"
    r"(coincide|(are|being) +(exactly +|the +)*(same|identical|equal))(?= *([.,;:)]|$|and\b|so\b|then\b|we\b))"
)
_DOUBTED = re.compile(r"\b(if|when|whenever|iff|unless|whether|only|not|never|until|as if|how|show|prove)\b")
_SUPPOSED = re.compile(r"\W*((now|and|but|here|[a-h]\))\W+)*(if|when|whenever|suppose|assume|assuming|let)( +that)?\W*")
_KNOWN = re.compile(r"\b(because|since|as|where|let|with|case|given)( +that)?\W*$")


def said_in(words: str) -> bool:
    """Whether the sentence that is still open says, or supposes, that the distributions it speaks of are the same."""
    open_sentence = sentence(words)
    found = _SAME.search(open_sentence)
    if found is None:
        return False
    before = open_sentence[: found.start()]
    return not _DOUBTED.search(before) or _SUPPOSED.fullmatch(before) is not None


def is_supposed(words: str) -> bool:
    """Whether an equation between two laws behind these words is supposed: at the head of a sentence, after since."""
    before = sentence(words)
    return not before.strip() or bool(_SUPPOSED.fullmatch(before)) or bool(_KNOWN.search(before))


def suppose_all(context: Context, m: Meaning) -> None:
    """Suppose that the two laws which divergences are taken of are one; of more than two it is not said which."""
    names = sorted(context.survey.divergent)
    try:
        laws = [law_of(m, Symbol(name)) for name in names]
    except Unread:
        laws = []
    if len(laws) == 2 and any(isinstance(law, L.Density) for law in laws):
        context.assume(L.AlmostEverywhere(*laws), case=True)
    else:
        context.fog.update((name, "which distributions are the same is not said") for name in names)


def pair(m: Meaning, left: Syntax, right: Syntax) -> L.AlmostEverywhere | None:
    """That two letters of distributions mean one law; None where the letters, or one of them, mean something else."""
    context = m.context
    names = [name_of(left), name_of(right)]
    if names[0] == names[1] or not all(_is_law(context, n or "") for n in names):
        return None
    if any(n in context.values or n in context.spaces or context.is_parameter(n or "") for n in names):
        return None
    try:
        laws = law_of(m, left), law_of(m, right)
    except Unread:
        return None
    return L.AlmostEverywhere(*laws) if any(isinstance(law, L.Density) for law in laws) else None


def _is_law(context: Context, name: str) -> bool:
    """Whether a letter is one of a law: also p_g of p_g(x), with a label by which no number is told."""
    labelled = "_" in name and name in context.survey.heads() and context.is_density(name)
    return labelled or name in context.survey.divergent or name in context.laws


def cut(m: Meaning, statement: Statement) -> list[tuple[Statement, L.AlmostEverywhere | None]]:
    """A chain of equations between distributions, \\frac{P+Q}{2} = P = Q, one by one, each with what it says of two
    letters; nothing where none does, or for any other statement."""
    found: list[tuple[Statement, L.AlmostEverywhere | None]] = []
    sides = zip(statement.expressions, statement.relations, statement.expressions[1:], strict=False)
    for left, sign, right in sides:
        if left is None or right is None:
            return []
        said = pair(m, left, right)
        if said is None and not (m.is_law(left) or m.is_law(right)):
            return []
        found.append((Statement((left, right), (sign,), span=statement.span), said))
    return found if any(said is not None for _, said in found) else []


__all__ = ["cut", "is_supposed", "pair", "said_in", "suppose_all"]
