"""A mean that may be differentiated in a parameter: what follows from it, in which worlds it holds, how it is read."""

import pytest

from proofs import verify
from proofs.definedness import unmet
from proofs.integrability import is_finite
from proofs.judging import judge
from proofs.judging.domination import may_differentiate
from proofs.judging.world import World
from proofs.judging.worlds import worlds_for
from proofs.language import (
    Cauchy,
    Claim,
    Density,
    Derivative,
    E,
    Function,
    Lambda,
    Laplace,
    Mixture,
    Normal,
    R,
    Uniform,
    density,
    diff,
    differentiable,
    differentiable_under,
    exp,
    half,
    sin,
    symbols,
)
from proofs.language.facts import Facts

a, b, mu, sigma, u, z = symbols("a b mu sigma u z")
f, unit, r = Function("f"), Normal(0, 1), Density("r", R)
mean, slope = E(f(mu + sigma * u), u, unit), diff(f(z), z, mu + sigma * u)
of_normal = E(f(z), z, Normal(mu, sigma))
by_mean = differentiable_under(Lambda(mean, mu), mu)
by_scale = differentiable_under(Lambda(mean, sigma), sigma)


@pytest.mark.parametrize(
    ("t", "hypotheses", "defined"),
    [
        (diff(mean, mu), (differentiable(f), by_mean), True),
        (diff(of_normal, mu), (sigma > 0, differentiable(f), by_mean), True),
        (diff(of_normal, sigma), (sigma > 0, differentiable(f), by_scale), True),
        (diff(of_normal, sigma), (sigma > 0, differentiable(f), by_mean), False),
        (diff(of_normal, mu), (differentiable(f), by_mean), False),
        (diff(of_normal, mu), (sigma > 0, by_mean), False),
        (diff(mean, mu), (differentiable(f),), False),
    ],
)
def test_the_mean_has_a_derivative(t, hypotheses, defined):
    assert bool(unmet(t, Facts(hypotheses))) is not defined


def test_a_bound_along_the_diagonal_is_none_in_one_place():
    together = E(f(a * u + a * u), u, unit)
    facts = Facts((differentiable(f), differentiable_under(Lambda(together, a), a)))
    assert not unmet(diff(together, a), facts)
    assert unmet(Derivative(E(f(a * u + b * u), u, unit), b, a), facts)


@pytest.mark.parametrize(
    ("t", "finite"),
    [
        (mean, True),
        (of_normal, True),
        (E(slope, u, unit), True),
        (E(diff(f(mu + sigma * u), mu), u, unit), True),
        (E(u * slope, u, unit), False),
        (E(slope**2, u, unit), False),
        (E(slope, u, Normal(0, 2)), False),
    ],
)
def test_what_is_dominated_has_a_finite_mean(t, finite):
    assert is_finite(t, Facts((differentiable(f), by_mean))) is finite


@pytest.mark.parametrize(
    ("body", "law", "may"),
    [
        ((mu + sigma * u) ** 3, unit, True),
        (sin(mu * u) * u**2, Laplace(0, 1), True),
        (f(mu + sigma * u), Mixture((half, half), (unit, Uniform(0, 1))), True),
        (mu * u, Cauchy(0, 1), False),
        (exp(mu * u**2), unit, False),
        (abs(mu - u), unit, False),
        (u / mu, unit, False),
        (u, Normal(mu, 1), False),
    ],
)
def test_in_which_worlds_it_may(body, law, may):
    world = World({f: Lambda(z**2 + sin(z), z), mu: 2, sigma: 3}, {})
    assert may_differentiate(E(body, u, law), mu, world) is may


@pytest.mark.parametrize(("law", "known"), [(unit, ()), (r, (density(r),))])
def test_there_are_worlds(law, known):
    supposed = differentiable_under(Lambda(E(f(mu + u), u, law), mu), mu)
    claim = Claim((*known, differentiable(f), supposed), diff(E(f(mu + u), u, law), mu).eq(0))
    assert len(worlds_for(claim)) >= 3 and judge(claim).outcome == "disagree"


BEGIN = "Let $f : \\mathbb{R} \\to \\mathbb{R}$. Suppose that $f$ is continuously differentiable, and that "
MEAN = r"\mathbb{E}_{\epsilon \sim \mathcal{N}(0, 1)}[f(\mu + \sigma \epsilon)]"
SAID = f"${MEAN}$ may be differentiated in $\\mu$ under the "
LEFT = rf"\frac{{\partial}}{{\partial \mu}} {MEAN}"
RIGHT = r"\mathbb{E}_{\epsilon \sim \mathcal{N}(0, 1)}[f'(\mu + \sigma \epsilon)]"


@pytest.mark.parametrize(
    ("said", "text", "proved"),
    [
        (f"{SAID}expectation", f"{LEFT} = {RIGHT}", True),
        (f"{SAID}integral sign", f"{LEFT} = {RIGHT}", True),
        (f"{SAID}expectation", f"{LEFT} = \\sigma {RIGHT}", False),
        (f"{SAID}same law", f"{LEFT} = {RIGHT}", False),
        (f"${MEAN}$ may be differentiated in $\\sigma$ under the expectation", f"{LEFT} = {RIGHT}", False),
        (f"${MEAN}$ may not be differentiated in $\\mu$ under the expectation", f"{LEFT} = {RIGHT}", False),
    ],
)
def test_the_condition_is_read(said, text, proved):
    (step,) = [
        s for s in verify(f"{BEGIN}{said}.\n\n$${text}$$", second_reader=False, jobs=0).steps if s.kind == "step"
    ]
    assert (step.verdict == "proved" and not step.needs) is proved
