"""Ctrl-C reaches the processes of the tests, also where the tests themselves run in the background of a shell; a
collection of garbage does not go through what stays until the end; and the files that take longest come first, so that
no worker waits at the end for another that has just begun one of them."""

import gc
import signal
from collections import Counter

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

gc.set_threshold(100_000, 50, 1_000)  # modules, tests and interned terms stay: there is little to be found

LONGEST = (
    "marking/test_round_trip.py", "test_examples.py", "rules/test_rules.py", "rules/test_random.py",
    "marking/test_reasons.py", "test_tex.py", "derivations/test_slips.py", "derivations/test_book.py",
    "marking/test_laws_of_samples.py", "test_hostile.py", "marking/test_decided.py", "reading/test_categories.py",
    "reading/test_documents.py", "marking/test_second_reader.py", "marking/test_workers.py",
)  # fmt: skip


def pytest_configure(config):
    config.option.loadscopereorder = False  # by the number of tests, which says nothing of how long they take


def pytest_collection_modifyitems(config, items):
    root = config.rootpath / "tests"
    file = {item: item.path.relative_to(root).as_posix() for item in items}
    sizes = Counter(file.values())
    rank = {name: k for k, name in enumerate(LONGEST)}
    items.sort(key=lambda item: (rank.get(file[item], len(rank)), -sizes[file[item]], file[item]))


def pytest_collection_finish():
    gc.freeze()


def pytest_sessionfinish():
    gc.freeze()  # pytest collects what is left five times over, and a worker that is not done in 5 s is interrupted
