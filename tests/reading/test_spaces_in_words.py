"""Spaces that words say of vectors with a law, and of the parameters of laws."""

from __future__ import annotations

import pytest

from proofs.reading.documents import read_document
from proofs.reading.names import name_of
from proofs.reading.parts import parts


def said(text):
    sized = [each for part in parts(read_document(text)) for each in part.said.sized]
    return [(name_of(s.expressions[0]), name_of(s.expressions[1].above)) for each in sized for s in each.members]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $X \sim \mathcal N(\mu, \Sigma)$ in $\mathbb R^d$.", [("X", "d")]),
        (
            r"Let $X \sim \mathcal N(\mu, \Sigma)$ and $Y \sim \mathcal N(0, I)$ in $\mathbb R^d$.",
            [("X", "d"), ("Y", "d")],
        ),
        (r"Let $p = \mathcal N(a, S)$ and $q = \mathcal N(b, T)$ on $\mathbb R^n$.", [("a", "n"), ("b", "n")]),
        (r"Let $X$ be a random vector in $\mathbb R^d$ with mean $\mu$.", [("X", "d")]),
        (r"Let $X$ and $Y$ be random vectors taking values in $\mathbb R^d$.", [("X", "d"), ("Y", "d")]),
        (r"For the random vector $X$ in $\mathbb R^d$ we have", [("X", "d")]),
        (r"Let $X \sim \mathcal N(\mu, \Sigma)$ be $d$-dimensional.", [("X", "d")]),
        (r"Let $X$ be a $d$-dimensional Gaussian random vector with mean $\mu$.", [("X", "d")]),
        (r"Let $f$ be a function on $\mathbb R^d$.", []),
        (r"Let $X$ be a random matrix in $\mathbb R^d$.", []),
        (r"Let $X$ be a $d$-dimensional manifold.", []),
        (r"Let $X \sim \mathcal N(\mu, \sigma^2)$ on $\mathbb R$.", []),
        (r"Let $f = g$ in $\mathbb R^d$.", []),
    ],
)
def test_what_words_say(text, expected):
    assert said(text) == expected
