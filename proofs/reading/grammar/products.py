r"""Products: factors side by side or with their signs, and the bars and differentials that end them."""

from __future__ import annotations

from ..syntax import Add, Evaluated, Mark, Multiply, Numeral, Statement, Symbol, Syntax, Unread
from . import brackets, differentials, unbracketed
from .cursor import ROW_ENDS, Cursor
from .signs import OPERATORS


def product(c: Cursor) -> Syntax:
    """Factors side by side, or with operators of this strength between them."""
    start = c.token.start
    factors: list[Syntax] = []
    signs: list[str] = []
    sign = ""
    emptied = False  # a differential was taken out of the product
    while True:
        token = c.token
        if c.i in c.layout.claims:
            if not _inner_claim(c, sign):
                break
            emptied = True
            continue
        if emptied and not factors and not c.starts_factor():
            return Numeral("1", span=(start, start))
        if not factors or sign:
            if token.kind == "sign" and sign:
                factors.append(_signed_factor(c))
            elif token.kind == "times" and not factors and c.inside in ("below", "above"):
                factors.append(Mark(c.take().text, span=(token.start, token.end)))
            else:
                factors.append(c.factor())
            signs.append(sign)
            sign = ""
            continue
        if token.kind == "times":
            if _times_ends(c, token.text, factors, signs):
                break
            sign = c.take().text
            continue
        if token.kind == "bar" or (token.kind == "close" and token.text == "|"):
            if not _bar(c, factors, signs, start):
                break
            continue
        if not c.starts_factor() or _is_prose(c):
            break
        _check_neighbours(c, factors[-1])
        factors.append(c.factor())
        signs.append("")
    if not factors:
        raise Unread("nothing before a differential", c.here())
    unbracketed.close(factors, signs)
    if len(factors) == 1:
        return factors[0]
    return Multiply(tuple(factors), tuple(signs), span=c.span_from(start))


def _inner_claim(c: Cursor, sign: str) -> bool:
    """Take a differential that stands inside the fraction or bracket of a body; False where it ends the product."""
    if sign:
        raise Unread("an operator before a differential", c.here())
    if not c.layout.claims[c.i].inner:
        return False
    differentials.claimed(c)
    return True


def _signed_factor(c: Cursor) -> Syntax:
    r"""``a \cdot -b``: the sign is the factor's, which makes no difference to the product."""
    token = c.take()
    return Add((c.factor(),), (token.text,), span=c.span_from(token.start))


def _times_ends(c: Cursor, sign: str, factors: list[Syntax], signs: list[str]) -> bool:
    """Whether an operator is the last thing here: before a differential, in a label, at the end of a row."""
    after = c.after()
    if c.i + 1 in c.layout.claims and not c.layout.claims[c.i + 1].inner:
        c.take()
        return True
    if c.inside in ("below", "above") and after.kind in ("}", ","):
        token = c.take()
        factors.append(Mark(token.text, span=(token.start, token.end)))
        signs.append("")
        return True
    if c.inside == "" and after.kind in ROW_ENDS:
        c.open_end = sign
        c.take()
        return True
    return False


def _is_prose(c: Cursor) -> bool:
    r"""A word set as text behind a blank is no factor: ``X, Y \; \text{independent}``."""
    token = c.token
    if token.kind != "word" or token.text in OPERATORS or c.after().kind in ("open", "_", "^"):
        return False
    return token.note == "wide" or (token.note == "text" and token.gap == 2)


def _bar(c: Cursor, factors: list[Syntax], signs: list[str], start: int) -> bool:
    """A bar behind an operand; False where it closes or is a condition and so ends the product."""
    if c.at("bar") and brackets.closes(c):
        return False
    if c.at("close") and (c.bar or c.inside == "."):
        return False
    if c.token.text == "|" and _has_limits(c):
        _evaluate(c, factors, signs, start)
        return True
    if c.at("close") or not brackets.opens(c):
        return False
    brackets.check_nesting(c, factors, signs)
    factors.append(c.factor())
    signs.append("")
    return True


def _has_limits(c: Cursor) -> bool:
    """Whether the bar carries what a value is taken at: ``|_{x=1}``, ``|_a^b``, ``|^b_a``; not ``|^2``."""
    if c.after().kind == "^":
        above = c.i + 2
        return c.tokens[c.layout.partner.get(above, above) + 1].kind == "_"
    return c.after().kind == "_"


def _evaluate(c: Cursor, factors: list[Syntax], signs: list[str], start: int) -> None:
    """``F|_{x=1}``: the product so far, where that is what the author can only mean."""
    c.take()
    at, to = c.limits()
    body = (
        factors[0] if len(factors) == 1 else Multiply(tuple(factors), tuple(signs), span=(start, factors[-1].span[1]))
    )
    node = Evaluated(body, at, to, span=c.span_from(start))
    variable = _variable(node)
    rates = [k for k, f in enumerate(factors) if differentials.is_derivative(f)]
    before = factors[: rates[-1]] if rates else []
    if before and (variable is None or any(variable in brackets.names_in(f) for f in before)):
        raise Unread("how much is evaluated at the limits is not said", node.span)
    factors[:], signs[:] = [node], [""]
    c.loose = node


def _check_neighbours(c: Cursor, before: Syntax) -> None:
    """Numbers side by side are not multiplied in writing."""
    token = c.token
    if token.kind == "number":
        if isinstance(before, Numeral) or token.note == "rest":
            raise Unread("two numbers side by side", (before.span[0], token.end))
        if isinstance(before, Symbol) and token.gap == 0 and before.font == "" and c.inside != "below":
            raise Unread(f"{before.name}{token.text} may be a product or an index", (before.span[0], token.end))
    elif isinstance(before, Numeral) and before.text.isdigit() and _is_plain_fraction(c):
        raise Unread("a mixed number, or a product", (before.span[0], token.end))


def _is_plain_fraction(c: Cursor) -> bool:
    """Whether a fraction of two numerals follows: ``{1}{2}``, ``12``, ``1{2}``."""
    if not (c.at("command") and c.token.text.endswith("frac")):
        return False
    k = c.i + 1
    for _ in range(2):
        if c.tokens[k].kind == "{":
            k += 1
            if c.tokens[k].kind != "number" or c.tokens[k + 1].kind != "}":
                return False
            k += 2
        elif c.tokens[k].kind == "number":
            if len(c.tokens[k].text) > 1:
                return True
            k += 1
        else:
            return False
    return True


def check_loose(c: Cursor, summands: list[Syntax]) -> None:
    """``a + b|_{x=1}``: how much is evaluated makes a difference where a depends on x."""
    last = summands[-1]
    if not isinstance(last, Evaluated) or last is not c.loose:
        return
    variable = _variable(last)
    if variable is None or any(variable in brackets.names_in(s) for s in summands[:-1]):
        raise Unread("how much is evaluated at the limits is not said", last.span)


def _variable(node: Evaluated) -> tuple[str, str] | None:
    """The name that a value is taken at, where the limit says it."""
    match node.at:
        case Statement((Symbol(name, font), _), _):
            return name, font
    return None
