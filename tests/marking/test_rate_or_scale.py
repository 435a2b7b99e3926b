r"""By which parameter a law is written that books write in two ways: words say it, or an exponent, or it stays open."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

GAMMA, EXPONENTIAL = r"X \sim \mathrm{Gamma}(\alpha, \beta)", r"X \sim \mathrm{Exp}(\theta)"
RATE, SCALE = (r"E[X] = \alpha / \beta", r"E[X] = 1/\theta"), (r"E[X] = \alpha \beta", r"E[X] = \theta")


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (rf"Let ${GAMMA}$ with rate $\beta$.", RATE[0], SCALE[0]),
        (rf"Let ${GAMMA}$ with shape $\alpha$ and scale $\beta$.", SCALE[0], RATE[0]),
        (rf"Let ${GAMMA}$, where $\beta$ is the scale parameter.", SCALE[0], RATE[0]),
        (rf"Let ${GAMMA}$ with density $\frac{{\beta^\alpha}}{{\Gamma(\alpha)}} x^{{\alpha-1}} e^{{-\beta x}}$.",
         RATE[0], SCALE[0]),
        (rf"Let ${GAMMA}$ with density $\frac{{x^{{\alpha-1}}}}{{\Gamma(\alpha)\beta^\alpha}} e^{{-x/\beta}}$.",
         SCALE[0], RATE[0]),
        (rf"Let ${GAMMA.replace('mathrm', 'text')}$ with rate $\beta$.", RATE[0], SCALE[0]),
        (rf"Let ${EXPONENTIAL}$ with mean $\theta$.", SCALE[1], RATE[1]),
        (rf"Let ${EXPONENTIAL}$, where $\theta$ denotes the rate.", RATE[1], SCALE[1]),
        (rf"Let ${EXPONENTIAL}$, and let $\theta$ be the mean.", SCALE[1], RATE[1]),
        (rf"Let ${EXPONENTIAL}$ with density $\frac1\theta \exp\left(-\frac{{x}}{{\theta}}\right)$.",
         SCALE[1], RATE[1]),
        (rf"Let ${EXPONENTIAL}$ with density $\theta \exp(-\theta x)$.", RATE[1], SCALE[1]),
        (r"Let $N \sim \mathrm{Poisson}(\lambda)$ with mean $\lambda$. Let $X \sim \mathrm{Exp}(\lambda)$.",
         r"E[X] = 1/\lambda", r"E[X] = \lambda"),
        (r"Let $X \sim N(0, \tau)$ with precision $\tau$.", r"E[X^2] = 1/\tau", r"E[X^2] = \tau"),
        (r"Let $X \sim N(0, s)$ with standard deviation $s$.", r"E[X^2] = s^2", r"E[X^2] = s"),
        (r"Let $X \sim N(0, v)$ with variance $v$.", r"E[X^2] = v", r"E[X^2] = v^2"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_parameter_is_used(said, right, wrong):
    assert last(f"{said} Then $$ {right} $$") == "proved"
    assert last(f"{said} Then $$ {wrong} $$") == "refuted"


@pytest.mark.parametrize(
    ("said", "claims"),
    [
        (f"Let ${GAMMA}$.", SCALE[0]),
        (f"Let ${EXPONENTIAL}$.", SCALE[1]),
        (r"Let $X \sim \mathrm{Gamma}(2, 3)$.", "E[X] = 6"),
        (rf"Let ${EXPONENTIAL}$ with mean $\theta$ and $Y \sim \mathrm{{Exp}}(\theta)$ with rate $\theta$.", RATE[1]),
        (r"Let $X \sim \mathrm{Exp}(\lambda)$ with density $\lambda^{-1} e^{-x/\lambda}$.", r"E[X] = 2 \lambda"),
        (r"Let $X \sim N(0, \tau)$ with density $\sqrt{\tau/(2\pi)} e^{-\tau x^2/2}$.", r"E[X^2] = 1/\tau"),
    ],
)
def test_where_it_is_not_said_nothing_is_refuted(said, claims):
    assert last(f"{said} Then $$ {claims} $$") == "undecided"


@pytest.mark.parametrize(
    ("said", "right"), [(f"Let ${GAMMA}$.", RATE[0]), (r"Let $X \sim \mathrm{Exp}(2)$.", "E[X] = 1/2")]
)
def test_where_it_is_not_said_the_usual_meaning_is_presumed(said, right):
    assert last(f"{said} Then $$ {right} $$") == "proved"


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (GAMMA, SCALE[0], r"E[X] = \alpha + \beta"),
        (GAMMA, r"\mathrm{Var}(X) = \alpha \beta^2", r"\mathrm{Var}(X) = \alpha \beta"),
        (GAMMA, r"E[X^2] = \alpha (\alpha + 1) \beta^2", r"E[X^2] = \alpha^2 \beta^2"),
        (EXPONENTIAL, SCALE[1], r"E[X] = 2 \theta"),
        (EXPONENTIAL, r"E[X^2] = 2 \theta^2", r"E[X^2] = \theta^2"),
    ],
)
def test_what_fails_by_either_parameter_is_refuted(said, right, wrong):
    assert last(f"Let ${said}$. Then $$ {right} $$") == "undecided"
    assert last(f"Let ${said}$. Then $$ {wrong} $$") == "refuted"


def test_a_line_that_fits_the_other_parameter_does_not_make_the_next_one_right():
    lines = rf"Let ${EXPONENTIAL}$. Then $$ {SCALE[1]} $$ "
    assert last(lines + r"$$ \mathrm{Var}(X) = \theta^2 $$") == "undecided"
    assert last(lines + r"$$ \mathrm{Var}(X) = \theta $$") == "refuted"
