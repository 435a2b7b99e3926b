"""Records of the reader with some fields changed: as ``dataclasses.replace`` does it."""

from dataclasses import dataclass, replace

import pytest

from proofs.reading.changing import changed


@dataclass(frozen=True)
class Record:
    name: str
    size: int = 1
    parts: tuple[str, ...] = ()


def test_changed_is_replace() -> None:
    before = Record("a", parts=("x",))
    after = changed(before, size=2)
    assert after == replace(before, size=2) == Record("a", 2, ("x",))
    assert hash(after) == hash(Record("a", 2, ("x",)))
    assert before == Record("a", 1, ("x",))
    with pytest.raises(TypeError, match="Record has no field width"):
        changed(before, width=3)
