r"""Names: which symbols of a page are one name, and how that name is called among terms.

``\mu_1``, ``\mu_{1}`` and ``{\mu}_1`` are one name, called ``mu_1`` as in a program; a name with an accent, a mark or
a font keeps its LaTeX, ``\hat{\mu}_1``, so that a report shows it as its author wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from .syntax import Add, Bracket, Mark, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax

TRANSPOSED = ("T", "top", "intercal", "prime", "mathsf T")
_GREEK_TEXT = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho varrho "
    "sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell"
)
GREEK = frozenset(_GREEK_TEXT.split())
_LETTERS_TEXT = "f g h F G H phi varphi psi ell L s t u v r D T K V U W J Phi Psi eta"
FUNCTION_LETTERS = frozenset(_LETTERS_TEXT.split())  # that functions are called by, unless they are used as numbers


def name_of(node: Syntax | None) -> str | None:
    """The name that a symbol with its label-like scripts makes, or None where the node is no plain name.

    A subscript belongs to the name; so do a star, a dagger and a bracketed superscript.  A power does not.
    """
    match node:
        case Symbol():
            return symbol_name(node)
        case Script(base, below, above, primes):
            stem = name_of(base)
            if stem is None or (above is not None and not is_mark(above)):
                return None
            if below is not None:
                label = subscript(below)
                if label is None:
                    return None
                stem = labelled(stem, label)
            if above is not None:
                stem = f"{to_latex(stem)}^{{{_mark(above)}}}"
            return stem + "'" * primes
    return None


def names_in(node: Syntax) -> frozenset[str]:
    """All names in an expression, the letters of longer ones and their labels among them; found out once."""
    try:
        return node.__dict__["_names"]
    except KeyError:
        inside = node.of(Symbol, Script)
        found = node.__dict__["_names"] = frozenset(name for n in inside if (name := name_of(n)) is not None)
        return found


@lru_cache(maxsize=2_000)  # a document has few names
def labelled(stem: str, label: str) -> str:
    """The name that a label below makes of a name."""
    return f"{stem}_{label}" if _plain(stem) and _plain(label) else f"{to_latex(stem)}_{{{label}}}"


def symbol_name(symbol: Symbol) -> str:
    """The name of a symbol without scripts."""
    name = symbol.name
    if symbol.font in ("", "rm", "text", "it") and not symbol.accents:
        return name
    text = to_latex(name)
    if symbol.font not in ("", "rm", "text", "it"):
        text = f"\\math{symbol.font}{{{text}}}"
    for accent in symbol.accents:
        text = f"\\{accent}{{{text}}}"
    return text


@lru_cache(maxsize=2_000)  # a document has few names
def to_latex(name: str) -> str:
    """A name as LaTeX that can carry scripts."""
    if name in GREEK:
        return f"\\{name}"
    return name if len(name) == 1 or not name.isalnum() else f"\\mathrm{{{name}}}"


def is_letter(name: str) -> bool:
    """Whether a name may stand for any number; e and pi do not."""
    return (len(name) == 1 and name != "e") or (name in GREEK and name != "pi")


def is_mark(above: Syntax) -> bool:
    """Whether a superscript labels its base: ``*``, ``(k)``, ``+``, ``-``; not a power, not a transposition."""
    match above:
        case Mark():
            return True
        case Bracket("(", (item,), ")", None):
            return isinstance(item, Symbol | Numeral)
        case Symbol(name, font):
            return font in ("text", "rm") and name not in TRANSPOSED and len(name) > 1
    return False


def _mark(above: Syntax) -> str:
    match above:
        case Mark(sign):
            return sign
        case Bracket(_, (item,), _):
            return f"({_label(item)})"
        case Symbol():
            return f"\\mathrm{{{above.name}}}"
    raise TypeError(f"expected a mark, found {above!r}")


def subscript(below: Syntax) -> str | None:
    """A subscript that is a label: a letter, a number, a word, or several of these, a place beside one, t - 1; None for
    another formula."""
    return _label(below)


def _label(node: Syntax) -> str | None:
    match node:
        case Numeral(text):
            return text
        case Symbol():
            return symbol_name(node)
        case Mark(sign):
            return sign
        case Script():
            inner = name_of(node)
            return None if inner is None else to_latex(inner)
        case Multiply(factors, signs) if not any(signs):
            parts = [_label(f) for f in factors]
            return None if None in parts else "".join(p if _short(p) else f"{{{p}}}" for p in parts if p is not None)
        case Add((Symbol(letter, "", ()), Numeral(text)), ("", "+" | "-" as sign)) if len(letter) == 1:
            return f"{letter}{sign}{text}" if text.isdigit() else None
        case Multiply((left, right), ("", "\\times")):
            parts = [_label(left), _label(right)]
            return None if None in parts else rf"{parts[0]} \times {parts[1]}"
        case Bracket("", (left,), "", (right,), "|"):
            parts = [_label(left), _label(right)]
            return None if None in parts else f"{parts[0]}|{parts[1]}"
        case Bracket("", items, "", None) | Bracket("(", items, ")", None):
            parts = [_label(f) for f in items]
            joined = None if None in parts else ",".join(p for p in parts if p is not None)
            return joined if joined is None or node.left == "" else f"({joined})"
        case Bracket("", items, "", given, "|") if given is not None:  # of p_{Z|X}
            before, behind = (_label(Bracket("", part, "")) for part in (items, given))
            return None if before is None or behind is None else f"{before}|{behind}"
    return None


def _short(text: str) -> bool:
    return len(text) == 1 or not text.startswith("\\")


def names_written(node: Syntax) -> Iterator[str]:
    """The names in an expression; of a power of one that has a subscript, S_n^2, the whole, S_n; of X_{(n)} not X."""
    ordered: set[int] = set()
    for each in node.walk():  # parents before children
        if isinstance(each, Script) and isinstance(each.below, Bracket) and each.below.left == "(":
            ordered.add(id(each.base))
        if id(each) in ordered:
            continue
        if isinstance(each, Script) and each.above is not None and each.below is not None and name_of(each) is None:
            each = replace(each, above=None)
        if (name := name_of(each)) is not None:
            yield name


def names_and_stems(*nodes: Syntax) -> tuple[frozenset[str], frozenset[str]]:
    r"""The names in expressions, each as a whole, and those that they are labelled forms of: \hat\beta_{MAP}, and
    \hat\beta where that stands nowhere by itself."""
    names: set[str] = set()
    stems: set[str] = set()
    inside: set[int] = set()  # nodes that a longer name goes on from
    for each in (n for node in nodes for n in node.walk()):  # parents before children
        whole = each
        if isinstance(each, Script) and each.above is not None and name_of(each) is None:  # a power
            whole = replace(each, above=None)
        if (name := name_of(whole)) is None:
            continue
        (stems if id(each) in inside else names).add(name)
        if isinstance(whole, Script) and (whole.below is not None or whole.above is not None or whole.primes):
            inside |= {id(n) for n in whole.base.walk()}
    return frozenset(names), frozenset(stems - names)


def _plain(text: str) -> bool:
    """Whether the text is a word of letters and digits: a name as programs write it."""
    return text.replace("_", "").isalnum() and text.isascii()


def is_event(head: str, bracket: Bracket) -> bool:
    """Whether what stands in P( ... ) is a relation other than X = x, and so no argument of a density."""
    return head == "P" and any(map(_is_relation, (*bracket.items, *(bracket.given or ()))))


def _is_relation(part: Syntax) -> bool:
    match part:
        case Statement((left, right), (Sign("="),)) if name_of(left) is not None:
            return isinstance(right, Symbol) and right.name[:1].isupper()
    return isinstance(part, Statement) and bool(part.relations)


def variables_of_event(sides: Iterable[Syntax | None]) -> list[str]:
    """The random variables by themselves, or in bars, on the sides of an event: X of a < X, and of |X| < c."""
    names = map(name_of, (within_bars(side)[0] or side for side in sides))
    return [name for name in names if name is not None and name[:1].isupper()]


def within_bars(node: Syntax | None) -> tuple[Symbol | None, Syntax | None]:
    r"""The random variable of |X| and of |X - \mu|, and what is taken from it."""
    match node:
        case Bracket("|", (Symbol(name) as variable,), "|", None) if name[:1].isupper():
            return variable, None
        case Bracket("|", (Add((Symbol(name) as variable, centre), ("", "-")),), "|", None) if name[:1].isupper():
            return variable, centre
    return None, None
