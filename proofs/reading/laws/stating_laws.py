"""The lines of laws that sentences claim in words, of what is made of random variables whose laws are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..claims.assertions import Assertions
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..parts import Part
from ..probability.functions_of_data import of_data
from ..syntax import Numeral, Sign, Statement, Syntax, Unread
from ..words.law_vocabulary import ARTICLES, VERBS
from ..words.sentences import Maths, Token
from . import equal_laws
from .laws_claimed import LawClaimed

_PERSONS = ("poisson", "bernoulli", "gaussian", "laplace", "cauchy", "weibull", "student's")  # that laws are called by


_IN_A_LIMIT = re.compile(r"\b(approximat\w*|asymptotic\w*|central limit|large|small|limit(s|ing)?|in distribution)\b")


def is_settled(m: Meaning, left: Syntax | None) -> bool:
    """Whether it follows from what is known which law something has: to say one is a claim."""
    if left is None:
        return False
    name = name_of(left)
    if name is None or name in m.context.random:
        return True
    return name not in m.context.laws and of_data(m, left) is not None


def lines_of(told: Assertions, part: Part, at: int) -> Iterator[Line]:
    """What is claimed of the formula at a place, now that this has been read."""
    for claimed in part.said.claimed:
        if claimed.place != at:
            continue
        (statement,) = claimed.told.statements
        if claimed.concluded or is_settled(told.m, statement.expressions[0]):
            yield _line(told, part, claimed, statement)


def _line(told: Assertions, part: Part, claimed: LawClaimed, statement: Statement) -> Line:
    subject, law = statement.expressions
    assert subject is not None and law is not None
    formula = part.pieces[claimed.place].formula
    thread = told.begin(subject, formula)
    sign = Sign("~", span=subject.span)
    try:
        if _IN_A_LIMIT.search(f"{told.context.said} {told.context.words} {formula.words}".lower()):
            raise Unread("whether the law is exact or that of a limit", subject.span)
        known = is_settled(told.m, subject) and equal_laws.claimed(told.m, subject, law) is not None
        reason = Unread("a law in words of what is not known to be made of random variables", subject.span)
        line = told.relation(thread, sign, law, formula) if known else thread.unread(sign, subject, formula, reason)
    except Unread as why:
        line = thread.unread(sign, subject, formula, why)
    return replace(line, right=_said(claimed.words, part), inline=False)


def _said(words: tuple[Token, ...], part: Part) -> str:
    """The words of a clause, as a formula."""
    found: list[str] = []
    spoken: list[str] = []
    plain = [k for k, token in enumerate(words) if token not in VERBS | ARTICLES]
    for token in (*words[plain[0] if plain else 0 :], None):
        if isinstance(token, str):
            spoken.append(token.capitalize() if token in _PERSONS else token)
            continue
        if spoken:
            found.append(rf"\text{{{' '.join(spoken)}}}")
            spoken = []
        if isinstance(token, Maths):
            found.append(_written(token, part))
    return r"\ ".join(found)


def _written(token: Maths, part: Part) -> str:
    if token.place is not None:
        return part.pieces[token.place].formula.maths.text.strip()
    match token.sole():
        case Statement((Numeral(text),), ()):
            return text
    return r"\ldots"


__all__ = ["is_settled", "lines_of"]
