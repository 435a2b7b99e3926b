r"""Laws of vectors that are written by their entries: (X_1, \dots, X_K) \sim \mathrm{Mult}(n; p_1, \dots, p_K)."""

import pytest

from tests.marking.verdicts import verdicts


@pytest.mark.parametrize(
    ("told", "right", "wrong"),
    [
        (r"Let $(X_1, \dots, X_K) \sim \mathrm{Multinomial}(n; p_1, \dots, p_K)$. ", r"\mathrm{Var}(X_k) = n p_k (1 - p_k)", "E[X_k] = p_k"),
        (r"Let $X = (X_1, \dots, X_K) \sim \mathrm{Mult}(n, p)$. ", r"\mathrm{Cov}(X_1, X_2) = -n p_1 p_2", r"\mathrm{Cov}(X_1, X_2) = n p_1 p_2"),
        (r"Let $(X_1, X_2, X_3) \sim \mathrm{Mult}(n; p_1, p_2, p_3)$. ", r"\mathrm{Var}(X_1 + X_2) = n (p_1 + p_2)(1 - p_1 - p_2)", "E[X_1] = p_1"),
        (r"Let $(\theta_1, \dots, \theta_K) \sim \mathrm{Dir}(\alpha_1, \dots, \alpha_K)$. ", r"E[\theta_k] = \frac{\alpha_k}{\sum_{j=1}^K \alpha_j}", r"E[\theta_k] = \alpha_k"),
    ],
)  # fmt: skip
def test_moments(told: str, right: str, wrong: str) -> None:
    assert verdicts(f"{told}Then $${right}$$ $${wrong}$$")[-2:] == ["proved", "refuted"]
