"""README says what is so: its generated parts, its first lines, its commands."""

import re

from tests.readme import README, filled

TEXT = README.read_text(encoding="utf-8")


def test_the_generated_parts_are_fresh():
    assert filled(TEXT) == TEXT, "run: python -m tests.readme"


def test_the_first_lines_run():
    code = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert code and len(code[1].strip().splitlines()) <= 8
    names: dict[str, object] = {}
    exec(compile(code[1], "README.md", "exec"), names)
    assert names["report"].verdict == "proved"  # type: ignore[attr-defined]
