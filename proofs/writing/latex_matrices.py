r"""LaTeX of vectors and matrices, and of the scalars made of them."""

from __future__ import annotations

from proofs.language import (
    Block,
    Column,
    Coord,
    Det,
    Diag,
    Entry,
    Form,
    Glue,
    Identity,
    Inverse,
    Iterate,
    Jacobian,
    MatMul,
    Node,
    Number,
    Product,
    Rows,
    Tr,
    Transpose,
    Tuple,
    Var,
    VectorOf,
    Without,
    Zero,
)

from .latex import (
    ATOM,
    BIG,
    FRACTION,
    POWER,
    PREFIX,
    SUM,
    Piece,
    bracket,
    call,
    juxtaposed,
    latex,
    member,
    piece,
    show,
    tall,
)
from .latex_binders import first_and_last
from .names import script


@piece.register(MatMul)
def _(node: MatMul) -> Piece:
    factors = [show(arg, FRACTION) for arg in node.args[:-1]] + [show(node.args[-1], PREFIX)]
    return juxtaposed(factors), BIG


@piece.register(Transpose)
def _(node: Transpose) -> Piece:
    if isinstance(node.arg, Inverse):
        return f"{show(node.arg.arg, ATOM)}^{{-\\top}}", POWER
    return f"{show(node.arg, ATOM)}^\\top", POWER


@piece.register(Inverse)
def _(node: Inverse) -> Piece:
    return f"{show(node.arg, ATOM)}^{{-1}}", POWER


@piece.register(Identity)
def _(node: Identity) -> Piece:
    return f"I{script('_', latex(node.dimension))}", ATOM


@piece.register(Zero)
def _(node: Zero) -> Piece:
    return "0", ATOM


@piece.register(Diag)
def _(node: Diag) -> Piece:
    inner = first_and_last(node.vector) if isinstance(node.vector, VectorOf) else latex(node.vector)
    return call("\\operatorname{diag}", inner), ATOM


@piece.register(Block)
def _(node: Block) -> Piece:
    a, b, c, d = map(latex, node.fields)
    apart = "[4pt]" if tall(a + b + c + d) else ""
    return f"\\begin{{pmatrix}} {a} & {b} \\\\{apart} {c} & {d} \\end{{pmatrix}}", ATOM


@piece.register(Column)
def _(node: Column) -> Piece:
    return bracket(", ".join(show(entry, SUM) for entry in node.entries)), ATOM


@piece.register(Rows)
def _(node: Rows) -> Piece:
    lines = [" & ".join(map(latex, row.entries)) for row in node.rows]
    between = " \\\\[4pt] " if tall("".join(lines)) else " \\\\ "
    return f"\\begin{{pmatrix}} {between.join(lines)} \\end{{pmatrix}}", ATOM


@piece.register(Coord)
def _(node: Coord) -> Piece:
    match node.point:
        case Column((entry,)):  # the only one
            return piece(entry)
        case Column(entries) if isinstance(node.index, Number) and node.index.value in range(1, len(entries) + 1):
            return piece(entries[int(node.index.value) - 1])
        case Var(name, Product(_, Without())) if "_{\\setminus" in name:
            return member(name.partition("_{\\setminus")[0], node.index)  # a coordinate of the rest is one of the whole
        case Var(name, _):
            return member(name, node.index)
    return f"{show(node.point, ATOM)}{script('_', latex(node.index))}", ATOM


@piece.register(Entry)
def _(node: Entry) -> Piece:
    row, column = latex(node.row), latex(node.column)
    between = "" if len(row) == len(column) == 1 else ", "
    text, level = piece(node.matrix)
    base = text if level >= ATOM and "_" not in text else bracket(text)
    return f"{base}{script('_', row + between + column)}", ATOM


@piece.register(Glue)
def _(node: Glue) -> Piece:
    return bracket(f"{latex(node.value)}, {latex(node.rest)}"), ATOM


@piece.register(Tuple)
def _(node: Tuple) -> Piece:
    return bracket(", ".join(show(entry, SUM) for entry in node.entries)), ATOM


@piece.register(Form)
def _(node: Form) -> Piece:
    left, right = show(node.left, ATOM), show(node.right, FRACTION)
    if isinstance(node.matrix, Identity):
        return juxtaposed([f"{left}^\\top", right]).replace(" \\, ", " "), BIG
    matrix, level = piece(node.matrix)
    matrix = matrix if level >= BIG else bracket(matrix)
    return f"{left}^\\top {matrix} {right}", BIG


@piece.register(Tr)
def _(node: Tr) -> Piece:
    return call("\\operatorname{tr}", latex(node.arg)), ATOM


def _is_composed(matrix: Node) -> bool:
    """Whether a matrix is the derivative of a composition, D(g o f)(x)."""
    return isinstance(matrix, Jacobian) and isinstance(matrix.body, Iterate)


@piece.register(Det)
def _(node: Det) -> Piece:
    text, level = piece(node.arg)
    if level >= ATOM and not _is_composed(node.arg):  # of which a reader would take the first bracket only
        return f"\\det {text}", PREFIX
    return call("\\det", text), PREFIX
