r"""The lines of what clauses say of matrices and vectors that are written out: "an eigenvector to $3$ is $(1, 1)^T$"
says that A (1, 1)^T = 3 (1, 1)^T.

Of what is not written out, or of decimals, which may be rounded, such a clause is left to what it may be else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ... import language as L
from ...language.tables import Table
from ...language.tables import table as table_of
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..syntax import Sign, Unread
from .called import NOT_COMPUTED, is_rounded
from .chain_reader import ChainReader
from .linear_clauses import LinearClause, clauses
from .named_quantities import written

_MOST = 4  # rows of a matrix of which minors are taken
_DEFINITE = {  # by the sign that it takes, which minors have which sign, and why
    "positive definite": (1, ">", "it is positive definite where its leading principal minors are positive"),
    "positive semidefinite": (1, ">=", "it is positive semidefinite where none of its principal minors is negative"),
    "negative definite": (-1, ">", "it is negative definite where minus it is positive definite"),
    "negative semidefinite": (-1, ">=", "it is negative semidefinite where minus it is positive semidefinite"),
}


@dataclass(frozen=True)
class _Written:
    """What a formula stands for, and how it is written."""

    term: L.Term
    text: str
    label: str = ""  # the 1 of v_1


@dataclass(frozen=True)
class _Said:
    """A relation that a clause says, and how its sides are written."""

    left: str
    start: L.Term
    symbol: str
    right: str
    target: L.Term
    remark: str = ""


def lines_of(chains: ChainReader, pieces: Sequence[Piece], at: int) -> Iterator[Line]:
    """What is claimed by the clauses that end with a formula, now that this has been read."""
    for clause in clauses(pieces, at):
        try:
            said = tuple(_Reader(chains.m, pieces, clause).said())
        except Unread:
            continue
        yield from (_line(chains, pieces[at], each) for each in said)


def with_clauses(chains: ChainReader, pieces: Sequence[Piece], at: int, found: list[Line]) -> list[Line]:
    """The lines of a formula, and those of the clauses that end with it: what they say of a name is judged by them, and
    it is only named in the formula."""
    said = list(lines_of(chains, pieces, at))
    named = [
        replace(line, kind="definition", why=None)
        if said and line.kind == "unread" and (line.why or "").endswith(NOT_COMPUTED)
        else line
        for line in found
    ]
    return [*named, *said]


def _line(chains: ChainReader, piece: Piece, said: _Said) -> Line:
    told, formula = chains.told, piece.formula
    assert piece.row is not None
    node = next(e for e in piece.row.statements[0].expressions if e is not None)
    thread = told.begin(node, formula)
    thread.text = said.left
    told.m.text, told.m.remarks = formula.maths.text, [said.remark] if said.remark else []
    line = told.claims.claim(thread, Sign(said.symbol, span=node.span), node, formula, said.start, said.target)
    return replace(line, right=said.right, kind="step", posed=False, inline=False, sides=None, instead=(),
                   premise=None, restated=False, decimals=(), remarks=tuple(told.m.remarks))  # fmt: skip


@dataclass(frozen=True)
class _Reader:
    m: Meaning
    pieces: Sequence[Piece]
    clause: LinearClause

    def said(self) -> Iterator[_Said]:
        """The relations that the clause says.  Raises ``Unread``."""
        match self.clause.says:
            case "eigenvector":
                yield self._eigenvector(self._one("value"), self._one("vector"))
            case "eigenvectors":
                values, vectors = self._all("values"), self._all("vectors")
                if len(values) != len(vectors):
                    raise Unread("not as many eigenvectors as eigenvalues", (0, 0))
                yield from map(self._eigenvector, values, vectors)
            case "eigenvectors by label":
                yield from (self._eigenvector(self._eigenvalue(v), v) for v in self._all("vectors"))
            case "null vector":
                a, v = self._matrix(), self._one("vector")
                _require(L.Vectors, v)
                yield _Said(_product(a, v), L.MatMul((a.term, v.term)), "=", "0", L.Zero(_rows_of(a)))
            case "minors":
                yield from _leading(self._matrix(), self._all("values"))
            case "rank":
                value = self._one("value").term
                if not isinstance(value, L.Number) or value.value.denominator != 1:
                    raise Unread("a rank that is no whole number", (0, 0))
                yield from _of_rank(self._matrix(), int(value.value))
            case "full rank":
                a = self._matrix()
                yield from _of_rank(a, min(map(len, (table_of(a.term) or (), *(table_of(a.term) or ())[:1]))))
            case "kind":
                yield from self._of_kind(self._matrix(), self.clause.kind)
            case _:
                yield from self._of_vectors(self.clause.says)

    def _of_vectors(self, says: str) -> Iterator[_Said]:
        vectors = self._all("vectors") if "vectors" in self.clause.places else [self._one("one"), self._one("other")]
        _require(L.Vectors, *vectors)
        if len({L.space_of(v.term) for v in vectors}) != 1 or len(vectors) < 2:
            raise Unread("vectors of several sizes, or only one", (0, 0))
        pairs = tuple(combinations(vectors, 2))
        zero = L.Number(0)
        if says in ("orthogonal", "orthonormal"):
            if says == "orthonormal":
                yield from (_Said(_dot(v, v), L.Dot(v.term, v.term), "=", "1", L.Number(1)) for v in vectors)
            yield from (_Said(_dot(v, w), L.Dot(v.term, w.term), "=", "0", zero) for v, w in pairs)
        elif says in ("independent", "dependent"):
            gram = _gram([v.term for v in vectors])
            symbol = "!=" if says == "independent" else "="
            names = ", ".join(v.text for v in vectors)
            remark = "vectors are independent where the determinant of their inner products is not zero"
            yield _Said(rf"\det G({names})", L.Det(gram), symbol, "0", zero, remark)
        else:
            yield self._of_two(says, vectors[0], vectors[1], self._one("value"))

    def _of_two(self, says: str, one: _Written, other: _Written, value: _Written) -> _Said:
        a, b = one.term, other.term
        dot, gap = L.Dot(a, b), a - b
        match says:
            case "product":
                return _Said(_dot(one, other), dot, "=", value.text, value.term)
            case "distance":
                return _Said(rf"\|{one.text} - {other.text}\|", L.sqrt(L.Dot(gap, gap)), "=", value.text, value.term)
            case "angle":
                text = rf"\arccos\frac{{{_dot(one, other)}}}{{\|{one.text}\| \, \|{other.text}\|}}"
                cosine = dot / (L.sqrt(L.Dot(a, a)) * L.sqrt(L.Dot(b, b)))
                return _Said(text, L.arccos(cosine), "=", value.text, value.term)
        _require(L.Vectors, value)
        text = rf"\frac{{{_dot(other, one)}}}{{{_dot(other, other)}}} {other.text}"
        return _Said(text, L.Times((L.Dot(b, a) / L.Dot(b, b), b)), "=", value.text, value.term)

    def _eigenvector(self, value: _Written, vector: _Written) -> _Said:
        a = self._matrix()
        _require(L.Vectors, vector)
        entries = table_of(vector.term)
        if entries is not None and all(entry is L.Number(0) for row in entries for entry in row):
            raise Unread("the zero vector", (0, 0))
        if not L.is_scalar(value.term) or L.space_of(vector.term) is not _rows_of(a):
            raise Unread("an eigenvalue that is no number, or a vector of another size", (0, 0))
        start, target = L.MatMul((a.term, vector.term)), L.Times((value.term, vector.term))
        return _Said(_product(a, vector), start, "=", rf"{_factor(value.text)} {vector.text}", target)

    def _eigenvalue(self, vector: _Written) -> _Written:
        r"""The \lambda_1 of v_1.  Raises ``Unread``."""
        name = f"lambda_{vector.label}"
        found = self.m.context.values.get(name)
        if not vector.label or found is None:
            raise Unread("to which eigenvalue it belongs", (0, 0))
        return _Written(self.m.context.unfolded(found), written(name))

    def _of_kind(self, a: _Written, kind: str) -> Iterator[_Said]:
        space, table = L.space_of(a.term), table_of(a.term)
        assert isinstance(space, L.Matrices) and table is not None
        if space.rows is not space.columns or (a.term.free and not self.clause.concluded):
            raise Unread("a property of what is no square matrix, or that may be supposed", (0, 0))
        n, text = len(table), a.text
        transposed = L.Transpose(a.term)
        match kind:
            case "symmetric":
                yield _Said(rf"{text}^\top", transposed, "=", text, a.term)
            case "antisymmetric":
                yield _Said(rf"{text}^\top", transposed, "=", f"-{text}", L.Neg(a.term))
            case "orthogonal":
                yield _Said(rf"{text}^\top {text}", L.MatMul((transposed, a.term)), "=", "I", L.Identity(space.rows))
            case "invertible" | "singular":
                symbol = "!=" if kind == "invertible" else "="
                yield _Said(rf"\det {text}", L.Det(a.term), symbol, "0", L.Number(0))
            case "idempotent" | "projection":
                yield _Said(f"{text}^2", L.MatMul((a.term, a.term)), "=", text, a.term)
                if kind == "projection":
                    yield _Said(rf"{text}^\top", transposed, "=", text, a.term)
            case _:
                if n > _MOST or any(table[i][j] is not table[j][i] for i, j in combinations(range(n), 2)):
                    raise Unread("definite, of what is not symmetric as it is written", (0, 0))
                yield from _minors(a, table, kind)

    def _matrix(self) -> _Written:
        """The matrix that the clause names, or the one square matrix that is written out.  Raises ``Unread``."""
        if "matrix" in self.clause.places:
            found = self._one("matrix")
        else:
            known = self.m.context.values
            names = [n for n, value in known.items() if _is_square(self.m.context.unfolded(value))]
            if len(names) != 1:
                raise Unread("of which matrix", (0, 0))
            found = _Written(self.m.context.unfolded(known[names[0]]), written(names[0]))
        if not isinstance(L.space_of(found.term), L.Matrices) or table_of(found.term) is None:
            raise Unread("a matrix that is not written out", (0, 0))
        return found

    def _one(self, role: str) -> _Written:
        (place,) = self.clause.places[role]
        return self._at(place)

    def _all(self, role: str) -> list[_Written]:
        return [self._at(place) for place in self.clause.places[role]]

    def _at(self, place: int) -> _Written:
        r"""What a formula stands for: of $v_1 = (1, 1)^T$ that is the right side.  Raises ``Unread``."""
        piece = self.pieces[place]
        if piece.row is None or len(piece.row.statements) != 1:
            raise Unread("more than one formula", (0, 0))
        (statement,) = piece.row.statements
        *left, node = statement.expressions
        if node is None or is_rounded(node) or any(sign.symbol != "=" for sign in statement.relations):
            raise Unread("no plain value", (0, 0))
        self.m.text = piece.formula.maths.text
        term = self.m.context.unfolded(self.m.term(node))
        head = left[0] if left and left[0] is not None and name_of(left[0]) is not None else node
        stem, _, label = (name_of(head) or "").partition("_")
        return _Written(term, piece.formula.written(head), label if stem else "")


def _leading(a: _Written, values: Sequence[_Written]) -> Iterator[_Said]:
    """The leading principal minors, in order."""
    table = table_of(a.term)
    if table is None or len(values) != len(table):
        raise Unread("not as many minors as rows", (0, 0))
    for k, value in enumerate(values, 1):
        minor = table[0][0] if k == 1 else L.Det(_matrix([row[:k] for row in table[:k]]))
        places = ",".join(str(i) for i in range(1, k + 1))
        yield _Said(rf"\det {a.text}_{{[{places}]}}", minor, "=", value.text, value.term)


def _minors(a: _Written, table: Table, kind: str) -> Iterator[_Said]:
    """The signs of minors that make a symmetric matrix definite."""
    sign, symbol, remark = _DEFINITE[kind]
    n = len(table)
    sizes = range(1, n + 1)
    chosen = (
        [tuple(range(k)) for k in sizes] if symbol == ">" else [c for k in sizes for c in combinations(range(n), k)]
    )
    for rows in chosen:
        entries = [[table[i][j] if sign > 0 else L.Neg(table[i][j]) for j in rows] for i in rows]
        minor = entries[0][0] if len(rows) == 1 else L.Det(_matrix(entries))
        places = ",".join(str(i + 1) for i in rows)
        text = rf"\det {a.text}_{{[{places}]}}" if sign > 0 else rf"\det(-{a.text})_{{[{places}]}}"
        yield _Said(text, minor, symbol, "0", L.Number(0), remark)


def _of_rank(a: _Written, rank: int) -> Iterator[_Said]:
    """What minors say of a rank, by the sums of their squares: those of its size do not all vanish, larger ones do."""
    table = table_of(a.term)
    assert table is not None
    rows, columns = len(table), len(table[0])
    most, transposed = min(rows, columns), L.Transpose(a.term)
    if not 1 <= rank <= most or (rank < most and most > 3):
        raise Unread("a rank that is greater than the matrix allows, or of a large matrix", (0, 0))
    text = rf"{a.text}^\top {a.text}" if columns <= rows else rf"{a.text} {a.text}^\top"
    gram = L.MatMul((transposed, a.term) if columns <= rows else (a.term, transposed))
    whole = (rf"\det {a.text}", L.Det(a.term)) if rows == columns else (rf"\det({text})", L.Det(gram))
    tr = rf"\operatorname{{tr}}({text})"
    twos = rf"{tr}^2 - \operatorname{{tr}}(({text})^2)", L.Tr(gram) ** 2 - L.Tr(L.MatMul((gram, gram)))
    squares = {1: (tr, L.Tr(gram)), 2: twos, most: whole}  # of the minors of each size, but for a factor
    remark = f"its rank is {rank} where minors of that size do not all vanish" + (
        " and all larger ones do" if rank < most else ""
    )
    zero = L.Number(0)
    yield _Said(squares[rank][0], squares[rank][1], "!=", "0", zero, remark)
    if rank < most:
        yield _Said(squares[rank + 1][0], squares[rank + 1][1], "=", "0", zero, remark)


def _matrix(entries: Sequence[Sequence[L.Term]]) -> L.Term:
    return L.Rows(tuple(L.Column(tuple(row)) for row in entries))


def _gram(vectors: Sequence[L.Term]) -> L.Term:
    return _matrix([[L.Dot(v, w) for w in vectors] for v in vectors])


def _require(kind: type, *written: _Written) -> None:
    if not all(isinstance(L.space_of(each.term), kind) for each in written):
        raise Unread("no vector", (0, 0))


def _is_square(value: L.Term) -> bool:
    space = L.space_of(value)
    return isinstance(space, L.Matrices) and space.rows is space.columns and table_of(value) is not None


def _rows_of(a: _Written) -> L.Space:
    space = L.space_of(a.term)
    assert isinstance(space, L.Matrices)
    return L.Vectors(space.rows)


def _product(a: _Written, v: _Written) -> str:
    return f"{a.text} {v.text}"


def _dot(v: _Written, w: _Written) -> str:
    return rf"{v.text}^\top {w.text}"


def _factor(text: str) -> str:
    return rf"\left({text}\right)" if "+" in text or "-" in text else text


__all__ = ["lines_of", "with_clauses"]
