r"""The names that are vectors or matrices, and their shapes; ``evidence`` finds them.

What no evidence reaches is a number; a name whose uses contradict each other has no shape.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ... import language as L
from .dimensions import ONE, SCALAR, Dim, Dimensions, Shape

if TYPE_CHECKING:
    from ..context import Context
    from ..syntax import Syntax

_ACCENTS = ("\\hat", "\\bar", "\\tilde", "\\vec", "\\check", "\\mathbf", "\\mathrm", "\\boldsymbol", "\\mathbb")


class Shapes(Dimensions):
    """Shapes by name."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.of: dict[str, Shape] = {}
        self.numbers: set[str] = set()  # names that stand where only a number can
        self.entrywise: set[str] = set()  # names that stand where entries are meant, or that such are made of
        self.says_entrywise = False  # whether words say that functions act so
        self.domains: dict[str, Shape] = {}  # of functions of one vector
        self.data: dict[str, Dim] = {}  # of data x_1, ..., x_n that are vectors, their dimension
        self.sizes: set[str] = set()  # names that are dimensions
        self.spoilt: set[str] = set()  # names whose uses contradict each other
        self.suspected: frozenset[str] = frozenset()  # capital letters that may be matrices without a shape
        self.varied: frozenset[str] = frozenset()  # what all the parts under the heading differentiate by
        self.daring = False  # whether a letter's case counts as evidence
        self.several_identities = False  # whether an I of one size is the spread of vectors of another
        self.identities: dict[int, tuple[Syntax, Dim]] | None = None  # each I, where they have several sizes

    def assign(self, name: str, shape: Shape) -> None:
        """The first evidence of a name's shape; no name is a row."""
        if self.is_one(shape[0]) and not self.is_one(shape[1]):
            return
        if name in self.of or name in self.spoilt or name in self.numbers or name in self.context.values:
            return
        self.of[name] = shape
        self.changed = True

    def agree(self, name: str, shape: Shape) -> None:
        """Further evidence: a vector that is used as a number is neither."""
        if name not in self.of:
            if not self.is_scalar(shape):
                self.assign(name, shape)
        elif not self.alike(self.of[name], shape) and self.is_scalar(self.of[name]) != self.is_scalar(shape):
            self.spoilt.add(name)

    def known(self, name: str) -> Shape | None:
        """The shape of a name, as far as there is evidence."""
        if name in self.spoilt:
            return None
        if name in self.of:
            return self.of[name]
        if name in self.context.values:
            return self.of_space(L.space_of(self.context.values[name]))
        return None

    def of_space(self, space: L.Space | None) -> Shape:
        match space:
            case L.Vectors(d) | L.Simplex(d) | L.Compositions(d, _):
                return self.new(d), ONE
            case L.Matrices(r, c):
                return self.new(r), self.new(c)
        return SCALAR

    def is_array(self, name: str) -> bool:
        """Whether a name is a vector or a matrix; to ask so names no dimension."""
        return name in self.of and name not in self.spoilt and not self.is_scalar(self.of[name])

    def space(self, name: str) -> L.Space | None:
        """The space of a vector or matrix name; None for a number."""
        return self.space_of_shape(self.of[name]) if self.is_array(name) else None

    def size_of_identity(self, node: Syntax) -> Dim | None:
        """The size of an I where each has its own; None where all have one."""
        if self.identities is None:
            return None
        if id(node) not in self.identities:
            self.identities[id(node)] = node, self.new()
        return self.identities[id(node)][1]

    def space_of_shape(self, shape: Shape) -> L.Space | None:
        if self.is_scalar(shape):
            return None
        survey = self.context.survey
        rows, columns = (self.term(dim, survey.bare | survey.labels.keys()) for dim in shape)
        return L.Vectors(rows) if self.is_one(shape[1]) else L.Matrices(rows, columns)

    @property
    def linear(self) -> bool:
        """Whether there is any vector or matrix."""
        return any(not self.is_scalar(shape) for shape in self.of.values())


@lru_cache(maxsize=2_000)  # a document has few names
def bare(name: str) -> str:
    r"""The bare letter of a name: mu of \hat{\mu}_1."""
    text = name.split("_")[0]
    for accent in _ACCENTS:
        text = text.replace(accent, "")
    return text.strip("{}\\^*'() ")


@lru_cache(maxsize=2_000)  # a document has few names
def is_capital(name: str) -> bool:
    return bare(name)[:1].isupper()


def without_accent(name: str) -> str | None:
    r"""The name below a hat or a tilde: beta of \hat{\beta}; None for a name without.  A bar may be an average."""
    if not name.startswith(("\\hat", "\\tilde")):
        return None
    return name[name.index("{") + 1 :].replace("}", "", 1).strip("\\")


_LABEL = re.compile(r"_\{?(\\mathrm\{)?[A-Z]{2,}\}*$")  # of an estimate: MLE, MAP, OLS


def estimated(name: str) -> str | None:
    r"""The name of what a name estimates, or is the best value of: p of \hat{p}, \hat{p}_{MLE}, p_{ML} and p^*."""
    plain = _LABEL.sub("", name).removesuffix("^{*}")
    plain = without_accent(plain) or plain.removeprefix("\\")
    return None if plain == name else plain


__all__ = ["SCALAR", "Shapes", "bare", "estimated", "is_capital", "without_accent"]
