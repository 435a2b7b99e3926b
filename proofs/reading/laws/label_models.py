r"""Probabilities of a label given a point, told one by one: p(y = 1 \mid x; \theta) = h(x), P(Y = k \mid X = x) = ...

Where nothing is known of the label, such an equation says what its law given x is; what is told of one of two values
tells the other one, and what is told of x holds of x_i.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Script, Symbol, Syntax, Unread
from . import labels_written, parametric
from .labels_written import is_letter

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

_LETTERS = ("p", "P", "Pr")


@dataclass(frozen=True)
class LabelModel:
    """The label, what stands behind the bar where its law is told, and that: of numbers, or of any value k."""

    label: str
    behind: tuple[str, ...]
    chances: tuple[tuple[int, L.Term], ...] = ()
    of_each: tuple[L.Var, L.Term] | None = None

    def chance(self, m: Meaning, k: int) -> L.Term | None:
        """The probability of a value, as it was told or as the other one leaves it; None where nothing tells it."""
        told = dict(self.chances)
        if k in told:
            return told[k]
        if self.of_each is not None:
            letter, body = self.of_each
            return L.substitute(body, {letter: L.Number(k)})
        values = labels_written.label_values(m, self.label)
        if values is not None and len(values) == 2 and k in values and told:
            return 1 - next(iter(told.values()))
        return None


@dataclass(frozen=True)
class _Use:
    """p(y = value | behind): the label, its value, and what stands behind the bar; the value may be its letter."""

    label: str
    value: Syntax
    behind: tuple[Syntax, ...]


def define(m: Meaning, left: Syntax, right: Syntax, concluded: bool) -> tuple[L.Term | None, L.Term] | None:
    """What an equation says of such a model: what is known of its left side, and the right side; None of others, and
    where what nothing tells is ``concluded``."""
    use = _of(left)
    if use is None or m.context.classes is not None or not _may_be_told(m, use):
        return None
    model = m.context.labels
    if model is not None and model.label != use.label:
        return None
    if is_letter(use.value, use.label):
        return _of_any(m, model, left, right)
    known = None if model is None else _value(m, model, use)
    if known is not None:
        return known, m.scalar(right)
    if concluded:
        return None
    names = tuple(name for node in use.behind if (name := name_of(node)) is not None)
    model = model or LabelModel(use.label, names)
    m.context.spaces.setdefault(names[0], m.shapes.space(names[0]) or L.R)
    target, k = m.scalar(right), labels_written.number(use.value)
    if k is not None:
        m.context.labels = replace(model, chances=(*model.chances, (k, target)))
        return None, target
    letter = next((n for n in target.free if isinstance(n, L.Var) and n.name == name_of(use.value)), None)
    if letter is None or model.of_each is not None:
        return None
    m.context.labels = replace(model, of_each=(letter, target))
    return None, target


def _of_any(m: Meaning, model: LabelModel | None, left: Syntax, right: Syntax) -> tuple[L.Term, L.Term] | None:
    r"""p(y | x; \theta) = h^y (1 - h)^{1 - y}, which puts what is told of 0 and of 1 together."""
    if model is None or labels_written.label_values(m, model.label) != (0, 1):
        return None
    one, other = model.chance(m, 1), model.chance(m, 0)
    y = L.Var(model.label, L.Range(L.Number(0), L.Number(1)))
    if one is None or other is None or m.context.spaces.get(model.label) is not y.space:
        return None
    if (defined := parametric.defined(m, left, right)) is not None:
        m.context.functions[defined[0]] = defined[1]
    return one**y * other ** (1 - y), m.scalar(right)


def applied(m: Meaning, head: Head, bracket: Bracket, below: Syntax | None) -> L.Term | None:
    """p(y = k | x) in the model; None of anything else."""
    model = m.context.labels
    plain = below is None and head.power is None and head.below is None and not head.primes
    use = _use(head.symbol, bracket) if plain else None
    if model is None or use is None or use.label != model.label or is_letter(use.value, use.label):
        return None
    found = _value(m, model, use)
    if found is None:
        raise Unread(f"the probability of this value of {model.label} is not told", bracket.span)
    return found


def _value(m: Meaning, model: LabelModel, use: _Use) -> L.Term | None:
    k = labels_written.number(use.value)
    if k is not None:
        found = model.chance(m, k)
    elif model.of_each is not None:
        letter, body = model.of_each
        found = L.substitute(body, {letter: m.scalar(use.value)})
    else:
        found = None
    if found is None:
        return None
    point = next((n for n in found.free if isinstance(n, L.Var) and n.name == model.behind[0]), None)
    match use.behind[0]:
        case node if name_of(node) == model.behind[0]:
            return found
        case Script(base) if name_of(base) == model.behind[0] and point is not None:
            return L.substitute(found, {point: m.term(use.behind[0])})
    return None


def _of(node: Syntax) -> _Use | None:
    match node:
        case Multiply((Symbol() as head, Bracket() as bracket), ("", "")):
            return _use(head, bracket)
    return None


def _use(head: Symbol, bracket: Bracket) -> _Use | None:
    """The parts of p(y = k | x; \\theta); None where other things stand in the bracket."""
    if head.name not in _LETTERS or head.accents or len(bracket.items) != 1 or not bracket.given or bracket.bar == ";":
        return None
    place, first = labels_written.place(bracket.items[0]), labels_written.place(bracket.given[0])
    if place is None:
        return None
    node = bracket.given[0] if first is None else first[1]
    behind = (node, *bracket.given[1:])
    if any(name_of(each.base if isinstance(each, Script) else each) is None for each in behind):
        return None
    return None if first is not None and not is_letter(node, first[0]) else _Use(place[0], place[1], behind)


def _may_be_told(m: Meaning, use: _Use) -> bool:
    """Whether nothing else is known of the label, and what is behind the bar is no random variable with a law."""
    context = m.context
    random = (context.laws, context.masses, context.joints, context.drawn, context.random, context.survey.distributed)
    names = {use.label, *(name for node in use.behind if (name := name_of(node)) is not None)}
    return not any(
        name in known for each in names for name in (each, each.upper(), each.capitalize()) for known in random
    )


__all__ = ["LabelModel", "applied", "define"]
