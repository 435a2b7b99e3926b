"""Finite sets and joint densities p(x, y): what is defined, finite and licensed, each hole beside a true neighbour."""

import pickle

import pytest

from proofs.definedness import unmet
from proofs.integrability import is_finite
from proofs.kernel import conclude, instantiate, licence
from proofs.language import (
    KL,
    R_POSITIVE,
    Z_INTEGERS,
    Abstract,
    Cartesian,
    Coord,
    Density,
    Discrete,
    E,
    Function,
    H,
    Int,
    Marginal,
    Number,
    Product,
    R,
    Range,
    Slot,
    Tuple,
    Var,
    alpha_equal,
    density,
    dominated,
    exp,
    finite,
    log,
    nonzero,
    space_of,
    substitute,
    support,
    symbols,
)
from proofs.language.facts import Facts
from proofs.language.sympy_door import to_sympy
from proofs.places import outside
from proofs.registry import algebra
from proofs.steps import Refused, Step, Use
from proofs.writing import plain
from proofs.writing.latex import latex

X, Y, S = Discrete("X"), Discrete("Y"), Abstract("S")
x, y, s, u = Var("x", X), Var("y", Y), Var("s", S), Var("u", R)
x_, y_, s_, u_ = Var("x'", X), Var("y'", Y), Var("s'", S), Var("u'", R)
p, q = Density("p", Cartesian((X, Y))), Density("q", Cartesian((X, Y)))
mixed = Density("m", Cartesian((S, R)))
a, b = Density("a", X), Density("b", X)
general = Density("g", S)
z, v = Var("z", p.space), Var("v", mixed.space)
half_line = Density("n", Cartesian((X, R_POSITIVE)))
positive = Var("v", half_line.space)
f = Function("f", X, R)
k = Var("k", Range(Number(1), Number(2)))
slots = Product("Z", Range(Number(1), Number(2)))
first, second = Var("x", Slot("Z", Number(1))), Var("y", Slot("Z", Number(2)))
whole = Density("w", slots)


def joint(law, *entries):
    return law(Tuple(entries))


p_of_x, p_of_y = Int(joint(p, x, y_), y_), Int(joint(p, x_, y), x_)
KNOWN = Facts(
    (
        density(p),
        density(q),
        density(a),
        density(b),
        density(mixed),
        density(general),
        density(whole),
        density(half_line),
    )
)


def granted(left, right, *hypotheses, symbol="="):
    return licence(Step(left, symbol, right, Use(algebra)), hypotheses).granted


# ---------------------------------------------------------------------------------------------------------------------
# the written form


def test_a_joint_density_reads_as_one():
    conditional = joint(p, x, y) / p_of_y
    assert latex(conditional) == r"\frac{p(x, y)}{\sum_{x' \in \mathcal{X}} p(x', y)}"
    assert plain(conditional) == "p(x, y)/Σ[x' in X](p(x', y))"
    assert latex(Tuple((x, y))) == "(x, y)"
    assert latex(p.space) == r"\mathcal{X} \times \mathcal{Y}"
    assert latex(Int(p(z), z)) == r"\sum_{z \in \mathcal{X} \times \mathcal{Y}} p(z)"
    assert latex(Int(mixed(v), v)) == r"\int m(v) \, \mathrm{d}v"
    assert plain(mixed.space) == "S × R"


def test_a_tuple_knows_its_space_and_its_coordinates():
    assert space_of(Tuple((x, u + 1))) is Cartesian((X, R))
    assert space_of(Tuple((first, second))) is slots
    assert support(Marginal(p, Number(2))) is Y
    assert space_of(Coord(z, Number(1))) is X and space_of(Coord(v, Number(2))) is None
    assert pickle.loads(pickle.dumps(joint(p, x, y))) is joint(p, x, y)
    assert alpha_equal(p_of_x, Int(joint(p, x, Var("t", Y)), Var("t", Y)))
    assert Discrete("X") is not Abstract("X")


def test_substitution_into_a_joint_density_captures_nothing():
    moved = substitute(Int(joint(p, x, y), y), {x: Var("y", X)})
    assert moved.var.name != "y" and alpha_equal(moved, Int(joint(p, Var("y", X), y_), y_))


def test_sympy_sees_a_function_of_two_arguments():
    found = to_sympy(joint(p, x, y))
    assert found.func.__name__ == "p" and len(found.args) == 2


# ---------------------------------------------------------------------------------------------------------------------
# definedness and finite values

FINITE = [
    joint(p, x, y) / 2,
    p_of_y,
    Int(Int(joint(p, x, y), x), y),
    Int(f(x) * joint(p, x, y), x),
    E(f(z[1]) ** 2, z, p),
    E(log(p(z)), z, p),
    E(log(joint(p, z[1], z[2]) / Int(joint(p, z[1], y_), y_)), z, p),
    H(a),
    E(log(a(x)), x, a),
    Int(joint(mixed, s, u), u),
    Int(Int(joint(mixed, s, u), u), s),
    Int(3 * Int(joint(mixed, s, u), s), u),
    Int(joint(mixed, s, u) / Int(joint(mixed, s, u_), u_), u),
    Int(Int(joint(whole, first, second), first), second),
]
NOT_KNOWN = [
    KL(a, b),
    Int(u * joint(mixed, s, u), u),
    Int(joint(mixed, s, u) ** 2, u),
    Int(joint(mixed, s, u) * Int(joint(mixed, s_, u), s_), u),
    E(v[2], v, mixed),
    E(log(general(s)), s, general),
    Int(mixed(Tuple((s, Var("n", Z_INTEGERS)))), Var("n", Z_INTEGERS)),  # lengths are not counted
    Int(Density("h", R)(Var("n", Z_INTEGERS)), Var("n", Z_INTEGERS)),
]


@pytest.mark.parametrize("term", FINITE, ids=plain)
def test_finite(term):
    assert is_finite(term, KNOWN)


@pytest.mark.parametrize("term", NOT_KNOWN, ids=plain)
def test_not_known_to_be_finite(term):
    facts = Facts((*KNOWN.hypotheses, density(Density("h", R))))
    assert not is_finite(term, facts)


def test_a_divergence_on_a_finite_set_is_finite_under_domination():
    assert is_finite(KL(a, b), Facts((density(a), density(b), dominated(a, b))))
    assert not is_finite(KL(a, b), Facts((density(a), density(b), dominated(b, a))))


DEFINED = [
    joint(p, x, y),
    p(z),
    E(f(z[1]), z, p),
    E(log(p(z)), z, p),
    E(log(Int(joint(p, z[1], y_), y_)), z, p),
    E(exp(-log(positive[2])) ** 2, positive, half_line),
]
UNDEFINED = [
    joint(p, y, x),
    joint(p, x),
    joint(p, x, y, y),
    joint(mixed, s, x),
    joint(mixed, s, exp(u) / u),
    p_of_x / p_of_y,
    z[3],
    z[k],
    log(joint(p, x, y)),
    E(log(q(z)), z, p),
]


@pytest.mark.parametrize("term", DEFINED, ids=plain)
def test_has_a_value(term):
    assert not unmet(term, KNOWN)


@pytest.mark.parametrize("term", UNDEFINED, ids=plain)
def test_has_none_without_more(term):
    assert unmet(term, KNOWN)


def test_the_points_of_a_finite_set_have_at_most_mass_one():
    assert KNOWN.proves(joint(p, x, y) <= 1) and KNOWN.proves(p_of_y <= 1) and KNOWN.proves(a(x) <= 1)
    assert not KNOWN.proves(general(s) <= 1)
    assert not KNOWN.proves(joint(mixed, s, u) <= 1)
    assert not KNOWN.proves(Int(joint(mixed, s, u), s) <= 1)
    assert not Facts(()).proves(a(x) <= 1)
    assert KNOWN.positive(Int(Number(1), x)) and KNOWN.positive(Int(Number(1), s))  # general is a density on it
    assert not Facts(()).positive(Int(Number(1), s))


# ---------------------------------------------------------------------------------------------------------------------
# licences


def test_conditioning_is_undone_where_one_may_divide():
    step = joint(p, x, y) / p_of_y * p_of_y, joint(p, x, y)
    assert granted(*step, density(p), nonzero(p_of_y))
    assert not granted(*step, density(p))
    assert not granted(*step, density(p), nonzero(p_of_x))
    assert not granted(step[0], joint(q, x, y), density(p), density(q), nonzero(p_of_y))


def test_sums_over_a_finite_set_cancel_and_integrals_need_not():
    plain_sum, integral = Int(f(x), x), Int(u**2, u)
    assert granted(plain_sum - plain_sum, Number(0))
    assert not granted(integral - integral, Number(0))
    g = Function("g", S, R)
    assert not granted(Int(g(s), s) - Int(g(s), s), Number(0))
    assert granted(Int(g(s), s) - Int(g(s), s), Number(0), finite(Int(g(s), s)))


def test_coordinates_of_a_tuple_are_read_off():
    assert granted(f(Tuple((x, y))[1]), f(x))
    assert not granted(f(Tuple((x, x_))[2]), f(x))


def test_what_holds_for_every_measure_holds_for_counting_and_not_the_other_way_round():
    assert not outside({S: X}, Facts(()))
    assert outside({X: S}, Facts(())) and outside({X: R}, Facts(()))
    assert not outside({X: Y}, Facts(()))
    theorem = conclude(
        Int(f(x), x) - Int(f(x), x), (Step(Int(f(x), x) - Int(f(x), x), "=", Number(0), Use(algebra)),), ()
    )
    with pytest.raises(Refused):
        instantiate(theorem, {X: R}, ())
    assert instantiate(theorem, {X: Y}, ()).claim.statement.right is Number(0)


def test_arithmetic_with_points_is_no_number():
    mu = symbols("mu")
    assert unmet(joint(mixed, s, mu + Tuple((x, y))), KNOWN)
