r"""Further data: $\tilde y$, $y^*$, $y_{\mathrm{new}}$ and $y_{n+1}$ beside $y_1, \dots, y_n$ have the law that each of
these has, where the page speaks of what is predicted and says nothing else of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ...language.beneath import interior
from ..names import name_of
from ..shapes.shapes import without_accent
from ..syntax import Statement
from .whole_data import together

if TYPE_CHECKING:
    from ..meaning import Meaning

_PREDICTED = re.compile(
    r"\b(posterior[- ]predict|predict|future|(new|next|further|another) (observation|data|trial|draw|value))"
)
_LABELS = re.compile(r"(\^\{?\*\}?|_\{?(\\mathrm\{)?(new|pred|next|n\+1|N\+1|\*)\}*)$")


def stem(m: Meaning, name: str) -> str | None:
    """The data that a name is a further one of; None for any other name."""
    context = m.context
    if not _PREDICTED.search(f"{context.said} {context.words}".lower()) and not _is_given_all(m, name):
        return None
    plain = without_accent(name) if name.startswith("\\tilde") else _LABELS.sub("", name)
    data = context.data.keys() | {each for (_, each), factor in context.factors.items() if factor.index is not None}
    known = (context.laws, context.values, context.data, context.random, context.functions)
    if plain is None or plain == name or any(name in names for names in known):
        return None
    return next((each for each in (plain, plain.upper()) if each in data), None)


def _is_given_all(m: Meaning, name: str) -> bool:
    r"""Whether a density of it alone is taken given all of the data: p(x_* \mid x_{1:n}), p(x_* \mid \mathcal{D})."""
    for use in m.context.survey.applications:
        match use.items:
            case (Statement((item, _)) | item,) if (
                use.head in ("p", "q") and item is not None and use.given is not None
            ):
                if name_of(item) == name and together(m, use.given) != use.given:
                    return True
    return False


def point(m: Meaning, name: str, home: L.Space) -> L.Var:
    """A further one of data that lie in a space, as any value that it may take."""
    if L.is_counted(home):
        m.context.count(name)
    found = L.Var(name, m.context.space_of_number(name) if L.is_scalar_space(home) else home)
    m.context.presume(*interior(found, home))
    return found


__all__ = ["point", "stem"]
