r"""The second reader: latex2sympy2 reads plain expressions too, and where its value differs from ours nobody is right.

It is never shown our term.  Where the page itself can be spelled so that it is read reliably (``plain_text``), it gets
the page: then a difference tells of a slip anywhere in our parser or in our reading of the names.  Where only our tree
can be printed so (``plain_tree``), it gets that: a difference then tells of a slip between tree and term, and a slip of
the parser goes unnoticed, since it is printed too.  Neither can tell whether a name was given the right role: both
readers are told which names are numbers.

What both say is compared at points, exact numbers for the names, where both have a real and finite value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from proofs import language as L
from proofs.reading.syntax import Syntax

from .latex2sympy_apart import Question
from .outcomes import Crashed, Done, Outcome, OutOfMemory, TimedOut
from .plain import Letters, NotPlain
from .plain_text import spelled
from .plain_tree import printed
from .points import Point, agreement, points_for
from .pool import Pool

Verdict = Literal["agree", "disagree", "no answer", "not asked"]
APART = "proofs.marking.latex2sympy_apart"


@dataclass(frozen=True)
class Opinion:
    """What the second reader says of a reading.

    ``shown`` is what it was shown: the ``page`` or our ``tree``.  ``text`` is how that was spelled.
    """

    verdict: Verdict
    why: str = ""
    shown: Literal["page", "tree", ""] = ""
    text: str = ""


@dataclass(frozen=True)
class Reading:
    """Something we have read: ``expression`` is the tree of ``latex``, ``term`` what it was read as.

    ``names`` says which terms the names of the tree (as ``name_of`` calls them) stand for; without it, each stands for
    the free variable of that name.  What is no name of a number is not plain, and not asked about.
    """

    expression: Syntax
    latex: str
    term: L.Term
    names: Mapping[str, L.Term] | None = None


class SecondReader:
    """latex2sympy2 in a process of its own, which begins to start at once; ``close`` (or ``with``) ends it.

    ``asked`` counts the expressions it was shown, of which ``agreed`` were read alike and ``disagreed`` were not; the
    rest it could not read, or there was no point at which both had a value.
    """

    def __init__(self, timeout: float = 5, memory: int = 1000) -> None:
        self._pool = Pool(f"{APART}:values", jobs=1, timeout=timeout, memory=memory, start=f"{APART}:start")
        self._pool.warm()
        self._answers: dict[Question, Outcome] = {}
        self.asked = self.agreed = self.disagreed = 0

    def __enter__(self) -> SecondReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End its process; it starts again when it is asked again."""
        self._pool.close()

    def compare(
        self, expression: Syntax, latex: str, term: L.Term, names: Mapping[str, L.Term] | None = None
    ) -> Opinion:
        """Whether latex2sympy2 reads an expression as we do (see ``Reading``).

        Raises ``RuntimeError`` where latex2sympy2 cannot be started.
        """
        return next(self.compare_all([Reading(expression, latex, term, names)]))

    def compare_all(self, readings: Iterable[Reading]) -> Iterator[Opinion]:
        """The opinions on many readings, in order; it goes on reading while whoever asks does something with them.

        Raises ``RuntimeError`` where latex2sympy2 cannot be started.
        """
        prepared = [_prepared(reading) for reading in readings]
        questions = dict.fromkeys(p.question for p in prepared if isinstance(p, _Prepared))
        new = [question for question in questions if question not in self._answers]
        coming = zip(new, self._pool.map(new), strict=True)
        for each in prepared:
            if isinstance(each, Opinion):
                yield each
                continue
            while each.question not in self._answers:
                question, outcome = next(coming)
                self._answers[question] = outcome
            verdict, why = _judged(self._answers[each.question], each.points)
            self.asked += 1
            self.agreed += verdict == "agree"
            self.disagreed += verdict == "disagree"
            yield Opinion(verdict, why, each.shown, each.question.text)


@dataclass(frozen=True)
class _Prepared:
    """A question that can be put, from where its text is, and our values at its points."""

    question: Question
    shown: Literal["page", "tree"]
    points: list[Point]


def _prepared(reading: Reading) -> _Prepared | Opinion:
    """The question, or why there is none."""
    names = reading.names
    if names is None:
        names = {name.name: name for name in reading.term.free if isinstance(name, L.Var)}
    try:
        text, shown, letters = _put(reading.expression, reading.latex, names)
        points = points_for(reading.term, [names[name] for name in letters])
    except NotPlain as reason:
        return Opinion("not asked", str(reason))
    if not points:
        return Opinion("not asked", "no point was found at which our reading has a value")
    return _Prepared(Question(text, tuple(letters.values()), tuple(point.numbers for point in points)), shown, points)


def _put(
    expression: Syntax, latex: str, names: Mapping[str, L.Term]
) -> tuple[str, Literal["page", "tree"], dict[str, str]]:
    """The text to show, whether it is the page's or the tree's, and the letter of each name that has a value.

    The page counts only if the same names stand in it as in the tree: what its letters stand for is known then.
    Raises ``NotPlain``.
    """
    of_tree, of_page = Letters(), Letters()
    tree = printed(expression, names, of_tree)
    everything = tree.free | tree.bound
    try:
        page = spelled(latex, everything, of_page)
    except NotPlain:
        page = ""
    if page and of_page.of.keys() == everything:
        return page, "page", {name: of_page.of[name] for name in sorted(tree.free)}
    return tree.text, "tree", {name: of_tree.of[name] for name in sorted(tree.free)}


def _judged(outcome: Outcome, points: list[Point]) -> tuple[Verdict, str]:
    """What an answer says of ours: a difference anywhere counts, no value is no evidence."""
    match outcome:
        case Done(values):
            found = [agreement(point.ours, theirs) for point, theirs in zip(points, values, strict=True)]
            if "disagree" in found:
                k = found.index("disagree")
                return "disagree", f"{points[k].shown()}: we read {points[k].digits()}, latex2sympy2 {values[k][:12]}"
            if "agree" in found:
                return "agree", ""
            return "no answer", "no point at which both readings have a value"
        case TimedOut(seconds):
            return "no answer", f"latex2sympy2 took more than {seconds:g} seconds"
        case OutOfMemory():
            return "no answer", "latex2sympy2 ran out of memory"
        case Crashed(why):
            return "no answer", f"latex2sympy2 does not read it: {why}"
