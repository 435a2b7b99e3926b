"""Replaying: what the kernel says to the chains of a proof, each under what stands before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .chains import Chain
from .kernel import Licence, Theorem, attested, conclude, discharge, equivalence, infer, instantiate, licence, weaken
from .language import Iff, Node
from .steps import Refused, Step, Use

if TYPE_CHECKING:
    from .proof import Proof


@dataclass(frozen=True)
class Replay:
    """The kernel's answer to one chain; ``steps`` are its steps with labels resolved to theorems."""

    licences: tuple[Licence, ...]
    theorem: Theorem | None
    steps: tuple[Step, ...] = ()


def replay(proof: Proof) -> tuple[Replay, ...]:
    """The kernel's answer, chain by chain: a licence for every step, and the theorem where all are granted."""
    known: dict[str, Theorem] = {}
    done = []
    for chain in proof.chains:
        answer = _of_chain(proof, chain, known)
        done.append(answer)
        if chain.label is not None and answer.theorem is not None:
            known[chain.label] = answer.theorem
    return tuple(done)


def _of_chain(proof: Proof, chain: Chain, known: dict[str, Theorem]) -> Replay:
    hypotheses = proof.supposed(chain)
    if chain.start is None:
        return _of_inference(proof, chain, known, hypotheses)
    try:
        premises = [_theorem(proof, label, known) for label in chain.knowing]
    except Refused as refusal:
        return Replay(tuple(Licence(False, step.rule, why=str(refusal)) for step in chain.steps), None, chain.steps)
    steps, answers = [], []
    for step in chain.steps:
        try:
            filled = replace(step, use=resolved(proof, step.use, known, hypotheses))
            answers.append(licence(filled, hypotheses))
        except Refused as refusal:
            filled = step
            answers.append(Licence(False, step.rule, why=str(refusal)))
        steps.append(filled)
    if not all(answer.granted for answer in answers) or not steps:
        return Replay(tuple(answers), None, tuple(steps))
    try:
        theorem = conclude(chain.start, tuple(steps), hypotheses)
        for premise in premises:
            theorem = discharge(theorem, premise)
    except Refused as refusal:
        answers = [Licence(False, step.rule, why=str(refusal)) for step in chain.steps]
        return Replay(tuple(answers), None, tuple(steps))
    return Replay(tuple(answers), theorem, tuple(steps))


def _of_inference(proof: Proof, chain: Chain, known: dict[str, Theorem], hypotheses: tuple[Node, ...]) -> Replay:
    assert chain.statement is not None
    name = chain.use.name if chain.use is not None else "equivalence"
    try:
        premises = tuple(_theorem(proof, label, known) for label in chain.premises)
        if chain.use is not None and chain.use.theorem is not None:
            theorem = weaken(chain.use.theorem, hypotheses)
        elif chain.use is not None:
            theorem = infer(chain.use, premises, chain.statement, hypotheses)
        elif isinstance(chain.statement, Iff) and len(premises) == 2:
            theorem = equivalence(*premises, chain.statement.left, chain.statement.right, hypotheses)
        else:
            raise Refused("expected an inference rule, or an equivalence with its two directions")
    except Refused as refusal:
        return Replay((Licence(False, name, why=str(refusal)),), None)
    answer = attested(theorem, chain.statement, name)
    return Replay((answer,), theorem if answer.granted else None)


def resolved(proof: Proof, use: Use, known: dict[str, Theorem], hypotheses: tuple[Node, ...]) -> Use:
    """A label replaced by the theorem it names: an earlier chain, or a lemma's result, with its names filled."""
    if use.label is None:
        return use
    theorem = _theorem(proof, use.label, known)
    return replace(use, theorem=instantiate(theorem, dict(use.mapping), hypotheses) if use.mapping else theorem)


def _theorem(proof: Proof, label: str, known: dict[str, Theorem]) -> Theorem:
    if label in known:
        return known[label]
    for name, lemma in proof.lemmas:
        if name == label:
            return lemma.theorem
    raise Refused(f"no earlier chain that is licensed and no lemma is labelled {label!r}")
