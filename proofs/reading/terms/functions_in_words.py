r"""Functions that words name: "where $\sigma$ is the logistic function", "the standard normal cdf $\Phi$".

What they say is what an author could have written instead, \sigma(z) = 1/(1 + e^{-z}).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..grammar.parser import parse_row
from ..laws.law_clauses import Told
from ..names import name_of
from ..syntax import Bracket, Multiply, Sign, Statement, Syntax
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence, speaks_of

_NORMAL = r"standard (?:normal|gaussian)"
_WHOSE = rf"of (?:the|a) {_NORMAL}(?: distribution| law| random variable| variable)?"
_CDF = r"(?:cdf|(?:cumulative )?distribution function)"
_PDF = r"(?:pdf|(?:probability )?density(?: function)?)"
_DISTRIBUTION = r"\frac{1}{2} (1 + \operatorname{erf}(\frac{z}{\sqrt{2}}))"
_DENSITY = r"\frac{1}{\sqrt{2 \pi}} e^{-z^2/2}"
_NAMED = {
    r"\frac{1}{1 + e^{-z}}": r"(?:standard )?logistic function|logistic sigmoid(?: function)?|sigmoid(?: function)?",
    r"\log(1 + e^z)": r"softplus(?: function)?",
    _DISTRIBUTION: rf"{_CDF} {_WHOSE}|{_NORMAL} {_CDF}",
    _DENSITY: rf"{_PDF} {_WHOSE}|{_NORMAL} {_PDF}",
}
_NO_MORE = rf"(?! (?:of|with|whose|at|in|on|applied|evaluated|{ONE}))\b"
_NO_DOUBT = r"(?<!\bif )(?<!\bwhether )(?<!\bunless )(?<!\bwhen )"
_IS = r"(?:(?:, )?(?:which )?(?:is|be|are|being|denotes?|as) )?"
_PATTERNS = {
    formula: re.compile(
        rf"{_NO_DOUBT}(?<!{ONE} and )(?P<before>{ONE}) {_IS}the (?:{named}){_NO_MORE}"
        rf"|\bthe (?:{named})(?: is)?(?: denoted)?(?: by)? (?P<behind>{ONE})"
    )
    for formula, named in _NAMED.items()
}
_EACH = rf"(?:{_CDF}|{_PDF})"
_PAIR = re.compile(
    rf"{_NO_DOUBT}(?P<one>{ONE}) and (?P<two>{ONE}) (?:are|be|denote|being|for)(?: , respectively ,)? the "
    rf"(?P<normal>{_NORMAL} )?(?P<first>{_EACH}) and (?:the )?(?P<second>{_EACH})(?P<whose> {_WHOSE})?{_NO_MORE}"
)
_BESIDE = re.compile(
    rf"(?:{_CDF} {_WHOSE}|{_NORMAL} {_CDF})(?: ,)? and "
    rf"(?P<density>{ONE}) {_IS}(?:its|the corresponding) {_PDF}{_NO_MORE}"
)


def functions_told(sentence: Sentence) -> Iterator[Told]:
    """What a sentence says that names are; where it writes out the function itself, that is what the name is."""
    if not speaks_of(sentence, "logistic", "sigmoid", "softplus", "standard normal", "standard gaussian"):
        return
    text = " ".join(ONE if isinstance(token, Maths) else token for token in sentence)
    for at, formula in _found(text):
        token = sentence[text[:at].count(" ")]
        assert isinstance(token, Maths)
        named = _named(token)
        if named is not None and token.place is not None and not _is_written_out(named, sentence):
            yield Told((_statement(named, formula),), (token.place,))


def _found(text: str) -> Iterator[tuple[int, str]]:
    r"""Where in a sentence a name stands of which it says what it is, and that; \phi and \Phi often stand in pairs."""
    for formula, pattern in _PATTERNS.items():
        for found in pattern.finditer(text):
            yield found.start("before" if found["before"] else "behind"), formula
    for found in _BESIDE.finditer(text):
        yield found.start("density"), _DENSITY
    for found in _PAIR.finditer(text):
        kinds = [bool(re.fullmatch(_CDF, found[each])) for each in ("first", "second")]
        if (found["normal"] or found["whose"]) and kinds[0] is not kinds[1]:
            for name, is_distribution in zip(("one", "two"), kinds, strict=True):
                yield found.start(name), _DISTRIBUTION if is_distribution else _DENSITY


def _named(token: Maths) -> Syntax | None:
    r"""The name in $\Phi$ or $\Phi(x)$, which is all of the formula."""
    match token.sole():
        case Statement((node,), ()) if not token.display:
            head = _function_at_name(node) or node
            return head if name_of(head) is not None else None
    return None


def _function_at_name(node: Syntax | None) -> Syntax | None:
    match node:
        case Multiply((head, Bracket("(", (item,), ")", None)), ("", "")) if name_of(item) is not None:
            return head
    return None


def _is_written_out(named: Syntax, sentence: Sentence) -> bool:
    rows = (token.row.statements for token in sentence if isinstance(token, Maths) and token.row is not None)
    return any(_function_at_name(s.expressions[0]) == named for row in rows for s in row if s.relations)


def _statement(named: Syntax, formula: str) -> Statement:
    """The equation that says what the function is."""
    (body,) = parse_row(formula).statements[0].expressions
    (argument,) = parse_row("z").statements[0].expressions
    assert argument is not None
    return Statement((Multiply((named, Bracket("(", (argument,), ")")), ("", "")), body), (Sign("="),))


__all__ = ["functions_told"]
