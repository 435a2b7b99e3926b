r"""Random variables, means, variances, probabilities and entropies: what they mean, and what is left in doubt or refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.marking.verify import verify
from proofs.reading.context import Context
from proofs.reading.documents import read_document
from proofs.reading.grammar.parser import parse_row
from proofs.reading.lines import Line
from proofs.reading.meaning import Meaning
from proofs.reading.shapes.evidence import shapes
from proofs.reading.story import Story
from proofs.reading.syntax import Unread
from proofs.reading.uses.survey import survey
from proofs.writing import plain


def lines(text: str) -> list[Line]:
    return [line for chain in Story(read_document(text, kind="markdown")).chains() for line in chain.lines]


def last(text: str) -> Line:
    return lines(text)[-1]


def claim(text: str) -> str:
    line = last(text)
    assert line.claim is not None, line.why
    return plain(line.claim.statement)


NORMAL = r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. "
MEANT = [
    (NORMAL + r"$$\mathrm{E}(X) = \mu$$", "E[x ~ N(μ, σ²)](x) = μ"),
    (NORMAL + r"$$\mathbb{E}[X^2] = \mu^2 + \sigma^2$$", "E[x ~ N(μ, σ²)](x²) = μ² + σ²"),
    (NORMAL + r"$$Y = aX + b$$ $$\mathrm{E}(Y) = a\mu + b$$", "E[x ~ N(μ, σ²)](a*x + b) = a*μ + b"),
    (NORMAL + r"and $Y = \exp(X)$. $$\mathrm{E}(Y) = 1$$", "E[x ~ N(μ, σ²)](exp(x)) = 1"),
    (
        NORMAL + r"$$Y = 2X$$ $$Z = Y + 1$$ $$\mathrm{E}(Z) = 1$$",
        "E[x ~ N(μ, σ²)](2*x + 1) = 1",
    ),
    (NORMAL + r"$$\mathrm{Pr}(X \leq x) = 1$$", "∫[-∞..x](N(μ, σ²)(x')) dx' = 1"),
    (NORMAL + r"$$\mathrm{Pr}(a < X \leq b) = 1$$", "∫[a..b](N(μ, σ²)(x)) dx = 1"),
    (NORMAL + r"$$F_X(b) = 1$$", "∫[-∞..b](N(μ, σ²)(x)) dx = 1"),
    (r"Let $X \sim \mathrm{Exp}(\lambda)$. $$\mathrm{Pr}(X > 2) = 1$$", "∫[2..∞](Exponential(λ)(x)) dx = 1"),
    (r"Let $X \sim \mathrm{Exp}(\lambda)$. $$\mathrm{Pr}(X < 2) = 1$$", "∫[0..2](Exponential(λ)(x)) dx = 1"),
    (r"Let $X \sim \mathrm{Poiss}(\lambda)$. $$\mathrm{Pr}(X = 2) = 1$$", "Poisson(λ)(2) = 1"),
    (r"Let $X \sim \mathrm{Poiss}(\lambda)$. $$\mathrm{Pr}(X \geq 1) = 1$$", "Σ[x=1..∞](Poisson(λ)(x)) = 1"),
    (r"Let $X \sim \mathrm{Bin}(n, p)$. $$\mathrm{Pr}(X < 2) = 1$$", "Σ[x=0..2 - 1](Binomial(n, p)(x)) = 1"),
    (
        r"Let $X \sim \mathrm{Poiss}(\lambda)$. $$\sum_{x \in \mathcal{X}} x f_X(x) = \lambda$$",
        "Σ[x=0..∞](x*Poisson(λ)(x)) = λ",
    ),
    (NORMAL + r"$$\mathbb{V} X = 1$$", "E[x ~ N(μ, σ²)]((x - E[x ~ N(μ, σ²)](x))²) = 1"),
    (NORMAL + r"$$\mathbb{P}(a < X \leq b) = 1$$", "∫[a..b](N(μ, σ²)(x)) dx = 1"),
    (NORMAL + r"$$P[X \leq b] = 1$$", "∫[-∞..b](N(μ, σ²)(x)) dx = 1"),
    (NORMAL + r"$$\mathrm{E}_\mu[X] = \mu$$", "E[x ~ N(μ, σ²)](x) = μ"),
    (r"$$\mathrm{Pr}(X > x) = 1 - \mathrm{Pr}(X \leq x)$$", "1 - F_X(x) = 1 - F_X(x)"),
    (r"$$\mathrm{Pr}(a < X \leq b) = F_X(b) - F_X(a)$$", "F_X(b) - F_X(a) = F_X(b) - F_X(a)"),
    (r"$$H(N(\mu, \sigma^2)) = a$$", "H(N(μ, σ²)) = a"),
    (r"$$H(\mathrm{Exp}(\lambda)) = a$$", "H(Exponential(λ)) = a"),
]


@pytest.mark.parametrize(("text", "expected"), MEANT, ids=[text[-40:] for text, _ in MEANT])
def test_what_operators_mean(text, expected):
    assert claim(text) == expected


UNREAD = [
    (r"$$\mathrm{Var}'(X) = 1$$", "with a prime"),
    (r"Let $p(x)$ be a density. $$H'(p) = 1$$", "with a prime"),
    (r"$$\mathrm{Pr}(X < 1) = 1$$", "a probability of a random variable whose law is not known"),
    (r"Let $X \sim \mathrm{Poiss}(\lambda)$. $$\mathrm{Pr}(X \leq t) = 1$$", "a limit that need not be an integer"),
    (NORMAL + r"$$Y = aX$$ $$\mathrm{Pr}(Y = 1) = 1$$", "a probability of this event"),
    (NORMAL + r"$$\mathrm{E}(X|Y) = 1$$", "a mean given Y"),
    (NORMAL + r"$$\mathrm{Var}(p) = 1$$", "random is not said"),
    (r"$$\log_2 8 = 3$$ $$\mathrm{KL}[P||Q] = 1$$", "to which base"),
    (r"The Dirac delta. $$\frac{\delta(0)}{0} = 1$$", "the Dirac delta is no function"),
    (r"For any event $E$ and density $p(e)$, $$0 \leq p(E)$$", "a probability of an event"),
    (r"A discrete uniform law, no continuous uniform one. $$X \sim \mathcal{U}(a, b)$$", "which law of the name"),
]


@pytest.mark.parametrize(("text", "reason"), UNREAD, ids=[text[-40:] for text, _ in UNREAD])
def test_what_is_refused(text, reason):
    line = last(text)
    assert line.kind == "unread"
    assert reason in line.why


def test_a_random_variable_made_of_others_is_no_value():
    made = lines(NORMAL + r"$$Z = \frac{X - \mu}{\sigma}$$ $$\mathrm{Var}(Z) = 1$$")
    assert [line.kind for line in made[-2:]] == ["definition", "step"]
    assert "(x - μ)/σ" in plain(made[-1].claim.statement)


def test_a_random_variable_made_of_itself_defines_nothing():
    line = last(NORMAL + r"$$X = X + 1$$")
    assert (line.kind, line.fog) == ("step", ("X", "X"))


@pytest.mark.parametrize(
    ("right", "verdict"),
    [
        (r"\frac{X}{\sigma} - \frac{\mu}{\sigma}", "proved"),
        (r"\frac{X}{\sigma} + \frac{\mu}{\sigma}", "undecided"),  # of variables that may be bound to each other
    ],
)
def test_an_equation_of_random_variables_holds_for_all_their_values(right, verdict):
    (step,) = verify(NORMAL + rf"$$\frac{{X - \mu}}{{\sigma}} = {right}$$", jobs=0, second_reader=False).steps[-1:]
    assert step.verdict == verdict


def test_what_is_made_of_a_random_variable_is_random_in_a_mean():
    made = r"Let $y \sim \mathrm{Bin}(n, p)$. $$\hat{p} = \frac{y}{n}$$ "
    assert last(made + r"$$\mathrm{E}(\hat{p}) = p$$").kind == "step"
    steps = verify(
        made + r"$$\mathrm{E}(\hat{p}) = p$$ $$\mathrm{E}(y \hat{p}) = 0$$", jobs=0, second_reader=False
    ).steps
    assert [step.verdict for step in steps][1:] == ["proved", "refuted"]


def test_a_law_with_a_random_parameter_and_a_value_of_a_random_variable_are_not_read():
    assert last(NORMAL + r"$$Y \sim \mathcal{N}(X, 1)$$").kind == "unread"
    line = last(NORMAL + r"$$\sigma + 1 = 1 + \sigma$$ $$\sigma(X) + 1 = \sqrt{\mathrm{Var}(X)}$$")
    assert line.why == "sigma(...) may be a product or a value of sigma"


DOUBTED = [
    r"$$\mathrm{E}(X) = \mu$$",
    r"$$\mathrm{Var}(X) = 0$$",
    r"$$\mathrm{E}(X) \leq \mathrm{E}(Y)$$",
    r"$$\mathrm{E}(X^3) = \mathrm{E}(X^3) - 3\mu\sigma^2$$",
    r"Let $X$ be symmetric. $$\mathrm{E}(X) = 2 \mathrm{E}(X)$$",
    r"for joint and marginal densities: $$p(x) = p(x)$$ $$\mathrm{KL}[P||Q] = \int p(x) \ln\frac{p(x)}{q(x)} dx$$ "
    r"$$\int \int p(x,y) \ln \frac{p(x,y)}{q(x,y)} dy dx = \mathrm{KL}[P||Q]$$",
]


@pytest.mark.parametrize("text", DOUBTED)
def test_what_is_said_of_an_unknown_law_is_in_doubt(text):
    assert last(text).fog


CERTAIN = [
    r"$$\mathrm{E}(aX + b) = a \mathrm{E}(X)$$",
    r"$$\mathrm{Var}(aX) = a \mathrm{Var}(X)$$",
    NORMAL + r"$$\mathrm{Var}(X) = \sigma$$",
    r"Let $X$, $Y$ be independent. $$\mathrm{Var}(X + Y) = \mathrm{Var}(X) - \mathrm{Var}(Y)$$",
]


@pytest.mark.parametrize("text", CERTAIN)
def test_what_holds_of_all_laws_or_of_a_known_one_can_be_wrong(text):
    assert not last(text).fog


def test_independence_is_a_hypothesis_where_words_say_so():
    equation = r"$$p(x,y) = p_1(x) \, p_2(y)$$"
    assert last("Let them be independent, " + equation).kind == "hypothesis"
    assert last("Let them be what they are, " + equation).kind == "step"
    given_z = r"$$p(x,y|z) = p(x|z) \, p(y|z)$$"
    assert last("They are conditionally independent: " + given_z).kind == "hypothesis"
    assert last(r"No independence: $$p(x,y) = p(x|y) \, p(y)$$").kind == "step"


def test_a_recalled_law_ends_with_its_line():
    text = (
        NORMAL
        + r"$$X \sim \mathrm{Poiss}(\lambda) \quad \Rightarrow \quad \mathrm{E}(X) = \lambda$$ $$\mathrm{E}(X) = 0$$"
    )
    assert [plain(line.claim.statement) for line in lines(text) if line.claim] == [
        "E[x ~ Poisson(λ)](x) = λ",
        "E[x ~ N(μ, σ²)](x) = 0",
    ]


def test_conditional_means_are_integrals_of_conditional_densities():
    assert claim(r"$$\mathrm{E}_{q(z|x)}[\log p(x,z)] = 1$$") == "∫(q(cdot|x)(z)*log(p(x, z))) dz = 1"


PIECES = st.sampled_from(
    r"""X Y Z x y p q f_X F_X p_1 \mu \sigma \mathrm{E} \mathrm{Var} \mathrm{Cov} \mathrm{KL} \mathrm{H} \mathrm{I} \mathrm{Pr}
    \mathbb{E}_{q(z|x)} \langle \rangle_p ( ) [ ] | || , = \leq < \sim \mathcal{N}(\mu,\sigma^2) \mathrm{Bin}(n,p) \Rightarrow
    \sum_{x\in\mathcal{X}} \int_{\mathcal{X}} \mathrm{d}x \log \ln \frac12 + - 2 ^2 _i \bar{X} \mathcal{U}(a,b) \perp f(x)
    p(x,y) p(x|y) (X|Y) (X=1) (X\leqx) [P||Q] (X,Y)""".split()  # noqa: SIM905
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.lists(PIECES, max_size=9).map(" ".join), min_size=1, max_size=3))
def test_any_row_of_probability_is_read_or_refused(rows):
    for line in lines("Independent events. " + " ".join(f"$${row}$$" for row in rows)):
        assert (line.kind == "unread") == (line.why is not None)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=9).map(" ".join))
def test_meaning_raises_nothing_but_unread(text):
    try:
        row = parse_row(text)
    except Unread:
        return
    context = Context(survey=survey([row]))
    m = Meaning(context, shapes([row], context))
    for node in (e for statement in row.statements for e in statement.expressions if e is not None):
        try:
            m.term(node)
        except Unread as refused:
            assert refused.reason


def test_what_a_case_sets_is_assumed_and_not_claimed():
    text = r"Let $X \sim \mathrm{Gam}(a, b)$. Setting $a = 1$, we get $$\mathrm{E}(X) = \frac{1}{b}$$"
    (line,) = lines(text)
    assert "a = 1" in [plain(h) for h in line.claim.hypotheses]


def test_two_values_of_a_name_make_it_uncertain():
    text = r"The points are $t = m - s$ and $t = m + s$, so $$t^2 = m^2$$"
    found = lines(text)
    assert [line.kind for line in found] == ["definition", "definition", "step"]
    assert not any(line.claim for line in found[:2])


def test_a_density_whose_law_is_said_in_words_is_in_doubt():
    equation = r"$$\int_{\mathcal{X}} g(x) \ln g(x) dx = \mathrm{KL}[g||g]$$"
    assert "g" in last(r"Let $g(x)$ be the density of a uniform distribution. " + equation).fog
    assert "g" not in last(r"Let $g(x)$ be some density. " + equation).fog


def test_the_derivative_of_gamma_is_that_of_gamma():
    assert claim(r"$$\frac{\Gamma'(a)}{\Gamma(a)} = \psi(a)$$") == "d/du(gamma(u))|[u = a]/gamma(a) = digamma(a)"


@pytest.mark.parametrize(
    "text",
    [
        r"Here $f_B(t) = \substack$ is another. $$\int_0^1 f_B(t) dt = 2 t - t f_B(1)$$",
        r"where $a_i$ are distinct. $$\sum_{i=1}^n a_i \geq 1$$",
    ],
)
def test_an_assumption_in_words_that_was_not_read_leaves_doubt(text):
    assert last(text).fog


def test_what_goes_on_from_a_condition_is_one():
    text = r"We set the derivative to zero: $$f'(x) = 0 = 2 x - a$$"
    assert [line.kind for line in lines(text)] == ["condition", "condition"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            r"Let $0 < p < 1$. $$H(p) = -p \log p - (1 - p) \log (1 - p)$$ $$H'(p) = \log \frac{1-p}{p}$$",
            ["given", "proved"],
        ),
        (r"$$H(p) = -p \log p - (1 - p) \log (1 - p)$$ $$H(1/2) = \log 3$$", ["given", "refuted"]),
        (r"Let $p(x)$ be a density. $$H(p) = -\int p(x) \log p(x) dx$$", ["proved"]),
        (r"Let $p(x)$ be a density. $$H(p) = -2 \int p(x) \log p(x) dx$$", ["refuted"]),
    ],
)
def test_an_entropy_of_a_number_is_a_function(text, verdicts):
    report = verify(text, jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps] == verdicts
