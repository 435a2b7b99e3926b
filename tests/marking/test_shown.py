"""What a document has proved may be used further down, where all holds that it was proved under; and nowhere else."""

from dataclasses import replace

import pytest

from proofs import verify
from proofs.judging.report import Numbers
from proofs.language import (
    JS,
    KL,
    Abstract,
    Claim,
    Density,
    E,
    ForAll,
    Function,
    Interval,
    Lambda,
    Neg,
    Normal,
    Number,
    Plus,
    R,
    Relation,
    Var,
    density,
    dominated,
    finite,
    integer,
    log,
    singular,
)
from proofs.language.facts import Facts
from proofs.marking.judgement import judged
from proofs.marking.matching import instances
from proofs.marking.shown import ABOVE, Record, Shown, by_what_was_shown
from proofs.reading.files.source import Place
from proofs.reading.lines import Line

a, b, c, d = (Var(name, R) for name in "abcd")
x = Var("x", Abstract("X"))
p, q = Density("p", x.space), Density("q", x.space)
D = Function("D", (x.space,))


def line(left, symbol, right, *hypotheses, first=True, scope=(0,)):
    claim = Claim(hypotheses, Relation(left, symbol, right))
    return Line(Place(1, 1), "", symbol, "", "step", claim=claim, first=first, scope=scope)


def usable(record, hypotheses=(), scope=(0,)):
    asked = line(a, "=", d, *hypotheses, scope=scope)
    return [each.statement for each in record.usable(asked, ())]


def test_a_chain_is_kept_by_its_ends_as_far_as_it_is_proved():
    record = Record()
    record.proved(line(a, "=", b), (), ())
    record.proved(line(b, "<=", c, first=False), (), ())
    assert usable(record) == [Relation(a, "<=", c)]
    record.broken()
    record.proved(line(c, "=", d, first=False), (), ())
    assert usable(record) == [Relation(c, "=", d), Relation(a, "<=", c)]


def test_a_chain_that_goes_both_ways_shows_nothing_more():
    record = Record()
    record.proved(line(a, "<=", b), (), ())
    record.proved(line(b, ">=", c, first=False), (), ())
    assert usable(record) == [Relation(a, "<=", b)]


def test_it_is_used_only_under_what_it_was_proved_under():
    record = Record()
    record.proved(line(a, "=", b, c > 0, scope=(0, 2)), (), ())
    assert usable(record, (c > 0,), scope=(0, 2, 5)) == [Relation(a, "=", b)]
    assert usable(record, (), scope=(0, 2)) == []
    assert usable(record, (c > 0,), scope=(0, 3)) == []


def test_points_of_an_unnamed_space_are_any_points_unless_something_was_supposed_of_them():
    record = Record()
    record.proved(line(p(x), "=", q(x)), (), ())
    record.proved(line(p(x), "=", q(x) + a, p(x) > 0), (), ())
    asked = line(p(x), "=", a, p(x) > 0)
    general = [each.statement for each in record.usable(asked, ())]
    assert general == [Relation(p(x), "=", q(x) + a), ForAll(Relation(p(x), "=", q(x)), x)]


def test_a_use_says_so_and_needs_what_was_needed():
    left, right = E(log(p(x) / q(x)), x, p), E(log(p(x)), x, p) - E(log(q(x)), x, p)
    claim = Claim((density(p), density(q), dominated(p, q), finite(left)), Relation(left + 1, "=", 1 + a))
    found = replace(judged(claim), numbers=Numbers("agree"), justification=None)
    need = finite(right)
    shown = (Shown((0,), Relation(left, "=", a), frozenset(), (need,)),)
    assert by_what_was_shown(claim, found, ()) is found
    used = by_what_was_shown(claim, found, shown)
    assert used.verdict == "proved" and need in used.allowed
    assert used.justification is not None and ABOVE in used.justification.phrases


def test_what_is_false_stays_false_whatever_was_shown():
    claim = Claim((), Relation(log(a**2 + 1), "=", log(a**2 + 2)))
    shown = (Shown((0,), Relation(log(a**2 + 1), "=", log(a**2 + 2)), frozenset()),)
    assert by_what_was_shown(claim, judged(claim), shown).verdict == "refuted"


# ---------------------------------------------------------------------------------------------------------------------
# instances

r, s = Density("r", x.space), Density("s", x.space)
u = Var("u", R)
normal, other = Normal(a, 1), Normal(b, 1)


@pytest.mark.parametrize(
    ("general", "asked", "expected"),
    [
        (KL(p, q).eq(a), KL(r, s) + 1, [{p: r, q: s}]),
        (KL(p, p).eq(0), KL(r, s) + KL(s, s), [{p: s}]),
        (KL(p, q).eq(0), KL(normal, other) + KL(q, p), [{p: normal, q: other, x.space: R}, {p: q, q: p}]),
        (KL(normal, other).eq(a), KL(Normal(c, 1), Normal(2, 1)), [{a: c, b: Number(2)}]),
        (KL(normal, other).eq(a), KL(Normal(c, 2), Normal(2, 1)), []),
        (E(a * p(x), x, p).eq(a), E(b * q(x), x, q), [{a: b, p: q}]),
        (E(a * p(x), x, p).eq(a), E(p(x) * q(x), x, q), []),  # what stands for a may not move with x
        ((a + b).eq(b + a), c + d, []),  # arithmetic speaks of its own names
        (E(log(D(x)), x, p).eq(a), E(log(1 - D(x)), x, q), [{p: q, D: Lambda(1 - D(x), x)}]),
        (E(D(x) * log(D(x)), x, p).eq(a), E((1 - D(x)) * log(1 - D(x)), x, q), [{p: q, D: Lambda(1 - D(x), x)}]),
        (E(D(x) * log(D(x)), x, p).eq(a), E((1 - D(x)) * log(2 - D(x)), x, q), []),  # two things for one function
        (E(D(x) * p(x), x, p).eq(a), E(D(x) * p(x), x, q), []),  # p is two laws there
        (log(a).eq(b), log(c), []),
    ],
)
def test_what_may_be_put_for_the_names_is_read_off_the_line(general, asked, expected):
    found = [dict(put) for put in instances(general, Relation(asked, "=", 0))]
    assert len(found) == len(expected) and all(each in expected for each in found)


def test_what_is_put_for_a_function_is_what_was_supposed_of_it():
    record = Record()
    bounded = (density(p), ForAll(D(x) > 0, x), finite(E(log(D(x)), x, p)))
    record.proved(line(E(log(D(x)), x, p), "<=", E(D(x) - 1, x, p), *bounded, scope=(0, 1)), (), ())
    asked = E(log(1 - D(x)), x, q)
    given = (density(q), finite(asked))
    (found,) = record.usable(line(asked, "<=", a, *given, scope=(0, 2)), ())
    assert found.statement == Relation(asked, "<=", E(Plus((1 - D(x), Neg(Number(1)))), x, q))
    assert found.holds(Facts((*given, ForAll(D(x) < 1, x)))) and not found.holds(Facts(given))


def test_an_instance_holds_where_what_it_was_proved_under_follows():
    record = Record()
    disjoint = (density(p), density(q), singular(p, q))
    record.proved(line(JS(p, q), "=", log(Number(2)), *disjoint, scope=(0, 1)), (), ())
    (found,) = record.usable(line(JS(r, s), "=", a, density(r), scope=(0, 2)), ())
    assert found.statement is JS(r, s).eq(log(Number(2)))
    assert found.holds(Facts((density(r), density(s), singular(r, s))))
    assert not found.holds(Facts((density(r), density(s))))
    assert not found.holds(Facts((density(r), singular(r, s))))


def test_a_relation_that_holds_between_two_ends_holds_for_all_values_there():
    f, g = (log(a**2 + n) for n in (1, 2))
    k, on = integer("k"), Var("a", Interval(Number(0), b))

    def shown(statement, *hypotheses):
        return list(Shown((0,), statement, frozenset(hypotheses)).on_intervals())

    assert shown(f.eq(g), a >= 0, a <= b, c > 0) == [ForAll(log(on**2 + 1).eq(log(on**2 + 2)), on)]
    assert shown(f.eq(g), a >= 0) == []
    assert shown(f.eq(g), a > 0, a <= b) == []
    assert shown(f.eq(g), a >= 0, a <= b, a * c > 1) == []
    assert shown(f.eq(g), a >= 0, a <= a * b) == []
    assert shown(log(k).eq(k), k >= 1, k <= 2) == []


THEOREM = r"""# Laws on disjoint sets

Suppose that $p$ and $q$ are probability densities, and $p$ and $q$ live on disjoint sets.
\begin{align*}
D_{\mathrm{JS}}(p \,\|\, q) &= \frac{1}{2} D_{\mathrm{KL}}\!\left( p \,\middle\|\, \frac{1}{2} p + \frac{1}{2} q \right)
 + \frac{1}{2} D_{\mathrm{KL}}\!\left( q \,\middle\|\, \frac{1}{2} p + \frac{1}{2} q \right) \\
&= \frac{1}{2} \mathbb{E}_{x \sim p}\!\left[ \log \frac{p(x)}{\frac{1}{2} p(x) + \frac{1}{2} q(x)} \right]
 + \frac{1}{2} \mathbb{E}_{x \sim q}\!\left[ \log \frac{q(x)}{\frac{1}{2} p(x) + \frac{1}{2} q(x)} \right] \\
&= \frac{1}{2} \mathbb{E}_{x \sim p}[\log 2] + \frac{1}{2} \mathbb{E}_{x \sim q}[\log 2] \\
&= \log 2
\end{align*}
"""
CASE = r"""# Two segments

Let $P$ be the law of $(0, u)$ for $u \sim \mathcal{U}(0, 1)$ and $Q$ be the law of $(t, u)$ for
$u \sim \mathcal{U}(0, 1)$. %s
\begin{align*}
%s
\end{align*}
"""
APART, JS_OF = r"Suppose that $t \neq 0$.", r"D_{\mathrm{JS}}(P \,\|\, Q) &= "


@pytest.mark.parametrize(
    ("theorem", "said", "formula", "verdict"),
    [
        (THEOREM, APART, JS_OF + r"\log 2", "proved"),
        (THEOREM, APART, JS_OF + r"2 \log 2", "refuted"),
        (THEOREM, APART, r"D_{\mathrm{JS}}(P \,\|\, P) &= \log 2", "refuted"),
        (THEOREM, "", JS_OF + r"\log 2", "undecided"),  # where t = 0 it is 0
        ("", APART, JS_OF + r"\log 2", "supported"),
        (THEOREM.replace(r"[\log 2]", r"[\log 3]"), APART, JS_OF + r"\log 2", "supported"),
        (THEOREM.replace("densities, and", "densities. It is open whether"), APART, JS_OF + r"\log 2", "supported"),
    ],
)
def test_a_theorem_is_used_for_the_laws_of_a_case(theorem, said, formula, verdict):
    assert verify(theorem + CASE % (said, formula), jobs=0, second_reader=False).steps[-1].verdict == verdict


@pytest.mark.parametrize(
    ("theorem", "formula", "verdict"),
    [
        (THEOREM, r"\lim_{t \to 0} D_{\mathrm{JS}}(P \,\|\, Q) &= \lim_{t \to 0} \log 2", "proved"),
        (THEOREM, r"\lim_{t \to 1} 2 D_{\mathrm{JS}}(P \,\|\, Q) &= 2 \log 2", "proved"),
        (THEOREM, r"\lim_{t \to 0} D_{\mathrm{JS}}(P \,\|\, Q) &= 0", "refuted"),
        (THEOREM, r"\lim_{s \to 0} D_{\mathrm{JS}}(P \,\|\, Q) &= \log 2", "undecided"),  # where t = 0 it is 0
        ("", r"\lim_{t \to 0} D_{\mathrm{JS}}(P \,\|\, Q) &= \lim_{t \to 0} \log 2", "supported"),
    ],
)
def test_a_theorem_is_used_close_to_a_point(theorem, formula, verdict):
    """Beneath the limit t is not 0, and so the segments are disjoint there."""
    assert verify(theorem + CASE % ("", formula), jobs=0, second_reader=False).steps[-1].verdict == verdict


@pytest.mark.parametrize(("point", "verdict"), [(r"\infty", "proved"), ("2", "proved"), ("0", "refuted")])
def test_what_was_shown_of_a_name_is_used_of_a_bound_one_where_it_holds(point, verdict):
    text = rf"""Let $x > 1$. Then
\[ \operatorname{{KL}}(\mathcal N(x, 1) \,\|\, \mathcal N(1, 1)) + |x - 1| = \frac{{(x - 1)^2}}{{2}} + x - 1. \]
Hence
\[ \lim_{{x \to {point}}} (\operatorname{{KL}}(\mathcal N(x, 1) \,\|\, \mathcal N(1, 1)) + |x - 1|)
= \lim_{{x \to {point}}} \Big( \frac{{(x - 1)^2}}{{2}} + x - 1 \Big). \]"""
    assert [step.verdict for step in verify(text, jobs=0, second_reader=False).steps] == ["proved", verdict]


def test_laws_that_coincide_are_a_claim_and_no_condition():
    text = r"""Let $P$ be the law of $(0, u)$ for $u \sim \mathcal{U}(0, 1)$. The divergence vanishes:
\begin{align*}
D_{\mathrm{KL}}(P \,\|\, P) &= 0
\end{align*}"""
    (step,) = verify(text, jobs=0, second_reader=False).steps
    assert step.kind == "step" and step.verdict == "supported"


@pytest.mark.parametrize(
    ("goal", "claim", "verdict"),
    [
        ("a + b = 2 c", "a + b = 2 c", "undecided"),
        ("(a + b)^2 + c = 1", "(a + b)^2 = 1 - c", "undecided"),
        ("2 x + y = 4", "2 x = 4 - y", "undecided"),
        ("(a + b)^2 = a^2 + 2 a b + b^2", "(a + b)^2 = a^2 + 2 a b + b^2", "proved"),
    ],
)
def test_what_is_to_be_shown_is_no_reason(goal, claim, verdict):
    first, last = verify(f"To show:\n\n$${goal}$$\n\nHence\n\n$${claim}$$", jobs=0, second_reader=False).steps
    assert (first.kind, first.verdict, last.verdict) == ("goal", "given", verdict)


def test_what_a_goal_supposes_holds_for_the_goal_alone():
    text = (
        "Suppose that $p$ and $q$ are densities, and $q$ is dominated by $p$. To show:\n\n"
        "$$D_{{\\mathrm{{KL}}}}(q \\| p) = 0 \\iff p = q \\ \\text{{almost everywhere}}$$\n\n{}\n\n"
        "$$D_{{\\mathrm{{KL}}}}(q \\| p) + 1 = 1$$"
    )
    for words, verdict in (("Then", "refuted"), ("Suppose that $D_{\\mathrm{KL}}(q \\| p) = 0$. Then", "proved")):
        steps = verify(text.format(words), jobs=0, second_reader=False).steps
        assert [(step.kind, step.verdict) for step in steps[:2]] == [("condition", "given"), ("goal", "given")]
        assert steps[-1].verdict == verdict
