"""The walk through a tree that collects how each name in it is used: as a value, as an argument, as a label."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..names import FUNCTION_LETTERS, is_event, name_of, symbol_name
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
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
)
from .exponents import decays
from .operands import counts_in, drawn, drawn_from, limits_in, note_operands, operates, run_over
from .running import ACTIONS, PLACES, summation_variable
from .superscripts import index_above, is_minus_one, is_transposition
from .uses import Applied, Survey

_FEATURES = frozenset(("phi", "varphi", "psi"))  # maps to vectors of features


def visit(node: Syntax | None, found: Survey, place: str) -> None:
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
            visit(whole, found, "argument")
            for item in items:
                visit(item, found, "argument")
        case Multiply(factors, _):
            _factors(factors, node.signs, found, place)
        case Bracket(_, items, _, given):
            for item in (*items, *(given or ())):
                visit(item, found, place if len(items) == 1 and given is None else "argument")
        case Big():
            _big(node, found)
        case Differential(_, variable):
            name = name_of(variable)
            if name is not None:
                found.integrated.add(name)
                if isinstance(variable, Script):
                    _labels(variable, found)
            else:
                visit(variable, found, "argument")
        case Factorial(argument):
            _count(argument, found)
            visit(argument, found, "value")
        case Choose(n, k):
            for part in (n, k):
                _count(part, found)
                visit(part, found, "value")
        case Named("log", argument, below) if below is not None:
            named = any(isinstance(n, Symbol) for n in argument.walk())
            found.bases[below] = found.bases.get(below, False) or named
            visit(below, found, "value")
            visit(argument, found, "value")
        case Named("log" | "ln", argument):
            found.natural = True
            visit(argument, found, "value" if place == "matrix" else place)
        case Named("exp", argument, None, None):
            _decays(argument, found)
            visit(argument, found, place)
        case Named("det" | "tr" | "diag" | "vec" | "rank", argument):
            visit(argument, found, "matrix")
        case _:
            for child in node.children():
                visit(child, found, "value" if place == "matrix" else place)


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
                visit(each, found, "argument")
        else:
            visit(limit, found, "argument")
    for each in node.differentials:
        visit(each, found, "argument")
        if node.above is not None and not _endless(node.above):  # between limits: a number
            found.numeric.update(n for d in each.walk() if isinstance(d, Differential) and (n := name_of(d.variable)))
    if node.operator == "int" and not node.differentials:
        return  # \int f \log f, where the letters are functions and no numbers
    visit(node.body, found, "value")


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
        if isinstance(follower, Bracket) and follower.left in ("(", "[", "{") and operates(factor):
            note_operands(factor, follower, found)
        if isinstance(follower, Bracket) and isinstance(factor, Symbol) and factor.name in ("P", "Pr"):
            found.valued.update(counts_in(follower))
            for variable, letter in limits_in(follower):
                found.limits.setdefault(variable, set()).add(letter)
        if head is not None and isinstance(follower, Bracket) and follower.left == "(":
            if not is_event(head, follower):
                found.applications.append(Applied(head, follower.items, follower.given, follower.bar))
            _labels(factor, found)
            arguments = (*follower.items, *(follower.given or ()))
            for item in arguments:
                found.argued.update(n for n in [_argument_name(item)] if n is not None)
                visit(item, found, "argument")
            visit(power, found, "value")
            k += 2
        else:
            differentiated = k > 0 and _is_nabla(factors[k - 1]) and name_of(factor) in FUNCTION_LETTERS
            if not (isinstance(factor, Symbol) and isinstance(follower, Bracket) and operates(factor)):  # E[X]
                visit(factor, found, "argument" if differentiated else place)
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


def _argument_name(item: Syntax) -> str | None:
    if isinstance(item, Statement) and len(item.expressions) == 2:
        return name_of(item.expressions[1])
    return name_of(item)


def _name(node: Symbol | Script, found: Survey, place: str) -> None:
    _labels(node, found)
    if isinstance(node, Script) and operates(node):
        found.over.update(name for name in map(name_of, run_over(node.below)) if name is not None)
        found.run_over_by.update((law, drawn(node.below) or "") for law in drawn_from(node.below))
        visit(node.below, found, "argument")  # \mathrm E_{q(z|x)}
    match node:
        case Script(base, below, above, primes):
            starred = name_of(node) if isinstance(above, Mark) else None  # f^* is another name, and no power of f
            stem = starred or name_of(Script(base, below, None, primes) if below is not None or primes else base)
            if stem is None:
                visit(base, found, place)
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
                visit(above, found, "value")
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


__all__ = ["visit"]
