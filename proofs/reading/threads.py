"""Where a relation stands: the formula that it is in, and the chain that it goes on with."""

from __future__ import annotations

from dataclasses import dataclass

from .. import language as L
from .source import Placed
from .syntax import Syntax


@dataclass
class Formula:
    """Where a relation stands: the text, the words before it, whether it is set apart."""

    maths: Placed
    words: str = ""
    lead: str = ""  # the words before the display that it is a row of, or its own
    after: str = ""  # the words that follow
    rest: str = ""  # all that follows in its sentence, with its stop; formulas are marked in it
    labels: tuple[str, ...] = ()  # what it is called by
    display: bool = True
    opens: bool = True  # it is no further row of a display
    asked: bool = False  # in a question
    shown: bool = False  # in a statement of what is to be shown


@dataclass(frozen=True)
class Side:
    """A side of a chain that was read, and equals the last one, which was not."""

    node: Syntax
    text: str
    term: L.Term
    first: bool


@dataclass
class Thread:
    """The chain that is being read: its last expression, where the next relation goes on."""

    node: Syntax
    text: str
    term: L.Term | None = None
    begins: Syntax | None = None
    rate: bool = False  # it began with a derivative
    first: bool = True
    way: frozenset[str] = frozenset()  # the relations from where it began
    constant: bool = False  # up to a constant
    density: Syntax | None = None  # that it began with, where its last term is proportional to that
    condition: bool = False  # its last line was one
    named: str | None = None  # the name that its last line gave a value
    start: L.Term | None = None  # what it begins with, where a claim was made of that
    tested: bool = False  # a hypothesis that is put to a test
    under: tuple[L.Node, ...] = ()  # the conditions that stand behind its rows
    over: Side | None = None  # the last side that was read, where the one before the next relation was not
