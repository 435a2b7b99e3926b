r"""Posteriors that sentences say in words: claims, where one model is known that has them."""

import pytest

from proofs import verify
from tests.marking.verdicts import last, verdicts

BINOMIAL = r"Let $y \mid \theta \sim \mathrm{Binomial}(n, \theta)$ with prior $\theta \sim \mathrm{Beta}(a, b)$. "
POISSON = (
    r"Let $x_1, \dots, x_n \mid \lambda \sim \mathrm{Poisson}(\lambda)$ iid and $\lambda \sim \mathrm{Gamma}(a, b)$. "
)
VARIABLE = r"Let $X \sim \mathrm{Binomial}(n, \theta)$ with prior $\theta \sim \mathrm{Beta}(a, b)$. "
HAS = (
    r"Suppose $X_1, \dots, X_n$ are iid $\mathrm{Exp}(\lambda)$ and that $\lambda$ has a $\mathrm{Gamma}(a, b)$ prior. "
)
NORMAL = r"Let $x_1, \dots, x_n$ be iid $N(\mu, \sigma^2)$ with known $\sigma^2$ and prior $\mu \sim N(0, \tau^2)$. "


@pytest.mark.parametrize(
    ("told", "said", "right", "wrong"),
    [
        (BINOMIAL, r"The posterior of $\theta$ given $y$ is $\mathrm{Beta}(a + y, %s)$.", "b + n - y", "b + n"),
        (BINOMIAL, "The posterior mean is $\\frac{a + y}{%s}$.", "a + b + n", "a + b"),
        (BINOMIAL, "Hence the posterior mode is $\\frac{%s}{a + b + n - 2}$.", "a + y - 1", "a + y"),
        (BINOMIAL, r"The posterior is proportional to $\theta^{a + y - 1} (1 - \theta)^{%s}$.", "b + n - y - 1", "b + n - 1"),
        (POISSON, r"The posterior is a $\mathrm{Gamma}(%s)$ distribution.", r"a + \sum_{i=1}^n x_i, b + n",
         r"a + n, b + \sum_{i=1}^n x_i"),
        (VARIABLE, r"The posterior of $\theta$ given $X = x$ is $\mathrm{Beta}(a + x, %s)$.", "b + n - x", "b + n"),
        (VARIABLE, r"The posterior mean is $\frac{a + x}{%s}$.", "a + b + n", "a + b"),
        (VARIABLE, r"Then $E[\theta \mid X] = \frac{a + X}{%s}$.", "a + b + n", "a + b"),
        (HAS, r"The posterior mean is $\frac{a + n}{%s}$.", r"b + \sum_{i=1}^n x_i", "b + n"),
        (NORMAL, r"The posterior variance of $\mu$ is $\frac{\sigma^2 \tau^2}{%s}$.", r"\sigma^2 + n \tau^2",
         r"n \sigma^2 + \tau^2"),
    ],
)  # fmt: skip
def test_a_posterior_in_words_is_judged(told, said, right, wrong):
    assert last(told + said.replace("%s", right)) in ("proved", "supported")
    assert last(told + said.replace("%s", wrong)) in (("refuted", "undecided") if "X]" in said else ("refuted",))


@pytest.mark.parametrize(
    "said",
    [
        "For $n = 10$ and $y = 7$ the posterior is $\\mathrm{Beta}(a + 7, b + 3)$.",  # it is that of these numbers
        "Under another prior the posterior is $\\mathrm{Beta}(1 + y, 1 + n - y)$.",
        "The posterior mean is $m$.",  # it says what that letter is
        "Suppose the posterior is $\\mathrm{Beta}(a + y, b)$.",
    ],
)
def test_what_is_said_of_other_data_or_in_new_letters_is_not_compared(said):
    assert not {"refuted", "proved", "supported"} & set(verdicts(BINOMIAL + said)[1:])


@pytest.mark.parametrize(("precision", "wanted"), [(r"\frac{n}{\sigma^2}", ["given", "given", "supported"]),
                                                   (r"\frac{1}{\sigma^2}", ["given", "given", "refuted"])])  # fmt: skip
def test_a_display_behind_says_what_the_letters_of_a_posterior_are(precision, wanted):
    display = r"$$\frac{1}{\tau_n^2} = \frac{1}{\tau^2} + %s, \qquad \mu_n = \tau_n^2 \frac{n \bar x}{\sigma^2}.$$"
    text = NORMAL + r"Completing the square gives $\mu \mid x \sim N(\mu_n, \tau_n^2)$ with " + display % precision
    steps = verify(text, jobs=0, second_reader=False).steps
    assert [step.verdict for step in steps] == wanted
