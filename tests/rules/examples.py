"""The table of rules: for each rule instances of its formula, and steps it must refuse.

The hypotheses of an example are minimal: without any one of them the step is refused.
"""

from __future__ import annotations

from dataclasses import dataclass

from proofs.kernel import Theorem
from proofs.language import (
    JS,
    KL,
    Abstract,
    AlmostEverywhere,
    Bernoulli,
    Beta,
    BetaBinomial,
    Binomial,
    Block,
    ChiSquared,
    CrossEntropy,
    Density,
    DensityFamily,
    Det,
    Diag,
    DiscreteUniform,
    Dot,
    E,
    Entry,
    ExGaussian,
    Exponential,
    FisherF,
    Form,
    Function,
    FunctionalDerivative,
    FunctionFamily,
    Gamma,
    Geometric,
    Glue,
    Gradient,
    H,
    HalfNormal,
    Hypergeometric,
    Identity,
    Int,
    Integers,
    Interval,
    InverseGamma,
    InverseGaussian,
    Iterate,
    Jacobian,
    Lambda,
    Laplace,
    Logistic,
    LogNormal,
    Marginal,
    MatProd,
    Matrices,
    MultivariateNormal,
    NegativeBinomial,
    Node,
    Normal,
    Number,
    Pareto,
    Poisson,
    Prod,
    Product,
    ProductLaw,
    Pushforward,
    R,
    Range,
    Rayleigh,
    Relation,
    Slot,
    Statement,
    StudentT,
    Sum,
    Sup,
    Term,
    Tr,
    Transpose,
    Uniform,
    Var,
    VectorOf,
    Vectors,
    Weibull,
    Without,
    Zero,
    arctan,
    beta,
    binomial,
    density,
    diff,
    diffeomorphism,
    differentiable,
    digamma,
    dominated,
    exp,
    factorial,
    finite,
    forall,
    gamma,
    half,
    independent,
    integer,
    inverse,
    lipschitz,
    log,
    loggamma,
    matrix,
    maximum,
    nonzero,
    oo,
    pi,
    positive_definite,
    positive_density,
    sigmoid,
    sin,
    sqrt,
    symbols,
    triangular,
    vector,
)
from proofs.language.spaces import R_POSITIVE
from proofs.registry import algebra
from proofs.rules import (
    additivity_of_kl,
    affine_substitution,
    affinity,
    all_coordinates,
    almost_everywhere_equal,
    antisymmetry,
    attained_bound,
    bernoulli_moments,
    beta_binomial_moments,
    beta_integral,
    beta_moments,
    binomial_moments,
    binomial_theorem,
    bounded_slope,
    cauchy_schwarz,
    chain_rule,
    definition_of_cross_entropy,
    definition_of_entropy,
    definition_of_expectation,
    definition_of_kl,
    density_of_independent,
    density_written_out,
    determinant_of_block_triangular,
    determinant_of_diagonal,
    determinant_of_product,
    determinant_of_triangular,
    differentiation,
    differentiation_by_a_vector,
    discrete_uniform_moments,
    ex_gaussian_moments,
    exchange,
    exponential_inequality,
    exponential_integral,
    factors_apart,
    finite_sum,
    first_term_apart,
    fisher_moments,
    form_in_coordinates,
    functional_derivative,
    functional_derivative_by_factor,
    fundamental_theorem,
    gamma_integral,
    gamma_moments,
    gaussian_integral,
    gaussian_moments,
    gaussian_vector_moments,
    geometric_moments,
    geometric_sum,
    gibbs_inequality,
    half_normal_moments,
    hypergeometric_moments,
    increasing_function,
    independent_coordinates,
    induction,
    inverse_function,
    inverse_gamma_moments,
    inverse_gaussian_moments,
    iterated_expectation,
    jacobian_of_coordinates,
    jacobian_of_elementwise,
    jensen_inequality,
    jensen_shannon_bound,
    laplace_moments,
    last_term_apart,
    least_upper_bound,
    linearity,
    log_inequality,
    log_of_density,
    log_of_product,
    logistic_moments,
    lognormal_moments,
    marginal_density,
    marginalisation,
    mass_on_support,
    mean_inequality,
    mean_of_independent,
    mean_of_quadratic_form,
    mean_value_inequality,
    monotonicity,
    negative_binomial_moments,
    non_negative,
    normalisation,
    not_zero_by_equality,
    one_coordinate,
    pareto_moments,
    poisson_moments,
    pushforward_density,
    restriction_to_support,
    shifted_index,
    slope_of_lipschitz,
    split_off,
    student_moments,
    sum_of_constant,
    sum_of_powers,
    supremum_of_constant,
    supremum_of_monotone,
    tangent_inequality,
    telescoping_sum,
    terms_free_of_the_density,
    trace_of_diagonal,
    triangle_inequality,
    uniform_moments,
    vanishing_integral,
    weibull_moments,
)
from proofs.steps import Rule

a, b, mu, sigma, x, lam = symbols("a b mu sigma x lambda")
c_0 = symbols("c")
UNIT = Interval(Number(0), Number(1))
on_unit = Var("u", UNIT)
about_zero = Var("u", Interval(Number(-1), Number(1)))
wave = Function("f")
X = Abstract("X")
u = Var("u", X)
p, q, r = Density("p", X), Density("q", X), Density("r", X)
n, d, m, M, K = integer("n"), integer("d"), integer("m"), integer("M"), integer("K")
S = Product("Z", Range(Number(1), M))
Z = Var("Z", S)
i, j = Var("i", S.range), Var("j", S.range)
other = Var("i", Without(S.range, j))
family = DensityFamily("q", S)
joint = Density("p", S)
z = Var("z", Slot("Z", j))
rest = Var("Z_{\\setminus j}", Product("Z", Without(S.range, j)))
k = Var("k", Range(Number(1), d))
v, w, c = vector("v", d), vector("w", d), vector("c", d)
y, y_0 = vector("y", n), vector("y_0", n)
A, B, D, Sigma = matrix("A", d), matrix("B", d), matrix("D", n), matrix("Sigma", d)
C = matrix("C", n, d)
f = Function("f", Vectors(d), Vectors(d))
layers = FunctionFamily("f", Range(Number(1), K), Vectors(d), Vectors(d))
layer = Var("k", Range(Number(1), K))
rho = Density("p", Vectors(d))
t = Var("t", R_POSITIVE)
s = Var("s", R_POSITIVE)
share = Var("y", Interval(Number(0), Number(1)))
segment = Var("x", Interval(a, b))
beyond = Var("x", Interval(a, oo))
u_2, f_2 = Var("y", X), Function("h", X)
sample = Var("x", Vectors(d))
omega, prob = Var("omega", Abstract("Omega")), Density("P", Abstract("Omega"))
X_1, X_2 = Function("X", Abstract("Omega")), Function("Y", Abstract("Omega"))
wide = Var("x", Interval(b, oo))
chosen = Var("k", Range(Number(0), d))
from_second = Var("k", Range(Number(2), d))
but_last = Var("k", Range(Number(1), d - 1))
later = Var("k", Range(1 + n, d + n))
drawn = Var("k", Hypergeometric(9, d, 3).home)
coin = Var("y", Range(Number(0), Number(1)))
count = Var("y", Integers())
g = Function("g")
other_k = Var("j", Without(k.space, k))
normal = Normal(mu, sigma)
slope = Jacobian(f(v), v, w)
matrices = VectorOf(v[k] + w[k], k)


@dataclass(frozen=True)
class Example:
    """``left symbol right`` by ``rule(*arguments)``, under ``hypotheses`` of which none can be spared."""

    rule: Rule
    left: Term
    right: Term
    hypotheses: tuple[Node, ...] = ()
    arguments: tuple[Node, ...] = ()
    symbol: str = "="


hill = Function("f", Vectors(d))

EXAMPLES = [
    Example(algebra, (a + b) ** 2, a**2 + 2 * a * b + b**2),
    Example(algebra, log(a * b), log(a) + log(b), (a > 0, b > 0)),
    Example(algebra, (a - b) ** 2, Number(0), symbol=">="),
    Example(definition_of_kl, KL(p, q), E(log(p(u) / q(u)), u, p), (density(p), density(q), dominated(p, q))),
    Example(definition_of_entropy, H(p), -E(log(p(u)), u, p), (density(p), finite(H(p)))),
    Example(
        definition_of_cross_entropy,
        CrossEntropy(Normal(a, 2), Normal(b, sigma)),
        -E(log(Normal(b, sigma)(x)), x, Normal(a, 2)),
        (sigma > 0,),
    ),
    Example(
        additivity_of_kl,
        KL(ProductLaw(Normal(v[k], 1), k), ProductLaw(Normal(w[k], sigma), k)),
        Sum(KL(Normal(v[k], 1), Normal(w[k], sigma)), k),
        (sigma > 0,),
    ),
    Example(
        linearity,
        E(a * x + x**2 / 3 - b, x, normal),
        a * E(x, x, normal) + E(x**2, x, normal) / 3 - b,
        (sigma > 0,),
    ),
    Example(
        linearity,
        E(log(p(u)) - log(q(u)), u, p),
        E(log(p(u)), u, p) - E(log(q(u)), u, p),
        (density(p), density(q), dominated(p, q), finite(H(p))),
    ),
    Example(  # neither of the two means need exist
        linearity,
        E(log(p(u)) - log(q(u)) + a, u, p),
        E(log(p(u)) - log(q(u)), u, p) + a,
        (density(p), density(q), dominated(p, q)),
    ),
    Example(linearity, Sum(v[k] + 2 * w[k], k), Sum(v[k], k) + 2 * Sum(w[k], k)),
    Example(definition_of_expectation, E(x**2, x, normal), Int(normal(x) * x**2, x), (sigma > 0,)),
    Example(
        gaussian_moments,
        E(((x - a) / b) ** 2, x, normal),
        (sigma**2 + (mu - a) ** 2) / b**2,
        (sigma > 0, nonzero(b)),
    ),
    Example(gaussian_moments, E(3 * x, x, normal), 3 * mu, (sigma > 0,)),
    Example(
        mean_of_quadratic_form,
        E(Form(v - c, A, v - c), v, MultivariateNormal(w, Sigma)),
        Tr(A @ Sigma) + Form(w - c, A, w - c),
        (positive_definite(Sigma),),
    ),
    Example(
        mean_of_quadratic_form,
        E(Form(c - B @ v, A, c - B @ v), v, MultivariateNormal(w, Sigma)),
        Tr(A @ B @ Sigma @ Transpose(B)) + Form(c - B @ w, A, c - B @ w),
        (positive_definite(Sigma),),
    ),
    Example(mass_on_support, E(p(u) / q(u), u, q), Int(p(u), u), (density(p), density(q)), symbol="<="),
    Example(affinity, E(sqrt(p(u) / q(u)), u, q), Int(sqrt(p(u) * q(u)), u), (density(p), density(q))),
    Example(
        marginalisation,
        E(log(family[j](Z[j])), Z, joint),
        E(log(family[j](z)), z, Marginal(joint, j)),
        (
            density(joint),
            forall(i, density(family[i])),
            forall(i, dominated(Marginal(joint, i), family[i])),
            finite(E(log(family[j](z)), z, Marginal(joint, j))),
        ),
    ),
    Example(
        iterated_expectation,
        E(joint(Z), Z, ProductLaw(family[i], i)),
        E(E(joint(Glue(j, z, rest)), rest, ProductLaw(family[other], other)), z, family[j]),
        (density(joint), forall(i, density(family[i]))),
        (j,),
    ),
    Example(
        almost_everywhere_equal,
        E(p(u) / r(u), u, r),
        E(q(u) / r(u), u, r),
        (density(p), density(q), density(r), AlmostEverywhere(p, q)),
        (AlmostEverywhere(p, q),),
    ),
    Example(
        log_of_density,
        log(normal(x)),
        -half * log(2 * pi * sigma**2) - (x - mu) ** 2 / (2 * sigma**2),
        (sigma > 0,),
    ),
    Example(
        log_of_density,
        log(Gamma(a, b)(t)),
        a * log(b) - loggamma(a) + (a - 1) * log(t) - b * t,
        (a > 0, b > 0),
    ),
    Example(normalisation, Int(p(u), u), Number(1), (density(p),)),
    Example(normalisation, Int(normal(x), x), Number(1), (sigma > 0,)),
    Example(
        density_of_independent,
        ProductLaw(family[i], i)(Z),
        Prod(family[i](Z[i]), i),
        (forall(i, density(family[i])),),
    ),
    Example(marginal_density, Marginal(joint, j)(z), Int(joint(Glue(j, z, rest)), rest), (density(joint),)),
    Example(
        independent_coordinates,
        KL(MultivariateNormal(v, Diag(VectorOf(w[k] ** 2, k))), MultivariateNormal(Zero(Vectors(d)), Identity(d))),
        KL(ProductLaw(Normal(v[k], w[k]), k), ProductLaw(Normal(0, 1), k)),
        (forall(k, w[k] > 0),),
    ),
    Example(
        pushforward_density,
        Pushforward(f, rho)(f(w)),
        rho(w) / abs(Det(slope)),
        (density(rho), diffeomorphism(f)),
    ),
    Example(log_inequality, log(a), a - 1, (a > 0,), symbol="<="),
    Example(log_inequality, -2 * log(a), -2 * (a - 1), (a > 0,), symbol=">="),
    Example(
        tangent_inequality,
        log(a) + b,
        log(c_0) + (a - c_0) / c_0 + b,
        (a > 0, c_0 > 0),
        (Lambda(log(Var("u", R_POSITIVE)), Var("u", R_POSITIVE)), c_0, a),
        symbol="<=",
    ),
    Example(
        tangent_inequality,
        exp(b) + exp(b) * (a - b),
        exp(a),
        (),
        (Lambda(exp(x), x), b, a),
        symbol="<=",
    ),
    Example(
        tangent_inequality,
        -log(1 - a),
        log(Number(2)) + 2 * (a - half),
        (a > 0, a < 1),
        (Lambda(log(1 - Var("u", UNIT)), Var("u", UNIT)), half, a),
        symbol=">=",
    ),
    Example(increasing_function, log(a + 1), log(a + b), (a > 0, b >= 1), (a + b,), symbol="<="),
    Example(increasing_function, -2 * sigmoid(a), -2 * sigmoid(a + x**2), (), (a + x**2,), symbol=">="),
    Example(attained_bound, Sup(a - about_zero**2, about_zero), a - Number(0) ** 2, (), (Number(0),)),
    Example(supremum_of_monotone, Sup(on_unit**3 + a, on_unit), Number(1) ** 3 + a),
    Example(supremum_of_monotone, Sup(exp(-on_unit), on_unit), exp(-Number(0))),
    Example(supremum_of_monotone, Sup(abs(a * on_unit), on_unit), maximum(abs(a * 0), abs(a * 1)), (a > 0,)),
    Example(least_upper_bound, Sup(a - about_zero**2, about_zero), a, (), (a,), symbol="<="),
    Example(bounded_slope, abs(sin(a) - sin(b)), abs(a - b), (), (Lambda(sin(x), x), a, b, Number(1)), symbol="<="),
    Example(
        bounded_slope,
        abs(a**2 - b**2),
        2 * abs(a - b),
        (a >= 0, a <= 1, b >= 0, b <= 1),
        (Lambda(on_unit**2, on_unit), a, b, Number(2)),
        symbol="<=",
    ),
    Example(supremum_of_constant, Sup(a, x), a),
    Example(
        mean_value_inequality,
        abs(wave(a) - wave(b)),
        Sup(abs(diff(wave(x), x)), x) * abs(a - b),
        (differentiable(wave), finite(Sup(abs(diff(wave(x), x)), x))),
        (Lambda(wave(x), x), a, b),
        symbol="<=",
    ),
    Example(
        mean_value_inequality,
        abs(exp(a) - exp(Number(0))),
        Sup(abs(diff(exp(on_unit), on_unit)), on_unit) * abs(a - 0),
        (a >= 0, a <= 1),
        (Lambda(exp(on_unit), on_unit), a, Number(0)),
        symbol="<=",
    ),
    Example(
        slope_of_lipschitz,
        abs(diff(wave(x), x, a)),
        b,
        (differentiable(wave), lipschitz(wave, b)),
        symbol="<=",
    ),
    Example(
        slope_of_lipschitz,
        sqrt(Dot(Gradient(hill(v), v, w), Gradient(hill(v), v, w))),
        b,
        (differentiable(hill), lipschitz(hill, b)),
        symbol="<=",
    ),
    Example(non_negative, -Int(sqrt(p(u)), u), Number(0), (density(p),), symbol="<="),
    Example(log_of_product, log(Prod(v[k], k)), Sum(log(v[k]), k), (forall(k, v[k] > 0),)),
    Example(
        log_of_product,
        log(abs(Prod(v[k], k))),
        Sum(log(abs(v[k])), k),
        (forall(k, nonzero(v[k])),),
    ),
    Example(
        split_off,
        Sum(log(family[i](Z[i])), i),
        log(family[j](Z[j])) + Sum(log(family[other](Z[other])), other),
        (forall(i, density(family[i])), forall(i, positive_density(family[i]))),
        (j,),
    ),
    Example(sum_of_constant, Sum(a, k), d * a, (d >= 0,)),
    Example(inverse_function, 2 * wave(g(a)), 2 * a, (inverse(wave, g, R),)),
    Example(inverse_function, g(wave(a)) + b, a + b, (inverse(wave, g, R),)),
    Example(
        inverse_function,
        g(wave(a)),
        a,
        (inverse(wave, g, Interval(Number(0), Number(1))), a > 0, a < 1),
    ),
    Example(
        finite_sum,
        Sum(Var("k", Range(Number(1), Number(3))) ** 2, Var("k", Range(Number(1), Number(3)))),
        Number(1) ** 2 + Number(2) ** 2 + Number(3) ** 2,
    ),
    Example(trace_of_diagonal, Tr(Diag(matrices)), Sum(v[k] + w[k], k)),
    Example(determinant_of_diagonal, Det(Diag(matrices)), Prod(v[k] + w[k], k)),
    Example(form_in_coordinates, Form(v, Identity(d), w), Sum(v[k] * w[k], k)),
    Example(form_in_coordinates, Form(v, Diag(VectorOf(c[k], k)), v), Sum(c[k] * v[k] ** 2, k)),
    Example(
        determinant_of_block_triangular,
        Det(Block(A, Zero(Matrices(d, n)), C, D)),
        Det(A) * Det(D),
    ),
    Example(
        determinant_of_triangular,
        Det(slope),
        Prod(Entry(slope, k, k), k),
        (differentiable(f), triangular(f)),
    ),
    Example(
        determinant_of_product,
        Det(MatProd(Jacobian(layers[layer](v), v, w), layer)),
        Prod(Det(Jacobian(layers[layer](v), v, w)), layer),
        (differentiable(layers),),
    ),
    Example(
        chain_rule,
        Det(Jacobian(Iterate(layers, K, v), v, w)),
        Det(MatProd(Jacobian(layers[layer](v), v, Iterate(layers, layer - 1, w)), layer)),
        (differentiable(layers),),
    ),
    Example(jacobian_of_coordinates, Det(Jacobian(v, v, w)), Number(1)),
    Example(
        jacobian_of_elementwise,
        Det(Jacobian(VectorOf(v[k] ** 2 * exp(c[k]), k), v, w)),
        Det(Diag(VectorOf(2 * w[k] * exp(c[k]), k))),
    ),
    Example(
        terms_free_of_the_density,
        FunctionalDerivative(Int(log(q(u)) * p(u), u) + a**2, q, u),
        FunctionalDerivative(Int(log(q(u)) * p(u), u), q, u),
        (density(p), density(q), positive_density(q), finite(Int(log(q(u)) * p(u), u))),
    ),
    Example(
        functional_derivative,
        FunctionalDerivative(lam * (Int(q(u), u) - 1), q, u),
        lam,
        (density(q), positive_density(q)),
    ),
    Example(
        functional_derivative_by_factor,
        FunctionalDerivative(Int(joint(Z) * log(Prod(family[i](Z[i]), i)), Z), family[j], z),
        Int(joint(Glue(j, z, rest)) / family[j](z), rest),
        (
            density(joint),
            forall(i, density(family[i])),
            forall(i, dominated(Marginal(joint, i), family[i])),
            positive_density(family[j]),
            finite(E(log(Prod(family[i](Z[i]), i)), Z, joint)),
        ),
    ),
    Example(
        all_coordinates,
        Int(Int(joint(Glue(j, z, rest)) * family[j](z), rest), z),
        Int(joint(Z) * family[j](Z[j]), Z),
        (density(joint), density(family[j])),
    ),
    Example(differentiation, diff(x**2 * exp(a * x), x, b), 2 * b * exp(a * b) + a * b**2 * exp(a * b)),
    Example(differentiation, diff(t**a / (1 + t), t, s), (a * s ** (a - 1) * (1 + s) - s**a) / (1 + s) ** 2),
    Example(
        differentiation,
        diff(g(x**2) * Prod(x + v[k], k), x, x),
        2 * x * diff(g(a), a, x**2) * Prod(x + v[k], k) + g(x**2) * Sum(Prod(x + v[other_k], other_k), k),
        (differentiable(g),),
    ),
    Example(
        differentiation,
        diff(-d * log(t) / 2 - Sum((v[k] - a) ** 2, k) / (2 * t), t, s),
        -d / (2 * s) + Sum((v[k] - a) ** 2, k) / (2 * s**2),
    ),
    Example(gaussian_moments, E((x - mu) ** 4, x, normal), 3 * sigma**4, (sigma > 0,)),
    Example(gaussian_moments, E(x**3 - a * x, x, normal), mu**3 + 3 * mu * sigma**2 - a * mu, (sigma > 0,)),
    Example(gaussian_moments, E(exp(a * x), x, normal), exp(a * mu + a**2 * sigma**2 / 2), (sigma > 0,)),
    Example(gamma_moments, E(t**2, t, Gamma(a, b)), a * (a + 1) / b**2, (a > 0, b > 0)),
    Example(gamma_moments, E(log(t), t, Gamma(a, b)), digamma(a) - log(b), (a > 0, b > 0)),
    Example(gamma_moments, E(1 / t, t, Gamma(a, b)), b / (a - 1), (a > 1, b > 0)),
    Example(gamma_moments, E(t**s, t, Gamma(a, b)), gamma(a + s) / (gamma(a) * b**s), (a > 0, b > 0)),
    Example(gamma_moments, E((t - a) ** 2, t, Exponential(b)), 1 / b**2 + (1 / b - a) ** 2, (b > 0,)),
    Example(beta_moments, E(share * (1 - share), share, Beta(a, b)), a * b / ((a + b) * (a + b + 1)), (a > 0, b > 0)),
    Example(beta_moments, E(log(1 - share), share, Beta(a, b)), digamma(b) - digamma(a + b), (a > 0, b > 0)),
    Example(laplace_moments, E(x**2, x, Laplace(mu, sigma)), mu**2 + 2 * sigma**2, (sigma > 0,)),
    Example(laplace_moments, E(abs(x - mu), x, Laplace(mu, sigma)), sigma, (sigma > 0,)),
    Example(uniform_moments, E(x**2, x, Uniform(a, b)), (a**2 + a * b + b**2) / 3, (a < b,)),
    Example(bernoulli_moments, E((coin - a) ** 2, coin, Bernoulli(a)), a * (1 - a), (a > 0, a < 1)),
    Example(bernoulli_moments, E(exp(b * coin), coin, Bernoulli(a)), 1 - a + a * exp(b), (a > 0, a < 1)),
    Example(poisson_moments, E(count**2, count, Poisson(a)), a + a**2, (a > 0,)),
    Example(poisson_moments, E(exp(b * count), count, Poisson(a)), exp(a * (exp(b) - 1)), (a > 0,)),
    Example(
        density_written_out,
        normal(x) / Normal(a, sigma)(x),
        exp((x - a) ** 2 / (2 * sigma**2) - (x - mu) ** 2 / (2 * sigma**2)),
        (sigma > 0,),
    ),
    Example(sum_of_constant, Sum(a, but_last), (d - 1) * a, (d >= 1,)),
    Example(sum_of_powers, Sum(k, k), d * (d + 1) / 2, (d >= 0,)),
    Example(
        sum_of_powers,
        Sum(a * from_second**2 - from_second, from_second),
        a * (d * (d + 1) * (2 * d + 1) / 6 - 1) - d * (d + 1) / 2 + 1,
        (d >= 1,),
    ),
    Example(differentiation_by_a_vector, Gradient(Form(v, A, v), v, v), A @ v + Transpose(A) @ v),
    Example(
        differentiation_by_a_vector,
        Gradient(exp(-Form(C @ v - y, D, C @ v - y)), v, v),
        -exp(-Form(C @ v - y, D, C @ v - y)) * (Transpose(C) @ ((D + Transpose(D)) @ (C @ v - y))),
    ),
    Example(
        differentiation_by_a_vector,
        Gradient(log(1 + Form(v, A, v) ** 2), v, w),
        2 * Form(w, A, w) / (1 + Form(w, A, w) ** 2) * (A @ w + Transpose(A) @ w),
    ),
    Example(
        differentiation_by_a_vector,
        Gradient(sqrt(Form(v, Identity(d), v)), v, v),
        v / sqrt(Form(v, Identity(d), v)),
        (Form(v, Identity(d), v) > 0,),
    ),
    Example(
        differentiation_by_a_vector,
        Jacobian(Form(v, A, w) * v, v, v),
        Form(v, A, w) * Identity(d) + v @ Transpose(A @ w),
    ),
    Example(geometric_sum, Sum(a**k, k), (a - a ** (d + 1)) / (1 - a), (d >= 0, nonzero(1 - a))),
    Example(induction, Sum(k * factorial(k), k), factorial(d + 1) - 1, (d >= 0,), (Lambda(factorial(n + 1), n),)),
    Example(induction, Sum(1 / (k * (k + 1)), k), 1 - 1 / (d + 1), (d >= 0,), (Lambda(-1 / (n + 1), n),)),
    Example(
        induction, Prod(1 - 1 / from_second**2, from_second), (d + 1) / (2 * d), (d >= 1,), (Lambda((n + 1) / n, n),)
    ),
    Example(geometric_sum, Sum(t**k, k), (t - t ** (d + 1)) / (1 - t), (d >= 0, t < 1)),
    Example(
        geometric_sum,
        Sum(exp(a * chosen), chosen),
        (1 - exp(a * (d + 1))) / (1 - exp(a)),
        (d >= 0, nonzero(1 - exp(a))),
    ),
    Example(
        binomial_theorem, Sum(binomial(d, chosen) * t**chosen * s ** (d - chosen), chosen), (s + t) ** d, (d >= 0,)
    ),
    Example(
        binomial_theorem,
        Sum(chosen * binomial(d, chosen) * t**chosen * (1 - t) ** (d - chosen), chosen),
        d * t,
        (d >= 0, t < 1),
    ),
    Example(first_term_apart, Sum(v[k] ** 2, k), v[1] ** 2 + Sum(v[from_second] ** 2, from_second), (d >= 1,)),
    Example(last_term_apart, Prod(v[k] + a, k), Prod(v[but_last] + a, but_last) * (v[d] + a), (d >= 1,)),
    Example(shifted_index, Sum(v[k], k), Sum(v[later - n], later), (), (n,)),
    Example(telescoping_sum, Sum(1 / k - 1 / (k + 1), k), 1 - 1 / (d + 1), (d >= 0,)),
    Example(factors_apart, Prod(t * v[k] ** 2, k), t**d * Prod(v[k], k) ** 2, (d >= 0,)),
    Example(factors_apart, Prod(exp(v[k]) * w[k], k), exp(Sum(v[k], k)) * Prod(w[k], k)),
    Example(factors_apart, Prod(s ** v[k], k), s ** Sum(v[k], k)),
    Example(definition_of_expectation, Int(p(u) * sqrt(q(u)), u), E(sqrt(q(u)), u, p), (density(p), density(q))),
    Example(
        fundamental_theorem,
        Int(segment * exp(-segment), segment),
        (a + 1) * exp(-a) - (b + 1) * exp(-b),
        (a <= b,),
        (Lambda(-(x + 1) * exp(-x), x),),
    ),
    Example(fundamental_theorem, Int(1 / (1 + beyond**2), beyond), pi / 2 - arctan(a), (), (Lambda(arctan(x), x),)),
    Example(
        fundamental_theorem,
        Int(beyond ** (-t), beyond),
        a ** (1 - t) / (t - 1),
        (a > 0, t > 1),
        (Lambda(s ** (1 - t) / (1 - t), s),),
    ),
    Example(fundamental_theorem, Int(1 / segment, segment), log(b) - log(a), (a > 0, a <= b), (Lambda(log(t), t),)),
    Example(gaussian_integral, Int(exp(-((x - a) ** 2) / sigma), x), sqrt(pi * sigma), (sigma > 0,)),
    Example(
        gaussian_integral,
        Int(x**2 * exp(a * x - sigma * x**2 / 2), x),
        sqrt(2 * pi / sigma) * exp(a**2 / (2 * sigma)) * (1 / sigma + (a / sigma) ** 2),
        (sigma > 0,),
    ),
    Example(gamma_integral, Int(t ** (a - 1) * exp(-b * t), t), gamma(a) / b**a, (a > 0, b > 0)),
    Example(
        gamma_integral,
        Int((2 * t + 1) * sqrt(t) * exp(-b * t), t),
        2 * gamma(Number(5) / 2) / (b**2 * sqrt(b)) + sqrt(pi) / (2 * b * sqrt(b)),
        (b > 0,),
    ),
    Example(beta_integral, Int(share ** (a - 1) * (1 - share) ** (b - 1), share), beta(a, b), (a > 0, b > 0)),
    Example(beta_integral, Int(sqrt(share) * (1 - share), share), Number(4) / 15),
    Example(exponential_integral, Int(beyond * exp(-b * beyond), beyond), exp(-a * b) * (a / b + 1 / b**2), (b > 0,)),
    Example(
        affine_substitution,
        Int(exp(-(abs((x - mu) / sigma) ** 3)), x),
        sigma * Int(exp(-(abs(x) ** 3)), x),
        (sigma > 0,),
        (sigma, mu),
    ),
    Example(exchange, E(Sum((x - v[k]) ** 2, k), x, normal), Sum(E((x - v[k]) ** 2, x, normal), k), (sigma > 0,)),
    Example(
        exchange,
        Int(Int(p(u) * q(u_2) * exp(-((f_2(u) - f_2(u_2)) ** 2)), u_2), u),
        Int(Int(p(u) * q(u_2) * exp(-((f_2(u) - f_2(u_2)) ** 2)), u), u_2),
        (density(p), density(q)),
    ),
    Example(
        one_coordinate,
        E(sample[2] ** 2 + a * sample[2], sample, ProductLaw(Normal(v[k], sigma), k)),
        E(x**2 + a * x, x, Normal(v[2], sigma)),
        (sigma > 0, d >= 2),
    ),
    Example(
        mean_of_independent,
        E(X_1(omega) ** 2 * X_2(omega), omega, prob),
        E(X_1(omega) ** 2, omega, prob) * E(X_2(omega), omega, prob),
        (
            density(prob),
            independent(prob, X_1, X_2),
            finite(E(X_1(omega) ** 2 * X_2(omega), omega, prob)),
            finite(E(X_1(omega) ** 2, omega, prob)),
            finite(E(X_2(omega), omega, prob)),
        ),
    ),
    Example(binomial_moments, E(chosen**2, chosen, Binomial(d, t)), d * t * (1 - t) + d**2 * t**2, (d >= 0, t < 1)),
    Example(binomial_moments, E(exp(a * chosen), chosen, Binomial(d, t)), (1 - t + t * exp(a)) ** d, (d >= 0, t < 1)),
    Example(geometric_moments, E(count**2, count, Geometric(a)), (1 - a) * (2 - a) / a**2, (a > 0, a < 1)),
    Example(negative_binomial_moments, E(count, count, NegativeBinomial(b, a)), b * (1 - a) / a, (a > 0, a < 1, b > 0)),
    Example(discrete_uniform_moments, E(k**2, k, DiscreteUniform(1, d)), (d + 1) * (2 * d + 1) / 6, (d >= 1,)),
    Example(gamma_moments, E(t**2, t, ChiSquared(a)), a * (a + 2), (a > 0,)),
    Example(lognormal_moments, E(t**2, t, LogNormal(mu, sigma)), exp(2 * mu + 2 * sigma**2), (sigma > 0,)),
    Example(lognormal_moments, E((log(t) - a) ** 2, t, LogNormal(mu, sigma)), sigma**2 + (mu - a) ** 2, (sigma > 0,)),
    Example(inverse_gamma_moments, E(t, t, InverseGamma(a, b)), b / (a - 1), (a > 1, b > 0)),
    Example(inverse_gamma_moments, E(1 / t, t, InverseGamma(a, b)), a / b, (a > 0, b > 0)),
    Example(inverse_gaussian_moments, E(t**2, t, InverseGaussian(a, b)), a**2 + a**3 / b, (a > 0, b > 0)),
    Example(inverse_gaussian_moments, E(1 / t, t, InverseGaussian(a, b)), 1 / a + 1 / b, (a > 0, b > 0)),
    Example(
        inverse_gaussian_moments,
        E(exp(mu * t), t, InverseGaussian(a, b)),
        exp(b / a * (1 - sqrt(1 - 2 * a**2 * mu / b))),
        (a > 0, b > 0, 2 * a**2 * mu / b < 1),
    ),
    Example(fisher_moments, E(t, t, FisherF(a, b)), b / (b - 2), (a > 0, b > 2)),
    Example(half_normal_moments, E(t, t, HalfNormal(sigma)), sigma * sqrt(2 / pi), (sigma > 0,)),
    Example(half_normal_moments, E(t**2, t, HalfNormal(sigma)), sigma**2, (sigma > 0,)),
    Example(ex_gaussian_moments, E(x, x, ExGaussian(mu, sigma, b)), mu + 1 / b, (sigma > 0, b > 0)),
    Example(
        ex_gaussian_moments,
        E(exp(a * x), x, ExGaussian(mu, sigma, b)),
        b / (b - a) * exp(mu * a + sigma**2 * a**2 / 2),
        (sigma > 0, b > 0, a < b),
    ),
    Example(beta_binomial_moments, E(chosen, chosen, BetaBinomial(d, a, b)), d * a / (a + b), (d >= 0, a > 0, b > 0)),
    Example(hypergeometric_moments, E(drawn, drawn, Hypergeometric(9, d, 3)), d / 3, (d >= 0, d <= 9)),
    Example(weibull_moments, E(t**2, t, Weibull(a, b)), b**2 * gamma(1 + 2 / a), (a > 0, b > 0)),
    Example(weibull_moments, E(t, t, Rayleigh(sigma)), sigma * sqrt(pi / 2), (sigma > 0,)),
    Example(pareto_moments, E(wide, wide, Pareto(a, b)), a * b / (a - 1), (a > 1, b > 0)),
    Example(pareto_moments, E(log(wide), wide, Pareto(a, b)), log(b) + 1 / a, (a > 0, b > 0)),
    Example(logistic_moments, E(x**2, x, Logistic(mu, sigma)), mu**2 + pi**2 * sigma**2 / 3, (sigma > 0,)),
    Example(student_moments, E(x, x, StudentT(5, mu, sigma)), mu, (sigma > 0,)),
    Example(exponential_inequality, 1 + a, exp(a), symbol="<="),
    Example(jensen_inequality, E(log(t), t, Gamma(a, b)), log(E(t, t, Gamma(a, b))), (a > 0, b > 0), symbol="<="),
    Example(
        jensen_inequality,
        E(log(p(u)) - log(q(u)), u, q),
        log(E(p(u) / q(u), u, q)),
        (density(p), density(q), positive_density(p)),
        symbol="<=",
    ),
    Example(jensen_inequality, E(x, x, normal) ** 2, E(x**2, x, normal), (sigma > 0,), symbol="<="),
    Example(jensen_inequality, -E(log(t), t, Gamma(a, b)), -log(E(t, t, Gamma(a, b))), (a > 0, b > 0), symbol=">="),
    Example(triangle_inequality, abs(a - b), abs(a) + abs(b), symbol="<="),
    Example(triangle_inequality, abs(Sum(v[k] * w[k], k)), Sum(abs(v[k] * w[k]), k), symbol="<="),
    Example(cauchy_schwarz, Sum(v[k] * w[k], k) ** 2, Sum(v[k] ** 2, k) * Sum(w[k] ** 2, k), symbol="<="),
    Example(
        cauchy_schwarz,
        Form(v, Sigma, w) ** 2,
        Form(v, Sigma, v) * Form(w, Sigma, w),
        (positive_definite(Sigma),),
        symbol="<=",
    ),
    Example(mean_inequality, a * b, (a**2 + b**2) / 2, symbol="<="),
    Example(mean_inequality, sqrt(s * t), (s + t) / 2, symbol="<="),
    Example(
        monotonicity,
        E(-(x**2), x, normal),
        E(exp(x), x, normal),
        (sigma > 0,),
        (Lambda(exp(x), x),),
        symbol="<=",
    ),
    Example(gibbs_inequality, Number(0), KL(p, q), (density(p), density(q)), (KL(p, q),), symbol="<="),
    Example(gibbs_inequality, Number(0), JS(p, q), (density(p), density(q)), (JS(p, q),), symbol="<="),
    Example(jensen_shannon_bound, JS(p, q), log(Number(2)), (density(p), density(q)), symbol="<="),
    Example(jensen_shannon_bound, a - JS(p, q), a - log(Number(2)), (density(p), density(q)), symbol=">="),
    Example(gibbs_inequality, a - KL(p, q), a, (density(p), density(q)), (KL(p, q),), symbol="<="),
    Example(
        gaussian_vector_moments,
        E(v[1] * v[2], v, MultivariateNormal(w, Sigma)),
        Entry(Sigma, Number(1), Number(2)) + w[1] * w[2],
        (positive_definite(Sigma), d >= 2),
    ),
    Example(
        gaussian_vector_moments,
        E(Form(c, A, v), v, MultivariateNormal(w, Sigma)),
        Form(c, A, w),
        (positive_definite(Sigma),),
    ),
    Example(
        gaussian_vector_moments,
        E(Form(c, A, B @ (v - c)), v, MultivariateNormal(w, Sigma)),
        Form(c, A, B @ (w - c)),
        (positive_definite(Sigma),),
    ),
    Example(
        definition_of_expectation,
        E(chosen**2, chosen, Binomial(d, t)),
        Sum(Binomial(d, t)(chosen) * chosen**2, chosen),
        (d >= 0, t < 1),
    ),
    Example(
        density_written_out,
        Binomial(d, t)(chosen) / t**chosen,
        binomial(d, chosen) * (1 - t) ** (d - chosen),
        (d >= 0, t < 1),
    ),
    Example(density_written_out, Poisson(t)(n) * factorial(n), t**n * exp(-t), (n >= 0,)),
    Example(log_of_density, log(Laplace(mu, sigma)(2 * x)), -log(2 * sigma) - abs(2 * x - mu) / sigma, (sigma > 0,)),
    Example(
        definition_of_expectation,
        E(x**2, x, Exponential(a)),
        Int(Exponential(a)(x) * x**2, x),
        (a > 0,),
    ),
    Example(
        restriction_to_support,
        Int(Exponential(a)(x) * x**2, x),
        Int(Exponential(a)(t) * t**2, t),
        (a > 0,),
    ),
]


@dataclass(frozen=True)
class Inference:
    """``statement`` by an inference rule from premises, under ``hypotheses`` of which none can be spared.

    A premise is a relation that is supposed, or a theorem under these hypotheses.
    """

    rule: Rule
    premises: tuple[Relation | Theorem, ...]
    statement: Statement
    hypotheses: tuple[Node, ...] = ()
    arguments: tuple[Node, ...] = ()


hellinger = Int((sqrt(p(u)) - sqrt(q(u))) ** 2, u)

INFERENCES = [
    Inference(not_zero_by_equality, (a.eq(b),), nonzero(a), (b > 0,)),
    Inference(not_zero_by_equality, (a.eq(exp(b)),), nonzero(a)),
    Inference(antisymmetry, (a <= b, a >= b), a.eq(b)),
    Inference(vanishing_integral, (hellinger <= 0,), AlmostEverywhere(p, q), (density(p), density(q))),
]
