r"""What relations suppose and do not claim: two densities that are one, shares that sum to one, moments of an X."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from ... import language as L
from ..laws import told_moments
from ..laws.law_phrases import moment_written
from ..laws.laws import law_of
from ..lines import Line
from ..meaning import Meaning
from ..shapes.sizes import is_one
from ..syntax import Big, Multiply, Numeral, Script, Statement, Syntax, Unread
from ..threads import Formula, Thread
from ..uses.superscripts import is_transposition
from ..words import claiming, giving, retelling


def supposed(m: Meaning, statement: Statement, formula: Formula) -> Iterator[Line]:
    """The lines of a chain that supposes something, with what was remarked of it."""
    sides = zip(statement.expressions, statement.relations, statement.expressions[1:], strict=False)
    for left, sign, right in sides:
        assert left is not None and right is not None
        line = Thread(left, formula.written(left)).line(sign, right, formula, "hypothesis")
        yield replace(line, remarks=tuple(m.remarks))


def agreement(m: Meaning, statement: Statement, formula: Formula, supposed: bool) -> Line | None:
    """p = q almost everywhere, of two densities: supposed for the case at hand or claimed; None for other sides."""
    left, right = statement.expressions
    assert left is not None and right is not None
    try:
        said = L.AlmostEverywhere(law_of(m, left), law_of(m, right))
    except Unread:
        return None
    thread, sign = Thread(left, formula.written(left)), statement.relations[0]
    if supposed:
        m.context.assumed.clear()
        m.context.assume(said, case=True)
        return thread.line(sign, right, formula, "hypothesis")
    kind = "goal" if formula.shown or claiming.is_shown(formula.words) else "step"
    others = tuple(h for h in m.context.stated() if h is not said)
    return replace(thread.line(sign, right, formula, kind), claim=L.Claim(others, said))


def told_moments_of(m: Meaning, statement: Statement, formula: Formula) -> bool:
    r"""Whether moments are told, also of several in one: \mathrm E[X] = \mathrm E[Y] = 0."""
    *firsts, last = statement.expressions
    if len(firsts) < 2 or any(sign.symbol != "=" for sign in statement.relations):
        return told_moment(m, statement, formula)
    each = [Statement((first, last), statement.relations[-1:], span=statement.span) for first in firsts]
    return all(moment_written(e) for e in each) and all([told_moment(m, e, formula) for e in each])


def told_moment(m: Meaning, statement: Statement, formula: Formula) -> bool:
    r"""Whether \mathrm E[X] = \mu is told of an X of which nothing says that, or anew; then it is so from here on."""
    found = moment_written(statement)
    try:
        if found is None:
            return False
        conditional = retelling.is_conditional(formula.words, formula.rest)  # which ends with its sentence
        anew = not conditional and retelling.chooses(formula.words, formula.rest)
        if not told_moments.may_be_told(m, found[0], found[1], anew):
            return False
        member = told_moments.member_of(m, found[1]) is not None
        if not giving.lets_have(formula.words, member):
            return False
        told_moments.learn(m, *found)
    except Unread:
        return False
    return True


def total(m: Meaning, left: Syntax, right: Syntax, formula: Formula) -> tuple[L.Relation, ...] | None:
    r"""\sum_k p_k = 1 as it is supposed of shares p_1, ..., p_K, of which nothing else is known; else None.

    That there are any shares follows: an empty sum is zero.
    """
    if not _is_total(left) or right != Numeral("1") or not claiming.is_told(formula.words):
        return None
    with m.at_outcomes():
        start = m.term(left)
    match start:
        case L.Sum(L.Coord(L.Var(name, L.Vectors(size)), place), L.Var(_, L.Range(low, high)) as index):
            known = (m.context.values, m.context.laws, m.context.data)
            if place is index and low is L.Number(1) and high is size and not any(name in k for k in known):
                return start.eq(L.Number(1)), *((size >= 1,) if size.free else ())
    return None


def _is_total(left: Syntax) -> bool:
    r"""Whether it is a sum as it is written, or by the vector of ones: \mathbf 1^\top p."""
    match left:
        case Multiply((Script(base, None, above, 0), _), ("", "")):
            return is_one(base) and is_transposition(above)
    return isinstance(left, Big)


def valid_parameters(m: Meaning, law: Syntax) -> None:
    """Whatever has the law, the names that are its parameters are valid: Sigma is positive definite."""
    known = m.context.hypotheses
    before = len(known)
    with suppress(Unread):
        law_of(m, law)
    known[before:] = [h for h in known[before:] if not isinstance(h, L.Relation) or isinstance(h.left, L.Var)]


__all__ = ["agreement", "supposed", "told_moment", "told_moments_of", "total", "valid_parameters"]
