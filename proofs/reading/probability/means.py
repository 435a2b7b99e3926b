r"""Operators on laws and random variables: E, Var, Cov, Corr, \langle x \rangle_p, each by its definition.

Which word is which operator stands here; divergences and entropies, and probabilities, have files of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import block_normals, moving, stated
from ..laws.families import family
from ..laws.transport import between_laws, wasserstein
from ..names import name_of
from ..syntax import Bracket, Mark, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread
from ..terms import over_factors
from ..uses import bits
from . import conditional, entropies, under_parameters
from .joint_events import probability
from .outcomes import outcome

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

_WORDS = {
    "E": "mean", "Var": "variance", "var": "variance", "Cov": "covariance", "cov": "covariance", "Corr": "correlation",
    "corr": "correlation", "Cor": "correlation", "cor": "correlation",
    "Skew": "skewness", "Kurt": "kurtosis",
    "KL": "divergence", "KLD": "divergence", "D": "divergence", "JS": "jensen_shannon", "JSD": "jensen_shannon",
    "TV": "divergence",
    "H": "entropy", "h": "entropy", "I": "information", "Pr": "probability", "V": "variance", "W": "transport",
}  # fmt: skip
_UPRIGHT = ("rm", "bb", "text", "sf", "cal")


def operator(symbol: Symbol, bracket: Bracket | None = None) -> str | None:
    r"""Which operator a symbol is: \mathbb E, \mathrm{Var}, E[..], KL; None for a name like any other."""
    found = _WORDS.get(symbol.name)
    if found is None or symbol.accents:
        return None
    if found == "information" and bracket is not None and len(bracket.items) == 1 and bracket.given is None:
        return None  # \mathcal{I}(\theta), of one thing, is another one
    if found == "transport":
        return found if symbol.font in ("", "cal") and between_laws(bracket) else None
    if symbol.name == "V":
        return found if symbol.font == "bb" else None
    if len(symbol.name) > 1 or symbol.font in _UPRIGHT:
        return found
    match symbol.name:
        case "E":
            return found if bracket is not None and bracket.left in ("[", "{") else None
        case "D" | "H":
            divided = bracket is not None and bracket.bar == "||"
            return found if divided or (symbol.name == "H" and _laws_only(bracket)) else None
    return None


def operator_of(factor: Syntax) -> str | None:
    match factor:
        case Symbol():
            return operator(factor)
        case Script(Symbol() as symbol):
            return operator(symbol)
    return None


def _laws_only(bracket: Bracket | None) -> bool:
    """Whether H(p), H(p, q), H(X), H(N(0, 1)) is written: of laws or of random variables and nothing else."""
    if bracket is None or bracket.left not in ("(", "["):
        return False
    return all(_may_be_law(name_of(item)) or is_law(item) for item in bracket.items)


def _may_be_law(name: str | None) -> bool:
    return name is not None and (name[:1].isupper() or name[:1] in "pq")


def is_law(node: Syntax) -> bool:
    match node:
        case Multiply((Symbol(name, font, ()), Bracket("(", _, ")", None)), ("", "")):
            return family(name, font) is not None
        case Multiply((Symbol() | Script(), Bracket("(", (Mark("\\cdot"),), ")")), ("", "")):
            return True  # \pi(\cdot | s)
    return False


def apply(m: Meaning, word: str, head: Head, bracket: Bracket, below: Syntax | None) -> L.Term:
    """The operator applied to what its bracket holds."""
    power = head.power
    if head.primes:
        raise Unread(f"{head.name} with a prime: a derivative of an operator, or another one", head.symbol.span)
    measure = word in ("divergence", "jensen_shannon", "entropy", "information")
    base = base_of(m, head) if measure else None
    match word:
        case "divergence" | "jensen_shannon":
            done = entropies.divergence(m, word, head, bracket)
        case "entropy":
            done = entropies.entropy(m, head, bracket)
        case "information":
            done = entropies.information(m, head, bracket)
        case "transport":
            done = wasserstein(m, head, bracket)
        case "probability":
            done = probability(m, bracket)
        case _:
            done = _moment(m, word, head, bracket, head.below or below)
    if measure and done.free and bits.is_plain(m.context, done):
        m.context.entropies.add(done)
    if base is not None:
        done = done / L.log(base)
    return done if power is None else L.Power(done, m.scalar(power))


def base_of(m: Meaning, head: Head) -> L.Term | None:
    r"""The base of an entropy's logarithm, where all logarithms around, or in its own formula, are written with that
    one; None for e.

    Where its unit is said it is e, and the claim is made in that; also where bits are only spoken of, beside \log_2.

    Raises ``Unread`` where logarithms to several bases stand side by side.
    """
    survey, here = m.context.survey, m.logarithms
    if not survey.bases or here.unit == "nats":
        return None
    (base, of_names), *others = survey.bases.items()
    if others or survey.natural or not of_names:
        if here.base is None:
            if here.unit or here.are_natural:
                return None
            if bits.are_spoken_of(m.context) and set(survey.bases) == {Numeral("2")}:
                return None
            raise Unread(f"{head.name}: to which base its logarithm is meant", head.symbol.span)
        base = here.base
    from ..terms.functions import base_of_logarithm

    return base_of_logarithm(m, base)


# ---------------------------------------------------------------------------------------------------------------------
# means


def _moment(m: Meaning, word: str, head: Head, bracket: Bracket, below: Syntax | None) -> L.Term:
    if bracket.given is not None and conditional.is_given_regressors(m, bracket):
        bracket = replace(bracket, given=None)
    parameters = below is None and under_parameters.are_parameters(m, bracket)
    if below is None and (parameters or bracket.given is None):
        if (of_density := under_parameters.moment(m, word, bracket, counted=not parameters)) is not None:
            return of_density
        bracket = replace(bracket, given=None)
    if below is None and (of_block := block_normals.moment(m, word, bracket)) is not None:
        return of_block
    if bracket.given is not None:
        return conditional.moment(m, word, head, bracket)
    sizes = {"covariance": (1, 2), "correlation": (2,)}.get(word, (1,))
    if len(bracket.items) not in sizes:
        raise Unread(f"{head.name} of {len(bracket.items)} things", bracket.span)
    if below is not None and word == "mean" and (under := moving.mean(m, below, bracket.items[0])) is not None:
        return under
    if below is not None and not _is_parameter(m, below):
        return _under_law(m, word, head, bracket, below)
    first = bracket.items[0]
    last = bracket.items[-1]
    match word:
        case "mean":
            return _mean(m, first, head)
        case "variance" | "covariance":
            return _covariance(m, first, last, head)
        case "skewness" | "kurtosis":
            return _standardised(m, first, 3 if word == "skewness" else 4, head)
    spread = _covariance(m, first, first, head) * _covariance(m, last, last, head)
    return _covariance(m, first, last, head) / L.sqrt(spread)


def _is_parameter(m: Meaning, below: Syntax) -> bool:
    r"""Whether the \theta of \mathrm E_\theta[X] is a parameter of the laws that are told, and no law itself."""
    name, context = name_of(below), m.context
    if name is None or name in context.laws or context.is_density(name) or m.densities.is_variable(name):
        return False
    if any(name == parameter for _, parameter in context.normalised.values()):
        return True
    if moving.of_random(m, sorted(context.survey.random)) is not None and name in context.survey.varied:
        return True
    laws = [*context.laws.values(), *(law for _, law in context.data.values())]
    return any(isinstance(n, L.Var) and n.name == name for law in laws for n in law.free)


def _covariance(m: Meaning, a: Syntax, b: Syntax, head: Head) -> L.Term:
    """E[(a - E a)(b - E b)]; of vectors the matrix E[(a - E a)(b - E b)']."""
    apart = _told_apart(m, a, b)
    means = _mean(m, a, head), _mean(m, b, head)
    with _in_data(m, (a, b)) as over_data:
        if over_data is not None:
            return over_data((m.scalar(a) - means[0]) * (m.scalar(b) - means[1]))
    with outcome(m, (a, b), head) as closing:
        if all(isinstance(L.space_of(mean), L.Vectors) for mean in means):
            from_means = (m.term(each) - mean for each, mean in zip((a, b), means, strict=True))
            return _matrix_mean(closing, L.MatMul((next(from_means), L.Transpose(next(from_means)))))
        values = m.scalar(a), m.scalar(b)
        match values:
            case L.Coord(_, i), L.Coord(_, j) if apart:
                m.context.assume(L.Relation(i, "!=", j))
        first, second = values[0] - means[0], values[1] - means[1]
        return closing(first**2 if a == b else first * second)


def _told_apart(m: Meaning, a: Syntax, b: Syntax) -> bool:
    """Whether these are X_i and X_j of one vector, i said not to be j.  Raises ``Unread`` where it may be."""
    match a, b:
        case Script(base, Symbol() as i), Script(other, Symbol() as j) if base == other and i != j:
            if name_of(base) in m.context.laws:
                pair = {name_of(i), name_of(j)}
                stated = (h for h in m.context.stated() if isinstance(h, L.Relation) and h.symbol == "!=")
                if not any({getattr(side, "name", None) for side in (h.left, h.right)} == pair for h in stated):
                    raise Unread(f"whether {name_of(i)} may be {name_of(j)} is not said", a.span)
                return True
    return False


def _standardised(m: Meaning, a: Syntax, order: int, head: Head) -> L.Term:
    """E[(a - E a)^k] / Var(a)^{k/2}."""
    mean, variance = _mean(m, a, head), _covariance(m, a, a, head)
    with outcome(m, (a,), head) as closing:
        moment = closing((m.scalar(a) - mean) ** order)
    return moment / variance ** L.Number(Fraction(order, 2))


def _mean(m: Meaning, body: Syntax, head: Head) -> L.Term:
    """The mean of a number; of a vector that of each coordinate, of a matrix that of each entry."""
    with _in_data(m, (body,)) as over_data:
        if over_data is not None:
            return over_data(m.scalar(body))
    with outcome(m, (body,), head) as closing:
        value = m.term(body)
        if isinstance(L.space_of(value), L.Matrices):
            return _matrix_mean(closing, value)
        if not isinstance(L.space_of(value), L.Vectors):
            return closing(m.scalar(body))
        i = L.over_categories(value, *(law for _, law in closing.laws))
        return L.VectorOf(closing(value[i]), i)


def _in_data(m: Meaning, parts: tuple[Syntax, ...]) -> AbstractContextManager[Callable[[L.Term], L.Term] | None]:
    from .means_of_data import in_mean

    return in_mean(m, parts)


def _matrix_mean(closing: Callable[[L.Term], L.Term], value: L.Term) -> L.Term:
    """The matrix of the means of the entries."""
    space = L.space_of(value)
    assert isinstance(space, L.Matrices)
    row, column = L.Var("i", L.Range(L.Number(1), space.rows)), L.Var("j", L.Range(L.Number(1), space.columns))
    row = L.fresh_beside(row, value)
    column = L.fresh_beside(column, value, row)
    return L.RowsOf(L.VectorOf(closing(L.Entry(value, row, column)), column), row)


def _under_law(m: Meaning, word: str, head: Head, bracket: Bracket, below: Syntax) -> L.Term:
    r"""E_q[..], E_{x \sim q}[..], E_{q(x)}[..]."""
    from ..laws.laws import law_of

    if word != "mean":
        mean = _under_law(m, "mean", head, bracket, below) if word == "variance" else None
        if not isinstance(mean, L.Expectation) or not L.is_scalar(mean.body):
            raise Unread(f"{head.name} with a law below it", head.symbol.span)
        return L.Expectation((mean.body - mean) ** 2, mean.var, mean.law)
    body = bracket.items[0]
    if m.factors is not None and (found := over_factors.mean(m, m.factors, below, body)) is not None:
        return found
    match below:
        case Statement((left, right), (sign,)) if sign.symbol == "~" and left is not None and right is not None:
            name = name_of(left)
            if name is None:
                raise Unread("a mean over what is no variable", below.span)
            match right:
                case Multiply((head_node, Bracket("(", items, ")", given)), _) if given is not None or len(items) > 1:
                    written = name_of(head_node) in m.context.functions
                    if not written and len(items) == 1 and name_of(items[0]) == name and m.densities.is_variable(name):
                        return conditional.under_density(m, right, items, body)
            if (of_formula := _under_formula(m, right, name, body)) is not None:
                return of_formula
            law = law_of(m, right)
        case Multiply((_, Bracket("(", items, ")", given)), _) if given is not None or len(items) > 1:
            return conditional.under_density(m, below, items, body)
        case Multiply((_, Bracket(_, (item,), _, None)), _):
            law, name = law_of(m, below), name_of(item)
            if isinstance(law, L.Density) and isinstance(law.space, L.Cartesian):
                return conditional.under_density(m, below, (item,), body)  # E_{q(z)}, beside q(y, z)
        case _:
            if (of_formula := _under_formula(m, below, None, body)) is not None:
                return of_formula
            law, name = _of_variable(m, below, body) or (law_of(m, below), None)
    if isinstance(law, L.Density) and isinstance(law.space, L.Product):
        raise Unread("a mean over a joint density", below.span)
    if name is None:
        name = _point_of(m, below, body) or _variable_of(m, law, body)
    var = L.Var(name, L.support(law))
    with m.binding({name: var}):
        return L.Expectation(m.scalar(body), var, law)


def _under_formula(m: Meaning, law: Syntax, name: str | None, body: Syntax) -> L.Term | None:
    """The mean under a density that a formula writes out; None under any other law."""
    found = stated.written_out(m, name_of(law) or "") or stated.divided(m, law)
    if found is None:
        return None
    var, density = found
    if var.name not in {name_of(n) for n in body.walk()} and name is None:
        raise Unread("which variable the mean is over is not said", law.span)
    with m.binding({name or var.name: var}):
        return L.Int(density * m.scalar(body), var)


def _of_variable(m: Meaning, below: Syntax, body: Syntax) -> tuple[L.Law, str] | None:
    r"""The variable that a letter below a mean says it runs over, and its law: \epsilon of E_\epsilon[f(\epsilon)]; of
    the q of q(z | x) = \mathcal N(z | \mu, 1) the one that it is the density of."""
    letter = name_of(below)
    inside = {name_of(n) for n in body.walk()}
    law = m.context.laws.get(letter or "")
    if letter in inside - m.context.survey.heads() and isinstance(law, L.Family):
        return law, letter or ""
    told = [(name, f) for (of, name), f in m.context.factors.items() if of == letter and f.index is None]
    if len(told) == 1 and told[0][0] in inside:
        return told[0][1].law, told[0][0]
    return None


def _point_of(m: Meaning, below: Syntax, body: Syntax) -> str | None:
    """The one variable that the density whose letter stands below a mean is ever taken at, where the body has it."""
    uses = m.context.survey.uses(name_of(below) or "")
    taken = {name_of(use.items[0]) if len(use.items) == 1 and use.given is None else None for use in uses}
    (only,) = taken if len(taken) == 1 else (None,)
    return only if only is not None and only in {name_of(n) for n in body.walk()} else None


def _variable_of(m: Meaning, law: L.Law, body: Syntax) -> str:
    """The variable that a mean without one runs over: the one that the law's density is taken at."""
    inside = {n for n in map(name_of, body.walk()) if n is not None}
    candidates = [n for n in sorted(inside) if m.densities.is_variable(n) and m.densities.space(n) is L.support(law)]
    candidates = candidates or [n for n in ("x", "z", "X") if n in inside]
    if len(candidates) != 1:
        raise Unread("which variable the mean is over is not said", body.span)
    return candidates[0]


def mean_in_angles(m: Meaning, bracket: Bracket, below: Syntax | None) -> L.Term:
    r"""\langle x \rangle_p, and \mathrm E[x]_p's bracket."""
    if bracket.left != "<" or bracket.given is not None or len(bracket.items) != 1:
        raise Unread("a bracket with a subscript", bracket.span)
    from ..uses.heads import Head

    head = Head(Symbol("E", "rm", span=bracket.span), None, None, 0, "E")
    if below is None:
        return _mean(m, bracket.items[0], head)
    return _under_law(m, "mean", head, bracket, below)


__all__ = ["apply", "base_of", "is_law", "mean_in_angles", "operator", "operator_of"]
