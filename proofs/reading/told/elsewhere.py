"""What sections that have ended said of names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ... import language as L
from ..terms.defined import Defined

if TYPE_CHECKING:
    from ..context import Context


@dataclass
class Elsewhere:
    """What sections that have ended said of names: not in force, but what an author may still have in mind."""

    values: dict[str, L.Term] = field(default_factory=dict)
    functions: dict[str, Defined] = field(default_factory=dict)
    laws: dict[str, L.Law] = field(default_factory=dict)
    formulas: dict[str, L.Term | None] = field(default_factory=dict)  # values in other names; None: several

    def learn(self, context: Context) -> None:
        """Keep what a context knows when it ends."""
        for name, value in context.values.items():
            if value.free and self.formulas.setdefault(name, value) is not value:
                self.formulas[name] = None
        self.values.update(context.values)
        self.functions.update(context.functions)
        self.laws.update(context.laws)

    def known(self, statement: L.Relation) -> tuple[str, ...]:
        """The free names of a statement that were given a meaning elsewhere and have none here."""
        names = (n for n in statement.free if isinstance(n, L.Var | L.Function))
        return tuple(sorted(n.name for n in names if n.name in self.values or n.name in self.functions))

    def instead(self, statement: L.Relation, about: Collection[str]) -> L.Relation:
        """The statement with its free names standing for what they stood for elsewhere, but for those that something is
        said ``about`` where it stands."""
        mapping: dict[L.Name, L.Node] = {}
        for name in statement.free:
            match name:
                case L.Var() if name.name in self.values.keys() - about:
                    mapping[name] = self.values[name.name]
                case L.Function() if name.name in self.functions.keys() - about and self.functions[name.name].is_plain:
                    defined = self.functions[name.name]
                    if defined.arguments[0].space is name.domain[0]:
                        mapping[name] = L.Lambda(defined.body, defined.arguments[0])
        return L.substitute(statement, mapping) if mapping else statement


__all__ = ["Elsewhere"]
