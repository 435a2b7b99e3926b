r"""Laws that a sentence writes without dollars, or with dollars around its parameters alone.

"iid Bernoulli(p)", "Poisson(λ)" and "Binomial($n$, $p$)" are read as ``\mathrm{Bernoulli}(p)`` and so on.
"""

from __future__ import annotations

import re
from itertools import groupby

from ..files.source import Display, Inline, Placed, Text
from ..words.inline import Part
from ..words.prose import FORMULA
from .families import family

_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "η": "eta", "θ": "theta", "κ": "kappa", "λ": "lambda",
    "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "ω": "omega",
}  # fmt: skip
_NAMED = "|".join(sorted({*_GREEK.values()}, key=len, reverse=True))
_LETTER = rf"(?P<letter>(?:{_NAMED})(?![A-Za-z])|[A-Za-z{''.join(_GREEK)}])(?:_?(?P<label>\d))?(?P<square>²|\^2)?"
_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_PARAMETER = re.compile(rf"(?P<formula>{re.escape(FORMULA)})|(?P<number>{_NUMBER})|{_LETTER}")
_ONE = re.sub(r"\?P<\w+>", "?:", _PARAMETER.pattern)
_LAW = re.compile(rf"(?<![\w\\])(?P<name>[A-Z][A-Za-z]*)\((?P<parameters>\s*(?:{_ONE})(?:\s*,\s*(?:{_ONE}))*\s*)\)")
_TWO = ("Gamma", "Beta", "N", "U")  # a function, or a letter of one, where it stands before one parameter


def written(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a paragraph with each such law as a formula."""
    found: list[Part] = []
    run: list[Text | Inline] = []
    for part in parts:
        if isinstance(part, Display):
            found += [*_in_a_run(run), part]
            run = []
        else:
            run.append(part)
    return (*found, *_in_a_run(run))


def _in_a_run(parts: list[Text | Inline]) -> list[Text | Inline]:
    """The words and formulas between two displays, with their laws as formulas."""
    if not any(isinstance(part, Text) and "(" in part.text for part in parts):
        return parts
    owners = [part for part in parts for _ in range(len(part.text) if isinstance(part, Text) else len(FORMULA))]
    shown = "".join(part.text if isinstance(part, Text) else FORMULA for part in parts)
    found: list[Text | Inline] = []
    done = 0
    for law in _LAW.finditer(shown):
        if (formula := _formula(law, owners)) is not None:
            found += [*_between(shown, owners, done, law.start()), formula]
            done = law.end()
    return [*found, *_between(shown, owners, done, len(shown))] if found else parts


def _between(shown: str, owners: list[Text | Inline], begin: int, end: int) -> list[Text | Inline]:
    """The parts from one place to another, a text that is cut where it is cut."""
    found: list[Text | Inline] = []
    for owner, places in groupby(range(begin, end), lambda k: id(owners[k])):
        of = [*places]
        part = owners[of[0]]
        assert id(part) == owner
        found.append(Text(shown[of[0] : of[-1] + 1], part.place) if isinstance(part, Text) else part)
    return found


def _formula(law: re.Match[str], owners: list[Text | Inline]) -> Inline | None:
    r"""The law as a formula, \mathrm{Binomial}(n, p); None where its name is that of no family."""
    name, begin = law["name"], law.start("parameters")
    parameters = [_parameter(each, owners[begin + each.start()]) for each in _PARAMETER.finditer(law["parameters"])]
    font = "mathrm" if len(name) > 1 else "mathcal"
    if family(name, font.removeprefix("math")) is None or (name in _TWO) > (len(parameters) == 2):
        return None
    first = owners[law.start()]
    place = first.place if isinstance(first, Text) else first.maths.place(0)
    return Inline(Placed(rf"\{font}{{{name}}}({', '.join(parameters)})", (0,), (place,)))


def _parameter(written: re.Match[str], owner: Text | Inline) -> str:
    """A parameter as LaTeX."""
    if isinstance(owner, Inline):
        return owner.maths.text
    if written["number"]:
        return written["number"]
    letter = _GREEK.get(written["letter"], written["letter"])
    label = f"_{{{written['label']}}}" if written["label"] else ""
    return ("\\" if len(letter) > 1 else "") + letter + label + ("^2" if written["square"] else "")


__all__ = ["written"]
