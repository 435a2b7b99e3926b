"""The report of a document for a terminal: what needs attention, each step where it stands, then a line of summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from proofs.judging.report import ORDER

from .plain_maths import one_row, printable, sentence, shortened
from .verdicts import LOOKS

if TYPE_CHECKING:
    from proofs.judging.report import ChainReport, NoStep, StepReport
    from proofs.marking.document_report import DocumentReport

ATTENTION = ("refuted", "unread", "undecided")
ROLES = {"supposed": "given", "mentioned": "given", "not read": "unread"}  # of what is no step, and how it looks
ROUNDED = "right to the digits that are written"
_INDENT = "    "
_NARROWEST = 40


def document_text(
    report: DocumentReport, *, verbose: bool = False, colour: bool = False, width: int | None = None
) -> str:
    """The report as lines of at most ``width`` characters (formulas give way, sentences are wrapped)."""
    pen = Pen(report.source or report.name, colour, max(width, _NARROWEST) if width is not None else None)
    lines: list[str] = []
    title = None
    for chain in report.chains:
        shown = [k for k, step in enumerate(chain.steps) if verbose or needs_attention(step)]
        if shown:
            heading = pen.title(chain) if chain.title != title else []
            lines += [*heading, *pen.chain(chain.steps, shown, verbose), ""]
            title = chain.title
    if verbose and report.no_steps:
        lines += [*pen.no_steps(report.no_steps), ""]
    notes = [line for note in report.notes for line in pen.wrapped(f"note: {sentence(note)}", "", "bright_black")]
    lines += [*notes, ""] if notes and (lines or verbose) else notes
    return "\n".join([*lines, pen.summary(report)])


def needs_attention(step: StepReport) -> bool:
    """Whether a step is shown to somebody who only wants to know what is wrong or missing."""
    remarked = any(note != ROUNDED for note in step.notes) and (
        step.verdict != "given" or step.kind in ("hypothesis", "definition")
    )
    return step.verdict in ATTENTION or bool(step.needs) or remarked


def counts(report: DocumentReport) -> str:
    """``12 steps claimed: 1 refuted, 11 proved; 3 given; of other formulas 2 supposed``."""
    given = report.summary.get("given", 0)
    claimed = sum(report.summary.values()) - given
    words = ", ".join(f"{n} {word}" for word, n in sorted(report.summary.items(), key=_worst) if word != "given")
    told = f"{claimed} {'step' if claimed == 1 else 'steps'} claimed{f': {words}' if words else ''}"
    return "; ".join(filter(None, (told, f"{given} given" if given else "", others(report.no_steps))))


def others(no_steps: Sequence[NoStep]) -> str:
    """``of other formulas 3 supposed, 1 not read``; nothing where there are none."""
    roles = [each.role for each in no_steps]
    words = ", ".join(f"{roles.count(role)} {role}" for role in ROLES if role in roles)
    return f"of other formulas {words}" if words else ""


def _worst(item: tuple[str, int]) -> int:
    return ORDER.index(item[0])


def findings(step: StepReport) -> Iterator[tuple[str, str]]:
    """What there is to say of a step, as (what it is, a sentence with formulas in ``$...$`` or plain)."""
    if (found := step.counterexample) is not None:
        at = ", ".join(f"${name} {_is(value)} {value}$" for name, value in found.assignments)
        yield "counterexample", f"{f'at {at}: ' if at else ''}left ${found.left}$, right ${found.right}$"
    if step.repair is not None:
        yield "repair", step.repair
    if step.needs:
        yield "needs", _needed(step)
    if step.reason is not None and step.rule is None and step.verdict in ("unread", "undecided"):
        yield "reason", step.reason
    yield from (("note", note) for note in step.notes)


def _is(value: str) -> str:
    """The sign between a name and its value; a set is what a variable runs over."""
    return r"\in" if value.startswith(r"\{") else "="


def _needed(step: StepReport) -> str:
    """``proved if H(p) is finite``; of what holds only where nobody said that it may: ``it holds if sigma > 0``."""
    needs = conditions(step.needs)
    if step.verdict in ("proved", "supported"):
        return f"{step.verdict} if {needs}"
    return f"it holds if {needs}, which is not said" if step.numbers in ("agree", "estimate") else f"needs {needs}"


def kind_of(step: StepReport) -> str:
    """The verdict; of what is given, what it is."""
    return step.kind if step.verdict == "given" and step.kind != "step" else step.verdict


def measured(step: StepReport) -> Iterator[str]:
    """What the numbers rest on: ``6 examples``, ``24 digits``, ``12 of 12 slips found``."""
    if step.worlds is not None:
        yield f"{step.worlds} example{'s'[: step.worlds != 1]}"
    if step.digits is not None:
        yield f"{step.digits} digit{'s'[: step.digits != 1]}"
    if step.mutants is not None:
        yield f"{step.mutants} slips found"


def conditions(needs: Sequence[str]) -> str:
    """Conditions, each plain or LaTeX, as part of a sentence."""
    return " and ".join(need if "$" in need or "\\" not in need else f"${need}$" for need in needs)


_SIGNS = {"<=": r"\le", ">=": r"\ge", "!=": r"\neq", "~": r"\sim", "<<": r"\ll", ">>": r"\gg"}


def relation(symbol: str | None) -> str:
    """The relation of a step as LaTeX; the reader's own words for one are names of commands, or spelled with signs."""
    if not symbol:
        return "="
    return f"\\{symbol}" if symbol.isalpha() else _SIGNS.get(symbol, symbol)


class Pen:
    """How lines are written: where a step stands, with or without colour, how wide, and whether formulas are shown
    whole, over several lines, or their middle gives way."""

    def __init__(self, place: str, colour: bool, width: int | None, *, whole: bool = False) -> None:
        self.place, self.colour, self.width, self.whole = printable(place), colour, width, whole

    def styled(self, text: str, colour: str | None = None, **styles: bool) -> str:
        if not self.colour:
            return text
        from click import style

        return style(text, fg=colour, **styles)

    def title(self, chain: ChainReport) -> list[str]:
        return [self.styled(shortened(sentence(chain.title), self.width), bold=True)] if chain.title else []

    def room(self, taken: int) -> int | None:
        """What is left of a line of which so much is taken."""
        return None if self.width is None else max(self.width - taken, 1)

    def chain(self, steps: Sequence[StepReport], shown: list[int], verbose: bool) -> Iterator[str]:
        places = {k: self.at(steps[k]) for k in shown}
        column = max(map(len, places.values()))
        for k in shown:
            step = steps[k]
            look = LOOKS[step.verdict]
            mark = f"{look.sign} {kind_of(step):10}"
            goes_on = verbose and k > 0 and steps[k - 1].right == step.left and step.right is not None
            start = f"{self.styled(f'{places[k]:{column}}', 'bright_black')}  {self.styled(mark, look.terminal)}"
            beside = column + len(mark) + 4
            if self.width is not None and self.width - beside < _NARROWEST:  # no room beside a long name
                yield start.rstrip()
                yield from (f"{_INDENT}{line}" for line in self.formula(step, self.room(len(_INDENT)), goes_on))
            else:
                first, *rest = self.formula(step, self.room(beside), goes_on)
                yield f"{start}  {first}"
                yield from (f"{'':{beside}}{line}" for line in rest)
            yield from self.details(step, verbose)

    def no_steps(self, formulas: Sequence[NoStep]) -> Iterator[str]:
        """What relates something and is no step."""
        yield self.styled("Formulas that are no steps", bold=True)
        places = [self.at(each) for each in formulas]
        column = max(map(len, places))
        for place, each in zip(places, formulas, strict=True):
            look = LOOKS[ROLES[each.role]]
            mark = f"{look.sign} {each.role:10}"
            start = f"{self.styled(f'{place:{column}}', 'bright_black')}  {self.styled(mark, look.terminal)}"
            first, *rest = self.fitted(one_row(each.formula), self.room(column + len(mark) + 4))
            yield f"{start}  {first}"
            yield from (f"{'':{column + len(mark) + 4}}{line}" for line in rest)
            if each.reason:
                yield from self.wrapped(sentence(each.reason), _INDENT, None)

    def at(self, step: StepReport | NoStep) -> str:
        return ":".join(filter(None, (self.place, step.place)))

    def formula(self, step: StepReport, room: int | None, goes_on: bool) -> list[str]:
        """The step on one line where it fits, else one line for each side."""
        left = one_row(step.left)
        if step.right is None:
            return self.fitted(left, room)
        right = f"{one_row(relation(step.relation))} {one_row(step.right)}"
        if goes_on:
            return self.fitted(right, room)
        if room is None or len(left) + len(right) < room:
            return [f"{left} {right}"]
        return [*self.fitted(left, room), *(f"  {line}" for line in self.fitted(right, room - 2))]

    def fitted(self, formula: str, room: int | None) -> list[str]:
        """A formula in lines that are no longer than there is room."""
        if room is None or not self.whole:
            return [shortened(formula, room)]
        from textwrap import wrap

        return wrap(formula, max(room, _NARROWEST // 2), subsequent_indent=_INDENT, break_on_hyphens=False)

    def details(self, step: StepReport, verbose: bool) -> Iterator[str]:
        for what, said in findings(step):
            emphasis = {"repair": "green", "needs": "yellow"}.get(what)
            yield from self.wrapped(sentence(said), _INDENT, emphasis)
        if verbose and step.verdict in ("proved", "supported"):
            told = [sentence(step.reason) if step.reason else "", *measured(step)]
            if any(told):
                yield from self.wrapped(", ".join(filter(None, told)), _INDENT, "bright_black")

    def wrapped(self, text: str, indent: str, colour: str | None) -> list[str]:
        from textwrap import wrap

        lines = [indent + text]
        if self.width is not None:
            lines = wrap(
                text, self.width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False
            )
        return [self.styled(line, colour) for line in lines]

    def summary(self, report: DocumentReport) -> str:
        word = report.verdict if report.summary.keys() - {"given"} else "given"
        look = LOOKS[word]
        verdict = self.styled(f"{look.sign} {self.place}: {word}", look.terminal, bold=True)
        return f"{verdict} ({counts(report)})"
