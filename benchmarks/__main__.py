"""``python -m benchmarks``: every comparison, as one table in Markdown.  Exit 1 where an aim is missed."""

import sys
from itertools import chain

from . import cold, flows, integrals, zero_test
from .timing import HEADER


def main() -> int:
    print(HEADER)
    missed = 0
    for row in chain(cold.rows(), integrals.rows(), zero_test.rows(), flows.rows()):
        print(row, flush=True)
        missed += not row.met
    return int(missed > 0)


sys.exit(main())
