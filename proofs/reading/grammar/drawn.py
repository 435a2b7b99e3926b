r"""What is drawn from a law with a dot for its place: a \sim \pi(\cdot | s) says what a \sim \pi(a | s) says."""

from __future__ import annotations

from dataclasses import replace

from ..syntax import Bracket, Mark, Multiply, Script, Sign, Symbol, Syntax


def at_its_place(drawn: Syntax | None, relation: Sign, law: Syntax) -> Syntax:
    """The law with what is drawn from it in the place of its dot; any other side of a relation as it is."""
    if relation.symbol != "~" or not isinstance(drawn, Symbol | Script):
        return law
    match law:
        case Multiply((head, Bracket("(", (Mark("\\cdot"),), ")") as bracket), ("", "")):
            return replace(law, factors=(head, replace(bracket, items=(drawn,))))
    return law


__all__ = ["at_its_place"]
