"""The report of a document as a page of its own.

KaTeX sets its formulas where there is a network to fetch it from; without, each stands there as one line of text.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .document_html import document_html
from .plain_maths import printable
from .web_maths import spelled

if TYPE_CHECKING:
    from proofs.marking.document_report import DocumentReport

_KATEX = "https://cdn.jsdelivr.net/npm/katex@0.19.1/dist"
# On a phone the cells of a row go below each other; on paper nothing can be scrolled to, and all has to be there.
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em }
@media screen and (max-width: 40em) {
 body { margin: 1em auto; padding: 0 .6em }
 .proofs-document tr { display: flex; flex-wrap: wrap; align-items: center }
 .proofs-document td { display: block; max-width: 100%; box-sizing: border-box; padding-left: .6em !important;
  overflow-x: auto; overflow-y: hidden }
 .proofs-document td:empty { display: none }
 .proofs-document td[colspan] { white-space: normal !important }
}
@media print {
 body { font-size: 8.5pt; margin: 0; padding: 0; max-width: none }
 .proofs-document div { overflow: visible !important }
 .proofs-document tr { break-inside: avoid }
 .proofs-document td { min-width: 0 !important }
}
"""
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
<link rel="stylesheet" href="{katex}/katex.min.css" crossorigin="anonymous"
 integrity="sha384-WwGtaC6ywCHxA5cstpj/3+xIZvTez8dq2IcBQaXRkenHZ7FVVq1ZROtURwfbtTlG">
<script defer src="{katex}/katex.min.js" crossorigin="anonymous"
 integrity="sha384-a1WQdjRj162i159OYq041X6I4K8NenkrI09LlPmiHg0YOb7CR+wJOraXwK9abpnE"></script>
<script>addEventListener("load", () => window.katex && document.querySelectorAll(".tex").forEach(
 each => katex.render(each.dataset.tex, each, {{throwOnError: false}})))</script>
</head>
<body>{body}</body></html>
"""


def document_page(report: DocumentReport) -> str:
    """The page as HTML."""
    return _PAGE.format(
        title=escape(printable(report.name)), style=_STYLE, katex=_KATEX, body=spelled(document_html(report))
    )
