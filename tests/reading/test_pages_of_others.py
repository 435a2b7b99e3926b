r"""How people write whom nobody asked: spellings of notes, homework and books on the web, true and false."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

PASSED = ("proved", "supported")


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # the upper limit of a bar before the lower one, behind a bracket or not
        (r"$$\int_0^2 3 x^2 \, dx = x^3|^2_{x=0} = %s$$", "8", "9"),
        (r"$$\int_0^t e^{-s} ds = (-e^{-s})|^{t}_{s=0} = %s$$", "1 - e^{-t}", "1 + e^{-t}"),
        # a script in a group of its own, as macros leave it
        (r"Let $A$ be an invertible matrix. Then $(A\ensuremath{^\top}){^{-1}} = %s$.", r"(A{}^{-1})^\top", "A{}^{-1}"),
        (r"$$\Large{{(a+b)^2 = %s}}$$", "a^2 + 2ab + b^2", "a^2 + ab + b^2"),
        # the cells of an array
        ("$$\\begin{array}{ll} a = 3 & b = 2a \\\\ c = a + 1 & b + c = %s \\end{array}$$", "10", "9"),
        ("$$\\begin{array}{rcl} u &=& 2 \\\\ u^2 + 1 &=& %s \\end{array}$$", "5", "4"),
        # E without a bracket before a logarithm
        (r"The relative entropy is $D(p || q) = \sum_x p(x) \log \frac{p(x)}{q(x)} = E_p \log %s$.",
         r"\frac{p(X)}{q(X)}", r"\frac{q(X)}{p(X)}"),
        (r"The mutual information is $$I(X; Y) = \sum_x \sum_y p(x, y) \log \frac{p(x, y)}{p(x) p(y)} = \mathbb{E}\left[\log %s"
         r"\right]$$", r"\frac{p(X, Y)}{p(X) p(Y)}", r"\frac{p(X) p(Y)}{p(X, Y)}"),
        (r"Let $X$ have density $p$. Then $E \log p(X) = \int %s \log p(x) \, dx$.", "p(x)", "p(x)^2"),
        # MyST, several environments, dollars inside of brackets
        ("```{math}\n:label: eq-a\n(x+1)^2 = %s\n```", "x^2 + 2x + 1", "x^2 + 2x"),
        ("````{note} Of a square\n:class: tip\nFor real $x$,\n\n```{math}\n(x+1)^2 = x^2 + 2x + 1\n```\nand"
         "\n$$(x-1)^2 = %s$$\n````", "x^2 - 2x + 1", "x^2 - 2x - 1"),
        ("In general, {math}`(x-1)^2 = %s`.", "x^2 - 2x + 1", "x^2 + 1"),
        ("\\begin{equation}\n(x-1)^2 = x^2 - 2x + 1\n\\end{equation}\n\\begin{align*}\n(x+1)^2 &= %s\n\\end{align*}",
         "x^2 + 2x + 1", "x^2 + 1"),
        ("\\( $(x-1)^2 = %s$ \\)", "x^2 - 2x + 1", "x^2 + 1"),
        # an optional argument that is left out, xparse, physics and siunitx
        (r"$\newcommand{\Mean}[2][]{\mathbb{E}_{#1}\left[#2\right]}$ Let $X$ have mean $\mu$ and variance $\sigma^2$. "
         r"Then $\Mean{X^2} = %s$.", r"\mu^2 + \sigma^2", r"\mu^2 - \sigma^2"),
        (r"\documentclass{article}\NewDocumentCommand{\sq}{O{2} m}{#2^{#1}}\begin{document}\[ \sq{a} \sq[3]{a} = %s \]"
         r"\end{document}", "a^5", "a^6"),
        (r"$$\qty(x + \num{0.5})^2 = %s$$", "x^2 + x + 0.25", "x^2 + x + 0.5"),
        # a function without its argument, a U that is no law, letters before log and Cov, words in brackets
        (r"$$g(x|\mu, \sigma^2) = \frac{1}{\sqrt{2\pi\sigma^2}} e^{-(x-\mu)^2/(2\sigma^2)}$$ "
         r"$$\frac{\partial \log g}{\partial \mu} = %s$$", r"\frac{x-\mu}{\sigma^2}", r"\frac{x-\mu}{\sigma}"),
        (r"The score is $U(p) = \frac{x}{p} - \frac{1 - x}{1-p}$. Then $U(1/2) = %s$.", "4x - 2", "3x - 2"),
        (r"The loss is $L(q) = -ylog(q) - (1-y)log(1-q)$. Then $L(1/2) = %s$.", r"y \log 2 + (1-y) \log 2",
         r"y \log 2 - (1-y) \log 2"),
        (r"$$(a+b)^2 = %s \quad(\text{by the binomial formula})$$", "a^2 + 2ab + b^2", "a^2 + b^2"),
    ],
)  # fmt: skip
def test_right_lines_pass_and_wrong_ones_do_not(text: str, right: str, wrong: str) -> None:
    assert last(text.replace("%s", right)) in PASSED
    assert last(text.replace("%s", wrong)) == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        # two cases of a parameter, and not one value that contradicts another
        r"Here $0 \le \alpha \le 1$ goes from the one method ($\alpha = 0$) to the other ($\alpha = 1$).",
        r"It is as follows, where $\alpha$ leads from one method ($\alpha = 0$, the default) to another ($\alpha = 1$).",
        r"The choice $\rho = 0$ yields the first test and $\rho = 1$ the second.",
        # nothing was said of these names before
        r"Therefore, the mass at zero can be any number $0 \le p_0 \le 1$.",
        r"We have the bound $D \ge 2 \sigma^4 / n$.",
        r"We have the inequality $$\psi(u) \le e^{-\rho u}, \quad u \ge 0.$$",
        r"The efficiency of the estimator is $e = 1/2$.",
        r"$$J = E(x / \theta + 1)^2 = 5$$",
        r"By the rule of iterated expectations, $$\mathbb{E} Y = \frac{5}{4} \mathbb{E} X.$$",
        "The density of the first family is given by $$f(y) = g(y) - h(y)$$ The density of the second family is given by "
        "$$f(y) = g(y) h(y)$$",
        r"Solve the linear systems $$\begin{cases} 2x + y = 1 \\ -x + 2y = 1 \end{cases}$$, "
        r"$$\begin{cases} x + ay = 0 \\ x - y = 0 \end{cases}$$",
        r"The truncated variable is $Y = X \mid l < X < u$.",
        # the condition of a cell is no factor
        "The density is $$\\begin{array}{ll} g(x) = 0 & x < 0 \\\\ g(x) = c f(x) & x \\ge 0 \\end{array}$$",
    ],
)
def test_what_tells_something_is_not_refuted(text: str) -> None:
    assert "refuted" not in verdicts(text)
    assert "proved" not in verdicts(text)[-1:]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $x = 2$, so that the double ($y = 4$) is even. Hence $x = 3$.",
        r"Let $x$ be a real number. Then $x \ge 1$.",
        r"It holds that $e = 2.8$.",
        r"Let $X$ and $Y$ be independent random variables. Then $$\mathrm{Var}(X - Y) = \mathrm{Var}(X) - \mathrm{Var}(Y).$$",
    ],
)
def test_and_what_claims_something_is(text: str) -> None:
    assert last(text) == "refuted"


def test_what_is_claimed_behind_two_cases_is_about_any() -> None:
    cases = r"It goes from ridge ($\alpha = 0$) to lasso ($\alpha = 1$). Then "
    assert last(cases + r"$(1 - \alpha) x + \alpha x = x$.") == "proved"
    assert last(cases + r"$(1 - \alpha) x = x$.") == "undecided"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"We have $$(x-1)(x-2) = x^2 - 3x + 2$$ hence $x_1 = 1$.", "proved"),  # a root of what an identity writes
        (r"We have $$(x-1)(x-2) = x^2 - 3x + 2$$ hence $x_1 = 7$.", "unread"),  # an identity: any solves it
        (r"Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$. Then $\det(A - \lambda I) = 0$, so $\lambda_1 = 5$.",
         "refuted"),
        (r"A solution of $x + 1 = 1 + x$ is $x = 4$.", "undecided"),
        (r"A solution of $x + 1 = 4$ is $x = 3$.", "proved"),
        (r"We solve $x^2 - 3x + 2 = 0$, hence $x_1 = 1$ and $x_2 = 7$.", "refuted"),
        (r"Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$. Then $$\det(A - \lambda I) = 3 - 4\lambda + \lambda^2$$ "
         r"hence $\lambda_1 = 3$.", "proved"),
        (r"Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$. Then $$\det(A - \lambda I) = 3 - 4\lambda + \lambda^2$$ "
         r"hence $\lambda_1 = 5$.", "refuted"),
    ],
)  # fmt: skip
def test_a_number_that_is_put_into_an_equation_solves_it(text: str, wanted: str) -> None:
    assert last(text) == wanted


def test_the_size_in_the_density_of_a_normal_law_however_its_halves_are_written() -> None:
    density = r"(2\pi)^{-k/2} |\Sigma|^{-1/2} \exp\left(-\frac12 (x-\mu)^\top \Sigma^{-1} (x-\mu)\right)"
    text = f"The density is $$p(x) = {density}$$ so that $\\int p(x) \\, dx = %s$."
    assert last(text.replace("%s", "1")) == "supported"
    assert last(text.replace("%s", "2")) == "refuted"
