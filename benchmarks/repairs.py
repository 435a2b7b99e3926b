"""Repairs: for how many slips does ``repair`` name the slip, undone?

``python -m benchmarks.repairs`` makes slips in the steps of the catalogue and in a table of formulas, keeps those that
the numbers refute, and asks for the repair of each.  ``--each`` prints every slip with what was said.

A slip is *undone* if the repaired line is the line before the slip, up to the order of terms and factors and where
signs and numbers stand.  *Elsewhere* means another repair of the same slip that is true, *false* one that is refuted
under another seed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from statistics import median
from time import perf_counter
from typing import Any

from derivations import CATALOGUE, derive
from proofs.checking import claims
from proofs.judging import judge, mutants
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
    canonical,
    half,
    is_index_space,
    is_scalar,
    log,
    substitute,
)
from proofs.marking.repair import repair
from proofs.marking.slip_places import Place, is_number, places
from proofs.writing import latex

from .formulas import FORMULAS

SAMPLE = 24  # slips of each claim
AIM = 0.8
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


# ---------------------------------------------------------------------------------------------------------------------
# is it the same line?


def same(a: Statement, b: Statement) -> bool:
    """Whether two relations are one line, up to the order of terms and factors and where signs and numbers stand."""
    assert isinstance(a, Relation) and isinstance(b, Relation)
    return a.symbol == b.symbol and normal(a.left) == normal(b.left) and normal(a.right) == normal(b.right)


def normal(t: Any) -> Any:
    """A key of a term that is the same for such terms."""
    return _key(canonical(t))


def _key(t: Any) -> Any:
    match t:
        case Plus(args):
            return ("+", tuple(sorted(map(repr, _summands(args, Fraction(1))))))
        case Number() | Neg() | Times() | Quotient() | Power():
            coefficient, factors = _product(t)
            if len(factors) == 1 and isinstance(t, Quotient | Times | Neg):
                match factors[0]:
                    case (("+", _) as inner, 1) if coefficient == 1:
                        return inner
            return ("*", coefficient, factors)
        case Node():
            return (type(t).__name__, *(_field(f) for f in t.fields))
    return t


def _field(value: Any) -> Any:
    return tuple(map(_key, value)) if isinstance(value, tuple) else _key(value)


def _summands(args: Any, sign: Fraction) -> Iterator[Any]:
    for arg in args:
        match arg:
            case Plus(inner):
                yield from _summands(inner, sign)
            case Neg(Plus(inner)):
                yield from _summands(inner, -sign)
            case _:
                coefficient, factors = _product(arg)
                yield (sign * coefficient, factors)


def _product(t: Any) -> tuple[Fraction, tuple[Any, ...]]:
    """A product as its number and the powers of its other factors."""
    powers: Counter[Any] = Counter()
    coefficient = Fraction(1)

    def visit(t: Any, exponent: int) -> None:
        nonlocal coefficient
        match t:
            case Number(value) if value or exponent > 0:
                coefficient *= value**exponent
            case Neg(arg):
                coefficient *= (-1) ** exponent
                visit(arg, exponent)
            case Times(args) if is_scalar(t):
                for arg in args:
                    visit(arg, exponent)
            case Quotient(num, den):
                visit(num, exponent)
                visit(den, -exponent)
            case Power(base, Number(value)) if value.denominator == 1:
                visit(base, exponent * int(value))
            case _:
                key = _key(t) if not isinstance(t, Times | Power) else (type(t).__name__, *map(_field, t.fields))
                powers[key] += exponent

    visit(t, 1)
    factors = sorted(((k, n) for k, n in powers.items() if n), key=repr)
    return coefficient, tuple(factors)


# ---------------------------------------------------------------------------------------------------------------------
# the table


def catalogue() -> dict[str, Claim]:
    """The equations of all derivations."""
    found = {}
    for name in CATALOGUE:
        proof = derive(name)
        for at, chain in enumerate(proof.chains, 1):
            for k, claim in enumerate(claims(proof, chain), 1):
                if isinstance(claim.statement, Relation) and claim.statement.symbol == "=":
                    found[f"{name} {at}.{k}"] = claim
    return found


def sampled(claim: Claim, count: int) -> list[Slip]:
    """Different refuted slips of a claim, all kinds in turn, drawn with a fixed seed."""
    choice = random.Random(repr(claim.statement))
    kinds: dict[str, list[Slip]] = defaultdict(list)
    seen = {claim}
    for slip in slips(claim):
        if slip.after not in seen and not same(slip.after.statement, claim.statement):
            seen.add(slip.after)
            kinds[slip.kind].append(slip)
    for found in kinds.values():
        choice.shuffle(found)
    chosen: list[Slip] = []
    while kinds and len(chosen) < count:
        for kind in list(kinds):
            if not kinds[kind]:
                del kinds[kind]
                continue
            slip = kinds[kind].pop()
            if len(chosen) < count and judge(slip.after).outcome == "disagree":
                chosen.append(slip)
    return chosen


@dataclass
class Tally:
    slips: int = 0
    undone: int = 0
    elsewhere: int = 0
    none: int = 0
    false: int = 0

    def row(self, what: str) -> str:
        share = f"{self.undone / self.slips:.0%}" if self.slips else ""
        return f"| {what} | {self.slips} | {self.undone} | {share} | {self.elsewhere} | {self.none} | {self.false} |"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.repairs", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--each", action="store_true", help="print what was said of every slip")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="slips of each claim")
    parser.add_argument("--only", help="claims whose name has this in it")
    options = parser.parse_args()
    tallies: dict[str, Tally] = defaultdict(Tally)
    times: list[float] = []
    for source, table in (("table of formulas", FORMULAS), ("catalogue", catalogue())):
        for name, claim in table.items():
            if options.only and options.only not in name:
                continue
            for slip in sampled(claim, options.sample):
                began = perf_counter()
                found = repair(slip.after)
                times.append(perf_counter() - began)
                verdict = outcome(slip, found)
                for key in (source, slip.kind, "all"):
                    tallies[key].slips += 1
                    setattr(tallies[key], verdict, getattr(tallies[key], verdict) + 1)
                if options.each:
                    said = found.words if found is not None else "-"
                    wrong = latex(slip.after.statement)
                    print(
                        f"{verdict:10}{times[-1] * 1e3:6.0f} ms  {name}  [{slip.kind}]  {said}\n{'':20}{wrong}",
                        flush=True,
                    )
    print("| slip | slips | undone | | elsewhere | no repair | false |\n|---|---|---|---|---|---|---|")
    first = ("all", "table of formulas", "catalogue")
    for key in (*first, *sorted(k for k in tallies if k not in first)):
        print(tallies[key].row(key))
    slow = sorted(times)[len(times) * 9 // 10]
    print(f"\n{median(times) * 1e3:.0f} ms a repair (median), {slow * 1e3:.0f} ms (nine in ten)")
    total = tallies["all"]
    return int(total.false > 0 or total.undone < AIM * total.slips)


def outcome(slip: Slip, found: Any) -> str:
    """What became of a slip: the name of a column."""
    if found is None:
        return "none"
    again = judge(Claim(slip.before.hypotheses, found.statement), seed=7)
    if again.outcome != "agree":
        return "false"
    return "undone" if same(found.statement, slip.before.statement) else "elsewhere"


if __name__ == "__main__":
    sys.exit(main())
