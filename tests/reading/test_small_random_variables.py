r"""Random variables in small letters that are made of others: z = \mu + \sigma \epsilon with \epsilon \sim N(0, 1)."""

import pytest

from tests.marking.verdicts import last

NOISE = r"Let $\epsilon \sim \mathcal{N}(0, 1)$ and $z = \mu + \sigma \epsilon$. "
DROPOUT = r"Let $m \sim \mathrm{Bernoulli}(p)$ and $\tilde h = \frac{m}{p} h$. "
DIFFUSED = (
    r"Let $\epsilon \sim \mathcal{N}(0, 1)$ and $x_t = \sqrt{a_t} x_0 + \sqrt{1 - a_t} \epsilon$ with $0 < a_t < 1$. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOISE + r"$$E[z] = \mu$$", "proved"),
        (NOISE + r"$$\mathrm{Var}(z) = \sigma^2$$", "proved"),
        (NOISE + r"$$\mathrm{Var}(z) = \sigma$$", "refuted"),
        (NOISE + r"$$E[z \epsilon] = \sigma$$", "proved"),
        (NOISE + r"$$\frac{\partial}{\partial \mu} E[z^2] = E[2z]$$", "proved"),
        (NOISE + r"$$\frac{\partial z}{\partial \sigma} = \epsilon$$", "proved"),
        (DROPOUT + r"$$E[\tilde h] = h$$", "proved"),
        (DROPOUT + r"$$\mathrm{Var}(\tilde h) = \frac{1-p}{p} h^2$$", "proved"),
        (DROPOUT + r"$$\mathrm{Var}(\tilde h) = p (1-p) h^2$$", "refuted"),
        (DIFFUSED + r"$$E[x_t] = \sqrt{a_t} x_0$$", "proved"),
        (DIFFUSED + r"$$\mathrm{Var}(x_t) = 1 - a_t$$", "proved"),
        (DIFFUSED + r"$$\mathrm{Var}(x_t) = a_t$$", "refuted"),
    ],
)
def test_means_of_what_is_made_of_random_variables(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"With $P(A) = 0.01$, $P(B|A) = 0.9$ and $P(B|A^c) = 0.05$, $$P(B) = P(B|A) P(A) + P(B|A^c) P(A^c)$$",
            "proved",
        ),
        (r"We have $P(A \cup B) = P(A) + P(B) - P(A \cap B)$.", "proved"),
        (r"We have $P(A \cup B) = P(A) + P(B)$.", "refuted"),
        (r"Let $P(A) = \frac12$ and $P(B) = \frac13$.", "given"),  # two numbers, and not one function at two points
    ],
)
def test_capital_letters_in_probabilities_are_events(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize("copy", ["X'", r"\tilde X"])
def test_a_copy_of_a_random_variable_is_no_number(copy: str) -> None:
    assert last(f"Let ${copy}$ be an independent copy of $X$. $$E[X {copy}] = E[X]^2$$") == "unread"
