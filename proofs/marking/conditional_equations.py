"""Equations that are no identities: conditions on their names, openings for data, names of quantities not described.

Where such an equation fails for some values, nothing is wrong with it: it says what its names are.
"""

from __future__ import annotations

from ..language import (
    Abstract,
    Apply,
    Claim,
    Coord,
    Density,
    Derivative,
    Divergence,
    Entropy,
    Entry,
    Expectation,
    Fact,
    ForAll,
    Form,
    Function,
    Gradient,
    Identity,
    Integers,
    Jacobian,
    Law,
    Name,
    Node,
    Number,
    Power,
    Reals,
    Relation,
    Sum,
    Term,
    Var,
    Vectors,
    Zero,
    is_index_space,
    is_of_events,
    is_scalar,
    substitute,
)
from .judgement import judged
from .unknown_densities import described


def can_be_posed(statement: Relation) -> bool:
    """Whether an equation may be supposed: it says nothing of known laws alone, which either is so or is not."""
    return bool(statement.free) and all(_unknown_laws(n) for n in statement.walk() if _is_of_laws(n))


def is_open(claim: Claim) -> bool:
    """Whether the left side is a real parameter by itself, of which no equation says what it is."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    name = statement.left
    equations = (h for h in claim.hypotheses if isinstance(h, Relation) and h.symbol == "=")
    alone = isinstance(name, Var) and isinstance(name.space, Reals) and name not in statement.right.free
    return alone and all(name not in h.free for h in equations)


def is_for_its_left_side(claim: Claim, loose: tuple[str, ...], values: tuple[Term, ...]) -> bool:
    """Whether an equation has a number of which nothing was said on its left, and on its right again: a = a/2 + 1; not
    in what a name there was given as, x = e^{-y} with y = log x."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    name = statement.left
    if any(name in value.free for value in values):
        return False
    return isinstance(name, Var) and is_scalar(name) and name.name in loose and name in statement.right.free


def leaves_its_law_open(claim: Claim) -> bool:
    """Whether the left side is about a density of which nothing says what it is, nor how it goes with the names, of
    numbers and of random variables, that stand on the right alone: its mean may be anything."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    laws = frozenset(n for n in statement.left.free if isinstance(n, Density))
    others = frozenset(n for n in statement.right.free - statement.left.free if isinstance(n, Var) or _is_random(n))
    tied = (h.free for h in claim.hypotheses)
    return bool(laws and others) and not any(names & laws and names & others for names in tied)


def _is_random(name: Name) -> bool:
    return isinstance(name, Function) and any(isinstance(space, Abstract) for space in name.domain)


def is_told_by_values(claim: Claim) -> bool:
    """Whether an equation is about nothing but values of functions that are told as numbers: f(1) + f(2) = 3 where
    f(1) = 0 and f(2) = 1."""
    told = {h.left: h.right for h in claim.hypotheses if isinstance(h, Relation) and h.symbol == "="}
    told = {left: right for left, right in told.items() if isinstance(left, Apply) and isinstance(right, Number)}
    return bool(told) and not _with(claim.statement, told).free


def _with(node: Node, told: dict[Term, Term]) -> Node:
    return told[node] if isinstance(node, Term) and node in told else node.map_children(lambda n: _with(n, told))


def function_left_open(claim: Claim) -> Function | None:
    """An unknown function of which nothing is supposed, and that stands on one side only, or of which a value is the
    left side, as in T(n) = 2 T(n/2) + n: it may be any, and one that makes the claim true."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    supposed = frozenset().union(*(h.free for h in claim.hypotheses))
    open_ = (statement.left.free ^ statement.right.free) - supposed
    match statement:
        case Relation(Apply(Function() as f, _), "=", _) if f not in supposed:
            open_ |= {f}
    functions = (n for n in open_ if isinstance(n, Function) and not _is_random(n))
    return next(iter(sorted(functions, key=lambda f: f.name)), None)


def recalls(statement: Relation) -> bool:
    """Whether an entropy, a divergence, a mean or a density of known laws, or a gradient of a formula, is given in the
    names that it has: a value is claimed."""
    left, right = statement.left, statement.right
    slope = left.fields[0] if isinstance(left, Coord | Entry) else left
    if isinstance(slope, Gradient | Jacobian) and all(isinstance(n, Var) or _is_table(n) for n in left.free):
        return bool(right.free) and right.free <= left.free
    if (
        isinstance(left, Derivative)
        and left.var in left.body.free
        and len(left.free) > 1
        and all(map(is_number, left.free))
    ):
        solved = any(isinstance(n, Derivative) for n in statement.right.walk())  # where two slopes are equal
        return bool(right.free) and right.free <= left.free and not solved
    known = any(_is_of_laws(n) for n in left.walk())
    return known and bool(right.free) and right.free <= left.free and not _unknown_laws(left)


def _is_table(name: Name) -> bool:
    """Whether a name is that of numbers with indices, the r of r_{nk}."""
    return isinstance(name, Function) and all(isinstance(home, Integers) for home in name.domain)


def _is_of_told_moments(claim: Claim) -> bool:
    """Whether means of laws of which equations tell moments are given in the names of these and their own."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    told = [h.free for h in claim.hypotheses if isinstance(h, Relation) and isinstance(h.left, Expectation)]
    laws = frozenset(n for n in statement.left.free if isinstance(n, Function | Density))
    tied = [names for names in told if names & laws]
    whole = frozenset().union(*tied)
    return bool(tied) and laws <= whole and statement.right.free <= statement.left.free | whole


def _is_of_told_events(claim: Claim) -> bool:
    """Whether a probability of events is given in names that equations tie to those of the same events."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    others = frozenset(n for n in statement.free if not is_of_events(n))
    told = [
        h.free for h in claim.hypotheses if isinstance(h, Relation) and not h.free.isdisjoint(statement.free - others)
    ]
    return bool(others) and others < statement.free and others <= frozenset().union(*told)


def _is_of_laws(node: Node) -> bool:
    return isinstance(node, Divergence | Entropy | Expectation) or (
        isinstance(node, Apply) and isinstance(node.head, Law)
    )


def _unknown_laws(side: Node) -> bool:
    return any(isinstance(n, Density) for n in side.free)


def about_different_things(claim: Claim, first: bool) -> bool:
    """Whether an equation is none between two forms of one thing: it begins a chain and the sides have different names,
    or they have no name in common."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    if recalls(statement) or _is_of_told_moments(claim) or _is_of_told_events(claim):
        return False
    names = statement.free
    undone = frozenset(
        n for h in claim.hypotheses if isinstance(h, Fact) and h.predicate == "inverse" for n in h.free
    )  # a function and its inverse are one thing
    sizes = frozenset().union(*(n.space.free for n in names if isinstance(n, Var)))
    left, right = (_made_of(side, claim) - sizes - undone for side in (statement.left, statement.right))
    if right <= left and all(any(isinstance(n, Expectation) for n in side.walk()) for side in statement.fields[::2]):
        return False  # a law of means, as linearity
    if isinstance(statement.right, Zero) or statement.right is Number(0):
        return bool(names)  # something is zero: a condition
    return (first and left != right) or (bool(left) and bool(right) and left.isdisjoint(right))


def _made_of(side: Term, claim: Claim) -> frozenset[Name]:
    """The names in a side; of a law with a variance that an equation gives, s^2 = t, those in t."""
    names = side.free
    if not any(isinstance(n, Apply) and isinstance(n.head, Law) for n in side.walk()):
        return names
    for h in claim.hypotheses:
        match h:
            case Relation(Power(Var() as name, Number()), "=", value) if name in names and name not in value.free:
                names = (names - {name}) | value.free
    return names


def comes_down_to_its_own_names(claim: Claim) -> bool:
    r"""Whether the left side is a member of a family of which an equation says what each member is, or a number in what
    it says, and both sides come down to the same names: \pi_k = N_k / N where \pi_k = N_k / \lambda and \lambda = N."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    each: dict[Name, frozenset[Name]] = {}
    for h in claim.hypotheses:
        match h:
            case ForAll(Relation(Coord(Var() as family, place), "=", right), var) if place is var:
                each[family] = right.free
    left = statement.left.point if isinstance(statement.left, Coord) else statement.left
    if left not in each and not any(left in names for names in each.values()):
        return False
    for kept in (statement.right.free, frozenset[Name]()):
        made_of = {**_solved_for(claim.hypotheses, kept, each), **each}
        if _come_down(statement.left.free, made_of) == _come_down(statement.right.free, made_of):
            return True
    return False


def _solved_for(
    hypotheses: tuple[Node, ...], kept: frozenset[Name], each: dict[Name, frozenset[Name]]
) -> dict[Name, frozenset[Name]]:
    """The numbers, but for those that are kept, of which an equation holds no other that is not solved for before, and
    what they are made of; a family stands for what ``each`` of its members is made of."""
    found: dict[Name, frozenset[Name]] = {}
    for h in hypotheses:
        if isinstance(h, Relation) and h.symbol == "=":
            names = (h.free - each.keys()).union(*(each[n] for n in h.free & each.keys()))
            unknown = [n for n in names - kept - found.keys() if isinstance(n, Var) and isinstance(n.space, Reals)]
            if len(unknown) == 1:
                found[unknown[0]] = names - {unknown[0]}
    return found


def _come_down(names: frozenset[Name], made_of: dict[Name, frozenset[Name]]) -> frozenset[Name]:
    """The names that others are made of, but for indices and sizes."""
    found, new = set(names), set(names)
    while new:
        new = {n for name in new for n in made_of.get(name, ())} - found
        found |= new
    return frozenset(n for n in found - made_of.keys() if not (isinstance(n, Var) and is_index_space(n.space)))


def puts_in_numbers(claim: Claim) -> bool:
    r"""Whether one side varies with names of which no equation says what they are, and the other is of numbers alone:
    \frac{\bar x - \mu}{s / \sqrt n} = \frac{5.2 - 5}{1.5 / 10}."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    names = statement.left.free
    if statement.symbol != "=" or statement.right.free or not names or not all(map(is_number, names)):
        return False
    if any(not names.isdisjoint(h.free) for h in claim.hypotheses if isinstance(h, Relation) and h.symbol == "="):
        return False
    elsewhere: dict[Name, Node] = {n: Var(f"{n.name}'", n.space) for n in names if isinstance(n, Var)}
    hypotheses = (*claim.hypotheses, *(substitute(h, elsewhere) for h in claim.hypotheses))
    same = Relation(statement.left, "=", substitute(statement.left, elsewhere))
    return judged(Claim(hypotheses, same)).verdict == "refuted"


def sums_data(statement: Relation) -> bool:
    """Whether both sides are sums over data: what only special data satisfy is no ground for the lines after it."""
    return all(any(isinstance(n, Sum) for n in side.walk()) for side in (statement.left, statement.right))


def open_data(claim: Claim) -> bool:
    """Whether an indexed family of numbers stands on one side only: data, of which the document gives a summary.

    Data are no summary's that an equation ties to what stands on the other side, as y = X b + e does e to y, and no
    data are vectors of which it is told that they are of length one, or orthogonal.
    """
    statement = claim.statement
    assert isinstance(statement, Relation)
    tied = [h.free for h in claim.hypotheses if isinstance(h, Relation) and h.symbol == "="]
    left, right = _outside_laws(statement.left), _outside_laws(statement.right)
    shared = statement.left.free & statement.right.free
    left, right = left | shared, right | shared
    measured = frozenset().union(*map(_measured, claim.hypotheses))
    return any(
        isinstance(name, Var)
        and isinstance(name.space, Vectors)
        and name not in measured
        and not _is_tied(name, other, tied)
        for names, other in ((left - right, right - left), (right - left, left - right))
        for name in names
    )


def _measured(h: Node) -> frozenset[Name]:
    """The vectors of which lengths and angles are told, as of a unit vector: they are no data."""
    match h:
        case Relation(Form(Var() as v, Identity(), Var() as w), "=", Number()):
            return frozenset((v, w))
    return frozenset()


def _outside_laws(t: Node) -> frozenset[Name]:
    """The names of a term that are more than parameters of the laws under which it takes means."""
    if isinstance(t, Name):
        return t.free
    parts = (t.body,) if isinstance(t, Expectation) else t.children()
    return t.free & frozenset().union(*map(_outside_laws, parts))


def _is_tied(name: Var, others: frozenset[Name], equations: list[frozenset[Name]]) -> bool:
    return any(name in names and not names.isdisjoint(others) for names in equations)


def of_densities(term: Node) -> bool:
    return any(isinstance(n, Density) for n in term.free)


def writes_out(claim: Claim) -> bool:
    """Whether an equation says what a density is at a point, by nothing but numbers."""
    statement = claim.statement
    return (
        isinstance(statement, Relation)
        and isinstance(statement.left, Apply)
        and described(claim) is statement.left.head
        and not of_densities(statement.right)
    )


def is_number(name: Node) -> bool:
    return isinstance(name, Var) and is_scalar(name)
