"""Random variables in capitals that have a density, stated or unknown, and what is made of one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..laws import stated
from ..names import name_of
from ..syntax import Syntax

if TYPE_CHECKING:
    from ..context import Context

_OF_VECTORS = re.compile(r"\bvectors?\b|\bvector-valued\b|\bmultivariate\b|\bjoint density\b")
_CONTINUOUS = re.compile(
    r"\b(continuous|absolutely continuous|real-valued) (real )?random\b|\bdensit(y|ies)\b|\bpdfs?\b"
)


def is_of_density(context: Context, node: Syntax) -> bool:
    """Whether an expression is in one random variable without a law that has a density, stated or unknown."""
    name = variable_of(context, node)
    if name is None or name in context.laws or name in context.masses or name in context.joints:
        return False
    return stated.stated(context, name) is not None or _has_unknown(context, name)


def _has_unknown(context: Context, name: str) -> bool:
    """Whether a random variable has a density of which nothing is known."""
    said = context.said.lower()
    if name in context.spaces or _OF_VECTORS.search(said):
        return False
    unnamed = name in context.survey.random and _CONTINUOUS.search(said) is not None
    known = name in context.fog or name in context.drawn or name in context.data
    return (name in context.density_names or unnamed) and not known


def variable_of(context: Context, node: Syntax) -> str | None:
    """The one random variable in capitals that an expression is in; what is made of one is in that."""
    name = name_of(node)
    if name is not None and name in context.random:
        return variable_of(context, context.random[name])
    names = {name for each in node.walk() if (name := name_of(each)) is not None and name[:1].isupper()}
    return names.pop() if len(names) == 1 else None


__all__ = ["is_of_density", "variable_of"]
