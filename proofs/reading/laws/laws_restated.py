r"""A display that writes as a formula the law that the words right before it say: ``follows a t-distribution with
$n - 1$ degrees of freedom $$t \sim \mathrm t(n)$$``.  The two are one law, or one of them is a slip.

Only laws whose parameters every author takes in one order are compared, and only where both are said in the same names.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import language as L
from ..meaning import Meaning
from ..names import name_of
from ..syntax import Sign, Statement, Syntax, Unread
from ..words import law_vocabulary as said
from ..words.sentences import Maths, Sentence
from .equal_laws import EqualLaws, between
from .law_clauses import Reader
from .law_phrases import NotUnderstoodError, Phrase, statements
from .laws import law_of

_FOLLOWS = frozenset(("follow", "follows"))
_ONE_ORDER = (L.Beta, L.Binomial, L.Bernoulli, L.ChiSquared, L.FisherF, L.Poisson, L.StudentT)


def laws_restated(sentence: Sentence) -> Iterator[tuple[int, Syntax]]:
    """The places of such displays in a sentence, with the law that the words say."""
    for at, token in enumerate(sentence):
        statement = token.sole() if isinstance(token, Maths) and token.display else None
        match statement:
            case Statement((Syntax() as subject, Syntax()), (Sign("~"),)) if name_of(subject) is not None:
                law = _law_before(sentence[:at], subject)
                if law is not None and isinstance(token, Maths) and token.place is not None:
                    yield token.place, law


def _law_before(words: Sentence, subject: Syntax) -> Syntax | None:
    """The law of the subject that the end of a sentence says, after its last verb; None where it is not understood."""
    verbs = [k for k, word in enumerate(words) if word in _FOLLOWS]
    if not verbs or any(word in said.DENIALS for word in words):
        return None
    if any(isinstance(t, Maths) and t.row is not None and any(s.relations for s in t.row.statements)
           for t in words[verbs[-1] :]):  # fmt: skip
        return None  # k = n - 1 degrees of freedom: a name is given beside
    reader, phrase = Reader(words, verbs[-1] + 1), Phrase()
    try:
        reader.law(phrase)
        reader.parameters(phrase)
        (statement,) = statements([subject], phrase)
    except (NotUnderstoodError, ValueError):
        return None
    rest = words[reader.at :]
    match statement:
        case Statement((_, Syntax() as law), (Sign("~"),)) if all(word in (":", ",") for word in rest):
            return law
    return None


def claimed(m: Meaning, words: Syntax | None, written: Syntax) -> EqualLaws | None:
    """The claim that the law in words is the one that is written, where the two are of one kind, in the same names, and
    not seen to be the same."""
    if words is None:
        return None
    before = len(m.context.hypotheses)
    try:
        spoken, law = law_of(m, words), law_of(m, written)
    except Unread:
        return None
    finally:
        del m.context.hypotheses[before:]
    same_kind = isinstance(law, _ONE_ORDER) and type(spoken) is type(law) and spoken.free == law.free
    return between(m, words, written) if same_kind and spoken is not law else None


__all__ = ["claimed", "laws_restated"]
