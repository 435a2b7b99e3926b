r"""Lines as papers on machine learning write them, and what each is with a slip."""

from __future__ import annotations

from tests.marking.verdicts import verdicts

ENERGY = r"An energy-based model has $p(x) = \frac{e^{-E(x)}}{Z}$ with $Z = \int e^{-E(x)} dx$. "
VALUES = r"Let $A^\pi(s, a) = Q^\pi(s, a) - V^\pi(s)$ with $V^\pi(s) = \sum_a \pi(a \mid s) Q^\pi(s, a)$. "
BOUND = r"Define $\mathrm{ELBO}(q) = \mathbb E_{q(z)}[\log p(x, z)] - \mathbb E_{q(z)}[\log q(z)]$. "
RENYI = r"For $\alpha > 1$ let $D_\alpha(p \| q) = \frac{1}{\alpha - 1} \log \int p(x)^\alpha q(x)^{1 - \alpha} dx$. "
DIVERGENCE = r"Let $D_f(p \| q) = \int q(x) f\left(\frac{p(x)}{q(x)}\right) dx$ "
CASES = (
    (ENERGY + r"Then $\log p(x) = -E(x) - \log Z$.", "= -E(x) -", "= -E(x) +"),
    (ENERGY + r"Let $\tilde p(x) = e^{-E(x)}$. Then $p(x) = \tilde p(x) / Z$.", "/ Z$", "/ Z^2$"),
    (VALUES + r"Then $\sum_a \pi(a \mid s) A^\pi(s, a) = 0$.", "= 0", "= V^\\pi(s)"),
    (
        BOUND + r"It can be written as $$\mathrm{ELBO}(q) = \mathbb E_{q(z)}[\log p(x \mid z)] - "
        r"\mathrm{KL}(q(z) \| p(z)).$$",
        r"\mid z)] -",
        r"\mid z)] +",
    ),
    (r"Let $u \sim \mathrm{Uniform}(0, 1)$ and $x = -\log u$. Then $p(x) = e^{-x}$.", "e^{-x}", "e^{x}"),
    (RENYI + r"Then $D_2(p \| q) = \log \int \frac{p(x)^2}{q(x)} dx$.", "{q(x)} dx$.", "{q(x)^2} dx$."),
    (DIVERGENCE + r"with $f$ convex and $f(1) = 0$. Then $D_f(p \| q) \ge 0$.", r"\ge 0", r"\le 0"),
    (DIVERGENCE + r"with $f(t) = t \log t$. Then $D_f(p \| q) = \mathrm{KL}(p \| q)$.", r"t \log t", r"-\log t"),
    (
        r"Let $p, q > 0$ be densities and $\chi^2(p \| q) = \int \frac{(p(x) - q(x))^2}{q(x)} dx$. Then "
        r"$\chi^2(p \| q) = \int \frac{p(x)^2}{q(x)} dx - 1$.",
        "dx - 1",
        "dx + 1",
    ),
    (r"For densities $p$ and $q$ we have $\mathrm{TV}(p, q) = \mathrm{TV}(q, p) \le 1$.", "1$.", r"\frac12$."),
    (r"Let $y(t) = e^{-2t}$. Indeed, $y'(t) + 2 y(t) = 0$. Then $y''(t) = 4 y(t)$.", "4 y", "2 y"),
    (
        r"Let $f(x) = g(x) + 1$. For $g(x) = x^2$ we get $f(x) = x^2 + 1$. For $g(x) = e^x$ we get $f(x) = e^x + 1$.",
        "$f(x) = e^x + 1$",
        "$f(x) = x^2 + 1$",
    ),
    (r"Let $f(x) = g(x) + 1$ and $g(x) = x^2$. Then $f(2) = 5$.", "= 5", "= 6"),
    (r"Let $V_t = r_t + \gamma V_{t+1}$. Then $V_t = r_t + \gamma r_{t+1} + \gamma^2 V_{t+2}$.", "^2", ""),
    (
        r"We have $$x_t = a x_{t-1} + b \epsilon_t = a (a x_{t-2} + b \epsilon_{t-1}) + b \epsilon_t.$$",
        "b \\epsilon_{t-1})",
        "\\epsilon_{t-1})",
    ),
    (
        r"Let $z = \mu + \sigma \epsilon$ with $\epsilon \sim \mathcal N(0, 1)$ and $\sigma > 0$. Then "
        r"$$\frac{\partial}{\partial\sigma} \mathbb E[z^2] = 2 \sigma.$$",
        "2 \\sigma",
        "2 \\sigma \\mu",
    ),
)


def test_lines_of_papers_are_judged() -> None:
    for text, part, slip in CASES:
        assert verdicts(text)[-1] in ("proved", "supported"), text
        assert text.count(part) == 1, part
        assert verdicts(text.replace(part, slip))[-1] == "refuted", text
