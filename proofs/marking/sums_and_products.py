"""Sums and products as one writes them, for what a correction puts in a place."""

from __future__ import annotations

from fractions import Fraction

from ..language import Neg, Number, Plus, Quotient, Term, Times, Var, fold

ONE, TWO = Number(1), Number(2)


def plus(a: Term, b: Term) -> Term:
    """a + b, in the sum that a is; of numbers there the last makes one number with b."""
    terms = list(a.args if isinstance(a, Plus) else (a,))
    more = plain(b)
    numbers = [(k, value) for k, value in enumerate(map(plain, terms)) if value is not None]
    if more is None or not numbers:
        in_order = isinstance(a, Var) and isinstance(b, Var) and b.name < a.name
        return Plus((b, a)) if in_order else Plus((*terms, b))
    at, last = numbers[-1]
    total = last + more
    number = Neg(Number(-total)) if total < 0 else Number(total)
    return fold(Plus, [*terms[:at], *([number] if total else []), *terms[at + 1 :]], 0)


def plain(t: Term) -> Fraction | None:
    """The value of a number with or without a minus sign."""
    match t:
        case Number(value):
            return value
        case Neg(Number(value)):
            return -value
    return None


def cancels(node: Term, t: Term) -> bool:
    """Whether adding t would only strike out what stands: nothing is lost beside x + 1 that makes it x + 1 - x."""
    return any(a is Neg(t) or t is Neg(a) for a in (node.args if isinstance(node, Plus) else (node,)))


def times(factor: Term, node: Term) -> Term:
    """The term with a factor, behind its sign; 2 and a denominator 2 make 1."""
    match factor, node:
        case _, Neg(arg):
            return Neg(times(factor, arg))
        case Number(a), Number(b):
            return Number(a * b)
        case Number(a), Times((Number(b), *rest)):
            rest_args = tuple(rest) if a * b == 1 else (Number(a * b), *rest)
            return Times(rest_args) if len(rest_args) > 1 else rest_args[0]
        case Number(a), Quotient(num, Number(b)):
            c = a / b
            return num if c == 1 else Quotient(num, Number(1 / c)) if c.numerator == 1 else Times((Number(c), num))
        case Number(a), Quotient(num, Times((Number(b), *rest))):
            c = a / b
            left = rest[0] if len(rest) == 1 else Times(tuple(rest))
            if c == 1:
                return Quotient(num, left)
            if c.numerator == 1:
                return Quotient(num, Times((Number(1 / c), *rest)))
        case Number(Fraction(numerator=1, denominator=2)), _:
            return Quotient(node, TWO)
        case _, Times(args):
            return Times((factor, *args))
    return Times((factor, node))


__all__ = ["ONE", "TWO", "cancels", "plain", "plus", "times"]
