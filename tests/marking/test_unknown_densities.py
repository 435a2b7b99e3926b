"""A density of which nothing is said is not refuted by what its author says of it; what holds for none, or of a known one, is."""

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import judged

NORMAL = r"-\frac{n}{2} \log(2 \pi \sigma^2) - \frac{1}{2 \sigma^2} \sum_{i=1}^n (x_i - \mu)^2"
FACTOR = r"\frac{1}{\sqrt{2 \pi \sigma^2}} e^{-\frac{(x_i - \mu)^2}{2 \sigma^2}}"
OPEN = {
    "a log-likelihood": rf"Let $\sigma > 0$. $$\ell(\mu) = \sum_{{i=1}}^n \log p(x_i \mid \mu) = {NORMAL}$$",
    "a likelihood": rf"Let $\sigma > 0$. $$L(\mu) = \prod_{{i=1}}^n p(x_i \mid \mu) = \prod_{{i=1}}^n {FACTOR}$$",
    "one point": r"Let $p$ be a density. $$a = 2 p(x) + x = 3 x$$",
}
REFUTED = {
    "its score": r"The score has mean one: $E_\theta[\nabla_\theta \log p_\theta(x)] = 1$.",
    "its integral": r"Let $p$ be a density on $\mathbb{R}$. $$a = \int p(x) \, dx = 2$$",
    "of both sides": r"Let $p(x, y)$ be a joint density. $$p(x \mid y) = \frac{p(x, y)}{p(x)}$$",
    "a law that is said": r"Let $p(x) = \mathcal{N}(x \mid 0, 1)$. $$a = \log p(x) = -\frac12 \log(2 \pi) - x^2$$",
    "a density that is said": r"Let $p(x) = e^{-x}$ for $x > 0$. $$a = \log p(x) = x$$",
    "under a divergence": r"Let $p$ and $q$ be densities. $$KL(p \| q) = KL(q \| p)$$",
}


def last(text):
    return verify(text, jobs=0, second_reader=False).steps[-1]


@pytest.mark.parametrize("name", OPEN)
def test_what_is_said_of_an_unknown_density_is_open(name):
    step = last(OPEN[name])
    assert step.verdict == "undecided" and step.counterexample is None
    assert any(note.startswith("which law has the density $p") for note in step.notes)


@pytest.mark.parametrize("name", REFUTED)
def test_what_no_density_satisfies_is_refuted(name):
    assert last(REFUTED[name]).verdict == "refuted"


def test_the_mean_of_a_law_that_is_told_below_is_open():
    claim = r"Let $X$ be a random variable. If $a > 1$, the mean is $$\mathrm{E}(X) = \frac{a}{a - 1}$$"
    law = r" The density is $$f_X(x) = a x^{-a - 1}, \quad x \geq 1$$"
    assert judged(claim + law).steps[0].verdict == "undecided"


def test_circumstances_are_written_as_names():
    note = last(OPEN["a log-likelihood"]).notes[0]
    assert r"p(\cdot \mid \mu)" in note


def test_a_density_that_a_sentence_writes_out_is_given():
    text = r"Let $\sigma > 0$. Here $p(x \mid \mu) = \frac{1}{\sqrt{2 \pi} \sigma} e^{-\frac{(x - \mu)^2}{2 \sigma^2}}$ for all $x$."
    assert last(text).verdict == "given"
