"""Repairs: for how many slips does ``repair`` name the slip, undone?

``python -m benchmarks.repairs`` makes slips in the steps of the catalogue and in a table of formulas, keeps those that
the numbers refute, and asks for the repair of each.  ``--each`` prints every slip with what was said.

A slip is *undone* if the repaired line is the line before the slip, up to the order of terms and factors and where
signs and numbers stand.  It is *undone in other words* if the repaired line comes to that line when terms are moved
across and collected and all is divided by a number (a slip on the left that is mended on the right: -a = -b for a = b),
or if a summand was lost and the summand that is put back makes the side equal to what it was by exact algebra alone, no
rule applied (-d/2 on a side for -d in its bracket).  *Elsewhere* means another repair that is true, *false* one that
the numbers do not agree with under another seed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from derivations import CATALOGUE, derive
from proofs.algebra import equal
from proofs.checking import claims
from proofs.judging import judge
from proofs.language import Claim, Plus, Relation, Term
from proofs.language.facts import Facts
from proofs.marking.arrangement import arranged
from proofs.marking.repair import Repair, repair
from proofs.marking.slip_places import places
from proofs.writing import latex

from .formulas import FORMULAS
from .same_line import comes_to_the_same, same
from .slips import Slip, slips

SAMPLE = 24  # slips of each claim
AIM = 0.8


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
    reworded: int = 0
    elsewhere: int = 0
    none: int = 0
    false: int = 0

    def row(self, what: str) -> str:
        counts = (self.slips, self.undone, self.reworded, f"{self.share:.0%}", self.elsewhere, self.none, self.false)
        return f"| {what} | {' | '.join(map(str, counts))} |"

    @property
    def share(self) -> float:
        """The share of slips that are undone, in the words of the line before or in others."""
        return (self.undone + self.reworded) / self.slips if self.slips else 0.0


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
    print("| slip | slips | undone | in other words | together | elsewhere | no repair | false |")
    print("|---" * 8 + "|")
    first = ("all", "table of formulas", "catalogue")
    for key in (*first, *sorted(k for k in tallies if k not in first)):
        print(tallies[key].row(key))
    slow = sorted(times)[len(times) * 9 // 10]
    print(f"\n{median(times) * 1e3:.0f} ms a repair (median), {slow * 1e3:.0f} ms (nine in ten)")
    total = tallies["all"]
    return int(total.false > 0 or total.share < AIM)


def outcome(slip: Slip, found: Repair | None) -> str:
    """What became of a slip: the name of a column."""
    if found is None:
        return "none"
    again = judge(Claim((*slip.before.hypotheses, *found.supposed), found.statement), seed=7)
    if again.outcome != "agree":
        return "false"
    if same(found.statement, slip.before.statement):
        return "undone"
    return "reworded" if _is_reworded(slip, found) else "elsewhere"


def _is_reworded(slip: Slip, found: Repair) -> bool:
    """Whether a repair on the right says the same as the slip undone."""
    before, after, repaired = slip.before.statement, slip.after.statement, found.statement
    assert isinstance(before, Relation) and isinstance(after, Relation) and isinstance(repaired, Relation)
    if repaired.left is not after.left:
        return False
    if comes_to_the_same(repaired, before):
        return True
    if before.left is not after.left or not before.free:
        return False
    lost = after.right in set(_with_one_less(before.right))
    put_back = lost and arranged(after.right) in set(map(arranged, _with_one_less(repaired.right)))
    return put_back and bool(equal(repaired.right, before.right, Facts(slip.before.hypotheses)))


def _with_one_less(side: Term) -> Iterator[Term]:
    """A side with one summand of its sums left out."""
    for place in places(side):
        if isinstance(place.node, Plus):
            args = place.node.args
            for k in range(len(args)):
                rest = (*args[:k], *args[k + 1 :])
                yield place.put(rest[0] if len(rest) == 1 else Plus(rest))


if __name__ == "__main__":
    sys.exit(main())
