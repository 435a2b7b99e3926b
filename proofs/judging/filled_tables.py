r"""Tables that meet what is told of them: P(A) = 1/100, P(B | A) = 99/100, P(A \cap B) = P(A) P(B), solved exactly.

An equation that is linear in the entries, when multiplied by its denominators, is one of those of a polytope.  One with
products of two sums of entries, as independence has, becomes linear once one of the sums is known, or has been given
one of the values that the others leave to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from flint import fmpq

from proofs import language as L

from .draws import Draw
from .polytopes import Equations, Row, corners
from .scalars import ONE, ZERO, fraction
from .told_tables import Points, integers, points_of

TRIES = 4  # how often a sum of entries is given a value anew

Value = Callable[[L.Term], Fraction]  # of a term without the density


class Unmet(Exception):
    """No table was found that meets what is told, with the reason."""


class Contradiction(Unmet):
    """There is no such table."""


class _Nonlinear(Exception):
    """An equation is not linear in the entries, as long as the value of this form is not known."""

    def __init__(self, form: Row) -> None:
        self.form = form


def filled(
    law: L.Density, equations: Sequence[L.Relation], value: Value, draw: Draw, extreme: bool
) -> dict[Any, Fraction]:
    """A table of probabilities that meets the equations, with entries that are positive where they can be, or extreme.

    Raises ``Unmet``.
    """
    points = points_of(law)
    assert points is not None
    for _ in range(TRIES):
        forms = _Forms(law, points, value)
        forms.known.add([ONE] * (len(points) + 1))
        guessed = _impose(forms, list(equations), draw)
        table = _drawn(forms.known, draw, extreme)
        if table is not None:
            keys = (tuple(map(fmpq, cell)) for cell in points)
            single = not isinstance(law.space, L.Cartesian)
            return {key[0] if single else key: fraction(table[k]) for k, key in enumerate(keys)}
        if not guessed:
            raise Contradiction("what is told of probabilities contradicts itself")
    raise Unmet("no probabilities meet all that is told of them")


def _impose(forms: _Forms, equations: list[L.Relation], draw: Draw) -> bool:
    """Let all equations hold; whether a sum was given a value for that, which the others may not leave to it."""
    guessed = False
    while equations:
        left: list[L.Relation] = []
        blocking: Row | None = None
        for equation in equations:
            try:
                consistent = forms.known.add(forms.gap(equation))
            except _Nonlinear as reason:
                left.append(equation)
                blocking = blocking or reason.form
                continue
            if not consistent:
                raise (Unmet if guessed else Contradiction)("what is told of probabilities contradicts itself")
        if blocking is not None and len(left) == len(equations):
            table = _drawn(forms.known, draw, extreme=False)
            if table is None:
                raise (Unmet if guessed else Contradiction)("what is told of probabilities contradicts itself")
            at = sum((c * x for c, x in zip(blocking, table, strict=False)), ZERO)
            forms.known.add([*blocking[:-1], at])
            guessed = True
        equations = left
    return guessed


def _drawn(known: Equations, draw: Draw, extreme: bool) -> Row | None:
    """A point of the polytope: one of its corners, or a mean of all that were found."""
    found = corners(known)
    if not found:
        return None
    if extreme:
        return found[draw.choice(list(range(len(found))))]
    shares = [fmpq(share.numerator, share.denominator) for share in draw.masses(len(found))]
    return [
        sum((share * corner[k] for share, corner in zip(shares, found, strict=True)), ZERO) for k in range(known.size)
    ]


class _Forms:
    """Terms as quotients of two linear forms in the entries, modulo what is known of these."""

    def __init__(self, law: L.Density, points: Points, value: Value) -> None:
        self.law, self.points, self.value = law, points, value
        self.known = Equations(len(points))

    def gap(self, equation: L.Relation) -> Row:
        """The form that is zero where the equation holds.  Raises ``_Nonlinear``."""
        (a, b), (c, d) = self._quotient(equation.left), self._quotient(equation.right)
        return self._sum(self._product(a, d), self._product(c, b), -ONE)

    def _number(self, t: L.Term) -> fmpq:
        value = t.value if isinstance(t, L.Number) else self.value(t)
        return fmpq(value.numerator, value.denominator)

    def _constant(self, x: fmpq) -> Row:
        return [*[ZERO] * len(self.points), -x]

    def _quotient(self, t: Any) -> tuple[Row, Row]:
        one = self._constant(ONE)
        match t:
            case _ if self.law not in t.free:
                return self._constant(self._number(t)), one
            case _ if cells := L.entries_of(t):
                return self._mass(cells), one
            case L.Apply(head, _) if head is self.law:
                return self._mass((t,)), one
            case L.Sum(body, var):
                values = integers(var.space)
                assert values is not None
                return self._total([L.substitute(body, {var: L.Number(k)}) for k in values])
            case L.Plus(args):
                return self._total(args)
            case L.Neg(arg):
                top, bottom = self._quotient(arg)
                return [-c for c in top], bottom
            case L.Times(args):
                return self._chain([self._quotient(a) for a in args])
            case L.Quotient(num, den):
                top, bottom = self._quotient(den)
                return self._chain([self._quotient(num), (bottom, top)])
            case L.Power(base, L.Number(n)) if n == 2:
                return self._chain([self._quotient(base)] * 2)
        raise Unmet("an equation of another kind")

    def _mass(self, entries: Sequence[L.Term]) -> Row:
        """The sum of some entries."""
        row = self._constant(ZERO)
        for entry in entries:
            match entry:
                case L.Apply(_, (L.Tuple(args),)) | L.Apply(_, args):
                    cell = tuple(int(self._number(a)) for a in args)
            if cell not in self.points:
                raise Unmet("a density at a point where it is not")
            row[self.points[cell]] += ONE
        return self.known.reduced(row)

    def _total(self, summands: Sequence[L.Term]) -> tuple[Row, Row]:
        parts = [self._quotient(t) for t in summands]
        top, bottom = parts[0]
        for num, den in parts[1:]:
            if den == bottom:
                top = self._sum(top, num)
            else:
                top = self._sum(self._product(top, den), self._product(num, bottom))
                bottom = self._product(bottom, den)
        return top, bottom

    def _chain(self, factors: list[tuple[Row, Row]]) -> tuple[Row, Row]:
        """The product of quotients, in which forms that stand above and below cancel."""
        tops, bottoms = [top for top, _ in factors], [bottom for _, bottom in factors]
        for form in list(tops):
            if form in bottoms and any(form[:-1]):
                tops.remove(form)
                bottoms.remove(form)
        one = self._constant(ONE)
        top, bottom = one, one
        for form in tops:
            top = self._product(top, form)
        for form in bottoms:
            bottom = self._product(bottom, form)
        return top, bottom

    def _product(self, a: Row, b: Row) -> Row:
        a, b = self.known.reduced(a), self.known.reduced(b)
        if any(a[:-1]) and any(b[:-1]):
            raise _Nonlinear(a)
        factor, form = (-a[-1], b) if not any(a[:-1]) else (-b[-1], a)
        return [factor * c for c in form]

    @staticmethod
    def _sum(a: Row, b: Row, factor: fmpq = ONE) -> Row:
        return [x + factor * y for x, y in zip(a, b, strict=True)]
