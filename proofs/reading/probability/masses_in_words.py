r"""Words that tell the values of a random variable with their probabilities.

"$X$ takes the values $1, 2, 3$ with probabilities $1/2, 1/3, 1/6$", "$X$ is $1$ with probability $p$ and $-1$
otherwise", "$X$ takes the values $1$ and $2$ with equal probability", "$X$ is uniform on $\{-1, 1\}$".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..laws.law_clauses import Told
from ..laws.listed_data import members
from ..names import name_of
from ..syntax import Add, Bracket, Dots, Numeral, Syntax
from ..words import claiming
from ..words.sentences import Maths, Sentence, as_text, speaks_of
from .conditional_masses_written import written_conditional_masses
from .joint_masses_written import written_joint_masses
from .masses_written import MassesTold, sole, written_masses
from .states_written import states_told

_M = r"@(?P<{}>\d+)"
_LIST = r"@\d+(?:,? (?:and |or )?@\d+)*"
_TAKES = r"(?:takes?|taking|assumes?|attains?|has|have)(?: on)?(?: only)?"
_VARIABLE = r"(?:(?:be|is) )?(?:(?:an?|the) )?(?:discrete )?(?:random variable )?(?:(?:that|which) )?"
_WITH = r"with(?: the)?(?: respective| corresponding)?"
_END = r"(?= *(?:,|;|:|\)|respectively|then\b|where\b|so\b|and let\b|and suppose\b|$))"
_LISTS = re.compile(
    rf"{_M.format('name')} {_VARIABLE}{_TAKES}(?: the)?(?: possible)? values?(?: in)? (?P<values>{_LIST}),?"
    rf" {_WITH} probabilit(?:y|ies) (?P<weights>{_LIST}){_END}"
)
_EQUALLY = re.compile(
    rf"{_M.format('name')} {_VARIABLE}{_TAKES}(?:(?: each of)? the)?(?: possible)? values?(?: in)?"
    rf" (?P<values>{_LIST}),? (?:each )?with(?: an?)? (?:equal probability|equal probabilities|the same probability|"
    rf"probability (?P<chance>@\d+)(?: each)?){_END}"
)
_ONE_BY_ONE = re.compile(
    rf"{_M.format('name')} {_VARIABLE}(?:{_TAKES}|equals?|equal to|is|be)(?: the)?(?: values?)? (?P<pairs>"
    rf"@\d+ with probability @\d+(?:(?:,| and|, and| or) (?:the )?(?:value )?@\d+ with probability @\d+)*)"
    rf"(?:(?:,| and|, and| or) (?:the )?(?:value )?@(?P<other>\d+) otherwise)?{_END}"
)
_UNIFORM = re.compile(
    rf"{_M.format('name')} (?:be |is |has a |has the )?(?:(?:an?|the) )?(?:discrete )?(?:random variable )?"
    rf"(?:(?:that|which) is )?uniform(?:ly)?(?: distributed)?(?: distribution)? (?:on|over)(?: the)?(?: set)? "
    r"(?P<values>@\d+)(?= *(?:,|;|:|\)|then\b|where\b|so\b|and\b|$))"
)
_UNIFORM_INPUT = re.compile(
    rf"{_M.format('name')} (?:be |is )?(?:chosen )?(?:uniform(?:ly distributed)?|equiprobable)"
    r"(?= *(?:,|;|:|\)|then\b|$))"
)
_PAIR = re.compile(r"@(\d+) with probability @(\d+)")
_LEAD = re.compile(
    r"(?:^|[,;] |\band )(?:(?:now|next|alternatively|instead|finally|for example|for instance|moreover),? )*"
    r"(?P<if>if )?(?:(?:let|suppose|assume|where|consider)(?: us| now| instead| next| that| again)* )?"
    r"(?:now |instead |again )?"
    r"(?:(?:an?|the) )?(?:discrete )?(?:random variable )?$"
)


def masses_told(sentence: Sentence) -> Iterator[Told]:
    """What a sentence tells so, in words or by formulas."""
    yield from _in_words(sentence)
    yield from written_masses(sentence)
    yield from written_joint_masses(sentence)
    yield from written_conditional_masses(sentence)
    yield from states_told(sentence)


def _in_words(sentence: Sentence) -> Iterator[Told]:
    if not speaks_of(sentence, "probabilit", "uniform", "equiprobable"):
        return
    text = as_text(sentence)
    if claiming.MAY_NOT_TELL.search(text):
        return
    for pattern in (_LISTS, _EQUALLY, _ONE_BY_ONE, _UNIFORM, _UNIFORM_INPUT):
        for found in pattern.finditer(text):
            lead = _LEAD.search(text[: found.start()])
            if lead is None:
                continue
            token = sentence[int(found["name"])]
            variable = sole(token)
            name = None if variable is None else name_of(variable)
            if (
                variable is None
                or name is None
                or not name[:1].isupper()
                or not isinstance(token, Maths)
                or token.place is None
            ):
                continue
            told = _told(sentence, pattern, found, variable)
            if told is not None:
                yield Told((), (token.place,), masses=told, conditional=lead["if"] is not None)


def _told(sentence: Sentence, pattern: re.Pattern[str], found: re.Match[str], variable: Syntax) -> MassesTold | None:
    if pattern is _ONE_BY_ONE:
        pairs = [(sole(sentence[int(v)]), sole(sentence[int(w)])) for v, w in _PAIR.findall(found["pairs"])]
        told = tuple((v, w) for v, w in pairs if v is not None and w is not None)
        if found["other"] is not None and (other := sole(sentence[int(found["other"])])) is not None:
            rest = Add((Numeral("1"), *(w for _, w in told)), ("", *("-" for _ in told)))
            return MassesTold(variable, (*told, (other, rest))) if len(told) == len(pairs) else None
        return MassesTold(variable, told) if len(told) == len(pairs) and len(told) > 1 else None
    if pattern is _UNIFORM_INPUT:
        return MassesTold(variable, ())  # on the values that it has
    values = _listed(sentence, found["values"])
    if values is None:
        return None
    if pattern in (_EQUALLY, _UNIFORM):
        if any(isinstance(value, Dots) for value in values):
            return None
        chance = found["chance"] if pattern is _EQUALLY else None
        weight = None if chance is None else sole(sentence[int(chance[1:])])
        if chance is not None and weight is None:
            return None
        return MassesTold(variable, tuple((value, weight) for value in values))
    weights = _listed(sentence, found["weights"])
    if weights is None or len(values) != len(weights):
        return None
    families = members(values), members(weights)
    if families[0] is not None and families[1] is not None and families[0].range == families[1].range:
        low, _, high = families[0].range
        index, ends = low.expressions[0], high.expressions[0]
        assert index is not None and ends is not None
        return MassesTold(variable, ((families[0].member, families[1].member),), index, (Numeral("1"), ends))
    if any(isinstance(each, Dots) for each in (*values, *weights)):
        return None
    return MassesTold(variable, tuple(zip(values, weights, strict=True)))


def _listed(sentence: Sentence, places: str) -> list[Syntax] | None:
    r"""The expressions that formulas list: $1, 2, 3$, $1$, $2$ and $3$, \{1, 2, 3\}, \pm 1."""
    found: list[Syntax] = []
    for place in re.findall(r"@(\d+)", places):
        token = sentence[int(place)]
        if not isinstance(token, Maths) or token.row is None or token.display:
            return None
        for statement in token.row.statements:
            (sole, *_) = statement.expressions
            if statement.relations or statement.words or sole is None:
                return None
            match sole:
                case Bracket("{", items, "}", None):
                    found += items
                case Add((value,), (r"\pm" | "±")):
                    found += [value, Add((value,), ("-",), span=sole.span)]
                case _:
                    found.append(sole)
    return found


__all__ = ["masses_told"]
