"""Why one step holds, for a terminal: its verdict, then the licensed lines that fill it, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .document_text import Pen, conditions, relation
from .plain_maths import one_row, sentence

if TYPE_CHECKING:
    from proofs.marking.explanation import Explanation

_INDENT = "    "
_REASONS_AT = 60  # the column beyond which a formula has its reason on a line of its own


def explanation_text(explanation: Explanation, source: str, *, colour: bool = False, width: int | None = None) -> str:
    """The step and what was found; with a hint, only that."""
    pen = Pen(source, colour, width, whole=True)
    hints = explanation.hint is not None
    step = replace(explanation.step, repair=None) if hints else explanation.step  # a hint does not name the slip
    lines = list(pen.chain([step], [0], verbose=not hints))
    if explanation.hint is not None:
        return "\n".join([*lines, *pen.wrapped(sentence(explanation.hint), _INDENT, None)])
    if explanation.start is not None and explanation.lines:
        start = pen.fitted(one_row(explanation.start), pen.room(len(_INDENT)))
        lines += ["", *(_INDENT + line for line in start), *_filled(explanation, pen)]
    if explanation.needs and explanation.needs != explanation.step.needs:
        lines += pen.wrapped(f"if {sentence(conditions(explanation.needs))}", _INDENT, "yellow")
    if explanation.why is not None:
        lines += pen.wrapped(sentence(explanation.why), _INDENT, None)
    return "\n".join(lines)


def _filled(explanation: Explanation, pen: Pen) -> Iterator[str]:
    """The lines with their reasons in one column, as far as they are short."""
    shown = [f"{one_row(relation(line.relation))} {one_row(line.right)}" for line in explanation.lines]
    column = max((len(formula) for formula in shown if len(formula) <= _REASONS_AT), default=0) + 2
    for formula, line in zip(shown, explanation.lines, strict=True):
        reason = sentence(line.reason)
        if len(formula) < column and (pen.width is None or column + len(reason) + 6 <= pen.width):
            yield f"{_INDENT}  {formula:{column}}{pen.styled(reason, 'bright_black')}"
        else:
            yield from (f"{_INDENT}  {each}" for each in pen.fitted(formula, pen.room(len(_INDENT) + 2)))
            yield from pen.wrapped(reason, f"{_INDENT}      ", "bright_black")
