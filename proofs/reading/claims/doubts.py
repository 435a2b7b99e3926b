"""The names of a claim of which something was said that was not read, or that may mean something else here."""

from __future__ import annotations

from dataclasses import dataclass, field

from ... import language as L
from ..laws import laws_in_doubt, noise, told_moments
from ..laws.other_laws import about_others, restricted
from ..meaning import Meaning
from ..names import name_of, names_in
from ..probability import random_names, related_events
from ..shapes import definite, kinds, matrices_in_doubt, samples, told_shapes
from ..syntax import Named, RowSyntax, Syntax
from ..terms import inverses, shifts, up_to_constant
from ..threads import Formula
from ..told.described import DATA
from ..uses import tables
from ..words import appeals, cases_in_words, prose

# Letters of known functions, which nobody need define: the normal distribution function and density, digamma, kernels.
_CONVENTIONAL = ("Phi", "phi", "varphi", "psi", "zeta", "K", "k")


_OPERATORS = {"P", "Pr", "E", "Var", "Cov", "H"}


@dataclass
class Doubts:
    """What keeps claims of one stretch from being refuted."""

    m: Meaning
    others: dict[Syntax, tuple[str, ...]] = field(default_factory=dict)  # what chains that begin so are not about

    def of(self, relation: L.Relation, begins: Syntax, formula: Formula) -> tuple[str, ...]:
        """The names in doubt of a relation in a chain."""
        context = self.m.context
        if self._is_under_unread(formula):  # so may be what its paragraph goes on with
            context.doubted |= set(self._named_in(begins)) - _OPERATORS
        vary, sides = self._varied(relation), (relation.left, relation.right)
        spreads = {n.name for n in definite.spreads(relation) if isinstance(n, L.Var)}
        names = [n.name for n in relation.free if isinstance(n, L.Var)]
        twice = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else ()
        return (
            *sorted(twice),  # two kinds of thing under one name
            *self._unread(relation),
            *(n for n in self._described(relation) if n not in self._varied_in_determinant(relation, begins)),
            *sorted(n.name for n in relation.free if "_{(" in n.name),  # x_{(1)} is the least of the x_i, or another
            *matrices_in_doubt.unsaid_dimensions(self.m, relation),
            *(name for name in matrices_in_doubt.undescribed_matrices(self.m, relation) if name not in spreads),
            *samples.in_doubt(self.m, relation),
            *([up_to_constant.CONSTANT.name] if up_to_constant.matters(relation) else []),
            *(() if told_moments.is_settled(context, relation) else laws_in_doubt.doubtful(context, relation)),
            *told_moments.in_doubt(context, relation),
            *told_shapes.in_doubt(context, relation),
            *appeals.in_doubt(context, relation, formula),
            *inverses.in_doubt(self.m, relation),
            *shifts.in_doubt(context, relation),
            *noise.of_one_side(context, relation),
            *related_events.in_doubt(context, relation),
            *sorted(n.name for n in relation.free if isinstance(n, L.Function) and self._may_be_known(n)),
            *(n for side in sides for n in random_names.values_in(self.m, side) if n not in vary),
            *(name for name in context.elsewhere.known(relation) if name not in context.solved_for),
            *sorted(self.m.borrowed),
            *sorted(context.doubted & names_in(begins)),
            *self._of_others(relation, begins, formula),
            *restricted(context, relation, begins, formula),
        )

    @staticmethod
    def _is_under_unread(formula: Formula) -> bool:
        """Whether the condition of the sentence is words and numbers, of which nothing was read: "If the coin is tossed
        twice"."""
        count, said = cases_in_words.numbers_in_condition(formula.lead), prose.sentence(formula.lead).count(prose.ONE)
        if count is None or said > len(formula.ahead):
            return False
        rows = formula.ahead[len(formula.ahead) - said :][:count]
        return all(row is not None and _are_numbers(row) for row in rows)

    @staticmethod
    def _named_in(begins: Syntax) -> list[str]:
        """The names in the beginning of a chain."""
        return sorted(names_in(begins))

    def _may_be_known(self, f: L.Function) -> bool:
        """Whether a letter may be that of a known function: nothing is told of its shape, as of any convex one."""
        return f.name in _CONVENTIONAL and f.name not in self.m.context.shapes

    def _unread(self, relation: L.Relation) -> list[str]:
        """The names of which something was said that was not read; a covariance of a law is known to be one."""
        context, spreads = self.m.context, definite.spreads(relation)
        names = {n.name: n for n in relation.free if not isinstance(n, L.Abstract) and context.in_fog(n)}
        names = {name: n for name, n in names.items() if name not in tables.told(context)}
        covariances = {name for name, n in names.items() if n in spreads}
        return sorted(n for n in names if not (n in covariances and context.fog.get(n) == definite.SEMIDEFINITE))

    def _varied_in_determinant(self, relation: L.Relation, begins: Syntax) -> set[str]:
        r"""The names in the determinant, \det(A - \lambda I) or a function that is one, of which a chain says what it
        is, other than zero: any number is meant there, also where words call others by the letter eigenvalues."""
        if relation.right is L.Number(0):
            return set()
        heads = names_in(begins) & self.m.context.functions.keys()
        bodies = [self.m.context.functions[head].body for head in heads]
        of_function = any(isinstance(n, L.Det) for body in bodies for n in body.walk())
        written = any(node.name == "det" for node in begins.of(Named))
        return set(names_in(begins)) if written or of_function else set()

    def _described(self, relation: L.Relation) -> list[str]:
        """The numbers, and the data, of which words say a property that is not read; that a matrix is orthogonal, or an
        orthogonal projection, is."""
        described, stated = set(self.m.context.described), self.m.context.stated()
        equations = [h for h in stated if isinstance(h, L.Relation) and h.symbol == "="]
        of_matrices = {n for h in equations if any(map(_is_matrix, h.free)) for n in h.free}  # A v = \lambda v says it
        for h in equations:  # L = \max_i \lambda_i of such is one, too
            for one, other in ((h.left, h.right), (h.right, h.left)):
                if isinstance(one, L.Var) and any(n.name in described for n in other.free if isinstance(n, L.Var)):
                    described |= {one.name}
        for name in list(described):  # the largest of data has it: so have they
            value = self.m.context.values.get(name)
            free = value.free if value is not None else frozenset()
            described |= {n.name for n in free if isinstance(n, L.Var) and isinstance(n.space, L.Vectors)}
        every = DATA in described
        return sorted(
            n.name
            for n in relation.free
            if isinstance(n, L.Var) and (n.name in described or (every and isinstance(n.space, L.Vectors)))
            if not (L.is_scalar_space(n.space) and n in of_matrices)
            if not (isinstance(n.space, L.Matrices) and {kinds.orthogonal(n), kinds.idempotent(n)} & {*stated})
        )

    def _varied(self, relation: L.Relation) -> set[str]:
        """The random variables that a claim differentiates by, the coordinates that others are written in: they take
        all values, unless the claim is about values t of T beside them."""
        if any(n.name.upper() != n.name and random_names.is_random(self.m, n.name.upper()) for n in relation.free):
            return set()
        return {
            n.name for d in relation.walk() if isinstance(d, L.Derivative) for n in d.at.free if isinstance(n, L.Var)
        }

    def _of_others(self, relation: L.Relation, begins: Syntax, formula: Formula) -> tuple[str, ...]:
        """The random variables that a chain with this beginning is not about, now and from here on."""
        found = about_others(formula.lead, self.m.context.laws, relation)
        if found:
            self.others[begins] = tuple(found)
        return self.others.get(begins, ())


def _are_numbers(row: RowSyntax) -> bool:
    return all(not s.relations and not any(map(name_of, s.walk())) for s in row.statements)


def _is_matrix(n: L.Node) -> bool:
    return isinstance(n, L.Var) and isinstance(n.space, L.Matrices)


__all__ = ["Doubts"]
