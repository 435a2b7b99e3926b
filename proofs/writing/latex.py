r"""LaTeX of everything the language can say, in the author's order.

Brackets stand exactly where precedence needs them or the author put them: a sum inside a sum is a bracket.  They grow
only around something tall.  What is written renders in TeX (amsmath, amssymb), MathJax and KaTeX.

Every class has its writer: a function from a node to its LaTeX and a *level*, how tightly that LaTeX holds together.
This file has the scalars; ``latex_binders``, ``latex_matrices`` and ``latex_laws`` register the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache, singledispatch
from itertools import pairwise

from proofs.language import (
    Apply,
    Binder,
    Cases,
    Constant,
    Elementary,
    Form,
    Function,
    Glue,
    Identity,
    MemberFunction,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Tuple,
    Var,
)

from .events import probability_written
from .names import Written, script, written

STATEMENT, SUM, PRODUCT, BIG, PREFIX, FRACTION, POWER, ATOM = range(8)
"""Levels, loosest first: a + b; a b; a sum sign with its body; log x; a fraction; x^2; x."""

Piece = tuple[str, int]


@lru_cache(maxsize=10_000)
def latex(node: Node) -> str:
    """The node as LaTeX for math mode.  Raises ``TypeError`` for a kind of node that has no writer."""
    return piece(node)[0]


@singledispatch
def piece(node: Node) -> Piece:
    """LaTeX of the node, and its level.  Writers are registered by class: reading their annotations costs 20 ms."""
    raise TypeError(f"expected a term, law, space or statement, found {type(node).__name__}")


def show(node: Node, level: int) -> str:
    """LaTeX of the node, in a bracket unless it holds together at least as tightly as ``level``."""
    text, own = piece(node)
    return text if own >= level else bracket(text)


_TALL = re.compile(r"\\frac|\\sum|\\prod|\\int|\\left|\\begin|\\binom|\\overline")

_SCRIPT = re.compile(r"[_^]\{[^{}]*\}")


def tall(text: str) -> bool:
    """Whether the LaTeX stands higher than a line of text, so that brackets around it must grow.

    What stands in a subscript or superscript does not count.
    """
    return _TALL.search(text) is not None and _TALL.search(_without_scripts(text)) is not None


def _without_scripts(text: str) -> str:
    while (found := _SCRIPT.search(text)) is not None:
        text = text[: found.start()] + text[found.end() :]
    return text


def bracket(text: str, opening: str = "(", closing: str = ")") -> str:
    if tall(text):
        return f"\\left{opening} {text} \\right{closing}"
    return f"{opening}{text}{closing}"


def call(head: str, text: str, opening: str = "(", closing: str = ")") -> str:
    """``head(text)``; before a bracket that grows, the thin space that TeX would put is taken back."""
    back = r"\!" if tall(text) else ""
    return head + back + bracket(text, opening, closing)


# ---------------------------------------------------------------------------------------------------------------------
# numbers and names


@piece.register(Number)
def _(node: Number) -> Piece:
    return number(node.value)


def number(value: Fraction) -> Piece:
    sign = "-" if value < 0 else ""
    if value.denominator == 1:
        return f"{value.numerator}", SUM if sign else ATOM
    return f"{sign}\\frac{{{abs(value.numerator)}}}{{{value.denominator}}}", SUM if sign else FRACTION


@piece.register(Constant)
def _(node: Constant) -> Piece:
    return {"pi": "\\pi", "e": "\\mathrm{e}", "oo": "\\infty"}[node.name], ATOM


@piece.register(Var)
def _(node: Var) -> Piece:
    return name_piece(written(node.name))


def name_piece(name: Written) -> Piece:
    return name.latex, ATOM if name.takes_power else POWER


# ---------------------------------------------------------------------------------------------------------------------
# arithmetic


@piece.register(Plus)
def _(node: Plus) -> Piece:
    text = show(node.args[0], SUM) if not isinstance(node.args[0], Plus) else bracket(latex(node.args[0]))
    for arg in node.args[1:]:
        text += signed(arg)
    return text, SUM


def signed(arg: Term) -> str:
    """A further summand with its sign."""
    match arg:
        case Neg(inner):
            return f" - {show(inner, PRODUCT)}"
        case Number(value) if value < 0:
            return f" - {number(-value)[0]}"
        case Times((Number(value), *rest)) if value < 0:
            return f" - {show(_led(-value, rest), PRODUCT)}"
    return f" + {show(arg, PRODUCT)}"


def _led(value: Fraction, rest: list[Term]) -> Term:
    """The product with the coefficient ``value``, which a sign that is written outside may have made 1."""
    factors = rest if value == 1 else [Number(value), *rest]
    return Times(tuple(factors)) if len(factors) > 1 else factors[0]


@piece.register(Neg)
def _(node: Neg) -> Piece:
    return f"-{show(node.arg, PRODUCT)}", SUM


@piece.register(Times)
def _(node: Times) -> Piece:
    first, *rest = node.args
    if isinstance(first, Number) and first.value < 0:
        return f"-{show(_led(-first.value, rest), PRODUCT)}", SUM
    factors = [_factor(arg, FRACTION) for arg in node.args[:-1]]
    factors.append(_factor(node.args[-1], BIG))
    return juxtaposed(factors), PRODUCT


def _factor(arg: Term, level: int) -> str:
    if isinstance(arg, Quotient) and isinstance(arg.den, Number):
        text, own = _fraction(arg)
    else:
        text, own = piece(arg)
    return text if own >= level else bracket(text)


_NUMERAL = re.compile(r"\d+|\\frac\{\d+\}\{\d+\}")
_ENDS = re.compile(r"\d$|^\\frac\{\d+\}\{\d+\}$")


def juxtaposed(factors: list[str]) -> str:
    """Factors side by side: a dot between digits, a thin space beside brackets that belong to one factor only."""
    text = factors[0]
    for before, after in pairwise(factors):
        if after[0].isdigit() or before in ("0", "1") or (_NUMERAL.match(after) and _ENDS.search(before)):
            text += f" \\cdot {after}"
        elif (after.startswith(("(", "\\left(")) and not _NUMERAL.fullmatch(before)) or (
            before.endswith(")") and not before.startswith(("(", "\\left("))
        ):
            text += f" \\, {after}"
        else:
            text += f" {after}"
    return text


@piece.register(Quotient)
def _(node: Quotient) -> Piece:
    """A fraction; but half of something tall is written with the number before it, as on a page."""
    num, den = node.num, node.den
    if isinstance(den, Number) and den.value.denominator == 1 and den.value > 0 and _wants_line(num):
        if isinstance(num, Times) and all(piece(arg)[1] >= FRACTION for arg in num.args[:-1]):
            return f"\\frac{{1}}{{{latex(den)}}} {latex(num)}", PRODUCT
        return juxtaposed([f"\\frac{{1}}{{{latex(den)}}}", show(num, BIG)]), PRODUCT
    return _fraction(node)


def _fraction(node: Quotient) -> Piece:
    return f"\\frac{{{latex(node.num)}}}{{{latex(node.den)}}}", FRACTION


def _wants_line(num: Term) -> bool:
    if isinstance(num, Number | Neg) or (isinstance(num, Times) and isinstance(num.args[0], Number)):
        return False
    last = num.args[-1] if isinstance(num, Times) else num
    match last:
        case Apply(Elementary("sqrt")):
            return tall(latex(num))
        case Form() | Apply(Elementary()):
            return True
    return tall(latex(num)) or any(isinstance(part, Binder) for part in num.walk())


@piece.register(Power)
def _(node: Power) -> Piece:
    base, exponent = node.base, _exponent(node.exponent)
    return f"{show(base, ATOM)}{script('^', exponent)}", POWER


def _exponent(t: Term) -> str:
    """An exponent: fractions of it lie on one line."""
    match t:
        case Number(value) if value.denominator != 1:
            return f"{value.numerator}/{value.denominator}"
        case Neg(inner):
            text = _exponent(inner)
            return f"-{text}" if not isinstance(inner, Plus | Neg) else f"-{bracket(text)}"
        case Quotient(num, den) if not tall(latex(num) + latex(den)):
            return f"{show(num, PRODUCT)}/{show(den, FRACTION)}"
    return latex(t)


@piece.register(Cases)
def _(node: Cases) -> Piece:
    rows = [f"{latex(v)} & \\text{{if }} {latex(c)}" for v, c in zip(node.values, node.conditions, strict=True)]
    rows.append(f"{latex(node.otherwise)} & \\text{{otherwise}}")
    return "\\begin{cases} " + " \\\\ ".join(rows) + " \\end{cases}", BIG


# ---------------------------------------------------------------------------------------------------------------------
# functions at a point

_NAMED = {  # written before a bracket
    "exp": "\\exp", "gamma": "\\Gamma", "digamma": "\\psi", "beta": "\\mathrm{B}", "erf": "\\operatorname{erf}",
    "erfc": "\\operatorname{erfc}",
    "max": "\\max", "min": "\\min", "sign": "\\operatorname{sign}", "sigmoid": "\\operatorname{sigmoid}",
    "softplus": "\\operatorname{softplus}",
}  # fmt: skip
_PREFIX = {  # written before an argument that may stand without a bracket
    name: f"\\{name}" for name in ("log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "arcsin", "arccos")
}


@piece.register(Apply)
def _(node: Apply) -> Piece:
    probability = in_events(node)
    return at_point(node.head, node.args) if probability is None else (probability, ATOM)


def in_events(node: Node) -> str | None:
    r"""P(A \cap B^c), where a term is the probability of that; None for other terms."""
    return probability_written(node, lambda name: name_piece(written(name))[0], " \\cap ", "^c", "\\Omega")


@singledispatch
def at_point(head: Node, args: tuple[Term, ...]) -> Piece:
    """The application of a head to its arguments."""
    text, level = piece(head)
    return call(text if level >= POWER else bracket(text), arguments(args)), ATOM


def arguments(args: tuple[Term, ...]) -> str:
    """Arguments of a function; a point of a product space is given by its parts."""
    parts: list[Term] = []
    for arg in args:
        match arg:
            case Glue(_, value, rest):
                parts += (value, rest)
            case Tuple(entries):
                parts += entries
            case _:
                parts.append(arg)
    return ", ".join(show(part, SUM) for part in parts)


@at_point.register(Elementary)
def _(head: Elementary, args: tuple[Term, ...]) -> Piece:
    name = head.name
    match name, args:
        case "sqrt", (Form(x, Identity(), y),) if x is y:
            return f"\\left\\| {latex(x)} \\right\\|", ATOM
    listed = ", ".join(show(arg, SUM) for arg in args)
    if name in _PREFIX:
        text, level = piece(args[0])
        if level >= PREFIX and not text.startswith(("(", "\\left(")):  # which would be taken for the function's own
            return f"{_PREFIX[name]} {text}", PREFIX
        return call(_PREFIX[name], text), PREFIX
    if name in _NAMED:
        return call(_NAMED[name], listed), ATOM
    shapes: dict[str, Callable[[], Piece]] = {
        "sqrt": lambda: (f"\\sqrt{{{listed}}}", POWER),  # the exponent of its square would stand beside the bar
        "abs": lambda: (_between_bars(listed), ATOM),
        "floor": lambda: (f"\\left\\lfloor {listed} \\right\\rfloor", ATOM),
        "factorial": lambda: (f"{show(args[0], ATOM)}!", POWER),
        "binomial": lambda: (f"\\binom{{{latex(args[0])}}}{{{latex(args[1])}}}", FRACTION),
        "loggamma": lambda: (call("\\log\\Gamma", listed), PREFIX),
        "polygamma": lambda: (call(f"\\psi{script('^', f'({latex(args[0])})')}", show(args[1], SUM)), ATOM),
    }
    return shapes[name]()


def _between_bars(text: str) -> str:
    """An absolute value; around another one the bars are larger, or the two would be read as a norm."""
    if text.startswith("\\left|") or text.endswith("\\right|"):
        return f"\\bigl| {text} \\bigr|"
    return f"\\left| {text} \\right|"


@piece.register(Function)
def _(node: Function) -> Piece:
    return name_piece(written(node.name))


@piece.register(MemberFunction)
def _(node: MemberFunction) -> Piece:
    return member(node.family.name, node.index)


def member(name: str, *indices: Term) -> Piece:
    """The member of a family: its name with the index below."""
    base = written(name)
    below = [show(index, SUM) for index in indices]
    if base.takes_subscript:
        return name_piece(base.indexed(*below))
    return f"({base.latex}){script('_', ','.join(below))}", POWER
