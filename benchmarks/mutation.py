"""Mutation testing of the trusted code: change one thing in a file, run the tests, list the changes that none notices.

``python -m benchmarks.mutation proofs/kernel.py tests/kernel --jobs 2`` prints every survivor with its line.  The
tests named must pass unchanged.  A mutant that never ends counts as noticed.
"""

from __future__ import annotations

import argparse
import ast
import copy
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from time import perf_counter

ROOT = Path(__file__).parents[1]

SWAPS: dict[type, type] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    line: int
    before: str
    after: str
    source: str


def variants(node: ast.AST) -> Iterator[ast.AST]:
    """The node with one thing changed, in each way that people get things wrong."""

    def changed(**fields: object) -> ast.AST:
        new = copy.copy(node)
        for name, value in fields.items():
            setattr(new, name, value)
        return new

    match node:
        case ast.Compare(ops=[op]) if type(op) in SWAPS:
            yield changed(ops=[SWAPS[type(op)]()])
        case ast.BoolOp(op=op, values=values):
            yield changed(op=SWAPS[type(op)]())
            for k in range(len(values)):
                rest = values[:k] + values[k + 1 :]
                yield rest[0] if len(rest) == 1 else changed(values=rest)
        case ast.BinOp(op=op) if type(op) in SWAPS:
            yield changed(op=SWAPS[type(op)]())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield changed(value=not value)
        case ast.Constant(value=int() as value):
            yield changed(value=value + 1)
        case ast.If() | ast.IfExp() | ast.While():
            yield changed(test=ast.Constant(False))
            if not isinstance(node, ast.While):
                yield changed(test=ast.Constant(True))
        case ast.match_case(guard=ast.expr()):
            yield changed(guard=None)
        case ast.comprehension(ifs=[_, *_]):
            yield changed(ifs=[])
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield changed(value=ast.Constant(None))
        case ast.Raise() | ast.Continue():
            yield ast.Pass()
        case ast.Call(func=ast.Name(id="all")):
            yield changed(func=ast.Name("any"))
        case ast.Call(func=ast.Name(id="any")):
            yield changed(func=ast.Name("all"))


def mutants(source: str) -> Iterator[Mutant]:
    """Each way to change one thing in a module; annotations, docstrings and imports stay."""
    tree = ast.parse(source)

    def visit(parent: ast.AST) -> Iterator[Mutant]:
        for name, value in ast.iter_fields(parent):
            if name in ("annotation", "returns", "decorator_list", "type_params"):
                continue
            for k, node in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(node, ast.AST) or _is_quiet(node):
                    continue
                for new in variants(node):
                    _put(parent, name, k, new)
                    anchor = node.pattern if isinstance(node, ast.match_case) else node
                    line = getattr(anchor, "lineno", getattr(parent, "lineno", 0))
                    yield Mutant(line, _short(node), _short(new), ast.unparse(ast.fix_missing_locations(tree)))
                    _put(parent, name, k, node)
                yield from visit(node)

    yield from visit(tree)


def _is_quiet(node: ast.AST) -> bool:
    typing = isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return typing or text or isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr)


def _put(parent: ast.AST, name: str, k: int, new: ast.AST) -> None:
    value = getattr(parent, name)
    if isinstance(value, list):
        value[k] = new
    else:
        setattr(parent, name, new)


def _short(node: ast.AST) -> str:
    if isinstance(node, ast.match_case):
        return f"case {ast.unparse(node.pattern)} if {ast.unparse(node.guard) if node.guard else 'always'}"
    if isinstance(node, ast.comprehension):
        return "".join(f" if {ast.unparse(test)}" for test in node.ifs) or "no condition"
    first = ast.unparse(node).splitlines()[0]
    return first if len(first) < 100 else first[:97] + "..."


def passes(folder: Path, tests: list[str], seconds: float) -> bool:
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", help="the module to change")
    parser.add_argument("tests", nargs="+", help="what pytest runs for each mutant")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, help="so many mutants, drawn with a fixed seed")
    options = parser.parse_args()
    todo = list(mutants((ROOT / options.file).read_text(encoding="utf-8")))
    if options.sample is not None and options.sample < len(todo):
        todo = sorted(random.Random(0).sample(todo, options.sample), key=lambda m: m.line)
    with tempfile.TemporaryDirectory() as place:
        folders: Queue[Path] = Queue()
        for k in range(options.jobs):
            folder = Path(place, str(k))
            for part in ("proofs", "derivations", "tests", "setup.cfg"):
                copy_of = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
                folder.mkdir(exist_ok=True)
                copy_of(ROOT / part, folder / part)
            folders.put(folder)
        began = perf_counter()
        if not passes(Path(place, "0"), options.tests, 600):
            sys.exit("the tests do not pass on the unchanged file")
        limit = 10 + 5 * (perf_counter() - began)

        def survives(mutant: Mutant) -> bool:
            folder = folders.get()
            try:
                (folder / options.file).write_text(mutant.source, encoding="utf-8")
                return passes(folder, options.tests, limit)
            finally:
                folders.put(folder)

        alive = 0
        with ThreadPoolExecutor(options.jobs) as pool:
            for mutant, survived in zip(todo, pool.map(survives, todo), strict=True):
                if survived:
                    alive += 1
                    print(f"{options.file}:{mutant.line}: {mutant.before}  ->  {mutant.after}", flush=True)
        print(f"{len(todo) - alive} of {len(todo)} mutants noticed")


if __name__ == "__main__":
    main()
