r"""Mathematics that somebody else wrote, as one line of plain text: ``\frac{\sigma^2}{2}`` is σ²/2.

Nothing is understood, only spelled: a command that is not known stays as it is.  The work is linear in the length of
the formula, nesting is bounded, and nothing that steers a terminal or turns the direction of writing comes through.
"""

from __future__ import annotations

import re
import unicodedata

from . import latex_words as known
from .names import GREEK

LONGEST = 4000  # characters of a formula that are looked at
DEEPEST = 40  # groups within groups; what is deeper stays as it is

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\[^A-Za-z]|\s+|:=|=:|.", re.DOTALL)
_RAISED = str.maketrans("0123456789+-Tᵀ′*∘", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀᵀ′*°")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SCRIPTS = "[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ′*°₀₁₂₃₄₅₆₇₈₉]*"
_NAME = rf"[^\W\d_][\u0300-\u036f\u20d7]*(?:_\w+)?{_SCRIPTS}"
_PERHAPS_A_PRODUCT = re.compile(r"\w\([^)]* [+-] ")
_ONE = re.compile(rf"\d+(?:\.\d+)?|[∞…∂]|\|[\w ]*\||[d∂]?{_NAME}(?:\([^()]*\))?|√\([^()]*\)|\([^()]*\){_SCRIPTS}")

_SHUT = re.compile(r"\([^()]*\)")
_CALLED = re.compile(rf"\b(?:{'|'.join(sorted(known.FUNCTIONS))})(?:_\w+|{_SCRIPTS})? *$")
_CALL = re.compile(rf"\b({'|'.join(sorted(known.FUNCTIONS))}) \(")
_SHUTS = "\u2063"  # before a bar that ends something, where no blank stands
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))  # categories of characters


def printable(text: str) -> str:
    """A text for one line of a terminal: white space is a blank; what is invisible or steers is shown by its number."""
    text = re.sub(r"\s+", " ", text)
    return "".join(f"<U+{ord(c):04X}>" if unicodedata.category(c) in _UNSEEN else c for c in text)


def one_row(latex: str) -> str:
    """A formula as one line."""
    return _tidy(_Speller(latex[:LONGEST]).spelled()) + (" …" if len(latex) > LONGEST else "")


def sentence(words: str) -> str:
    """A sentence with formulas in ``$...$``, or a formula, as one line."""
    if "$" not in words:
        return one_row(words) if "\\" in words else printable(words)
    pieces = words.split("$")
    return _tidy("".join(one_row(p) if k % 2 else printable(p) for k, p in enumerate(pieces)))


def shortened(text: str, width: int | None) -> str:
    """A line of at most ``width`` characters; where it is longer its middle gives way."""
    if width is None or len(text) <= width:
        return text
    tail = max(width - 3, 2) // 3
    return f"{text[: max(width - 3 - tail, 1)].rstrip()} … {text[-tail:].lstrip()}"


def _tidy(text: str) -> str:
    text = re.sub(rf"\s*{_SHUTS}", "", text)
    text = _CALL.sub(r"\1(", re.sub(r"\s+", " ", printable(text)))
    return re.sub(r"(?<=[(\[{⟨]) | (?=[)\]}⟩,;.!])", "", text).strip()


class _Speller:
    """One pass over the tokens of a formula."""

    def __init__(self, latex: str) -> None:
        self.tokens = _TOKEN.findall(latex)
        self.at = 0
        self.big = False  # a sum or an integral has just been read, and perhaps one of its scripts

    def spelled(self) -> str:
        """Everything; a brace that closes nothing is dropped."""
        parts = []
        while self.at < len(self.tokens):
            parts.append(self.group(0))
            self.at += 1
        return "".join(parts)

    def group(self, depth: int, tight: bool = False, ends: tuple[str, ...] = ("}",)) -> str:
        """What stands before the next of ``ends`` on this level."""
        out: list[str] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in ends:
            said = self.item(depth, tight, out)
            if "/" in said and _CALLED.search("".join(out[-2:])):
                said = f"({said.strip()}) "
            out.append(said)
        return "".join(out)

    def item(self, depth: int, tight: bool, before: list[str]) -> str:
        token = self.tokens[self.at]
        self.at += 1
        if token not in ("_", "^", "\\limits"):
            self.big = token[1:] in known.BIG
        if token.startswith("\\") and len(token) > 1:
            return self.command(token[1:], depth, tight)
        match token:
            case "{":
                return self.closed(depth, tight)
            case "_" | "^":
                big = self.big
                script = _script(token, self.argument(depth, tight=True))
                self.big = big and self.next() in ("_", "^", "\\limits")
                return f"{script} " if big and not self.big and not tight else script  # here its term begins
            case "'":
                return "′"
            case "&" | "$":
                return " "
            case "+" | "-" | "=" | ":=" | "=:" | "<" | ">" if not tight:
                last = next((part.rstrip()[-1] for part in reversed(before) if part.strip()), "")
                unary = token in "+-" and (not last or last in "([{=<>≤≥+-·×/|,;~")
                return token if unary else f" {token} "
        if token.isspace():
            before_it = self.tokens[self.at - 2] if self.at > 1 else ""  # a blank ends the name of a command
            return "" if tight or (before_it.startswith("\\") and before_it[-1].isalpha()) else " "
        return token

    def command(self, name: str, depth: int, tight: bool) -> str:
        if name in known.SPACES or name in ("\\", " "):
            return " "
        if name in GREEK:
            return GREEK[name]
        if name in known.SYMBOLS:
            return known.SYMBOLS[name] if tight else f" {known.SYMBOLS[name]} "
        if name in known.LETTERS:
            return known.LETTERS[name] + (
                " " if name in known.BIG and self.next() not in ("_", "^", "\\limits") else ""
            )
        if name in known.SILENT:
            if name in ("left", "right", "middle") and self.next() == ".":
                self.at += 1
            elif name == "left" and self.next() == "|":
                self.at += 1
                self.blanks()
                return "|"
            elif name == "right" and self.next() == "|":
                self.at += 1
                return _SHUTS + "|"
            return ""
        if name in known.DROPPED:
            self.argument(depth, tight)
            return " "
        if name in known.WORDS:
            return self.words(depth)
        if name in known.FONTS:
            inner = self.argument(depth, tight)
            if name in ("underbrace", "overbrace") and self.next() in ("_", "^"):
                self.at += 1
                self.argument(depth, tight)
            return f"{inner} " if name.startswith("operatorname") else inner
        if name == "mathbb":
            inner = self.argument(depth, tight)
            return known.BLACKBOARD.get(inner, inner)
        if name in known.ACCENTS:
            inner = self.argument(depth, tight)
            return inner + known.ACCENTS[name] if len(inner) == 1 else f"{name}({inner})"
        return self.construction(name, depth, tight)

    def construction(self, name: str, depth: int, tight: bool) -> str:
        """A command with arguments that stand beside or above each other, or one that is not known."""
        match name:
            case "frac" | "dfrac" | "tfrac" | "cfrac" | "nicefrac":
                return f"{_bracketed(self.argument(depth, tight))}/{_divisor(self.argument(depth, tight))} "
            case "binom" | "tbinom" | "dbinom":
                return f"({self.argument(depth, tight)} choose {self.argument(depth, tight)})"
            case "sqrt":
                root = self.option(depth)
                raised = "" if root in ("", "2") else _script("^", root).lstrip("^")
                beneath = self.argument(depth, tight)
                return f"{raised}√{beneath if len(beneath) == 1 or beneath.isdigit() else f'({beneath})'} "
            case "overset" | "stackrel":
                above = self.argument(depth, tight)
                below = self.argument(depth, tight)
                return below if re.fullmatch(r"\W*\w{0,3}\W*", above) and above != "!" else f"{below}[{above}] "
            case "underset":
                below = self.argument(depth, tight)
                return f"{self.argument(depth, tight)}_{_bracketed(below)} "
            case "begin":
                return self.environment(depth)
            case "end":
                self.argument(depth, tight)
                return ""
        if name not in known.FUNCTIONS:
            return f" \\{name}{{{self.argument(depth, tight)}}}" if self.next() == "{" else f" \\{name} "
        return f" {name}" if self.next() in ("(", "_", "^", "[") else f" {name} "

    def environment(self, depth: int) -> str:
        name = self.argument(depth, tight=True).rstrip("*")
        if name in ("array", "alignedat"):
            self.argument(depth, tight=True)
        apart = name in known.MATRICES or name in ("cases", "array", "dcases")
        rows = [[""]]
        while self.at < len(self.tokens) and self.tokens[self.at] != "\\end" and depth < DEEPEST:
            rows[-1][-1] += self.group(depth + 1, False, ("&", "\\\\", "\\end", "}"))
            match self.next():
                case "&":
                    rows[-1].append("")
                case "\\\\":
                    rows.append([""])
                    if self.tokens[self.at + 1 : self.at + 2] == ["["]:  # how far below the next row stands
                        self.at += 1
                        self.option(depth)
                        continue
                case "}" | "\\end" | "":
                    break
            self.at += 1
        if self.next() == "\\end":
            self.at += 1
            self.argument(depth, tight=True)
        lines = [
            (", " if apart else " ").join(cell.strip(" ,") if apart else cell.strip() for cell in row) for row in rows
        ]
        inner = "; ".join(line for line in lines if line.strip(" ,"))
        brackets = known.MATRICES.get(name, "{}" if name.endswith("cases") else "  ")
        return f"{brackets[0]}{inner}{brackets[1]}" if apart else inner

    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def blanks(self) -> None:
        while self.next().isspace():
            self.at += 1

    def option(self, depth: int) -> str:
        if self.next() != "[":
            return ""
        self.at += 1
        inner = self.group(depth + 1, True, ("]", "}"))
        self.at += self.next() == "]"
        return inner.strip()

    def argument(self, depth: int, tight: bool) -> str:
        """The next group or token."""
        self.blanks()
        if self.next() in ("", "}", "&"):
            return ""
        if depth >= DEEPEST:
            self.at += 1
            return "…" if self.next() else ""
        return self.item(depth + 1, tight, []).strip()

    def closed(self, depth: int, tight: bool) -> str:
        """A group whose brace has been read."""
        if depth < DEEPEST:
            inner = self.group(depth + 1, tight)
            self.at += 1
            return inner
        level = 1
        while self.at < len(self.tokens) and level:
            level += {"{": 1, "}": -1}.get(self.tokens[self.at], 0)
            self.at += 1
        return "…"

    def words(self, depth: int) -> str:
        """The content of a group of words, as it is."""
        self.blanks()
        if self.next() != "{":
            return ""
        start = self.at + 1
        self.closed_raw()
        return "".join(self.tokens[start : self.at - 1]).replace("$", "").replace("~", " ")

    def closed_raw(self) -> None:
        level = 0
        while self.at < len(self.tokens):
            level += {"{": 1, "}": -1}.get(self.tokens[self.at], 0)
            self.at += 1
            if level == 0:
                return


def _script(mark: str, text: str) -> str:
    text = text.strip()
    short = text.translate(_RAISED if mark == "^" else _LOWERED)
    if text and re.fullmatch(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ′*°₀₁₂₃₄₅₆₇₈₉]+", short):
        return short
    one = len(text) == 1 or _SHUT.fullmatch(text) or (mark == "_" and text.isalnum())  # e^(iπ), but x_ij
    return mark + (text if one else f"({text})")


def _bracketed(text: str) -> str:
    text = text.strip()
    return text if _ONE.fullmatch(text) else f"({text})"


def _divisor(text: str) -> str:
    """In brackets, unless it is one thing: k, 12, q(x); but k(k + 1) may be a product."""
    return f"({text})" if _PERHAPS_A_PRODUCT.search(text) else _bracketed(text)
