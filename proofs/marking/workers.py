"""Work done in processes that are bounded in time and memory and can be killed; whatever one does, the rest goes on.

    with Pool("package.module:function", jobs=2, timeout=10, memory=500) as pool:
        for outcome in pool.map(items):
            match outcome:
                case Done(value): ...

The function is named, not passed: the workers import it themselves.  Items and values are pickled, so they are texts,
terms and dataclasses of these.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler, send_handle
from subprocess import TimeoutExpired
from time import monotonic
from typing import IO, Any

from .nursery import TAIL, Orders, named
from .outcomes import Attempt, Crashed, Done, Outcome, OutOfMemory, TimedOut

__all__ = ["Crashed", "Done", "OutOfMemory", "Outcome", "Pool", "TimedOut"]

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


class Pool:
    """Workers for one function, each bounded by ``timeout`` seconds and ``memory`` megabytes an item.

    ``function`` and ``start`` are named ``module:function``; ``start`` runs once, before any worker, and should import
    what they need.  ``jobs=0`` calls the function in this process, at no cost and without bounds.  Processes start
    when they are first needed (or at ``warm``) and end with the pool, with its last reference, or with this process,
    however that ends.  A pool serves one loop at a time; it is not to be shared among threads.

    Raises ``RuntimeError`` where processes cannot be started (the reason is named), also where a system has no fork.
    """

    def __init__(
        self,
        function: str,
        *,
        jobs: int = 1,
        timeout: float | None = None,
        memory: int | None = None,
        start: str | None = None,
    ) -> None:
        if jobs < 0:
            raise ValueError(f"expected a number of workers, found {jobs}")
        self.jobs = jobs
        self._orders = Orders(function, start, timeout, memory)
        self._nursery: _Nursery | None = None
        self._idle: list[_Worker] = []
        self._started = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Begin to start, without waiting for it."""
        if self.jobs and self._nursery is None:
            self._nursery = _Nursery(self._orders)

    def close(self) -> None:
        """End all processes; the pool may be used again, and then starts anew."""
        if self._nursery is not None:
            self._nursery.close()
        self._nursery, self._idle = None, []

    def call(self, item: Any) -> Outcome:
        """The outcome for one item."""
        return next(self.map([item]))

    def map(self, items: Iterable[Any]) -> Iterator[Outcome]:
        """The outcomes in the order of the items, each as soon as it and all before it are there."""
        waiting: dict[int, Outcome] = {}
        due = 0
        for index, outcome in self.each(items):
            waiting[index] = outcome
            while due in waiting:
                yield waiting.pop(due)
                due += 1

    def each(self, items: Iterable[Any]) -> Iterator[tuple[int, Outcome]]:
        """The number of an item (from 0) and its outcome, as they come: a stop in between loses none that is there.

        Items are taken when a worker is free for them, and one ahead.  An error that taking one raises is passed on
        when the items before it are done.
        """
        return self._here(items) if self.jobs == 0 else self._apart(items)

    def _here(self, items: Iterable[Any]) -> Iterator[tuple[int, Outcome]]:
        if not self._started and self._orders.start is not None:
            named(self._orders.start)()
        self._started = True
        function = named(self._orders.function)
        for index, item in enumerate(items):
            yield index, Attempt().run(function, item)

    def _apart(self, items: Iterable[Any]) -> Iterator[tuple[int, Outcome]]:
        supply = _Supply(items)
        busy: dict[Connection, tuple[int, _Worker]] = {}
        try:
            while busy or supply.next is not None:
                while supply.next is not None and len(busy) < self.jobs:
                    self._begin(supply.take(), busy)
                    supply.look()
                done = self._finished(busy)
                if supply.next is not None and done:  # a worker does not wait for whoever takes the outcomes
                    self._begin(supply.take(), busy)
                yield from done
                supply.look()
            if supply.error is not None:
                raise supply.error
        finally:
            for _, worker in busy.values():
                worker.end()

    def _begin(self, item: tuple[int, bytes], busy: dict[Connection, tuple[int, _Worker]]) -> None:
        worker = self._set_to_work(item[1])
        busy[worker.line] = item[0], worker

    def _finished(self, busy: dict[Connection, tuple[int, _Worker]]) -> list[tuple[int, Outcome]]:
        """Wait until at least one is done or out of time; the outcomes of all that are."""
        soonest = min(worker.deadline for _, worker in busy.values())
        left = None if soonest == float("inf") else max(soonest - monotonic(), 0)
        ready = set(wait(list(busy), left))
        late = {line for line, (_, worker) in busy.items() if monotonic() >= worker.deadline}
        done: list[tuple[int, Outcome]] = []
        for line in [line for line in busy if line in (ready or late)]:
            index, worker = busy[line]
            done.append((index, worker.outcome() if ready else worker.overrun()))
            del busy[line]
            if worker.alive:
                self._idle.append(worker)
        return done

    def _set_to_work(self, item: bytes) -> _Worker:
        """A worker that has taken the item: one that waits, if it is still alive, else a new one."""
        while self._idle:
            worker = self._idle.pop()
            if worker.take(item):
                return worker
            worker.end()
        if self._nursery is None or self._nursery.process.poll() is not None:
            self.close()
            self.warm()
        assert self._nursery is not None
        worker = self._nursery.fork()
        if not worker.take(item):
            raise RuntimeError(f"a worker ended before it had begun: {worker.end()}")
        return worker


class _Supply:
    """The items as they can be sent, of which one is at hand; an error in taking one is kept for the end."""

    def __init__(self, items: Iterable[Any]) -> None:
        self._coming = ((index, bytes(ForkingPickler.dumps(item))) for index, item in enumerate(items))
        self.next: tuple[int, bytes] | None = None
        self.error: BaseException | None = None
        self.look()

    def take(self) -> tuple[int, bytes]:
        assert self.next is not None
        item, self.next = self.next, None
        return item

    def look(self) -> None:
        """Have an item at hand, if there is one."""
        if self.next is None and self.error is None:
            with Attempt() as attempt:
                self.next = next(self._coming, None)
            self.error = attempt.error


class _Nursery:
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

    def fork(self) -> _Worker:
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
        return _Worker(self, pid, line)

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


class _Worker:
    """A worker, as seen from outside."""

    def __init__(self, nursery: _Nursery, pid: int, line: Connection) -> None:
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
