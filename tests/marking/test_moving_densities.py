r"""Scores, REINFORCE and Fisher information of densities that are not known: p_\theta(x), f(x; \theta), \pi_\theta(a|s)."""

import pytest

from tests.marking.verdicts import last

FAMILY = r"Let $p_\theta(x)$ be a density. "
SCORE = r"\nabla_\theta \log p_\theta(x)"
MEAN = r"\mathbb{E}_{x \sim p_\theta}"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (rf"\nabla_\theta p_\theta(x) = p_\theta(x) {SCORE}", "supported"),
        (rf"\nabla_\theta p_\theta(x) = p_\theta(x)^2 {SCORE}", "refuted"),
        (rf"{SCORE} = \frac{{\nabla_\theta p_\theta(x)}}{{p_\theta(x)}}", "supported"),
        (rf"{MEAN}[{SCORE}] = 0", "supported"),
        (rf"{MEAN}[{SCORE}] = 1", "refuted"),
        (rf"\nabla_\theta {MEAN}[f(x)] = {MEAN}[f(x) {SCORE}]", "supported"),
        (rf"\nabla_\theta {MEAN}[f(x)] = -{MEAN}[f(x) {SCORE}]", "refuted"),
        (rf"\nabla_\theta \mathbb{{E}}_{{p_\theta}}[f(x)] = \mathbb{{E}}_{{p_\theta}}[f(x) {SCORE}]", "supported"),
        (rf"\nabla_\theta {MEAN}[f(x)] = {MEAN}[f(x) \nabla_\theta p_\theta(x)]", "refuted"),
        (rf"{MEAN}[(f(x) - b) {SCORE}] = {MEAN}[f(x) {SCORE}]", "supported"),
        (rf"{MEAN}[(f(x) - b) {SCORE}] = {MEAN}[f(x) {SCORE}] - b", "refuted"),
        (rf"\nabla_\theta H(p_\theta) = -{MEAN}[\log p_\theta(x) {SCORE}]", "supported"),
        (rf"\nabla_\theta H(p_\theta) = {MEAN}[{SCORE}]", "refuted"),
        (rf"\nabla_\theta \mathrm{{KL}}(q \| p_\theta) = -\mathbb{{E}}_{{x \sim q}}[{SCORE}]", "supported"),
    ],
)
def test_scores(claim, verdict):
    assert last(f"{FAMILY}$${claim}$$") == verdict


@pytest.mark.parametrize(("sign", "verdict"), [("", "supported"), ("-", "refuted")])
def test_the_gradient_by_a_vector(sign, verdict):
    said = r"Let $p_\theta(x)$ be a density, $\theta \in \mathbb{R}^d$. "
    assert last(rf"{said}$$\nabla_\theta {MEAN}[f(x)] = {sign}{MEAN}[f(x) {SCORE}]$$") == verdict


RATE = r"\frac{\partial}{\partial\theta} \log f(X; \theta)"
TWICE = r"\frac{\partial^2}{\partial\theta^2} \log f(X; \theta)"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (rf"E_\theta\left[\left({RATE}\right)^2\right] = -E_\theta\left[{TWICE}\right]", "supported"),
        (rf"E_\theta\left[\left({RATE}\right)^2\right] = E_\theta\left[{TWICE}\right]", "refuted"),
        (rf"\operatorname{{Var}}\left({RATE}\right) = -\mathbb{{E}}\left[{TWICE}\right]", "supported"),
        (rf"\operatorname{{Var}}\left({RATE}\right) = \mathbb{{E}}\left[{TWICE}\right]", "refuted"),
    ],
)
def test_fisher_information(claim, verdict):
    assert last(rf"Let $X$ have density $f(x; \theta)$ with $\theta \in \mathbb{{R}}$. $${claim}$$") == verdict


@pytest.mark.parametrize(
    "left",
    [
        r"\sum_a \nabla_\theta \pi_\theta(a \mid s)",
        r"\mathbb{E}_{a \sim \pi_\theta(\cdot \mid s)}[\nabla_\theta \log \pi_\theta(a \mid s)]",
    ],
)
def test_a_policy(left):
    assert last(f"$${left} = 0$$") == "supported"
    assert last(f"$${left} = 1$$") in ("refuted", "undecided")


@pytest.mark.parametrize(
    "text",
    [
        # a network is no density
        r"The network $f(x; \theta)$ has the loss $L$. $$\int f(x; \theta) dx = 1, \quad \nabla_\theta f(x; \theta) = 0$$",
        # the factor may stand behind the derivative
        r"Let $p(x \mid \theta)$ be a density. $$\int \frac{\partial}{\partial\theta} \log p(x \mid \theta)\, "
        r"p(x \mid \theta) dx = 0$$",
    ],
)
def test_what_is_not_read(text):
    assert last(text) not in ("proved", "supported", "refuted")


def test_a_density_that_is_written_out():
    said = r"Let $x \sim \mathcal{N}(\theta, 1)$ and $p_\theta(x) = \frac{1}{\sqrt{2\pi}} e^{-(x - \theta)^2/2}$. "
    assert last(rf"{said}$${MEAN}[x^2] = \theta^2 + 1$$") in ("proved", "supported")
    assert last(rf"{said}$${MEAN}[x^2] = \theta^2$$") not in ("proved", "supported", "given")


@pytest.mark.parametrize(
    ("claim", "verdicts"),
    [
        (r"E[X] = \sum_{k=1}^K w_k \mu_k", ("proved", "supported")),
        (r"\operatorname{Var}(X) = \sum_{k=1}^K w_k \sigma_k^2", ("refuted",)),
    ],
)
def test_a_mixture_that_is_written_out(claim, verdicts):
    said = r"Let $p(x) = \sum_{k=1}^K w_k \mathcal{N}(x \mid \mu_k, \sigma_k^2)$ with $\sum_{k=1}^K w_k = 1$. "
    assert last(f"{said}$${claim}$$") in verdicts


def test_a_density_that_is_written_out_further_on_does_not_move():
    text = r"Let $X$ have density $f(x; \lambda) = \lambda e^{-\lambda x}$, $x > 0$. "
    assert last(rf"{text}$$\frac{{\partial}}{{\partial\lambda}} \log f(x; \lambda) = \frac1\lambda - x$$") == "proved"
    assert last(rf"{text}$$\frac{{\partial}}{{\partial\lambda}} \log f(x; \lambda) = \lambda - x$$") == "refuted"


def test_members_of_a_sample_are_told_apart():
    text = r"Let $f(x; \theta)$ be a density. $$\sum_{i=1}^n \frac{\partial}{\partial\theta} \log f(x_i; \theta) = %s$$"
    assert last(text % r"n \frac{\partial}{\partial\theta} \log f(x_1; \theta)") not in ("proved", "supported")


@pytest.mark.parametrize(
    "told",
    [
        r"Let $p_\theta(x)$ be a density on $[0, \theta]$.",
        r"Let $p_\theta(x)$ be a density with $x \le \theta$.",
        r"Let $p_\theta(x)$ be a density whose support depends on $\theta$.",
    ],
)
def test_a_density_whose_support_may_move_has_no_score_that_is_known(told):
    assert last(told + r" Then $E_{p_\theta}[\nabla_\theta\log p_\theta(x)] = 0$.") == "unread"


def test_a_density_whose_support_stays_has_one():
    told = r"Let $p_\theta(x)$ be a density whose support does not depend on $\theta$, with $0 < \theta < 1$."
    assert last(told + r" Then $E_{p_\theta}[\nabla_\theta\log p_\theta(x)] = 0$.") == "supported"
