r"""What a row defines behind its claim: ``S = \sum_i z_i^2 \quad \text{where} \quad z_i = x_i - b``."""

from __future__ import annotations

from .assertions import EQUATIONS, Assertions
from .names import name_of
from .syntax import Numeral, Script, Statement, Syntax


def names_something_new(told: Assertions, statement: Statement) -> bool:
    """Whether the words before an equation define its left side, of which nothing has been said so far.

    A number on the right is none: where x = 3 may say at which point the claim holds.
    """
    match statement:
        case Statement((left, right), (sign,)) if left is not None and right is not None and sign.symbol in EQUATIONS:
            words = statement.words.lower().lstrip("(,; ")
            return words in ("where", "with") and _is_new(told, left) and not _is_number(right)
    return False


def _is_new(told: Assertions, left: Syntax) -> bool:
    context = told.context
    indexed = isinstance(left, Script) and left.below is not None and context.survey.is_index(left.below)
    name = name_of(left.base if isinstance(left, Script) and indexed else left)
    if not indexed and name in context.survey.labels:
        return False  # beta_0 beside beta would become a coordinate of it
    if name is None or name in context.survey.running or context.is_parameter(name) or name in context.survey.random:
        return False
    known = (context.values, context.functions, context.laws, context.random, context.fog, context.solved_for)
    return not any(name in names for names in known)


def _is_number(right: Syntax) -> bool:
    return isinstance(right, Numeral) or not any(name_of(node) for node in right.walk())
