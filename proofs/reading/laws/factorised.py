r"""Joint densities that a page says are products of fewer than the chain rule has: p(x, y) = p(x) p(y) of independent
variables, q(\mu, \tau) = q(\mu) q(\tau) of an approximation, p(z_1) p(z_2 | z_1) p(x_1 | z_1) p(x_2 | z_2) of a hidden
Markov model.

They are told, and hold of no others: what else is said of such a density is not refuted.
"""

from __future__ import annotations

import re

from ..context import Context
from ..syntax import Add, Big, Bracket, Fraction, Multiply, Syntax
from ..uses.survey import survey
from ..uses.uses import Applied
from ..words import claiming

_APART = re.compile(r"independen|\bmean[- ]field\b|\bfactori[sz]|\bvariational\b|\bapproximat")
_NETWORK = re.compile(
    r"\bmarkov\b|\bhmms?\b|\bgraph(ical)?\b|\b(bayes(ian)?|belief) net|\bfactori[sz]|\bdirected\b|independen|"
    r"\bstate[- ]space\b|\bgenerative\b|\blatent variable|\bhierarchical\b|\bmodel\b"
)


def is_told(context: Context, left: Syntax, right: Syntax, words: str) -> bool:
    """Whether an equation and words say of which factors a joint density is made, which no other equation tells."""
    match left, right:
        case Multiply((_, Bracket("(", items))), Multiply() | Big("prod") if len(items) > 1 or isinstance(right, Big):
            pass
        case _:
            return False
    if any(isinstance(node, Add | Fraction) for node in right.walk()):
        return False
    joint, factors = survey([left]).applications[:1], survey([right]).applications
    if not joint or not factors or not context.is_density(joint[0].head):
        return False
    said = f"{context.said} {words}".lower()
    apart = _APART.search(context.said) is not None and _are_apart(context, joint[0], factors, right)
    leaves_out = isinstance(right, Multiply) and _leaves_out(joint[0], factors) and _NETWORK.search(said) is not None
    if apart or leaves_out:
        context.fog.setdefault(f"{joint[0].head}(", "its factors leave out on what they do not depend")
    return apart or (leaves_out and not claiming.is_concluded(words))


def _are_apart(context: Context, joint: Applied, factors: list[Applied], right: Syntax) -> bool:
    """Whether it says that variables are independent: p(x, y | z) = p(x | z) p(y | z)."""
    of_each = isinstance(right, Big)
    several = len(joint.items) > 1 or of_each
    single = all(len(f.items) == 1 and f.given == joint.given and context.is_density(f.head) for f in factors)
    return several and single and (len(factors) > 1 or of_each)


def _leaves_out(joint: Applied, factors: list[Applied]) -> bool:
    """Whether each variable has one factor, given some of those before it, and one of them not given all of these."""
    names = list(joint.items)
    if joint.given is not None or any(len(f.items) != 1 or f.head != joint.head for f in factors):
        return False
    own = [f.items[0] for f in factors]
    if len(own) != len(names) or any(name not in own for name in names):
        return False
    behind = {f.items[0]: {*(f.given or ())} for f in factors}
    if any(not given <= {*names} for given in behind.values()):
        return False
    done: set[Syntax] = set()
    while ready := [name for name in own if name not in done and behind[name] <= done]:
        done.update(ready)
    return len(done) == len(own) and sum(map(len, behind.values())) < len(own) * (len(own) - 1) // 2


__all__ = ["is_told"]
