r"""Of alternatives, ``Let $x > 0$ or $y > 0$``, none holds by itself: nothing is proved of it, and nothing refuted."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts


@pytest.mark.parametrize(
    "text",
    [
        r"Let $x > 0$ or $y > 0$. Then $$|x| = x$$",
        r"Let $y > 0$ or $x > 0$. Then $$|x| = x$$",
        r"For all $x > 0$ or $y > 0$ we have $$|x| = x$$",
        r"Let $x > 0$, $y > 0$ or $z > 0$. Then $$|x| = x$$",
        r"If $x > 0$ or $y > 0$, then $$|x| = x$$",
        r"Let $X \sim \mathcal N(0, 1)$ or $X \sim \mathcal N(1, 1)$. Then $$\mathrm{E}[X] = 1$$",
        r"Let $X \sim \mathcal N(0, 1)$ or $X \sim \mathcal N(1, 1)$. Then $$\mathrm{E}[X] = 0$$",
        r"Let $x = 1$ or $x = 2$. Then $$x^2 = 4$$",
        r"Let $x = 1$ or $x = 2$. Then $$x^2 = 1$$",
        r"If $x = 1$ or $x = 2$, then $$x^2 = 4$$",
        r"Let $\mu = 0$ or $\sigma = 1$. Then $$\mu + 1 = 1$$",
        r"Suppose that $a = b$ or $a = -b$. Then $$a = b$$",
        r"Let $A$ be a symmetric matrix or $B$ a symmetric matrix. Then $$A^\top B = A B$$",
        r"Let $B$ be a symmetric matrix or $A$ a symmetric matrix. Then $$A^\top B = A B$$",
        r"Let $f(x) = x^2$ or $f(x) = x^3$. Then $$f(2) = 8$$",
    ],
)
def test_neither_is_supposed(text):
    assert last(text) == "undecided"


def test_a_claim_for_one_case_or_another_is_not_read():
    assert verdicts(r"We have $|x| = x$ for $x > 0$ or $y > 0$.") == ["unread"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Let $x > 0$ and $y > 0$. Then $$|x| = x$$", "proved"),
        (r"Let $x > 0$ and $y > 0$. Then $$|x| = -x$$", "refuted"),
        (r"Let $x > 0$, or equivalently $-x < 0$. Then $$|x| = x$$", "proved"),
        (r"Let $\sigma > 0$ be the scale or deviation of $X$. Then $$\sqrt{\sigma^2} = \sigma$$", "proved"),
        (r"Let $X \sim \mathcal N(0, 1)$ be the first or second variable. Then $$\mathrm{E}[X] = 0$$", "proved"),
        (r"Let $x = 1$ and $y = 2$. Then $$x + y = 3$$", "proved"),
        (r"Let $x = 1$ and $y = 2$. Then $$x + y = 4$$", "refuted"),
    ],
)
def test_what_is_given_with_another_is_used(text, verdict):
    assert last(text) == verdict
