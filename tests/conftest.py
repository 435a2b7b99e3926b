"""Ctrl-C reaches the processes of the tests, also where the tests themselves run in the background of a shell; and a
collection of garbage does not go through what stays until the end."""

import gc
import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

gc.set_threshold(100_000, 20, 20)  # modules, tests and interned terms stay: there is little to be found


def pytest_collection_finish():
    gc.freeze()
