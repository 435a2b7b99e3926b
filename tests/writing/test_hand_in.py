"""Hand-ins hold mathematics and nothing of the machine; as Markdown and notebook they are what others read."""

import json
import re
from base64 import b64encode

import nbformat
import pytest

import derivations as book
from derivations.pictures import PICTURES, picture
from proofs.marking.answering import of_derivations
from proofs.registry import REGISTRY
from proofs.writing import latex
from proofs.writing.drawing import as_bytes
from proofs.writing.hand_in import as_latex, as_markdown, as_notebook, pictures
from proofs.writing.measure import width
from proofs.writing.pages import DISPLAY
from tests.marking.verdicts import judged

OURS = re.compile(
    r"\b(licen[sc]\w*|worlds?|verdicts?|kernel|opaque|revers\w+|mutants?|judge\w*|refuted|undecided|unread|registry|"
    r"rewrit\w+|enclos\w+|engine|obligation\w*|instantiat\w+|callable|proofs\.\w+)\b"
)


THEIRS = {"convolution": {"kernel"}}  # words of the machine that mean something else in a derivation


def drawn(name):
    return picture(name) if name in PICTURES else None


def words(text):
    """What is said, without formulas and the commands of LaTeX."""
    text = text.partition("\\begin{document}")[2] or text
    reasons = " ".join(re.findall(r"\\why\{((?:[^{}]|\{[^{}]*\})*)\}", text))
    text = re.sub(r"\\begin\{align\*\}.*?\\end\{align\*\}|\$[^$]*\$|\\includegraphics.*", " ", text, flags=re.DOTALL)
    return f"{text} {reasons}"


@pytest.mark.parametrize("brief", [False, True])
@pytest.mark.parametrize("name", book.CATALOGUE)
def test_a_hand_in_says_nothing_of_the_machine(name, brief):
    text = words(as_latex(of_derivations([book.derive(name)], drawn, brief=brief), "page"))
    theirs = set().union(*(those for part, those in THEIRS.items() if part in name))
    assert set(OURS.findall(text)) <= theirs
    assert [rule for rule in REGISTRY if "_" in rule and rule in text] == []


def test_the_words_of_the_machine_are_found():
    text = words(r"\begin{document} by \why{the kernel} $opaque$ \begin{align*} world \end{align*} mutants")
    assert set(OURS.findall(text)) == {"mutants", "kernel"}


def test_statement_steps_and_boxed_result_stand_in_order():
    text = as_latex(of_derivations([book.gaussian_kl()], drawn), "page")
    places = [
        text.index(each)
        for each in ("section*{\\raggedright The Kullback", "To show:", "\\why{by linearity}", "\\boxed{")
    ]
    assert places == sorted(places) and "page-gaussian_kl.pdf" in text
    brief = as_latex(of_derivations([book.gaussian_kl()], drawn, brief=True), "page")
    assert "Source" not in brief and "includegraphics" not in brief and "\\why{by linearity}" in brief


def test_what_is_used_is_derived_before_or_in_brief_stated():
    proofs = [book.gaussian_kl_same_mean()]
    full, brief = (as_latex(of_derivations(proofs, drawn, brief=b), "page") for b in (False, True))
    assert "(used below)" in full and "by the moments of the normal distribution" in full
    assert "(used below)" in brief and "by the moments of the normal distribution" not in brief
    both = as_latex(of_derivations([book.gaussian_kl(), *proofs], drawn), "page")
    assert "(used below)" not in both and both.count("by the moments of the normal distribution") == 1


@pytest.mark.parametrize("name", book.CATALOGUE)
def test_on_a_screen_reasons_stand_beside_their_lines_or_below_them(name):
    """A web page centres a display with tags and cuts off those that do not fit beside it."""
    proof = book.derive(name)
    markdown = as_markdown(of_derivations([proof], drawn), "page")
    assert set(re.findall(r"\\tag\*?\{.*", markdown)) == {r"\tag*{$\square$}"}
    for display in DISPLAY.findall(markdown):
        rows = display.removeprefix("\\begin{align*}\n").removesuffix("\n\\end{align*}").split(" \\\\\n")
        lines, _, reasons = zip(*(row.partition("&&\\small") for row in rows), strict=True)
        assert not any(reasons) or max(map(width, lines)) + 0.9 * max(map(width, reasons)) < 500
    for step in (step for chain in proof.chains for step in chain.steps):
        assert f"\\small\\text{{{step.reason}}}" in markdown


@pytest.mark.parametrize("name", ["gaussian_kl", "bernoulli_mle", "kl_zero_iff_equal"])
def test_markdown_and_notebooks_are_read_back(name):
    hand_in = of_derivations([book.derive(name)], drawn)
    images = {f.name: b64encode(as_bytes(f.picture.figure(), "png")).decode() for f in pictures(hand_in)}
    notebook = as_notebook(hand_in, images)
    nbformat.validate(nbformat.reads(notebook, as_version=4))
    assert json.loads(notebook)["metadata"]["kernelspec"]["name"] == "python3"  # or Jupyter asks for a kernel
    cells = json.loads(notebook)["cells"]
    assert {cell["cell_type"] for cell in cells} == {"markdown"}
    attached = {key for cell in cells for key in cell.get("attachments", {})}
    assert attached == {f"{each}.png" for each in images}
    markdown = as_markdown(hand_in, "page")
    for inside in ("\\why", "\\lead", "\\heading", "\\fitted", "\\section"):
        assert inside not in markdown
    text = "\n\n".join("".join(cell["source"]) for cell in cells)
    assert text.replace("attachment:", "page-").replace(".png", ".svg") == markdown.rstrip("\n")
    verdicts = [step.verdict for step in judged(markdown).steps]
    assert "proved" in verdicts and not {"refuted", "unread", "undecided"} & set(verdicts)


def test_the_reason_of_an_algebraic_step_says_what_is_done():
    steps = [step for name in book.CATALOGUE for chain in book.derive(name).chains for step in chain.steps]
    said = {f"{latex(s.left)} {s.symbol} {latex(s.right)}": s.reason for s in steps if s.rule == "algebra"}
    assert said["4 + 1 + 3 + 1 = 9"] == "calculating"
    assert said[r"\sqrt{\pi \cdot 9} = 3 \sqrt{\pi}"] == "calculating"
    assert said["V d + d V = 2 V d"] == "rearranging"
    assert said[r"\frac{n - k}{n} > 0"] == "by the signs of its parts"
    assert said[r"\frac{1}{6} \log 2 < \frac{1}{3} \log 2"] == "since the difference is positive"


def test_what_is_to_be_shown_is_told_with_what_it_supposes():
    text = as_latex(of_derivations([book.optimal_discriminator()], drawn), "page")
    assert "and $0 < D < 1$. To show, where $\\frac{p(x)}{D} - \\frac{g(x)}{1 - D} = 0$:" in text


def test_a_source_is_told_once_in_an_answer():
    used = as_latex(of_derivations([book.gaussian_kl_same_mean()], drawn), "page")
    apart = as_latex(of_derivations([book.gaussian_kl(), book.gaussian_kl_same_mean()], drawn), "page")
    assert (used.count("Source: "), apart.count("Source: ")) == (1, 2)


@pytest.mark.parametrize("name", book.CATALOGUE)
def test_headings_are_sentences_and_no_part_shows_what_another_does(name):
    proof = book.derive(name)
    headings = [chain.title for chain in proof.chains if chain.title]
    assert all(heading[0].isupper() or heading[0] == "$" for heading in headings)
    shown = [(chain.suppose, chain.concluded) for chain in proof.chains]
    assert len(set(shown)) == len(shown)


def test_reasons_of_numbers_that_were_put_in_are_their_own():
    text = as_latex(of_derivations([book.bernoulli_mle_example(), book.jensen_shannon_example()], drawn), "page")
    assert r"1 - \frac{9}{16}&= \frac{16 - 9}{16} \tag*{\why{calculating}}" in text
    assert r"&< 0 \tag*{\why{by the signs of its parts}}" in text
    assert r"&= \log 2 \tag*{\why{calculating}}" in text


def test_lines_end_where_words_do():
    text = as_latex(of_derivations([book.gaussian_wasserstein_example()], drawn), "page")
    assert "between N(3,~2) and N(4,~1)}" in text
    markdown = as_markdown(of_derivations([book.gaussian_wasserstein_example()], drawn), "page")
    assert "between N(3, 2) and N(4, 1)\n" in markdown


def test_an_integer_that_is_known_is_not_called_one():
    markdown = as_markdown(of_derivations([book.bernoulli_mle_boundary()], drawn), "page")
    assert "Suppose that $k = 0$.\n" in markdown and "Suppose that $k = n$.\n" in markdown


def test_what_is_supposed_of_several_maps_is_said_of_each():
    markdown = as_markdown(of_derivations([book.composed_log_determinant()], drawn), "page")
    assert r"$f_1, \dots, f_K$ are continuously differentiable" in markdown
