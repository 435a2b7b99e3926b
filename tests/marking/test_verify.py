r"""Documents verified as a whole: notes, places, assumptions, the second reader, what a fault leads to."""

import pytest

from proofs import read, verify
from proofs.marking import second_opinion
from proofs.marking.document_report import UnknownFact
from proofs.marking.second_reader import Opinion
from proofs.reading.claims import displays
from proofs.reading.files.encoding import Unreadable
from proofs.reading.story import Story

ROOT = r"$$\sqrt{\sigma_1^2} = \sigma_1$$"


def judged(text, **options):
    return verify(text, **({"jobs": 0, "second_reader": False} | options))


@pytest.mark.parametrize(
    "text, verdicts",
    [
        (r"$$(a + b)^2 = a^2 + 2 a b + b^2$$", ["proved"]),
        (r"$$(a + b)^2 = a^2 + b^2$$", ["refuted"]),
        (r"$$a \bowtie b$$", ["unread"]),
        (r"$$Q_1 + Q_2 = U^\top A U + U^\top B U$$", ["undecided"]),
        (r"Suppose that $D_{KL}(p \| q) = 0$.", ["given"]),
        (r"$$y + 1 = 3 \Rightarrow y = 2$$", ["given", "proved"]),
        (r"$$D_{KL}(p \| q) = 0 \iff p = q$$", ["given", "given"]),
        (r"$$\frac{\delta}{\delta q(z)} \int q(y) dy = 0$$", ["given"]),
        (r"$$\frac{\delta}{\delta + 1} = 1 - \frac{1}{\delta + 1}$$", ["proved"]),
    ],
)
def test_verdicts(text, verdicts):
    assert [step.verdict for step in judged(text).steps] == verdicts


CITED = r"""
\begin{equation} \label{a} %s \end{equation}
$$x^2 \overset{\eqref{a}}{=} x$$"""


def test_what_a_step_cites_must_have_been_read():
    (step,) = (s for s in judged(CITED % r"x \bowtie 1").steps if s.left == "x^2")
    assert step.verdict == "undecided" and "a, which it cites, was not read" in step.notes[0]
    (step,) = (s for s in judged(CITED % r"y = 1").steps if s.left == "x^2")
    assert step.verdict == "refuted" and not step.notes


@pytest.mark.parametrize(
    "text, verdict",
    [
        (r"$$\ln \lambda e^{\lambda} = \lambda \ln \lambda$$", "unread"),  # (ln x) e^x, or ln(x e^x)
        (r"$$\log 2 \pi a = \log(2 \pi) + \log a$$", "proved"),  # a > 0 where the left side has a value
        (r"Either $\mu = 0$, or $\mu \sim \mathcal N(m, 1)$. $$\mathrm E[2 \mu] = 0$$", "unread"),
        ("The width is not defined, if\n\n$$k < 2$$", "given"),
        (r"Let $b_0 = 1$ and $b_1 = 2$. $$b = \begin{pmatrix} b_0 \\ b_1 \end{pmatrix}$$", "unread"),
    ],
)
def test_what_has_two_meanings_or_claims_nothing(text, verdict):
    assert judged(text).steps[-1].verdict == verdict


def test_names_in_notes_are_set_as_mathematics():
    step = judged(r"Let $\sigma_0 = \clubsuit$. $$\sigma_0^2 + \sigma_0 = 2 \sigma_0$$").steps[-1]
    assert (
        step.verdict == "undecided" and r"it fails for some values, but what $\sigma_0$ is was not read" in step.notes
    )


def test_a_sign_is_granted_and_the_report_says_what_it_covers():
    (alone,) = judged(ROOT).steps
    assert alone.verdict == "undecided" and alone.needs == (r"\sigma_1 > 0",)
    report = judged(ROOT, assuming=["sigma > 0"])
    assert report.verdict == "proved"
    assert r"what is granted of $\sigma$ covers $\sigma_{1}$" in report.notes


def test_a_recalled_formula_about_a_known_law_is_judged():
    convention = r"p(x) = \mathcal N(x \mid \mu, \sigma^2)"
    for right, verdict in ((r"\frac12 \log(2 \pi e \sigma^2)", "proved"), (r"\log(2 \pi e \sigma^2)", "refuted")):
        assert judged(f"$$H(p) = {right}$$", assuming=[convention, "sigma > 0"]).verdict == verdict


def test_a_brief_report_says_no_more_of_wrong_steps_than_that_they_are_wrong(monkeypatch):
    text = r"$$(a + b)^2 = a^2 + b^2 = b^2 + a^2$$ $$\sqrt{\sigma^2} = \sigma$$ $$2 a + 1 = a + 1$$"
    full = judged(text)
    assert sum(step.counterexample is not None for step in full.steps) == 2
    assert any(step.repair is not None for step in full.steps)

    def not_asked(*_):
        raise AssertionError("a brief report asks for what it does not say")

    monkeypatch.setattr("proofs.marking.repair.repair", not_asked)
    monkeypatch.setattr("proofs.marking.examination.exemplified", not_asked)
    brief = judged(text, brief=True)
    said = [(step.verdict, step.rule, step.needs, step.notes) for step in brief.steps]
    assert said == [(step.verdict, step.rule, step.needs, step.notes) for step in full.steps]
    assert not any(step.counterexample or step.repair for step in brief.steps)


def test_one_fact_is_as_good_as_a_list_of_one():
    given = [judged("$$\\sqrt{s^2} = s$$", assuming=facts) for facts in ("s > 0", ["s > 0"], "$s > 0$")]
    assert given[0].as_json() == given[1].as_json() == given[2].as_json() and given[0].verdict == "proved"


@pytest.mark.parametrize(
    "arguments, error, said",
    [
        ({"assuming": [3]}, TypeError, "expected a fact as a text, as in 's > 0', found int"),
        ({"timeout": -1}, ValueError, "expected a number of seconds greater than 0, found -1"),
        ({"timeout": 0}, ValueError, "found 0"),
        ({"jobs": -1}, ValueError, "expected a number of workers, found -1"),
    ],
)
def test_arguments_that_make_no_sense(arguments, error, said):
    with pytest.raises(error, match=said):
        verify("$$1 = 1$$", second_reader=False, **arguments)


def test_an_assumption_that_is_not_read():
    with pytest.raises(UnknownFact, match="'nonsense'"):
        judged(ROOT, assuming=["nonsense"])
    with pytest.raises(UnknownFact, match="'nonsense'"):
        read(ROOT, assuming=["nonsense"])


def test_a_fault_in_one_formula_leaves_the_others(monkeypatch):
    whole = displays.lines_of

    def failing(chains, piece, *others):
        if "z" in piece.formula.maths.text:
            raise LookupError("no such thing")
        return whole(chains, piece, *others)

    monkeypatch.setattr(displays, "lines_of", failing)
    first, second = judged("$$z = 1$$ $$1 + 1 = 2$$").steps
    assert (first.verdict, second.verdict) == ("unread", "proved")
    assert first.notes == ("the reader failed on it, a fault of its own: LookupError: no such thing",)


def test_a_fault_in_the_whole_is_named(monkeypatch):
    def failing(self):
        raise RecursionError("too deep")

    monkeypatch.setattr(Story, "chains", failing)
    with pytest.raises(Unreadable, match="the reader failed on it, a fault of its own: RecursionError: too deep"):
        judged(ROOT)


class Reader:
    """Stands for the second reader: it disagrees on one text, and counts what it is asked."""

    def __init__(self, against=""):
        self.against, self.seen = against, []

    def compare_all(self, readings):
        for reading in readings:
            self.seen.append(reading.latex)
            wrong = reading.latex == self.against
            yield Opinion("disagree" if wrong else "agree", "at x = 1: 2 and 3" if wrong else "")


CHAIN = r"$$a (b + c) = a b + a c = c a + b a$$"


def test_where_the_readers_disagree_both_lines_are_unread(monkeypatch):
    other = Reader("a b + a c")
    monkeypatch.setattr(second_opinion, "reader", lambda: other)
    report = judged(CHAIN, second_reader=True)
    assert [step.verdict for step in report.steps] == ["unread", "unread"]
    assert report.steps[0].notes == ("the two readers disagree on $a b + a c$: at x = 1: 2 and 3",)
    assert other.seen == ["a (b + c)", "a b + a c", "c a + b a"]
    assert "a second reader was asked on 3 expressions and agreed on 2" in report.notes


def test_the_second_reader_is_not_asked_about_what_is_up_to_a_constant(monkeypatch):
    other = Reader()
    monkeypatch.setattr(second_opinion, "reader", lambda: other)
    text = r"With $C$ constant with respect to $x$: $$(x + 1)^2 = x^2 + 2 x + \text{const}$$"
    judged(text, second_reader=True)
    assert "(x + 1)^2" not in other.seen


def test_a_second_reader_that_fails_is_said(monkeypatch):
    class Broken(Reader):
        def compare_all(self, readings):
            raise RuntimeError("workers did not start")

    monkeypatch.setattr(second_opinion, "reader", lambda: Broken())
    report = judged(CHAIN, second_reader=True)
    assert report.verdict == "proved"
    assert "the second reader was not asked: RuntimeError: workers did not start" in report.notes


def test_what_a_document_says_without_a_verdict():
    contents = read("# One\n\n$$a + b = b + a$$\n\n# Two\n\n$$a \\bowtie b$$")
    assert len(contents) == 2 and [line.kind for line in contents.lines] == ["step", "unread"]
    assert [chain.title for chain in contents] == ["One", "Two"]
    assert str(contents).splitlines()[1].endswith(r"the command \bowtie is not known")
    page = contents._repr_html_()
    assert page.count("<tr>") == 3 and r"\(\displaystyle a + b = b + a\)" in page


def test_that_one_law_dominates_another_can_be_granted():
    text = r"Let $p$ and $q$ be densities. $$KL(p \| q) = \int p(x) \log \frac{p(x)}{q(x)} \, dx$$"
    (step,) = verify(text, jobs=0, second_reader=False).steps
    assert step.verdict == "proved" and step.needs == (r"p \ll q",)
    (granted,) = verify(text, jobs=0, second_reader=False, assuming=step.needs).steps
    assert granted.verdict == "proved" and not granted.needs
    (other,) = verify(text, jobs=0, second_reader=False, assuming=(r"q \ll p",)).steps
    assert other.needs == (r"p \ll q",)
