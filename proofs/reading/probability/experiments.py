r"""Laws of counts that words tell by the experiment: "$X$ is the number of heads in $n$ tosses of a fair coin", "takes
the value $1$ with probability $p$ and $0$ otherwise", "a fair die is rolled, $X$ the result".

A sentence that is not understood from its name to the end of the clause yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..grammar.parser import parse_row
from ..laws.families import SAID
from ..laws.law_clauses import Told
from ..laws.laws_on_integers import named, on_integers, one_more_than_failures
from ..names import name_of
from ..syntax import Add, Fraction, Multiply, Numeral, Sign, Statement, Syntax
from ..words.sentences import Maths, Sentence, Token, as_text, speaks_of

SPELLED = {
    word: str(k)
    for k, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2
    )
}
_COUNTED = frozenset(
    [
        "tosses",
        "flips",
        "throws",
        "rolls",
        "trials",
        "repetitions",
        "experiments",
        "times",
        "draws",
        "independent",
        "bernoulli",
        "coin",
    ]
)
_M = r"@(?P<{}>\d+)"
_BE = r"(be|is|denote|denotes|count|counts|equals) "
_VARIABLE = r"((a|the) )?((discrete )?random variable )?((that|which) )?"
_TRIALS = r"(tosses|flips|throws|rolls|trials|repetitions|experiments|coin tosses|coin flips|bernoulli trials)"
_SUCCESSES = r"(heads|tails|successes|hits)"
_END = r"(?= *(,|;|:|\)|then\b|where\b|so\b|and let\b|and suppose\b|$))"
_SHOWN = (
    r"(result|outcome|number|value|score|face|points?|number of points|number (that )?(is )?(shown|rolled|showing))"
)
_FAIR_DIE = r"(a|one|the) (single )?fair ((6|six)-sided |standard )?(die|dice)"

_FACES = r"(ones|twos|threes|fours|fives|sixes|[1-6]'?s)( that appear| that are rolled| rolled| obtained| observed)?"

_BINOMIAL = re.compile(
    rf"{_M.format('name')} {_BE}the (total )?number of {_SUCCESSES} (obtained |observed )?(in|among|out of) "
    rf"(the )?{_M.format('count')} (independent |coin |bernoulli |(?P<evenly>fair ))*{_TRIALS}"
    rf"( of a (?P<fair>fair) coin| of a (biased )?coin)?"
    rf"(,?( each)? (with|having|where the|that has)( the)?( a)?( success)? probability( of)?( success| heads| a head)?"
    rf"( is| equal to| being)?( on each (toss|trial))? {_M.format('chance')}"
    rf"( of success| of heads| of (a head|success) (in|on) each)?( (each|in each trial|on each trial))?)?{_END}"
)
_CHANCE = (
    rf",?( and)?( where)?( each| each trial| each toss| every trial)?( of which)?( is| being)?( independently)?"
    rf"( with| has| having| succeeds with| succeeding with| in trials with)( the| a)?( success)? probability"
    rf"( of success| of heads)?( is| equal to)? {_M.format('chance')}( of success| of succeeding)?"
)
_WAITING = re.compile(
    rf"{_M.format('name')} {_BE}the (total )?number of (independent |bernoulli )*"
    rf"((?P<failures>failures) before|(trials|tosses|flips|rolls|attempts)( of a (?P<fair>fair) coin)?"
    rf"( needed| required)? (until|up to|to get|to obtain|for)( and including)?) the first (success|heads?)"
    rf"({_CHANCE})?{_END}"
)
_COIN = (
    rf"(a )?((?P<fair>fair) coin|(biased |unfair )?coin(,? (that |which )?(with|has|having|shows heads with|"
    rf"lands heads with|comes up heads with)( the| a)? probability( of (showing |landing )?heads)?( of)? "
    rf"{_M.format('chance')}( of (showing |landing )?heads)?))"
)
_TOSSED = rf"{_COIN},? is (tossed|flipped|thrown)"
_COIN_TOSSES = re.compile(
    rf"{_TOSSED} {_M.format('count')} times( independently)?(,| and|;)*( let)? {_M.format('name')} "
    rf"({_BE})?the (total )?number of (heads|(?P<tails>tails))( obtained| observed)?{_END}"
)
_UNTIL_HEADS = (
    r"( repeatedly)? until (the )?(first )?heads? (appears|occurs|comes up|shows( up)?)( for the first time)?"
)
_TOSSES_UNTIL = re.compile(
    rf"{_TOSSED}{_UNTIL_HEADS}(,| and|;)*( let)? {_M.format('name')} "
    rf"({_BE})?the (total )?number of (tosses|flips|throws)( needed| required)?{_END}"
)
_TWO_VALUES = re.compile(
    rf"{_M.format('name')} ({_BE})?{_VARIABLE}(takes?|taking|equals?|equal to|is)( on)?( the)?( values?)? "
    rf"{_M.format('first')} "
    rf"with probability {_M.format('chance')},? (and|or)( the)?( value)? {_M.format('second')} "
    rf"(?P<rest>otherwise|with( the)? probability {_M.format('contrary')}){_END}"
)
_DIE_ROLLED = re.compile(
    rf"{_FAIR_DIE} is (rolled|thrown|tossed|cast)( once)?(,| and|;)*( let)? {_M.format('name')} "
    rf"({_BE})?the {_SHOWN}( of the (roll|die|throw))?{_END}"
)
_ROLL_OF_DIE = re.compile(
    rf"{_M.format('name')} {_BE}the {_SHOWN} ((when|if) {_FAIR_DIE} is (rolled|thrown|tossed)|"
    rf"(of|on|in|from|by) ((a|one) (single )?(roll|throw|toss) of |rolling |throwing )?{_FAIR_DIE}){_END}"
)
_FACES_ROLLED = re.compile(
    rf"{_M.format('name')} {_BE}the (total )?number of {_FACES} (in|among|out of) (the )?{_M.format('count')} "
    rf"(independent )*(rolls|throws|tosses) of {_FAIR_DIE}{_END}"
)
_ROLLED_TIMES = re.compile(
    rf"{_FAIR_DIE} is (rolled|thrown|tossed|cast) {_M.format('count')} times( independently)?(,| and|;)*( let)? "
    rf"{_M.format('name')} ({_BE})?the (total )?number of {_FACES}{_END}"
)
_ON_INTEGERS = re.compile(
    rf"{_M.format('name')} ({_BE}|has a |has the )?{_VARIABLE}((discretely )?uniform(ly)?)( random variable)?"
    rf"( distributed)?( distribution)? (on|over)( the)?( set| integers)? {_M.format('set')}{_END}"
)
_EXPERIMENT = re.compile(
    rf"(suppose( that)? |(now )?consider )?"
    rf"({_FAIR_DIE} is (rolled|thrown|tossed|cast)( once| @\d+ times( independently)?)?|"
    + re.sub(r"\?P<\w+>", "", rf"{_TOSSED}( {_M.format('count')} times( independently)?|{_UNTIL_HEADS})")
    + r")"
)
_FACES_COUNTED = (_FACES_ROLLED, _ROLLED_TIMES)
_WAITINGS = (_WAITING, _TOSSES_UNTIL)
_LEAD = re.compile(r"(^|[,;] |\band )(let|suppose( that)?|assume( that)?|where|consider|now let|if)( us)? $")
_DOUBT = re.compile(r"\b(not|never|whether|unless|given that|conditional)\b")


def laws_of_experiments(sentence: Sentence, before: Sentence) -> Iterator[Told]:
    """The laws of counts that a sentence tells, of an experiment that may be told in the one before it."""
    if not speaks_of((*before, *sentence), "number", "probability", "die", "dice", "uniform"):
        return
    sentence, before = counted(sentence), counted(before)
    if _EXPERIMENT.fullmatch(as_text(before)):
        sentence = (*before, ",", *sentence)
    text = as_text(sentence)
    if _DOUBT.search(text):
        return
    for pattern in (
        _BINOMIAL,
        _COIN_TOSSES,
        _TWO_VALUES,
        _DIE_ROLLED,
        _ROLL_OF_DIE,
        _ON_INTEGERS,
        *_FACES_COUNTED,
        *_WAITINGS,
    ):
        for found in pattern.finditer(text):
            said = _Said(sentence, found)
            lead = text[: found.start()]
            begins = (
                not lead
                or _LEAD.search(lead) is not None
                or pattern in (_COIN_TOSSES, _TOSSES_UNTIL, _DIE_ROLLED, _ROLLED_TIMES)
            )
            if begins and said.name is not None:
                variable, place = said.name
                if statements := said.statements(pattern, variable):
                    yield Told(statements, (place,), since=None if lead else place)


def counted(sentence: Sentence) -> Sentence:
    """The sentence with the numbers of tosses, rolls and draws that its words say, "three tosses", "twice"."""
    found: list[Token] = []
    for token, behind in zip(sentence, (*sentence, "")[1:], strict=True):
        if token == "twice":
            found += [_number("2"), "times"]
        elif isinstance(token, str) and token in SPELLED and isinstance(behind, str) and behind in _COUNTED:
            found.append(_number(SPELLED[token]))
        else:
            found.append(token)
    return tuple(found)


def _number(digits: str) -> Maths:
    return Maths(parse_row(digits))


class _Said:
    """The formulas in what a pattern found."""

    def __init__(self, sentence: Sentence, found: re.Match[str]) -> None:
        self.sentence, self.found = sentence, found

    @property
    def name(self) -> tuple[Syntax, int] | None:
        token = self.sentence[int(self.found["name"])]
        node = self._node("name")
        capital = node is not None and (name_of(node) or "")[:1].isupper()
        return (
            (node, token.place) if node and capital and isinstance(token, Maths) and token.place is not None else None
        )

    def statements(self, pattern: re.Pattern[str], variable: Syntax) -> tuple[Statement, ...]:
        """That the variable has its law; one that counts trials is one more than the failures before them."""
        law = self._law_of(pattern)
        if law is None:
            return ()
        if pattern not in _WAITINGS or (pattern is _WAITING and self.found["failures"]):
            return (Statement((variable, law), (Sign("~"),)),)
        failures, counted = one_more_than_failures(variable)
        return Statement((failures, law), (Sign("~"),)), Statement((variable, counted), (Sign("="),))

    def _law_of(self, pattern: re.Pattern[str]) -> Syntax | None:
        if pattern is _BINOMIAL:
            fair = self.found["fair"] or self.found["evenly"]
            chance = HALF if fair else self._node("chance")
            return self._binomial(chance) if not (fair and self.found["chance"]) else None
        if pattern in _FACES_COUNTED:
            return self._binomial(Fraction(Numeral("1"), Numeral("6")))
        if pattern in _WAITINGS:
            chance = HALF if self.found["fair"] else self._node("chance")
            return None if chance is None else named("Geom", chance, font=SAID)
        if pattern is _COIN_TOSSES:
            chance = HALF if self.found["fair"] else self._node("chance")
            return self._binomial(_contrary(chance) if self.found["tails"] and chance not in (None, HALF) else chance)
        if pattern is _TWO_VALUES:
            return self._bernoulli()
        if pattern is _ON_INTEGERS:
            return on_integers(self._node("set"))
        return named("DiscreteUniform", Numeral("1"), Numeral("6"))

    def _binomial(self, chance: Syntax | None) -> Syntax | None:
        count = self._node("count")
        return None if count is None or chance is None else named("Bin", count, chance)

    def _bernoulli(self) -> Syntax | None:
        """1 with probability p and 0 otherwise, or the other way round: then p is what 0 has."""
        values, chance = (self._node("first"), self._node("second")), self._node("chance")
        if chance is None or values not in ((Numeral("1"), Numeral("0")), (Numeral("0"), Numeral("1"))):
            return None
        if self.found["contrary"] is not None and not _are_contrary(chance, self._node("contrary")):
            return None
        return named("Bern", chance if values[0] == Numeral("1") else _contrary(chance))

    def _node(self, group: str) -> Syntax | None:
        """The expression of a formula that is nothing else."""
        place = self.found[group]
        token = self.sentence[int(place)] if place is not None else None
        sole = token.sole() if isinstance(token, Maths) and not token.display else None
        return sole.expressions[0] if sole is not None and not sole.relations and not sole.words else None


HALF = Multiply((Numeral("1"), Numeral("2")), ("", "/"))


def _contrary(chance: Syntax) -> Syntax:
    return Add((Numeral("1"), chance), ("", "-"))


def _are_contrary(one: Syntax, other: Syntax | None) -> bool:
    return other is not None and (other == _contrary(one) or one == _contrary(other) or one == other == HALF)


__all__ = ["SPELLED", "counted", "laws_of_experiments"]
