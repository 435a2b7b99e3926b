"""Every derivation's document compiles in a real TeX, and nothing sticks out of the page."""

import shutil
import subprocess
from pathlib import Path

import pytest

import derivations as book
from proofs.writing import document

pytestmark = pytest.mark.skipif(
    shutil.which("pdflatex") is None, reason="pdflatex is not installed: apt-get install texlive-latex-recommended"
)


def compiled(text: str, folder: Path) -> str:
    """The log of TeX on a document; raises AssertionError with TeX's own message where it does not compile."""
    (folder / "page.tex").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    log = (folder / "page.log").read_text(encoding="latin-1")
    assert done.returncode == 0, "\n".join(line for line in log.splitlines() if line.startswith(("!", "l.")))
    return log


def overfull(log: str) -> list[str]:
    return [line for line in log.splitlines() if line.startswith("Overfull \\hbox")]


@pytest.mark.parametrize("name", book.CATALOGUE)
def test_a_page_compiles_and_fits(name, tmp_path):
    log = compiled(document([book.derive(name)]), tmp_path)
    assert not overfull(log)
    assert "Output written on page.pdf" in log


def test_the_whole_book_with_marks_compiles_and_fits(tmp_path):
    proofs = [book.derive(name) for name in book.CATALOGUE]
    log = compiled(document(proofs, title="Derivations", author="A. N. Other", marks=True), tmp_path)
    assert not overfull(log)


def test_a_line_that_is_too_wide_is_seen(tmp_path):
    wide = r"\documentclass{article}\begin{document}\[" + "x+" * 120 + r"x\]\end{document}"
    assert overfull(compiled(wide, tmp_path))
