r"""Directives of MyST: ``{math}`` between fences, and what holds Markdown, ````{prf:theorem}``; all others are code."""

from __future__ import annotations

import re

_OPTIONS = re.compile(r"(?:\n[ \t>]*:[\w-]+:[^\n]*)*")  # ``:label: thm-1``
_DIRECTIVE = re.compile(r"\{(?P<name>(?:prf:)?[\w-]+)\}")
_TITLES = {
    name: name.capitalize()
    for name in ("theorem", "lemma", "proposition", "corollary", "definition", "example", "remark", "proof", "exercise",
                 "solution")
}  # fmt: skip
_HOLDS_MARKDOWN = _TITLES.keys() | {
    "admonition", "note", "tip", "hint", "important", "warning", "caution", "attention", "danger", "error", "seealso",
    "dropdown", "card", "tab-item", "tab-set", "margin", "sidebar", "topic", "aside", "property", "observation",
    "assumption", "axiom", "conjecture", "algorithm", "criterion",
}  # fmt: skip


def body_begins(text: str, at: int) -> int:
    """Where the options of a directive end that may stand behind its first line."""
    return found.end() if (found := _OPTIONS.match(text, at)) is not None else at


def is_math(info: str) -> bool:
    """Whether what a fence opens is a display, by the words behind it."""
    return info.strip() in ("math", "{math}")


def title(info: str) -> str | None:
    """What stands for the line that opens a directive which holds Markdown; None where it is none."""
    found = _DIRECTIVE.match(info.strip())
    name = found["name"].removeprefix("prf:").removesuffix("-start") if found else ""
    if name not in _HOLDS_MARKDOWN:
        return None
    return f"\n\n**{_TITLES[name]}.** " if name in _TITLES else "\n\n"
