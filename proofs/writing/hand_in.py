r"""A hand-in: numbered questions with what is to be shown, the steps with their reasons, numbers put in, the result.

It is said once, in parts, and set as LaTeX, as Markdown, or as a notebook; ``pages`` sets the derivations in it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from proofs.language import Relation
from proofs.steps import Step, Use

from .denoting import denoting, put
from .display import aligned, boxed, stated, supposed
from .pages import DISPLAY, FRAGMENT, PAGE, SCREEN, Style, complete, derived, extra, opening, run_on, source, text
from .phrases import notation, put_in
from .pictures import Picture
from .rounded import rounded


@dataclass(frozen=True)
class Derivation:
    """A derivation in a hand-in: ``chains`` of it are written, ``instance`` is it with the numbers of the question.

    ``exact`` is the step from the right side of the instance to how one would write it.  What is only
    ``stated``, with these words, is a result that is used, without the steps that lead to it.
    """

    proof: Any
    chains: tuple[Any, ...]
    title: str
    instance: Any = None
    exact: Step | None = None
    stated: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Answer:
    """What is written below the heading of a question."""

    heading: str  # of the question; empty where none was asked
    derivations: tuple[Derivation, ...]


@dataclass(frozen=True)
class HandIn:
    """Answers in order.  ``brief`` leaves out where results are from."""

    answers: tuple[Answer, ...]
    title: str | None = None
    author: str | None = None
    brief: bool = False


@dataclass(frozen=True)
class Heading:
    level: int
    words: str


@dataclass(frozen=True)
class Figure:
    name: str
    picture: Picture


Part = Heading | Figure | str


def pictures(hand_in: HandIn) -> list[Figure]:
    """The pictures of a hand-in, by the names that it calls them."""
    return [part for part in _parts(hand_in, FRAGMENT) if isinstance(part, Figure)]


def as_latex(hand_in: HandIn, stem: str) -> str:
    """A complete document; its pictures are expected beside it, as PDF, under ``stem``-name."""
    front = ""
    if hand_in.title is not None:
        author = f"\\author{{{text(hand_in.author)}}}\n" if hand_in.author else "\\author{}\n"
        front = f"\\title{{{text(hand_in.title)}}}\n{author}\\date{{}}\n\\maketitle\n\n"
    body = []
    for part in _parts(hand_in, PAGE):
        match part:
            case Heading(level, words):
                body.append(f"\\room{{.3}}\\{'sub' * (level - 1)}section*{{\\raggedright {_unbroken(text(words))}}}")
            case Figure(name, picture):
                share = 0.9 if len(picture.panels) > 1 else 0.6
                body.append(
                    f"\\room{{.3}}\\begin{{center}}\n\\includegraphics[width={share}\\textwidth]{{{stem}-{name}.pdf}}\n\n"
                    f"{{\\small {text(picture.caption)}}}\n\\end{{center}}"
                )
            case _:
                body.append(part)
    return complete(front + "\n\n".join(body))


def _unbroken(words: str) -> str:
    """Words in which no line ends between the arguments of a law, ``N(3, 2)``."""
    return re.sub(r"(?<=\w\()([^\s()]+,) (?=[^\s()]+\))", r"\1~", words)


def as_markdown(hand_in: HandIn, stem: str) -> str:
    """Markdown with mathematics between dollars; its pictures are expected beside it, as SVG."""
    return (
        "\n\n".join(_marked_down(part, f"{stem}-{{}}.svg") for part in [*_front(hand_in), *_parts(hand_in, SCREEN)])
        + "\n"
    )


def as_notebook(hand_in: HandIn, drawn: dict[str, str]) -> str:
    """A notebook of Markdown cells, one for each section; ``drawn`` has the pictures as PNG, in base 64."""
    from nbformat import from_dict, validate
    from nbformat.v4 import new_markdown_cell, new_notebook

    cells: list[Any] = []
    for part in [*_front(hand_in), *_parts(hand_in, SCREEN)]:
        said = _marked_down(part, "attachment:{}.png")
        if isinstance(part, Heading) or not cells:
            cells.append(new_markdown_cell(said, id=f"part-{len(cells) + 1}"))
        else:
            cells[-1].source += f"\n\n{said}"
        if isinstance(part, Figure):
            cells[-1].setdefault("attachments", {})[f"{part.name}.png"] = {"image/png": drawn[part.name]}
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}  # or Jupyter asks for one
    notebook = new_notebook(cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}})
    validate(from_dict(notebook))
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _front(hand_in: HandIn) -> list[Part]:
    title = [Heading(0, hand_in.title)] if hand_in.title else []
    return [*title, *([text(hand_in.author)] if hand_in.author else [])]


def _marked_down(part: Part, path: str) -> str:
    match part:
        case Heading(level, words):
            return f"{'#' * (level + 1)} {text(words)}"
        case Figure(name, picture):
            return f"![{picture.caption}]({path.format(name)})\n\n*{picture.caption}*"
    return DISPLAY.sub(lambda display: f"\n$$\n{display[0]}\n$$\n", part).strip()


# ---------------------------------------------------------------------------------------------------------------------
# what is said


def _parts(hand_in: HandIn, style: Style) -> list[Part]:
    parts: list[Part] = []
    for answer in hand_in.answers:
        told = None
        for each in answer.derivations:
            parts.append(Heading(1, f"{answer.heading}: {each.title}" if answer.heading else each.title))
            parts += _derivation(each, style, hand_in.brief, from_there=each.proof.source == told)
            told = each.proof.source
    return parts


def _derivation(each: Derivation, style: Style, brief: bool, *, from_there: bool) -> list[Part]:
    """The parts of one; what is ``from_there`` has the source of the one before it, and does not say it again."""
    proof = each.proof
    parts = [] if brief or from_there else source(proof, style)
    statement = denoting(proof, proof.result.statement)
    more = extra(proof, style)
    if each.stated:
        lead = _sentence(opening(proof, style), style.result.format(each.stated), more)
        said: list[Part] = [*run_on([*parts, f"{lead}\n{stated(statement, '', fit=style.fit)}"])]
        return [*said, *_instance(each, style)]
    chains = derived(proof, each.chains, style, values=True)
    if "\n" in more:  # too long for a sentence; the result is what the steps come to, under what is supposed there
        parts.append(opening(proof, style))
    else:
        lead = extra(proof, style, "To show, where", ":") or "To show:"
        parts.append(f"{_sentence(opening(proof, style), lead)}\n{stated(statement, '', fit=style.fit)}")
        if chains[0].startswith("\\begin"):  # words between two displays
            parts.append(style.result.format("In steps"))
    said = [*run_on([*parts, *chains, _result(statement, more, style)])]
    if each.picture is not None and not brief:
        said.append(Figure(proof.name, each.picture))
    return [*said, *_instance(each, style)]


def _instance(each: Derivation, style: Style) -> list[Part]:
    if each.instance is None:
        return []
    return [Heading(2, "With the numbers put in"), *run_on(_with_numbers(each.instance, each.exact, style))]


def _result(statement: Any, introduction: str, style: Style) -> str:
    box = boxed(statement, style.end, fit=style.fit, value=rounded(statement))
    return f"{_sentence(style.result.format('Result'), introduction)}\n{box}"


def _with_numbers(instance: Any, exact: Step | None, style: Style) -> list[str]:
    """The result with the numbers put in, as it then is, and rounded; with its steps, where it supposes an equation."""
    statement = denoting(instance, instance.statement)
    hypotheses = [denoting(instance, h) for h in instance.result.hypotheses]
    given = _sentence(put_in(put(instance)), notation([statement]), supposed(hypotheses, fit=style.fit))
    chain = next(each for each in instance.chains if each.concluded is instance.statement)
    if chain.suppose and chain.steps:  # an equation is solved: the numbers stand in what was supposed
        solved = derived(instance, [replace(chain, title=None, text=None, suppose=())], style)
        return [given, *solved, _result(statement, "", style)]
    if exact is None or not isinstance(statement, Relation):
        return [given, _result(statement, "", style)]
    steps = (Step(statement.left, "=", statement.right, Use(phrase="putting in the numbers")), exact)
    reasons = [style.reason.format(step.reason) for step in steps]
    display = aligned(statement.left, steps, reasons, [], fit=style.fit, beside=style.beside)
    return [f"{given}\n{display}", _result(Relation(statement.left, "=", exact.right), "", style)]


def _sentence(*parts: str) -> str:
    return " ".join(part for part in parts if part)
