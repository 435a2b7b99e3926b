r"""Probabilities of events as they are written: P(A \cap B^c), for the entry of a table or a sum of its entries."""

from __future__ import annotations

from collections.abc import Callable

from proofs.language import Node, happening


def probability_written(t: Node, name: Callable[[str], str], both: str, complement: str, whole: str) -> str | None:
    r"""P(A \cap B^c), where a term is that, with the signs and names of a notation; None for other terms."""
    found = happening(t)
    if found is None:
        return None
    law, events = found
    parts = [
        name(each) if happens else "-" if each == "+" else f"{name(each)}{complement}"
        for each, happens in events.items()
    ]
    return f"{law.name}({both.join(parts) or whole})"
