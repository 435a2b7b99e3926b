"""``python -m benchmarks``: every comparison, as one table in Markdown.  Exit 1 where an aim is missed.

With ``--write`` the table also replaces the one in README.
"""

import re
import sys
from itertools import chain

from . import cold, flows, integrals, steps, zero_test
from .timing import HEADER, ROOT


def main() -> int:
    print(HEADER)
    rows = []
    for row in chain(cold.rows(), integrals.rows(), zero_test.rows(), steps.rows(), flows.rows()):
        print(row, flush=True)
        rows.append(row)
    if "--write" in sys.argv[1:]:
        readme = ROOT / "README.md"
        table = "\n".join([HEADER, *map(str, rows)])
        text = readme.read_text(encoding="utf-8")
        part = re.compile(r"(<!-- speed -->\n).*?(<!-- end of speed -->)", re.DOTALL)
        readme.write_text(part.sub(lambda found: f"{found[1]}{table}\n{found[2]}", text), encoding="utf-8")
    return int(not all(row.met for row in rows))


sys.exit(main())
