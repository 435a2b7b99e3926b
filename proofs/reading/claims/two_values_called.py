r"""Two values at once that words call a quantity: "the eigenvalues are $\lambda_{1,2} = 2 \pm 1$".

Each of them is put into the equation for it.
"""

from __future__ import annotations

from ... import language as L
from ..meaning import Meaning
from ..syntax import Syntax
from ..threads import Formula
from ..words import prose
from .called import read_text, unit_matrix
from .named_quantities import Quantity, Spoken, quantities
from .quantities import NONE, Parts

_VALUE = "w_{999}"  # stands for a value: nothing on a page is called so
_NAME = "w_999"


def sides(m: Meaning, formula: Formula, unknown: Syntax, values: tuple[L.Term, L.Term]) -> tuple[L.Term, L.Term] | None:
    """What is zero for each of two values of a quantity that words name, and zero; None where they name none that is
    found by an equation."""
    words = formula.lead if formula.display else formula.words
    found = next(quantities(Spoken(m, formula, unknown), prose.sentence(words)), None)
    texts = None if found is None or found.sides is None or found.doubtful else _texts(m, found)
    if texts is None or NONE in "".join(texts) or _VALUE not in texts[0] or texts[1] != "0":
        return None
    place = L.Var(_NAME, L.R)
    with m.binding({_NAME: place}):
        start = read_text(m, texts[0])
    return L.Column(tuple(L.substitute(start, {place: value}) for value in values)), L.Column((L.Number(0),) * 2)


def _texts(m: Meaning, found: Quantity) -> tuple[str, str] | None:
    assert found.sides is not None
    one = unit_matrix(m, found) if found.kind == "matrix" else ""
    return None if one is None else found.sides(Parts(found.subject, NONE, _VALUE, one, NONE))


__all__ = ["sides"]
