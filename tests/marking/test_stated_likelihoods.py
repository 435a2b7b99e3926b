r"""Likelihoods that a page writes out are judged by the law of its data, and so are the estimates found from them."""

import pytest

from proofs.reading.claims import estimates
from proofs.reading.laws import stated_likelihoods
from tests.marking.verdicts import verdicts

NORMAL = r"Let $x_1, \dots, x_N$ be i.i.d. $\mathcal N(\mu, \sigma^2)$. "
EXPONENTIAL = (
    r"Let $x_1, \dots, x_n$ be an i.i.d. sample from $\mathrm{Exp}(\lambda)$, $f(x) = \lambda e^{-\lambda x}$. "
)
WRITTEN = (
    r"Let $X_1,\dots,X_n$ be a random sample from $f(x|\theta) = \theta x^{\theta-1}$, $0 < x < 1$, $\theta > 0$. "
)
LINE = r"Let $y_i = w x_i + \epsilon_i$ with $\epsilon_i \sim N(0, \sigma^2)$ i.i.d. for $i = 1, \dots, n$. "
COUNT = r"Let $k \sim \mathrm{Bin}(n, p)$. "

CASES = {
    "a likelihood": (
        r"Let $x_1, \dots, x_n$ be i.i.d. $\mathrm{Poisson}(\lambda)$. The likelihood function is "
        r"$$ L(\lambda) = \prod_{i=1}^n \frac{\lambda^{x_i} e^{-%s}}{x_i!} $$",
        r"\lambda",
        r"n\lambda",
    ),
    "a log-likelihood of two parameters": (
        NORMAL + r"The log-likelihood is $$ \ell(\mu, \sigma^2) = -\frac{N}{2} \log(2\pi\sigma^2) "
        r"- \frac{1}{%s}\sum_{n=1}^N (x_n - \mu)^2 $$",
        r"2\sigma^2",
        r"\sigma^2",
    ),
    "a negative one, called by a word": (
        NORMAL + r"The negative log-likelihood is $$ \mathrm{NLL}(\mu, \sigma^2) = \frac{N}{2} \log(2\pi\sigma^2) "
        r"%s \frac{1}{2\sigma^2}\sum_{n=1}^N (x_n - \mu)^2 $$",
        "+",
        "-",
    ),
    "of data whose density is a formula": (
        WRITTEN + r"The log-likelihood is $$ \ell(\theta) = %s\log\theta + (\theta-1)\sum_{i=1}^n \log x_i $$",
        "n",
        "",
    ),
    "of a count, without the coefficient": (
        COUNT + r"The log-likelihood is $$\ell(p) = k\log p + (n-k)\log(1%sp)$$",
        "-",
        "+",
    ),
    "of data with errors": (
        LINE + r"The log-likelihood is $$ \ell(w) = -\frac n2\log(2\pi\sigma^2) - \frac{1}{2\sigma^2}"
        r"\sum_{i=1}^n (y_i %s w x_i)^2 $$",
        "-",
        "+",
    ),
    "by its logarithm": (
        EXPONENTIAL + r"The log-likelihood is $$ \log L(\lambda) = n \log \lambda - %s \sum_{i=1}^n x_i $$",
        r"\lambda",
        r"\frac{1}{\lambda}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_likelihood_is_judged_by_the_law_of_the_data(name):
    text, right, wrong = CASES[name]
    assert verdicts(text.replace("%s", right))[-1] == "proved"
    assert verdicts(text.replace("%s", wrong))[-1] == "refuted"


OTHER = {
    "of other data": EXPONENTIAL + r"The log-likelihood is $$ \ell(\lambda) = n \log\lambda - \lambda \sum_i z_i $$",
    "an average": NORMAL + r"The average log-likelihood is $$ \ell(\mu) = -\frac{1}{2\sigma^2 N} \sum_n (x_n - \mu)^2 $$",
    "penalized": NORMAL + r"The penalized log-likelihood is $$ \ell(\mu) = -\sum_{n=1}^N (x_n - \mu)^2 - \mu^2 $$",
    "of one of the data": EXPONENTIAL + r"The log-likelihood of one observation is $$ \ell(\lambda) = \lambda x_1 $$",
    "of data of no law": r"Let $x_1, \dots, x_n$ be data. The log-likelihood is $$ \ell(\lambda) = \lambda \sum_i x_i $$",
    "no likelihood": NORMAL + r"The loss is $$ \ell(\mu) = \sum_{n=1}^N (x_n - \mu)^2 $$",
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER)
def test_what_is_no_likelihood_of_the_data_is_a_definition(name):
    assert verdicts(OTHER[name])[-1] == "given"


FOUND = EXPONENTIAL + (
    r"The log-likelihood is $$ \ell(\lambda) = n \log \lambda - \lambda \sum_{i=1}^n x_i $$ "
    r"Setting $\ell'(\lambda) = \frac n\lambda - \sum_{i=1}^n x_i = 0$ gives $\hat\lambda = %s$."
)


def test_an_estimate_found_from_a_likelihood_is_judged_by_it():
    right, wrong = r"\frac{n}{\sum_{i=1}^n x_i}", r"\frac{\sum_{i=1}^n x_i}{n}"
    assert verdicts(FOUND.replace("%s", right))[1:-1] == ["proved", "proved", "given"]
    assert verdicts(FOUND.replace("%s", right))[-1] in ("proved", "supported")
    assert verdicts(FOUND.replace("%s", wrong))[1:] == ["proved", "proved", "given", "refuted"]


@pytest.mark.parametrize("words", ["The method of moments gives", "With another prior we obtain", "Suppose instead"])
def test_an_estimate_of_another_kind_is_not(words):
    text = FOUND[: FOUND.index("Setting")] + words + r" $\hat\lambda = \frac{1}{n} \sum_{i=1}^n x_i$."
    assert verdicts(text)[-1] in ("given", "undecided", "unread")


def test_an_estimate_from_a_wrong_likelihood_is_no_second_slip():
    text = FOUND.replace(r"\log \lambda -", r"\log \lambda +").replace(r"\frac n\lambda -", r"\frac n\lambda +")
    assert verdicts(text.replace("%s", r"-\frac{n}{\sum_{i=1}^n x_i}"))[1:] == [
        "refuted",
        "proved",
        "given",
        "undecided",
    ]


def test_the_variance_of_errors_is_estimated_from_the_likelihood_of_the_data():
    text = LINE + (
        r"The log-likelihood is $$ \ell(w, \sigma^2) = -\frac n2\log(2\pi\sigma^2) - \frac{1}{2\sigma^2}\sum_{i=1}^n (y_i - w x_i)^2. $$"
        r"Setting the derivatives to zero gives $\hat w = \frac{\sum_i x_i y_i}{\sum_i x_i^2}$ and "
        r"$\hat\sigma^2 = \frac{1}{%s} \sum_{i=1}^n (y_i - \hat w x_i)^2$."
    )
    assert verdicts(text.replace("%s", "n"))[1:] in (["proved", "proved", "proved"], ["proved", "proved", "supported"])
    assert verdicts(text.replace("%s", "n - 1"))[-1] == "refuted"


@pytest.mark.parametrize("module", [stated_likelihoods, estimates])
def test_a_fault_on_one_line_leaves_the_others(monkeypatch, module):
    def fails(*_):
        raise LookupError("no such thing")

    monkeypatch.setattr(module, "_claims" if module is stated_likelihoods else "_claim", fails)
    found = verdicts(FOUND.replace("%s", r"\frac{n}{\sum_{i=1}^n x_i}"))
    assert found.count("unread") == 1 and found.count("proved") >= 1


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (r"$X_1, \dots, X_n$ be iid $\mathrm{Exp}(a)$ and $Y_1, \dots, Y_m$ iid $\mathrm{Exp}(b)$", "unread"),
        (r"$X_1, \dots, X_n$ be iid $\mathrm{Exp}(a)$ and $Y_1, \dots, Y_m$ be iid $\mathrm{Exp}(b)$", "refuted"),
        (r"$k$ be the number of heads in $n$ tosses", "given"),
    ],
)
def test_a_likelihood_of_data_that_were_not_read_is_not_given(data, wanted):
    likelihood = r"\ell(a, b) = n \log a - a \sum_{i=1}^n X_i + m \log b + b \sum_{j=1}^m Y_j"
    text = f"Let {data}. The log-likelihood is ${likelihood}$."
    assert verdicts(text)[-1] == wanted


@pytest.mark.parametrize(("sign", "wanted"), [("+", "proved"), ("-", "refuted")])
def test_a_logarithm_behind_a_likelihood_is_one_by_its_letter(sign, wanted):
    text = (
        r"Let $X_1, \dots, X_n$ be iid with density $f(x) = \theta x^{\theta - 1}$ for $0 < x < 1$. The likelihood is "
    )
    text += r"$L(\theta) = \theta^n \prod_{i=1}^n x_i^{\theta - 1}$, and $\ell(\theta) = n \log\theta "
    assert verdicts(text + rf"{sign} (\theta - 1) \sum_{{i=1}}^n \log x_i$.")[-1] == wanted
