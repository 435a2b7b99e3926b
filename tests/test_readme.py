"""README says what is so: its generated parts, its first lines, its commands."""

import re
from typing import Any

from tests.readme import README, filled

TEXT = README.read_text(encoding="utf-8")


def test_the_generated_parts_are_fresh():
    assert filled(TEXT) == TEXT, "run: python -m tests.readme"


def python_blocks() -> list[str]:
    return re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def block(mentioned: str) -> str:
    """The lines of Python that mention a name."""
    (found,) = (code for code in python_blocks() if mentioned in code)
    return found


def run(code: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), names)
    return names


def test_the_first_lines_run():
    first, *_ = python_blocks()
    assert len(first.strip().splitlines()) <= 8
    assert run(first)["report"].verdict == "proved"


def test_the_derivation_that_is_shown_is_proved():
    *_, shown = python_blocks()
    assert run(shown)["gaussian_entropy"]().check().verdict == "proved"


def test_the_lines_that_draw_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "gaussian_kl" in run(block("picture("))["PICTURES"]
    assert (tmp_path / "gaussian_kl.pdf").read_bytes().startswith(b"%PDF")


def test_the_lines_that_verify_run():
    names = run(block("verify("))
    assert names["report"].verdict == "proved" and "✓" in names["report"]._repr_html_()
    assert [line.kind for line in names["contents"].lines] == ["step"]
