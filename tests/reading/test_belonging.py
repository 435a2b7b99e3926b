"""A heading such as Proof is about the statement before it: what is supposed there holds, and names are the same."""

import pytest

from proofs.reading.documents import read_document
from proofs.reading.story import Story
from proofs.writing import plain

MARKDOWN = "## Theorem\n\nLet $\\sigma > 0$. If $a = b$ then\n\n$$(a - b)^2 = 0$$\n\n{}\n\n$$a - b = 0$$\n"
TEX = (
    "\\documentclass{article}\n\\newtheorem{theorem}{Theorem}\n\\begin{document}\n\\subsection{Theorem}\n"
    "Let $\\sigma > 0$. If $a = b$ then\n\\[(a - b)^2 = 0\\]\n\n%s\n\\[a - b = 0\\]\n%s\n\\end{document}"
)


def hypotheses(text):
    """What the last claim of a document is said under."""
    lines = [line for chain in Story(read_document(text)).chains() for line in chain.lines]
    return [plain(h) for h in lines[-1].claim.hypotheses]


@pytest.mark.parametrize(
    "heading",
    [
        "**Proof.**", "**Proof**: We have", "*Proof*: ", "*Proof.* Clearly", "**Derivation.**", "**Solution.**",
        "**Proof of Theorem 2.**", "**Step 1.**", "**Step 2: the square.**", "**Hint.**", "**The derivative of $b$.**",
        "## Proof", "### Proof", "### The solution",
    ],
)  # fmt: skip
def test_in_markdown(heading):
    assert hypotheses(MARKDOWN.format(heading)) == ["σ > 0", "a = b"]


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("\\textbf{Proof.}", ""), ("\\textbf{Proof:} Clearly", ""), ("\\textit{Proof.}", ""), ("\\paragraph{Proof}", ""),
        ("\\begin{proof}", "\\end{proof}"), ("\\subsection*{Proof}", ""), ("\\subsubsection*{Solution}", ""),
        ("\\paragraph{The derivative}", ""),
    ],
)  # fmt: skip
def test_in_latex(begin, end):
    assert hypotheses(TEX % (begin, end)) == ["σ > 0", "a = b"]


@pytest.mark.parametrize(
    ("heading", "held"),
    [
        ("**Example 2.**", ["σ > 0"]), ("**Corollary.**", ["σ > 0"]), ("**Case 2.**", ["σ > 0"]), ("**b)**", ["σ > 0"]),
        ("**Question 3: the rest.**", ["σ > 0"]), ("**3. The rest.**", ["σ > 0"]), ("**Aufgabe 3.**", ["σ > 0"]),
        ("## Proofs", []), ("## Remark", []), ("# Solution", []), ("### The rest", ["σ > 0"]),
    ],
)  # fmt: skip
def test_another_thing_is_not_about_what_stands_before(heading, held):
    assert hypotheses(MARKDOWN.format(heading)) == held


def test_a_name_is_in_the_statement_what_it_is_in_the_proof():
    """That the densities with the indices Z | X and Z are two is seen only below."""
    text = (
        "**Theorem.** For all $z$\n\n$$p_{Z \\mid X}(z) q(z) = q(z) p_{Z \\mid X}(z)$$\n\n"
        "**Proof.** Indeed\n\n$$p_Z(z) + p_{Z \\mid X}(z) = p_{Z \\mid X}(z) + p_Z(z)$$"
    )
    first, *_ = (line for chain in Story(read_document(text)).chains() for line in chain.lines)
    assert plain(first.claim.statement) == "p_Z|X(z)*q(z) = q(z)*p_Z|X(z)"
