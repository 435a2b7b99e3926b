"""Names for long terms: what a reader sees, and that the lines beneath are as they were."""

import re

import pytest

import derivations as book
from proofs import Proof
from proofs.language import (
    Int,
    Jacobian,
    Number,
    Range,
    Var,
    VectorOf,
    exp,
    half,
    integer,
    log,
    symbols,
    vector,
)
from proofs.writing import document, fragment, latex, proof_html, proof_text
from proofs.writing.denoting import definitions, denoting

x, a, z = symbols("x a z")
C = Var("C")
mass = Int(exp(-(x**2)), x)


def simple() -> Proof:
    return Proof(log(mass) + a, name="simple").where(C.eq(mass)).eq(a + log(mass))


def test_a_page_says_what_a_name_stands_for_and_then_prints_the_name():
    page = fragment(simple())
    assert page.startswith(f"Write $C = {latex(mass)}$.")
    assert page.count(latex(mass)) == 1
    assert r"\log C + a&= a + \log C" in page
    assert r"\boxed{\log C + a = a + \log C}" in page


def test_terminal_and_notebook_say_the_same():
    text = proof_text(simple())
    assert "log(C) + a" in text and text.count("∫") == 1
    assert proof_html(simple(), simple().check()).count(r"\int") == 1


def test_the_lines_and_their_judgement_stay_as_they_are():
    assert simple().statement is (log(mass) + a).eq(a + log(mass))
    mu_1, mu_2, sigma_1 = symbols("mu_1 mu_2 sigma_1")
    proof = book.derive("gaussian_kl")
    told = proof.where(C.eq(sigma_1**2 + (mu_1 - mu_2) ** 2))
    assert r"\frac{C}{2 \sigma_2^2}" in fragment(told)
    assert told.check().as_json() == proof.check().as_json()


def test_a_definition_is_said_with_the_names_before_it():
    proof = Proof(a + exp(mass)).where(C.eq(mass), Var("D").eq(exp(mass))).eq(exp(mass) + a)
    assert [latex(each) for each in definitions(proof)][1] == r"D = \exp(C)"
    assert denoting(proof, proof.statement) is (a + Var("D")).eq(Var("D") + a)


def test_a_name_of_the_proof_cannot_denote_a_term():
    taken = Proof(mass + C).where(C.eq(mass)).eq(C + mass)
    with pytest.raises(ValueError, match="C is a name of the proof already"):
        fragment(taken)


@pytest.mark.parametrize("wrong", [mass < C, mass.eq(C), C])
def test_what_is_no_definition_is_refused(wrong):
    with pytest.raises(TypeError, match="expected an equation with a new variable on its left"):
        simple().where(wrong)


def test_values_that_are_put_in_leave_a_name_its_term():
    """At x = (2), y stands for its term at 2; beneath the derivative by x, for the term in x."""
    n = integer("n")
    k = Var("k", Range(Number(1), n))
    v, y = vector("x", n), vector("y", n)
    square = VectorOf(v[k] ** 2, k)
    proof = Proof(Jacobian(square, v, v)).where(y.eq(square)).eq(Jacobian(square, v, v)).at(n=1, x=(2,))
    start = proof.chains[0].start
    assert start is not None
    assert latex(denoting(proof, start)) == r"\left. \frac{\partial y}{\partial x} \right|_{x = (2)}"
    assert latex(denoting(proof, proof.put(square)[1])) == "y_1"


def test_the_worked_instance_reads_like_a_textbook():
    page = document([book.derive("flow_log_determinant_example")])
    for said in (
        r"Put $m = 1$, $n = 1$, $x_a = (1)$, $x_b = (1)$, $s(x) = \left( \frac{1}{2} x_1 \right)$",
        r"\exp\!\left( \frac{1}{2} \cdot 1 \right)",
        r"y_{b,1}&= 1 \cdot \exp\!\left( \frac{1}{2} \cdot 1 \right) + (2 \cdot 1 + 1) \tag*{\why{calculating}}",
        r"&= \exp\!\left( \frac{1}{2} \right) + 3 \tag*{\why{calculating}}",
        r"\boxed{\log \left| \det J \right| = \frac{1}{2}}",
    ):
        assert said in page, said
    assert "(1)_" not in page
    assert r"\fitted{" not in page.partition(r"\begin{document}")[2]


def test_put_goes_through_the_values_of_one_at_after_the_other():
    proof = book.derive("gaussian_kl").at(mu_1=0).at(sigma_1=1)
    mu_1, sigma_1 = symbols("mu_1 sigma_1")
    assert proof.put(mu_1 + sigma_1 * half) is Number(0) + Number(1) * half
    assert "Put $\\mu_1 = 0$ and $\\sigma_1 = 1$." in fragment(proof)


def test_a_heading_and_a_result_are_never_alone_on_a_page():
    page = document([book.derive("mean_field")])
    assert r"\postdisplaypenalty=9999" in page and r"\heading{The multiplier}" in page
    for display in re.findall(r"\\begin\{align\*\}\n(.*?)\n\\end", page, re.DOTALL):
        rows = re.split(r" \\\\\n", display)
        for k, row in enumerate(rows):
            if row.endswith(r"\displaybreak[0]"):
                assert 0 < k < len(rows) - 2, "a page may end after the first line of a chain, or before its last"
                assert not rows[k + 1].startswith(r"&\q"), "a page may end within a step"


def test_a_notebook_breaks_wide_lines_and_says_hypotheses_once():
    proof = book.derive("mean_field")
    page = proof_html(proof, proof.check())
    assert page.count(r"\begin{aligned}") > 5
    assert page.count("Under the same hypotheses:") == 2
    assert page.count("colspan=&#x27;5&#x27;") + page.count("colspan='5'") >= 2, "wide left sides have their own row"
