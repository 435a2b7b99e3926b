"""Functions of a told shape: the worlds have it by construction, and tell it from others."""

from __future__ import annotations

import pytest

from proofs.judging import judge
from proofs.language import Claim, Function, R, Relation, diff, differentiable, lipschitz, shaped, symbols

x, y = symbols("x y")
f, g = Function("f", (R,)), Function("g", (R,))
MIDDLE, CHORD = f((x + y) / 2), (f(x) + f(y)) / 2
MEANINGS = {
    "convex": MIDDLE <= CHORD,
    "concave": MIDDLE >= CHORD,
    "increasing": (f(x) - f(y)) * (x - y) >= 0,
    "decreasing": (f(x) - f(y)) * (x - y) <= 0,
    "even": f(-x).eq(f(x)),
    "odd": f(-x).eq(-f(x)),
}
TOGETHER = [
    ("convex", "increasing"),
    ("concave", "decreasing"),
    ("even", "convex"),
    ("odd", "increasing"),
    ("odd", "convex"),
    ("convex", "concave"),
]


def outcome(hypotheses, statement):
    return judge(Claim(hypotheses, statement)).outcome


@pytest.mark.parametrize("shape", MEANINGS)
@pytest.mark.parametrize(
    "more", [(), (differentiable(f),), (lipschitz(f, 2),), (f(0).eq(0),)], ids=["", "smooth", "lipschitz", "through"]
)
def test_a_world_has_the_shape_and_no_other(shape, more):
    said = (shaped(shape, f), *more)
    for each, meaning in MEANINGS.items():
        assert outcome(said, meaning) == ("agree" if each == shape else "disagree"), each


@pytest.mark.parametrize("shapes", TOGETHER, ids=" and ".join)
def test_shapes_together(shapes):
    for shape in shapes:
        assert outcome(tuple(shaped(each, f) for each in shapes), MEANINGS[shape]) == "agree"


@pytest.mark.parametrize("shape", ["convex", "concave", "increasing", "decreasing"])
def test_what_is_strict(shape):
    strict = {"<=": "<", ">=": ">"}[MEANINGS[shape].symbol]
    statement = Relation(MEANINGS[shape].left, strict, MEANINGS[shape].right)
    assert outcome((shaped(shape, f, strictly=True), x < y), statement) == "agree"
    assert outcome((shaped(shape, f), x < y), statement) == "disagree"


def test_values_keep_within_what_is_told():
    assert outcome((shaped("convex", f), lipschitz(f, 3)), abs(f(x) - f(y)) <= 3 * abs(x - y)) == "agree"
    assert outcome((shaped("increasing", f), differentiable(f)), diff(f(x), x) >= 0) == "agree"
    assert outcome((shaped("convex", f), f(1).eq(2)), f(1) >= 2) == "agree"


def test_functions_of_other_shapes_are_not_the_same():
    said = (shaped("even", f), shaped("odd", g))
    assert outcome(said, (f(-x) * g(-x)).eq(-f(x) * g(x))) == "agree"


def test_a_shape_that_has_no_meaning_has_no_world():
    assert outcome((shaped("odd", f), f(0).eq(1)), f(x) >= f(x) - 1) == "none"
