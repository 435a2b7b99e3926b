r"""Formulas by which a sentence tells the probabilities of one random variable given another.

"$P(Y = 1 \mid X = 0) = 0.1$ and $P(Y = 0 \mid X = 1) = 0.2$", "$p_{Y|X}(1 \mid 0) = 0.1$", and the channels that words
call by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..laws.law_clauses import Told
from ..names import name_of
from ..syntax import Add, Bracket, Multiply, Numeral, Script, Symbol, Syntax
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence, as_text, speaks_of
from .joint_masses_written import equation, is_value, is_variable
from .masses_written import sole, supposing

_SAID_OF = frozenset(("conditional", "conditionally"))
_CHANNEL = re.compile(
    r"\bbinary (?P<kind>symmetric|erasure) channel with (?:an? |the )?"
    r"(?:crossover |cross-over |error |erasure |flip |bit-flip |transition )?(?:probability|parameter) @(?P<chance>\d+)"
)
_HAS = re.compile(r"\W*(the|a|this|our) ([\w-]+ )?(channel|chain) ([\w-]+ )?(has|is given by|with)\b(?!.*\bnot\b)")
_ENDS = re.compile(
    r"\binput (?:is )?@(?P<input>\d+)\b.*\boutput (?:is )?@(?P<output>\d+)|"
    r"@(?P<output_>\d+) (?:be|is|denotes?) (?:the|its) output\b.*\binput (?:is )?@(?P<input_>\d+)"
)


@dataclass(frozen=True)
class ConditionalTold:
    """What is told of a random variable given another one: its values there and the probabilities."""

    variable: Syntax
    parent: Syntax
    points: tuple[tuple[Syntax, Syntax, Syntax], ...]  # of the other one, of it, and how probable that is
    inputs: tuple[Syntax, ...] = ()  # the values of the other one, which may have any law on them

    @property
    def variables(self) -> tuple[Syntax, ...]:
        return (self.variable,)


def written_conditional_masses(sentence: Sentence) -> Iterator[Told]:
    """What a sentence tells so."""
    yield from _by_formulas(sentence)
    yield from _by_channel(sentence)


def _by_formulas(sentence: Sentence) -> Iterator[Told]:
    found: dict[tuple[str, str], list[tuple[int, int, tuple[Syntax, Syntax], tuple[Syntax, Syntax], Syntax]]] = {}
    for at, token in enumerate(sentence):
        for statement in token.row.statements if isinstance(token, Maths) and token.row is not None else ():
            *lefts, weight = statement.expressions
            read = [_given(each) for each in lefts]
            if weight is None or not read or None in read or any(sign.symbol != "=" for sign in statement.relations):
                continue
            for own, other in (each for each in read if each is not None):
                place = token.place if isinstance(token, Maths) else None
                if place is not None:
                    names = name_of(own[0]) or "", name_of(other[0]) or ""
                    found.setdefault(names, []).append((at, place, own, other, weight))
    for told in found.values():
        at = told[0][0]
        before = [token for token in sentence[:at] if token not in _SAID_OF]
        channel = _HAS.match(" ".join(token if isinstance(token, str) else ONE for token in before))
        if channel is None and supposing((*before, *sentence[at:]), len(before)) is None:
            continue
        places = tuple(dict.fromkeys(place for _, place, *_ in told))
        points = tuple((other[1], own[1], weight) for _, _, own, other, weight in told)
        masses = ConditionalTold(told[0][2][0], told[0][3][0], points)
        yield Told((), (places[0],), written=places, masses=masses)


def _given(node: Syntax | None) -> tuple[tuple[Syntax, Syntax], tuple[Syntax, Syntax]] | None:
    r"""Y and y, X and x, of P(Y = y \mid X = x) and of p_{Y \mid X}(y \mid x) for numbers y and x."""
    match node:
        case Multiply((Symbol("P" | "Pr"), Bracket(_, (item,), _, (given,))), ("", "")):
            own, other = equation(item), equation(given)
        case Multiply(
            (
                Script(Symbol("p" | "P"), Bracket("", (variable,), "", (parent,)), None, 0),
                Bracket(_, (item,), _, (given,)),
            ),
            ("", ""),
        ) if is_variable(variable) and is_variable(parent):
            own, other = (variable, item), (parent, given)
        case _:
            return None
    if own is None or other is None or not (is_value(own[1]) and is_value(other[1])):
        return None
    return None if name_of(own[0]) == name_of(other[0]) else (own, other)


def _by_channel(sentence: Sentence) -> Iterator[Told]:
    """The input and the output of a binary channel; where they are not named, X and Y."""
    if not speaks_of(sentence, "channel"):
        return
    text = as_text(sentence)
    channel, ends = _CHANNEL.search(text), _ENDS.search(text)
    if channel is None or re.search(r"\b(not|unless|whether)\b", text):
        return
    token = sentence[int(channel["chance"])]
    variable: Syntax | None = Symbol("Y")
    parent: Syntax | None = Symbol("X")
    if ends is not None:
        variable = sole(sentence[int(ends["output"] or ends["output_"])])
        parent = sole(sentence[int(ends["input"] or ends["input_"])])
    chance = sole(token)
    if variable is None or parent is None or chance is None or not isinstance(token, Maths) or token.place is None:
        return
    if is_variable(variable) and is_variable(parent):
        kept = Add((Numeral("1"), chance), ("", "-"))
        zero, one = Numeral("0"), Numeral("1")
        lost = (one, zero) if channel["kind"] == "symmetric" else (Symbol("e", "text"),) * 2
        points = ((zero, lost[0], chance), (zero, zero, kept), (one, lost[1], chance), (one, one, kept))
        yield Told((), (token.place,), masses=ConditionalTold(variable, parent, points, (zero, one)))


__all__ = ["ConditionalTold", "written_conditional_masses"]
