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
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em }}</style>
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
    return _PAGE.format(title=escape(printable(report.name)), katex=_KATEX, body=spelled(document_html(report)))
