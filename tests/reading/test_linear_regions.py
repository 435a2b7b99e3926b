"""Regions that linear inequalities cut out: what is implied, what is left of them, the ranges one after the other."""

import pytest

from proofs.language import R_POSITIVE, Interval, Number, R, Relation, Var, oo
from proofs.reading.terms import regions
from proofs.reading.terms.regions import Linear, NotLinear, inequality, linear

x, y, z, t = (Var(name, R) for name in "xyzt")
ZERO, ONE = Number(0), Number(1)


def region(*relations) -> list[Linear]:
    found = [inequality(each) for each in relations]
    assert None not in found
    return [each for each in found if each is not None]


ABOVE = region(x > 0, x < y, y < 1)
SQUARE = region(x > 0, x < 1, y > 0, y < 1)
TRIANGLE = region(x > 0, y > 0, x + y < 1)


def test_linear_forms():
    assert linear(2 * (x - y) / 4 + 1).term == linear(x / 2 - y / 2 + 1).term
    assert linear(Number(2) ** 3 * x).of(x) == 8
    for other in (x * y, x**2, 1 / x):
        with pytest.raises(NotLinear):
            linear(other)
    assert inequality(x.eq(y)) is None and inequality(x * y < 1) is None


@pytest.mark.parametrize(
    ("known", "claim", "holds"),
    [
        (ABOVE, x < 1, True),
        (ABOVE, y > 0, True),
        (ABOVE, x + y < 1, False),
        (TRIANGLE, x < 1, True),
        (region(x < y, y < z, z < t), x < t, True),
        (region(x < y, z < t), x < t, False),
        (region(2 * x + y < 2, y > 1), x < Number(1) / 2, True),
    ],
)
def test_what_is_implied(known, claim, holds):
    (sought,) = region(claim)
    assert regions.implies(known, sought) is holds


def test_what_is_left_when_a_variable_goes():
    for name, other in ((x, y), (y, x)):
        left = {str(c.order) for c in regions.projected([other], ABOVE, ())}
        assert left == {str(Relation(ZERO, "<", name)), str(Relation(name, "<", ONE))}


@pytest.mark.parametrize(
    ("order", "cut", "pieces"),
    [
        ([x, y], ABOVE, [(Interval(ZERO, ONE), Interval(x, ONE))]),
        ([y, x], ABOVE, [(Interval(ZERO, ONE), Interval(ZERO, y))]),
        ([y], ABOVE, [(Interval(x, ONE),)]),
        ([x, y], region(x > 0, y > x), [(R_POSITIVE, Interval(x, oo))]),
        ([x, y], [*SQUARE, *region(x + y < z), *region(z < 1, z > 0)], [(Interval(ZERO, z), Interval(ZERO, -x + z))]),
        ([x, y], region(x > 1, x < 0, y > 0), []),
    ],
)
def test_ranges(order, cut, pieces):
    found = list(regions.ranges(order, cut, region(z > 0, z < 1)))
    assert len(found) == len(pieces)
    for spaces, wanted in zip(found, pieces, strict=True):
        for space, other in zip(spaces, wanted, strict=True):
            assert ends(space) == ends(other)


def ends(space):
    match space:
        case Interval(low, high):
            return tuple(
                end if end in (oo, -oo) else linear(end).terms + (linear(end).constant,) for end in (low, high)
            )
    return space


def test_where_limits_compete_the_region_is_cut():
    assert len(list(regions.ranges([x, y], [*SQUARE, *region(x + y < Number(3) / 2)], ()))) == 2


def test_a_limit_that_is_not_known_to_be_nearer_is_refused():
    with pytest.raises(NotLinear):
        list(regions.ranges([x], region(x > 0, x < 1, x < t), region(t > 0)))
