"""A Jupyter notebook as the texts of its Markdown cells."""

from __future__ import annotations

from .encoding import Unreadable


def markdown_cells(text: str) -> list[str]:
    """The Markdown cells in order.  Raises ``Unreadable`` for what is no notebook."""
    import nbformat
    from nbformat import ValidationError
    from nbformat.reader import NotJSONError

    try:
        notebook = nbformat.reads(text, as_version=4)
        cells = [(cell["cell_type"], cell["source"]) for cell in notebook["cells"]]
    except NotJSONError as error:
        raise Unreadable("this is no notebook: it is not JSON") from error
    except (ValidationError, KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise Unreadable(f"this is no notebook: {error}") from error
    return [source for kind, source in cells if kind == "markdown" and isinstance(source, str)]
