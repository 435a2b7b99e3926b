r"""Commands that a document need not define: of ``physics`` and of slides, and names that say what they stand for.

A definition of the document's own comes before them.
"""

from __future__ import annotations

from .macros import Macro, tokens


def _macro(
    body: str,
    arguments: int = 0,
    longer: Macro | None = None,
    starred: bool = False,
    bracketed: Macro | None = None,
) -> Macro:
    body_ = tokens(body)
    return Macro(arguments, None, body_, starred=body_ if starred else None, longer=longer, bracketed=bracketed)


def _rate(d: str) -> Macro:
    r"""``\pdv{x}``, ``\pdv{f}{x}``, ``\pdv{f}{x}{y}`` and ``\pdv[2]{f}{x}``."""
    mixed = _macro(rf"\frac{{{d}^2 #1}}{{{d} #2 {d} #3}}", 3)
    higher = _macro(rf"\frac{{{d}^{{#1}}}}{{{d} #2^{{#1}}}}", 2, _macro(rf"\frac{{{d}^{{#1}} #2}}{{{d} #3^{{#1}}}}", 3))
    return _macro(rf"\frac{{{d}}}{{{d} #1}}", 1, _macro(rf"\frac{{{d} #1}}{{{d} #2}}", 2, mixed), bracketed=higher)


# What shows its argument on some slides shows it; of several to choose from (\only, \alt) none is chosen.
ON_SLIDES = {
    f"\\{name}": Macro(1, None, ("#1",), slides=True)
    for name in ("uncover", "visible", "onslide", "alert", "structure")
} | {"\\pause": Macro(0, None, (), slides=True)}

PACKAGES = (
    ON_SLIDES
    | {
        "\\abs": _macro(r"\left| #1 \right|", 1, starred=True),
        "\\norm": _macro(r"\left\| #1 \right\|", 1, starred=True),
        "\\dd": _macro(r"\mathrm{d} ", 0, _macro(r"\,\mathrm{d} #1", 1)),
        "\\dv": _rate("d"),
        "\\pdv": _rate(r"\partial"),
        "\\grad": _macro(r"\nabla"),
        "\\laplacian": _macro(r"\nabla^2"),
        "\\vb": _macro(r"\mathbf{#1}", 1, starred=True),
        "\\qty": _macro("", 0, _macro(r"\left\{ #1 \right\}", 1, _macro(r"#1 \unit{#2}", 2))),  # physics, or siunitx
        "\\num": _macro("#1", 1),
        "\\pmqty": _macro(r"\begin{pmatrix} #1 \end{pmatrix}", 1),
        "\\bmqty": _macro(r"\begin{bmatrix} #1 \end{bmatrix}", 1),
        "\\given": _macro(r"\mid"),
        "\\R": _macro(r"\mathbb{R}"),
        "\\RR": _macro(r"\mathbb{R}"),
        "\\E": _macro(r"\mathbb{E}"),
        "\\EE": _macro(r"\mathbb{E}"),
        "\\PP": _macro(r"\mathbb{P}"),
        "\\Prob": _macro(r"\mathbb{P}"),
        "\\KL": _macro(r"\mathrm{KL}"),
        "\\argmax": _macro(r"\operatorname*{argmax}"),
        "\\argmin": _macro(r"\operatorname*{argmin}"),
    }
    | {f"\\bb{letter}": _macro(rf"\mathbb{{{letter}}}") for letter in "EPR"}
    | {f"\\{name}": _macro(rf"\operatorname{{{name}}}") for name in ("tr", "Tr", "diag", "Var", "Cov")}
)
