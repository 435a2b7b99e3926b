r"""What a question of a sheet says of the derivations that answer it.

::

    derivation = "gaussian_kl"                # its result is the goal; or a list of derivations
    notation = {p = "p_1", q = "p_2"}         # the sheet's names for its names
    values = {mu_1 = 3, "sigma_1^2" = 2, mu_2 = "9/16", sigma_2 = "sqrt(2)"}  # exact, in the sheet's names
    from = "linearity"                        # the reason of the line that the sheet supplies
    shows = "It is symmetric"                 # the heading of the stretch whose last line is asked for
    picture = true                            # by default where no notation, no values and no part are named
    asked = false                             # it is written, and none of the goals

A value is a number, a list of them for a vector, a list of rows for a matrix; ``"s(x)" = "x^2"`` says what a function
is, with a list for one that yields a vector, ``"s(x)" = ["x_1/2"]``.  What is said of one derivation of several stands
with its name: ``derivation = ["kl_nonnegative", {name = "jensen_shannon", shows = "It is symmetric"}]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .keys import SheetError, Value, choice, known, names, values, word

OF_DERIVATIONS = ("derivation", "notation", "values", "from", "shows", "picture", "asked")


@dataclass(frozen=True)
class Derived:
    """A derivation, and what of it a question asks for.

    ``shared`` are notation and values that are said of several: a name that this one does not have is another's.
    """

    name: str
    notation: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, Value], ...] = ()
    start: str | None = None
    shows: str | None = None
    picture: bool | None = None
    asked: bool | None = None
    shared: bool = False


def derived(table: Mapping[str, Any], where: str) -> tuple[Derived, ...]:
    """The derivations of a question, in order.  Raises ``SheetError``."""
    found = table.get("derivation", [])
    entries = found if isinstance(found, list) else [found]
    if not entries:
        if alone := next((key for key in OF_DERIVATIONS if key in table), None):
            raise SheetError(f"{where}: {alone}: expected the derivation that it is about")
        return ()
    several = len(entries) > 1
    for key in ("from", "shows"):
        if several and key in table:
            raise SheetError(f"{where}: {key}: expected one derivation, found {len(entries)}; say it with its name")
    common = _said(table, where)
    return tuple(_one(entry, common, several, where) for entry in entries)


def _one(entry: Any, common: dict[str, Any], several: bool, where: str) -> Derived:
    if isinstance(entry, str) and entry.strip():
        return Derived(entry, **common, shared=several)
    if not isinstance(entry, dict):
        raise SheetError(f"{where}: derivation: expected a name, or a table with one, found {entry!r}")
    known(entry, ("name", *OF_DERIVATIONS[1:]), f"{where}: derivation")
    name = word(entry, "name", f"{where}: derivation")
    if name is None:
        raise SheetError(f"{where}: derivation: name: expected that of a derivation, found {entry!r}")
    own = {key: value for key, value in _said(entry, f"{where}: {name}").items() if value not in ((), None)}
    return Derived(name, **{**common, **own}, shared=several and not own.keys() & {"notation", "values"})


def _said(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    return {
        "notation": names(table, "notation", where),
        "values": values(table, "values", where),
        "start": word(table, "from", where),
        "shows": word(table, "shows", where),
        "picture": choice(table, "picture", where),
        "asked": choice(table, "asked", where),
    }
