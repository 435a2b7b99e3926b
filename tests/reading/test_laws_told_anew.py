"""Letters of densities that get another law, for a sentence or from there on."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

GAUSSIANS = r"Let $p = \mathcal N(\mu_1, \sigma_1^2)$ and $q = \mathcal N(\mu_2, \sigma_2^2)$. "
STANDARD = r"\mathrm{KL}(p \| q) = \frac12 (\mu_1^2 + \sigma_1^2 - \log \sigma_1^2 - 1)"
WRONG = STANDARD.replace(r"\log \sigma_1^2", r"\log \sigma_1")
GENERAL = r"\mathrm{KL}(p \| q) = \log\frac{\sigma_2}{\sigma_1} + \frac{\sigma_1^2 + (\mu_1 - \mu_2)^2}{2\sigma_2^2} - \frac12"


@pytest.mark.parametrize(
    "told",
    [
        r"For $q = \mathcal N(0, 1)$ we get",
        r"For $q = \mathcal N(0, 1)$ this becomes",
        r"If $q = \mathcal N(0, 1)$, then",
        r"With $q = \mathcal N(0, 1)$ we get",
        r"In the special case $q = \mathcal N(0, 1)$ we get",
        r"Now let $q = \mathcal N(0, 1)$. Then",
        r"For $q(x) = \mathcal N(x; 0, 1)$ we have",
    ],
)
def test_a_law_told_anew(told):
    assert judged(f"{GAUSSIANS}{told} ${STANDARD}$.").steps[-1].verdict == "proved"
    assert judged(f"{GAUSSIANS}{told} ${WRONG}$.").steps[-1].verdict == "refuted"


def test_the_condition_of_a_sentence_ends_with_it():
    text = rf"{GAUSSIANS}If $q = \mathcal N(0, 1)$, then ${STANDARD}$. In general, ${GENERAL}$."
    assert [step.verdict for step in judged(text).steps][-2:] == ["proved", "proved"]


def test_the_distance_that_was_spoken_of_is_that_of_the_new_law():
    text = rf"{GAUSSIANS}Then ${GENERAL}$. For $q = \mathcal N(0, 1)$ this becomes $\mathrm{{KL}} = "
    value = STANDARD.partition("= ")[2]
    assert judged(f"{text}{value}$.").steps[-1].verdict == "proved"
    assert judged(f"{text}2 + {value}$.").steps[-1].verdict == "refuted"


@pytest.mark.parametrize(("more", "wanted"), [("", "proved"), ("1 + ", "undecided")])  # it may be the other
def test_behind_its_sentence_the_distance_is_that_of_the_law_before(more, wanted):
    text = rf"{GAUSSIANS}Then ${GENERAL}$. If $q = \mathcal N(0, 1)$, this becomes $\mathrm{{KL}} = {STANDARD.partition('= ')[2]}$."
    assert (
        judged(rf"{text} In general, $\mathrm{{KL}} = {more}{GENERAL.partition('= ')[2]}$.").steps[-1].verdict == wanted
    )


@pytest.mark.parametrize("told", ["For a standard normal $q$ we have", "When $q$ is standard normal, we get"])
def test_a_law_that_words_say_is_not_the_one_before(told):
    assert "refuted" not in {step.verdict for step in judged(f"{GAUSSIANS}{told} ${STANDARD}$.").steps}
    assert "proved" not in {step.verdict for step in judged(f"{GAUSSIANS}{told} ${WRONG}$.").steps}


@pytest.mark.parametrize("words", ["with equality if and only if", "where equality holds iff", "it is zero only if"])
def test_where_an_equality_holds_is_no_claim_that_it_does(words):
    steps = judged(rf"We have $\mathrm{{KL}}(p \| q) \geq 0$, {words} $p = q$ almost everywhere.").steps
    assert [step.verdict for step in steps] == ["proved"]
