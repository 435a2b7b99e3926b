"""A density that is told and does not integrate to 1, and told probabilities that cannot add up to 1, are refuted where they are told."""

from proofs.marking.verify import verify
from tests.tables import for_each

SAMPLE = r"Let $X_1, \dots, X_n$ be a random sample from $f(x; \theta) = \theta x^{%s}$, $0 < x < 1$, $\theta > 0$."
CASES = r"\begin{cases} %s & 0 < x < 1 \\ 0 & \text{otherwise} \end{cases}"
TABLE = "Let $X$ have the distribution\n\n| x | 0 | 1 | 2 |\n|---|---|---|---|\n| P(X = x) | 0.2 | 0.5 | %s |"
TOLD = (  # what tells it, with what makes it a law, and with what does not
    (r"Let $X$ have density $f(x) = %s$ for $0 \le x \le 1$.", "2x", "3x"),
    (r"Suppose the density of $X$ is $f_X(x) = %s$ on $(0, 1)$.", "3x^2", "x^2"),
    (r"The density of $X$ is $f(x) = %s$ for $0 < x < 2$.", "x/2", "x - 1"),
    (r"The density of $X$ is $$f(x) = %s$$", CASES % "3x^2", CASES % "2x^2"),
    (r"Let $f(x) = %s$, $x > 0$, be the density of $X$.", "2e^{-2x}", "e^{-2x}"),
    (SAMPLE, r"\theta - 1", r"\theta"),
    (r"Let $X$ have pmf $p(k) = 2^{-k}$ for $k = %s, 2, \dots$.", "1", "0, 1"),
    (r"Let $P(X = 1) = 0.5$, $P(X = 2) = 0.3$ and $P(X = 3) = %s$.", "0.2", "0.3"),
    (r"Let $P(X = 0) = %s$.", r"0.5$ and $P(X = 1) = 0.5", "-0.5$ and $P(X = 1) = 1.5"),
    (TABLE, "0.3", "0.4"),
)
NOT_ALL_SAID = (
    r"Let $X_1, \dots, X_n$ be a random sample from $f(x; \lambda) = \frac{e^{-\lambda}\lambda^x}{x!}$, $x \ge 0$.",
    r"Let $X$ have density $f(x) = p (1-p)^x$, $x \ge 0$, where $X$ counts the failures.",
    r"Let $X_1, \dots, X_n$ be a sample from $f(x; \theta) = \frac{2x}{\theta^2}$, $0 < x < \theta$.",
    r"Let $X$ have density $f(x) = c x$ for $0 \le x \le 1$.",
    r"Let $X$ have density $f(x) = e^{-x^2}$, $x \in \mathbb{R}$, up to a normalising constant.",
    r"The density of $X$ is $f(x) = x$ for $0 < x < 1$ and $f(x) = 2 - x$ for $1 < x < 2$.",
    r"Let $P(X = 0) = 0.33$, $P(X = 1) = 0.33$ and $P(X = 2) = 0.35$.",
    r"Let $P(X = 0) = 0.25$ and $P(X = 1) = 0.5$.",
)


def _verdicts(text: str) -> list[str]:
    return [step.verdict for step in verify(text, jobs=0, second_reader=False, brief=True).steps]


@for_each(TOLD)
def test_what_is_told_of_a_law_is_judged(told, law, no_law):
    assert set(_verdicts(told % law)) == {"given"}
    assert _verdicts(told % no_law)[-1] == "refuted"


@for_each(NOT_ALL_SAID)
def test_what_may_be_more_than_is_said_is_not(told):
    assert "refuted" not in _verdicts(told)


def test_the_reason_is_said_and_what_follows_is_not_blamed():
    text = r"Let $X$ have density $f(x) = 3x$ for $0 \le x \le 1$. Then $E[X] = \int_0^1 3 x^2 \, dx = 1$."
    told, *after = verify(text, jobs=0, second_reader=False).steps
    assert told.repair is None and "would need $\\int_0^1 3 x \\, \\mathrm{d}x = 1$" in told.notes[0]
    assert {step.verdict for step in after} == {"undecided"}


def test_a_formula_that_is_called_the_density_behind_it_is_one():
    text = r"Let $f(x) = 2e^{-2x}$, $x > 0$, be the density of $X$. Then $E[X] = %s$."
    assert _verdicts(text % r"\frac12")[-1] == "proved"
    assert _verdicts(text % r"\frac13")[-1] == "refuted"


CDF = (
    r"Let $X$ have cdf $F(x) = 1 - e^{-x^2}$ for $x > 0$. Its density is $f(x) = %s x e^{-x^2}$.",
    r"Let $X$ have distribution function $F(x) = x^2$ for $0 < x < 1$. Then $f(x) = %s x$.",
    r"Let $F(x) = x^2$ be the cdf of $X$ for $0 < x < 1$. Then $P(X \le \frac12) = \frac{%s}{8}$.",
    r"Suppose the distribution function of $X$ is $F(x) = x$ on $(0, 1)$. Then $E[6X - 1] = %s$.",
)


@for_each(CDF)
def test_a_distribution_function_that_is_told_tells_the_law(text):
    assert _verdicts(text % "2")[-1] == "proved"
    assert _verdicts(text % "3")[-1] == "refuted"
