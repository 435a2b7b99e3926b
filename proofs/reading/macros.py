r"""What an author abbreviates: ``\newcommand`` and its kin, expanded in place; comments and verbatim text taken out.

Expansion is bounded: a macro that expands without end, or to more than anybody writes, stays as it stands, with a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .spans import Span, SpanBuilder

_STEPS = 2_000  # expansions that one call may lead to
_TOKENS = 20_000  # tokens that it may become
_LONGEST_BODY = 20_000  # characters of a definition

_STOP = re.compile(r"\\(?:[A-Za-z@]+|[\s\S]|$)|%[^\n]*(?:\n[ \t]*+(?!\n))?")
_TOKEN = re.compile(r"\\(?:[A-Za-z@]+|[\s\S]|$)|%[^\n]*(?:\n[ \t]*+(?!\n))?|[{}\[\]]|\s+|[^\\%{}\[\]\s]+")
_BODY = re.compile(r"#[1-9]|##|\\(?:[A-Za-z@]+|[\s\S]|$)|%[^\n]*\n?[ \t]*|[{}\[\]]|\s+|[^\\%{}\[\]\s#]+|#")
_NAME = re.compile(r"\s*(?:\{\s*(\\(?:[A-Za-z@]+|[^\s{}]))\s*\}|(\\(?:[A-Za-z@]+|[^\s{}])))\s*")
_COUNT = re.compile(r"\s*\[\s*(\d)\s*\]\s*")
_PARAMETERS = re.compile(r"((?:#\d)*)\s*(?=\{)")
_LET = re.compile(r"\s*(\\(?:[A-Za-z@]+|[^\s{}]))\s*=?\s*(\\(?:[A-Za-z@]+|[^\s{}])|[^\\\s])")
_BRACED = re.compile(r"[\\{}]")
_VERBATIM = re.compile(r"\s*\{((?:verbatim|Verbatim|lstlisting|minted|comment|alltt|filecontents|tcblisting)\*?)\}")
_VERB = re.compile(r"\*?([^\sA-Za-z*])[^\n]*?\1")
_CONDITION_END = re.compile(r"\\(?:else|fi)(?![A-Za-z@])")
_FILE = re.compile(r"\s*(?:\{[^{}\n]*\}\s*){1,2}|[ \t]+[\w./-]+")

_COMMANDS = {"\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareRobustCommand"}
_DEFS = {"\\def", "\\gdef", "\\edef", "\\xdef"}
_OPERATORS = {"\\DeclareMathOperator"}
_DELIMITERS = {"\\DeclarePairedDelimiter", "\\DeclarePairedDelimiterX", "\\DeclarePairedDelimiterXPP"}
_ENVIRONMENTS = {"\\newenvironment", "\\renewenvironment"}
_FILES = {"\\input", "\\include", "\\subfile", "\\import", "\\subimport", "\\InputIfFileExists", "\\lstinputlisting",
          "\\verbatiminput"}  # fmt: skip
DEFINES = _COMMANDS | _DEFS | _OPERATORS | _DELIMITERS | _ENVIRONMENTS | {"\\let"}
# What gives a document its form is not expanded even where a class redefines it.
_FORM = {
    "\\begin", "\\end", "\\item", "\\label", "\\ref", "\\eqref", "\\tag", "\\text", "\\document", "\\par", "\\left",
    "\\right", "\\chapter", "\\section", "\\subsection", "\\subsubsection", "\\paragraph", "\\title", "\\maketitle",
    "\\\\", "\\[", "\\]", "\\(", "\\)", "\\{", "\\}", *DEFINES, *_FILES,
}  # fmt: skip


@dataclass(frozen=True)
class Macro:
    """A definition: its body in tokens (``#1`` stands for an argument), and the default of an optional first one.

    ``starred`` is the body where the call has a star; a ``final`` body is not looked at again (``\\let``).
    """

    arguments: int
    default: str | None
    body: tuple[str, ...]
    final: bool = False
    starred: tuple[str, ...] | None = None


@dataclass(frozen=True)
class _Token:
    text: str
    at: int  # in the span that is expanded
    fixed: bool = False  # all its characters stand for what is at ``at``


def _tokens(body: str) -> tuple[str, ...]:
    return tuple(m[0] for m in _BODY.finditer(body) if not m[0].startswith("%"))


@dataclass
class Macros:
    """The definitions of a document in the order in which it makes them, and what is to be said of them."""

    table: dict[str, Macro] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    inputs: int = 0
    _stuck: set[str] = field(default_factory=set)
    _work: int = 2_000_000  # tokens that may still be looked at for arguments and expansions

    def shown(self) -> dict[str, str]:
        """The macros and what they stand for, as text."""
        return {name: "".join(macro.body) for name, macro in self.table.items()}

    # -----------------------------------------------------------------------------------------------------------------
    # definitions

    def define(self, text: str, at: int, command: str) -> int:
        """Take the definition whose command ends at ``at``; where it ends (``at`` itself if it is none)."""
        if text.startswith("*", at):
            at, starred = at + 1, True
        else:
            starred = False
        if command in _ENVIRONMENTS:
            return self._groups(text, at, 3)
        if command == "\\let":
            return self._let(text, at)
        named = _NAME.match(text, at)
        if named is None:
            return at
        name, after = named[1] or named[2], named.end()
        if command in _OPERATORS:
            body = self._group(text, after)
            if body is None:
                return after
            operator = "\\operatorname*" if starred else "\\operatorname"
            self._set(name, Macro(0, None, (operator, "{", *_tokens(text[body[0] : body[1]]), "}")))
            return body[1] + 1
        if command in _DELIMITERS:
            return self._delimiters(text, after, name, command)
        return self._command(text, after, name, command)

    def _command(self, text: str, at: int, name: str, command: str) -> int:
        arguments, default = 0, None
        if command in _DEFS:
            parameters = _PARAMETERS.match(text, at)
            if parameters is None:
                brace = text.find("{", at, at + 200)
                self._note(f"the definition of {name} is of a kind that is not followed")
                body = self._group(text, brace) if brace >= 0 else None
                return body[1] + 1 if body else at
            arguments, at = len(parameters[1]) // 2, parameters.end()
        elif count := _COUNT.match(text, at):
            arguments, at = int(count[1]), count.end()
            if text.startswith("[", at):
                end = self._bracket(text, at)
                if end is None:
                    return at
                default, at = text[at + 1 : end], end + 1
        body = self._group(text, at)
        if body is None:
            return at
        if command != "\\providecommand" or name not in self.table:
            self._set(name, Macro(arguments, default, _tokens(text[body[0] : body[1]])))
        return body[1] + 1

    def _let(self, text: str, at: int) -> int:
        found = _LET.match(text, at)
        if found is None:
            return at
        name, other = found[1], found[2]
        self._set(name, self.table.get(other) or Macro(0, None, (other,), final=True))
        return found.end()

    def _delimiters(self, text: str, at: int, name: str, command: str) -> int:
        count = _COUNT.match(text, at)
        arguments, at = (int(count[1]), count.end()) if count else (1, at)
        wanted = {"\\DeclarePairedDelimiter": 2, "\\DeclarePairedDelimiterX": 3}.get(command, 5)
        groups: list[tuple[str, ...]] = []
        for _ in range(wanted):
            group = self._group(text, at)
            if group is None:
                return at
            groups.append(_tokens(text[group[0] : group[1]]))
            at = group[1] + 1
        before, left, right, after, body = (
            ((), *groups, (), ("#1",)) if wanted == 2 else ((), groups[0], groups[1], (), groups[2])
            if wanted == 3 else groups
        )  # fmt: skip
        body = tuple(t for t in body if t != "\\delimsize")
        plain = (*before, *left, " ", *body, *right, *after)
        starred = (*before, "\\left", *left, " ", *body, "\\right", *right, *after)
        self._set(name, Macro(arguments, None, plain, starred=starred))
        return at

    def _set(self, name: str, macro: Macro) -> None:
        if name not in _FORM:
            self.table[name] = macro
            self._stuck.discard(name)

    def _groups(self, text: str, at: int, most: int) -> int:
        """Past a name, options and two bodies."""
        for _ in range(most):
            while count := re.compile(r"\s*\[[^\[\]\n]*\]").match(text, at):
                at = count.end()
            group = self._group(text, at)
            if group is None:
                return at
            at = group[1] + 1
        return at

    def _group(self, text: str, at: int) -> tuple[int, int] | None:
        """Where the inside of the braces that open at ``at`` begins and ends; None if they do not."""
        opening = re.compile(r"\s*\{").match(text, at)
        if opening is None:
            return None
        depth, place = 1, opening.end()
        limit = place + min(_LONGEST_BODY, max(self._work, 0))
        while depth:
            found = _BRACED.search(text, place, limit)
            if found is None:
                self._work -= limit - opening.end()
                return None
            if found[0] == "\\":
                place = found.end() + 1
                continue
            depth += 1 if found[0] == "{" else -1
            place = found.end()
        self._work -= place - opening.end()
        return opening.end(), place - 1

    def _bracket(self, text: str, at: int) -> int | None:
        depth = 0
        for found in re.compile(r"\\[\s\S]|[{}\]]").finditer(text, at + 1, at + 2_000):
            if found[0] == "]" and depth == 0:
                return found.start()
            depth += {"{": 1, "}": -1}.get(found[0], 0)
        return None

    # -----------------------------------------------------------------------------------------------------------------
    # expansion

    def expand(self, span: Span) -> Span:
        """The span with macros expanded, and definitions, comments, verbatim text and named files taken out."""
        return _Expansion(self, span).run()

    def _note(self, note: str) -> None:
        if note not in self.notes and len(self.notes) < 50:
            self.notes.append(note)

    def knows(self, name: str) -> bool:
        return name in self.table and name not in self._stuck and self._work > 0

    def spend(self, name: str, tokens: int, finished: bool) -> None:
        """Account for a call; a macro that did not come to an end is not tried again."""
        self._work -= tokens if finished else 4 * tokens
        if not finished:
            self._stuck.add(name)
            self._note(f"{name} expands without end, or to too much; it is left as it stands")
        if self._work <= 0:
            self._note("the macros of this document expand to too much; the rest of them are left as they stand")


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
        if name in _FILES and (named := _FILE.match(text, after)):
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
            macro = self._macros.table.get(token.text) if token.text[0] == "\\" else None
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
        if macro.starred is not None and (star := self._next()) is not None:
            if star.text[0] == "*":
                body = macro.starred
                self._back(star, 1)
            else:
                self.pending.append(star)
            if self._optional() is None:  # a size, \big
                return self._restore(kept, at)
        arguments: list[list[_Token]] = []
        if macro.default is not None:
            given = self._optional()
            if given is None:
                return self._restore(kept, at)
            default = [_Token(t, call.at, True) for t in _tokens(macro.default)]
            arguments.append(given[0] if given else default)
        while len(arguments) < macro.arguments:
            argument = self._argument()
            if argument is None:
                return self._restore(kept, at)
            arguments.append(argument)
        out: list[_Token] = []
        for text in body:
            if len(text) == 2 and text[0] == "#":
                k = int(text[1]) - 1 if text[1] != "#" else -1
                out += arguments[k] if 0 <= k < len(arguments) else [_Token("#", call.at, True)]
                self.read += len(arguments[k]) if 0 <= k < len(arguments) else 1
            else:
                out.append(_Token(text, call.at, True))
        return out

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
