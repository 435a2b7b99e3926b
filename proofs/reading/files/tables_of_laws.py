r"""Tables that tell a law: the joint probabilities of two random variables, or the probabilities of the values of one.

"The joint distribution of $X$ and $Y$ is given by" with the values of one down, of the other across, and
"$X$ has the distribution" with a line of values and one of $P(X = x)$.  A table is read as the sentence that an author
could have written in its place, "Let $X$ and $Y$ have the joint distribution $P(X = 0, Y = 0) = \frac13$, ..."; where
a heading or a cell is not understood, or the words conclude it, it is read as before, and tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..words import claiming, retelling
from ..words.inline import Part, is_related, joined
from .source import Inline, Placed, Text

Cells = Sequence[Sequence[Placed]]
_JOINT = re.compile(r"\b(joint(ly)?|bivariate)\b")
_LAW = re.compile(r"\b(distribution|pmf|probability mass function|mass function|law|probabilit(y|ies)|distributed)\b")
_GIVEN = re.compile(r"\b(let|suppose|assume|consider|ha(s|ve)|with|given|following|below|whose)\b")
_ANOTHER = re.compile(r"(now |and )?(for|with|of) (the|a|an)?\s*(second|third|other|another|new|next|last)\b[^.;]*$")
_MADE = re.compile(r"\b(number of|sum of|difference|product of|maximum|minimum|largest|smallest)\b")
# An experiment from which the law follows: a table of it is a result.
_EXPERIMENT = re.compile(r"\b(toss\w*|throw\w*|roll\w*|flip\w*|draw\w*|drawn|dic?e|coins?|urns?|balls?|cards?)\b")
_NAME = r"[A-Z](?:_\{?\w\}?)?"
_BACKSLASH = r"(?:\\backslash|\\setminus|\\textbackslash(?:\s*\{\})?|\\\\|\\)"
_CORNERS = (
    re.compile(rf"(?P<row>{_NAME}|[a-z])\s*{_BACKSLASH}\s*(?P<column>{_NAME}|[a-z])"),
    re.compile(rf"\\(?:diagbox|backslashbox)\s*\{{(?P<row>{_NAME}|[a-z])\}}\s*\{{(?P<column>{_NAME}|[a-z])\}}"),
)
_VALUE = r"-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\[dt]?frac\s*\{?\d+\}?\s*\{?\d+\}?)"
_HEADING = re.compile(rf"(?:(?P<name>{_NAME})\s*=\s*)?(?P<value>{_VALUE})")
_MARGIN = re.compile(rf"total|sum|\\sum|marginals?|[Pp](?:r)?(?:_\{{?{_NAME}\}}?)?\s*\(.*\)", re.IGNORECASE)
_P = r"(?:\\(?:mathbb|mathrm)\s*\{)?(?:P|\\?Pr|p)\}?\s*"
_OF_ONE = re.compile(rf"{_P}(?:\(\s*(?P<name>{_NAME})\s*=\s*[a-z]\s*\)|_\{{?(?P<label>{_NAME})\}}?\s*\(\s*[a-z]\s*\))")
_COMMAND, _WORD = re.compile(r"\\[A-Za-z]+"), re.compile(r"[A-Za-z]{2}")
_SPANNING = re.compile(r"\\multicolumn\s*\{\d+\}\s*\{[^{}]*\}\s*\{(?P<inside>.*)\}", re.DOTALL)


def told(words: str, cells: Cells) -> list[Part] | None:
    """The sentence that a table stands for, where the words before it say that it tells a law; else None."""
    if len(cells) < 2 or not cells[0]:
        return None
    explicit = _names_events(cells)
    said = _said(words, explicit)
    if said is None:
        return None
    place = next((cell.places[0] for row in cells for cell in row if cell.text), None)
    found = _joint(cells) if explicit or _JOINT.search(said) else _of_one(cells)
    if found is None or place is None:
        return None
    names, equations = found
    parts: list[Part] = [Text("Let ", place)]
    for k, name in enumerate(names):
        parts += [Text(" and ", place)] if k else []
        parts.append(Inline(Placed(name, (0,), (place,))))
    parts.append(Text(" have the joint distribution " if len(names) > 1 else " have the distribution ", place))
    for k, equation in enumerate(equations):
        parts += [Text(", ", place)] if k else []
        parts.append(Inline(equation))
    return [*parts, Text(".", place)]


def _names_events(cells: Cells) -> bool:
    """Whether the headings across and down are all events, X = 0, so that the cells can only be their probabilities."""
    across, down = cells[0][1:], [row[0] for row in cells[1:] if any(map(_plain, row))]
    read = [_HEADING.fullmatch(_plain(cell)) for cell in (*across, *down) if not _MARGIN.fullmatch(_plain(cell))]
    return len(down) > 1 and all(each is not None and each["name"] is not None for each in read)


def _said(words: str, explicit: bool) -> str | None:
    """The sentence before a table that speaks of a law, or of what is given where the headings are ``explicit``, and
    lets the table tell it; else None."""
    sentences = [each for each in re.split(r"(?<=[.!?])\s+", words.lower()) if each.strip()]
    if sentences and (retelling.is_elsewhere(sentences[-1]) or _ANOTHER.match(sentences[-1])):
        return sentences[-1]  # another law is told where one was
    about = re.compile(rf"{_LAW.pattern}|\bgiven\b") if explicit else _LAW
    said = next((each for each in reversed(sentences[-2:]) if about.search(each)), None)
    if said is None or claiming.is_concluded(said) or claiming.MAY_NOT_TELL.search(said):
        return None
    if _EXPERIMENT.search(words.lower()):
        return None
    return said if _GIVEN.search(said) or not _MADE.search(words.lower()) else None


def _plain(cell: Placed) -> str:
    """What a cell says, without dollars and fonts."""
    text = re.sub(r"\\(?:hline|toprule|midrule|bottomrule|cline\s*\{[^{}]*\})|\$|\*\*", "", cell.text)
    return re.sub(r"\\(?:mathbf|textbf|bf|boldsymbol)\s*\{([^{}]*)\}", r"\1", text).strip()


def _joint(cells: Cells) -> tuple[tuple[str, str], list[Placed]] | None:
    """The two names, and P(X = x, Y = y) = cell for each cell."""
    rows = [row for row in cells if any(map(_plain, row))]
    over = _spanning(rows[0]) if rows else None
    rows = rows[1:] if over is not None else rows
    if len(rows) < 3 or len({len(row) for row in rows}) > 1:
        return None
    head, *body = rows
    corner = _plain(head[0])
    across, down = _headings(head[1:]), _headings([row[0] for row in body])
    if across is None or down is None:
        return None
    names = _names(corner, over, across[0], down[0])
    if names is None:
        return None
    equations: list[Placed] = []
    for x, row in zip(down[1], body, strict=False):
        for y, cell in zip(across[1], row[1:], strict=False):
            if (weight := _weight(cell)) is None:
                return None
            equations.append(joined(f"P({names[0]} = {x}, {names[1]} = {y}) = ", weight))
    return names, equations


def _names(corner: str, over: str | None, across: str | None, down: str | None) -> tuple[str, str] | None:
    """The random variables whose values stand down and across, where the headings say that."""
    for pattern in _CORNERS:
        if (found := pattern.fullmatch(corner)) is not None:
            row, column = found["row"].upper(), found["column"].upper()
            agree = down in (None, row) and across in (None, column) and row != column
            return (row, column) if agree else None
    down = down or (corner if re.fullmatch(_NAME, corner) else None)
    across = across or over
    return (down, across) if down is not None and across is not None and down != across else None


def _spanning(row: Sequence[Placed]) -> str | None:
    """The name of the random variable that a line above the headings holds, and nothing else."""
    said = [text for text in map(_plain, row) if text]
    if len(said) != 1:
        return None
    found = _SPANNING.fullmatch(said[0])
    inside = (found["inside"] if found is not None else said[0]).strip()
    return inside if re.fullmatch(_NAME, inside) else None


def _headings(cells: Sequence[Placed]) -> tuple[str | None, list[str]] | None:
    """The name that is said in headings, if one is, and the values; a margin behind them is left out."""
    texts = list(map(_plain, cells))
    if texts and _MARGIN.fullmatch(texts[-1]):
        texts.pop()
    found = [_HEADING.fullmatch(text) for text in texts]
    read = [each for each in found if each is not None]
    names = {each["name"] for each in read}
    if len(read) < len(found) or len(read) < 2 or len(names) > 1:
        return None
    values = [each["value"] for each in read]
    return (next(iter(names)), values) if len(set(values)) == len(values) else None


def _weight(cell: Placed) -> Placed | None:
    """A probability: anything that is written there, and is no relation, and no dash."""
    text = _plain(cell)
    if not re.search(r"\w", text) or "%" in text or is_related(cell) or _WORD.search(_COMMAND.sub(" ", text)):
        return None
    begin = cell.text.find(text)
    return None if begin < 0 else Placed(text, (0,), (cell.place(begin),))


def _of_one(cells: Cells) -> tuple[tuple[str], list[Placed]] | None:
    """The name, and P(X = x) = cell for each value, of two lines or of two columns."""
    rows = [row for row in cells if any(map(_plain, row))]
    if len({len(row) for row in rows}) != 1:
        return None
    for lines in (rows, list(zip(*rows, strict=True))):
        if len(lines) == 2 and (read := _line(lines[0], lines[1])) is not None:
            return read
    return None


def _line(values: Sequence[Placed], weights: Sequence[Placed]) -> tuple[tuple[str], list[Placed]] | None:
    letter, head = _plain(values[0]), _OF_ONE.fullmatch(_plain(weights[0]))
    read = _headings(values[1:])
    if head is None or read is None or read[0] is not None:
        return None
    name = head["name"] or head["label"]
    if letter.upper() != name.upper() or len(values) != len(read[1]) + 1:
        return None
    return (name,), list(_equations(name, read[1], weights[1:])) if all(map(_weight, weights[1:])) else []


def _equations(name: str, values: Sequence[str], weights: Sequence[Placed]) -> Iterator[Placed]:
    for value, cell in zip(values, weights, strict=True):
        if (weight := _weight(cell)) is not None:
            yield joined(f"P({name} = {value}) = ", weight)


__all__ = ["Cells", "told"]
