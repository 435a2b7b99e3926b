"""Files: bytes that are no UTF-8, kinds that hold no source, notebooks."""

import json

import pytest

from proofs.reading.documents import read_document, read_file, read_source
from proofs.reading.files.encoding import LARGEST, Unreadable, decoded

from .test_documents import displays, inlines, rows, words


@pytest.mark.parametrize(
    "data, text, said",
    [
        ("é $x$".encode(), "é $x$", ""),
        (b"\xef\xbb\xbf$x$", "$x$", ""),
        ("σ $x$".encode("utf-16"), "σ $x$", ""),
        (b"\xfe\xff" + "σ $x$".encode("utf-16-be"), "σ $x$", ""),
        ("Lösung für größer: “x”".encode("cp1252"), "Lösung für größer: “x”", "Windows-1252"),
        ("Lösung für größer über".encode("mac_roman"), "Lösung für größer über", "Mac Roman"),
        ("größer und später".encode() + b" \xff $x$", "größer und später \ufffd $x$", "1 damaged character, bytes that are no UTF-8, the first in line 1"),
        ("a ‚Äî b\n$x$".encode(), "a ‚Äî b\n$x$", "wrong encoding, the first in line 1"),
        ("donâ€™t".encode(), "donâ€™t", "wrong encoding"),
    ],
)  # fmt: skip
def test_encodings(data, text, said):
    found, notes = decoded(data)
    assert found == text
    assert said in " ".join(notes) and bool(said) == bool(notes)


@pytest.mark.parametrize(
    "data, why",
    [(b"a\n\x00b", "NUL byte in line 2"), (bytes(range(1, 32)) * 9, "control characters"), (b"\x00" * 9, "NUL byte")],
)
def test_what_is_no_text(data, why):
    with pytest.raises(Unreadable, match=why):
        decoded(data)


@pytest.mark.parametrize(
    "name, data, kind",
    [
        ("a.pdf", b"x", "a PDF"),
        ("a.txt", b"%PDF-1.7\n", "a PDF"),
        ("a.DOCX", b"PK\x03\x04", "a Word document"),
        ("a", b"PK\x03\x04", "an archive or a Word document"),
        ("a.png", b"", "a picture"),
        ("a.tex", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("a.md", b"BM\x00\x00\x00\x00", "a picture"),
    ],
)
def test_what_holds_no_source(tmp_path, name, data, kind):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable, match=f"this is {kind}: give LaTeX, Markdown or a notebook"):
        read_file(tmp_path / name)


def test_a_text_that_begins_like_a_picture(tmp_path):
    (tmp_path / "a.md").write_text("BM is a model, $x$")
    assert inlines(read_file(tmp_path / "a.md")) == ["x"]


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "a.tex")


def test_a_file_that_is_too_large(tmp_path):
    with (tmp_path / "a.tex").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unreadable, match="larger than 64 MB"):
        read_file(tmp_path / "a.tex")


def test_the_name_is_the_last_part_of_the_path(tmp_path):
    (tmp_path / "a.tex").write_bytes(b"\xef\xbb\xbf$$a$$\r\n\f\r\n\\[ b \\]\r$$c$$")
    document = read_file(tmp_path / "a.tex")
    assert (document.name, document.kind) == ("a.tex", "tex")
    places = [display.rows[0].maths.place(0) for display in displays(document)]
    assert [(p.line, p.column) for p in places] == [(1, 3), (3, 4), (4, 3)]


def notebook(*cells: tuple[str, str], **more: object) -> str:
    made = [
        {"cell_type": kind, "metadata": {}, "source": source, "id": f"c{k}"}
        | ({"outputs": [], "execution_count": None} if kind == "code" else {})
        for k, (kind, source) in enumerate(cells)
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more})


def test_a_notebook_is_its_markdown_cells():
    text = notebook(
        ("markdown", "# T\n\n$$\\newcommand{\\a}{x}$$"), ("code", "y = '$$b$$'"), ("markdown", "then\n$$\\a$$")
    )
    document = read_document(text, "n.ipynb")
    assert document.kind == "notebook" and words(document) == ["# T", "then ■"] and rows(document) == ["x"]
    assert displays(document)[0].rows[0].maths.place(0).line == 6  # the second cell begins in line 5


def test_a_notebook_that_breaks_its_schema_elsewhere_is_read_without_a_word(recwarn, caplog, capfd):
    bare = {"cell_type": "markdown", "metadata": {}, "source": ["$$a", "$$"]}  # without an id
    cells = [bare, {"cell_type": "code", "metadata": {}, "source": [], "outputs": [], "execution_count": "x"}]
    text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    assert rows(read_document(text, "n.ipynb")) == ["a"]
    assert not recwarn.list and not caplog.records and capfd.readouterr() == ("", "")


def test_what_is_open_in_a_cell_ends_with_it():
    assert rows(read_document(notebook(("markdown", "```\na"), ("markdown", "$$b$$")), "n.ipynb")) == ["b"]


@pytest.mark.parametrize(
    "text", ["", "no", "[]", "{}", '{"nbformat": 4}', '{"nbformat": 4, "cells": 3, "nbformat_minor": 5}', "[" * 100_000,
             '{"nbformat": 4, "nbformat_minor": 5, "cells": [3]}', '{"nbformat": "x", "cells": []}', '{"nbformat": 99, "cells": []}',
             '{"nbformat": 3, "worksheets": 3}'],
    ids=lambda text: text[:50],
)  # fmt: skip
def test_what_is_no_notebook(text):
    with pytest.raises(Unreadable, match="no notebook"):
        read_document(text, "n.ipynb")


def test_a_place_in_a_notebook_is_one_in_a_cell():
    document = read_document(notebook(("markdown", "# T\n\n$a$"), ("code", "1"), ("markdown", "$b$\n\n$c$")), "n.ipynb")
    assert [document.place_of(line) for line in (1, 3, 5, 7)] == [(1, 1), (1, 3), (3, 1), (3, 3)]
    assert [document.line_of(*place) for place in ((1, 1), (1, 3), (3, 1), (3, 3))] == [1, 3, 5, 7]
    for cell, why in ((2, "no Markdown cell has the number 2 .cell1, cell3."), (None, "stands in a cell")):
        with pytest.raises(ValueError, match=why):
            document.line_of(cell, 1)
    plain = read_document("$a$", "a.md")
    assert plain.place_of(7) == (None, 7) and plain.line_of(None, 7) == 7
    with pytest.raises(ValueError, match="no notebook"):
        plain.line_of(1, 1)


def test_the_name_of_a_file_is_no_text(tmp_path):
    with pytest.raises(Unreadable, match=r"given as Path\('a b/sheet.tex'\)"):
        read_source("a b/sheet.tex")
    with pytest.raises(TypeError, match="a text or the Path of a file, found int"):
        read_source(3)
    (tmp_path / "a.md").write_text("$a$")
    assert rows(read_source(tmp_path / "a.md")) == rows(read_source("$a$")) and read_source("x = y.tex").blocks
