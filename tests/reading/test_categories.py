r"""Laws of categories as authors write them: what their names are, which lines hold, and which must not pass."""

from __future__ import annotations

import pytest

from proofs import language as L
from proofs.reading.documents import read_document
from proofs.reading.story import Story
from tests.marking.verdicts import judged

MODEL = r"""
Let $y \sim \mathrm{Mult}(n, \theta)$ with the prior $\theta \sim \mathrm{Dir}(\alpha)$, $\theta = (\theta_1, \ldots, \theta_K)$.

$$ p(y, \theta) = p(y|\theta) p(\theta) $$

"""
SHARES = "Let $X \\sim \\mathrm{Dir}(\\alpha)$ with $K$ categories.\n\n"
COUNTS = "Let $X \\sim \\mathrm{Mult}(n, [p_1, \\ldots, p_K])$.\n\n"
UNIT = "Let $z \\sim \\mathrm{Cat}(\\rho)$ be one-hot, $\\rho = (\\rho_1, \\ldots, \\rho_K)$.\n\n"
PAIR = "Let $p = \\mathrm{Dir}(\\alpha)$ and $q = \\mathrm{Dir}(\\beta)$, with $K$ categories.\n\n"
WRITTEN = r"\frac{\Gamma(\sum_{k=1}^K \alpha_k)}{\prod_{k=1}^K \Gamma(\alpha_k)} \prod_{k=1}^K \theta_k^{\alpha_k - 1}"
KL = (
    r"\log \Gamma(\sum_{k=1}^K \alpha_k) - \sum_{k=1}^K \log \Gamma(\alpha_k) - \log \Gamma(\sum_{k=1}^K \beta_k)"
    r" + \sum_{k=1}^K \log \Gamma(\beta_k)"
    r" + \sum_{k=1}^K (\alpha_k - \beta_k) \left( \psi(\alpha_k) - \psi(\sum_{j=1}^K \alpha_j) \right)"
)
EVIDENCE = (
    r"\frac{n!}{\prod_{k=1}^K y_k!} \frac{\Gamma(\sum_{k=1}^K \alpha_k)}{\Gamma(n + \sum_{k=1}^K \alpha_k)}"
    r" \prod_{k=1}^K \frac{\Gamma(\alpha_k + y_k)}{\Gamma(\alpha_k)}"
)

HOLDS = [
    (MODEL, r"\mathrm{Dir}(\theta; \alpha) = " + WRITTEN, "proved"),
    (MODEL, r"\mathrm{Mult}(y; n, \theta) = \frac{n!}{\prod_{k=1}^K y_k!} \prod_{k=1}^K \theta_k^{y_k}", "proved"),
    (MODEL, r"\int \mathrm{Dir}(\theta; \alpha) \, d\theta = 1", "proved"),
    (MODEL, r"\int \prod_{k=1}^K \theta_k^{\alpha_k - 1} d\theta = \frac{\prod_{k=1}^K \Gamma(\alpha_k)}{\Gamma(\sum_{k=1}^K \alpha_k)}", "proved"),
    (MODEL, r"\sum_{k=1}^K \theta_k = 1", "proved"),
    (MODEL, r"\sum_{k=1}^K y_k = n", "proved"),
    (MODEL, r"p(y|\theta) p(\theta) \propto \prod_{k=1}^K \theta_k^{y_k + \alpha_k - 1}", "supported"),
    (MODEL, r"p(\theta|y) = \mathrm{Dir}(\theta; \alpha + y)", "supported"),
    (MODEL, r"p(y) = " + EVIDENCE, "supported"),
    (SHARES, r"\mathrm{E}(X_i) = \frac{\alpha_i}{\sum_{k=1}^K \alpha_k}", "proved"),
    (SHARES, r"\mathrm{E}[\log X_i] = \psi(\alpha_i) - \psi(\sum_{k=1}^K \alpha_k)", "proved"),
    (COUNTS, r"\mathrm{E}(X) = [n p_1, \ldots, n p_K]", "proved"),
    (COUNTS, r"\mathrm{Var}(X_i) = n p_i (1 - p_i)", "proved"),
    (UNIT, r"\mathrm{Cat}(z; \rho) = \prod_{k=1}^K \rho_k^{z_k}", "proved"),
    (UNIT, r"\mathrm{KL}(\mathrm{Cat}(\rho) \| \mathrm{Cat}(\pi)) = \sum_{k=1}^K \rho_k \log \frac{\rho_k}{\pi_k}", "proved"),
    (PAIR, r"\mathrm{KL}(p \| q) = " + KL, "supported"),
    ("For $i \\neq j$ and $X \\sim \\mathrm{Mult}(n, p)$,\n\n", r"\mathrm{Cov}(X_i, X_j) = - n p_i p_j", "proved"),
    ("Let $w \\sim \\mathrm{Dir}(1, 2, 3)$.\n\n", r"\mathrm{E}[w_1] = \frac{1}{6}", "supported"),
    ("Let $X \\sim \\mathrm{Cat}(\\pi)$ with $K$ categories.\n\n", r"\mathrm{P}(X = k) = \pi_k", "proved"),
]  # fmt: skip
WRONG = [
    (MODEL, r"\mathrm{Dir}(\theta; \alpha) = " + WRITTEN.replace(" - 1}", "}")),
    (MODEL, r"\mathrm{Dir}(\theta; \alpha) = \prod_{k=1}^K \theta_k^{\alpha_k - 1}"),
    (MODEL, r"\mathrm{Mult}(y; n, \theta) = \prod_{k=1}^K \theta_k^{y_k}"),
    (MODEL, r"p(y|\theta) p(\theta) \propto \prod_{k=1}^K \theta_k^{y_k + \alpha_k}"),
    (MODEL, r"p(\theta|y) = \mathrm{Dir}(\theta; \alpha + 2 y)"),
    (MODEL, r"p(y) = " + EVIDENCE.replace("n + ", "")),
    (SHARES, r"\mathrm{E}(X_i) = \frac{\alpha_i - 1}{\sum_{k=1}^K \alpha_k - K}"),
    (SHARES, r"\mathrm{E}[\log X_i] = \psi(\sum_{k=1}^K \alpha_k) - \psi(\alpha_i)"),
    (COUNTS, r"\mathrm{E}(X) = [p_1, \ldots, p_K]"),
    (COUNTS, r"\mathrm{Var}(X_i) = n p_i"),
    (UNIT, r"\mathrm{Cat}(z; \rho) = \prod_{k=1}^K z_k^{\rho_k}"),
    (UNIT, r"\mathrm{KL}(\mathrm{Cat}(\rho) \| \mathrm{Cat}(\pi)) = \sum_{k=1}^K \pi_k \log \frac{\pi_k}{\rho_k}"),
    (PAIR, r"\mathrm{KL}(q \| p) = " + KL),
    ("For $i \\neq j$ and $X \\sim \\mathrm{Mult}(n, p)$,\n\n", r"\mathrm{Cov}(X_i, X_j) = n p_i p_j"),
    ("Let $w \\sim \\mathrm{Dir}(1, 2, 3)$.\n\n", r"\mathrm{E}[w_1] = \frac{1}{3}"),
    ("Let $X \\sim \\mathrm{Cat}(\\pi)$ with $K$ categories.\n\n", r"\mathrm{P}(X = k) = 1 - \pi_k"),
    (PAIR, r"\mathrm{KL}(p \| q) = " + KL.replace(r"\log \Gamma(\sum_{k=1}^K \alpha_k) - ", "- ")),
]  # fmt: skip


def last(setting, line):
    """The verdict on a line below a setting."""
    report = judged(f"{setting}$$ {line} $$\n")
    return report.steps[-1]


@pytest.mark.parametrize(("setting", "line", "verdict"), HOLDS)
def test_what_holds_is_at_least(setting, line, verdict):
    order = ["supported", "proved"]
    found = last(setting, line).verdict
    assert found in order and order.index(found) >= order.index(verdict), found


@pytest.mark.parametrize(("setting", "line"), WRONG)
def test_what_is_wrong_is_refuted(setting, line):
    assert last(setting, line).verdict == "refuted"


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        (SHARES, r"\mathrm{Cov}(X_i, X_j) = \frac{- \alpha_i \alpha_j}{\alpha_0^2 (\alpha_0 + 1)}"),  # may i be j?
        ("Let $X \\sim \\mathrm{Cat}(n, p)$.\n\n", r"\mathrm{E}(X) = n + p"),  # of two numbers no list is made
        ("", r"\mathrm{Mult}(x; p) = \prod_k p_k^{x_k}"),
    ],
)
def test_what_is_not_said_is_not_read(setting, line):
    assert last(setting, line).verdict in ("unread", "undecided", "given")


def test_names_live_where_the_laws_say():
    document = read_document(f"{MODEL}$$ \\mathrm{{Mult}}(y; n, \\theta) = \\prod_{{k=1}}^K \\theta_k^{{y_k}} $$\n")
    (claim,) = (
        line.claim
        for chain in Story(document).chains()
        for line in chain.lines
        if line.symbol == "=" and line.claim and "Mult" in line.left
    )
    spaces = {n.name: n.space for n in claim.statement.free}
    size = L.Var("K", L.Z_INTEGERS)
    assert spaces["theta"] is L.Simplex(size) and spaces["y"] is L.Compositions(size, L.Var("n", L.Z_INTEGERS))
    assert any(h is (size >= 2) for h in claim.hypotheses)
