r"""Evidence of what is a vector and what is a matrix: how names are multiplied, added and transposed.

It begins with declarations (\beta \in \mathbb R^p), what words call a matrix, transposed names (capital letters are
matrices, small ones vectors), inverses and determinants of capital letters, norms of small ones, the parameters of
normal laws.  From there it spreads: the two sides of an equation and the summands of a sum have one shape.  When that
is exhausted, a capital letter beside a matrix is one, and a small letter behind a matrix is a vector.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ... import language as L
from ..context import Context
from ..laws import blocks_written
from ..names import name_of, symbol_name
from ..syntax import (
    Add,
    Bracket,
    Fraction,
    Grid,
    Multiply,
    Named,
    Numeral,
    Root,
    Script,
    Statement,
    Symbol,
    Syntax,
    nodes_of,
)
from ..terms import elementwise
from ..uses.numbers_only import numbers
from ..uses.superscripts import is_inverse_transposed, is_minus_one, is_transposition
from . import arguments_shown, samples, shapes_of_blocks, shapes_of_laws
from .dimensions import ONE, SCALAR, Dim, Shape
from .inference import expect, is_entry_by_entry, law, shape_of
from .shapes import Shapes, bare, is_capital, without_accent
from .sizes import constant, is_identity, is_spread_of_identity, size_of

_BOLD = ("\\mathbf", "\\boldsymbol", "\\bm")
_COUNTS = ("K", "L", "N", "T")
_ROUNDS = 8
_LEMMAS = ("implies", "iff")


def shapes(rows: Iterable[Syntax], context: Context, words: str = "") -> Shapes:
    """The shapes that a stretch of rows gives its names; an I that does not fit in one size is the identity in each."""
    says_entrywise = elementwise.is_said(words)
    statements = list(nodes_of(rows, Statement))
    # What is recalled as "x ~ ... => A x ~ ..." has letters of its own.
    statements = [s for s in statements if not _is_lemma_of_laws(s)]
    found = Shapes(context)
    found.says_entrywise = says_entrywise
    found = _inferred(found, statements, words)
    sums = nodes_of(statements, Add)
    if found.linear and (found.several_identities or any(_in_several_sizes(found, node) for node in sums)):
        again = Shapes(context)
        again.identities, again.says_entrywise = {}, says_entrywise
        return _inferred(again, statements, words)
    return found


def _is_lemma_of_laws(statement: Statement) -> bool:
    symbols = {sign.symbol for sign in statement.relations}
    return "~" in symbols and not symbols.isdisjoint(_LEMMAS)


def _in_several_sizes(found: Shapes, node: Add) -> bool:
    """Whether an I in a sum, which has one size so far, stands beside a matrix of another."""
    if not any(is_identity(found.context, n) for n in node.walk()):
        return False
    shapes = [shape_of(found, each) for each in node.summands]
    sizes = {tuple(map(found.find, shape)) for shape in shapes if shape is not None and not found.is_scalar(shape)}
    return len(sizes) > 1


def _inferred(found: Shapes, statements: list[Statement], words: str) -> Shapes:
    context = found.context
    nodes = [n for s in statements for n in s.walk()]
    for name, space in context.spaces.items():
        found.of[name] = found.of_space(space)
    for name, square in context.matrices.items():
        if name in context.survey.bare and name not in context.survey.random:
            dim = found.new()
            found.assign(name, (dim, dim if square else found.new()))
    for stem, home in context.samples.items():
        found.data[stem] = found.new(home.columns)
    functions = arguments_shown.functions_of_vectors(statements)
    for node in nodes:
        for stem_of_data in (samples.transposed(found, node), samples.passed(found, node, functions)):
            if stem_of_data is not None:
                found.data.setdefault(stem_of_data, found.new())
    put_in = arguments_shown.vectors(statements, context.survey)
    if not (found.linear or found.data or context.others or put_in or any(map(_shows_matrices, nodes))):
        return found
    survey = context.survey
    for name, what in context.others.items():
        if what == "a vector" and name.startswith(_BOLD) and name in survey.bare and name not in survey.random:
            found.assign(name, (found.new(), ONE))
    found.numbers |= {n for node in nodes for n in numbers(node)} | survey.counting | survey.running
    found.entrywise = _vectors(found, statements, nodes)
    found.numbers -= found.of.keys() | found.entrywise
    for stem in sorted(survey.labels):
        if (size := _data_size(found, stem)) is not None and stem not in found.of.keys() | found.data.keys():
            found.of[stem] = (size, ONE)
    in_blocks = list(blocks_written.written(statements, words))
    for blocks in in_blocks:  # before what is claimed of them
        shapes_of_blocks.show(found, blocks)
    for node in nodes:
        _seed(found, node)
    for name, written in put_in.items():
        if name not in found.of and (length := size_of(found, written)) is not None:
            found.numbers.discard(name)
            found.assign(name, (length, ONE))
    normalisers = [n for n in nodes if isinstance(n, Root | Fraction) or _begins_with_powers(n)]
    for found.daring in (False, True):
        for _ in range(_ROUNDS):
            found.changed = False
            for each in statements:
                equate(found, each)
            for blocks in in_blocks:
                shapes_of_blocks.show(found, blocks)
            shapes_of_laws.compared(found, statements)
            for whole in normalisers:
                _normaliser(found, whole)
            if not found.changed:
                break
    for name in sorted(survey.bare - found.of.keys()):  # \hat{\beta} is what \beta is
        if (plain := without_accent(name)) is not None and plain in found.of:
            found.assign(name, found.of[plain])
    return found


def _vectors(found: Shapes, statements: list[Statement], nodes: list[Syntax]) -> set[str]:
    r"""The names that stand where entries are meant, and those that such are made of entry by entry, a = \tanh(W x)."""
    known = set(elementwise.factors(nodes))
    for node in nodes:
        if isinstance(node, Named) and node.name == "diag":
            known.update(filter(None, map(name_of, elementwise.beneath_diag(node))))
    for _ in range(_ROUNDS):
        before = len(known)
        for statement in statements:
            for left, right in pairwise(statement.expressions):
                word, made = (None, None) if right is None else _made_of_entries(found, right)
                if made is not None and left is not None and (word in elementwise.WORDS or name_of(left) in known):
                    known.update(filter(None, map(name_of, (left, *made.walk()))))
        if len(known) == before:
            break
    return known


def _made_of_entries(found: Shapes, node: Syntax) -> tuple[str | None, Syntax | None]:
    """A function that acts entry by entry, and its argument."""
    match node:
        case Named(function, argument) if function in elementwise.FUNCTIONS:
            return function, argument
        case Multiply((Symbol(function), Bracket("(", (argument,), _, None)), ("", "")):
            return (function, argument) if is_entry_by_entry(found, function) else (None, None)
    return None, None


def _shows_matrices(node: Syntax) -> bool:
    match node:
        case Statement((head, *_, Grid((row, _, *_), "(" | "["))) if len(row) > 1 and is_capital(name_of(head) or ""):
            return True
        case Script(base, below, above):
            if is_transposition(above):
                return True
            name = name_of(Script(base, below) if below is not None else base)
            return name is not None and is_minus_one(above) and bare(name) in ("Sigma", "Lambda")
        case Named("tr" | "det") | Bracket("||", _, "||"):
            return True
        case Multiply() if elementwise.is_elementwise(node):
            return True
        case Multiply((Symbol(word), Bracket("(", (_,), ")", None)), _) if word in elementwise.WORDS:
            return True
        case Named("diag"):
            return bool(elementwise.beneath_diag(node))
        case Multiply((Symbol("N", "" | "cal" as font), Bracket(_, items, _, given))):
            spread = (given or items)[-1]
            named = font == "cal" and bare(name_of(spread) or "") in ("Sigma", "Lambda")
            named |= isinstance(spread, Named) and spread.name == "diag"
            return named or (len(given or items) == 2 and is_spread_of_identity(spread))
    return False


def _data_size(found: Shapes, stem: str) -> Dim | None:
    """The n of data x_1, ..., x_n that are indexed by one running index and nothing else."""
    survey = found.context.survey
    labels = survey.labels[stem]
    if not all(isinstance(label, Symbol | Numeral) for label in labels):
        return None
    ends = {
        end
        for label in labels
        if isinstance(label, Symbol) and survey.is_index(label)
        for low, end in survey.ranges.get(symbol_name(label), [])
        if low == Numeral("1")
    }
    if len(ends) != 1 or (name := name_of(*ends)) is None or name in survey.running | survey.moved:
        return None  # also of \prod_{s=1}^t a_s beside x_{t-1}: t is one place of many
    found.sizes.add(name)
    return found.new(L.Var(name, L.Z_INTEGERS))


def _begins_with_powers(node: Syntax) -> bool:
    r"""Whether it is (2\pi)^{-n/2} |\Sigma|^{-1/2} before other factors."""
    match node:
        case Multiply((Script(Bracket("(")), Script(Bracket("|")), *_)):
            return True
    return False


def _normaliser(found: Shapes, node: Syntax) -> None:
    r"""In \sqrt{(2\pi)^n |\Sigma|} n is the size of \Sigma."""
    sizes: set[str] = set()
    matrices: list[Syntax] = []
    for part in node.walk():
        match part:
            case Script(Bracket("(", (Multiply((Numeral("2"), Symbol("pi")), _),)), None, power) if power is not None:
                sizes.add(name_of(_of_halves(power)) or "")
            case Bracket("|", (item,), "|"):
                matrices.append(item)
            case Named("exp"):
                break
    if len(sizes) == 1 and len(matrices) == 1 and (name := sizes.pop()):
        shape = shape_of(found, matrices[0])
        if shape is not None and not found.is_scalar(shape):
            found.sizes.add(name)
            size = found.new(L.Var(name, L.Z_INTEGERS))
            found.alike(shape, (size, size))


def _of_halves(power: Syntax) -> Syntax:
    r"""The n of n/2, however it is written, and of -n/2."""
    match power:
        case Add((summand,), ("-",)):
            return _of_halves(summand)
        case Fraction(above, Numeral("2")) | Multiply((above, Numeral("2")), ("", "/")):
            return above
    return power


def _seed(found: Shapes, node: Syntax) -> None:
    """What a name shows by itself: transposed, inverted, in a determinant."""
    match node:
        case Script(base, below, above) if is_transposition(above):
            name = name_of(Script(base, below) if below is not None else base)
            if samples.shape(found, Script(base, below)) is not None:
                return
            if name is not None and constant(found, node) is None and name not in found.context.survey.running:
                found.numbers.discard(name)
                found.assign(name, (found.new(), found.new(open=True) if is_capital(name) else ONE))
        case Script(base, below, above) if is_minus_one(above) or is_inverse_transposed(above):
            _square(found, name_of(Script(base, below) if below is not None else base))
        case Named("tr", Bracket(_, (Multiply(factors, signs),)) | Multiply(factors, signs)) if not any(signs):
            _cyclic(found, [name_of(factor) for factor in factors])
        case (
            Named("tr" | "det", Bracket(_, (argument,)))
            | Named("tr" | "det", argument)
            | Bracket("|", (argument,), "|")
        ):
            name = name_of(argument)
            if name is not None and name not in found.context.survey.random and bare(name) not in ("I", "Gamma"):
                _square(found, name)
        case Bracket("||", (argument,), "||"):
            _normed(found, argument.summands if isinstance(argument, Add) else (argument,))
        case Multiply() if elementwise.is_elementwise(node):
            _normed(found, elementwise.groups(node))
        case Multiply((Symbol(word), Bracket("(", (argument,), ")", None)), _) if word in elementwise.WORDS:
            _normed(found, argument.summands if isinstance(argument, Add) else (argument,))
        case Named("diag"):
            _normed(found, elementwise.beneath_diag(node))


def _cyclic(found: Shapes, names: list[str | None]) -> None:
    """The capital letters A B C of a trace are matrices, each with as many columns as the next has rows, not N."""
    random = found.context.survey.random
    letters = [n for n in names if n is not None and is_capital(n) and n not in random and bare(n) not in _COUNTS]
    if len(letters) == len(names):
        dims = [found.new() for _ in letters]
        for name, rows, columns in zip(letters, dims, (*dims[1:], dims[0]), strict=True):
            found.assign(name, (rows, columns))
            found.alike(found.of.get(name, (rows, columns)), (rows, columns))


def _normed(found: Shapes, summands: tuple[Syntax, ...]) -> None:
    r"""The small letters in \|x - y\|, or x \odot y, are vectors of one dimension."""
    names = [name for name in map(name_of, summands) if name is not None and name not in found.context.survey.random]
    shape = next((found.of[name] for name in names if found.is_array(name)), (found.new(), ONE))
    for name in names:
        if found.is_array(name):
            found.alike(found.of[name], shape)
        elif not is_capital(name):
            found.assign(name, shape)


def _square(found: Shapes, name: str | None) -> None:
    if name is not None and is_capital(name):
        dim = found.new()
        found.assign(name, (dim, dim))
        if found.is_array(name) and name not in found.context.spaces:
            found.same(*found.of[name])


# ---------------------------------------------------------------------------------------------------------------------
# what the sides of a relation say of each other


def equate(found: Shapes, statement: Statement) -> None:
    """The sides of an equation have one shape; so have a random variable and its mean."""
    sides = statement.expressions
    inferred = [None if side is None else shape_of(found, side) for side in sides]
    for k, sign in enumerate(statement.relations):
        left, right = sides[k], sides[k + 1]
        if left is None or right is None:
            continue
        if sign.symbol in ("=", ":=", "equiv"):
            known = inferred[k] if inferred[k] is not None and inferred[k] != SCALAR else inferred[k + 1]
            known = known if known is not None else inferred[k]
            if known is not None:
                _spoil(found, (left, right), (inferred[k], inferred[k + 1]))
                for shape in (inferred[k], inferred[k + 1]):
                    if shape is not None and not found.is_scalar(shape) and not found.is_scalar(known):
                        found.alike(shape, known)
                expect(found, left, known)
                expect(found, right, known)
                inferred[k + 1] = known
        elif sign.symbol in ("succ", "succeq", "prec", "preceq"):
            for side in (left, right):
                _square(found, name_of(side))
        elif sign.symbol == "~":
            match right:
                case Multiply((Symbol() as head, Bracket("(", items, ")", None)), ("", "")):
                    law(found, head.name, items, left)


def _spoil(found: Shapes, sides: tuple[Syntax, Syntax], shapes: tuple[Shape | None, Shape | None]) -> None:
    """A name that equals a number here and a vector there has no shape."""
    if None not in shapes and len({found.is_scalar(s) for s in shapes if s is not None}) == 2:
        found.spoilt.update(n for n in map(name_of, sides) if n is not None)
