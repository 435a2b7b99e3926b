"""The process that workers are forked from: it has imported what they need, so that a new one costs milliseconds.

It is started as a program of its own and not by ``multiprocessing``, which would import the user's script a second
time.  It does two things on request: fork a worker, and end one and say how that one died.  Where whoever asks is
gone, so are the workers and it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler, recv_handle
from typing import IO, Any

from .outcomes import Attempt, Crashed, Done

GRACE = 10.0  # seconds after its time at which a worker that nobody stops ends itself
SELDOM = 100_000, 20, 20  # terms that are remembered are no garbage: to look for some took a sixth of the time
TAIL = 2000  # characters of what a worker wrote last


@dataclass(frozen=True)
class Orders:
    """What workers do (``module:function``), what to run before any of them starts, and their bounds."""

    function: str
    start: str | None
    timeout: float | None
    memory: int | None


def named(name: str) -> Callable[..., Any]:
    """The function that ``module:function`` names.  Raises ``ValueError``, ``ImportError`` or ``AttributeError``."""
    module, colon, function = name.partition(":")
    if not colon:
        raise ValueError(f"expected module:function, found {name!r}")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def main(handle: int) -> None:
    """Serve requests that come through the socket ``handle`` until its other end closes."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    control = Connection(handle)
    orders: Orders = control.recv()
    if orders.start is not None:
        named(orders.start)()
    function = named(orders.function)
    gc.collect()
    gc.freeze()  # a collection in a worker would copy every page that it shares with this process
    gc.set_threshold(*SELDOM)
    children: dict[int, IO[bytes]] = {}
    try:
        while True:
            try:
                request = control.recv()
            except (EOFError, ConnectionResetError):
                return
            if request is None:
                pid = fork(control, orders, function, children)
                control.send(pid)
            else:
                control.send(end(request, children.pop(request)))
    finally:
        for pid, words in children.items():
            end(pid, words)


def fork(control: Connection, orders: Orders, function: Callable[[Any], Any], children: dict[int, IO[bytes]]) -> int:
    """Start a worker that serves on the socket that comes with the request; its process id."""
    line = recv_handle(control)
    words = tempfile.TemporaryFile()  # noqa: SIM115  (it lives as long as the worker)
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            control.close()
            os.dup2(words.fileno(), 1)
            os.dup2(words.fileno(), 2)
            status = serve(Connection(line), orders, function)
        finally:
            os._exit(status)
    os.close(line)
    with suppress(OSError):  # it may have ended by now
        os.setpgid(pid, pid)  # what a worker starts ends with it
    children[pid] = words
    return pid


def end(pid: int, words: IO[bytes]) -> tuple[int, str]:
    """Kill a worker, if it is still there: its exit code as ``subprocess`` has it, and what it wrote last."""
    with suppress(ProcessLookupError, PermissionError):  # as systems call a group of which only the dead is left
        os.killpg(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    with words:
        words.seek(0, os.SEEK_END)
        words.seek(max(words.tell() - TAIL, 0))
        return os.waitstatus_to_exitcode(status), words.read().decode("utf-8", "replace")


def serve(line: Connection, orders: Orders, function: Callable[[Any], Any]) -> int:
    """Work on what comes down the line, one item after the other, until its other end closes; the exit status."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.setpgid(0, 0)
    if orders.memory is not None:
        limit_memory(orders.memory)
    while True:
        try:
            item = line.recv()
        except (EOFError, ConnectionResetError):
            return 0
        if orders.timeout is not None:
            # Its master stops it in time; should that one be gone, the alarm does.
            signal.setitimer(signal.ITIMER_REAL, orders.timeout + GRACE)
        answer = work(function, item)
        signal.setitimer(signal.ITIMER_REAL, 0)
        line.send_bytes(answer)


def work(function: Callable[[Any], Any], item: Any) -> bytes:
    """The pickled outcome; a value that cannot be pickled is an error of the function."""
    packed = Attempt().run(ForkingPickler.dumps, Attempt().run(function, item))
    match packed:
        case Done(value):
            return bytes(value)
        case Crashed(why):
            packed = Crashed(f"its value cannot be sent back: {why}")
    return bytes(ForkingPickler.dumps(packed))


def limit_memory(megabytes: int) -> None:
    """Allow this process so much address space beyond what it has.  Only Linux keeps to such a limit."""
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm", encoding="ascii") as statm:
            pages = int(statm.read().split()[0])
        allowed = pages * resource.getpagesize() + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))
