r"""H(f), H(f, g) are entropies where f and g are known to be laws, whatever letters they have."""

import pytest

from tests.marking.verdicts import last

DIVERGENCE = r"$$ KL(f \| g) = \int f(x) \log f(x) dx - \int f(x) \log g(x) dx = %s $$"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("H(f, g) - H(f)", "proved"),
        ("-H(f) + H(f, g)", "proved"),
        ("H(g, f) - H(f)", "refuted"),
        ("H(f) - H(f, g)", "refuted"),
    ],
)
@pytest.mark.parametrize(
    "before",
    [
        "",
        "Let $f$ and $g$ be densities. ",
        r"Let $f = \mathcal N(a, s^2)$ and $g = \mathcal N(b, t^2)$ with $s, t > 0$. ",
    ],
)
def test_entropies_of_any_letters(before, said, verdict):
    assert last(before + DIVERGENCE % said) == verdict


@pytest.mark.parametrize(("right", "verdict"), [("\\frac12", "proved"), ("", "refuted")])
def test_the_entropy_of_a_law_that_has_a_name(right, verdict):
    assert last(rf"Let $f = \mathcal N(0, 1)$. Then $H(f) = {right} \log(2 \pi e)$.") == verdict


def test_a_function_of_that_name_is_one():
    assert last("Let $H(x) = x^2$ and $f = 3$. Then $H(f) = 9$.") in ("proved", "supported")
    assert last("Let $H(x) = x^2$ and $f = 3$. Then $H(f) = 8$.") == "refuted"
