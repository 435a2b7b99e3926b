r"""To which base the logarithm of an entropy is meant: in bits or in nats, as words say it, or as the formula itself
has it, H(X) = -\sum_x p(x) \log_b p(x).

Where the page speaks of bits, but the sentence of a formula does not, H(p) may be either.  In a sentence that does,
\log may be the one to the base 2, and \ln is the natural one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ... import language as L
from ..context import Context
from ..syntax import Named, Syntax
from ..words import prose

if TYPE_CHECKING:
    from ..threads import Formula

_BITS = re.compile(r"\bbits?\b|\bbase[- ](2|two)\b")
_IN_BITS = re.compile(r"\bin (\w+ )?bits\b|^\W*bits?\b|\bbase[- ](2|two)\b")  # and no "random bit"
_NATS = re.compile(r"\bnats?\b")
_Measure = L.Entropy | L.CrossEntropy | L.Divergence | L.JensenShannon
Unit = Literal["bits", "nats", ""]


@dataclass(frozen=True)
class Logarithms:
    r"""Those of a formula: the bases that are written, whether there is a \ln, and whether there is a plain \log; and
    the unit that its sentence says, if any."""

    bases: frozenset[Syntax] = frozenset()
    natural: bool = False
    plain: bool = False
    unit: Unit = ""

    @property
    def base(self) -> Syntax | None:
        """The one base that all of them have, where that is written."""
        return next(iter(self.bases)) if len(self.bases) == 1 and not (self.natural or self.plain) else None

    @property
    def are_natural(self) -> bool:
        """Whether they are natural ones, and none is open."""
        return self.natural and not self.plain and not self.bases


def written_in(row: Syntax, formula: Formula) -> Logarithms:
    """The logarithms of a row, and the unit that is said of it."""
    logs = [n for n in row.of(Named) if n.name in ("log", "ln")]
    based = frozenset(n.below for n in logs if n.below is not None)
    plain = {n.name for n in logs if n.below is None}
    return Logarithms(based, "ln" in plain, "log" in plain, _unit(formula))


def _unit(formula: Formula) -> Unit:
    """What the words nearest to a formula say that it is in; those of its sentence where they say one thing."""
    behind = prose.rest_of_sentence(formula.after).split(prose.ONE)[0].lower()
    sentence = prose.sentence(formula.words or formula.lead)
    for said in (behind, prose.since(sentence), f"{sentence} {behind}"):
        match bool(_IN_BITS.search(said)), bool(_NATS.search(said)):
            case True, False:
                return "bits"
            case False, True:
                return "nats"
    return ""


def are_spoken_of(context: Context) -> bool:
    """Whether the words so far speak of bits."""
    return _BITS.search(context.said) is not None


def is_plain(context: Context, t: L.Term) -> bool:
    """Whether an entropy is a sum or an integral as it is read, and nothing in it is known to have a unit."""
    return not isinstance(t, L.Var | L.Number) and not any(_is_measure(context, node) for node in t.walk())


def _is_measure(context: Context, node: Any) -> bool:
    return isinstance(node, _Measure) or (isinstance(node, L.Term) and node in context.entropies)


def readings(context: Context, relation: L.Relation, logs: Logarithms) -> Iterator[L.Relation]:
    """What a relation between entropies may say: in the unit that its sentence names; in nats or in bits where that is
    only spoken of."""
    measures = {n for n in relation.walk() if _is_measure(context, n)}
    two = L.log(L.Number(2))
    divided = (n for n in relation.walk() if isinstance(n, L.Quotient) and n.den is two)
    if any(not measures.isdisjoint(n.num.walk()) for n in divided):  # also of H(X) + H(Y) - H(X, Y), which I(X; Y) is
        yield relation  # the formula itself has told its base
        return
    in_bits = _in_bits(context, relation) if measures else relation
    if logs.unit == "bits":
        yield in_bits
        if logs.plain and not logs.natural:
            yield _to_base_two(context, in_bits)
        return
    yield relation
    if measures and not logs.unit and (are_spoken_of(context) or _is_open(context, relation, measures)):
        yield in_bits


def _in_bits(context: Context, relation: L.Relation) -> L.Relation:
    """The relation with each entropy divided by the logarithm of 2."""

    def visit(each: Any) -> Any:
        if _is_measure(context, each):
            return L.Quotient(each, L.log(L.Number(2)))
        return each.map_children(visit) if isinstance(each, L.Node) else each

    return visit(relation)


def _is_open(context: Context, relation: L.Relation, measures: Collection[L.Node]) -> bool:
    """Whether numbers are compared with entropies where the page has no logarithm and names no unit: authors mean bits
    then as often as nats."""
    if context.survey.natural or context.survey.bases or _NATS.search(context.said):
        return False
    inside = {node for each in measures for node in each.walk()}
    return not any(_is_log(node) for node in relation.walk() if node not in inside)


def _to_base_two(context: Context, node: L.Relation) -> L.Relation:
    """The relation with a logarithm to the base 2 for each that is not divided by one, and is in no entropy."""

    def visit(each: Any) -> Any:
        match each:
            case L.Quotient(num, _) if _is_measure(context, num):
                return each
            case L.Quotient(num, den) if _is_log(den):
                return L.Quotient(num.map_children(visit) if _is_log(num) else visit(num), den)
            case L.Node():
                inside = each.map_children(visit)
                return L.Quotient(inside, L.log(L.Number(2))) if _is_log(each) else inside
        return each

    return visit(node)


def _is_log(node: Any) -> bool:
    return isinstance(node, L.Apply) and node.head is L.Elementary("log")


__all__ = ["Logarithms", "are_spoken_of", "is_plain", "readings", "written_in"]
