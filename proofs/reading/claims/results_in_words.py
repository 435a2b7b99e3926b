"""Quantities that words compute from what they name: "the slope of the line through $(0, 1)$ and $(2, 5)$ is $m = 3$".

What such words say a letter is follows from what they name, and is nothing that an author may choose: it is so or is
not.  Where no letter is named, or one stands alone, "the slope of the line is $m = 3$", it is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..syntax import Numeral, RowSyntax, Statement, Syntax
from ..told.left_sides import law_written
from ..words.prose import ONE

_IS = r"(?:is|are|equals?|comes to|becomes)(?: then| thus| therefore| hence)?[\s:,]*$"
_THE = (
    r"(?:^|[,;:.] ?|\b(?:so|then|thus|hence|and|that|therefore|while|but)(?: that)? )"
    r"\W*(?:the |its |their |our )?(?:\w+ )?"
)
_OF_NUMBERS = "mean|average|median|mode|range|sum|product|total|variance|standard deviation|maximum|minimum"
_BY_ONE = (  # of a formula with a number in it
    r"slope|period|radius of convergence|remainder|quotient|greatest common divisor|gcd|lcm|"
    r"least common multiple|midpoint|distance between|distance from|angle between|dot product|inner product|"
    r"scalar product|cross product|hypotenuse|area|volume|perimeter|circumference|surface(?: area)?|half-life|interest|"
    r"gradient|derivative|entropy|perplexity|information|odds|z-?score|t-?score|test statistic|t-?statistic|"
    r"z-?statistic|standard error|p-?value|number of (?:possible |different |distinct )?"
    r"(?:ways|subsets|permutations|combinations|arrangements|orderings|divisors|diagonals|edges|paths|words|strings|"
    r"functions|parameters|weights)"
)
_BY_TWO = r"accuracy|precision|recall|specificity|sensitivity|f1(?: |-)?score|f-?score|f-?measure|error rate|odds ratio"
_OF_LAW = (
    r"(?:moment|cumulant|probability)[- ]generating function|mgf|characteristic function|mean|expectation|variance|"
    r"median|mode|entropy|fisher information|density|pdf|distribution function|cdf|hazard (?:rate|function)"
)
_LISTED = rf"{ONE}(?: ?(?:,|and|, and) {ONE})*"
_LIST = re.compile(rf"{_THE}(?:{_OF_NUMBERS}) of(?: the (?:numbers|values|data|observations|points))? {_LISTED} {_IS}")
_OF_FAMILY = re.compile(rf"{_THE}(?:{_OF_LAW}) of(?: the| an?)?(?: (?:law|distribution))? {ONE} {_IS}")
_NAMED = re.compile(rf"{_THE}(?:{_BY_ONE})\b[^.;]*?{_IS}")
_NAMED_TWICE = re.compile(rf"{_THE}(?:{_BY_TWO})\b[^.;]*?{_IS}")
_ALWAYS = re.compile(rf"{_THE}discriminant\b[^.;]*?{_IS}")


def is_result(said: str, ahead: Sequence[RowSyntax | None]) -> bool:
    """Whether a sentence says, before an equation, what its value is computed from; the formulas before it are
    ``ahead``."""
    said = " ".join(said.split())
    if _ALWAYS.search(said):
        return True
    rows = ahead[len(ahead) - said.count(ONE) :]
    if rows and _OF_FAMILY.search(said) and _is_law(rows[-1]):
        return True
    numbers = sum(map(_numbers, rows))
    if _LIST.search(said):
        return numbers > 1 and all(map(_numbers, rows[-1:]))
    return (numbers > 0 and bool(_NAMED.search(said))) or (numbers > 1 and bool(_NAMED_TWICE.search(said)))


def _is_law(row: RowSyntax | None) -> bool:
    """Whether a formula is a law of a named family."""
    match row:
        case RowSyntax((Statement((Syntax() as sole,), ()),)):
            return law_written(sole)
    return False


def _numbers(row: RowSyntax | None) -> int:
    """How many numbers are written in a formula."""
    return 0 if row is None else sum(isinstance(n, Numeral) for n in row.walk())


__all__ = ["is_result"]
