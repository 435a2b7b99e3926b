"""What a document asserts, line by line: kinds, scopes, cases, what goes on from where, what is only said later."""

from __future__ import annotations

import pytest

from proofs.language import Relation
from proofs.reading.documents import read_document
from proofs.reading.story import Story
from proofs.writing import plain
from tests.marking.verdicts import judged


def lines(text, *assuming, kind="markdown"):
    return [line for chain in Story(read_document(text, kind=kind), assuming).chains() for line in chain.lines]


def claims(text, *assuming):
    return [plain(line.claim.statement) for line in lines(text, *assuming) if line.claim is not None]


def kinds(text):
    return [line.kind for line in lines(text)]


def test_a_chain_goes_on_row_by_row_and_after_a_line_of_prose():
    text = "$$\\begin{align} (a+b)^2 &= (a+b)(a+b) \\\\ &= a^2 + 2ab + b^2 \\end{align}$$\n\nor, shorter,\n\n$$= a(a + 2b) + b^2$$"
    assert claims(text) == [
        "(a + b)² = (a + b)*(a + b)",
        "(a + b)*(a + b) = a² + 2*a*b + b²",
        "a² + 2*a*b + b² = a*(a + 2*b) + b²",
    ]


def test_a_new_name_is_a_definition_and_is_used_from_then_on():
    text = "$$c = a + b$$\n\n$$c^2 = a^2 + 2ab + b^2$$"
    assert kinds(text) == ["definition", "step"]
    assert claims(text) == ["(a + b)² = a² + 2*a*b + b²"]


def test_a_name_and_a_function_are_defined_in_one_line():
    text = "$$y = g(x) = 2 x + 1$$\n\n$$y - 1 = 2 x$$\n\n$$g(3) = 7$$"
    assert kinds(text) == ["definition", "definition", "step", "step"]
    assert claims(text) == ["(2*x + 1) - 1 = 2*x", "2*3 + 1 = 7"]
    assert kinds("$$g(x) = x^2$$\n\n$$y = g(x) = 2 x$$") == ["definition", "definition", "step"]


def test_a_function_is_defined_once_and_an_instance_is_judged():
    text = "where $s(x_1) = 0.5 x_1$ and so\n\n$$s(2) = 1$$\n\n$$s(x_1) = x_1 / 2$$"
    assert kinds(text) == ["definition", "step", "step"]
    assert claims(text)[0] == "1/2*2 = 1"


def test_what_follows_where_is_known_in_the_formula_before():
    text = "We have $$y = 2 m$$ where $m = a + b$.\n\n$$y = 2a + 2b$$"
    assert claims(text)[-1] == "2*(a + b) = 2*a + 2*b"


def test_a_name_belongs_to_its_heading():
    text = "# Sheet\n\n## One\n\n$$c = 2$$\n\n$$c + 1 = 3$$\n\n## Two\n\n$$c + 1 = 1 + c$$"
    assert claims(text) == ["2 + 1 = 3", "c + 1 = 1 + c"]
    (last,) = lines(text)[-1:]
    assert [plain(other.statement) for other in last.instead] == ["2 + 1 = 1 + 2"]


def test_the_parts_of_a_section_follow_each_other():
    text = "# Sheet\n\na) Let $$c = 2.$$\n\nb) Then $$c + 1 = 3.$$"
    assert claims(text) == ["2 + 1 = 3"]


def test_a_case_ends_where_the_next_begins():
    text = "Let $\\sigma > 0$.\n\nIf $a = b$ then\n\n$$(a-b)^2 = 0.$$\n\nIf $a = 1$ then\n\n$$a^2 = a.$$"
    first, second = [line for line in lines(text) if line.claim is not None]
    assert [plain(h) for h in first.claim.hypotheses] == ["σ > 0", "a = b"]
    assert [plain(h) for h in second.claim.hypotheses] == ["σ > 0", "a = 1"]


def test_declared_signs_members_and_laws_are_assumptions():
    text = "Let $\\sigma > 0$, $0 < p < 1$ and $X \\sim \\mathcal{N}(\\mu, \\tau^2)$.\n\n$$\\mathrm{E}(X) = \\mu$$"
    (line,) = [line for line in lines(text) if line.claim is not None]
    assert {plain(h) for h in line.claim.hypotheses} == {"σ > 0", "0 < p", "p < 1", "τ > 0"}
    assert plain(line.claim.statement) == "E[x ~ N(μ, τ²)](x) = μ"


@pytest.mark.parametrize(
    "text",
    [
        "Let $|r| < 1$. $$r^2 = r$$",
        "If $1 > |r|$, then $$r^2 = r$$",
        "$$r^2 = r$$ for $|r| < 1$.",
        "Suppose that $-1 < r < 1$. $$r^2 = r$$",
    ],
)
def test_an_absolute_value_that_is_bounded_bounds_a_name_on_both_sides(text):
    (line,) = [line for line in lines(text) if line.claim is not None]
    assert {plain(h) for h in line.claim.hypotheses} == {"-1 < r", "r < 1"}


def test_a_bound_of_a_distance_is_a_case():
    (line,) = [line for line in lines("If $|x - a| < d$ then $$x - a < d.$$") if line.claim is not None]
    assert {plain(h) for h in line.claim.hypotheses} == {"-d < x - a", "x - a < d"}


@pytest.mark.parametrize(
    "text",
    [
        "$$\\frac{d}{dx} f(x) = 0$$",
        "$$\\frac{df(x)}{dx} = 2x - 4 = 0$$",
        "$$2x - 4 \\stackrel{!}{=} 0$$",
        "Setting this equal to zero, $$2x - 4 = 0$$",
        "$$KL(p||q) \\neq KL(q||p)$$",
    ],
)
def test_a_condition_is_no_claim(text):
    assert kinds(text)[-1] == "condition"


@pytest.mark.parametrize(("sign", "kind"), [("> 0", "step"), ("< 0", "step"), ("= 0", "condition")])
def test_the_sign_of_a_derivative_that_is_known_is_a_claim(sign, kind):
    assert kinds(f"Let $x > 0$.\n\n$$\\frac{{d}}{{dx}} x^2 = 2x {sign}$$")[-1] == kind


def test_the_sign_of_a_derivative_that_is_not_known_may_be_asked_for():
    assert kinds("$$\\frac{d}{dx} x^2 = 2x > 0$$")[-1] == "condition"


def test_a_question_claims_nothing():
    assert kinds("# Is $a = b$?\n\n$$a + b = b + a$$") == ["step"]


def test_what_is_to_be_shown_is_a_goal():
    assert kinds(
        "**Theorem:** We have\n\n$$(a+b)^2 = a^2 + 2ab + b^2$$\n\n**Proof:** Clearly\n\n$$a + b = b + a$$"
    ) == [
        "goal",
        "step",
    ]


def test_an_equation_row_has_the_row_above_as_premise():
    found = lines("$$2x + 4 = 10$$\n\n$$2x = 6$$")
    assert isinstance(found[1].premise, Relation)
    assert plain(found[1].premise) == "2*x + 4 = 10"


def test_a_box_is_opened_and_words_name_a_quantity():
    found = lines("$$\\boxed{(a+b)^2 = a^2 + 2ab + b^2}$$\n\n$$\\text{Total parameters} = 20 + 20 = 40$$")
    assert [line.kind for line in found] == ["step", "definition", "step"]
    assert found[1].left == "Total parameters"


def test_after_a_formula_that_was_not_read_its_name_is_in_fog():
    text = "$$Z = \\lim_{n \\to \\infty} a_n \\heartsuit$$\n\n$$Z + 1 = 2$$"
    found = lines(text)
    assert found[0].kind == "unread"
    assert found[-1].fog == ("Z",)


def test_a_line_that_was_not_read_has_its_place_and_reason():
    (line,) = lines("Some words.\n\n$$\na + b = \\int x\n$$")
    assert line.kind == "unread" and line.place.line == 4 and line.why


def test_up_to_a_constant_means_equal_derivatives_by_what_it_is_constant_in():
    text = "$$F = x^2 + y + const.$$\n\nHere const. is with respect to $x$.\n\n$$x^2 + y = x^2 + const.$$"
    assert claims(text)[-1] == "d/dx(x² + y) = d/dx(x²)"
    assert "const" in (lines("$$x^2 + y = x^2 + const.$$")[0].why or "")


def test_an_assumption_from_outside_holds_everywhere():
    (line,) = [line for line in lines("$$\\sqrt{\\sigma^2} = \\sigma$$", "\\sigma > 0") if line.claim is not None]
    assert [plain(h) for h in line.claim.hypotheses] == ["σ > 0"]
    with pytest.raises(ValueError, match="not read"):
        lines("$$a = b$$", "\\sigma >")


def test_the_mean_of_data_is_what_a_bar_may_mean():
    text = "$$\\sum_{i=1}^n (x_i - \\bar{x}) = 0$$"
    (line,) = lines(text)
    assert line.of_data is not None
    assert plain(line.of_data.statement) == "Σ[i=1..n](x[i] - Σ[i=1..n](x[i])/n) = 0"


def test_decimals_that_are_new_on_the_right_are_told_apart():
    found = lines("$$e^{0.5} + 3 = 1.6487 + 3 = 4.6487$$")
    assert [line.decimals for line in found] == [("1.6487",), ("4.6487",)]


def test_a_chain_is_taken_up_behind_what_was_not_read():
    text = r"$$\begin{align} (a+b)^2 &= \Omega \cap \emptyset \\ &= a^2 + 2ab + b^2 \end{align}$$"
    assert kinds(text) == ["unread", "step"]
    last = lines(text)[-1]
    assert (last.left, last.right) == ("(a+b)^2", "a^2 + 2ab + b^2")
    assert last.remarks == ("what stands between the two sides was not read",)
    assert claims(text) == ["(a + b)² = a² + 2*a*b + b²"]
    assert claims(r"$$a = b \cap c = d + e = e + d$$") == ["a = d + e", "d + e = e + d"]


def test_behind_what_was_not_read_an_unknown_density_is_in_doubt():
    text = r"$$KL(p \| q) = \int p(x) \log\frac{p(x)}{q(x)} dx$$" "\n\n" r"$$KL(p \| q) = \Omega \cap \emptyset = 2$$"
    assert set(lines(text)[-1].fog) == {"p", "q"}
    assert lines(r"$$(a+b)^2 = \Omega \cap \emptyset = a^2$$")[-1].fog == ()


@pytest.mark.parametrize("relation", [r"\leq", r"\geq", r"\propto", r"\approx"])
def test_what_is_not_said_to_be_equal_is_no_way_across(relation):
    text = rf"$$a^2 {relation} \Omega \cap \emptyset \leq b + 1$$"
    assert kinds(text) == ["unread", "unread"]


def test_behind_a_relation_that_is_not_read_the_chain_goes_on_from_its_right_side():
    text = r"$$g(x) \perp (a+b)^2 = a^2 + 2ab + b^2$$"
    assert kinds(text) == ["unread", "step"]
    assert claims(text) == ["(a + b)² = a² + 2*a*b + b²"]


def test_a_hypothesis_that_is_tested_is_given_and_nothing_follows_from_it():
    text = (
        r"We test $$H_0: \; \mu = \mu_0$$ against $$H_1: \; \mu \neq \mu_0$$"
        "\n\n$$\\mu - \\mu_0 = 0 + (\\mu - \\mu_0)$$"
    )
    assert kinds(text) == ["hypothesis"] * 4 + ["step"]
    step = lines(text)[-1]
    assert step.claim.hypotheses == () and plain(step.claim.statement) == "μ - μ₀ = 0 + (μ - μ₀)"
    cited = lines(r"$$\label{eq:h} H_0: \; a = b$$" "\n\n" r"$$a \overset{\eqref{eq:h}}{=} b$$")[-1]
    assert cited.cites == ("eq:h",)


def test_a_multinomial_coefficient_says_that_its_counts_add_up():
    text = r"$$\log {n \choose k_1, \ldots, k_m} = \log n! - \sum_{j=1}^m \log k_j!$$"
    (line,) = lines(text)
    assert [plain(h) for h in line.claim.hypotheses] == ["Σ[i=1..m](k[i]) = n"]


def test_a_left_side_that_is_no_name_is_refused_with_the_reason_of_the_right():
    assert lines(r"$$x_{1/2} = \mu \pm \sigma$$")[0].why == "plus or minus: which of the two is not said"
    assert lines(r"$$S_{1/2}^2 = \Omega \cap B$$")[0].why.startswith("the operation")


def test_what_a_quotient_was_said_to_be_and_was_not_read_is_in_fog():
    text = r"$$\frac{S}{\sigma^2} = \Omega \cap \emptyset$$" "\n\n$$S + 1 = T$$"
    assert lines(text)[-1].fog == ("S",)


def test_a_name_that_a_sentence_mentions_is_no_number_for_that():
    said = "Let $f$ be a function.\n\n"
    assert claims(said + "$$f(x) + f(-x) = 2 f(x)$$") == ["f(x) + f(-x) = 2*f(x)"]
    assert claims("Let $t$ be a number.\n\n$$t(t + 1) = t^2 + t$$") == ["t*(t + 1) = t² + t"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $x = 3$. Then $x^2 = 9$. Let $x = 5$. Then $x^2 = 25$.", ["given", "proved", "given", "proved"]),
        (r"Let $x = 3$. Hence $x = 5$.", ["given", "refuted"]),
        (r"Let $f(t) = t^2$. Now let $f(t) = t^3$. Then $f(2) = 8$.", ["given", "given", "proved"]),
        (r"Let $f(t) = t^2$. Let $f(t) = 9$. Then $f(2) = 4$.", ["given", "given", "proved"]),  # an equation for t
        (r"Let $f(t) = t^2$. Thus $f(t) = t^3$.", ["given", "refuted"]),
    ],
)
def test_what_is_let_be_again_claims_nothing(text, expected):
    assert [step.verdict for step in judged(text).steps] == expected


@pytest.mark.parametrize("clause", [r"the law of $3 \diamond X$", r"the common limiting distribution of the chain"])
def test_a_law_that_was_told_and_not_read_is_not_that_of_its_small_letter(clause):
    text = (
        r"Let $p(x) = \mathcal{N}(x; 0, 1)$ and $q(x) = \mathcal{N}(x; 1, 1)$ be densities, and let $Q$ be "
        + clause
        + r". Then $$\mathrm{KL}(p \| Q) = \frac{1}{2}$$"
    )
    assert judged(text).steps[-1].verdict == "undecided"


DERIVATIVES = (
    r"Let $X \sim \mathrm{Gam}(a, b)$ with moment-generating function $M_X(t)$ and $x > 0$. Then $$LEFT = RIGHT$$"
)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("f'_X(x)", r"\frac{\mathrm{d} f_X(x)}{\mathrm{d} x}", "proved"),
        ("f'_X(x)", r"f_X(x) \left( \frac{a - 1}{x} - b \right)", "supported"),
        ("f'_X(x)", r"f_X(x) \left( \frac{a - 1}{x} + b \right)", "refuted"),
        ("f''_X(x)", r"\frac{\mathrm{d} f_X(x)}{\mathrm{d} x}", "refuted"),
        ("M_X'(0)", r"\frac{a}{b}", "supported"),
        ("M_X'(0)", r"\mathrm{E}(X)", "supported"),
    ],
)
def test_primes_on_densities_and_generating_functions_of_known_laws(left, right, verdict):
    text = DERIVATIVES.replace("LEFT", left).replace("RIGHT", right)
    assert judged(text).steps[-1].verdict == verdict
