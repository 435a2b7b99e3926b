r"""Distances between laws: W_2(p, q) and its spellings, true and false values, and a W that is something else."""

import pytest

from proofs.reading.documents import read_document
from proofs.reading.story import Story
from proofs.writing import plain
from tests.marking.verdicts import judged

LAWS = r"Let $p = \mathcal{N}(\mu, \sigma^2)$ and $q = \mathcal{N}(0, 1)$ with $\sigma > 0$. "
NORMALS = r"W_2(\mathcal{N}(\mu_1, \sigma_1^2), \mathcal{N}(\mu_2, \sigma_2^2))"

INDEPENDENT = (
    r"Let $\mu, \nu, \sigma, \tau \in \mathbb{R}^d$ with $\sigma_j > 0$ and $\tau_j > 0$ for $j = 1, \dots, d$. "
)
FACTORS = r"\mathcal{N}(\mu_j, \sigma_j^2), \mathcal{N}(\nu_j, \tau_j^2)"
PRODUCTS = r"W_2\left(\prod_{j=1}^d \mathcal{N}(\mu_j, \sigma_j^2), \prod_{j=1}^d \mathcal{N}(\nu_j, \tau_j^2)\right)"


def line(text):
    return [each for chain in Story(read_document(text, kind="markdown")).chains() for each in chain.lines][-1]


def verdicts(text):
    return [step.verdict for step in judged(text).steps if step.verdict != "given"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"W_1(p, q) = \mu", "W₁(p, q) = μ"),
        (r"W_2(p, q)^2 = \mu", "W₂(p, q)² = μ"),
        (r"W_2^2(p, q) = \mu", "W₂(p, q)² = μ"),
        (r"\mathcal{W}_2(p \| q) = \mu", "W₂(p, q) = μ"),
    ],
)
def test_what_is_meant(written, meant):
    found = line(LAWS + f"$${written}$$")
    assert found.claim is not None, found.why
    assert plain(found.claim.statement).replace("N(μ, σ²)", "p").replace("N(0, 1²)", "q") == meant


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (LAWS + r"$$W_2(p, q)^2 = \mu^2 + (\sigma - 1)^2$$", "proved"),
        (LAWS + r"$$W_2(p, q)^2 = \mu^2 + (\sigma + 1)^2$$", "refuted"),
        (LAWS + r"$$W_2(p, q) = \mu^2 + (\sigma - 1)^2$$", "refuted"),
        (rf"$${NORMALS} = \sqrt{{(\mu_1 - \mu_2)^2 + (\sigma_1 - \sigma_2)^2}}$$", "proved"),
        (rf"$${NORMALS} = \sqrt{{(\mu_1 - \mu_2)^2 + \sigma_1^2 - \sigma_2^2}}$$", "refuted"),
        (rf"{INDEPENDENT}$${PRODUCTS}^2 = \sum_{{j=1}}^d W_2({FACTORS})^2$$", "proved"),
        (rf"{INDEPENDENT}$${PRODUCTS} = \sum_{{j=1}}^d W_2({FACTORS})$$", "refuted"),
        (rf"{INDEPENDENT}$${PRODUCTS}^2 = \sum_{{j=1}}^d ((\mu_j - \nu_j)^2 + (\sigma_j + \tau_j)^2)$$", "refuted"),
        (r"$$W_2(\mathcal{N}(3, 2), \mathcal{N}(4, 1)) \approx 1.0824$$", "supported"),
        (r"$$W_2(\mathcal{N}(3, 2), \mathcal{N}(4, 1)) \approx 1.0834$$", "refuted"),
        (r"$$W_1(\mathcal{U}(0, 1), \mathcal{U}(2, 3)) = 2$$", "supported"),
    ],
)
def test_a_distance_is_judged(text, wanted):
    assert verdicts(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (LAWS + r"$$W(p, q) = \mu$$", "order"),
        (LAWS + r"$$W_k(p, q) = \mu$$", "no number"),
        (r"$$W_2(P, Q) = 3$$", "of which nothing is said"),
    ],
)
def test_what_is_not_clear_is_not_guessed(text, why):
    found = line(text)
    assert found.claim is None and why in found.why


def test_a_weight_is_no_distance():
    found = line(r"Let $W_1$ and $W_2$ be matrices. $$h = W_2 (W_1 x + b)$$")
    assert "W₂(" not in (found.why or "") and "distance" not in (found.why or "")


IMAGES = (
    r"Let $P$ be the law of $(0, u)$ for $u \sim \mathcal{U}(0, 1)$ and $Q$ be the distribution of $(\theta, u)$ where "
    r"$u \sim \mathcal{U}(0, 1)$. "
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (IMAGES + r"$$W_1(P, Q) \leq \mathbb{E}_{u \sim \mathcal{U}(0, 1)}[|\theta|]$$", "proved"),
        (IMAGES + r"$$W_1(P, Q) \leq \frac{|\theta|}{2}$$", "refuted"),
        (IMAGES + r"$$W_1(P, Q) = |\theta|$$", "supported"),
        (IMAGES + r"$$W_1(P, Q) = \theta$$", "undecided"),  # it needs theta >= 0
        (IMAGES + r"$$W_1(P, Q) = |\theta| + 1$$", "refuted"),
        (IMAGES + r"$$\mathbb{E}_{x \sim Q}[x_1 x_2] = \mathbb{E}_{u \sim \mathcal{U}(0, 1)}[\theta u]$$", "proved"),
        (IMAGES + r"$$\mathbb{E}_{x \sim Q}[x_1 x_2] = \theta$$", "refuted"),
        (IMAGES + r"Suppose that $\theta \neq 0$. $$D_{KL}(P \| Q) = \infty$$", "proved"),
        (IMAGES + r"Suppose that $\theta \neq 0$. $$D_{KL}(P \| Q) = 0$$", "refuted"),
        (IMAGES + r"$$D_{KL}(P \| Q) = \infty$$", "undecided"),  # nothing says that theta is not 0
        (r"Let $P$ be the law of $2 u$ for $u \sim \mathcal{U}(0, 1)$. $$\mathbb{E}_{x \sim P}[x] = 1$$", "proved"),
        (r"Let $P$ be the law of $2 u$ for $u \sim \mathcal{U}(0, 1)$. $$\mathbb{E}_{x \sim P}[x] = 2$$", "refuted"),
    ],
)
def test_laws_of_images_in_words(text, wanted):
    assert verdicts(text) == [wanted]


AFFINE = (
    r"Let $\Sigma, A \in \mathbb{R}^{d \times d}$, $m, b \in \mathbb{R}^d$. Suppose that $\Sigma$ and $A$ are "
    r"symmetric and positive definite. Let $p = \mathcal{N}(m, \Sigma)$, and let $Q$ be the law of $A x + b$ for $x \sim \mathcal{N}(m, \Sigma)$. "
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"$$W_2(p, Q)^2 = W_2(p, \mathcal{N}(A m + b, A \Sigma A))^2$$", "proved"),
        (r"$$W_2(p, Q)^2 = W_2(p, \mathcal{N}(m + b, A \Sigma A))^2$$", "refuted"),
        (r"$$W_2(p, Q)^2 = W_2(p, \mathcal{N}(A m + b, A \Sigma))^2$$", "refuted"),
        (r"$$W_2(p, Q)^2 \leq \mathbb{E}_{x \sim p}[\|x - A x - b\|^2]$$", "proved"),
        (r"$$W_2(p, Q)^2 = \mathbb{E}_{x \sim p}[\|x - A x - b\|^2] / 2$$", "refuted"),
        (r"$$\mathbb{E}_{x \sim p}[\|A x + b\|^2] = \operatorname{tr}(A \Sigma A) + \|A m + b\|^2$$", "proved"),
        (r"$$\mathbb{E}_{x \sim p}[\|A x + b\|^2] = \operatorname{tr}(A \Sigma) + \|A m + b\|^2$$", "refuted"),
    ],
)
def test_affine_images_of_gaussians(text, wanted):
    assert verdicts(AFFINE + text)[-1] == wanted


GAUSSIANS = (
    r"Let $p = \mathcal{N}(m_1, \Sigma_1)$ and $q = \mathcal{N}(m_2, \Sigma_2)$ with $m_1, m_2 \in \mathbb{R}^d$. "
)
TRACES = r"$$W_2(p, q)^2 = \|m_1 - m_2\|_2^2 + \operatorname{tr}(\Sigma_1) + \operatorname{tr}(\Sigma_2) - "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TRACES + r"2 \operatorname{tr}\big((\Sigma_1^{1/2} \Sigma_2 \Sigma_1^{1/2})^{1/2}\big)$$", "supported"),
        (
            TRACES + r"2 \operatorname{tr}\big((\Sigma_2^{\frac12} \Sigma_1 \Sigma_2^{\frac12})^{0.5}\big)$$",
            "supported",
        ),
        (TRACES + r"2 \operatorname{tr}\big((\Sigma_1 \Sigma_2)^{1/2}\big)$$", "supported"),
        (TRACES + r"2 \operatorname{tr} \sqrt{\Sigma_1 \Sigma_2}$$", "supported"),
        (TRACES + r"\operatorname{tr}\big((\Sigma_1 \Sigma_2)^{1/2}\big)$$", "refuted"),
        (TRACES + r"2 \operatorname{tr}\big(\Sigma_1^{1/2} \Sigma_2^{1/2}\big)$$", "refuted"),
        (TRACES + r"2 \operatorname{tr}\big(\Sigma_1^{1/2} \Sigma_2 \Sigma_1^{1/2}\big)$$", "refuted"),
        (r"$$W_2(p, q)^2 = \|m_1 - m_2\|^2 + \|\Sigma_1^{1/2} - \Sigma_2^{1/2}\|_F^2$$", "refuted"),
        (
            r"Suppose that $\Sigma_1 \Sigma_2 = \Sigma_2 \Sigma_1$. "
            r"$$W_2(p, q)^2 = \|m_1 - m_2\|^2 + \|\Sigma_1^{1/2} - \Sigma_2^{1/2}\|_F^2$$",
            "supported",
        ),
        (
            r"Suppose that $\Sigma_1 \Sigma_2 = \Sigma_2 \Sigma_1$. "
            r"$$W_2(p, q)^2 = \|m_1 - m_2\|^2 + \|\Sigma_1 - \Sigma_2\|_F^2$$",
            "refuted",
        ),
        (r"$$\Sigma_1^{1/2} \Sigma_1^{1/2} = \Sigma_1$$", "proved"),
        (r"$$\sqrt{\Sigma_1} \Sigma_2 \sqrt{\Sigma_1} = \Sigma_1 \Sigma_2$$", "refuted"),
        (r"$$\Sigma_1^{-1/2} \Sigma_1 \Sigma_1^{-1/2} = I_d$$", "proved"),
        (r"$$(\Sigma_1 + \Sigma_2)^{1/2} = \Sigma_1^{1/2} + \Sigma_2^{1/2}$$", "refuted"),
        (
            r"$$\operatorname{tr}\big((\Sigma_1 \Sigma_2)^{1/2}\big) "
            r"= \operatorname{tr}\big((\Sigma_1^{1/2} \Sigma_2 \Sigma_1^{1/2})^{1/2}\big)$$",
            "proved",
        ),
    ],
)
def test_roots_of_covariance_matrices(text, wanted):
    assert verdicts(GAUSSIANS + text)[-1] == wanted


NORMS = r"Let $x, y \in \mathbb{R}^d$ and let $A, B \in \mathbb{R}^{d \times d}$. "


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        (r"\|x - y\|_2^2 = x^\top x - 2 x^\top y + y^\top y", "proved"),
        (r"\|x - y\|_2^2 = x^\top x - x^\top y + y^\top y", "refuted"),
        (r"\|x\|_2 = x^\top x", "refuted"),
        (r"\|x\|_1 = \sum_{j=1}^d |x_j|", "proved"),
        (r"\|x\|_1^2 = x^\top x", "refuted"),
        (r"\|A\|_F^2 = \operatorname{tr}(A^\top A)", "proved"),
        (r"\|A + B\|_F^2 = \|A\|_F^2 + 2 \operatorname{tr}(A^\top B) + \|B\|_F^2", "proved"),
        (r"\|A + B\|_F^2 = \|A\|_F^2 + \|B\|_F^2", "refuted"),
        (r"\|A\|_2 = \|A\|_F", "unread"),  # the one is the largest singular value
        (r"\|x\|_\infty = 1", "unread"),
    ],
)
def test_norms_that_say_which_they_are(formula, wanted):
    assert verdicts(f"{NORMS}$${formula}$$")[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"The relative entropy is $D(P \| Q) = \sum_x P(x) \log \frac{P(x)}{Q(x)}$.", "proved"),
        (r"The relative entropy is $D(P \| Q) = \sum_x P(x) \log \frac{Q(x)}{P(x)}$.", "refuted"),
        (r"Let $P = (1/2, 1/2)$ and $Q = (1/4, 3/4)$. Then $D(P \| Q) = 0$.", "unread"),  # of which kind
    ],
)
def test_a_divergence_whose_kind_only_words_say(text, wanted):
    assert judged(text).steps[-1].verdict == wanted
