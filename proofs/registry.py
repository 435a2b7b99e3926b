"""The rules there are: each is registered under its name, and once the registry is sealed a new one is foreign."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .language import Term
from .language.facts import Facts
from .steps import Rewrite, Rule

REGISTRY: dict[str, Rule] = {}
_sealed = False


def rule(phrase: str, relation: str = "=", kind: str = "rewriting") -> Callable[[Rewrite], Rule]:
    """Make a function a rule.  Its docstring is the formula.  Once the registry is sealed, new rules are foreign."""

    def make(rewrite: Rewrite) -> Rule:
        formula = (rewrite.__doc__ or "").strip()
        if not formula:
            raise ValueError(f"rule {rewrite.__name__}: expected its formula as docstring, found none")
        made = Rule(rewrite.__name__, formula, phrase, relation, rewrite, kind)
        if not _sealed:
            if made.name in REGISTRY:
                raise ValueError(f"rule {made.name}: the name is taken")
            REGISTRY[made.name] = made
        return made

    return make


def seal() -> None:
    """Close the registry: rules made from now on are foreign and license nothing."""
    global _sealed
    _sealed = True


@rule("rearranging")
def algebra(t: Term, facts: Facts) -> Iterator[Term]:
    r"""a = b, where a - b is the zero polynomial in its opaque parts"""
    yield t
