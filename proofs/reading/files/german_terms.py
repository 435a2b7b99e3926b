"""The terms of stochastics and linear algebra in German, and how they are called in English.

A noun keeps its article, "eine Zufallsvariable" is "a random variable"; of a law that is a participle in German,
"exponentialverteilt mit Parameter", the adverb says the same in English.
"""

from __future__ import annotations

import re

_UE, _AE, _OE = (r"\w{1,2}" for _ in range(3))  # ü, or ue; ä, or ae; ö, or oe
_END = "(?:e[nrsm]?)?"  # of an adjective
_GENITIVE = "(?:s|es)?"

ADJECTIVES = (
    (rf"unabh{_AE}ngig{_END},? (?:und )?identisch(?: wie \$\w\$)? verteilt{_END}|u\.\s?i\.\s?v\.",
     "independent and identically distributed"),
    (rf"(?:stochastisch|gemeinsam|gegenseitig|voneinander) unabh{_AE}ngig{_END}", "independent"),
    (rf"paarweise unabh{_AE}ngig{_END}", "pairwise independent"), (rf"unabh{_AE}ngig{_END}", "independent"),
    (rf"nicht unabh{_AE}ngig{_END}|abh{_AE}ngig{_END}", "dependent"), (rf"unkorreliert{_END}", "uncorrelated"),
    (rf"standardnormalverteilt{_END}", "standard normally distributed"),
    (rf"normalverteilt{_END}", "normally distributed"), (rf"exponentialverteilt{_END}", "exponentially distributed"),
    (rf"(?:stetig )?gleichverteilt{_END}", "uniformly distributed"),
    (rf"binomialverteilt{_END}", "binomially distributed"), (rf"poisson-?verteilt{_END}", "Poisson distributed"),
    (rf"geometrisch verteilt{_END}", "geometrically distributed"),
    (rf"bernoulli-?verteilt{_END}", "Bernoulli distributed"),
    (rf"gamma-?verteilt{_END}", "gamma distributed"), (rf"beta-?verteilt{_END}", "beta distributed"),
    (rf"positiv definit{_END}", "positive definite"), (rf"symmetrisch{_END}", "symmetric"),
    (rf"invertierbar{_END}|regul{_AE}r{_END}(?= matri)", "invertible"), (rf"orthogonal{_END}", "orthogonal"),
    (rf"quadratisch{_END}(?= matri)", "square"), (rf"disjunkt{_END}|unvereinbar{_END}", "disjoint"),
    (rf"diskret{_END}", "discrete"), (rf"stetig{_END}(?= zufall)", "continuous"),
    (rf"konvex{_END}", "convex"), (rf"monoton (?:wachsend|steigend){_END}", "increasing"),
    (rf"monoton fallend{_END}", "decreasing"), (rf"differenzierbar{_END}", "differentiable"),
    (rf"fair{_END}", "fair"), (rf"bedingt{_END}", "conditional"), (rf"gemeinsam{_END}", "joint"),
)  # fmt: skip
NOUNS = (
    (r"zufallsvariablen", "random variables"), (r"zufallsvariable", "random variable"),
    (rf"zufallsgr{_OE}\w{{1,2}}en", "random variables"), (rf"zufallsgr{_OE}\w{{1,2}}e", "random variable"),
    (rf"zufallsvektor{_GENITIVE}", "random vector"), (r"zufallsvektoren", "random vectors"),
    (r"stichprobenmittel|stichprobenmittelwert", "sample mean"),
    (rf"erwartungswert{_GENITIVE}|mittelwert{_GENITIVE}", "mean"),
    (r"erwartungswerte|mittelwerte", "means"), (r"varianzen", "variances"), (r"kovarianzmatrix", "covariance matrix"),
    (r"kovarianz", "covariance"), (r"varianz", "variance"), (r"standardabweichung", "standard deviation"),
    (r"randdichte", "marginal density"), (r"randdichten", "marginal densities"),
    (r"(?:wahrscheinlichkeits)?dichte(?:funktion)?", "density"), (r"verteilungsfunktion", "distribution function"),
    (r"wahrscheinlichkeitsfunktion", "probability mass function"),
    (r"wahrscheinlichkeiten", "probabilities"), (r"wahrscheinlichkeit", "probability"),
    (r"verteilung", "distribution"), (r"ereignis(?:ses)?", "event"), (r"ereignisse[n]?", "events"),
    (r"(?:den )?parametern", "parameters"), (r"dem parameter", "parameter"), (r"parameter[s]?", "parameter"),
    (r"dichten", "densities"),
    (r"stichprobe", "sample"), (r"likelihood-?funktion", "likelihood function"), (r"matrizen", "matrices"),
    (r"matrix", "matrix"), (r"vektoren", "vectors"), (rf"vektor{_GENITIVE}", "vector"), (r"eigenwerte", "eigenvalues"),
    (rf"eigenwert{_GENITIVE}", "eigenvalue"), (r"determinante", "determinant"), (r"spur", "trace"),
    (r"entropie", "entropy"), (rf"w{_UE}rfel[sn]?", "die"), (rf"m{_UE}nze", "coin"), (r"funktionen", "functions"),
    (r"funktion", "function"),
)  # fmt: skip
_ADJECTIVE, _NOUN = ("|".join(german for german, _ in words) for words in (ADJECTIVES, NOUNS))
BEFORE_NOUN = rf"(?= (?:(?:{_ADJECTIVE}),? )*(?:{_NOUN})(?!\w))"
TERMS = (
    (rf"ein(?:e[nrms]?)?{BEFORE_NOUN}", "a"), *ADJECTIVES, *NOUNS,
    (r"auf(?= dem intervall| \[| ?$)", "on"), (r"dem intervall|das intervall", "the interval"),
    (r"besitz(?:t|en)", "has"), (r"haben", "have"), (r"ihre[rn]?|deren|dessen", "their"), (r"dem|den|des", "the"),
)  # fmt: skip
_SEVERAL = r"zufallsvariablen|zufallsgr\w{2,4}en|zufallsvektoren|ereignisse|matrizen|vektoren"
_PREDICATE = re.compile(rf"{_ADJECTIVE}|(?:{_SEVERAL})\b|ein(?:en?)?{BEFORE_NOUN}", re.IGNORECASE)
_LET = re.compile(
    r"\bsei(?:en)?\b(?![^.;]*\b(?:ist|sind|hat|haben|gilt|dann|so|mit|auf|und dann)\b)[^.;]*$", re.IGNORECASE
)

_INVERTED = re.compile(r"\W*(?P<verb>ist|sind)\s+\ufffc[^.;:]*$", re.IGNORECASE)
_BEHIND_NAME = re.compile(r"\ufffc\s*(?:nun|jetzt|dabei)?\s*$", re.IGNORECASE)


def verb_of_predicate(word: str, before: str) -> str:
    """The verb that English has before a word and German has not: "Sei X eine ...", "seien X, Y unabhängig", "Sind X, Y
    unabhängig, so"; empty for others."""
    if _BEHIND_NAME.search(before) is None or _PREDICATE.match(word) is None:
        return ""
    if inverted := _INVERTED.match(before):
        return "are" if inverted["verb"].lower() == "sind" else "is"
    return "be" if _LET.search(before) else ""


__all__ = ["TERMS", "verb_of_predicate"]
