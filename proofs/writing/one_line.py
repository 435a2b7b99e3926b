"""One line of Unicode for a terminal: the same writing as the LaTeX, with Python's operators."""

from __future__ import annotations

from proofs.language import (
    AlmostEverywhere,
    Apply,
    Block,
    Cases,
    Claim,
    Column,
    Compositions,
    Constant,
    Coord,
    CrossEntropy,
    Derivative,
    Det,
    Diag,
    Divergence,
    Elementary,
    Entropy,
    Entry,
    Expectation,
    Fact,
    Family,
    ForAll,
    Form,
    FunctionalDerivative,
    Glue,
    Gradient,
    Identity,
    Iff,
    Int,
    Inverse,
    Iterate,
    Jacobian,
    JensenShannon,
    Lambda,
    Limit,
    LogNormal,
    Marginal,
    MatMul,
    MatProd,
    MemberDensity,
    MemberFunction,
    Mixture,
    MultivariateNormal,
    Neg,
    Node,
    Normal,
    Number,
    Plus,
    Power,
    Prod,
    ProductLaw,
    Pushforward,
    Quotient,
    Range,
    Relation,
    Rows,
    RowsOf,
    Simplex,
    Sum,
    Sup,
    Times,
    Tr,
    Transpose,
    Tuple,
    Var,
    VectorOf,
    Wasserstein,
    Without,
    Zero,
    is_counted,
)
from proofs.language.node import Name
from proofs.language.relations import SHAPES_IN_WORDS
from proofs.language.spaces import (
    Abstract,
    Cartesian,
    Discrete,
    Integers,
    Interval,
    Matrices,
    PositiveReals,
    Product,
    Reals,
    Slot,
    Space,
    Vectors,
)

from .events import probability_written
from .names import SMALL_ABOVE, plain_name

STATEMENT, SUM, PRODUCT, POWER, ATOM = range(5)
_SYMBOLS = {"=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">", "!=": "≠"}
_FACTS = {
    "density": "{} is a probability density",
    "dominated": "{} ≪ {}",
    "finite": "{} is finite",
    "positive_definite": "{} is positive definite",
    "invertible": "{} is invertible",
    "differentiable": "{} is continuously differentiable",
    "polynomial": "{} is a polynomial",
    "triangular": "{} is triangular",
    "diffeomorphism": "{} is a diffeomorphism",
    "positive_density": "{} > 0 everywhere",
    "lipschitz": "{} is Lipschitz with the constant {}",
    "singular": "{} ⊥ {}",
    "inverse": "{} is the inverse of the increasing {}, onto {}",
    **{shape: f"{{}} is {words}" for shape, words in SHAPES_IN_WORDS.items()},
}


def plain(node: Node) -> str:
    """The term, law, space or statement on one line: ``log(σ₂/σ₁) - E[x ~ p]((x - μ₁)²)/2``."""
    return _piece(node)[0]


def _show(node: Node, level: int) -> str:
    text, own = _piece(node)
    return text if own >= level else f"({text})"


def _list(nodes: tuple[Node, ...]) -> str:
    return ", ".join(plain(n) for n in nodes)


def _piece(node: Node) -> tuple[str, int]:
    if isinstance(node, Space):
        return _space(node), ATOM
    if (probability := probability_written(node, plain_name, " ∩ ", "ᶜ", "Ω")) is not None:
        return probability, ATOM
    match node:
        case Number(value):
            text = str(value)
            return text, SUM if value < 0 else PRODUCT if "/" in text else ATOM
        case Constant(name):
            return {"pi": "π", "e": "e", "oo": "∞"}[name], ATOM
        case Plus(args):
            first, *rest = args
            text = _show(first, SUM) if not isinstance(first, Plus) else f"({plain(first)})"
            return text + "".join(_signed(arg) for arg in rest), SUM
        case Neg(arg):
            return f"-{_show(arg, PRODUCT)}", SUM
        case Times(args):
            first = _show(args[0], PRODUCT) if isinstance(args[0], Number | Quotient) else _show(args[0], POWER)
            return "*".join([first, *(_show(arg, POWER) for arg in args[1:])]), PRODUCT
        case Quotient(num, den):
            return f"{_show(num, PRODUCT)}/{_show(den, POWER)}", PRODUCT
        case Power(base, Number(value)) if value.denominator == 1 and value >= 0:
            return f"{_show(base, ATOM)}{str(value).translate(SMALL_ABOVE)}", POWER
        case Power(base, exponent):
            return f"{_show(base, ATOM)}^{_show(exponent, ATOM)}", POWER
        case Cases(values, conditions, otherwise):
            parts = [f"{plain(v)} if {plain(c)}" for v, c in zip(values, conditions, strict=True)]
            return "{" + "; ".join([*parts, f"{plain(otherwise)} otherwise"]) + "}", ATOM
        case Apply(Elementary("abs"), (arg,)):
            return f"|{plain(arg)}|", ATOM
        case Apply(Elementary("sqrt"), (Form(x, Identity(), y),)) if x is y:
            return f"‖{plain(x)}‖", ATOM
        case Apply(Elementary(name), args):
            return f"{name}({_list(args)})", ATOM
        case Apply(Mixture() as mixture, (x,)):
            return _piece(mixture.density_at(x))
        case Apply(head, args):
            return f"{_show(head, ATOM)}({_list(tuple(part for arg in args for part in _coordinates(arg)))})", ATOM
    return _bound(node)


def _coordinates(point: Node) -> tuple[Node, ...]:
    """What stands between the brackets of a function at a point."""
    match point:
        case Glue(_, value, rest):
            return value, rest
        case Tuple(entries):
            return tuple(entries)
    return (point,)


def _signed(arg: Node) -> str:
    match arg:
        case Neg(inner):
            return f" - {_show(inner, PRODUCT)}"
        case Number(value) if value < 0:
            return f" - {-value}"
    return f" + {_show(arg, PRODUCT)}"


def _bound(node: Node) -> tuple[str, int]:
    match node:
        case Int(body, Var(_, Discrete() | Cartesian()) as var) if is_counted(var.space):
            return f"Σ[{plain(var)} in {plain(var.space)}]({plain(body)})", ATOM
        case Int(body, var):
            return f"∫{_limits(var, '')}({plain(body)}) d{plain(var)}", POWER
        case Sum(body, var):
            return f"Σ{_limits(var, plain(var))}({plain(body)})", ATOM
        case Prod(body, var) | MatProd(body, var):
            return f"Π{_limits(var, plain(var))}({plain(body)})", ATOM
        case Expectation(body, var, law):
            return f"E[{plain(var)} ~ {plain(law)}]({plain(body)})", ATOM
        case Derivative(body, var, at) | Gradient(body, var, at) | Jacobian(body, var, at):
            head = "d/d" if isinstance(node, Derivative) else "∇_" if isinstance(node, Gradient) else "D_"
            point = "" if at is var else f"|[{plain(var)} = {plain(at)}]"
            return f"{head}{plain(var)}({plain(body)}){point}", POWER
        case Limit(body, var, to, side):
            return f"lim[{plain(var)} → {plain(to)}{side}]({plain(body)})", ATOM
        case Sup(body, var):
            return f"sup{_limits(var, plain(var))}({plain(body)})", ATOM
        case VectorOf(body, var) | RowsOf(body, var):
            return f"({plain(body)}){_limits(var, plain(var))}", ATOM
        case Lambda(body, var):
            return f"{plain(var)} ↦ {plain(body)}", STATEMENT
        case ForAll(body, var):
            home = "" if isinstance(var.space, Abstract) else f" in {plain(var.space)}"
            return f"{plain(body)} for all {plain(var)}{home}", STATEMENT
        case ProductLaw(_, _, str() as label):
            return plain_name(label), ATOM
        case ProductLaw(body, var):
            return f"Π{_limits(var, plain(var))} {_show(body, ATOM)}", PRODUCT
    return _matrix(node)


def _limits(var: Var, name: str) -> str:
    match var.space:
        case Range(low, high) if name:
            return f"[{name}={plain(low)}..{plain(high)}]"
        case Without(_, index) if name:
            return f"[{name}≠{plain(index)}]"
        case Interval(low, high):
            return f"[{plain(low)}..{plain(high)}]"
        case PositiveReals():
            return "[0..∞]"
    return f"[{name}]" if name else ""


def _matrix(node: Node) -> tuple[str, int]:
    match node:
        case MatMul(args):
            return " ".join(_show(arg, POWER) for arg in args), PRODUCT
        case Transpose(arg):
            return f"{_show(arg, ATOM)}ᵀ", POWER
        case Inverse(arg):
            return f"{_show(arg, ATOM)}⁻¹", POWER
        case Identity(n):
            return f"I_{_show(n, ATOM)}", ATOM
        case Zero():
            return "0", ATOM
        case Diag(inner):
            return f"diag({plain(inner)})", ATOM
        case Block(a, b, c, d):
            return f"[[{_list((a, b))}], [{_list((c, d))}]]", ATOM
        case Column(entries):
            return f"[{_list(entries)}]", ATOM
        case Rows(rows):
            return f"[{_list(rows)}]", ATOM
        case Coord(Column((entry,)), _):  # the only one
            return _piece(entry)
        case Coord(Column(entries), Number(place)) if place in range(1, len(entries) + 1):
            return _piece(entries[int(place) - 1])
        case Coord(point, index):
            return f"{_show(point, ATOM)}[{plain(index)}]", ATOM
        case Entry(matrix, row, column):
            return f"{_show(matrix, ATOM)}[{plain(row)}, {plain(column)}]", ATOM
        case Glue() | Tuple():
            return f"({_list(_coordinates(node))})", ATOM
        case Form(left, Identity(), right):
            return f"{_show(left, ATOM)}ᵀ {_show(right, POWER)}", PRODUCT
        case Form(left, matrix, right):
            return f"{_show(left, ATOM)}ᵀ {_show(matrix, POWER)} {_show(right, POWER)}", PRODUCT
        case Tr(arg):
            return f"tr({plain(arg)})", ATOM
        case Det(arg):
            return f"det({plain(arg)})", ATOM
        case Iterate(family, count, start):
            return f"({plain(family)}_{_show(count, ATOM)}∘…∘{plain(family)}_1)({plain(start)})", ATOM
    return _law(node)


def _law(node: Node) -> tuple[str, int]:
    match node:
        case Family() if node.label is not None:
            return plain_name(node.label), ATOM
        case Normal(mean, deviation, _):
            return f"N({plain(mean)}, {_show(deviation, ATOM)}²)", ATOM
        case LogNormal(mean, deviation, _):
            return f"LogNormal({plain(mean)}, {_show(deviation, ATOM)}²)", ATOM
        case MultivariateNormal(mean, covariance, _):
            return f"N({_list((mean, covariance))})", ATOM
        case Family():
            return f"{type(node).__name__}({_list(node.parameters)})", ATOM
        case Name():
            return plain_name(node.fields[0]), ATOM
        case MemberDensity(family, index) | MemberFunction(family, index) | Marginal(family, index):
            return f"{_show(family, ATOM)}_{_show(index, ATOM)}", ATOM
        case Pushforward() if node.label is not None:
            return plain_name(node.label), ATOM
        case Pushforward(function, law):
            return f"{_show(function, ATOM)}#{_show(law, ATOM)}", POWER
        case Mixture(weights, components):
            parts = zip(weights, components, strict=True)
            return " + ".join(f"{_show(w, POWER)}*{_show(c, POWER)}" for w, c in parts), SUM
        case Divergence(p, q):
            return f"KL({plain(p)} ‖ {plain(q)})", ATOM
        case JensenShannon(p, q):
            return f"JS({plain(p)} ‖ {plain(q)})", ATOM
        case Wasserstein(p, q, order):
            return f"{plain_name('W_' + plain(order))}({_list((p, q))})", ATOM
        case Entropy(p):
            return f"H({plain(p)})", ATOM
        case CrossEntropy(p, q):
            return f"H({_list((p, q))})", ATOM
        case FunctionalDerivative(functional, density, point):
            return f"δ/δ{plain(density)}({plain(point)}) [{plain(functional)}]", POWER
    return _statement(node), STATEMENT


def _statement(node: Node) -> str:
    match node:
        case Relation(left, symbol, right):
            return f"{plain(left)} {_SYMBOLS[symbol]} {plain(right)}"
        case AlmostEverywhere(left, right):
            return f"{plain(left)} = {plain(right)} almost everywhere"
        case Iff(left, right):
            return f"{plain(left)} ⟺ {plain(right)}"
        case Fact("independent", (law, *variables)):
            return f"{_list(tuple(variables))} are independent under {plain(law)}"
        case Fact("differentiable_under", (Lambda(mean, x), at)):
            place = "" if at is x else f" at {plain(at)}"
            return f"{plain(mean)} may be differentiated in {plain(x)}{place} under the expectation"
        case Fact(predicate, args):
            return _FACTS[predicate].format(*(plain(arg) for arg in args))
        case Claim(hypotheses, statement):
            return f"{_list(hypotheses)} ⟹ {plain(statement)}" if hypotheses else plain(statement)
    raise TypeError(f"expected a term, law, space or statement, found {type(node).__name__}")


def _space(node: Space) -> str:
    match node:
        case Reals():
            return "R"
        case PositiveReals():
            return "(0, ∞)"
        case Interval(low, high):
            return f"({plain(low)}, {plain(high)})"
        case Integers():
            return "Z"
        case Range(low, high):
            return f"{{{plain(low)}, …, {plain(high)}}}"
        case Without(inner, index):
            return f"{plain(inner)} ∖ {{{plain(index)}}}"
        case Vectors(n):
            return f"R^{_show(n, ATOM)}"
        case Simplex(n):
            return f"the simplex in R^{_show(n, ATOM)}"
        case Compositions(n, total):
            return f"the counts in Z^{_show(n, ATOM)} with sum {plain(total)}"
        case Matrices(rows, columns):
            return f"R^({_show(rows, ATOM)}×{_show(columns, ATOM)})"
        case Abstract(name):
            return plain_name(name)
        case Cartesian(factors):
            return " × ".join(map(_space, factors))
        case Product(name, range_):
            return f"Π[i in {plain(range_)}] {plain_name(name)}_i"
        case Slot(name, index):
            return f"{plain_name(name)}_{_show(index, ATOM)}"
    raise TypeError(f"expected a space, found {type(node).__name__}")
