r"""Divergences and entropies: KL, JS, H, h, I, and the mixtures that they are taken of."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as Rational
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import moving, posteriors_meant, stated, written_densities
from ..names import name_of
from ..syntax import Add, Bracket, Fraction, Multiply, Numeral, Script, Symbol, Syntax, Unread
from . import entropies_of_normals, finite_laws
from .conditional import integral_over

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head


def divergence(m: Meaning, word: str, head: Head, bracket: Bracket) -> L.Term:
    """KL(p || q) or JS(p, q)."""
    first, second = (written_densities.at_its_variable(m, side) for side in _two_sides(bracket, head))
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
    letters = [name_of(n) for n in node.walk() if isinstance(n, Symbol)]
    known = {*m.context.laws, *m.context.survey.divergent}
    if not letters or not all(name in known or name in ("P", "Q") for name in letters):
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
    bracket = replace(bracket, items=tuple(written_densities.at_its_variable(m, each) for each in bracket.items))
    if bracket.given is None and (moved := moving.entropy(m, bracket.items)) is not None:
        return moved
    if bracket.given is None and len(bracket.items) == 2 and not _random_names(bracket.items):
        return L.CrossEntropy(law_of(m, bracket.items[0]), law_of(m, bracket.items[1]))
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
        if stated.stated(m.context, name) is not None:
            x, density = stated.under(m, name)
            return L.Neg(L.Int(density * L.log(density), x))
    if entropies_of_normals.are_told(m, (*bracket.items, *(bracket.given or ()))):
        return entropies_of_normals.entropy(m, bracket.items, bracket.given or (), head)
    names = _small_names(m, bracket.items, head), _small_names(m, bracket.given or (), head)
    return _joint_entropy(m, *names, head)


def _without_shift(m: Meaning, name: str) -> str:
    """The random variable that another one is more than by a number, N of N + 1, which has its entropy."""
    match m.context.random.get(name):
        case Add((Symbol() | Script() as variable, Numeral()), ("", "+" | "-")):
            return name_of(variable) or name
    return name


def _random_names(items: tuple[Syntax, ...]) -> bool:
    return all((name_of(item) or "p")[:1].isupper() and (name_of(item) or "P")[:1] not in "PQ" for item in items)


def _small_names(m: Meaning, items: tuple[Syntax, ...], head: Head) -> list[str]:
    """The variables x, y of the one joint density that H(X, Y) is about."""
    names = [name_of(item) for item in items]
    small = [n.lower() for n in names if n is not None]
    if len(small) != len(items) or not all(m.densities.is_variable(n) for n in small):
        raise Unread(f"{head.name} of random variables whose law is not known", head.symbol.span)
    return small


def _density_letter(m: Meaning, names: list[str], head: Head) -> str:
    """The letter of the density that all the variables belong to."""
    found = [
        letter for letter, of in m.densities.variables.items() if set(names) <= set(m.densities.joint(letter).names)
    ]
    if len(found) != 1:
        raise Unread(f"{head.name}: which density is meant", head.symbol.span)
    return found[0]


def _joint_entropy(m: Meaning, names: list[str], given: list[str], head: Head) -> L.Term:
    """-sum p(x, y) log p(x | y) over the variables; conditional on those behind the bar."""
    letter = _density_letter(m, names + given, head)
    top = m.densities.at(letter, [*names, *given])
    inner = top if not given else L.Quotient(top, m.densities.at(letter, given))
    return L.Neg(integral_over(top * L.log(inner), map(m.densities.variable, [*names, *given])))


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
    if entropies_of_normals.are_told(m, (*first, *second, *behind)):
        return entropies_of_normals.information(m, first, second, behind, head)
    x, y, z = (_small_names(m, each, head) for each in (first, second, behind))
    if set(x) & set(z) or set(y) & set(z):
        raise Unread("mutual information of variables, given one of them", head.symbol.span)
    if set(x) == set(y):  # of a variable and itself: its entropy
        return _joint_entropy(m, x, z, head)
    if set(x) & set(y):
        raise Unread("mutual information of variables that share one", head.symbol.span)
    letter = _density_letter(m, [*x, *y, *z], head)
    top, product = m.densities.at(letter, [*x, *y, *z]), m.densities.at(letter, [*x, *z])
    inner = top / (product * m.densities.at(letter, [*y, *z]))
    if z:
        inner = top * m.densities.at(letter, z) / (product * m.densities.at(letter, [*y, *z]))
    return integral_over(top * L.log(inner), map(m.densities.variable, [*x, *y, *z]))
