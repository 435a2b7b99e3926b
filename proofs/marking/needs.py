"""What a claim takes for granted: conditions for its sides to have values, and signs of names that nobody declared."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any, TypeGuard

from ..algebra import equal, is_number
from ..definedness import unmet
from ..language import (
    Apply,
    Binder,
    Claim,
    Coord,
    CrossEntropy,
    Density,
    Derivative,
    Elementary,
    Expectation,
    Fact,
    Family,
    ForAll,
    Function,
    Gradient,
    Int,
    Marginal,
    MemberDensity,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Product,
    ProductLaw,
    Quotient,
    Range,
    Relation,
    Statement,
    Term,
    Times,
    Var,
    Without,
    dominated,
    finite,
    fresh_beside,
    log,
    positive_density,
    substitute,
    support,
)
from ..language.beneath import interior
from ..language.facts import Facts
from ..language.masks import POSITIVE
from ..language.spaces import Interval, Reals
from ..rewriting import follows
from ..views import laws_at
from ..weighting import means_written
from .consequences import without_consequences

_LOG = Elementary("log")
_ROUNDS = 16  # the conditions of a whole come after those of its parts


def missing(claim: Claim) -> tuple[Statement, ...]:
    """The conditions for both sides of a relation to have values that do not follow from the hypotheses.

    Those are left out that follow from the others.  Granting them all leaves none, unless one is beyond what the facts
    can use (then the kernel refuses the step all the same).
    """
    statement = claim.statement
    if not isinstance(statement, Relation):
        return ()
    found: dict[Statement, None] = {}
    for _ in range(_ROUNDS):
        facts = Facts((*claim.hypotheses, *found))
        new = [c for side in (statement.left, statement.right) for c in _conditions(side, facts) if c not in found]
        if not new:
            break
        found.update(dict.fromkeys(new))
    return without_consequences(claim.hypotheses, found, lambda c, given: follows(c, Facts(given)))


def _conditions(t: Term, facts: Facts) -> Iterator[Statement]:
    """What ``unmet`` finds, said of free names only: of an index as ``ForAll``, of a point of a law as dominance."""
    if not unmet(t, facts):
        return
    if isinstance(t, Derivative | Gradient) and isinstance(t.at, Var):
        yield from list(_conditions(substitute(t.body, {t.var: t.at}), facts)) or unmet(t, facts)
        return
    inside: list[Statement] = []
    means = _means(t)
    if means:
        yield from [c for m in means for c in _conditions(m, facts)] or unmet(t, facts)
        return
    for child in t.children():
        if isinstance(child, Term) and not isinstance(child, Var):
            if isinstance(t, Binder) and child is t.body:
                inside += [_closed(c, t) for c in _conditions(child, facts.under(t))]
            else:
                inside += _conditions(child, facts)
    # The conditions of a whole may hold once those of its parts do.
    yield from inside or unmet(t, facts)


def _means(t: Term) -> tuple[Term, ...]:
    """The means that a term stands for, of which its conditions are said: an integral, a cross-entropy."""
    match t:
        case Int():
            return tuple(means_written(t))
        case CrossEntropy(p, q):
            x = fresh_beside(Var("x", support(p)), p, q)
            return (Expectation(log(q(x)), x, p),)
    return ()


def _closed(c: Any, t: Binder) -> Any:
    """A condition from beneath a binder as one on what stands outside."""
    if t.var not in c.free:
        return c
    inner_mean = isinstance(t, Expectation | Int) and isinstance(c, Fact) and c.predicate == "finite"
    if inner_mean or isinstance(t.var.space, Range | Without):
        return ForAll(c, t.var)
    if isinstance(t, Expectation) and (relation := _sign_of(c)) is not None:
        for q in laws_at(relation.left, t.var):
            if isinstance(q, Density | MemberDensity) and q is not t.law:
                return dominated(t.law, q)
        if (factors := _factors_at(relation.left, t)) is not None:
            return factors
    if isinstance(t, Int) and isinstance(c, Relation) and c.symbol in (">", "!="):
        for q in laws_at(c.left, t.var):
            if isinstance(q, Density | MemberDensity):
                return positive_density(q)
    assert isinstance(t, Term)
    return finite(t)


def _sign_of(c: Any) -> Relation | None:
    """The relation that a condition is, for all values of an index or as it stands, if it keeps something from being
    zero."""
    inner = c.body if isinstance(c, ForAll) else c
    return inner if isinstance(inner, Relation) and inner.symbol in (">", "!=") else None


def _factors_at(t: Node, mean: Expectation) -> Statement | None:
    """That each coordinate of a random point has a law that its factor dominates, where densities of a family are taken
    at coordinates of the point, or their product at the point."""
    if not isinstance(mean.var.space, Product) or not isinstance(mean.law, Density):
        return None
    for node in t.walk():
        match node:
            case Apply(MemberDensity(family, _), (Coord(point, _),)) | Apply(
                ProductLaw(MemberDensity(family, _), _), (point,)
            ) if point is mean.var:
                i = fresh_beside(Var("i", mean.var.space.range), mean)
                return ForAll(dominated(Marginal(mean.law, i), MemberDensity(family, i)), i)
    return None


def written_out_where(t: Term) -> Iterator[Relation]:
    """Where a formula is given for the densities, the distribution functions and the binomial coefficients in a term:
    within the support, and for numbers of things that can be chosen.  Beyond they are 0 or 1, which nobody writes down
    beside the formula."""
    for node in t.walk():
        match node:
            case Apply(Family() as law, (x,)) if x.free <= t.free:
                yield from interior(x, law.home)
            case Int(Apply(Family() as law, (inner,)), Var(_, Interval(_, end)) as var) if inner is var and end.free:
                if end.free <= t.free:
                    yield from interior(end, law.home)
            case Apply(Elementary("binomial"), (whole, chosen)) if node.free <= t.free:
                yield chosen >= 0
                yield whole - chosen >= 0


def impossible(hypotheses: tuple[Node, ...], needs: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Those of the needs that contradict the hypotheses, or the needs before them."""
    granted: list[Node] = list(hypotheses)
    against = []
    for need in needs:
        if Facts(granted).excludes(need):
            against.append(need)
        granted.append(need)
    return tuple(against)


# ---------------------------------------------------------------------------------------------------------------------
# counts


def counts_wanted(claim: Claim) -> tuple[Statement, ...]:
    """That the ends of ranges are natural numbers where nothing like it is known: n >= 0 of 1, ..., n."""
    return tuple(dict.fromkeys(_counts(claim.statement, Facts(claim.hypotheses))))


def _counts(t: Node, facts: Facts) -> Iterator[Statement]:
    if isinstance(t, Binder) and isinstance(t.var.space, Range):
        yield from _natural(t.var.space, facts)
    for child in t.children():
        if isinstance(t, Binder) and child is t.body:
            for c in _counts(child, facts.under(t)):
                if t.var not in c.free:
                    yield c
                elif isinstance(t.var.space, Range):
                    yield ForAll(c, t.var)
        else:
            yield from _counts(child, facts)


def _natural(space: Range, facts: Facts) -> Iterator[Statement]:
    """For a range from a number to a name n, or to n + c: that it does not run backwards and that n is not negative."""
    if not isinstance(space.low, Number):
        return
    for n in space.high.walk():
        if isinstance(n, Var | Apply) and facts.integer(n):
            beyond = is_number(space.high - n, facts)
            least = None if beyond is None else Number(max(space.low.value - 1 - beyond, Fraction(0)))
            if least is not None and not facts.nonnegative(n - least):
                yield n >= least


# ---------------------------------------------------------------------------------------------------------------------
# densities


def regularity_wanted(claim: Claim) -> tuple[tuple[Statement, ...], ...]:
    """What is taken for granted of the densities in a claim, the weakest first.

    Of those that something is divided by, or by their marginals: that they dominate those beside them; that they vanish
    nowhere.  Where p(x) = 0, p(x) q(x)/p(x) counts for 0 in an integral, and is no longer q(x).  Then of those whose
    logarithm is taken that they vanish nowhere, and of their marginals that they are finite: log(p(x, z)/p(x)) is
    log p(x, z) - log p(x) only then.  And of functions whose logarithm is taken in a mean, that they are positive.
    """
    divisors = [_integrand(d) for node in claim.statement.walk() for d in _divisors(node)]
    below = tuple(dict.fromkeys(d for d in divisors if _is_density(d)))
    beside = dict.fromkeys(
        dominated(q, d.head)
        for d in below
        for q in laws_at(claim.statement, d.args[0])
        if isinstance(q, Density | MemberDensity) and q is not d.head
    )
    inside = [part for node in claim.statement.walk() for part in _logarithm(node)]
    positive = dict.fromkeys(positive_density(d.head) for d in below)
    everywhere = dict.fromkeys(positive_density(d.head) for d in (*below, *inside) if _is_density(d))
    marginals = dict.fromkeys(finite(t) for t in inside if isinstance(t, Int) and t.free <= claim.statement.free)
    functions = dict.fromkeys(f for node in claim.statement.walk() for f in _of_functions(node))
    stages = (tuple(beside), tuple(positive), (*everywhere, *marginals, *functions))
    return tuple(wanted for wanted in dict.fromkeys(stages) if wanted)


def _is_density(t: Node) -> TypeGuard[Apply]:
    return isinstance(t, Apply) and isinstance(t.head, Density | MemberDensity)


def _divisors(node: Node) -> tuple[Node, ...]:
    match node:
        case Quotient(_, Times(factors)):
            return factors
        case Quotient(_, divisor) | Power(divisor, Number(value=Fraction(numerator=-1, denominator=1))):
            return (divisor,)
    return ()


def _integrand(t: Node) -> Node:
    """What a marginal density is the integral of; anything else as it stands."""
    while isinstance(t, Int):
        t = t.body
    return t


def _logarithm(node: Node) -> tuple[Node, ...]:
    """Of which densities, and integrals of densities, a logarithm is taken."""
    if isinstance(node, Apply) and node.head is _LOG:
        return tuple(n for n in node.walk() if _is_density(n) or isinstance(n, Int))
    return ()


def _of_functions(t: Node) -> Iterator[Statement]:
    """D(x) > 0 for all x, where a mean of log D(x) is taken."""
    if isinstance(t, Expectation | Int):
        for node in t.body.walk():
            if isinstance(node, Apply) and node.head is _LOG and t.var in node.free:
                (inside,) = node.args
                heads = {n.head for n in inside.walk() if isinstance(n, Apply) and t.var in n.free}
                if heads and all(isinstance(head, Function) for head in heads):
                    yield ForAll(_positive(inside), t.var)


def _positive(t: Term) -> Relation:
    """t > 0; of 1 - D(x), D(x) < 1."""
    match t:
        case Plus((bound, Neg(subject))):
            return subject < bound
    return t > 0


# ---------------------------------------------------------------------------------------------------------------------
# signs

_MOST_NAMES = 5
_WITH_SIGNS = {"sqrt", "abs", "log", "sign", "max", "min"}


def signs_wanted(claim: Claim) -> tuple[Statement, ...]:
    """The fewest names that, were they positive, would make an equation true by algebra; empty where none do.

    Only real names of unknown sign are tried that occur beneath a root, a logarithm, an absolute value or the like.
    """
    statement = claim.statement
    if not isinstance(statement, Relation) or statement.symbol == "!=":
        return ()
    facts = Facts(claim.hypotheses)
    names = sorted(_beneath_a_root(statement, facts), key=lambda x: x.name)
    if not names or len(names) > _MOST_NAMES or not _equal_if(names, statement, claim.hypotheses):
        return ()
    for size in range(1, len(names) + 1):
        for chosen in combinations(names, size):
            if _equal_if(list(chosen), statement, claim.hypotheses):
                return tuple(x > 0 for x in chosen)
    return ()


def _equal_if(names: list[Var], statement: Relation, hypotheses: tuple[Node, ...]) -> bool:
    return equal(statement.left, statement.right, Facts((*hypotheses, *(x > 0 for x in names))))


def _beneath_a_root(statement: Relation, facts: Facts) -> set[Var]:
    found: set[Var] = set()
    for node in statement.walk():
        match node:
            case Apply(Elementary(name), args) if name in _WITH_SIGNS:
                inside: tuple[Term, ...] = args
            case Power(base, exponent) if not (isinstance(exponent, Number) and exponent.value.denominator == 1):
                inside = (base,)
            case _:
                continue
        names = {n for a in inside for n in a.free if isinstance(n, Var) and isinstance(n.space, Reals)}
        found |= {x for x in names & statement.free if facts.sign(x) & POSITIVE and facts.sign(x) != POSITIVE}
    return found
