r"""How wide a formula will be on paper, estimated from its LaTeX, and where it may be broken.

Widths are in points at a font size of 10 points, for Computer Modern; they are meant to err on the wide side by a few
per cent.  ``broken`` cuts a formula at its outermost signs, then inside its brackets, whose size is then fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\\[A-Za-z]+\s*|\\.|[{}^_&]|\s+|.", re.DOTALL)

_NARROW = {"i": 3.5, "j": 4.2, "l": 3.1, "t": 3.7, "r": 4.6, "f": 5.0, "s": 4.8, "I": 4.5}
_WIDE = {"m": 8.9, "w": 7.3, "M": 10.5, "W": 10.5}
_COMMANDS = {
    "log": 12.8, "exp": 15.0, "det": 13.9, "max": 18.4, "min": 17.3, "sin": 12.3, "cos": 13.4, "tan": 14.5, "lim": 13.9,
    "sinh": 17.8, "cosh": 19.0, "tanh": 20.0, "arctan": 29.0, "arcsin": 28.0, "arccos": 29.0,
    "sum": 14.5, "prod": 12.8, "int": 10.0, "infty": 10.0, "partial": 5.8, "mathrm": 0.0, "mathbb": 0.0,
    "mathcal": 1.5, "operatorname": 0.0, "text": 0.0, "left": 0.0, "right": 0.0, "middle": 0.0, "top": 7.8, "|": 5.0,
    "quad": 10.0, "qquad": 20.0, ",": 1.7, ":": 2.2, ";": 2.8, "!": -1.7, " ": 3.3, "{": 5.0, "}": 5.0, "#": 8.3,
    "prime": 2.8, "biggl": 0.0, "biggr": 0.0, "bigl": 0.0, "bigr": 0.0, "boxed": 8.0, "cdot": 7.2, "times": 12.2,
    "Gamma": 6.3, "Sigma": 8.2, "dots": 13.3, "iff": 27.0, "implies": 27.0, "mid": 8.4, "mathopen": 0.0,
}  # fmt: skip
_OPERATORS = {
    "log",
    "exp",
    "det",
    "max",
    "min",
    "sin",
    "cos",
    "tan",
    "sinh",
    "cosh",
    "tanh",
    "arctan",
    "arcsin",
    "arccos",
}
_RELATIONS = {"sim": 13.4, "leq": 13.4, "geq": 13.4, "neq": 13.4, "in": 12.3, "ll": 15.6, "succ": 13.4, "to": 15.6,
              "setminus": 9.5, "notin": 12.3, "mapsto": 15.6, "circ": 9.5, "succeq": 13.4}  # fmt: skip
_LIMITS = {"sum", "prod"}
_SCRIPT = 0.72
_COLUMN_SEP, _ENCLOSED = 10.0, 15.0


def width(latex: str) -> float:
    """The width of a displayed formula in points."""
    total, _ = _row(_tokens(latex), 0, 1.0)
    return total


def _tokens(latex: str) -> list[str]:
    return [token.strip() or " " for token in _TOKEN.findall(latex)]


def _row(tokens: list[str], at: int, scale: float, ends: tuple[str, ...] = ("}",)) -> tuple[float, int]:
    """The width of a row up to its closing brace, or to another token at which it ends."""
    total, widest = 0.0, 0.0
    while at < len(tokens) and tokens[at] not in ends:
        if tokens[at] == "\\\\":
            widest, total, at = max(widest, total), 0.0, at + 1
            continue
        wide, at = _atom(tokens, at, scale)
        total += wide
    return max(widest, total), at


def _table(tokens: list[str], at: int, scale: float) -> tuple[float, int]:
    """The width of an environment from its first row on: its columns side by side, and what encloses them."""
    columns, column = [0.0], 0
    while at < len(tokens) and tokens[at] != "\\end":
        if tokens[at] == "&":
            column, at = column + 1, at + 1
        elif tokens[at] == "\\\\":
            column, at = 0, at + 1
            if tokens[at : at + 1] == ["["]:
                at = tokens.index("]", at) + 1
        columns += [0.0] * (column + 1 - len(columns))
        wide, at = _row(tokens, at, scale, ("&", "\\\\", "\\end"))
        columns[column] = max(columns[column], wide)
    _, at = _argument(tokens, at + 1, scale)
    return sum(columns) + _COLUMN_SEP * (len(columns) - 1) + _ENCLOSED, at


def _argument(tokens: list[str], at: int, scale: float) -> tuple[float, int]:
    while at < len(tokens) and tokens[at] == " ":
        at += 1
    if at < len(tokens) and tokens[at] == "{":
        wide, at = _row(tokens, at + 1, scale)
        return wide, at + 1
    return _single(tokens, at, scale)


def _single(tokens: list[str], at: int, scale: float) -> tuple[float, int]:
    """One token without its scripts."""
    if at >= len(tokens):
        return 0.0, at
    token = tokens[at]
    if token == "{":
        return _argument(tokens, at, scale)
    if token == "\\begin":
        _, at = _argument(tokens, at + 1, scale)
        return _table(tokens, at, scale)
    if token in ("\\frac", "\\binom"):
        above, at = _argument(tokens, at + 1, scale)
        below, at = _argument(tokens, at, scale)
        return max(above, below) + 2.4, at
    if token == "\\sqrt":
        inner, at = _argument(tokens, at + 1, scale)
        return inner + 8.3, at
    if token in ("\\left", "\\right") and at + 1 < len(tokens):
        return (2.8 if tokens[at + 1] == "." else 8.0) * scale, at + 2
    if token == "\\text":
        inner, at = _argument(tokens, at + 1, scale)
        return inner, at
    return _plain(token) * scale, at + 1


def _plain(token: str) -> float:
    if token.startswith("\\"):
        name = token[1:]
        if name in _RELATIONS:
            return _RELATIONS[name]
        return _COMMANDS.get(name, 6.0) + (1.7 if name in _OPERATORS else 0.0)
    if token in "()[]":
        return 3.9 if token in "()" else 2.8
    if token in "=<>":
        return 13.4
    if token in "+-":
        return 12.2
    if token in " &":
        return 0.0
    if token in ",.;:":
        return 4.4
    if token.isdigit():
        return 5.0
    return _NARROW.get(token, _WIDE.get(token, 7.6 if token.isupper() else 5.6))


def _atom(tokens: list[str], at: int, scale: float) -> tuple[float, int]:
    """One token with its subscript and superscript."""
    limits = tokens[at][1:] in _LIMITS
    wide, at = _single(tokens, at, scale)
    scripts = [0.0]
    while at < len(tokens) and tokens[at] in ("_", "^"):
        inner, at = _argument(tokens, at + 1, scale * _SCRIPT if scale == 1.0 else scale * 0.8)
        scripts.append(inner)
    return (max(wide, *scripts) + 1.7 if limits else wide + max(scripts)), at


# ---------------------------------------------------------------------------------------------------------------------
# breaking

_SIGN = re.compile(r" (?:[+\-=]|\\leq|\\geq|\\iff|\\implies) ")
_FACTOR = re.compile(r" (?!\\,|\\text|\\mathrm|\\sim|\\mid|\\cdot|\\in )(?=\\[a-z]|\()")
_CUT = "\0"
_LAST_RESORT = 100  # a line may begin with a factor, if nothing else will do


def broken(latex: str, available: float, indent: float = 20.0) -> list[str]:
    """The formula in lines of at most ``available`` points, as far as its signs allow; one line if it fits.

    Lines after the first begin with their sign and are meant to be set in by ``indent`` points.  Among the places that
    make a line fit, the outermost is taken, and of these the last.
    """
    places = list(_places(latex))
    cuts: list[int] = []
    start, room = 0, available
    while width(latex[start:]) > room:
        ahead = [(depth, place) for place, depth in places if place > start]
        fitting = [(depth, place) for depth, place in ahead if width(latex[start:place]) <= room]
        if not ahead:
            break
        outermost = min(fitting)[0] if fitting else 0
        start = max(place for depth, place in fitting if depth == outermost) if fitting else min(p for _, p in ahead)
        cuts.append(start)
        room = available - indent
    parts = [latex[a:b] for a, b in zip([0, *cuts], [*cuts, len(latex)], strict=True)]
    parts[1:] = [part if _SIGN.match(f" {part}") else f"\\cdot {part}" for part in parts[1:]]
    return [line.strip() for line in _fixed_brackets(_CUT.join(parts)).split(_CUT)]


def _places(latex: str) -> Iterator[tuple[int, int]]:
    """Where a line may begin, outermost first: the number of brackets around the place, and the place.

    Lines begin with a sign, or as a last resort with the factor after a bracket or a fraction; never inside braces.
    """
    depth = braces = at = groups = 0
    ended = False
    while at < len(latex):
        sign = _SIGN.match(latex, at)
        if sign and not braces and at > 0:
            yield at + 1, depth
            at = sign.end() - 1
            continue
        if ended and not braces and _FACTOR.match(latex, at):
            yield at + 1, depth + _LAST_RESORT
        token = _TOKEN.match(latex, at)
        assert token is not None
        name = token.group().strip()
        at = token.end()
        if name in ("\\left", "\\right"):
            at += 2 if latex[at] == "\\" else 1
        braces += (name in ("{", "\\begin")) - (name in ("}", "\\end"))
        depth += (name in ("\\left", "(", "[")) - (name in ("\\right", ")", "]"))
        groups = 2 if name == "\\frac" and not braces else groups - (name == "}" and not braces)
        ended = name in ("\\right", ")", "]") or (name == "}" and not braces and groups == 0)


def _fixed_brackets(latex: str) -> str:
    """Growing brackets that a cut would part, given a fixed size: TeX cannot stretch them over lines."""
    pieces = re.split(r"(\\left(?![a-z])|\\middle(?![a-z])|\\right(?![a-z]))", latex)
    opened: list[list[int]] = []
    for k, piece in enumerate(pieces):
        if piece == "\\left":
            opened.append([k])
        elif piece == "\\middle":
            opened[-1].append(k)
        elif piece == "\\right":
            group = [*opened.pop(), k]
            if any(_CUT in part for part in pieces[group[0] : k]):
                pieces[group[0]], pieces[k] = "\\biggl", "\\biggr"
                for middle in group[1:-1]:
                    pieces[middle] = "\\biggm"
    return "".join(pieces)
