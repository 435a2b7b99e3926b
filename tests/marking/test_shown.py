"""What a document has proved may be used further down, where all holds that it was proved under; and nowhere else."""

from dataclasses import replace

from proofs.judging.report import Numbers
from proofs.language import Abstract, Claim, Density, E, ForAll, R, Relation, Var, density, dominated, finite, log
from proofs.marking.judgement import judged
from proofs.marking.shown import ABOVE, Record, Shown, by_what_was_shown
from proofs.reading.lines import Line
from proofs.reading.source import Place

a, b, c, d = (Var(name, R) for name in "abcd")
x = Var("x", Abstract("X"))
p, q = Density("p", x.space), Density("q", x.space)


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
