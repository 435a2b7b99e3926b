"""The syntax of written mathematics: what stands on the page, before anything is known about the names.

A tree of these nodes is what the parser makes of a line and what ``meaning`` turns into terms.  Nothing is decided here
that depends on what a name stands for: ``x(y+1)`` is a product of a symbol and a bracket until somebody says that x is
a function.  ``span`` is where the node stands in the text that was parsed; it does not count in comparisons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar, overload

Span = tuple[int, int]  # from, to (exclusive), in characters of the parsed text
Kept = TypeVar("Kept")
Kind = TypeVar("Kind", bound="Syntax")
_PLAIN = ("str", "str | None", "int", "bool", "tuple[str, ...]")  # the types of fields that hold no nodes


class Unread(Exception):
    """The text is not understood: the reason as a person would say it, and the span it is about."""

    def __init__(self, reason: str, span: Span) -> None:
        super().__init__(reason)
        self.reason, self.span = reason, span


class _once(Generic[Kept]):
    """What is worked out once of a node, which never changes: ``cached_property`` without its lock."""

    def __init__(self, work_out: Callable[[Any], Kept]) -> None:
        self.work_out, self.name = work_out, work_out.__name__

    @overload
    def __get__(self, node: None, owner: type) -> _once[Kept]: ...
    @overload
    def __get__(self, node: object, owner: type) -> Kept: ...

    def __get__(self, node: object | None, owner: type) -> _once[Kept] | Kept:
        if node is None:
            return self
        found = node.__dict__[self.name] = self.work_out(node)  # from here on it is found there
        return found


@dataclass(frozen=True)
class Syntax:
    """Base of all nodes."""

    span: Span = field(default=(0, 0), compare=False, kw_only=True)
    _holding: ClassVar[tuple[str, ...]] = ()  # the fields that may hold nodes

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._holding = tuple(name for name, kind in cls.__annotations__.items() if kind not in _PLAIN)

    def children(self) -> tuple[Syntax, ...]:
        """The nodes directly below, in the order they are written."""
        return self._children

    def walk(self) -> Iterator[Syntax]:
        """This node and all below it, parents before children, in the order they are written."""
        return iter(self._all)

    def of(self, kind: type[Kind], *others: type[Kind]) -> tuple[Kind, ...]:
        """The nodes of these kinds among it and all below, in the order of ``walk``.

        Whoever looks for a kind that few formulas have asks for it here: what there is of each is found out once.
        """
        if not others:
            index: Any = self._by_kind
            return index.get(kind, ())
        kinds, every = (kind, *others), self._all
        return tuple([node for node in every if type(node) in kinds])  # type: ignore[misc]

    @_once
    def _children(self) -> tuple[Syntax, ...]:
        found: list[Syntax] = []
        for name in self._holding:
            _collect(getattr(self, name), found)
        return tuple(found)

    @_once
    def _all(self) -> tuple[Syntax, ...]:
        found: list[Syntax] = []
        waiting: list[Syntax] = [self]
        while waiting:
            found.append(node := waiting.pop())
            waiting += node._children[::-1]
        return tuple(found)

    @_once
    def _by_kind(self) -> dict[type[Syntax], tuple[Syntax, ...]]:
        found: dict[type[Syntax], list[Syntax]] = {}
        for node in self._all:
            found.setdefault(type(node), []).append(node)
        return {kind: tuple(nodes) for kind, nodes in found.items()}


def nodes_of(rows: Iterable[Syntax | None], kind: type[Kind], *others: type[Kind]) -> Iterator[Kind]:
    """The nodes of these kinds in rows that belong together."""
    for row in rows:
        if row is not None:
            yield from row.of(kind, *others)


def _collect(value: object, found: list[Syntax]) -> None:
    """Add the nodes that a field holds: itself, or those in its tuples, which may be rows of such."""
    if isinstance(value, Syntax):
        found.append(value)
    elif isinstance(value, tuple):
        for part in value:
            if isinstance(part, Syntax):
                found.append(part)
            elif part is not None:
                _collect(part, found)


@dataclass(frozen=True)
class Numeral(Syntax):
    """A number as written, digits and at most one point: ``2``, ``0.5``, ``.5``; ``1,000`` is refused."""

    text: str


@dataclass(frozen=True)
class Symbol(Syntax):
    r"""A letter, a Greek letter or a word that names something, without scripts.

    ``name`` is the letter, the command without its backslash (``mu``, ``ell``, ``infty``) or the word (``MAP``);
    ``font`` is ``rm``, ``bf``, ``cal``, ``bb``, ``frak``, ``sf``, ``tt``, ``text`` or empty; ``accents`` are from
    inside out (``hat``, ``bar``, ``tilde``, ``dot``, ``vec``, ...).  Letters set upright one by one are one word:
    ``\mathrm{tr}``, ``\operatorname{tr}``, ``\text{tr}`` (and runs like ``KL``, ``const`` that are known words) have
    the name ``tr`` and the font ``rm`` (``\text``: ``text``).  ``\bf``, ``\mathbf``, ``\boldsymbol``, ``\bm`` are
    ``bf``.
    """

    name: str
    font: str = ""
    accents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script(Syntax):
    r"""A base with what is set below and above it, as written: ``x_i^2``, ``\Sigma^{-1}``, ``f'``, ``q_j^*``.

    ``{x_i}^2`` is ``x_i^2``; ``{x^a}^b`` has a ``Script`` as its base.  ``primes`` counts ``'`` and ``\prime``.
    ``above`` is any node, also a lone ``Mark`` (``*``, ``+``, ``-``, ``\dagger``), ``Symbol("T", ...)``,
    ``Symbol("top")``, or a ``Bracket`` (``x^{(k)}``): powers and marks are told apart by who knows the names.  A second
    superscript is refused (``x^2^3``).
    """

    base: Syntax
    below: Syntax | None = None
    above: Syntax | None = None
    primes: int = 0


@dataclass(frozen=True)
class Mark(Syntax):
    r"""A sign that stands alone in a script or list: ``*``, ``+``, ``-``, ``\dagger``, ``\bullet``, ``\cdot``."""

    sign: str


@dataclass(frozen=True)
class Bracket(Syntax):
    r"""Something in brackets.  ``left`` and ``right`` are ``(``, ``[``, ``{``, ``|``, ``||``, ``<`` (angle), ``floor``,
    ``ceil`` and their closings ``)``, ``]``, ``}``, ``|``, ``||``, ``>``, ``floor``, ``ceil``.

    ``items`` are what commas (or semicolons between arguments) separate; ``given`` what follows a bar ``|``,
    ``\mid``, ``\vert`` inside the bracket (or a semicolon: then ``bar`` is ``;``), or ``||`` as in KL(p || q).  A plain
    group ``{...}`` of TeX is no bracket and leaves no node.

    ``left`` and ``right`` are empty where several things stand together without brackets: the ``1,2`` of ``x_{1,2}``,
    and ``X|Y`` of ``X|Y \sim ...``.  ``(0, 1]`` has the left ``(`` and the right ``]``.  In a set ``{x : x > 0}`` what
    follows the colon is ``given``, with the bar ``:``.  In p(x | y; theta) y and theta are given, with the bar ``|``.
    An item may be a ``Statement`` (``P(X \leq x)``) or a lone ``Mark`` (``f(\cdot)``).
    """

    left: str
    items: tuple[Syntax, ...]
    right: str
    given: tuple[Syntax, ...] | None = None
    bar: str = ""  # "|", "||", ";" or ":" where ``given`` is not None
    parted: int = 0  # how many of those given stand behind a semicolon and before a bar: the Y of I(X; Y | Z)


@dataclass(frozen=True)
class Add(Syntax):
    r"""Summands with the signs before them: ``+``, ``-``, ``\pm``, ``\mp``.  ``- x`` alone has one summand.

    ``signs[0]`` is empty where the first summand has no sign.  A sign behind an operator, ``a \cdot -b`` or ``a + -b``,
    stands in an ``Add`` of its own, with one summand.
    """

    summands: tuple[Syntax, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True)
class Multiply(Syntax):
    r"""Two or more factors side by side; ``signs[k]`` stands before factor k: empty for juxtaposition, else ``\cdot``,
    ``\times``, ``*``, ``/`` or another binary operator of this strength as written (``\circ``, ``\otimes``, ``\odot``,
    ``\cup``, ``\cap``, ``\wedge``, ``\vee``, ``\setminus``, ``\div``).  ``signs[0]`` is empty.

    ``a/b c`` is left flat here.  A symbol (or a ``Script`` of one) followed directly by a ``Bracket`` may be an
    application; whoever knows the names decides.  Differentials (``dx``) are ``Differential`` factors, except that
    those which close an integral are taken out of its body and kept in ``Big.differentials``.
    """

    factors: tuple[Syntax, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True)
class Fraction(Syntax):
    r"""``\frac{num}{den}`` (``\dfrac``, ``\tfrac``, ``\frac12``, ``{a \over b}``).

    A derivative is a fraction of differentials, ``d`` or ``\partial`` alike:

    - ``\frac{d}{dx}``: ``Fraction(Differential(d, None), Differential(d, x))``, the first factor of a ``Multiply``
      whose next factors it differentiates;
    - ``\frac{d^2 f}{dx^2}``: ``Fraction(Differential(d, f, order=2), Differential(d, x, times=2))``; what stands behind
      the d of the numerator is one variable: f, ``Multiply(f, Bracket(x))``, ``Named(ln, ...)``;
    - ``\frac{\partial^2 f}{\partial x \partial y}``: the denominator is a ``Multiply`` of differentials;
    - ``\frac{\partial \ell}{\partial \sigma^2}``: the orders tell that the variable is ``Script(sigma, above=2)``;
    - ``df/dx``, on one line, is the same fraction;
    - ``\partial_x f``: as ``\frac{\partial}{\partial x} f``; ``\partial_1 f``: ``Multiply(Script(Differential(partial,
      None), 1), f)``; ``\nabla f``: a symbol and its factor.
    """

    num: Syntax
    den: Syntax


@dataclass(frozen=True)
class Choose(Syntax):
    r"""``\binom{n}{k}``, ``{n \choose k}``."""

    n: Syntax
    k: Syntax


@dataclass(frozen=True)
class Root(Syntax):
    r"""``\sqrt{radicand}``, ``\sqrt[index]{radicand}``."""

    radicand: Syntax
    index: Syntax | None = None


@dataclass(frozen=True)
class Factorial(Syntax):
    """``n!``; the factorial binds to the atom before it (``2 n!`` is 2 times n!).  ``x!!`` is refused."""

    argument: Syntax


@dataclass(frozen=True)
class Named(Syntax):
    r"""A function with a command or upright name of its own and its argument, however it is bracketed.

    ``name``: ``log``, ``ln``, ``lg``, ``exp``, ``sin``, ``cos``, ``tan``, ``sinh``, ``cosh``, ``tanh``, ``arcsin``,
    ``arccos``, ``arctan``, ``erf``, ``erfc``, ``sign``, ``det``, ``tr``, ``diag``, ``dim``, ``rank``, ``vec``,
    ``softplus``, ``sigmoid``, ``digamma``, ``min`` and ``max`` with a bracket.  ``below`` is a base (``\log_2``),
    ``above`` a power written on the name (``\sin^2 x``, ``\exp^{-1}``).

    A bracket directly behind the name is the argument and nothing else (``\exp(-x) y`` is a product); its node is kept
    as the argument, so that ``\max(x, y)`` shows its two items.  Without a bracket the argument is the next atom with
    its scripts; if that is a numeral or a symbol, symbols and numerals that follow in juxtaposition (no sign, no
    bracket that makes an application, no space command) belong to it too (``\log 2\pi\sigma^2``); an application
    ``\log p(x)`` takes the symbol and its bracket, which may yet be a product, as in ``\log x(1 - x)``; a fraction, a
    root, an absolute value or another ``Named`` ends it.

    A power behind the bracket, ``\sin(x)^2``, is a power of the value: a ``Script`` of this node.  Of a logarithm only
    where the bracket holds a single name or number and the power is a numeral, ``\log(x)^2``; ``\log(2\pi)^{n/2}`` is
    the logarithm of a power; ``\log(x - 1)^2`` is refused, as are ``\log p/q``, ``\log p(x) q(x)``,
    ``\log 2 \sqrt{x}``, ``\log 2 (x)`` and ``\log -x``; a space command ends the argument, ``\log p(x) \, q(x)``.
    """

    name: str
    argument: Syntax
    below: Syntax | None = None
    above: Syntax | None = None
    primes: int = 0  # how often it is differentiated: \tanh'(x)


@dataclass(frozen=True)
class Differential(Syntax):
    r"""``dx``, ``\mathrm{d}x``, ``\partial x``, ``d^2 f``; ``variable`` is None in ``d^2`` and ``\frac{d}{dx}``.

    ``d`` is a differential in the numerator or denominator of a fraction that looks like a derivative, and under an
    integral at the level of its body; elsewhere an italic ``d`` is the symbol d.  ``sign`` is ``d`` or ``partial``;
    ``order`` the power on the d; ``times`` the power on the variable (``dx^2``).  In ``dF(x)`` the variable is a
    ``Multiply`` of F and its bracket.
    """

    sign: str
    variable: Syntax | None
    order: Syntax | None = None
    times: Syntax | None = None


@dataclass(frozen=True)
class Big(Syntax):
    r"""A large operator and what stands under it: ``sum``, ``prod``, ``int``, ``oint``, ``lim``, ``max``, ``min``,
    ``sup``, ``inf``, ``argmax``, ``argmin``, ``bigcup``, ``bigcap``.

    ``below`` and ``above`` are the limits as written: a node, or a ``Statement`` (``i=1``, ``i \neq j``, ``x \in S``,
    ``n \to \infty``); several stand in a ``Bracket`` without signs.  ``\iint`` is two nested ``int``, whose limits are
    those of the outer.  The body of a sum ends at the next ``+`` or ``-`` of its level; where its index then stands
    free in a later summand the body goes on to the end of the bracket (``extended``).  The
    body of an integral ends at its differential; a differential in front (``\int dx f(x)``) or inside a fraction
    (``\int \frac{dx}{x}``, then the numerator is what is left, ``1``) counts.  Several differentials in a row behind
    nested integrals close the innermost first.  An integral without a differential has ``differentials == ()`` and a
    body like a sum's.  ``\int \prod_i dZ_i`` has the product of differentials among ``differentials``.
    """

    operator: str
    body: Syntax
    below: Syntax | None = None
    above: Syntax | None = None
    differentials: tuple[Syntax, ...] = ()
    extended: bool = False


@dataclass(frozen=True)
class Grid(Syntax):
    r"""A matrix (``bmatrix``, ``pmatrix``, ``vmatrix``, ``array`` or ``matrix`` in brackets) by rows; ``fence`` is the
    bracket around it: ``[``, ``(``, ``{``, ``|``, ``||`` or empty."""

    rows: tuple[tuple[Syntax, ...], ...]
    fence: str = "["


@dataclass(frozen=True)
class CaseRows(Syntax):
    r"""``cases`` (or a left brace before an array): values with their conditions.  A condition is a ``Statement``, a
    ``Words`` (``otherwise``), or None."""

    rows: tuple[tuple[Syntax, Syntax | None], ...]

    def zero_otherwise(self) -> tuple[Syntax, Statement] | None:
        """The one value and where it is taken, of a formula that is zero elsewhere; None of others."""
        match self.rows:
            case ((value, Statement() as where), (Numeral("0"), Words() | None)) | ((value, Statement() as where),):
                return value, where
        return None


@dataclass(frozen=True)
class Evaluated(Syntax):
    r"""``[F]_a^b``, ``F|_{x=1}``, ``\left. F \right|_a^b``: ``at`` is below, ``to`` above (or None)."""

    body: Syntax
    at: Syntax | None = None
    to: Syntax | None = None


@dataclass(frozen=True)
class Decorated(Syntax):
    r"""``\boxed{...}``, ``\underbrace{...}_{...}``, ``\overbrace``, ``\cancel``: the content counts; ``how`` says what
    is around it."""

    how: str
    content: Syntax
    note: Syntax | None = None


@dataclass(frozen=True)
class ImageLaw(Syntax):
    r"""The law of ``value`` where ``variable`` has the law ``law``: "the law of $(0, u)$ for $u \sim r$"."""

    value: Syntax
    variable: Syntax
    law: Syntax


@dataclass(frozen=True)
class Words(Syntax):
    r"""Prose inside maths: ``\text{for all}``, ``\quad``-separated words; blanks at the ends are stripped."""

    text: str


@dataclass(frozen=True)
class Dots(Syntax):
    r"""``\ldots``, ``\cdots``, ``\vdots``, ``\ddots``, ``\dots``, ``...``."""


@dataclass(frozen=True)
class Sign(Syntax):
    r"""A relation as written.  ``symbol`` is one of ``=``, ``<=``, ``<``, ``>=``, ``>``, ``!=``, ``~`` (has the law),
    ``:=``, ``in``, ``notin``, ``subset``, ``to``, ``mapsto``, ``approx``, ``propto``, ``equiv``, ``iff``, ``implies``,
    ``<<``, ``>>``, ``perp``, ``:``.  ``note`` is what is set over it (``\overset{(3)}{=}``, ``\stackrel{!}{=}``).
    ``written`` is the sign on the page where it is read as another one: p(x | y) = law of x | y \sim law."""

    symbol: str
    note: str | None = None
    written: str | None = None


@dataclass(frozen=True)
class Statement(Syntax):
    r"""One assertion of a row: expressions joined by relations; one more expression than relations.

    Where a row begins with a relation (it goes on from the row above) the first expression is None.  ``words`` are
    prose set inside the row before it (``\text{for } t > 0`` has the words ``for``).  What stands alone between
    commas is a statement of one expression.  Where a row ends with a relation the last expression is None.
    """

    expressions: tuple[Syntax | None, ...]
    relations: tuple[Sign, ...]
    words: str = ""


@dataclass(frozen=True)
class RowSyntax(Syntax):
    r"""A row of a display, or a piece of inline maths: the statements that commas, ``\quad`` or words separate, in
    order; the first is the row's claim, the others usually say for what it holds.  ``tag`` is the number it carries.

    ``open_start`` is the operator that the row begins with where it may go on with the row before (``+``, ``-``,
    ``\cdot``; a sign is also in the expression, which may be meant as it stands: ``-x = 2``); ``open_end`` is the
    operator or relation that the row ends with and that the next row should follow.
    """

    statements: tuple[Statement, ...]
    tag: str | None = None
    open_start: str = ""
    open_end: str = ""
