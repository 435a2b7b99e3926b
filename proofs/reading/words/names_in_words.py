"""Words around a formula that say what it is called: a density, the value of a letter, a law."""

from __future__ import annotations

import re

from .claiming import is_no_claim
from .kept import answers_kept
from .prose import ONE, sentence

_LAWS = "uniform|normal|gaussian|bernoulli|binomial|poisson|exponential|gamma|beta|laplace|cauchy|multinomial|dirichlet"

_LAW = re.compile(rf"\s*(is|be|are|denotes?|follows?|has|have)\b[^.;]*\b({_LAWS}|distributed)\b")

_DENSITY = re.compile(
    rf"\b(density|pdf|pmf|mass)( function)?(\W*\(\w+\)|\W*of\s+((a|the)\s+)?(random variable\s+)?({ONE}|it)|"
    r"\W*\b(is|reads|given by|then|thus|therefore|as|has the form)\b|[\s:,])*$"
)

_LAW_BEFORE = re.compile(r"\b(an?|the)\s+(standard|normal|gaussian|uniform|isotropic|laplace|exponential)\b[\w\s-]*$")

_ITS_DENSITY = re.compile(
    rf"\b(the|its|whose)\s+(probability\s+)?(density|pdf)(\s+function)?(\W*of\s+{ONE})?"
    r"(\s+(is|reads|is given by|is then|is thus|is therefore))?[\s:,]*$"
)


def names_a_law(after: str) -> bool:
    """Whether the words behind a density or a random variable say what law it has."""
    return bool(_LAW.match(after.lower()))


def calls_by_law(words: str) -> bool:
    """Whether the words right before a letter name a law that it has: "for a standard normal $q$"."""
    return bool(_LAW_BEFORE.search(sentence(words)))


@answers_kept
def calls_density(words: str) -> bool:
    """Whether what follows is called a density: ``The density of $X$ is``, ``with probability density function``."""
    return bool(_DENSITY.search(sentence(words))) and not is_no_claim(words)


def calls_its_density(words: str) -> bool:
    """Whether what follows is called the density of what the sentence is about, and no conditional, joint or other."""
    return bool(_ITS_DENSITY.search(sentence(words)))


@answers_kept
def named_in_words(words: str) -> str | None:
    """The letter that a formula is said to be the value of in plain text, p(x) = before the formula; None for none."""
    found = re.search(r"(?<!\w)([A-Za-z])\s*(?:\(\s*\w\s*\))?\s*=\s*$", words)
    return None if found is None else found[1]
