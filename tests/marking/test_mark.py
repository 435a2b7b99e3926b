"""Marks: what was reached, where it goes wrong, what a person should look at; tables, pages and comments made of them."""

import csv
import re
from dataclasses import replace
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.judging.report import ChainReport
from proofs.marking.annotate import annotated
from proofs.marking.answers import answers, conclusions
from proofs.marking.class_page import COLUMNS, as_csv, cells, class_page, slips
from proofs.marking.document_report import DocumentReport
from proofs.marking.mark import NO_ARGUMENT, NOT_STATED, Mark, marks, size, unmarked
from proofs.marking.sheet import Goal, Question, Sheet
from proofs.marking.taken_back import TAKEN_BACK
from tests.sheets import HOSTILE, SLIP, UNREAD, report, step

GOAL = Goal("a = d")
ONE = Question("1", ((Goal("d = a"), GOAL),), Fraction(4))
SHEET = Sheet((ONE,))


def same(goal, shown):
    return f"{shown.left} {shown.relation} {shown.right}" == goal.statement


def line(at, left, right, verdict="proved", rule="linearity", **fields):
    return step(f"1.{at}", left, right, verdict, rule=rule if verdict == "proved" else None, **fields)


def marked(*steps, sheet=SHEET):
    (mark,) = marks(report(*steps), sheet, same)
    return mark


AB, BC, CD = line(1, "a", "b"), line(2, "b", "c"), line(3, "c", "d")
WRONG_DE = line(2, "d", "e", "refuted")
WRONG_BC = replace(BC, verdict="refuted", repair="true with a factor 1/2 on the right")
BACK = replace(CD, verdict="refuted", notes=(TAKEN_BACK,))
MEANT = line(1, "a", "b", rule="definition_of_kl, algebra")
JUMP = line(2, "b", "d", "supported")


@pytest.mark.parametrize(
    "steps, reached, points, looks",
    [
        ((AB, BC, CD), "yes", 4, ()),
        ((line(1, "a", "d"),), "yes", 4, ()),
        ((line(1, "d", "a"),), "yes", 4, ()),  # another form of the goal
        ((AB, BC), "no", Fraction(5, 2), (NOT_STATED,)),  # two of three lines
        ((AB, WRONG_BC, CD), "yes", Fraction(5, 2), ()),
        ((AB, WRONG_BC), "no", 1, ()),
        ((line(1, "a", "d"), WRONG_DE), "yes", 2, ("line 20 goes on from the goal to something wrong",)),
        ((line(1, "a", "d"), replace(WRONG_DE, left="c")), "yes", 2, ()),  # of something else
        ((line(1, "a", "d", "given", kind="goal"), AB), "no", 2, (NOT_STATED,)),  # what is to be shown is not shown
        ((line(1, "a", "d", "given", kind="goal"),), "not found", None, ("the answer claims nothing",)),
        ((AB, line(2, "b", "d", relation="<=")), "no", Fraction(5, 2), (NOT_STATED,)),
        ((AB, line(2, "b", None, "unread")), "not found", None, ("1 not read, first in line 20",)),
        ((line(1, "a", "d", "unread"),), "not found", None, ("1 not read, first in line 10",)),
        ((UNREAD, AB, BC, CD), "yes", 4, ("1 not read, first in line 60",)),
        ((AB, replace(BC, verdict="undecided"), CD), "yes", 4, ("1 undecided, first in line 20",)),
        ((AB, WRONG_BC, BACK), "yes", Fraction(5, 2), ("line 30 takes a slip back",)),
        ((MEANT, JUMP), "yes", 2, (NO_ARGUMENT,)),
        ((line(1, "a", "d", "supported"),), "yes", 2, (NO_ARGUMENT,)),
        ((line(1, "a", "d", rule="definition_of_entropy, log_of_density, linearity"),), "yes", 2, (NO_ARGUMENT,)),
        ((line(1, "a", "d", rule="definition_of_entropy, linearity"),), "yes", 4, ()),
        ((line(1, "a", "d", rule="gibbs_inequality"),), "yes", 2, (NO_ARGUMENT,)),  # that is what is to be shown
        ((line(1, "a", "d", rule="poisson_moments"),), "yes", 2, (NO_ARGUMENT,)),
        ((MEANT, line(2, "b", "c", rule="linearity"), line(3, "c", "d", rule="poisson_moments")), "yes", 4, ()),
        ((line(1, "a", "d", "undecided"),), "yes", 2, ("1 undecided, first in line 10", NO_ARGUMENT)),
        ((MEANT, JUMP, line(3, "d", "e", rule="algebra")), "yes", 2, (NO_ARGUMENT,)),
        ((line(1, "k", "1", "given", kind="definition"), MEANT, JUMP), "yes", 2, (NO_ARGUMENT,)),
        ((line(1, "a", "b", rule="definition_of_kl, linearity"), JUMP), "yes", 4, ()),
        ((AB, JUMP), "yes", 4, ()),
        ((MEANT, line(2, "b", "c", "supported"), line(3, "c", "d", "supported")), "yes", 4, ()),
        ((MEANT, line(2, "b", "d")), "yes", 4, ()),
    ],
)  # fmt: skip
def test_marks(steps, reached, points, looks):
    mark = marked(*steps)
    assert (mark.reached, mark.points, mark.look) == (reached, points, looks)


def test_what_was_not_read_is_never_nothing():
    for steps in ((UNREAD,), (UNREAD, WRONG_BC), (AB, UNREAD)):
        mark = marked(*steps)
        assert mark.points is None and mark.look


def test_the_first_wrong_line_and_the_largest_step():
    small, large = line(2, "x + y + z", "x + y + w", "supported"), line(3, "x + y", "p q r s t u", "supported")
    mark = marked(AB, WRONG_BC, small, large, replace(WRONG_BC, line=50))
    assert [wrong.line for wrong in mark.wrong] == [20, 50]
    assert mark.largest is large and size(small) < size(large) and size(AB) == 2
    assert marked(AB, BC).largest is None


@pytest.mark.parametrize(
    "relations, shown",
    [(["=", "="], "="), (["<=", "="], "<="), (["=", "<"], "<"), (["<=", "<="], "<="), (["<=", ">="], None)],
)
def test_what_a_chain_shows(relations, shown):
    chain = ChainReport(None, None, tuple(replace(s, relation=r) for s, r in zip((AB, BC), relations, strict=True)))
    ends = [(s.left, s.relation, s.right) for _, s in conclusions(chain)]
    whole = [("a", shown, "c")] if shown is not None else []
    assert ends == [("a", relations[0], "b"), *whole, ("b", relations[1], "c")]


def test_a_chain_that_begins_anew_shows_nothing_of_the_one_before():
    chain = ChainReport(None, None, (AB, line(2, "x", "c")))
    assert [(k, s.left, s.right) for k, s in conclusions(chain)] == [(0, "a", "b"), (1, "x", "c")]


def sheet_of(*names, **headings):
    return Sheet(tuple(Question(n, ((Goal(f"{n} = 1"),),), Fraction(2), headings.get(n, ())) for n in names))


def file_of(**titled):
    chains = [ChainReport(title.replace("_", " ") or None, None, steps) for title, steps in titled.items()]
    return DocumentReport(source="a.tex", name="a.tex", chains=tuple(chains))


def test_an_answer_begins_under_its_heading_and_ends_where_anothers_begins():
    made = file_of(**{"Preface": (AB,), "Exercise 1": (BC,), "Proof": (CD,), "Exercise 2": (SLIP,)})
    found = answers(made, sheet_of("1", "2", "3"), same)
    assert [[c.title for c in found[n]] for n in ("1", "2", "3")] == [["Exercise 1", "Proof"], ["Exercise 2"], []]
    rows = marks(made, sheet_of("1", "2", "3"), same)
    assert [row.reached for row in rows] == ["no", "no", "not found"]
    assert rows[2].look == ("no answer was found",) and rows[2].points is None


@pytest.mark.parametrize(
    "under, number, fits",
    [
        (("Sheet 3", "Exercise 1", "(a)"), "", "1a"),
        (("Sheet 3", "Exercise 1 (2 points)", "a"), "", "1a"),
        (("Sheet 3", "Exercise 1: entropy", "b) Its bound"), "", "1b"),
        (("Sheet 3", "Exercise 1"), "(b)", "1b"),
        (("Sheet 3", "Aufgabe 1 a)"), "", "1a"),
        (("Sheet 3", "Exercise 1.b"), "1.", "1b"),  # a step of the answer
        (("Sheet 3", "Exercise 1.b"), "3.", "1b"),
        (("Sheet 3", "Exercise 1"), "3.", None),
        (("Sheet 3", "Exercise 3", "Solution"), "", "3"),
        (("Sheet 3", "Exercise 1", "A Gaussian"), "", None),
        (("Sheet 3", "Exercise 31"), "(a)", None),
        (("Sheet 3", "Preface"), "", None),
    ],
)
@pytest.mark.parametrize("headings", [{}, {"1a": ("Exercise 1 (a)", "Aufgabe 1 (a)"), "1b": ("Exercise 1 (b)",)}])
def test_headings_above_headings_and_numbers_of_parts(under, number, fits, headings):
    chains = [ChainReport(under[-1], None, (AB,), under[:-1], number), ChainReport("Else", None, (CD,), ("Sheet 3",))]
    made = DocumentReport(source="a.tex", name="a.tex", chains=tuple(chains))
    found = answers(made, sheet_of("1a", "1b", "3", **headings), same)
    assert [name for name, chains in found.items() if chains] == ([fits] if fits else [])


def test_a_question_without_a_heading_is_answered_where_its_goal_is_shown_and_no_other_is_answered():
    shown = line(1, "1", "1")
    made = file_of(**{"First": (shown,), "Exercise 2": (SLIP, replace(shown, left="2"))})
    found = answers(made, sheet_of("1", "2", "3"), same)
    assert [[c.title for c in found[n]] for n in ("1", "2", "3")] == [["First"], ["Exercise 2"], []]


def test_a_part_that_nobody_asks_for_is_no_answer_to_the_one_before():
    chains = [ChainReport("Exercise 1", None, (each,), (), number) for each, number in ((AB, "(a)"), (BC, "(b)"))]
    made = DocumentReport(source="a.tex", name="a.tex", chains=tuple(chains))
    assert [chain.steps for chain in answers(made, sheet_of("1a"), same)["1a"]] == [(AB,)]
    inner = replace(chains[1], number="i)")
    assert len(answers(replace(made, chains=(chains[0], inner)), sheet_of("1a"), same)["1a"]) == 2


def test_without_headings_an_answer_is_where_its_goal_is_shown():
    shown = line(1, "2", "1")
    made = file_of(**{"": (AB,), "Results": (shown,)})
    found = answers(made, sheet_of("1", "2"), same)
    assert found["1"] == () and [c.steps for c in found["2"]] == [(shown,)]
    assert len(answers(made, sheet_of("7"), same)["7"]) == 2, "the only question is answered by the whole file"


def row(file, *steps, question=ONE):
    return replace(marks(report(*steps), Sheet((question,)), same)[0], file=file)


def test_csv():
    rows = [row("a.tex", AB, WRONG_BC, JUMP), row("=cmd.tex", UNREAD), *unmarked("c.pdf", SHEET, "give the source")]
    table = list(csv.reader(StringIO(as_csv(rows))))
    assert table[0] == list(COLUMNS)
    assert table[1] == ["a.tex", "1", "no", "20", "20", "2", ""]
    assert table[2][0] == "'=cmd.tex" and table[2][5] == "" and table[2][6].startswith("1 not read")
    assert table[3] == ["c.pdf", "1", "not found", "", "", "", "not judged: give the source"]


def test_equal_slips_are_grouped_and_a_file_counts_once():
    half, sign = WRONG_BC, replace(WRONG_BC, repair="true with the other sign", line=70)
    alone = replace(WRONG_BC, repair=None)
    rows = [row("a", AB, half, half), row("b", half), row("c", sign, half), row("d", AB, BC), row("e", alone)]
    found = slips(rows)
    assert found[0] == ("1", "true with a factor 1/2 on the right", [("a", "20"), ("b", "20"), ("c", "20")])
    assert found[1][1:] == ("true with the other sign", [("c", "70")])
    assert found[2][1] == "wrong, and no small repair makes it right"
    page = class_page(rows)
    assert "3 of 5" in page and page.index("3 of 5") < page.index("1 of 5")


def cells_of(page):
    """The rows of each table of a page as text."""
    return [
        [
            [re.sub(r"<[^>]*>", " ", cell).split() for cell in re.findall(r"<td.*?</td>", line)]
            for line in table.split("<tr>")[2:]
        ]
        for table in page.split("<table>")[1:]
    ]


def test_the_class_page_says_per_question_what_was_reached():
    other = Question("2", ((Goal("x = y"),),), Fraction(5))
    rows = [
        row("a", AB, BC, CD),
        row("b", AB, BC),
        row("c", AB, UNREAD),
        row("d", AB, WRONG_BC, CD),
        row("a", SLIP, question=other),
    ]
    page = class_page(rows, {"a": "a b.html"})
    questions, _, all_rows = cells_of(page)
    assert questions[0] == [["1"], ["2"], ["1"], ["1"], ["2"], ["3.0", "of", "4"]]
    assert questions[1] == [["2"], ["0"], ["1"], ["0"], ["0"], ["0.0", "of", "5"]]
    assert [line[5] for line in all_rows] == [["4"], ["2.5"], [], ["2.5"], ["0"]]
    assert " ".join(all_rows[3][3]) == "20 b = c true with a factor 1/2 on the right" and all_rows[0][3] == []
    assert page.count("<a href='a%20b.html'>") == 2
    assert cells_of(class_page([row("c", UNREAD)]))[0][0][-1] == [], "no mean of nothing"


def test_the_class_page_leaves_out_the_folder_that_all_files_lie_in():
    page = class_page([row("/hand/in/1/a.md", WRONG_BC), row("/hand/in/b.md", AB)], {"/hand/in/1/a.md": "1/a.md.html"})
    assert "<a href='1/a.md.html'>1/a.md</a>" in page and "<td>b.md</td>" in page and "/hand" not in page
    assert "<td>in/a.md</td>" in class_page([row("in/a.md", AB)]), "of one file its folder says which it is"


def test_the_class_page_escapes_what_it_shows():
    bad = replace(SLIP, left=HOSTILE, right=HOSTILE, repair=HOSTILE)
    page = class_page([row(HOSTILE, bad, question=Question(HOSTILE, (), Fraction(1)))])
    assert "<script" not in page and not {"\x1b", "\u202e"} & set(page)
    assert "No line is wrong" in class_page([row("a", AB)]) and "1 file marked" in class_page([row("a", AB)])


def test_cells_are_as_many_as_columns():
    assert len(cells(Mark("a", ONE, "yes"))) == len(COLUMNS)


TEX = "\\begin{align}\na &= b \\\\\n  &= c \\\\ % mine\n  &= d\n\\end{align}\n"


def test_comments_in_latex_stand_after_their_line():
    text = annotated(TEX, report(replace(AB, line=2), replace(WRONG_BC, line=3), source="a.tex"))
    added = [line for line in text.splitlines() if line not in TEX.splitlines()]
    assert added == ["% proofs: ✗ refuted in column 3", "% proofs: true with a factor 1/2 on the right"]
    assert text.splitlines()[3].startswith("% proofs: ✗")
    assert re.sub(r"% proofs:[^\n]*\n", "", text) == TEX


def test_what_has_no_reason_is_said_and_what_is_proved_is_not():
    assert "% proofs: ≈ supported" in annotated("a\n", report(replace(JUMP, line=1), source="a.tex"))
    assert annotated("a\n", report(AB, source="a.tex")) == "a\n"


@pytest.mark.parametrize(
    "text, name, tex", [("x", "a.TEX", True), ("x", "a.md", False), (r"\documentclass{a}", "a", True)]
)
def test_what_is_latex(text, name, tex):
    assert ("% proofs:" in annotated(text, report(replace(WRONG_BC, line=1), source=name))) is tex


MARKDOWN = {
    "a display": ("Text\n$$\na = b\n\n= c\n$$\nmore text\n\nnext\n", 3, 7),
    "a paragraph": ("we have $a = b$\nand so on\n\nnext\n", 1, 2),
    "a list": ("1. first\n\n   $$a = b$$\n\n2. second\n", 3, 3),
    "a list without gaps": ("- $a = b$\n- $c = d$\n", 1, 2),
    "the end": ("$a = b$", 1, 1),
    "beyond the end": ("$a = b$\n", 9, 1),
    "old line ends": ("$a = b$\r\n\r\nnext\r\n", 1, 1),
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_comments_in_markdown_change_nothing_of_what_is_shown(name):
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    source, at, after = MARKDOWN[name]
    text = annotated(source, report(replace(WRONG_BC, line=at), source="a.md"))
    (comment,) = (k for k, line in enumerate(text.splitlines(), 1) if "<!--" in line)
    assert comment == after + 1 and "✗ refuted" in text and f"(line {at})" in text
    assert re.sub(r" *<!--.*?-->\r?\n", "", text).rstrip() == source.rstrip()
    assert ("\r\n" in source) is ("\r\n" in text) and text.count("\r") == (text.count("\n") if "\r" in source else 0)

    def shown(markdown):
        html = MarkdownIt("commonmark").use(dollarmath_plugin).render(markdown)
        return re.sub(r"\s*<!--.*?-->\s*", "", html).split()

    assert "".join(shown(text)) == "".join(shown(source))


@settings(deadline=None)
@given(st.text(alphabet="ab$\n\r \\%<>-", max_size=60), st.integers(1, 9), st.sampled_from(["a.tex", "a.md"]))
def test_comments_can_be_taken_out_again(source, at, name):
    wrong = replace(WRONG_BC, line=at, notes=(HOSTILE + "-->--",))
    text = annotated(source, report(wrong, source=name))
    mark = r"% proofs:[^\n]*\n" if name.endswith("tex") else r" *<!-- proofs:(?:(?!--).)* -->\r?\n"
    assert re.sub(mark, "", text).rstrip("\r\n") == source.rstrip("\r\n")
    assert "proofs:" in text or not source


def test_of_several_goals_those_count_that_are_shown_and_each_by_its_own_argument():
    two = Sheet((replace(ONE, goals=((GOAL,), (Goal("a = e"),))),))
    end, far = line(5, "a", "e"), line(5, "a", "e", "supported")
    value = line(4, "1/3", "0.3333", "supported", relation="approx")
    for steps, reached, points, look in (
        ((AB, BC, CD, end), "yes", 4, ()),
        ((AB, BC, CD, value, end), "yes", 4, ()),
        ((AB, BC, CD, far), "yes", 3, (NO_ARGUMENT,)),
        ((AB, BC, CD), "no", 3, ("1 of 2 results are shown",)),
        ((AB, BC), "no", 2, (NOT_STATED,)),
    ):
        mark = marked(*steps, sheet=two)
        assert (mark.reached, mark.points, mark.look) == (reached, points, look)
    assert marked(AB, BC, CD, value, sheet=two).largest is None


def test_a_comment_in_markdown_ends_where_it_ends():
    said = annotated("a\n", report(replace(WRONG_BC, line=1, notes=("x > 0 --> y ---> z --!> w",)), source="a.md"))
    (comment,) = (line for line in said.splitlines() if line.startswith("<!--"))
    assert "x > 0" in comment and comment.endswith(" -->") and "--" not in comment[4:-3]
