r"""Unknown densities of which an equation says how they hang together: q(y) = \int q(y | x) p(x) dx.

They are read as any densities p and q, the x of q with a law of its own; what follows for them from the equation
alone is not refuted.
"""

from __future__ import annotations

from ..context import Context
from ..syntax import Syntax
from ..uses.survey import survey
from ..uses.uses import Applied


def put_in_doubt(context: Context, left: Syntax, right: Syntax) -> None:
    """Put the letter of such an equation in doubt."""
    density = Applied.written(left)
    if density is None or density.given is not None or not context.is_density(density.head):
        return
    if density.head in context.laws or len(context.survey.heads()) < 2:
        return
    inside = survey([right]).applications
    conditional = any(each.head == density.head and each.given is not None for each in inside)
    if conditional and any(each.head != density.head and context.is_density(each.head) for each in inside):
        context.fog.setdefault(f"{density.head}(", "how it hangs together with another density is not used")


__all__ = ["put_in_doubt"]
