r"""Macros expanded in place; comments, verbatim text, definitions and named files taken out.

Expansion is bounded: a macro that expands without end, or to more than anybody writes, stays as it stands, with a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .macros import DEFINES, FILES, Macro, Macros, tokens
from .spans import Span, SpanBuilder

_STEPS = 2_000  # expansions that one call may lead to
_TOKENS = 20_000  # tokens that it may become
_STOP = re.compile(r"\\(?:[A-Za-z@]+|[\s\S]|$)|%[^\n]*(?:\n[ \t]*+(?!\n))?")
_TOKEN = re.compile(r"\\(?:[A-Za-z@]+|[\s\S]|$)|%[^\n]*(?:\n[ \t]*+(?!\n))?|[{}\[\]]|\s+|[^\\%{}\[\]\s]+")
_VERBATIM = re.compile(r"\s*\{((?:verbatim|Verbatim|lstlisting|minted|comment|alltt|filecontents|tcblisting)\*?)\}")
_VERB = re.compile(r"\*?([^\sA-Za-z*])[^\n]*?\1")
_CONDITION_END = re.compile(r"\\(?:else|fi)(?![A-Za-z@])")
_SLIDES = re.compile(r"<[-+\d,.]*>")
_FILE = re.compile(r"\s*(?:\{[^{}\n]*\}\s*){1,2}|[ \t]+[\w./-]+")


@dataclass(frozen=True)
class _Token:
    text: str
    at: int  # in the span that is expanded
    fixed: bool = False  # all its characters stand for what is at ``at``


def expand(macros: Macros, span: Span) -> Span:
    """The span with macros expanded; what it defines is added to ``macros``, what it names to their ``inputs``."""
    return _Expansion(macros, span).run()


class _Expansion:
    def __init__(self, macros: Macros, span: Span) -> None:
        self._macros = macros
        self._span = span
        self._text = span.text
        self._built = SpanBuilder()
        self._in_word = False  # the last thing written is a control word, which a letter would prolong

    def run(self) -> Span:
        text, at = self._text, 0
        while found := _STOP.search(text, at):
            self._copy(at, found.start())
            at = self._command(found)
        self._copy(at, len(text))
        return self._built.built()

    def _command(self, found: re.Match[str]) -> int:
        """Deal with a command or comment; where to go on."""
        text, name, after = self._text, found[0], found.end()
        if name.startswith("%"):
            return after
        if name in DEFINES:
            return self._macros.define(text, after, name)
        if self._macros.knows(name):
            return self._call(name, found.start(), after)
        if name in FILES and (named := _FILE.match(text, after)):
            self._macros.inputs += 1
            return named.end()
        if name == "\\begin" and (verbatim := _VERBATIM.match(text, after)):
            end = text.find(f"\\end{{{verbatim[1]}}}", after)
            return len(text) if end < 0 else end + len(verbatim[1]) + 6
        if name in ("\\verb", "\\lstinline") and (verb := _VERB.match(text, after)):
            return verb.end()
        if name == "\\iffalse":
            condition = _CONDITION_END.search(text, after)
            return condition.end() if condition else len(text)
        if name == "\\endinput":
            return len(text)
        self._copy(found.start(), after)
        self._in_word = name[-1].isalpha()
        return after

    def _copy(self, begin: int, end: int) -> None:
        if begin < end:
            self._part(self._text[begin], begin)
            self._built.add(self._span, begin, end)
            self._in_word = False

    def _part(self, first: str, at: int) -> None:
        if self._in_word and first.isalpha():
            self._built.fixed(" ", self._span.offset(at))

    def _write(self, token: _Token) -> None:
        self._part(token.text[0], token.at)
        if token.fixed:
            self._built.fixed(token.text, self._span.offset(token.at))
        else:
            self._built.add(self._span, token.at, token.at + len(token.text))
        self._in_word = token.text[0] == "\\" and token.text[-1].isalpha()

    def _call(self, name: str, at: int, after: int) -> int:
        reader = _Reader(self._text, after, [_Token(name, at)])
        out: list[_Token] = []
        steps = 0
        while reader.pending:
            token = reader.pending.pop()
            macro = self._macros.find(token.text) if token.text[0] == "\\" else None
            if macro is None:
                out.append(token)
                continue
            steps += 1
            body = reader.body(macro, token)
            if steps > _STEPS or reader.read + len(reader.pending) + len(out) > _TOKENS:
                self._macros.spend(name, reader.read + len(out) + steps, finished=False)
                self._copy(at, after)
                self._in_word = name[-1].isalpha()
                return after
            if body is None or macro.final:
                out += body or [token]
            else:
                reader.pending += reversed(body)
        self._macros.spend(name, reader.read + len(out), finished=True)
        for token in out:
            self._write(token)
        return reader.at


class _Reader:
    """Gives the tokens that are pending, then those of the text: where a call finds its arguments."""

    def __init__(self, text: str, at: int, pending: list[_Token]) -> None:
        self.text, self.at, self.pending = text, at, pending
        self.read = 0

    def _next(self) -> _Token | None:
        self.read += 1
        if self.pending:
            return self.pending.pop()
        while found := _TOKEN.match(self.text, self.at):
            self.at = found.end()
            if found[0][0] != "%":
                return _Token(found[0], found.start())
        return None

    def body(self, macro: Macro, call: _Token) -> list[_Token] | None:
        """What a call stands for; None, and nothing is read, if its arguments are not there."""
        kept, at = list(self.pending), self.at
        body = macro.body
        if macro.slides:
            self._slides()
        if macro.starred is not None and (star := self._next()) is not None:
            if star.text[0] == "*":
                body = macro.starred
                self._back(star, 1)
            else:
                self.pending.append(star)
            if self._optional() is None:  # a size, \big
                return self._restore(kept, at)
        arguments: list[list[_Token]] = []
        if macro.bracketed is not None:
            order = self._optional()
            if order is None:
                return self._restore(kept, at)
            if order:
                arguments.append(order[0])
                macro = macro.bracketed
                body = macro.body
        if macro.default is not None:
            given = self._optional()
            if given is None:
                return self._restore(kept, at)
            default = [_Token(t, call.at, True) for t in tokens(macro.default)]
            arguments.append(given[0] if given else default)
        while len(arguments) < macro.arguments:
            argument = self._argument()
            if argument is None:
                return self._restore(kept, at)
            arguments.append(argument)
        while macro.longer is not None and (more := self._group()) is not None:
            arguments.append(more)
            macro = macro.longer
            body = macro.body
        out: list[_Token] = []
        for text in body:
            if len(text) == 2 and text[0] == "#":
                k = int(text[1]) - 1 if text[1] != "#" else -1
                out += arguments[k] if 0 <= k < len(arguments) else [_Token("#", call.at, True)]
                self.read += len(arguments[k]) if 0 <= k < len(arguments) else 1
            else:
                out.append(_Token(text, call.at, True))
        return out

    def _slides(self) -> None:
        """Pass over what says on which slides something is shown: ``<2->``."""
        token = self._next()
        if token is not None and (spec := _SLIDES.match(token.text)):
            self._back(token, spec.end())
        elif token is not None:
            self.pending.append(token)

    def _restore(self, pending: list[_Token], at: int) -> list[_Token] | None:
        """As if nothing had been read."""
        self.pending[:] = pending
        self.at = at
        return None

    def _back(self, token: _Token, used: int) -> None:
        """Return what is left of a token of which the first characters were used."""
        if len(token.text) > used:
            self.pending.append(_Token(token.text[used:], token.at if token.fixed else token.at + used, token.fixed))

    def _argument(self) -> list[_Token] | None:
        token = self._next()
        while token is not None and token.text.isspace():
            token = self._next()
        if token is None or token.text[0] in "}$&":
            return None
        if token.text == "{":
            return self._until("}")
        if token.text[0] == "\\":
            return [token]
        self._back(token, 1)
        return [_Token(token.text[0], token.at, token.fixed)]

    def _group(self) -> list[_Token] | None:
        """An argument in braces, if one follows."""
        kept, at = list(self.pending), self.at
        token = self._next()
        if token is not None and token.text == "{" and (inside := self._until("}")) is not None:
            return inside
        return self._restore(kept, at)

    def _optional(self) -> list[list[_Token]] | None:
        """The tokens of an optional argument, if there is one; None if it does not end."""
        token = self._next()
        if token is None or token.text != "[":
            if token is not None:
                self.pending.append(token)
            return []
        inside = self._until("]")
        return None if inside is None else [inside]

    def _until(self, closer: str) -> list[_Token] | None:
        depth = 0
        inside: list[_Token] = []
        while (token := self._next()) is not None and self.read <= _TOKENS:
            if token.text == closer and depth == 0:
                return inside
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            if depth < 0:
                return None
            inside.append(token)
        return None
