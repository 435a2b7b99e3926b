r"""What may be equal in law alone, and members of a sequence beside its first one, refute nothing."""

from __future__ import annotations

from .verdicts import last


def test_errors_of_which_only_the_letter_is_known():
    told = r"Let $\epsilon_1, \epsilon_2 \sim \mathcal N(0, 1)$ be independent. Then "
    assert last(told + r"$$a \epsilon_1 + b \epsilon_2 = \sqrt{a^2 + b^2} \bar\epsilon.$$") == "undecided"
    noisy = (
        r"Let $\alpha_t = 1 - \beta_t$ and $x_t = \sqrt{\alpha_t} x_{t-1} + \sqrt{1 - \alpha_t} \epsilon_{t-1}$ "
        r"with independent $\epsilon_t \sim \mathcal N(0, I)$. Then \begin{align} "
        r"x_t &= \sqrt{\alpha_t} x_{t-1} + \sqrt{1 - \alpha_t} \epsilon_{t-1} \\ "
        r"&= \sqrt{\alpha_t \alpha_{t-1}} x_{t-2} + \sqrt{1 - \alpha_t \alpha_{t-1}} \bar\epsilon_{t-2} \end{align}"
    )
    assert last(noisy) == "undecided"


def test_a_bound_on_each_step_bounds_all_of_them():
    told = r"If $a_{k+1} \le c a_k$ for all $k$, then "
    assert last(told + r"$a_k \le c^k a_0$.") == "undecided"
    assert last(r"Let $a_{k+1} = 2 a_k$ for all $k$. Then $a_k = 3^k a_0$.") == "refuted"
