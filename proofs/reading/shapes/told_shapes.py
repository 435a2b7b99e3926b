r"""What words say of the graphs of functions: "let $f$ be convex", "a strictly increasing function $g$", "$h$ is odd".

They are told of the name, and hold of the function that it is wherever it stands: on the line, and what has a meaning
there on R^d.  What stands beside them and is not read, "increasing on $[0, 1]$", leaves the name in fog.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from ... import language as L
from ...language.relations import SHAPES_IN_WORDS
from ..names import name_of
from ..syntax import Script, Symbol, Syntax
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence, speaks_of

if TYPE_CHECKING:
    from ..context import Context

_SHAPE = (
    r"(?:strictly )?(?:convex|concave)"
    r"|(?:(?:strictly|monotonically|monotone|monotonic) ,? ?)?(?:increasing|decreasing)"
    r"|non-?(?:in|de)creasing|even|odd"
)
_BESIDE = (
    r"real-valued|real|continuous|measurable|(?:once |twice |infinitely )?(?:continuously )?differentiable|smooth"
    r"|some|any|fixed|arbitrary|given"
)
_EACH = rf"(?:{_SHAPE}|{_BESIDE})"
_LIST = rf"(?P<list>{_EACH}(?:(?: ,)?(?: and| but)? {_EACH})*)"
_NAMES = rf"(?P<names>{ONE}(?:(?: ,)?(?: and)? {ONE})*)"
_FUNCTION = r"(?: (?:real )?(?:functions?|maps?|mappings?))"
_BE = r"(?:is|are|be|being)(?: assumed to be| supposed to be)?(?: also| both)?"
_NO_MORE = (
    rf"(?!(?: ,)?(?: and| but)? {_EACH}(?!\S))(?! ,? ?(?:real )?(?:functions?|maps?|mappings?)\b)"
    r"(?! (?:if|iff|on|in|for|at|around|near|when|whenever|where|provided|or|to|with respect|over|about|except|outside|"
    r"number|numbers|integer|integers|set|sets|sequence|matrix|up|combination|combinations|hull|relaxation|"
    r"optimi[sz]ation|problem|conjugate)\b)"
)
_ON_THE_LINE = rf"(?: (?:on|over) (?:all of )?(?:{ONE}R|the real line|the whole line))?"
_SAID = (  # of a name by a verb; beside a name
    re.compile(rf"(?<!\S){_NAMES} {_BE}(?: an?)? {_LIST}(?: ,)?{_FUNCTION}?{_ON_THE_LINE}(?!\S){_NO_MORE}"),
    re.compile(rf"(?<!\S){_LIST}(?: ,)?{_FUNCTION} {_NAMES}(?!\S){_NO_MORE}"),
    re.compile(rf"(?<!\S)(?:for|every|any|all|each|an?) {_LIST} {_NAMES}(?!\S){_NO_MORE}"),
    re.compile(rf"(?<!\S)(?:for|with|and|any|every) {_NAMES} {_LIST}(?!\S){_NO_MORE}"),
    re.compile(rf"(?<!\S){_NAMES} an? {_LIST}(?: ,)?{_FUNCTION}(?!\S){_NO_MORE}"),  # "and $f$ a convex one"
)
_DOUBTED = re.compile(r"\b(not|nor|neither|whether|or|unless|iff|only|called|definition|than|contra\w+)\b")
_CLAIMED = re.compile(
    r"\b(show|prove|verify|check|hence|therefore|thus|so|conclud\w+|impl\w+|follows|then|claim|means?|see|obtain)\b"
)
_SUPPOSED = re.compile(r"\b(if|when|whenever|since|because|as|let|suppose|assume)( that)? $")
# What is told of a function beside its shape that is not read, and that bears on what is claimed of it.
_MORE = re.compile(
    r"\b(minim\w+|maxim\w+|optim\w+|argmin|argmax|attain\w*|critical|stationary|roots?|zeros?|fixed point|"
    r"subgradients?|subdifferential|conjugate|intersect\w*|tangent to|periodic|bounded|satisf\w+|normali[sz]ed|"
    r"fulfil\w*)\b"
)
PERHAPS = "perhaps strictly"  # what is called increasing, and not strictly so, may be meant to be that
_OPPOSITE = ({"convex", "concave"}, {"increasing", "decreasing"}, {"even", "odd"})
_OF_VECTORS = {"convex", "concave", "even", "odd", "differentiable", "lipschitz"}


@dataclass(frozen=True)
class Shaped:
    """What a sentence tells of the names of functions, and which of its tokens say so."""

    names: tuple[str, ...]
    shapes: tuple[str, ...]
    tokens: range


def shapes_told(sentence: Sentence) -> Iterator[Shaped]:
    """The shapes that a sentence tells; what it doubts, asks, or concludes it does not."""
    if not speaks_of(sentence, "convex", "concave", "creasing", "even", "odd", "smooth", "differentiable"):
        return
    text = " ".join(_written(token) for token in sentence)
    for k, pattern in enumerate(_SAID):
        for found in pattern.finditer(text):
            before = text[: found.start()]
            concluded = k == 0 and _CLAIMED.search(before) and not _SUPPOSED.search(before)
            if _DOUBTED.search(text) or concluded:
                continue
            begin = text[: found.start("names")].count(" ")
            places = sentence[begin : begin + found["names"].count(" ") + 1]
            names = tuple(_meant([each for each in places if isinstance(each, Maths)], found))
            shapes = tuple(_shapes(found["list"]))
            if set(shapes) - {"differentiable"} and names:
                first = text[: found.start("list")].count(" ")
                yield Shaped(names, shapes, range(first, first + found["list"].count(" ") + 1))


def _meant(listed: list[Maths], found: re.Match[str]) -> list[str]:
    """The names of which a shape is told: of several only by a plural, and up to what is no name."""
    before = found.start("names") < found.start("list")
    if not re.search(r"\b(be|are|functions|maps|mappings)\b", found[0]):
        listed = listed[-1:] if before else listed[:1]
    each = [list(_function(token)) for token in listed]
    if before:
        return [name for names in each for name in names] if all(each) else []
    return [name for names in takewhile(bool, each) for name in names]


def without_told(sentence: Sentence) -> Sentence:
    """The sentence without the words that tell such shapes."""
    told = {at for each in shapes_told(sentence) for at in each.tokens}
    return tuple("" if at in told and isinstance(token, str) else token for at, token in enumerate(sentence))


def of_names(told: Iterable[Shaped]) -> dict[str, frozenset[str]]:
    """What is told of each name."""
    found: dict[str, frozenset[str]] = {}
    for each in told:
        for name in each.names:
            found[name] = found.get(name, frozenset()) | frozenset(each.shapes)
    return found


def enter(context: Context, told: Iterable[Shaped]) -> None:
    """Take in what a part of the document tells; what it tells of a name that was something else is told anew."""
    for name, shapes in of_names(told).items():
        before = context.shapes.get(name, frozenset())
        if contradictory(before | shapes) and not contradictory(shapes):
            before = frozenset()
            context.hypotheses = [h for h in context.hypotheses if not _is_about(h, name)]
        context.shapes[name] = before | shapes


def contradictory(shapes: Iterable[str]) -> bool:
    """Whether shapes are told that are opposites: one of them is told of a case."""
    plain = {shape.removeprefix("strictly_") for shape in shapes}
    return any(pair <= plain for pair in _OPPOSITE)


def facts(context: Context, f: L.Function) -> tuple[L.Node, ...]:
    """What is told of a function, as hypotheses."""
    shapes = context.shapes.get(f.name, frozenset())
    if contradictory(shapes) or not _has_meaning(f, shapes):
        return ()
    found = [_fact(shape, f) for shape in sorted(shapes - {PERHAPS})]
    return (*found, *(L.lipschitz(f, constant) for constant in context.slopes.get(f.name, ())))


def function(context: Context, name: str) -> L.Function:
    """The unknown function on the line that has a name, of which is assumed what is told of it."""
    found = L.Function(name, (L.R,))
    context.assume(*facts(context, found))
    return found


def leaves_open(context: Context, f: L.Function) -> bool:
    """Whether something is told of the shape of a function of which not all is read, or that has no meaning for it."""
    shapes = context.shapes.get(f.name)
    if shapes is None:
        return False
    elsewhere = f.name in context.survey.mapped and f.name not in context.maps  # on a part of the line
    return elsewhere or contradictory(shapes) or not _has_meaning(f, shapes) or _says_more(context.said)


def in_doubt(context: Context, relation: L.Relation) -> list[str]:
    """The functions of which it is not said whether they are strictly monotone, where that bears on a claim: one with
    < in it, and one under a condition about their values."""
    supposed = [h for h in context.stated() if not isinstance(h, L.Fact) and not h.free.isdisjoint(relation.free)]
    strict = [relation] if relation.symbol in ("<", ">", "!=") else []
    functions = {n.name for each in (*strict, *supposed) for n in each.free if isinstance(n, L.Function)}
    return sorted(name for name in functions if PERHAPS in context.shapes.get(name, ()))


def assume_of_maps(context: Context) -> None:
    """Assume what is told of the maps that are declared."""
    for name in context.shapes.keys() | context.slopes.keys():
        if isinstance(found := context.maps.get(name), L.Function):
            context.assume(*facts(context, found))


@lru_cache(maxsize=64)
def _says_more(words: str) -> bool:
    return bool(_MORE.search(words))


def _has_meaning(f: L.Function, shapes: Iterable[str]) -> bool:
    match f:
        case L.Function(_, (L.Reals(),), L.Reals() | L.PositiveReals()):
            return True
        case L.Function(_, (L.Vectors(),), L.Reals() | L.PositiveReals()):
            return {shape.removeprefix("strictly_") for shape in shapes} <= _OF_VECTORS
    return False


def _is_about(h: L.Node, name: str) -> bool:
    return isinstance(h, L.Fact) and h.predicate in SHAPES_IN_WORDS and h.args[0].name == name


def _fact(shape: str, f: L.Function) -> L.Node:
    if shape == "differentiable":
        return L.differentiable(f)
    return L.shaped(shape.removeprefix("strictly_"), f, strictly=shape.startswith("strictly_"))


def _shapes(text: str) -> Iterator[str]:
    """The shapes that a list of adjectives names; a convex function with derivatives has continuous ones."""
    bent = re.search(r"convex|concave", text)
    for found in re.finditer(rf"(?<!\S){_EACH}(?!\S)", text):
        words = found[0].replace(" ,", "")
        last = words.split(" ")[-1].replace("-", "")
        if last in ("nondecreasing", "nonincreasing"):
            yield "increasing" if last == "nondecreasing" else "decreasing"
        elif last in ("convex", "concave", "increasing", "decreasing"):
            yield f"strictly_{last}" if words.startswith("strictly") else last
            if last in ("increasing", "decreasing") and not words.startswith("strictly"):
                yield PERHAPS
        elif last in ("even", "odd"):
            yield last
        elif last == "smooth" or (last == "differentiable" and (bent or words != last)):
            yield "differentiable"


def _written(token: object) -> str:
    """A token in the text of its sentence: the real line apart from other formulas."""
    if not isinstance(token, Maths):
        return str(token)
    return f"{ONE}R" if any(map(_is_line, token.expressions())) else ONE


def _is_line(node: Syntax) -> bool:
    match node:
        case Symbol("R", "bb") | Script(Symbol("R", "bb"), None, _, 0):
            return True
    return False


def _function(token: Maths) -> Iterator[str]:
    r"""The names in $f$, in $f, g$ and in $f : \mathbb R \to \mathbb R$."""
    for node in token.expressions() if not token.display else ():
        name = name_of(node)
        if name is not None and "'" not in name:
            yield name


__all__ = [
    "Shaped",
    "assume_of_maps",
    "enter",
    "facts",
    "function",
    "in_doubt",
    "leaves_open",
    "shapes_told",
    "without_told",
]
