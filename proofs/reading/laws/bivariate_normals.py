r"""Two jointly normal variables by their moments: "$(X, Y)$ is bivariate normal with means $\mu_X, \mu_Y$, variances
$\sigma_X^2, \sigma_Y^2$ and correlation $\rho$".

They are told as X with its law, and Y with its law given X = x: what X has for a law given Y follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..names import name_of
from ..syntax import Add, Bracket, Fraction, Grid, Multiply, Numeral, Root, Script, Sign, Statement, Symbol, Syntax
from ..words.sentences import Maths, Sentence, as_text, speaks_of
from .blocks_written import pair, parameters
from .law_clauses import Told
from .laws_on_integers import named

_TWO = r"(?P<{0}>@\d+(?:(?:, | and |, and )@\d+)?)"
_NORMAL = (
    r"(?:(?:have|has) )?(?:(?:be|is|are) )?(?:a |an )?(?:(?:zero-mean|centred|centered|standard) )*"
    r"(?:jointly|bivariate) (?:(?:zero-mean|centred|centered|standard) )*"
    r"(?:normal(?:ly)?|gaussian)(?: distributed| distribution| random variables| pair| vector| random vector)?"
)
_PARTS = {
    "means": rf"(?:zero means?|means? zero|means? {_TWO.format('means')})",
    "variances": rf"(?:unit variances?|variances? one|variances? {_TWO.format('variances')})",
    "tied": r"(?:with )?(?P<tie>correlation|covariance)(?: coefficient)? @(?P<tied>\d+)",
}
_AND = r"(?:, and|,| and) "
_TOLD = re.compile(
    rf"{_TWO.format('names')} {_NORMAL},? with (?:{_PARTS['means']}{_AND})?(?:{_PARTS['variances']}{_AND})?"
    rf"{_PARTS['tied']}"
    r"(?= *(?:,|;|:|\)|then\b|where\b|so\b|$))"
)
_LEAD = re.compile(r"(?:^|[,;] |\band )(?:let|suppose(?: that)?|assume(?: that)?|consider|now let|if)(?: us)? $|^$")
_LETS = re.compile(
    r"\b(let|suppose|assume|consider|if|where|with)\b(?![^.;]*\b(then|hence|so|thus|therefore)\b)[^.;]*$"
)
_DOUBT = re.compile(r"\b(not|never|whether|unless|given|conditional)\b")
_ONE, _ZERO = Numeral("1"), Numeral("0")


def jointly_normal(sentence: Sentence) -> Iterator[Told]:
    """The laws of pairs that a sentence calls jointly normal and tells all moments of."""
    text = as_text(sentence)
    if _DOUBT.search(text):
        return
    for k, token in enumerate(sentence):
        lets = isinstance(token, Maths) and _LETS.search(text.partition(f"@{k}")[0]) is not None
        if lets and isinstance(token, Maths) and (told := _in_a_grid(token)) is not None:
            yield told
    for found in _TOLD.finditer(text) if speaks_of(sentence, "jointly", "bivariate") else ():
        if _LEAD.search(text[: found.start()]) and (told := _told(sentence, found)) is not None:
            yield told


def _in_a_grid(token: Maths) -> Told | None:
    """The laws of two capital letters in a column, whose means and covariance are written as a column and a matrix."""
    statement = token.sole()
    match statement:
        case Statement((Syntax() as left, right), (Sign("~"),)) if (law := parameters(right)) is not None:
            names, means = pair(left, {}), pair(law[0], {})
        case _:
            return None
    means = (_ZERO, _ZERO) if law[0] == _ZERO else means
    match law[1]:
        case Grid(rows=((first, tied), (other, second)), fence="(" | "[") if tied == other and names and means:
            if token.place is not None and all((name_of(each) or "")[:1].isupper() for each in names):
                moments = _Pair(*means, first, second, tied, by_correlation=False)
                return Told(moments.statements(*names), (token.place,), written=(token.place,))
    return None


def _told(sentence: Sentence, found: re.Match[str]) -> Told | None:
    words = found.group()
    names, place = _expressions(sentence, found["names"]), _place(sentence, found["names"])
    means = _expressions(sentence, found["means"])
    if "zero" in words or "standard" in words or "centred" in words or "centered" in words:
        means = [_ZERO, _ZERO]
    variances = _expressions(sentence, found["variances"])
    if "unit variance" in words or "variances one" in words or "standard" in words:
        variances = [_ONE, _ONE]
    tied = _expressions(sentence, f"@{found['tied']}")
    if place is None or any(len(each) != 2 for each in (names, means, variances)) or len(tied) != 1:
        return None
    if not all((name_of(each) or "")[:1].isupper() for each in names):
        return None
    by_correlation = found["tie"] == "correlation"
    pair = _Pair(means[0], means[1], variances[0], variances[1], tied[0], by_correlation)
    return Told(pair.statements(*names), (place,))


@dataclass(frozen=True)
class _Pair:
    """The moments of a pair of jointly normal variables."""

    first_mean: Syntax
    second_mean: Syntax
    first: Syntax  # variances
    second: Syntax
    tied: Syntax
    by_correlation: bool

    def statements(self, x: Syntax, y: Syntax) -> tuple[Statement, ...]:
        """X has its law; Y, given X = x, has the mean m_Y + c / v_X (x - m_X) and the variance v_Y - c^2 / v_X."""
        value = _small(x)
        slope = self._times(self.tied, self._ratio()) if self.by_correlation else Fraction(self.tied, self.first)
        square = Script(Bracket("(", (self.tied,), ")"), None, _TWICE)
        mean = Add((self.second_mean, self._times(slope, _group(Add((value, self.first_mean), ("", "-"))))), ("", "+"))
        left = (
            self._times(_group(Add((_ONE, square), ("", "-"))), self.second)
            if self.by_correlation
            else Add((self.second, Fraction(square, self.first)), ("", "-"))
        )
        given = Bracket("", (y,), "", (x,), "|")
        laws = named("N", self.first_mean, self.first, font="cal"), named("N", mean, left, font="cal")
        within = (
            (Statement((Add((_ONE,), ("-",)), self.tied, _ONE), (Sign("<"), Sign("<"))),) if self.by_correlation else ()
        )
        return (
            *within,
            Statement((x, laws[0]), (Sign("~"),)),
            Statement((given, value, laws[1]), (Sign("="), Sign("~"))),
        )

    def _ratio(self) -> Syntax:
        if self.first == self.second:
            return _ONE
        return Fraction(_root(self.second), _root(self.first))

    @staticmethod
    def _times(*factors: Syntax) -> Syntax:
        return Multiply(tuple(_group(each) for each in factors), ("",) * len(factors))


_TWICE = Numeral("2")


def _small(variable: Syntax) -> Syntax:
    """The letter for values of a random variable: x of X, x_1 of X_1."""
    if isinstance(variable, Script):
        return Script(_small(variable.base), variable.below, variable.above, variable.primes)
    return Symbol((name_of(variable) or "").lower())


def _group(node: Syntax) -> Syntax:
    return Bracket("(", (node,), ")") if isinstance(node, Add | Multiply) else node


def _root(square: Syntax) -> Syntax:
    """The deviation of which a variance is written as the square, or the root of it."""
    match square:
        case Script(base, below, Numeral("2"), 0):
            return base if below is None else Script(base, below, None)
    return Root(square)


def _place(sentence: Sentence, marks: str) -> int | None:
    token = sentence[int(marks.split()[0].strip("@, "))]
    return token.place if isinstance(token, Maths) else None


def _expressions(sentence: Sentence, marks: str | None) -> list[Syntax]:
    """The expressions of the formulas at these marks; those in a bracket one by one."""
    found: list[Syntax] = []
    for mark in re.findall(r"@(\d+)", marks or ""):
        token = sentence[int(mark)]
        if not isinstance(token, Maths) or token.display:
            return []
        for each in token.expressions():
            found += each.items if isinstance(each, Bracket) and each.left == "(" and each.given is None else (each,)
    return found


__all__ = ["jointly_normal"]
