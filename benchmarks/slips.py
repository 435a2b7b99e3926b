"""Slips: a claim with one thing wrong, of the kinds that people make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from proofs.judging import mutants
from proofs.language import (
    Apply,
    Claim,
    CrossEntropy,
    Det,
    Divergence,
    Elementary,
    Inverse,
    Name,
    Neg,
    Node,
    Normal,
    Number,
    Plus,
    Power,
    Prod,
    Quotient,
    Range,
    Relation,
    Statement,
    Sum,
    Term,
    Times,
    Transpose,
    Var,
    half,
    is_index_space,
    is_scalar,
    log,
    substitute,
)
from proofs.marking.slip_places import Place, is_number, places

STANDARD = "a standard mutant"


@dataclass(frozen=True)
class Slip:
    """A claim with one slip, and the claim before."""

    kind: str
    before: Claim
    after: Claim


def slips(claim: Claim) -> Iterator[Slip]:
    """Every slip that a claim is tried with."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    for place in places(statement.right):
        for kind, new in _local(place):
            yield _slip(kind, claim, Relation(statement.left, "=", place.put(new)))
    for place in places(statement.left):
        for kind, new in _on_the_left(place.node):
            yield _slip(kind, claim, Relation(place.put(new), "=", statement.right))
    for kind, whole in _whole(statement.right):
        yield _slip(kind, claim, Relation(statement.left, "=", whole))
    for mutant in mutants(statement):
        yield _slip(STANDARD, claim, mutant)


def _slip(kind: str, claim: Claim, statement: Statement) -> Slip:
    return Slip(kind, claim, Claim(claim.hypotheses, statement))


def _local(place: Place) -> Iterator[tuple[str, Any]]:
    node = place.node
    match node:
        case Plus(args):
            for k, arg in enumerate(args):
                rest = (*args[:k], *args[k + 1 :])
                determinant = any(isinstance(n, Det) for n in arg.walk())
                kind = "the sign of a log-determinant" if determinant else "a sign"
                yield kind, Plus((*args[:k], arg.arg if isinstance(arg, Neg) else -arg, *args[k + 1 :]))
                small = isinstance(arg.arg if isinstance(arg, Neg) else arg, Number | Var)
                yield "-d or 1/2 dropped" if small else "a summand lost", rest[0] if len(rest) == 1 else Plus(rest)
        case Times(args):
            for k, arg in enumerate(args):
                if isinstance(arg, Number):
                    rest = (*args[:k], *args[k + 1 :])
                    yield "a factor lost", rest[0] if len(rest) == 1 else Times(rest)
        case Quotient(num, den) if is_scalar(num):
            yield "a fraction inverted", den / num
            match den:
                case Number():
                    yield "a factor lost", num
        case Power(base, Number(value)) if value == 2:
            yield "a square lost", base
        case Apply(Elementary("log" | "exp" | "sqrt" as name), (arg,)):
            yield f"{name} lost", arg
        case Inverse(arg):
            yield "an inverse lost", arg
        case Transpose(arg):
            yield "a transpose lost", arg
        case Sum(body, Var(name, Range(low, high)) as var) | Prod(body, Var(name, Range(low, high)) as var):
            for space in (Range(low, high - 1), Range(low - 1, high), Range(low + 1, high)):
                other = Var(name, space)
                yield "an index range", type(node)(substitute(body, {var: other}), other)
        case Var(_, space) if is_index_space(space) and node not in place.bound:
            yield "n - 1 for n", node - 1
        case Var() if is_number(node) and node not in place.bound and not isinstance(place.parent, Power):
            yield "a square too many", node**2
    if place.is_term and not isinstance(node, Number):
        yield "a factor 1/2", Times((half, node))
        yield "a factor 2", Times((Number(2), node))


def _on_the_left(node: Node) -> Iterator[tuple[str, Any]]:
    match node:
        case Divergence(p, q):
            yield "reversed KL", Divergence(q, p)
        case CrossEntropy(p, q):
            yield "reversed KL", CrossEntropy(q, p)
        case Normal(mean, deviation, label):
            yield "scale for variance", Normal(mean, deviation**2, label)


def _whole(side: Term) -> Iterator[tuple[str, Term]]:
    """Slips that are made all over a side."""
    groups: dict[Any, list[Name]] = defaultdict(list)
    for name in sorted((n for n in side.free if isinstance(n, Var)), key=lambda n: n.name):
        groups[name.space].append(name)
    for group in groups.values():
        for a, b in pairwise(group):
            if str(a.name)[:-1] == str(b.name)[:-1]:
                yield "indices exchanged", substitute(side, {a: b, b: a})
    based = _based(side)
    if based is not side:
        yield "the base of the logarithm", based


def _based(t: Any) -> Any:
    match t:
        case Apply(Elementary("log"), (arg,)):
            return Quotient(log(_based(arg)), log(2))
        case Var():
            return t
    return t.map_children(_based)
