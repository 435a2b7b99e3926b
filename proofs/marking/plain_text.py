r"""A formula's own text, spelled so that latex2sympy2 reads it as a person does.

This works on the page and not on our tree: it knows how TeX takes arguments and which brackets belong together, and
nothing of sums, products and what binds how.  It spells out what latex2sympy2 stumbles over (``\log`` is base 10 there,
``\exp[a]\cdot b`` is exp(ab), ``\Gamma(a)`` and ``x(y)`` are products or unknown functions, ``^23`` is a 23rd power, a
group in braces is a bracket, text behind a complete expression is dropped), and refuses what it cannot spell out.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from proofs.reading.names import GREEK, name_of
from proofs.reading.syntax import Multiply, Numeral, Script, Symbol, Syntax

from .plain import Letters, NotPlain

TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\.\d+|\S", re.DOTALL)
BLANK = {
    r"\,", r"\;", r"\:", r"\!", r"\ ", r"\quad", r"\qquad", "~", r"\left", r"\right", r"\displaystyle", r"\textstyle",
    r"\limits", *(f"\\{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r")),
}  # fmt: skip
OPENING = {"(": ")", "[": "]", r"\{": r"\}", r"\lbrace": r"\rbrace", r"\lbrack": r"\rbrack"}
BARS = {"|": "|", r"\vert": r"\vert", r"\lvert": r"\rvert"}
CLOSING = {"}", *OPENING.values(), *BARS.values()}
PLUS, TIMES = {"+", "-"}, {r"\cdot", r"\times", "*"}
ACCENTS = {
    r"\hat": "hat", r"\bar": "bar", r"\tilde": "tilde", r"\widehat": "hat", r"\widetilde": "tilde", r"\overline": "bar",
}  # fmt: skip
FONTS = {r"\mathrm": "rm", r"\operatorname": "rm", r"\text": "text", r"\mathbf": "bf", r"\mathcal": "cal"}
LOGS = {r"\log", r"\ln"}
CIRCULAR = {r"\sin", r"\cos", r"\tan", r"\sinh", r"\cosh", r"\tanh"}
FUNCTIONS = LOGS | CIRCULAR | {r"\exp", r"\arctan", r"\arcsin", r"\arccos"}
FRACTIONS = {r"\frac": r"\frac", r"\dfrac": r"\frac", r"\tfrac": r"\frac", r"\cfrac": r"\frac"}
HALVING = {r"\choose": r"\binom", r"\over": r"\frac"}
CHOICES = {r"\binom": r"\binom", r"\dbinom": r"\binom", r"\tbinom": r"\binom"}
ALONE = {*FRACTIONS, *CHOICES, r"\sqrt", r"\Gamma", "{"}  # what a function can take without brackets
ENDING = {*PLUS, *CLOSING, *FUNCTIONS, *HALVING}  # what ends its argument


def spelled(latex: str, names: Collection[str], letters: Letters) -> str:
    """The text for latex2sympy2.  ``names`` are the names of numbers; another name, unless it is pi or e, is refused.

    Raises ``NotPlain``.
    """
    tokens = [token for token in TOKEN.findall(latex) if token not in BLANK]
    while tokens and tokens[-1] in (".", ",", ";"):  # the sentence goes on
        tokens.pop()
    page = _Page(tokens, names, letters)
    return f"({page.run(None)})"  # so that nothing can be dropped behind a complete expression


class _Page:
    """A cursor over the tokens of a formula."""

    def __init__(self, tokens: list[str], names: Collection[str], letters: Letters) -> None:
        self.tokens = tokens[::-1]
        self.names, self.letters = names, letters

    @property
    def next(self) -> str | None:
        return self.tokens[-1] if self.tokens else None

    def take(self, expected: str | None = None) -> str:
        if not self.tokens:
            raise NotPlain("the formula ends too early")
        token = self.tokens.pop()
        if expected is not None and token != expected:
            raise NotPlain(f"{token} where {expected} is expected")
        return token

    # -----------------------------------------------------------------------------------------------------------------
    # what stands side by side

    def run(self, closing: str | None) -> str:
        """Everything up to the closing token, which is taken, or up to the end."""
        text = " ".join(self.pieces(closing))
        if closing is not None:
            self.take(closing)
        return text

    def pieces(self, *closing: str | None) -> list[str]:
        """The factors, with the signs between them, up to a closing token or the end."""
        out: list[str] = []
        last, divided = "", False  # what was written last; whether it stands behind a slash
        while self.next not in closing:
            token = self.next
            if token in PLUS and last in ("", "factor"):
                last, divided = "sign", False
                out.append(self.take())
            elif (token in TIMES or token == "/") and last == "factor":
                last, divided = ("slash", False) if token == "/" else ("sign", False)
                out.append("/" if self.take() == "/" else r"\cdot")
            elif last == "factor" and divided:
                raise NotPlain("a factor beside one that is divided by")  # a/bc has two readings
            else:
                out.append(self.factor(beside=last == "factor"))
                last, divided = "factor", last == "slash"
        if last != "factor":
            raise NotPlain("nothing behind a sign" if out else "nothing between brackets")
        return out

    def factor(self, beside: bool) -> str:
        """A thing with its power or factorial."""
        token = self.take()
        if token in (r"\sum", r"\prod"):
            return f"{token}{self.range()} {self.factor(beside=False)}"
        if token in FUNCTIONS:
            return self.function(token)
        if token[-1].isdigit():
            if beside:
                raise NotPlain("a number behind a factor")
            text = token
        else:
            text = self.thing(token)
        if self.next == "!":
            self.take()
            text = f"{{{text}!}}"
        if self.next == "^":
            text = f"{text}^{{{self.power()}}}"
        if self.next in ("!", "^", "_", "'"):
            raise NotPlain(f"{self.next} behind a power")
        return text

    def power(self) -> str:
        self.take("^")
        match self.tokens[:-6:-1]:
            case ["T", *_] | ["{", "T", "}", *_] | ["{", "(", _, ")", "}"]:
                raise NotPlain("a superscript that may be a mark")
        return self.argument()

    def argument(self) -> str:
        """What TeX takes as an argument: a group, a digit, or one token."""
        token = self.take()
        if token == "{":
            return self.run("}")
        if token[0].isdigit():
            if len(token) > 1:
                self.tokens.append(token[1:])
            return token[0]
        if token in FRACTIONS or self.is_name(token):
            return self.thing(token, label=False)
        raise NotPlain(f"{token} as an argument")

    def range(self) -> str:
        """``_{k=a}^{b}`` of a sum."""
        self.take("_")
        self.take("{")
        index = self.name(self.take(), label=False)
        self.take("=")
        low = self.run("}")
        self.take("^")
        return f"_{{{index}={low}}}^{{{self.argument()}}}"

    # -----------------------------------------------------------------------------------------------------------------
    # things

    def thing(self, token: str, label: bool = True) -> str:
        """What begins with the token and can carry a power."""
        if token in OPENING:
            return f"({self.run(OPENING[token])})"
        if token in BARS:
            return f"{{|{self.run(BARS[token])}|}}"  # of bars side by side latex2sympy2 loses the powers
        if token == "{":
            return self.grouped()
        if token in FRACTIONS or token in CHOICES:
            first, second = self.argument(), self.argument()
            return f"{FRACTIONS.get(token) or CHOICES[token]}{{{first}}}{{{second}}}"
        if token == r"\sqrt":
            index = ""
            if self.next == "[":
                self.take()
                index = f"[{self.run(']')}]"
            return f"{token}{index}{{{self.argument()}}}"
        if token == r"\Gamma" and self.next in OPENING and "Gamma" not in self.names:
            return f"{{(({self.run(OPENING[self.take()])})-1)!}}"
        if token == r"\pi" and "pi" not in self.names and not (label and self.next == "_"):
            return r"{\pi}"
        return f"{{{self.name(token, label)}}}"

    def grouped(self) -> str:
        r"""A group behind its opening brace: one thing, or two with ``\choose`` or ``\over`` between them."""
        inner = self.pieces("}", *HALVING)
        if self.next in HALVING:
            command = HALVING[self.take()]
            return f"{command}{{{' '.join(inner)}}}{{{self.run('}')}}}"
        self.take("}")
        if len(inner) != 1:  # {a+b}c is a+bc on the page, and (a+b)c to latex2sympy2
            raise NotPlain("a group of several things")
        return f"{{{inner[0]}}}"

    def name(self, token: str, label: bool) -> str:
        """The letter for the name that begins with the token; Euler's number."""
        node: Syntax = self.symbol(token)
        if label and self.next == "_":
            self.take()
            node = Script(node, self.label())
        name = name_of(node)
        if name in ("e", r"\mathrm{e}") and name not in self.names:
            return "e"
        if name is None or name not in self.names:
            raise NotPlain(f"{name or token} is not the name of a number")
        return self.letters.letter(name)

    def symbol(self, token: str) -> Symbol:
        if token in ACCENTS:
            braced = self.next == "{"
            inner = self.symbol(self.take() if not braced else (self.take(), self.take())[1])
            if braced:
                self.take("}")
            return Symbol(inner.name, inner.font, (*inner.accents, ACCENTS[token]))
        if token in FONTS:
            self.take("{")
            word = ""
            while self.next != "}":
                word += self.take()
            self.take("}")
            return Symbol(word.removeprefix("\\"), FONTS[token])
        if name_like(token):
            return Symbol(token.removeprefix("\\"))
        raise NotPlain(f"{token} is not plain")

    def label(self) -> Syntax:
        """A subscript that is part of a name."""
        if self.next != "{":
            token = self.take()
            if token[0].isdigit():
                self.tokens.extend([token[1:]] if len(token) > 1 else [])
                return Numeral(token[0])
            return self.symbol(token)
        self.take()
        parts: list[Syntax] = []
        while self.next != "}":
            token = self.take()
            parts.append(Numeral(token) if token.isdigit() else self.symbol(token))
        self.take("}")
        if not parts:
            raise NotPlain("an empty subscript")
        return parts[0] if len(parts) == 1 else Multiply(tuple(parts), ("",) * len(parts))

    # -----------------------------------------------------------------------------------------------------------------
    # functions

    def function(self, token: str) -> str:
        r"""A function with its argument; ``\exp`` is written as a power, and ``\log`` without a base as ``\ln``."""
        above = below = ""
        if self.next == "_" and token in LOGS:
            self.take()
            below = f"_{{{self.argument()}}}"
        if self.next == "^" and token in CIRCULAR:
            above = f"^{{{self.power()}}}"
            if not above[2:-1].isdigit():
                raise NotPlain("an inverse or a power of a function")
        head = f"{token if below or token not in LOGS else chr(92) + 'ln'}{below}{above}"
        if self.next in OPENING:
            argument = self.run(OPENING[self.take()])
            if self.next == "^":
                raise NotPlain("a power behind the argument of a function")  # of the function, or of the argument
        else:
            parts = self.bare()
            if len(parts) > 1:
                if token == r"\exp":
                    raise NotPlain(r"several things behind \exp")
                return f"{head} {' '.join(parts)}"
            argument = parts[0]
        if self.next == "!":
            raise NotPlain("a factorial behind a function")
        return f"{{e}}^{{{argument}}}" if token == r"\exp" else f"{head}({argument})"

    def bare(self) -> list[str]:
        r"""The argument of a function without brackets, where there is no doubt of how far it goes.

        That is: names and numbers with their powers, or a single thing of another kind, up to a plus, a minus, another
        function or the end; a single thing ends before a sign of multiplication too.
        """
        parts: list[str] = []
        alone = False
        while (token := self.next) is not None:
            if (token in ENDING and (parts or token not in BARS)) or (token in TIMES and len(parts) == 1):
                break
            is_plain = token[-1].isdigit() or self.is_name(token)
            if alone or not (is_plain or (not parts and (token in BARS or token in ALONE))):
                raise NotPlain("a function without brackets before more than names and numbers")
            alone = not is_plain
            parts.append(self.factor(beside=bool(parts)))
        if not parts:
            raise NotPlain("a function without its argument")
        return parts

    def is_name(self, token: str) -> bool:
        r"""Whether a name (or pi) begins with the token, and not ``\Gamma(a)``."""
        if token == r"\Gamma" and "Gamma" not in self.names:
            return False
        return token == r"\pi" or token in ACCENTS or token in FONTS or name_like(token)


def name_like(token: str) -> bool:
    """Whether a token is a letter or a Greek letter."""
    return (len(token) == 1 and token.isalpha() and token.isascii()) or (token[1:] in GREEK and token[0] == "\\")
