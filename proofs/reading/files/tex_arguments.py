"""Where the arguments of a command of LaTeX begin and end, in a text that is not mathematics."""

from __future__ import annotations

import re

OPTION = re.compile(r"[ \t]*\[[^\[\]\n]{0,300}\]")
_SLIDES = re.compile(r"<[-+\d,.a-z|:]{0,40}>")  # on which slides something stands
_OPENING = re.compile(r"\s*\{")
_BRACES = re.compile(r"\\[\s\S]|[{}]")


def group(text: str, at: int, limit: int = 2_000) -> tuple[int, int] | None:
    """The inside of the braces that open at ``at``."""
    opening = _OPENING.match(text, at)
    if opening is None or "}" not in text[opening.end() : opening.end() + limit]:
        return None
    depth = 0
    for found in _BRACES.finditer(text, opening.end(), opening.end() + limit):
        if found[0] == "}" and depth == 0:
            return opening.end(), found.start()
        depth += {"{": 1, "}": -1}.get(found[0], 0)
    return None


def after_groups(text: str, at: int, most: int) -> int:
    """Where the text goes on after up to ``most`` groups in braces."""
    for _ in range(most):
        inside = group(text, at) if text.startswith("{", at) else None
        if inside is None:
            break
        at = inside[1] + 1
    return at


def after_slides(text: str, at: int) -> int:
    """Where the text goes on after what says on which slides something stands: ``\\item<2->``."""
    slides = _SLIDES.match(text, at)
    return at if slides is None else slides.end()


def after_option(text: str, at: int) -> int:
    """Where the text goes on after an argument in square brackets, if there is one."""
    at = after_slides(text, at)
    option = OPTION.match(text, at)
    return at if option is None else option.end()


def after_word(text: str, at: int) -> int:
    """TeX drops the spaces after a command."""
    while at < len(text) and text[at] in " \t":
        at += 1
    return at
