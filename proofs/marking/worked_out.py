r"""Derivatives that are supposed to be zero, worked out by rules: $\nabla \|A x - b\|^2 = 0$ says that
$2 A^\top (A x - b) = 0$, from which more is seen to follow, and of which there are examples to compute with.
"""

from __future__ import annotations

from dataclasses import replace

from ..kernel import licence
from ..language import Derivative, Gradient, Node, Number, Relation, Zero
from ..language.facts import Facts
from ..rules import (
    differentiation,
    differentiation_by_a_matrix,
    differentiation_by_a_vector,
    gradient_by_coordinates,
)
from ..steps import Step, Use
from .findings import Question

_RULES = {
    Gradient: (differentiation_by_a_vector, differentiation_by_a_matrix, gradient_by_coordinates),
    Derivative: (differentiation,),
}


def with_slopes(question: Question) -> Question:
    """The question with the derivatives worked out that begin the equations which it may rest on."""
    hypotheses = question.claim.hypotheses if question.claim is not None else ()
    premise = question.premise if question.premise is None else _worked_out(question.premise, hypotheses)
    around = tuple(_worked_out(e, hypotheses) if isinstance(e, Relation) else e for e in question.around)
    return replace(question, premise=premise, around=around)


def _worked_out(equation: Relation, hypotheses: tuple[Node, ...]) -> Relation:
    left, facts = equation.left, Facts(hypotheses)
    vanishes = equation.symbol == "=" and (equation.right is Number(0) or isinstance(equation.right, Zero))
    for rule in _RULES.get(type(left), ()) if vanishes else ():
        for found in rule.rewrite(left, facts):
            if licence(Step(left, "=", found, Use(rule)), hypotheses).granted:
                return Relation(found, "=", equation.right)
    return equation


__all__ = ["with_slopes"]
