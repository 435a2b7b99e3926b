r"""Joint laws of finitely many outcomes: told by values, by a formula, given another variable or by a table; and what
follows from them."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

BY_VALUES = r"Let $X$ and $Y$ have joint distribution $p(0,0) = \frac13$, $p(0,1) = \frac13$, $p(1,0) = 0$, $p(1,1) = \frac13$. "
BY_EVENTS = r"Suppose $P(X=0, Y=0) = 0.2$, $P(X=0, Y=1) = 0.3$, $P(X=1, Y=0) = 0.1$ and $P(X=1, Y=1) = 0.4$. "
BY_FORMULA = (
    r"The joint pmf of $X$ and $Y$ is given by $p(x,y) = \frac{x+y}{32}$ for $x = 1, 2$ and $y \in \{1, \dots, 4\}$. "
)
CHANNEL = r"Let $P(X=0) = P(X=1) = \frac12$ and $P(Y=1 \mid X=0) = 0.1$, $P(Y=0 \mid X=1) = 0.1$. "
NOISY = (
    r"Let $X \sim \mathrm{Bern}(p)$ and let $Y$ be the output of a binary symmetric channel with crossover probability "
    r"$\epsilon$ and input $X$. "
)
CASES = [
    (
        BY_VALUES,
        [r"I(X;Y) = \log 3 - \frac43 \log 2", "P(X = 0) = 2/3", r"H(X + Y) = \log 3", r"E[E[X \mid Y]] = \frac13",
         "p(0, 1) = p_X(0) p_{Y|X}(1|0)", r"\mathrm{Var}(X \mid Y = 1) = \frac14", r"H(X | Y = 1) = \log 2"],
        [r"H(X | Y) = \frac13 \log 2", "P(X < Y) = 2/3", r"H(X, Y) = \log 4", r"E[X \mid Y = 1] = \frac13",
         "p(0, 1) = p_X(0) p_Y(1)", r"\mathrm{Corr}(X, Y) = \frac13"],
    ),
    (
        BY_EVENTS,
        [r"P(Y = 1) = \sum_x P(X = x, Y = 1)", r"P(X = 1 \mid Y = 1) = \frac47", r"\mathrm{Cov}(X, Y) = 0.05"],
        [r"\sum_x x P(X = x) = 0.4", r"P(X = 1 \mid Y = 1) = \frac37", r"\mathrm{Cov}(X, Y) = -0.05"],
    ),
    (
        BY_FORMULA,
        [r"p_X(x) = \frac{4x+10}{32}", r"E[Y \mid X = x] = \frac{10x+30}{4x+10}", r"P(Y > X) = \frac{23}{32}"],
        [r"p_Y(y) = \frac{2y+1}{32}", r"p(x,y) = p_X(x) p_Y(y)", r"P(Y = y \mid X = x) = \frac{x+y}{4x+9}"],
    ),
    (
        "Let $X, Y$ have the joint pmf $p(x,y) = c(x+y)$ for $x, y \\in \\{0, 1, 2\\}$ with $x \\le y$. ",
        [r"c = \frac1{12}", "P(X = Y) = 6c"],
        [r"c = \frac19", "P(X = Y) = 5c"],
    ),
    (
        CHANNEL,
        [r"P(X=1 \mid Y=1) = 0.9", r"H(Y \mid X) = H(X \mid Y)", "P(X = 1, Y = 0) = 0.05"],
        [r"P(X=1 \mid Y=1) = 0.8", r"I(X; Y) = \log 2", "P(Y = 1) = 0.55"],
    ),
    (
        NOISY,
        [r"P(Y=1) = p(1-\epsilon) + (1-p)\epsilon", r"E[XY] = p(1 - \epsilon)"],
        [r"P(Y=1) = p(1-\epsilon) + p\epsilon", r"E[XY] = p \epsilon"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("told", "right", "wrong"), CASES, ids=[told for told, _, _ in CASES])
def test_what_follows_is_proved_and_what_does_not_is_refuted(told: str, right: list[str], wrong: list[str]) -> None:
    claims = [*right, *wrong]
    found = verdicts(told + "\n\n" + "\n".join(f"$${claim}$$" for claim in claims))[-len(claims) :]
    wanted = ["proved"] * len(right) + ["refuted"] * len(wrong)
    assert dict(zip(claims, found, strict=True)) == dict(zip(claims, wanted, strict=True))


OPEN = [
    "Let $X$ and $Y$ have joint distribution $p(0,0) = 0.5$, $p(0,1) = 0.1$, $p(1,1) = 0.1$. ",  # adds up to 0.7
    "Two coins are tossed. Then the joint distribution of $X$ and $Y$ is $p(0,0) = 0.5$, $p(1,1) = 0.5$. ",  # concluded
    "It is not known whether $P(X=0, Y=0) = 0.5$ and $P(X=1, Y=1) = 0.5$. ",
    "Let $P(X=0) = P(X=1) = 0.5$ and $P(Y=1 | X=0) = 0.1$. ",  # given X = 1?
]


@pytest.mark.parametrize("told", OPEN)
def test_what_is_no_whole_law_tells_nothing_of_its_means(told: str) -> None:
    assert verdicts(f"{told}\n\n$$E[XY] = \\frac12$$")[-1] in ("undecided", "unread")


def test_a_law_that_is_supposed_anew_takes_the_place_of_the_other() -> None:
    again = "Now suppose that $P(X=0, Y=0) = 0.5$ and $P(X=1, Y=1) = 0.5$. Then $E[XY] = 0.5$. So $E[XY] = 0.4$."
    assert verdicts(f"{BY_EVENTS}Then $E[XY] = 0.4$.\n\n{again}")[-2:] == ["proved", "refuted"]


def test_an_entropy_of_told_values_has_the_unit_that_words_say() -> None:
    told = "Let $X$ take the values $1, 2, 3$ with probabilities $1/2, 1/4, 1/4$. "
    found = verdicts(f"{told}$H(X) = 1.5$ bits.\n\n$H(X) = 1.5$ nats.\n\n$H(X) = 1.6$ bits.")
    assert found[-3:] == ["proved", "refuted", "refuted"]
    assert verdicts(f"{told}Then $H(X) = 1.5$. Then $H(X) = 1.4$.")[-2:] == ["proved", "refuted"]  # it is open which


def test_a_told_probability_is_no_rounded_one() -> None:
    assert verdicts(BY_EVENTS + r"Then $\mathrm{Cov}(X, Y) = 0.4 - 0.7 \cdot 0.2 = 0.26$.")[-2] == "refuted"


IN_WORDS = [
    ("The covariance of $X$ and $Y$ is $0.05$.", "proved"),
    ("The mean of $X$ is $0.6$.", "refuted"),
    ("The variance of $Y$ is $0.21$.", "proved"),
    (r"The cdf of $X$ is $F_X(0) = 0.5$.", "proved"),
    (r"$F_Y(0.5) = 0.4$.", "refuted"),
    (r"$\mathrm{median}(Y) = 1$.", "proved"),
    (r"$\mathrm{median}(X) = 1$.", "unread"),  # up to 0 there is just one half
    (r"$\mathrm{mode}(Y) = 0$.", "refuted"),
]


def test_quantities_of_told_laws() -> None:
    found = verdicts(BY_EVENTS + "\n\n" + "\n\n".join(text for text, _ in IN_WORDS))[-len(IN_WORDS) :]
    assert dict(zip(IN_WORDS, found, strict=True)) == {case: case[1] for case in IN_WORDS}


def test_the_median_of_a_law_without_parameters_is_a_claim() -> None:
    text = r"Let $X \sim \mathrm{Exp}(2)$. The median of $X$ is $\frac{\log 2}{2}$. The median of $X$ is $\frac12$."
    assert verdicts(text)[-2:] == ["proved", "refuted"]


NUMBERS = r"This is about entropy. Then $H(\frac12, \frac14, \frac14) = \frac32 \log 2$. $H(0.5) = 1$ bit. "


def test_an_entropy_of_numbers_is_that_of_the_law_with_these_probabilities() -> None:
    text = NUMBERS + r"$H(0.25) = 0.7$ bits. Let $X \sim \mathrm{Bern}(p)$. Then $H(X) = H(p)$. $D(p \| q) = 1$."
    assert verdicts(text)[:4] == ["proved", "proved", "refuted", "proved"]
    defined = "On this page about entropy $H(x) = x^2$. Then $H(2) = 4$."
    assert verdicts(defined) == ["given", "proved"]


BINARY = (
    r"Entropy: consider a binary symmetric channel with crossover probability $\epsilon$, input $X$ and output $Y$. "
)


def test_the_input_of_a_channel_may_have_any_law_and_one_for_a_sentence() -> None:
    text = BINARY + (
        r"Then $H(Y \mid X) = H(\epsilon)$. $I(X;Y) = H(X) - H(\epsilon)$. If $X$ is uniform, then $P(Y=1) = \frac12$."
        "\n\n"
        r"Then $P(Y=0) = P(Y=1)$. Now let $X \sim \mathrm{Bern}(\frac14)$. "
        r"Then $P(Y=1) = \frac14(1-\epsilon) + \frac34\epsilon$. So $P(Y=1) = \frac14$."
    )
    assert verdicts(text) == ["proved", "refuted", "proved", "refuted", "proved", "refuted"]


def test_an_erasure_channel() -> None:
    told = r"Let $X \sim \mathrm{Bern}(\frac12)$ and $Y$ be the output of a binary erasure channel with probability $a$ and input $X$. "
    assert verdicts(told + r"Then $I(X;Y) = 1 - a$ bits. Then $I(X;Y) = 1 - 2a$ bits.")[-2:] == ["proved", "refuted"]
