r"""How the variables of an unknown joint law hang together: X and Y independent, X \to Y \to Z a Markov chain.

Such a law is a product of blocks, p(x) p(y), p(x, y) p(z | y): each an unknown density of its own, or what it is given
other variables, k(z, y) / \int k(z, y) dz.  A variable that has no value is integrated over next to the blocks that
depend on it, so that one which nothing else depends on leaves 1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, RowSyntax, Statement, Syntax
from ..words import cases_in_words, claiming
from ..words.prose import ONE
from . import independence
from .joint_of_entropies import TIES

if TYPE_CHECKING:
    from ..context import Context
    from ..pieces import Piece

Names = tuple[str, ...]

_MARKOV = re.compile(r"\bmarkov\b")
_GIVEN = re.compile(rf"({ONE}) (and|,) ({ONE}) ((are|be|being) )?conditionally independent (given|on)\s*$")


@dataclass(frozen=True)
class Block:
    """A factor of a joint law: the density of some variables, given others."""

    law: L.Density
    names: Names
    behind: Names

    @property
    def depends_on(self) -> frozenset[str]:
        return frozenset((*self.names, *self.behind))

    def at(self, values: Mapping[str, L.Term]) -> L.Term:
        """The factor at values of its variables."""
        if len(self.names) == 1 and not self.behind:
            return self.law(values[self.names[0]])
        whole = self._weight(values)
        if not self.behind:
            return whole
        assert isinstance(self.law.space, L.Cartesian)
        homes = zip(self.names, self.law.space.factors, strict=False)
        own = {name: L.fresh_beside(L.Var(name, home), *values.values()) for name, home in homes}
        total = self._weight({**values, **own})
        for name in reversed(self.names):
            total = L.Int(total, own[name])
        return whole / total

    def _weight(self, values: Mapping[str, L.Term]) -> L.Term:
        return self.law(L.Tuple(tuple(values[name] for name in (*self.names, *self.behind))))


def blocks(context: Context, law: L.Density, names: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of a joint law of variables; none where nothing is told of how they hang together."""
    cut = _cut(context, names)
    if len(cut) < 2:
        return ()
    assert isinstance(law.space, L.Cartesian)
    homes = dict(zip(names, law.space.factors, strict=True))
    made = tuple(name for name in names if name.upper() in context.random)
    cut += [(made, tuple(name for name in names if name not in made))] if made else []
    found = tuple(_block(law.name, own, behind, homes) for own, behind in cut)
    context.assume(*(L.density(block.law) for block in found))
    if (reason := context.fog.get(f"{law.name}(")) is not None:
        context.fog.update({f"{block.law.name}(": reason for block in found})
    return found


def _block(letter: str, own: Names, behind: Names, homes: Mapping[str, L.Space]) -> Block:
    spaces = tuple(homes[name] for name in (*own, *behind))
    label = ", ".join(own) + (f" | {', '.join(behind)}" if behind else "")
    space = spaces[0] if len(spaces) == 1 else L.Cartesian(spaces)
    return Block(L.Density(f"{letter}_{{{label}}}", space), own, behind)


def _cut(context: Context, names: Sequence[str]) -> list[tuple[Names, Names]]:
    """Groups of variables, in an order in which each depends on few of those before it, with these."""
    found: list[tuple[Names, Names]] = []
    names = [name for name in names if name.upper() not in context.random]  # others follow from these
    for chain in context.markov:
        steps = [tuple(name.lower() for name in step) for step in chain]
        if {name for step in steps for name in step} <= set(names):
            found = [
                (steps[0] + steps[1], ()),
                *((step, before) for before, step in pairwise(steps[1:])),
            ]
            break
    if not found and (apart := _independent(context, names)):
        found = [((name,), ()) for name in apart]
    placed = [name for own, _ in found for name in own]
    rest = tuple(name for name in names if name not in placed)
    return [*found, (rest, tuple(placed))] if rest and found else found


def _independent(context: Context, names: Sequence[str]) -> Names:
    """The most variables that words call independent of each other."""
    if not context.independent:
        return ()
    for count in range(len(names), 1, -1):
        for some in combinations(names, count):
            if independence.are_independent(context, [name.upper() for name in some]):
                return some
    return ()


# ---------------------------------------------------------------------------------------------------------------------
# what is told


def learn(context: Context, piece: Piece) -> bool:
    r"""Keep the Markov chain that a formula and its words tell of, X \to Y \to Z; whether they do.

    One that is the condition of a sentence holds in that.
    """
    chain = _given_another(piece) or (_arrows(piece.row) if _speaks_of_chains(context, piece) else None)
    words = piece.formula.words
    if chain is None or claiming.is_concluded(words):
        return False
    if cases_in_words.is_conditional_sentence(words + ONE):
        context.markov_before = context.markov if context.markov_before is None else context.markov_before
    context.markov = (chain, *(each for each in context.markov if each != chain))
    for name in [name for name, reason in context.fog.items() if reason == TIES]:
        del context.fog[name]
    return True


def _speaks_of_chains(context: Context, piece: Piece) -> bool:
    return _MARKOV.search(context.said) is not None or _MARKOV.search(piece.formula.after.lower()) is not None


def _arrows(row: RowSyntax | None) -> tuple[Names, ...] | None:
    r"""The steps of X \to Y \to Z, or X - Y - Z."""
    match row:
        case RowSyntax((Statement(steps, signs),)) if len(steps) > 2 and all(sign.symbol == "to" for sign in signs):
            found = [_names(step) for step in steps]
            return tuple(found) if all(found) else None
    return None


def _names(step: Syntax | None) -> Names:
    """The random variables that a step of a chain is."""
    match step:
        case Bracket("(", items, ")", None):
            names = [name_of(item) for item in items]
        case _:
            names = [None if step is None else name_of(step)]
    known = [name for name in names if name is not None and name[:1].isupper()]
    return tuple(known) if len(known) == len(names) else ()


def _given_another(piece: Piece) -> tuple[Names, ...] | None:
    """X and Z are conditionally independent given Y: a chain X, Y, Z."""
    if piece.sole is None or not _GIVEN.search(" ".join(piece.formula.words.split())):
        return None
    around = [row.statements[0].expressions[0] for row in piece.formula.ahead[-2:] if row is not None]
    steps = [_names(each) for each in (*around[:1], piece.sole, *around[1:])]
    return tuple(steps) if len(steps) == 3 and all(steps) else None


# ---------------------------------------------------------------------------------------------------------------------
# the law


def product(parts: Sequence[Block], values: Mapping[str, L.Term], free: Mapping[str, L.Var]) -> L.Term:
    """The product of the blocks at values, integrated over the variables that are ``free``."""
    left = [(part.at(values), part.depends_on) for part in _needed(parts, set(free))]
    for name, var in free.items():
        about = [each for each in left if name in each[1]]
        if about:
            body = L.fold(L.Times, [term for term, _ in about], 1)
            names = frozenset[str]().union(*(on for _, on in about)) - {name}
            left = [each for each in left if name not in each[1]] + [(L.Int(body, var), names)]
    return L.fold(L.Times, [term for term, _ in left], 1)


def _needed(parts: Sequence[Block], free: set[str]) -> list[Block]:
    """The blocks but for those that integrate to 1: their variables are free, and no other block depends on them."""
    kept = list(parts)
    for part in reversed(parts):
        others = frozenset[str]().union(*(each.depends_on for each in kept if each is not part))
        if free.issuperset(part.names) and others.isdisjoint(part.names):
            kept.remove(part)
    return kept


__all__ = ["Block", "blocks", "learn", "product"]
