r"""A letter before a formula in brackets may be a link function, \sigma(w^\top x + b), and is no factor unseen."""

import pytest

from proofs import verify

AMBIGUOUS = "sigma(...) may be a product or a value of sigma"
SCORES = [r"w^\top x", r"w^\top x + b", r"w x + b"]
SAID = [r"Here $\sigma$ is the logistic function.", r"where $\sigma$ denotes the sigmoid."]


def verdicts(text):
    return [(step.verdict, " ".join(step.notes)) for step in verify(text, jobs=0).steps]


@pytest.mark.parametrize("score", SCORES)
def test_a_link_function_that_nobody_defined_is_not_refuted_as_a_factor(score):
    step = rf"\nabla_w \sigma({score}) = \sigma({score})(1 - \sigma({score})) x"
    ((verdict, notes),) = verdicts(f"$${step}$$")
    assert verdict == "unread" and AMBIGUOUS in notes


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("score", SCORES)
def test_a_link_function_that_words_define_is_applied(score, said):
    for sign, expected in (("-", "proved"), ("+", "refuted")):
        step = rf"\nabla_w \sigma({score}) = \sigma({score})(1 {sign} \sigma({score})) x"
        assert [verdict for verdict, _ in verdicts(f"{said}\n\n$${step}$$")] == [expected]


@pytest.mark.parametrize(("sign", "expected"), [("-", "proved"), ("+", "refuted")])
def test_a_link_function_that_is_defined_is_applied(sign, expected):
    text = rf"""The logistic function is $\sigma(z) = \frac{{1}}{{1 + e^{{-z}}}}$.

$$\nabla_w \sigma(w^\top x) = \sigma(w^\top x)(1 {sign} \sigma(w^\top x)) x$$"""
    assert [verdict for verdict, _ in verdicts(text)][-1] == expected


@pytest.mark.parametrize(("right", "expected"), [(r"\sigma + \sigma r", "proved"), (r"\sigma + r", "refuted")])
def test_a_number_that_stands_without_a_bracket_is_a_factor(right, expected):
    text = "Let $\\sigma > 0$ be a scale.\n\n"
    assert verdicts(text + rf"$$\sigma(1 + r) = {right}$$")[-1][0] == expected


@pytest.mark.parametrize(("right", "expected"), [("a y + a x", "proved"), ("a y - a x", "refuted")])
def test_another_letter_before_a_sum_stays_a_factor(right, expected):
    assert verdicts(f"$$a(x + y) = {right}$$")[-1][0] == expected


@pytest.mark.parametrize(("right", "expected"), [(r"\E[X^2] - m^2", "proved"), (r"\E[X^2] - m", "refuted")])
@pytest.mark.parametrize("inner", ["split", "aligned"])
def test_an_equation_within_a_display_and_a_mean_by_its_usual_command(inner, right, expected):
    text = rf"""Let $X \sim \mathcal N(m, v)$.

$$
\begin{{equation}}
\begin{{{inner}}}
\E[(X - m)^2] &= {right}
\end{{{inner}}}
\label{{eq:variance}}
\end{{equation}}
$$"""
    assert verdicts(text)[-1][0] == expected
