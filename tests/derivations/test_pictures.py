"""The pictures of the book show what the derivations say, and the same bytes every time."""

from fractions import Fraction
from itertools import combinations, pairwise
from math import exp, inf, isnan, log, pi, sqrt

import pytest

import derivations as book
from derivations.pictures import PICTURES, picture
from proofs import Area, Curve, Mark, Panel, Picture
from proofs.language import Number, oo, symbols
from proofs.language import log as log_of
from proofs.writing.drawing import as_bytes
from proofs.writing.pictures import number, said

x, y = symbols("x y")
FORMS = ("pdf", "svg", "png")


@pytest.fixture(scope="module")
def figures():
    """Each picture drawn once; a derivation and its instance share one."""
    drawn = {made: made.figure() for made in {picture(name) for name in PICTURES}}
    return {name: drawn[picture(name)] for name in PICTURES}


def normal(mean, variance):
    return lambda at: exp(-((at - mean) ** 2) / (2 * variance)) / sqrt(2 * pi * variance)


p, q = normal(3, 2), normal(4, 1)

# What is to be seen, written by hand: panel, label (as it begins), and the height of the curve over a point.
SEEN = [
    ("divergences_along_theta", 0, "$W_1$", abs),
    ("gaussian_kl", 0, "$p(x)$", p),
    ("gaussian_kl", 0, "$q(x)$", q),
    ("gaussian_kl", 1, "$p(x)", lambda at: p(at) * log(p(at) / q(at))),
    ("bernoulli_mle", 0, r"$9", lambda at: 9 * log(at) + 7 * log(1 - at)),
    ("bernoulli_mle", 0, "its tangent", lambda at: 9 * log(9 / 16) + 7 * log(7 / 16)),
    ("gaussian_discriminator", 0, "$p(x)$", p),
    ("gaussian_discriminator", 0, "$g(x)$", q),
    ("gaussian_discriminator", 1, r"$\frac", lambda at: 1 / (1 + exp(1 / 2 + log(2) / 2 - (at - 5) ** 2 / 4))),
]

# ... and the points that are marked: where, and what is said of them.
MARKED = [
    ("divergences_along_theta", 0, "all three", (0, 0), ""),
    ("bernoulli_mle", 0, "the estimate", (9 / 16, 9 * log(9 / 16) + 7 * log(7 / 16)), "$= 0.5625$"),
    ("gaussian_discriminator", 1, "least value", (5, 1 / (1 + sqrt(2 * exp(1)))), r"$\approx 0.3002$"),
    ("flow_log_determinant", 0, "the point (1, 1)", (1, 1), ""),
    ("flow_log_determinant", 1, "its image", (1, exp(1 / 2) + 3), r"$\approx 4.6487$"),
]


def line(axes, label):
    return next(drawn for drawn in axes.get_lines() if drawn.get_label().startswith(label))


@pytest.mark.parametrize(("name", "panel", "label", "height"), SEEN)
def test_a_curve_is_what_the_derivation_says(figures, name, panel, label, height):
    drawn = line(figures[name].axes[panel], label)
    points = list(zip(drawn.get_xdata(), drawn.get_ydata(), strict=True))
    assert len(points) > 200
    assert all(abs(at_y - height(at_x)) < 1e-9 for at_x, at_y in points)


@pytest.mark.parametrize(("name", "panel", "label", "place", "value"), MARKED)
def test_a_mark_is_where_the_derivation_says(figures, name, panel, label, place, value):
    drawn = line(figures[name].axes[panel], label)
    assert drawn.get_label().endswith(value)
    assert (*drawn.get_xdata(), *drawn.get_ydata()) == pytest.approx(place, abs=1e-9)


def test_the_estimate_is_the_highest_point_and_the_least_value_the_lowest(figures):
    curve = line(figures["bernoulli_mle"].axes[0], "$9")
    assert max(curve.get_ydata()) <= 9 * log(9 / 16) + 7 * log(7 / 16)
    curve = line(figures["gaussian_discriminator"].axes[1], r"$\frac")
    assert min(curve.get_ydata()) == pytest.approx(1 / (1 + sqrt(2 * exp(1))), abs=1e-9)


def test_the_divergences_jump_where_the_segments_part(figures):
    axes = figures["divergences_along_theta"].axes[0]
    shannon, leibler = (line(axes, label) for label in ("Jensen", "Kullback"))
    assert all(height == pytest.approx(log(2)) for height in shannon.get_ydata())
    assert len(set(leibler.get_ydata())) == 1 and leibler.get_ydata()[0] > 1
    assert axes.get_yticklabels()[-1].get_text() == r"$\infty$"
    hollow = [d for d in axes.get_lines() if d.get_marker() == "o" and d.get_markerfacecolor() == "white"]
    assert [*hollow[0].get_xdata(), *hollow[0].get_ydata()] == [0, pytest.approx(log(2))]


def test_the_area_is_the_divergence(figures):
    area = picture("gaussian_kl").panels[1].areas[0]
    points = area.curve.points()
    total = sum((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in pairwise(points))
    assert abs(total - number(area.value)) < 6e-3  # what lies outside of the picture
    assert figures["gaussian_kl"].axes[1].get_legend().get_texts()[0].get_text().endswith(r"\approx 0.6534$")


def test_the_grid_is_mapped_by_the_layer(figures):
    before, after = figures["flow_log_determinant"].axes
    pairs = list(zip(before.get_lines(), after.get_lines(), strict=True))
    assert len(pairs) == 9 + 9 + 1  # lines each way, and the point
    for old, new in pairs:
        for x_1, x_2, y_1, y_2 in zip(*old.get_data(), *new.get_data(), strict=True):
            assert y_1 == x_1
            assert abs(y_2 - (x_2 * exp(x_1 / 2) + 2 * x_1 + 1)) < 1e-9


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_belongs_to_a_derivation_and_tells_its_curves_apart(figures, name):
    assert name in book.CATALOGUE
    assert picture(name).caption.endswith(".")
    for axes in figures[name].axes:
        assert axes.get_xlabel() and axes.get_ylabel()
        labelled = [drawn for drawn in axes.get_lines() if not drawn.get_label().startswith("_")]
        strokes = [(d.get_color(), d.get_linestyle(), d.get_marker()) for d in labelled]
        for (colour, *stroke), (other, *another) in combinations(strokes, 2):
            assert colour != other and stroke != another


@pytest.mark.parametrize("form", FORMS)
def test_the_bytes_are_the_same_every_time(figures, form):
    small = Picture("A line.", (Panel((Curve(x**2, x, 0, 1, x**2),), x, "square"),))
    first, second = (as_bytes(small.figure(), form) for _ in range(2))
    assert first == second
    assert b"CreationDate" not in first and b"<dc:date>" not in first


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_written_as_its_name_says(figures, name, tmp_path):
    assert as_bytes(figures[name], "pdf").startswith(b"%PDF")
    assert b"<svg" in as_bytes(figures[name], "svg")


def test_infinity_is_drawn_above_what_is_finite():
    infinite = Curve(oo, x, 1, 2, "infinite")
    assert {height for _, height in infinite.points()} == {inf}
    axes = Picture("", (Panel((infinite, Curve(x**2, x, 1, 2, "finite", 1)), x, y),)).figure().axes[0]
    top = set(line(axes, "infinite").get_ydata())
    assert len(top) == 1 and top.pop() > 4
    assert [label.get_text() for label in axes.get_yticklabels()].count(r"$\infty$") == 1


def test_an_area_below_the_axis_is_hatched_otherwise():
    wave = Curve(x**3 - x, x, -1, 1)
    axes = Picture("", (Panel((wave,), x, y, areas=(Area(wave),)),)).figure().axes[0]
    above, below = axes.collections
    assert above.get_hatch() != below.get_hatch()
    assert above.get_paths()[0].get_extents().y0 == 0 == below.get_paths()[0].get_extents().y1


def test_marks_stand_where_their_terms_say():
    marks = Mark(Number(1) / 2, log_of(2), "here", hollow=True), Mark(1, 1, dropped=True)
    axes = Picture("", (Panel((), x, y, marks=marks),)).figure().axes[0]
    hollow = line(axes, "here")
    assert (hollow.get_xdata()[0], round(hollow.get_ydata()[0], 12)) == (0.5, round(log(2), 12))
    assert hollow.get_markerfacecolor() == "white"


def test_where_there_is_no_value_there_is_a_gap():
    points = Curve(log_of(x), x, -1, 1).points()
    assert all(isnan(height) == (at <= 0) for at, height in points)


def test_values_in_labels_are_rounded_and_say_so():
    assert said("a", Number(1) / 4) == "a $= 0.25$"
    assert said("a", Number(1) / 3) == r"a $\approx 0.3333$"
    assert said(x**2) == "$x^2$"


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(TypeError, match="rational number as the end"):
        Curve(x, x, 0, y).points()
    with pytest.raises(ValueError, match=r"no value of .* to draw: the world gives no value to y"):
        number(x + y, {x: Fraction(1)})
    with pytest.raises(KeyError, match="there are pictures for"):
        picture("mean_field")
