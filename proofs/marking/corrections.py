"""Corrections: a side with one common slip undone, and how a teacher says it.

Nothing here knows whether the corrected side is true.  ``cost`` says how far a correction goes: of several that are
true the cheapest is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

from ..language import (
    Abstract,
    Apply,
    CrossEntropy,
    Divergence,
    Elementary,
    Entry,
    Expectation,
    Exponential,
    Family,
    Gamma,
    Inverse,
    Law,
    LogNormal,
    MatMul,
    Matrices,
    MemberDensity,
    Name,
    Neg,
    Node,
    Normal,
    Number,
    Plus,
    Power,
    Prod,
    Quotient,
    Range,
    Sum,
    Term,
    Times,
    Tr,
    Transpose,
    Var,
    Vectors,
    Without,
    exp,
    half,
    is_scalar,
    is_scalar_space,
    log,
    space_of,
    sqrt,
    substitute,
    support,
)
from .slip_places import Place, called, counted_space, occurrences, places

ONE, TWO = Number(1), Number(2)
_SIZE = 0.02  # what each node costs that a correction adds
_PARTNERS = {"sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh", "max": "min", "min": "max"}
_WORD = {"log": "logarithm", "exp": "exponential", "sqrt": "square root", "abs": "absolute value"}


@dataclass(frozen=True)
class Correction:
    """A corrected side.  ``phrase`` is filled with what stands at ``place``, before (``old``) and after (``new``)."""

    cost: float
    corrected: Term
    phrase: str
    place: Place
    old: Any
    new: Any

    def words(self, side: str) -> str:
        """What a teacher says; ``side`` is the one corrected, "right" or "left"."""
        from ..writing import latex

        whole = self.place
        while whole.above is not None:
            whole = whole.above
        at = called(self.place, side)
        on = f"on the {side}" if self.place.above is None else f"on {at}"
        where = ""
        if self.place.above is not None and "{where}" in self.phrase and occurrences(whole.node, self.old) > 1:
            where = f" in {called(self.place.above.unit, side)}"
        said = self.phrase.format(old=f"${latex(self.old)}$", new=f"${latex(self.new)}$", at=at, on=on, where=where)
        return said if side == "right" or "the left" in said else f"{said}, on the left"


def corrections(side: Term, names: frozenset[Name], laws: Sequence[Law]) -> Iterator[Correction]:
    """The side with each common slip undone; ``names`` and ``laws`` are those that might have been meant."""
    kin = _kin(names)
    summands = _summands(names)
    for place in places(side):
        for cost, new, phrase in _local(place, kin, summands, laws):
            yield _made(cost, place, new, phrase)
        if place.is_term and isinstance(place.node, Term):
            yield from _exchanged(place, kin)
    yield from _throughout(Place(side))


def _made(cost: float, place: Place, new: Any, phrase: str, old: Any = None, shown: Any = None) -> Correction:
    before, after = place.node, new
    cost += _SIZE * (_size(after) - _size(before))
    return Correction(
        cost,
        place.put(new),
        phrase,
        place,
        before if old is None else old,
        after if shown is None else shown,
    )


def _size(t: Any) -> int:
    return 1 + sum(map(_size, t.children()))


Local = tuple[float, Any, str]


def _local(place: Place, kin: dict[Any, list[Name]], summands: Sequence[Term], laws: Sequence[Law]) -> Iterator[Local]:
    node = place.node
    if isinstance(node, Term):
        if place.is_term:
            yield from _signs_and_factors(place)
            if not place.is_affine and not isinstance(node, Number):
                for term in summands:
                    if term is not node:
                        yield 2.0, plus(node, term), "{new} for {old}{where}"
                        yield 2.0, plus(node, Neg(term)), "{new} for {old}{where}"
        if is_scalar(node):
            yield from _powers(place)
            yield from _functions(place)
        else:
            yield from _linear(node, place, kin)
        yield from _parts(node)
    yield from _names(place, kin)
    yield from _laws(node, laws)
    yield from _ranges(place, kin)


def _signs_and_factors(place: Place) -> Iterator[Local]:
    node = place.node
    summand = isinstance(place.parent, Plus)
    opposite = "the opposite sign of the log-determinant" if _log_determinant(node) else ""
    if isinstance(node, Neg):
        said = "a plus sign before {at}" if summand and place.k else "no minus sign before {at}"
        yield 1.0, node.arg, opposite or said
    elif not (isinstance(node, Number) and isinstance(place.parent, Power)):
        first = summand and place.k == 0  # (a + b)^2 was meant to be (a - b)^2 rather than (-a + b)^2
        yield (
            1.3 if first else 1.25,
            -node,
            opposite or ("the opposite sign {on}" if not summand else "a minus sign before {at}"),
        )
    if not isinstance(node, Number):
        for factor in (half, TWO):
            yield 1.05, times(factor, node), f"a factor {'$1/2$' if factor is half else '$2$'} {{on}}"
    elif isinstance(place.parent, Plus | Apply):
        yield 2.0, -node, "{new} for {old}{where}"


def _log_determinant(node: Any) -> bool:
    match node:
        case Neg(arg):
            return _log_determinant(arg)
        case Quotient(num, Number()):
            return _log_determinant(num)
        case Times((Number(), rest)):
            return _log_determinant(rest)
        case Apply(Elementary("log"), (arg,)):
            from ..language import Det

            return all(isinstance(n, Number | Det) or n.free for n in arg.walk() if isinstance(n, Term)) and any(
                isinstance(n, Det) for n in arg.walk()
            )
    return False


def plus(a: Term, b: Term) -> Term:
    """a + b, in the sum that a is."""
    return Plus((*(a.args if isinstance(a, Plus) else (a,)), b))


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


def _powers(place: Place) -> Iterator[Local]:
    node = place.node
    deviation = isinstance(place.parent, Normal | LogNormal) and place.at == 1
    rate = isinstance(place.parent, Gamma | Exponential) and place.parent.__match_args__[place.at] == "rate"
    if deviation:
        said = "{new} for {old} in the law (a variance stands where a deviation is meant)"
        yield 1.1, (node.base if isinstance(node, Power) and node.exponent is TWO else sqrt(node)), said
    if rate:
        inverse = node.den if isinstance(node, Quotient) and node.num is ONE else ONE / node
        yield 1.1, inverse, "{new} for {old} in the law (a scale stands where a rate is meant)"
    match node:
        case Power(base, Number(value) as exponent):
            if value == 2:
                yield 1.2, base, "{new} for {old}{where} (the square is too much)"
            else:
                yield 1.6, base, "{new} for {old}{where}"
            for other in (value - 1, value + 1):
                if other not in (0, 1) and value.denominator == 1:
                    yield 1.6, Power(base, Number(other)), "the exponent $" + str(other) + "$ for {old}{where}"
            if value.denominator == 1:
                yield 1.5, Power(base, Number(-value)), "the opposite sign of the exponent of {old}{where}"
            yield 1.7, Power(base, exponent / 2 if value != 1 else half), "{new} for {old}{where}"
        case Power(base, exponent):
            yield 1.8, base, "{new} for {old}{where}"
        case Number():
            pass
        case _:
            if not isinstance(place.parent, Power) and not _is_index(node):
                if isinstance(node, Times | Quotient | Neg):
                    yield 1.5, node**2, "the square of {at} (the square is missing)"
                else:
                    yield 1.2, node**2, "{new} for {old}{where} (the square is missing)"
                    yield 1.9, node**3, "{new} for {old}{where}"
                    yield 1.6, sqrt(node), "a square root of {old}{where}"
    if isinstance(node, Quotient):
        yield 1.2, Quotient(node.den, node.num), "the fraction {old} inverted{where}"
    elif not isinstance(node, Number | Power | Neg) and not (isinstance(place.parent, Quotient)):
        yield 1.6, ONE / node, "{new} for {old}{where}"


def _is_index(node: Any) -> bool:
    return isinstance(node, Var) and counted_space(node.space)


def _functions(place: Place) -> Iterator[Local]:
    node = place.node
    match node:
        case Apply(Elementary("log" | "exp" | "sqrt" | "abs" as name), (arg,)):
            yield 1.4, arg, f"{{new}} for {{old}}{{where}} (the {_WORD[name]} is too much)"
            if name == "exp":
                yield 1.5, log(arg), "{new} for {old}{where}"
        case Apply(Elementary(name), args) if name in _PARTNERS:
            yield 1.4, Elementary(_PARTNERS[name])(*args), "{new} for {old}{where}"
    if isinstance(node, Neg) or _is_index(node) or (isinstance(place.parent, Power) and place.at == 1):
        if isinstance(node, Neg):
            yield 1.5, exp(node), "{new} for {old}{where} (the exponential is missing)"
        return
    if isinstance(place.parent, Apply) and place.parent.head in (Elementary("log"), Elementary("exp")):
        yield 1.5, abs(node), "the absolute value of {old}{where}"
        if place.parent.head is Elementary("exp"):
            return
    elif place.is_term and not isinstance(node, Number):
        yield 1.7, abs(node), "the absolute value of {old}{where}"
    for function, word in ((log, "log"), (exp, "exp"), (sqrt, "sqrt")):
        if isinstance(node, Apply) and node.head is Elementary(word):
            continue
        if function is sqrt and not isinstance(node, Number | Times | Quotient | Plus):
            continue  # of the others among the powers
        if place.above is None:
            yield 1.4, function(node), f"the {_WORD[word]} of {{at}}"
        else:
            yield 1.45, function(node), f"{{new}} for {{old}}{{where}} (the {_WORD[word]} is missing)"


def _parts(node: Any) -> Iterator[Local]:
    """A part too much, or joined in another way."""
    match node:
        case Plus(args):
            for k, arg in enumerate(args):
                from ..writing import latex

                rest = (*args[:k], *args[k + 1 :])
                kept = rest[0] if len(rest) == 1 else Plus(rest)
                inner = arg.arg if isinstance(arg, Neg) else arg
                yield 1.9, kept, f"the term ${latex(inner)}$ left out".replace("{", "{{").replace("}", "}}")
            if all(map(is_scalar, args)):
                yield 2.0, Times(args), "a product for the sum {old}{where}"
        case Times(args):
            for k in range(len(args)):
                rest = (*args[:k], *args[k + 1 :])
                if is_scalar(args[k]):
                    kept = rest[0] if len(rest) == 1 else Times(rest)
                    yield 1.9, kept, "{new} for {old}{where}"
            if all(map(is_scalar, args)):
                yield 2.0, Plus(args), "a sum for the product {old}{where}"
                traces = [a for a in args if isinstance(a, Tr)]
                if len(traces) == len(args):
                    yield 1.8, Tr(MatMul(tuple(t.arg for t in traces))), "{new} for {old}{where}"
        case Divergence(p, q) | CrossEntropy(p, q):
            yield 1.05, type(node)(q, p), "the divergence reversed"
        case Entry(matrix, row, column) if row is not column:
            yield 1.2, Entry(matrix, column, row), "the indices of {old} exchanged{where}"


def _linear(node: Any, place: Place, kin: dict[Any, list[Name]]) -> Iterator[Local]:
    """Vectors and matrices."""
    space = space_of(node)
    match node:
        case Transpose(arg) if _square(arg):
            yield 1.3, arg, "{new} for {old}{where} (no transpose)"
        case Inverse(arg):
            yield 1.2, arg, "{new} for {old}{where} (no inverse)"
        case MatMul(args) if all(isinstance(space_of(a), Matrices) for a in args):
            yield 1.3, MatMul(args[::-1]), "the factors of {old} in the other order{where}"
            for k in range(len(args) - 1) if len(args) > 2 else ():
                exchanged = (*args[:k], args[k + 1], args[k], *args[k + 2 :])
                yield 1.4, MatMul(exchanged), "{new} for {old}{where}"
    if _square(node):
        if not isinstance(node, Inverse) and not isinstance(place.parent, Inverse):
            yield 1.25, Inverse(node), "{new} for {old}{where} (the inverse is missing)"
        if not isinstance(node, Transpose) and not isinstance(place.parent, Transpose):
            yield 1.35, Transpose(node), "{new} for {old}{where} (the transpose is missing)"
    if isinstance(node, Plus):
        for k, arg in enumerate(node.args):
            other = arg.arg if isinstance(arg, Neg) else -arg
            yield 1.2, Plus((*node.args[:k], other, *node.args[k + 1 :])), "{new} for {old}{where}"
    if isinstance(space, Vectors) and isinstance(node, Name):
        for other in kin.get(_kind(node), ()):
            if other is not node:
                yield 2.0, Plus((node, Neg(other))), "{new} for {old}{where}"  # type: ignore[arg-type]


def _square(node: Any) -> bool:
    space = space_of(node)
    return isinstance(space, Matrices) and space.rows is space.columns


def _names(place: Place, kin: dict[Any, list[Name]]) -> Iterator[Local]:
    node = place.node
    if isinstance(node, Name):
        for other in _others(node, kin, place.bound):
            yield 1.5, other, "{new} for {old}{where}"
    if isinstance(node, Var) and is_scalar_space(node.space):
        if _is_index(node):
            yield 1.5, node - 1, "{new} for {old}{where}"
            yield 1.5, plus(node, ONE), "{new} for {old}{where}"
        elif not isinstance(place.parent, Plus | Times):
            yield 1.9, node - 1, "{new} for {old}{where}"
            yield 1.9, plus(node, ONE), "{new} for {old}{where}"
            yield 1.9, ONE - node, "{new} for {old}{where}"


def _others(node: Name, kin: dict[Any, list[Name]], bound: tuple[Var, ...]) -> Iterator[Name]:
    inner = [v.name for v in bound]
    if node not in bound or not isinstance(node, Var):
        yield from (n for n in kin.get(_kind(node), ()) if n is not node and getattr(n, "name", None) not in inner)
    if isinstance(node, Var):
        for other in bound:
            if other is not node and (other.space is node.space or (_is_index(node) and counted_space(other.space))):
                yield other
        if node in bound and counted_space(node.space):
            free = (n for group in kin.values() for n in group)
            yield from (n for n in free if isinstance(n, Var) and counted_space(n.space) and n.name not in inner)


def _laws(node: Any, laws: Sequence[Law]) -> Iterator[Local]:
    if isinstance(node, Expectation):
        for other in laws:
            if other is not node.law and support(other) is support(node.law):
                yield 1.4, Expectation(node.body, node.var, other), "{new} for {old}{where} (another law)"
    elif isinstance(node, Family | MemberDensity):
        for other in laws:
            if other is not node and support(other) is support(node):
                yield 1.5, other, "{new} for {old}{where}"


def _ranges(place: Place, kin: dict[Any, list[Name]]) -> Iterator[Local]:
    node = place.node
    if not isinstance(node, Sum | Prod):
        return
    for space, words in _other_ranges(node.var.space, place, kin):
        other = Var(node.var.name, space)
        if other not in node.body.free:
            yield 1.4, type(node)(substitute(node.body, {node.var: other}), other), words


def _other_ranges(space: Any, place: Place, kin: dict[Any, list[Name]]) -> Iterator[tuple[Any, str]]:
    match space:
        case Range(low, high):
            for new in (shifted(low, -1), shifted(low, 1)):
                yield Range(new, high), f"the index range from {_shown(new)}"
            for new in (shifted(high, -1), shifted(high, 1)):
                yield Range(low, new), f"the index range up to {_shown(new)}"
            free = (n for group in kin.values() for n in group)
            for index in (*place.bound, *free):
                if isinstance(index, Var) and isinstance(index.space, Range) and index.space.fields == space.fields:
                    yield Without(space, index), f"the index {_shown(index)} left out of the range"
        case Without(range_, index):
            yield range_, f"the index {_shown(index)} kept in the range"


def _shown(t: Node) -> str:
    from ..writing import latex

    return f"${latex(t)}$".replace("{", "{{").replace("}", "}}")


def shifted(t: Any, by: int) -> Term:
    """t + by, as it is written: n - 1, and n for n - 1 + 1."""
    match t:
        case Number(value):
            return Number(value + by)
        case Plus((first, Neg(Number(value)))):
            return first if by == value else Plus((first, Neg(Number(value - by))))
        case Plus((first, Number(value))):
            return first if by == -value else Plus((first, Number(value + by)))
    return Plus((t, Number(by))) if by > 0 else Plus((t, Neg(Number(-by))))


def _kind(name: Name) -> tuple[Any, ...]:
    return (type(name), *name.fields[1:])


def _kin(names: frozenset[Name]) -> dict[Any, list[Name]]:
    """The names by kind: those that could be mistaken for each other."""
    groups: dict[Any, list[Name]] = {}
    for name in sorted((n for n in names if not isinstance(n, Abstract)), key=lambda n: (str(n.fields[0]), repr(n))):
        groups.setdefault(_kind(name), []).append(name)
    return groups


def _summands(names: frozenset[Name]) -> list[Term]:
    """What may have been lost where no computation tells: 1, 1/2, and the numbers that have a name."""
    scalars = [n for n in names if isinstance(n, Var) and is_scalar(n) and is_scalar_space(n.space)]
    return [ONE, half, *sorted((s for s in scalars if not isinstance(s.space, Abstract)), key=lambda n: n.name)]


def _exchanged(place: Place, kin: dict[Any, list[Name]]) -> Iterator[Correction]:
    """Names of one kind exchanged in a side or in one of its terms."""
    node, whole = place.node, place.above is None
    pairs: dict[tuple[str, str], dict[Name, Name]] = {}
    for group in kin.values():
        for a, b in combinations(group, 2):
            if (a not in node.free and b not in node.free) or {a, b} & set(place.bound):
                continue
            both = {a: b, b: a}
            if not whole and not (a in node.free and b in node.free):
                continue
            said = "{old} and {new} exchanged" + ("" if whole else " in {at}")
            yield _made(1.35 if whole else 1.65, place, substitute(node, both), said, old=a, shown=b)
            ends = tuple(str(n.fields[0]).rpartition("_")[2] for n in (a, b))
            pairs.setdefault((ends[0], ends[1]), {}).update(both)
    for (first, second), together in pairs.items():
        if len(together) > 2:
            said = f"the indices ${first}$ and ${second}$ exchanged".replace("{", "{{").replace("}", "}}")
            yield _made(1.45, place, substitute(node, together), said + ("" if whole else " in {at}"))


def _throughout(root: Place) -> Iterator[Correction]:
    """The same slip wherever a name or a logarithm stands in the side."""
    side = root.node
    for name in sorted((n for n in side.free if isinstance(n, Var) and is_scalar_space(n.space)), key=lambda n: n.name):
        if not isinstance(name, Term) or _is_index(name):
            continue
        squared = name**2
        bare = _replaced(side, squared, name)
        if bare is not side:
            said = "{new} for {old} throughout (the square is too much)"
            yield _made(1.55, root, bare, said, old=squared, shown=name)
        if occurrences(side, name) > 1:
            said = "{new} for {old} throughout"
            yield _made(1.6, root, substitute(side, {name: squared}), said + " (the square is missing)", name, squared)
            yield _made(1.65, root, substitute(side, {name: ONE / name}), said, old=name, shown=ONE / name)
            yield _made(1.7, root, substitute(side, {name: sqrt(name)}), said, old=name, shown=sqrt(name))
    for base in (TWO, Number(10)):
        based = _rebased(side, base)
        if based is not side:
            yield _made(1.3, root, based, f"the logarithm to base ${base.value}$")
        natural = _natural(side, base)
        if natural is not side:
            yield _made(1.1, root, natural, "the natural logarithm")


def _replaced(t: Any, old: Term, new: Term) -> Any:
    return new if t is old else t if isinstance(t, Var) else t.map_children(lambda child: _replaced(child, old, new))


def _rebased(t: Any, base: Term) -> Any:
    """Natural logarithms made those to a base; a logarithm of a number alone is taken to be meant."""
    match t:
        case Apply(Elementary("log"), (arg,)):
            return t if isinstance(arg, Number) and arg is base else Quotient(log(_rebased(arg, base)), log(base))
        case Var():
            return t
    return t.map_children(lambda child: _rebased(child, base))


def _natural(t: Any, base: Term) -> Any:
    match t:
        case Quotient(num, Apply(Elementary("log"), (arg,))) if arg is base:
            return num
        case Var():
            return t
    return t.map_children(lambda child: _natural(child, base))


__all__ = ["Correction", "corrections", "plus", "shifted", "times"]
