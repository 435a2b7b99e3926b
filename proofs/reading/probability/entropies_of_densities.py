r"""Differential entropies of one random variable whose density a page states, or is any: h(X), h(aX + b).

The entropy of a X + b is that of X and \log |a|, whatever density X has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..laws import stated
from ..names import name_of
from ..syntax import Symbol, Syntax, Unread
from . import entropies_of_any
from .entropies_of_normals import slope_of
from .said_of_variables import is_known_otherwise
from .variables_with_densities import is_of_density, variable_of

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

REMARK = r"the entropy of $aX + b$ is taken to be that of $X$ and $\log |a|$"


def entropy(m: Meaning, node: Syntax, head: Head) -> L.Term | None:
    """Its entropy; None of other expressions.  Raises ``Unread`` where it is no linear formula of its variable."""
    context = m.context
    if not is_of_density(context, node):
        return None
    name = variable_of(context, node)
    assert name is not None
    written = m.densities.is_variable(name.lower())  # p(x), f_X(x), which its entropy is then that of
    if written and name_of(node) == name:
        return None
    if written and m.densities.space(name.lower()) is not L.R:
        raise Unread(f"{head.name} of what is made of what may be no number", head.symbol.span)
    whole = entropies_of_any.entropy(m, (Symbol(name),), (), head) if written else _of_variable(m, name)
    while (made := context.random.get(name_of(node) or "")) is not None:
        node = made
    if name_of(node) is not None:
        return whole
    point = L.Var(f"{name.lower()}'", L.R)
    with m.binding({name: point}):
        slope = slope_of(m.scalar(node), point, head)
    if slope is None:
        raise Unread(f"{head.name} of what does not depend on a random variable", head.symbol.span)
    m.remarks.append(REMARK)
    return whole + L.log(abs(slope))


def _of_variable(m: Meaning, name: str) -> L.Term:
    """The entropy of a random variable: minus the mean of the logarithm of its density."""
    if stated.stated(m.context, name) is not None:
        x, density = stated.under(m, name)
        written = L.Neg(L.Int(density * L.log(density), x))
        m.context.entropies.add(written)
        return written
    letter = m.context.density_names.get(name)
    law = L.Density(f"f_{{{name}}}" if letter is None else letter, L.R)
    m.context.assume(L.density(law))
    if (known := is_known_otherwise(m.context, name)) is not None:
        m.context.fog.setdefault(f"{law.name}(", known)
    return L.H(law)


__all__ = ["entropy"]
