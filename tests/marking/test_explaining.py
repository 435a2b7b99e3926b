r"""Explanations: the steps on one line of a document, filled with licensed lines or said to lack something."""

import json

import pytest

from proofs.marking.explaining import Gap, explain_line, fill
from proofs.marking.verify import told
from proofs.reading.documents import read_document

SHEET = r"""Let $p(x) = \mathcal N(x \mid \mu, \sigma^2)$ with $\sigma > 0$.
\begin{align}
H(p) &= -\mathbb E_p[\log p(x)] \\
&= \frac12 \log(2 \pi \sigma^2) + \frac{1}{2 \sigma^2} \mathbb E_p[(x - \mu)^2] \\
\sqrt{t^2} &= t \\
(a + b)^2 &= a^2 + b^2 \\
2 x + 4 &= 6 \\
x &= 1
\end{align}
"""


def explained(line, **options):
    (found,) = explain_line(SHEET, line, **options)
    return found


def test_a_step_is_filled_with_licensed_lines():
    found = explained(4)
    assert found.step.verdict == "proved" and found.why is None
    assert [line.rule for line in found.lines] == ["log_of_density", "linearity"]
    assert all(line.reason and line.right for line in found.lines)


def test_an_equation_follows_from_the_row_above():
    found = explained(8)
    assert found.start == "x" and found.lines[-1].right == "1"
    assert [line.reason for line in found.lines] == ["solving the equation"]


def test_a_sign_that_nobody_declared_is_needed():
    found = explained(5)
    assert found.step.verdict == "undecided" and found.needs == ("t > 0",)
    assert explained(5, assuming=("t > 0",)).step.verdict == "proved"


def test_a_false_step_has_no_lines():
    found = explained(6)
    assert found.step.verdict == "refuted" and found.step.counterexample is not None and not found.lines


def test_a_hint_says_no_more_than_the_kind():
    found = explained(4, hint=True)
    assert found.hint is not None and "log" in found.hint and not found.lines and found.start is None
    assert "solving the equation" in (explained(8, hint=True).hint or "")


def test_a_definition_claims_nothing():
    assert explained(1).why == "it claims nothing"


def test_a_line_without_a_step_names_the_nearest():
    with pytest.raises(ValueError, match="no step begins on line 2; the nearest begin on lines 1 and 3"):
        explain_line(SHEET, 2)
    with pytest.raises(ValueError, match="claims nothing in formulas"):
        explain_line("no mathematics", 1)


def test_a_gap_that_no_chain_fills():
    (chain,) = told(read_document(r"$$\int_0^1 \exp(-x^2) dx = y$$"), ())[1]
    assert fill(Gap((chain.lines[0].claim,))).lines == ()


def test_what_rests_on_an_equation_before_it_is_filled_in_with_that():
    law = r"For $\mathcal{N}(\mu, \sigma^2)$ with $\sigma > 0$: $$KL(\mathcal{N}(\mu, 1) \| \mathcal{N}(0, 1)) = \frac{\mu^2}{2}$$ "
    text = law + "Here $\\mu = 3$." + "\n\n" + r"$$KL = \frac{9}{2}$$"
    (found,) = explain_line(text, 3)
    assert found.step.verdict == "proved" and found.lines and found.why is None


def test_of_a_rounded_value_there_is_nothing_more_to_say():
    (found,) = explain_line(r"$$\sqrt{2} = 1.4142$$", 1)
    assert found.step.verdict == "supported" and found.why is None
    (hinted,) = explain_line(r"$$\sqrt{2} = 1.4142$$", 1, hint=True)
    assert hinted.hint == "decimals are rounded"


def test_a_condition_claims_nothing():
    (found,) = explain_line("Let $\\log(\\sigma^2) = 2$.", 1)
    assert found.step.verdict == "given" and found.why == "it claims nothing" and found.start is None


def test_a_hint_on_an_open_step_is_what_the_report_says():
    (found,) = explain_line("$$\\frac{0}{0} = 1$$", 1, hint=True)
    assert found.step.notes and found.hint is None and found.why is None


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        (r"W_2(\mathcal{N}(3, 2), \mathcal{N}(4, 2)) = 1", "transport: by the coupling"),
        (r"\frac{d}{dx} x^3 = 3 x^2", "derivatives of scalars by a real variable: differentiating"),
        (r"(a + b) a = a^2 + a b", "algebra: rearranging"),
    ],
)
def test_a_hint_names_the_subject_in_a_few_words(step, kind):
    (found,) = explain_line(f"$${step}$$", 1, hint=True)
    assert (found.hint or "").startswith(kind)


def test_what_the_judge_grants_is_granted_to_the_lines_that_fill_the_step():
    """That n is no negative number: a step which the report calls proved is filled."""
    text = r"Let $k = \sum_{i=1}^n x_i$. Then $$\sum_{i=1}^n (1 - x_i) = n - k.$$"
    (found,) = [each for each in explain_line(text, 1) if each.step.kind == "step"]
    assert found.step.verdict == "proved" and found.step.needs == (r"n \geq 0",) and found.lines
    assert [each.hint for each in explain_line(text, 1, hint=True) if each.step.kind == "step"] != [None]


def test_a_line_of_a_notebook_is_one_of_a_cell(tmp_path):
    cells = [{"cell_type": "markdown", "metadata": {}, "source": text} for text in ("# T", "Then\n\n$$1 + 1 = 2$$")]
    file = tmp_path / "n.ipynb"
    file.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    (found,) = explain_line(file, 3, cell=2)
    assert (found.step.cell, found.step.line, found.step.place) == (2, 3, f"cell2:3:{found.step.column}")
    with pytest.raises(ValueError, match="no step begins on line 1; the nearest begins on line cell2:3"):
        explain_line(file, 1, cell=2)
    assert explain_line("$$1 + 1 = 2$$", 1)[0].step.place.startswith("1:")
