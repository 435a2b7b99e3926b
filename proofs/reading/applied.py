r"""Products, and what looks like one: f(x), p(x|y), \Gamma(a), \mathcal N(x; \mu, \sigma^2), \mathrm E[X].

A symbol with a bracket behind it is an application where the context knows the symbol as a function, a density or an
operator, and a product where it is a number; where neither is known it is not guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import language as L
from . import arrays, big, entropies, factors, means, rates
from .arrays import RowVector, Value
from .context import Defined
from .densities import law_of_letter, stem
from .families import FAMILIES, Family, by_words, family, normal_by_deviation
from .names import is_mark, name_of, to_latex
from .probabilities import distribution_function, distribution_value
from .survey import Applied, is_minus_one, is_transposition
from .syntax import Add, Big, Bracket, Multiply, Named, Numeral, Script, Statement, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from .meaning import Meaning

_FUNCTION_LETTERS_TEXT = "f g h F G H phi varphi psi ell L s t u v r D T K V U W J Phi Psi eta"
FUNCTION_LETTERS = frozenset(_FUNCTION_LETTERS_TEXT.split())
_WORD = 6  # so many letters side by side are a word
_TIMES = ("", "\\cdot", "\\times", "*", "·", "×", "cdot", "times")


@dataclass(frozen=True)
class Head:
    """A symbol before a bracket, in parts."""

    symbol: Symbol
    below: Syntax | None
    power: Syntax | None
    primes: int
    name: str


def head_of(factor: Syntax) -> Head | None:
    """The head of a possible application."""
    match factor:
        case Symbol():
            name = name_of(factor)
            return None if name is None else Head(factor, None, None, 0, name)
        case Script(Symbol() as symbol, below, above, primes):
            power = None if above is None or is_mark(above) else above
            label = Script(symbol, below, above if power is None else None, 0)
            name = name_of(label) if below is not None or (above is not None and power is None) else name_of(symbol)
            if name is None and means.operator(symbol) is None:
                return None
            return Head(symbol, below, power, primes, name or symbol.name)
    return None


def product(m: Meaning, node: Multiply) -> Value:
    """The product as written; applications and derivatives among its factors are found first."""
    _not_words(m, node)
    values: list[Value] = []
    signs: list[str] = []
    plain: list[Syntax] = []
    k = 0
    while k < len(node.factors):
        factor, sign = node.factors[k], node.signs[k]
        rest = node.factors[k + 1 :]
        if rates.is_operator(factor) and rest:
            operand = rest[0] if len(rest) == 1 else Multiply(rest, ("", *node.signs[k + 2 :]), span=node.span)
            value: Value | None = rates.derivative(m, factor, operand)
            taken = 1 + len(rest)
        else:
            follower = rest[0] if rest and not node.signs[k + 1] else None
            value, taken = (None, 1) if follower is None else (application(m, factor, follower), 2)
        if value is None:
            value, taken = m.value(factor), 1
        values.append(value)
        signs.append(sign)
        plain.append(factor)
        k += taken
    return _combined(values, signs, plain, node)


def _not_words(m: Meaning, node: Multiply) -> None:
    """A long run of letters of which none is known is a word set as mathematics."""
    letters = [f.name for f in node.factors if isinstance(f, Symbol) and len(f.name) == 1 and not f.accents]
    known = {n.name for h in m.context.stated() for n in h.free if isinstance(n, L.Var)}
    if len(letters) >= _WORD and known.union(m.bound, m.context.values).isdisjoint(letters):
        raise Unread("letters that look like words", node.span)


def _combined(values: list[Value], signs: list[str], plain: list[Syntax], node: Multiply) -> Value:
    """The factors multiplied; a slash divides what stands before it by the one factor after it."""
    for sign in signs[1:]:
        if sign not in (*_TIMES, "/", "\\div"):
            raise Unread(f"the operation {sign}", node.span)
    groups: list[Value] = []
    pending: list[Value] = [values[0]]
    for k in range(1, len(values)):
        if signs[k] in ("/", "\\div"):
            below = values[k]
            if isinstance(below, RowVector) or not L.is_scalar(below):
                raise Unread("a division by a vector or a matrix", node.span)
            if k + 1 < len(values) and not signs[k + 1] and not _separate(plain[k - 1], plain[k], plain[k + 1]):
                raise Unread("a/b c may be (a/b) c or a/(b c)", node.span)
            above = arrays.multiplied(pending, node)
            if isinstance(above, RowVector):
                pending = [RowVector(L.Quotient(above.vector, below))]
            else:
                pending = [L.Quotient(above, below)]
        else:
            pending.append(values[k])
    groups += pending
    return arrays.multiplied(groups, node)


def _separate(above: Syntax, below: Syntax, after: Syntax) -> bool:
    """Whether a slash between numerals is closed before what follows: 1/2 \\sum, 1/2 (x - y)."""
    return isinstance(above, Numeral) and isinstance(below, Numeral) and not isinstance(after, Symbol | Script)


# ---------------------------------------------------------------------------------------------------------------------
# applications


def application(m: Meaning, factor: Syntax, follower: Syntax) -> Value | None:
    """The application of ``factor`` to the bracket ``follower``, or None where the two are a product."""
    outer: Syntax | None = None
    if isinstance(follower, Script) and isinstance(follower.base, Bracket) and not follower.primes:
        if follower.below is not None and not means.operator_of(factor):
            return None
        outer, below, follower = follower.above, follower.below, follower.base
    else:
        below = None
    head = head_of(factor)
    if head is None or not isinstance(follower, Bracket):
        return None
    value: Value | None = None
    if m.factors is not None and below is None:
        value = factors.density(m, m.factors, factor, follower)
    if value is None:
        value = _applied(m, head, follower, below)
    if value is None or outer is None:
        return value
    if isinstance(value, RowVector):
        raise Unread("a power of a row vector", factor.span)
    if is_transposition(outer):
        raise Unread("the transpose of a value", factor.span)
    return L.Power(value, m.scalar(outer))


def _applied(m: Meaning, head: Head, bracket: Bracket, below: Syntax | None) -> Value | None:
    operator = means.operator(head.symbol, bracket)
    if operator is not None and head.name not in m.context.functions:
        return means.apply(m, operator, head, bracket, below)
    if bracket.left not in ("(", "[", "{") or below is not None:
        return None
    if (law := family_of(head)) is not None and bracket.left == "(":
        return _law_at(m, law, head, bracket)
    if bracket.left != "(":
        return None
    if (done := _special(m, head, bracket)) is not None:
        return done
    done = _function_value(m, head, bracket)
    if done is None or head.power is None:
        return done
    if is_minus_one(head.power):
        raise Unread(f"{head.name} to the power -1: an inverse function or a quotient", head.symbol.span)
    return L.Power(done, m.scalar(head.power))


def _special(m: Meaning, head: Head, bracket: Bracket) -> L.Term | None:
    name, context = head.symbol.name, m.context
    if name not in rates.SPECIAL or head.below is not None or head.symbol.accents or name in context.functions:
        return None
    if name in context.survey.bare and name != "Gamma":
        return None
    if bracket.given is not None or head.primes:
        return None
    items = tuple(m.scalar(item) for item in bracket.items)
    kind = rates.SPECIAL[name]
    if len(items) != L.ARITY[kind]:
        return None
    done = L.Elementary(kind)(*items)
    return done if head.power is None else L.Power(done, m.scalar(head.power))


def _law_at(m: Meaning, found: Family, head: Head, bracket: Bracket) -> L.Term:
    r"""\mathcal N(x; \mu, \sigma^2), \mathcal N(x | \mu, \sigma^2): the density at a point."""
    if bracket.given is None or len(bracket.items) != 1:
        raise Unread(f"the distribution {head.name}(...) where a number is meant", head.symbol.span)
    law = law_of_parameters(m, found, bracket.given, head)
    return law(m.term(bracket.items[0]))


def law_of_parameters(m: Meaning, found: Family, parameters: tuple[Syntax, ...], head: Head) -> L.Law:
    """The law with the parameters as they are written; what must hold of them is assumed."""
    if len(parameters) not in found.counts:
        raise Unread(f"{head.name} with {len(parameters)} parameters", head.symbol.span)
    meant = by_words(found, m.context.said)
    if meant is None:
        raise Unread(f"whether {head.name} is the discrete or the continuous uniform law", head.symbol.span)
    found = meant
    for k in found.whole:
        if (count := name_of(parameters[k])) is not None:
            m.context.spaces.setdefault(count, L.Z_INTEGERS)
    terms = tuple(m.term(p) for p in parameters)
    spread = L.space_of(terms[-1])
    if head.symbol.name in ("N", "Normal") and isinstance(spread, L.Matrices):
        terms = (arrays.alike([terms[0], L.Zero(L.Vectors(spread.rows))], parameters[0])[0], terms[1])
    last = name_of(parameters[-1]) or ""
    normal = head.symbol.name in ("N", "Normal")
    named = L.is_scalar(terms[-1]) and isinstance(terms[-1], L.Var)
    if normal and named and last.startswith("sigma") and last not in m.context.survey.squared:
        raise Unread(f"whether {last} is a deviation or a variance", parameters[-1].span)
    if normal and _deviation_is_meant(m, parameters[-1]):
        m.remarks.append(
            f"the second parameter {to_latex(last)} of the normal law is a standard deviation here: "
            "the document writes its square as the variance"
        )
        m.context.assume(terms[-1] > 0)
        return normal_by_deviation(terms)
    for condition in found.requires(terms):
        if condition.free.isdisjoint(_bound_names(m)):
            m.context.assume(condition)
    return found.law(terms)


def _bound_names(m: Meaning) -> frozenset[L.Name]:
    return frozenset().union(*(t.free for t in m.bound.values()))


def _deviation_is_meant(m: Meaning, spread: Syntax) -> bool:
    """A lone sigma whose square the document uses is a deviation."""
    name = name_of(spread)
    return name is not None and name.startswith("sigma") and name in m.context.survey.squared


def family_of(head: Head, sole: bool = False) -> Family | None:
    r"""The family that a head names; ``sole``: where a law stands alone, \chi^2(n) and t(n) are laws too."""
    if head.symbol.name == "chi" and head.power == Numeral("2") and head.below is None:
        return family("chi^2", "") if sole else None
    if head.symbol.name == "t" and not sole:
        return None
    return family(head.symbol.name, head.symbol.font)


def law_of(m: Meaning, node: Syntax) -> L.Law:
    r"""The law that p, P, \mathcal N(0, 1), p(x) or \frac{P+Q}{2} means where a law is meant.  Raises ``Unread``."""
    match node:
        case Symbol() | Script():
            name = name_of(node)
            if name is None:
                raise Unread("a distribution whose name is not read", node.span)
            return law_named(m, name, node)
        case Named("ln", Multiply((Symbol("N", "cal"), Bracket() as bracket), ("", "")), None, None):
            return law_of_parameters(m, FAMILIES["lnN", ""], bracket.items, Head(Symbol("lnN"), None, None, 0, "lnN"))
        case Multiply((head_node, Bracket() as bracket), ("", "")):
            head = head_of(head_node)
            if head is not None:
                found = family_of(head, sole=True)
                if found is not None and bracket.given is None:
                    return law_of_parameters(m, found, bracket.items, head)
                if bracket.given is None and len(bracket.items) == 1 and m.context.is_density(head.name):
                    return law_named(m, head.name, node)
        case Bracket("(" | "[" | "{" | "", (item,), _, None):
            return law_of(m, item)
        case Big("prod", body, below) if below is not None:  # independent coordinates
            place = big.running(m, below, node)
            with m.binding({place.name: place}):
                return L.ProductLaw(law_of(m, body), place)
    mixture = entropies.mixture(m, node)
    if mixture is not None:
        return mixture
    raise Unread("a distribution that is not read", node.span)


def law_named(m: Meaning, name: str, node: Syntax) -> L.Law:
    """The law that a letter means: as declared, or the density it (or its small letter) is elsewhere."""
    context = m.context
    small = name[:1].lower() + name[1:]
    for each in (name, small):
        if each in context.laws:
            return context.laws[each]
    for each in (name, small):
        if each in m.densities.variables:
            return m.densities.joint(each).law
    for each in (name, small):
        if each in context.elsewhere.laws:
            return context.elsewhere.laws[each]
    if context.is_density(name) or name in context.survey.divergent:
        return m.densities.joint(small if small in "pq" else name).law
    raise Unread(f"the distribution {name}, of which nothing is said", node.span)


def _function_value(m: Meaning, head: Head, bracket: Bracket) -> L.Term | None:
    """f(x) of a defined, unknown or density-like f; None where the symbol is a number."""
    context, survey, name = m.context, m.context.survey, head.name
    if name in context.functions and not head.primes:
        return _defined(m, context.functions[name], bracket, head)
    if head.primes or name in context.functions:
        return rates.primed(m, head, bracket)
    if name in m.bound or name in context.values:
        return None
    if bracket.given is None and len(bracket.items) == 1 and (variable := distribution_function(m, name)) is not None:
        return distribution_value(m, variable, bracket.items[0])
    if name == "gamma" and len(bracket.items) == 2:
        raise Unread("the incomplete gamma function", head.symbol.span)
    if name == "delta" and "dirac" in context.said:
        raise Unread(
            "the Dirac delta is no function: it has no values at points, delta(0) is no number", head.symbol.span
        )
    items = bracket.items
    if m.shapes.space(name) is not None and bracket.given is None and isinstance(items[0], Add | Multiply):
        return None
    plain = all(name_of(item) is not None or isinstance(item, Statement) for item in items)
    applied = Applied(name, items, bracket.given, bracket.bar)
    if context.is_density(name):
        several = bracket.given is not None or len(items) > 1
        number = stem(name) == name and (name in survey.numeric or name in survey.counting or _is_parameter(m, name))
        if several or (plain and not (number and name_of(items[0]) not in survey.argued)) or not number:
            return _density(m, applied, head)
        return None
    if is_quantity(m, head, bracket):
        return opaque(m, head, bracket)
    of_variable = isinstance(head.below, Symbol) and head.below.name.isupper() and head.symbol.name in ("F", "M")
    plain_use = name not in survey.numeric and name not in survey.counting
    if head.symbol.name in FUNCTION_LETTERS and (plain_use or of_variable):
        return unknown(m, head, bracket)
    if len(items) > 1:
        if name in survey.numeric:
            raise Unread(f"{name} is used as a number and with several arguments", head.symbol.span)
        return unknown(m, head, bracket)
    if name in survey.numeric or name in survey.counting:
        return None
    if head.symbol.accents:
        return unknown(m, head, bracket)
    if all(_is_formula(a.items) for a in survey.uses(name)):
        return None
    raise Unread(f"{name}(...) may be a product or a value of {name}", head.symbol.span)


def _is_formula(items: tuple[Syntax, ...]) -> bool:
    """Whether a bracket holds what is multiplied rather than put in: y + 1, 2 y; not y, 0 or -y."""
    match items:
        case (Add((_, _, *_), _) | Multiply(),):
            return True
    return False


def _is_parameter(m: Meaning, name: str) -> bool:
    """Whether something is assumed of a number of that name: it is a parameter of a law."""
    return any(isinstance(n, L.Var) and n.name == name for h in m.context.stated() for n in h.free)


def _density(m: Meaning, applied: Applied, head: Head) -> L.Term:
    context = m.context
    name = stem(applied.head)
    law = context.laws.get(applied.head) or context.laws.get(name) or law_of_letter(context, applied.head)
    if law is not None and applied.given is None and len(applied.items) == 1:
        return law(_argument(m, applied.items[0], L.support(law)))
    random = _random_variable(m, applied)
    if random is not None:
        return context.laws[random](_argument(m, applied.items[0], L.support(context.laws[random])))
    return m.densities.density(applied, lambda item, space: _argument(m, item, space), head.symbol.span)


def _random_variable(m: Meaning, applied: Applied) -> str | None:
    """The random variable with a declared law that p(x) or f_X(x) is the density of, if there is exactly one."""
    if applied.given is not None or len(applied.items) != 1:
        return None
    below = applied.head.partition("_")[2].strip("{}")
    if below in m.context.laws:
        return below
    name = name_of(applied.items[0])
    capital = (name or "").upper()
    if (
        name is not None
        and capital in m.context.laws
        and not m.densities.variables.get(m.densities.letter(applied.head), ())[1:]
    ):
        return capital
    return None


def _argument(m: Meaning, item: Syntax, space: L.Space) -> L.Term:
    if isinstance(item, Statement) and len(item.expressions) == 2:
        item = item.expressions[1] or item
    name = name_of(item)
    known = {*m.bound, *m.context.values, *m.context.spaces}
    if name is not None and name not in known and not arrays.is_number_space(space):
        return L.Var(name, space)
    value = m.term(item)
    if not arrays.is_number_space(space) and L.home_of(value) is not space:
        raise Unread("a density at a number, where nothing says that it is one of numbers", item.span)
    return value


def _defined(m: Meaning, f: Defined, bracket: Bracket, head: Head) -> L.Term:
    if bracket.given is not None or len(bracket.items) != len(f.arguments):
        raise Unread(f"{head.name} with other arguments than it was defined with", head.symbol.span)
    values = [m.term(item) for item in bracket.items]
    # An argument may be called like a name that has a value.
    fresh = [L.Var(f"{v.name}'", v.space) for v in f.arguments]
    inner: dict[L.Name, L.Term] = dict(zip(f.arguments, fresh, strict=True))
    body = m.context.unfolded(L.substitute(f.body, inner))
    return L.substitute(body, dict(zip(fresh, values, strict=True)))


def unknown(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    """A value of a function that is not defined: any function of such arguments."""
    values = tuple(m.term(item) for item in bracket.items)
    domain = tuple(_home(v) for v in values)
    return L.Function(head.name, domain)(*values)


def _home(value: L.Term) -> L.Space:
    space = L.space_of(value)
    if space is not None:
        return space
    if isinstance(value, L.Var) and isinstance(value.space, L.Abstract | L.Slot):
        return value.space
    return L.R


def opaque(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    r"""A quantity that is called by a word or a condition, \mathrm{LME}(m_1): a number by that whole name."""
    text = quantity(m, head, bracket)
    if text in m.context.values:
        return m.context.unfolded(m.context.values[text])
    names = {n for item in (*bracket.items, *(bracket.given or ())) for n in map(name_of, item.walk()) if n}
    if names & m.bound.keys():
        raise Unread(f"{head.name} of a bound variable", head.symbol.span)
    m.context.fog.setdefault(text, f"what {head.name} is was not read")
    return L.Var(text, L.R)


def quantity(m: Meaning, head: Head, bracket: Bracket) -> str:
    """The whole name of a quantity: its word and what stands in its bracket."""
    text = f"{to_latex(head.name)}({', '.join(map(m.written, bracket.items))}"
    if bracket.given is not None:
        text += rf" {bracket.bar} " + ", ".join(map(m.written, bracket.given))
    return text + ")"


def is_quantity(m: Meaning, head: Head, bracket: Bracket) -> bool:
    r"""Whether \mathrm{LME}(m), \mathcal L(q_j(Z_j)) is a quantity that is called so, no function of a number."""
    if m.context.is_density(head.name) or head.name in m.context.functions:
        return False
    if means.operator(head.symbol, bracket) is not None or family(head.symbol.name, head.symbol.font) is not None:
        return False
    word = len(head.symbol.name) > 1 and head.symbol.font in ("rm", "text", "sf", "cal") and head.symbol.name.isalpha()
    plain = all(name_of(item) is not None for item in bracket.items)
    return word or bracket.given is not None or (head.symbol.font == "cal" and not plain)
