"""What a reason makes of a term: a rule, a theorem or a hypothesis, at every place where it may act.

The kernel relies on this file as on itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from .algebra import equal
from .definedness import unmet
from .integrability import is_finite
from .language import FLIPPED, Fact, ForAll, Node, Relation, Term, canonical, substitute
from .language.facts import Facts
from .places import STRICT, Local, everywhere, somewhere
from .registry import REGISTRY
from .steps import Refused, Use
from .validity import law_unmet
from .views import opened


def rewrites(t: Term, use: Use, facts: Facts) -> Iterator[tuple[Term, str]]:
    """Everything the rule makes of ``t`` or of its opened form: the new term and the relation t bears to it."""
    relation, local = _local(use)
    sources = [t]
    view = opened(t, facts)
    if view is not t and equal(t, view, facts) and not unmet(view, facts):
        sources.append(view)
    seen: set[Node] = set()
    for source in sources:
        if relation == "=":
            changed = everywhere(source, local, facts)
            if changed is source:
                continue  # no position can be rewritten
            yield from _fresh(iter([(changed, STRICT)]), source, relation, seen)
        yield from _fresh(somewhere(source, local, relation != "=", facts), source, relation, seen)


def _fresh(
    candidates: Iterator[tuple[Term, int]], source: Term, relation: str, seen: set[Node]
) -> Iterator[tuple[Term, str]]:
    for new, polarity in candidates:
        if new is not source and new not in seen:
            seen.add(new)
            kept = relation if abs(polarity) == STRICT else {"<": "<="}.get(relation, relation)
            yield new, kept if polarity > 0 else FLIPPED[kept]


def _local(use: Use) -> tuple[str, Local]:
    """The relation that a reason guarantees, and the rewriting it allows at one position."""
    if use.rule is not None:
        chosen = use.rule
        if REGISTRY.get(chosen.name) is not chosen:
            raise Refused(f"{chosen.name} is a foreign rule: it is not in the registry")
        if chosen.kind != "rewriting":
            raise Refused(f"{chosen.name} infers a statement; it does not rewrite a term")
        return chosen.relation, lambda t, facts: chosen.rewrite(t, facts, *use.arguments)
    if use.theorem is not None:
        claim = use.theorem.claim
        return _by_relation(claim.statement, claim.hypotheses)
    if use.hypothesis is not None:
        stated: Any = use.hypothesis
        needed: tuple[Node, ...] = (stated,)
        if isinstance(stated, ForAll) and use.arguments:
            (value,) = cast(tuple[Term], use.arguments)
            stated, var = substitute(stated.body, {stated.var: value}), stated.var
            return _by_relation(
                stated, needed, lambda facts: isinstance(value, Term) and facts.within(value, var.space)
            )
        return _by_relation(stated, needed)
    raise Refused(f"expected a rule, a theorem or a hypothesis as reason, found the label {use.label!r}")


def _by_relation(
    known: Any, needed: tuple[Node, ...], applies: Callable[[Facts], bool] = lambda facts: True
) -> tuple[str, Local]:
    """Rewriting with a known relation, at positions where its hypotheses follow."""
    if not isinstance(known, Relation):
        raise Refused(f"expected a relation between terms, found {known!r}")
    if known.symbol in (">=", ">"):
        known = known.flipped()
    if known.symbol == "!=":
        raise Refused("an inequation does not rewrite anything")
    source = canonical(known.left)

    def local(t: Term, facts: Facts) -> Iterator[Term]:
        if canonical(t) is source and applies(facts) and all(follows(h, facts) for h in needed):
            yield known.right

    return known.symbol, local


def follows(h: Node, facts: Facts) -> bool:
    """Whether a hypothesis of a theorem follows from the facts at hand: stated among them, or provable."""
    match h:
        case _ if facts.proves(h):
            return True
        case ForAll(body, _):
            return follows(body, facts.under(h))
        case Fact("density", (law,)):
            return not law_unmet(law, facts)
        case Fact("finite", (t,)):
            return is_finite(t, facts)
    return False
