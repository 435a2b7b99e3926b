"""A Jupyter notebook as the texts of its Markdown cells."""

from __future__ import annotations

from .encoding import Unreadable


def markdown_cells(text: str) -> list[tuple[int, str]]:
    """The Markdown cells in order, each with its number among all cells, from 1.  Raises ``Unreadable`` for what is no
    notebook.

    Whether it follows its schema in all else (does every cell have an id?) is not asked: nothing here depends on it.
    """
    from nbformat import ValidationError
    from nbformat.converter import convert
    from nbformat.reader import NotJSONError, reads

    try:
        notebook = convert(reads(text), 4)
        cells = [(cell["cell_type"], cell["source"]) for cell in notebook["cells"]]
    except NotJSONError as error:
        raise Unreadable("this is no notebook: it is not JSON") from error
    except (ValidationError, KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise Unreadable("this is no notebook: expected a list of cells, each with its type and source") from error
    return [(k, source) for k, (kind, source) in enumerate(cells, 1) if kind == "markdown" and isinstance(source, str)]
