r"""Pages of theorems and proofs: what a statement says in its next lines, and places that words speak of."""

from __future__ import annotations

from proofs import verify
from tests.tables import for_each

_MODEL = r"""Let there be a Poisson data set $y = \left\lbrace y_1, \ldots, y_n \right\rbrace$:

$$ y_i \sim \mathrm{Poiss}(\lambda), \quad i = 1, \ldots, n \; . $$

Moreover, assume a gamma prior distribution over the model parameter $\lambda$:

$$ p(\lambda) = \mathrm{Gam}(\lambda; a_0, b_0) \; . $$
"""
_POSTERIOR = rf"""**Theorem:** {_MODEL}
Then, the posterior distribution is also a gamma distribution

$$ p(\lambda|y) = \mathrm{{Gam}}(\lambda; a_n, b_n) $$
"""
_BEHIND = r"""
and the posterior hyperparameters are given by

$$ a_n = a_0 + n \bar{y} $$
$$ b_n = b_0 + n \; . $$
"""
_BINOMIAL = r"""**Theorem:** Let $y \sim \mathrm{Bin}(n, \theta)$ and $\theta \sim \mathrm{Beta}(a_0, b_0)$. The posterior is
$$p(\theta|y) = \mathrm{Beta}(\theta; a_n, b_n)$$
"""
_GIVEN = "where the posterior hyperparameters are given by\n$$a_n = a_0 + y, \\quad b_n = b_0 + n - y.$$\n"
_WRONG = "where\n$$a_n = a_0 + y$$\n$$b_n = b_0 + n.$$\n"
_PROVED = (
    "**Proof:** Setting $b_n = b_0 + n - y$, we have $$p(\\theta|y) \\propto \\theta^{a_n-1}(1-\\theta)^{b_n-1}.$$"
)
_SLIPPED = _PROVED.replace("- y", "")
_POWERS = r"\theta^{a_n-1}(1-\theta)^{b_n-1}"
_HALF = (
    r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. The FWHM bounds satisfy the equation $$ f_X(w) = \frac{1}{2} f_X(\mu) "
)
_OF = r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. The density satisfies the equation $$ f_X(x) = "
_LIKELIHOOD = r"""
**Proof:** The likelihood function for each observation is given by

$$ p(y_i|\lambda) = \mathrm{Poiss}(y_i; \lambda) $$

and because observations are independent, the likelihood function for all observations is

$$ p(y|\lambda) = \prod_{i=1}^n p(y_i|\lambda) \; , $$

"""
_JOINT = _MODEL + _LIKELIHOOD + r"where $\bar{y}$ is the mean of $y$. The joint likelihood is $$ p(y, \lambda) = "

# a page, and the verdict on the row with one right side
TABLE = (
    (_POSTERIOR + _BEHIND + _LIKELIHOOD, r"\mathrm{Gam}(\lambda; a_n, b_n)", "given"),
    (_BINOMIAL + _GIVEN + _PROVED, _POWERS, "proved"),
    (_BINOMIAL + _GIVEN + _SLIPPED, _POWERS, "refuted"),
    (_BINOMIAL + _WRONG, r"\mathrm{Beta}(\theta; a_n, b_n)", "refuted"),
    (_HALF + "$$", r"\frac{1}{2} f_X(\mu)", "given"),
    (_HALF + r"= \frac{1}{\sqrt{2 \pi} \sigma} $$", r"\frac{1}{\sqrt{2 \pi} \sigma}", "refuted"),
    (_OF + r"2 f_X(2 \mu - x) $$", r"2 f_X(2 \mu - x)", "refuted"),
    (_JOINT + r"p(y|\lambda) \, p(\lambda) $$", r"p(y|\lambda) \, p(\lambda)", "proved"),
    (_JOINT + r"p(y|\lambda) $$", r"p(y|\lambda)", "refuted"),
)


@for_each(TABLE)
def test_pages(page, right, verdict):
    steps = verify(page, jobs=0, second_reader=False).steps
    assert [s.verdict for s in steps if s.right == right] == [verdict]
