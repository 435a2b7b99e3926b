r"""Vectors that words call unit vectors, orthonormal, orthogonal: what follows is shown, what does not is refuted."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

IN = r"\in \mathbb R^n$"


def last(text):
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    ("told", "claim", "verdict"),
    [
        (rf"Let $v {IN} be a unit vector.", r"v^\top v = 1", "proved"),
        (r"Let $v$ be a unit vector in $\mathbb R^n$.", r"\|v\|^2 = 2", "refuted"),
        (rf"Let $u, v {IN} be unit vectors.", r"\|u - v\|^2 = 2 - 2 u^\top v", "proved"),
        (rf"Let $u, v {IN} be unit vectors.", r"\|u - v\|^2 = 2", "refuted"),
        (rf"Let $u, v {IN} be unit vectors.", r"|u^\top v| \le 1", "proved"),
        (rf"Let $u, v {IN} be orthonormal.", r"\|u + v\|^2 = 2", "supported"),
        (rf"Let $u, v {IN} be orthonormal.", r"\|u + v\|^2 = 1", "refuted"),
        (r"Let $u$ and $v$ be orthogonal vectors in $\mathbb R^n$.", r"\|u + v\|^2 = \|u\|^2 + \|v\|^2", "supported"),
        (r"Let $u$ and $v$ be orthogonal vectors in $\mathbb R^n$.", r"\|u + v\|^2 = \|u\|^2 - \|v\|^2", "refuted"),
        (rf"Let $x, y {IN} with $x \perp y$.", r"\|x - y\|^2 = \|x\|^2 + \|y\|^2", "supported"),
        (rf"Let $x, y {IN} with $x$ orthogonal to $y$.", r"\|x - y\|^2 = \|x\|^2", "refuted"),
        (rf"Let $u, v, w {IN} be pairwise orthogonal.", r"\|u + v + w\|^2 = \|u\|^2 + \|v\|^2 + \|w\|^2", "supported"),
        (rf"Let $u, v, w {IN} with $u \perp v$ and $v \perp w$.", r"\|u + v + w\|^2 = \|u\|^2 + \|v\|^2 + \|w\|^2",
         "refuted"),
        (rf"Let $A \in \mathbb R^{{n \times n}}$ be symmetric and $v {IN} a unit vector with $A v = \lambda v$.",
         r"v^\top A v = \lambda", "proved"),
    ],
)  # fmt: skip
def test_what_is_told_of_vectors_counts(told, claim, verdict):
    assert last(f"{told} Then ${claim}$.") == verdict


@pytest.mark.parametrize(
    "told",
    [
        rf"Let $u, v {IN}. We ask whether $u$ and $v$ are orthogonal.",
        rf"Let $u, v {IN}. Suppose that $u$ and $v$ are not orthogonal.",
        rf"Let $u, v {IN}. If $u$ or $v$ is a unit vector, they are short.",
        r"Let $X \perp Y$ be random variables, and $u, v$ vectors.",
    ],
)
def test_what_is_doubted_is_not_told(told):
    assert last(rf"{told} Then $u^\top v = 0$.") not in ("proved", "supported")
