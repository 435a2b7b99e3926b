r"""Names: how an identifier of the program is written in mathematics.

``mu_1`` is \mu with the subscript 1, ``Sigma_0`` a capital, ``x_bar`` and ``q_star`` carry an accent and a star, a word
of several letters stands upright.  A name that already is LaTeX (it has a backslash or a brace) is taken as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

_LOWER = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "ell": "ℓ",
}  # fmt: skip
_UPPER = {
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
GREEK = {**_LOWER, **_UPPER}
_SYNONYMS = {"lam": "lambda", "lamda": "lambda", "eps": "varepsilon"}  # ``lambda`` is a word of Python's own
_ACCENTS = {"hat": "\\hat", "bar": "\\bar", "tilde": "\\tilde", "dot": "\\dot"}
_STARS = {"star": "*", "dagger": "\\dagger"}
_PLAIN = re.compile(r"[^\\{}()|]*")  # any other name is LaTeX already, or a whole expression such as p(X)
_GIVEN = re.compile(r"(.*\(\\cdot \\mid )([^()]*)\)")  # a density under circumstances, which are names themselves
_SPECIAL = re.compile(r"([#%&$_])")


@dataclass(frozen=True)
class Written:
    """A name in parts: ``base`` (LaTeX), subscripts, a superscript (a star), and primes."""

    base: str
    subscripts: tuple[str, ...] = ()
    superscript: str = ""
    primes: str = ""

    @property
    def latex(self) -> str:
        raised = self.superscript + "\\prime" * len(self.primes) if self.superscript else ""
        lowered = script("_", ",".join(self.subscripts))
        return self.base + ("" if raised else self.primes) + lowered + script("^", raised)

    @property
    def takes_power(self) -> bool:
        """Whether an exponent can be set on it without a bracket."""
        return not self.superscript and not self.primes

    @property
    def takes_subscript(self) -> bool:
        """Whether a further index can join its subscripts."""
        return "^" not in self.base and "_" not in self.base

    def indexed(self, *indices: str) -> Written:
        return replace(self, subscripts=self.subscripts + indices)


def script(mark: str, content: str) -> str:
    """A subscript (``_``) or superscript (``^``), braced unless it is one character; nothing for nothing."""
    return mark + (content if len(content) == 1 else f"{{{content}}}") if content else ""


@lru_cache(maxsize=4096)
def written(name: str) -> Written:
    """The name in parts."""
    primes = name[len(name.rstrip("'")) :]
    name = name.rstrip("'")
    if (given := _GIVEN.fullmatch(name)) is not None:
        names = ", ".join(written(each).latex for each in given[2].split(", "))
        return Written(f"{given[1]}{names})", primes=primes)
    if not _PLAIN.fullmatch(name):
        return Written(name, primes=primes)
    first, *rest = [part for part in name.split("_") if part] or [name]
    if not rest and (numbered := re.fullmatch(r"([A-Za-z]+)(\d+)", first)):
        first, rest = numbered[1], [numbered[2]]
    base, star, subscripts = _letter(first), "", []
    for part in rest:
        if part in _ACCENTS:
            base = f"{_ACCENTS[part]}{{{base}}}"
        elif part in _STARS:
            star = _STARS[part]
        else:
            subscripts.append(_letter(part))
    if first.endswith("*"):
        base, star = _letter(first[:-1]), "*"
    return Written(base, tuple(subscripts), star, primes)


def _letter(word: str) -> str:
    word = _SYNONYMS.get(word, word)
    if word in GREEK:
        return f"\\{word}"
    if len(word) == 1 or word.isdigit():
        return _SPECIAL.sub(r"\\\1", word)
    escaped = _SPECIAL.sub(r"\\\1", word)
    return f"\\mathrm{{{escaped}}}"


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """The name for a terminal: Greek letters and small digits below, in Unicode."""
    if not _PLAIN.fullmatch(name):
        name = re.sub(r"\\setminus ?", "∖", re.sub(r" ?\\mid ?", "|", name))
        return re.sub(r"\\([A-Za-z]+) ?", lambda m: GREEK.get(m[1], m[1]), name).replace("{", "").replace("}", "")
    first, *rest = [part for part in name.split("_") if part] or [name]
    first = _SYNONYMS.get(first, first)
    text = GREEK.get(first, first)
    for part in rest:
        part = GREEK.get(_SYNONYMS.get(part, part), part)
        text += part.translate(_SMALL_BELOW) if part.isdigit() else "*" if part == "star" else f"_{part}"
    return text


_SMALL_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SMALL_ABOVE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
