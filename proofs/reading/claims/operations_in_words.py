r"""Values that words claim: "the derivative of $x^3$ is $3x^2$", "$(1 + 1/n)^n \to e$ as $n \to \infty$".

They are read as the formula that an author could have written in their place, \frac{d}{dx} (x^3) = 3x^2.  What is said
of a name alone is not: it may say what the name is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..files.source import Inline, Place, Placed, Text
from ..words.inline import Part, ends, is_related, joined, value_behind

# Where the operation is what the sentence, or a clause of it, is about: not half of it, nor the root of it.
_BEGUN = (
    r"(?:^|[.;:,(!?]|\b(?:then|so|that|hence|thus|therefore|because|since|while|whereas|if|when|whenever|where|now|"
    r"clearly|indeed|here|recall|also|but|have|suppose|assume|assuming|see|conclude|find))\s*(?:,\s*)?"
    r"(?:and |but |while )?(?:the )?"
)
_BESIDE = re.compile(r"\s*,?\s*(?:and|but|or|plus|minus|times)\b", re.IGNORECASE)
_IS = r"\s*(?:is|equals|is equal to|is given by|is simply|is just)(?=\s|$)"
_DERIVATIVE = re.compile(rf"{_BEGUN}(?:(first|second) )?(partial )?derivative of\s*$", re.IGNORECASE)
_BY = re.compile(r"\s*(?:with respect to|in|by)\s*$")
_OF_MATRICES = {"determinant": r"\det ", "trace": r"\operatorname{tr} ", "inverse": "^{-1}", "transpose": "^T"}
_OF_MATRIX = re.compile(rf"{_BEGUN}({'|'.join(_OF_MATRICES)}) of(?: the matrix)?\s*$", re.IGNORECASE)
_INTEGRAL = re.compile(rf"{_BEGUN}integral of\s*$", re.IGNORECASE)
_LIMIT = re.compile(rf"{_BEGUN}limit of\s*$", re.IGNORECASE)
_AS = re.compile(r"(?:^|[\s(])as\s*$", re.IGNORECASE)
_AS_BEHIND = re.compile(r"\s*,?\s*\(?as\s*$")  # "almost surely. As" begins another sentence
_ARROW = re.compile(r"^(.*?)\s*\\(?:to|rightarrow|longrightarrow)(?![a-zA-Z])\s*(.*)$", re.DOTALL)
_NO_LIMIT = re.compile(r"\\(?:to|rightarrow|mathrm|operatorname|text|xrightarrow)(?![a-zA-Z])|^\s*$")
_EQUATION = re.compile(r"^([^=<>]*?)\s*=\s*(.*)$", re.DOTALL)
_NAME = re.compile(r"\s*(\\?[a-zA-Z]+|\\math\w+\{\w+\})(_\{?\w+\}?)?\s*$")
_COMMAND = re.compile(r"\\[a-zA-Z]+|[a-zA-Z]")
_FUNCTIONS = frozenset(
    (r"\frac", r"\dfrac", r"\tfrac", r"\sqrt", r"\sin", r"\cos", r"\tan", r"\exp", r"\log", r"\ln", r"\sinh", r"\cosh",
     r"\tanh", r"\arctan", r"\left", r"\right", r"\cdot", r"\times", r"\pi", r"\big", r"\Big", r"\mathrm", "e")
)  # fmt: skip
_MOMENTS = {"mean": r"\mathbb{E}[", "expectation": r"\mathbb{E}[", "expected value": r"\mathbb{E}[",
            "variance": r"\mathrm{Var}[", "entropy": "H["}  # fmt: skip
_MOMENT = re.compile(rf"{_BEGUN}({'|'.join(_MOMENTS)}) of(?: the random variable)?\s*$", re.IGNORECASE)
_OF_LAW = re.compile(rf"{_BEGUN}({'|'.join(_MOMENTS)}) of(?: an?| the)?(?: distribution)?\s*$", re.IGNORECASE)
_LAW = re.compile(
    r"^\s*(?:\\(?:mathrm|operatorname|text|mathsf)\{[A-Z]\w+\}|\\mathcal\s*\{?[NU]\}?|[NU])\s*(?:\\left)?\(.*\)\s*$"
)
_VARIABLE = re.compile(r"^\s*(?:distributed )?(?:random variable|variable|distribution|law)?(?=\s)")
_BETWEEN = re.compile(r"\b(?:KL|Kullback-Leibler)[ -](?:divergence|distance) (between|of)\s*$")
_ITS = re.compile(rf"\s*,?\s*and (?:its|the) ({'|'.join(_MOMENTS)})(?={_IS})")
_HAS_LAW = re.compile(r"^\s*(\\?[a-zA-Z]+(?:_\w)?)\s*\\sim\b")


# A clause that supposes, doubts or asks claims nothing: if the integral of.
_DOUBTED = re.compile(
    r"\b(if|whether|unless|suppose|assume|assuming|when|let|not|would|could|what|why|such)\b[^.;:!?]*$",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\s*(?:always |also |indeed |then )?(?:holds|is true|is valid)\b(?: (?:true|trivially|always|clearly|too))?"
    r"(?=\s*(?:[.;:!]|$|,? (?:because|since|provided(?: that)?|as long as|whenever)\s*$|"
    r"for(?: all| any| every| each)?(?: real| positive| negative| nonnegative| non-negative| natural| integers?|"
    r" numbers?| values? of)*\s*$))"
)
_INEQUALITY = re.compile(
    r"(?:^|[.;:,]\s*)(?:(?:hence|thus|so|then|therefore|indeed|clearly|now|here),?\s+)?"
    r"the (?:\w+ )?(?:inequality|identity|equality|relation|formula|bound|estimate)\s*$",
    re.IGNORECASE,
)
_NOUN = (
    r"(?:(?:total|whole|numerical) )?(?:value of(?: the)?|value|sum|product|integral|expression|number|quantity|ratio|"
    r"fraction|quotient|difference|limit|series|term|cost|probability|expectation|mean|variance)?\s*$"
)
_VALUE = re.compile(_BEGUN + _NOUN, re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[.;:!?]\s)\s*(?:(?:hence|thus|so|then|therefore|indeed|clearly|now|here|finally|moreover|next|also),?\s+)?"
    rf"(?:the )?{_NOUN}",
    re.IGNORECASE,
)
_COMPOSED = re.compile(
    r"\\(?:int|sum|prod|sqrt|log|ln|binom|lim|det)(?![a-zA-Z])|\\mathbb\{?E|\\mathrm\{(?:Var|E|Cov)|"
    r"^\s*(?:P|E|Var)\b\s*[(\[]"
)
# What is no value: A^T A is p x p, f is C^1, the time is O(n).
_NO_VALUE = re.compile(r"^\s*(\\mathcal|\\mathbb|O\(|o\(|\\Theta|\\Omega|C\^|L\^|L_)|\\times|\\infty\s*-|^\s*[A-Z]\s*$")


def written(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a paragraph with formulas for such claims."""
    found: list[Part] = []
    rest = list(parts)
    while rest:
        read = next(_claims(found, rest), None)
        if read is None:
            found.append(rest.pop(0))
            continue
        claimed, taken, left = read
        found += claimed
        rest = [*left, *rest[taken:]]
    return tuple(found)


Read = tuple[list[Part], int, tuple[Part, ...]]  # what stands for it, how many parts that takes, what is left


def _claims(before: list[Part], rest: list[Part]) -> Iterator[Read]:
    match before, rest:
        case [*_, Inline(claim), Text(words)], _ if _BESIDE.match(words) and not is_related(claim):
            pass  # of both: the product of $x$ and the derivative of
        case [*_, Text(words)], [Inline(subject), Text(verb), *after] if not _DOUBTED.search(words):
            yield from _held(words, subject, verb, after)
            yield from _derivative(words, subject, verb, after)
            yield from _of_matrix(words, subject, verb, after)
            yield from _moment(words, subject, verb, after)
            yield from _of_law(words, subject, verb, after)
            yield from _divergence(words, subject, verb, after)
            yield from _integral(words, subject, verb, after)
            yield from _limit_of(words, subject, verb, after)
            yield from _limit_behind(words, subject, verb, after)
            yield from _valued(words, subject, verb, after)
    match rest:
        case [Inline(arrow), Text(word), Inline(goes), *after] if _AS_BEHIND.match(word):
            yield from _limit(arrow, goes, after, 3)


def _claimed(left: Placed, verb: str, after: list[Part], kept: list[Part], used: int) -> Iterator[Read]:
    """The claim that ``left`` is what stands behind the verb; ``used`` parts stand before that."""
    found = re.match(_IS, verb)
    value = None if found is None else value_behind(verb[found.end() :], after, _place(left))
    if value is not None:
        right, taken, rest = value
        yield [*kept, Inline(joined(left, " = ", right))], used + taken, rest


def _held(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    """The inequality $x^2 \\ge 0$ holds."""
    found = _HOLDS.match(verb)
    match after:  # for $x = 0$ and $x = 1$: for each of them
        case [Inline(one), Text(word), Inline(other), *_] if re.fullmatch(r"\s*,?\s*(?:and|or)\s*", word):
            if _EQUATION.match(one.text) and _EQUATION.match(other.text):
                return
    if found is not None and _INEQUALITY.search(words) and is_related(subject):
        place = _place(subject)
        yield [Text(". We have ", place), Inline(subject)], 2, (Text(verb[found.end() :], place),)


def _valued(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    """The sum $\\sum_k k$ equals $6$, of what is composed and no name."""
    of_numbers = re.search(r"\d", subject.text) and not re.search(r"[a-zA-Z]", subject.text)
    composed = (of_numbers or _COMPOSED.search(subject.text)) and not is_related(subject)
    spoken_of = _VALUE.search(words) is not None
    is_value = not any(isinstance(part, Inline) and _NO_VALUE.search(part.maths.text) for part in after[:1])
    if composed and spoken_of and is_value:
        begun: list[Part] = [Text(". We have ", _place(subject))] if words.strip() and _OPENS.search(words) else []
        yield from _claimed(subject, verb, after, begun, 2)


def _derivative(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    found = _DERIVATIVE.search(words)
    if found is None:
        return
    used, named = 2, None
    if _BY.match(verb):
        match after:
            case [Inline(name), Text(further), *left]:
                named, verb, after, used = name.text.strip(), further, left, 4
    body, kept = _named_or_written(subject)
    variable = named or _sole_letter(body.text)
    if variable is None or (not kept and _NAME.match(subject.text)):
        return
    sign = r"\partial" if found[2] else "d"
    power = "^2" if found[1] and found[1].lower() == "second" else ""
    operator = rf"\frac{{{sign}{power}}}{{{sign} {variable}{power}}}"
    yield from _claimed(joined(f"{operator} (", body, ")"), verb, after, kept, used)


def _of_matrix(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    found = _OF_MATRIX.search(words)
    if found is None or r"\begin" not in subject.text:
        return
    body, kept = _named_or_written(subject)
    operation = _OF_MATRICES[found[1].lower()]
    whole = joined(body, operation) if operation.startswith("^") else joined(operation, body)
    yield from _claimed(whole, verb, after, kept, 2)


def _moment(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    r"""The mean of $X \sim p$ is, and its variance is."""
    found, name = _MOMENT.search(words), _HAS_LAW.match(subject.text)
    if found is None or name is None:
        return
    place, kept, rest = _place(subject), list[Part](), tuple(after)
    moment: str | None = found[1].lower()
    while moment is not None:
        left = Placed(f"{_MOMENTS[moment]}{name[1]}]", (0,), (place,))
        read = next(_claimed(left, verb, list(rest), [], 0), None)
        if read is None:
            break
        claimed, taken, more = read
        kept += [Text(" and ", place), *claimed]
        rest = (*more, *rest[taken:])
        moment = None
        if rest and isinstance(rest[0], Text) and (its := _ITS.match(rest[0].text)) is not None:
            moment, verb, rest = its[1], rest[0].text[its.end() :], rest[1:]
    if kept:
        yield [Inline(subject), *kept], 2 + len(after), rest


def _of_law(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    r"""The variance of a $\mathrm{Beta}(a, b)$ random variable is."""
    found, behind = _OF_LAW.search(words), _VARIABLE.match(verb)
    if found is None or behind is None or not _LAW.match(subject.text):
        return
    moment = found[1].lower()
    name = next(letter for letter in "xuwv" if not re.search(rf"(?<![\\a-zA-Z]){letter}(?![a-zA-Z])", subject.text))
    if moment == "entropy":
        left = joined("H(", subject, ")")
    else:
        operator = r"\mathrm{Var}" if moment == "variance" else r"\mathbb{E}"
        left = joined(rf"{operator}_{{{name} \sim ", subject, rf"}}[{name}]")
    yield from _claimed(left, verb[behind.end() :], after, [], 2)


def _divergence(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    """The KL divergence between $p$ and $q$ is: from the first to the second."""
    match after:
        case [Inline(other), Text(further), *left] if (found := _BETWEEN.search(words)) is not None:
            beside = verb.strip() == {"between": "and", "of": "from"}[found[1]]
            if beside and _LAW.match(subject.text) and _LAW.match(other.text):
                whole = joined(r"D_{\mathrm{KL}}(", subject, r" \,\|\, ", other, ")")
                yield from _claimed(whole, further, left, [], 4)


def _integral(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    match after:
        case [Inline(low), Text(to), Inline(high), Text(further), *left] if _INTEGRAL.search(words):
            body, kept = _named_or_written(subject)
            variable = _sole_letter(body.text)
            if verb.strip() == "from" and to.strip() == "to" and variable is not None:
                whole = joined(r"\int_{", low, "}^{", high, "} (", body, rf") \, d{variable}")
                yield from _claimed(whole, further, left, kept, 6)


def _limit_of(words: str, subject: Placed, verb: str, after: list[Part]) -> Iterator[Read]:
    """The limit of $a_n$ as $n \\to \\infty$ is."""
    match after:
        case [Inline(goes), Text(further), *left] if _LIMIT.search(words) and _AS.search(verb):
            if _ARROW.match(goes.text):
                yield from _claimed(joined(r"\lim_{", goes, "} (", subject, ")"), further, left, [], 4)


def _limit_behind(words: str, goes: Placed, comma: str, after: list[Part]) -> Iterator[Read]:
    """As $n \\to \\infty$, $a_n \\to 0$."""
    if _AS.search(words) and re.fullmatch(r"\s*,?\s*(?:we (?:have|get|see|find)(?: that)?)?\s*", comma):
        match after:
            case [Inline(arrow), *further]:
                yield from _limit(arrow, goes, further, 3)


def _limit(arrow: Placed, goes: Placed, after: list[Part], used: int) -> Iterator[Read]:
    r"""What tends to something as a variable does, as \lim = that."""
    term, point = _ARROW.match(arrow.text), _ARROW.match(goes.text)
    if term is None or point is None or not ends(after) or not _NAME.match(point[1]):
        return
    written, variable = Placed(term[1], (0,), (_place(arrow),)), point[1].strip()
    if is_related(written) or _NAME.match(term[1]) or variable not in term[1] or _NO_LIMIT.search(term[2]):
        return
    yield [Inline(joined(rf"\lim_{{{goes.text}}} (", written, f") = {term[2]}"))], used, ()


def _named_or_written(subject: Placed) -> tuple[Placed, list[Part]]:
    """What an operation is taken of, and the formula that says what it is: of f(x) = x^2 that is f(x)."""
    found = _EQUATION.match(subject.text)
    if found is None:
        return subject, []
    return Placed(found[1], (0,), (_place(subject),)), [Inline(subject), Text(". We have ", _place(subject))]


def _sole_letter(text: str) -> str | None:
    """The only letter of a formula that may be a variable; None where there are several."""
    inside = re.match(r"\s*\\?[a-zA-Z]+\((\\?[a-zA-Z]+)\)\s*$", text)
    if inside is not None:
        return inside[1]
    letters = {token for token in _COMMAND.findall(text) if token not in _FUNCTIONS}
    return letters.pop() if len(letters) == 1 else None


def _place(formula: Placed) -> Place:
    return formula.place(0)


__all__ = ["written"]
