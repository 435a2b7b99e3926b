r"""The states of a Markov chain, where formulas list them: "with states $0$ and $1$", "on $\{1, 2\}$"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..laws.law_clauses import Told
from ..syntax import Bracket, Syntax
from ..words.sentences import Maths, Sentence, numbered, speaks_of

_OF_CHAIN = re.compile(r"\bmarkov\b|\bchain\b|\bstates?\b")
_LISTED = re.compile(r"\b(?:states?(?: space)?|on)(?: is| the set| are)? (?P<states>@\d+(?:(?: ,)?(?: and)? @\d+)*)")


@dataclass(frozen=True)
class StatesTold:
    """The states that a sentence lists."""

    states: tuple[Syntax, ...]
    variables: tuple[Syntax, ...] = ()


def states_told(sentence: Sentence) -> Iterator[Told]:
    """What a sentence tells so."""
    if not speaks_of(sentence, "markov", "chain", "state"):
        return
    text = numbered(sentence)
    found = _LISTED.search(text) if _OF_CHAIN.search(text) else None
    tokens = [sentence[int(at)] for at in re.findall(r"@(\d+)", found["states"])] if found is not None else []
    places = [token.place for token in tokens if isinstance(token, Maths) and token.place is not None]
    if not places:
        return
    states: list[Syntax] = []
    for token in tokens:
        for statement in token.row.statements if isinstance(token, Maths) and token.row is not None else ():
            match statement.expressions[-1]:
                case Bracket("{", items, "}", None):
                    states += items
                case Syntax() as state:
                    states.append(state)
    yield Told((), (places[0],), masses=StatesTold(tuple(states)))


__all__ = ["StatesTold", "states_told"]
