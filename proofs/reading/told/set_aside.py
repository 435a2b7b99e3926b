"""What a name was before the condition of a sentence made it something else: "If $n = 4$, then $n! = 24$."

The condition governs its sentence.  Behind it the name is what it was; up to the end of the paragraph a reader may
still take it for the other one, so that nothing false of it is held against the author there.  What was made of the
name, S = n^2, is made of what it is now.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from ... import language as L
from ...language.facts import Facts
from ..laws.laws import law_of
from ..names import name_of
from ..probability import independence
from ..syntax import Syntax, Unread
from ..words import cases_in_words, prose
from ..words.prose import ONE
from . import left_sides

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning
    from ..pieces import Piece

_KINDS = ("values", "functions", "laws", "random", "masses", "joints", "measured")


_ONE_CONDITION = re.compile(rf"[\W_]*(\w+ )?(for|if|when|whenever|provided)( \w+)?\s+{ONE}[^{ONE}]*$")


def known(context: Context, name: str | None) -> dict[str, Any]:
    """All that a name is, by kind."""
    found = {kind: getattr(context, kind)[name] for kind in _KINDS if name in getattr(context, kind)}
    return {**found, "by_masses": True} if name in context.by_masses else found


def put(context: Context, name: str, what: dict[str, Any]) -> None:
    """Make a name that, and nothing else."""
    for kind in _KINDS:
        getattr(context, kind).pop(name, None)
        if kind in what:
            getattr(context, kind)[name] = what[kind]
    context.by_masses.discard(name)
    if "by_masses" in what:
        context.by_masses.add(name)


def keep(context: Context, name: str, was: dict[str, Any] | None = None) -> None:
    """Keep what a name is, or was, that the sentence at hand makes something else, if it is anything."""
    for other in together(context, name) if was is None else ():
        context.aside.setdefault(other, known(context, other))
    was = known(context, name) if was is None else was
    if was:
        context.aside.setdefault(name, was)


def together(context: Context, name: str) -> list[str]:
    """The random variables that have a joint law with one of which the law changes: theirs does, too."""
    return [other for other in context.joints[name].names if other != name] if name in context.joints else []


def give_way(context: Context, said: Sequence[L.Node], conditional: bool, kept: Collection[L.Node] = ()) -> None:
    """What was supposed before, and is not ``kept``, gives way to what is said now; for its sentence, where it is the
    condition of that."""
    gone = context.give_way(*said, kept=kept)
    context.doubted -= {n.name for each in said for n in each.free if isinstance(n, L.Var)}
    if conditional:
        context.gone += gone
    else:
        context.given_up[:] = gone


def forget_independence(context: Context, piece: Piece) -> None:
    """The two names ahead of a formula are said not to be independent; for its sentence alone, behind "if"."""
    rows = [row for row in piece.formula.ahead[-2:] if row is not None]
    before, _, since = piece.formula.words.rpartition(ONE)
    if cases_in_words.is_conditional_sentence(before + ONE):
        if re.search(r"[.;!?](\s|$)", since):
            return  # that sentence has ended
        context.independent_before = context.independent_before or context.independent
    for name in (name_of(statement.expressions[0]) for row in rows for statement in row.statements):
        if name is not None:
            independence.forget(context, name)


def drop_independence(context: Context) -> None:
    """For the sentence at hand no random variables are said to be independent."""
    context.independent_before = context.independent_before or context.independent
    context.independent = ()
    said = [h for h in context.hypotheses if isinstance(h, L.Fact) and h.predicate == "independent"]
    context.gone += said
    context.hypotheses = [h for h in context.hypotheses if h not in said]


def between(m: Meaning, last: Piece | None, piece: Piece) -> None:
    """Before a piece is read: the sentence of the one before it may have ended, and the paragraph."""
    if last is None or goes_on(last, piece):
        return
    gone = {n.name for h in m.context.gone for n in h.free if isinstance(n, L.Var)}
    m.context.doubted |= {*m.context.aside, *gone}
    _restore(m)
    if piece.paragraph != last.paragraph:
        m.context.doubted.clear()


def end(m: Meaning) -> None:
    """At the end of a part nothing is set aside any more."""
    _restore(m)
    m.context.doubted.clear()


def make_anew(m: Meaning, name: str) -> None:
    """A name is something else now: what equations made of it follows."""
    context, changed = m.context, {name}
    for member in context.unrolled:  # of a sequence with a recursion: it is made by that again
        context.values.pop(member, None)
    context.unrolled.clear()
    for variable, (written, law) in tuple(context.laws_written.items()):
        if context.laws.get(variable) is law and name in map(name_of, written.walk()):
            try:
                context.laws[variable] = law_of(m, written)
            except Unread as reason:
                context.fog[variable] = reason.reason
            else:
                context.laws_written[variable] = written, context.laws[variable]
    for other, (arguments, right) in tuple(context.formed.items()):
        there = other in (context.values if arguments is None else context.functions)
        if other in changed or not there or changed.isdisjoint(map(name_of, right.walk())):
            continue
        changed.add(other)
        context.formula_of.pop(other, None)
        try:
            if arguments is not None:
                left_sides.define_function(m, other, arguments, right)
            else:
                with m.at_outcomes():
                    context.values[other] = m.term(right)
        except Unread as reason:
            context.fog[other] = reason.reason


def form(context: Context, name: str, arguments: tuple[Syntax, ...] | None, right: Syntax) -> None:
    """Keep of which names a value or a function is made."""
    if any(name_of(node) is not None for node in right.walk()):
        context.formed.pop(name, None)  # it is made after what it is made of
        context.formed[name] = arguments, right


def _restore(m: Meaning) -> None:
    context = m.context
    if context.independent_before is not None:
        context.independent, context.independent_before = context.independent_before, None
    if context.markov_before is not None:
        context.markov, context.markov_before = context.markov_before, None
    if context.gone:
        back, context.gone = Facts(context.gone), []
        context.assumed[:] = [h for h in context.assumed if not isinstance(h, L.Relation) or not back.excludes(h)]
        context.hypotheses += back.hypotheses
    for name, was in m.context.aside.items():
        put(m.context, name, was)
        make_anew(m, name)
    m.context.aside.clear()


def goes_on(last: Piece, piece: Piece) -> bool:
    """Whether a piece stands in the same sentence as the one read before it, which may be its condition behind it."""
    if piece.paragraph != last.paragraph:
        return False
    further_row = piece.formula.display and not piece.formula.opens
    since = prose.sentence(piece.formula.words).rpartition(ONE)
    begins = not since[1] or re.match(r"\s*[.!?]", since[2]) is not None
    if last.says_for_which:
        return not begins or ONE in piece.formula.rest
    return further_row or (ONE in last.formula.rest and not (begins and _ONE_CONDITION.match(last.formula.rest)))


__all__ = [
    "between",
    "drop_independence",
    "end",
    "forget_independence",
    "form",
    "give_way",
    "goes_on",
    "keep",
    "known",
    "make_anew",
    "put",
]
