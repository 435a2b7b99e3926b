r"""Lines as papers on machine learning write them, and what each is with a slip."""

from __future__ import annotations

from tests.marking.verdicts import verdicts

ENERGY = r"An energy-based model has $p(x) = \frac{e^{-E(x)}}{Z}$ with $Z = \int e^{-E(x)} dx$. "
VALUES = r"Let $A^\pi(s, a) = Q^\pi(s, a) - V^\pi(s)$ with $V^\pi(s) = \sum_a \pi(a \mid s) Q^\pi(s, a)$. "
BOUND = r"Define $\mathrm{ELBO}(q) = \mathbb E_{q(z)}[\log p(x, z)] - \mathbb E_{q(z)}[\log q(z)]$. "
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
