r"""The survey of a stretch of a document: how each name is used there, before any is given a meaning.

``p(y|x)`` says that p is applied, ``\sum_{i=1}^n`` that i runs and n counts, ``A^\top`` that A is no number, ``x^2``
that x is one.  What a name is follows from all its uses together; that is why they are collected first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from .members import beside_members
from .names import TRANSPOSED, name_of, symbol_name
from .syntax import (
    Big,
    Bracket,
    Choose,
    Differential,
    Dots,
    Factorial,
    Fraction,
    Multiply,
    Named,
    Numeral,
    RowSyntax,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
)

_OPERATORS_TEXT = (
    "E Var Cov Corr KL D_KL JS JSD D_JS KLD H h I Pr Mean Median mode median Skew std Std MSE D_{KL} D_{JS}"
)
OPERATORS = frozenset(_OPERATORS_TEXT.split())

INDICES = frozenset("ijklmnrst")
PLACES = frozenset("ijkl")  # of them those that stand for nothing else


@dataclass(frozen=True)
class Applied:
    """One application as written: the head's name, the arguments, what is given behind a bar."""

    head: str
    items: tuple[Syntax, ...]
    given: tuple[Syntax, ...] | None
    bar: str


@dataclass
class Survey:
    """What a stretch of rows says of its names; every set holds names as ``name_of`` gives them."""

    running: set[str] = field(default_factory=set)  # indices of sums and products, and i = 1, ..., n
    places: set[str] = field(default_factory=set)  # of them those over which nothing runs: one place, whichever it is
    counting: set[str] = field(default_factory=set)  # upper limits, factorials, binomials
    counted: set[str] = field(default_factory=set)  # stems of families of counts: n of \sum_{j=1}^{n_i}
    integrated: set[str] = field(default_factory=set)  # stand behind a d
    summed: set[str] = field(default_factory=set)  # under a sum that gives no numbers: \sum_x, \sum_{x \in \mathcal X}
    numeric: set[str] = field(default_factory=set)  # stand in arithmetic
    squared: set[str] = field(default_factory=set)
    transposed: set[str] = field(default_factory=set)
    inverted: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)  # stand where no bracket follows
    argued: set[str] = field(default_factory=set)  # are arguments of applications
    marked: set[str] = field(default_factory=set)  # carry an index that runs in brackets above, x^{(i)}
    random: set[str] = field(default_factory=set)  # capital letters in a mean, a variance, a probability
    divergent: set[str] = field(default_factory=set)  # stand in a divergence
    distributed: set[str] = field(default_factory=set)  # the stems of names that are said to have a law, by a \sim
    equated: set[str] = field(default_factory=set)  # with an index, they begin an equation: x_i = ...
    factored: set[str] = field(default_factory=set)  # data whose density is written as a product over them
    beside: frozenset[str] = frozenset()  # are added to their own members, \mu_i - \mu
    bases: dict[Syntax, bool] = field(default_factory=dict)  # of logarithms, and whether of one of more than numerals
    natural: bool = False  # a logarithm is written without a base
    labels: dict[str, list[Syntax]] = field(default_factory=dict)  # the subscripts that a stem carries
    ranges: dict[str, list[tuple[Syntax, Syntax]]] = field(default_factory=dict)  # of running indices
    applications: list[Applied] = field(default_factory=list)
    mapped: dict[str, Syntax] = field(default_factory=dict)  # D : X to (0, 1), and the set of its values
    rates: dict[str, set[str]] = field(default_factory=dict)  # what is differentiated, and by what
    _indexed: dict[tuple[str, int, int], bool] = field(default_factory=dict)

    def heads(self) -> set[str]:
        """The names that are followed by a round bracket somewhere."""
        return {a.head for a in self.applications}

    def uses(self, head: str) -> list[Applied]:
        return [a for a in self.applications if a.head == head]

    def varied_together(self, one: str, other: str) -> bool:
        """Whether something else is differentiated by both names: they vary without each other."""
        return any({one, other} <= by for subject, by in self.rates.items() if subject not in (one, other))

    def counts_from_one(self, stem: str) -> bool:
        """Whether numerals below a stem may be places: where one of them is 0 they only tell names apart."""
        return Numeral("0") not in self.labels.get(stem, ())

    def is_index(self, label: Syntax) -> bool:
        """Whether a subscript is one index that runs somewhere in the stretch, or is made of such."""
        return any(isinstance(n, Symbol) and symbol_name(n) in self.running for n in label.walk())

    def is_indexed(self, stem: str) -> bool:
        """Whether one of the subscripts of a stem is an index."""
        labels = self.labels.get(stem, [])
        asked = (stem, len(labels), len(self.running))
        if asked not in self._indexed:
            self._indexed[asked] = any(map(self.is_index, labels))
        return self._indexed[asked]


def survey(rows: Iterable[Syntax]) -> Survey:
    """The survey of rows that belong together."""
    found = Survey()
    everything = list(rows)
    for row in everything:
        _limits(row, found)
    found.beside = beside_members(everything, found.is_index)
    for row in everything:
        if not list(_mentioned(row)):
            _visit(row, found, "value")
    for name in (name for row in everything for name in _mentioned(row)):
        found.bare.add(name)
        if not any(all(map(name_of, use.items)) for use in found.uses(name)):  # f is no number beside f(x)
            found.numeric.add(name)
    _free_places(found)
    return found


def _free_places(found: Survey) -> None:
    r"""The j of \frac{\partial}{\partial w_j} \sum_k w_k^2: a place among those that other letters run over."""
    before = -1
    while before < len(found.running):
        before = len(found.running)
        _more_places(found)


def _more_places(found: Survey) -> None:
    for labels in found.labels.values():
        for column in zip_longest(*map(_parts, labels)):
            letters = [part for part in column if isinstance(part, Symbol) and not part.accents]
            running = [name for name in map(symbol_name, letters) if name in found.running]
            for name in map(symbol_name, letters):
                if running and name in PLACES - found.running - found.numeric - found.counting:
                    found.running.add(name)
                    found.places.add(name)
                    found.ranges.setdefault(name, []).extend(found.ranges.get(running[0], ()))


def _parts(label: Syntax) -> tuple[Syntax, ...]:
    """The indices that a subscript is made of."""
    match label:
        case Multiply(factors, signs) if not any(signs):
            return factors
        case Bracket("", items, _, None):
            return items
    return (label,)


def _mentioned(row: Syntax) -> Iterator[str]:
    """The names of letters that are a row by themselves: a sentence speaks of them, and no more."""
    match row:
        case RowSyntax((Statement((Symbol() as sole,), ()),)):
            yield symbol_name(sole)


def _stem(name: str) -> str:
    return name.split("_")[0]


def _limits(row: Syntax, found: Survey) -> None:
    """First of all the names that run: a subscript is an index only where its letter does."""
    for node in row.walk():
        match node:
            case Fraction(Differential(_, subject), Differential(_, by)) if subject is not None:
                if (name := name_of(subject)) is not None and (variable := name_of(by)) is not None:
                    found.rates.setdefault(name, set()).add(variable)
            case Big("sum" | "prod", _, None, None) if (index := unsaid_index(node)) is not None:
                found.running.add(symbol_name(index))
            case Big("sum" | "prod" | "max" | "min" | "bigcup" | "bigcap", _, below, above):
                _running(below, above, found)
            case Statement((Script(base, Syntax()), _, *_), (Sign("=" | ":="), *_)) if name_of(base) is not None:
                found.equated.add(name_of(base) or "")
            case Statement(
                (Multiply((_, Bracket("(", (whole, *_))), ("", "")), Big("prod", body), *_), (Sign("="), *_)
            ) if (data := name_of(whole)) is not None:
                parts = (n for n in body.walk() if isinstance(n, Script) and isinstance(n.below, Symbol))
                found.factored.update({data} & {name_of(part.base) for part in parts})
            case Statement((left, _), (Sign("~"),)) if left is not None:
                found.distributed.update(_said_to_be_random(left))
            case Script(Bracket("("), Statement() as below, above) if above is not None:  # (a_k)_{k = 1}^n
                _running(below, above, found)
            case Statement((first, *_, Dots() | Symbol() | Numeral()), (Sign("="), *_)) if name_of(first):
                pass
            case RowSyntax(statements):
                for name, low, high in _progressions(statements):
                    found.running.add(name)
                    found.ranges.setdefault(name, []).append((low, high))
                    if (count := name_of(high)) is not None:
                        found.counting.add(count)


def unsaid_index(node: Big, bound: Collection[str] = ()) -> Symbol | None:
    r"""The i of ``\sum x_i``: the one letter for an index that stands as one in the body, and is bound nowhere."""
    if node.differentials:
        return None
    inside = {name for each in node.body.walk() if isinstance(each, Big) for name in _limit_names(each)}
    found = {
        symbol_name(each.below): each.below
        for each in node.body.walk()
        if isinstance(each, Script) and isinstance(each.below, Symbol) and each.below.name in INDICES
    }
    free = [symbol for name, symbol in found.items() if name not in bound and name not in inside]
    return free[0] if len(free) == 1 and not inside else None


def _limit_names(node: Big) -> Iterator[str]:
    """The letters under a large operator, and one that is left unsaid."""
    if node.below is None:
        yield ""
    else:
        yield from (name for each in node.below.walk() if (name := name_of(each)) is not None)


def _said_to_be_random(left: Syntax) -> Iterator[str]:
    r"""The stems of the names on the left of a \sim: of \varepsilon_i not the index."""
    name = name_of(left)
    if name is not None:
        yield _stem(name)
    elif not isinstance(left, Script):
        for child in left.children():
            yield from _said_to_be_random(child)
    else:
        yield from _said_to_be_random(left.base)


def _progressions(statements: tuple[Statement, ...]) -> Iterator[tuple[str, Syntax, Syntax]]:
    r"""i = 1, ..., n written as statements of a row: ``i = 1``, ``\ldots``, ``n``."""
    for first, dots, last in zip(statements, statements[1:], statements[2:], strict=False):
        if len(first.expressions) == 2 and first.relations[0].symbol == "=" and isinstance(dots.expressions[0], Dots):
            name, low, high = name_of(first.expressions[0]), first.expressions[1], last.expressions[0]
            if name is not None and low is not None and high is not None:
                yield name, low, high


def _running(below: Syntax | None, above: Syntax | None, found: Survey) -> None:
    match below:
        case Statement((left, right, *_), (Sign("="), *_)) if right is not None:
            index = name_of(left)
            if index is not None:
                found.running.add(index)
                if above is not None:
                    downwards = above == Numeral("1") and not isinstance(right, Numeral)  # \prod_{k=K}^1
                    found.ranges.setdefault(index, []).append((above, right) if downwards else (right, above))
        case Statement((left, right), (Sign("!=" | "<=" | "<" | ">" | ">=" | "in"),)):
            index = name_of(left)
            if index is not None and not (isinstance(right, Symbol) and right.font in ("cal", "bb")):
                found.running.add(index)
        case Symbol() | Script() if above is None:
            index = name_of(below)
            if index is not None and index in INDICES:
                found.running.add(index)
        case Multiply(factors, signs) if not any(signs):
            found.running.update(n for n in map(name_of, factors) if n is not None and n in INDICES)
        case Bracket("", items, ""):
            for item in items:
                _running(item, above, found)


def _visit(node: Syntax | None, found: Survey, place: str) -> None:
    """Collect the uses in a tree; ``place`` is value, argument or label."""
    match node:
        case None:
            return
        case Symbol() | Script():
            _name(node, found, place)
        case Statement((Symbol() as mapping, _, image), (Sign(":"), Sign("to"))) if image is not None:
            found.mapped[symbol_name(mapping)] = image
        case Statement((Symbol() as one, Symbol() as other), (Sign("=" | "!="),)) if {one.name, other.name} <= PLACES:
            pass  # i and j tell places apart there, and are no numbers
        case Multiply(factors, _):
            _factors(factors, node.signs, found, place)
        case Bracket(_, items, _, given):
            for item in (*items, *(given or ())):
                _visit(item, found, place if len(items) == 1 and given is None else "argument")
        case Big():
            _big(node, found)
        case Differential(_, variable):
            name = name_of(variable)
            if name is not None:
                found.integrated.add(name)
                if isinstance(variable, Script):
                    _labels(variable, found)
            else:
                _visit(variable, found, "argument")
        case Factorial(argument):
            _count(argument, found)
            _visit(argument, found, "value")
        case Choose(n, k):
            for part in (n, k):
                _count(part, found)
                _visit(part, found, "value")
        case Named("log", argument, below) if below is not None:
            named = any(isinstance(n, Symbol) for n in argument.walk())
            found.bases[below] = found.bases.get(below, False) or named
            _visit(below, found, "value")
            _visit(argument, found, "value")
        case Named("log" | "ln", argument):
            found.natural = True
            _visit(argument, found, "value" if place == "matrix" else place)
        case Named("det" | "tr" | "diag" | "vec" | "rank", argument):
            _visit(argument, found, "matrix")
        case _:
            for child in node.children():
                _visit(child, found, "value" if place == "matrix" else place)


def _count(node: Syntax, found: Survey) -> None:
    found.counting.update(n for n in map(name_of, node.walk()) if n is not None)


def _stems(node: Syntax) -> Iterator[str]:
    """The stems of the names with a subscript in the end of a sum or a product."""
    for part in node.walk():
        if isinstance(part, Script) and part.below is not None and (stem := name_of(part.base)) is not None:
            yield stem


def _big(node: Big, found: Survey) -> None:
    if node.operator in ("sum", "prod"):
        if node.above is not None:
            _count(node.above, found)
            found.counted.update(_stems(node.above))
        elif (name := summation_variable(node.below)) is not None and name not in found.running:
            found.summed.add(name)
    for limit in (node.below, node.above):
        if isinstance(limit, Statement):
            for each in limit.expressions[1:]:
                _visit(each, found, "argument")
        else:
            _visit(limit, found, "argument")
    for each in node.differentials:
        _visit(each, found, "argument")
        if node.above is not None and not _endless(node.above):  # between limits: a number
            found.numeric.update(n for d in each.walk() if isinstance(d, Differential) and (n := name_of(d.variable)))
    _visit(node.body, found, "value")


def _endless(node: Syntax) -> bool:
    return any(isinstance(n, Symbol) and n.name == "infty" for n in node.walk())


def summation_variable(below: Syntax | None) -> str | None:
    r"""The variable of ``\sum_x`` and of ``\sum_{x \in \mathcal X}``."""
    match below:
        case Statement((left, _), (Sign("in"),)):
            return name_of(left)
        case Symbol() | Script():
            return name_of(below)
    return None


def _factors(factors: tuple[Syntax, ...], signs: tuple[str, ...], found: Survey, place: str) -> None:
    k = 0
    while k < len(factors):
        factor = factors[k]
        follower = factors[k + 1] if k + 1 < len(factors) and not signs[k + 1] else None
        head = name_of(factor)
        if head is None and isinstance(factor, Script):  # f^2(x), f^{-1}(x)
            head = name_of(Script(factor.base, factor.below, None, factor.primes))
        if isinstance(follower, Bracket) and follower.left in ("(", "[", "{") and _operates(factor):
            _operands(factor, follower, found)
        if head is not None and isinstance(follower, Bracket) and follower.left == "(":
            found.applications.append(Applied(head, follower.items, follower.given, follower.bar))
            _labels(factor, found)
            arguments = (*follower.items, *(follower.given or ()))
            for item in arguments:
                found.argued.update(n for n in [_argument_name(item)] if n is not None)
                _visit(item, found, "argument")
            k += 2
        else:
            _visit(factor, found, place)
            k += 1


def _operates(factor: Syntax) -> bool:
    base = factor.base if isinstance(factor, Script) else factor
    return isinstance(base, Symbol) and (base.name in OPERATORS or (base.name == "D" and isinstance(factor, Script)))


def _operands(factor: Syntax, bracket: Bracket, found: Survey) -> None:
    """Laws in a divergence, random variables in everything else."""
    parts = (*bracket.items, *(bracket.given or ()))
    if bracket.bar == "||":
        found.divergent.update(n for part in parts for n in map(name_of, _letters(part)) if n is not None)
        return
    names = {n for part in parts for n in map(name_of, _spoken(part)) if n is not None}
    if isinstance(factor, Script) and (variable := _drawn(factor.below)) is not None:
        found.random |= {variable} if len(variable) == 1 and variable.isupper() else set()
        found.divergent |= _drawn_from(factor.below)
    else:
        found.random |= {n for n in names if len(n.split("_")[0]) == 1 and n[:1].isupper() and n[:1] not in "EPQH"}


def _drawn(below: Syntax | None) -> str | None:
    r"""The variable of E_{x \sim q}: nothing else in such a mean is shown to be random by it."""
    match below:
        case Statement((variable, _), (Sign("~"),)):
            return name_of(variable) or ""
    return None


def _drawn_from(below: Syntax | None) -> set[str]:
    r"""The law of E_{x \sim g}: a letter of which g(x) is the density."""
    match below:
        case Statement((_, law), (Sign("~"),)) if law is not None and (name := name_of(law)) is not None:
            return {name}
    return set()


def _spoken(node: Syntax) -> Iterator[Syntax]:
    """The nodes of an expression but for the limits of its sums and products."""
    yield node
    for child in (node.body, *node.differentials) if isinstance(node, Big) else node.children():
        yield from _spoken(child)


def _letters(node: Syntax) -> Iterator[Syntax]:
    """The nodes of what a divergence is taken of, without what its densities are taken at: of p(z | x) that is p."""
    yield node
    match node:
        case Multiply((Symbol() | Script() as head, Bracket("("), *more), _):
            yield head
            for factor in more:
                yield from _letters(factor)
        case _:
            for child in (node.body, *node.differentials) if isinstance(node, Big) else node.children():
                yield from _letters(child)


def _argument_name(item: Syntax) -> str | None:
    if isinstance(item, Statement) and len(item.expressions) == 2:
        return name_of(item.expressions[1])
    return name_of(item)


def _name(node: Symbol | Script, found: Survey, place: str) -> None:
    _labels(node, found)
    match node:
        case Script(base, below, above, primes):
            stem = name_of(Script(base, below, None, primes) if below is not None or primes else base)
            if stem is None:
                _visit(base, found, place)
                if _operates(node):  # \mathrm E_{q(z|x)}
                    _visit(below, found, "argument")
            else:
                found.bare.add(stem)
                if place != "argument":
                    found.numeric.add(stem)
            if stem is not None and (index := index_above(above)) is not None and symbol_name(index) in found.running:
                found.marked.add(stem)
            if is_transposition(above):
                for inner in base.walk():
                    if (name := name_of(inner)) is not None:
                        found.transposed.add(name if below is None or stem is None else stem)
            elif is_minus_one(above):
                if stem is not None:
                    found.inverted.add(stem)
            elif above is not None:
                if stem is not None and isinstance(above, Numeral) and above.text == "2":
                    found.squared.add(stem)
                _visit(above, found, "value")
            if below is not None and stem is not None:
                for part in below.walk():
                    if isinstance(part, Symbol):
                        found.bare.add(symbol_name(part))
        case Symbol():
            name = symbol_name(node)
            found.bare.add(name)
            if place == "value":
                found.numeric.add(name)


def _labels(node: Syntax, found: Survey) -> None:
    if isinstance(node, Script) and node.below is not None:
        stem = name_of(node.base)
        if stem is not None:
            found.labels.setdefault(stem, []).append(node.below)


def is_transposition(above: Syntax | None) -> bool:
    """Whether a superscript transposes what it stands on."""
    return isinstance(above, Symbol) and above.name in TRANSPOSED


def index_above(above: Syntax | None) -> Symbol | None:
    """The letter in a bracketed superscript, x^{(i)}."""
    match above:
        case Bracket("(", (Symbol() as letter,), ")", None):
            return letter
    return None


def is_minus_one(above: Syntax | None) -> bool:
    """Whether a superscript is -1."""
    from .syntax import Add

    return isinstance(above, Add) and above.signs == ("-",) and above.summands == (Numeral("1"),)


def is_half(above: Syntax | None) -> bool:
    """Whether a superscript is 1/2 or -1/2, however that is written."""
    from .syntax import Add, Multiply

    match above:
        case Add((half,), ("-",)):
            return is_half(half)
        case Multiply((Numeral("1"), Numeral("2")), ("", "/")) | Fraction(Numeral("1"), Numeral("2")):
            return True
        case Numeral("0.5"):
            return True
    return False


__all__ = [
    "Applied", "Fraction", "Survey", "is_half", "is_minus_one", "is_transposition", "survey", "unsaid_index",
]  # fmt: skip
