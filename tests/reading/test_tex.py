r"""LaTeX: its blocks, its displays, its macros."""

import pytest

from proofs.reading.documents import read_document
from proofs.reading.files.source import Display, Heading, Text

from .test_documents import assert_places, displays, inlines, maths, rows, words

DISPLAYS = [
    ("\\[ a = b \\]", ["a = b"]),
    ("$$ a = b $$", ["a = b"]),
    ("\\begin{equation} a = b \\label{e} \\end{equation}", ["a = b"]),
    ("\\begin{align*} a &= b \\\\ &= c \\nonumber \\\\[4pt] &= d \\\\* \\notag \\end{align*}", ["a = b", "= c", "= d"]),
    ("\\begin{align} a \\\\ [x]_0^1 \\end{align}", ["a", "[x]_0^1"]),
    ("\\begin{align} a &= b & c &= d \\end{align}", ["a = b \\quad c = d"]),
    ("\\begin{align} a &= b && \\text{why} \\end{align}", ["a = b \\quad \\text{why}"]),
    ("\\begin{align}\\alpha&x\\end{align}", ["\\alpha x"]),
    ("\\begin{alignat}{2} a &= b \\\\ c &= d \\end{alignat}", ["a = b", "c = d"]),
    ("\\begin{eqnarray} a &=& b \\\\ &=& c \\end{eqnarray}", ["a = b", "= c"]),
    ("\\begin{gather} a \\\\ b \\end{gather}", ["a", "b"]),
    ("\\begin{multline} a + b \\\\ + c = d \\end{multline}", ["a + b + c = d"]),
    ("\\begin{equation}\\begin{split} a &= b \\\\ &= c \\end{split}\\end{equation}", ["a = b", "= c"]),
    ("\\[\\begin{aligned}[t] a &= b \\\\ &= c \\end{aligned}.\\]", ["a = b", "= c ."]),
    ("\\[\\begin{array}{rcl} a &=& b \\\\ c &=& d \\end{array}\\]", ["a = b", "c = d"]),
    ("\\[\\begin{array}{cc} a & b \\\\ c & d \\end{array}\\]", ["\\begin{array}{cc} a & b \\\\ c & d \\end{array}"]),
    ("\\[\\begin{cases} x + y = 1 \\\\ x - y = 2 \\end{cases}\\]", ["x + y = 1", "x - y = 2"]),
    ("\\[\\begin{cases} 1 & x > 0 \\\\ 0 & x = 0 \\end{cases}\\]", ["\\begin{cases} 1 & x > 0 \\\\ 0 & x = 0 \\end{cases}"]),
    ("\\[ f = \\begin{cases} 1 & a \\\\ 0 & b \\end{cases} \\]", ["f = \\begin{cases} 1 & a \\\\ 0 & b \\end{cases}"]),
    ("\\[ A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\\\ b \\]", ["A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "b"]),
    ("\\[ \\sum_{\\substack{i \\\\ j}} x \\\\ y \\]", ["\\sum_{\\substack{i \\\\ j}} x", "y"]),
    ("\\begin{align} a \\intertext{so $x$} b \\end{align}", ["a", "b"]),
    ("\\begin{align} \\frac{a & = b \\\\ & = c \\end{align}", ["\\frac{a = b", "= c"]),
    ("\\begin{subequations}\\begin{align} a \\\\ b \\end{align}\\end{subequations}", ["a", "b"]),
    ("\\begin{aligned} a \\\\ b \\end{aligned}", ["a", "b"]),
    ("\\[\\boxed{\\begin{aligned} a \\\\ &= b \\end{aligned}}.\\]", ["a", "= b ."]),
    ("\\[\\boxed{\\begin{aligned} a \\end{aligned} + b}\\]", ["\\boxed{\\begin{aligned} a \\end{aligned} + b}"]),
    ("$$\\begin{align*} &a = b \\end{align*}$$", ["a = b"]),
    ("\\[\\begin{gather*} a \\end{gather*}\\]", ["a"]),
    ("\\[ a = b % a remark \\\\\n = c \\]", ["a = b = c"]),
    ("\\begin{verbatim}\n$$a$$\n\\end{verbatim}$$b$$", ["b"]),
    ("\\verb|$$a$$| $$b$$", ["b"]),
    ("\\iffalse $$a$$ \\fi $$b$$", ["b"]),
    ("\\begin{comment}$$a$$\\end{comment}$$b$$", ["b"]),
    ("50\\% of $$a$$", ["a"]),
    ("% $$a$$\n$$b$$", ["b"]),
    ("\\[ a = b\n\nWords of a new paragraph here.", ["a = b"]),
    ("\\begin{align} a = b\n\nWords of a new paragraph here.", ["a = b"]),
    ("\\begin{tikzpicture}$$a$$\\end{tikzpicture}$$b$$", ["b"]),
    ("$$a$$\\end{document}$$b$$", ["a"]),
]  # fmt: skip


@pytest.mark.parametrize("text, found", DISPLAYS, ids=[text for text, _ in DISPLAYS])
def test_displays(text, found):
    document = read_document(text, "x.tex")
    assert rows(document) == found
    if "&" not in text:
        assert_places(document, text)


def test_labels_tags_and_words_between_rows():
    text = r"""\begin{align}
 a &= b \label{one} \\
 \intertext{and so by \eqref{one}, $x > 0$,}
 c &= d \tag{$*$}
\end{align}"""
    document = read_document(text, kind="tex")
    (block,) = document.blocks
    first, said, inline, comma, second = block.parts
    assert isinstance(first, Display) and first.rows[0].label == "one" and first.environment == "align"
    assert isinstance(said, Text) and said.text == "and so by (one), " and said.place.line == 3
    assert inline.maths.text == "x > 0" and inline.maths.place(0).column == 37
    assert isinstance(comma, Text) and isinstance(second, Display) and second.rows[0].tag == "*"


def test_the_number_of_an_opened_environment_is_that_of_its_last_row():
    text = r"\begin{equation}\label{e}\begin{split} a &= b \\ &= c \end{split}\tag{7}\end{equation}"
    (display,) = displays(read_document(text, kind="tex"))
    assert display.environment == "split"
    assert [(row.label, row.tag) for row in display.rows] == [(None, None), ("e", "7")]


BLOCKS = [
    ("\\section{One $x$} Text.\n\nMore \\subsection*{Two}", ["## One □", "Text.", "More", "### Two"]),
    ("\\title{T}\\begin{document}\\maketitle Text", ["# T", "Text"]),
    ("\\newtheorem{satz}{Satz}\\begin{document}\\begin{satz}[Bayes] a \\end{satz} b", ["###### Satz (Bayes)", "a", "b"]),
    ("\\begin{proof} a \\end{proof}", ["###### Proof", "a"]),
    ("\\begin{proof}[Proof of it] a \\end{proof}", ["###### Proof of it", "a"]),
    ("\\paragraph{Step 1.} a", ["###### Step 1.", "a"]),
    ("\\textbf{Step 1.} a", ["###### Step 1.", "a"]),
    ("some \\textbf{bold.} a", ["some bold. a"]),
    ("\\begin{enumerate}\\item a \\begin{enumerate}\\item b\\end{enumerate}\\item c\\end{enumerate}",
     ["  1. a", "    (a) b", "  2. c"]),
    ("\\begin{itemize}\\item[x)] a\\item b\\end{itemize} c", ["  x) a", "  b", "c"]),
    ("by \\eqref{e} and \\ref{f}", ["by (e) and (f)"]),
    ("We get\n\n\\[a\\]\n\nwhere", ["We get■where"]),
    ("a~b -- ``c'' \\emph{d} \\& \\$5 \\cite{k}\\label{l} e\\ldots", ["a b – “c” d & $5 e..."]),
    ("a % remark\nb\n\nc %\n\nd", ["a b", "c", "d"]),
    ("\\ensuremath{x} is", ["□ is"]),
    ("a \\\\[3pt] b", ["a b"]),
    ("\\textcolor{red}{a} \\href{http://b}{c}", ["a c"]),
    ("\\begin{frame}<2->[fragile]{One $x$} a\\pause b\\end{frame}\\begin{frame}\\frametitle<1>{Two} c\\end{frame}",
     ["#### One □", "a b", "#### Two", "c"]),
    ("\\begin{frame} a \\end{frame} \\begin{frame} b \\end{frame}", ["#### ", "a", "#### ", "b"]),
    ("\\begin{block}<2->{Note $x$} a \\end{block} b", ["###### Note □", "a", "b"]),
    ("\\begin{itemize}\\item<1-> a\\item<2->[x)] \\alert<2>{b} $c < d$\\end{itemize}", ["  a", "  x) b □"]),
]  # fmt: skip


@pytest.mark.parametrize("text, found", BLOCKS, ids=[text for text, _ in BLOCKS])
def test_blocks(text, found):
    assert words(read_document(text, "x.tex")) == found


def test_files_that_are_named_are_counted_and_left_alone():
    assert read_document("\\input{a}\\include{b} \\input c.tex\n % \\input{d}\n$x$", "x.tex").inputs == 3


# ---------------------------------------------------------------------------------------------------------------------
# macros

MACROS = [
    ("\\newcommand{\\R}{\\mathbb{R}}$x \\in \\R$", "x \\in \\mathbb{R}"),
    ("\\newcommand\\half{\\frac{1}{2}}$\\half$", "\\frac{1}{2}"),
    ("\\newcommand{\\E}[1]{\\mathbb{E}[#1]}$\\E{x_{1}} \\E y$", "\\mathbb{E}[x_{1}] \\mathbb{E}[y]"),
    ("\\newcommand{\\E}[2][p]{E_{#1}(#2)}$\\E{x} \\E[q]{x}$", "E_{p}(x) E_{q}(x)"),
    ("\\def\\KL#1#2{D(#1\\|#2)}$\\KL{p}{q}$", "D(p\\|q)"),
    ("\\DeclareMathOperator{\\KL}{KL}$\\KL(p)$", "\\operatorname{KL}(p)"),
    ("\\DeclareMathOperator*{\\argmin}{arg\\,min}$\\argmin_x$", "\\operatorname*{arg\\,min}_x"),
    ("\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert}$\\abs{x} \\abs*{y} \\abs[\\big]{z}$",
     "\\lvert x\\rvert \\left\\lvert y\\right\\rvert \\lvert z\\rvert"),
    ("\\DeclarePairedDelimiterX{\\kl}[2]{(}{)}{#1\\;\\delimsize\\|\\;#2}$\\kl{p}{q}$", "( p\\;\\|\\;q)"),
    ("\\newcommand{\\a}{\\alpha}\\newcommand{\\b}{\\a x}$\\b\\a y$", "\\alpha x\\alpha y"),
    ("\\newcommand{\\f}[1]{\\alpha#1}$\\f{x}$", "\\alpha x"),
    ("\\let\\old\\phi\\renewcommand{\\phi}{\\varphi}$\\old\\phi$", "\\phi\\varphi"),
    ("\\providecommand{\\a}{1}\\providecommand{\\a}{2}$\\a$", "1"),
    ("\\newcommand{\\a}{1}\\renewcommand{\\a}{2}$\\a$", "2"),
    ("\\newcommand{\\b}{\\mathbf}$\\b{x}$", "\\mathbf{x}"),
    ("\\newcommand{\\a}[1]{#1}$\\a$", "\\a"),
    ("\\renewcommand{\\begin}{x}$\\left( a \\right)$", "\\left( a \\right)"),
    ("\\newcommand{\\a}{b % remark\n c}$\\a$", "b c"),
    ("$a \\uncover<2->{= b} \\alert{\\visible<-3,5>{= c}}$", "a = b = c"),
    ("$a \\only<1>{= b}\\only<2>{= c}$", "a \\only<1>{= b}\\only<2>{= c}"),  # not both, and which is not said
    ("\\newcommand{\\alert}[1]{|#1|}$\\alert{a}$", "|a|"),
    ("$\\pdv{x} \\dv{f}{x} \\pdv{f}{x}{y}$", "\\frac{\\partial}{\\partial x} \\frac{d f}{d x} \\frac{\\partial^2 f}{\\partial x \\partial y}"),
    ("$\\dv[2]{x} \\dv[2]{f}{x} \\grad f$", "\\frac{d^{2}}{d x^{2}} \\frac{d^{2} f}{d x^{2}} \\nabla f"),
    ("$\\int x \\dd x + \\int y \\dd{y}$", "\\int x \\mathrm{d} x + \\int y \\,\\mathrm{d} y"),
    ("$\\abs{x} \\abs*{y} \\R^d$", "\\left| x \\right| \\left| y \\right| \\mathbb{R}^d"),
    ("$\\E[x] \\EE_q \\KL(p)$", "\\mathbb{E}[x] \\mathbb{E}_q \\mathrm{KL}(p)"),
    ("\\newcommand{\\E}{\\mathcal{E}}$\\E$", "\\mathcal{E}"),
    ("\\newcommand{\\abs}[1]{(#1)}\\newcommand{\\pdv}[1]{\\partial_{#1}}$\\abs{x} \\pdv{x}$", "(x) \\partial_{x}"),
]  # fmt: skip


@pytest.mark.parametrize("text, found", MACROS, ids=[text for text, _ in MACROS])
def test_macros(text, found):
    document = read_document(text, "x.tex")
    assert [" ".join(f.text.split()) for f in maths(document)] == [found]
    assert document.notes == ()


def test_macros_that_stand_for_environments():
    text = "\\newcommand{\\be}{\\begin{equation}}\\newcommand{\\ee}{\\end{equation}}\\be a = b \\ee"
    assert rows(read_document(text, "x.tex")) == ["a = b"]


def test_macros_in_markdown_hold_from_where_they_are_defined():
    text = "\\newcommand{\\E}{\\mathbb{E}}\n\n$$\\newcommand{\\R}{\\mathbb{R}}$$\n\n$\\E \\in \\R$"
    document = read_document(text, "x.md")
    assert inlines(document) == ["\\mathbb{E} \\in \\mathbb{R}"] and not displays(document)
    assert document.macros == {"\\E": "\\mathbb{E}", "\\R": "\\mathbb{R}"}


def test_what_a_macro_stands_for_has_its_place_and_an_argument_has_its_own():
    text = "\\newcommand{\\f}[1]{\\sin(#1)}\n$a +\n \\f{xy} + b$"
    (block,) = read_document(text, "x.tex").blocks
    placed = block.parts[-1].maths
    found = {c: placed.place(placed.text.index(c)) for c in ("a", "\\sin", "(", "x", "y", ")", "b")}
    assert {c: (p.line, p.column) for c, p in found.items()} == {
        "a": (2, 2), "\\sin": (3, 2), "(": (3, 2), "x": (3, 5), "y": (3, 6), ")": (3, 2), "b": (3, 11),
    }  # fmt: skip


@pytest.mark.parametrize(
    "definitions, call",
    [
        ("\\def\\a{\\a}", "\\a"),
        ("\\def\\a{x\\a}", "\\a"),
        ("\\def\\a{\\b\\b}\\def\\b{\\a\\a}", "\\a"),
        ("\\newcommand{\\a}[1]{\\a{#1#1}}", "\\a{x}"),
        ("\\def\\b{xxxxxxxx}" + "".join(f"\\def\\{n}{{\\{m}\\{m}}}" for m, n in zip("bcdefghijklmnopq", "cdefghijklmnopqa", strict=True)), "\\a"),
    ],
)  # fmt: skip
def test_a_macro_without_end_is_left_as_it_stands(definitions, call):
    document = read_document(f"{definitions}${call} = 1$", "x.tex")
    assert [f.text for f in maths(document)] == [f"{call} = 1"]
    assert document.notes == ("\\a expands without end, or to too much; it is left as it stands",)


def test_a_definition_of_another_kind_is_noted():
    document = read_document("\\def\\f(#1){[#1]}$\\f(x)$", "x.tex")
    assert inlines(document) == ["\\f(x)"] and "\\f" in document.notes[0]


def test_what_is_not_closed_is_noted():
    notes = read_document("a\n\\[ b\n\n\\begin{align} c\n\n$d\n\ne", "x.tex").notes
    assert notes == (
        "\\[ is not closed by \\] (line 2)",
        "\\begin{align} is not ended (line 4)",
        "$ is not closed by $ (line 6)",
    )


def test_headings_have_places():
    first, second = (
        b for b in read_document("a\n\\section{B}\n\\paragraph{C}", "x.tex").blocks if isinstance(b, Heading)
    )
    assert (first.place.line, second.place.line) == (2, 3)
