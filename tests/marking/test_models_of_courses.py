r"""Sheets on energy-based models, score matching, policy gradients, diffusion and GANs: what their letters stand for."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

ENERGY = (
    r"Let $p_\theta(x) = \frac{1}{Z(\theta)} e^{-E_\theta(x)}$ with the energy $E_\theta$ and "
    r"$Z(\theta) = \int e^{-E_\theta(x)} dx$. Then "
)
BOLTZMANN = r"Let $p(x) = \frac{1}{Z} e^{-E(x)/T}$ with energy $E$, $T > 0$ and $Z = \int e^{-E(x)/T} dx$. Then "
TWO = (
    r"For two energies $E_1, E_2$ let $p_1(x) = e^{-E_1(x)}/Z_1$, $p_2(x) = e^{-E_2(x)}/Z_2$ with "
    r"$Z_1 = \int e^{-E_1(x)} dx$ and $Z_2 = \int e^{-E_2(x)} dx$. Then "
)
SOFT = r"Let $\pi(a|s) = \frac{e^{Q(s,a)/\alpha}}{\sum_b e^{Q(s,b)/\alpha}}$ be a policy. Then "
VALUE = r"Let $V(s) = \mathbb{E}_{a\sim\pi(\cdot|s)}[Q(s,a)]$ and $A(s,a) = Q(s,a) - V(s)$. Then "
GAUSSIAN = r"For the policy $\pi_\theta(a|s) = \mathcal{N}(a; \mu_\theta(s), \sigma^2)$, "
GAIN = r"Let $J(\theta) = \mathbb{E}_{\tau\sim p_\theta}[R(\tau)]$. Then "
NOISE = (
    r"We have $q(x_t \mid x_{t-1}) = \mathcal{N}(x_t; \sqrt{\alpha_t}\, x_{t-1}, (1 - \alpha_t) I)$ and "
    r"$\bar\alpha_t = \prod_{s=1}^t \alpha_s$. Then "
)
PASSES = {"proved", "supported"}


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (ENERGY + r"$\nabla_x \log p_\theta(x) = %s$.", r"-\nabla_x E_\theta(x)", r"\nabla_x E_\theta(x)"),
        (
            ENERGY + r"$\nabla_\theta \log Z(\theta) = %s$.",
            r"-\mathbb{E}_{x \sim p_\theta}[\nabla_\theta E_\theta(x)]",
            r"\mathbb{E}_{x \sim p_\theta}[\nabla_\theta E_\theta(x)]",
        ),
        (BOLTZMANN + r"$H(p) = %s$.", r"\frac1T \mathbb{E}_p[E(x)] + \log Z", r"\mathbb{E}_p[E(x)] + \log Z"),
        (
            TWO + r"$KL(p_1 \| p_2) = \mathbb{E}_{p_1}[E_2(x) - E_1(x)] + %s$.",
            r"\log Z_2 - \log Z_1",
            r"\log Z_1 - \log Z_2",
        ),
        (
            SOFT
            + r"$\mathbb{E}_{a\sim\pi(\cdot|s)}[Q(s,a)] + %s H(\pi(\cdot|s)) = \alpha \log \sum_a e^{Q(s,a)/\alpha}$.",
            r"\alpha",
            "",
        ),
        (VALUE + r"$\mathbb{E}_{a\sim\pi(\cdot|s)}[A(s,a)] = %s$.", "0", "1"),
        (
            GAUSSIAN
            + r"$\nabla_\theta \log \pi_\theta(a|s) = \frac{a - \mu_\theta(s)}{%s} \nabla_\theta \mu_\theta(s)$.",
            r"\sigma^2",
            r"\sigma",
        ),
        (
            GAIN + r"$\nabla_\theta J(\theta) = \int %s \nabla_\theta \log p_\theta(\tau) R(\tau) d\tau$.",
            r"p_\theta(\tau)",
            "",
        ),
        (NOISE + r"$\bar\alpha_t = %s \bar\alpha_{t-1}$.", r"\alpha_t", r"\alpha_{t-1}"),
        (r"Let $f(x, y) = x^3 y$. Then $\partial_x \partial_y f(x, y) = %s$.", "3 x^2", "3 x"),
        (
            r"Let $p_j = \frac{e^{s_j}}{\sum_{k=1}^N e^{s_k}}$. Then $\frac{\partial}{\partial s_j} (-\log p_1) = p_j %s$.",
            r"- \mathbb{1}[j = 1]",
            r"+ \mathbb{1}[j = 1]",
        ),
        (
            r"Write $D(x) = \sigma(h(x))$ with the sigmoid $\sigma$. Then $1 - D(x) = %s$.",
            r"\sigma(-h(x))",
            r"\sigma(h(x))",
        ),
        (
            r"Let $W$ and $X$ be independent random variables with $\mathbb{E}[W] = \mathbb{E}[X] = 0$. Then "
            r"$\mathrm{Var}(WX) = %s$.",
            r"\mathrm{Var}(W)\mathrm{Var}(X)",
            r"2 \mathrm{Var}(W)\mathrm{Var}(X)",
        ),
    ],
)
def test_a_true_line_and_its_false_neighbour(text: str, true: str, false: str) -> None:
    assert last(text.replace("%s", true)) in PASSES
    assert last(text.replace("%s", false)) in {"refuted", "undecided"}


DIVERGENCES = r"""For a convex $f$ with $f(1) = 0$ let $D_f(p \| q) = \int q(x) f\left(\frac{p(x)}{q(x)}\right) dx$.

(b) For $f(u) = u \log u$ we obtain $D_f(p\|q) = KL(%s)$.

(c) For $f(u) = -\log u$ we get $D_f(p\|q) = KL(%s)$.
"""


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(r"p\|q", r"q\|p", ["proved", "proved"]), (r"q\|p", r"p\|q", ["refuted", "refuted"])],
)
def test_a_divergence_of_functions_that_are_told_in_turn(first: str, second: str, expected: list[str]) -> None:
    assert verdicts(DIVERGENCES % (first, second))[3::2] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"In order that $n s = 1$ we need $s = \frac1n$. So He initialisation uses $s = \frac2n$.", "undecided"),
        (r"We need $n s = 1$, so $s = \frac1n$. Then $s^2 = \frac{2}{n^2}$.", "refuted"),
        (r"$\nabla_x \log p(y|x) p(x) = 0$", "unread"),  # of which of the two
        (
            r"Let $J(\theta) = \int p_\theta(x) f_\theta(x) dx$. $\int \nabla_\theta p_\theta(x) f_\theta(x) dx = 3$",
            "unread",
        ),
        (r"The activation function $\sigma$ may be the sigmoid. Then $\sigma(x) + \sigma(-x) = 1$.", "unread"),
        (
            r"$$\mathbb{E}_{a\sim\pi_\theta(\cdot|s)}[\nabla_\theta\log\pi_\theta(a|s)\, b(s)]"
            r" = b(s) \nabla_\theta \sum_a \pi_\theta(a|s) = b(s) \nabla_\theta 1 = 0$$",
            "proved",
        ),
        (
            r"$$\mathbb{E}_{a\sim\pi_\theta(\cdot|s)}[\nabla_\theta\log\pi_\theta(a|s)\, b(a)]"
            r" = \nabla_\theta \sum_a \pi_\theta(a|s) b(a) = 0$$",
            "refuted",
        ),
    ],
)
def test_what_the_last_line_is(text: str, expected: str) -> None:
    assert last(text) == expected
