"""What the workers of test_workers are given to do."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

STARTED = []
CALLS = []


def start():
    STARTED.append(os.getpid())


def fail_to_start():
    raise LookupError("no such thing")


def exit_at_start():
    os._exit(3)


def do(item):
    """Do what the item says; it is a number to be squared or an order with its argument."""
    CALLS.append(item)
    match item:
        case int():
            return item * item
        case "raise", text:
            raise ValueError(text)
        case "sleep", seconds:
            time.sleep(float(seconds))
            return seconds
        case "spin", _:
            while True:
                pass
        case "allocate", megabytes:
            return len(bytearray(megabytes * 2**20))
        case "hoard", _:
            heap = []
            while True:
                heap.append([0] * 10**6)
        case "recurse", depth:
            return do(("recurse", depth + 1))
        case "nest", depth:  # until the stack of C overflows
            sys.setrecursionlimit(10**9)
            nest = []
            for _ in range(depth):
                nest = [nest]
            return len(repr(nest))
        case "exit", status:
            print("the last words", file=sys.stderr, flush=True)
            os._exit(status)
        case "leave", status:
            sys.exit(status)
        case "signal", name:
            os.kill(os.getpid(), getattr(signal, name))
            time.sleep(10)
        case "die later", _:
            if os.fork() == 0:
                time.sleep(0.05)
                os.kill(os.getppid(), signal.SIGKILL)
                os._exit(0)
            return os.getpid()
        case "unpicklable", _:
            return lambda: None
        case "print", text:
            print(text)
            return os.write(2, b"noise\n")
        case "process", _:
            return os.getpid(), os.getppid(), tuple(STARTED), len(CALLS)
        case "child", path:
            child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
            Path(path).write_text(str(child.pid), encoding="ascii")
            time.sleep(10)
        case "write", path:
            return Path(path).write_text("here", encoding="ascii")
        case "factorial", n:
            from flint import fmpz

            return int(fmpz.fac_ui(n)) > 0
    raise AssertionError(item)
