r"""What a symbol with a bracket behind it is: an application, and of what, or a product.

A symbol is applied where the context knows it as a function, a density or an operator, and multiplied where it is a
number or a matrix; where neither is known it is not guessed.  The terms and the shapes of terms both ask here.
"""

from __future__ import annotations

import re
from collections.abc import Container
from enum import Enum, auto

from ... import language as L
from ..context import Context
from ..laws.categories import are_shares
from ..laws.densities import stem
from ..laws.families import family
from ..names import FUNCTION_LETTERS, name_of, variables_of_event
from ..probability import events, joint_of_entropies, markov_chains
from ..probability.means import operator
from ..shapes.shapes import Shapes, bare, is_capital
from ..syntax import Add, Bracket, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread
from ..uses.heads import Head, family_of
from ..uses.superscripts import is_transposition
from . import functions_shown, sigmoids
from .rates import SPECIAL

_DIVERGENCES = ("KL", "KLD", "JS", "JSD", "TV")
_RELATIVE_ENTROPY = re.compile(
    r"\b(kullback|relative entrop(y|ies)|kl[ -]?divergences?)\b|"
    r"^(?!.*(r\N{LATIN SMALL LETTER E WITH ACUTE}nyi|renyi|tsallis|bregman|hellinger|chi[- ]squared?\b|f-divergence))"
    r".*(\bentrop(y|ies)\b|\bmutual information\b|\binformation theory\b)",
    re.DOTALL,
)
_BESIDE_DIGAMMA = re.compile(r"gamma|\bbeta\b|dirichlet|\bpsi\b|weibull|wishart|chi-?squared?")
_FAMILIES_OF_GAMMA = frozenset(("Gamma", "Gam", "Ga", "Beta", "Bet", "B", "Be", "Dir", "Dirichlet", "InvGamma"))
_ENERGY = re.compile(r"\benerg(y|ies)\b")
_MEAN_SAID = re.compile(r"\b(expect(ation|ed)|mean|unbiased|variance)\b")
_ORDERS = ("<", "<=", ">", ">=")
_MEASURE_FONTS = ("bb", "bf", "rm", "sf", "text")
_LINKS = ("sigma", "phi", "psi", "rho", "varphi")  # functions of w^\top x, also with an index
_SPREADS = frozenset(("Var", "var", "Cov", "cov"))
_UNSAID = ("sigma", "X", "Y")  # what has a meaning of its own: a sigmoid, random variables
_NO_MATRICES = ("Gamma", "Phi", "Psi", "F", "G", "H")  # capital letters that are functions, also beside matrices


class Call(Enum):
    """What stands before a bracket."""

    PRODUCT = auto()  # a factor: nothing is applied
    OPERATOR = auto()  # E, Var, KL, Pr
    LAW = auto()  # of a named family, at a point
    SPECIAL = auto()  # Gamma, B, psi
    DEFINED = auto()  # a function that the document defines
    PRIMED = auto()  # a derivative
    DENSITY = auto()
    QUANTITY = auto()  # called by a word, LME(m): a number by that whole name
    FUNCTION = auto()  # any function


def call(context: Context, shapes: Shapes, head: Head, bracket: Bracket, bound: Container[str] = ()) -> Call:
    """What the head is before this bracket.  Raises ``Unread`` where both are possible, or it is no function at all."""
    if operator_meant(context, head, bracket) is not None:
        return Call.OPERATOR
    if bracket.left != "(":
        return Call.PRODUCT
    if _is_called_function(context, head) and bracket.given is None and not head.primes and head.name not in bound:
        return Call.FUNCTION
    if family_of(head) is not None and not is_score(context, head, bracket):
        return Call.PRODUCT if _is_matrix_before(shapes, head, bracket) else Call.LAW
    if _is_special(context, head, bracket):
        return Call.SPECIAL
    if head.primes:
        return Call.PRIMED
    if head.name in context.functions:
        return Call.DEFINED
    if _is_path(context, head, bracket):
        return Call.FUNCTION
    if head.name in bound or head.name in context.values or _is_coordinate(context, head):
        if head.name == "H" and "entropy" in context.said:
            raise Unread("H is a number above, and H(...) may be an entropy or a product", head.symbol.span)
        return Call.PRODUCT
    if _is_a_summand(head, bracket):
        return Call.PRODUCT
    return _of_name(context, shapes, head, bracket)


def _is_a_summand(head: Head, bracket: Bracket) -> bool:
    """Whether a name stands by itself in the sum behind it, p (1 - p): it is a number, whatever it is a letter of."""
    match bracket.items:
        case (Add(summands),) if bracket.given is None:
            return any(isinstance(each, Symbol | Script) and name_of(each) == head.name for each in summands)
    return False


def _is_called_function(context: Context, head: Head) -> bool:
    """Whether words say of a letter what only a function can be: convex, Lipschitz, and no number or density."""
    told = context.shapes.get(head.name, frozenset()) - {"even", "odd"}  # as numbers are
    known = head.name in context.functions or head.name in context.values or context.is_density(head.name)
    return (bool(told) or head.name in context.slopes) and not known


def is_score(context: Context, head: Head, bracket: Bracket) -> bool:
    """Whether a U(p) of one number is no uniform law, which has two: where an equation says what U(p) is."""
    one = len(bracket.items) == 1 and bracket.given is None and not isinstance(bracket.items[0], Bracket)
    if head.symbol.name != "U" or head.symbol.font or not one or "U" in context.survey.bare:
        return False
    return head.name in context.survey.written and all(len(use.items) == 1 for use in context.survey.uses(head.name))


def _is_matrix_before(shapes: Shapes, head: Head, bracket: Bracket) -> bool:
    """Whether a letter that may name a family of laws is a matrix or vector here, before a sum or product in brackets:
    U(A + B)."""
    formula = bracket.given is None and len(bracket.items) == 1 and isinstance(bracket.items[0], Add | Multiply)
    return formula and shapes.is_array(head.name)


def _is_coordinate(context: Context, head: Head) -> bool:
    """Whether it is p_i, of a vector p of probabilities or of counts."""
    home = context.spaces.get(name_of(head.symbol) or "") if head.below is not None else None
    return isinstance(home, L.Simplex | L.Compositions)


def operator_meant(context: Context, head: Head, bracket: Bracket) -> str | None:
    """Which operator E, Var, H is, where no function that has the letter is meant; H(p) of a number p is the binary
    entropy."""
    if head.name in context.functions:
        return None
    if markov_chains.is_event(context, head, bracket):
        return "probability"
    word = operator(head.symbol, bracket)
    parts = (*bracket.items, *(bracket.given or ()))
    if word == "divergence" and all(name_of(part) in context.probability_vectors for part in parts):
        return word
    if word == "divergence" and head.symbol.name == "D" and head.below is None:
        if _RELATIVE_ENTROPY.search(context.said.lower()) is None:
            raise Unread("the divergence D of an unknown kind", head.symbol.span)
    elif word == "divergence" and not _is_known_divergence(head):
        return None  # D_f(p || q), which the page may say
    if word == "entropy" and all(name_of(item) in context.probability_vectors for item in bracket.items):
        return word
    if word == "entropy" and all(_is_number(context, item) for item in bracket.items):
        return None
    if word is None and _is_probability(context, head, bracket):
        return "probability"
    if word is None and _is_entropy(context, head, bracket):
        return "entropy"
    if word is None and _is_differential(context, head, bracket):
        return "entropy"
    if word is None and _is_information(context, head, bracket):
        return "information"
    if word is None and _is_correlation(context, head, bracket):
        return "correlation"
    return "mean" if word is None and _is_mean(context, head, bracket) else word


def _is_known_divergence(head: Head) -> bool:
    """Whether a name of a divergence says which it is: KL does, and D_{KL}, and D alone does not."""
    if head.symbol.name != "D":
        return True
    below = () if head.below is None else head.below.walk()
    return "".join(n.name for n in below if isinstance(n, Symbol)) in _DIVERGENCES


def _is_probability(context: Context, head: Head, bracket: Bracket) -> bool:
    r"""Whether \mathbb P(X \leq x), P[X > t] is the probability of an event of one random variable.

    P(X = x) is one only of what is counted: of a density authors write so too, and mean its value.
    """
    marked = head.symbol.font in _MEASURE_FONTS or bracket.left in ("[", "{")
    if head.symbol.name != "P" or not marked or head.symbol.accents or head.below is not None:
        return False
    if head.name in context.laws or head.name in context.survey.divergent:
        return False
    if head.symbol.font and events.are_events(context, head.name, (*bracket.items, *(bracket.given or ()))):
        return True
    if bracket.given is not None:
        return False
    match bracket.items:
        case (Statement(sides, signs),):
            names = variables_of_event(sides)
            law = context.laws.get(names[0]) if len(names) == 1 else None
            counted = context.whole_valued.issuperset(names) or (
                law is not None and isinstance(L.support(law), L.Integers | L.Range)
            )
            return len(names) == 1 and (counted or all(sign.symbol in _ORDERS for sign in signs))
    return False


def _is_entropy(context: Context, head: Head, bracket: Bracket) -> bool:
    """Whether a plain H(f), H(f, g) is an entropy: of letters that are known to be laws, and H is no name of anything
    else."""
    if head.name != "H" or head.symbol.font or head.primes or bracket.left != "(":
        return False
    if joint_of_entropies.is_of_made(context, bracket):
        return True
    if bracket.given is not None:
        return False
    if "H" in context.survey.bare or "H" in context.values or "H" in context.spaces or "H" in context.laws:
        return False
    told = context.joints.keys() | context.masses.keys()
    if all(not told.isdisjoint(map(name_of, item.walk())) for item in bracket.items):  # H(X + Y)
        return True
    names = [name_of(item) for item in bracket.items]
    laws = context.laws.keys() | context.survey.divergent
    laws |= {name for name in names if name is not None and are_shares(context, context.values.get(name))}
    return bool(names) and all(name in laws and name not in context.random for name in names)


def _is_information(context: Context, head: Head, bracket: Bracket) -> bool:
    """Whether a plain I(X; Y) is the mutual information of random variables."""
    if head.name != "I" or head.symbol.font or head.primes or bracket.left != "(":
        return False
    return joint_of_entropies.is_information(context, bracket)


def _is_differential(context: Context, head: Head, bracket: Bracket) -> bool:
    """Whether a plain h(Y) is the entropy of a random variable."""
    plain = head.name == "h" and not head.symbol.font and not head.primes and bracket.left == "("
    return plain and joint_of_entropies.is_differential(context, bracket)


def _is_mean(context: Context, head: Head, bracket: Bracket) -> bool:
    """Whether a plain E(...) is a mean: of random variables, and E is no name of anything else."""
    if head.name != "E" or head.symbol.font or head.symbol.accents or bracket.left != "(":
        return False
    if "E" in context.survey.bare or "E" in context.values or "E" in context.spaces:
        return False
    if _is_beside_spreads(context):
        return True
    return any(_is_of_random(context, item) for item in bracket.items)


def _is_of_random(context: Context, item: Syntax) -> bool:
    """Whether a capital letter in an expression is that of a random variable."""
    said = context.survey.random if "random variable" in context.said else set()
    dense = {name.upper() for factors in context.written.values() for each in factors for name in each.names}
    known = (context.laws, context.random, context.density_names, context.told, context.joints, said, dense)
    names = (name for name in map(name_of, item.walk()) if name is not None and name[:1].isupper())
    return any(name in each for name in names for each in known)


def _is_correlation(context: Context, head: Head, bracket: Bracket) -> bool:
    r"""Whether \rho(X, Y) is the correlation of two random variables."""
    plain = head.name == "rho" and not head.primes and bracket.left == "(" and bracket.given is None
    return plain and len(bracket.items) == 2 and all(_is_of_random(context, item) for item in bracket.items)


def _is_beside_spreads(context: Context) -> bool:
    r"""Whether an E(...) is of what a variance is taken of as well, or of u u^\top."""
    spread = [item for use in context.survey.applications if use.head in _SPREADS for item in use.items]
    return any(item in spread or _is_square(item) for use in context.survey.uses("E") for item in use.items)


def _is_square(item: Syntax) -> bool:
    match item:
        case Multiply((one, Script(other, None, above)), ("", "")):
            return one == other and is_transposition(above)
    return False


def _is_number(context: Context, item: Syntax) -> bool:
    """Whether a name is used as a number and never as a law."""
    name = name_of(item)
    if name is None or name in context.survey.heads() or name in context.laws or name in context.random:
        return False
    if are_shares(context, context.values.get(name)):
        return False
    used = name in context.survey.numeric and name not in context.survey.divergent
    return not name[:1].isupper() and (used or context.is_parameter(name))


def _is_special(context: Context, head: Head, bracket: Bracket) -> bool:
    name = head.symbol.name
    if name not in SPECIAL or head.below is not None or head.symbol.accents or name in context.functions:
        return False
    if (name in context.survey.bare and name != "Gamma") or bracket.given is not None or head.primes:
        return False
    if name == "psi" and not _is_digamma(context, bracket):
        return False
    return len(bracket.items) == L.ARITY[SPECIAL[name]]


def _is_digamma(context: Context, bracket: Bracket) -> bool:
    r"""Whether \psi is the digamma function: of a parameter, or beside Gamma; of t, u, x it may be any function."""
    at = name_of(bracket.items[0]) or ""
    beside = _BESIDE_DIGAMMA.search(context.said) or context.survey.heads() & _FAMILIES_OF_GAMMA
    return at not in ("r", "s", "t", "u", "v", "x", "y", "z") or bool(beside)


def _is_path(context: Context, head: Head, bracket: Bracket) -> bool:
    """Whether it is the x(t) of a page on which x = x(t)."""
    match context.values.get(head.name):
        case L.Apply(L.Function(name), _):
            return name == head.name and bracket.given is None
    return False


def _of_name(context: Context, shapes: Shapes, head: Head, bracket: Bracket) -> Call:
    """The call of a name that nothing is said of but by its uses."""
    survey, name, items = context.survey, head.name, bracket.items
    number = name in survey.numeric or name in survey.counting
    if name == "gamma" and len(items) == 2:
        raise Unread("the incomplete gamma function", head.symbol.span)
    if name == "delta" and "dirac" in context.said:
        raise Unread(
            "the Dirac delta is no function: it has no values at points, delta(0) is no number", head.symbol.span
        )
    if shapes.is_array(name) and bracket.given is None and isinstance(items[0], Add | Multiply):
        if name == "E" and _MEAN_SAID.search(context.said):
            raise Unread("E(...) may be a product or a mean", head.symbol.span)
        return Call.PRODUCT
    if sigmoids.meant(context, name) is not None and len(items) == 1 and bracket.given is None:
        return Call.FUNCTION
    formulas = all(u.given is None and _is_formula(u.items) for u in survey.uses(name))
    if (
        shapes.linear
        and formulas
        and not number
        and name not in context.laws
        and is_capital(name)
        and bare(name) not in _NO_MATRICES
    ):
        raise Unread(f"{name}(...) may be a product or a value of {name}", head.symbol.span)
    if (name in survey.mapped or name in survey.in_families) and not context.is_density(name) and bracket.given is None:
        return Call.FUNCTION
    if _is_energy(context, head) and not number and (bracket.given is None or bracket.bar == ";"):
        return Call.FUNCTION
    if _is_of_variable(head) and bracket.given is None and len(items) == 1:
        return Call.FUNCTION
    if context.is_density(name):
        return Call.DENSITY if _is_density(context, name, bracket, number) else Call.PRODUCT
    letter = head.symbol.name in FUNCTION_LETTERS and not number and not context.is_parameter(name)
    if letter and functions_shown.is_of_parameters(context, head, bracket):
        return Call.FUNCTION
    if is_quantity(context, head, bracket):
        return Call.QUANTITY
    if head.symbol.name == "Q" and head.below is not None and context.says_quantile:
        return Call.FUNCTION
    if head.symbol.name in FUNCTION_LETTERS and not number:
        if not context.is_parameter(name):
            return Call.FUNCTION
        if any(name_of(item) is not None for item in items) or len(items) > 1:
            raise Unread(f"{name}(...) may be a product or a value of {name}", head.symbol.span)
        return Call.PRODUCT  # s (\ln 2), of a scale s
    if len(items) > 1:
        if name in survey.numeric:
            raise Unread(f"{name} is used as a number and with several arguments", head.symbol.span)
        return Call.FUNCTION
    if name == "E" and "E" not in context.spaces:  # nothing tells that it is a number
        raise Unread("E(...) may be a product or a mean", head.symbol.span)
    if number and any(name_of(item) in survey.random for item in items):  # \sigma(X)
        raise Unread(f"{name}(...) may be a product or a value of {name}", head.symbol.span)
    if number and head.power is not None and functions_shown.is_beside_functions(context, name, {*map(name_of, items)}):
        raise Unread(
            f"{name}(...) may be a product or a value of {name}", head.symbol.span
        )  # \sigma^2(x) beside \mu(x)
    if number:
        return Call.PRODUCT
    if name not in _UNSAID and not (shapes.linear and is_capital(name)) and functions_shown.is_function(context, head):
        return Call.FUNCTION
    if head.symbol.accents:
        return Call.FUNCTION
    squared = head.power is not None or name in survey.squared  # \sigma^2 (X^\top X)^{-1}
    datum = head.below is not None and survey.is_index(head.below) and head.symbol.name not in _LINKS
    if formulas and (squared or datum or not any(use.may_be_link for use in survey.uses(name))):
        return Call.PRODUCT
    raise Unread(f"{name}(...) may be a product or a value of {name}", head.symbol.span)


def _is_energy(context: Context, head: Head) -> bool:
    r"""Whether a plain E, also E_\theta, is what words call an energy, and stands nowhere without an argument."""
    plain = head.symbol.name == "E" and not head.symbol.font and not head.symbol.accents and head.power is None
    return plain and _ENERGY.search(context.said) is not None and head.name not in context.survey.numeric


def _is_of_variable(head: Head) -> bool:
    """Whether it is F_X or M_X, a function that belongs to a random variable."""
    return head.symbol.name in ("F", "M") and head.below is not None and is_capital(name_of(head.below) or "")


def _is_formula(items: tuple[Syntax, ...]) -> bool:
    """Whether a bracket holds what is multiplied rather than put in: y + 1, 2 y; not y, 0 or -y."""
    match items:
        case (Add((_, _, *_), _) | Multiply(),):
            return True
    return False


def _is_density(context: Context, name: str, bracket: Bracket, number: bool) -> bool:
    """Whether a density's letter is one here: p(x), p(x|y), p(x, y), but not the number p in p(1-p)."""
    if bracket.given is not None or len(bracket.items) > 1 or name in context.called_densities:
        return True
    (item,) = bracket.items
    if name in context.laws and (name in context.survey.divergent or isinstance(item, Numeral)):
        return True  # a law that a divergence is taken of is no number, and nobody writes p(1) for p
    number = stem(name) == name and (number or context.is_parameter(name))
    plain = name_of(item) is not None or isinstance(item, Statement)
    return not number or (plain and name_of(item) in context.survey.argued)


def is_quantity(context: Context, head: Head, bracket: Bracket) -> bool:
    r"""Whether \mathrm{LME}(m), \mathcal L(q_j(Z_j)) is a quantity that is called so, no function of a number."""
    if context.is_density(head.name) or head.name in context.functions:
        return False
    if operator_meant(context, head, bracket) is not None or family(head.symbol.name, head.symbol.font) is not None:
        return False
    word = len(head.symbol.name) > 1 and head.symbol.font in ("rm", "text", "sf", "cal") and head.symbol.name.isalpha()
    plain = all(name_of(item) is not None for item in bracket.items)
    return word or bracket.given is not None or (head.symbol.font == "cal" and not plain) or is_rate(head, bracket)


def is_rate(head: Head, bracket: Bracket) -> bool:
    r"""Whether it is H(\mathcal X), the entropy rate of a process, and H is no function of a number with that name."""
    fonts = [item.font if isinstance(item, Symbol) else "" for item in bracket.items]
    return head.name == "H" and bracket.given is None and fonts in (["cal"], ["scr"])
