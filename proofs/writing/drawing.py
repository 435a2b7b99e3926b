"""Drawing: a picture as a figure of matplotlib, fit for print, for grey paper and for the colour-blind.

What tells curves apart is never colour alone: each style has a stroke of its own, areas are hatched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import inf, isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .pictures import Area, Mark, Panel, Picture, Point, said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Colours by Okabe and Ito (2008), Color Universal Design; black is left to the axes.
STYLES = (
    ("#0072B2", "-"),
    ("#D55E00", "--"),
    ("#009E73", "-."),
    ("#CC79A7", (0, (1, 1.5))),
)
HATCHES = "////", "\\\\\\\\"  # above the axis, below it
GREY = "0.45"
WIDTH, WIDE, HEIGHT = 4.6, 6.8, 3.2  # inches: of one panel, of several
SETTINGS: Any = {
    "font.family": "serif",
    "mathtext.fontset": "cm",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.8,
    "hatch.linewidth": 0.5,
    "legend.frameon": False,
    "legend.handlelength": 2.4,
    "lines.linewidth": 1.6,
    "pdf.fonttype": 42,
    "svg.hashsalt": "proofs",
}


@contextmanager
def _settings() -> Iterator[None]:
    from logging import ERROR, getLogger

    getLogger("fontTools").setLevel(ERROR)  # which warns of the date of matplotlib's own fonts
    try:
        from matplotlib import rc_context
    except ImportError as error:
        raise ImportError("pictures need matplotlib: pip install 'proofs-derivations[pictures]'") from error
    with rc_context(SETTINGS):
        yield


def drawn(picture: Picture) -> Figure:
    """The picture as a figure.  Raises ``ImportError`` with the remedy where matplotlib is missing."""
    with _settings():
        from matplotlib.figure import Figure

        count = len(picture.panels)
        figure = Figure(figsize=(WIDTH if count == 1 else WIDE, HEIGHT), layout="constrained")
        for axes, panel in zip(figure.subplots(1, count, squeeze=False)[0], picture.panels, strict=True):
            _draw(axes, panel)
    return figure


def save(figure: Figure, path: Path) -> None:
    """Write a figure to a file of the kind that its name says; without the date, so that the bytes stay the same."""
    path.write_bytes(as_bytes(figure, path.suffix.removeprefix(".")))


def as_bytes(figure: Figure, form: str) -> bytes:
    dates = {"pdf": {"CreationDate": None}, "svg": {"Date": None}}
    out = BytesIO()
    with _settings():
        figure.savefig(out, format=form, metadata=dates.get(form), dpi=150)
    return out.getvalue()


def _draw(axes: Axes, panel: Panel) -> None:
    curves = [(curve, curve.points()) for curve in panel.curves]
    marks = [(mark, mark.point()) for mark in panel.marks]
    top = _above([point for _, points in curves for point in points] + [point for _, point in marks])
    for area in panel.areas:
        _fill(axes, area)
    for curve, points in curves:
        colour, stroke = STYLES[curve.style]
        label = None if curve.label is None else said(curve.label)
        axes.plot(*_finite(points, top), color=colour, linestyle=stroke, label=label)
    for mark, (x, y) in marks:
        _mark(axes, mark, x, top if y == inf else y)
    if panel.areas:
        axes.axhline(0, color="black", linewidth=0.8)
    axes.locator_params(axis="x", nbins=6)  # more would run into each other
    axes.set_xlabel(said(panel.across))
    axes.set_ylabel(said(panel.up))
    if any(y == inf for _, points in curves for _, y in points):
        _tick_at_infinity(axes, top)
    if axes.get_legend_handles_labels()[1]:  # above the axes, where it hides nothing
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2, columnspacing=1.5)


def _above(points: list[Point]) -> float:
    """The height at which infinity is drawn: clear of all finite values."""
    heights = [y for _, y in points if isfinite(y)]
    low, high = min(heights, default=0.0), max(heights, default=1.0)
    return high + (high - low) * 0.25


def _finite(points: list[Point], top: float) -> tuple[list[float], list[float]]:
    return [x for x, _ in points], [top if y == inf else y for _, y in points]


def _tick_at_infinity(axes: Axes, top: float) -> None:
    ticks = [tick for tick in axes.get_yticks() if tick < 0.9 * top and tick >= axes.get_ylim()[0]]
    axes.set_yticks([*ticks, top], [*(f"{tick:g}" for tick in ticks), r"$\infty$"])


def _fill(axes: Axes, area: Area) -> None:
    x, y = zip(*area.curve.points(), strict=True)
    colour = STYLES[area.curve.style][0]
    label = None if area.label is None else said(area.label, area.value)
    common: dict[str, Any] = {"facecolor": colour, "alpha": 0.18, "edgecolor": colour, "linewidth": 0}
    axes.fill_between(x, [max(v, 0) for v in y], hatch=HATCHES[0], label=label, **common)
    if min(y) < 0:
        axes.fill_between(x, [min(v, 0) for v in y], hatch=HATCHES[1], **common)


def _mark(axes: Axes, mark: Mark, x: float, y: float) -> None:
    colour = STYLES[mark.style][0]
    if mark.dropped:
        low, left = axes.get_ylim()[0], axes.get_xlim()[0]
        axes.plot([x, x, left], [low, y, y], color=GREY, linewidth=0.8, linestyle=":")
        axes.set_ylim(bottom=low)
        axes.set_xlim(left=left)
    face = "white" if mark.hollow else colour
    label = None if mark.label is None else said(mark.label, mark.value)
    axes.plot([x], [y], "o", markersize=5, color=colour, markerfacecolor=face, label=label, zorder=5)
