"""Renaming: a proof in the notation of somebody else.  Its terms change, so that it is judged again like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .language import Abstract, Family, Name, Node, ProductLaw, Pushforward
from .specialise import instance

if TYPE_CHECKING:
    from .chains import Chain
    from .proof import Proof
    from .steps import Step, Use


def renamed(proof: Proof, names: Mapping[str, str]) -> Proof:
    """The proof with other names for its names; all change at once, so that two can be exchanged.

    Raises ``ValueError`` for a name that the proof does not have, and for one that would then stand for two things.
    """
    taken = names_of(proof)
    for old, new in names.items():
        if old not in taken:
            raise ValueError(f"{proof.name} has no name {old!r}; it has {', '.join(sorted(taken))}")
        if new in taken - names.keys() or list(names.values()).count(new) > 1:
            raise ValueError(f"{old!r} cannot become {new!r}, which stands for something else in {proof.name}")
    # In a lemma a new name may be in use: there it takes the place of one that is gone, and nothing falls together.
    gone = [old for old in names if old not in names.values()]
    added = [new for new in names.values() if new not in names]
    return _Renaming({**names, **dict(zip(added, gone, strict=True))}).proof(proof)


def names_of(proof: Proof) -> set[str]:
    """The names of all that is written in a proof: free, bound, and of its laws."""
    parts = {part for node in _written(proof) for part in node.walk()}
    return {name for part in parts if (name := _own_name(part)) is not None}


def _written(proof: Proof) -> Iterator[Node]:
    yield from proof.hypotheses
    yield from proof.definitions
    for chain in proof.chains:
        yield from chain.suppose
        yield from (node for node in (chain.start, chain.statement) if node is not None)
        yield from (step.right for step in chain.steps)
    yield from (name for values in proof.values for name, _ in values)


def _own_name(node: Node) -> str | None:
    """The name that this node itself is printed as; unnamed spaces have one that is not."""
    match node:
        case Abstract():
            return None
        case Name():
            return str(node.fields[0])
        case Family() | ProductLaw() | Pushforward():
            return node.label
    return None


class _Renaming:
    """Names for names, in all that a proof is made of."""

    def __init__(self, names: Mapping[str, str]) -> None:
        from .writing.names import written

        self._names = names
        self._done: dict[Node, Node] = {}
        self._latex = {written(old).latex: written(new).latex for old, new in names.items()}
        longest = sorted(self._latex, key=len, reverse=True)
        self._in_formulas = re.compile(rf"(?<![\\A-Za-z])(?:{'|'.join(map(re.escape, longest))})(?![A-Za-z_])")

    def proof(self, old: Proof) -> Proof:
        """The proof in the new names; an instance is an instance of the renamed general proof, and what was added."""
        base = None
        if old.origin is not None:
            base = instance(self.proof(old.origin), {self._node(a): self._node(b) for a, b in old.values[-1]})
        inherited = base.chains if base is not None else ()
        chains = [self._longer(general, old.chains[k]) for k, general in enumerate(inherited)]
        return old._with(
            title=self._words(old.title),
            hypotheses=tuple(map(self._node, old.hypotheses)),
            lemmas=tuple((label, self.proof(lemma)) for label, lemma in old.lemmas),
            values=base.values if base is not None else (),
            definitions=tuple(map(self._node, old.definitions)),
            chains=(*chains, *map(self._chain, old.chains[len(chains) :])),
            origin=base.origin if base is not None else None,
            _result=None if old._result is None else self._node(old._result),
        )

    def _longer(self, general: Chain, old: Chain) -> Chain:
        """An instance of a renamed chain, with the steps that were added to it."""
        return replace(general, steps=(*general.steps, *map(self._step, old.steps[len(general.steps) :])))

    def _chain(self, old: Chain) -> Chain:
        return replace(
            old,
            start=None if old.start is None else self._node(old.start),
            steps=tuple(map(self._step, old.steps)),
            title=None if old.title is None else self._words(old.title),
            suppose=tuple(map(self._node, old.suppose)),
            statement=None if old.statement is None else self._node(old.statement),
            use=None if old.use is None else self._use(old.use),
            text=None if old.text is None else self._words(old.text),
        )

    def _step(self, old: Step) -> Step:
        return replace(old, left=self._node(old.left), right=self._node(old.right), use=self._use(old.use))

    def _use(self, old: Use) -> Use:
        return replace(
            old,
            arguments=tuple(map(self._node, old.arguments)),
            mapping=tuple((self._node(name), self._node(value)) for name, value in old.mapping),
            hypothesis=None if old.hypothesis is None else self._node(old.hypothesis),
            phrase=None if old.phrase is None else self._words(old.phrase),
        )

    def _node(self, old: Any) -> Any:
        if not isinstance(old, Node):  # a number that is put for a name
            return old
        if old not in self._done:
            new = old.map_children(self._node)
            name = _own_name(old)
            if name is not None and name in self._names:
                own = self._names[name]
                first = isinstance(old, Name)
                new = type(new)(own, *new.fields[1:]) if first else type(new)(*new.fields[:-1], own)
            self._done[old] = new
        return self._done[old]

    def _words(self, old: str) -> str:
        """Words whose formulas mention the names."""
        return re.sub(r"\$[^$]*\$", lambda part: self._in_formulas.sub(lambda m: self._latex[m[0]], part[0]), old)
