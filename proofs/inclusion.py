r"""Probabilities of events by those of intersections, P(A^c \cap B) = P(B) - P(A \cap B), and what is told of these.

The probabilities of all intersections determine a table, and nothing else ties them but inequalities: each is a letter.
An equation that is linear in one of them, with a number for its factor, says what that is in terms of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from .language import (
    Density,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    Relation,
    Sum,
    Term,
    Times,
    Tuple,
    Var,
    density,
    entries_of,
    events_of,
    fold,
    happening,
    is_of_events,
)
from .language.facts import Facts

Letter = frozenset[str] | Var  # the names of events that all happen, or a number with a name
Polynomial = dict[tuple[Letter, ...], Fraction]  # by products of letters, in order
Values = dict[Letter, Polynomial]  # what is told of intersections

ONE: Polynomial = {(): Fraction(1)}
MOST = 200  # products of letters in one polynomial


class Unclear(Exception):
    """A term is no quotient of polynomials in probabilities, or too long a one."""


def by_intersections(t: Term, facts: Facts, told: bool) -> Iterator[Term]:
    """The term with each probability of events written by those of intersections, or by what is told of them.

    A denominator stays as it is where nothing says that its other form is not zero.
    """
    for law in sorted((n for n in t.free if isinstance(n, Density) and is_of_events(n)), key=repr):
        if density(law) in facts.hypotheses:
            table = _Table(law, facts)
            new = table.rewritten(t, table.told(facts.hypotheses) if told else {})
            if new is not t:
                yield new


class _Table:
    def __init__(self, law: Density, facts: Facts) -> None:
        self.law, self.facts, self.names = law, facts, [event.name for event in events_of(law)]

    def rewritten(self, t: Term, values: Values) -> Term:
        if self.law not in t.free:
            return t
        try:
            whole, divisor = self._fraction(t)
            if divisor == ONE:
                return self._spelled(_put(whole, values))
        except Unclear:
            pass
        match t:
            case Quotient(num, den):
                below = self.rewritten(den, values)
                return Quotient(self.rewritten(num, values), below if self.facts.nonzero(below) else den)
            case Plus() | Times() | Neg() | Power():
                return t.map_children(lambda child: self.rewritten(child, values) if isinstance(child, Term) else child)
        return t

    def told(self, hypotheses: Iterable[Node]) -> Values:
        """What equations say of intersections, each in terms of those of which nothing is said."""
        values: Values = {}
        waiting: list[Polynomial] = []
        for h in hypotheses:
            if isinstance(h, Relation) and h.symbol == "=" and self.law in h.free:
                waiting += self._impossible(h)
                try:
                    (a, b), (c, d) = self._fraction(h.left), self._fraction(h.right)
                    waiting.append(_add(_times(a, d), _times(c, b), Fraction(-1)))
                except Unclear:
                    continue
        progress = True
        while progress:
            progress = False
            for equation in list(waiting):
                equation_now = _put(equation, values)
                letter = _solved_for(equation_now)
                if letter is not None:
                    waiting.remove(equation)
                    factor = equation_now.pop((letter,))
                    found = {product: -c / factor for product, c in equation_now.items()}
                    values = {each: _put(known, {letter: found}) for each, known in values.items()}
                    values[letter] = found
                    progress = True
        return values

    def _impossible(self, h: Relation) -> Iterator[Polynomial]:
        """Each of the things that may happen of which an equation says that they never do: none of them is negative."""
        parts = h.left.args if isinstance(h.left, Plus) else (h.left,)
        if h.right is Number(0) and all(happening(part) is not None for part in parts):
            yield from (self._of(entry) for part in parts for entry in entries_of(part))

    def _of(self, t: Term) -> Polynomial:
        """The probability that some events happen and others do not: a sum over which of these others happen, too."""
        found = happening(t)
        assert found is not None
        yes = frozenset(name for name, so in found[1].items() if so)
        no = [name for name, so in found[1].items() if not so]
        total: Polynomial = {}
        for size in range(len(no) + 1):
            for some in combinations(no, size):
                product = (yes.union(some),) if yes or some else ()
                total = _add(total, {product: Fraction((-1) ** size)})
        return total

    def _fraction(self, t: Term) -> tuple[Polynomial, Polynomial]:
        if happening(t) is not None:
            return self._of(t), ONE
        match t:
            case Number(value):
                return ({(): value} if value else {}), ONE
            case Neg(arg):
                top, below = self._fraction(arg)
                return _add({}, top, Fraction(-1)), below
            case Plus(args):
                top, below = self._fraction(args[0])
                for a, b in map(self._fraction, args[1:]):
                    top, below = (
                        (_add(top, a), below)
                        if b == below
                        else (_add(_times(top, b), _times(a, below)), _times(below, b))
                    )
                return top, below
            case Times(args):
                return _product(list(map(self._fraction, args)))
            case Quotient(num, den):
                top, below = self._fraction(den)
                return _product([self._fraction(num), (below, top)])
        if isinstance(t, Var):
            return {(t,): Fraction(1)}, ONE
        raise Unclear  # an integral may be infinite, and then cancels nothing

    def _spelled(self, p: Polynomial) -> Term:
        parts: list[Term] = []
        for product, c in sorted(p.items(), key=lambda item: _order(item[0])):
            factors = [self._intersection(x) if isinstance(x, frozenset) else x for x in product]
            parts.append(fold(Times, [Number(c), *factors] if c != 1 or not factors else factors, 1))
        return fold(Plus, parts, 0)

    def _intersection(self, names: frozenset[str]) -> Term:
        free = {event.name: Var(event.name.lower(), event) for event in events_of(self.law) if event.name not in names}
        at = tuple(free[name] if name in free else Number(1) for name in self.names)
        t: Term = self.law(at[0] if len(at) == 1 else Tuple(at))
        for var in reversed(free.values()):
            t = Sum(t, var)
        return t


def _product(factors: list[tuple[Polynomial, Polynomial]]) -> tuple[Polynomial, Polynomial]:
    """The product of fractions that have values: what stands above and below is not zero, and cancels."""
    tops, bottoms = [top for top, _ in factors], [below for _, below in factors if below != ONE]
    for p in list(bottoms):
        if p in tops:
            tops.remove(p)
            bottoms.remove(p)
    return _multiplied(tops), _multiplied(bottoms)


def _multiplied(factors: list[Polynomial]) -> Polynomial:
    total = ONE
    for p in factors:
        total = _times(total, p)
    return total


def _solved_for(p: Polynomial) -> frozenset[str] | None:
    """The largest intersection that stands in an equation alone, once, and in no product."""
    within = [x for product in p if len(product) > 1 for x in product]
    alone = [product[0] for product in p if len(product) == 1]
    found = [x for x in alone if isinstance(x, frozenset) and x not in within]
    return max(found, key=lambda x: (len(x), sorted(x)), default=None)


def _put(p: Polynomial, values: Values) -> Polynomial:
    """A polynomial with what is told of letters in their places; that holds no letter of which something is told."""
    total: Polynomial = {}
    for product, c in p.items():
        part: Polynomial = {(): c}
        for x in product:
            part = _times(part, values.get(x, {(x,): Fraction(1)}))
        total = _add(total, part)
    return total


def _add(p: Polynomial, q: Polynomial, factor: Fraction = Fraction(1)) -> Polynomial:
    total = dict(p)
    for product, c in q.items():
        total[product] = total.get(product, Fraction(0)) + factor * c
    return {product: c for product, c in total.items() if c}


def _times(p: Polynomial, q: Polynomial) -> Polynomial:
    if len(p) * len(q) > MOST:
        raise Unclear
    total: Polynomial = {}
    for a, c in p.items():
        for b, d in q.items():
            product = tuple(sorted((*a, *b), key=repr))
            total[product] = total.get(product, Fraction(0)) + c * d
    return {product: c for product, c in total.items() if c}


def _order(product: tuple[Letter, ...]) -> tuple[int, str]:
    return len(product), repr([sorted(x) if isinstance(x, frozenset) else x for x in product])
