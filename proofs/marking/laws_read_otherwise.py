r"""Claims about a law that books write in two ways, Gamma(a, b) with a rate or a scale, on a page that does not say
which: what fails in one way is asked again in the other, and is wrong only if it fails in both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..language import Claim, Node

if TYPE_CHECKING:
    from .findings import Question


def laws_read_otherwise(question: Question) -> Question | None:
    """The question with its laws read the other way; None where there is no other."""
    if not question.readings_of_laws:
        return None
    assert question.claim is not None
    return replace(
        question,
        claim=_otherwise(question.claim, question),
        instead=tuple(_otherwise(claim, question) for claim in question.instead),
        of_data=None if question.of_data is None else _otherwise(question.of_data, question),
        premise=None if question.premise is None else _in(question.premise, question),
        around=tuple(_in(each, question) for each in question.around),
        shown=(),
        readings_of_laws=(),
    )


def where_laws_are_otherwise(question: Question, verdict: str) -> str:
    """What is said of a claim that fails as its laws are read, by what it is where they are read the other way."""
    where = " and ".join(dict.fromkeys(where for _, _, where in question.readings_of_laws))
    holds = "holds" if verdict in ("proved", "supported") else "may hold"
    return f"it {holds} where {where}, which is not said"


def _otherwise(claim: Claim, question: Question) -> Claim:
    return Claim(tuple(_in(h, question) for h in claim.hypotheses), _in(claim.statement, question))


def _in(node: Any, question: Question) -> Any:
    others = {law: other for law, other, _ in question.readings_of_laws}

    def read(part: Any) -> Any:
        return others.get(part) or (part.map_children(read) if isinstance(part, Node) else part)

    return read(node)
