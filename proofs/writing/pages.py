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
from .verdicts import LOOKS

if TYPE_CHECKING:
    from proofs.judging.report import Report, StepReport


@dataclass(frozen=True)
class _Style:
    """How the parts around the displays are set; ``{}`` is the text."""

    heading: str = "{}."
    result: str = "{}."
    reason: str = "{}"
    source: str = "Source: {}."
    end: str = ""
    fit: bool = False


_FRAGMENT = _Style()
_PAGE = _Style(
    heading="\\heading{{{}}}",
    result="\\textbf{{{}.}}",
    reason="\\why{{{}}}",
    source="{{\\small Source: {}.}}",
    end=" \\tag*{$\\square$}",
    fit=True,
)

_PREAMBLE = r"""\documentclass[11pt,a4paper,fleqn]{article}
\usepackage[margin=25mm]{geometry}
\usepackage{amsmath,amssymb,graphicx}
\setlength{\mathindent}{1.5em}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5\baselineskip}
\setlength{\jot}{6pt}
\allowdisplaybreaks[1]\postdisplaypenalty=9999 % where a page would be overfull
\newcommand{\heading}[1]{\par\vskip 0pt plus .15\textheight\penalty0\vskip 0pt plus -.15\textheight\medskip\textbf{#1.}}
\newcommand{\derivation}[1]{{\raggedright\hyphenpenalty=10000\Large\bfseries #1\par}\medskip}
\newcommand{\fitted}[2]{\resizebox{#1}{!}{$\displaystyle #2$}}
\newcommand{\why}[1]{{\footnotesize #1}}
"""


def fragment(proof: Any) -> str:
    """The derivation as LaTeX to paste: hypotheses, chains of steps with their reasons, the result in a box."""
    return "\n\n".join(_parts(proof, _FRAGMENT, None))


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
        pages.append("\n\n".join(head + _parts(proof, _PAGE, report)))
    front = ""
    if title is not None:
        front = f"\\title{{{text(title)}}}\n\\author{{{text(author or '')}}}\n\\date{{}}\n\\maketitle\n\n"
    body = front + "\n\n\\clearpage\n\n".join(pages)
    body = re.sub(r"\\begin\{align\*\}.*?\\end\{align\*\}", _kept_together, body, flags=re.DOTALL)
    return f"{_PREAMBLE}\\begin{{document}}\n\n{body}\n\n\\end{{document}}\n"


def _kept_together(display: re.Match[str]) -> str:
    """The display with its places where a page may end: not within a step, after the first, or before the last."""
    rows = display.group().split(" \\\\\n")
    starts = [k for k, row in enumerate(rows) if not row.startswith("&\\q")]  # the others continue a line
    for k in starts[2:-1]:
        rows[k - 1] += " \\displaybreak[0]"
    return " \\\\\n".join(rows)


def _parts(proof: Any, style: _Style, report: Report | None) -> list[str]:
    """The paragraphs and displays of a proof, in order."""
    parts = [style.source.format(text(proof.source))] if proof.source else []
    if report is not None:
        counts = ", ".join(f"{count} {word}" for word, count in report.summary.items())
        parts.append(f"Verdict: {report.verdict} ({counts}).")
    hypotheses = tuple(denoting(proof, h) for h in proof.hypotheses)
    opening = [notation(_lines(proof)), defined(definitions(proof), fit=style.fit), put_in(put(proof))]
    parts.append(_joined(" ", *opening, supposed(hypotheses, fit=style.fit)))
    before: tuple[Node, ...] = ()
    for k, chain in enumerate(denoting_chain(proof, each) for each in proof.chains):
        rows = [row for row in report.chains[k].steps if row.kind == "step"] if report is not None else []
        heading = style.heading.format(text(chain.title)) if chain.title else ""
        same = chain.suppose and chain.suppose == before
        suppose = "Under the same hypotheses:" if same else supposed(chain.suppose, fit=style.fit)
        introduction = _joined(" ", heading, text(chain.text or ""), suppose)
        display = _joined("\n", introduction, _chain(chain, style, [_mark(row) for row in rows]))
        if introduction or not parts or not parts[-1]:
            parts.append(display)
        else:  # without a blank line, which TeX would set as an empty one
            parts[-1] += f"\n{display}"
        before = chain.suppose
    extra = [denoting(proof, h) for h in proof.result.hypotheses if h not in proof.hypotheses]
    introduction = _joined(" ", style.result.format("Result"), supposed(extra, fit=style.fit))
    parts.append(_joined("\n", introduction, boxed(denoting(proof, proof.result.statement), style.end, fit=style.fit)))
    return [part for part in parts if part]


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _chain(chain: Any, style: _Style, marks: list[str]) -> str:
    if chain.start is None:
        reason = chain.use.reason if chain.use is not None else "from its two directions"
        mark = marks[0] if marks else None
        return stated(chain.statement, style.reason.format(text(reason)), mark, fit=style.fit)
    reasons = [style.reason.format(text(step.reason)) for step in chain.steps]
    return aligned(chain.start, chain.steps, reasons, marks, fit=style.fit)


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
