"""How each verdict is shown: a sign that needs no colour, and a colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """The sign of a verdict in text and in LaTeX, and its colour for terminals and for HTML."""

    sign: str
    latex: str
    terminal: str
    html: str


LOOKS = {
    "proved": Look("✓", "\\checkmark", "green", "#1a7f37"),
    "supported": Look("≈", "\\approx", "cyan", "#0969da"),
    "undecided": Look("?", "?", "yellow", "#9a6700"),
    "unread": Look("–", "-", "magenta", "#6639ba"),
    "refuted": Look("✗", "\\times", "red", "#cf222e"),
    "given": Look("·", "\\cdot", "bright_black", "#6e7781"),
}
