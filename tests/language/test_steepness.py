"""Lipschitz constants, laws on disjoint sets, and laws without a density: what follows, and what must not."""

import pytest

from proofs.definedness import unmet
from proofs.integrability import is_finite
from proofs.language import (
    KL,
    R_POSITIVE,
    W1,
    W2,
    Abstract,
    Cauchy,
    Column,
    Density,
    Dot,
    E,
    Function,
    H,
    Interval,
    Lambda,
    Normal,
    Number,
    Pushforward,
    R,
    Uniform,
    Var,
    Wasserstein,
    density,
    diffeomorphism,
    dominated,
    exp,
    half,
    lipschitz,
    log,
    maximum,
    nonzero,
    oo,
    sigmoid,
    sin,
    singular,
    softplus,
    sqrt,
    symbols,
    tanh,
    vector,
)
from proofs.language.facts import Facts

a, b, c, x, y, u = symbols("a b c x y u")
v, w = vector("v", 2), vector("w", 2)
f = Function("f", R, R)
t = Var("t", Interval(Number(0), Number(1)))
positive = Var("s", R_POSITIVE)
unit = Uniform(0, 1)
p, q = Density("p", Abstract("X")), Density("q", Abstract("X"))


def on_segment(*coordinates):
    return Pushforward(Lambda(Column(coordinates), t), unit)


STEEP = [
    (x, x, 1),
    (3 - x, x, 1),
    (2 * x + sin(x), x, 3),
    (-half * x, x, half),
    (x / 4, x, half),
    (abs(2 * x - 1), x, 2),
    (tanh(3 * x), x, 3),
    (sigmoid(x), x, half),
    (softplus(2 * x + 2) / 2, x, 1),
    (maximum(x, -x), x, 2),
    (f(x), x, 2),
    (v[1], v, 1),
    (-abs(v[2]), v, 1),
    (v[1] + v[2], v, 2),
    (sqrt(Dot(v - w, v - w)), v, 1),
    (Dot(w, v), v, sqrt(Dot(w, w))),
    (b * x, x, abs(b)),
    (Number(7), x, 0),
]
NOT_STEEP = [
    (2 * x, x, 1),
    (x**2, x, 100),
    (x * sin(x), x, 100),
    (exp(x), x, 100),
    (sqrt(positive), positive, 100),
    (log(positive), positive, 100),
    (x / b, x, 1),
    (b * x, x, b),
    (f(x), x, 1),
    (f(2 * x), x, 2),
    (v[1] + v[2], v, 1),
    (Dot(v, v), v, 100),
    (sqrt(Dot(v, w)), v, 1),
]
HYPOTHESES = (lipschitz(f, 2),)


@pytest.mark.parametrize(("body", "of", "constant"), STEEP)
def test_a_lipschitz_constant_that_is_proved(body, of, constant):
    assert Facts(HYPOTHESES).proves(lipschitz(Lambda(body, of), constant))


@pytest.mark.parametrize(("body", "of", "constant"), NOT_STEEP)
def test_what_is_no_lipschitz_constant_or_is_not_known_to_be(body, of, constant):
    assert not Facts(HYPOTHESES).proves(lipschitz(Lambda(body, of), constant))


def test_a_larger_constant_follows_and_a_smaller_does_not():
    facts = Facts((lipschitz(f, 2),))
    assert facts.proves(lipschitz(f, 3)) and not facts.proves(lipschitz(f, 1))


def test_laws_on_disjoint_sets():
    left, right = on_segment(Number(0), t), on_segment(a, t)
    assert Facts((nonzero(a),)).proves(singular(left, right))
    assert Facts((singular(p, q),)).proves(singular(q, p))
    assert not Facts().proves(singular(left, right))
    assert not Facts((nonzero(a),)).proves(singular(on_segment(t, t), on_segment(t, t + a)))
    assert not Facts().proves(singular(on_segment(t, Number(0)), on_segment(t + half, Number(0))))
    far = Pushforward(Lambda(t + 2, t), unit)
    assert Facts().proves(singular(far, Pushforward(Lambda(t / 2, t), unit)))
    assert not Facts((t > 3,)).proves(singular(Pushforward(Lambda(u, u), Normal(0, 1)), on_segment(a)))


def test_the_point_of_one_law_is_not_the_point_of_the_other():
    """A hypothesis about a free name says nothing of a bound variable that is written alike."""
    same = Pushforward(Lambda(u, u), Normal(0, 1))
    for name in ("u", "u'"):
        named = Var(name, R)
        assert not Facts((named > 5, named < 0)).proves(singular(same, same))


def test_an_image_under_any_map_is_a_law_without_a_density():
    image, facts = on_segment(Number(0), t), Facts()
    assert unmet(KL(image, image), facts) == () == unmet(W1(image, on_segment(a, t)), facts)
    assert unmet(E(v[1], v, image), facts) == ()
    assert unmet(H(image), facts) and unmet(image(v), facts) and unmet(log(image(v)), facts)
    assert unmet(Pushforward(f, Normal(0, 1))(x), facts) == (diffeomorphism(f),)


def test_a_law_without_a_density_is_not_dominated_by_a_positive_density():
    image = Pushforward(Lambda(abs(x), x), Normal(0, 1))
    facts = Facts()
    assert facts.proves(dominated(Normal(1, 2), Normal(0, 1)))
    assert not facts.proves(dominated(image, Normal(0, 1)))


def test_a_map_must_have_values_where_the_law_lives():
    assert unmet(E(x, x, Pushforward(Lambda(log(u), u), Normal(0, 1))), Facts())
    assert unmet(W1(Pushforward(Lambda(1 / t, t), unit), Normal(0, 1)), Facts()) == ()
    assert unmet(W1(Pushforward(Lambda(1 / u, u), Normal(0, 1)), Normal(0, 1)), Facts())


def test_distances_need_a_space_with_a_distance_and_an_order():
    assert unmet(W1(p, q), Facts((density(p), density(q)))) == (density(q),)
    assert unmet(Wasserstein(unit, Normal(0, 1), half), Facts())
    assert unmet(W1(unit, on_segment(a, t)), Facts())
    assert unmet(W1(unit, Normal(0, 1)), Facts()) == ()


def test_a_distance_is_finite_where_the_moments_are():
    assert is_finite(W2(Normal(a, 1), on_line(b)), Facts())
    assert is_finite(W1(on_segment(a, t), on_segment(b, t)), Facts())
    assert not is_finite(W1(Cauchy(0, 1), Normal(0, 1)), Facts())


def on_line(shift):
    return Pushforward(Lambda(shift + 2 * u, u), Normal(0, 1))


def test_infinity_is_a_value_that_stands_alone():
    assert unmet(oo, Facts()) == () == unmet(oo + a, Facts())
    for wrong in (oo - oo, 0 * oo, a / oo, exp(oo), a * oo, oo**2):
        assert unmet(wrong, Facts()), wrong
