"""Workers are bounded, can be killed, and take nothing down with them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from pickle import PicklingError

import pytest

from proofs.marking.outcomes import Crashed, Done, OutOfMemory, TimedOut
from proofs.marking.pool import Pool, lent

from . import busywork

DO = f"{busywork.__name__}:do"
START = f"{busywork.__name__}:start"
ROOT = Path(__file__).parents[2]
SHORT = 0.2  # seconds
LIMITED = sys.platform == "linux"  # memory is, on no other system


@pytest.fixture(scope="module")
def one():
    with Pool(DO, jobs=1, timeout=5, memory=200, start=START) as pool:
        yield pool


@pytest.fixture
def two():
    with Pool(DO, jobs=2, timeout=SHORT, memory=200, start=START) as pool:
        yield pool


def gone(pid, within=3.0):
    """Whether a process is no more (or dead and not yet buried) in so many seconds."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        state = subprocess.run(["ps", "-o", "state=", "-p", str(pid)], capture_output=True, text=True, check=False)
        if state.stdout.strip()[:1] in ("", "Z"):
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize(
    ("item", "outcome"),
    [
        (7, Done(49)),
        (("raise", "two\nlines"), Crashed("ValueError: two")),
        (("raise", ""), Crashed("ValueError")),
        (("leave", 2), Crashed("SystemExit: 2")),
        (("recurse", 0), Crashed("RecursionError: maximum recursion depth exceeded")),
        (("exit", 3), Crashed("exit status 3: the last words")),
        (("signal", "SIGSEGV"), Crashed("killed by SIGSEGV")),
        (("signal", "SIGKILL"), Crashed("killed by SIGKILL")),
        (("print", "noise"), Done(6)),
        (("allocate", 10), Done(10 * 2**20)),
    ]
    + [(item, OutOfMemory()) for item in (("allocate", 1000), ("hoard", 0), ("factorial", 10**9)) if LIMITED],
    ids=str,
)
def test_what_becomes_of_an_item(one, item, outcome, capfd):
    assert one.call(item) == outcome
    assert one.call(3) == Done(9)
    assert capfd.readouterr() == ("", ""), "nothing that a worker prints reaches the terminal"


def test_a_value_that_cannot_be_sent_back_is_an_error_of_the_function(one):
    outcome = one.call(("unpicklable", 0))
    assert isinstance(outcome, Crashed)
    assert outcome.why.startswith("its value cannot be sent back: ")
    assert one.call(3) == Done(9)


def test_an_overflow_of_the_stack():
    with Pool(DO, jobs=1, timeout=60, memory=200, start=START) as patient:  # a million frames take seconds under load
        outcome = patient.call(("nest", 10**6))
        assert isinstance(outcome, Crashed)
        assert outcome.why.startswith(("killed by SIGSEGV", "RecursionError"))
        assert patient.call(3) == Done(9)


def test_what_overruns_is_stopped_and_the_rest_goes_on(two):
    begin = time.monotonic()
    outcomes = list(two.map([1, ("spin", 0), 2, ("exit", 1), ("sleep", 60), ("raise", "x"), 3]))
    assert outcomes == [
        Done(1),
        TimedOut(SHORT),
        Done(4),
        Crashed("exit status 1: the last words"),
        TimedOut(SHORT),
        Crashed("ValueError: x"),
        Done(9),
    ]
    assert time.monotonic() - begin < 20 * SHORT


def test_results_come_in_order_and_each_when_it_is_there(two):
    waits = [0.1, 0.0, 0.05, 0.0, 0.0]
    assert list(two.map(("sleep", s) for s in waits)) == [Done(s) for s in waits]
    as_they_come = list(two.each(("sleep", s) for s in waits))
    assert sorted(as_they_come) == [(k, Done(s)) for k, s in enumerate(waits)]
    assert as_they_come[-1][0] == 0, "the slowest was the first to start and the last to be done"


def test_items_are_taken_when_they_are_needed():
    taken = []

    def items():
        for k in range(100):
            taken.append(k)
            yield ("sleep", 4) if k else 3  # only the first is quick, so that a slow machine takes no more either

    with Pool(DO, jobs=2, timeout=5, memory=200, start=START) as pool:
        results = pool.map(items())
        assert next(results) == Done(9)
        assert len(taken) <= 4
        results.close()
        assert pool.call(5) == Done(25)


def test_workers_do_not_wait_for_whoever_takes_the_outcomes(one, tmp_path):
    note = tmp_path / "note"
    outcomes = one.map([1, ("write", str(note)), 2])
    assert next(outcomes) == Done(1)
    end = time.monotonic() + 3
    while not note.exists():
        assert time.monotonic() < end, "the second item is not worked on before it is asked for"
        time.sleep(0.01)
    assert list(outcomes) == [Done(4), Done(4)]


def test_an_item_that_cannot_be_sent_costs_no_outcome(one):
    outcomes = one.map([1, 2, lambda: None, 3])
    assert [next(outcomes), next(outcomes)] == [Done(1), Done(4)]
    with pytest.raises((AttributeError, TypeError, PicklingError)):
        next(outcomes)
    assert one.call(3) == Done(9)


def test_an_error_in_the_items_is_passed_on_and_the_pool_stays_of_use(two):
    def items():
        yield ("sleep", 0.1)
        yield 3
        raise LookupError("no more")

    outcomes = two.map(items())
    assert [next(outcomes), next(outcomes)] == [Done(0.1), Done(9)], "what was begun is finished"
    with pytest.raises(LookupError, match="no more"):
        next(outcomes)
    assert two.call(5) == Done(25)


def test_a_stop_in_between_loses_nothing_that_was_there(two):
    """Whoever stops listening has had every result there was, and the pool forgets the unfinished."""
    seen = {}
    for index, outcome in two.each([1, ("sleep", 60), 2, 3, 4]):
        seen[index] = outcome
        if len(seen) == 4:
            break
    assert seen == {0: Done(1), 2: Done(4), 3: Done(9), 4: Done(16)}
    assert list(two.map([6])) == [Done(36)]


def test_a_worker_that_dies_while_it_waits_costs_no_result(one):
    dying = one.call(("die later", 0)).value
    assert gone(dying)
    assert one.call(4) == Done(16)


def test_one_worker_serves_many_and_is_forked_again_after_a_death(one):
    first = one.call(("process", 0)).value
    again = one.call(("process", 0)).value
    assert again[:3] == first[:3]
    assert again[3] == first[3] + 1
    one.call(("exit", 1))
    begin = time.monotonic()
    other = one.call(("process", 0)).value
    assert time.monotonic() - begin < 0.5
    assert other[0] != first[0]
    assert other[3] == 1, "a new worker knows nothing of the calls before it"
    assert other[1] == first[1]
    assert other[2] == (other[1],), "what is to be run before ran once, where workers are forked from"


def test_no_process_survives_its_pool(tmp_path):
    with Pool(DO, jobs=2, timeout=10) as pool:
        workers = [outcome.value[0] for outcome in pool.map([("process", 0)] * 2)]
        nursery = pool.call(("process", 0)).value[1]
    assert all(gone(pid) for pid in [*workers, nursery])
    assert pool.call(2) == Done(4), "a closed pool starts anew"
    nursery = pool.call(("process", 0)).value[1]
    del pool
    assert gone(nursery)


def test_what_a_worker_starts_ends_with_it(tmp_path):
    note = tmp_path / "pid"
    with Pool(DO, timeout=0.5) as pool:
        assert pool.call(("child", str(note))) == TimedOut(0.5)
    assert gone(int(note.read_text(encoding="ascii")))


def test_a_new_nursery_where_the_old_one_was_killed():
    with Pool(DO, timeout=5) as pool:
        worker, nursery, *_ = pool.call(("process", 0)).value
        os.kill(nursery, signal.SIGKILL)
        assert gone(nursery)
        assert pool.call(("exit", 0)) == Crashed("its process is gone")
        assert pool.call(2) == Done(4)
    assert gone(worker)


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ({"function": "proofs.marking.nowhere:do"}, "No module named 'proofs.marking.nowhere'"),
        ({"function": f"{busywork.__name__}:nothing"}, "nothing"),
        ({"function": "busywork"}, "expected module:function, found 'busywork'"),
        ({"function": DO, "start": f"{busywork.__name__}:fail_to_start"}, "LookupError: no such thing"),
        ({"function": DO, "start": f"{busywork.__name__}:exit_at_start"}, "no reason was given"),
    ],
    ids=str,
)
def test_workers_that_cannot_start_say_why(names, reason):
    with Pool(**names) as pool:
        for _ in range(2):
            with pytest.raises(RuntimeError, match="workers did not start") as error:
                pool.call(1)
            assert reason in str(error.value)


def test_a_number_of_workers_is_expected():
    with pytest.raises(ValueError, match="expected a number of workers, found -1"):
        Pool(DO, jobs=-1)


def test_without_processes():
    pool = Pool(DO, jobs=0, timeout=SHORT, start=START)
    begun = len(busywork.STARTED)
    assert list(pool.map([2, ("raise", "x"), ("leave", 1), 3])) == [
        Done(4),
        Crashed("ValueError: x"),
        Crashed("SystemExit: 1"),
        Done(9),
    ]
    assert pool.call(("process", 0)).value[0] == os.getpid()
    assert busywork.STARTED[begun:] == [os.getpid()], "what is to be run before ran once"


def test_two_pools_at_a_time():
    with Pool(DO, jobs=2) as a, Pool(DO, jobs=2) as b:
        pairs = list(zip(a.map(range(20)), b.map(range(20, 40)), strict=True))
    assert pairs == [(Done(k * k), Done((k + 20) ** 2)) for k in range(20)]


def test_a_pool_that_was_lent_rests_and_its_next_workers_know_nothing():
    with lent(DO, timeout=5, start=START) as pool:
        first = pool.call(("process", 0)).value
        assert pool.call(("process", 0)).value[3] == 2
    assert gone(first[0])
    with pytest.raises(ValueError, match="no document"), lent(DO, timeout=5, start=START):
        raise ValueError("no document")
    with lent(DO, timeout=5, start=START) as pool:
        again = pool.call(("process", 0)).value
    assert again[1] == first[1] and again[0] != first[0] and again[3] == 1
    with lent(DO, timeout=6, start=START) as pool:
        assert pool.call(("process", 0)).value[1] != first[1]
    assert gone(first[1]), "one rests for each function"


def test_two_at_a_time_are_lent_two_pools():
    with lent(DO, timeout=5) as a, lent(DO, timeout=5) as b:
        assert a.call(("process", 0)).value[1] != b.call(("process", 0)).value[1]


def test_a_pool_that_was_left_in_the_middle_is_not_lent_again():
    with pytest.raises(KeyboardInterrupt), lent(DO, timeout=5) as pool:
        nursery = pool.call(("process", 0)).value[1]
        raise KeyboardInterrupt
    assert gone(nursery)


SCRIPT = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from proofs.marking.pool import Pool, lent
pool = Pool({DO!r}, jobs=2, timeout=60)
"""
SHOW = SCRIPT + "print([outcome.value for outcome in pool.map([1, 2, 3])])"
HANG = SCRIPT + "print(*pool.call(('process', 0)).value[:2], flush=True)\nlist(pool.map([('spin', 0)] * 2))"


@pytest.mark.parametrize("way", ["-c", "-", "script"])
def test_from_wherever_python_runs(way, tmp_path):
    """Also from a script without ``if __name__ == "__main__"``, which must not run again in the workers."""
    script = tmp_path / "script.py"
    script.write_text(SHOW, encoding="ascii")
    command = {"-c": ["-c", SHOW], "-": ["-"], "script": [str(script)]}[way]
    done = subprocess.run(
        [sys.executable, *command], input=SHOW, capture_output=True, text=True, timeout=20, cwd=tmp_path, check=False
    )
    assert (done.stdout, done.stderr) == ("[1, 4, 9]\n", "")


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_orphans(blow):
    """Ctrl-C, a polite end and a violent one: with whoever asked, the busy workers are gone."""
    master = subprocess.Popen(
        [sys.executable, "-c", HANG], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    worker, nursery = map(int, master.stdout.readline().split())
    time.sleep(0.1)
    os.killpg(master.pid, blow)
    _, said = master.communicate(timeout=10)
    assert ("KeyboardInterrupt" in said) == (blow == signal.SIGINT)
    assert gone(nursery)
    assert gone(worker)
