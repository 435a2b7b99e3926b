r"""LaTeX of laws, of the functionals of laws, and of statements about terms and laws."""

from __future__ import annotations

from proofs.language import (
    AlmostEverywhere,
    Apply,
    Bernoulli,
    Beta,
    BetaBinomial,
    Binomial,
    Categorical,
    Cauchy,
    ChiSquared,
    Claim,
    CrossEntropy,
    Density,
    DensityFamily,
    Dirichlet,
    DiscreteUniform,
    Divergence,
    Elementary,
    Entropy,
    ExGaussian,
    Exponential,
    Fact,
    Family,
    FisherF,
    FunctionalDerivative,
    FunctionFamily,
    Gamma,
    Geometric,
    Gumbel,
    HalfNormal,
    Hypergeometric,
    Iff,
    InverseGamma,
    InverseGaussian,
    JensenShannon,
    Laplace,
    Logistic,
    LogNormal,
    Marginal,
    MatrixNormal,
    MemberDensity,
    Mixture,
    Multinomial,
    MultivariateNormal,
    MultivariateT,
    NegativeBinomial,
    Node,
    Normal,
    Number,
    Pareto,
    Poisson,
    Power,
    ProductLaw,
    Pushforward,
    Rayleigh,
    Relation,
    StudentT,
    Term,
    Uniform,
    Wasserstein,
    Weibull,
    half,
)
from proofs.language.relations import SHAPES_IN_WORDS

from .latex import (
    ATOM,
    BIG,
    FRACTION,
    POWER,
    PRODUCT,
    STATEMENT,
    Piece,
    arguments,
    at_point,
    call,
    latex,
    member,
    name_piece,
    piece,
    show,
    tall,
)
from .latex_binders import _limits
from .names import script, written

SYMBOLS = {"=": "=", "<=": "\\leq", "<": "<", ">=": "\\geq", ">": ">", "!=": "\\neq"}

_FAMILIES = {
    Gamma: "\\mathrm{Gamma}", Beta: "\\mathrm{Beta}", Laplace: "\\mathrm{Laplace}", Exponential: "\\mathrm{Exp}",
    Uniform: "\\mathcal{U}", Cauchy: "\\mathrm{Cauchy}", Bernoulli: "\\mathrm{Bernoulli}", Poisson: "\\mathrm{Poisson}",
    MultivariateNormal: "\\mathcal{N}", Normal: "\\mathcal{N}", StudentT: "\\mathrm{t}", Gumbel: "\\mathrm{Gumbel}",
    Logistic: "\\mathrm{Logistic}", InverseGamma: "\\mathrm{InvGamma}", ChiSquared: "\\chi^2",
    LogNormal: "\\mathrm{LogNormal}", Weibull: "\\mathrm{Weibull}", Rayleigh: "\\mathrm{Rayleigh}",
    Pareto: "\\mathrm{Pareto}", Binomial: "\\mathrm{Bin}", DiscreteUniform: "\\mathcal{U}", Geometric: "\\mathrm{Geom}",
    NegativeBinomial: "\\mathrm{NB}", InverseGaussian: "\\mathrm{InvGauss}", FisherF: "\\mathrm{F}",
    ExGaussian: "\\text{ex-Gaussian}", HalfNormal: "\\mathrm{HalfNormal}", BetaBinomial: "\\mathrm{BetBin}",
    Dirichlet: "\\mathrm{Dir}", Multinomial: "\\mathrm{Mult}", Categorical: "\\mathrm{Cat}",
    Hypergeometric: "\\mathrm{Hyp}", MatrixNormal: "\\mathcal{MN}", MultivariateT: "\\mathrm{t}",
}  # fmt: skip


@piece.register(Density)
def _(node: Density) -> Piece:
    return name_piece(written(node.name))


@piece.register(DensityFamily)
@piece.register(FunctionFamily)
def _(node: DensityFamily | FunctionFamily) -> Piece:
    return name_piece(written(node.name))


@piece.register(MemberDensity)
def _(node: MemberDensity) -> Piece:
    return member(node.family.name, node.index)


@piece.register(Marginal)
def _(node: Marginal) -> Piece:
    if isinstance(node.joint, Density):
        return member(node.joint.name, node.index)
    return f"{show(node.joint, ATOM)}{script('_', latex(node.index))}", POWER


@piece.register(Pushforward)
def _(node: Pushforward) -> Piece:
    if node.label is not None:
        return name_piece(written(node.label))
    return image(node), FRACTION


def image(node: Pushforward) -> str:
    """The law as that of an image, whatever its label."""
    return f"{show(node.function, POWER)}_\\# {show(node.law, ATOM)}"


@piece.register(ProductLaw)
def _(node: ProductLaw) -> Piece:
    if node.label is not None:
        return name_piece(written(node.label))
    return independent(node), BIG


def independent(node: ProductLaw) -> str:
    """The law as the product that it is."""
    return f"\\prod{_limits(node.var, node.var.space)} {show(node.body, FRACTION)}"


@piece.register(Mixture)
def _(node: Mixture) -> Piece:
    parts = [
        f"{show(weight, FRACTION)} {show(component, FRACTION)}"
        for weight, component in zip(node.weights, node.components, strict=True)
    ]
    return " + ".join(parts), STATEMENT


@at_point.register(Mixture)
def _(head: Mixture, args: tuple[Term, ...]) -> Piece:
    return piece(head.density_at(args[0]))


@piece.register(Family)
def _(node: Family) -> Piece:
    return name_piece(written(node.label)) if node.label is not None else (definition(node), ATOM)


@at_point.register(Family)
def _(head: Family, args: tuple[Term, ...]) -> Piece:
    if head.label is not None:
        return call(latex(head), arguments(args)), ATOM
    return definition(head, f"{arguments(args)} \\mid "), ATOM


def definition(law: Family, point: str = "") -> str:
    """The law by its family and parameters, whatever its label."""
    parameters = law.parameters
    match law:
        case Normal(mean, deviation, _) | LogNormal(mean, deviation, _):
            parameters = (mean, _squared(deviation))
        case StudentT(freedom, location, scale, _):
            parameters = (freedom, location, _squared(scale))
        case ExGaussian(mean, deviation, rate, _):
            parameters = (mean, _squared(deviation), rate)
        case HalfNormal(scale, _):
            parameters = (_squared(scale),)
        case DiscreteUniform(low, high, _):
            return call(_FAMILIES[DiscreteUniform], f"{point}\\{{{latex(low)}, \\dots, {latex(high)}\\}}")
    return call(_FAMILIES[type(law)], point + ", ".join(map(latex, parameters)))


def _squared(deviation: Term) -> Term:
    """The variance as one writes it: sigma^2, v for sqrt(v), 1 for 1."""
    match deviation:
        case Number(value):
            return Number(value**2)
        case Power(base, exponent) if exponent is half:
            return base
        case Apply(Elementary("sqrt"), (variance,)):
            return variance
    return Power(deviation, Number(2))


# ---------------------------------------------------------------------------------------------------------------------
# functionals


@piece.register(Divergence)
@piece.register(JensenShannon)
def _(node: Divergence | JensenShannon) -> Piece:
    p, q = latex(node.p), latex(node.q)
    bar = "\\middle\\|" if tall(p + q) else "\\|"
    kind = "KL" if isinstance(node, Divergence) else "JS"
    return call(f"D_{{\\mathrm{{{kind}}}}}", f"{p} \\,{bar}\\, {q}"), ATOM


@piece.register(Wasserstein)
def _(node: Wasserstein) -> Piece:
    return call(f"W{script('_', latex(node.order))}", f"{latex(node.p)}, {latex(node.q)}"), ATOM


@piece.register(Entropy)
def _(node: Entropy) -> Piece:
    return call("\\mathrm{H}", latex(node.p)), ATOM


@piece.register(CrossEntropy)
def _(node: CrossEntropy) -> Piece:
    return call("\\mathrm{H}", f"{latex(node.p)}, {latex(node.q)}"), ATOM


@piece.register(FunctionalDerivative)
def _(node: FunctionalDerivative) -> Piece:
    below = f"\\delta {call(latex(node.density), latex(node.point))}"
    text = latex(node.functional)
    if not tall(text) and len(text) < 40:
        return f"\\frac{{\\delta {show(node.functional, PRODUCT)}}}{{{below}}}", FRACTION
    return call(f"\\frac{{\\delta}}{{{below}}}", text, "[", "]"), FRACTION


# ---------------------------------------------------------------------------------------------------------------------
# statements


@piece.register(Relation)
def _(node: Relation) -> Piece:
    return f"{latex(node.left)} {SYMBOLS[node.symbol]} {latex(node.right)}", STATEMENT


@piece.register(AlmostEverywhere)
def _(node: AlmostEverywhere) -> Piece:
    return f"{latex(node.left)} = {latex(node.right)} \\ \\text{{almost everywhere}}", STATEMENT


@piece.register(Iff)
def _(node: Iff) -> Piece:
    return f"{latex(node.left)} \\iff {latex(node.right)}", STATEMENT


_FACTS = {
    "density": "{} \\ \\text{{is a probability density}}",
    "dominated": "{} \\ll {}",
    "finite": "\\left| {} \\right| < \\infty",
    "positive_definite": "{} \\succ 0",
    "invertible": "{} \\ \\text{{is invertible}}",
    "differentiable": "{} \\in C^1",
    "polynomial": "{} \\ \\text{{is a polynomial}}",
    "triangular": "{} \\ \\text{{is triangular}}",
    "diffeomorphism": "{} \\ \\text{{is a diffeomorphism}}",
    "positive_density": "{} > 0",
    "lipschitz": "{} \\ \\text{{is Lipschitz with the constant}} \\ {}",
    "singular": "{} \\perp {}",
    **{shape: f"{{}} \\ \\text{{{{is {words}}}}}" for shape, words in SHAPES_IN_WORDS.items()},
    "inverse": "{} \\ \\text{{is the inverse of}} \\ {} : \\mathbb{{R}} \\to {}",
    "differentiable_under": "{} \\ \\text{{may be differentiated under the expectation at}} \\ {}",
}


@piece.register(Fact)
def _(node: Fact) -> Piece:
    if node.predicate == "finite" and isinstance(node.args[0], Divergence):
        return f"{latex(node.args[0])} < \\infty", STATEMENT
    if node.predicate == "independent":
        law, *variables = node.args
        listed = ", ".join(map(latex, variables))
        return f"{listed} \\ \\text{{are independent under}} \\ {latex(law)}", STATEMENT
    return _FACTS[node.predicate].format(*(show(arg, PRODUCT) for arg in node.args)), STATEMENT


@piece.register(Claim)
def _(node: Claim) -> Piece:
    hypotheses: tuple[Node, ...] = node.hypotheses
    if not hypotheses:
        return piece(node.statement)
    supposed = ",\\ ".join(latex(h) for h in hypotheses)
    return f"{supposed} \\implies {latex(node.statement)}", STATEMENT
