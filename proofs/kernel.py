"""The kernel: the only code that can license a step or make a theorem.

A *rule* rewrites a term without ever seeing what the author wrote next; a step from ``left`` to ``right`` is licensed
when what the rule makes of one side equals the other side by exact algebra, every term on the way being defined under
the hypotheses.  A *theorem* has no public constructor: ``conclude``, ``instantiate`` and the inferences below make it.

What must be believed to believe a theorem: this file, what it has reasons do (``registry``, ``rewriting``, ``places``),
the algebra, the definedness conditions, each rule that was used, and the hypotheses that the theorem carries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .algebra import equal
from .definedness import unmet
from .language import (
    FLIPPED,
    Claim,
    Iff,
    Law,
    Name,
    Neg,
    Node,
    Plus,
    Relation,
    Statement,
    Term,
    Var,
    alpha_equal,
    substitute,
)
from .language.facts import Facts
from .language.signs import has_density
from .places import outside
from .registry import REGISTRY, algebra
from .rewriting import follows, rewrites
from .steps import Refused, Step, Use
from .views import opened


@dataclass(frozen=True)
class Licence:
    """Whether a step may be written, and if not, what was expected and what was found."""

    granted: bool
    rule: str
    reversed: bool = False
    why: str | None = None
    needs: tuple[Node, ...] = ()


_KEY = object()


class Theorem:
    """A claim that the kernel made: under its hypotheses its statement holds.  ``rules`` are the rules it rests on."""

    __slots__ = ("claim", "rules")
    claim: Claim
    rules: frozenset[str]

    def __init__(self, claim: Claim, rules: frozenset[str], *, key: object = None) -> None:
        if key is not _KEY:
            raise TypeError("theorems are made by the kernel only")
        object.__setattr__(self, "claim", claim)
        object.__setattr__(self, "rules", rules)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a theorem is immutable")

    def __repr__(self) -> str:
        return f"Theorem({self.claim!r})"


# ---------------------------------------------------------------------------------------------------------------------
# licences


@lru_cache(maxsize=10_000)
def licence(step: Step, hypotheses: tuple[Node, ...]) -> Licence:
    """May this step be written under these hypotheses?"""
    name = step.use.name
    if step.use.instance is not None:
        return _instance(step, hypotheses)
    facts = Facts(hypotheses)
    if reserved := next(filter(None, map(_reserved, (step.left, step.right, *hypotheses))), None):
        return Licence(False, name, why=f"the name {reserved} is kept for bound variables in comparisons")
    missing = unmet(step.left, facts) + unmet(step.right, facts)
    if missing:
        return Licence(False, name, why="not defined under the hypotheses", needs=tuple(dict.fromkeys(missing)))
    if alpha_equal(step.left, step.right):
        return Licence(False, name, why="two equal consecutive lines: nothing is done in this step")
    by_algebra = step.symbol in ("=", "<=", ">=") and equal(step.left, step.right, facts)
    if by_algebra:
        if step.use.rule is algebra and step.symbol == "=":
            return Licence(True, name)
        return Licence(False, name, why="both sides are equal by plain algebra: the reason must be algebra")
    if step.use.rule is algebra:
        if step.symbol != "=" and _by_sign(step, facts):
            return Licence(True, name)
        return Licence(False, name, why="algebra does not make the two sides equal")
    try:
        for source, target, backwards in ((step.left, step.right, False), (step.right, step.left, True)):
            for new, relation in rewrites(source, step.use, facts):
                wanted = FLIPPED[step.symbol] if backwards else step.symbol
                if _implies(relation, wanted) and equal(new, target, facts) and not unmet(new, facts):
                    return Licence(True, name, reversed=backwards)
    except Refused as refusal:
        return Licence(False, name, why=str(refusal))
    return Licence(False, name, why="what the rule yields is not equal to what is written")


@lru_cache(maxsize=10_000)
def _reserved(t: Node) -> str | None:
    """A name that comparing up to renaming gives to bound variables, and so no variable may have."""
    return next((v.name for v in t.walk() if isinstance(v, Var) and v.name.startswith(("#", "@"))), None)


def _implies(found: str, wanted: str) -> bool:
    return found == wanted or (found, wanted) in (("=", "<="), ("=", ">="), ("<", "<="), (">", ">="))


def _by_sign(step: Step, facts: Facts) -> bool:
    """a <= b because b - a, as it stands or multiplied out, has a known sign."""
    gap = Plus((step.right, Neg(step.left))) if step.symbol in ("<=", "<") else Plus((step.left, Neg(step.right)))
    for form in dict.fromkeys((gap, opened(gap, facts))):
        known = (
            facts.positive if step.symbol in ("<", ">") else facts.nonzero if step.symbol == "!=" else facts.nonnegative
        )
        if not unmet(form, facts) and known(form):
            return True
    return False


def _instance(step: Step, hypotheses: tuple[Node, ...]) -> Licence:
    """A step with terms put for its names is licensed with it, if its hypotheses, put likewise, follow."""
    assert step.use.instance is not None
    general, under, pairs = step.use.instance
    mapping = dict(pairs)
    found = licence(general, under)
    if not found.granted:
        return found
    for side, written in ((general.left, step.left), (general.right, step.right)):
        if substitute(side, mapping) is not written:
            return Licence(False, found.rule, why="what is written is no instance of the general step")
    facts = Facts(hypotheses)
    if strangers := outside(mapping, facts):
        return Licence(
            False, found.rule, why=f"what is put for {', '.join(strangers)} is not known to lie in its space"
        )
    without_density = any(isinstance(value, Law) and not has_density(value, facts) for value in mapping.values())
    missing = unmet(step.left, facts) + unmet(step.right, facts) if without_density else ()
    if missing:
        return Licence(False, found.rule, why="not defined under the hypotheses", needs=missing)
    open_ = tuple(h for h in (substitute(h, mapping) for h in under) if not follows(h, facts))
    if open_ or general.symbol != step.symbol:
        return Licence(False, found.rule, why="a hypothesis of the general step does not follow", needs=open_)
    return found


# ---------------------------------------------------------------------------------------------------------------------
# theorems

_STRENGTH = {"=": 0, "<=": 1, "<": 2, ">=": -1, ">": -2}


def combined(symbols: list[str]) -> str:
    """The relation between the ends of a chain: strict as soon as one step is.  Refused where directions are mixed."""
    result = 0
    for symbol in symbols:
        strength = _STRENGTH[symbol]
        if strength * result < 0:
            raise Refused(
                f"a chain cannot go on with {symbol} after {next(s for s, v in _STRENGTH.items() if v == result)}"
            )
        result = max(result, strength) if strength > 0 else min(result, strength) if strength < 0 else result
    return next(symbol for symbol, strength in _STRENGTH.items() if strength == result)


def conclude(start: Term, steps: tuple[Step, ...], hypotheses: tuple[Node, ...]) -> Theorem:
    """The theorem a chain of licensed steps proves: its first term related to its last."""
    if not steps:
        raise Refused("a chain needs at least one step")
    here, used = start, set()
    for step in steps:
        if step.left is not here:
            raise Refused(f"expected a step from {here!r}, found one from {step.left!r}")
        found = licence(step, hypotheses)
        if not found.granted:
            raise Refused(f"{found.rule}: {found.why}")
        used |= _rules(step.use)
        here = step.right
    statement = Relation(start, combined([step.symbol for step in steps]), here)
    return Theorem(Claim(hypotheses, statement), frozenset(used), key=_KEY)


def instantiate(theorem: Theorem, mapping: Mapping[Name, Any], hypotheses: tuple[Node, ...]) -> Theorem:
    """The theorem with terms put for its names; its hypotheses are put likewise.

    Refused unless, under the hypotheses at hand, what is put for a name lies in the space of that name; where that
    needs hypotheses at hand, the instance stands under them as well.
    """
    claim = substitute(theorem.claim, mapping)
    if outside(mapping, Facts(claim.hypotheses)):
        claim = Claim(tuple(dict.fromkeys(claim.hypotheses + hypotheses)), claim.statement)
    if strangers := outside(mapping, Facts(claim.hypotheses)):
        raise Refused(f"what is put for {', '.join(strangers)} is not known to lie in its space")
    return Theorem(claim, theorem.rules, key=_KEY)


def weaken(theorem: Theorem, hypotheses: tuple[Node, ...]) -> Theorem:
    """The same statement under hypotheses from which the theorem's own follow."""
    facts = Facts(hypotheses)
    for h in theorem.claim.hypotheses:
        if not follows(h, facts):
            raise Refused(f"the hypothesis {h!r} does not follow")
    missing = unmet(theorem.claim.statement, facts)
    if missing:
        raise Refused(f"not defined under the hypotheses: {missing!r}")
    return Theorem(Claim(hypotheses, theorem.claim.statement), theorem.rules, key=_KEY)


def discharge(theorem: Theorem, known: Theorem) -> Theorem:
    """The theorem without a hypothesis that is itself a theorem under the remaining ones."""
    rest = tuple(h for h in theorem.claim.hypotheses if h is not known.claim.statement)
    weaken(known, rest)
    return Theorem(Claim(rest, theorem.claim.statement), theorem.rules | known.rules, key=_KEY)


def infer(use: Use, premises: tuple[Theorem, ...], statement: Statement, hypotheses: tuple[Node, ...]) -> Theorem:
    """A statement by an inference rule from theorems that hold under the same hypotheses."""
    chosen = use.rule
    if chosen is None or REGISTRY.get(chosen.name) is not chosen or chosen.kind != "inference":
        raise Refused(f"expected an inference rule, found {use.name}")
    facts = Facts(hypotheses)
    for premise in premises:
        weaken(premise, hypotheses)
    statements = tuple(premise.claim.statement for premise in premises)
    for yielded in chosen.rewrite(statements, facts, *use.arguments):
        if alpha_equal(yielded, statement):
            rules = frozenset({chosen.name}).union(*(p.rules for p in premises))
            return Theorem(Claim(hypotheses, statement), rules, key=_KEY)
    raise Refused(f"{chosen.name} does not yield {statement!r}")


def equivalence(
    there: Theorem, back: Theorem, left: Statement, right: Statement, hypotheses: tuple[Node, ...]
) -> Theorem:
    """left <=> right, from: right under the supposition left, and left under the supposition right."""
    for theorem, supposed, shown in ((there, left, right), (back, right, left)):
        if theorem.claim.statement is not shown:
            raise Refused(f"expected a theorem that shows {shown!r}, found {theorem.claim.statement!r}")
        weaken(theorem, (*hypotheses, supposed))
    return Theorem(Claim(hypotheses, Iff(left, right)), there.rules | back.rules, key=_KEY)


def attested(theorem: Theorem, statement: Statement, name: str) -> Licence:
    """The licence of an inferred statement: the theorem that shows it."""
    if alpha_equal(theorem.claim.statement, statement):
        return Licence(True, name)
    return Licence(False, name, why=f"the theorem shows {theorem.claim.statement!r}")


def _rules(use: Use) -> set[str]:
    if use.rule is not None:
        return {use.rule.name}
    if use.instance is not None:
        return _rules(use.instance[0].use)
    return set(use.theorem.rules) if use.theorem is not None else set()
