"""Inverses and determinants of a matrix with a product added to it: Woodbury, push-through, the determinant lemma."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Det,
    Form,
    Identity,
    Inverse,
    MatMul,
    Matrices,
    Neg,
    Number,
    Plus,
    Quotient,
    Term,
    Times,
    Transpose,
    Vectors,
    fold,
    space_of,
)
from ..language.facts import Facts
from ..registry import rule
from ..views import times

Word = tuple[Term, ...]
ONE = Number(1)


@rule("by the Woodbury identity")
def woodbury_identity(t: Term, facts: Facts) -> Iterator[Term]:
    r"""(A + U C V)^{-1} = A^{-1} - A^{-1} U (C^{-1} + V A^{-1} U)^{-1} V A^{-1}, \quad (A + u v^\top)^{-1} = A^{-1} - \frac{A^{-1} u v^\top A^{-1}}{1 + v^\top A^{-1} u}"""
    match t:
        case Inverse(Plus() as whole):
            for a, s, u, _, v, inner in _updates(whole):
                middle = () if space_of(inner) is None else (Inverse(inner),)
                update = times(s, _product(_inverse(a), *u, *middle, *v, _inverse(a)))
                yield _inverse(a) - (update if middle else update / inner)


@rule("by the matrix determinant lemma")
def determinant_lemma(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\det(A + U C V) = \det(C^{-1} + V A^{-1} U) \det C \det A, \quad \det(A + u v^\top) = (1 + v^\top A^{-1} u) \det A"""
    match t:
        case Det(Plus() as whole):
            for a, _, _, c, _, inner in _updates(whole):
                factor = inner if space_of(inner) is None else Det(inner)
                yield times(factor, Det(_product(*c)), Det(a)) if c else times(factor, Det(a))


@rule("pushing the factor through the inverse")
def push_through(t: Term, facts: Facts) -> Iterator[Term]:
    r"""(a I + P Q)^{-1} P = P (a I + Q P)^{-1}"""
    match t:
        case MatMul(args):
            for k, factor in enumerate(args[:-1]):
                for end in range(k + 2, len(args) + 1):
                    pushed = _turned(factor, args[k + 1 : end])
                    if pushed is not None:
                        yield MatMul((*args[:k], *args[k + 1 : end], Inverse(pushed), *args[end:]))


def _updates(whole: Plus) -> Iterator[tuple[Term, Term, Word, Word, Word, Term]]:
    """(A, s, U, C, V) with the sum A + s U C V, the C square or empty, and C^{-1} + s V A^{-1} U."""
    for k, summand in enumerate(whole.args):
        s, word = _word(summand)
        a = fold(Plus, [*whole.args[:k], *whole.args[k + 1 :]], 0)
        for i in range(1, len(word)):
            for j in range(i, len(word)):
                u, c, v = word[:i], word[i:j], word[j:]
                if not c or _is_square(space_of(_product(*c))):
                    yield from ((a, s, u, c, v, inner) for inner in _inners(a, s, u, c, v))


def _word(t: Term) -> tuple[Term, Word]:
    """A number and the factors of a product of matrices."""
    match t:
        case Neg(arg):
            s, word = _word(arg)
            return -s, word
        case Times((*numbers, last)) if all(space_of(n) is None for n in numbers):
            s, word = _word(last)
            return times(*numbers, s), word
        case Quotient(num, den):
            s, word = _word(num)
            return s / den, word
        case MatMul(args):
            return ONE, tuple(args)
    return ONE, (t,)


def _inners(a: Term, s: Term, u: Word, c: Word, v: Word) -> Iterator[Term]:
    """C^{-1} + s V A^{-1} U, with the identity for C where there is none, and in the other order; of a column and a row
    a number."""
    match v[0], space_of(_product(*u)):
        case Transpose(row), Vectors() if not c and isinstance(space_of(row), Vectors):
            yield 1 + times(s, Form(row, _product(*v[1:], _inverse(a)), _product(*u)))
        case _, Matrices(_, columns):
            start, end = Inverse(_product(*c)) if c else Identity(columns), times(s, _product(*v, _inverse(a), *u))
            yield start + end
            yield end + start


def _inverse(a: Term) -> Term:
    """The inverse of A, of a multiple of the identity as such a one."""
    s, word = _word(a)
    match word:
        case (Identity() as identity,):
            return times(Number(1 / s.value) if isinstance(s, Number) and s.value else 1 / s, identity)
    return Inverse(a)


def _turned(factor: Term, p: Word) -> Term | None:
    """a I + Q P of an inverse (a I + P Q)^{-1}; None of anything else."""
    match factor, space_of(_product(*p)):
        case Inverse(Plus(summands)), Matrices(_, columns):
            turned = [_turned_summand(s, p, Identity(columns)) for s in summands]
            known = [each for each in turned if each is not None]
            return Plus(tuple(known)) if len(known) == len(turned) else None
    return None


def _turned_summand(t: Term, p: Word, identity: Identity) -> Term | None:
    """s I for s I, and s Q P for s P Q."""
    s, word = _word(t)
    match word:
        case (Identity(),):
            return times(s, identity)
        case _ if word[: len(p)] == p and len(word) > len(p):
            return times(s, MatMul((*word[len(p) :], *p)))
    return None


def _product(*factors: Term) -> Term:
    """The product of matrices, with the numbers in front and without identities."""
    parts = [_word(factor) for factor in factors]
    flat = [x for _, word in parts for x in word]
    kept = tuple(x for x in flat if not isinstance(x, Identity)) or tuple(flat[:1])
    return times(*(s for s, _ in parts), kept[0] if len(kept) == 1 else MatMul(kept))


def _is_square(space: object) -> bool:
    return isinstance(space, Matrices) and space.rows is space.columns


__all__ = ["determinant_lemma", "push_through", "woodbury_identity"]
