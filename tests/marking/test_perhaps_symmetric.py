"""An S, C, K or H of which nothing is said may be a covariance, a kernel or a Hessian; what is declared is any matrix."""

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import last

SLOPE = r"$$\nabla_x (x^T S x) = 2Sx$$"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (SLOPE, "undecided"),
        (r"Let $S \in \mathbb{R}^{n \times n}$. " + SLOPE, "refuted"),
        (r"Let $S$ be a square matrix. " + SLOPE, "refuted"),
        (r"Let $S$ be symmetric. " + SLOPE, "proved"),
        (r"$$x^T S y = y^T S x$$", "undecided"),
        (r"$$\nabla_x (x^T S x) = Sx$$", "refuted"),  # of symmetric ones, too
        (r"$$\nabla_x (x^T A x) = 2Ax$$", "refuted"),  # an A is any matrix
        (r"$$(AB)^T = A^T B^T, \quad x^T A x = \operatorname{tr}(A x x^T)$$", "proved"),
    ],
)
def test_what_holds_of_symmetric_matrices_is_no_slip_where_nothing_is_said(text, verdict):
    assert last(text) == verdict


def test_the_row_says_where_it_holds():
    (step,) = verify(SLOPE, jobs=0, second_reader=False).steps
    assert step.notes == (r"it holds where $S^\top = S$, which is not said of it here",)
