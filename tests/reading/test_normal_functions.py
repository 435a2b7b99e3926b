r"""\Phi and \phi that no word explains, or that words explain together, on pages about normal laws."""

import pytest

from tests.marking.verdicts import last

NORMAL = r"Let $Z \sim N(0, 1)$ and $X \sim N(\mu, \sigma^2)$. "


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\Phi'(z) = \phi(z)", ("proved",)),
        (r"\phi'(z) = -z \phi(z), \quad \Phi(0) = \frac12", ("proved",)),
        (r"P(|Z| \le z) = 2 \Phi(z) - 1", ("proved",)),
        (r"P(|Z| \le z) = \Phi(z) - 1", ("refuted",)),
        (r"P(X > a) = 1 - \Phi\left(\frac{a - \mu}{\sigma}\right)", ("proved",)),
        (r"P(X > a) = \Phi\left(\frac{a - \mu}{\sigma}\right)", ("refuted", "undecided")),
    ],
)
def test_without_words(claim, expected):
    assert last(f"{NORMAL}$${claim}$$") in expected


PAIRS = [
    r"Let $\phi$ and $\Phi$ denote the standard normal density and distribution function. ",
    r"Here $\Phi$ and $\phi$ are the cdf and the pdf of the standard normal distribution. ",
    r"Here $\Phi$ is the standard normal cdf and $\phi$ its density. ",
]


@pytest.mark.parametrize("said", PAIRS)
@pytest.mark.parametrize(("sign", "verdict"), [("", "proved"), ("-", "refuted")])
def test_both_told_together(said, sign, verdict):
    assert last(rf"{said}$$\Phi'(x) = {sign}\phi(x)$$") == verdict


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X \sim N(0, 1)$ with characteristic function $\phi(t)$ and distribution function $\Phi$. $$\phi(0) = 1$$",
        r"Gaussian features: let $\Phi(x)$ be a feature map and $X \sim N(0, 1)$. $$\Phi(0) = 0$$",
        r"Let $X \sim N(0, 1)$. $$\phi(0) = 1$$",  # of \phi alone it is not plain
        r"Let $\Phi$ be a function. $$\Phi(0) = 0$$",
    ],
)
def test_other_functions(text):
    assert last(text) not in ("proved", "supported", "refuted")
