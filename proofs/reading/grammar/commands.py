r"""Commands with arguments: fractions, roots, binomials, accents, fonts, decorations."""

from __future__ import annotations

import re
from dataclasses import replace

from ..syntax import (
    Add,
    Bracket,
    Choose,
    Decorated,
    Fraction,
    Multiply,
    Numeral,
    Root,
    Script,
    Symbol,
    Syntax,
    Unread,
)
from . import brackets, differentials, operators, scripts
from .cursor import Cursor
from .layout import looks_like_derivative
from .signs import LABEL_WORDS


def command(c: Cursor) -> Syntax:
    """A command, from its name on."""
    token = c.take()
    start = token.start
    match token.text:
        case "frac" | "dfrac" | "tfrac" | "cfrac" | "sfrac":
            if c.at("{") and looks_like_derivative(c.tokens, c.layout, c.i):
                return differentials.derivative(c, start)
            num = c.argument()
            return Fraction(num, c.argument(), span=c.span_from(start))
        case "binom" | "dbinom" | "tbinom":
            n = c.argument()
            return Choose(n, c.argument(), span=c.span_from(start))
        case "sqrt":
            index = _root_index(c) if c.at("open", "[") else None
            return Root(c.argument(), index, span=c.span_from(start))
        case "boxed" | "fbox" | "cancel" | "bcancel" | "xcancel":
            return Decorated("cancel" if "cancel" in token.text else "boxed", c.argument(), span=c.span_from(start))
        case "underbrace" | "overbrace":
            return _braced(c, token.text, start)
        case "underset":
            return _underset(c, start)
        case "substack":
            return _stack(c, start)
    raise Unread(rf"\{token.text} where it is not understood", (token.start, token.end))


def argument(c: Cursor) -> Syntax:
    r"""The argument of a command: a group, or the single sign that TeX takes: ``\frac12``."""
    token = c.token
    if token.kind == "{":
        return group(c)
    if token.kind == "number" and len(token.text) > 1:
        if not token.text.isdigit():
            raise Unread("a decimal as an argument without braces: TeX takes its first digit", c.here())
        c.tokens[c.i] = token._replace(text=token.text[1:], start=token.start + 1, gap=0, note="rest")
        return Numeral(token.text[0], span=(token.start, token.start + 1))
    if token.kind in ("letter", "number", "word", "accent", "font", "command", "open", "dots", "partial"):
        return c.atom()
    raise Unread("a command without its argument", c.here())


def group(c: Cursor) -> Syntax:
    r"""What braces hold, ``{n \choose k}`` and ``{\bf x}`` included; they leave no node."""
    opening = c.take()
    with c.within("group"):
        if c.at("}"):
            raise Unread("an empty group", (opening.start, c.token.end))
        font = c.take().note if c.at("declared") else None
        node = brackets.listing(c, "}", "a brace without its end")
        if c.at("command", "choose") or c.at("command", "over"):
            which = c.take().text
            below = brackets.listing(c, "}", "a brace without its end")
            kind = Choose if which == "choose" else Fraction
            node = kind(node, below, span=(opening.start + 1, c.span_from(opening.start)[1]))
    if not c.at("}"):
        if c.at("end"):
            raise Unread("an opening brace without its closing", (opening.start, opening.end))
        raise c.left_over()
    c.take()
    if font is not None:
        node = in_font(node, font)
    return node


def _root_index(c: Cursor) -> Syntax:
    c.take()
    with c.within("["):
        index = c.sum()
    c.expect("close", "the index of a root without its end")
    return index


def _braced(c: Cursor, how: str, start: int) -> Syntax:
    content = c.argument()
    below, above, _ = scripts.read(c)
    note, other = (below, above) if how == "underbrace" else (above, below)
    if other is not None:
        raise Unread("a script on what a brace holds together", c.span_from(start))
    return Decorated(how, content, note, span=c.span_from(start))


def _underset(c: Cursor, start: int) -> Syntax:
    r"""``\underset{x}{\arg\max} f(x)``, ``\underset{x \sim p}{\mathbb E}``."""
    if not c.at("{"):
        raise Unread("a sign set below another, without braces", c.here())
    below = c.label("below")
    if c.at("{") and c.after().kind == "big" and c.after(2).kind == "}":
        operator = c.after().text
        c.i += 3
        return operators.body(c, operator, below, None, start)
    base = c.argument()
    return Script(base, below, span=c.span_from(start))


def _stack(c: Cursor, start: int) -> Syntax:
    r"""The lines under a sum: ``\substack{i=1 \\ i \neq j}``."""
    c.expect("{", r"\substack without its argument")
    lines: list[Syntax] = []
    with c.within("below"):
        while True:
            node = brackets.listing(c, "}", r"\substack without its end")
            lines += node.items if isinstance(node, Bracket) and node.left == "" and node.given is None else [node]
            if not c.at("newline"):
                break
            c.take()
    c.expect("}", r"\substack without its end")
    return lines[0] if len(lines) == 1 else Bracket("", tuple(lines), "", span=c.span_from(start))


# ---------------------------------------------------------------------------------------------------------------------
# symbols


def letter(c: Cursor) -> Syntax:
    """A letter; one of a run that looks like a word is refused, but in a label."""
    token = c.token
    if (law := _law_named(c)) is not None:
        c.i += len(law)
        return Symbol(law, "rm", span=c.span_from(token.start))
    if token.note and token.note == c.text[token.start : token.start + len(token.note)] and len(token.note) > 1:
        run = token.note
        if run in LABEL_WORDS and c.inside in ("below", "above"):
            c.i += len(run)
            return Symbol(run, "rm", span=c.span_from(token.start))
        if c.inside != "below" and (len(run) > 3 or run not in LABEL_WORDS):
            raise Unread(f"{run} may be a word or a product of letters", (token.start, token.start + len(run)))
        c.take()
        return Symbol(token.text, span=(token.start, token.end))
    c.take()
    return Symbol(token.text, token.note, span=(token.start, token.end))


def _law_named(c: Cursor) -> str | None:
    r"""The run of letters that is the name of a law, as it stands behind ``\sim`` and takes parameters: Exp(1)."""
    if not c.i or c.tokens[c.i - 1].text != "~":
        return None
    found = _LAW_NAME.match(c.text, c.token.start)
    return found[1] if found is not None and c.after(len(found[1])).text == "(" else None


_LAW_NAME = re.compile(r"([A-Z][A-Za-z]{2,})\s*\(")


def accent(c: Cursor) -> Syntax:
    r"""``\hat x``, ``\bar{x}_i``, ``\hat{\theta_1}``: the accent is the symbol's."""
    token = c.take()
    with c.deeper():
        node = c.argument()
    return _accented(node, token.text, c.span_from(token.start))


def _accented(node: Syntax, sign: str, span: tuple[int, int]) -> Syntax:
    match node:
        case Symbol():
            return replace(node, accents=(*node.accents, sign), span=span)
        case Script(Symbol() as base):
            return replace(node, base=_accented(base, sign, span), span=span)
    raise Unread(f"a {sign} over more than a symbol", span)


def font(c: Cursor) -> Syntax:
    r"""``\mathbf{x^\top}``, ``\boldsymbol{\hat\beta}``: what has no font of its own gets this one."""
    token = c.take()
    with c.deeper():
        node = c.argument()
    if token.note == "cal" and (word := _word(node)):
        return Symbol(word, "cal", span=c.span_from(token.start))
    return in_font(node, token.note)


def _word(node: Syntax) -> str:
    r"""The word that several calligraphic capitals are, as in \mathcal{MN}; nothing for other trees."""
    if not isinstance(node, Multiply) or any(node.signs):
        return ""
    letters = [f.name for f in node.factors if isinstance(f, Symbol) and not f.font and not f.accents]
    capitals = len(letters) == len(node.factors) and all(len(n) == 1 and n.isupper() for n in letters)
    return "".join(letters) if capitals else ""


def in_font(node: Syntax, name: str) -> Syntax:
    """A tree with a font on those of its symbols that have none."""
    match node:
        case Symbol(_, "", _):
            return replace(node, font=name)
        case Numeral(text) if name in ("bf", "bb"):
            return Symbol(text, name, span=node.span)
        case Script(base, below, above):
            above = None if above is None else in_font(above, name)
            return replace(node, base=in_font(base, name), below=below, above=above)
        case Multiply(factors):
            return replace(node, factors=tuple(in_font(f, name) for f in factors))
        case Add(summands):
            return replace(node, summands=tuple(in_font(s, name) for s in summands))
        case Bracket(_, items, _, None):
            return replace(node, items=tuple(in_font(i, name) for i in items))
    return node
