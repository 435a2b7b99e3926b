"""What can be said: terms exactly as written, spaces, laws, divergences, matrices, relations, hypotheses."""

# fmt: off
from .binders import (
    Binder, Derivative, E, Expectation, ForAll, Gradient, Int, Jacobian, Lambda, Limit, MatProd, Prod, RowsOf, Sum, Sup,
    TermBinder,
    VectorOf, diff, forall,
)
from .binding import alpha_equal, canonical, depends, fresh, fresh_beside, rename, replace, substitute
from .events import entries_of, events_of, happening, is_of_events, table_entries
from .families import (
    Beta, Cauchy, ChiSquared, ExGaussian, Exponential, FisherF, Gamma, Gumbel, HalfNormal, InverseGamma,
    InverseGaussian, Laplace, LogNormal, Logistic, Normal, Pareto, Rayleigh, StudentT, Uniform, Weibull,
)
from .families_of_categories import Categorical, Dirichlet, Multinomial, categories, over_categories
from .families_of_counts import (
    Bernoulli, BetaBinomial, Binomial, Counting, DiscreteUniform, Geometric, Hypergeometric, NegativeBinomial, Poisson,
)
from .families_of_vectors import MatrixNormal, MultivariateNormal, MultivariateT, OfVectors
from .laws import (
    H, JS, KL, W1, W2, CrossEntropy, Density, DensityFamily, Divergence, Entropy, Family, FunctionalDerivative,
    JensenShannon, Law, Marginal, MemberDensity, Mixture, ProductLaw, Pushforward, Wasserstein,
    dimension_of, joint, point, support,
)
from .matrices import (
    Block, Column, Coord, Det, Diag, Dot, Entry, Form, Glue, Identity, Inverse, Iterate, LogAbsDet, MatMul, Rows, Tr,
    Transpose, Tuple, Zero, factor_of, home_of, is_scalar, matrix, space_of, vector,
)
from .node import Name, Node
from .relations import (
    FLIPPED, AlmostEverywhere, Claim, Fact, Iff, Relation, Statement, density, diffeomorphism, differentiable,
    differentiable_under,
    dominated, finite, independent, inverse, invertible, lipschitz, nonzero, polynomial, positive_definite,
    positive_density, shaped, singular, triangular,
)
from .spaces import (
    R_POSITIVE, Z_INTEGERS, Abstract, Cartesian, Compositions, Discrete, Event, Integers, Interval, Matrices,
    PositiveReals, Product, R, Range, Reals, Simplex, Slot, Space, Vectors, Without, is_counted, linear, without,
)
from .terms import (
    ARITY, Apply, Cases, Constant, Elementary, Function, FunctionFamily, Head, MemberFunction, Neg, Number,
    Plus, Power, Quotient, Term, Times, Var, arccos, arcsin, arctan, beta, binomial, cos, cosh, digamma, e, erf,
    erfc, exp, factorial,
    floor, fold, gamma, half, index, integer, is_index_space, is_scalar_space, log, loggamma, maximum, minimum,
    oo, pi, polygamma, sigmoid, sign, sin, sinh, softplus, sqrt, symbols, tan, tanh, term,
)

__all__ = [
    "ARITY", "Abstract", "AlmostEverywhere", "Apply", "Bernoulli", "Beta", "BetaBinomial", "Binder", "Binomial",
    "Block", "Cartesian", "Cases", "Categorical", "Cauchy", "ChiSquared", "Claim", "Column", "Compositions",
    "Constant", "Coord", "Counting", "CrossEntropy", "Density", "DensityFamily", "Derivative", "Det", "Diag",
    "Dirichlet", "Discrete", "DiscreteUniform", "Divergence", "Dot", "E", "Elementary", "Entropy", "Entry",
    "Event", "ExGaussian", "Expectation", "Exponential", "FLIPPED", "Fact", "Family", "FisherF", "ForAll", "Form",
    "Function", "FunctionFamily", "FunctionalDerivative", "Gamma", "Geometric", "Glue", "Gradient", "Gumbel", "H",
    "HalfNormal", "Head", "Hypergeometric", "Identity", "Iff", "Int", "Integers", "Interval", "Inverse",
    "InverseGamma", "InverseGaussian", "Iterate", "JS", "Jacobian", "JensenShannon", "KL", "Lambda", "Laplace",
    "Law", "Limit", "LogAbsDet", "LogNormal", "Logistic", "Marginal", "MatMul", "MatProd", "Matrices",
    "MatrixNormal", "MemberDensity", "MemberFunction", "Mixture", "Multinomial", "MultivariateNormal",
    "MultivariateT", "Name", "Neg", "NegativeBinomial", "Node", "Normal", "Number", "OfVectors", "Pareto", "Plus",
    "Poisson", "PositiveReals", "Power", "Prod", "Product", "ProductLaw", "Pushforward", "Quotient", "R",
    "R_POSITIVE", "Range", "Rayleigh", "Reals", "Relation", "Rows", "RowsOf", "Simplex", "Slot", "Space", "Statement",
    "StudentT", "Sum", "Sup", "Term", "TermBinder", "Times", "Tr", "Transpose", "Tuple", "Uniform", "Var",
    "VectorOf", "Vectors", "W1", "W2", "Wasserstein", "Weibull", "Without", "Z_INTEGERS", "Zero", "alpha_equal",
    "arccos", "arcsin", "arctan", "beta", "binomial", "canonical", "categories", "cos", "cosh", "density",
    "depends", "diff", "diffeomorphism", "differentiable", "differentiable_under", "digamma", "dimension_of",
    "dominated", "e", "entries_of", "erf", "erfc", "events_of", "exp", "factor_of", "factorial", "finite", "floor",
    "fold", "forall", "fresh", "fresh_beside", "gamma", "half", "happening", "home_of", "independent", "index",
    "integer", "inverse", "invertible", "is_counted", "is_index_space", "is_of_events", "is_scalar",
    "is_scalar_space", "joint", "linear", "lipschitz", "log",
    "loggamma", "matrix", "maximum", "minimum", "nonzero", "oo", "over_categories", "pi", "point", "polygamma",
    "polynomial", "positive_definite", "positive_density", "rename", "replace", "shaped", "sigmoid", "sign",
    "sin", "singular", "sinh", "softplus", "space_of", "sqrt", "substitute", "support", "symbols", "table_entries",
    "tan", "tanh", "term", "triangular", "vector", "without",
]
