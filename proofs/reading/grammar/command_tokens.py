r"""Tokens of commands: letters, signs, sized brackets, what is set over a relation; each command means one thing."""

from __future__ import annotations

import re

from ..syntax import Unread
from . import signs as S
from .scanning import DELIMITER, Words

_LENGTH = re.compile(r"\s*\*?\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|cm|mm|in|px|mu)\s*\]")
_WIDTH = re.compile(r"(?P<size>-?\s*(?:\d+\.?\d*|\.\d+))\s*(?P<unit>em|ex|pt|mm|cm|in|mu|px|pc)")
_QUAD = {"em": 1.0, "ex": 2.3, "pt": 10.0, "mm": 3.5, "cm": 0.35, "in": 0.14, "mu": 18.0, "px": 16.0, "pc": 0.83}
_OPTION = re.compile(r"\s*\[[a-z]\]")


class Commands(Words):
    """A scanner that knows the commands."""

    def command(self, command: str, start: int, end: int) -> int:
        name = command[1:] if command[0] == "\\" else command
        if name in S.LETTERS:
            return self.add("letter", S.LETTER_ALIASES.get(name, name), start, end)
        if name in S.CAPITALS:
            return self.add("letter", S.CAPITALS[name], start, end)
        if command in S.CLOSER:
            return end
        if command in S.SPACES:
            self.space(2)
            return end
        if name in S.STRUCTURES:
            return self._structure(name, start, end)
        if command in S.RELATIONS:
            return self._relation(S.RELATIONS[command], start, end)
        if command in S.TIMES:
            if name in ("cup", "cap") and self.text[end : end + 1] == "_":
                return self.add("big", f"big{name}", start, end)
            return self.add("times", S.TIMES[command], start, end)
        if command in S.SIGNS:
            return self.add("sign", S.SIGNS[command], start, end)
        if name in ("left", "right", "middle"):
            return self._fence(name, start, end)
        if name in S.FUNCTION_COMMANDS:
            return self.add("function", name, start, end)
        if command in S.BIG_COMMANDS:
            return self.add("big", S.BIG_COMMANDS[command], start, end)
        if command in S.INTEGRALS:
            return self.add("int", name, start, end)
        if name in S.TEXT_COMMANDS:
            return self.prose(start, end)
        if name in S.FONTS:
            return self.font(name, start, end)
        if name in S.ACCENTS:
            return self.add("accent", S.ACCENTS[name], start, end)
        if command in S.DOTS:
            return self.add("dots", command, start, end)
        if command in S.QUADS:
            return self.add("quad", command, start, end)
        if command in S.OPENING:
            return self.add("open", S.OPENING[command], start, end)
        if command in S.CLOSING:
            return self.add("close", S.CLOSING[command], start, end)
        if command in S.BARS:
            return self.add("bar", S.BARS[command], start, end)
        return self._rare(command, name, start, end)

    def _rare(self, command: str, name: str, start: int, end: int) -> int:
        match name:
            case "partial":
                return self.add("partial", name, start, end)
            case "mid":
                return self.add("mid", "|", start, end)
            case "prime":
                return self.add("'", "'", start, end)
            case "\\":
                length = _LENGTH.match(self.text, end)
                return self.add("newline", command, start, length.end() if length else end)
            case "Pr" | "gcd" | "deg" | "ker":
                return self.add("word", name, start, end, "rm")
            case "arg":
                found = re.compile(r"(?:\s|\\[,!;: ])*\\(max|min)(?![A-Za-z])").match(self.text, end)
                if found:
                    return self.add("big", "arg" + found.group(1), start, found.end())
                return self.add("word", name, start, end, "rm")
            case "tag" | "tag*":
                content, end = self.group(end)
                return self.add("tag", self.text[slice(*content)].strip(), start, end)
            case "eqref" | "ref" | "cite":
                content, end = self.group(end)
                return self.add("prose", f"({self.text[slice(*content)]})", start, end, "wide")
            case "xrightarrow":
                content, end = self.group(end)
                return self.add("relation", "to", start, end, self.plain(*content))
            case "hspace" | "hspace*":
                return self._blank(start, end)
            case "%" | "$" | "&":
                raise Unread(f"the sign {command} in a formula", (start, end))
        if name in S.SIZES or (name[:-1] in S.SIZES and name[-1] in "lrm"):
            return self._fence(name, start, end)
        if command in S.MARKS:
            return self.add("mark", S.MARKS[command], start, end)
        if command in S.PROSE:
            return self.add("prose", S.PROSE[command], start, end, "joining")
        if name in S.IGNORED:
            return end
        if name in S.SWALLOWING:
            self.space(2)
            return self.group(end)[1]
        raise Unread(f"the command {command} is not known", (start, end))

    def _blank(self, start: int, end: int) -> int:
        r"""``\hspace{5em}`` parts what stands beside it, as ``\quad`` does; a narrow one is a blank."""
        content, after = self.group(end)
        width = _WIDTH.fullmatch(self.text[slice(*content)].strip())
        if width is None or float(width["size"]) >= _QUAD[width["unit"]]:
            return self.add("quad", r"\hspace", start, after)
        self.space(2)
        return after

    def _structure(self, name: str, start: int, end: int) -> int:
        if name in ("begin", "end"):
            content, end = self.group(end)
            environment = self.text[slice(*content)].strip()
            if name == "begin":
                if found := _OPTION.match(self.text, end):
                    end = found.end()
                if environment in ("array", "alignedat", "subarray"):
                    end = self.group(end)[1]
            return self.add("begin" if name == "begin" else "finish", environment, start, end)
        if name in ("overset", "stackrel", "underset"):
            over, middle = self.group(end)
            inner, after = self.group(middle)
            sign = self.text[slice(*inner)].strip()
            if sign in S.RELATIONS:
                return self.add("relation", S.RELATIONS[sign], start, after, self.plain(*over))
            if sign in S.SIGNS:
                return self.add("sign", S.SIGNS[sign], start, after)
            if name != "underset":
                raise Unread("something set over what is no relation", (start, after))
        if name == "not":
            found = DELIMITER.match(self.text, end)
            symbol = S.NEGATED.get(S.RELATIONS.get(found.group(1), "") if found else "")
            if found is None or symbol is None:
                raise Unread(r"\not before what is not negated this way", (start, end))
            return self.add("relation", symbol, start, found.end())
        return self.add("command", name, start, end)

    def _relation(self, symbol: str, start: int, end: int) -> int:
        before = self.tokens[-1] if self.tokens else None
        if symbol == "perp" and before is not None and before.kind == "relation" and before.text == "perp":
            self.tokens[-1] = before._replace(end=end)  # two of them, drawn into one another, say independent
            return end
        return self.add("relation", symbol, start, end)

    def _fence(self, name: str, start: int, end: int) -> int:
        r"""A bracket or bar with its size: ``\left(``, ``\right|``, ``\bigl[``, ``\Big|``, ``\middle/``."""
        found = DELIMITER.match(self.text, end)
        if found is None:
            raise Unread(rf"\{name} without its bracket", (start, end))
        sign, end = found.group(1), found.end()
        side = {"left": "left", "right": "right", "middle": "middle"}.get(name) or {"l": "l", "r": "r"}.get(
            name[-1], ""
        )
        sign = S.UNICODE.get(sign, sign)
        if side in ("l", "r") and sign in (S.CLOSING if side == "l" else S.OPENING) and sign not in S.BARS:
            side = ""  # \bigr[ spaces as what closes, and opens all the same
        if side == "middle" or name[-1] == "m":
            if sign in S.BARS:
                return self.add("mid", S.BARS[sign], start, end)
            if sign in S.TIMES:
                return self.add("times", S.TIMES[sign], start, end)
        elif sign == "." and side in ("left", "right"):
            return self.add("open" if side == "left" else "close", ".", start, end, side)
        elif sign in S.BARS or sign in (r"\lvert", r"\rvert", r"\lVert", r"\rVert"):
            bar = S.BARS.get(sign) or S.OPENING.get(sign) or S.CLOSING[sign]
            if side == "":
                return self.add("bar", bar, start, end)
            return self.add("open" if side in ("left", "l") else "close", bar, start, end, side)
        elif sign in S.OPENING and side in ("left", "l", ""):
            return self.add("open", S.OPENING[sign], start, end, side)
        elif sign in S.CLOSING and side in ("right", "r", ""):
            return self.add("close", S.CLOSING[sign], start, end, side)
        elif sign == "<" and side in ("left", "l"):
            return self.add("open", "<", start, end, side)
        elif sign == ">" and side in ("right", "r"):
            return self.add("close", ">", start, end, side)
        elif sign == "/" and side == "":
            return self.add("times", "/", start, end)
        raise Unread(rf"\{name}{sign}: a bracket that is not read", (start, end))
