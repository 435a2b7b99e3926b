"""A condition of a claim of which nothing was read, ``when $X$ has full rank``, ``for large $n$``: it may hold only so.

It stands behind the formula, in its row, or ahead of it in its sentence.  What words tell wherever they stand, that
variables are independent or that a function is convex, was read before the claim is; it is supposed of it then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ..context import Context
from ..names import name_of
from ..parts import Piece
from ..probability import independence
from ..syntax import RowSyntax, Words
from ..threads import Formula
from ..uses.survey import survey
from ..words.prose import ONE, sentence
from . import behind

_SIZE = r"((sufficiently|very|arbitrarily|extremely) )?(large|small|big|tiny|huge)( enough)?"
_SIGN = r"(strictly )?(non-?)?(positive|negative|zero)"
_KIND = rf"({_SIZE}|{_SIGN}|even|odd)"
_MANY = r"(values|numbers|integers|arguments|inputs|reals)"
_LETTER = r"(?!a )[A-Za-z](?![\w-])"  # "for negative x", in plain letters; of a formula that is read
_FOR = (
    rf"for (all |any |every |each |real )*({_KIND} ({_MANY}\b|((real |values of )?{_LETTER}))|"
    rf"{_SIZE} (values of )?{ONE}|{ONE} {_SIZE}\b|{_LETTER} {_KIND}\b)"
)
_ON = (
    r"(on|over|inside|outside|within) the [\w -]*\b(half-?line|half-?plane|axis|interval|ball|sphere|dis[ck]|boundary|"
    r"diagonal|simplex|circle|square)"
)
_IF = r"(only (if|when)|if|iff|when|whenever|unless|provided|as long as|so long as|assuming|in (the )?case( that)?)"
_SO = rf"(since|because|as) (the (argument|number|variable|value|input)|{_LETTER}) is {_KIND}"
_HOLDS = r"((also|then|indeed|clearly|always) )?(holds?|is (true|valid))"
_BEHIND = re.compile(
    rf"[\s,]*({_HOLDS} )?(and (?=only ))?"
    r"(?P<said>\(?(at least |for example |for instance |say |precisely |exactly |except )?"
    rf"({_IF}\b|{_FOR}|{_ON}\b|{_SO}\b|eventually\b))"
)
_SIGNED = re.compile(rf"\W*for (all |any |every |each )?{_KIND} (values of )?{ONE}")  # which in a row is not read
_HEAD = re.compile(
    r"(^|[,;:]|\band|\bbut|\bso|\bhence|\bthus|\bthen)\s*(?P<said>"
    rf"({_IF})( that)? (?!(we|one|you|i|it follows)\b)[^.;:,{ONE}]*?\b(is|are|was|were|has|have|had|holds?)\b"
    rf"[^.;:,{ONE}]*?(?=,|\bthen\b| (we|one) |$)|{_FOR}|{_ON}\b|{_SO}\b)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    rf"\b(?P<said>(assume|suppose|let)( that)? [^.;:{ONE}]*\b(is|are|be) {_KIND}\b)[^.;:{ONE}]*\.", re.IGNORECASE
)
_BEGINS_NEXT = re.compile(r",\s*then\b")  # "if $a < 0$, then" begins what comes next

_NAME = rf"(the )?(functions? |random variables? |variables? )?({ONE}|[A-Za-z])"
_SAID = (
    rf"(if|when|whenever|provided( that)?|as long as|assuming( that)?) {_NAME}(\s*(,|,?\s*and)\s*{_NAME})*\s*(is|are) "
)
_IF_ONE = re.compile(rf"\w+( \w+)? {ONE}(,?( and| but| while)? {ONE}.*)?")
_INDEPENDENT = re.compile(rf"{_SAID}(\w+ly |pairwise )?independent( of {_NAME}| of each other)?", re.IGNORECASE)
_SHAPED = re.compile(
    rf"{_SAID}(an? )?(strictly )?(convex|concave|even|odd|increasing|decreasing)( functions?)?", re.IGNORECASE
)
_ALONE = re.compile(r"(?<!\w)(?!a\b)[A-Za-z](?!\w)")


def unread_behind(context: Context, pieces: Sequence[Piece], at: int) -> str:
    """The words of a condition behind a formula, or in its row, with the formulas in them; "" where there is none, or
    it was read."""
    piece = pieces[at]
    said, inside = _behind(piece.formula), behind.following(pieces, at)
    if not said:
        return _in_row(piece) or _in_row(behind.last_of_chain(pieces, at))
    listed = list(islice(inside, said.count(ONE)))
    if listed and listed[0].says_for_which and _IF_ONE.fullmatch(said):
        return ""
    names = {name for each in listed if (name := name_of(each.sole)) is not None} | set(_ALONE.findall(said))
    if _is_known(context, said, names, piece.row):
        return ""
    for each in listed:
        said = said.replace(ONE, f"${each.formula.maths.text.strip()}$", 1)
    return said


def unread_ahead(context: Context, piece: Piece) -> str:
    """The words of a condition ahead of a formula, in its sentence or supposed in one before it; "" where there is
    none, or it was read."""
    words = piece.formula.words
    open_sentence = words[len(words) - len(sentence(words)) :]  # in its own letters
    found = _HEAD.search(" ".join(open_sentence.split()))
    found = found or _SUPPOSED.search(re.split(r"\n\s*\n", words)[-1])
    said = "" if found is None else found["said"].strip(" ,")
    if _is_known(context, said, set(_ALONE.findall(said)), piece.row):
        return ""
    return said.replace(ONE, "\N{HORIZONTAL ELLIPSIS}")


def _behind(formula: Formula) -> str:
    """The words of a condition behind a formula; "If" begins another sentence, and "and if" another claim."""
    rest = " ".join(formula.rest.split())
    found = _BEHIND.match(rest)
    if found is None or _BEGINS_NEXT.search(re.split(r"[.;](\s|$)", rest)[0]):
        return ""
    return re.split(r"[.;](?:\s|$)", rest[found.start("said") :])[0].strip(" ,()")


def _in_row(piece: Piece) -> str:
    r"""The words of a condition in a row of a display, ``\quad \text{if x is large}``."""
    if piece.row is None or not piece.formula.display:
        return ""
    said = " ".join(" ".join(_words(piece)).split())
    signless = re.sub(r"\$[^$]*\$", ONE, said)
    return said if _BEHIND.match(signless) or _SIGNED.match(signless) else ""


def _words(piece: Piece) -> Iterator[str]:
    """What stands in a row behind its claim."""
    assert piece.row is not None
    for statement in piece.row.statements[1:]:
        yield statement.words
        match statement.expressions:
            case (Words(text=text),):
                yield text
            case (first, *_, last) | (first as last,) if first is not None and last is not None:
                yield f"${piece.formula.maths.text[first.span[0] : last.span[1]].strip()}$"


def _is_known(context: Context, said: str, names: set[str], claim: RowSyntax | None) -> bool:
    """Whether a condition says no more than what was read of its names before; a number that is even is no function."""
    if _INDEPENDENT.fullmatch(said):
        return len(names) > 1 and independence.are_independent(context, names)
    if claim is None or not names or not names <= context.shapes.keys() or _SHAPED.fullmatch(said) is None:
        return False
    return names <= survey([claim]).heads()


__all__ = ["unread_ahead", "unread_behind"]
