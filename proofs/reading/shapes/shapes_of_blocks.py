"""What laws that are written by blocks show of the shapes of the names in them."""

from __future__ import annotations

from ..laws.blocks_written import Written
from ..names import name_of
from ..syntax import Syntax
from .dimensions import ONE, Dim
from .inference import expect, shape_of
from .shapes import Shapes, is_capital


def show(found: Shapes, each: Written) -> None:
    """Use what the blocks show of the shapes of the names in them: beside a number stands one."""
    sizes = [_size(found, *three) for three in zip(each.names, each.means, (each.upper[0], each.lower[1]), strict=True)]
    if all(size is None for size in sizes):
        return
    first, second = (ONE if size is None else size for size in sizes)
    for size, name, mean, spread in zip(
        (first, second), each.names, each.means, (each.upper[0], each.lower[1]), strict=True
    ):
        if size != ONE:
            expect(found, name, (size, ONE))
            expect(found, mean, (size, ONE))
            expect(found, spread, (size, size))
    if (first, second) != (ONE, ONE):
        expect(found, each.upper[1], (first, second))
        expect(found, each.lower[0], (second, first))


def _size(found: Shapes, name: Syntax, mean: Syntax, spread: Syntax) -> Dim | None:
    """The dimension of one of the two; None for a number."""
    for node in (name, mean):
        shape = shape_of(found, node)
        if shape is not None and not found.is_scalar(shape):
            return shape[0]
    shape = shape_of(found, spread)
    if shape is not None and not found.is_scalar(shape):
        return shape[0]
    return found.new() if any(is_capital(name_of(n) or "") for n in spread.walk()) else None


__all__ = ["show"]
