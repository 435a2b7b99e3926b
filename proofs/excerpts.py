"""Parts of a proof that answer a question: from a line on that is given, or up to what one of its chains shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .chains import Chain
from .kernel import combined
from .language import Node, Relation
from .steps import Step, Use

if TYPE_CHECKING:
    from .proof import Proof


def starting_at(chains: tuple[Chain, ...], words: str) -> tuple[Chain, ...]:
    """The chains from the line on that has these words in its reason: what is before it is taken as given.

    What is shown changes, not what is judged.  Raises ``ValueError`` where no reason has the words.
    """
    for at, chain in enumerate(chains):
        for k, step in enumerate(chain.steps):
            if words.casefold() in step.reason.casefold():
                assert chain.start is not None
                symbol = combined([each.symbol for each in chain.steps[: k + 1]])
                given = Step(chain.start, symbol, step.right, Use(phrase="given"))
                return (replace(chain, steps=(given, *chain.steps[k + 1 :])), *chains[at + 1 :])
    reasons = dict.fromkeys(step.reason for chain in chains for step in chain.steps)
    raise ValueError(f"expected words of one of the reasons ({'; '.join(reasons)}), found {words!r}")


def stretch(proof: Proof, heading: str) -> Proof:
    """The proof of what the chain with that heading shows: of that chain, and of the chains and lemmas it draws on.

    Raises ``ValueError`` where no chain has the heading.
    """
    headings = [chain.title for chain in proof.chains if chain.title]
    at = next((k for k, chain in enumerate(proof.chains) if _words(chain.title) == _words(heading)), None)
    if at is None:
        raise ValueError(f"expected the heading of one of the parts ({'; '.join(headings)}), found {heading!r}")
    last, kept = proof.chains[at], []
    wanted = set(_labels(last))
    for chain in reversed(proof.chains[:at]):
        if chain.label in wanted:
            wanted |= set(_labels(chain))
            kept.append(chain)
    chains = (*reversed(kept), last)
    return proof._with(
        chains=chains,
        lemmas=tuple((label, lemma) for label, lemma in proof.lemmas if label in wanted),
        hypotheses=_about(proof.hypotheses, [node for chain in chains for node in _lines(chain)]),
        definitions=_mentioned(proof, [node for chain in chains for node in _lines(chain)]),
        _result=last.concluded,
    )


def _lines(chain: Chain) -> Iterator[Node]:
    yield from chain.suppose
    yield from (node for node in (chain.start, chain.statement) if node is not None)
    yield from (step.right for step in chain.steps)


def _about(hypotheses: tuple[Node, ...], lines: list[Node]) -> tuple[Node, ...]:
    """The hypotheses about the names in the lines, and about what these are said to hang together with."""
    names = frozenset().union(*(node.free for node in lines))
    while more := [h for h in hypotheses if not h.free.isdisjoint(names) and not h.free <= names]:
        names |= more[0].free
    return tuple(h for h in hypotheses if not h.free or not h.free.isdisjoint(names))


def _mentioned(proof: Proof, lines: list[Node]) -> tuple[Relation, ...]:
    """The names for long terms that are written in the lines, and those that these are said with."""
    from .writing.denoting import definitions, denoting

    names = {name.name for node in lines for name in denoting(proof, node).free}
    kept: list[Relation] = []
    for each, said in reversed(list(zip(proof.definitions, definitions(proof), strict=True))):
        if any(name.name in names for name in each.left.free):
            kept.append(each)
            names |= {name.name for name in said.right.free}
    return tuple(reversed(kept))


def _words(heading: str | None) -> str:
    return (heading or "").strip(" .").casefold()


def _labels(chain: Chain) -> Iterator[str]:
    """What a chain draws on: labels of earlier chains and of lemmas."""
    yield from (*chain.premises, *chain.knowing)
    for step in chain.steps:
        use = step.use if step.use.instance is None else step.use.instance[0].use
        if use.label is not None:
            yield use.label
