r"""Equations that hold in one region and fail in another, |x + y| = x + y: the examples reach both."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last


@pytest.mark.parametrize(
    "row",
    [
        r"|x + y| = x + y",
        r"\sqrt{(x + y)^2} = x + y",
        r"\left((x + y)^2\right)^{1/2} = x + y",
        r"\max(x + y, 0) = x + y",
        r"|x| + |y| = |x + y|",
        r"|x y z| = x y z",
        r"\sqrt{x^2 y^2} = x y",
        r"|x + y| |x - y| = x^2 - y^2",
    ],
)
def test_what_holds_in_one_region_only_is_never_passed(row):
    assert last(f"$$ {row} $$") in ("undecided", "refuted")
    assert last(f"Let $x, y, z$ be real numbers. Then $$ {row} $$") in ("undecided", "refuted")


@pytest.mark.parametrize(
    "text",
    [
        r"$$ \max(x, y) = \frac{x + y + |x - y|}{2} $$",
        r"$$ |x| |y| = |x y| $$",
        r"$$ |x^2 + x + 1| = x^2 + x + 1 $$",
        r"Let $x, y > 0$. $$ |x + y| = x + y $$",
        r"Let $x, y > 0$. $$ \sqrt{x^2 y^2} = x y $$",
    ],
)
def test_what_holds_in_all_regions_passes(text):
    assert last(text) in ("proved", "supported")
