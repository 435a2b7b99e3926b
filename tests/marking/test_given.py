r"""What is a definition and what is a claim: a new name is given, what is known already is judged."""

import pytest

from proofs import verify
from tests.tables import for_each

GAMMA = r"Let $X \sim \mathrm{Gam}(a, b)$. "
NORMAL = r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. "
COUNT = r"Let $X \sim \mathrm{Bin}(n, p)$. "
DATA = r"For numbers $x_1, \ldots, x_n$ with sum $s = \sum_{i=1}^n x_i$, "


def steps(text):
    return verify(text, jobs=0, second_reader=False).steps


KNOWN = [
    (GAMMA + "The moment-generating function is", r"M_X(t) = \left(1 - \frac{t}{b}\right)^{a}", "refuted"),
    (NORMAL + "The moment generating function is", r"M_X(t) = \exp(\mu t + \frac12 \sigma^2 t^2)", "proved"),
    (NORMAL + "The moment generating function is", r"M_X(t) = \exp(\mu t + \sigma^2 t^2)", "refuted"),
    (NORMAL + "Hence", r"M_X(t) = \exp(\mu t + \sigma^2 t^2)", "refuted"),
    (NORMAL + "Hence", r"M_X(a t) = \exp(a \mu t + \frac12 a^2 \sigma^2 t^2)", "proved"),
    (NORMAL + "The function of interest is", r"K_X(t) = \exp(\mu t + \sigma^2 t^2)", "given"),
    (NORMAL + "The cumulant-generating function is", r"K_X(t) = \mu t + \frac12 \sigma^2 t^2", "proved"),
    (NORMAL + "The cumulant-generating function is", r"K_X(t) = \mu t + \frac12 \sigma t^2", "refuted"),
    (COUNT + "The probability-generating function is", r"G_X(z) = (1 - p + p z)^n", "proved"),
    (COUNT + "The probability-generating function is", r"G_X(z) = (1 + p z)^n", "refuted"),
    (GAMMA, r"\mathrm{Skew}(X) = \frac{2}{\sqrt{a}}", "supported"),
    (GAMMA, r"\mathrm{Skew}(X) = \frac{2}{a}", "refuted"),
    (NORMAL, r"\mathrm{Kurt}(X) = 3", "proved"),
    (NORMAL, r"\mathrm{Kurt}(X) = 3 \sigma^4", "refuted"),
    (NORMAL + "The density is", r"f_X(x) = \frac{1}{\sqrt{2\pi}\sigma} e^{-(x - \mu)^2/\sigma^2}", "refuted"),
    (GAMMA + "**Theorem.** The mean is", r"\mathrm{E}(X) = \frac{b}{a}", "refuted"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), KNOWN, ids=[formula for _, formula, _ in KNOWN])
def test_what_is_said_of_a_known_law_is_judged(words, formula, verdict):
    assert steps(f"{words}\n\n$${formula}$$")[-1].verdict == verdict


def test_a_claimed_generating_function_proves_nothing_about_itself():
    text = NORMAL + r"The moment-generating function is $$M_X(t) = e^{\mu t}$$ $$M_X'(0) = \mu$$ $$M_X(0) = \mu$$"
    assert [step.verdict for step in steps(text)] == ["refuted", "proved", "refuted"]


def test_a_generating_function_is_taken_where_it_is_finite():
    text = GAMMA + r"The moment-generating function is $$M_X(t) = \left(1 - \frac{t}{b}\right)^{-a}$$ Setting $t = 0$, "
    first, *_, value, slope = steps(text + r"$$M_X(0) = 1$$ $$M_X'(0) = \frac{a}{b}$$")
    assert {first.verdict, value.verdict, slope.verdict} <= {"proved", "supported"}
    assert steps(text + r"$$M_X'(0) = \frac{b}{a}$$")[-1].verdict == "refuted"
    assert "refuted" not in [step.verdict for step in steps(text)]


def test_moments_that_have_the_letters_of_parameters():
    law = r"Let $X \sim \mathrm{Gam}(\mu, \sigma)$. $$\mathrm{Var}(X) = \sigma^2$$ "
    assert steps(law)[-1].verdict == "refuted"
    assert steps(law + r"where $\sigma$ is the standard deviation of $X$.")[-1].verdict == "undecided"
    assert steps(law + r"where $\sigma$ is the rate of the law.")[-1].verdict == "refuted"


def test_a_formula_for_another_law_is_not_about_this_one():
    formula = r"$$f_X(x) = \frac{1}{\sqrt{2\pi}} e^{-x^2/2}$$"
    text = f"Let $X \\sim \\mathrm{{Exp}}(\\lambda)$. The density of %s is {formula}"
    assert steps(text % "a normal distribution")[-1].verdict == "undecided"
    assert steps(text % "a log-normal random variable")[-1].verdict == "undecided"
    assert steps(text % "an exponential random variable")[-1].verdict == "refuted"
    assert steps(text % "the waiting time")[-1].verdict == "refuted"


def test_what_was_said_of_another_law_leaves_its_spelling_open():
    first = r"$$f_X(x) = \frac{1}{\sqrt{2\pi} s} e^{-x^2/(2s^2)}$$ and, for unit variance, $$f_X(x) = %s$$"
    text = f"Let $X \\sim \\mathrm{{Exp}}(\\lambda)$. The density of the normal distribution is {first}"
    assert [s.verdict for s in steps(text % r"\frac{1}{\sqrt{2\pi}} e^{-x^2/2}")] == ["undecided", "undecided"]


def test_a_value_of_a_parameter_holds_in_its_law_too():
    text = NORMAL + "\n\nNow let $\\mu = 0$. $$\\mathrm{E}(X) = \\mu$$ $$\\mathrm{E}(X) = 0$$ $$\\mathrm{E}(X^2) = 1$$"
    assert [step.verdict for step in steps(text)] == ["given", "proved", "proved", "refuted"]


NEW = [
    (GAMMA + r"$$2 a_n + b_n = c$$ where the parameters are given by $$a_n = a + \frac{n}{2}$$", "given"),
    (GAMMA + r"$$2 a_n + b_n = c$$ and so $$a_n = a + \frac{n}{2}$$", "undecided"),
    (GAMMA + r"where $$a = \frac{n}{2}$$", "given"),
    (GAMMA + r"Therefore $$a = \frac{n}{2}$$", "undecided"),
    (DATA + r"$$U_{ij} = x_i - x_j$$", "given"),
    (DATA + r"$$\sum_{i=1}^n U_{ij} = 0$$ $$U_{ij} = x_i - x_j$$", "undecided"),
    (r"Let $S = \sum_{k=1}^n k = \frac{n(n+1)}{2}$.", "proved"),
    (r"Let $S = \sum_{k=1}^n k = \frac{n(n-1)}{2}$.", "refuted"),
    (r"Let $F(x) = \int_0^x e^{-t} \, dt = 1 + e^{-x}$.", "refuted"),
    (r"Let $N = k + m = 10$.", "given"),
    (DATA + r"the sample mean is given by $$\bar x = \frac1n \sum_{i=1}^n x_i$$", "given"),
]


@pytest.mark.parametrize(("text", "verdict"), NEW, ids=[text[-40:] for text, _ in NEW])
def test_a_new_name_is_given_and_one_in_use_only_where_words_define_it(text, verdict):
    assert max(steps(text), key=lambda step: (step.line, step.column)).verdict == verdict


def test_an_equation_that_determines_a_name_leaves_it_no_other_value():
    text = r"$$2x = 10$$ $$z = 3$$ Thus $$x = %d$$"
    assert [step.verdict for step in steps(text % 5)] == ["undecided", "given", "proved"]
    assert [step.verdict for step in steps(text % 7)] == ["undecided", "given", "refuted"]


ROOTS = [
    (r"$$x^2 = 4$$ $$x = 2 \quad \text{or} \quad x = -2$$", ["undecided", "undecided", "undecided"]),
    (r"$$x^2 = 4$$ $$x = 3$$", ["undecided", "refuted"]),
    (r"$$y + 1 = 3 \Leftrightarrow y = 4$$", ["given", "refuted"]),
    (r"$$y + 1 = 3 \Leftrightarrow y = 2$$", ["given", "proved"]),
    (r"$$a = b$$ $$a = c$$", ["given", "undecided"]),
    (r"Let $\sigma^2 = 4$. $$2 \sigma = 4$$", ["given", "proved"]),
]


@pytest.mark.parametrize(("text", "verdicts"), ROOTS, ids=[text for text, _ in ROOTS])
def test_of_several_roots_none_is_refuted_and_what_is_none_is(text, verdicts):
    assert [step.verdict for step in steps(text)] == verdicts


def test_an_open_equation_of_sums_is_no_ground_for_the_step_after_it():
    sums = r"\sum_{i=1}^a \sum_{j=1}^b"
    text = rf"$${sums} (y_{{ij}} - c)^2 = {sums} \left[ (y_{{ij}} - m_i)^2 + (m_i - c)^2 \right] = {sums} (y_{{ij}} - m_i)^2$$"
    assert [step.verdict for step in steps(text)] == ["undecided", "refuted"]


MARGIN = [
    (r"Let $p(x)$ be some density. $$X \sim p(x)$$", True),
    (r"Let $p(x)$ be some density. $$X \sim p$$", False),
    (r"$$X \sim \mathcal{N}(\mu, \sigma^2)$$", False),
    (r"$$\mathrm{KL}(p(x) \| q(x)) \geq 0$$", False),
]


@pytest.mark.parametrize(("text", "remarked"), MARGIN, ids=[text for text, _ in MARGIN])
def test_a_density_at_a_point_is_no_distribution(text, remarked):
    report = verify(text, jobs=0, second_reader=False)
    assert any("where a distribution is meant" in note for note in report.steps[-1].notes) is remarked
    assert report.steps[-1].verdict in ("given", "proved")
    assert ("where a distribution is meant" in str(report)) is remarked


@for_each(
    [
        (r"Let $x$ be real. Then $x^2 \ne -1$.", "proved"),
        (r"Let $x$ be real. Then $x^2 \ne 4$.", "undecided"),
        (r"Let $x$ be real. Then $\sin x \ne 1$.", "undecided"),
        (r"Let $f(x) = x^2 - 2$. Then $f(2) \ne 2$.", "refuted"),
        (r"Let $P(A) = \frac12$, $P(B) = \frac13$, $P(A \cap B) = \frac14$. Then $P(A \cap B) \ne P(A) P(B)$.", "supported"),
        (r"Let $X$ and $Y$ be random variables. Then $E[XY] \ne E[X] E[Y]$ in general.", "given"),
    ]
)  # fmt: skip
def test_what_is_concluded_to_differ_is_judged(text, wanted):
    assert steps(text)[-1].verdict == wanted


@for_each(
    [
        (r"Let $X \sim \mathrm{Exp}(\lambda)$. We have $F(x) = e^{-\lambda x}$ for $x > 0$.", "unread"),
        (r"Let $x \sim \mathcal N(0, 1)$. Then $p(x) = e^{-x^2/2}$.", "unread"),
        (r"Let $X \sim \mathrm{Exp}(\lambda)$. Then we define $f(x) = x^2$.", "given"),
        (r"Let $X \sim \mathrm{Exp}(\lambda)$. Let $f(x) = x^2$. Then $E[f(X)] = \frac{2}{\lambda^2}$.", "proved"),
    ]
)
def test_a_function_that_may_belong_to_the_law_is_not_given_by_what_is_concluded(text, wanted):
    assert steps(text)[-1].verdict == wanted
