r"""Divergences and entropies: KL, JS, H, h, I, and the mixtures that they are taken of."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as Rational
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import moving, posteriors_meant, stated, written_densities
from ..names import name_of
from ..syntax import Add, Bracket, Fraction, Multiply, Numeral, Script, Symbol, Syntax, Unread
from ..told import probability_vectors
from . import entropies_of_any, entropies_of_densities, entropies_of_normals, finite_laws

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head


def divergence(m: Meaning, word: str, head: Head, bracket: Bracket) -> L.Term:
    """KL(p || q) or JS(p, q)."""
    first, second = _two_sides(bracket, head)
    of_lists = probability_vectors.divergence(m, first, second) if word == "divergence" else None
    if of_lists is not None:
        return of_lists
    first, second = (written_densities.at_its_variable(m, side) for side in (first, second))
    first, second = posteriors_meant.written_out(m, first, second) or (first, second)
    js = word == "jensen_shannon" or _label(head.below) in ("JS", "JSD")
    if not js and (moved := moving.divergence(m, first, second)) is not None:
        return moved
    if (of_densities := _of_densities(m, word, head, first, second)) is not None:
        return of_densities
    p, q = _two_laws(m, first, second)
    if "TV" in (head.symbol.name, _label(head.below)):
        return _total_variation(p, q, bracket)
    if js:
        return L.JS(p, q)
    _finite(m, p, q)
    return L.KL(p, q)


def _total_variation(p: L.Law, q: L.Law, node: Syntax) -> L.Term:
    """Half the integral of |p - q|."""
    home = L.support(p)
    if L.support(q) is not home:
        raise Unread("the total variation of laws on different spaces", node.span)
    x = L.fresh(L.Var("x", home), {n.name for n in p.free | q.free if isinstance(n, L.Var)})
    return L.half * L.Int(abs(p(x) - q(x)), x)


def _finite(m: Meaning, p: L.Law, q: L.Law) -> None:
    """A divergence that is given a value is finite: the uniform law p then lives where q does."""
    match p, q:
        case (L.Uniform(a, b), L.Uniform(c, d)) | (L.DiscreteUniform(a, b), L.DiscreteUniform(c, d)):
            inside = [r for r in (c <= a, b <= d) if r.left != r.right and r.free]
            if inside:
                m.context.assume(*inside)
                m.remarks.append("the divergence is taken to be finite: where p has mass, q has some too")


def _label(node: Syntax | None) -> str | None:
    match node:
        case Symbol():
            return node.name
        case Multiply(factors, _) if all(isinstance(f, Symbol) for f in factors):
            return "".join(f.name for f in factors if isinstance(f, Symbol))
    return None


def _of_densities(m: Meaning, word: str, head: Head, p: Syntax, q: Syntax) -> L.Term | None:
    """The Kullback-Leibler divergence of densities that are no laws by themselves, by its definition."""
    if word == "jensen_shannon" or _label(head.below) in ("JS", "JSD"):
        return None
    return written_densities.divergence(m, p, q)


def _two_laws(m: Meaning, p: Syntax, q: Syntax) -> tuple[L.Law, L.Law]:
    from ..laws.laws import law_of

    return law_of(m, p), law_of(m, q)


def _two_sides(bracket: Bracket, head: Head) -> tuple[Syntax, Syntax]:
    first, second = bracket.items, bracket.given
    if second is None and len(first) == 2:
        first, second = first[:1], first[1:]
    if second is None or len(first) != 1 or len(second) != 1:
        raise Unread(f"{head.name} of what are not two distributions", bracket.span)
    return first[0], second[0]


def mixture(m: Meaning, node: Syntax) -> L.Law | None:
    r"""\frac{P+Q}{2}, \frac12 (P + Q), \frac12 P + \frac12 Q, \lambda P + (1-\lambda) Q."""
    from ..laws.laws import law_of

    match node:
        case Fraction(Add((a, b), (_, "+")), Numeral("2")):
            return L.Mixture((L.half, L.half), (law_of(m, a), law_of(m, b)))
        case Multiply((Fraction(Numeral("1"), Numeral("2")), Bracket(_, (Add((a, b), (_, "+")),), _)), _):
            return L.Mixture((L.half, L.half), (law_of(m, a), law_of(m, b)))
        case Add((Multiply((*first, a)) as one, Multiply((*second, b)) as other), ("", "+")) if (
            first and second and _is_known(m, a) and _is_known(m, b)
        ):
            weights = m.scalar(_without_last(one)), m.scalar(_without_last(other))
            return L.Mixture(weights, (law_of(m, a), law_of(m, b))) if _are_shares(m, *weights) else None
    return None


def _is_known(m: Meaning, node: Syntax) -> bool:
    """Whether a name is that of a law, and not of a number with a factor; what is no name is asked when it is read."""
    name = name_of(node)
    return name is None or name in m.context.laws or name in m.context.survey.divergent


def _without_last(product: Multiply) -> Syntax:
    rest = product.factors[:-1]
    return rest[0] if len(rest) == 1 else Multiply(rest, product.signs[:-1], span=product.span)


def _are_shares(m: Meaning, one: L.Term, other: L.Term) -> bool:
    """Whether two weights are a number and what it lacks of 1; a weight lies between 0 and 1."""
    if (first := _rational(one)) is not None and (second := _rational(other)) is not None:
        return first >= 0 and second >= 0 and first + second == 1
    share, rest = (other, one) if isinstance(other, L.Var) else (one, other)
    if not isinstance(share, L.Var) or rest != 1 - share:
        return False
    if share.name not in m.bound:
        m.context.assume(share >= 0, share <= 1)
    return True


def _rational(t: L.Term) -> Rational | None:
    match t:
        case L.Number(value):
            return value
        case L.Quotient(L.Number(above), L.Number(below)) if below != 0:
            return above / below
    return None


def mixes(m: Meaning, node: Syntax) -> bool:
    """Whether an expression is a mixture of distributions, by the letters in it."""
    known = (m.context.laws, m.context.survey.divergent, ("P", "Q"))
    letters = node.of(Symbol)
    if not letters or not all(any(name_of(letter) in names for names in known) for letter in letters):
        return False
    try:
        return mixture(m, node) is not None
    except Unread:
        return False


# ---------------------------------------------------------------------------------------------------------------------
# entropies


def entropy(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    from ..laws.laws import law_of

    if head.name == "h" and m.outcomes:
        raise Unread("h of a random variable within a mean: a function, or its entropy", head.symbol.span)
    if head.name == "H" and (of_values := finite_laws.entropy(m, bracket.items, bracket.given or ())) is not None:
        return of_values
    if bracket.given is None and len(bracket.items) == 1 and probability_vectors.are_known(m, *bracket.items):
        return probability_vectors.entropy(m, bracket.items[0])
    bracket = replace(bracket, items=tuple(written_densities.at_its_variable(m, each) for each in bracket.items))
    if bracket.given is None and (moved := moving.entropy(m, bracket.items)) is not None:
        return moved
    parts = (*bracket.items, *(bracket.given or ()))
    if entropies_of_any.are_made_of_unknown(m, parts):
        return entropies_of_any.entropy(m, bracket.items, bracket.given or (), head)
    if bracket.given is None and len(bracket.items) == 2 and not _random_names(bracket.items):
        return L.CrossEntropy(law_of(m, bracket.items[0]), law_of(m, bracket.items[1]))
    alone = bracket.given is None and len(bracket.items) == 1
    of_one = entropies_of_densities.entropy(m, bracket.items[0], head) if alone and head.name == "h" else None
    if of_one is not None:
        return of_one
    if bracket.given is None and len(bracket.items) == 1:
        if (of_density := written_densities.entropy(m, bracket.items[0])) is not None:
            return of_density
        name = name_of(bracket.items[0])
        if name is None and entropies_of_normals.are_told(m, bracket.items):
            return entropies_of_normals.entropy(m, bracket.items, (), head)
        if name is None or not _random_names(bracket.items):
            return L.H(law_of(m, bracket.items[0]))
        law = m.context.laws.get(_without_shift(m, name))
        if law is not None:
            return L.H(law)
        if (masses := m.context.masses.get(name)) is not None:
            return masses.entropy()
        if name in m.context.weights:
            return finite_laws.entropy_of(m, m.context.weights[name])
        if stated.stated(m.context, name) is not None:
            x, density = stated.under(m, name)
            return L.Neg(L.Int(density * L.log(density), x))
    if entropies_of_normals.are_told(m, parts):
        return entropies_of_normals.entropy(m, bracket.items, bracket.given or (), head)
    return entropies_of_any.entropy(m, bracket.items, bracket.given or (), head)


def _without_shift(m: Meaning, name: str) -> str:
    """The random variable that another one is more than by a number, N of N + 1, which has its entropy."""
    match m.context.random.get(name):
        case Add((Symbol() | Script() as variable, Numeral()), ("", "+" | "-")):
            return name_of(variable) or name
    return name


def _random_names(items: tuple[Syntax, ...]) -> bool:
    return all((name_of(item) or "p")[:1].isupper() and (name_of(item) or "P")[:1] not in "PQ" for item in items)


def information(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    """I(X; Y) and I(X; Y | Z), also of several variables: the mean of log p(x, y | z) / (p(x | z) p(y | z))."""
    given = bracket.given or ()
    second, behind = (given, ()) if bracket.bar == ";" else (given[: bracket.parted], given[bracket.parted :])
    first = bracket.items
    if bracket.given is None and len(first) == 2:  # \mathrm{I}(X, Y)
        first, second = first[:1], first[1:]
    if not second:
        raise Unread(f"{head.name} of what are not two random variables", head.symbol.span)
    if (of_values := finite_laws.information(m, first, second, behind)) is not None:
        return of_values
    parts = (*first, *second, *behind)
    if not entropies_of_any.are_made_of_unknown(m, parts) and entropies_of_normals.are_told(m, parts):
        return entropies_of_normals.information(m, first, second, behind, head)
    return entropies_of_any.information(m, first, second, behind, head)
