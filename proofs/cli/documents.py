"""The command line ``proofs``: ``check``, ``explain`` and ``mark`` for documents that other people wrote."""

from __future__ import annotations

import sys

import click

from .. import __version__
from .check import check
from .explain import explain
from .mark import mark
from .output import Commands


# A fixed width spares --help the import of shutil, a tenth of its time.
@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 78})
@click.version_option(__version__, prog_name="proofs")
def proofs() -> None:
    """Judge, line by line, the mathematics that other people wrote.

    FILE is LaTeX (.tex), a notebook (.ipynb) or Markdown (anything else); - reads standard input.
    A proofs.toml beside the files may grant what every sheet takes for granted: assume = ["sigma > 0"].

    Exit code 0: nothing is refuted; 1: something is; 2: a usage error, or a file that could not be
    read or claims nothing in formulas; 130: interrupted, and what was judged is printed.
    """
    import gc
    from io import TextIOWrapper

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Unicode, a file name that is no text
            stream.reconfigure(errors="backslashreplace")
    gc.set_threshold(100_000, 20, 20)  # what is read stays: to look for garbage took a quarter of the time of reading


for command in (check, explain, mark):
    proofs.add_command(command)
