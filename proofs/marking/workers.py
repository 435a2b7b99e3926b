"""The process that workers are forked from and the workers, as seen from the process that gives them their work."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import weakref
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from subprocess import TimeoutExpired
from time import monotonic
from typing import IO, Any

from .nursery import TAIL, Orders
from .outcomes import Crashed, Outcome, OutOfMemory, TimedOut

PATIENCE = 120.0  # seconds that starting may take, with all its imports
# What GMP, FLINT and C++ say before they abort for want of memory.
STARVED = (
    "Cannot allocate memory", "Cannot reallocate memory", "Unable to allocate memory", "bad_alloc", "MemoryError",
    "overflow in mpz type",
)  # fmt: skip
BOOT = """import sys
handle, *sys.path[:] = sys.argv[1:]
from proofs.marking.nursery import main
main(int(handle))"""


class Nursery:
    """The process that workers are forked from, as seen from outside."""

    def __init__(self, orders: Orders) -> None:
        if sys.platform == "win32":
            raise RuntimeError("workers need a system that can fork; use jobs=0")
        here, there = socket.socketpair()
        self.timeout = orders.timeout
        self.words = tempfile.TemporaryFile()  # noqa: SIM115  (it lives as long as the process)
        with there:
            path = [entry or os.getcwd() for entry in sys.path]
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-c", BOOT, str(there.fileno()), *path],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self.words,
                pass_fds=[there.fileno()],
                process_group=0,  # Ctrl-C is for us to hear; what becomes of the workers is ours to say
            )
        self.control = Connection(here.detach())
        self.close = weakref.finalize(self, _close, os.getpid(), self.process, self.control, self.words)
        self.control.send(orders)

    def fork(self) -> Worker:
        here, there = socket.socketpair()
        line = Connection(here.detach())
        with there:
            try:
                self.control.send(None)
                send_handle(self.control, there.fileno(), self.process.pid)
                pid = self.answer()
            except OSError:
                pid = None
        if pid is None:
            line.close()
            self.words.seek(0)
            said = self.words.read()[-TAIL:].decode("utf-8", "replace").strip()
            self.close()
            raise RuntimeError(f"workers did not start: {said.splitlines()[-1] if said else 'no reason was given'}")
        return Worker(self, pid, line)

    def answer(self) -> Any:
        """What it answers, or None where it is no more."""
        try:
            return self.control.recv() if self.control.poll(PATIENCE) else None
        except (EOFError, ConnectionResetError):
            return None

    def end(self, pid: int) -> tuple[int, str] | None:
        """Kill a worker; how it ended, if that is still known."""
        try:
            self.control.send(pid)
            found: tuple[int, str] | None = self.answer()
        except OSError:
            return None
        return found


def _close(owner: int, process: subprocess.Popen[bytes], control: Connection, words: IO[bytes]) -> None:
    """Let a nursery end its workers and itself; a copy of it in a forked process has no say."""
    control.close()
    words.close()
    if os.getpid() == owner:
        try:
            process.wait(5)
        except TimeoutExpired:
            process.kill()
            process.wait()


class Worker:
    """A worker, as seen from outside."""

    def __init__(self, nursery: Nursery, pid: int, line: Connection) -> None:
        self.nursery, self.pid, self.line = nursery, pid, line
        self.deadline = float("inf")
        self.alive = True

    def take(self, item: bytes) -> bool:
        """Give it an item; false where it is no longer there to take one."""
        if self.line.poll():  # it has nothing to say, so this is the end of the line
            return False
        try:
            self.line.send_bytes(item)
        except (BrokenPipeError, ConnectionResetError):
            return False
        timeout = self.nursery.timeout
        self.deadline = float("inf") if timeout is None else monotonic() + timeout
        return True

    def outcome(self) -> Outcome:
        """What came of the item; a worker that has run out of memory is not used again."""
        try:
            outcome: Outcome = self.line.recv()
        except (EOFError, ConnectionResetError):
            return self.end()
        if isinstance(outcome, OutOfMemory):
            self.end()
        return outcome

    def overrun(self) -> TimedOut:
        self.end()
        assert self.nursery.timeout is not None
        return TimedOut(self.nursery.timeout)

    def end(self) -> Crashed | OutOfMemory:
        """Kill it, if it is still there; how it died."""
        self.alive = False
        self.line.close()
        found = self.nursery.end(self.pid)
        if found is None:
            return Crashed("its process is gone")
        code, said = found
        if any(words in said for words in STARVED):
            return OutOfMemory()
        how = f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"
        lines = said.strip().splitlines()
        return Crashed(": ".join([how, *lines[-1:]]))
