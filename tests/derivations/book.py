"""The derivations of the book, once for all tests: proofs, their lines, and what each line stands under."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import derivations
from proofs.judging import judge
from proofs.judging.findings import examine
from proofs.judging.report import Report
from proofs.judging.worlds import gallery_of
from proofs.language import Claim, Node, Relation
from proofs.proof import Proof
from proofs.registry import REGISTRY
from proofs.steps import Rule, Step, Use

NAMES = derivations.CATALOGUE


@cache
def proof(name: str) -> Proof:
    return derivations.derive(name)


@cache
def report(name: str) -> Report:
    return proof(name).check()


@dataclass(frozen=True)
class Line:
    """One step of a derivation, its labels resolved to theorems, and the hypotheses it stands under."""

    derivation: str
    chain: int
    number: int
    step: Step
    hypotheses: tuple[Node, ...]

    @property
    def id(self) -> str:
        return f"{self.derivation}-{self.chain}.{self.number}"

    @property
    def claim(self) -> Claim:
        return Claim(self.hypotheses, Relation(self.step.left, self.step.symbol, self.step.right))


@cache
def lines(name: str) -> tuple[Line, ...]:
    """The steps of a derivation; those that are instances of another derivation's are tested there."""
    found = []
    for at, (chain, answer) in enumerate(zip(proof(name).chains, proof(name).replayed, strict=True), 1):
        for number, step in enumerate(answer.steps, 1):
            if step.use.instance is None:
                found.append(Line(name, at, number, step, proof(name).supposed(chain)))
    return tuple(found)


LINES = [line for name in NAMES for line in lines(name)]


@cache
def uses() -> list[Use]:
    """Every rule of the registry as a reason, those that take arguments with the arguments the book gives them."""
    told = {line.step.use for line in LINES if line.step.use.arguments and line.step.use.rule is not None}
    plain = [Use(r) for r in REGISTRY.values() if not takes_arguments(r)]
    return plain + sorted(told, key=repr)


def takes_arguments(rule: Rule) -> bool:
    return rule.rewrite.__code__.co_argcount > 2


def outcome(claim: Claim) -> str:
    """What the numbers say of a claim, without the search for the simplest counterexample or the slips made of it."""
    gallery = gallery_of(claim, 0)
    stages = (*gallery.generics, *gallery.corners)
    if any(examine(stage.evaluator, claim.statement).answer == "disagree" for stage in stages):
        return "disagree"
    return judge(claim, slips=False).outcome
