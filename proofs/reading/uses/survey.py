r"""The survey of a stretch of a document: how each name is used there, before any is given a meaning.

``p(y|x)`` says that p is applied, ``\sum_{i=1}^n`` that i runs and n counts, ``A^\top`` that A is no number, ``x^2``
that x is one.  What a name is follows from all its uses together; that is why they are collected first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..names import FUNCTION_LETTERS, is_event, name_of, symbol_name
from ..probability.event_formulas import event
from ..relations import ORDERS
from ..syntax import (
    Add,
    Big,
    Bracket,
    Choose,
    Differential,
    Dots,
    Factorial,
    Mark,
    Multiply,
    Named,
    Numeral,
    RowSyntax,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
)
from . import exponential_forms, letter_e, letter_pi, mentions
from .exponents import decays
from .members import beside_members
from .running import ACTIONS, PLACES, find_data, find_free_places, find_running, summation_variable
from .same_sizes import first_alike
from .superscripts import index_above, is_minus_one, is_transposition
from .uses import Applied, Survey, factors_of_whole

_OPERATORS_TEXT = (
    "E Var Cov Corr TV D_TV KL D_KL JS JSD D_JS KLD H h I Pr Mean Median mode median Skew std Std MSE "
    "D_{KL} D_{JS} D_{TV}"
)
_ENTROPIES = frozenset(("H", "h", "I"))
_SIZES = ("n", "N")
_FEATURES = frozenset(("phi", "varphi", "psi"))  # maps to vectors of features
OPERATORS = frozenset(_OPERATORS_TEXT.split())


def survey(rows: Iterable[Syntax]) -> Survey:
    """The survey of rows that belong together."""
    found = Survey()
    everything = list(rows)
    for row in everything:
        find_running(row, found)
    find_data(everything, found)
    found.beside = beside_members(everything, found.is_index)
    found.alike = first_alike(everything)
    alone, listed = mentions.alone(everything), mentions.listed(everything)
    apart = {id(row) for row in (*(row for row, _ in alone), *listed)}
    found.formulas.update(name for row in everything for name in _formulas(row))
    for row in everything:
        if id(row) not in apart:
            _visit(row, found, "value")
    for row in listed:
        for name in row.statements:
            _visit(name, found, "argument" if mentions.is_of_function(name.expressions[0], found) else "value")
    mentions.keep((name for _, name in alone), found)
    ends = {name_of(high) for limits in found.ranges.values() for _, high in limits}
    found.beside |= {name for name in ends if name is not None and found.is_indexed(name)}  # N_k and \sum_{n=1}^N
    find_free_places(found)
    for row in everything:
        _find_made_at_places(row, found)
    found.begun.update(name for row in everything for name in _begun(row))
    found.written.update(name for row in everything for name in _written(row))
    found.bounds.update(name for row in everything for name in _bounds(row))
    found.in_families.update(name for row in everything for name in exponential_forms.letters(row))
    found.valued -= {symbol_name(n) for labels in found.labels.values() for n in labels if isinstance(n, Symbol)}
    found.counting |= found.valued
    found.whole.update(name for row in everything for name in letters_of_sizes(row))
    found.far.update(name for row in everything for name in _far(row))
    found.names_pi = "pi" in found.numeric and letter_pi.is_share(everything)
    found.names_e = any(letter_e.is_given(row) for row in everything)
    return found


def _far(row: Syntax) -> Iterator[str]:
    r"""The names that a formula says tend to infinity: x \to \infty."""
    for statement in row.statements if isinstance(row, RowSyntax) else ():
        match statement:
            case Statement((left, Symbol("infty")), (Sign("to"),)) if (name := name_of(left)) is not None:
                yield name


def _find_made_at_places(row: Syntax, found: Survey) -> None:
    r"""The families that others are made of at a letter over which nothing runs: \alpha_t = 1 - \beta_t, where
    \prod_{s=1}^t \alpha_s runs over another letter."""
    for node in row.of(Statement):
        match node:
            case Statement((Script(Symbol() as base, Symbol() as at, None, 0), right), (Sign("=" | ":="),)):
                stem, letter = symbol_name(base), symbol_name(at)
                others = _stems_at(right, at)
                if not others or stem in others or letter in found.running or not found.is_indexed(stem):
                    continue
                running = next(n for n in found.labels[stem] if isinstance(n, Symbol) and found.is_index(n))
                for other in others:
                    found.labels[other].append(running)
                found.made_at.add((stem, letter))


def _stems_at(node: Syntax | None, at: Symbol) -> set[str]:
    """The letters that stand with this label in an expression; none where a label is made of it, t - 1."""
    scripts = [n for n in (() if node is None else node.walk()) if isinstance(n, Script) and n.below is not None]
    if any(n.below != at and at in n.below.walk() for n in scripts if n.below is not None):
        return set()
    return {symbol_name(n.base) for n in scripts if n.below == at and isinstance(n.base, Symbol)}


def letters_of_sizes(row: Syntax) -> Iterator[str]:
    r"""The letters for sizes that are at least a whole number: for $n \ge 1$."""
    for node in row.of(Statement):
        match node:
            case Statement((Symbol(letter, "", ()), Numeral(least)), (Sign(">="),)):
                if least.isdigit() and (letter in _SIZES or (letter == "m" and int(least) > 0)):
                    yield letter


def _begun(row: Syntax) -> Iterator[str]:
    """The names that an equation begins with."""
    for node in row.of(Statement):
        match node:
            case Statement((left, *_), (Sign("=" | ":="), *_)) if (name := name_of(left)) is not None:
                yield name


def _written(row: Syntax) -> Iterator[str]:
    """The functions and densities whose value an equation begins with, f(x) = ..., f(x; theta) = ..."""
    for node in row.of(Statement):
        match node:
            case Statement((Multiply((head, Bracket("(", items)), ("", "")), right, *_), (Sign("=" | ":="), *_)):
                if (name := name_of(head)) is not None and not factors_of_whole(items, right):
                    yield name


def _formulas(row: Syntax) -> Iterator[str]:
    r"""The functions of which a row says what they are at a name in their formula: \sigma(t) = 1/(1 + e^{-t})."""
    for statement in row.statements if isinstance(row, RowSyntax) else ():
        match statement:
            case Statement((Multiply((head, Bracket("(", (item,), ")", None)), ("", "")), Syntax() as body, *_), signs):
                name, at = name_of(head), name_of(item)
                stated = signs[0].symbol in ("=", ":=") and name is not None and at is not None
                if stated and at in map(name_of, body.walk()) and name not in map(name_of, body.walk()):
                    yield name or ""


def _bounds(row: Syntax) -> Iterator[str]:
    r"""The names in the ends of ranges: the \theta of [0, \theta], and of x \le \theta."""
    for node in row.of(Bracket, Statement):
        ends: tuple[Syntax | None, ...] = ()
        match node:
            case Bracket("[", (_, _), _, None) | Bracket(_, (_, _), "]", None):
                ends = node.items
            case Statement(expressions, relations) if all(sign.symbol in ORDERS for sign in relations) and relations:
                if sum(1 for each in expressions if each is not None and any(map(name_of, each.walk()))) > 1:
                    ends = expressions
        for end in ends:
            if end is None:
                continue
            if (whole := name_of(end)) is not None:  # p_\theta is no \theta
                yield whole
            elif not any(isinstance(part, Bracket | Script) for part in end.walk()):
                yield from (name for name in map(name_of, end.walk()) if name is not None)


def _visit(node: Syntax | None, found: Survey, place: str) -> None:
    """Collect the uses in a tree; ``place`` is value, argument or label."""
    match node:
        case None:
            return
        case Script(Numeral("1") | Symbol("1"), Statement() as said) if _tells_places_apart(said, ACTIONS):
            pass
        case Symbol() | Script():
            _name(node, found, place)
        case Statement((Symbol() as mapping, _, image), (Sign(":"), Sign("to"))) if image is not None:
            found.mapped[symbol_name(mapping)] = image
        case Statement((Symbol() as one, Symbol() as other), (Sign("=" | "!="),)) if {one.name, other.name} <= PLACES:
            pass  # i and j tell places apart there, and are no numbers
        case Statement((Symbol() as whole, Bracket("(", items, ")", None)), (Sign("=" | ":="),)) if any(
            isinstance(item, Dots) for item in items
        ):  # \tau = (s_0, a_0, ..., s_T)
            _visit(whole, found, "argument")
            for item in items:
                _visit(item, found, "argument")
        case Multiply(factors, _):
            _factors(factors, node.signs, found, place)
        case Bracket(_, items, _, given):
            for item in (*items, *(given or ())):
                _visit(item, found, place if len(items) == 1 and given is None else "argument")
        case Big():
            _big(node, found)
        case Differential(_, variable):
            name = name_of(variable)
            if name is not None:
                found.integrated.add(name)
                if isinstance(variable, Script):
                    _labels(variable, found)
            else:
                _visit(variable, found, "argument")
        case Factorial(argument):
            _count(argument, found)
            _visit(argument, found, "value")
        case Choose(n, k):
            for part in (n, k):
                _count(part, found)
                _visit(part, found, "value")
        case Named("log", argument, below) if below is not None:
            named = any(isinstance(n, Symbol) for n in argument.walk())
            found.bases[below] = found.bases.get(below, False) or named
            _visit(below, found, "value")
            _visit(argument, found, "value")
        case Named("log" | "ln", argument):
            found.natural = True
            _visit(argument, found, "value" if place == "matrix" else place)
        case Named("exp", argument, None, None):
            _decays(argument, found)
            _visit(argument, found, place)
        case Named("det" | "tr" | "diag" | "vec" | "rank", argument):
            _visit(argument, found, "matrix")
        case _:
            for child in node.children():
                _visit(child, found, "value" if place == "matrix" else place)


def _decays(exponent: Syntax, found: Survey) -> None:
    roles: dict[str, set[str]] = {}
    for name, role in decays(exponent):
        roles.setdefault(name, set()).add(role)
    for name, both in roles.items():
        if len(both) == 1:  # b (t / b) tells nothing
            found.decaying.setdefault(name, set()).update(both)


def _count(node: Syntax, found: Survey) -> None:
    found.counting.update(n for n in map(name_of, node.walk()) if n is not None)


def _stems(node: Syntax) -> Iterator[str]:
    """The stems of the names with a subscript in the end of a sum or a product."""
    for part in node.walk():
        if isinstance(part, Script) and part.below is not None and (stem := name_of(part.base)) is not None:
            yield stem


def _big(node: Big, found: Survey) -> None:
    if node.operator in ("sum", "prod"):
        if node.above is not None:
            _count(node.above, found)
            found.counted.update(_stems(node.above))
        elif (name := summation_variable(node.below)) is not None and name not in found.running:
            found.summed.add(name)
    for limit in (node.below, node.above):
        if isinstance(limit, Statement):
            for each in limit.expressions[1:]:
                _visit(each, found, "argument")
        else:
            _visit(limit, found, "argument")
    for each in node.differentials:
        _visit(each, found, "argument")
        if node.above is not None and not _endless(node.above):  # between limits: a number
            found.numeric.update(n for d in each.walk() if isinstance(d, Differential) and (n := name_of(d.variable)))
    if node.operator == "int" and not node.differentials:
        return  # \int f \log f, where the letters are functions and no numbers
    _visit(node.body, found, "value")


def _endless(node: Syntax) -> bool:
    return any(isinstance(n, Symbol) and n.name == "infty" for n in node.walk())


def _factors(factors: tuple[Syntax, ...], signs: tuple[str, ...], found: Survey, place: str) -> None:
    k = 0
    while k < len(factors):
        factor = factors[k]
        follower = factors[k + 1] if k + 1 < len(factors) and not signs[k + 1] else None
        power = None
        if _is_power_of_value(factor, follower, found):
            assert isinstance(follower, Script)
            power, follower = follower.above, follower.base
        match factor, follower:
            case Symbol("1"), Bracket(_, (Statement() as said,), _, None) if _tells_places_apart(
                said, ACTIONS | PLACES
            ):
                k += 2
                continue
        head = name_of(factor)
        if head is None and isinstance(factor, Script):  # f^2(x), f^{-1}(x)
            head = name_of(Script(factor.base, factor.below, None, factor.primes))
        if isinstance(follower, Bracket) and follower.left in ("(", "[", "{") and _operates(factor):
            _operands(factor, follower, found)
        if isinstance(follower, Bracket) and isinstance(factor, Symbol) and factor.name in ("P", "Pr"):
            found.valued.update(_counts_in(follower))
            for variable, letter in _limits_in(follower):
                found.limits.setdefault(variable, set()).add(letter)
        if head is not None and isinstance(follower, Bracket) and follower.left == "(":
            if not is_event(head, follower):
                found.applications.append(Applied(head, follower.items, follower.given, follower.bar))
            _labels(factor, found)
            arguments = (*follower.items, *(follower.given or ()))
            for item in arguments:
                found.argued.update(n for n in [_argument_name(item)] if n is not None)
                _visit(item, found, "argument")
            _visit(power, found, "value")
            k += 2
        else:
            differentiated = k > 0 and _is_nabla(factors[k - 1]) and name_of(factor) in FUNCTION_LETTERS
            if not (isinstance(factor, Symbol) and isinstance(follower, Bracket) and _operates(factor)):  # E[X]
                _visit(factor, found, "argument" if differentiated else place)
            k += 1


def _tells_places_apart(said: Statement, letters: Collection[str]) -> bool:
    """Whether it is the a = b, or j = 1, of an indicator: such letters are places there, and no numbers."""
    match said:
        case Statement((Symbol(one, "", ()), Symbol(other, "", ())), (Sign("="),)):
            return one in letters and other in letters
        case Statement((Symbol(one, "", ()), Numeral()), (Sign("="),)):
            return one in letters
    return False


def _is_nabla(factor: Syntax) -> bool:
    base = factor.base if isinstance(factor, Script) else factor
    return isinstance(base, Symbol) and base.name == "nabla"


def _is_power_of_value(factor: Syntax, follower: Syntax | None, found: Survey) -> bool:
    r"""Whether two factors are f(x)^2 or \phi(x)^\top, and not p (1 - p)^2, a (x + 1)^2 or b (x)^\top; \sigma(w x)^2 is
    one where a row says what \sigma(t) is."""
    match follower:
        case Script(Bracket("(", (item,), ")", None), None, Syntax() as above, 0) if is_transposition(above):
            return name_of(factor) in FUNCTION_LETTERS | _FEATURES and name_of(item) is not None
        case Script(Bracket("(", items, ")", None), None, Syntax() as above, 0):
            plain = len(items) > 1 or all(map(name_of, items)) or name_of(factor) in FUNCTION_LETTERS | found.formulas
            inside = {name_of(node) for item in items for node in item.walk()}
            return plain and name_of(factor) is not None and name_of(factor) not in inside
    return False


def _operates(factor: Syntax) -> bool:
    base = factor.base if isinstance(factor, Script) else factor
    return isinstance(base, Symbol) and (base.name in OPERATORS or (base.name == "D" and _below(factor)))


def _below(factor: Syntax) -> bool:
    """D_{KL}, and not the D^* of a discriminator."""
    return isinstance(factor, Script) and factor.below is not None


def _operands(factor: Syntax, bracket: Bracket, found: Survey) -> None:
    """Laws in a divergence, random variables in everything else, but for the events of a probability, A of Pr(A)."""
    parts = (*bracket.items, *(bracket.given or ()))
    if _is_probability(factor):
        parts = tuple(part for part in parts if event(part) is None)
    if bracket.bar == "||":
        laws = frozenset(n for part in parts for n in map(name_of, _letters(part)) if n is not None)
        found.divergent |= laws
        found.compared.add(laws)
        return
    names = {n for part in parts for n in map(name_of, _spoken(part)) if n is not None}
    if not _is_probability(factor):
        found.meant |= names
    entropic = name_of(factor) in _ENTROPIES  # H(\epsilon) is of a number, and averages nothing
    of = [part for part in parts if not entropic or (name_of(part) or "")[:1].isupper()]
    found.averaged |= {n for part in of for n in map(name_of, (part, getattr(part, "base", None))) if n is not None}
    if isinstance(factor, Symbol) and factor.name == "H" and factor.font == "rm" and bracket.left == "[":
        found.divergent |= {n for part in parts for n in _mixed(part)}
    if isinstance(factor, Script) and (variable := _drawn(factor.below)) is not None:
        found.random |= {variable} if len(variable) == 1 and variable.isupper() else set()
        found.divergent |= _drawn_from(factor.below)
    else:
        found.random |= {n for n in names if len(n.split("_")[0]) == 1 and n[:1].isupper() and n[:1] not in "EPQH"}


def _is_probability(factor: Syntax) -> bool:
    base = factor.base if isinstance(factor, Script) else factor
    return isinstance(base, Symbol) and base.name in ("P", "Pr", "Prob")


def _counts_in(event: Bracket) -> Iterator[str]:
    """The letters for integers to which random variables are equal in an event: the k of P(X = k)."""
    for part in (*event.items, *(event.given or ())):
        match part:
            case Statement((Syntax() as left, Symbol(letter, "", ())), (Sign("="),)) if letter in PLACES | {"m", "n"}:
                if any((name_of(node) or "")[:1].isupper() for node in left.walk()):
                    yield letter


def _limits_in(event: Bracket) -> Iterator[tuple[str, str]]:
    """The random variables that an event holds above or below a letter for integers, and that: X and n of P(X > n)."""
    for part in (*event.items, *(event.given or ())):
        if isinstance(part, Statement) and all(sign.symbol in ORDERS for sign in part.relations):
            names = [name for each in part.expressions if (name := name_of(each)) is not None and name[:1].isupper()]
            sides = [s for e in part.expressions for s in (e.summands if isinstance(e, Add) else (e,))]
            letters = [e.name for e in sides if isinstance(e, Symbol) and e.name in PLACES | {"m", "n"}]
            yield from ((name, letter) for name in names[:1] for letter in letters)


def _mixed(part: Syntax) -> set[str]:
    r"""The laws p and q of \mathrm{H}[\lambda p + (1-\lambda) q]."""
    match part:
        case Add((Multiply((_, *_, one)), Multiply((_, *_, other))), ("", "+")):
            return {n for n in (name_of(one), name_of(other)) if n is not None and n[:1] in ("p", "q")}
    return set()


def _drawn(below: Syntax | None) -> str | None:
    r"""The variable of E_{x \sim q}: nothing else in such a mean is shown to be random by it."""
    match below:
        case Statement((variable, _), (Sign("~"),)):
            return name_of(variable) or ""
    return None


def _run_over(below: Syntax | None) -> tuple[Syntax, ...]:
    r"""What a mean runs over: x and z of E_{p(x, z)}, z of E_{q(z|x)} and of E_{z \sim q(z|x)}."""
    match below:
        case Statement((Syntax() as variable, _), (Sign("~"),)):
            return (variable,)
        case Multiply((_, Bracket("(", items)), _):
            return items
    return ()


def _drawn_from(below: Syntax | None) -> set[str]:
    r"""The law of E_{x \sim g}: a letter of which g(x) is the density."""
    match below:
        case Statement((_, law), (Sign("~"),)) if law is not None and (name := name_of(law)) is not None:
            return {name}
    return set()


def _spoken(node: Syntax) -> Iterator[Syntax]:
    """The nodes of an expression but for the limits of its sums and products, the T of a transposition, and the N by
    which x_{1:N} and x_N say how many data there are."""
    yield node
    if isinstance(node, Script) and _says_how_many(node.below):
        yield from _spoken(node.base)
        return
    if isinstance(node, Script) and is_transposition(node.above):
        yield from _spoken(Script(node.base, node.below) if node.below is not None else node.base)
        return
    for child in (node.body, *node.differentials) if isinstance(node, Big) else node.children():
        yield from _spoken(child)


def _says_how_many(below: Syntax | None) -> bool:
    match below:
        case Symbol(letter, "", ()) if letter in _SIZES:
            return True
        case Statement((_, _), (Sign(":"),)):
            return True
    return False


def _letters(node: Syntax) -> Iterator[Syntax]:
    """The nodes of what a divergence is taken of, without what its densities are taken at: of p(z | x) that is p."""
    yield node
    match node:
        case Multiply((Symbol() | Script() as head, Bracket("("), *more), _):
            yield head
            for factor in more:
                yield from _letters(factor)
        case _:
            for child in (node.body, *node.differentials) if isinstance(node, Big) else node.children():
                yield from _letters(child)


def _argument_name(item: Syntax) -> str | None:
    if isinstance(item, Statement) and len(item.expressions) == 2:
        return name_of(item.expressions[1])
    return name_of(item)


def _name(node: Symbol | Script, found: Survey, place: str) -> None:
    _labels(node, found)
    if isinstance(node, Script) and _operates(node):
        found.over.update(name for name in map(name_of, _run_over(node.below)) if name is not None)
        found.run_over_by.update((law, _drawn(node.below) or "") for law in _drawn_from(node.below))
        _visit(node.below, found, "argument")  # \mathrm E_{q(z|x)}
    match node:
        case Script(base, below, above, primes):
            starred = name_of(node) if isinstance(above, Mark) else None  # f^* is another name, and no power of f
            stem = starred or name_of(Script(base, below, None, primes) if below is not None or primes else base)
            if stem is None:
                _visit(base, found, place)
            else:
                found.bare.add(stem)
                if place != "argument":
                    found.numeric.add(stem)
            if stem is not None and (index := index_above(above)) is not None and symbol_name(index) in found.running:
                found.marked.add(stem)
            if is_transposition(above):
                if stem is not None:  # not the names of a product or a sum, (I - H)^\top
                    found.transposed.add(stem)
            elif is_minus_one(above):
                if stem is not None:
                    found.inverted.add(stem)
            elif above is not None:
                if stem is not None and isinstance(above, Numeral) and above.text == "2":
                    found.squared.add(stem)
                if stem == "e":
                    _decays(above, found)
                _visit(above, found, "value")
            if below is not None and stem is not None:
                for part in below.walk():
                    if isinstance(part, Symbol):
                        found.bare.add(symbol_name(part))
        case Symbol():
            name = symbol_name(node)
            found.bare.add(name)
            if place == "value":
                found.numeric.add(name)


def _labels(node: Syntax, found: Survey) -> None:
    """Keep the subscript of a name; that of anything else, (x)_i, under no name."""
    if isinstance(node, Script) and node.below is not None:
        stem = name_of(node.base)
        match node.below:
            case Bracket("(", (_,), ")", None):  # X_{(k)}, the k-th smallest, is none of the X_i
                return
            case Statement((_, _), (Sign(":"),)):  # x_{1:n} are all of them
                return
        found.labels.setdefault("" if stem is None else stem, []).append(node.below)
        if stem is not None:
            match node.below:
                case Add((Symbol() as letter, Numeral()), ("", "+" | "-")):
                    found.moved.add(symbol_name(letter))


__all__ = ["letters_of_sizes", "survey"]
