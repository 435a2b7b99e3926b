r"""What only the whole line tells: which bracket closes which, which bars are left, which d closes which integral.

One pass over the tokens before the parser starts, so that it never looks ahead for long: ``\int f(x) dx`` ends where it
does because of its ``dx``, and ``p(x|y)`` differs from ``a|x|`` by the number of bars.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..syntax import Unread
from .scanning import Token

_SYMBOLS = ("letter", "word", "accent", "font", "partial")
_BREAKS = frozenset(("relation", ",", ";", "&", "newline", "prose", "mid"))
_MEASURES = frozenset(("mu", "nu", "P", "F", "G", "W", "B", "Q", "N"))


@dataclass
class Claim:
    """A differential, from ``start`` (its d, or the product sign before it) to ``end``, that closes an integral."""

    integral: int  # index of the integral's token
    start: int
    end: int
    front: bool = False  # it stands before the body: \int dx f(x)
    inner: bool = False  # it stands inside a fraction or bracket of the body


@dataclass
class Layout:
    """What one pass tells: the ``partner`` of each opening token, ``claims`` by their first token, bars by stretch."""

    partner: dict[int, int] = field(default_factory=dict)
    claims: dict[int, Claim] = field(default_factory=dict)
    closed: dict[int, list[Claim]] = field(default_factory=dict)  # by integral, in order
    bars: dict[int, tuple[list[int], int]] = field(default_factory=dict)  # the bars of its stretch, and its place there

    def bars_from(self, index: int) -> int:
        """How many bars of this kind there are from this one on, before a relation, a comma or the bracket's end."""
        stretch, place = self.bars[index]
        return len(stretch) - place


@dataclass
class _Level:
    """A bracket or group while it is open."""

    opened: int
    numerator: bool
    integrals: list[int] = field(default_factory=list)  # still without a differential, innermost last
    last: Claim | None = None
    waiting: list[tuple[int, int]] = field(default_factory=list)  # candidates inside a fraction or bracket
    strays: list[tuple[int, int]] = field(default_factory=list)  # candidates that no integral here waits for
    bars: dict[str, list[int]] = field(default_factory=dict)


def lay_out(tokens: list[Token]) -> Layout:
    """Look over a line.  Raises ``Unread`` where differentials do not fit their integrals."""
    layout = Layout()
    _partners(tokens, layout)
    if any(t.kind == "bar" for t in tokens):
        _bars(tokens, layout)
    if any(t.kind == "int" for t in tokens):
        _Differentials(tokens, layout).run()
    return layout


def _partners(tokens: list[Token], layout: Layout) -> None:
    stack: list[int] = []
    for k, token in enumerate(tokens):
        if token.kind in ("{", "open"):
            stack.append(k)
        elif token.kind in ("}", "close") and stack and (tokens[stack[-1]].kind == "{") == (token.kind == "}"):
            layout.partner[stack.pop()] = k


def _bars(tokens: list[Token], layout: Layout) -> None:
    stack: list[dict[str, list[int]]] = [{}]
    for k, token in enumerate(tokens):
        if token.kind in ("{", "open", "begin"):
            stack.append({})
        elif token.kind in ("}", "close", "finish"):
            if len(stack) > 1:
                stack.pop()
        elif token.kind in _BREAKS:
            stack[-1] = {}
        elif token.kind == "bar":
            stretch = stack[-1].setdefault(token.text, [])
            stretch.append(k)
            layout.bars[k] = (stretch, len(stretch) - 1)


class _Differentials:
    """Gives every differential to its integral, innermost first."""

    def __init__(self, tokens: list[Token], layout: Layout) -> None:
        self.tokens, self.layout = tokens, layout
        self.levels = [_Level(-1, False)]
        self.skip = 0

    def run(self) -> None:
        for k, token in enumerate(self.tokens):
            if k < self.skip:
                continue
            level = self.levels[-1]
            match token.kind:
                case "{" | "open" | "begin":
                    self.levels.append(_Level(k, self._is_numerator(k)))
                case "}" | "close" | "finish":
                    if len(self.levels) > 1:
                        self._close(self.levels.pop())
                case "int":
                    level.integrals += [k] * {"iint": 2, "iiint": 3}.get(token.text, 1)
                    level.last = None
                case "big" if token.text == "prod":
                    after = self._past(k + 1)
                    if self._is_candidate(after):
                        self._candidate(level, k, after)
                case "letter" if token.text == "d" and self._is_candidate(k):
                    self._candidate(level, k, k)
                case "sign":
                    level.last = None
                case kind if kind in _BREAKS:
                    self._flush(level)
        while self.levels:
            self._close(self.levels.pop())

    # -----------------------------------------------------------------------------------------------------------------

    def _candidate(self, level: _Level, start: int, at: int) -> None:
        last = level.last
        behind = last is not None and self._goes_on(last.end, start)
        front = bool(level.integrals) and self._past(level.integrals[-1] + 1) == start
        front = front or (last is not None and behind and last.front)
        end = self.differential_end(at, front)
        if level.integrals:
            integral = level.integrals.pop()
        elif last is not None and behind:
            integral = last.integral
        elif last is not None:
            raise Unread("a second differential behind a closed integral", self._span(start, end))
        else:
            level.strays.append((start, end))
            return
        level.last = self._claim(Claim(integral, start, end, front))
        self.skip = end

    def _claim(self, claim: Claim) -> Claim:
        others = self.layout.closed.setdefault(claim.integral, [])
        if any(self._written(c) == self._written(claim) for c in others):
            raise Unread("two differentials of one variable under an integral", self._span(claim.start, claim.end))
        others.append(claim)
        self.layout.claims[claim.start] = claim
        return claim

    def _written(self, claim: Claim) -> list[str]:
        return [t.text for t in self.tokens[claim.start : claim.end]]

    def _goes_on(self, end: int, start: int) -> bool:
        return start == end or (start == end + 1 and self.tokens[end].kind == "dots")

    def _close(self, level: _Level) -> None:
        self._flush(level)
        outer = self.levels[-1] if self.levels else None
        if outer is None or not outer.integrals or not level.strays or level.opened < 0:
            return
        if not level.numerator and self.tokens[level.opened].kind != "open":
            return
        first, last = level.opened + 1, self.layout.partner.get(level.opened)
        run = [(start, end) for start, end in level.strays if self._reaches(level.strays, end, last)]
        run = run or [(start, end) for start, end in level.strays if start == first]
        outer.waiting += run

    def _reaches(self, strays: list[tuple[int, int]], end: int, last: int | None) -> bool:
        """Whether from ``end`` on nothing but differentials stands before the bracket's end."""
        ends = dict(strays)
        while end in ends:
            end = ends[end]
        return end == last

    def _flush(self, level: _Level) -> None:
        """The stretch ends: integrals without a differential of their own may have one inside a fraction or bracket."""
        for start, end in level.waiting:
            if level.integrals:
                self._claim(Claim(level.integrals.pop(), start, end, inner=True))
        level.integrals, level.waiting, level.last = [], [], None

    # -----------------------------------------------------------------------------------------------------------------

    def _is_numerator(self, k: int) -> bool:
        before = self.tokens[k - 1] if k else None
        if self.tokens[k].kind != "{" or before is None or before.kind != "command" or not before.text.endswith("frac"):
            return False
        return not looks_like_derivative(self.tokens, self.layout, k)

    def _is_candidate(self, k: int) -> bool:
        """Whether the letter at ``k`` is a d before a variable."""
        tokens = self.tokens
        if tokens[k].kind != "letter" or tokens[k].text != "d" or tokens[k].note not in ("", "rm", "text"):
            return False
        after = tokens[k + 1]
        if after.kind == "^":
            end = self._past(k + 1)
            return tokens[end].kind in _SYMBOLS
        return after.kind in _SYMBOLS or (after.kind == "{" and tokens[k + 2].kind in _SYMBOLS)

    def differential_end(self, k: int, front: bool) -> int:
        """The index behind the differential whose d stands at ``k``."""
        k = self._past(k + 1)
        while self.tokens[k].kind in ("accent", "font"):
            k += 1
        letter = self.tokens[k]
        k = self.layout.partner.get(k, k) + 1 if letter.kind == "{" else k + 1
        k = self._past(k)
        follower = self.tokens[k]
        if letter.kind == "letter" and letter.text in _MEASURES and follower.kind == "open" and follower.text == "(":
            if front:
                raise Unread(
                    "a differential of a function, or a bracket behind a differential", self._span(k - 1, k + 1)
                )
            k = self.layout.partner.get(k, k) + 1
        return k

    def _past(self, k: int) -> int:
        return past_scripts(self.tokens, self.layout, k)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        end = min(end, len(self.tokens) - 1)
        return self.tokens[start].start, max(self.tokens[end - 1].end, self.tokens[start].end)


def past_scripts(tokens: list[Token], layout: Layout, k: int) -> int:
    """The index behind the scripts that begin at ``k``."""
    while tokens[k].kind in ("^", "_", "'", "super", "sub"):
        if tokens[k].kind in ("^", "_"):
            k += 1
            while tokens[k].kind in ("accent", "font", "sign") and tokens[k + 1].kind != "end":
                k += 1
            if tokens[k].kind == "end":
                return k
            k = layout.partner.get(k, k) if tokens[k].kind == "{" else k
        k += 1
    return k


def looks_like_derivative(tokens: list[Token], layout: Layout, group: int) -> bool:
    r"""Whether the fraction whose numerator is the group at ``group`` is d.. over d..: ``\frac{df}{dx}``."""
    close = layout.partner.get(group)
    if close is None or tokens[close + 1].kind != "{":
        return False
    return _d_above(tokens, group + 1) and _d_below(tokens, close + 2)


def is_d(token: Token) -> bool:
    """Whether a token may be the d of a differential."""
    return token.kind == "partial" or (
        token.kind == "letter" and token.text == "d" and token.note in ("", "rm", "text")
    )


_OPERANDS = frozenset(
    (*_SYMBOLS, "function", "open", "command", "bar", "big", "int", "{", "}", "^", "super", "begin")
)  # may stand behind the d of a numerator


def _d_above(tokens: list[Token], k: int) -> bool:
    return is_d(tokens[k]) and tokens[k + 1].kind in _OPERANDS


def _d_below(tokens: list[Token], k: int) -> bool:
    if tokens[k].kind == "open" and tokens[k].text == "(":
        k += 1
    if not is_d(tokens[k]):
        return False
    after = tokens[k + 1]
    return after.kind in _SYMBOLS or (after.kind in ("{", "open") and tokens[k + 2].kind in _SYMBOLS)
