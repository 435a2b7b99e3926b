"""Checking: both judges on every step of a proof, and the report of what they said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .judging import judge
from .judging import report as data
from .judging.report import ChainReport, Numbers, StepReport, verdict
from .language import Claim, Node, Relation, Statement
from .writing import latex, sentence

if TYPE_CHECKING:
    from .chains import Chain
    from .kernel import Licence
    from .proof import Proof


class Report(data.Report):
    """The report of a proof as a notebook and a terminal show it."""

    def __str__(self) -> str:
        from .writing import report_text

        return report_text(self)

    def __repr__(self) -> str:
        return f"<Report {self.name}: {self.verdict}, {', '.join(f'{n} {v}' for v, n in self.summary.items())}>"

    def _repr_html_(self) -> str:
        from .writing import report_html

        return report_html(self)


def report(proof: Proof) -> Report:
    """The report of a proof: per step the licence, the numbers and the verdict they make together.

    Raises ``ValueError`` where no chain shows what the proof names as its result.
    """
    _ = proof.statement
    chains = []
    given = [_given(h, f"{0}.{k}") for k, h in enumerate(proof.hypotheses, 1)]
    for at, (chain, answer) in enumerate(zip(proof.chains, proof.replayed, strict=True), 1):
        rows = given if at == 1 else []
        rows = rows + [_given(h, f"{at}.h{k}") for k, h in enumerate(chain.suppose, 1)]
        for k, (claim, found) in enumerate(zip(claims(proof, chain), answer.licences, strict=True), 1):
            reason, rule = _reason(chain, k - 1)
            rows.append(_row(f"{at}.{k}", claim, found, judge(claim), reason, rule))
        chains.append(ChainReport(chain.title, latex(chain.concluded), tuple(rows)))
    rules = sorted({row.rule for c in chains for row in c.steps if row.rule is not None})
    return Report(
        source=proof.source,
        name=proof.name,
        chains=tuple(chains),
        title=proof.title,
        hypotheses=tuple(sentence(h) for h in proof.hypotheses),
        rules=tuple(rules),
    )


def claims(proof: Proof, chain: Chain) -> list[Claim]:
    """What a chain claims, step by step, each under the hypotheses it stands under."""
    hypotheses = proof.supposed(chain)
    if chain.statement is not None:
        return [Claim(hypotheses, chain.statement)]
    return [Claim(hypotheses, Relation(s.left, s.symbol, s.right)) for s in chain.steps]


def _reason(chain: Chain, k: int) -> tuple[str, str]:
    use = chain.steps[k].use if chain.start is not None else chain.use
    return ("from its two directions", "equivalence") if use is None else (use.reason, use.name)


def _given(h: Node, at: str) -> StepReport:
    left, relation, right = _sides(h)
    return StepReport(at, left, relation, right, "given", "hypothesis", reason="hypothesis")


def _sides(statement: Node) -> tuple[str, str | None, str | None]:
    if isinstance(statement, Relation):
        return latex(statement.left), statement.symbol, latex(statement.right)
    return latex(statement), None, None


def _row(at: str, claim: Claim, found: Licence, numbers: Numbers, reason: str, rule: str) -> StepReport:
    statement: Statement = claim.statement
    left, relation, right = _sides(statement)
    notes = [*numbers.notes, *numbers.details]
    if found.why is not None:
        notes.insert(0, f"licence refused: {found.why}")
    if found.granted and numbers.outcome == "disagree":
        notes.insert(0, "the two judges disagree: a rule or the numbers are at fault, or a hypothesis is missing")
    return StepReport(
        id=at,
        left=left,
        relation=relation,
        right=right,
        verdict=verdict(found.granted, numbers.outcome),
        kind="step",
        licence=("reversed" if found.reversed else "granted") if found.granted else "refused",
        numbers=numbers.outcome,
        rule=rule,
        reason=reason,
        worlds=numbers.worlds,
        digits=numbers.digits,
        mutants=f"{numbers.killed} of {numbers.mutants}" if numbers.mutants else None,
        counterexample=numbers.counterexample,
        needs=tuple(latex(h) for h in found.needs),
        notes=tuple(notes),
    )
