r"""What words say that something is: ``$f$ is continuously differentiable``, ``$p$ is dominated by $q$``.

Read are properties that a rule or a condition for a value asks for; they are hypotheses of what follows.  A sentence
that concludes, doubts or wants is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..laws.laws import law_of
from ..names import name_of
from ..parts import Part
from ..pieces import Piece
from ..shapes import kinds, vectors_in_words
from ..syntax import RowSyntax, Sign, Statement, Syntax, Unread, Words
from ..words import cases_in_words, claiming, prose
from .orders import for_every

if TYPE_CHECKING:
    from ..meaning import Meaning

Property = Callable[["Meaning", Syntax], L.Node | tuple[L.Node, ...]]


def _law(fact: Callable[[L.Node], L.Node]) -> Property:
    return lambda m, node: fact(law_of(m, node))


def _map(fact: Callable[[L.Node], L.Node]) -> Property:
    def of(m: Meaning, node: Syntax) -> L.Node:
        found = m.context.maps.get(name_of(node) or "")
        if found is None:
            raise Unread("a property of what is no declared map", node.span)
        return fact(found)

    return of


def _matrix(fact: Callable[[L.Term], L.Node | tuple[L.Node, ...]]) -> Property:
    def of(m: Meaning, node: Syntax) -> L.Node | tuple[L.Node, ...]:
        value = m.term(node)
        if not isinstance(L.space_of(value), L.Matrices):
            if not isinstance(L.space_of(value), L.Vectors):  # "$x$ and $A$ symmetric" is said of A
                m.context.fog.setdefault(name_of(node) or "", "a property of what is no matrix")
            raise Unread("a property of what is no matrix", node.span)
        return () if not value.free else fact(value)  # what is written out in numbers has it or has it not

    return of


def _square(fact: Callable[[L.Term], L.Node | tuple[L.Node, ...]]) -> Property:
    def of(matrix: L.Term) -> L.Node | tuple[L.Node, ...]:
        space = L.space_of(matrix)
        if not isinstance(space, L.Matrices) or space.rows is not space.columns:
            raise Unread("a property of what is no square matrix", (0, 0))
        return fact(matrix)

    return _matrix(of)


def _diagonal(m: Meaning, node: Syntax) -> L.Node | tuple[L.Node, ...]:
    """A square matrix of which nothing else is known is that of its diagonal; others are only symmetric."""
    name, value, context = name_of(node), m.term(node), m.context
    space = L.space_of(value)
    square = isinstance(space, L.Matrices) and space.rows is space.columns
    if (
        name is None
        or not square
        or not isinstance(value, L.Var)
        or name in context.laws.keys() | context.random.keys()
    ):
        return _matrix(kinds.symmetric)(m, node)
    assert isinstance(space, L.Matrices)
    said = any(value in h.free for h in context.stated())
    if not said:
        context.give(name, kinds.of_diagonal(name, space.rows))
    return () if not said else kinds.symmetric(value)


def _of_full_rank(m: Meaning, node: Syntax, kind: str) -> L.Node:
    r"""That $A^\top A$ is invertible, where the columns of A are independent; $A A^\top$ where the rows are."""
    value = m.term(node)
    space = L.space_of(value)
    if not isinstance(space, L.Matrices):
        raise Unread("the rank of what is no matrix", node.span)
    if space.rows is space.columns:
        return L.invertible(value)
    if not kind:
        raise Unread("whether the rows or the columns are independent", node.span)
    sides = (L.Transpose(value), value) if kind == "column" else (value, L.Transpose(value))
    return L.invertible(L.MatMul(sides))


_PROJECTION = r"(symmetric,? (and )?idempotent|idempotent,? (and )?symmetric|orthogonal project(ion|or))"
_IS = r"\s*(is|are|be)\s+(a |an )?"
_OF_KIND = r"\s*\(?((is|are|be)\s+)?(a |an )?"  # $A$ symmetric
_AND_NO_MORE = r"(?= *([.;:)]|$|,(?! *(with|whose|where|having|say|i\.e))|and *$))"
_PROPERTIES: tuple[tuple[re.Pattern[str], Property], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\s*vanish(es)? nowhere\b", _law(L.positive_density)),
        (r"\s*(is|are|be)\s+([^.;:]*,\s*((both|all) )?)?(strictly )?positive everywhere\b", _law(L.positive_density)),
        (_IS + r"(strictly |everywhere )?positive (probability )?densit(y|ies)\b", _law(L.positive_density)),
        (_IS + r"(probability )?densit(y|ies)\b", _law(L.density)),
        (_IS + r"(diffeomorphisms?\b|bijections?, continuously differentiable in both)", _map(L.diffeomorphism)),
        (_IS + r"(continuously differentiable|smooth)\b", _map(L.differentiable)),
        (_IS + r"triangular\b", _map(L.triangular)),
        (_OF_KIND + _PROJECTION + r"\b", _square(kinds.projection)),
        (_OF_KIND + r"idempotent\b", _square(kinds.idempotent)),
        (_OF_KIND + r"(symmetric (and )?)?positive[- ]definite\b", _matrix(L.positive_definite)),
        (
            _OF_KIND + r"symmetric\b(?! (about|around|with respect|in)\b| (distribution|function|densit))",
            _matrix(kinds.symmetric),
        ),
        # Where more is said of its diagonal, that it is more than symmetric stays in doubt.
        (_OF_KIND + rf"diagonal( matri(x|ces))?{_AND_NO_MORE}", _diagonal),
        (_IS + r"diagonal\b(?!ly)", _matrix(kinds.symmetric)),
        (_OF_KIND + r"(invertible|non-?singular)\b", _matrix(L.invertible)),
        (_IS + r"orthogonal\b(?! (to|complement|projection))", _matrix(kinds.orthogonal)),
        (_IS + r"finite\b", lambda m, node: L.finite(m.scalar(node))),
    )
)
_NOT = r"(?<!not )(?<!not a )(?<!non-)(?<!skew-)(?<!anti-)(?<!skew )(?<!\bor )"
_ADJECTIVES: tuple[tuple[re.Pattern[str], Property], ...] = tuple(
    (re.compile(rf"{_NOT}\b{pattern}( (\w+ )?matri(x|ces))?\s*$"), read)
    for pattern, read in (
        (_PROJECTION, _square(kinds.projection)),
        (r"idempotent", _square(kinds.idempotent)),
        (r"(symmetric (and |,)?)?positive[- ]definite", _matrix(L.positive_definite)),
        (r"(?<!block )(?<!block-)(?<!off-)diagonal", _diagonal),
        (r"symmetric", _matrix(kinds.symmetric)),
        (r"(invertible|non-?singular)", _matrix(L.invertible)),
        (r"orthogonal", _matrix(kinds.orthogonal)),
    )
)
_SAYS_MORE = re.compile(r"[\s,]*(with|whose|where|having|containing|of|has|say)\b")  # of what stands on its diagonal
# Of a matrix that is one of these something is known that is not read.
_PECULIAR = (
    rf"({'|'.join(sorted(kinds.UNREAD))}|(positive |negative )?semi-?definite|negative[- ]definite|"
    r"(?<!orthogonal )projection|rotation|permutation|rank)"
)
_OR_ELSE = re.compile(r"[\s,]*(matri(x|ces))?[\s,]*or\b")  # what is said with another behind it is not said by itself
# nor what is said under a condition: "$A$ is invertible if and only if"
_CONDITIONALLY = re.compile(
    r"[\s,]*((precisely|exactly|just|only) )?(if|iff|when|whenever|unless|provided|as long as|as soon as)\b"
)
_OR = re.compile(r"\bor\s*$")  # nor with one before it
_IS_PECULIAR = re.compile(
    rf"\s*(is|are|be|has|have)\b(?! the\b)[^.,;:\N{{OBJECT REPLACEMENT CHARACTER}}]*\b{_PECULIAR}\b"
)
_PECULIAR_MATRIX = re.compile(rf"\ban? {_PECULIAR} (\w+ )?matri(x|ces)\s*$")
_SOME_KIND = rf"((?:\s+(?:[\w-]+|{prose.ONE})){{1,4}})\s+matri(?:x|ces)\b"
_OF_SOME_KIND = re.compile(rf"\b(?:an?|every|any|each){_SOME_KIND}\s*$")
_IS_OF_SOME_KIND = re.compile(rf"\s*(?:is|are|be)\s+an?{_SOME_KIND}")
_OF_ANY_KIND = frozenset(  # words before "matrix" that say no more than is read, or that are read
    ("square", "real", "complex", "fixed", "given", "arbitrary", "general", "constant", "known", "unknown", "new",
     "other", "another", "second", "deterministic", "rectangular", "data", "design", "weight", "and", "full", "dense",
     "random", "numeric", "coefficient", "feature", "identity", "such", "x", "by", prose.ONE, *kinds.SYMMETRIC,
     *kinds.ADJECTIVES)
) - kinds.UNREAD  # fmt: skip
_FULL_RANK = re.compile(
    r"\s*((is|are|be) of|has|have|with|having|of)\s+(full (?P<kind>column |row |column-|row-)?rank|"
    r"linearly independent (?P<lines>columns|rows))\b"
)
_DOMINATED = re.compile(
    r"\s*(?P<not>not )?(is|be)\s+(?P<so>not )?"
    r"(dominated by|absolutely continuous (with respect to|w\.?\s?r\.?\s?t\.?))\s*$"
)
_LIPSCHITZ = re.compile(
    r"\s*(is|be)\s+((?P<number>\d+)-lipschitz\b|$|(a )?lipschitz( continuous)?( function)?\b"
    r"(?P<constant>\s+with (the |a )?(lipschitz )?constant\s*$)?)"
)
_IN = re.compile(r"\s*(may|can) be differentiated (in|by|with respect to)\s*")
_UNDER = re.compile(r"\s*under the (expectation|integral)( sign)?\b")
_APART = re.compile(
    r"\s*((are|be)\s+(\w+ ){0,3}?(that|which|with|of)\s+)?"
    r"(live on disjoint sets|(have )?disjoint supports?|(are )?mutually singular)\b"
)
_ONE_SUPPORT = re.compile(
    r"\s*((are|be)\s+[^.;:]*)?\b((have|having|with) (the same|a common|equal|identical) supports?|"
    r"mutually absolutely continuous)\b"
)
_POSITIVE = re.compile(rf"\bpositive (probability )?densit(y|ies)(\s*{prose.ONE}\s*(,|and|, and))*\s*$")
BETWEEN_LAWS = {"perp", "<<", ">>", "!<<"}
_GENERAL = re.compile(r"\bfor (all|every|each|any)\b")
_AND = re.compile(r"\s*(,|and|, and)\s*$")


def learn(m: Meaning, part: Part, at: int) -> None:
    """Assume what the words behind a formula of a part say of it, and of those that stand with it in a list."""
    piece = part.pieces[at]
    if _OR.search(piece.formula.words.lower()):
        return
    if not piece.formula.display and not piece.formula.asked and _is_of_a_kind(m, piece):
        return
    words = _words(part, at)
    case = cases_in_words.begins_case(words)
    if piece.formula.asked or not (case or claiming.is_told(words)):
        return
    after = _beside(piece) if piece.formula.display else piece.formula.after.lower()
    if (dominated := _DOMINATED.match(after)) and at + 1 < len(part.pieces):
        smaller, larger = _lone(piece), _lone(part.pieces[at + 1])
        if smaller is not None and larger is not None:
            symbol = "!<<" if dominated["not"] or dominated["so"] else "<<"
            _assume(m, partial(_between_laws, m, smaller, symbol, larger))
    if (found := _LIPSCHITZ.match(after)) and (node := _lone(piece)) is not None:
        constant = _constant(part, at, found)
        if constant is not None or "lipschitz" in found[0]:
            _assume(m, partial(_lipschitz, m, node, constant))
            return
    if (found_mean := _under_the_mean(part, at)) is not None:
        _assume(m, partial(_differentiable, m, *found_mean))
        return
    if _APART.match(after):
        for one, other in combinations(reversed(list(_listed(part, at))), 2):
            _assume(m, partial(_between_laws, m, one, "perp", other))
    if _ONE_SUPPORT.match(after):
        for one, other in combinations(list(_listed(part, at)), 2):
            _assume(m, partial(_between_laws, m, one, "<<", other))
            _assume(m, partial(_between_laws, m, other, "<<", one))
    if _POSITIVE.search(prose.sentence(words)) and (node := _lone(piece)) is not None:
        _assume(m, partial(_law(L.positive_density), m, node))
    for pattern, read in _PROPERTIES:
        if (found := pattern.match(after)) and not _OR_ELSE.match(after, found.end()):
            for each in _listed(part, at):
                if _CONDITIONALLY.match(after, found.end()):
                    m.context.fog.setdefault(name_of(each) or "", "a property that it has under a condition")
                else:
                    _assume(m, partial(read, m, each), bool(_GENERAL.search(after)), case)
            return


def _constant(part: Part, at: int, found: re.Match[str]) -> Syntax | int | None:
    """The Lipschitz constant: 1-Lipschitz, $L$-Lipschitz, Lipschitz with the constant $L$."""
    if found["number"]:
        return int(found["number"])
    behind = part.pieces[at + 1] if at + 1 < len(part.pieces) else None
    if behind is None or not (found["constant"] or re.match(r"\s*-\s*lipschitz\b", behind.formula.after.lower())):
        return None
    return _lone(behind)


def _lipschitz(m: Meaning, node: Syntax, constant: Syntax | int | None) -> tuple[L.Node, ...]:
    """That a function has a Lipschitz constant, which is not negative; where none is said, something is not read."""
    name = name_of(node) or ""
    f = m.context.maps.get(name)
    applied = {head.rstrip("'") for head in m.context.survey.heads()}
    unknown = f is None and name in applied and name not in m.context.functions
    if constant is None or not (isinstance(f, L.Function) or unknown):
        m.context.fog.setdefault(name, "a Lipschitz condition that is not read")
        raise Unread("a Lipschitz condition", node.span)
    value = L.Number(constant) if isinstance(constant, int) else m.scalar(constant)
    m.context.slopes[name] = (*m.context.slopes.get(name, ()), value)
    told = (L.lipschitz(f, value),) if isinstance(f, L.Function) else ()
    return (*told, *(() if Facts().nonnegative(value) else (value >= 0,)))


def _under_the_mean(part: Part, at: int) -> tuple[Syntax, Syntax] | None:
    """The mean and the variable of: $E[f(x)]$ may be differentiated in $x$ under the expectation."""
    piece = part.pieces[at]
    match piece.row:
        case RowSyntax((Statement((row_mean,), ()), Statement((row_by,), (), words), Statement((Words(text),), ()))):
            said = _IN.fullmatch(words.lower()) and _UNDER.match(text.lower())
            if not said or row_mean is None or row_by is None or not piece.formula.display:
                return None
            return row_mean, row_by
    behind = part.pieces[at + 1] if at + 1 < len(part.pieces) else None
    if behind is None or not _IN.fullmatch(piece.formula.after.lower()):
        return None
    mean, by = _lone(piece), _lone(behind)
    if mean is None or by is None or not _UNDER.match(behind.formula.after.lower()):
        return None
    return mean, by


def _differentiable(m: Meaning, mean: Syntax, by: Syntax) -> L.Node:
    """That a mean may be differentiated in a variable under the expectation."""
    value, x = m.scalar(mean), m.scalar(by)
    if not isinstance(value, L.Expectation) or not isinstance(x, L.Var):
        raise Unread("a derivative under an expectation, of what is none", mean.span)
    return L.differentiable_under(L.Lambda(value, x), x)


def _is_of_a_kind(m: Meaning, piece: Piece) -> bool:
    """Whether the words before a matrix say of what kind it is, which is assumed; one of a kind that is not read is in
    fog."""
    after, before, node = piece.formula.after.lower(), piece.formula.words.lower(), _lone(piece)
    if node is None:
        return False
    for pattern, read in _ADJECTIVES:
        if (found := pattern.search(before)) and claiming.is_told(before[: found.start()]):
            if read is _diagonal and _SAYS_MORE.match(after):
                read = _matrix(kinds.symmetric)
            _assume(m, partial(read, m, node))
            if re.search(_PECULIAR, found[0]) and not _is_made_of_diagonal(m, node):  # a symmetric rotation matrix
                m.context.fog.setdefault(name_of(node) or "", "a matrix of a kind that is not read")
            return True
    if (rank := _FULL_RANK.match(after)) and claiming.is_told(before) and not _CONDITIONALLY.match(after, rank.end()):
        kind = (rank["kind"] or rank["lines"] or "").rstrip("s -")
        if _assume(m, partial(_of_full_rank, m, node, kind)):
            return True
    peculiar = _IS_PECULIAR.match(after) or _PECULIAR_MATRIX.search(before) or _is_of_some_kind(before, after)
    value = m.context.values.get(name_of(node) or "")
    if name_of(node) not in m.context.maps and peculiar and (value is None or value.free):
        m.context.fog.setdefault(name_of(node) or "", "a matrix of a kind that is not read")
    return False


def _is_made_of_diagonal(m: Meaning, node: Syntax) -> bool:
    return kinds.is_told_diagonal(name_of(node) or "", m.context.values)


def _is_of_some_kind(before: str, after: str) -> bool:
    """Whether a matrix is called one of a kind of which nothing is read: "a normal matrix $A$", "$H$ is a Hadamard
    matrix"."""
    found = _OF_SOME_KIND.search(before) or _IS_OF_SOME_KIND.match(after)
    return found is not None and not _OF_ANY_KIND.issuperset(found[1].split())


def _assume(
    m: Meaning, fact: Callable[[], L.Node | tuple[L.Node, ...]], general: bool = False, case: bool = False
) -> bool:
    """Assume what is read; of what is not read nothing is known."""
    try:
        found = fact()
        each = found if isinstance(found, tuple) else (found,)
        m.context.assume(*(for_every(m, one, points=general) for one in each), case=case)
    except Unread:
        return False
    return True


def assume_between_laws(m: Meaning, one: Syntax, sign: Sign, other: Syntax) -> bool:
    r"""Assume p \ll q, p \gg q or p \perp q; whether that could be: of numbers these signs say something else."""
    return _assume(m, partial(_between_laws, m, one, sign.symbol, other))


def _between_laws(m: Meaning, one: Syntax, symbol: str, other: Syntax) -> L.Node:
    if symbol == "perp" and (vectors := _vectors(m, (one, other))):
        return vectors_in_words.orthogonal(*vectors)
    p, q = law_of(m, one), law_of(m, other)
    if symbol == ">>":
        return _between_laws(m, other, "<<", one)
    if symbol == "perp":
        return L.singular(p, q)
    x = L.fresh_beside(L.Var("x", L.support(p)), p, q)
    denied = L.E(p(x) / q(x), x, q) < 1  # some of p lies where q has nothing, and the mean of p/q leaves that out
    said, before = (L.dominated(p, q), denied) if symbol == "<<" else (denied, L.dominated(p, q))
    m.context.hypotheses = [h for h in m.context.hypotheses if h is not before]
    return said


def _vectors(m: Meaning, nodes: tuple[Syntax, ...]) -> list[L.Term]:
    """The values of names of vectors; none where one of them is something else."""
    known = all(isinstance(m.context.spaces.get(name_of(node) or "") or m.shapes.space(name_of(node) or ""), L.Vectors)
                for node in nodes)  # fmt: skip
    return [m.term(node) for node in nodes] if known else []


def _words(part: Part, at: int) -> str:
    """The words before a formula; of a row in a display those before its first row."""
    while at and part.pieces[at].formula.display and not part.pieces[at].formula.words:
        at -= 1
    return part.pieces[at].formula.words


def _beside(piece: Piece) -> str:
    r"""The words that stand in the row of an expression, ``H(p) \quad \text{is finite}``."""
    match piece.row:
        case RowSyntax((first, *others)) if not first.relations:
            texts = (o.words or next((e.text for e in o.expressions if isinstance(e, Words)), "") for o in others)
            return " ".join(texts).lower()
    return ""


def _listed(part: Part, at: int) -> Iterator[Syntax]:
    """The formula, and those before it in a list that ends with it: $p$ and $q$."""
    while at >= 0:
        yield from _each(part.pieces[at])
        at -= 1
        if at < 0 or part.pieces[at].paragraph != part.pieces[at + 1].paragraph:
            return
        if not _AND.match(part.pieces[at].formula.after):
            return


def _each(piece: Piece) -> Iterator[Syntax]:
    """The expression of a formula, or those of its list: $A, B$."""
    match piece.row:
        case RowSyntax((_, _, *_) as listed) if not piece.formula.display and not any(s.relations for s in listed):
            yield from (node for statement in listed for node in statement.expressions if node is not None)
            return
    if (node := _lone(piece)) is not None:
        yield node


def _lone(piece: Piece) -> Syntax | None:
    """The expression of a formula that is nothing else, or that is only said to lie in a set, or to map one to one."""
    match piece.row:
        case RowSyntax((Statement((node, _, _), (Sign(":"), Sign("to"))),)) if not piece.formula.display:
            return node
        case RowSyntax((Statement((node, *_), () | (Sign("in"),)),)) if not piece.formula.display:
            return node
        case RowSyntax((statement, *others)) if not statement.relations and (piece.formula.display or not others):
            return statement.expressions[0]
    return None


__all__ = ["BETWEEN_LAWS", "assume_between_laws", "learn"]
