r"""What words call a matrix, or something else that is no number: right lines hold, and no line holds because the names in
it were taken for numbers.
"""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import judged


def verdict(document: str) -> str:
    last = verify(document, jobs=0, second_reader=False).steps[-1]
    return "holds" if last.verdict in ("proved", "supported") else last.verdict


@pytest.mark.parametrize(
    "words",
    [
        "Let $A$ and $B$ be matrices.",
        "Let $A$, $B$ be two square matrices. Then",
        "For the matrices $A$ and $B$ we have",
        "Let $A$, $B$ be invertible.",
        "For invertible $A$ and $B$,",
        "Since $A$ is invertible,",
        "Let $A, B$ be symmetric.",
        "Let the weight matrix be $A$, and let $B$ be a square matrix.",
    ],
)
def test_matrices_do_not_commute(words: str) -> None:
    assert verdict(f"{words}\n\n$$ AB = BA $$") == "refuted"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("Let $A$ and $B$ be invertible matrices. $$(AB)^{-1} = B^{-1} A^{-1}$$", "holds"),
        ("Let $A$ and $B$ be invertible matrices. $$(AB)^{-1} = A^{-1} B^{-1}$$", "refuted"),
        ("Let $A$ and $B$ be square matrices. $$(A + B)^2 = A^2 + AB + BA + B^2$$", "holds"),
        ("Let $A$ and $B$ be square matrices. $$(A + B)^2 = A^2 + 2AB + B^2$$", "refuted"),
        (r"The covariance matrix is $\Sigma$, and the precision matrix is $\Lambda$. "
         r"$$\Sigma \Lambda = \Lambda \Sigma$$", "undecided"),
        (r"For matrices $A$, $B$: $$\operatorname{tr}(AB) = \operatorname{tr}(BA)$$", "holds"),
        (r"For matrices $A$, $B$: $$\operatorname{tr}(AB) = \operatorname{tr}(A) \operatorname{tr}(B)$$", "refuted"),
        ("For an invertible function $F$ and numbers $A$ and $B$, $$AB = BA$$", "holds"),
        ("The entries of the matrix are $a$ and $b$. $$ab = ba$$", "holds"),
    ],
)  # fmt: skip
def test_names_that_words_call_matrices(document: str, expected: str) -> None:
    assert verdict(document) == expected


@pytest.mark.parametrize(
    "document",
    [
        "Let $A$ and $B$ be linear operators. $$AB = BA$$",
        "Let $z$ be a complex number. $$|z|^2 = z^2$$",
        "For complex $z$ and $w$, $$|zw|^2 = z^2 w^2$$",
        r"Let $z \in \mathbb{C}$. $$|z|^2 = z^2$$",
        "Let $A, B \\in GL(n)$. $$AB = BA$$",
        r"Let $u$ and $v$ be vectors. $$u \times v = v \times u$$",
        r"$$\mathbf{A} \mathbf{B} = \mathbf{B} \mathbf{A}$$",
    ],
)
def test_what_is_no_number_is_not_read_as_one(document: str) -> None:
    assert verdict(document) == "unread"


@pytest.mark.parametrize(
    "words",
    [
        r"Let $x \in \mathbb{R}^d$ and $A$ symmetric.",
        "Let $x$ be a vector, $A$ a symmetric matrix.",
        "For symmetric $A$,",
        "If $A$ is symmetric,",
        "With $A$ symmetric,",
        r"$A$ symmetric $\Rightarrow$",
    ],
)
def test_a_matrix_that_is_symmetric(words: str) -> None:
    assert verdict(rf"{words} $$\nabla_x (x^T A x) = 2Ax$$") == "holds"
    assert verdict(rf"{words} $$\nabla_x (x^T A x) = Ax$$") == "refuted"


@pytest.mark.parametrize(
    "document",
    [
        r"$$\nabla_x (x^T A x) = 2Ax$$ since $A$ is symmetric.",
        r"$$\nabla_x (x^T A x) = (A + A^T) x = 2Ax$$ where we used symmetry of $A$.",
        r"By symmetry of $A$, $$\nabla_x (x^T A x) = 2Ax$$",
        r"All matrices here are symmetric. $$\nabla_x (x^T A x) = 2Ax$$",
    ],
)
def test_a_kind_that_is_not_read_refutes_nothing(document: str) -> None:
    assert verdict(document) == "undecided"


def test_without_such_words_a_matrix_is_any() -> None:
    assert verdict(r"$$\nabla_x (x^T A x) = 2Ax$$") == "refuted"
    assert verdict(r"Let $A$ be symmetric. $$x^T A y = y^T A x$$") == "holds"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\operatorname{tr}(ABC) = \operatorname{tr}(CAB)", "holds"),
        (r"\operatorname{tr}(ABC) = \operatorname{tr}(ACB)", "refuted"),
        (r"\operatorname{tr}(AB) = \operatorname{tr}(A) \operatorname{tr}(B)", "refuted"),
        (r"(A^{-1})^T = A^{-T}", "holds"),
        (r"A^{-\top} A^\top = I", "holds"),
    ],
)
def test_traces_and_transposed_inverses(line: str, expected: str) -> None:
    assert verdict(f"$$ {line} $$") == expected


_EVIDENCE = [
    r"Suppose $A \succ 0$ and $B \succeq 0$.",
    r"The largest eigenvalue is $\lambda_{\max}(A)$.",
    "The eigenvalues of $A$ are positive.",
    "Let $A$ have full rank.",
    "The rank of the matrix $A$ is $r$.",
    r"$$\operatorname{rank}(A) = r$$",
    r"Let $A^\dagger$ be the pseudoinverse.",
    r"$$\|A\|_F = 1$$",
    r"Let $[A, B] = AB - BA$.",
    r"Of course $A A^{-1} = I$.",
    r"We diagonalise, $A = P D P^{-1}$.",
    r"$$A v = \lambda v$$",
    r"The roots of $\det(A - \lambda I)$ are real.",
    r"The layer computes $A \mathbf{x} + b$.",
    "The layer computes $A x + b$ with the vector $x$.",
    "The Hessian $A$ is used.",
    r"We have $A^* A = I$.",
    r"Here $C = A + \mathbf{D}$.",
]


@pytest.mark.parametrize("evidence", _EVIDENCE)
def test_letters_that_something_shows_to_be_matrices_are_not_multiplied_as_numbers(evidence: str) -> None:
    found = verify(f"{evidence}\n\n$$ AB = BA $$\n\n$$ (A + B)^2 = A^2 + 2AB + B^2 $$", jobs=0, second_reader=False)
    assert {step.verdict for step in found.steps[-2:]} <= {"unread", "undecided", "refuted"}


def test_what_comes_later_shows_it_as_well() -> None:
    document = "$$ AB = BA $$ and the largest eigenvalue is $\\lambda_{\\max}(A)$."
    assert judged(document).steps[0].verdict == "unread"


@pytest.mark.parametrize(
    "document",
    [
        "$$ AB = BA $$",
        "$$(A + B)^2 = A^2 + 2AB + B^2$$",
        "Let $A = 1/B$. $$ A^{-1} = B $$",
        "$$X^{-1} Y = Y X^{-1}$$",
        r"Let $\mathbf{A}$ be given. $$2 \mathbf{A} = \mathbf{A} + \mathbf{A}$$",
        "$$I R = R I$$",
    ],
)
def test_capital_letters_alone_are_numbers(document: str) -> None:
    assert verdict(document) == "holds"


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (r"\nabla J(\theta) = -2 X^\top W (y - X \theta)", "holds"),
        (r"W^\top = W", "holds"),
        (r"W A = A W", "undecided"),  # of what is diagonal more than that it is symmetric is not read
    ],
)
@pytest.mark.parametrize("words", ["Let $W$ be a diagonal matrix", r"Let $W \in \mathbb{R}^{n \times n}$ be diagonal"])
def test_a_diagonal_matrix_is_symmetric(words: str, row: str, wanted: str) -> None:
    context = r"$X \in \mathbb{R}^{n \times d}$, $A \in \mathbb{R}^{n \times n}$, $y \in \mathbb{R}^n$"
    assert verdict(rf"{words}, {context}. $$J(\theta) = (y - X \theta)^\top W (y - X \theta)$$ $${row}$$") == wanted


@pytest.mark.parametrize(
    ("said", "claim", "expected"),
    [
        ("have full column rank", "(X^T X)^{-1} X^T X = I_p", "holds"),
        ("have full column rank", "X (X^T X)^{-1} X^T = I_n", "refuted"),
        ("have linearly independent rows", "X X^T (X X^T)^{-1} = I_n", "holds"),
        ("be of full column rank", r"\mathrm{tr}(X (X^T X)^{-1} X^T) = n", "refuted"),
        ("have full rank", "X (X^T X)^{-1} X^T = I_n", "undecided"),  # of rows or of columns
    ],
)
def test_full_rank(said, claim, expected):
    assert verdict(rf"Let $X \in \mathbb R^{{n \times p}}$ {said}. Then ${claim}$.") == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"$(A + B)^2 = A^2 + 2AB + B^2$ for any square matrices.", "refuted"),
        (r"Like numbers, square matrices satisfy $(A + B)^2 = A^2 + 2AB + B^2$.", "refuted"),
        (r"For all matrices, $(AB)^T = B^T A^T$.", "proved"),
        (r"$e^{A + B} = e^A e^B$ for all square matrices.", "unread"),
        (r"$(A + B)^2 = A^2 + 2AB + B^2$ for all numbers.", "proved"),
    ],
)
def test_matrices_without_names_are_the_capital_letters(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
