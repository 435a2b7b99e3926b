"""What one world says about a statement, by evaluating both sides from how they are written."""

from __future__ import annotations

from typing import NamedTuple

from flint import arb

from proofs import language as L

from .numbers import NO_VALUE, Evaluator, Value, agreement

FULL = 50  # digits that count for an exact value


class Finding(NamedTuple):
    """What one world says: agree, disagree, unknown, undefined, or estimate; with both sides for a relation."""

    answer: str
    left: tuple[Value, ...] = ()
    right: tuple[Value, ...] = ()
    digits: int = FULL
    equal: bool = False  # for an inequality: the sides are exactly equal
    why: str | None = None  # nothing was decided
    detail: str | None = None  # what stood in the way


def examine(evaluator: Evaluator, statement: L.Statement) -> Finding:
    """The statement in one world, by evaluating both sides from how they are written."""
    if not isinstance(statement, L.Relation):
        truth = evaluator.truth(statement)
        return Finding("unknown" if truth is None else "agree" if truth else "disagree")
    a, b = side(evaluator, statement.left), side(evaluator, statement.right)
    for v in (*a, *b):
        if v.kind in NO_VALUE:
            return _without_value(a, b)
    if len(a) != len(b):
        return Finding("undefined", a, b, why="the sides have different sizes")
    if statement.symbol == "=":
        return _compared(a, b, [agreement(x, y) for x, y in zip(a, b, strict=True)])
    if len(a) != 1:  # none at all in a world of dimension 0
        return Finding("unknown", a, b, why="an order between vectors is not known")
    answer, equal = _ordered(a[0], statement.symbol, b[0])
    found = _compared(a, b, [answer])
    return Finding(found.answer, a, b, found.digits, equal, found.why)


def _without_value(a: tuple[Value, ...], b: tuple[Value, ...]) -> Finding:
    """What to say where a side has no value, or none that is known."""
    sides = [(name, v) for name, values in (("left", a), ("right", b)) for v in values]
    for name, v in sides:
        if v.kind == "undefined":
            return Finding(v.kind, a, b, why=f"the {name} side has no value" + (f": {v.why}" if v.why else ""))
    name, v = next(pair for pair in sides if pair[1].kind == "unknown")
    detail = f"{name} side unknown" + (f": {v.why}" if v.why else "")
    return Finding("unknown", a, b, why=f"the {name} side could not be computed", detail=detail)


def side(evaluator: Evaluator, t: L.Term) -> tuple[Value, ...]:
    """The value of one side in one world, entry by entry."""
    return (evaluator.value(t),) if L.space_of(t) is None else evaluator.parts(t)


def _compared(a: tuple[Value, ...], b: tuple[Value, ...], answers: list[str]) -> Finding:
    if "disagree" in answers:
        return Finding("disagree", a, b)
    if "unknown" in answers:
        return Finding(
            "unknown", a, b, why="the two sides could not be told apart or found equal", detail="enclosures too wide"
        )
    rigorous = all(v.rigorous for v in (*a, *b))
    return Finding("agree" if rigorous else "estimate", a, b, min((_digits(v) for v in (*a, *b)), default=FULL))


def _ordered(a: Value, symbol: str, b: Value) -> tuple[str, bool]:
    """The answer to an order or to !=, and whether the two are exactly equal."""
    if symbol in (">", ">="):
        return _ordered(b, {">": "<", ">=": "<="}[symbol], a)
    order = _order(a, b)
    if symbol == "!=":
        return {None: "unknown", 0: "disagree"}.get(order, "agree"), order == 0
    if order is not None:
        holds = order < 0 or (order == 0 and symbol == "<=")
        return "agree" if holds else "disagree" if a.rigorous and b.rigorous else "unknown", order == 0
    return "agree" if symbol == "<=" and a.narrow and b.narrow else "unknown", False


def _order(a: Value, b: Value) -> int | None:
    """-1, 0, 1 for less, equal, greater; None where the balls do not tell."""
    ranks = {"-oo": -1, "finite": 0, "oo": 1}
    if a.kind != "finite" or b.kind != "finite":
        return (ranks[a.kind] > ranks[b.kind]) - (ranks[a.kind] < ranks[b.kind])
    if a.exact is not None and b.exact is not None:
        return (a.exact > b.exact) - (a.exact < b.exact)
    assert a.ball is not None and b.ball is not None
    return -1 if a.ball < b.ball else 1 if a.ball > b.ball else None


def _digits(v: Value) -> int:
    if v.exact is not None or v.ball is None:
        return FULL
    if v.ball.is_exact() or not v.ball.contains(0):
        return v.digits
    return max(0, int(-float(arb(v.ball.rad()).log_base(10).mid())))
