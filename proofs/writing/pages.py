r"""A proof as LaTeX: a fragment to paste, and a complete document.

The fragment is sentences with ``$...$`` and ``align*`` displays, nothing else, so that MathJax and KaTeX render it too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from proofs.language import Node

from .denoting import definitions, denoting, denoting_chain, put
from .display import aligned, boxed, defined, stated, supposed
from .phrases import notation, put_in
from .rounded import rounded
from .verdicts import LOOKS

if TYPE_CHECKING:
    from proofs.judging.report import Report, StepReport


@dataclass(frozen=True)
class Style:
    """How the parts around the displays are set; ``{}`` is the text."""

    heading: str = "{}."
    result: str = "{}."
    reason: str = "{}"
    source: str = "Source: {}."
    end: str = ""
    fit: bool = False
    beside: bool = False


FRAGMENT = Style()
PAGE = Style(
    heading="\\heading{{{}}}",
    result="\\lead{{{}}}",  # not bold, like a title: what is supposed before it still holds
    reason="\\why{{{}}}",
    source="{{\\small Source: {}.}}\\nopagebreak",
    end=" \\tag*{$\\square$}",
    fit=True,
)
SCREEN = Style(heading="**{}.**", result="*{}.*", end=PAGE.end, beside=True)  # Markdown

PREAMBLE = r"""\documentclass[11pt,a4paper,fleqn]{article}
\usepackage[margin=25mm]{geometry}
\usepackage{amsmath,amssymb,graphicx}
\setlength{\mathindent}{1.5em}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5\baselineskip}
\setlength{\jot}{6pt}
\setlength{\emergencystretch}{3em}\hyphenpenalty=10000
\clubpenalty=10000 \widowpenalty=10000 \displaywidowpenalty=10000
\allowdisplaybreaks[1]\postdisplaypenalty=9999 % where a page would be overfull
\newcommand{\room}[1]{\par\vskip 0pt plus #1\textheight\penalty0\vskip 0pt plus -#1\textheight} % a page may end early
\newcommand{\heading}[1]{\room{.15}\medskip\textbf{#1.}}
\newcommand{\lead}[1]{\emph{#1.}}
\newcommand{\derivation}[1]{{\raggedright\hyphenpenalty=10000\Large\bfseries #1\par}\medskip}
\newcommand{\fitted}[2]{\resizebox{#1}{!}{$\displaystyle #2$}}
\newcommand{\why}[1]{{\footnotesize #1}}
"""


def fragment(proof: Any, style: Style = FRAGMENT) -> str:
    """The derivation as LaTeX to paste: hypotheses, chains of steps with their reasons, the result in a box."""
    return "\n\n".join(_parts(proof, style, None))


def document(
    proofs: Sequence[Any],
    *,
    title: str | None = None,
    author: str | None = None,
    marks: bool = False,
    reports: Sequence[Report] | None = None,
) -> str:
    """A complete document, one derivation after another, each on a page of its own.

    With ``marks`` every step carries its verdict, its rule and what the numbers said; ``reports``, where they are at
    hand, save judging the proofs again.
    """
    judged = reports if reports is not None or not marks else [proof.check() for proof in proofs]
    pages = []
    for k, proof in enumerate(proofs):
        head = [f"\\derivation{{{text(proof.title or proof.name)}}}"]
        report = judged[k] if marks and judged is not None else None
        pages.append("\n\n".join(head + _parts(proof, PAGE, report)))
    front = ""
    if title is not None:
        front = f"\\title{{{text(title)}}}\n\\author{{{text(author or '')}}}\n\\date{{}}\n\\maketitle\n\n"
    body = front + "\n\n\\clearpage\n\n".join(pages)
    return complete(body)


DISPLAY = re.compile(r"\\begin\{align\*\}.*?\\end\{align\*\}", re.DOTALL)


def complete(body: str) -> str:
    """A document with this body."""
    return f"{PREAMBLE}\\begin{{document}}\n\n{DISPLAY.sub(kept_together, body)}\n\n\\end{{document}}\n"


def kept_together(display: re.Match[str]) -> str:
    """The display with its places where a page may end: not within a step, after the first, or before the last."""
    rows = display.group().split(" \\\\\n")
    starts = [k for k, row in enumerate(rows) if not row.startswith("&\\q")]  # the others continue a line
    for k in starts[2:-1]:
        rows[k - 1] += " \\displaybreak[0]"
    return " \\\\\n".join(rows)


def _parts(proof: Any, style: Style, report: Report | None) -> list[str]:
    """The paragraphs and displays of a proof, in order."""
    parts = source(proof, style)
    if report is not None:
        counts = ", ".join(f"{count} {word}" for word, count in report.summary.items())
        parts.append(f"Verdict: {report.verdict} ({counts}).")
    return run_on(
        [*parts, opening(proof, style), *derived(proof, proof.chains, style, report), conclusion(proof, style)]
    )


def run_on(parts: Sequence[str]) -> list[str]:
    """Parts that are not empty; a display goes on with what is before it, as TeX would set a blank line between."""
    done: list[str] = []
    for part in parts:
        if part.startswith("\\begin{align*}") and done:
            done[-1] += f"\n{part}"
        elif part:
            done.append(part)
    return done


def source(proof: Any, style: Style) -> list[str]:
    """Where the result is found, if that is known."""
    return [style.source.format(text(proof.source))] if proof.source else []


def opening(proof: Any, style: Style) -> str:
    """What the names stand for, and what is supposed of them."""
    hypotheses = tuple(denoting(proof, h) for h in proof.hypotheses)
    parts = [notation(_lines(proof)), defined(definitions(proof), fit=style.fit), put_in(put(proof))]
    return _joined(" ", *parts, supposed(hypotheses, fit=style.fit))


def derived(
    proof: Any, chains: Sequence[Any], style: Style, report: Report | None = None, *, values: bool = False
) -> list[str]:
    """The chains of a proof, each with its heading, what it supposes, and its lines with their reasons.

    With ``values`` a chain that ends in a number, and is not the result, has it rounded, too.
    """
    parts = []
    before: tuple[Node, ...] = ()
    for k, chain in enumerate(denoting_chain(proof, each) for each in chains):
        rows = [row for row in report.chains[k].steps if row.kind == "step"] if report is not None else []
        heading = style.heading.format(text(chain.title)) if chain.title else ""
        same = chain.suppose and chain.suppose == before
        suppose = "Under the same hypotheses:" if same else supposed(chain.suppose, fit=style.fit)
        introduction = _joined(" ", heading, text(chain.text or ""), suppose)
        value = rounded(chains[k].concluded) if values and chains[k].concluded is not proof.statement else ""
        parts.append(_joined("\n", introduction, _chain(chain, style, [_mark(row) for row in rows], value)))
        before = chain.suppose
    return parts


def extra(proof: Any, style: Style, lead: str = "Suppose that", end: str = ".") -> str:
    """What the result supposes beside the hypotheses of the whole proof."""
    hypotheses = [denoting(proof, h) for h in proof.result.hypotheses if h not in proof.hypotheses]
    return supposed(hypotheses, lead, end, fit=style.fit)


def conclusion(proof: Any, style: Style) -> str:
    """The result in its box."""
    introduction = _joined(" ", style.result.format("Result"), extra(proof, style))
    return _joined("\n", introduction, boxed(denoting(proof, proof.result.statement), style.end, fit=style.fit))


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _chain(chain: Any, style: Style, marks: list[str], value: str) -> str:
    if chain.start is None:
        reason = chain.use.reason if chain.use is not None else "from its two directions"
        mark = marks[0] if marks else None
        return stated(chain.statement, style.reason.format(text(reason)), mark, fit=style.fit, beside=style.beside)
    reasons = [style.reason.format(text(step.reason)) for step in chain.steps]
    return aligned(chain.start, chain.steps, reasons, marks, fit=style.fit, beside=style.beside, value=value)


def _lines(proof: Any) -> list[Node]:
    """Everything that is written in a proof, in order."""
    lines: list[Node] = [*proof.hypotheses, *(each.right for each in proof.definitions)]
    for chain in proof.chains:
        lines += chain.suppose
        lines += [chain.statement] if chain.start is None else [chain.start, *(step.right for step in chain.steps)]
    return lines


def _mark(row: StepReport) -> str:
    """What the two judges said of a step, in a line of small type."""
    numbers = [f"{row.worlds} {'world' if row.worlds == 1 else 'worlds'}"] if row.worlds else []
    numbers += [f"{row.digits} digits"] if row.digits else []
    numbers += [f"mutants {row.mutants}"] if row.mutants else []
    said = ", ".join([row.verdict, f"\\texttt{{{text(row.rule or '')}}}", *numbers])
    return f"\\text{{\\scriptsize ${LOOKS[row.verdict].latex}$ {said}}}"


def text(words: str) -> str:
    r"""Words with ``$...$`` in them as LaTeX: the characters & % # _ are escaped outside of the mathematics."""
    pieces = re.split(r"(\$[^$]*\$)", words)
    return "".join(p if p.startswith("$") else re.sub(r"(?<!\\)([&%#_])", r"\\\1", p) for p in pieces)
