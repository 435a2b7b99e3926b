"""Words before a formula that make it a case: if, setting, otherwise."""

from __future__ import annotations

import re

from .kept import answers_kept
from .prose import ONE, sentence, since

_CASE = re.compile(
    r"\b(if|when|whenever|in case|in the case|case|fall (\d|[a-d]\b|i)|for(?! (example|instance))|suppose|assume|"
    r"assuming|assumption|provided|unless|only differ|same|equal)\b"
)

_NOT_ELSEWHERE = r"(?!(unlike|except|besides|not|never|only|than)\b)"  # "Unlike at $x = 0$" is about another place

_CONTRADICTION = re.compile(
    r"(?<!for )(?<!by )(?<!towards a )(?<!way of )\b(contradiction|contradict(s|ing)|absurd|contrary to)\b(?! that\b)|"
    r"\b(which|this|that) is impossible\b"
)
_CONTRADICTED = re.compile(
    rf"{ONE}\W*(\w+\W+){{0,2}}(contradict(s|ing)|contrary to|in contradiction (to|with))"
    r"( (the|our) (assumption|fact|hypothesis|condition))?( that)?\s*$"
)
_CONTRADICTS = re.compile(rf"\bcontradict\w*\b[^.;{ONE}]*{ONE}\W*\.[^.{ONE}]*$")
_NEAR = 200  # characters that are looked back at
_HEAD = re.compile(
    r"\W*((and|but|so|now|hence|thus|similarly|conversely|likewise|also|then),? )?"
    r"(if|when|whenever|for( (all|any|every|each))?|in the case( that| where| of)?|provided( that)?)\b"
)
_WITHIN = re.compile(rf"{ONE}\s*,?\s*(and|but|while|whereas),? for( (all|any|every|each))?\s*$")

_UNDER_WORDS = re.compile(
    r"\W*((and|but|so|now|for example|for instance|moreover|however|similarly|also),?\s+)*if"
    r"( instead)? (?P<condition>(?!(we|one|you|i)\b)[^,.;:]*?"
    r"\b(is|are|was|were|has|have|had|counts?|tossed|rolled|drawn)\b[^,.;:]*?)(,|\bthen\b)[^.;:]*$"
)
_HEADED = re.compile(
    r"\W*((and|but|so|now|hence|thus|then|also|in particular|similarly),?\s+)*(with|under|for|when|whenever)\s*"
    rf"({ONE}\s*(,\s*and|,|and)\s*)*"
)
_TRAILING = re.compile(rf"{ONE}[^.;:]*\b(if|when|whenever|for|provided|unless)\s*$")

# "If we double $a$, then": what is made of the new value was not read.
_TIMES = r"(?<!a )(?<!the )(doubl|halv|tripl|quadrupl)(e|es|ed|ing)\b"
_CHANGES = re.compile(
    rf"\b(if|when|whenever|once|suppose|after)\b[^.;:]*\b({_TIMES}|"
    r"(increas|decreas|rais|lower|reduc)(e|es|ed|ing|s)?\b[^.;:,]*\bby\b)|"
    rf"^\W*((so|now|and|but|then|thus|hence)\W+)?{_TIMES}"
)
_TASK = re.compile(r"\W*(\(?(\w|[ivx]+)[.)]\W*)?(find|compute|calculate|determine|evaluate|berechne\w*|bestimme\w*)\b")
_SETTING = re.compile(r"\b(set|setting|special case|substitut\w*|plugging|inserting|choosing|putting|taking)\b")

_ONLY_IF = re.compile(
    r"\b(iff|(if and )?only (if|when|for)|(exactly|precisely) (if|when|for)|equality (if|when|for)|unless)[\s:,]*$"
)

_OF_EQUALITY = re.compile(
    r"\bequality\b[^.;:]*\b(iff|only (if|when|for)|(exactly|precisely) (if|when|for))\s*"
    rf"({ONE}\s*(,\s*and|,\s*or|,|and|or)\s*)*$"
)


def is_of_equality(words: str) -> bool:
    """Whether an order holds with equality only where the formula behind these words does: nothing else is said of
    that, "with equality iff"."""
    return bool(_OF_EQUALITY.search(sentence(words)))


def is_only_if(words: str) -> bool:
    """Whether something else is so only where the formula behind these words holds: "with equality if and only if"."""
    return bool(_ONLY_IF.search(sentence(words)))


@answers_kept
def changes_a_value(words: str) -> bool:
    """Whether the sentence makes something of the value that a name has, for what follows in it: ``If we double``."""
    return bool(_CHANGES.search(sentence(words)))


@answers_kept
def is_case(words: str) -> bool:
    """Whether what follows gives parameters the values of a case: ``setting a = 1``, ``a special case with``."""
    return bool(_CASE.search(sentence(words)))


def is_headed_by(words: str) -> bool:
    """Whether what follows is a condition at the head of a sentence: ``With $\\eta \\le 1/L$``, ``For $a < b$ and``."""
    return bool(_HEADED.fullmatch(sentence(words)))


def numbers_in_condition(words: str) -> int | None:
    """How many formulas there are in a condition in words that heads the sentence, ``If the rates are $1$ and $2$,``;
    None where nothing of the kind heads it."""
    found = _UNDER_WORDS.match(sentence(words))
    return None if found is None else found["condition"].count(ONE)


def begins_case(words: str) -> bool:
    """Whether what follows is the condition of a case that heads its sentence: ``If $A$ is symmetric, then``."""
    return sentence(words).strip() in ("if", "when", "whenever")


_WHEN_IT_HOLDS = re.compile(
    r"\b(equality|bound|inequality|it|this|that)\b[^.;:]*\b(holds|attained|achieved|reached|tight|sharp)\b[^.;:]*"
    r"\b(if|iff|when|whenever|for)\s*$"
)
_STILL_THERE = re.compile(r"\W*(and |so |but )?(in|for|under|at) (this|that|which|such an?) (case|point|situation)\b")


def says_when_it_holds(words: str) -> bool:
    """Whether a sentence says of something else when that is so, and supposes it no further: ``Equality holds if``."""
    return _WHEN_IT_HOLDS.search(sentence(words)) is not None


def is_still_there(words: str) -> bool:
    """Whether a sentence is about the case or the place of the one before it: ``In that case``."""
    return _STILL_THERE.match(sentence(words)) is not None


AT = r"at( the( (critical|stationary|given))? points?)?"  # before the place of a function or a curve


def begins_at(words: str) -> bool:
    """Whether what follows is a place that heads its sentence: ``At $x = 3$ we have``."""
    return bool(
        re.fullmatch(
            rf"([^.;:]*{ONE}\s*(,|and|,\s*(and|but|while)))?\W*((so|hence|thus|now|and|then|also)\W+)?{AT}\s*",
            sentence(words),
        )
        or re.fullmatch(rf"\W*({_NOT_ELSEWHERE}\w+\W+)?{AT}\s*({ONE}\s*(,\s*and|,|and)\s*)*", sentence(words))
    )


def is_behind_comma(words: str) -> bool:
    """Whether what follows stands behind a formula and a comma: ``For $a = 1$ and $b = 2$,``."""
    return bool(re.search(rf"{ONE}\s*,\s*$", sentence(words)))


@answers_kept
def is_conditional_sentence(words: str) -> bool:
    """Whether the sentence that is still open began with a condition: ``If $x > 0$ and $y > 0$, then``, or
    has come to one of what follows: ``We have $A$ and for $x > 0$,``."""
    said = sentence(words)
    return bool(_HEAD.match(said) or re.match(rf"\W*({_NOT_ELSEWHERE}\w+\W+)?at\s*{ONE}", said)) or is_within(words)


@answers_kept
def is_within(words: str) -> bool:
    """Whether what follows is a condition in the middle of a sentence, of what comes behind it."""
    return bool(_WITHIN.search(sentence(words)))


def is_trailing_case(words: str, rest: str) -> bool:
    """Whether a case ends the sentence, as the condition of what stands before it: ``We have $A$, if $p = 0$.``"""
    return bool(_TRAILING.search(sentence(words))) and rest.strip() in ("", ".")


def is_task(words: str) -> bool:
    """Whether a sentence says what is to be found: ``Find $E[X]$ for``: what it supposes is supposed of the answer."""
    return bool(_TASK.match(sentence(words)))


def is_under_case(words: str) -> bool:
    """Whether a case stands right before a formula, ``If $i = j$,``: what follows is claimed of it."""
    case = r"\b(if|when|whenever|provided( that)?|as long as)\s*\N{OBJECT REPLACEMENT CHARACTER}\W*$"
    return bool(re.search(case, sentence(words)))


def is_setting(words: str) -> bool:
    """Whether what follows gives parameters the values of a case: ``setting a = 1``, ``a special case with``."""
    return bool(_SETTING.search(sentence(words)))


_ONE = "\N{OBJECT REPLACEMENT CHARACTER}"
_AND_ANOTHER = re.compile(rf"{_ONE}\s*,?\s*(and|or)\s*$")
_ANOTHER_IN_BRACKETS = re.compile(rf"\(\s*{_ONE}[^().;:]*\)[^.;:]*[\w)]\s*\(\s*$")
_YIELDS_ANOTHER = re.compile(
    rf"{_ONE}\s*(gives|yields|leads to|corresponds to|recovers|reduces to|amounts to|results in)\b[^.;:{_ONE}]*"
    r"(,|,?\s(and|while|whereas))\s*$"
)


def is_another_value(words: str) -> bool:
    """Whether what follows is a second value of what stands right before it: ``x = 1 and x = 2``."""
    return bool(_AND_ANOTHER.search(words))


def is_another_case(words: str, rest: str) -> bool:
    """Whether what follows is a second case of what stands before it: ``one test (x = 1) or another (x = 2)``, ``x = 1
    yields one test and x = 2 another``."""
    before = sentence(words)
    in_brackets = _ANOTHER_IN_BRACKETS.search(before) and rest.lstrip().startswith(")")
    return bool(in_brackets or _YIELDS_ANOTHER.search(before))


def goes_on_with_and(words: str) -> bool:
    """Whether what follows is said beside the formula right before it: ``if a = 1 and b = 1``."""
    return bool(re.search("\N{OBJECT REPLACEMENT CHARACTER}\\s*,?\\s*and\\s*$", words))


@answers_kept
def is_otherwise(words: str) -> bool:
    """Whether the sentence leaves the case that was supposed: ``Otherwise``, ``in general``."""
    return bool(re.match(r"\W*(otherwise|in general|conversely)\b", sentence(words)))


@answers_kept
def is_after_contradiction(words: str) -> bool:
    """Whether the words since the last formula say that what was supposed cannot be: ``a contradiction``; or to what it
    is one, ``which contradicts $x > 0$. Hence``."""
    return bool(_CONTRADICTION.search(since(words)) or _CONTRADICTS.search(words.lower()[-_NEAR:]))


def is_contradicted(words: str) -> bool:
    """Whether what follows is what a supposition cannot be beside: ``which contradicts``, ``contrary to``."""
    return bool(_CONTRADICTED.search(sentence(words)))
