r"""What a link function tells of a mean: "with $\log \mu_i = x_i^\top \beta$", "$\log \frac{p}{1 - p} = w^\top x$".

Such an equation gives the name inside its value, as \mu_i = \exp(x_i^\top \beta) would.
"""

from __future__ import annotations

from ..meaning import Meaning
from ..names import name_of
from ..syntax import Add, Bracket, Fraction, Multiply, Named, Numeral, Script, Symbol, Syntax


def inverted(m: Meaning, left: Syntax, right: Syntax) -> tuple[Syntax, Syntax] | None:
    """The new name in the link function, and its value; None for other equations, and where the name is known."""
    name: Syntax | None = None
    match left:
        case Named("log" | "ln", argument, None, None):
            inside = _inside(argument)
            name, value = (inside, _exp(right)) if not isinstance(inside, Fraction) else (None, right)
            match inside:
                case Fraction(share, Add((Numeral("1"), other), ("", "-"))) if share == other:
                    name, value = share, _logistic(right)
        case Multiply((Symbol("logit"), Bracket("(", (share,), ")", None)), ("", "")):
            name, value = share, _logistic(right)
    if name is None or name_of(name) is None:
        return None
    stem = name_of(name.base if isinstance(name, Script) else name) or ""
    context = m.context
    known = (context.values, context.functions, context.laws, context.random, context.fog, m.bound)
    new = not any(each in names for names in known for each in (name_of(name), stem))
    return (name, value) if new else None


def _inside(argument: Syntax) -> Syntax:
    match argument:
        case Bracket("(", (inner,), ")", None):
            return inner
    return argument


def _exp(exponent: Syntax) -> Syntax:
    return Named("exp", exponent, None, None, span=exponent.span)


def _logistic(at: Syntax) -> Syntax:
    one = Numeral("1", span=at.span)
    negative = Add((Bracket("(", (at,), ")", span=at.span),), ("-",), span=at.span)
    return Fraction(one, Add((one, _exp(negative)), ("", "+"), span=at.span), span=at.span)


__all__ = ["inverted"]
