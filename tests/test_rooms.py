"""The rooms of the house: who may import whom, and what may not be said where.  Read off the source, nothing is run."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.tables import for_each

ROOT = Path(__file__).parents[1]

ROOMS = {
    "proofs.language": "language",
    "proofs.algebra": "algebra",
    "proofs.kernel": "kernel",
    "proofs.definedness": "kernel",
    "proofs.smoothness": "kernel",
    "proofs.slopes": "kernel",
    "proofs.summability": "kernel",
    "proofs.images": "kernel",
    "proofs.weighting": "kernel",
    "proofs.integrability": "kernel",
    "proofs.decay": "kernel",
    "proofs.convergence": "kernel",
    "proofs.leading": "kernel",
    "proofs.tangents": "kernel",
    "proofs.growth": "kernel",
    "proofs.one_logarithm": "kernel",
    "proofs.ratios": "kernel",
    "proofs.validity": "kernel",
    "proofs.forms": "kernel",
    "proofs.inclusion": "kernel",
    "proofs.known_moments": "kernel",
    "proofs.views": "kernel",
    "proofs.places": "kernel",
    "proofs.steps": "kernel",
    "proofs.registry": "kernel",
    "proofs.rewriting": "kernel",
    "proofs.shapes": "kernel",
    "proofs.rules": "rules",
    "proofs.judging": "judging",
    "proofs.reading": "reading",
    "proofs.writing": "writing",
    "proofs.proof": "proof",
    "proofs.chains": "proof",
    "proofs.excerpts": "proof",
    "proofs.replay": "proof",
    "proofs.result": "proof",
    "proofs.checking": "proof",
    "proofs.specialise": "proof",
    "proofs.renaming": "proof",
    "proofs.marking": "marking",
    "proofs.cli": "cli",
    "proofs.__main__": "main",
    "proofs": "public",
    "derivations.__main__": "main",
    "derivations": "book",
}

MAY_IMPORT = {
    "language": set(),
    "algebra": {"language"},
    "kernel": {"language", "algebra"},
    "rules": {"language", "algebra", "kernel"},
    "judging": {"language"},
    "reading": {"language"},
    "writing": {"language", "kernel", "judging"},
    "proof": {"language", "kernel", "judging", "writing"},
    "marking": {"language", "algebra", "kernel", "judging", "writing", "proof", "rules", "reading"},
    "public": {"language", "kernel", "rules", "judging", "reading", "writing", "proof", "marking"},
    "book": {"public", "language", "rules"},
    "cli": {"public", "language", "judging", "reading", "writing", "proof", "marking", "book"},
    "main": {"cli"},
}


# What is shown in a notebook asks the writer for its picture, at that moment and not before.
SHOWING = {("proofs.language.terms", "proofs.writing.latex")}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(p): p for room in ("proofs", "derivations") for p in sorted((ROOT / room).rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def room(module: str) -> str:
    """The room of a module: that of the longest prefix in the table."""
    place = module
    while place not in ROOMS:
        assert place, f"{module} is none of the project's"
        place = place.rpartition(".")[0]
    assert place != "proofs" or module == "proofs", f"{module} stands in no room"
    return ROOMS[place]


def is_typing(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def statements(tree: ast.AST, inner: bool = True) -> Iterator[ast.AST]:
    """All nodes but those that only a type checker reads; with ``inner`` false, not those inside functions either."""
    for child in ast.iter_child_nodes(tree):
        if is_typing(child) or (not inner and isinstance(child, ast.FunctionDef | ast.Lambda)):
            continue
        yield child
        yield from statements(child, inner)


@cache
def imported(module: str, inner: bool = True) -> tuple[str, ...]:
    """The full names of what a module imports, with the module each name comes from."""
    return tuple(_imported(module, inner))


def _imported(module: str, inner: bool) -> Iterator[str]:
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    for node in statements(TREES[module], inner):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = package.rsplit(".", node.level - 1)[0] if node.level > 1 else package
                base = f"{up}.{base}" if base else up
            yield from (f"{base}.{a.name}" if f"{base}.{a.name}" in MODULES else base for a in node.names)


@for_each(MODULES)
def test_a_room_imports_only_what_it_may(module):
    here = room(module)
    for name in imported(module):
        if (module, name) in SHOWING and name not in imported(module, inner=False):
            continue
        if name.partition(".")[0] in ("proofs", "derivations"):
            there = room(name)
            assert there == here or there in MAY_IMPORT[here], f"{module} ({here}) imports {name} ({there})"


def test_the_table_has_no_cycle():
    # The empty package __init__ of ``proofs`` names what it offers and imports it on demand; see test_cold_imports.
    done: set[str] = set()
    while len(done) < len(MAY_IMPORT):
        free = {r for r, needs in MAY_IMPORT.items() if r not in done and needs <= done}
        assert free, f"a cycle among {set(MAY_IMPORT) - done}"
        done |= free


@for_each([m for m in MODULES if room(m) == "judging"])
def test_the_numbers_know_no_rule_and_no_sympy(module):
    for name in imported(module):
        assert name.partition(".")[0] != "sympy"
        assert not name.startswith(
            ("proofs.rules", "proofs.kernel", "proofs.algebra", "proofs.definedness", "proofs.validity")
        )


@for_each(MODULES)
def test_heavy_packages_are_imported_where_they_are_used(module):
    heavy = {"sympy", "rich", "latex2sympy2", "numpy", "scipy", "mpmath", "matplotlib"}
    assert not heavy & {name.partition(".")[0] for name in imported(module, inner=False)}


# Integrands become straight-line code of generated names and operators.
WRITES_CODE = {"proofs.judging.program"}


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(TREES[module]))


@cache
def calls(module: str) -> tuple[tuple[str, ast.Call], ...]:
    found = [node for node in nodes(module) if isinstance(node, ast.Call)]
    return tuple((c.func.attr if isinstance(c.func, ast.Attribute) else getattr(c.func, "id", ""), c) for c in found)


OUTSIDE_KERNEL = [m for m in MODULES if m != "proofs.kernel"]


@for_each(OUTSIDE_KERNEL)
def test_only_the_kernel_grants_a_licence(module):
    names = {node.id for node in nodes(module) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in nodes(module) if isinstance(node, ast.Attribute)}
    sealing = {"_sealed"} if module == "proofs.registry" else set()
    assert not ({"_KEY", "_sealed"} - sealing) & (names | attributes)
    for name, call in calls(module):
        assert name != "Theorem", f"{module}:{call.lineno} makes a theorem"
        assert not any(keyword.arg == "granted" for keyword in call.keywords), f"{module}:{call.lineno}"
        if name == "Licence":
            refused = call.args and isinstance(call.args[0], ast.Constant) and call.args[0].value is False
            assert refused, f"{module}:{call.lineno} makes a licence that is not a refusal"


@for_each([m for m in MODULES if room(m) in ("rules", "judging", "kernel", "algebra")])
def test_neither_judge_asks_a_computer_algebra_system(module):
    banned = {"simplify", "doit", "evalf", "nsimplify", "sympify"}
    for name, call in calls(module):
        assert name not in banned, f"{module}:{call.lineno} calls {name}"
        assert not any(k.arg == "force" for k in call.keywords), f"{module}:{call.lineno} forces"
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            assert call.func.value.id not in ("sympy", "sp"), f"{module}:{call.lineno} calls SymPy"


@for_each(MODULES)
def test_habits_of_the_house(module):
    if room(module) != "cli":
        bare = [c.lineno for n, c in calls(module) if n == "print" and isinstance(c.func, ast.Name)]
        assert not bare, "library code never prints"
    assert not [c.lineno for n, c in calls(module) if n == "hasattr"]
    assert module in WRITES_CODE or not [c.lineno for n, c in calls(module) if n in ("eval", "exec")]
    for node in nodes(module):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = {getattr(c, "id", None) for c in caught}
            assert not names & {None, "Exception", "BaseException"}, f"{module}:{node.lineno} catches everything"


@for_each([m for m in MODULES if room(m) == "book" and m.count(".") == 2])
def test_a_page_of_the_book_is_mathematics_only(module):
    for name in imported(module):
        assert name in ("__future__", "proofs", "proofs.language", "proofs.rules") or room(name) == "book", name


def test_cold_imports():
    """Importing the packages, and asking for help, loads neither SymPy nor FLINT nor rich."""
    script = (
        "import sys, proofs, derivations, proofs.cli\n"
        "try: proofs.cli.derivations(['--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(' '.join({'sympy', 'flint', 'rich'} & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# Inside the reading room, what a page is made of knows nothing of what it means.
BELOW_MEANING = {
    "proofs.reading.grammar": {"grammar", "syntax", "relations", "names", "faults", "changing"},
    "proofs.reading.files": {"files", "grammar", "words", "documents", "syntax"},
}


@for_each(BELOW_MEANING)
def test_what_a_page_is_made_of_knows_nothing_of_what_it_means(package):
    inside = [m for m in MODULES if m.startswith(package)]
    taken = {name.split(".")[2] for m in inside for name in imported(m) if name.startswith("proofs.reading.")}
    assert inside and taken <= BELOW_MEANING[package]
