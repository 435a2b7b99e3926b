"""What may be done: named rules, a few lines each, grouped by subject.  Importing this closes the registry."""

from ..registry import algebra, seal
from .closed_sums import binomial_theorem, geometric_sum, sum_of_powers
from .counting import counted_indices, listed, range_split, value_of_floor
from .couplings import least_cost, weak_duality
from .curves import (
    concave_combination,
    convex_combination,
    jensen_of_told_shape,
    monotone_function,
    reflection,
    strictly_monotone_function,
    tangent_of_told_shape,
)
from .densities import (
    density_in_proportion,
    density_of_independent,
    density_written_out,
    finite_in_proportion,
    independent_coordinates,
    log_of_density,
    marginal_density,
    masses_in_order,
    mean_in_proportion,
    normalisation,
    pushforward_density,
)
from .derivatives import derivative_of_equal, differentiation, differentiation_under_the_mean
from .divergences import (
    additivity_of_kl,
    definition_of_cross_entropy,
    definition_of_entropy,
    definition_of_jensen_shannon,
    definition_of_kl,
)
from .events import inclusion_and_exclusion, told_probabilities
from .expectations import (
    affinity,
    almost_everywhere_equal,
    definition_of_expectation,
    iterated_expectation,
    linearity,
    marginalisation,
    mass_on_support,
    mean_of_quadratic_form,
    restriction_to_support,
    vanishing_integral,
)
from .extrema import (
    attained_bound,
    bounded_slope,
    least_upper_bound,
    mean_value_inequality,
    slope_of_lipschitz,
    supremum_of_constant,
    supremum_of_monotone,
    tangent_inequality,
)
from .fubini import all_coordinates, exchange, mean_of_independent, mean_under_joint_density, one_coordinate
from .functional_derivatives import functional_derivative, functional_derivative_by_factor, terms_free_of_the_density
from .gradients import differentiation_by_a_matrix, differentiation_by_a_vector, gradient_by_coordinates
from .indicators import (
    counted_integers,
    derivative_by_cases,
    gaussian_tail,
    length_by_indicator,
    mean_of_indicator,
    picked_term,
)
from .induction import induction
from .inequalities import (
    antisymmetry,
    bounded_ratio,
    cauchy_schwarz,
    exponential_inequality,
    gibbs_inequality,
    increasing_function,
    jensen_inequality,
    jensen_shannon_bound,
    log_inequality,
    mean_inequality,
    monotonicity,
    non_negative,
    not_zero_by_equality,
    strict_log_inequality,
    strictly_increasing_function,
    triangle_inequality,
)
from .integrals import (
    affine_substitution,
    beta_integral,
    exponential_integral,
    fundamental_theorem,
    gamma_integral,
    gaussian_integral,
)
from .inverses import inverse_function
from .jacobians import chain_rule, jacobian_of_coordinates, jacobian_of_elementwise
from .known_moments import given_moments, moments_of_independent
from .limits import (
    exponential_growth,
    exponential_limit,
    infinite_limit,
    infinite_quotient,
    infinite_supremum,
    leading_terms,
    limit_at_the_point,
    limit_far_out,
    limit_of_constant,
    limit_of_continuous,
    limit_of_partial_sums,
    limit_of_product,
    limit_of_quotient,
    limit_of_sum,
    limit_of_vanishing_logarithm,
    limit_of_variable,
    slopes_at_the_limit,
    squeeze,
    supremum_by_limit,
    vanishing_product,
    vanishing_quotient,
)
from .linear_systems import elimination, linear_solution, solution
from .matrices import (
    commuting_root,
    determinant_of_block_triangular,
    determinant_of_diagonal,
    determinant_of_product,
    determinant_of_triangular,
    form_in_coordinates,
    root_of_diagonal,
    root_of_product,
    trace_of_diagonal,
    trace_of_similar_root,
)
from .means_together import means_together
from .moments import (
    beta_moments,
    ex_gaussian_moments,
    gamma_moments,
    gaussian_moments,
    gaussian_vector_moments,
    laplace_moments,
    uniform_moments,
)
from .moments_of_categories import dirichlet_integral, dirichlet_moments, multinomial_moments, sum_of_coordinates
from .moments_of_counts import (
    bernoulli_moments,
    beta_binomial_moments,
    binomial_moments,
    discrete_uniform_moments,
    geometric_moments,
    hypergeometric_moments,
    negative_binomial_moments,
    poisson_moments,
)
from .moments_of_positive import (
    fisher_moments,
    half_normal_moments,
    inverse_gamma_moments,
    inverse_gaussian_moments,
    logistic_moments,
    lognormal_moments,
    pareto_moments,
    student_moments,
    weibull_moments,
)
from .moments_of_vectors import gaussian_mean_of_entry
from .power_series import (
    arctangent_series,
    binomial_series,
    exponential_series,
    geometric_series,
    logarithmic_series,
    trigonometric_series,
)
from .series import partial_sum, telescoping_series, term_by_term, zeta_series
from .substitutions import polar_coordinates, power_substitution
from .sums import (
    factors_apart,
    finite_sum,
    first_term_apart,
    last_term_apart,
    log_of_product,
    products_together,
    shifted_index,
    split_off,
    sum_of_constant,
    sums_together,
    telescoping_sum,
)
from .tail_bounds import bound_of_indicator, complement_of_indicator, exponential_bound_of_indicator
from .transport import (
    additivity_of_wasserstein,
    affine_image,
    coupling_bound,
    divergence_of_singular,
    kantorovich_bound,
    lipschitz_inequality,
    location_and_scale,
    mean_of_image,
    monotone_coupling,
    vanishing_density,
)
from .triangles import exchange_on_triangle
from .updates import determinant_lemma, push_through, woodbury_identity

seal()

__all__ = [
    "additivity_of_kl", "additivity_of_wasserstein", "affine_image", "affine_substitution", "affinity", "algebra",
    "all_coordinates", "almost_everywhere_equal", "antisymmetry", "arctangent_series", "attained_bound",
    "bernoulli_moments", "beta_binomial_moments", "beta_integral", "beta_moments", "binomial_moments",
    "binomial_series", "binomial_theorem", "bound_of_indicator", "bounded_ratio", "bounded_slope", "cauchy_schwarz",
    "chain_rule", "commuting_root", "complement_of_indicator", "concave_combination", "convex_combination",
    "counted_indices", "counted_integers", "coupling_bound", "definition_of_cross_entropy", "definition_of_entropy",
    "definition_of_expectation", "definition_of_jensen_shannon", "definition_of_kl", "density_in_proportion",
    "density_of_independent", "density_written_out", "derivative_by_cases", "derivative_of_equal", "determinant_lemma",
    "determinant_of_block_triangular", "determinant_of_diagonal", "determinant_of_product", "determinant_of_triangular",
    "differentiation", "differentiation_by_a_matrix", "differentiation_by_a_vector", "differentiation_under_the_mean",
    "dirichlet_integral", "dirichlet_moments", "discrete_uniform_moments", "divergence_of_singular", "elimination",
    "ex_gaussian_moments", "exchange", "exchange_on_triangle", "exponential_bound_of_indicator", "exponential_growth",
    "exponential_inequality", "exponential_integral", "exponential_limit", "exponential_series", "factors_apart",
    "finite_in_proportion", "finite_sum", "first_term_apart", "fisher_moments", "form_in_coordinates",
    "functional_derivative", "functional_derivative_by_factor", "fundamental_theorem", "gamma_integral",
    "gamma_moments", "gaussian_integral", "gaussian_mean_of_entry", "gaussian_moments", "gaussian_tail",
    "gaussian_vector_moments", "geometric_moments", "geometric_series", "geometric_sum", "gibbs_inequality",
    "given_moments", "gradient_by_coordinates", "half_normal_moments", "hypergeometric_moments",
    "inclusion_and_exclusion", "increasing_function", "independent_coordinates", "induction", "infinite_limit",
    "infinite_quotient", "infinite_supremum", "inverse_function", "inverse_gamma_moments", "inverse_gaussian_moments",
    "iterated_expectation", "jacobian_of_coordinates", "jacobian_of_elementwise", "jensen_inequality",
    "jensen_of_told_shape", "jensen_shannon_bound", "kantorovich_bound", "laplace_moments", "last_term_apart",
    "leading_terms", "least_cost", "least_upper_bound", "length_by_indicator", "limit_at_the_point", "limit_far_out",
    "limit_of_constant", "limit_of_continuous", "limit_of_partial_sums", "limit_of_product", "limit_of_quotient",
    "limit_of_sum", "limit_of_vanishing_logarithm", "limit_of_variable", "linear_solution", "linearity",
    "lipschitz_inequality", "listed", "location_and_scale", "log_inequality", "log_of_density", "log_of_product",
    "logarithmic_series", "logistic_moments", "lognormal_moments", "marginal_density", "marginalisation",
    "mass_on_support", "masses_in_order", "mean_in_proportion", "mean_inequality", "mean_of_image",
    "mean_of_independent", "mean_of_indicator", "mean_of_quadratic_form", "mean_under_joint_density",
    "mean_value_inequality", "means_together", "moments_of_independent", "monotone_coupling", "monotone_function",
    "monotonicity", "multinomial_moments", "negative_binomial_moments", "non_negative", "normalisation",
    "not_zero_by_equality", "one_coordinate", "pareto_moments", "partial_sum", "picked_term", "poisson_moments",
    "polar_coordinates", "power_substitution", "products_together", "push_through", "pushforward_density",
    "range_split", "reflection", "restriction_to_support", "root_of_diagonal", "root_of_product", "shifted_index",
    "slope_of_lipschitz", "slopes_at_the_limit", "solution", "split_off", "squeeze", "strict_log_inequality",
    "strictly_increasing_function", "strictly_monotone_function", "student_moments", "sum_of_constant",
    "sum_of_coordinates", "sum_of_powers", "sums_together", "supremum_by_limit", "supremum_of_constant",
    "supremum_of_monotone", "tangent_inequality", "tangent_of_told_shape", "telescoping_series", "telescoping_sum",
    "term_by_term", "terms_free_of_the_density", "told_probabilities", "trace_of_diagonal", "trace_of_similar_root",
    "triangle_inequality", "trigonometric_series", "uniform_moments", "value_of_floor", "vanishing_density",
    "vanishing_integral", "vanishing_product", "vanishing_quotient", "weak_duality", "weibull_moments",
    "woodbury_identity", "zeta_series",
]  # fmt: skip
