"""Laws that are said in words: what a clause says, and what is understood too little to be taken."""

from __future__ import annotations

import re

import pytest

from proofs.language import Relation
from proofs.marking.verify import verify
from proofs.reading.documents import read_document
from proofs.reading.grammar.outline import outline
from proofs.reading.grammar.parser import parse_row
from proofs.reading.laws.laws_in_words import laws_told
from proofs.reading.story import Story
from proofs.reading.words.sentences import Maths, sentences, words_of
from tests.marking.verdicts import judged


def told(text):
    """What the sentences of a text say, ``X ~ law`` as the outlines of both sides."""
    tokens, place = [], 0
    for k, piece in enumerate(re.split(r"\$([^$]*)\$", text)):
        if k % 2:
            tokens.append(Maths(parse_row(piece), place))
            place += 1
        else:
            tokens += words_of(piece)
    found = [each for sentence in sentences(tokens) for each in laws_told(sentence)]
    return [
        f"{outline(s.expressions[0])} {s.relations[0].symbol} {outline(s.expressions[1])}"
        for each in found
        for s in each.statements
    ]


NORMAL = "X ~ (cal:N {( mu, sigma^2 )})"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X$ be a continuous random variable following a normal distribution with mean $\mu$ and variance $\sigma^2$.",
        r"Let $X$ follow a normal distribution with mean $\mu$ and variance $\sigma^2$.",
        r"Suppose that $X$ is normally distributed with mean $\mu$ and standard deviation $\sigma$.",
        r"Suppose that $X$ was normal with mean $\mu$ and variance $\sigma^2$.",
        r"Consider a Gaussian random variable $X$ with variance $\sigma^2$ and mean $\mu$.",
        r"Assume $X$ has the normal distribution $\mathcal{N}(\mu, \sigma^2)$.",
        r"The random variable $X$ is Gaussian with mean $\mu$ and variance $\sigma^2 > 0$.",
        r"This is old. Let $X$ be normal with mean $\mu$, variance $\sigma^2$, where $\sigma > 0$.",
        r"Let $X$ be drawn from a Gaussian with mean $\mu$ and variance $\sigma^2$, and independent of $Y$.",
    ],
)
def test_a_normal_law_with_its_parameters(text):
    assert told(text) == [NORMAL]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $X$ be standard normal.", ["X ~ (cal:N {( 0, 1 )})"]),
        ("Let $X$ be Gaussian with zero mean and unit variance.", ["X ~ (cal:N {( 0, 1 )})"]),
        ("Let $X$ be a zero-mean Gaussian with variance 4.", ["X ~ (cal:N {( 0, 4 )})"]),
        ("Let $X$ be exponential with mean $m$.", ["X ~ (said:Exp {( (frac 1 m) )})"]),
        ("Let $X$ be a gamma variable with shape $a$ and scale $b$.", ["X ~ (said:Gam {( a, (frac 1 b) )})"]),
        ("Let $X$ be a gamma variable with rate $b$ and shape $a$.", ["X ~ (said:Gam {( a, b )})"]),
        ("Let $T$ be uniform on $[a, b]$.", ["T ~ (cal:U {( a, b )})"]),
        ("Let $T$ be uniformly distributed over the interval [0, 2].", ["T ~ (cal:U {( 0, 2 )})"]),
        ("Let $T$ be uniform between 0 and 1.", ["T ~ (cal:U {( 0, 1 )})"]),
        ("Let $V$ follow a chi-squared distribution with $k$ degrees of freedom.", ["V ~ (chi^2 {( k )})"]),
        ("Let $V$ be binomial with $n$ trials and success probability $p$.", ["V ~ (rm:Bin {( n, p )})"]),
        ("Let $X$ be a beta variable with shape parameters $a$ and $b$.", ["X ~ (rm:Bet {( a, b )})"]),
        (
            "Let $p$ and $q$ be two Bernoulli distributions with parameters $a$ and $b$, respectively.",
            ["p ~ (rm:Bern {( a )})", "q ~ (rm:Bern {( b )})"],
        ),
        (
            "Let $X$ and $Y$ be normal with means $a$, $b$ and common variance $s^2$.",
            ["X ~ (cal:N {( a, s^2 )})", "Y ~ (cal:N {( b, s^2 )})"],
        ),
        (
            "Let $X$ be Poisson with rate $r$ and let $Y$ be standard normal.",
            ["X ~ (rm:Poiss {( r )})", "Y ~ (cal:N {( 0, 1 )})"],
        ),
        ("Let $p(x)$ be the density of a standard normal law.", ["(p {( x )}) ~ (cal:N {( 0, 1 )})"]),
        ("Let $T$ follow a Student's t-distribution with $k$ degrees of freedom.", ["T ~ (t {( k )})"]),
        ("Let $X$ be a random variable with mean $m$.", ["m = (rm:E {( X )})"]),
        ("Let $X$ be a random variable with mean $m$, and $k > 0$.", ["m = (rm:E {( X )})"]),
        ("Let $X$ have mean $m$ and variance $s^2$.", ["m = (rm:E {( X )})", "s^2 = (rm:Var {( X )})"]),
    ],
)
def test_families_and_their_parameters(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Let $X$ be a normal random variable with mean 0.",  # its variance is not said
        "Let $X$ be normal with mean 0 and variance 1 truncated to $[0, 1]$.",
        "Let $X$ be standard normal, truncated to $[0, 1]$.",
        "Let $X$ be standard normal (but positive).",
        "Nobody said that $X$ was standard normal.",
        "Neither $X$ nor $Y$ is standard normal.",
        "Let $X$ be approximately normal with mean 0 and variance 1.",
        "Let $X$ be log-normal with mean 0 and variance 1.",
        "Let $X$ be standard normal if $Y$ is one.",
        "Let $X$ be a gamma variable with parameters $a$ and $b$.",  # a rate or a scale
        "Let $X$ be exponential with parameter $b$.",
        "Let $X$ and $Y$ be three standard normal variables.",
        "Let $X$ and $Y$ be beta variables with parameters $a$ and $b$.",
        "Let the mean of $X$ be normal with mean 0 and variance 1.",
        "Let $X + Y$ be standard normal.",
        "Let $X$ have the normal distribution $\\mathrm{Gam}(a, b)$.",
        "We do not assume $X$ is standard normal.",
        "Thus $X$ is standard normal.",
        "Then $X$ has a normal distribution with mean 0 and variance 1.",
        "It is so if $X$ is standard normal.",
        "Given $Y$, $X$ is normal with mean $Y$ and variance 1.",
        "The law of $X$ given $Y$ is normal with mean 0 and variance 1.",
    ],
)
def test_what_is_not_understood_to_its_end_or_concluded_says_nothing(text):
    assert told(text) == []


def verdicts(text):
    return [step.verdict for step in judged(text).steps]


def test_what_words_suppose_decides_the_steps_that_rest_on_it():
    said = r"Let $X$ be a normal random variable with mean $m$ and standard deviation $s$." + "\n\n"
    assert verdicts(said + r"$$E[X^2] = m^2 + s^2$$") == ["proved"]
    assert verdicts(said + r"$$E[X^2] = m^2 + s$$") == ["refuted"]


def test_a_name_with_an_index_stands_for_each_of_its_kind():
    said = r"Let $Q_i$ be a Gaussian with mean $m_i$ and variance $s_i^2$." + "\n\n"
    right = r"\frac{1}{2}\left(\frac{s_1^2}{s_2^2} + \frac{(m_1-m_2)^2}{s_2^2} - 1\right) + \log\frac{s_2}{s_1}"
    assert verdicts(said + rf"$$KL(Q_1 \| Q_2) = {right}$$") in (["proved"], ["supported"])
    assert verdicts(said + rf"$$KL(Q_1 \| Q_2) = {right.replace('- 1', '+ 1')}$$") == ["refuted"]


def test_each_of_a_kind_has_the_dimension_that_the_kind_has():
    text = "Let $a_i \\in \\mathbb{R}^d$.\n\n$$a_0^\\top a_1 = a_1^\\top a_0$$"
    assert verdicts(text) == ["proved"]


def test_a_mean_is_what_words_call_so():
    said = r"Let $X$ be a random variable with mean $m$ and variance $s^2$." + "\n\n"
    assert verdicts(said + r"$$E[(X-m)^2] = s^2$$") == ["proved"]
    assert verdicts(said + r"$$E[(X-m)^2] = 2 s^2$$") != ["proved"]


def test_a_name_that_was_used_before_is_not_introduced_by_a_mere_statement():
    text = "$$Y = X^2$$\n\n$X$ is normal with mean 0 and variance 1.\n\n$$E[X^2] = 1$$"
    claims = [line.claim for chain in Story(read_document(text)).chains() for line in chain.lines if line.claim]
    assert not any(isinstance(h, Relation) for claim in claims for h in claim.hypotheses)
    assert verdicts(text)[-1] != "proved"


def test_no_law_is_given_to_what_has_a_meaning():
    assert (
        verdicts("$$f(x) = x^2$$\n\nLet $f(x)$ be the density of a standard normal law.\n\n$$f(2) = 4$$")[-1]
        != "refuted"
    )


def test_a_name_of_several_laws_is_no_place_though_a_sum_runs_over_another_letter():
    (step,) = verify(
        r"Let $\mathcal{N}_i$ be a Gaussian with mean $\mu_i \in \mathbb{R}^d$ and covariance matrix "
        r"$\Sigma_i \in \mathbb{R}^{d \times d}$. $$D_{KL}(\mathcal{N}_0 \| \mathcal{N}_1) = "
        r"\mathrm{E}_{x \sim \mathcal{N}_0}\left[\log \frac{\mathcal{N}(x; \mu_0, \Sigma_0)}{\mathcal{N}(x; \mu_1, \Sigma_1)}"
        r"\right]$$ Of $\mu_0$ the places are $\mu_j$, with the sum $\sum_{j=1}^d \mu_j$.",
        jobs=0, second_reader=False,
    ).steps  # fmt: skip
    assert step.verdict == "proved"


@pytest.mark.parametrize(
    "before",
    [
        r"Let $X_i$ be i.i.d. Bernoulli(1/2), $Z \sim N(0,1)$ independent of them and $S = Z + \sum_{i=1}^n X_i$.",
        r"Let $X_1, \dots, X_n$ be i.i.d. Bernoulli(1/2) and let $Z \sim N(0,1)$ be independent of them. "
        r"Let $S = Z + \sum_{i=1}^n X_i$.",
        r"Let $X_i$ be fair coin flips, $Z \sim N(0,1)$ independent of them and $S = Z + \sum_{i=1}^n X_i$.",
        r"$X_i$ are i.i.d. Bernoulli(1/2) and $Z \sim N(0,1)$. Let $S = Z + \sum_{i=1}^n X_i$.",
        r"Let $X_i \in \{0, 1\}$ be i.i.d., $P(X_i = 1) = 1/2$. Let $Z \sim N(0,1)$ and $S = Z + \sum_{i=1}^n X_i$.",
    ],
)
def test_nothing_is_refuted_of_data_whose_law_in_words_is_not_read(before):
    report = verify(f"{before}\n\n$$E[S] = n/2$$\n$$\\mathrm{{Var}}(S) = n/4 + 1$$", jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps if step.verdict in ("refuted", "proved", "supported")] == []
