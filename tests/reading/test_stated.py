r"""Densities that a document states are the laws of its random variables, whether or not these have a known name."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

TRIANGLE = r"Let $X$ have the density $f_X(x) = 2x$ for $0 < x < 1$. "
SCALED = r"Let $X$ have the density $f_X(x) = c x$ for $0 < x < 1$. "
WAITING = r"Let $X$ have the density $f_X(x) = \lambda e^{-\lambda x}$ for $x \geq 0$ where $\lambda > 0$. "
POWER = r"Let $$ \mathrm{Foo}(x; a) = a x^{a-1}, \quad 0 < x < 1 $$ where $a > 0$. Let $X \sim \mathrm{Foo}(a)$. "
JUDGED = [  # a text, and the verdicts on its last steps
    (TRIANGLE + r"$$ \mathrm{E}(X) = \int_0^1 x f_X(x) \, dx = \frac{2}{3} $$", ("proved", "proved")),
    (TRIANGLE + r"$$ \mathrm{E}(X^2) = \frac{1}{3} $$", ("refuted",)),
    (TRIANGLE + r"$$ \mathrm{E}(3X + 1) = 3 \mathrm{E}(X) + 1 $$", ("proved",)),
    (SCALED + r"$$ \mathrm{E}(X) = \frac{2}{3} $$", ("supported",)),
    (SCALED + r"$$ \mathrm{E}(X) = \frac{c}{3} $$ $$ c = 3 $$", ("refuted",)),
    (WAITING + r"$$ \mathrm{E}(X) = \frac{1}{\lambda} $$", ("proved",)),
    (WAITING + r"$$ \mathrm{Var}(X) = \frac{1}{\lambda} $$", ("refuted",)),
    (POWER + r"$$ \mathrm{E}(X) = \frac{a}{a+1} $$", ("proved",)),
    (POWER + r"$$ \mathrm{E}(X) = \frac{a}{a+2} $$", ("refuted",)),
    (TRIANGLE + r"$$ \mathrm{Pr}(X \leq \frac{1}{2}) = \frac{1}{4} $$", ("proved",)),
    (TRIANGLE + r"$$ \mathrm{Pr}(X > \frac{1}{2}) = \frac{1}{4} $$", ("refuted",)),
    (TRIANGLE + r"$$ \mathrm{Pr}(X \leq 3) = 1 $$", ("proved",)),
    (TRIANGLE + r"$$ \mathrm{Pr}(X \leq -1) = 0 $$", ("proved",)),
    (TRIANGLE + r"$$ \mathrm{Pr}(X < -1) = \frac{1}{2} $$", ("refuted",)),
    (WAITING + r"$$ \mathrm{Pr}(X > t) = e^{-\lambda t} $$", ("proved",)),
    (WAITING + r"$$ F_X(t) = 1 - e^{-\lambda t} $$", ("proved",)),
    (WAITING + r"$$ F_X(t) = e^{-\lambda t} $$", ("refuted",)),
    # what integrates to another number than 1 is no density, and nothing follows from it
    (r"Let $X$ have the density $f_X(x) = 3x$ for $0 < x < 1$. $$ \mathrm{E}(X) = 1 $$", ("undecided",)),
    # where the density is positive is not said
    (r"Let $X$ have the density $f_X(x) = 2x$. $$ \mathrm{E}(X) = \frac{2}{3} $$", ("unread",)),
    # other parameters than those of the statement
    (POWER.replace(r"\sim \mathrm{Foo}(a)", r"\sim \mathrm{Foo}(b)") + r"$$ \mathrm{E}(X) = 1 $$", ("undecided",)),
    (TRIANGLE + r"$$ \mathrm{h}(X) = - \int_0^1 2x \log(2x) \, dx = \frac{1}{2} - \log 2 $$", ("proved", "supported")),
    (TRIANGLE + r"$$ \mathrm{h}(X) = 1 - \log 2 $$", ("refuted",)),
    (r"Let $X$ have the density $f_X(x) = 2x$. $$ \mathrm{h}(X) = 1 $$", ("unread",)),
    # a law of which nothing is said, and a density that is said only later
    (r"Let $X \sim \mathrm{Bar}(a)$. $$ \mathrm{E}(X) = a $$ $$ f_X(x) = a x^{a-1} $$", ("unread", "given")),
]


@pytest.mark.parametrize(("text", "verdicts"), JUDGED)
def test_means_under_a_stated_density(text, verdicts):
    steps = list(judged(text).steps)
    assert tuple(s.verdict for s in steps[-len(verdicts) :]) == verdicts


def test_a_label_that_is_not_read_is_no_fault_of_the_reader():
    text = r"$$ \left\langle x \right\rangle_{\beta, \tau \mid y} = \mu $$"
    (step,) = judged(text).steps
    assert step.verdict == "unread" and not any("fault" in note for note in step.notes)
