"""What exercises on matrices say part by part: eigenvalues, eigenvectors, projections, Hessians, solutions."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

SIGNS = {"proved": "+", "supported": "+", "given": "?", "refuted": "-", "unread": "u", "undecided": "o"}
MATRIX = "Let $A = \\begin{pmatrix} 4 & 1 \\\\ 2 & 3 \\end{pmatrix}$.\n\n"
VECTORS = "Let $a = (1, 2, 2)^T$ and $b = (3, 0, 3)^T$. The projection of $b$ onto the line spanned by $a$ is\n"
CUBIC = (
    "Let $f(x, y) = x^3 - 3xy + y^3$. The Hessian is\n"
    "$$H(x, y) = \\begin{pmatrix} 6x & -3 \\\\ -3 & 6y \\end{pmatrix}.$$\n"
)


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (MATRIX + "(b) Hence the eigenvalues are $\\lambda_1 = 5$ and $\\lambda_2 = 3$.", "?+-"),
        (MATRIX + "An eigenvector for $5$ is $u = (1, 1)^T$, and for $2$ we find $v = (1, -2)^T$.", "??+?+"),
        (MATRIX + "An eigenvector for $5$ is $u = (1, 1)^T$, and for $2$ we find $v = (1, -3)^T$.", "??+?-"),
        (VECTORS + "$$p = (1, 2, 2)^T.$$", "???+"),
        (VECTORS + "$$p = (1, 2, 1)^T.$$", "???-"),
        (
            "Let $f(x, y) = x^2 + 3xy$. The gradient at $(1, 2)$ is $(8, 3)^T$, and the gradient at $(1, 1)$ is $(5, 4)^T$.",
            "?+-",
        ),
        ("Let $f(x) = x^2$. The second derivative at $x = 3$ is $2$ and the derivative at $0$ is $1$.", "?+-"),
        (CUBIC + "At $(0, 0)$ we have $\\det H = -9$. At $(1, 1)$ we have $\\det H = 25$.", "?++-"),
        ("The equations are $$3c + d = 6.$$ The solution is $c = 4$, $d = -3$.", "oou"),
    ],
)
def test_parts_of_exercises(page, wanted):
    assert "".join(SIGNS[verdict] for verdict in verdicts(page)) == wanted
