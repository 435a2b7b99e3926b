"""Lines: what a document asserts, one relation at a time, each with its place, its meaning and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace

from .. import language as L
from .claims.estimates import Estimate
from .files.source import Place
from .laws.stated_likelihoods import Stated
from .syntax import Syntax


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a relation claims, and all of its surroundings that bear on how it is judged.

    ``instead`` are other claims that it may make where it goes on with an earlier chain, or speaks of names as another
    section has them; ``of_data`` is the claim with the moments of the data put for their names, which is what it means
    where it fails for some values of those names; ``perhaps`` is what may be supposed of its names, and is not said of
    it: the claim is shown only without it, and refuted only with it; ``premise`` is the equation in the row above,
    which a row that is an equation may follow from; ``through`` is what the earlier chain claimed that the first claim
    of ``instead`` goes on with.
    """

    claim: L.Claim | None = None
    instead: tuple[L.Claim, ...] = ()
    of_data: L.Claim | None = None
    perhaps: tuple[L.Node, ...] = ()
    because: tuple[L.Node, ...] = ()  # of what is supposed, equations that stand behind it as its reason
    bound: frozenset[str] = frozenset()  # names that it is said of anew: for all x
    over_reals: frozenset[str] = frozenset()  # of these, those that it is said of for all real numbers
    readings_of_laws: tuple[
        tuple[L.Law, L.Law, str], ...
    ] = ()  # a law in it, what it may be instead, and if what is so
    values: tuple[L.Term, ...] = ()  # what names in it were given as: that these have values was needed there
    called: tuple[L.Term, ...] = ()  # what values of functions in it are, of which only a call is written
    premise: L.Relation | None = None
    unsolved: L.Claim | None = None  # the claim with names for the numbers that were found for them
    through: tuple[L.Relation, ...] = ()
    roots: tuple[L.Relation, ...] = ()  # of x = \pm 1, that it is the one and that it is the other: both may be so
    solves: L.Relation | None = None  # the equation that it puts a number into, with the name for that
    nowhere: bool = False  # of an equation that has no solution: for no number its sides are equal
    first: bool = False  # the first relation of its chain
    again: str = ""  # it gives a name another value: "here", within this stretch, or "before", from an earlier one
    anew: bool = False  # words let the probability on its left be this from here on, whatever it was
    restated: bool = False  # an earlier chain comes to what it says
    says_again: tuple[L.Claim, ...] = ()  # what it says in other words, as what follows from it
    told_beside: tuple[L.Node, ...] = ()  # what its sentence tells of events before it
    only_if: str = ""  # the words of a condition of it that was not read
    somewhere: str = ""  # the words by which it holds somewhere, or nearly: "for some"
    loose: tuple[str, ...] = ()  # names of which nothing is declared
    thresholds: frozenset[str] = frozenset()  # of these, those that bound an event and may be any: the x of P(X > x)
    particular: frozenset[str] = frozenset()  # names by which words mean one index: "for some i"
    inline: bool = False
    solved_by: tuple[L.Relation, ...] = ()  # what an equation is said to be solved by below
    posed: bool = False  # the words before it make it an equation to be met
    decimals: tuple[str, ...] = ()  # on the right and not on the left
    as_written: bool = True  # the claim is between the sides as they stand, and no other that the line comes to

    @property
    def sizes(self) -> frozenset[str]:
        """The names that say in the claim how many there are of what is indexed in it."""
        parts = self.claim.statement.walk() if self.claim is not None else ()
        ends = frozenset().union(*(n.space.free for n in parts if isinstance(n, L.Var)))
        return frozenset(n.name for n in ends)

    @property
    def readings(self) -> tuple[L.Claim, ...]:
        """All claims that it may make, the one that is written first."""
        return tuple(c for c in (self.claim, *self.instead, self.of_data) if c is not None)


@dataclass(frozen=True)
class Line(Said):
    """One relation of a document.

    ``kind`` is ``definition``, ``hypothesis``, ``condition``, ``goal``, ``step`` or ``unread``.  A step, a goal and
    whatever else can be judged has a ``claim``.  ``fog`` are those of its names of which something was said that was
    not read.  ``words`` is the open sentence before it.
    """

    place: Place
    left: str
    symbol: str
    right: str
    kind: str
    why: str | None = None  # of an unread line
    fog: tuple[str, ...] = ()
    defines: str | None = None  # the name that it gives a value
    note: str | None = None  # set over the relation sign
    sign: str | None = None  # the relation as it is written, where it is read as another one
    cites: tuple[str, ...] = ()  # the labels of formulas that it refers to and that were not read
    words: str = ""
    remarks: tuple[str, ...] = ()
    sides: tuple[Syntax, Syntax] | None = None  # what the sides of the claim were read from, if it is they
    scope: tuple[int, ...] = ()  # the sections that it stands in, outermost first
    estimate: Estimate | None = None  # of a parameter, by maximum likelihood
    likelihood: Stated | None = None  # of the data, that it writes out
    rests_on: tuple[L.Node, ...] = ()  # what the likelihoods claim that it is found from
    every: bool = False  # it is said to hold for all values of its variables
    shown: bool = False  # it stands in what is to be shown
    written: frozenset[str] = frozenset()  # the names on its sides, and those that their values are made of
    stems: frozenset[str] = frozenset()  # what names on its sides are labelled forms, or entries, of
    presumes: L.Claim | None = None  # what it tells takes it for granted, and is so or is not: that a density is one
    gives_up: frozenset[str] = frozenset()  # names of which what was found before is of another problem
    afresh: bool = False  # ... and what was supposed of them, too
    explained_behind: bool = False  # the words behind it, "where", go on to say what its names are

    @property
    def written_sign(self) -> str:
        """The sign of its relation as it stands on the page."""
        return self.sign or self.symbol

    @property
    def relation(self) -> L.Relation | None:
        """What it claims, if that is a relation between two terms."""
        statement = self.claim.statement if self.claim is not None else None
        return statement if isinstance(statement, L.Relation) else None

    @property
    def is_about_new(self) -> bool:
        """Whether nothing was said of any name in its claim, beside that it is a function."""
        names = self.claim.statement.free if self.claim is not None else frozenset()
        return bool(names) and all(
            isinstance(n, L.Function) or (isinstance(n, L.Var) and n.name in self.loose) for n in names
        )

    @property
    def works_out(self) -> bool:
        """Whether it says what a derivative is, or a formula of numbers in the names that it has: what is then supposed
        of that is the next relation."""
        relation = self.relation
        if relation is None:
            return False
        formula = not isinstance(relation.left, L.Var | L.Apply) and relation.right.free <= relation.left.free
        of_numbers = bool(relation.right.free) and all(isinstance(n, L.Var) for n in relation.left.free)
        return any(isinstance(n, L.Derivative | L.Gradient) for n in relation.left.walk()) or (formula and of_numbers)

    @property
    def is_of_known_law(self) -> bool:
        """Whether it says the density of a law that is known: that is so or is not, and cannot be supposed."""
        relation = self.relation
        if relation is None or not isinstance(relation.left, L.Apply):
            return False
        return isinstance(relation.left.head, L.Law) and not any(isinstance(n, L.Density) for n in relation.left.free)

    @property
    def closes_form(self) -> bool:
        r"""Whether it goes on from a sum, a product or an integral to what that comes to in the same names: after
        ``Let S = \sum_{k=1}^n k`` that is so or is not, and nothing is supposed of n."""
        relation = self.relation
        if relation is None or self.first or relation.symbol != "=":
            return False
        left, right = relation.left, relation.right
        same = left.free == right.free and all(isinstance(n, L.Var) for n in left.free)
        return same and bool(left.free) and any(isinstance(n, L.Sum | L.Prod | L.Int) for n in left.walk())

    @property
    def says_slope(self) -> bool:
        """Whether it says what the derivative of a formula of numbers is, in the same numbers: that is so or is not."""
        relation = self.relation
        if relation is None or relation.symbol != "=" or relation.left.free != relation.right.free:
            return False
        of_numbers = bool(relation.left.free) and all(isinstance(n, L.Var) for n in relation.left.free)
        return of_numbers and any(isinstance(n, L.Derivative | L.Gradient) for n in relation.left.walk())

    def in_doubt(self, known: Container[str]) -> Line:
        """The line, in doubt about the names of which nothing was said, but for those that are known."""
        return replace(self, fog=(*self.fog, *(name for name in self.loose if name not in known)))

    def doubted(self) -> Line:
        """The line, in doubt about all its numbers: it may be said of some of their values only."""
        names = self.claim.statement.free if self.claim is not None else frozenset()
        return replace(self, fog=(*self.fog, *sorted(n.name for n in names if isinstance(n, L.Var))))

    def of_all_values(self, in_fog: Callable[[L.Name], bool]) -> Line:
        """The line, said of all values that its names may have: of which none is left to be found."""
        names = self.claim.statement.free if self.claim is not None else frozenset()
        bound = frozenset(n.name for n in names if isinstance(n, L.Var))
        fog = tuple(n for n in self.fog if in_fog(L.Var(n, L.R)))
        return replace(self, bound=bound, loose=(), fog=fog, every=True)

    @property
    def is_general_order(self) -> bool:
        """Whether it, an order, says something of one thing in two forms, as log x <= x - 1 does and m < n does not."""
        relation = self.relation
        return relation is not None and bool(relation.left.free) and relation.left.free == relation.right.free

    @property
    def is_of_known(self) -> bool:
        """Whether something is supposed of each function and each law in its claim."""
        return self.claim is not None and not self._ungrounded

    @property
    def unknown_functions(self) -> list[str]:
        """The functions in its claim of which nothing is supposed."""
        return sorted(n.name for n in self._ungrounded if isinstance(n, L.Function))

    @property
    def _ungrounded(self) -> set[L.Name]:
        if self.claim is None:
            return set()
        told = (h for h in self.claim.hypotheses if not (isinstance(h, L.Fact) and h.predicate == "density"))
        grounded = {n for h in told for n in h.free}
        return {n for n in self.claim.statement.free if not isinstance(n, L.Var) and n not in grounded}

    @property
    def is_of_distance(self) -> bool:
        """Whether it says of a distance between laws which sign it has, or how it is to something else of these laws;
        no number in it has a name that it might be solved for."""
        relation = self.relation
        if relation is None or any(isinstance(n, L.Var) and L.is_scalar(n) for n in relation.free):
            return False
        sides = (relation.left, relation.right)
        return any(
            isinstance(one, L.Divergence | L.JensenShannon | L.Wasserstein)
            and (other is L.Number(0) or (bool(one.free) and one.free <= other.free))
            for one, other in (sides, sides[::-1])
        )

    @property
    def may_be_to_solve(self) -> bool:
        """Whether an order may say what is to be solved, 2 x - 1 > 3, and not what holds: something general."""
        return self.is_about_new or not self.is_general_order


SUPPOSED, MENTIONED, NOT_READ = "supposed", "mentioned", "not read"


@dataclass(frozen=True)
class NoLine:
    """A formula that relates something and is no line: it is only supposed, or mentioned, or it was not read, and why
    that is so."""

    place: Place
    text: str
    role: str
    why: str | None = None


@dataclass
class Chain:
    """Lines that follow each other under one heading."""

    title: str | None
    lines: list[Line] = field(default_factory=list)
    under: tuple[str, ...] = ()  # the headings above that one, the outermost first
    number: str = ""  # of their part: a), (ii), 3.
    no_lines: tuple[NoLine, ...] = ()  # its formulas that are none
