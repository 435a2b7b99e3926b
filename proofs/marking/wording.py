"""What a report says of a step beside its verdict, in the words of a teacher: what it needs, what was not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..language import (
    Abstract,
    Apply,
    Density,
    Elementary,
    Fact,
    Function,
    Node,
    Number,
    Quotient,
    R,
    Relation,
    Term,
    Var,
    Zero,
)

_LONG = 60  # characters of LaTeX; a condition that is longer is said by what asks for it
_SAID = ("finite", "differentiable", "invertible", "positive_definite", "diffeomorphism", "triangular", "polynomial")
_LOG = Elementary("log")
_LATEX = re.compile(r"[^\s(]*\([^()]*\\[^()]*\)|[^\s,:]*\\[^\s,:]+")
_OUTCOME = re.compile(r"_\{\\omega \\sim \\mathbb\{P\}\}|\(\\omega\)")  # which authors leave out: E[X], not E_w[X(w)]


def needs(conditions: Sequence[Node], statement: Node) -> tuple[str, ...]:
    """Conditions for a step, each in LaTeX, or as a sentence with formulas in ``$...$``."""
    from ..writing import latex, phrases

    said = [c for c in conditions if isinstance(c, Fact) and c.predicate in _SAID]
    others = [_asked_by(c, statement) or latex(c) for c in conditions if c not in said]
    sides = [_finite_side(c, statement) for c in said]
    rest = [c for c, side in zip(said, sides, strict=True) if side is None]
    found = (*others, *filter(None, sides), *phrases.grouped(rest))
    return tuple(dict.fromkeys(map(without_outcomes, found)))


def without_outcomes(text: str) -> str:
    """A formula as authors write it, E[X] and not E_w[X(w)]."""
    return _OUTCOME.sub("", text)


def _finite_side(fact: Fact, statement: Node) -> str | None:
    """That a whole side is finite, where that is what the fact says and the side is long."""
    from ..writing import latex

    if fact.predicate == "finite" and isinstance(statement, Relation) and len(latex(fact.args[0])) > _LONG:
        for name, side in (("left", statement.left), ("right", statement.right)):
            if fact.args[0] is side:
                return f"the {name} side is finite"
    return None


def _asked_by(condition: Node, statement: Node) -> str | None:
    """A long condition by what asks for it: a logarithm, a denominator."""
    from ..writing import latex

    match condition:
        case Relation(Term() as term, ">" | "!=" as symbol, Number(0) | Zero()) if len(latex(condition)) > _LONG:
            parts = tuple(statement.walk())
            if symbol == ">" and any(isinstance(t, Apply) and t.head is _LOG and t.args[0] is term for t in parts):
                return "what a logarithm is taken of is positive"
            if symbol == "!=" and any(isinstance(t, Quotient) and term in t.den.walk() for t in parts):
                return "no denominator is zero"
    return None


def unconnected(equation: Relation) -> str:
    """What nothing was said of in an equation that does not begin with what is known: the names on one side only."""
    from ..writing import phrases

    if isinstance(equation.right, Zero) or equation.right is Number(0):
        return "nothing says that this is zero"
    sides = _names(equation.left), _names(equation.right)
    left, right = (phrases.listed([n for n in one if n not in other]) for one, other in (sides, sides[::-1]))
    if left and right:
        return f"nothing says how {left} on the left and {right} on the right hang together"
    side = "left" if left else "right"
    return f"nothing says what {left or right} stands for, on the {side} only"


def _names(side: Term) -> list[str]:
    """The names of a side, as formulas."""
    from ..writing import latex

    return sorted({f"${latex(name)}$" for name in side.free if not isinstance(name, Abstract)})


def no_such_law(presumed: Node) -> str:
    """That what is told of a law is so of none."""
    from ..writing import latex

    return f"there is no such law: that would need ${latex(presumed)}$"


def unread_condition(words: str) -> str:
    """That the condition of a step which these words say was not read."""
    said = f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"
    return f"the condition {said} was not read"


def not_read(names: Iterable[str], cited: Iterable[str], condition: str = "") -> str | None:
    """What was not read of what a line rests on: ``what $P$ and $Q$ are was not read``, and which condition."""
    from ..writing import latex, phrases

    what = [f"${_member(latex(Var(name, R)))}$" for name in dict.fromkeys(names) if name != "\\mathbb{P}"]
    said = [f"what {phrases.listed(what)} {'is' if len(what) == 1 else 'are'} was not read"] if what else []
    if labels := list(dict.fromkeys(cited)):
        said.append(f"{phrases.listed(labels)}, which it cites, {'was' if len(labels) == 1 else 'were'} not read")
    if condition:
        said.append(unread_condition(condition))
    return "; ".join(said) or None


def which_function(f: Function) -> str:
    """That a function is used of which nothing is said."""
    from ..writing import latex

    return f"nothing says which function ${latex(f)}$ is"


def which_law(p: Density) -> str:
    """That a density is used of which nothing is said."""
    from ..writing import latex

    return f"which law has the density ${latex(p)}$ is not said"


def where_it_holds(conditions: Sequence[Node]) -> str:
    """That a step is shown under what was said before it, of the same names but not of this step."""
    from ..writing import latex, phrases

    where = phrases.listed([f"${latex(each)}$" for each in conditions])
    return f"it holds where {where}, which is not said of it here"


def no_such_root(root: Relation) -> str:
    """That one of two values was not found to solve the equations before them."""
    from ..writing import latex

    return f"that ${latex(root)}$ solves the equations before it was not found"


def with_formulas(reason: str) -> str:
    r"""A reason with the LaTeX in it as formulas: ``whether $\hat{\sigma}$ is random is not said``."""
    return reason if "$" in reason else _LATEX.sub(r"$\g<0>$", reason)


def _member(latex: str) -> str:
    r"""A family of names, spelled ``x_{{\cdot}}``, by a member of it."""
    for letter in "ijklm":
        latex = latex.replace(r"{\cdot}", letter, 1)
    return latex
