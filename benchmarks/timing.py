"""Paired timing: ours and theirs in turn, so that both see the same machine; medians, and their ratio."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Row:
    """One comparison.  ``least`` is the aim for theirs / ours; ``open`` says that theirs was stopped at its limit."""

    what: str
    ours: float
    other: str
    theirs: float
    least: float
    open: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours

    @property
    def met(self) -> bool:
        return self.ratio >= self.least

    def __str__(self) -> str:
        more = ">" if self.open else ""
        word = "met" if self.met else "MISSED"
        figures = f"{shown(self.ours)} | {self.other} | {more}{shown(self.theirs)} | {more}{self.ratio:.3g}"
        return f"| {self.what} | {figures} | {self.least:g} ({word}) | {self.note} |"


HEADER = "| what | ours | instead | theirs | ratio | aim | |\n|---|---|---|---|---|---|---|"


def shown(seconds: float) -> str:
    """Seconds with a unit that a person reads."""
    if seconds >= 1:
        return f"{seconds:.1f} s"
    return f"{seconds * 1e3:.3g} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.3g} µs"


def timed(call: Callable[[], object]) -> float:
    began = perf_counter()
    call()
    return perf_counter() - began


def paired(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The medians of both over rounds in which each runs once."""
    pairs = [(timed(ours), timed(theirs)) for _ in range(rounds)]
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def python(*arguments: str) -> Callable[[], object]:
    """A fresh interpreter with these arguments, in the project's folder; raises CalledProcessError where it fails.

    It keeps byte code, as that of installed packages is kept, also where the environment says otherwise.
    """
    command = [sys.executable, *arguments]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)


def limited(code: str, seconds: float) -> tuple[float, bool]:
    """The time a script takes in a fresh interpreter, and whether it was stopped at the limit."""
    began = perf_counter()
    try:
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.DEVNULL, check=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return seconds, True
    return perf_counter() - began, False
