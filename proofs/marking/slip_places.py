"""Places in a term where a slip may have been made, and how a correction there is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from ..language import (
    Abstract,
    Apply,
    Binder,
    Derivative,
    Expectation,
    Int,
    Integers,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    Range,
    Rows,
    Space,
    Sum,
    Term,
    Times,
    Var,
    Without,
    is_scalar,
)

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
LONG = 90  # a formula of so many characters of LaTeX is no way to say where something stands


@dataclass(frozen=True, eq=False)
class Place:
    """A node where it stands in a side: field ``at`` of the node ``above``, the ``k``-th of a tuple (or None)."""

    node: Any
    above: Place | None = None
    at: int = 0
    k: int | None = None

    def put(self, new: Any) -> Any:
        """The whole side with ``new`` in this place."""
        return new if self.above is None else self.above.put(self.around(new))

    def around(self, new: Any) -> Any:
        """The node above with ``new`` in this place."""
        assert self.above is not None
        fields = list(self.above.node.fields)
        if self.k is not None:
            part = fields[self.at]
            new = (*part[: self.k], new, *part[self.k + 1 :])
        fields[self.at] = new
        return type(self.above.node)(*fields)

    @cached_property
    def path(self) -> tuple[tuple[int, int | None], ...]:
        """Where it stands, from the side down."""
        return () if self.above is None else (*self.above.path, (self.at, self.k))

    def is_about(self, other: Place) -> bool:
        """Whether both are one place of a side, or one is the next greater part of it and not all of it."""
        mine, theirs = sorted((self.path, other.path), key=len)
        return mine == theirs or (bool(mine) and theirs[:-1] == mine)

    def is_within(self, other: Place) -> bool:
        """Whether one of the two is the other or a part of it."""
        return all(mine == theirs for mine, theirs in zip(self.path, other.path, strict=False))

    @property
    def side(self) -> Place:
        """The whole that it is a place of."""
        return self if self.above is None else self.above.side

    @property
    def bound(self) -> tuple[Var, ...]:
        """The bound names in scope, the outermost first."""
        if self.above is None:
            return ()
        outer = self.above.bound
        return (*outer, self.above.node.var) if isinstance(self.above.node, Binder) and self.at == 0 else outer

    @property
    def within(self) -> frozenset[Node]:
        """The nodes that this is a part of."""
        return frozenset() if self.above is None else self.above.within | {self.above.node}

    @property
    def parent(self) -> Any:
        return None if self.above is None else self.above.node

    @property
    def is_term(self) -> bool:
        """Whether a factor put here is no factor of something around it: a whole side, a summand, an argument."""
        if not is_number(self.node):
            return False
        match self.parent:
            case None | Plus() | Power():
                return True
            case Apply():
                return self.at == 1
        return False

    @property
    def is_affine(self) -> bool:
        """Whether the side is an affine function of what stands here."""
        match self.parent:
            case None:
                return True
            case Plus() | Neg() | Times():
                pass
            case Quotient() | Sum() | Int() | Expectation() | Derivative():
                if self.at != 0:
                    return False
            case _:
                return False
        return self.above is None or self.above.is_affine

    @property
    def takes_summand(self) -> bool:
        """Whether something may have been lost beside this that no computation at the side tells."""
        if not is_number(self.node) or isinstance(self.parent, Plus):
            return False
        if self.is_affine and not self.bound:
            return False
        if isinstance(self.node, Plus):
            return True
        around = isinstance(self.parent, Quotient | Binder) and self.at == 0
        return around or self.is_term or (isinstance(self.parent, Times) and isinstance(self.node, Number | Neg))

    @property
    def among_terms(self) -> str:
        """Which term of a sum it is or stands in, in words, as in " in the second term of x - x"."""
        if self.above is None:
            return ""
        if not isinstance(self.parent, Plus) or self.k is None or self.k >= len(_ORDINALS):
            return self.above.among_terms
        from ..writing import latex

        within = "" if self.above.above is None else f" of ${latex(self.parent)}$"
        return f" in the {_ORDINALS[self.k]} term{within}" if len(within) <= LONG else ""

    @property
    def unit(self) -> Place:
        """What a reader sees this place as a part of: the term of a sum, the argument of a function, the side."""
        place = self
        while place.above is not None and not place.is_term:
            place = place.above
        return place


def places(side: Node) -> Iterator[Place]:
    """Every place of a side where a slip can be made; the variable of a binder comes with the binder."""
    waiting = [Place(side)]
    while waiting:
        place = waiting.pop()
        if not isinstance(place.parent, Rows):  # whose rows are columns of entries, and nothing else
            yield place
        if isinstance(place.node, Space | Var):
            continue
        below = []
        for at, value in enumerate(place.node.fields):
            if isinstance(place.node, Binder) and at == 1:
                continue
            if isinstance(value, tuple):
                below += [Place(part, place, at, k) for k, part in enumerate(value) if isinstance(part, Node)]
            elif isinstance(value, Node):
                below.append(Place(value, place, at))
        waiting += [p for p in reversed(below) if not isinstance(p.node, Space)]


def is_number(t: Any) -> bool:
    """Whether the term is a number: no vector, no matrix, no point of an unnamed space."""
    return isinstance(t, Term) and is_scalar(t) and not (isinstance(t, Var) and isinstance(t.space, Abstract))


def is_index(t: Any) -> bool:
    """Whether the term is an index or a count with a name."""
    return isinstance(t, Var) and isinstance(t.space, Integers | Range | Without)


class Edit(NamedTuple):
    """What may stand in a place instead.

    ``phrase`` is shown with ``old`` and ``shown``, by default what stands there before and after; ``drops`` says that
    something written is left out.
    """

    cost: float
    new: Any
    phrase: str
    old: Any = None
    shown: Any = None
    drops: bool = False


def called(place: Place, side: str) -> str:
    """The place in words: "the right side", "the second term", or the formula that stands there."""
    if place.above is None:
        return f"the {side} side"
    if place.above.above is None and isinstance(place.parent, Plus) and place.k is not None and place.k < 10:
        return f"the {_ORDINALS[place.k]} term"
    from ..writing import latex

    inner = place.node.arg if isinstance(place.node, Neg) else place.node
    text = latex(inner)
    if len(text) <= LONG:
        return f"${text}$"
    above = called(place.above.unit, side)
    return above if above.startswith("a part of") else f"a part of {above}"


def shown(t: Node) -> str:
    """The LaTeX of a node between dollars, for a phrase that is filled."""
    from ..writing import latex

    return f"${latex(t)}$".replace("{", "{{").replace("}", "}}")


def occurrences(side: Node, node: Node) -> int:
    """How often the node is written in the side."""
    return sum(place.node is node for place in places(side))
