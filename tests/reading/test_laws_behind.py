r"""A law behind a claim, "$E[X^3] = 0$ for $X \sim N(0, 1)$", is that of its random variable, there and no further."""

from proofs.marking.verify import verify
from tests.tables import for_each

ZERO = r"E[X^3] = 0"
ROWS = (
    (rf"${ZERO}$ for $X \sim N(0, 1)$.", "proved"),
    (r"$E[X^3] = 1$ when $X \sim N(0, 1)$.", "refuted"),
    (r"$P(X = 2) = \binom{5}{2} p^2 (1-p)^3$ for $X \sim \mathrm{Bin}(5, p)$.", "proved"),
    (rf"$${ZERO}$$ for $X \sim N(0, 1)$.", "proved"),
    (rf"$${ZERO} \quad\text{{for }} X \sim N(0, 1)$$", "proved"),
    (rf"$${ZERO} \quad\text{{where }} X \sim N(1, 1)$$", "refuted"),
    (r"$E[X^2] = 1$ for $X \sim N(0, 1)$, and $E[X^2] = 4$ for $X \sim N(0, 4)$.", "proved proved"),
    (r"Let $X \sim N(0, 1)$. $E[X^2] = 4$ for $X \sim N(0, 4)$. Here $E[X^2] = 1$.", "proved proved"),
    (r"Let $X \sim N(0, 1)$. $E[X^2] = 4$ for $X \sim N(0, 4)$. Here $E[X^2] = 4$.", "proved undecided"),
    (r"$E[X^2] = 4$ for $X \sim N(0, 4)$. Then $E[X^4] = 48$.", "proved proved"),
)


@for_each(ROWS)
def test_a_law_behind_a_claim(text, expected):
    assert " ".join(s.verdict for s in verify(text, jobs=0, second_reader=False, brief=True).steps) == expected
