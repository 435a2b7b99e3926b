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
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from time import monotonic
from typing import Any

from .nursery import Orders, named
from .outcomes import Attempt, Outcome
from .workers import Nursery, Worker


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
        self._nursery: Nursery | None = None
        self._idle: list[Worker] = []
        self._started = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Begin to start, without waiting for it."""
        if self.jobs and self._nursery is None:
            self._nursery = Nursery(self._orders)

    def close(self) -> None:
        """End all processes; the pool may be used again, and then starts anew."""
        if self._nursery is not None:
            self._nursery.close()
        self._nursery, self._idle = None, []

    def rest(self) -> None:
        """End the workers, and not the process that they are forked from: the next ones know nothing of these."""
        while self._idle:
            self._idle.pop().end()

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
        busy: dict[Connection, tuple[int, Worker]] = {}
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

    def _begin(self, item: tuple[int, bytes], busy: dict[Connection, tuple[int, Worker]]) -> None:
        worker = self._set_to_work(item[1])
        busy[worker.line] = item[0], worker

    def _finished(self, busy: dict[Connection, tuple[int, Worker]]) -> list[tuple[int, Outcome]]:
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

    def _set_to_work(self, item: bytes) -> Worker:
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


_resting: dict[str, tuple[object, Pool]] = {}  # for each function the pool that was lent last, and what it is for


@contextmanager
def lent(
    function: str,
    *,
    jobs: int = 1,
    timeout: float | None = None,
    memory: int | None = None,
    start: str | None = None,
) -> Iterator[Pool]:
    """A pool that rests when the loop is over and is lent again to whoever asks for the like, in this process: what its
    workers need is imported once.  One rests for each function, and every loop has new workers."""
    like = os.getpid(), jobs, timeout, memory, start
    before, pool = _resting.pop(function, (None, None))
    if pool is None or before != like:
        pool = Pool(function, jobs=jobs, timeout=timeout, memory=memory, start=start)
    sound = False
    try:
        yield pool
        sound = True
    except ValueError:  # of what a document is: the processes are as they were
        sound = True
        raise
    finally:
        if sound:
            pool.rest()
            _resting[function] = like, pool
        else:
            pool.close()


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
