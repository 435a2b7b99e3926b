r"""Random variables that are written in others, and differentiated by these: the Jacobian of a change of variables."""

import pytest

from proofs import verify
from tests.marking.verdicts import judged

TEXT = r"""Let $X \sim \mathrm{Exp}(1)$ and $Y \sim \mathrm{Exp}(1)$ be independent random variables. Define
$$ \begin{aligned} S &= X + Y \\ R &= \frac{X}{X + Y}, \end{aligned} $$
such that
$$ \begin{aligned} X &= R \cdot S \\ Y &= S \cdot (1 - R). \end{aligned} $$
This implies the Jacobian matrix and determinant
$$ J = \left[ \begin{matrix} \frac{\mathrm{d}X}{\mathrm{d}R} & \frac{\mathrm{d}X}{\mathrm{d}S} \\
\frac{\mathrm{d}Y}{\mathrm{d}R} & \frac{\mathrm{d}Y}{\mathrm{d}S} \end{matrix} \right]
= \left[ \begin{matrix} S & %s \\ -S & 1 - R \end{matrix} \right] $$
$$ |J| = %s $$
"""


@pytest.mark.parametrize(
    ("entry", "determinant", "expected"),
    [("R", "S", ("proved", "proved")), ("1", "S", ("refuted", "proved")), ("R", "R", ("proved", "refuted"))],
)
def test_the_jacobian_of_random_variables(entry, determinant, expected):
    steps = verify(TEXT.replace("%s", entry, 1).replace("%s", determinant), jobs=0, second_reader=False).steps
    assert tuple(s.verdict for s in steps[-2:]) == expected, [(s.left, s.right, s.verdict, s.notes) for s in steps]


def test_a_determinant_beside_values_is_in_doubt():
    """|J| at the values r, s is not |J| at any R, S."""
    text = TEXT.replace("%s", "R", 1).replace("%s", "S") + "Hence $$ e^{-rs} e^{-s(1-r)} |J| = e^{-s} s $$"
    assert judged(text).steps[-1].verdict == "undecided"
