"""Specialising: a proof with values put for its names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .kernel import instantiate
from .language import (
    Abstract,
    Column,
    Density,
    DensityFamily,
    Function,
    FunctionFamily,
    Lambda,
    Law,
    Name,
    Node,
    Number,
    Relation,
    Term,
    Var,
    Vectors,
    space_of,
    substitute,
    support,
    term,
)
from .language.facts import Facts
from .rewriting import follows
from .steps import Use

if TYPE_CHECKING:
    from .chains import Chain
    from .proof import Proof


def specialised(proof: Proof, values: dict[str, Any]) -> Proof:
    """The proof with the values put in; each step is licensed as an instance of the general one."""
    return instance(proof, _mapping(proof, values))


def instance(proof: Proof, mapping: dict[Name, Any]) -> Proof:
    """The proof with terms put for names, which need no further checks."""
    pairs = tuple(mapping.items())
    stated = tuple(substitute(h, mapping) for h in proof.hypotheses)
    hypotheses = tuple(h for h in stated if h.free or not _settled(h, proof.name))
    hypotheses = tuple(h for k, h in enumerate(hypotheses) if not follows(h, Facts(hypotheses[:k])))

    def chain(general: Chain, answer: Any) -> Chain:
        under = proof.supposed(general)
        suppose = tuple(substitute(h, mapping) for h in general.suppose)
        if general.statement is not None:
            at_hand = hypotheses + suppose
            theorem = instantiate(answer.theorem, mapping, at_hand) if answer.theorem is not None else None
            use = replace(
                general.use or Use(), theorem=theorem, label=general.use.name if general.use else "equivalence"
            )
            return replace(general, statement=substitute(general.statement, mapping), use=use, suppose=suppose)
        steps = []
        for step, resolved in zip(general.steps, answer.steps, strict=True):
            use = Use(instance=(resolved, under, pairs), phrase=step.use.phrase)
            steps.append(
                replace(step, left=substitute(step.left, mapping), right=substitute(step.right, mapping), use=use)
            )
        assert general.start is not None
        return replace(general, start=substitute(general.start, mapping), steps=tuple(steps), suppose=suppose)

    chains = tuple(chain(c, answer) for c, answer in zip(proof.chains, proof.replayed, strict=True))
    result = substitute(proof.statement, mapping)
    values = (*proof.values, pairs)
    return proof._with(chains=chains, hypotheses=hypotheses, values=values, origin=proof, _result=result)


def _settled(h: Node, name: str) -> bool:
    """Whether a closed hypothesis follows by itself; raises where it is contradicted."""
    facts = Facts(())
    if isinstance(h, Relation) and not follows(h, facts) and follows(h.contrary(), facts):
        from .writing import plain

        raise ValueError(f"{name}: the values contradict a hypothesis, which becomes {plain(h)}")
    return follows(h, facts)


def _mapping(proof: Proof, values: dict[str, Any]) -> dict[Name, Any]:
    names: dict[str, list[Name]] = {}
    nodes: list[Node] = [*proof.hypotheses]
    for chain in proof.chains:
        nodes += [n for n in (chain.start, chain.statement) if n is not None]
        nodes += [s.right for s in chain.steps]
        nodes += chain.suppose
    for node in nodes:
        for name in node.free:
            known = names.setdefault(name.name, [])
            if name not in known:
                known.append(name)
    mapping: dict[Name, Any] = {}
    scalars = {k: v for k, v in values.items() if isinstance(v, int | Fraction)}
    sizes = {n: term(v) for k, v in scalars.items() for n in names.get(k, ())}
    for key, value in values.items():
        if key not in names:
            raise ValueError(f"{proof.name} has no name {key!r}; it has {', '.join(sorted(names))}")
        for name in names[key]:
            mapping[name] = _value(name, value, sizes)
    return {**_homes(proof, mapping), **mapping}


def _homes(proof: Proof, mapping: dict[Name, Any]) -> dict[Name, Any]:
    """With laws for densities on an unnamed space: the space on which they live for that space."""
    homes: dict[Name, Any] = {}
    for name, value in mapping.items():
        if isinstance(name, Density) and isinstance(name.space, Abstract):
            home = support(value)
            if homes.setdefault(name.space, home) is not home:
                raise ValueError(f"{proof.name}: the laws put in live on different spaces")
    return homes


def _value(name: Name, value: Any, sizes: dict[Name, Term]) -> Any:
    match name:
        case Function(text, (domain, *more), codomain) if callable(value) and not isinstance(value, Node):
            if more:
                raise TypeError(f"{text}: a function of several arguments cannot be put in yet")
            return _function(value, Var("x", substitute(domain, sizes)), substitute(codomain, sizes), text)
        case Density() | DensityFamily():
            if not isinstance(value, Law):
                raise TypeError(f"{name.name}: expected a law, found {value!r}")
            return value
        case Function() | FunctionFamily():
            raise TypeError(f"{name.name}: expected a Python function of a term, found {value!r}")
        case Var(_, Vectors() as space) if isinstance(value, tuple | list):
            dimension = substitute(space, sizes).dimension
            if isinstance(dimension, Number) and dimension.value != len(value):
                raise ValueError(f"{name.name}: expected {dimension.value} coordinates, found {len(value)}")
            return Column(tuple(term(v) for v in value))
        case Var(text, Vectors()) if isinstance(value, int | Fraction):
            raise TypeError(f"{text}: expected a tuple of numbers, found {value!r}")
    try:
        return term(value)
    except TypeError as error:
        raise TypeError(f"{name.name}: {error}") from None


def _function(value: Callable[[Term], Any], x: Var, codomain: Node, text: str) -> Lambda:
    body = value(x)
    if isinstance(body, tuple | list):
        body = Column(tuple(term(v) for v in body))
    body = term(body)
    if isinstance(codomain, Vectors) and space_of(body) is None:
        raise TypeError(f"{text}: expected a tuple of {codomain.dimension!r} coordinates, found a scalar")
    return Lambda(body, x)
