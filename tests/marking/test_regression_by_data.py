r"""Data that an equation makes of an error, y_i = a + b x_i + \epsilon_i: their means, and those of estimators."""

import pytest

from tests.marking.verdicts import last, verdicts

MODEL = r"Let $y_i = a + b x_i + \epsilon_i$, with $\epsilon_i \sim N(0, \sigma^2)$ i.i.d., $i=1,\dots,n$. "
SLOPE = MODEL.replace("y_i", "Y_i") + (
    r"The estimator is $\hat b = \frac{\sum_i (x_i-\bar x) Y_i}{\sum_i (x_i - \bar x)^2}$. Hence "
)
CASES = [
    (MODEL, r"E[y_i] = a + b x_i", True),
    (MODEL, r"E[y_i] = a", False),
    (MODEL, r"\mathrm{Var}(y_i) = \sigma^2", True),
    (MODEL, r"\mathrm{Var}(y_i) = b^2 \sigma^2", False),
    (MODEL, r"E[\bar y] = a + b \bar x", True),
    (MODEL, r"\mathrm{Var}(\bar y) = \frac{\sigma^2}{n}", True),
    (MODEL, r"\mathrm{Var}(\bar y) = \sigma^2", False),
    (MODEL, r"E[\epsilon_i^2] = \sigma^2", True),
    (SLOPE, r"E[\hat b] = b", True),
    (SLOPE, r"E[\hat b] = a", False),
    (SLOPE, r"\mathrm{Var}(\hat b) = \frac{\sigma^2}{\sum_i (x_i-\bar x)^2}", True),
    (SLOPE, r"\mathrm{Var}(\hat b) = \frac{\sigma^2}{\sum_i x_i^2}", False),
]


@pytest.mark.parametrize(("model", "claim", "true"), CASES)
def test_means_of_data_with_errors(model, claim, true):
    assert last(f"{model} $${claim}$$") in (("proved", "supported") if true else ("refuted",))


def test_data_and_the_errors_in_them_are_not_independent():
    for model in (
        MODEL,
        MODEL.replace(r"\epsilon_i \sim N(0, \sigma^2)", r"\epsilon_i").replace("i.i.d.", "i.i.d. normal"),
    ):
        assert last(model + r"$$E[\epsilon_i y_i] = 0$$") in ("unread", "undecided")
    assert last(MODEL + r"$$E[\epsilon_i y_i] = \sigma^2$$") in ("proved", "supported")
    assert last(MODEL + r"$$\mathrm{Cov}(\epsilon_i, y_i) = \sigma^2$$") in ("proved", "supported")


def test_without_a_law_of_the_errors_nothing_is_known():
    assert last(r"Let $y_i = a + b x_i + \epsilon_i$, $i = 1, \dots, n$. $$E[y_i] = a + b x_i$$") in (
        "unread",
        "undecided",
    )


def test_data_beside_another_random_variable_are_no_numbers():
    text = r"Let $x_1, \dots, x_n \sim N(\mu, 1)$ be i.i.d. and $\theta \sim N(0, 1)$. $$%s = 0$$"
    assert last(text % r"E[\theta]") == "proved"
    assert last(text % r"E[\theta x_1]") == "unread"


def test_data_that_are_made_of_other_random_data_have_not_the_law_of_their_errors():
    text = (
        r"Let $x_i \sim N(\mu, 1)$ and $\epsilon_i \sim N(0, \sigma^2)$ be independent, $i = 1, \dots, n$, and let "
        r"$y_i = b x_i + \epsilon_i$. Then $$%s$$"
    )
    for claim in (r"E[y_i] = b x_i", r"\mathrm{Var}(y_i) = \sigma^2"):
        assert last(text % claim) not in ("proved", "supported")


ONE = r"Let $y = a + b x + \epsilon$ with $\epsilon \sim N(0, \sigma^2)$. "
VECTOR = r"Let $y = X\beta + \epsilon$ with $\epsilon \sim N(0, \sigma^2 I)$. "
WORDS = r"Let $y_i = a + b x_i + \epsilon_i$ with %s, $i = 1, \dots, n$. "


@pytest.mark.parametrize(
    ("model", "claim", "right", "wrong"),
    [
        (ONE, r"E[y | x] = %s", "a + b x", "a + b"),
        (ONE, r"\mathrm{Var}(y | x) = %s", r"\sigma^2", r"\sigma"),
        (ONE, r"y \sim N(a + b x, %s)", r"\sigma^2", r"2\sigma^2"),
        (MODEL, r"E[y_i | x_i] = %s", "a + b x_i", "a"),
        (MODEL, r"y_i \sim N(a + b x_i, %s)", r"\sigma^2", r"2\sigma^2"),
        (VECTOR, r"E[y | X] = %s", r"X\beta", r"2X\beta"),
        (VECTOR, r"y \sim N(X\beta, %s I)", r"\sigma^2", r"2\sigma^2"),
        (WORDS % r"i.i.d. zero-mean errors of variance $\sigma^2$", r"\mathrm{Var}(\bar y) = %s", r"\sigma^2 / n", "0"),
        (WORDS % r"independent $N(0, \sigma^2)$ errors", r"\mathrm{Var}(y_i) = %s", r"\sigma^2", "b^2"),
        (r"Let $t = a + b x + \epsilon$ where $\epsilon$ is zero-mean Gaussian noise with precision $r$. ",
         r"\mathrm{Var}(t) = %s", "1 / r", "r"),
    ],
)  # fmt: skip
def test_what_a_model_says_of_its_data(model, claim, right, wrong):
    assert last(f"{model} $${claim % right}$$") in ("proved", "supported")
    assert last(f"{model} $${claim % wrong}$$") in ("refuted", "undecided")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # beside another random number the law of the error is not that of the data
        (r"Let $x \sim N(\mu, 1)$ and $\epsilon \sim N(0, \sigma^2)$ be independent and $y = b x + \epsilon$. $$%s$$",
         (r"E[y] = b x", r"\mathrm{Var}(y) = \sigma^2", r"y \sim N(b x, \sigma^2)")),
        (r"Let $y_i = w x_i + \epsilon_i$, $i = 1, \dots, n$, with $\epsilon_i \sim N(0, \sigma^2)$ i.i.d. and prior "
         r"$w \sim N(0, 1)$. $$%s$$", (r"E[y_i] = w x_i", r"\mathrm{Var}(y_i) = \sigma^2")),
        # what is given is no regressor
        (ONE + r"$$%s$$", (r"E[y | z] = a + b x", r"E[y | \epsilon] = a + b x")),
        # two models of one name
        (ONE + r"In another model, $y = c x + \epsilon$. $$%s$$", (r"E[y] = c x", r"y \sim N(c x, 2 \sigma^2)")),
    ],
)  # fmt: skip
def test_what_is_not_known_of_data_with_errors_does_not_pass(text, claims):
    for claim in claims:
        assert last(text % claim) not in ("proved", "supported")


def test_numbers_with_an_error_beside_another_random_number():
    text = r"Let $x \sim N(\mu, 1)$ and $\epsilon \sim N(0, \sigma^2)$ be independent and $y = b x + \epsilon$. $$%s$$"
    assert last(text % r"E[y] = b \mu") in ("proved", "supported")
    assert last(text % r"y \sim N(b \mu, b^2 + \sigma^2)") in ("proved", "supported")
    assert last(text % r"\mathrm{Var}(y) = \sigma^2") == "refuted"


def test_an_estimate_before_a_prior_of_what_it_estimates():
    text = (
        r"Let $y_i = \beta x_i + e_i$, $i = 1, \dots, n$, with independent errors $e_i \sim \mathcal{N}(0, \sigma^2)$. "
        r"The maximum likelihood estimate is $$\hat\beta = \frac{%s}{\sum_i x_i^2}.$$ "
        r"With a prior $\beta \sim \mathcal{N}(0, \tau^2)$ the MAP estimate is "
        r"$$\hat\beta_{MAP} = \frac{\sum_i x_i y_i}{\sum_i x_i^2 + \sigma^2/\tau^2}.$$"
    )
    assert verdicts(text % r"\sum_i x_i y_i") == ["given", "given", "proved"]
    assert verdicts(text % r"\sum_i y_i") == ["given", "refuted", "proved"]


def test_a_likelihood_of_coefficients_and_a_variance_is_no_definition():
    text = r"Let $y = X\beta + \varepsilon$ with $\varepsilon \sim \mathcal{N}(0, \sigma^2 I)$. The log-likelihood is "
    assert last(text + r"$$\ell(\beta, \sigma^2) = -\frac{1}{2\sigma^2} \|y - X\beta\|^2$$") == "unread"
