"""What becomes of an item that is worked on out of sight: it is done, or it says why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Done:
    """The function returned this."""

    value: Any


@dataclass(frozen=True)
class TimedOut:
    """The function was stopped after so many seconds."""

    seconds: float


@dataclass(frozen=True)
class OutOfMemory:
    """The function asked for more memory than it may have."""


@dataclass(frozen=True)
class Crashed:
    """The function raised an error, or took its process down with it."""

    why: str


Outcome = Done | TimedOut | OutOfMemory | Crashed


class Attempt:
    """One run of a function of which nothing is known: whatever it raises becomes the outcome of the run.

    Only ``KeyboardInterrupt`` passes: that is somebody at the keyboard, not the function.
    """

    outcome: Outcome = Crashed("it did not return")
    error: BaseException | None = None

    def __enter__(self) -> Attempt:
        return self

    def run(self, function: Callable[[Any], Any], item: Any) -> Outcome:
        """Call the function; the outcome is returned and kept."""
        with self:
            self.outcome = Done(function(item))
        return self.outcome

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        self.error = error
        if isinstance(error, MemoryError):
            self.outcome = OutOfMemory()
        elif isinstance(error, Exception | SystemExit):
            words = str(error).strip().splitlines()
            self.outcome = Crashed(": ".join([type(error).__name__, *words[:1]]))
        return isinstance(error, Exception | SystemExit)
