r"""Facts that are granted from outside, ``--assume "sigma > 0"``: in LaTeX, or as one types them.

A fact about a name covers that name with any subscript: ``sigma > 0`` grants ``\sigma_1 > 0`` where ``\sigma_1`` stands
in the document, and the report says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ... import language as L
from ..claims.statements import of_each
from ..context import Context
from ..grammar.parser import parse_expression, parse_row
from ..meaning import Meaning
from ..names import GREEK, name_of, to_latex
from ..syntax import Script, Symbol, Syntax, Unread
from . import declarations as say
from . import left_sides, orders
from .properties import BETWEEN_LAWS, assume_between_laws

_SIGNS = {
    ">=": r"\ge", "<=": r"\le", "!=": r"\ne", "~": r"\sim", "in": r"\in", "oo": r"\infty", "inf": r"\infty",
    "infinity": r"\infty", "R": r"\mathbb{R}", "N": r"\mathbb{N}", "Z": r"\mathbb{Z}",
}  # fmt: skip
_WORDS = re.compile(r"(?<![\\A-Za-z])(?:[A-Za-z]+)(?![A-Za-z])|>=|<=|!=|~")
_ROOT = re.compile(r"(?<![\\A-Za-z])sqrt\s*\(")
_FUNCTIONS = frozenset({"log", "exp", "sin", "cos", "tan", "det", "tr"})
_NO_FACT = re.compile(r"(?<![\\A-Za-z])(or|if|not|unless|where|when)(?![A-Za-z])")
_SETS = re.compile(r"(?<=in )\s*[RNZ]\b")


def latex_of(text: str) -> str:
    r"""A fact as one types it, in LaTeX: ``sigma_1 >= 0`` is ``\sigma_1 \ge 0``.  LaTeX stays as it is."""

    def word(found: re.Match[str]) -> str:
        each = found[0]
        if each in GREEK or each in _FUNCTIONS:
            return f"\\{each} "
        return _SIGNS[each] + " " if each in _SIGNS and each not in "RNZ" else each

    while (found := _ROOT.search(text)) and (end := _closing(text, found.end())) < len(text):
        text = f"{text[: found.start()]}\\sqrt{{{text[found.end() : end]}}}{text[end + 1 :]}"
    text = _SETS.sub(lambda found: _SIGNS[found[0].strip()], text)
    return _WORDS.sub(word, text)


def _closing(text: str, start: int) -> int:
    """Where the bracket closes that was opened before ``start``; the end of the text if it does not."""
    depth = 1
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return len(text)


def value_of(text: str, of: Mapping[str, L.Term] | None = None) -> L.Term:
    """A number as one types it, exactly: ``9/16``, ``0.5``, ``sqrt(2)``, ``exp(1/2)``, or LaTeX.

    ``of`` are names that it may hold, each for a term: of a vector ``x`` the coordinates are ``x_1``, ``x_2``.  Raises
    ``Unread`` for what is not understood, and for what holds another name.
    """
    row = parse_expression(latex_of(text))
    names = {name: L.Var(name, L.space_of(term) or L.R) for name, term in (of or {}).items()}
    context = Context(spaces={name: var.space for name, var in names.items()})
    number = Meaning(context).term(row)
    number = L.substitute(number, {var: (of or {})[name] for name, var in names.items()})
    if number.free - frozenset().union(*(term.free for term in (of or {}).values())) or not L.is_scalar(number):
        raise Unread("expected a number", row.span)
    return number


def grant(context: Context, text: str, rows: Iterable[Syntax]) -> Iterator[str]:
    """Add a fact to what is known, for the names that stand in ``rows``; what a report should say of it.

    Raises ``Unread`` where it is no fact that can be granted.
    """
    m = Meaning(context)
    if (word := _NO_FACT.search(text)) is not None:
        raise Unread(
            f"expected facts, as in sigma > 0 and mu < 1; {word[0]!r} makes it none", (word.start(), word.end())
        )
    said = tuple(s for each in re.split(r"\s+and(?:\s+|$)", text) for s in parse_row(latex_of(each)).statements)
    for statement in of_each(said):
        symbols = {sign.symbol for sign in statement.relations}
        left, right = statement.expressions[0], statement.expressions[-1]
        if not symbols or left is None or right is None:
            raise Unread("expected a relation, as in sigma > 0", statement.span)
        if symbols == {"~"}:
            say.declare_law(m, [left], right)
        elif symbols == {"in"}:
            say.declare_member(context, m, left, right)
        elif symbols <= BETWEEN_LAWS:
            assume_between_laws(m, left, statement.relations[0], right)
        elif symbols <= {"=", ":=", "equiv"} and _declared(m, left, right):
            pass
        else:
            # What a name means is granted to a section that knows it from the one around it: p(x) = p(x) says nothing.
            facts = [each for each in orders.order(m, statement) if not _says_nothing(each)]
            context.assume(*facts)
            yield from _covered(m, facts, rows)


def _says_nothing(fact: L.Node) -> bool:
    return isinstance(fact, L.Relation) and fact.symbol == "=" and fact.left is fact.right


def _declared(m: Meaning, left: Syntax, right: Syntax) -> bool:
    r"""Whether an equation says what a name means: p(x) = \mathcal N(x | 0, 1), p = \mathcal N(0, 1), f(x) = x^2, or
    k = \sum_i x_i; of n = 3 and a = b it is a fact about what there is.
    """
    written = left_sides.function_written(m, left, right)
    if written is None and name_of(left) is not None and left_sides.law_written(right):
        say.declare_law(m, [left], right)
        return True
    if written is None:
        return _is_named(m, left, right)
    head, arguments = written
    law = left_sides.law_at_point(right, arguments[0]) if len(arguments) == 1 else None
    if law is not None or (len(arguments) == 1 and left_sides.law_written(right)):
        say.declare_law(m, [Symbol(head)], law if law is not None else right)
    else:
        left_sides.define_function(m, head, arguments, right)
    return True


def _is_named(m: Meaning, left: Syntax, right: Syntax) -> bool:
    """Whether an equation gives a name the value of a formula in other names."""
    name = left_sides.plain_name(m, left)
    if name is None or name_of(right) is not None:
        return False
    value = m.term(right)
    if not value.free or any(isinstance(n, L.Var) and n.name == name for n in value.free):
        return False
    m.context.give(name, value)
    return True


def _covered(m: Meaning, facts: list[L.Relation | L.ForAll], rows: Iterable[Syntax]) -> Iterator[str]:
    """Grant the facts of a name to the same name with subscripts."""
    nodes = {name_of(n): n for row in rows for n in row.walk() if isinstance(n, Script) and n.below is not None}
    for fact in facts:
        for stem in sorted(
            (n for n in fact.free if isinstance(n, L.Var) and L.is_scalar(n) and "_" not in n.name),
            key=lambda n: n.name,
        ):
            family = sorted(name for name in nodes if name is not None and name.startswith(f"{stem.name}_"))
            covered = [name for name in family if _cover(m, fact, stem, nodes[name])]
            if covered:
                names = ", ".join(f"${_shown(name)}$" for name in covered)
                yield f"what is granted of ${_shown(stem.name)}$ covers {names}"


def _cover(m: Meaning, fact: L.Relation | L.ForAll, stem: L.Var, node: Syntax) -> bool:
    try:
        term = m.scalar(node)
    except Unread:
        return False
    if not isinstance(term, L.Var | L.Coord):
        return False
    m.context.assume(L.substitute(fact, {stem: term}))
    return True


def _shown(name: str) -> str:
    stem, _, label = name.partition("_")
    return f"{to_latex(stem)}_{{{label.strip('{}')}}}" if label else to_latex(stem)
