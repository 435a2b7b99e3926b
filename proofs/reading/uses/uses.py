"""The record of how each name is used in a stretch of a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from ..changing import changed
from ..names import name_of, symbol_name
from ..syntax import Add, Big, Bracket, Mark, Multiply, Numeral, Script, Statement, Symbol, Syntax
from .superscripts import is_transposition

Limits = tuple[Syntax, Syntax]


@dataclass(frozen=True)
class Applied:
    """One application as written: the head's name, the arguments, what is given behind a bar."""

    head: str
    items: tuple[Syntax, ...]
    given: tuple[Syntax, ...] | None
    bar: str

    @classmethod
    def written(cls, node: Syntax) -> Applied | None:
        """The application that a node is, p(x | y); None for any other."""
        match node:
            case Multiply((head, Bracket("(", items, ")", given) as bracket), ("", "")):
                name = name_of(head)
                return None if name is None else cls(name, items, given, bracket.bar)
        return None

    @property
    def may_be_link(self) -> bool:
        r"""Whether the head may be a link function though a formula follows: \sigma(a + b), g(w^\top x + b)."""
        return self.head == "sigma" or any(
            isinstance(node, Script) and is_transposition(node.above) for item in self.items for node in item.walk()
        )


def factors_of_whole(items: tuple[Syntax, ...], right: Syntax | None) -> bool:
    r"""Whether p(\tau) = p(s_0) \prod_t \pi(a_t | s_t) is written: a product of densities at the parts of what stands
    as one letter on the left.  It says how that is distributed, and is no formula in that letter."""
    match right:
        case Multiply((Symbol() | Script(), Bracket("("), *_, Big("prod")), signs) if not any(signs):
            written = {name_of(n) for n in right.walk()}
            return len(items) == 1 and isinstance(items[0], Symbol) and name_of(items[0]) not in written
    return False


@dataclass
class Survey:
    """What a stretch of rows says of its names; every set holds names as ``name_of`` gives them."""

    running: set[str] = field(default_factory=set)  # indices of sums and products, and i = 1, ..., n
    particular: frozenset[str] = frozenset()  # letters by which words mean one index: "for some i"
    places: set[str] = field(default_factory=set)  # of them those over which nothing runs: one place, whichever it is
    counting: set[str] = field(default_factory=set)  # upper limits, factorials, binomials
    whole: set[str] = field(default_factory=set)  # letters for sizes that are at least a whole number
    valued: set[str] = field(default_factory=set)  # of them those that are values of random variables: k of P(X = k)
    limits: dict[str, set[str]] = field(default_factory=dict)  # of random variables, the n of P(X > n)
    counted: set[str] = field(default_factory=set)  # stems of families of counts: n of \sum_{j=1}^{n_i}
    integrated: set[str] = field(default_factory=set)  # stand behind a d
    summed: set[str] = field(default_factory=set)  # under a sum that gives no numbers: \sum_x, \sum_{x \in \mathcal X}
    over: set[str] = field(default_factory=set)  # what means run over: the x of E_{p(x)} and of E_{x \sim p}
    run_over_by: dict[str, str] = field(default_factory=dict)  # of the p of E_{x \sim p}, the x
    numeric: set[str] = field(default_factory=set)  # stand in arithmetic
    mentioned: set[str] = field(default_factory=set)  # of them those that stand there alone in a sentence
    squared: set[str] = field(default_factory=set)
    transposed: set[str] = field(default_factory=set)
    inverted: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)  # stand where no bracket follows
    argued: set[str] = field(default_factory=set)  # are arguments of applications
    marked: set[str] = field(default_factory=set)  # carry an index that runs in brackets above, x^{(i)}
    random: set[str] = field(default_factory=set)  # capital letters in a mean, a variance, a probability
    begun: set[str] = field(default_factory=set)  # names that an equation begins with
    far: set[str] = field(default_factory=set)  # names that are said to tend to infinity
    written: set[str] = field(default_factory=set)  # functions and densities whose value an equation begins with
    bounds: set[str] = field(default_factory=set)  # names that stand in the ends of a range: [0, \theta], x <= \theta
    averaged: set[str] = field(default_factory=set)  # names that a mean, a variance is taken of, or of their powers
    meant: set[str] = field(default_factory=set)  # names that stand in means, variances, and not only in probabilities
    divergent: set[str] = field(default_factory=set)  # stand in a divergence
    compared: set[frozenset[str]] = field(default_factory=set)  # that stand in one divergence
    distributed: set[str] = field(default_factory=set)  # the stems of names that are said to have a law, by a \sim
    drawn_alone: set[str] = field(default_factory=set)  # names that are said to have a law by themselves
    equated: set[str] = field(default_factory=set)  # with an index, they begin an equation: x_i = ...
    factored: set[str] = field(default_factory=set)  # data whose density is written as a product over them
    names_pi: bool = False  # 1 - \pi shows that \pi is a probability
    names_e: bool = False  # an equation gives the letter e a number that is not Euler's
    beside: frozenset[str] = frozenset()  # are added to their own members, \mu_i - \mu
    bases: dict[Syntax, bool] = field(default_factory=dict)  # of logarithms, and whether of one of more than numerals
    natural: bool = False  # a logarithm is written without a base
    labels: dict[str, list[Syntax]] = field(default_factory=dict)  # the subscripts that a stem carries
    ranges: dict[str, list[Limits]] = field(default_factory=dict)  # of running indices
    ends: dict[str, set[Syntax]] = field(default_factory=dict)  # of data x_1, ..., x_n, and of a mean of x_i, the n
    made_at: set[tuple[str, str]] = field(default_factory=set)  # families made of others at a letter, a_t = 1 - b_t
    moved: set[str] = field(default_factory=set)  # letters for a place beside which others are: t of x_{t-1}
    alike: dict[str, str] = field(default_factory=dict)  # of families of one size, which stands for all of them
    shown: dict[tuple[str, str], set[Limits]] = field(default_factory=dict)  # of an index, of what it tells apart there
    applications: list[Applied] = field(default_factory=list)
    mapped: dict[str, Syntax] = field(default_factory=dict)  # D : X to (0, 1), and the set of its values
    formulas: set[str] = field(default_factory=set)  # functions of which an equation says what they are
    in_families: set[str] = field(default_factory=set)  # functions in the form of an exponential family
    decaying: dict[str, set[str]] = field(default_factory=dict)  # in an exponent e^{-...}: as a rate, a scale
    varied: set[str] = field(default_factory=set)  # what is differentiated by, in a fraction or below a nabla
    rates: dict[str, set[str]] = field(default_factory=dict)  # what is differentiated, and by what
    _indexed: dict[tuple[str, int, int], bool] = field(default_factory=dict)

    def copy(self) -> Survey:
        """Another one that says the same; what is added to it is not said by this one."""
        known = vars(self).items()
        return changed(self, **{name: v.copy() if type(v) in (set, list) else _copied(v) for name, v in known})

    def heads(self) -> set[str]:
        """The names that are followed by a round bracket somewhere."""
        return {a.head for a in self.applications}

    def uses(self, head: str) -> list[Applied]:
        return [a for a in self.applications if a.head == head]

    def range_shown(self, index: str, stem: str) -> set[Limits]:
        """The ranges of an index where it tells the members of a stem apart, and those that are said of it alone."""
        return self.shown.get((index, stem), set()) | self.shown.get((index, ""), set())

    def show(self, index: str, stems: Iterable[str], limits: Limits) -> None:
        """Keep a range of an index, and what it tells apart there; "" for whatever it does."""
        self.ranges.setdefault(index, []).append(limits)
        for stem in stems:
            self.shown.setdefault((index, stem), set()).add(limits)

    def varied_together(self, one: str, other: str) -> bool:
        """Whether something else is differentiated by both names: they vary without each other."""
        return any({one, other} <= by for subject, by in self.rates.items() if subject not in (one, other))

    def counts_from_one(self, stem: str) -> bool:
        """Whether numerals below a stem may be places: where one of them is 0 they only tell names apart."""
        return Numeral("0") not in self.labels.get(stem, ())

    def labels_of_members(self, stem: str) -> list[Syntax]:
        r"""The subscripts of a stem without those of further data, the * of p(x_* | \theta) beside x_1, ..., x_n."""
        labels = self.labels.get(stem, [])
        ends = self.ends.get(stem, set())
        if not any(isinstance(label, Add | Mark) for label in labels):
            return labels
        return [label for label in labels if not (_is_beyond(label, ends) and self._is_predicted(stem, label))]

    def _is_predicted(self, stem: str, label: Syntax) -> bool:
        """Whether a density is taken at the member with a label alone, given something."""
        for applied in self.applications:
            match applied.items, applied.given:
                case (Script(base, below, None, 0),) | (Statement((Script(base, below, None, 0), _)),), (_, *_):
                    if below == label and name_of(base) == stem and applied.head in ("p", "q"):
                        return True
        return False

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


__all__ = ["Applied", "Survey", "factors_of_whole"]


def _is_beyond(label: Syntax, ends: Collection[Syntax]) -> bool:
    """Whether a subscript is a star, or one more than the last of the data."""
    match label:
        case Mark("*"):
            return True
        case Add((last, Numeral("1")), ("", "+")):
            return last in ends
    return False


def _copied(value: Any) -> Any:
    """A collection anew, with the collections in it; names and formulas, which never change, as they are."""
    kind = type(value)
    if kind is dict:
        return {key: _copied(each) for key, each in value.items()}
    return kind(value) if kind is set or kind is list else value
