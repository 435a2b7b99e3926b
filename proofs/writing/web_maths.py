r"""Somebody else's formulas on a web page: set by KaTeX or MathJax where that is safe, else shown as they are typed.

A formula may load files, run scripts (``\href``), define macros for the whole page, or not be well formed.  Only what
is made of known commands, with its braces and environments closed, is handed to what sets mathematics.
"""

from __future__ import annotations

import re
from html import escape, unescape

from . import latex_words as known
from .names import GREEK
from .plain_maths import LONGEST, one_row, printable

DEEPEST = 60
_TOKEN = re.compile(r"\\([A-Za-z]+\*?)|\\(.)|([{}&%#$~])|\\$", re.DOTALL)
_ARGUMENT = re.compile(r"\s*\{([A-Za-z]+\*?)\}")
_ENVIRONMENTS = known.named("""
    matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases dcases aligned gathered array
""")
_CONSTRUCTIONS = known.named("""
    frac dfrac tfrac cfrac binom tbinom dbinom sqrt overset underset stackrel underline mathbb begin end
""")
_NOT_ON_PAGES = known.named("""
    E KL Tr tr Var Cov sgn erf diag lg argmax argmin bf rm it cal hbox mbox bm cancel emph ensuremath strut smash
    centering noindent hfill allowbreak newline displaylines mathds mathbbm nonumber notag coloneqq
""")
_OTHERWISE = {
    "bm": r"\boldsymbol",
    "mbox": r"\text",
    "argmax": r"\operatorname{argmax}",
    "argmin": r"\operatorname{argmin}",
}
_COMMANDS = frozenset().union(
    GREEK, known.SYMBOLS, known.LETTERS, known.ACCENTS, known.BIG, known.SPACES, known.SILENT, known.FUNCTIONS,
    known.FONTS, known.WORDS, _CONSTRUCTIONS,
) - _NOT_ON_PAGES  # fmt: skip
_SET = re.compile(r"\\\((\\displaystyle .*?)\\\)", re.DOTALL)  # a formula that is handed on
_MARKS = frozenset(",;:>!{}|\\ %&#$_")


def settable(latex: str) -> bool:
    """Whether a formula can be handed to KaTeX or MathJax: known commands only, everything closed, not too long."""
    if len(latex) > LONGEST or printable(latex) != re.sub(r"\s+", " ", latex):
        return False
    open_: list[str] = []  # braces, environments and \left, as they are opened
    for found in _TOKEN.finditer(latex):
        word, mark, sign = found.groups()
        match word or mark or sign or "":
            case "{" if sign:
                open_.append("{")
            case "}" if sign:
                if not open_ or open_.pop() != "{":
                    return False
            case "&" if sign:
                if not any(each in _ENVIRONMENTS for each in open_[-1:]):
                    return False
            case "left":
                open_.append("left")
            case "right":
                if not open_ or open_.pop() != "left":
                    return False
            case "begin" | "end" as which:
                name = _ARGUMENT.match(latex, found.end())
                if name is None or name[1] not in _ENVIRONMENTS:
                    return False
                if which == "begin":
                    open_.append(name[1])
                elif not open_ or open_.pop() != name[1]:
                    return False
            case command if word:
                if command not in _COMMANDS:
                    return False
            case other:
                if sign in ("%", "#", "$") or (mark is not None and mark not in _MARKS) or not other:
                    return False
        if len(open_) > DEEPEST:
            return False
    return not open_


def formula(latex: str) -> str:
    """A formula as HTML."""
    latex = latex.strip()
    standard = re.sub(r"\\([A-Za-z]+)", lambda found: _OTHERWISE.get(found[1], found[0]), latex)
    standard = re.sub(r"\\(begin|end)\{split\}", r"\\\1{aligned}", standard)  # the one stands only in displays
    if settable(standard):
        return f"\\(\\displaystyle {escape(standard)}\\)"
    return f"<code>{escape(printable(latex[:LONGEST]))}</code>"


def spelled(html: str) -> str:
    """HTML whose formulas are spelled as text, with the LaTeX beside it (in ``data-tex``) for what can set it."""

    def span(found: re.Match[str]) -> str:
        return f"<span class='tex' data-tex='{found[1]}'>{escape(one_row(unescape(found[1])))}</span>"

    return _SET.sub(span, html)


def phrase(words: str) -> str:
    """A sentence with formulas in ``$...$``, or a formula, as HTML."""
    if "$" not in words:
        return formula(words) if "\\" in words else _text(words)
    pieces = words.split("$")
    if len(pieces) % 2 == 0:  # a sign that opens nothing must not meet another on the page
        return f"<code>{escape(printable(words))}</code>"
    return "".join(formula(piece) if k % 2 else _text(piece) for k, piece in enumerate(pieces))


def _text(words: str) -> str:
    """Words, in which nothing is taken for mathematics."""
    text = escape(printable(words))
    return f"<code>{text}</code>" if "\\" in text else text
