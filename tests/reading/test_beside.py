r"""What a row defines behind its claim, p(\lambda|y) = Gam(\lambda; a_n, b_n), a_n = a_0 + s, is known in the claim."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

COUNTS = (
    r"Let $y_i \sim \mathrm{Poiss}(\lambda)$ for $i = 1, \ldots, n$ be independent, let $\lambda \sim \mathrm{Gam}(a_0, b_0)$"
    r" and $y = \{ y_1, \ldots, y_n \}$. Then $$ p(\lambda|y) = \mathrm{Gam}(\lambda; a_n, b_n)"
)
SUM = r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$ and $Y \sim \mathcal{N}(\mu, \sigma^2)$ be independent. Then"
FINE, WRONG = ("proved", "supported"), ("refuted",)
ROWS = [
    (COUNTS + r", \quad a_n = a_0 + n \bar{y}, \quad b_n = b_0 + n $$", FINE),
    (COUNTS + r" \quad \text{with} \quad a_n = a_0 + n \bar{y}, \quad b_n = b_0 + n $$", FINE),
    (COUNTS + r" \quad \text{where} \quad a_n = a_0 + n \bar{y} \quad \text{and} \quad b_n = b_0 + n $$", FINE),
    (COUNTS + r", \quad a_n = a_0 + n \bar{y}, \quad b_n = b_0 + 1 $$", WRONG),
    (SUM + r" $$ X + Y \sim \mathcal{N}(m, v), \quad m = 2 \mu, \quad v = 2 \sigma^2 $$", FINE),
    (SUM + r" $$ X + Y \sim \mathcal{N}(m, v), \quad m = 2 \mu, \quad v = 4 \sigma^2 $$", WRONG),
    (SUM + r" $$ \mathrm{E}(X) = c + d, \quad c = \mu - d $$", ("undecided",)),  # no parameter of a law
]


@pytest.mark.parametrize(("text", "verdicts"), ROWS)
def test_parameters_of_a_law_are_what_the_row_says_behind_it(text, verdicts):
    steps = judged(text).steps
    claim = next(s for s in steps if s.left in (r"p(\lambda|y)", "X + Y", r"\mathrm{E}(X)"))
    assert claim.verdict in verdicts, claim


ROW = r"Let $a > 0$. $$ \begin{align*} (a + 1)^2 &= a^2 + 2 a + 1 %s \\ &= %s \end{align*} $$"
REASONS = [
    r"&& \text{since } 2 + 3 = 5",
    r"&& \text{because $2 + 3 = 5$}",
    r"\quad \text{(using $2 + 3 = 5$)}",
    r"\\ & \qquad \small\text{since $2 + 3 = 5$}",
    r"\\ & \text{by expanding, as $2 + 3 = 5$.}",
    r"\\ & \qquad \text{since $q$ is what is left}",
]


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize(("right", "verdict"), [("1 + 2 a + a^2", "proved"), ("1 + 2 a + a", "refuted")])
def test_a_chain_goes_on_with_its_line_and_not_with_the_reason_of_that(reason, right, verdict):
    *_, last = judged(ROW % (reason, right)).steps
    assert (last.left, last.verdict) == ("a^2 + 2 a + 1", verdict)


def test_words_that_begin_a_row_of_formulas_begin_a_chain():
    text = r"\text{since } a \cdot a &= a^2 \\ &= 2 a^2 - a^2"
    *_, last = judged(ROW.replace("&= %s", text) % "").steps
    assert (last.left, last.verdict) == ("a^2", "proved")
