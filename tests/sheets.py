"""Reports of documents made by hand, for the tests of what is shown of them."""

from proofs.judging.report import ChainReport, Counterexample, StepReport
from proofs.marking.document_report import DocumentReport

HOSTILE = "\x1b[31m\x07\u202e<script>alert(1)</script>\u2066 & \\href{javascript:alert(1)}{x}"


def step(at: str, left: str, right: str | None, verdict: str, **fields) -> StepReport:
    """A step on the line that the last part of its id names, tenfold."""
    known = {"relation": "=" if right is not None else None, "kind": "step", "line": 10 * int(at.split(".")[-1])}
    return StepReport(id=at, left=left, right=right, verdict=verdict, **({"column": 3} | known | fields))


KL = r"D_{KL}(p\|q)"
INTEGRAL = r"\int p(x) \log\frac{p(x)}{q(x)} \,dx"
SPLIT = r"\log\frac{\sigma_2}{\sigma_1} - \frac{1}{2}\mathbb{E}_p\left[\frac{(x-\mu_1)^2}{\sigma_1^2}\right] + \frac12 \mathbb{E}_p[z_2^2]"
WRONG = r"\log\frac{\sigma_2}{\sigma_1} - 1 + \frac{\sigma_1^2 + (\mu_1 - \mu_2)^2}{2\sigma_2^2}"
SUPPOSED = step("1.1", r"p(x)", r"\mathcal N(x \mid \mu_1, \sigma_1^2)", "given", kind="definition", line=4)
UNFOLDED = step(
    "1.2", KL, INTEGRAL, "proved", licence="granted", numbers="agree", rule="definition_of_kl", worlds=6, digits=24,
    mutants="12 of 12", reason="by the definition of the divergence", needs=("D_{KL}(p\\|q) < \\infty",),
)  # fmt: skip
JUMP = step("1.3", INTEGRAL, SPLIT, "supported", licence="refused", numbers="agree", worlds=4, digits=22)
SLIP = step(
    "1.4", SPLIT, WRONG, "refuted", licence="refused", numbers="disagree", worlds=1,
    counterexample=Counterexample(
        ((r"\sigma_1", "2"), (r"\sigma_2", "2"), (r"\mu_1", "0"), (r"\mu_2", "0")), "0", r"-\frac{1}{2}"
    ),
    repair=r"true with a factor $\frac{1}{2}$ on the second term of the right",
)  # fmt: skip
ROOT = step("2.5", r"\sqrt{\sigma^2}", r"\sigma", "undecided", needs=("sigma > 0",), reason="true only for one sign")
UNREAD = step("2.6", r"\Lambda \bowtie x", None, "unread", reason=r"$\bowtie$ is not known here")
CONDITION = step("2.7", r"\frac{d}{dx} f(x)", "0", "given", kind="condition", reason="a condition to be solved")
NOTES = (
    r"$\sigma > 0$ is granted from outside; it covers every $\sigma_i$",
    "the second reader was asked on 4 expressions and agreed on 4",
)


def report(*steps: StepReport, source="sheets/kl.tex", notes=NOTES, **fields) -> DocumentReport:
    """A report of these steps in one chain, or of a sheet with all that a report can say."""
    name = source.rpartition("/")[2]
    chains = (
        (ChainReport(None, None, steps),)
        if steps
        else (
            ChainReport("Exercise 1 (a): the divergence of two Gaussians", None, (SUPPOSED, UNFOLDED, JUMP, SLIP)),
            ChainReport("Exercise 2", None, (ROOT, UNREAD, CONDITION)),
        )
    )
    return DocumentReport(source=source, name=name, chains=chains, notes=notes, **fields)
