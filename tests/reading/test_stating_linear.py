"""What clauses say of matrices and vectors that are written out is claimed."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

MATRIX = r"Let $A = \begin{pmatrix} 4 & 1 \\ 2 & 3\end{pmatrix}$. "
DEFINITE = r"Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2\end{pmatrix}$. "
INDEFINITE = r"Let $A = \begin{pmatrix} 1 & 2 \\ 2 & 1\end{pmatrix}$. "
SINGULAR = r"Let $A = \begin{pmatrix} 1 & 2 \\ 2 & 4\end{pmatrix}$. "
WIDE = r"Let $A = \begin{pmatrix} 1 & 2 & 3 \\ 2 & 4 & 7 \end{pmatrix}$. "
VECTORS = r"Let $u = (1, 2)^T$ and $v = (2, -1)^T$. "
OTHERS = r"Let $u = (1, 2)^T$ and $v = (3, 1)^T$. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (MATRIX + "The eigenvector to $5$ is $(1, 1)^T$, and an eigenvector for $2$ is $(1, 2)^T$.", "proved refuted"),
        (MATRIX + "Then $(1, 1)^T$ is an eigenvector of $A$ with eigenvalue $4$.", "refuted"),
        (
            MATRIX + "The eigenvalues are $5$ and $2$ with corresponding eigenvectors $(1, 1)^T$ and $(1, -2)^T$.",
            "proved proved proved proved",
        ),
        (
            MATRIX + "The eigenvalues are $5$ and $2$ with corresponding eigenvectors $(1, -2)^T$ and $(1, 1)^T$.",
            "proved proved refuted refuted",
        ),
        (
            MATRIX + r"The eigenvalues are $\lambda_1 = 5$ and $\lambda_2 = 2$. "
            r"The corresponding eigenvectors are $v_1 = (1, 1)^T$ and $v_2 = (1, 2)^T$.",
            "proved proved given given proved refuted",
        ),
        (SINGULAR + "The null space of $A$ is spanned by $(2, -1)^T$.", "proved"),
        (SINGULAR + "The kernel of $A$ is spanned by $(1, 2)^T$.", "refuted"),
        (SINGULAR + "The rank of $A$ is $1$. Then $A$ has rank $2$.", "proved proved refuted"),
        (WIDE + "Then $A$ has full row rank. It follows that $A$ has rank $1$.", "proved proved refuted"),
        (DEFINITE + "Hence $A$ is positive definite.", "proved proved"),
        (INDEFINITE + "Hence $A$ is positive definite. Then $A$ is symmetric.", "proved refuted proved"),
        (SINGULAR + "The matrix $A$ is positive semidefinite. It is clear that $A$ is singular.", "proved proved proved proved"),
        (SINGULAR + "So $A$ is invertible.", "refuted"),
        (MATRIX + r"The matrix $A$ is symmetric. Thus $\det A = 10$.", "refuted proved"),
        (MATRIX + "So $A$ is not invertible.", "refuted"),
        (r"Let $P = \frac{1}{5}\begin{pmatrix} 1 & 2 \\ 2 & 4\end{pmatrix}$. $P$ is an orthogonal projection.", "proved proved"),
        (VECTORS + "Then $u$ and $v$ are orthogonal. They are not parallel, so $u$ and $v$ are linearly independent.", "given proved proved"),
        (OTHERS + "The vectors $u$ and $v$ are orthogonal.", "given refuted"),
        (VECTORS + "The vectors $u$ and $v$ are orthonormal.", "given refuted refuted proved"),
        (OTHERS + "The projection of $v$ onto $u$ is $(1, 2)^T$.", "given proved"),
        (OTHERS + "The projection of $v$ onto $u$ is $(3, 1)^T$.", "given refuted"),
        (OTHERS + r"The distance between $u$ and $v$ is $\sqrt 5$, the inner product of $u$ and $v$ is $6$.", "given proved refuted"),
    ],
)  # fmt: skip
def test_verdicts(text, wanted):
    assert " ".join(step.verdict for step in judged(text).steps[1:]) == wanted


@pytest.mark.parametrize(
    "text",
    [
        INDEFINITE + "Is $A$ positive definite?",
        INDEFINITE + "Show that $A$ is positive definite.",
        INDEFINITE + "If $A$ is positive definite, then $x = 1$.",
        INDEFINITE + "A matrix such that $A$ is positive definite has an inverse.",
        r"Let $\Sigma = \begin{pmatrix} 1 & \rho \\ \rho & 1\end{pmatrix}$. Assume $\Sigma$ is positive definite.",
        MATRIX + r"Let $B = \begin{pmatrix} 1 & 0 \\ 0 & 1\end{pmatrix}$. The eigenvector to $5$ is $(1, 2)^T$.",  # of which
        MATRIX + "The eigenvector to $5$ is $(0.7, 0.7)^T$.",  # rounded
        OTHERS + "Suppose $u$ and $v$ are orthogonal.",
        r"Let $u$ and $v$ be orthonormal vectors. Then $u$ and $v$ are linearly independent.",
    ],
)  # fmt: skip
def test_nothing_is_claimed(text):
    assert {step.verdict for step in judged(text).steps} <= {"given"}
