r"""LaTeX of spaces, and of the binders whose variable ranges over them: sums, integrals, means, derivatives."""

from __future__ import annotations

from proofs.language import (
    Abstract,
    Apply,
    Cartesian,
    Compositions,
    Derivative,
    Expectation,
    ForAll,
    Function,
    Gradient,
    Int,
    Integers,
    Interval,
    Iterate,
    Jacobian,
    Lambda,
    Limit,
    MatProd,
    Matrices,
    MemberFunction,
    Neg,
    Node,
    Number,
    PositiveReals,
    Prod,
    Product,
    Range,
    Reals,
    RowsOf,
    Simplex,
    Slot,
    Space,
    Sum,
    Sup,
    Var,
    VectorOf,
    Vectors,
    Without,
    is_counted,
    oo,
    rename,
    substitute,
)

from .latex import (
    ATOM,
    BIG,
    FRACTION,
    POWER,
    PREFIX,
    PRODUCT,
    STATEMENT,
    SUM,
    Piece,
    bracket,
    call,
    in_events,
    latex,
    piece,
    show,
)
from .names import script, written

# ---------------------------------------------------------------------------------------------------------------------
# spaces


@piece.register(Reals)
def _(node: Reals) -> Piece:
    return "\\mathbb{R}", ATOM


@piece.register(PositiveReals)
def _(node: PositiveReals) -> Piece:
    return "(0, \\infty)", ATOM


@piece.register(Interval)
def _(node: Interval) -> Piece:
    return f"({latex(node.low)}, {latex(node.high)})", ATOM


@piece.register(Integers)
def _(node: Integers) -> Piece:
    return "\\mathbb{Z}", ATOM


@piece.register(Range)
def _(node: Range) -> Piece:
    return f"\\{{{latex(node.low)}, \\dots, {latex(node.high)}\\}}", ATOM


@piece.register(Without)
def _(node: Without) -> Piece:
    return f"{show(node.range, ATOM)} \\setminus \\{{{latex(node.index)}\\}}", PRODUCT


@piece.register(Vectors)
def _(node: Vectors) -> Piece:
    return f"\\mathbb{{R}}{script('^', latex(node.dimension))}", POWER


@piece.register(Simplex)
def _(node: Simplex) -> Piece:
    n = node.dimension
    below = Number(n.value - 1) if isinstance(n, Number) else n - 1
    return f"\\Delta{script('^', latex(below))}", POWER


@piece.register(Compositions)
def _(node: Compositions) -> Piece:
    total = f"x_1 + \\dots + x_{{{latex(node.dimension)}}} = {latex(node.total)}"
    return f"\\{{x \\in \\mathbb{{N}}_0{script('^', latex(node.dimension))} : {total}\\}}", ATOM


@piece.register(Matrices)
def _(node: Matrices) -> Piece:
    return f"\\mathbb{{R}}^{{{show(node.rows, ATOM)} \\times {show(node.columns, ATOM)}}}", POWER


@piece.register(Abstract)
def _(node: Abstract) -> Piece:
    return _calligraphic(node.name), ATOM


@piece.register(Cartesian)
def _(node: Cartesian) -> Piece:
    return " \\times ".join(show(factor, POWER) for factor in node.factors), PRODUCT


@piece.register(Product)
def _(node: Product) -> Piece:
    index = Var("i")
    return f"\\prod{_limits(index, node.range)} {_calligraphic(node.name)}_i", BIG


@piece.register(Slot)
def _(node: Slot) -> Piece:
    return f"{_calligraphic(node.name)}{script('_', latex(node.index))}", POWER


def _calligraphic(name: str) -> str:
    return f"\\mathcal{{{name}}}" if len(name) == 1 and name.isupper() else written(name).latex


# ---------------------------------------------------------------------------------------------------------------------
# sums and products


def _limits(var: Var, space: Space) -> str:
    """The limits below and above a sum sign."""
    name = latex(var)
    match space:
        case Range(low, high):
            return f"_{{{name} = {latex(low)}}}{script('^', latex(high))}"
        case Without():
            left_out: list[str] = []
            inner: Space = space
            while isinstance(inner, Without):
                left_out.insert(0, latex(inner.index))
                inner = inner.range
            if len(left_out) == 1:
                return f"_{{{name} \\neq {left_out[0]}}}"
            return f"_{{{name} \\notin \\{{{', '.join(left_out)}\\}}}}"
    return f"_{{{name} \\in {latex(space)}}}"


@piece.register(Sum)
def _(node: Sum) -> Piece:
    if (probability := in_events(node)) is not None:
        return probability, ATOM
    return f"\\sum{_limits(node.var, node.var.space)} {show(node.body, PRODUCT)}", BIG


@piece.register(Prod)
def _(node: Prod) -> Piece:
    return f"\\prod{_limits(node.var, node.var.space)} {show(node.body, PRODUCT)}", BIG


@piece.register(MatProd)
def _(node: MatProd) -> Piece:
    """Factors from the last to the first: the index runs downwards."""
    space = node.var.space
    if not isinstance(space, Range):
        raise TypeError(f"expected an index range, found {type(space).__name__}")
    return (
        f"\\prod_{{{latex(node.var)} = {latex(space.high)}}}{script('^', latex(space.low))} {show(node.body, PRODUCT)}",
        BIG,
    )


@piece.register(VectorOf)
@piece.register(RowsOf)
def _(node: VectorOf | RowsOf) -> Piece:
    body = show(node.body, SUM)
    return f"{bracket(body)}{_limits(node.var, node.var.space)}", POWER


def first_and_last(node: VectorOf) -> str:
    """The entries of the vector as a list from the first to the last."""
    space = node.var.space
    if not isinstance(space, Range):
        return latex(node)
    first, last = (substitute(node.body, {node.var: end}) for end in (space.low, space.high))
    if space.low is space.high:
        return show(first, SUM)
    return f"{show(first, SUM)}, \\dots, {show(last, SUM)}"


# ---------------------------------------------------------------------------------------------------------------------
# integrals and means


@piece.register(Int)
def _(node: Int) -> Piece:
    space = node.var.space
    if is_counted(space):
        return f"\\sum{_limits(node.var, space)} {show(node.body, PRODUCT)}", BIG
    match space:
        case PositiveReals():
            limits = "_0^\\infty"
        case Interval(low, high):
            limits = script("_", latex(low)) + script("^", latex(high))
        case _:
            limits = ""
    return f"\\int{limits} {show(node.body, PRODUCT)} \\, \\mathrm{{d}}{latex(node.var)}", BIG


@piece.register(Expectation)
def _(node: Expectation) -> Piece:
    head = f"\\mathbb{{E}}_{{{latex(node.var)} \\sim {latex(node.law)}}}"
    return call(head, latex(node.body), "[", "]"), ATOM


@piece.register(Limit)
def _(node: Limit) -> Piece:
    to = show(node.to, POWER) + f"^{{{node.side}}}" if node.side else latex(node.to)
    return f"\\lim_{{{latex(node.var)} \\to {to}}} {show(node.body, PRODUCT)}", BIG


@piece.register(Sup)
def _(node: Sup) -> Piece:
    return f"\\sup_{{{latex(node.var)} \\in {with_ends(node.var.space)}}} {show(node.body, PRODUCT)}", BIG


def with_ends(space: Space) -> str:
    """A space in which a variable runs: an interval has its ends, as far as they are numbers."""
    if not isinstance(space, Interval):
        return latex(space)
    left, right = ("(" if space.low is Neg(oo) else "["), (")" if space.high is oo else "]")
    return f"{left}{latex(space.low)}, {latex(space.high)}{right}"


@piece.register(ForAll)
def _(node: ForAll) -> Piece:
    space = node.var.space
    home = (
        "" if isinstance(space, Abstract) else f" \\in {latex(space)}"
    )  # a space without a name is that of its points
    return f"{latex(node.body)} \\quad \\text{{for all }} {latex(node.var)}{home}", STATEMENT


@piece.register(Lambda)
def _(node: Lambda) -> Piece:
    return f"{latex(node.var)} \\mapsto {latex(node.body)}", STATEMENT


# ---------------------------------------------------------------------------------------------------------------------
# derivatives


def _at(node: Derivative | Gradient | Jacobian) -> tuple[Node, Var, str]:
    """Body and variable of a derivative, and the mark for the point: none where the point is a variable itself."""
    at = node.at
    if isinstance(at, Var) and (at is node.var or at not in node.body.free):
        renamed = rename(node, at)
        return renamed.body, renamed.var, ""
    return node.body, node.var, f"_{{{latex(node.var)} = {latex(at)}}}"


def _barred(text: str, point: str) -> Piece:
    if not point:
        return text, BIG
    return f"\\left. {text} \\right|{point}", POWER


@piece.register(Derivative)
def _(node: Derivative) -> Piece:
    body, var, point = _at(node)
    d = "\\partial" if any(isinstance(name, Var) and name is not var for name in body.free) else "\\mathrm{d}"
    below = f"{d} {latex(var)}" if d == "\\partial" else f"{d}{latex(var)}"
    text, level = piece(body)
    if level >= POWER and len(text) < 12:
        above = f"{d} {text}" if d == "\\partial" else f"{d}{text}"
        return _barred(f"\\frac{{{above}}}{{{below}}}", point) if point else (f"\\frac{{{above}}}{{{below}}}", FRACTION)
    return _barred(f"\\frac{{{d}}}{{{below}}} {show(body, PREFIX)}", point)


def maps(node: Iterate) -> str:
    """The maps of a composition, the last one first; a literal count is written out."""
    count = node.count
    if isinstance(count, Number):
        listed = [latex(node.family[Number(k)]) for k in range(int(count.value), 0, -1)]
    else:
        listed = [latex(node.family[count]), "\\dots", latex(node.family[Number(1)])]
    return listed[0] if len(listed) == 1 else bracket(" \\circ ".join(listed))


@piece.register(Iterate)
def _(node: Iterate) -> Piece:
    if node.count is Number(0):
        return piece(node.start)
    return call(maps(node), show(node.start, SUM)), ATOM


@piece.register(Jacobian)
def _(node: Jacobian) -> Piece:
    match node.body:
        case Apply(Function() | MemberFunction() as f, (argument,)) if argument is node.var:
            return call(f"\\mathrm{{D}}{latex(f)}", show(node.at, SUM)), ATOM
        case Iterate(_, count, start) as composed if start is node.var and node.var not in count.free:
            return call(f"\\mathrm{{D}}{maps(composed)}", show(node.at, SUM)), ATOM
    body, var, point = _at(node)
    text, level = piece(body)
    if level >= POWER and len(text) < 12:
        fraction = f"\\frac{{\\partial {text}}}{{\\partial {latex(var)}}}"
        return _barred(fraction, point) if point else (fraction, FRACTION)
    return _barred(f"\\frac{{\\partial}}{{\\partial {latex(var)}}} {show(body, PREFIX)}", point)


@piece.register(Gradient)
def _(node: Gradient) -> Piece:
    body, var, point = _at(node)
    return _barred(f"\\nabla_{{{latex(var)}}} {show(body, PREFIX)}", point)
