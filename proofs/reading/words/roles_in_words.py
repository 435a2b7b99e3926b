r"""What words say a parameter of a law is: "$X \sim \text{Exp}(\theta)$ with mean $\theta$", "$b$ is the rate"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..names import name_of
from ..syntax import Bracket, Multiply
from .law_vocabulary import ARTICLES, ROLES
from .sentences import Maths, Sentence
from .vocabulary import DOUBTS, VERBS

_BEFORE = frozenset(("with", "has", "have", "having", "and", "its", "where", "given", "whose", ",", "(")) | ARTICLES
_IS = VERBS | {"as", "for"}


@dataclass(frozen=True)
class Role:
    """That a name is the mean, the rate, the scale; ``law``: what the law is called that the sentence gives to
    something and that has this parameter, if it is one."""

    name: str
    role: str
    law: str | None


def roles_told(sentence: Sentence) -> Iterator[Role]:
    """The roles that a sentence says names have; what it concludes is none."""
    if DOUBTS & {token for token in sentence if isinstance(token, str)}:
        return
    drawn = [law for token in sentence if isinstance(token, Maths) for law in _laws(token)]
    for at, token in enumerate(sentence):
        name = _name(token) if isinstance(token, Maths) else None
        role = None if name is None else _role_before(sentence[:at]) or _role_behind(sentence[at + 1 :])
        if name is not None and role is not None:
            laws = [law for law, names in drawn if name in names]
            yield Role(name, role, laws[0] if len(laws) == 1 else None)


def _name(maths: Maths) -> str | None:
    statement = maths.sole()
    alone = statement is not None and not statement.relations and len(statement.expressions) == 1
    return name_of(statement.expressions[0]) if alone and statement is not None and statement.expressions[0] else None


def _laws(maths: Maths) -> Iterator[tuple[str, frozenset[str]]]:
    r"""What a law behind a \sim is called, and the names in its brackets."""
    for statement in maths.row.statements if maths.row is not None else ():
        for sign, right in zip(statement.relations, statement.expressions[1:], strict=True):
            match sign.symbol, right:
                case "~", Multiply((head, Bracket(_, items)), _) if (law := name_of(head)) is not None:
                    yield law, frozenset(filter(None, map(name_of, items)))


def _role_before(words: Sentence) -> str | None:
    """``with mean``, ``and rate parameter``, before the name."""
    if words[-1:] == ("parameter",):
        words = words[:-1]
    for length in (2, 1):
        role = _role(words[-length:])
        if role is not None and len(words) > length and words[-length - 1] in _BEFORE:
            return role
    return None


def _role_behind(words: Sentence) -> str | None:
    """``is the mean``, ``denotes the standard deviation``, behind the name."""
    if words[:1] and words[0] in _IS:
        words = words[2:] if words[1:2] and words[1] in ARTICLES else words[1:]
        for length in (2, 1):
            if (role := _role(words[:length])) is not None and words[length : length + 1] != ("of",):
                return role
    return None


def _role(words: Sentence) -> str | None:
    spoken = [word for word in words if isinstance(word, str)]
    return ROLES.get(" ".join(spoken)) if len(spoken) == len(words) else None


__all__ = ["Role", "roles_told"]
