"""Integers and signs that words tell: they are used, and no counterexample breaks them."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import judged


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("Let $n$ and $d$ be positive integers. $$nd > 0$$", "proved"),
        ("Let $n$ be a positive integer. Then $n \\ge 1$.", "proved"),
        ("Let $n$ be a positive integer. Then $n \\ge 2$.", "refuted"),
        (r"For positive integers $n$: $$\frac{1}{n} \le 1$$", "supported"),
        ("Let $n$ be a natural number. $$n^2 \\ge n$$", "supported"),
        (r"Let $a$ and $b$ be positive numbers. $$\log(ab) = \log a + \log b$$", "proved"),
        (r"For any positive $\lambda$, $$\int_0^\infty e^{-\lambda x} dx = \frac{1}{\lambda}$$", "proved"),
        (r"where $c$ is a positive constant. $$\sqrt{c^2} = c$$", "proved"),
        (r"where $c$ is a positive constant. $$\sqrt{c^2} = -c$$", "refuted"),
        ("with $k$ a positive integer. $$\\Gamma(k + 1) = k!$$", "proved"),
        ("Let $x$ be negative. $$|x| = -x$$", "proved"),
        ("For nonnegative $x$: $$|x| = x$$", "proved"),
        ("Let $x$ be a non-zero real number. $$x^2 > 0$$", "proved"),
        ("Let $x$ be positive and $y$ be negative. $$\\sqrt{x^2 y^2} = -x y$$", "proved"),
        # of alternatives none is supposed
        ("Let $x$ be positive or negative. $$\\sqrt{x^2} = x$$", "undecided"),
        ("Suppose $x$ or $y$ is positive. $$|x| = x$$", "undecided"),
        ("For positive $x$ or negative $y$ we have $$|x| = x$$", "undecided"),
        ("Let $x$ be positive or $y$ be negative. $$\\sqrt{x^2 y^2} = -x y$$", "undecided"),
        # what is concluded, denied, or said of something else is not supposed
        ("We see that $x$ is positive. $$|x| = x$$", "undecided"),
        ("It is not true that $x$ is positive. $$|x| = x$$", "undecided"),
        ("Let $f$ be a positive function. $$f(x) > 0$$", "undecided"),
        ("Let $X$ be a positive random variable. $$E[X] = 1$$", "undecided"),
    ],
)
def test_numbers_in_words(document: str, expected: str) -> None:
    assert judged(document).steps[-1].verdict == expected


@pytest.mark.parametrize("words", ["positive or zero", "positive, or zero", "a positive integer or zero"])
def test_what_may_be_zero_is_not_divided_by(words: str) -> None:
    last = verify(rf"Let $n$ be {words}. $$\frac{{n}}{{n}} = 1$$", jobs=0, second_reader=False).steps[-1]
    assert last.needs == (r"n \neq 0",)
