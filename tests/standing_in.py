"""What stands for the judging of documents in tests of the command line: what a file holds names its report."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import proofs.marking.answering  # noqa: F401  (what it imports from a module that is stood in for is real)
from proofs.marking.document_report import UnknownFact
from tests.sheets import SLIP, UNFOLDED, report, step

PLAIN = step("1.1", "1 + 1", "2", "proved", licence="granted", numbers="agree", rule="algebra")


def install(monkeypatch) -> SimpleNamespace:
    """Put it in place.  ``answers`` are steps, or what is raised, by the content of a file; ``calls`` are kept."""
    told = SimpleNamespace(calls=[], answers={"right": (PLAIN,), "wrong": (SLIP,), "needs": (UNFOLDED,), "empty": ()})

    def verify(source, *, assuming=(), timeout=None, second_reader=True, jobs=1, progress=None):
        asked = {"assuming": assuming, "timeout": timeout, "second_reader": second_reader, "jobs": jobs}
        told.calls.append(SimpleNamespace(source=source, **asked))
        text = (source.read_text(errors="surrogateescape") if isinstance(source, Path) else source).strip()
        progress(0, 2)
        if "nonsense" in assuming:
            raise UnknownFact("'nonsense' is no fact")
        answer = told.answers[text]
        if isinstance(answer, BaseException):
            raise answer
        name = str(source) if isinstance(source, Path) else "text"
        made = report(*answer, source=name)
        return made if answer else type(made)(source=name, name=name, chains=())

    def explain_line(path, line, *, cell=None, hint=False, assuming=()):
        told.calls.append(SimpleNamespace(path=path, line=line, cell=cell, hint=hint, assuming=assuming))
        answer = told.answers[path.read_text().strip()]
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def same_statement(goal, shown):
        return f"{shown.left} {shown.relation} {shown.right}" == goal.statement

    def require_readable(sheet):
        return None

    instead = {"verify": (verify,), "explaining": (explain_line,), "goals": (require_readable, same_statement)}
    for name, functions in instead.items():
        module = ModuleType(f"proofs.marking.{name}")
        for function in functions:
            setattr(module, function.__name__, function)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return told
