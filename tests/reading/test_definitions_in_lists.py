"""What a definition asks of whatever it is about, in a list: a metric, a norm, a kernel."""

import pytest

from proofs.marking.verify import verify
from proofs.reading.files import numbering

METRIC = """A function $d$ is called a metric on $M$ if it satisfies for any $x$, $y$ and $z$ these three properties:

- (a) $d(x, y) \\geq 0$
- (b) $d(x, y) = d(y, x)$
- (c) $d(x, y) \\leq d(x, z) + d(z, y)$
"""
KERNEL = """A function $k$ is said to be a bilinear kernel if the following holds:

(i) $k(x, y) = k(y, x)$

(ii) $k(a x, y) = a k(x, y)$
"""
SHOWN = METRIC.replace("is called a metric on $M$ if it satisfies", "satisfies")
KNOWN = """Let $X \\sim \\mathcal{N}(0, 1)$. A variable $x$ is called standard if for $x$ the following holds:

(a) $E[X] = 0$

(b) $E[X^2] = 2$
"""
LATER = METRIC + "\nSo much for the definition. Now to the exercises.\n\n(d) $d(x, y) = d(y, y)$\n"


def kinds(text):
    return [(s.kind, s.verdict) for s in verify(text, jobs=0, second_reader=False).steps if s.relation == "="]


@pytest.mark.parametrize("text", [METRIC, KERNEL])
def test_what_is_asked_of_an_unknown_function_claims_nothing(text):
    found = kinds(text)
    assert found and set(found) == {("hypothesis", "given")}


def test_without_a_definition_it_is_a_claim():
    assert kinds(SHOWN) == [("step", "undecided")]


def test_what_is_known_stays_a_claim():
    assert kinds(KNOWN)[-1] == ("step", "refuted")


def test_a_list_ends_where_something_else_is_said():
    assert kinds(LATER)[-1] == ("step", "undecided")


@pytest.mark.parametrize(
    ("before", "words", "follows"),
    [
        ("(a) x", "(b) y", True), ("(i)", "(ii)", True), ("2. x", "3. y", True), ("a)", "c)", False),
        ("(c) x", "(iii) y", False), ("(b)", "(a)", False), ("(h)", "(i)", True), ("", "(a)", False),
    ],
)  # fmt: skip
def test_numbers_in_order(before, words, follows):
    assert numbering.comes_next(before, words) is follows


TWO = (  # labels, with the second formula: of another thing, and of the same one
    ("- sigmoid: $f(x) = \\frac{1}{1 + e^{-x}}$\n- tanh: $f(x) = \\tanh(x)$", "given"),
    ("**Ridge.** $\\text{Loss} = a^2 + b$.\n\n**Lasso.** $\\text{Loss} = a^2 + c$.", "given"),
    ("The **ridge** objective is $J(w) = w^2 + b$. The **lasso** objective is $J(w) = |w| + b$.", "given"),
    ("The ridge objective is $J(w) = (y - w)^2$. The expanded objective is $J(w) = y^2 - 2yw$.", "refuted"),
    ("The loss is $J(w) = (y - w)^2$. The regularised loss is $J(w) = (y - w)^2 + w^2$.", "given"),
    ("With the squared loss, $f(y, t) = (y - t)^2$. With the absolute loss, $f(y, t) = |y - t|$.", "given"),
    ("- standard: $f(x) = x^2 - 4x + 3$\n- vertex: $f(x) = (x-2)^2 - 2$", "refuted"),
    ("- standard: $f(x) = x^2 - 4x + 3$\n- vertex: $f(x) = (x-2)^2 - 1$", "proved"),
    ("The loss is $f(w) = (y - w)^2$. Expanding, $f(w) = y^2 - 2yw - w^2$.", "refuted"),
)


@pytest.mark.parametrize(("text", "verdict"), TWO)
def test_a_second_formula_under_another_label_is_of_something_else(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
