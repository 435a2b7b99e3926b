"""Names that are given their meaning only later: what a line says of them before is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import language as L
from ..lines import Chain, Line


def put_in_doubt(chains: Sequence[Chain]) -> None:
    """Put the names that get a value behind a line, and may be meant with it there, among those that it leaves open."""
    last: dict[str, int] = {}
    for k, line in enumerate(line for chain in chains for line in chain.lines):
        if line.defines is not None:
            last[line.defines] = k
        elif line.kind in ("definition", "goal") and line.claim is not None:
            match line.claim.statement:  # of a parameter, of which a sign was known; "and they are given by a_n = ..."
                case L.Relation(L.Var(name) as x, "=", value) if line.kind == "definition" or _says_what(x, value):
                    last[name] = k
    at = 0
    for chain in chains:
        for j, line in enumerate(chain.lines):
            later = tuple(name for name in _open(line) if last.get(name, -1) > at and name not in line.fog)
            if later:
                chain.lines[j] = replace(line, fog=(*line.fog, *later))
            at += 1


def _says_what(x: L.Var, value: L.Node) -> bool:
    """Whether an equation to be shown may be what a name stands for: by a formula of other names."""
    return bool(value.free) and x not in value.free


def _open(line: Line) -> tuple[str, ...]:
    """The names in a line that may have their meaning only later: of what is to be shown, and where words go on to
    explain, where alpha = ..., all of them; else those of which nothing is said, and of a relation as it stands the
    vectors and matrices among these: ... = A y, laws with such parameters."""
    if line.claim is None:
        return line.loose
    variables = {n for n in line.claim.statement.free if isinstance(n, L.Var)}
    if line.kind == "goal" or line.explained_behind:
        return tuple(sorted(n.name for n in variables))
    if line.sides is None:
        return line.loose
    linear = {n.name for n in variables if not L.is_scalar(n)}
    return tuple(name for name in line.loose if name in linear)


__all__ = ["put_in_doubt"]
