r"""The letter e where an equation gives it a value that Euler's number does not have: an efficiency $e = 1/2$.

It is then a name as well as, in powers e^{-x}, that number, and what stands without such a power is not read.
"""

from __future__ import annotations

from fractions import Fraction as Rational

from ..syntax import Fraction, Multiply, Numeral, Sign, Statement, Symbol, Syntax, Unread

_BETWEEN = Rational(27, 10), Rational(28, 10)  # what authors may write for it


def is_given(row: Syntax) -> bool:
    """Whether a row says that e is a number which it is not."""
    for node in row.of(Statement):
        match node:
            case Statement((Symbol("e", "" | "rm", ()), *_, Syntax() as last), signs) if signs[0] in _EQUALS:
                value = _number(last)
                if value is not None and not _BETWEEN[0] <= value <= _BETWEEN[1]:
                    return True
    return False


_EQUALS = (Sign("="), Sign(":="))


def _number(node: Syntax) -> Rational | None:
    match node:
        case Numeral(text):
            return Rational(text)
        case Fraction(Numeral(above), Numeral(below)) | Multiply((Numeral(above), Numeral(below)), ("", "/")):
            return Rational(above) / Rational(below) if Rational(below) else None
    return None


def refuse(node: Syntax) -> Unread:
    return Unread("e is given a number here and may be Euler's", node.span)
