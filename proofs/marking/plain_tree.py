r"""A syntax tree as a formula that latex2sympy2 reads reliably, or the reason why there is none.

Every product has its sign, every argument its brackets, every name is a letter.  What is printed here is what our
reader made of the page, so agreement says nothing of how the page was parsed; ``plain_text`` is for that.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from proofs.reading.names import TRANSPOSED, is_mark, name_of, symbol_name
from proofs.reading.syntax import (
    Add,
    Big,
    Bracket,
    Choose,
    Decorated,
    Factorial,
    Fraction,
    Multiply,
    Named,
    Numeral,
    Root,
    Script,
    Statement,
    Symbol,
    Syntax,
)

from .plain import Letters, NotPlain

CIRCULAR = ("sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "arcsin", "arccos")
FUNCTIONS = {"log": r"\ln", "ln": r"\ln"} | {name: f"\\{name}" for name in CIRCULAR}
BRACKETS = {("(", ")"), ("[", "]"), ("{", "}")}


@dataclass(frozen=True)
class Printed:
    """The text, the names of numbers that stand free in it, and those that its sums and products run over."""

    text: str
    free: frozenset[str]
    bound: frozenset[str]


def printed(node: Syntax, names: Collection[str], letters: Letters) -> Printed:
    """The text for latex2sympy2.  ``names`` are the names of numbers; another name, unless it is pi or e, is refused.

    Raises ``NotPlain``.
    """
    printer = _Printer(names, letters)
    text = printer.group(node)
    return Printed(text, frozenset(printer.free), frozenset(printer.bound))


class _Printer:
    def __init__(self, names: Collection[str], letters: Letters) -> None:
        self.names, self.letters = names, letters
        self.free: set[str] = set()
        self.bound: set[str] = set()
        self.running: list[str] = []  # over which the sums around run

    def group(self, node: Syntax, raised: bool = False) -> str:
        """The node as one thing among others; ``raised`` where it gets a power or a factorial."""
        match node:
            case Symbol() | Numeral():
                return f"{{{self.text(node)}}}"
            case Bracket("|") | Fraction() | Choose() | Root() if not raised:
                return self.text(node)
            case Bracket(left, (item,), right, None) if (left, right) in BRACKETS:
                return f"({self.text(item)})"
        return f"({self.text(node)})"

    def text(self, node: Syntax) -> str:
        """What stands for the node, to be put between brackets."""
        match node:
            case Numeral(text):
                return text if text[0] != "." else f"0{text}"
            case Symbol() | Script():
                return self.script(node) if isinstance(node, Script) else self.name(node)
            case Bracket(left, (item,), right, None) if (left, right) in BRACKETS:
                return self.group(item)
            case Bracket("|", (item,), "|", None):
                return rf"|{self.text(item)}|"
            case Add(summands, signs):
                if not {"+", "-", ""} >= set(signs):
                    raise NotPlain("a sum with both signs")
                return "".join(f"{sign}{self.group(s)}" for s, sign in zip(summands, signs, strict=True))
            case Multiply():
                return self.product(node)
            case Fraction(num, den):
                return rf"\frac{{{self.text(num)}}}{{{self.text(den)}}}"
            case Choose(n, k):
                return rf"\binom{{{self.text(n)}}}{{{self.text(k)}}}"
            case Root(radicand, None):
                return rf"\sqrt{{{self.text(radicand)}}}"
            case Root(radicand, index) if index is not None:
                return rf"\sqrt[{self.text(index)}]{{{self.text(radicand)}}}"
            case Factorial(argument):
                return f"{self.group(argument, raised=True)}!"
            case Named():
                return self.named(node)
            case Big("sum" | "prod"):
                return self.big(node)
            case Decorated(how, content, None) if how == "boxed":
                return self.text(content)
        raise NotPlain(f"a {type(node).__name__.lower()} of this kind")

    def name(self, node: Symbol | Script) -> str:
        name = name_of(node)
        if name is not None and (name in self.running or name in self.names):
            if name not in self.running:
                if not {symbol_name(s) for s in node.walk() if isinstance(s, Symbol)}.isdisjoint(self.running):
                    raise NotPlain("a name that depends on what a sum runs over")
                self.free.add(name)
            return self.letters.letter(name)
        match node:
            case Symbol("pi", "", ()):
                return r"\pi"
            case Symbol("e", "" | "rm", ()):
                return "e"
        raise NotPlain(f"{name or 'a formula with scripts'} is not the name of a number")

    def script(self, node: Script) -> str:
        if name_of(node) is not None:
            return self.name(node)
        base, above = node.base, node.above
        if above is None or node.primes or is_mark(above):
            raise NotPlain("a mark")
        if isinstance(above, Symbol) and above.name in TRANSPOSED:
            raise NotPlain("a superscript that may be a mark")
        if node.below is not None:
            base = Script(base, node.below)
        return f"{self.group(base, raised=True)}^{{{self.text(above)}}}"

    def product(self, node: Multiply) -> str:
        out = ""
        divided = False
        gamma = False
        for k, (factor, sign) in enumerate(zip(node.factors, node.signs, strict=True)):
            following = node.factors[k + 1] if k + 1 < len(node.factors) else None
            if gamma:
                assert isinstance(factor, Bracket)
                out += f"(({self.bracketed(factor)}-1)!)"
                gamma = False
                continue
            if sign == "" and k and divided:
                raise NotPlain("a factor beside one that is divided by")
            if sign not in ("", r"\cdot", r"\times", "*", "/"):
                raise NotPlain(f"the operator {sign}")
            divided = sign == "/"
            out += "/" if divided else r"\cdot " if k else ""
            gamma = (
                factor == Symbol("Gamma") and "Gamma" not in self.names and isinstance(following, Bracket)
                and node.signs[k + 1] == ""
            )  # fmt: skip
            if not gamma:
                out += self.group(factor)
        return out

    def bracketed(self, bracket: Bracket) -> str:
        match bracket:
            case Bracket("(" | "[" | "{", (item,), ")" | "]" | "}", None):
                return self.group(item)
        raise NotPlain("an argument of this kind")

    def named(self, node: Named) -> str:
        if node.primes:
            raise NotPlain("a derivative written with a prime")
        argument = self.text(node.argument)
        if node.name == "exp":
            if node.below is not None or node.above is not None:
                raise NotPlain(r"a power of \exp")
            return f"e^{{{argument}}}"
        if node.name not in FUNCTIONS:
            raise NotPlain(f"the function {node.name}")
        head = FUNCTIONS[node.name]
        if node.below is not None:
            head = rf"\log_{{{self.text(node.below)}}}"
        text = f"({head}({argument}))"
        if node.above is None:
            return text
        if not isinstance(node.above, Numeral):
            raise NotPlain("an inverse or a power of a function")
        return f"{text}^{{{node.above.text}}}"

    def big(self, node: Big) -> str:
        match node.below, node.above:
            case Statement((Symbol() as symbol, low), (sign,), ""), high if sign.symbol == "=" and low is not None:
                pass
            case _:
                raise NotPlain("a sum without plain limits")
        index = name_of(symbol)
        if high is None or index is None:
            raise NotPlain("a sum without plain limits")
        limits = f"_{{{self.letters.letter(index)}={self.text(low)}}}^{{{self.text(high)}}}"
        self.bound.add(index)
        self.running.append(index)
        body = self.group(node.body)
        self.running.pop()
        return f"(\\{node.operator}{limits}{body})"
