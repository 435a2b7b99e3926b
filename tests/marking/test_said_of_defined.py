r"""What "with" says of a name that its sentence defines is a claim where it leaves nothing open, else a condition."""

from proofs import verify
from tests.tables import for_each

MATRIX = r"Let $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$ with "
LIKELIHOOD = r"Let $\ell(p) = k \log p + (n - k) \log(1 - p)$ with $\ell'(p) = \frac{k}{p} "


@for_each([
    ("Let $f(x) = x^2 + 1$ with $f(2) = 5$.", "proved"),
    ("Let $f(x) = x^2 + 1$ with $f(2) = 6$.", "refuted"),
    ("Let $f(x) = x^2 + c$ with $f(2) = 6$.", "given"),
    ("Let $f(x) = x^2 + c$ with $f(2) = 6$. Then $c = 2$.", "proved"),
    ("Let $f(x) = x^2 + c$ with $f(2) = 6$. Then $c = 3$.", "refuted"),
    (MATRIX + r"$\det A = -2$.", "proved"),
    (MATRIX + r"$\det A = 2$.", "refuted"),
    (MATRIX + r"$\mathrm{tr}(A) = 6$.", "refuted"),
    (LIKELIHOOD + r"- \frac{n - k}{1 - p}$.", "proved"),
    (LIKELIHOOD + r"+ \frac{n - k}{1 - p}$.", "refuted"),
    ("Let $y = 3x$. Setting $y = 6$ gives $x = 2$. Setting $y = 9$ gives $x = 3$.", "proved"),
])  # fmt: skip
def test_what_is_said_of_what_is_defined(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict


def test_for_example_with_values_of_parameters():
    law = r"Let $X \sim \mathcal{N}(m, s^2)$. For example, with $m = 0$ and $s = 2$ we get $E[X^2] = "
    verdicts = [verify(f"{law}{n}$.", jobs=0, second_reader=False, brief=True).steps[-1].verdict for n in (4, 5)]
    assert verdicts == ["proved", "refuted"]
