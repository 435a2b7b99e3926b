r"""Markov chains with few states: P(X_2 = 1 \mid X_0 = 1) by the powers of their transition matrix, and the stationary
distribution as the one solution of \pi = \pi P.

The matrix is the one that the page writes out where it speaks of a transition matrix, or what it tells of one step,
P(X_{n+1} = 1 \mid X_n = 0) = 0.3.  Which states its rows stand for, words say; where they do not, they are counted from
0 where the page has a state 0, and from 1 where it has one that is as large as their number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from ... import language as L
from ..names import name_of, names_in
from ..syntax import Bracket, Multiply, Numeral, Script, Sign, Statement, Syntax, Unread
from ..terms.polynomials_told import number, same
from .joint_masses import key, summed

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning
    from ..uses.heads import Head
    from .states_written import StatesTold

_CHAIN = re.compile(r"\bmarkov\b")
_SPOKEN = re.compile(r"\bmarkov\b|\bchain\b(?! rule)|\bstationary\b")
_MATRIX = re.compile(r"\btransition (probability )?matri")
_STATES = re.compile(
    r"\b(?:states?(?: space)?|on)(?: is| the set)?\s*\\?\{?\s*(?P<states>\d+(?:(?:\s*,\s*|\s+and\s+|, and )\d+)+)"
)
_LONGEST = 60  # steps

Row = tuple[L.Term, ...]


def learn_states(m: Meaning, told: StatesTold) -> bool:
    """Keep the states of a chain; of others than numbers none is known."""
    numbers = all(isinstance(state, Numeral) for state in told.states)
    m.context.states = tuple(map(m.scalar, told.states)) if numbers else ()
    return True


@dataclass(frozen=True)
class Chain:
    """The states, and row by row the probabilities to go from one to each of them."""

    states: Row
    rows: tuple[Row, ...]

    def place(self, state: L.Term) -> int | None:
        """Which of the states it is."""
        known = [key((each,)) for each in self.states]
        return known.index(key((state,))) if key((state,)) in known else None

    def after(self, steps: int) -> tuple[Row, ...]:
        """The probabilities to go from one state to another in so many steps."""
        count = len(self.rows)
        unit = tuple(tuple(L.Number(1 if i == j else 0) for j in range(count)) for i in range(count))
        found: tuple[Row, ...] = unit
        for _ in range(steps):
            found = tuple(
                tuple(summed([L.Times((row[k], self.rows[k][j])) for k in range(count)]) for j in range(count))
                for row in found
            )
        return found


def chain_of(m: Meaning) -> Chain | None:
    """The one chain that the page is about."""
    context = m.context
    if len(context.chains) == 1:
        return next(iter(context.chains.values()))
    if context.chains or not (_SPOKEN.search(context.said.lower()) and _MATRIX.search(context.said.lower())):
        return None
    found = {value for value in context.values.values() if _is_stochastic(value)}
    if len(found) != 1:
        return None
    (matrix,) = found
    assert isinstance(matrix, L.Rows)
    rows = tuple(tuple(row.entries) for row in matrix.rows if isinstance(row, L.Column))
    context.assume(*(entry >= 0 for row in rows for entry in row if number(entry) is None))
    return Chain(_states(context, len(rows)), rows)


def _is_stochastic(value: L.Term) -> bool:
    """Whether it is a square matrix that is written out, of which each row adds up to 1 and no number is below 0."""
    if not isinstance(value, L.Rows) or not all(isinstance(row, L.Column) for row in value.rows):
        return False
    rows = [row.entries for row in value.rows if isinstance(row, L.Column)]
    square = all(len(row) == len(rows) for row in rows)
    signs = all((known := number(entry)) is None or known >= 0 for row in rows for entry in row)
    return square and signs and all(same(L.Plus(tuple(row)), L.Number(1)) for row in rows)


def _states(context: Context, count: int) -> Row:
    """The states of so many rows; none where it is not said which they are."""
    if context.states is not None:
        return context.states if len(context.states) == count else ()
    said = [tuple(map(int, re.findall(r"\d+", each["states"]))) for each in _STATES.finditer(context.said)]
    if said:
        return tuple(map(L.Number, said[-1])) if len(said[-1]) == count else ()
    spoken = _spoken_of(context)
    first = 0 if "0" in spoken else 1 if str(count) in spoken else None
    return () if first is None else tuple(L.Number(first + k) for k in range(count))


def _spoken_of(context: Context) -> set[str]:
    """The numbers of states in events X_n = j and below \\pi."""
    labels = context.survey.labels.get("pi", ())
    events = [each for use in context.survey.applications for each in (*use.items, *(use.given or ()))]
    states = [found[1] for each in events if (found := _member(each)) is not None]
    return {node.text for node in (*labels, *states) if isinstance(node, Numeral)}


# ---------------------------------------------------------------------------------------------------------------------
# probabilities


def is_event(context: Context, head: Head, bracket: Bracket) -> bool:
    """Whether P(X_2 = 1 | X_0 = 1) is written, on a page about a Markov chain."""
    if head.symbol.name not in ("P", "Pr") or head.below is not None or bracket.given is None:
        return False
    members = [_member(each) for each in (*bracket.items, *bracket.given)]
    stems = {None if each is None else name_of(each[0].base) for each in members}
    said = context.said.lower()
    spoken = _CHAIN.search(said) or (_MATRIX.search(said) and _SPOKEN.search(said))
    return bool(spoken) and len(stems) == 1 and None not in stems


def _member(event: Syntax) -> tuple[Script, Syntax] | None:
    """X_n and j of X_n = j."""
    match event:
        case Statement((Script(_, Syntax(), None, 0) as member, Syntax() as state), (Sign("="),)):
            return member, state
    return None


def probability(m: Meaning, bracket: Bracket) -> L.Term | None:
    """The probability that a chain is in states at times, given one before; None of other events.

    Raises ``Unread`` where it is not known how many steps lie between.
    """
    given = [_at(m, event) for event in bracket.given or ()]
    asked = [_at(m, event) for event in bracket.items]
    if not given or None in given or None in asked:
        return None
    told, wanted = [each for each in given if each is not None], [each for each in asked if each is not None]
    chain = chain_of(m)
    if chain is None:
        return None
    start = told[0][0]
    times = [number(L.Plus((time, L.Neg(start)))) for time, _ in (*told, *wanted)]
    if any(each is None or each.denominator != 1 for each in times):
        raise Unread("how many steps lie between two times", bracket.span)
    steps = [int(time or 0) for time in times]
    placed = sorted((step, chain.place(state)) for step, (_, state) in zip(steps, (*told, *wanted), strict=True))
    ahead = max(steps[: len(told)])
    if any(place is None for _, place in placed) or min(steps[len(told) :]) <= ahead:
        raise Unread("a probability of a chain at this time or in this state", bracket.span)
    found: list[L.Term] = []
    now, here = next(each for each in placed if each[0] == ahead)
    for time, place in placed:
        if time > ahead and here is not None and place is not None:
            if time - now > _LONGEST:
                raise Unread("a probability after that many steps", bracket.span)
            found.append(chain.after(time - now)[here][place])
            now, here = time, place
    return found[0] if len(found) == 1 else L.Times(tuple(found))


def _at(m: Meaning, event: Syntax) -> tuple[L.Term, L.Term] | None:
    member = _member(event)
    if member is None or member[0].below is None:
        return None
    return m.scalar(member[0].below), m.scalar(member[1])


# ---------------------------------------------------------------------------------------------------------------------
# stationary distributions


def _stationary(chain: Chain) -> Row | None:
    """The distribution that a step leaves as it is, if there is just one: of numbers, or of two states."""
    numbers = [[number(entry) for entry in row] for row in chain.rows]
    if len(chain.rows) == 2 and any(entry is None for row in numbers for entry in row):
        forth, back = chain.rows[0][1], chain.rows[1][0]
        return back / (forth + back), forth / (forth + back)
    known = [[entry for entry in row if entry is not None] for row in numbers]
    count = len(known)
    if any(len(row) < count for row in known):
        return None
    # the columns of P - 1 and that all of it is 1, by elimination
    system = [[known[i][j] - (i == j) for i in range(count)] + [known[0][0] * 0] for j in range(count)]
    system.append([known[0][0] * 0 + 1] * (count + 1))
    for column in range(count):
        pivot = next((row for row in range(column, len(system)) if system[row][column]), None)
        if pivot is None:
            return None
        system[column], system[pivot] = system[pivot], system[column]
        first = system[column][column]
        system[column] = [each / first for each in system[column]]
        for row in range(len(system)):
            if row != column and (factor := system[row][column]):
                system[row] = [a - factor * b for a, b in zip(system[row], system[column], strict=True)]
    return tuple(L.Number(system[k][count]) for k in range(count))


_STATIONARY = re.compile(
    r"\b(stationary|invariant|equilibrium|limiting|steady[- ]state|long[- ]run) (probability )?(distribution|vector|"
    r"probabilities|measure)\b"
)
_DENIED = re.compile(r"\b(not|no|if|suppose|let|whether|initial)\b")


def claimed(m: Meaning, left: Syntax, right: Syntax, words: str) -> tuple[L.Term, L.Term] | None:
    r"""What the page says of a stationary distribution, \pi = (5/6, 1/6), \pi_1 = 5/6 or \pi P = \pi, and what that is;
    None where its words do not speak of one."""
    if not any(name.startswith("pi") for name in names_in(left)):
        return None
    said, page = words.lower(), m.context.said.lower()
    if not _STATIONARY.search(page) or _DENIED.search(said):
        return None
    chain = chain_of(m)
    values = None if chain is None else _stationary(chain)
    if chain is None or values is None:
        return None
    if _is_fixed(m, left, right, chain):
        row = m.context.stationary or values
        if len(row) != len(values):
            return None
        return L.Column(_after_one(row, chain)), L.Column(row)
    if any((name_of(node) or "").startswith("pi") for node in right.walk()):
        return None
    match left, right:
        case Script(base, Numeral() as below, None, 0), _ if name_of(base) == "pi" and _STATIONARY.search(said):
            place = chain.place(m.scalar(below))
            return None if place is None else (values[place], m.scalar(right))
        case _, Bracket("(" | "[", items, _, None) if name_of(left) == "pi" and len(items) == len(values):
            found = tuple(map(m.scalar, items))
            m.context.stationary = found
            for state, share in zip(chain.states, found, strict=False):
                if (at := number(state)) is not None:
                    m.context.values.setdefault(f"pi_{at}", share)
            return L.Column(values), L.Column(found)
    return None


def _is_fixed(m: Meaning, left: Syntax, right: Syntax, chain: Chain) -> bool:
    r"""Whether an equation is \pi P = \pi or \pi = \pi P, of the transition matrix P."""
    for one, other in ((left, right), (right, left)):
        match one:
            case Multiply((distribution, matrix), ("", "")) if name_of(distribution) == name_of(other) == "pi":
                value = m.context.values.get(name_of(matrix) or "")
                rows = [row.entries for row in value.rows if isinstance(row, L.Column)] if _is_rows(value) else []
                return bool(rows) and tuple(map(tuple, rows)) == chain.rows
    return False


def _is_rows(value: L.Term | None) -> TypeGuard[L.Rows]:
    return isinstance(value, L.Rows)


def _after_one(row: Row, chain: Chain) -> Row:
    """The distribution one step after this one."""
    count = len(row)
    return tuple(summed([L.Times((row[i], chain.rows[i][j])) for i in range(count)]) for j in range(count))


__all__ = ["Chain", "chain_of", "claimed", "is_event", "learn_states", "probability"]
