"""Functions by cases: where they have a slope, and what holds almost surely of one who is drawn."""

import pytest

from proofs.definedness import unmet
from proofs.kernel import licence
from proofs.language import Cases, E, Limit, Normal, Number, Sup, Var, diff, nonzero, sin, symbols, term
from proofs.language.facts import Facts
from proofs.language.spaces import Reals
from proofs.rules import derivative_by_cases
from proofs.steps import Step, Use
from tests.marking.verdicts import judged

c, m, x = symbols("c m x")
t = Var("t", Reals())
unit = Normal(0, 1)


def where(condition, value=1, otherwise=0):
    return Cases((term(value),), (condition,), term(otherwise))


def test_the_slope_is_that_of_the_case():
    found = diff(where(m > c, sin(m), m), m)
    right = where(m > c, diff(sin(m), m), diff(m, m))
    assert licence(Step(found, "=", right, Use(derivative_by_cases)), (nonzero(m - c),)).granted
    assert not licence(Step(found, "=", right, Use(derivative_by_cases)), ()).granted


@pytest.mark.parametrize(
    ("body", "has_a_value"),
    [
        (diff(where(m + x > 0), m), True),
        (diff(where(m > 0), m), False),  # for m = 0 there is a step whatever x is
        (diff(where(x > 0), x), False),  # of the slopes in x itself nothing is known in between
        (diff(where(m + c * x > 0), m), False),  # c may be 0
        (diff(where(m + x**2 > 0), m), False),
        (Sup(diff(where(t + x > 0), t), t), False),  # one t for each x
        (Limit(diff(where(t + x > 0), t), t, Number(1)), False),
    ],
)
def test_who_is_drawn_from_a_density_is_almost_surely_not_at_the_step(body, has_a_value):
    assert (unmet(E(body, x, unit), Facts(())) == ()) is has_a_value


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\mathbb{E}[f(X)] = \int_0^\infty p(x) \, dx", "proved"),
        (r"\mathbb{E}[f(X)] = \frac12 + \frac12 \operatorname{erf}\Big(\frac{\mu}{\sqrt 2}\Big)", "proved"),
        (r"\mathbb{E}[f(X)] = \frac12 - \frac12 \operatorname{erf}\Big(\frac{\mu}{\sqrt 2}\Big)", "refuted"),
    ],
)
def test_the_mean_of_an_indicator_is_a_tail(claim, verdict):
    text = (
        r"Let $X \sim \mathcal{N}(\mu, 1)$ with density $p$, and $f(x) = "
        r"\begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}$. Then $$%s.$$"
    )
    assert judged(text % claim).steps[-1].verdict == verdict
