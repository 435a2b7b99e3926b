r"""From syntax to terms: what a written expression means where its names mean what the context says.

``Meaning(context).term(node)`` is the term exactly as written; ``Unread`` is raised with the span and the reason where
anything is not understood or has two meanings.  The parts with a subject of their own stand in ``applied`` (functions,
densities, means), ``big`` (sums, products), ``integrals``, ``rates`` (derivatives), ``subscripts``, ``arrays`` (vectors
and matrices).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction

from .. import language as L
from .context import Context
from .laws import factors, models, random_vectors
from .laws.densities import Densities
from .names import is_mark, name_of, symbol_name, to_latex
from .probability import entropies, means, outcomes, random_names
from .relations import RELATIONS
from .shapes.shapes import Shapes
from .syntax import (
    Add,
    Big,
    Bracket,
    CaseRows,
    Choose,
    Decorated,
    Differential,
    Dots,
    Evaluated,
    Factorial,
    Grid,
    Mark,
    Multiply,
    Named,
    Numeral,
    Root,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
    Words,
)
from .syntax import (
    Fraction as Ratio,
)
from .terms import (
    applied,
    arrays,
    big,
    constants,
    functions,
    grids,
    implicit,
    indicators,
    integrals,
    matrix_functions,
    norms,
    partials,
    products,
    rates,
    shifts,
    two_signs,
)
from .terms.arrays import RowVector, Value
from .terms.calls import is_quantity
from .uses import angles, bits, letter_e, lists, subscripts
from .uses.heads import head_of
from .uses.running import INDICES
from .uses.superscripts import is_transposition

_NO_NAMES = frozenset({"const", "Const", "nabla", "partial", "emptyset", "aleph", "hbar", "ldots"})
_TWO = re.compile(r"(?<![\d.^_])2\s*$")
_IMAGINARY = frozenset({"i", "imath"})


def _number(value: Value, node: Syntax) -> L.Term:
    """What was read, where a number is meant.  Raises ``Unread``."""
    if isinstance(value, RowVector) or not L.is_scalar(value):
        raise Unread("a vector or matrix where a number is meant", node.span)
    return value


class Meaning:
    """The meaning of expressions in a context; ``remarks`` collects what a reader should be told of the reading."""

    def __init__(self, context: Context, found: Shapes | None = None) -> None:
        self.context = context
        self.shapes = found or Shapes(context)
        self.densities = Densities(context, self.shapes)
        self.bound: dict[str, L.Term] = {}
        self.outcomes: dict[str, L.Term] = {}  # of random variables, inside an expectation
        self.apart: set[str] = set()  # single data that are random variables of their own in the event at hand
        self.remarks: list[str] = []
        self.borrowed: set[str] = set()  # names that an earlier section gave the formulas they stand for in this chain
        self.pointwise: bool | None = None  # whether random variables stand for any values; not inside an operator
        self.valued: set[str] = set()  # the random variables that did so
        self._resolving: set[str] = set()  # names whose space is being found out
        self.indefinite: Symbol | None = None  # of the indefinite integrals in the equation at hand
        self.variable: str | None = None  # of the integral that a value between limits stands for
        self.curve: L.Relation | None = None  # that a derivative in the equation at hand is taken along
        self.text = ""  # that the nodes' spans are in
        self.logarithms = bits.Logarithms()  # in the formula at hand
        self.factors: factors.Factors | None = None
        self.factors = factors.factors_in(self)

    # -----------------------------------------------------------------------------------------------------------------
    # the face

    def term(self, node: Syntax) -> L.Term:
        """The term that an expression means."""
        value = self.value(node)
        return L.Transpose(value.vector) if isinstance(value, RowVector) else value

    def varied(self, node: Syntax) -> L.Term:
        """What a quantity is constant in: a variable, or the value of a density that is varied, q_j at a point."""
        name = name_of(node)
        if self.factors is not None and isinstance(node, Script) and name_of(node.base) == self.factors.family:
            j = factors.index(self, self.factors, node.below)
            if j is not None:
                return self.factors.members[j](self.factors.at(j))
        if name is not None and name in self.densities.variables:
            joint = self.densities.joint(name)
            if len(joint.names) == 1:
                return joint.law(self.densities.variable(joint.names[0]))
        return self.scalar(node)

    def family(self, stem: str) -> L.Var | None:
        """The vector of the data x_1, ..., x_n."""
        space = subscripts.space_of_name(self, stem)
        return L.Var(stem, space) if isinstance(space, L.Vectors) else None

    def quantity(self, node: Syntax) -> str | None:
        """The whole name of a quantity that is called by a word, LME(m_1); None for anything else."""
        match node:
            case Multiply((head_node, Bracket("(" | "[") as bracket), ("", "")):
                head = head_of(head_node)
                if head is not None and head.power is None and is_quantity(self.context, head, bracket):
                    return applied.quantity(self, head, bracket)
        return None

    def _is_behind_two(self, node: Syntax) -> bool:
        r"""Whether a letter stands right behind a 2: the \pi of \log(2 \pi) is the number, also beside \pi_k."""
        return _TWO.search(self.text, 0, node.span[0]) is not None

    def is_law(self, node: Syntax) -> bool:
        """Whether an expression is made of laws: a mixture of two."""
        return entropies.mixes(self, node)

    def written(self, node: Syntax) -> str:
        """The node as its author wrote it."""
        return " ".join(self.text[node.span[0] : node.span[1]].split())

    def scalar(self, node: Syntax) -> L.Term:
        """The term of an expression that must be a number."""
        return _number(self.value(node), node)

    def relation(self, statement: Statement) -> L.Relation:
        """A statement with one relation between numbers, as in a condition."""
        match statement:
            case Statement((left, right), (sign,)) if left is not None and right is not None:
                if sign.symbol in RELATIONS:
                    return L.Relation(self.term(left), RELATIONS[sign.symbol], self.term(right))
        raise Unread("no relation between two numbers", statement.span)

    @contextmanager
    def binding(self, names: dict[str, L.Term]) -> Iterator[None]:
        """Inside, the names mean these terms."""
        before = self.bound
        self.bound = {**before, **names}
        try:
            yield
        finally:
            self.bound = before

    @contextmanager
    def at_outcomes(self, pointwise: bool = True) -> Iterator[None]:
        """Inside, random variables stand for any values that they take together: what is said holds at each outcome."""
        before, self.pointwise = self.pointwise, pointwise
        try:
            yield
        finally:
            self.pointwise = before

    # -----------------------------------------------------------------------------------------------------------------
    # by kind

    def value(self, node: Syntax) -> Value:
        """A term, or a row vector."""
        match node:
            case Numeral(text):
                return L.Number(Fraction(text))
            case Symbol():
                return self.name(node)
            case Script():
                return self.script(node)
            case Bracket():
                return self.bracket(node)
            case Add():
                return self.sum(node)
            case Multiply():
                return products.product(self, node)
            case Ratio():
                return self.ratio(node)
            case Named():
                return functions.named(self, node)
            case Big():
                return big.big(self, node)
            case Root(radicand, None):
                inner = self.value(radicand)
                if isinstance(inner, L.Term) and isinstance(L.space_of(inner), L.Matrices):
                    return L.Power(inner, L.half)
                return L.sqrt(_number(inner, radicand))
            case Root(radicand, index):
                assert index is not None
                return L.Power(self.scalar(radicand), L.Number(1) / self.scalar(index))
            case Choose():
                return functions.choose(self, node)
            case Factorial(argument):
                return L.factorial(self.scalar(argument))
            case CaseRows():
                return functions.cases(self, node)
            case Grid():
                return grids.grid(self, node)
            case Evaluated():
                return integrals.evaluated(self, node)
            case Decorated(how, content):
                if how.startswith("cancel"):
                    raise Unread("something is struck out", node.span)
                return self.value(content)
            case Words(text):
                raise Unread(f"words in a formula: {text}", node.span)
            case Dots():
                raise Unread("dots: what they stand for is not said", node.span)
            case Differential():
                raise Unread("a differential without its integral", node.span)
            case Statement():
                raise Unread("a relation where a value is meant", node.span)
        raise Unread(f"a {type(node).__name__.lower()} that is not read", node.span)

    def name(self, node: Symbol | Script) -> L.Term:
        """A name by itself."""
        name = name_of(node)
        if name is None:
            raise Unread("a name with a formula as its label", node.span)
        return self.named_value(name, node)

    def _is_place(self, name: str) -> bool:
        """Whether a letter is an index somewhere in the stretch, or something is said of it as a number."""
        survey = self.context.survey
        labels = (n for labels in survey.labels.values() for label in labels for n in label.walk())
        indexed = name in survey.running | survey.counting or any(name_of(n) == name for n in labels)
        return indexed or self.context.is_parameter(name)

    def named_value(self, name: str, node: Syntax) -> L.Term:
        context = self.context
        for known in (self.bound, self.outcomes):
            if name in known:
                return known[name]
        if (made := random_vectors.at_outcomes(self, name)) is not None:
            return made
        if name in context.values:
            value = outcomes.at_outcomes(
                self, shifts.at_bound(self.bound, name, context.unfolded(context.values[name]))
            )
            if self.pointwise is False and (inside := random_names.depends_on(self, value)):
                raise Unread(f"{name}, which depends on the random variable {inside[0]}", node.span)
            return value
        if (entry := shifts.value(context, name)) is not None:
            return entry
        if (rate := partials.value(context, name)) is not None:
            return rate
        if (rate := implicit.primed(self, name)) is not None:
            return rate
        if name.endswith("^{-}") and name not in context.laws.keys() | context.random.keys() | context.spaces.keys():
            raise Unread("the mark - on a name: what is called so is not said", node.span)  # or the negative part of it
        if name in context.random and self.outcomes:
            return self.term(context.random[name])
        match node:
            case Symbol("infty"):
                return L.oo
            case Symbol("pi", "", ()) if self._is_behind_two(node) or not (
                name in context.survey.labels or context.survey.names_pi
            ):
                return L.pi
            case Symbol("e", "" | "rm", ()) if "e" not in context.spaces and "e" not in context.survey.argued:
                if context.survey.names_e:
                    raise letter_e.refuse(node)
                if not self.shapes.is_array("e"):
                    return L.e
        if random_names.is_random(self, name) and self.shapes.space(name) is None:
            if (taken := random_names.value_of(self, name)) is not None:
                return taken
            if self.pointwise and not self.outcomes:
                return random_names.any_value(self, name, node)
            raise Unread(f"the random variable {name} outside of an expectation", node.span)
        if (matrix := _matrix_of_numbers(context, name)) is not None:
            return matrix
        if name in context.functions or name in context.maps or _is_part_of_map(node, context):
            raise Unread(f"the function {name} without its argument", node.span)
        if name.split("_")[0] in _NO_NAMES:
            raise Unread(f"{name} standing for no value", node.span)
        if name in context.spaces:
            return L.Var(name, context.spaces[name])
        if name in context.data and not context.is_counted(name) and (data := self.family(name)) is not None:
            return data
        if self.densities.is_variable(name):
            further = models.further_point(self, name)
            return self.densities.variable(name) if further is None else further
        if self.factors is not None and name in INDICES:
            return L.Var(name, self.factors.indices)
        if name in self._resolving:
            raise Unread(f"a range of {name} that depends on {name} itself", node.span)
        self._resolving.add(name)
        try:
            shape = subscripts.space_of_name(self, name)
        finally:
            self._resolving.discard(name)
        if (identity := constants.identity(self, name, node, shape)) is not None:
            return identity
        if (ones := constants.ones(self, name, node, shape)) is not None:
            return ones
        if name in _IMAGINARY and shape is None and not self._is_place(name):
            raise Unread(f"{name}, which may be the imaginary unit", node.span)
        context.assume(*shifts.said(context, name))
        return L.Var(name, shape if shape is not None else context.space_of_number(name))

    def script(self, node: Script) -> Value:
        base, below, above, primes = node.base, node.below, node.above, node.primes
        if (indicator := indicators.lowered(self, node)) is not None:
            return indicator
        if (constant := constants.constant(self, node)) is not None:
            return constant
        if is_transposition(above):
            whole = Script(base, below, None, primes, span=node.span) if below or primes else base
            return matrix_functions.transposed(self, whole)
        powers_of_e = isinstance(base, Symbol) and base.name == "e" and base.font in ("", "rm") and not base.accents
        powers_of_e = powers_of_e and "e" not in self.context.spaces
        if powers_of_e and below is None and not primes and above is not None and not is_mark(above):
            if isinstance(above, Numeral) and self.context.survey.names_e:
                raise letter_e.refuse(node)
            return L.exp(self.scalar(above))
        if isinstance(base, Bracket) and base.left == "<":
            with self.at_outcomes(False):
                mean = means.mean_in_angles(self, base, below)
            return self._raised(mean, above, node)
        if isinstance(base, Bracket) and base.left == "[" and below is not None:
            with self.at_outcomes(False):
                return means.mean_in_angles(self, base, below)
        if isinstance(base, Bracket) and base.left == "(" and below is not None and not primes:
            return self._raised(self._part(base, below, above), None if isinstance(below, Statement) else above, node)
        if isinstance(base, Bracket) and below is not None and norms.is_labelled(node):
            return self._raised(norms.labelled(self, base, below), above, node)
        if isinstance(below, Bracket) and below.left == "(" and any(name_of(n) in self.bound for n in below.walk()):
            raise Unread("an index in brackets: the members in order of size, or others", node.span)
        if self.apart and above is None and (name := name_of(node)) in self.apart:
            return self.named_value(name or "", node)
        if below is not None and (indexed := subscripts.indexed(self, base, below, primes, node)) is not None:
            if isinstance(above, Bracket) and is_mark(above):  # x_i^{(k)}: the k-th of the x_i, no power
                raise Unread("a mark on a member of a family", node.span)
            return self._raised(indexed, above, node)
        if (member := self._member(node)) is not None:
            return member
        if above is None or is_mark(above):
            name = name_of(node)
            if name is None and (angle := angles.in_radians(node, self.text)) is not None:
                return angle
            if name is None:
                raise Unread("a label that is not read", node.span)
            return self.named_value(name, node)
        inner: Syntax = base
        if below is not None or primes:
            inner = Script(base, below, None, primes, span=node.span)
        return self._raised(self.value(inner), above, node)

    def _part(self, base: Bracket, below: Syntax, above: Syntax | None) -> L.Term:
        """(a_k)_{k = 1}^n by its entries, or a coordinate or entry of what stands in the bracket."""
        match below, base.items:
            case Statement((index, Numeral("1")), (Sign("="),)), (item,) if above is not None and base.given is None:
                if (name := name_of(index)) is not None:
                    place = L.Var(name, L.Range(L.Number(1), self.scalar(above)))
                    with self.binding({name: place}):
                        return L.VectorOf(self.scalar(item), place)
        return subscripts.entry(self, self.term(base), below)

    def _member(self, node: Script) -> L.Term | None:
        """A member x^{(i)} of a family with its index above, as a value of a function of the index; else None."""
        stem = name_of(Script(node.base, node.below, None, node.primes) if node.below or node.primes else node.base)
        if stem not in self.context.survey.marked or not isinstance(node.above, Bracket) or not is_mark(node.above):
            return None
        name = name_of(node) or ""
        if self.shapes.is_array(name) and isinstance(node.above.items[0], Numeral):
            return None
        if name in self.context.values or self.shapes.is_array(name):
            raise Unread("a family that is indexed above, of vectors or with a value", node.span)
        family = L.Function(rf"{to_latex(stem)}^{{(\cdot)}}", (L.Z_INTEGERS,))
        return L.Apply(family, (self.scalar(node.above.items[0]),))

    def _raised(self, value: Value, above: Syntax | None, node: Syntax) -> Value:
        if above is None:
            return value
        if isinstance(value, RowVector):
            raise Unread("a power of a row vector", node.span)
        if isinstance(above, Mark):
            raise Unread(f"the mark {above.sign} on something that is no name", node.span)
        if not L.is_scalar(value):
            return matrix_functions.power(self, value, above, node)
        return L.Power(value, self.scalar(above))

    def bracket(self, node: Bracket) -> Value:
        if node.given is None and len(node.items) > 1 and (node.left, node.right) in (("(", ")"), ("[", "]")):
            return lists.vector(self, node.items, node.span)
        if node.given is None and len(node.items) == 2 and node.left == "<":
            inner = arrays.inner(*map(self.value, node.items))
            if inner is not None:
                return inner
        if node.given is not None or len(node.items) != 1:
            what = f"{node.left}...{node.right} with {len(node.items)} parts"
            raise Unread(f"{what}, with nothing before it that takes them", node.span)
        (item,) = node.items
        match node.left, node.right:
            case ("(", ")") | ("[", "]") | ("{", "}") | ("", ""):
                return self.value(item)
            case "|", "|":
                return matrix_functions.bars(self, item)
            case "||", "||":
                return norms.norm(self, item)
            case "floor", "floor":
                return L.floor(self.scalar(item))
            case "ceil", "ceil":
                return -L.floor(-self.scalar(item))
            case "<", ">":
                with self.at_outcomes(False):
                    return means.mean_in_angles(self, node, None)
        raise Unread(f"a bracket {node.left} closed by {node.right}", node.span)

    def sum(self, node: Add) -> Value:
        parts: list[L.Term] = []
        rows = 0
        for sign, summand in zip(node.signs, node.summands, strict=True):
            if sign not in ("", "+", "-"):
                raise Unread(two_signs.NOT_SAID, node.span)
            value = self.value(summand)
            if isinstance(value, RowVector):
                rows, value = rows + 1, value.vector
            parts.append(-value if sign == "-" else value)
        if rows not in (0, len(parts)):
            raise Unread("a row vector added to what is none", node.span)
        parts = arrays.alike(parts, node)
        done = parts[0] if len(parts) == 1 else L.Plus(tuple(parts))
        return RowVector(done) if rows else done

    def ratio(self, node: Ratio) -> Value:
        if (rate := rates.rate(self, node)) is not None:
            return rate
        num, den = self.value(node.num), self.scalar(node.den)
        if isinstance(num, RowVector):
            return RowVector(L.Quotient(num.vector, den))
        return L.Quotient(num, den)


def _matrix_of_numbers(context: Context, name: str) -> L.Term | None:
    r"""The matrix that H stands for beside a Hessian H(x, y), at the numbers that are called so."""
    defined = context.functions.get(name)
    if defined is None or defined.squares or not all(map(L.is_scalar, defined.arguments)):
        return None
    return context.unfolded(defined.body) if isinstance(L.space_of(defined.body), L.Matrices) else None


def _is_part_of_map(node: Syntax, context: Context) -> bool:
    """Whether a name is a coordinate or a member of a declared map, f_i."""
    return isinstance(node, Script) and node.below is not None and name_of(node.base) in context.maps


__all__ = ["Meaning", "symbol_name"]
