"""From the bytes of a file to its text: what is no text is refused, what is damaged is read as well as it can be."""

from __future__ import annotations

import re

LARGEST = 64 << 20  # bytes
REMEDY = "give LaTeX, Markdown or a notebook"

# What people hand in that holds no source: by the end of the name, and by how the file begins.
ENDINGS = {
    ".pdf": "a PDF", ".docx": "a Word document", ".doc": "a Word document", ".odt": "a text document",
    ".rtf": "a text document", ".ps": "PostScript", ".djvu": "a scan", ".pptx": "a slide show", ".zip": "an archive",
    **dict.fromkeys([".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg"], "a picture"),
}  # fmt: skip
BEGINNINGS = {
    b"%PDF-": "a PDF", b"PK\x03\x04": "an archive or a Word document", b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"{\\rtf": "a text document", b"%!PS": "PostScript",
    b"\xd0\xcf\x11\xe0": "a Word document", b"BM": "a picture", b"II*\x00": "a picture", b"MM\x00*": "a picture",
}  # fmt: skip
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_LEGACY = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
_LEGACY_MARKS = "‘’‚“”„–—…•´`°§×·±²³µ"  # beside letters, what old encodings are used for
# UTF-8 that was read as Mac Roman or Windows-1252 and written again: dashes, quotes, letters with accents.
_TWICE = re.compile("‚[ÄÜâ][\x80-\uffff]|‚[ïñî]|ïê|Ôø|â€|âˆ|Ã[\x80-\u201f]|√[∂§°©®±≤≥∏º´¶]|Œ[±≤≥ºΩ]|œÉ|Î[¼±²]|Ïƒ")


class Unreadable(ValueError):
    """A file or text that is no document to be read: no text, of a kind that holds no LaTeX source, too large."""


def refuse_kinds(start: bytes, ending: str = "") -> None:
    """Raises ``Unreadable`` for PDF, Word, pictures: by how a file begins and by the end of its name, ``.pdf``."""
    by_start = (kind for mark, kind in BEGINNINGS.items() if start.startswith(mark))
    if kind := ENDINGS.get(ending.lower()) or next((k for k in by_start if not _is_plain(start)), None):
        raise Unreadable(f"this is {kind}: {REMEDY}")


def _is_plain(start: bytes) -> bool:
    """Two letters at the beginning of a text, ``BM``, are no picture."""
    return start[:2] == b"BM" and start[2:8].isascii() and not set(start[2:8]) & set(_CONTROL)


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and what is to be said of its characters.

    Raises ``Unreadable`` for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            _refuse_binary(text.encode("utf-8", "replace"))
            return text, _said_of(text)
    _refuse_binary(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data)
    return text, _said_of(text)


def _refuse_binary(data: bytes) -> None:
    nul = data.find(b"\0")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        raise Unreadable(f"this is no text: a NUL byte in line {line}; {REMEDY}, in UTF-8")
    control = len(data) - len(data.translate(None, _CONTROL))
    if control > max(16, len(data) // 100):
        raise Unreadable(f"this is no text: {control} of its {len(data)} bytes are control characters; {REMEDY}")


def _damaged(data: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-8 with a few bad bytes, or a text in an encoding of the eighties."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = sum(c > "\x7f" for c in text) - text.count("\ufffd")
    if good >= bad:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        note = f"{bad} damaged character{'s' if bad > 1 else ''}, bytes that are no UTF-8, the first in line {line}"
        return text, (note, *_said_of(text))
    best = max(_LEGACY, key=lambda name: _plausible(data, name))
    return data.decode(best, "replace"), (f"the file is not in UTF-8; it was read as {_LEGACY[best]}",)


def _plausible(data: bytes, encoding: str) -> float:
    """How many of the characters beyond ASCII look as if they were meant."""
    sample = data[: 1 << 20].decode(encoding, "replace")
    score = 0.0
    for m in re.finditer(r"(?s)[^\x00-\x7f]", sample):
        before, after = sample[m.start() - 1 : m.start()], sample[m.end() : m.end() + 1]
        in_word = before.islower() or after.islower()
        if m[0] in _LEGACY_MARKS or (m[0].isalpha() and in_word and (m[0].islower() or not before.isalpha())):
            score += 1
        elif not m[0].isprintable() or m[0] == "\ufffd":
            score -= 1
    return score


def _said_of(text: str) -> tuple[str, ...]:
    found = _TWICE.search(text)
    if found is None:
        return ()
    line = text.count("\n", 0, found.start()) + 1
    return (f"characters beyond ASCII were written in a wrong encoding, the first in line {line}: {found[0]!r}",)
