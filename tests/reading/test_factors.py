r"""Densities of many coordinates: factors, marginals, the point without one coordinate, functional derivatives."""

import pytest

from proofs.language import (
    Z_INTEGERS,
    Coord,
    Density,
    DensityFamily,
    Expectation,
    FunctionalDerivative,
    Glue,
    Int,
    Marginal,
    Number,
    Product,
    ProductLaw,
    Range,
    Slot,
    Sum,
    Var,
    Without,
    alpha_equal,
    density,
    log,
)
from proofs.reading.context import Context
from proofs.reading.documents import read_document
from proofs.reading.grammar.parser import parse_row
from proofs.reading.laws.laws import law_of
from proofs.reading.meaning import Meaning
from proofs.reading.story import Story
from proofs.reading.syntax import Unread
from proofs.reading.uses.survey import survey

M = Var("M", Z_INTEGERS)
I = Range(Number(1), M)
Zs = Product("Z", I)
i, j = Var("i", I), Var("j", I)
i_other = Var("i", Without(I, j))
Z, z, rest = Var("Z", Zs), Var("z", Slot("Z", j)), Var("R", Product("Z", Without(I, j)))
q = DensityFamily("q", Zs)
p, posterior = Density("p", Zs), Density("p_{Z|X}", Zs)
q_rest = ProductLaw(q[i_other], i_other)
q_all = ProductLaw(q[i], i)
others = Sum(log(q[i_other](rest[i_other])), i_other)


def meaning(*texts):
    rows = [parse_row(each) for each in (*texts, r"\prod_{i=1}^M q_i(Z_i)", "p(Z)", r"p_{Z \mid X}(Z)", "g(x)")]
    return rows, Meaning(Context(survey=survey(rows)))


def read(text):
    rows, m = meaning(text)
    return m.term(rows[0].statements[0].expressions[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("q_j(z)", q[j](z)),
        ("p_j(z)", Marginal(p, j)(z)),
        ("p(Z_j)", Marginal(p, j)(z)),
        (r"p_{Z \mid X}(z, Z_{\setminus j})", None),
        (r"\int q_j(z) \, dz", Int(q[j](z), z)),
        (r"\int p(z, Z_{\setminus j}) \, dZ_{\setminus j}", Int(p(Glue(j, z, rest)), rest)),
        (r"\int p(z, Z_{-j}) \, dZ_{-j}", Int(p(Glue(j, z, rest)), rest)),
        (r"\int p(Z) \prod_{i \neq j} dZ_i", Int(p(Glue(j, z, rest)), rest)),
        (r"\int p(Z) \, dZ_{\neg j}", Int(p(Glue(j, z, rest)), rest)),
        (r"\mathbb{E}_{Z \sim p}[\log p(Z)]", Expectation(log(p(Z)), Z, p)),
        (r"\mathbb{E}_{p}[\log q_j(Z_j)]", Expectation(log(q[j](Z[j])), Z, p)),
        (r"\mathbb{E}_{z \sim p_j}[\log q_j(z)]", Expectation(log(q[j](z)), z, Marginal(p, j))),
        (r"\mathbb{E}_{q_j}[\log q_j(Z_j)]", Expectation(log(q[j](z)), z, q[j])),
        (r"\mathbb{E}_{Z_j \sim q_j}[\log q_j(Z_j)]", Expectation(log(q[j](z)), z, q[j])),
        (r"\mathbb{E}_{Z_{\setminus j} \sim q_{\setminus j}}[\log p(z, Z_{\setminus j})]", "mean"),
        (r"\mathbb{E}_{q_{-j}}[\log p(Z)]", "mean"),
        (r"\mathbb{E}_{i \neq j}[\log p(Z)]", "mean"),
        (r"\mathbb{E}_{q_{\setminus j}}[\sum_{i \neq j} \log q_i(Z_i)]", Expectation(others, rest, q_rest)),
        (r"\frac{\delta}{\delta q_j(z)} \int q_j(z) \, dz", FunctionalDerivative(Int(q[j](z), z), q[j], z)),
        (r"\frac{\delta}{\delta q_j} [\int q_j(z) \, dz]", FunctionalDerivative(Int(q[j](z), z), q[j], z)),
        ("p(X)", Var("p(X)")),
    ],
)
def test_terms(text, expected):
    if expected is None:
        expected = posterior(Glue(j, z, Var(r"Z_{\setminus j}", rest.space)))
    if expected == "mean":
        expected = Expectation(log(p(Glue(j, z, rest))), rest, q_rest)
    if text == "p(X)":
        rows, _ = meaning(text, r"\log p(X)")
        rows = [r for r in rows if r is not rows[-3]]  # p is taken at the data alone
        found = Meaning(Context(survey=survey(rows))).term(rows[0].statements[0].expressions[0])
        assert found is expected
    else:
        assert alpha_equal(read(text), expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("q", q_all), (r"q_{\setminus j}", q_rest), ("q_{-j}", q_rest), ("p_j", Marginal(p, j)), ("p", p)],
)
def test_laws(text, expected):
    rows, m = meaning(text)
    found = law_of(m, rows[0].statements[0].expressions[0])
    if isinstance(found, ProductLaw):
        found = ProductLaw(found.body, found.var)
    assert alpha_equal(found, expected)


@pytest.mark.parametrize(
    "text",
    [
        r"\mathbb{E}_{Z \sim q_j}[\log q_j(Z)]",  # the whole point under the law of one coordinate
        r"\mathbb{E}_{Z_{\setminus i} \sim q_{\setminus j}}[\log p(Z)]",  # another coordinate left out
        r"\frac{\delta}{\delta g} [\int q_j(z) \, dz]",
        r"\frac{\delta}{\delta q_j(z)}",
        r"\frac{\delta q_j(z)}{\delta q_j(z) q_j(z)}",
    ],
)
def test_what_does_not_fit_is_refused(text):
    with pytest.raises(Unread):
        read(text)


def test_a_dirac_delta_is_no_functional_derivative():
    chains = Story(read_document(r"The Dirac delta: $$\log \frac{\delta(0)}{\delta(-\theta)} = 0$$")).chains()
    (line,) = chains[0].lines
    assert line.kind == "unread" and "Dirac delta" in (line.why or "")


PRODUCT = r"Let $q = \prod_{%s} q_i$. $$\log q(Z) = \sum_{i=1}^M \log q_i(Z_i)$$"


@pytest.mark.parametrize(("limits", "defines"), [("i = 1}^{M", True), (r"i \neq j", False)])
def test_what_the_family_is_anyway_defines_nothing_new(limits, defines):
    lines = Story(read_document(PRODUCT % limits)).chains()[0].lines
    assert [line.kind for line in lines if line.inline] == (["definition"] if defines else [])
    assert bool(lines[-1].fog) is not defines


def test_a_density_of_the_point_is_assumed_to_be_one():
    line = Story(read_document(r"$$\int p(Z) dZ = \int \prod_{i=1}^M q_i(Z_i) dZ$$")).chains()[0].lines[-1]
    assert line.claim is not None and density(p) in line.claim.hypotheses
    assert Coord(Z, i) in line.claim.statement.walk()
