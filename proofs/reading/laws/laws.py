r"""Laws as they are written where a law is meant: \mathcal N(0, 1), p, p(x), \frac{P+Q}{2}."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of, to_latex
from ..probability import entropies
from ..shapes.shapes import bare
from ..syntax import Big, Bracket, ImageLaw, Multiply, Named, Script, Symbol, Syntax, Unread
from ..terms import arrays, images
from ..terms.defined import Defined
from ..uses import ranges
from ..uses.heads import Head, family_of, head_of
from . import categories, factors
from .densities import law_of_letter
from .families import (
    ALONE,
    FAMILIES,
    SHIFTED_STUDENT,
    UNIFORM,
    Choice,
    LawName,
    normal_by_deviation,
    normal_by_precision,
)
from .laws_on_integers import on_integers
from .stated import is_written_out

if TYPE_CHECKING:
    from ..meaning import Meaning


def law_of_parameters(m: Meaning, named: LawName, parameters: tuple[Syntax, ...], head: Head) -> L.Law:
    """The law with the parameters as they are written; what must hold of them is assumed."""
    said = f"{m.context.said} {' '.join(sorted(m.context.survey.heads())).lower()}"  # with the laws in formulas
    letters = " ".join((name_of(p) or "").replace("\\", "") or "?" for p in parameters)
    roles = _roles(m, head, parameters[-1])
    found = named.meant(said, letters, roles)
    if found is None:
        raise Unread(f"which law of the name {head.name} is meant, or by which parameters", head.symbol.span)
    parameters = categories.as_vector(found, parameters)
    if len(parameters) not in found.counts:
        raise Unread(f"{head.name} with {len(parameters)} parameters", head.symbol.span)
    for k in found.whole:
        if (count := name_of(parameters[k])) is not None:
            m.context.count(count)
    for each in parameters:
        for name in filter(None, map(name_of, each.walk())):
            if m.densities.is_variable(name) and isinstance(m.densities.space(name), L.Abstract):
                m.context.spaces[name] = L.R  # what a parameter is made of is a number
    terms = tuple(m.term(p) for p in parameters)
    spread = L.space_of(terms[-1])
    if head.symbol.name in ("N", "Normal") and isinstance(spread, L.Matrices):
        terms = (arrays.alike([terms[0], L.Zero(L.Vectors(spread.rows))], parameters[0])[0], terms[1])
    if head.symbol.name == "MN":
        terms = _of_matrices(terms, parameters)
    if head.symbol.name in ("N", "Normal") and (by_spread := _normal_by_spread(m, parameters[-1], terms, roles)):
        return by_spread
    try:
        conditions, law = found.requires(terms), found.law(terms)
    except TypeError:
        raise Unread(f"{head.name} of what nothing says to be a vector", head.symbol.span) from None
    for condition in conditions:
        if condition.free.isdisjoint(_bound_names(m)):
            m.context.assume(condition)
    if possible := named.presumed(said, letters, roles):
        last, either = name_of(parameters[-1]), f"a {' or a '.join(possible)}"
        if not any(map(name_of, parameters[-1].walk())):
            raise Unread(f"whether the last parameter of {head.name} is {either}", parameters[-1].span)
        other = named.otherwise(found) if isinstance(named, Choice) else None
        if other is not None:
            which = "the last parameter of its law" if last is None else f"${to_latex(last)}$"
            m.context.readings[law] = other.law(terms), f"{which} is a {possible[1]}"
        elif last is not None:
            m.context.fog.setdefault(last, f"whether it is {either}")
    return law


def _roles(m: Meaning, head: Head, parameter: Syntax) -> frozenset[str]:
    r"""What the page says that a parameter is: in the sentence that gives the law, or else anywhere, and by the
    exponents that it stands in; \lambda is a rate, too."""
    name = name_of(parameter)
    law = name_of(head.symbol)
    told = [each for each in m.context.roles if each.name == name and each.law in (None, law)]
    beside = frozenset(each.role for each in told if each.law is not None)
    written = m.context.survey.decaying.get(name or "", set())
    if beside or not (told or written):
        return beside
    by_letter = ("rate",) if bare(name or "") == "lambda" else ()
    return frozenset((*(each.role for each in told), *written, *by_letter))


def _of_matrices(terms: tuple[L.Term, ...], parameters: tuple[Syntax, ...]) -> tuple[L.Term, ...]:
    """The parameters of a law of matrices, where 0 may stand for the mean.  Raises ``Unread``."""
    mean, *spreads = terms
    within, between = map(L.space_of, spreads)
    if not isinstance(within, L.Matrices) or not isinstance(between, L.Matrices):
        raise Unread("covariances of which nothing says that they are matrices", parameters[1].span)
    zero = L.Zero(L.Matrices(within.rows, between.rows))
    return arrays.alike([mean, zero], parameters[0])[0], *spreads


def _bound_names(m: Meaning) -> frozenset[L.Name]:
    return frozenset().union(*(t.free for t in m.bound.values()))


_PRECISIONS = ("tau", "lambda", "beta", "alpha", "kappa", "omega")  # letters that precisions have


def _normal_by_spread(m: Meaning, spread: Syntax, terms: tuple[L.Term, ...], roles: Collection[str]) -> L.Normal | None:
    """The normal law of numbers whose second parameter is a deviation or a precision on this page; None where it is a
    variance.  Raises ``Unread`` where it may be either."""
    last, term = name_of(spread) or "", terms[-1]
    if not last or not (isinstance(term, L.Var) and L.is_scalar(term)):
        return None
    squared = last.startswith("sigma") and last in m.context.survey.squared  # its square is the variance
    if "deviation" in roles or squared:
        why = "words say so" if "deviation" in roles else "the document writes its square as the variance"
        m.remarks.append(f"the second parameter {to_latex(last)} of the normal law is a standard deviation here: {why}")
    elif "precision" in roles:
        m.remarks.append(f"the second parameter {to_latex(last)} of the normal law is a precision here: words say so")
    elif "variance" in roles:
        return None
    elif last.startswith("sigma"):
        raise Unread(f"whether {last} is a deviation or a variance", spread.span)
    elif m.context.survey.decaying.get(last) == {"rate"} and bare(last) in _PRECISIONS:  # e^{-\tau (x - \mu)^2 / 2}
        raise Unread(f"whether {last} is a precision or a variance", spread.span)
    else:
        return None
    m.context.assume(term > 0)
    return normal_by_deviation(terms) if squared or "deviation" in roles else normal_by_precision(terms)


def law_of(m: Meaning, node: Syntax) -> L.Law:
    r"""The law that p, P, \mathcal N(0, 1), p(x) or \frac{P+Q}{2} means where a law is meant.  Raises ``Unread``."""
    if m.factors is not None and (found_law := factors.law(m, m.factors, node)) is not None:
        return found_law
    match node:
        case Symbol() | Script():
            name = name_of(node)
            if name not in m.context.laws and (labelled := _law_by_label(m, node)) is not None:
                return labelled
            if name is None:
                raise Unread("a distribution whose name is not read", node.span)
            return law_named(m, name, node)
        case Named("ln", Multiply((Symbol("N", "cal"), Bracket() as bracket), ("", "")), None, None):
            return law_of_parameters(m, FAMILIES["lnN", ""], bracket.items, Head(Symbol("lnN"), None, None, 0, "lnN"))
        case Multiply((head_node, Bracket() as bracket), ("", "")):
            head = head_of(head_node)
            if head is not None:
                found = family_of(head, sole=True)
                if head.symbol.name in UNIFORM and (whole := on_integers(_set_of(bracket))) is not None:
                    return law_of(m, whole)
                if head.symbol.name == "t" and head.below is not None and bracket.given is None:
                    return law_of_parameters(m, SHIFTED_STUDENT, (*bracket.items, head.below), head)
                if found is not None and bracket.given is None:
                    return law_of_parameters(m, found, bracket.items, head)
                if (
                    found is not None and bracket.given is not None and len(bracket.items) == 1
                ):  # \mathcal N(x | \mu, 1)
                    return law_of_parameters(m, found, bracket.given, head)
                if bracket.given is None and len(bracket.items) == 1 and m.context.is_density(head.name):
                    return law_named(m, head.name, node)
        case Bracket("(" | "[" | "{" | "", (item,), _, None):
            return law_of(m, item)
        case ImageLaw():
            return images.of_point(m, node)
        case Big("prod", body, below) if below is not None:  # independent coordinates
            place = ranges.running(m, below, node)
            with m.binding({place.name: place}):
                return L.ProductLaw(law_of(m, body), place)
    if (pushed := images.push_forward(m, node)) is not None:
        return pushed
    mixture = entropies.mixture(m, node)
    if mixture is not None:
        return mixture
    raise Unread("a distribution that is not read", node.span)


def _set_of(bracket: Bracket) -> Syntax:
    r"""The set in U(\{1, \dots, n\}), and in U\{1, \dots, n\}."""
    return bracket.items[0] if bracket.left == "(" and len(bracket.items) == 1 else bracket


def _law_by_label(m: Meaning, node: Syntax) -> L.Law | None:
    r"""The law that is written with its parameters below: t_\nu, F_{m,n}, \chi^2_k."""
    if not isinstance(node, Script) or node.below is None or node.primes:
        return None
    head = head_of(Script(node.base, None, node.above, 0))
    found = None if head is None else family_of(head, sole=True)
    if head is None or found is None or head.symbol.name not in (*ALONE, "chi"):
        return None
    parameters = node.below.items if isinstance(node.below, Bracket) else (node.below,)
    if head.symbol.name == "F" and len(parameters) == 1:
        return None  # F_X, the distribution function
    return law_of_parameters(m, found, parameters, head)


def law_named(m: Meaning, name: str, node: Syntax) -> L.Law:
    """The law that a letter means: as declared, or the density it (or its small letter) is elsewhere."""
    context = m.context
    small = name[:1].lower() + name[1:]
    letters = (name,) if name in context.fog else (name, small)  # of a law that was told and not read
    for each in letters:
        if each in context.laws:
            return context.laws[each]
    shares = context.values.get(name)
    if shares is not None and categories.are_shares(context, shares):
        return L.Categorical(shares)
    if (law := law_of_letter(context, name)) is not None:
        return law
    if name in context.homes:
        law = context.laws[name] = L.Density(name, context.homes[name])
        context.assume(L.density(law))
        return law
    for each in letters:
        if (joint := m.densities.called(each)) is not None:
            return joint.law
    for each in letters:
        if each in context.elsewhere.laws:
            return context.elsewhere.laws[each]
    if shares is not None:
        what = "a vector" if isinstance(shares, L.Column) else "a number"
        raise Unread(f"{what}, where the probabilities of a distribution are meant", node.span)
    if context.is_density(name) or name in context.survey.divergent:
        return m.densities.joint(small if small in letters and small in "pq" else name).law
    raise Unread(f"the distribution {name}, of which nothing is said", node.span)


def stated_density(m: Meaning, law: Syntax) -> Defined | None:
    r"""The density \mathrm{Foo}(x; a) = ... that the page has stated of the law Foo(a), of a name that is not known."""
    match law:
        case Multiply((head_node, Bracket("(", parameters, ")", None)), ("", "")):
            head = head_of(head_node)
            names = [name_of(p) for p in parameters]
            if head is None or family_of(head, sole=True) is not None or None in names:
                return None
            written = re.escape(", ".join(to_latex(n) for n in names if n is not None))
            point = re.compile(rf"{re.escape(to_latex(head.name))}\((\w+) \S+ {written}\)")
            for name, value in m.context.values.items():
                if (found := point.fullmatch(name)) is not None and is_written_out(value):
                    return Defined((L.Var(found[1], m.context.space_of_number(found[1])),), value)
    return None
