"""Tables of small checks: one test for all rows, which lists those that fail; a test of its own for each row costs more
than the row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

SHOWN = 20  # rows that fail


def for_each(rows: Iterable[Any], name: Callable[[Any], object] = str) -> Callable[[Callable[..., None]], Any]:
    """Make one test of a check that takes a row (several arguments where it is a tuple); ``name`` is what a row is
    called where it fails."""
    table = tuple(rows)

    def tabled(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            failed = []
            for row in table:
                try:
                    check(*row) if type(row) is tuple else check(row)
                except (AssertionError, pytest.fail.Exception) as fault:
                    failed.append(f"{name(row)}: {fault}")
                except BaseException as error:
                    error.add_note(f"in the row {name(row)}")
                    raise
            assert table, "a table without rows"
            assert not failed, "\n".join([f"{len(failed)} of {len(table)} rows fail", *failed[:SHOWN]])

        test.__name__, test.__doc__, test.__module__ = check.__name__, check.__doc__, check.__module__
        return test

    return tabled
