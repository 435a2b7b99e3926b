r"""Where mathematics ends that has begun: ``$``, ``$$``, ``\(``, ``\[`` and the environments of displays.

Every search is bounded by the next thing that cannot stand inside, so that a text of a million openings is read in
one pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DISPLAYS = {
    "equation", "align", "alignat", "xalignat", "xxalignat", "flalign", "gather", "multline", "eqnarray",
    "displaymath", "dmath", "dgroup", "darray", "IEEEeqnarray",
}  # fmt: skip
INNER = {
    "aligned", "alignedat", "split", "gathered", "multlined", "array", "cases", "dcases", "rcases", "matrix", "pmatrix",
    "bmatrix", "vmatrix", "Vmatrix", "Bmatrix", "smallmatrix",
}  # fmt: skip
CLOSERS = {"$": "$", "$$": "$$", "\\(": "\\)", "\\[": "\\]", "\\\\(": "\\\\)", "\\\\[": "\\\\]"}

_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{([^{}\n]{1,40})\}")
_WORDS_IN_MATHS = r"\\(?:text\w*|mbox|hbox|fbox)\s*\{[^{}$]*+(?:\$[^{}$]*+\$[^{}$]*+)*+\}"
_STOPS = {
    "$": re.compile(rf"{_WORDS_IN_MATHS}|\\[\s\S]|\n[ \t>]*\n|\$"),
    "$$": re.compile(rf"{_WORDS_IN_MATHS}|\\[\s\S]|\$\$"),
    "\\(": re.compile(r"\\[\s\S]|\n[ \t>]*\n"),
    "\\[": re.compile(r"\\[\s\S]"),
    "\\\\(": re.compile(r"\\\\[()]|\\[\s\S]|\n[ \t>]*\n"),
    "\\\\[": re.compile(r"\\\\[\]]|\\\\\[(?!\s*-?[\d.])|\n[ \t>]*\n|\\[\s\S]"),
}
_BLANK = re.compile(r"\n[ \t>]*\n")
_INSIDE_WORDS = re.compile(r"\\(?:text\w*|mbox|hbox|intertext|shortintertext|operatorname\*?|math\w+)\s*\{[^{}]*\}")
_PROSE = re.compile(
    r"(?<![\\A-Za-z])[A-Za-z]{2,}[,;]? +[A-Za-z]{2,}[,;]? +(?:[A-Za-z]{2,}[,;.]? +)?[A-Za-z]{2,}(?![A-Za-z({])"
)


@dataclass(frozen=True)
class Stretch:
    """The inside of a piece of mathematics, and where the text goes on after it."""

    begin: int
    end: int
    after: int


def environment_name(name: str) -> str:
    r"""The name without its star, which Markdown may want escaped: ``align\*``."""
    return name.strip().rstrip("*\\")


def environment_ends(text: str) -> dict[int, tuple[int, int]]:
    r"""For the place of every ``\begin{..}`` that is ended, where its ``\end{..}`` begins and ends."""
    ends: dict[int, tuple[int, int]] = {}
    open_: list[tuple[str, int]] = []
    count: dict[str, int] = {}
    for found in _ENVIRONMENT.finditer(text):
        name = found[2]
        if found[1] == "begin":
            open_.append((name, found.start()))
            count[name] = count.get(name, 0) + 1
        elif count.get(name):
            while open_:
                other, place = open_.pop()
                count[other] -= 1
                if other == name:
                    ends[place] = (found.start(), found.end())
                    break
    return ends


def paragraph_end(text: str, at: int) -> int:
    """Where the next blank line is."""
    blank = _BLANK.search(text, at)
    return blank.start() if blank else len(text)


def stretch(text: str, opener: str, begin: int) -> Stretch | None:
    """The mathematics that an opener before ``begin`` opens.

    None where it is not closed, or what would close it stands beyond a blank line and sentences.
    """
    closer, at = CLOSERS[opener], begin
    while found := _STOPS[opener].search(text, at):
        if found[0] == closer:
            apart = opener in ("$$", "\\[") and _BLANK.search(text, begin, found.start()) is not None
            if apart and is_prose(text[begin : found.start()]):
                break
            return Stretch(begin, found.start(), found.end())
        if found[0][0] == "\n" or found[0] == opener:
            break
        at = found.end()
    return None


def is_prose(text: str) -> bool:
    """Whether a text holds words that stand together as in a sentence, and not inside ``\\text``."""
    return _PROSE.search(_INSIDE_WORDS.sub(" ", text)) is not None
