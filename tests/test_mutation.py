"""The mutator changes one thing at a time, leaves the rest as it is, and sees which tests notice."""

import ast

from benchmarks.mutation import mutants, passes

SOURCE = '''
"""A docstring."""


def licensed(found: int, wanted: int, facts: list) -> bool:
    """Another docstring."""
    match found:
        case 0 if wanted:
            raise ValueError("none")
    return found == wanted and all(facts)
'''


def test_each_mutant_differs_in_one_place():
    made = list(mutants(SOURCE))
    original = ast.unparse(ast.parse(SOURCE)).splitlines()
    assert len({m.source for m in made}) == len(made) >= 8
    for mutant in made:
        lines = mutant.source.splitlines()
        changed = [k for k, line in enumerate(original) if k >= len(lines) or lines[k] != line]
        assert len(changed) == 1 and len(lines) == len(original), mutant.source
        assert mutant.line and mutant.before != mutant.after


def test_the_usual_slips_are_among_them():
    made = {(m.before, m.after) for m in mutants(SOURCE)}
    assert ("found == wanted", "found != wanted") in made
    assert ("found == wanted and all(facts)", "found == wanted or all(facts)") in made
    assert ("found == wanted and all(facts)", "all(facts)") in made
    assert ("case 0 if wanted", "case 0 if always") in made
    assert ("raise ValueError('none')", "pass") in made


def test_a_mutant_is_noticed_by_a_failing_test_and_by_one_that_never_ends(tmp_path):
    (tmp_path / "test_it.py").write_text("def test_it(): assert True")
    assert passes(tmp_path, ["test_it.py"], 60)
    (tmp_path / "test_it.py").write_text("def test_it(): assert False")
    assert not passes(tmp_path, ["test_it.py"], 60)
    (tmp_path / "test_it.py").write_text("def test_it():\n    while True: pass")
    assert not passes(tmp_path, ["test_it.py"], 2)
