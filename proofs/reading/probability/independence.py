r"""Which random variables words call independent: "$X, Y$ independent", "$Z$ independent of $X$ and $Y$", "they are
independent".

A sentence speaks of the variables that it names, and of no others; one that names fewer than two speaks of all that
were named up to there.  Several are independent where sentences together say that each is so of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..names import name_of
from ..syntax import Dots, RowSyntax, Script, Statement, Syntax
from ..words import cases_in_words, prose

if TYPE_CHECKING:
    from ..context import Context

_WORD = re.compile(r"(?<!\bconditionally )(\bindependent(ly)?\b|\bi\.?\s?i\.?\s?d\b\.?)")
_OF_OTHERS = re.compile(r"(independent(ly)? of|independent from)\s+(?!each other|one another)")
_LIST = re.compile(rf"\s+(?:of|from)[^{prose.ONE}.,]*({prose.ONE}(\s*(,|and|,\s*and)\s*(?={prose.ONE}))?)*")
_GIVEN = re.compile(r"\b(given|conditional(ly)? on)\b")
# What begins to speak of others: "$X, Y$ independent, and let $Z$ be normal"; no sentence ends behind i.i.d.
_CLAUSE = re.compile(
    rf"(?<=[.!?])(?<!\bi\.i\.d\.)(?<!\bi\. i\. d\.)\s+(?=[A-Z({prose.ONE}])|\n\s*\n|;|"
    r"\b[Aa]nd\s+(?=let\b)|,\s*(?:and\s+)?(?=(?:let|suppose|assume)\b)"
)
# What is claimed of all of a kind tells of none, "uncorrelated variables are independent"; nor does what is no fact.
_OF_A_KIND = re.compile(
    r"(?:^|[.:;,]\s*|\b(?:that|because|since|as|so|hence|thus|and)\s+)"
    r"(?:(?!(?:the|these|those|both|all|our|its|their|such|two|three|several|let|suppose|assume|if|when|where|with)\b)"
    r"[\w-]+ )*(?:uncorrelated|orthogonal|disjoint|exclusive|pairwise independent|normal|gaussian|distributed|"
    r"symmetric|discrete|continuous|bounded)(?: random)? (?:variables|events|vectors)"
    r"(?: (?:with|of|having)\b[^.;:,]*)? are "
    r"(?:\w+ )?independent\b"
)
_NO_FACT = re.compile(
    r"\bonly (?:if|when)\b[^.;]*\bindependent\b|"
    r"\b(?:error|mistake|fallacy|misconception|myth)\b[^.;]*\bindependent\b"
)
_WITHOUT = re.compile(  # "For dependent ones, too,"
    r"\W*(?:but |and |even )*"
    r"(?:(?:for|with|when|if) (?:(?:any|all|the|they are|these are) )?(?:dependent|correlated)\b|"
    r"(?:without|regardless of|irrespective of|dropping) (?:(?:assuming|the|assumption of) )*independence\b)"
)
_DEPENDENT = re.compile(
    r"\s*(are|be|were)( now| in fact| instead)? "
    r"(not (independent|uncorrelated)|no longer independent|dependent|correlated)\b"
)
_CONDITION = re.compile(r"\b(if|when|whenever)\b[^.]*?\bindependent")
_TWO = re.compile(rf"{prose.ONE}\s*(,|and)\s*{prose.ONE}$")
_OF_ALL = re.compile(r"\b(all|everything)\b")


@dataclass(frozen=True)
class Saying:
    """What one sentence says: those named are independent of each other, or, with ``others``, of these.

    ``so_far`` are the names up to there, of which it speaks where it names too few itself; None where it does not.
    ``given`` are names under whose values it holds; ``forgotten`` what was let be another variable since.  ``several``
    and ``several_so_far``: whether it names more than one subject, and whether that was done up to there, known to be
    random or not.
    """

    names: frozenset[str]
    others: frozenset[str] | None = None
    so_far: frozenset[str] | None = None
    given: frozenset[str] = frozenset()
    several: bool = False
    several_so_far: bool = False
    forgotten: frozenset[str] = frozenset()
    clause: str = ""  # where it is a condition, its sentence up to the word: "if $X$ and $Y$ are independent"

    def sides(self, random: Collection[str]) -> tuple[frozenset[str], frozenset[str] | None]:
        """The random variables of which it speaks; the second are those that the first are independent of."""
        if _among(self.given, random):
            return frozenset(), None
        names, so_far = _among(self.names, random), _among(self.so_far or frozenset(), random)
        if self.others is not None:
            others = _among(self.others, random) if self.others else so_far - names  # "of them"
            return names - others - self.forgotten, others - self.forgotten
        if self.so_far is not None and _count(names) < 2 and not self.several:
            everything = _count(so_far) < 2 and not self.several_so_far  # said of all that will be spoken of
            names = frozenset(random) if everything else so_far
        return names - self.forgotten, None


@dataclass(frozen=True)
class _Mark:
    """A formula in a sentence: its names, which of them it lists or gives a law, and whether it is a relation."""

    names: frozenset[str]
    subjects: frozenset[str]
    relates: bool


def is_mentioned(text: str) -> bool:
    """Whether a paragraph has one of the words for it."""
    return _WORD.search(text.lower()) is not None


def said(text: str, rows: Sequence[Sequence[Syntax | None]], before: Sequence[Syntax | None]) -> Iterator[Saying]:
    """What a paragraph says; in its text each mark of a formula stands for the rows of one.  ``before`` are the rows
    ahead of it."""
    so_far = _mark(before)
    at = 0
    for clause in _clauses(text):
        marks = [_mark(row) for row in rows[at : at + clause.count(prose.ONE)]]
        at += len(marks)
        so_far = _Mark(
            so_far.names.union(*(m.names for m in marks)), so_far.subjects.union(*(m.subjects for m in marks)), False
        )
        words = clause.lower().strip()
        told = prose.is_said_of(_WORD, words) and not _OF_A_KIND.search(words) and not _NO_FACT.search(words)
        if _WORD.search(words) and told:
            found = _CONDITION.search(" ".join(words.split()))
            condition = "" if found is None else found.string[: found.end()]
            yield from (replace(saying, clause=condition) for saying in _sayings(words, marks, so_far))


def settle(context: Context, around: Iterable[tuple[str, str]]) -> None:
    """Let conditions hold throughout of which no formula is found to stand in their sentence; ``around`` are the words
    before and behind each formula."""
    if context.independent_if:
        found = list(around)
        lost = [each for each in context.independent_if if not any(_is_within(each, *words) for words in found)]
        context.independent = (*context.independent, *lost)
        context.independent_if = tuple(each for each in context.independent_if if each not in lost)


def _is_within(saying: Saying, before: str, after: str) -> bool:
    whole = " ".join(f"{prose.sentence(before)} {prose.ONE} {after.lower()}".split())
    return whole.startswith(saying.clause)


def begin(context: Context, before: str, after: str) -> None:
    """Let what a sentence supposes hold from its first formula on; ``before`` and ``after`` are the words around one.

    Where a later sentence leaves the case, "in general", it no longer does.
    """
    if not (context.independent or context.independent_if):
        return
    if cases_in_words.is_otherwise(before):
        context.independent = tuple(saying for saying in context.independent if not saying.clause)
        return
    begun = [each for each in context.independent_if if _is_within(each, before, after)]
    if begun:
        context.independent = (*context.independent, *begun)
        context.independent_if = tuple(each for each in context.independent_if if each not in begun)


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a text; "given $Z$, let $X$ and $Y$ be" is one."""
    condition = ""
    for clause in _CLAUSE.split(text):
        whole, condition = condition + clause, ""
        if _GIVEN.match(whole.strip().lower()) and not _WORD.search(whole):
            condition = f"{whole}, "
        else:
            yield whole
    yield condition


def _sayings(words: str, marks: Sequence[_Mark], so_far: _Mark) -> Iterator[Saying]:
    """What one clause says at each of the words for it; ``marks`` are its formulas."""

    def names(start: int, end: int) -> frozenset[str]:
        here = marks[words[:start].count(prose.ONE) : words[:end].count(prose.ONE)]
        return frozenset[str]().union(*(mark.names for mark in here))

    given, whole = frozenset[str](), len(words)
    if condition := _GIVEN.search(words):
        if names(0, condition.start()):
            given, whole = names(condition.start(), whole), condition.start()
        elif marks:  # "given $Z$, $X$ and $Y$ are independent"
            given, marks = marks[0].names, (_mark(()), *marks[1:])
    saying = Saying(
        frozenset(),
        so_far=so_far.names if prose.speaks_of_independence(words) else None,
        given=given,
        several=len(frozenset[str]().union(*(mark.subjects for mark in marks))) > 1,
        several_so_far=len(so_far.subjects) > 1,
    )
    found = list(_WORD.finditer(words))
    for k, word in enumerate(found):
        start = found[k - 1].end() if k else 0
        if _OF_OTHERS.match(words, word.start()):
            end = found[k + 1].start() if k + 1 < len(found) else whole
            first = words[: word.start()].count(prose.ONE)
            last = first + _listed(words[word.end() : end])
            stop = next((at for at in range(first + 1, last) if marks[at].relates), last)  # "of $X$, and $Y = X + Z$"
            others = frozenset[str]().union(*(mark.names for mark in marks[first:stop]))
            yield replace(saying, names=names(start, word.start()), others=others)
        elif saying.so_far is not None and _OF_ALL.search(words):
            yield replace(saying, names=so_far.names, several=False)
        else:  # what stands between two of the words belongs to the second
            yield replace(saying, names=names(start, word.start() if k + 1 < len(found) else whole))


def _listed(words: str) -> int:
    """How many formulas are listed behind "of" or "from"."""
    found = _LIST.match(words)
    return 0 if found is None else found[0].count(prose.ONE)


def are_independent(context: Context, names: Collection[str]) -> bool:
    """Whether it is said of random variables that they are independent of each other."""
    wanted = _folded(names)
    random = wanted | _folded(_random_names(context))
    sides = [saying.sides(random) for saying in context.independent]
    return _covered(wanted, sides)


def groups(context: Context, names: Collection[str]) -> list[list[str]]:
    """The largest sets among random variables that are said to be independent."""
    random = _folded(names) | _folded(_random_names(context))
    sides = [saying.sides(random) for saying in context.independent]
    tried = [frozenset(names)]
    for ones, others in sides:
        tried.append(frozenset(n for n in names if n.lower() in ones | (others or frozenset())))
    found: list[frozenset[str]] = []
    for each in sorted(tried, key=len, reverse=True):
        if len(each) > 1 and _covered(_folded(each), sides) and not any(each <= larger for larger in found):
            found.append(each)
    return [sorted(each) for each in found]


def tell(context: Context, names: Iterable[str]) -> None:
    """These are independent of each other, as what they are says."""
    context.independent = (*context.independent, Saying(_folded(names)))


def forget(context: Context, name: str) -> None:
    """A name is let be another variable: what was said of the one before is not said of it."""
    context.independent = tuple(
        replace(saying, forgotten=saying.forgotten | _folded((name,))) for saying in context.independent
    )


def is_denied(words: str) -> bool:
    """Whether the words since the last formula say of the last two that they are not independent, or not any more; of
    what is asked, or only may be so, nothing is said."""
    return bool(_DEPENDENT.match(prose.since(words))) and bool(_TWO.search(words[: words.rfind(prose.ONE) + 1]))


def is_dropped(words: str) -> bool:
    """Whether a sentence begins to speak of variables that need not be independent: "For dependent ones, too,"."""
    return _WITHOUT.match(prose.sentence(words)) is not None


def _mark(rows: Sequence[Syntax | None]) -> _Mark:
    """What the rows of a formula speak of."""
    names, subjects, relates = set[str](), set[str](), False
    for row in rows:
        names.update(_names(row))
        statements = row.statements if isinstance(row, RowSyntax) else (row,) if isinstance(row, Statement) else ()
        for statement in statements:
            relates |= bool(statement.relations)
            if all(sign.symbol == "~" for sign in statement.relations):
                subjects.update(_names(statement.expressions[0]))
    return _Mark(_folded(names), _folded(subjects), relates or None in rows)


def _covered(wanted: frozenset[str], sides: list[tuple[frozenset[str], frozenset[str] | None]]) -> bool:
    if len(wanted) < 2:
        return True
    for ones, others in sides:
        if others is None:
            if all(_is_among(name, ones) for name in wanted):
                return True
            continue
        left = frozenset(name for name in wanted if _is_among(name, ones))
        right = frozenset(name for name in wanted - left if _is_among(name, others))
        if left and right and left | right == wanted and _covered(left, sides) and _covered(right, sides):
            return True
    return False


def _is_among(name: str, names: frozenset[str]) -> bool:
    """Whether a name is listed, or is a member of a family that is: X_1 of X_1, ..., X_n.  What is put in order of
    size, X_{(1)}, is independent of nothing."""
    stem, _, label = name.partition("_")
    return (name in names or f"{stem}_" in names) and not label.startswith("{(")


def _among(names: Iterable[str], random: Collection[str]) -> frozenset[str]:
    """Those of some names that are random; a family is where a member is, or its letter."""
    letters = {name.partition("_")[0] for name in random}
    return frozenset(n for n in names if n in random or (n.endswith("_") and n.rstrip("_") in letters))


def _count(names: frozenset[str]) -> int:
    """How many variables there are, at least; a family is no single one."""
    return len(names) + sum(1 for name in names if name.endswith("_"))


def _random_names(context: Context) -> set[str]:
    return {
        *context.laws,
        *context.random,
        *context.extremes,
        *context.data,
        *context.moments,
        *context.told,
        *context.density_names,
        *context.survey.random,
        *(name for factors in context.written.values() for factor in factors for name in factor.names),
    }


def _folded(names: Iterable[str]) -> frozenset[str]:
    """Names without regard to size: x is a value of X."""
    return frozenset(name.lower() for name in names)


def _names(node: Syntax | None) -> Iterator[str]:
    """The names in a formula; of members X_i, and of a list X_1, ..., X_n, also that of the family, X_."""
    if node is None:
        return
    listed = any(isinstance(each, Dots) for each in node.walk())
    waiting: list[Syntax] = [node]
    while waiting:
        each = waiting.pop()
        name = name_of(each)
        if name is None:
            waiting += each.children()
            continue
        yield name
        stem = name_of(each.base) if isinstance(each, Script) and each.below is not None else None
        if stem is not None and (listed or not name.rpartition("_")[2].isdigit()):
            yield f"{stem}_"


__all__ = ["Saying", "are_independent", "forget", "groups", "is_denied", "is_mentioned", "said", "tell"]
