r"""A set that each of several numbers lies in is said of all of them, not of one number with the name y_i."""

from proofs import verify
from tests.tables import for_each

SQUARES = r"Then $\sum_{i=1}^n y_i^2 = \sum_{i=1}^n y_i$."
LIKELIHOOD = r"Let $y_i \in \{0, 1\}$ and $L(p) = \prod_{i=1}^n p^{y_i} (1 - p)^{1 - y_i}$. Then $\log L(p) = "


@for_each([
    (r"Let $y_i \in \{0, 1\}$. " + SQUARES, "supported"),
    (r"Let $y_1, \dots, y_n \in \{0, 1\}$. " + SQUARES, "supported"),
    (r"Let $y_i \in \{-1, 1\}$. " + SQUARES, "refuted"),
    (r"Let $y_i \in \{-1, 1\}$. Then $\sum_{i=1}^n y_i^2 = 2 n$.", "refuted"),
    (r"Let $x_i \in [0, 1]$. Then $\sum_{i=1}^n x_i^2 \le \sum_{i=1}^n x_i$.", "supported"),
    (r"Let $x_1, \ldots, x_n \in [0, 1]$. Then $\sum_{i=1}^n x_i^2 \le \sum_{i=1}^n x_i$.", "supported"),
    (r"Let $x_i \in [0, 1]$. Then $\sum_{i=1}^n x_i^2 \ge \sum_{i=1}^n x_i$.", "refuted"),
    (r"Let $k_i \in \{1, \ldots, K\}$. Then $\sum_{i=1}^n k_i \ge n$.", "supported"),
    (r"Let $p_k \in (0, 1)$. Then $-\sum_{k=1}^K p_k \log p_k \ge 0$.", "proved"),
    (LIKELIHOOD + r"\sum_{i=1}^n y_i \log p + \sum_{i=1}^n (1 - y_i) \log(1 - p)$.", "proved"),
    (LIKELIHOOD + r"\sum_{i=1}^n y_i \log p - \sum_{i=1}^n (1 - y_i) \log(1 - p)$.", "refuted"),
])  # fmt: skip
def test_what_is_said_of_each_member(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
