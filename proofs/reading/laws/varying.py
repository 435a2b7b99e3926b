r"""Names behind the bars of densities that stand for more than one circumstance: the x of q(z|x) in a mean over x.

q(z|x) is one density where x is the same all over a page.  Where something runs over x, or a function of x is taken at
other points, it is another one for each x, so that x is a variable of it like z; and what stands in the place of x
elsewhere, x' in q(z|x'), is a value of that variable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..context import Context, argument_names

Uses = Sequence[tuple[list[str | None], list[str | None]]]  # the names before the bar, and those behind it


def run_over(context: Context) -> set[str]:
    """The names that something runs over, and those at which one function is taken in turn, f(y) and f(z)."""
    survey = context.survey
    found = survey.integrated | survey.summed | survey.over
    taken: dict[tuple[str, int], set[str]] = {}
    for applied in survey.applications:
        if applied.given is None and not context.is_density(applied.head):
            for place, name in enumerate(argument_names(applied)[0]):
                if name is not None:
                    taken.setdefault((applied.head, place), set()).add(name)
    return found.union(*(names for names in taken.values() if len(names) > 1))


def stand_for(uses: Uses, circumstances: set[str], over: set[str]) -> Mapping[str, str]:
    """For each name behind a bar that is a value of a variable, and for those that stand in one place with others, the
    variable; where the density is not always written alike, only what is run over is one."""
    moving = circumstances & over
    columns = _columns(uses)
    if not moving or columns is None:
        return {name: name for name in moving}
    before = len(uses[0][0])
    kept = [column for k, column in enumerate(columns) if k < before or not moving.isdisjoint(column)]
    return {name: column[0] for column in kept for name in column}


def _columns(uses: Uses) -> list[list[str]] | None:
    """The names that stand in each place of a density; None where one stands in two of them, or places are left out."""
    if len({(len(before), len(behind)) for before, behind in uses}) != 1:
        return None
    columns: list[list[str]] = []
    for place in zip(*((*before, *behind) for before, behind in uses), strict=True):
        columns.append(list(dict.fromkeys(name for name in place if name is not None)))
    every = [name for column in columns for name in column]
    return columns if all(columns) and len(set(every)) == len(every) else None


def in_order(uses: Uses, values: Mapping[str, str]) -> Iterable[str]:
    """The variables that names stand for, those before bars first."""
    names = (*(n for before, _ in uses for n in before), *(n for _, behind in uses for n in behind))
    return dict.fromkeys(values.get(n, n) for n in names if n is not None)


__all__ = ["Uses", "in_order", "run_over", "stand_for"]
