"""Trees of syntax on one line, for tests and for people who look for a slip."""

from __future__ import annotations

from ..syntax import (
    Add,
    Big,
    Bracket,
    CaseRows,
    Choose,
    Decorated,
    Differential,
    Dots,
    Evaluated,
    Factorial,
    Fraction,
    Grid,
    Mark,
    Multiply,
    Named,
    Numeral,
    Root,
    RowSyntax,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Words,
)


def outline(node: Syntax | None) -> str:
    r"""A compact rendering that tells all trees apart.

    ``(x y)`` is a product by juxtaposition, ``(x \\cdot y)`` one with its sign, ``(x + y)`` a sum, ``{( x, y | z )}`` a
    bracket, ``x_i^2`` scripts, ``rm:KL`` a font, ``hat(x)`` an accent, ``d:x`` a differential, ``<*>`` a mark.
    """
    match node:
        case None:
            return "_"
        case Numeral(text):
            return text
        case Symbol(name, font, accents):
            for accent in accents:
                name = f"{accent}({name})"
            return f"{font}:{name}" if font else name
        case Script(base, below, above, primes):
            return outline(base) + "'" * primes + _hung("_", below) + _hung("^", above)
        case Mark(sign):
            return f"<{sign}>"
        case Bracket(left, items, right, given, bar):
            rest = f" {bar} {_list(given)}" if given is not None else ""
            return "{" + f"{left} {_list(items)}{rest} {right}".strip() + "}"
        case Add(parts, signs) | Multiply(parts, signs):
            return "(" + " ".join(s for pair in zip(signs, map(outline, parts), strict=True) for s in pair if s) + ")"
        case Fraction(num, den):
            return f"(frac {outline(num)} {outline(den)})"
        case Choose(n, k):
            return f"(choose {outline(n)} {outline(k)})"
        case Root(radicand, index):
            return f"(root{_hung('^', index)} {outline(radicand)})"
        case Factorial(argument):
            return f"{outline(argument)}!"
        case Named(name, argument, below, above, primes):
            marks = "'" * primes
            return f"({name}{marks}{_hung('_', below)}{_hung('^', above)} {outline(argument)})"
        case Differential(sign, variable, order, times):
            return f"{'d' if sign == 'd' else '∂'}{_hung('^', order)}:{outline(variable)}{_hung('^^', times)}"
    return _larger(node)


def _larger(node: Syntax | None) -> str:
    match node:
        case Big(operator, body, below, above, differentials, extended):
            limits = f"{_hung('_', below)}{_hung('^', above)}{'...' if extended else ''}"
            closing = "".join(f" {outline(d)}" for d in differentials)
            return f"({operator}{limits} {outline(body)}{' ,' if closing else ''}{closing})"
        case Grid(rows, fence):
            return f"(grid{fence} {'; '.join(_list(row) for row in rows)})"
        case CaseRows(rows):
            return "(cases " + "; ".join(f"{outline(v)} if {outline(c)}" for v, c in rows) + ")"
        case Evaluated(body, at, to):
            return f"(at {outline(body)}{_hung('_', at)}{_hung('^', to)})"
        case Decorated(how, content, note):
            return f"({how} {outline(content)}{_hung('_', note)})"
        case Words(text):
            return f'"{text}"'
        case Dots():
            return "..."
        case Sign(symbol, note):
            return symbol if note is None else f"{symbol}[{note}]"
        case Statement():
            return f"<{_statement(node)}>"
        case RowSyntax(statements, tag, open_start, open_end):
            text = " ;; ".join(map(_statement, statements))
            ends = "".join(
                f" {mark}{end}" for mark, end in (("start:", open_start), ("end:", open_end), ("#", tag)) if end
            )
            return text + ends
    raise TypeError(f"expected a node of syntax, found {node!r}")


def _statement(node: Statement) -> str:
    parts = [outline(node.expressions[0])] if node.expressions[0] is not None else []
    for relation, expression in zip(node.relations, node.expressions[1:], strict=True):
        parts += [outline(relation), outline(expression)]
    words = f'"{node.words}" ' if node.words else ""
    return words + " ".join(parts)


def _hung(sign: str, node: Syntax | None) -> str:
    return "" if node is None else sign + outline(node)


def _list(items: tuple[Syntax, ...]) -> str:
    return ", ".join(map(outline, items))
