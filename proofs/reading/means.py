r"""Operators on laws and random variables: E, Var, Cov, \langle x \rangle_p, KL, JS, H, h, I, Pr, each by its definition.

A random variable with a declared law is a variable under that law; random variables of which no law is known are
functions on one probability space, so that E[X + Y] says something of their joint law and nothing of its shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .. import language as L
from .names import name_of, symbol_name
from .syntax import Add, Bracket, Fraction, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from .applied import Head
    from .meaning import Meaning

_WORDS = {
    "E": "mean", "Var": "variance", "var": "variance", "Cov": "covariance", "cov": "covariance", "Corr": "correlation",
    "KL": "divergence", "KLD": "divergence", "D": "divergence", "JS": "jensen_shannon", "JSD": "jensen_shannon",
    "H": "entropy", "h": "entropy", "I": "information", "Pr": "probability",
}  # fmt: skip
_UPRIGHT = ("rm", "bb", "text", "sf", "cal")
OMEGA = L.Abstract("\\Omega")
PROBABILITY = L.Density("\\mathbb{P}", OMEGA)


def operator(symbol: Symbol, bracket: Bracket | None = None) -> str | None:
    r"""Which operator a symbol is: \mathbb E, \mathrm{Var}, E[..], KL; None for a name like any other."""
    found = _WORDS.get(symbol.name)
    if found is None or symbol.accents:
        return None
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
    """Whether H(p), H(p, q), H(X) is written: names of laws or of random variables and nothing else."""
    if bracket is None or bracket.left not in ("(", "["):
        return False
    names = [name_of(item) for item in bracket.items]
    return all(n is not None and (n[:1].isupper() or n[:1] in "pq") for n in names)


def apply(m: Meaning, word: str, head: Head, bracket: Bracket, below: Syntax | None) -> L.Term:
    """The operator applied to what its bracket holds."""
    power = head.power
    if word in ("divergence", "jensen_shannon", "entropy", "information") and m.context.survey.bases:
        raise Unread(f"{head.name}: to which base its logarithm is meant", head.symbol.span)
    match word:
        case "divergence" | "jensen_shannon":
            if head.symbol.name == "D" and not _names_divergence(head.below):
                raise Unread("the divergence D of an unknown kind", head.symbol.span)
            p, q = _two_laws(m, bracket, head)
            word = "jensen_shannon" if _label(head.below) in ("JS", "JSD") else word
            done = L.KL(p, q) if word == "divergence" else jensen_shannon(p, q)
        case "entropy":
            done = _entropy(m, head, bracket)
        case "information":
            done = _information(m, head, bracket)
        case "probability":
            done = probability(m, head, bracket)
        case _:
            done = _moment(m, word, head, bracket, head.below or below)
    return done if power is None else L.Power(done, m.scalar(power))


def _label(node: Syntax | None) -> str | None:
    match node:
        case Symbol():
            return node.name
        case Multiply(factors, _) if all(isinstance(f, Symbol) for f in factors):
            return "".join(f.name for f in factors if isinstance(f, Symbol))
    return None


def _names_divergence(below: Syntax | None) -> bool:
    return _label(below) in ("KL", "JS", "JSD", "KLD")


def _two_laws(m: Meaning, bracket: Bracket, head: Head) -> tuple[L.Law, L.Law]:
    from .applied import law_of

    first, second = bracket.items, bracket.given
    if second is None and len(first) == 2:
        first, second = first[:1], first[1:]
    if second is None or len(first) != 1 or len(second) != 1:
        raise Unread(f"{head.name} of what are not two distributions", bracket.span)
    return law_of(m, first[0]), law_of(m, second[0])


def jensen_shannon(p: L.Law, q: L.Law) -> L.Term:
    """JS(p, q) by its definition, through the mixture of the two."""
    middle = L.Mixture((L.half, L.half), (p, q))
    return L.half * L.KL(p, middle) + L.half * L.KL(q, middle)


def mixture(m: Meaning, node: Syntax) -> L.Law | None:
    r"""\frac{P+Q}{2}, \frac12 (P + Q), \frac12 P + \frac12 Q."""
    from .applied import law_of

    match node:
        case Fraction(Add((a, b), (_, "+")), Numeral("2")):
            return L.Mixture((L.half, L.half), (law_of(m, a), law_of(m, b)))
        case Multiply((Fraction(Numeral("1"), Numeral("2")), Bracket(_, (Add((a, b), (_, "+")),), _)), _):
            return L.Mixture((L.half, L.half), (law_of(m, a), law_of(m, b)))
        case Add(
            (
                Multiply((Fraction(Numeral("1"), Numeral("2")), a), _),
                Multiply((Fraction(Numeral("1"), Numeral("2")), b), _),
            ),
            _,
        ):
            return L.Mixture((L.half, L.half), (law_of(m, a), law_of(m, b)))
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


def _entropy(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    from .applied import law_of

    if bracket.given is None and len(bracket.items) == 2 and not _random_names(bracket.items):
        return L.CrossEntropy(law_of(m, bracket.items[0]), law_of(m, bracket.items[1]))
    if bracket.given is None and len(bracket.items) == 1:
        name = name_of(bracket.items[0])
        if name is None or not _random_names(bracket.items):
            return L.H(law_of(m, bracket.items[0]))
        law = m.context.laws.get(name)
        if law is not None:
            return L.H(law)
    names = _small_names(m, bracket.items, head), _small_names(m, bracket.given or (), head)
    return _joint_entropy(m, *names, head)


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
    return L.Neg(_over(m, top * L.log(inner), [*names, *given]))


def _information(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    if bracket.given is not None and bracket.bar != ";":
        raise Unread("conditional mutual information", head.symbol.span)
    names = _small_names(m, (*bracket.items, *(bracket.given or ())), head)
    if len(names) != 2:
        raise Unread(f"mutual information of {len(names)} variables", head.symbol.span)
    letter = _density_letter(m, names, head)
    top = m.densities.at(letter, names)
    product = m.densities.at(letter, names[:1]) * m.densities.at(letter, names[1:])
    return _over(m, top * L.log(top / product), names)


def _over(m: Meaning, body: L.Term, names: list[str]) -> L.Term:
    for name in reversed(names):
        body = L.Int(body, m.densities.variable(name))
    return body


# ---------------------------------------------------------------------------------------------------------------------
# means


def _moment(m: Meaning, word: str, head: Head, bracket: Bracket, below: Syntax | None) -> L.Term:
    if bracket.given is not None:
        raise Unread("a conditional expectation", bracket.span)
    if len(bracket.items) != (2 if word in ("covariance", "correlation") else 1):
        if word == "covariance" and len(bracket.items) == 1:
            raise Unread("the covariance matrix of a vector", bracket.span)
        raise Unread(f"{head.name} of {len(bracket.items)} things", bracket.span)
    if below is not None:
        return _under_law(m, word, head, bracket, below)
    first = bracket.items[0]
    last = bracket.items[-1]
    match word:
        case "mean":
            return _mean(m, first, head)
        case "variance" | "covariance":
            return _covariance(m, first, last, head)
    spread = _covariance(m, first, first, head) * _covariance(m, last, last, head)
    return _covariance(m, first, last, head) / L.sqrt(spread)


def _covariance(m: Meaning, a: Syntax, b: Syntax, head: Head) -> L.Term:
    """E[(a - E a)(b - E b)]."""
    means = _mean(m, a, head), _mean(m, b, head)
    with _outcome(m, (a, b), head) as closing:
        first, second = m.scalar(a) - means[0], m.scalar(b) - means[1]
        return closing(first**2 if a == b else first * second)


def _mean(m: Meaning, body: Syntax, head: Head) -> L.Term:
    with _outcome(m, (body,), head) as closing:
        return closing(m.scalar(body))


def random_variables(m: Meaning, node: Syntax) -> list[str]:
    """The random variables in an expression, in the order they are written; those they are made of stand for them."""
    found: dict[str, None] = {}
    for each in node.walk():
        name = name_of(each)
        if name is None or not is_random(m, name):
            continue
        if name in m.context.random:
            found.update(dict.fromkeys(random_variables(m, m.context.random[name])))
        else:
            found[name] = None
    return list(found)


def is_random(m: Meaning, name: str) -> bool:
    context = m.context
    return (
        (name in context.laws and name not in m.densities.variables)
        or name in context.random
        or name in context.survey.random
    )


@contextmanager
def _outcome(m: Meaning, parts: tuple[Syntax, ...], head: Head) -> Iterator:
    """Inside, the random variables of the parts have values; what is yielded closes a term to its expectation."""
    names = list(dict.fromkeys(n for part in parts for n in random_variables(m, part)))
    known = [n for n in names if n in m.context.laws]
    before = m.outcomes
    closers: list[tuple[L.Var, L.Law]] = []
    integrals: tuple[list[L.Var], L.Term] | None = None
    values: dict[str, L.Term] = {}
    if not names and not before:
        _not_random(m, parts, head)
    if known and len(known) < len(names):
        raise Unread("random variables of which only some have a known law", head.symbol.span)
    if not names and before:
        names = []
    if len(known) > 1 and not m.context.independent:
        raise Unread("the joint law of several random variables is not said (independent?)", head.symbol.span)
    if known:
        for name in known:
            law = m.context.laws[name]
            taken = {v.name for v in law.free if isinstance(v, L.Var)} | {v.name for v, _ in closers}
            var = L.fresh(L.Var(name.lower() if name.lower() != name else name, L.support(law)), taken)
            closers.append((var, law))
            values[name] = var
    elif names:
        joint = _densities_of(m, names)
        if joint is not None:
            letter, small = joint
            variables = [m.densities.variable(n) for n in small]
            values = dict(zip(names, variables, strict=True))
            weight = m.densities.at(letter, small)
            law = m.densities.joint(letter).law
            if len(m.densities.joint(letter).names) == 1:
                closers.append((variables[0], law))
            else:
                integrals = (variables, weight)
        else:
            omega = L.Var("\\omega", OMEGA)
            m.context.assume(L.density(PROBABILITY))
            closers.append((omega, PROBABILITY))
            functions = [L.Function(name, (OMEGA,)) for name in names]
            values = {f.name: f(omega) for f in functions}
            everything = [L.Function(name, (OMEGA,)) for name in sorted(m.context.survey.random) if len(name) == 1]
            if m.context.independent and len(everything) > 1:
                m.context.assume(L.independent(PROBABILITY, *everything))

    def closing(body: L.Term) -> L.Term:
        if integrals is not None:
            body = integrals[1] * body
            for var in reversed(integrals[0]):
                body = L.Int(body, var)
        for var, law in reversed(closers):
            body = L.Expectation(body, var, law)
        return body

    m.outcomes = {**before, **values}
    try:
        yield closing
    finally:
        m.outcomes = before


def _not_random(m: Meaning, parts: tuple[Syntax, ...], head: Head) -> None:
    """A mean of what holds no random variable is read only where its names are known to be no random variables."""
    known = {n.name for h in m.context.stated() for n in h.free if isinstance(n, L.Var)}
    known |= {*m.bound, *m.context.values, *m.context.spaces, "pi", "e", "infty"}
    inside = {n for part in parts for n in map(name_of, part.walk()) if n is not None}
    if loose := sorted(inside - known):
        raise Unread(f"{head.name}[...]: whether {', '.join(loose)} is random is not said", head.symbol.span)


def _densities_of(m: Meaning, names: list[str]) -> tuple[str, list[str]] | None:
    """The unknown density f_X, f_{X,Y} or p that the random variables have, and its variables, if there is just one."""
    small = [name.lower() for name in names]
    if any(name == each for name, each in zip(names, small, strict=True)):
        return None
    found = [letter for letter, variables in m.densities.variables.items() if set(small) <= set(variables)]
    if len(found) != 1:
        return None
    if any(isinstance(m.densities.space(each), L.Abstract | L.Slot) for each in small):
        return None
    return found[0], small


def _under_law(m: Meaning, word: str, head: Head, bracket: Bracket, below: Syntax) -> L.Term:
    r"""E_q[..], E_{x \sim q}[..], E_{q(x)}[..]."""
    from .applied import law_of

    if word != "mean":
        raise Unread(f"{head.name} with a law below it", head.symbol.span)
    body = bracket.items[0]
    match below:
        case Statement((left, right), (sign,)) if sign.symbol == "~" and left is not None and right is not None:
            name = name_of(left)
            if name is None:
                raise Unread("a mean over what is no variable", below.span)
            law = law_of(m, right)
        case Multiply((_, Bracket(_, (item,), _, None)), _):
            law, name = law_of(m, below), name_of(item)
        case _:
            law, name = law_of(m, below), None
    if isinstance(law, L.Density) and isinstance(law.space, L.Product):
        raise Unread("a mean over a joint density", below.span)
    if name is None:
        name = _variable_of(m, law, body)
    var = L.Var(name, L.support(law))
    with m.binding({name: var}):
        return L.Expectation(m.scalar(body), var, law)


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
    from .applied import Head

    head = Head(Symbol("E", "rm", span=bracket.span), None, None, 0, "E")
    if below is None:
        return _mean(m, bracket.items[0], head)
    return _under_law(m, "mean", head, bracket, below)


# ---------------------------------------------------------------------------------------------------------------------
# probabilities


def probability(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    r"""\Pr(X \le a), \Pr(a < X \le b), \Pr(X = k) of one random variable with a declared law."""
    if bracket.given is not None or len(bracket.items) != 1 or not isinstance(bracket.items[0], Statement):
        raise Unread("a probability of what is no plain event", bracket.span)
    event = bracket.items[0]
    assert isinstance(event, Statement)
    names = [name_of(e) if e is not None else None for e in event.expressions]
    at = next((k for k, n in enumerate(names) if n is not None and n in m.context.laws), None)
    if at is None:
        raise Unread("a probability of a random variable whose law is not known", bracket.span)
    law = m.context.laws[names[at] or ""]
    support = L.support(law)
    low: L.Term | None = None
    high: L.Term | None = None
    for k, sign in enumerate(event.relations):
        left, right = event.expressions[k], event.expressions[k + 1]
        if k not in (at, at - 1) or left is None or right is None:
            raise Unread("a probability of several events", bracket.span)
        limit = m.scalar(right if k == at else left)
        symbol = sign.symbol if k == at else L.FLIPPED.get(sign.symbol, sign.symbol)
        if symbol == "=" and isinstance(support, L.Range | L.Integers):
            return law(limit)
        if isinstance(support, L.Range | L.Integers) or symbol not in ("<", "<=", ">", ">="):
            raise Unread("a probability of this event", bracket.span)
        if symbol in ("<", "<="):
            high = limit
        else:
            low = limit
    if not isinstance(support, L.Reals):
        raise Unread("a probability under a law that does not live on the whole line", bracket.span)
    space = L.Interval(low if low is not None else L.Neg(L.oo), high if high is not None else L.oo)
    taken = {v.name for v in space.free | law.free if isinstance(v, L.Var)}
    t = L.fresh(L.Var((names[at] or "x").lower(), space), taken)
    return L.Int(law(t), t)


__all__ = [
    "apply",
    "is_random",
    "jensen_shannon",
    "mean_in_angles",
    "mixture",
    "operator",
    "operator_of",
    "symbol_name",
]
