r"""What an author abbreviates: the definitions that ``\newcommand`` and its kin make.  Nothing is expanded here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_LONGEST_BODY = 20_000  # characters of a definition

_BODY = re.compile(r"#[1-9]|##|\\(?:[A-Za-z@]+|[\s\S]|$)|%[^\n]*\n?[ \t]*|[{}\[\]]|\s+|[^\\%{}\[\]\s#]+|#")
_NAME = re.compile(r"\s*(?:\{\s*(\\(?:[A-Za-z@]+|[^\s{}]))\s*\}|(\\(?:[A-Za-z@]+|[^\s{}])))\s*")
_COUNT = re.compile(r"\s*\[\s*(\d)\s*\]\s*")
_PARAMETERS = re.compile(r"((?:#\d)*)\s*(?=\{)")
_LET = re.compile(r"\s*(\\(?:[A-Za-z@]+|[^\s{}]))\s*=?\s*(\\(?:[A-Za-z@]+|[^\s{}])|[^\\\s])")
_BRACED = re.compile(r"[\\{}]")
_COMMANDS = {"\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareRobustCommand"}
_DEFS = {"\\def", "\\gdef", "\\edef", "\\xdef"}
_OPERATORS = {"\\DeclareMathOperator"}
_DELIMITERS = {"\\DeclarePairedDelimiter", "\\DeclarePairedDelimiterX", "\\DeclarePairedDelimiterXPP"}
_XPARSE = {f"\\{kind}DocumentCommand" for kind in ("New", "Renew", "Provide", "Declare")}
_SPECIFICATION = re.compile(r"\s*(?:O\{(?P<default>[^{}]*)\}|(?P<optional>o))?\s*(?P<rest>(?:m\s*)*)")
_ENVIRONMENTS = {"\\newenvironment", "\\renewenvironment"}
FILES = {
    "\\input", "\\include", "\\subfile", "\\import", "\\subimport", "\\InputIfFileExists", "\\lstinputlisting",
    "\\verbatiminput",
}  # fmt: skip
DEFINES = _COMMANDS | _XPARSE | _DEFS | _OPERATORS | _DELIMITERS | _ENVIRONMENTS | {"\\let"}
# What gives a document its form is not expanded even where a class redefines it.
_FORM = {
    "\\begin", "\\end", "\\item", "\\label", "\\ref", "\\eqref", "\\tag", "\\text", "\\document", "\\par", "\\left",
    "\\right", "\\chapter", "\\section", "\\subsection", "\\subsubsection", "\\paragraph", "\\title", "\\maketitle",
    "\\\\", "\\[", "\\]", "\\(", "\\)", "\\{", "\\}", *DEFINES, *FILES,
}  # fmt: skip


@dataclass(frozen=True)
class Macro:
    """A definition: its body in tokens (``#1`` stands for an argument), and the default of an optional first one.

    ``starred`` is the body where the call has a star; a ``final`` body is not looked at again (``\\let``).  With
    ``slides`` a call may say on which slides it shows its argument: ``<2->``.  ``longer`` is what it stands for where
    one more group in braces follows, ``bracketed`` where one in brackets comes first.
    """

    arguments: int
    default: str | None
    body: tuple[str, ...]
    final: bool = False
    starred: tuple[str, ...] | None = None
    slides: bool = False
    longer: Macro | None = None
    bracketed: Macro | None = None


def tokens(body: str) -> tuple[str, ...]:
    return tuple(m[0] for m in _BODY.finditer(body) if not m[0].startswith("%"))


@dataclass
class Macros:
    """The definitions of a document in the order in which it makes them, and what is to be said of them."""

    table: dict[str, Macro] = field(default_factory=dict)
    known: Mapping[str, Macro] = field(default_factory=dict)  # that a document need not define
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
            self._set(name, Macro(0, None, (operator, "{", *tokens(text[body[0] : body[1]]), "}")))
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
        elif command in _XPARSE:
            arguments, default, at = self._specification(text, at, name)
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
        if arguments >= 0 and (command != "\\providecommand" or name not in self.table):
            self._set(name, Macro(arguments, default, tokens(text[body[0] : body[1]])))
        return body[1] + 1

    def _specification(self, text: str, at: int, name: str) -> tuple[int, str | None, int]:
        """How many arguments ``{O{x} m m}`` has, -1 of another kind, the default of the first, and where it ends."""
        group = self._group(text, at)
        if group is None:
            return 0, None, at
        found = _SPECIFICATION.fullmatch(text[slice(*group)])
        if found is None:
            self._note(f"the definition of {name} is of a kind that is not followed")
            return -1, None, group[1] + 1
        default = "" if found["optional"] else found["default"]
        return (default is not None) + found["rest"].count("m"), default, group[1] + 1

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
            groups.append(tokens(text[group[0] : group[1]]))
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

    def _note(self, note: str) -> None:
        if note not in self.notes and len(self.notes) < 50:
            self.notes.append(note)

    def find(self, name: str) -> Macro | None:
        """What a command stands for: by the document, or in what it is made with."""
        return self.table.get(name) or self.known.get(name)

    def knows(self, name: str) -> bool:
        return self.find(name) is not None and name not in self._stuck and self._work > 0

    def spend(self, name: str, tokens: int, finished: bool) -> None:
        """Account for a call; a macro that did not come to an end is not tried again."""
        self._work -= tokens if finished else 4 * tokens
        if not finished:
            self._stuck.add(name)
            self._note(f"{name} expands without end, or to too much; it is left as it stands")
        if self._work <= 0:
            self._note("the macros of this document expand to too much; the rest of them are left as they stand")
