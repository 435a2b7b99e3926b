"""The report of a document as HTML, and which formulas are handed to what sets mathematics."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.judging.report import ORDER, ChainReport, NoStep
from proofs.writing import web_maths
from proofs.writing.document_html import document_html
from proofs.writing.document_page import document_page
from proofs.writing.verdicts import LOOKS
from proofs.writing.web_maths import formula, phrase, settable, spelled
from tests.sheets import HOSTILE, ROOT, SLIP, UNREAD, report, step
from tests.test_katex import katex, maths  # noqa: F401  (a fixture)


class Page(HTMLParser):
    """What a browser finds: tags with attributes, which must close in order, and the text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_a_line_per_step_with_sign_word_and_colour():
    page = Page(document_html(report()))
    for made in report().steps:
        word = made.kind if made.verdict == "given" else made.verdict
        assert f"{LOOKS[made.verdict].sign} {word}" in page.text
        assert any(LOOKS[made.verdict].html in attrs.get("style", "") for _, attrs in page.tags)
        assert f"{made.line}:{made.column}" in page.text
    assert "5 steps claimed: 1 refuted, 1 unread" in page.text
    assert page.text.count("by the definition of the divergence") == 1
    assert r"covers every \(\displaystyle \sigma_i\)" in page.text


def test_what_is_wrong_folds_and_is_open_where_it_is_refuted():
    (fold,) = (attrs for tag, attrs in Page(document_html(report(SLIP))).tags if tag == "details")
    assert "open" in fold
    text = Page(document_html(report(SLIP))).text
    assert text.index("true with a factor") < text.index(r"left \(\displaystyle 0\)")
    (fold,) = (attrs for tag, attrs in Page(document_html(report(ROOT))).tags if tag == "details")
    assert "open" not in fold


def test_formulas_that_are_no_steps_fold():
    others = (NoStep("x > 0", "supposed", None, None, 3, 5), NoStep(HOSTILE, "not read", HOSTILE, None, 4, 7))
    page = Page(document_html(report(no_steps=others)))
    assert page.text.count("of other formulas 1 supposed, 1 not read") == 2, "in the headline, and above them"
    assert "3:5" in page.text and r"\(\displaystyle x > 0\)" in page.text
    assert not {"script", "a"} & {tag for tag, _ in page.tags}


def test_needs_are_set_as_formulas_where_they_are_some():
    def said(need):
        return Page(document_html(report(replace(ROOT, needs=(need,))))).text

    assert r"needs \(\displaystyle \sigma > 0\)" in said("sigma > 0")
    assert "needs H(p) is finite" in said("H(p) is finite")
    assert r"needs \(\displaystyle a > 0\) and \(\displaystyle \sigma > 0\)" in said("a > 0 and sigma > 0")
    assert r"needs \(\displaystyle \mu \neq 0\)" in said(r"\mu \neq 0")


@pytest.mark.parametrize("verdict", ORDER)
def test_the_headline_is_the_worst_line(verdict):
    text = Page(document_html(report(replace(SLIP, verdict=verdict), notes=()))).text
    assert text.startswith(f"{LOOKS[verdict].sign} {verdict} kl.tex")


def hostile_report(text):
    found = replace(SLIP.counterexample, assignments=((text, text),), left=text, right=text)
    bad = replace(SLIP, left=text, right=text, counterexample=found, repair=text, reason=text, needs=(text,), rule=text)
    return report(bad, replace(UNREAD, left=text, notes=(text,)), source=text, notes=(text,))


@settings(deadline=None)
@given(st.text(alphabet="<>&\"'\\$(){}ab \x1b\u202e", max_size=30) | st.text(max_size=30))
def test_nothing_of_a_document_becomes_markup(text):
    page = Page(document_html(hostile_report(text)))
    assert {tag for tag, _ in page.tags} <= {"div", "p", "b", "span", "table", "tr", "td", "details", "summary", "code"}
    assert {name for _, attrs in page.tags for name in attrs} <= {"class", "style", "title", "colspan", "open"}


def test_a_script_stays_text():
    html = document_html(hostile_report(HOSTILE))
    assert "<script" not in html and "\x1b" not in html and "\u202e" not in html
    assert "\\(\\displaystyle \\href" not in html


REFUSED = [
    r"\href{javascript:alert(1)}{x}", r"\def\a{\a\a}\a", r"\newcommand{\x}{y}", r"\input{x}", r"\require{x}",
    r"\includegraphics{x}", r"\style{color:red}{x}", r"\class{a}{b}", r"\unicode{x41}", "{", "}", "{a", "a}", r"\left(",
    r"\right)", r"{\left( } \right)", r"\begin{cases}", r"\end{cases}", r"\begin{cases} a \end{matrix}",
    r"\begin{document}\end{document}", r"\begin x", "a & b", "a % b", "a $ b", "#1", r"a \) b", r"\[ x \]", "\\", "a\\",
    "{" * 100 + "}" * 100, "a" * 5000, "\x1b", "a\u202eb",
]  # fmt: skip


@pytest.mark.parametrize("latex", REFUSED)
def test_a_formula_that_is_not_plainly_safe_is_shown_as_typed(latex):
    assert not settable(latex)
    assert formula(latex).startswith("<code>")


SET = [
    r"\frac{1}{2}", r"\left[ \frac{a}{b} \right]_0^1", r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", r"\mathbb{E}_{q}[\log p(x)]", r"D_{KL}(p \| q)", r"\operatorname{tr}(A)",
    r"\sum_{i \neq j} x_i", r"\begin{array}{cc} a & b \end{array}", r"100\%", r"\hat{\mu}, \bar x", r"\boxed{x}",
    r"\left\{ x \right.", r"a \& \{ b", r"\overset{!}{=} 0", r"a \mid b", r"\lim_{n \to \infty}",
]  # fmt: skip


@pytest.mark.parametrize("latex", SET)
def test_a_formula_that_is_safe_is_set(latex):
    assert settable(latex)


def test_a_command_that_not_every_page_knows_is_set_by_another():
    assert formula(r"\begin{split} x \end{split}") == r"\(\displaystyle \begin{aligned} x \end{aligned}\)"
    assert formula(r"\bm{x} + \bmod 2") == r"\(\displaystyle \boldsymbol{x} + \bmod 2\)"


def test_sentences():
    assert phrase("a < b") == "a &lt; b"
    assert phrase(r"true with $\frac{1}{2}$") == r"true with \(\displaystyle \frac{1}{2}\)"
    assert phrase(r"\mu > 0") == r"\(\displaystyle \mu > 0\)".replace(">", "&gt;")
    assert phrase("5 $ each") == "<code>5 $ each</code>"
    assert phrase(r"the macro \foo of $x$") == r"<code>the macro \foo of </code>\(\displaystyle x\)"


USED = {
    "begin": r"\begin{aligned} x \end{aligned}", "end": "x", "left": r"\left( x \right)", "right": "x",
    "middle": r"\left( x \middle| y \right)", "substack": r"\sum_{\substack{a}}", "limits": r"\sum\limits_a^b x",
    "nolimits": r"\int\nolimits_a^b x",
}  # fmt: skip


def test_every_command_that_is_let_through_is_known_to_katex(katex):  # noqa: F811
    def use(name):
        after = " (" if name.lower().startswith("big") else " {x} {y}"
        return USED.get(name, f"\\{name}{after}")

    names = sorted(web_maths._COMMANDS - {"/"})
    errors = katex([(use(name), False) for name in names])
    bad = [f"{name}: {error}" for name, error in zip(names, errors, strict=True) if error]
    assert not bad, "\n".join(bad)


def test_the_formulas_of_a_report_render(katex):  # noqa: F811
    shown = list(maths(document_html(report()).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")))
    assert len(shown) > 15 and not any(katex(shown))


def test_a_report_shows_itself():
    made = report(step("1.1", "1", "2", "refuted"))
    assert made._repr_html_() == document_html(made)
    assert str(made).endswith("refuted (1 step claimed: 1 refuted)")
    assert repr(made) == "<DocumentReport kl.tex: refuted, 1 refuted>"


def test_a_page_of_its_own():
    page = document_page(report(SLIP, source="<a>.tex"))
    assert "<title>&lt;a&gt;.tex</title>" in page and page.count("integrity=") == 2
    assert 'name="viewport"' in page, "a phone would show it a third of its size"
    assert re.search(r"@media print [^@]*overflow: visible !important", page), "paper cannot be scrolled"
    spelled_out = re.sub(r"<span class='tex' data-tex='([^']*)'>[^<]*</span>", r"\\(\1\\)", page)
    assert document_html(report(SLIP, source="<a>.tex")) in spelled_out and spelled_out != page


def test_a_page_can_be_read_without_a_network():
    said = phrase(r"true with $\frac{\sigma^2}{2}$ for $a < b$")
    page = spelled(f"<p>{said} (as (x) is)</p>")
    shown = re.sub(r"<[^>]*>", "", page)
    assert shown == "true with σ²/2 for a &lt; b (as (x) is)"
    assert r"data-tex='\displaystyle \frac{\sigma^2}{2}'" in page and r"data-tex='\displaystyle a &lt; b'" in page


def test_a_heading_stands_once_above_its_parts():
    chains = [ChainReport("Exercise 1", None, (SLIP,)), ChainReport("Exercise 1", None, (SLIP,))]
    made = replace(report(), chains=(*chains, ChainReport("Exercise 2", None, (SLIP,))))
    for text in (document_html(made), str(made)):
        assert text.count("Exercise 1") == text.count("Exercise 2") == 1
