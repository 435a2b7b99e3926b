r"""Sheets of supervised learning: laws given x at parameters, means behind a semicolon, one letter in two roles."""

import pytest

from .verdicts import verdicts

POISSON = r"The Poisson law is $p(y; \lambda) = \frac{e^{-\lambda} \lambda^y}{y!}$, $y = 0, 1, 2, \dots$. Let $\eta = \log \lambda$. "
BERNOULLI = r"Let $p(y; \phi) = \phi^y (1 - \phi)^{1 - y}$, $y \in \{0, 1\}$. "
GIVEN = r"Let $y \mid x; \theta \sim \mathcal N(\theta x, \sigma^2)$. "
SCALAR = r"Consider $p(y; \eta) = b(y) \exp(\eta y - a(\eta))$, where $\eta \in \mathbb R$. "
LINEAR = SCALAR + r"Let $\eta = w x$ and $\ell(w) = -\log p(y; \eta)$. "
LABEL = r"Let $\sigma(t) = \frac1{1 + e^{-t}}$, $y \in \{0, 1\}$ and $p(y = 1 \mid x) = \sigma(w x)$. "
SOFTMAX = (
    r"For $k = 1, \dots, K$ let $$P(Y = k \mid X = x) = \frac{\exp(w_k^T x)}{\sum_{l=1}^K \exp(w_l^T x)}$$ "
    r"with $w_1, \dots, w_K, x \in \mathbb R^d$. Let $K = 2$. Then "
)
KERNEL = r"Let $x, z \in \mathbb R^2$. Then $(x^T z)^2 = \phi(x)^T \phi(z)$ with $\phi(x) = "
GINI = r"We have $\sum_{k=1}^K p_k (1 - p_k) = "
UPDATE = r"Let $x, w \in \mathbb R^d$ and $w' = w + x$. Then $w'^T x = "
SIGMOID = r"Let $g(z) = \frac1{1 + e^{-z}}$ and $h(x) = g(w^T x)$ with $w, x \in \mathbb R^n$. For any vector $z$ we have $z^T z \ge 0$. "
SHOWN = r"Let $g(z) = \frac1{1 + e^{-z}}$. Show that $1 - g(z) = g(-z)$." + "\n\n"
RELU = r"Let $a = 2b$ and $L = \max(0, a)$. For $a > 0$, $$L = 2b,$$ and for $a < 0$ "
LOSS = r"-\sum_{k=1}^K y_k \log \frac{e^{z_k}}{\sum_j e^{z_j}} = -\sum_{k=1}^K y_k z_k + \log \sum_{j=1}^K e^{z_j}"
CROSS = r"Let $\hat y = \mathrm{softmax}(z)$ for $z \in \mathbb R^K$, and let $y \in \{0, 1\}^K$ be one-hot. Let $CE(y, \hat y) = -\sum_{k=1}^K y_k \log \hat y_k$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands behind a bar goes on behind a comma: theta had that law.
        (GIVEN + r"Then $E[y \mid x; \theta] = \theta x$.", ["given", "proved"]),
        (GIVEN + r"Then $E[y \mid x; \theta] = \theta$.", ["given", "refuted"]),
        (GIVEN.replace(";", ",") + r"Then $E[\theta] = \theta x$.", ["given", "unread"]),
        # Means at parameters, of densities that are written out.
        (POISSON + r"Then $E[y; \eta] = \lambda = e^\eta$.", ["given", "given", "proved", "proved"]),
        (POISSON + r"Then $E[Y; \eta] = 2 \lambda$.", ["given", "given", "refuted"]),
        (POISSON + r"Then $p(y; \lambda) = \frac1{y!} \exp(y \log \lambda - \lambda)$.", ["given", "given", "proved"]),
        (BERNOULLI + r"Then $\mathrm{Var}(y; \phi) = \phi (1 - \phi)$.", ["given", "proved"]),
        (BERNOULLI + r"Then $\mathrm{Var}(y; \phi) = \phi$.", ["given", "refuted"]),
        # The form of an exponential family shows what its letters are.
        (SCALAR + r"Then $E[Y; \eta] = a'(\eta)$.", ["given", "supported"]),
        (SCALAR + r"Then $E[Y; \eta] = a(\eta)$.", ["given", "refuted"]),
        (SCALAR + r"Then $a(\eta) = a(-\eta)$.", ["given", "refuted"]),  # of an even b alone
        (SCALAR + r"For the Bernoulli law $a(\eta) = \log(1 + e^\eta)$.", ["given", "given"]),  # which is one member of it
        (LINEAR + r"Then $\ell(w) = a(w x) - w x y - \log b(y)$.", ["given", "given", "given", "proved"]),
        # Probabilities of a label given a point.
        (LABEL + r"Then $p(y = 0 \mid x) = \sigma(-w x)$.", ["given", "given", "proved"]),
        (LABEL + r"Then $p(y = 0 \mid x) = \sigma(w x)$.", ["given", "given", "refuted"]),
        (LABEL + r"Then $p(y \mid x) = \sigma(w x)^y (1 - \sigma(w x))^{1 - y}$.", ["given", "given", "proved"]),
        (LABEL + r"Then $p(y \mid x) = \sigma(w x)^{1 - y} (1 - \sigma(w x))^y$.", ["given", "given", "refuted"]),
        (SOFTMAX + r"$P(Y = 1 \mid X = x) = \frac1{1 + \exp((w_2 - w_1)^T x)}$.", ["given", "given", "supported"]),
        (SOFTMAX + r"$P(Y = 1 \mid X = x) = \frac1{1 + \exp((w_1 - w_2)^T x)}$.", ["given", "given", "refuted"]),
        # A link function tells the name in it.
        (r"Let $\log \frac p{1 - p} = w x$. Then $\frac{d p}{d x} = w p (1 - p)$.", ["given", "proved"]),
        (r"Let $\log \frac p{1 - p} = w x$. Then $\frac{d p}{d x} = w p$.", ["given", "refuted"]),
        # A letter for any number in the formula of a function, and a vector below.
        (SIGMOID + r"Then $\frac{\partial h(x)}{\partial w_j} = h(x) (1 - h(x)) x_j$.", ["given", "given", "proved", "proved"]),
        (SIGMOID + r"Then $\frac{\partial h(x)}{\partial w_j} = h(x) (1 + h(x)) x_j$.", ["given", "given", "proved", "refuted"]),
        (r"Let $g(z) = \frac1{1 + e^{-z}}$. For any vector $z \in \mathbb R^n$ we have $0 < g(z)$.", ["given", "proved"]),
        # An equation behind "for" and "if" is a condition.
        (GINI + r"1 - \sum_k p_k^2$ for $\sum_{k=1}^K p_k = 1$.", ["proved"]),
        (GINI + r"1 - 2 \sum_k p_k^2$ if $\sum_{k=1}^K p_k = 1$.", ["refuted"]),
        # A prime and a sign for the transpose: w' is no w.
        (UPDATE + r"w^T x + \|x\|^2$.", ["given", "proved"]),
        (UPDATE + r"w^T x$.", ["given", "refuted"]),
        # The coordinates of its argument stand in a map's formula.
        (KERNEL + r"(x_1^2, \sqrt2 x_1 x_2, x_2^2)^T$.", ["given", "proved"]),
        (KERNEL + r"(x_1^2, x_1 x_2, x_2^2)^T$.", ["given", "refuted"]),
        # What was to be shown is said; the display shows it.
        (SHOWN + r"$$1 - g(z) = \frac1{1 + e^z} = g(-z).$$", ["given", "given", "proved", "proved"]),
        (SHOWN + r"$$1 - g(z) = \frac1{1 + e^{2z}} = g(-z).$$", ["given", "given", "refuted", "refuted"]),
        (RELU + "it vanishes.", ["given", "given", "proved"]),
        (RELU.replace("2b,$$", "3b,$$") + "it vanishes.", ["given", "given", "refuted"]),
        (rf"Let $y \in \mathbb R^K$ be a one-hot vector. Then ${LOSS}$.", ["proved"]),
        (rf"Let $y$ be one-hot, $y_k \in \{{0, 1\}}$. Then ${LOSS}$.", ["proved"]),
        (rf"Let $y \in \mathbb R^K$. Then ${LOSS}$.", ["refuted"]),
        (CROSS + r"Then $\frac{\partial CE}{\partial z_i} = \hat y_i - y_i$.", ["given", "given", "supported"]),
        (CROSS + r"Then $\frac{\partial CE}{\partial z_i} = y_i - \hat y_i$.", ["given", "given", "refuted"]),
        # A family of vectors over whose index no sum runs ended the whole document.
        ("Let $\\log \\mu_i = x_i^\\top \\beta$.\n\na) $\\sum_{i=1}^n \\mu_i x_i$.\n\nb) $\\mu_i = e^{x_i^\\top \\beta}$.", ["given"]),
    ],
)  # fmt: skip
def test_sheets_of_supervised_learning(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected
