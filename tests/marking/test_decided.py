r"""Steps that can be decided, each beside a wrong neighbour that must not pass."""

import pytest

from proofs import verify
from tests.marking.verdicts import judged

CASES = {
    "a coloured term is added, not multiplied": (
        r"Let $v > 0$. $$v^2 \textcolor{blue}{- 3v} {\color{red} + 2} = %s$$",
        ("(v - 1)(v - 2)", "proved"),
        ("-6v^3", "refuted"),
    ),
    "two formulas that a wide space parts": (
        r"Let $v = 2$. $$v + 1 = 3 \hspace{4em} v^2 = %s$$",
        ("4", "proved"),
        ("5", "refuted"),
    ),
    "what it is of a hundred": (
        r"$$\frac{1}{8} + \frac{1}{4} = %s$$",
        (r"37.5\,\%", "proved"),
        (r"38.5\%", "refuted"),
    ),
    "a divergence with the sign that is said for parallel": (
        r"Let $f$ and $g$ be densities. $$\text{KL}(f(u) \parallel g(u)) = %s$$",
        (r"\int f(u) \log \frac{f(u)}{g(u)} \, du", "proved"),
        (r"\int g(u) \log \frac{f(u)}{g(u)} \, du", "refuted"),
    ),
    "derivatives as a package writes them": (
        r"Let $h(t, u) = t^3 u^2$. $$\pdv{h(t, u)}{t}{u} + \pdv{t} h(t, u) = %s$$",
        ("6t^2 u + 3t^2 u^2", "proved"),
        ("6t^2 u + 2t^3 u", "refuted"),
    ),
    "a density in words lives where they say": (
        r"Let $h(x)$ be a probability density on $[0, 1]$. Then $$\int_0^1 h(x) \, dx = %s$$",
        ("1", "proved"),
        ("2", "refuted"),
    ),
    "errors that an equation ties to the data": (
        r"""Let $u \in \mathbb{R}^m$ and $Z \in \mathbb{R}^{m \times k}$ with $$u = Z \gamma + \varepsilon, \; \varepsilon \sim \mathcal{N}(0, s^2 I_m)$$
        Then $$\varepsilon^\top \varepsilon = %s$$""",
        (r"(u - Z \gamma)^\top (u - Z \gamma)", "proved"),
        (r"\frac{1}{2} (u - Z \gamma)^\top (u - Z \gamma)", "refuted"),
    ),
    "a value of a function that is known is no new function": (
        r"Let $f(x) = x^2$. Then $$f(x) = 9 \quad \text{where} \quad x = 3$$ and $$f(2) = %s$$",
        ("4", "proved"),
        ("9", "refuted"),
    ),
    "a number beside a rounded one of the same": (
        r"$$\log 2 = 0.69$$ $$\log 2 = %s$$",
        ("0.693", "supported"),
        ("0.79", "refuted"),
    ),
    "a logarithm that is taken of what is negative": (
        r"Let $0 < r < 1$. $$\frac{1}{2} \ln \frac{1}{1 - r^2} = %s$$",
        (r"-\frac{1}{2} \ln (1 - r^2)", "proved"),
        (r"-\frac{1}{2} \ln \ln (1 - r^2)", "refuted"),
        (r"\frac{1}{2} \ln (r^2 - 1)", "refuted"),
    ),
    "an infinite value that is written as a logarithm": (
        r"Let $x > 0$. $$x - x = %s$$",
        (r"0 \log 0", "undecided"),
        (r"\sqrt{-x} - \sqrt{-x}", "refuted"),
    ),
    "where the left side has no value either": (
        r"Let $x > 0$. $$2 \log(-x) = %s$$",
        (r"\log ((-x)^2)", "undecided"),
        (r"\log (-x^2)", "undecided"),
    ),
    "an integral by parts, up to an infinite limit": (
        r"""Let $\mu > 0$. \begin{align}
        \int_0^\infty t e^{-\mu t}\,dt &= \left[-\frac{t}{\mu} e^{-\mu t}\right]_0^\infty
        - \left[\frac{1}{\mu^2} e^{-\mu t}\right]_0^\infty \\
        &= \left[\left(-\frac{t}{\mu} - \frac{%s}{\mu^2}\right) e^{-\mu t}\right]_0^\infty \end{align}""",
        ("1", "proved"),
        ("2", "refuted"),
    ),
    "an estimate that is no parameter does not make a form zero": (
        r"""Let $Z \in \mathbb{R}^{m \times k}$ and $u \in \mathbb{R}^m$, where $u = Z\gamma + \eta$ and $\eta_i \sim \mathcal{N}(0, s^2)$.
        $$\hat\gamma = (Z^\top Z)^{-1} Z^\top u$$ Then $$%s (\hat\gamma - \gamma)^\top Z^\top Z (\hat\gamma - \gamma) = 0$$""",
        ("0", "proved"),
        ("", "undecided"),
    ),
    "an epsilon that is no error of data": (
        r"Let $\epsilon > 0$. $$Z = 1 + e^{-\beta \epsilon}$$ $$\frac{\partial \ln Z}{\partial \beta} = %s$$",
        (r"-\frac{\epsilon}{e^{\beta \epsilon} + 1}", "proved"),
        (r"\frac{\epsilon}{e^{\beta \epsilon} + 1}", "refuted"),
    ),
    "data that a model describes are no function of its parameter": (
        r"""We see $y_i = w x_i + e_i$ with $e_i \sim \mathcal{N}(0, 1)$. Put $f(w) = \sum_{i=1}^n (y_i - w x_i)^2$.
        $$f'(w) = %s \sum_{i=1}^n x_i (y_i - w x_i)$$""",
        ("-2", "proved"),
        ("2", "refuted"),
    ),
    "a label that is 0 or 1": (
        r"Let $y \in \{0, 1\}$ and $0 < p < 1$. $$p^y (1-p)^{1-y} = %s$$",
        ("y p + (1 - y)(1 - p)", "supported"),
        ("y p + (1 - y) p", "refuted"),
    ),
    "the spots of a die": (
        r"Let $k \in \{1, 2, \dots, 6\}$. $$(k - 1)(k - 2)(k - 3)(k - 4)(k - 5)(k - %s) = 0$$",
        ("6", "supported"),
        ("5", "undecided"),
    ),
    "a set that is no range": (
        r"Let $z \in \{-1, 1\}$. $$%s = 1$$",
        ("z^2", "undecided"),
        ("z", "undecided"),
    ),
    "an equation between numbers in the row above determines nothing": (
        r"$$\bar x = \frac{2 + 4}{2} = 3$$ $$%s = \frac{1 + 1}{2}$$",
        ("s^2 + 1", "undecided"),
        ("2", "refuted"),
    ),
    "a family of counts ends a sum": (
        r"$$\sum_{j=1}^{n_i} 2 (\mu_i - y_{ij}) = %s \mu_i - 2 \sum_{j=1}^{n_i} y_{ij}$$",
        ("2 n_i", "proved"),
        ("n_i", "refuted"),
    ),
    "a family of counts with two indices": (
        r"$$\sum_{j=1}^{b} \sum_{r=1}^{m_{ij}} (c_{ij} + x_{ijr}) = %s + \sum_{j=1}^{b} \sum_{r=1}^{m_{ij}} x_{ijr}$$",
        (r"\sum_{j=1}^{b} m_{ij} c_{ij}", "proved"),
        (r"\sum_{j=1}^{b} c_{ij}", "refuted"),
    ),
    "a density is written out where it is positive": (
        r"Let $X \sim \mathrm{Gam}(a, b)$ and let $f_X$ be its density. $$f_X(x) = \frac{b^a}{\Gamma(a)} %s e^{-b x}$$",
        ("x^{a-1}", "proved"),
        ("x^{a}", "refuted"),
    ),
    "a density has a derivative inside of its support": (
        r"""Let $X \sim \mathrm{Gam}(a, b)$ with density $f_X$. $$\frac{\mathrm{d} f_X(x)}{\mathrm{d}x} =
        \frac{b^a}{\Gamma(a)} \left( (a-1) x^{a-2} e^{-bx} %s b x^{a-1} e^{-bx} \right)$$""",
        ("-", "supported"),
        ("+", "refuted"),
    ),
    "a second derivative of what is not known": (
        r"$$\frac{\mathrm{d}^2 f(x)}{\mathrm{d}x^2} + \frac{\mathrm{d}}{\mathrm{d}x} (x^2 + f(x)) = %s$$",
        (r"f''(x) + f'(x) + 2x", "proved"),
        (r"f''(x) + f'(x) + x", "refuted"),
    ),
    "worlds of which only some of the first have the signs that are asked for": (
        r"$$\frac{n}{2} \log \frac{R}{n} - \frac{n}{2} \log \frac{S}{n} = \frac{n}{2} \log %s$$",
        (r"\frac{R}{S}", "supported"),
        (r"\frac{S}{R}", "refuted"),
    ),
    "worlds in which a condition holds for every index": (
        r"$$\sum_{i=1}^n \log (t x_i)^{y_i} = \sum_{i=1}^n y_i %s$$",
        (r"\log (t x_i)", "proved"),
        (r"\log (2 t x_i)", "refuted"),
    ),
    "a conditional density counts for nothing where what is given has mass 0": (
        r"""Let $X$ and $Y$ be discrete random variables. $$\sum_{x \in \mathcal{X}} \sum_{y \in \mathcal{Y}} p(x,y)
        \log p(x|y) = \sum_{x \in \mathcal{X}} \sum_{y \in \mathcal{Y}} p(x|y) \, p(y) \log p(x,y) - %s$$""",
        (r"\sum_{y \in \mathcal{Y}} p(y) \log p(y)", "proved"),
        (r"\sum_{x \in \mathcal{X}} p(x) \log p(x)", "refuted"),
    ),
    "a binomial coefficient is written out": (
        r"$${n \choose k} = \frac{n!}{k! \, %s!}$$",
        ("(n-k)", "proved"),
        ("(n-k+1)", "refuted"),
    ),
    "what the left side needs, divided": (
        r"$$\ln \frac{s^2 t^2}{s^2 t^2 - (r s t)^2} = %s$$",
        (r"\ln \frac{1}{1 - r^2}", "proved"),
        (r"\ln \frac{1}{1 - r}", "undecided"),
    ),
    "a case ends where the next begins": (
        r"""Let $T \sim \mathcal{U}(c, d)$. First, if $t < c$, we have $$F_T(t) = \int_{-\infty}^{t} 0 \, \mathrm{d}s.$$
        Moreover, if $c \leq t \leq d$, we have $$F_T(t) = \int_{c}^{t} \frac{1}{d-c} \, \mathrm{d}s = %s.$$""",
        (r"\frac{t-c}{d-c}", "proved"),
        (r"\frac{d-t}{d-c}", "refuted"),
    ),
    "outside of the support, where a case says so": (
        r"""Let $T \sim \mathcal{U}(c, d)$. If $t > d$, we have $$F_T(t) = 1 + \int_{d}^{t} %s \, \mathrm{d}s.$$""",
        ("0", "supported"),
        (r"\frac{1}{d-c}", "refuted"),
    ),
    "what is said of any point beyond either end is no assumption": (
        r"""Let $c < d$. As it is $0$ for any $x < c$ and any $x > d$, we have
        $$\int_c^d \frac{2}{d-c} \, \mathrm{d}x = %s.$$""",
        ("2", "proved"),
        ("3", "refuted"),
    ),
    "a sign that nothing implies is still asked for": (
        r"$$%s = \ln u + \ln v$$",
        (r"\ln (u v)", "undecided"),
        (r"\ln (u^2 v)", "refuted"),
    ),
    "a sum by induction on its last index": (
        r"$$\sum_{k=1}^{n} k \, k! = %s$$",
        ("(n + 1)! - 1", "proved"),
        ("n! - 1", "refuted"),
    ),
    "a product by induction on its last index": (
        r"$$\prod_{k=2}^{n} \left( 1 - \frac{1}{k^2} \right) = %s$$",
        (r"\frac{n + 1}{2 n}", "proved"),
        (r"\frac{n + 1}{n}", "refuted"),
    ),
    "a geometric sum of a ratio of any sign": (
        r"$$\sum_{k=0}^{m-1} r^k = %s$$",
        (r"\frac{1 - r^m}{1 - r}", "proved"),
        (r"\frac{1 - r^{m+1}}{1 - r}", "refuted"),
    ),
    "alternating signs": (
        r"$$\sum_{k=0}^{n} (-1)^k = %s$$",
        (r"\frac{1 + (-1)^n}{2}", "proved"),
        (r"\frac{1 - (-1)^n}{2}", "refuted"),
    ),
    "the gradient of a quadratic form": (
        r"Let $A \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$. $$\nabla_x (x^\top A x) = %s$$",
        (r"(A + A^\top) x", "proved"),
        ("2 A x", "refuted"),
    ),
    "the gradient of a quadratic form with a symmetric matrix": (
        r"For a symmetric matrix $A$ and a vector $x$, $$\nabla_x (x^\top A x) = %s$$",
        ("2 A x", "proved"),
        ("A x", "refuted"),
    ),
    "a property of a matrix that is not read": (
        r"Let $P$ be a permutation matrix and $x$ a vector. $$x^\top P^\top P x = %s$$",
        (r"x^\top x", "undecided"),
    ),
    "data stay as they are when a parameter varies": (
        r"Let $y = X \beta + \varepsilon$. $$R(\beta) = (y - X \beta)^\top (y - X \beta)$$"
        r"$$\frac{\mathrm{d} R(\beta)}{\mathrm{d} \beta} = %s$$",
        (r"-2 X^\top (y - X \beta)", "proved"),
        (r"2 X^\top (y - X \beta)", "refuted"),
    ),
    "the gradient of a loss": (
        r"Let $w, x \in \mathbb{R}^d$ and $L(w) = \log(1 + e^{-w^\top x})$. $$\nabla L(w) = %s$$",
        (r"-\frac{x}{1 + e^{w^\top x}}", "proved"),
        (r"\frac{x}{1 + e^{w^\top x}}", "refuted"),
    ),
    "the second derivatives of a quadratic form": (
        r"Let $A \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$. $$\nabla_x^2 (x^\top A x) = %s$$",
        (r"A + A^\top", "proved"),
        ("2 A", "refuted"),
    ),
    "a gradient at another point": (
        r"Let $x, a \in \mathbb{R}^n$, $A \in \mathbb{R}^{n \times n}$ and $f(x) = x^\top A x$. $$\nabla_x f(a) = %s$$",
        (r"(A + A^\top) a", "proved"),
        ("2 A a", "refuted"),
    ),
    "the gradient of a squared norm": (
        r"Let $x \in \mathbb{R}^n$. $$\nabla_x \|x\|^2 = %s$$",
        ("2 x", "proved"),
        ("x", "refuted"),
    ),
    "a sentence concludes what law a random variable has": (
        r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$ and $Y = 2 X + 1$. Then $Y \sim \mathcal{N}(%s)$.",
        (r"2 \mu + 1, 4 \sigma^2", "supported"),
        (r"2 \mu + 1, 2 \sigma^2", "refuted"),
    ),
    "a sentence concludes an inequality": (
        "Let $0 < p < 1$. Then $%s$.",
        ("p (1 - p) > 0", "proved"),
        ("p (1 - p) > 1", "refuted"),
    ),
    "the sample variance of data": (
        r"""For data $x_1, \ldots, x_n$ with sample variance $s_x^2$, $$\sum_{i=1}^n (x_i - \bar{x})^2 = %s s_x^2$$""",
        ("(n - 1)", "proved"),
        ("n", "undecided"),
        ("(n - 1) s_x", "undecided"),
    ),
    "the sample covariance of data": (
        r"""For data $x_1, \ldots, x_n$ and $y_1, \ldots, y_n$ we have
        $$\sum_{i=1}^n (x_i - \bar{x}) (y_i - \bar{y}) = (n - 1) %s$$""",
        ("s_{xy}", "proved"),
        ("s_{yx}", "proved"),
        ("s_{xx}", "undecided"),
        ("s_{x}", "undecided"),
    ),
    "the slope in moments of data": (
        r"""For data $x_1, \ldots, x_n$ and $y_1, \ldots, y_n$ we have
        $$\frac{\sum_{i=1}^n (x_i - \bar{x}) (y_i - \bar{y})}{\sum_{i=1}^n (x_i - \bar{x})^2} = \frac{s_{xy}}{%s}$$""",
        ("s_x^2", "proved"),
        ("s_y^2", "undecided"),
        ("s_x s_y", "undecided"),
    ),
    "a letter that means something else is no moment of data": (
        r"""For data $x_1, \ldots, x_n$ let $s_x = \sum_{i=1}^n x_i$. Then
        $$\sum_{i=1}^n (x_i - \bar{x})^2 = %s$$""",
        (r"\sum_{i=1}^n x_i^2 - \frac{s_x^2}{n}", "proved"),
        ("(n - 1) s_x^2", "refuted"),
    ),
    "a distribution function is written out where its law lives": (
        r"""Let $X \sim \ln \mathcal{N}(\mu, \sigma^2)$. $$F_X(x) = \frac{1}{2} \left[ 1 %s
        \mathrm{erf} \left( \frac{\ln x - \mu}{\sqrt{2} \sigma} \right) \right]$$""",
        ("+", "supported"),
        ("-", "refuted"),
    ),
    "a row defines behind its claim": (
        r"""For data $x_1, \ldots, x_n$ put
        $$S = \sum_{i=1}^n (z_i - b)^2 \quad \text{where} \quad z_i = b + a x_i$$ so that $$S = %s \sum_{i=1}^n x_i^2$$""",
        ("a^2", "proved"),
        ("a", "undecided"),
    ),
    "a row says with which letter the row above goes on": (
        r"""Let $u = 2 w y$. $$\begin{split} v &= 3 w y \\ &= A y \\ \text{with} \quad A &= 3 w \end{split}$$ Then
        $$u + v = %s w y$$""",
        ("5", "proved"),
        ("6", "refuted"),
    ),
    "a row holds at one point": (
        r"""$$T = x + c \quad \text{where} \quad x = 3$$ $$(x - 1) (x + 1) = %s$$""",
        ("x^2 - 1", "proved"),
        ("8", "undecided"),
    ),
    "an index beside an error is not random": (
        r"""Let $y_i = b x_i + \varepsilon_i$ with $\varepsilon_i \sim \mathcal{N}(0, 1)$. We put
        $$c_i = \frac{x_i}{\sum_{i=1}^n x_i^2}$$ and see that $$\sum_{i=1}^n c_i x_i = %s$$""",
        ("1", "proved"),
        ("n", "undecided"),
    ),
    "a sentence concludes what is not read": (
        "Let $x > 0$. Then $%s$.",
        ("foo(bar)baz = 3", "unread"),
    ),
    "a law of means for any random variable": (
        r"Let $X$ be a random variable. Then $\mathrm{Var}(a X + b) = %s \, \mathrm{Var}(X)$.",
        ("a^2", "proved"),
        ("a", "refuted"),
    ),
    "a derivative at the estimate": (
        r"Let $x > 0$. $$f(x) = n \log x - n x$$ $$\frac{\mathrm{d} f(\hat x)}{\mathrm{d} x} = %s$$",
        (r"\frac{n}{\hat x} - n", "proved"),
        (r"\frac{n}{\hat x}", "refuted"),
    ),
    "a name is substituted in a sentence": (
        r"Let $\sigma, \tau > 0$. Applying the equality $\tau = 1 / \sigma$, $$\log \frac{1}{\sigma} = %s$$",
        (r"-\log \sigma", "proved"),
        (r"\log \sigma", "refuted"),
    ),
    "independent observations make no other variables independent": (
        r"Assume $n$ independent observations. For random variables $X$ and $Y$ we have $$\mathrm{Cov}(X, Y) = %s$$",
        (r"\mathrm{E}[X Y] - \mathrm{E}[X] \mathrm{E}[Y]", "proved"),
        (r"2 \, \mathrm{Cov}(X, Y)", "refuted"),
    ),
    "an entry of a sequence": (
        r"Let $S_n = \sum_{k=1}^n k$. Then $S_3 = %s$.",
        ("6", "proved"),
        ("7", "refuted"),
    ),
    "formulas line by line, each in dollars": (
        "Let $X \\sim \\mathcal N(\\mu, \\sigma^2)$.\n\n$E[X^2] = Var(X) + E[X]^2$\n$= \\sigma^2 + %s$",
        ("\\mu^2", "proved"),
        ("\\mu", "refuted"),
    ),
    "q alone is the one density q_phi": (
        r"""Let $p(x, z)$ be a joint density and $q_\phi(z | x)$ a density.
        $$\mathbb{E}_q[\log q_\phi(z|x) - \log p(z|x)] = \mathbb{E}_q[\log q_\phi(z|x) - \log p(x, z)] %s \log p(x)$$""",
        ("+", "proved"),
        ("-", "refuted"),
    ),
    "q alone is none of two": (
        r"""Let $q_1(z)$ and $q_2(z)$ be densities. $$\mathbb{E}_{z \sim q}[\log q_1(z) - \log q_2(z)]
        = \mathbb{E}_{z \sim %s}[\log q_1(z)] - \mathbb{E}_{z \sim q}[\log q_2(z)]$$""",
        ("q_1", "refuted"),
    ),
    "Jensen's inequality, with the weights written out": (
        r"""Let $Q$ be a distribution. \begin{align} \log \sum_z Q(z) \frac{p(x, z)}{Q(z)}
        &%s \sum_z Q(z) \log \frac{p(x, z)}{Q(z)} && \href{jensen.html}{\text{Jensen}} \end{align}""",
        (r"\geq", "proved"),
        (r"\leq", "refuted"),
    ),
    "what a display behind a formula defines": (
        r"""Let $y \sim \mathrm{Bin}(n, p)$ and $\mathrm{p}(p) = \mathrm{Bet}(p; a, b)$. The posterior is
        $$\mathrm{p}(p | y) = \mathrm{Bet}(p; a_n, %s)$$ where the parameters are $$a_n = a + y$$ $$b_n = b + n - y$$
        The end is $$a_n - a = y$$""",
        ("b_n", "proved"),
    ),
    "what is put in after a word that concludes": (
        r"Let $r, m \in \mathbb{N}$ and $f(r) = 2 r$. Thus, plugging $r = m$ into it, $$f(m) = %s$$",
        ("2 m", "proved"),
        ("m + 2", "refuted"),
    ),
    "what a theorem lets its names be is no goal": (
        "**Theorem:** Let there be $$y = A x + \\varepsilon, \\; \\varepsilon \\sim \\mathcal{N}(0, s^2 V), \\; s^2 V = (t P)^{-1}.$$"
        "\n\nThen $$x^\\top A^\\top P y = y^\\top P A x.$$\n\n**Proof:** We have $$x^\\top A^\\top P y = %s$$",
        (r"y^\top P A x", "undecided"),
    ),
    "a sum that a comma cuts": (
        r"Let $x_1, x_2 \in \mathbb{R}$ and $s = x_1 + x_2$. $$s = x_1, + x_2 %s$$",
        ("", "unread"),
    ),
    "the base of an entropy is more than 1": (
        r"""Let $X$ be a discrete random variable. $$\mathrm{H}(X) %s 0$$ since $$\mathrm{H}(X) = - \sum_x p(x) \log_b p(x)$$
        We see that $$\mathrm{H}(X) %s 0$$""",
        (r"\geq", "proved"),
    ),
    "p(x) ~ law says what the density is": (
        r"Let $p(x) \sim \mathcal N(\mu, \sigma^2)$. $$\int_x p(x) (x - \mu)^2 dx = %s$$",
        (r"\sigma^2", "proved"),
        (r"\sigma", "refuted"),
    ),
    "a function into an interval, and a law that is drawn from": (
        r"""Let $D: \mathcal X \to (0, 1)$. $$\mathbb{E}_{x \sim p}[\log D(x)] + \mathbb{E}_{x \sim g}[\log(1 - D(x))]
        = \int p(x) \log D(x) + g(x) \log(1 - D(x)) %s\,dx$$""",
        ("", "proved"),
        ("D(x)", "refuted"),
    ),
    "a function of which a logarithm is taken": (
        r"$$\mathbb{E}_{x \sim p}[\log D(x)] = \int p(x) \log %s\,dx$$",
        ("D(x)", "proved"),
        ("(2 D(x))", "refuted"),
    ),
    "a density is divided by": (
        r"""Let $p(x, z)$ be a joint density and $q(z)$ a density.
        $$\int p(x, z)\,dz = \int q(z) \frac{p(x, z)}{%s}\,dz$$""",
        ("q(z)", "proved"),
        ("q(z)^2", "undecided"),
    ),
    "what follows from a wrong equation beside it is no second slip": (
        r"Let $A, B \in \mathbb{R}^{n \times n}$. Then $A B = B A$ and $(A B)^\top = %s$.",
        (r"B^\top A^\top", "proved"),
        (r"A^\top B^\top", "undecided"),
        (r"2 A^\top B^\top", "refuted"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_step_is_decided_and_a_wrong_neighbour_does_not_pass(name):
    text, *versions = CASES[name]
    for version, verdict in versions:
        found = judged(text.replace("%s", version)).steps[-1]
        assert found.verdict == verdict, (version, found.notes, found.needs)


def test_what_parameters_are_may_be_said_after_a_claim():
    text = r"""Let $k \sim \mathrm{Bin}(n, q)$ and $q \sim \mathrm{Bet}(a_0, b_0)$. The posterior is
    $$p(q | k) = \mathrm{Bet}(q; a_n, b_n)$$ where $$a_n = a_0 + k$$ $$b_n = b_0 + n - k$$"""
    assert judged(text).steps[2].verdict != "refuted"


def test_a_value_that_is_put_in_is_no_claim():
    text = r"Let $q > 0$ and $m > 0$. $$F = q + m$$ Thus, plugging $q = 2 m$ into it, we obtain $$F = 3 m$$"
    assert all(step.verdict != "refuted" for step in verify(text, jobs=0, second_reader=False).steps)


def test_a_repair_is_sought_where_the_sides_have_values():
    text = r"Let $a, b > 0$ and $X \sim \mathrm{Gam}(a, b)$. $$f_X(x) = \frac{1}{3} \frac{b^a}{\Gamma(a)} x^{a-1} e^{-b x}$$"
    assert verify(text, jobs=0, second_reader=False).steps[-1].repair == "true with a factor $3$ on the right"


def test_what_follows_is_no_need():
    text = (
        r"Let $k$ and $n$ be integers with $1 \leq k < n$. $$\log\left(1 - \frac{k}{n}\right) = \log(n - k) - \log n$$"
    )
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict == "proved" and not step.needs


def test_every_undecided_step_says_why():
    (step,) = verify(r"$$\ln (u v) = \ln u + \ln v$$", jobs=0, second_reader=False).steps
    assert step.verdict == "undecided" and step.numbers == "agree" and step.needs == ("u > 0", "v > 0")
    (step,) = verify(r"$$\ln (u v) = \ln u + 2 \ln v$$", jobs=0, second_reader=False).steps
    assert step.verdict == "refuted" and not step.notes


RATES = {
    r"\int_0^\infty x e^{-\lambda x} \, dx = \frac{1}{\lambda^2}": (r"\lambda > 0",),
    r"\int_0^\infty e^{-a t} \, dt = \frac{1}{a}": ("a > 0",),
}


@pytest.mark.parametrize("step", RATES)
def test_a_sign_for_which_an_integral_is_finite_is_named(step):
    (found,) = verify(f"$${step}$$", jobs=0, second_reader=False).steps
    assert (found.verdict, found.numbers, found.needs) == ("undecided", "agree", RATES[step])
    (granted,) = verify(f"$${step}$$", jobs=0, second_reader=False, assuming=RATES[step]).steps
    assert granted.verdict in ("proved", "supported") and not granted.needs


def test_no_sign_makes_a_false_integral_true():
    (found,) = verify(r"$$\int_0^\infty e^{-a t} \, dt = \frac{2}{a}$$", jobs=0, second_reader=False).steps
    assert found.verdict in ("undecided", "refuted") and found.numbers not in ("agree", "estimate")


def test_a_density_is_claimed_where_it_is_positive() -> None:
    text = r"Let $X \sim \mathrm{Bet}(a, b)$. If $a = 1$ and $b = 1$, then $$f_X(x) = \frac{1}{\mathrm{B}(1, 1)} x^{1-1} (1-x)^{1-1}$$"
    *_, step = verify(text, jobs=0, second_reader=False).steps
    assert step.verdict in ("proved", "supported") and step.counterexample is None
