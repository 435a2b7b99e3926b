r"""What words say of random variables beside their being such: "let $Y$ be a noisy version of $X$".

Entropies of variables without a law are those of any joint law.  Of a variable that words describe otherwise, and of
one that a formula restricts, no claim is refuted by a law that may not be the one they mean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names import name_of, names_in
from ..syntax import Bracket, Multiply, Script, Symbol, Syntax
from ..words import claiming, prose
from ..words.prose import ONE

if TYPE_CHECKING:
    from ..context import Context
    from ..pieces import Piece

_TELLS = re.compile(
    rf"\b(let|suppose|assume|consider|where|denotes?|given|take|call|if|when|with|such that)\b|"
    rf"{ONE}\s+(is|are|has|have|takes?|denotes?|represents?|equals?|becomes?)\b"
)
_SUPPOSES = re.compile(r"\b(let|suppose|assume|consider|given(?! by\b)|if|when|such that)\b|\b(with|where)\s*$")
_UNDERSTOOD = frozenset(  # words that say nothing of a law
    re.findall(
        r"\w+",
        "let suppose assume consider where denote denotes given take call if when be is are and or two three four any "
        "arbitrary some a an the of with for on discrete finite valued random variable variables vector vectors "
        "jointly joint distributed distribution distributions pmf pmfs probability mass alphabet alphabets set sets "
        "takes taking values value in into its their entropy entropies conditional marginal mutual information "
        "independent independently dependent conditionally pairwise mutually form forms markov chain order this then "
        "that show prove have has which such not necessarily possibly each other both all we write by respectively "
        "every between show shows holds hence thus so since because it follows more general shannon "
        "density densities pdf pdfs differential continuous absolutely real",
    )
)
_LAW = re.compile(rf"[^.;{ONE}]*\b(distribution|law|pmf|function|probabilities|values)( given by| is| are)?[\s:]*{ONE}")
_DEFINES = re.compile(  # says what is made of the variables, and nothing of them
    rf"\b(entropy|entropies|information) (?:of|between)(?: {ONE}(?:,| and| given)?)+ "
    r"(?:is|are|can be) (?:defined|expressed|written|given) (?:as|by|to be)\b"
)
_OF_FUNCTIONS = frozenset(("function", "functions", "deterministic", "measurable"))
_CALLED = re.compile(r"\b(?:a|an|the)((?: [a-z]+){1,3})\s*$")
_ENDED = re.compile(r"[.!?:]\s*$")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_CAPITAL = re.compile(r"[A-OR-Z](_.+)?")


def learn(context: Context, piece: Piece, following: Piece | None) -> None:
    """Keep of which variables more is said than is read; ``following`` is the formula behind."""
    if piece.row is None:
        return
    names = {name for name in names_in(piece.row) if _CAPITAL.fullmatch(name)}
    known = _UNDERSTOOD | _OF_FUNCTIONS if _writes_functions(context) else _UNDERSTOOD
    told = _describes(piece, known) or _has_law(piece, following) if piece.names_only else _restricts(piece)
    if names and told:
        context.described_otherwise |= names


def _writes_functions(context: Context) -> bool:
    """Whether functions of random variables are written, the g of g(X), so that words about them are about these."""
    return any(
        use.head.islower() and use.given is None and all(_CAPITAL.fullmatch(name_of(item) or "") for item in use.items)
        for use in context.survey.applications
        if use.head not in ("h", "p", "q", "f")
    )


def _describes(piece: Piece, known: frozenset[str]) -> bool:
    """Whether the sentence around names tells of them, in words that are not all known to say nothing of their laws."""
    before, after = " ".join(prose.sentence(piece.formula.words).split()), piece.formula.rest.lower()
    called = _CALLED.search(before)
    if called is not None and not known.issuperset(called[1].split()):
        return True
    whole = _DEFINES.sub(r"\1", " ".join(f"{before} {ONE} {after}".split()))
    return _TELLS.search(whole) is not None and not known.issuperset(_WORD.findall(whole))


def _has_law(piece: Piece, following: Piece | None) -> bool:
    """Whether a formula says which law names have, "let $X$ have the distribution $(1/2, 1/2)$", and not only what it
    is called, "with joint pmf $p(x, y)$"."""
    if following is None or following.row is None or not _LAW.match(piece.formula.rest.lower()):
        return False
    match following.sole:
        case Symbol() | Multiply((Symbol() | Script(), Bracket("(")), ("", "")):
            return False
    return True


def _restricts(piece: Piece) -> bool:
    """Whether a formula says in which set variables are, or supposes something of their probabilities, entropies."""
    assert piece.row is not None
    for statement in piece.row.statements:
        signs = {sign.symbol for sign in statement.relations}
        if "in" in signs:
            home = statement.expressions[-1]
            if not (isinstance(home, Symbol) and home.font in ("cal", "scr")):
                return True
    before = "" if _ENDED.search(piece.formula.words) else prose.sentence(piece.formula.words)
    supposed = _SUPPOSES.search(before) is not None and not claiming.is_concluded(piece.formula.words)
    return supposed and any(_is_operator(node) for node in piece.row.walk())


def _is_operator(node: Syntax) -> bool:
    match node:
        case Multiply((head, Bracket(), *_)):
            base = head.base if isinstance(head, Script) else head
            return isinstance(base, Symbol) and base.name in ("H", "I", "P", "Pr", "E")
    return False


def is_known_otherwise(context: Context, name: str) -> str | None:
    """What is known of a random variable beside its being one; None where that is nothing."""
    kinds = (
        context.weights,
        context.laws,
        context.masses,
        context.joints,
        context.data,
        context.drawn,
        context.channels,
    )
    if any(name in kind for kind in kinds):
        return f"that {name} has a law which is known"
    if name in context.described_otherwise:
        return f"what is said of {name}"
    return context.fog.get(name)


__all__ = ["is_known_otherwise", "learn"]
