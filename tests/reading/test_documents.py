"""Documents as blocks: what is mathematics, how it is cut into rows, and where every character stands."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from proofs.reading.documents import kind_of, read_document
from proofs.reading.files.encoding import Unreadable
from proofs.reading.files.source import Display, Document, Heading, Inline, Paragraph, Placed, Text


def displays(document: Document) -> list[Display]:
    return [part for block in document.blocks for part in block.parts if isinstance(part, Display)]


def rows(document: Document) -> list[str]:
    return [" ".join(row.maths.text.split()) for display in displays(document) for row in display.rows]


def inlines(document: Document) -> list[str]:
    return [part.maths.text for block in document.blocks for part in block.parts if isinstance(part, Inline)]


def words(document: Document) -> list[str]:
    """A line for each block: headings with their level, a formula as a box."""
    shown = []
    for block in document.blocks:
        text = "".join(p.text if isinstance(p, Text) else "□" if isinstance(p, Inline) else "■" for p in block.parts)
        shown.append(f"{'#' * block.level} {text}" if isinstance(block, Heading) else "  " * block.depth + text)
    return shown


def maths(document: Document) -> list[Placed]:
    return [
        placed
        for block in document.blocks
        for part in block.parts
        for placed in (
            [row.maths for row in part.rows]
            if isinstance(part, Display)
            else [part.maths]
            if isinstance(part, Inline)
            else []
        )
    ]


def assert_places(document: Document, source: str) -> None:
    """Every character that is no space stands where it is said to stand."""
    lines = re.split("\r\n|\r|\n", source.removeprefix("\ufeff"))
    for placed in maths(document):
        for k, character in enumerate(placed.text):
            if not character.isspace():
                place = placed.place(k)
                assert lines[place.line - 1][place.column - 1] == character, (placed.text, k, place)


MARKDOWN = [
    ("$$ a = b $$", ["a = b"]),
    ("$$\na = b\n\\\\ c = d\n$$", ["a = b", "c = d"]),
    ("Then $$ a = b $$ holds.", ["a = b"]),
    ("$$a$$ $$b$$", ["a", "b"]),
    ("$$a$$\n$$= b$$", ["a", "= b"]),
    ("- item\n\n  $$ a = b $$\n", ["a = b"]),
    ("- item\n  - deeper\n\n        $$ a = b $$\n", ["a = b"]),
    ("1. first $$a$$\n2. second\n   $$b$$", ["a", "b"]),
    ("> quoted\n> $$\n> a = b \\\\\n> c = d\n> $$", ["a = b", "c = d"]),
    ("| x | y |\n|---|---|\n| $$a | b$$ | $c|d$ |", ["a | b"]),
    ("\\[ a = b \\]", ["a = b"]),
    ("\\[\na\n\\]", ["a"]),
    ("\\\\[ a = b \\\\]", ["a = b"]),
    ("\\begin{align}\na &= b \\\\\n &= c\n\\end{align}", ["a = b", "= c"]),
    ("Words \\begin{equation*} a = b \\end{equation*} words", ["a = b"]),
    ("```math\na = b\n```", ["a = b"]),
    ("```\n$$ a = b $$\n```", []),
    ("~~~ python\nx = '$$ a $$'\n~~~\n\n$$b$$", ["b"]),
    ("`$$ a $$` and $$b$$", ["b"]),
    ("    x = $a$ + code", []),
    ("<!-- $$ a = b $$ -->\n\n$$c$$", ["c"]),
    ("<div>\n$$ a = b $$\n</div>", ["a = b"]),
    ("<!-- not closed\n\n$$ a = b $$", ["a = b"]),
    ("$$ a = b\n\nThen we see that it holds.\n\n$$ c = d $$", ["a = b", "c = d"]),
    ("$$ a = b\n\n= c $$", ["a = b = c"]),
    ("$$\\boxed{a}$$\n---\n", ["\\boxed{a}"]),
    ("$$ a = b \\text{ if $x > 0$} $$", ["a = b \\text{ if $x > 0$}"]),
    ("$$ a % a remark = 3\n= b $$", ["a = b"]),
    ("$$\\begin{equation} a = b \\label{e} \\end{equation}$$", ["a = b"]),
    ("$$\\begin{equation*}\\begin{split} a &= b \\\\ &= c \\end{split}\\end{equation*}$$", ["a = b", "= c"]),
    ("$a = b$\n$= c$\n", ["a = b", "= c"]),  # line by line, each in dollars
    ("\\( a \\geq b \\).\n\n\\( = c \\)\n", ["a \\geq b", "= c"]),
    ("$a = b$ and\n$= c$\n", []),
    ("- $a = b$\n", []),
    ("$a$, $b$\n", []),
    ("\\begin{align\\*}\na &= b \\\\\\\\\n &= c\n\\end{align\\*}", ["a = b", "= c"]),  # Markdown's own escapes
    ("$$ p\\_\\theta(x) = q\\_{1} $$", ["p_\\theta(x) = q_{1}"]),
    ("$$ a = \\text{my\\_name} \\\\_b $$", ["a = \\text{my\\_name}", "_b"]),
]


@pytest.mark.parametrize("text, found", MARKDOWN, ids=[repr(text) for text, _ in MARKDOWN])
def test_displays_of_markdown(text, found):
    document = read_document(text, "x.md")
    assert rows(document) == found
    assert_places(document, text)


INLINE = [
    ("let $x$ be", ["x"]),
    ("let $ x + 1 $ be", ["x + 1"]),
    ("let $\\mu $, $y$", ["\\mu", "y"]),
    ("it costs $5 and $6", []),
    ("it costs \\$5, $x$ is", ["x"]),
    ("from $20-$30, $x$", ["x"]),
    ("$a$ = $b$", ["a", "b"]),
    ("\\(x\\) is", ["x"]),
    ("the note \\[1\\] and \\(see below there\\)", []),
    ("$`x + y`$ is", ["x + y"]),
    ("*let $a*b$ and $c*d$*", ["a*b", "c*d"]),
    ("$p(x|y)$ [with $z$](there)", ["p(x|y)", "z"]),
    ("not $closed here\n\nand $x$", ["x"]),
]


@pytest.mark.parametrize("text, found", INLINE, ids=[repr(text) for text, _ in INLINE])
def test_formulas_in_sentences_of_markdown(text, found):
    document = read_document(text, "x.md")
    assert inlines(document) == found
    assert_places(document, text)


def test_two_formulas_with_a_sign_between_them():
    (block,) = read_document("$a$ = $b$", "x.md").blocks
    assert [p.text if isinstance(p, Text) else p.maths.text for p in block.parts] == ["a", " = ", "b"]


BLOCKS = [
    ("# One $x$\n\nText.\n\nTwo\n---\n", ["# One □", "Text.", "## Two"]),
    ('---\ntitle: "The KL"\nauthor: me\n---\n\nText', ["# The KL", "Text"]),
    ("---\n\nText\n\n---\n\nMore", ["Text", "More"]),
    ("We get\n\n$$a$$\n\nwhere $b$ is\n\n$$c$$\n\nNow more", ["We get■where □ is■", "Now more"]),
    ("We get\n\n$$a$$\n\nb) Compute", ["We get■", "b) Compute"]),
    ("We get\n\n$$a$$\n\n- item\n\n$$b$$", ["We get■", "  item", "■"]),
    ("- a\n  - b\n- c\n\n  d", ["  a", "    b", "  c", "  d"]),
    ("3. a\n4. b", ["  3. a", "  4. b"]),
    ("**Proof:** Let $x$ be", ["###### Proof:", "Let □ be"]),
    ("**Proof**: Let", ["###### Proof", ": Let"]),
    (
        "**Claim.** So\n$$a$$\n**Proof:** Let\n*Proof.* $x$",
        ["###### Claim.", "So ■", "###### Proof:", "Let", "###### Proof.", "□"],
    ),
    ("Let $x$ be\n**Not:** a title", ["Let □ be Not: a title"]),
    ("**Compute $x$:**\n\nText", ["###### Compute □:", "Text"]),
    ("*Hint:* Start", ["###### Hint:", "Start"]),
    ("*Nice:* Start", ["Nice: Start"]),
    ("**Bold** words", ["Bold words"]),
    ("- **Input:** words", ["  Input: words"]),
    ("[a *link*](there) and ![pic](p.png) `code` &amp; \\*", ["a link and code & *"]),
    ("| a | b |\n|---|---|\n| $x$ | c |", ["a | b |", "□ | c |"]),
    ("<b>bold</b> and <span title='$x$'>words</span>", ["bold and words"]),
]


@pytest.mark.parametrize("text, found", BLOCKS, ids=[repr(text) for text, _ in BLOCKS])
def test_blocks_of_markdown(text, found):
    assert words(read_document(text, "x.md")) == found


@pytest.mark.parametrize(
    "text, tags",
    [
        ("$$a = b$$ (2)", ["2"]),
        ("$$a$$\n$$= b$$\n (2)\n\nMore", [None, "2"]),
        ("$$a$$ (2) shows", [None]),
        ("$$a = b \\qquad (1)$$", ["1"]),
        ("$$a = b \\tag{1'}$$", ["1'"]),
        ("$$a = b \\eqno(3.1)$$", ["3.1"]),
        ("$$a = f \\, (1)$$", ["1"]),
        ("$$(1)$$", [None]),
    ],
)
def test_numbers_of_equations(text, tags):
    document = read_document(text, "x.md")
    assert [row.tag for display in displays(document) for row in display.rows] == tags
    assert not any("(2)" in row or "(1)" in row for row in rows(document)) or text == "$$(1)$$"


def test_places_of_words():
    text = "Some *words* here.\n\nMore &amp; \\* words $x$ then **bold** end\n"
    found = [p for block in read_document(text, "x.md").blocks for p in block.parts]
    places = {p.text.strip(): (p.place.line, p.place.column) for p in found if isinstance(p, Text)}
    assert places["Some words here."] == (1, 1)
    assert places["then bold end"] == (3, 24)


# ---------------------------------------------------------------------------------------------------------------------
# kinds


@pytest.mark.parametrize(
    "text, name, kind",
    [
        ("text", "a.tex", "tex"),
        ("text", "a.LTX", "tex"),
        ("%\n \\documentclass[a4paper]{article}", "a.txt", "tex"),
        ("we write `\\documentclass` so", "a.md", "markdown"),
        ("{}", "a.ipynb", "notebook"),
        ('{"cells": [], "nbformat": 4}', "", "notebook"),
        ("a + b = c", "", "maths"),
        ("a + b = c", "a.txt", "markdown"),
        ("\\begin{align} a &= b \\\\ &= c \\end{align}", "", "maths"),
        ("Let $x$ be", "", "markdown"),
        ("We claim that a = b holds for all of them", "", "markdown"),
        ("", "", "markdown"),
    ],
)
def test_kinds(text, name, kind):
    assert kind_of(text, name) == kind


@pytest.mark.parametrize(
    "text, found",
    [
        ("a + b = c", ["a + b = c"]),
        ("\\begin{align} a &= b \\\\ &= c \\end{align}", ["a = b", "= c"]),
        ("$$ a = b $$", ["a = b"]),
        ("\\[ a = b \\]", ["a = b"]),
        ("$a$", ["a"]),
        ("\\newcommand{\\R}{\\mathbb{R}} x \\in \\R", ["x \\in \\mathbb{R}"]),
        ("$$", []),
        ("\\begin{align} a", ["\\begin{align} a"]),
        ("", []),
    ],
)
def test_one_formula(text, found):
    assert rows(read_document(text, kind="maths")) == found


def test_a_text_that_is_too_large_is_refused():
    with pytest.raises(Unreadable, match="too large: 50,000,000 characters"):
        read_document("word " * 10_000_000)


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="one of tex, markdown"):
        read_document("a", kind="word")


# ---------------------------------------------------------------------------------------------------------------------
# any text

PIECES = st.sampled_from([
    "$", "$$", "\\(", "\\)", "\\[", "\\]", "\\\\", "&", "{", "}", "[", "]", "\\begin{align}", "\\end{align}", "\\begin{split}",
    "\\end{split}", "\\begin{cases}", "\\end{cases}", "\\begin{itemize}", "\\end{itemize}", "\\item", "\\tag{", "\\label{a}",
    "\\text{", "\\newcommand{\\a}", "\\newcommand{\\b}[1][x]", "\\def\\a#1", "\\a", "\\b", "#1", "%", "\n", "\n\n", "\r\n", "\t",
    "> ", "- ", "1. ", "    ", "# ", "`", "```", "```math\n", "<!--", "-->", "<b>", "**", "*", "|", "|-|", "---\n", "title: x\n",
    "\\section{", "\\textbf{", "\\intertext{", "\\verb|", "\\iffalse", "\\fi", "\\begin{verbatim}", "\\begin{document}",
    "\\end{document}", "\\let\\a\\b", "\\input{a}", "x", "a = b", "word word word ", "\\", "\ufeff", "\x00", "\ue000", "\ue001", "é", "(1)",
])  # fmt: skip
MIXED = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)
PLAIN = st.lists(
    PIECES.filter(lambda p: not re.search(r"\\(newcommand|def|let|a$|b$)|\ue000|\ue001|\0", p)), max_size=40
).map("".join)


@settings(max_examples=400, deadline=None)
@given(MIXED, st.sampled_from(["tex", "markdown", "maths", None]))
@example("\\newcommand{\\a}{\\a\\a}$\\a$", "tex")
@example("$$\\begin{split}\\end{split}$$", "markdown")
def test_no_text_is_too_broken(text, kind):
    document = read_document(text, kind=kind) if kind or kind_of(text, "") != "notebook" else read_document("")
    assert all(isinstance(block, Heading | Paragraph) and block.parts for block in document.blocks) or any(
        isinstance(block, Heading) for block in document.blocks
    )
    for placed in maths(document):
        assert placed.starts[0] == 0 and len(placed.starts) == len(placed.places)
        assert list(placed.starts) == sorted(set(placed.starts)) and placed.text == placed.text.strip() != ""


@settings(max_examples=400, deadline=None)
@given(PLAIN, st.sampled_from(["tex", "markdown", "maths"]))
@example("\ufeff> $$a\r\n> \\\\ b$$", "markdown")
@example("\t$a$%c\n$b % c\n d$", "tex")
def test_every_character_stands_where_it_is_said_to(text, kind):
    document = read_document(text, kind=kind)
    lines = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
    for placed in maths(document):
        for k, character in enumerate(placed.text):
            place = placed.place(k)
            there = lines[place.line - 1][place.column - 1 : place.column]
            # A & may have become a space or a \quad, a break within one formula a space.
            assert there == character or there in ("&", "") or character.isspace(), (placed, k)


@pytest.mark.parametrize("kind", ["tex", "markdown", "maths"])
@pytest.mark.parametrize(
    "text",
    [
        "$" * 100_000, "$ " * 50_000, "\\[ " * 30_000, "\\( " * 30_000, "\\begin{align} " * 10_000, "{" * 10_000 + "}" * 10_000,
        "$$" + "{" * 10_000 + "x" + "}" * 10_000 + "$$", "$ \\text{ " * 20_000, "$$ \\text{ $ " * 20_000, "[" * 20_000,
        "$$" + "\\begin{aligned}" * 5_000 + "\\end{aligned}" * 5_000 + "$$", "<!-- " * 50_000, ">" * 10_000, "\\" * 100_001,
        "\\section{" * 10_000, "\\newcommand{\\f}[1]{#1 " * 5_000,
    ],
    ids=lambda text: text[:16],
)  # fmt: skip
def test_a_long_text_is_read_in_one_pass(text, kind):
    assert isinstance(read_document(text, kind=kind), Document)
