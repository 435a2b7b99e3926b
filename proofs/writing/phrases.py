"""Hypotheses and notation in words, as LaTeX text (``$...$`` around mathematics)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from proofs.language import (
    FLIPPED,
    Abstract,
    AlmostEverywhere,
    Cartesian,
    Compositions,
    Density,
    DensityFamily,
    Fact,
    Family,
    ForAll,
    Function,
    FunctionFamily,
    Iff,
    Integers,
    Interval,
    Lambda,
    Matrices,
    Node,
    Number,
    Product,
    ProductLaw,
    Pushforward,
    Range,
    Reals,
    Relation,
    Simplex,
    Slot,
    Space,
    Var,
    Vectors,
    Without,
)
from proofs.language.node import Name
from proofs.language.relations import SHAPES_IN_WORDS

from .latex import latex
from .latex_binders import with_ends
from .latex_laws import SYMBOLS, definition, independent

_WORDS = {  # of one thing, of several, and what is meant by it
    "density": ("is a probability density", "are probability densities", ""),
    "dominated": ("is dominated by", "", "wherever the latter vanishes, so does the former"),
    "finite": ("is finite", "are finite", ""),
    "positive_definite": ("is symmetric and positive definite", "are symmetric and positive definite", ""),
    "invertible": ("is invertible", "are invertible", ""),
    "differentiable": ("is continuously differentiable", "are continuously differentiable", ""),
    "polynomial": ("is a polynomial", "are polynomials", ""),
    "triangular": ("is triangular", "are triangular", "its $i$-th coordinate depends on the first $i$ only"),
    "diffeomorphism": (
        "is a diffeomorphism",
        "are diffeomorphisms",
        "a bijection, continuously differentiable in both directions",
    ),
    "positive_density": ("vanishes nowhere", "vanish nowhere", ""),
    **{shape: (f"is {words}", f"are {words}", "") for shape, words in SHAPES_IN_WORDS.items()},
}


def sentence(hypothesis: Node) -> str:
    """One hypothesis in words: ``$p$ is a probability density``, ``$\\sigma_j > 0$ for $j = 1, \\dots, d$``."""
    match hypothesis:
        case ForAll(body, var):
            return f"{sentence(body)} {_for_all(var)}"
        case Fact("dominated", (q, p)):
            # the names are repeated here, where "the former" would be hard to follow
            return f"{_math(q)} is dominated by {_math(p)} (wherever {_math(p)} vanishes, so does {_math(q)})"
        case Fact("singular", (p, q)):
            return f"{_math(p)} and {_math(q)} live on disjoint sets"
        case Fact("inverse", (h, f, home)):
            return f"{_math(h)} is the inverse of the increasing {_math(f)}, which takes all values in {_math(home)}"
        case Fact("lipschitz", (f, constant)):
            return f"{_math(f)} is Lipschitz with the constant {_math(constant)}"
        case Fact("differentiable_under", (Lambda(mean, _), _)):
            meaning = "nearby, the derivative of the integrand is bounded by a function of finite mean"
            return f"{_math(mean)} {_under_the_mean(hypothesis)} ({meaning})"
        case Fact("independent", (law, *variables)):
            return f"{', '.join(map(_math, variables))} are independent under {_math(law)}"
        case Fact(predicate, (FunctionFamily() as maps,)):
            return f"${_members(maps)}$ {_WORDS[predicate][1]}"
        case Fact(predicate, (argument,)):
            one, _, meaning = _WORDS[predicate]
            return f"{_math(argument)} {one}" + (f" ({meaning})" if meaning else "")
        case Relation(Var(_, Integers()), symbol, right) if symbol != "=" or not isinstance(right, Number | Var):
            return f"{_math(hypothesis)} is an integer"
        case AlmostEverywhere(left, right):
            return f"${latex(left)} = {latex(right)}$ almost everywhere"
        case Iff(left, right):
            return f"{sentence(left)} if and only if {sentence(right)}"
    return _math(hypothesis)


def _under_the_mean(h: Fact) -> str:
    """What is said of a mean with a derivative that is dominated."""
    mean, at = h.args
    place = "" if at is mean.var else f" at {_math(at)}"
    return f"may be differentiated in {_math(mean.var)}{place} under the expectation"


def _math(node: Node) -> str:
    return f"${latex(node)}$"


def _for_all(var: Var) -> str:
    match var.space:
        case Range(low, high):
            return f"for ${latex(var)} = {latex(low)}, \\dots, {latex(high)}$"
        case Without(_, index):
            return f"for ${latex(var)} \\neq {latex(index)}$"
        case Abstract():
            return "everywhere"
    return f"for all {_math(var)}"


def grouped(hypotheses: Iterable[Node]) -> list[str]:
    """Hypotheses in words, facts of one kind together: ``$p$ and $q$ are probability densities``."""
    groups: dict[object, list[Node]] = {}
    for h in hypotheses:
        groups.setdefault(_kind(h), []).append(h)
    phrases = []
    for members in groups.values():
        first = members[0]
        body = first.body if isinstance(first, ForAll) else first
        if len(members) == 1:
            phrases.append(sentence(first))
        elif isinstance(body, Fact):
            _, many, meaning = _WORDS[body.predicate]
            subjects = listed([_math(mathematics(h)) for h in members])
            phrase = f"{subjects} {many}" + (f" ({meaning})" if meaning else "")
            phrases.append(f"{phrase} {_for_all(first.var)}" if isinstance(first, ForAll) else phrase)
        else:
            said = _between([h.body if isinstance(h, ForAll) else h for h in members])
            integers = isinstance(first, Relation) and isinstance(getattr(first.left, "space", None), Integers)
            if integers and len(said) == 1:  # two bounds of one name: what is an integer is said of the name
                phrases.append(f"{_math(first.left)} is an integer with {said[0]}")
                continue
            tail = " are integers" if integers else f" {_for_all(first.var)}" if isinstance(first, ForAll) else ""
            phrases.append(listed(said) + tail)
    return phrases


def _between(relations: list[Node]) -> list[str]:
    """Relations as formulas, a bound from below and one from above of the same as one: ``$0 < p < 1$``."""
    said: list[str] = []
    rest = list(relations)
    while rest:
        first = rest.pop(0)
        match next((pair for each in rest if (pair := _bounds(first, each))), None):
            case None:
                said.append(_math(first))
            case low, high:
                rest.remove(high if low is first else low)
                signs = SYMBOLS[FLIPPED[low.symbol]], SYMBOLS[high.symbol]
                said.append(f"${latex(low.right)} {signs[0]} {latex(low.left)} {signs[1]} {latex(high.right)}$")
    return said


def _bounds(one: Node, other: Node) -> tuple[Relation, Relation] | None:
    """The bound from below and the one from above, where the two relations are these."""
    match one, other:
        case Relation(a, ">" | ">=", _), Relation(b, "<" | "<=", _) if a is b:
            return one, other
        case Relation(a, "<" | "<=", _), Relation(b, ">" | ">=", _) if a is b:
            return other, one
    return None


def _kind(h: Node) -> object:
    """What hypotheses must share to be said in one breath."""
    match h:
        case Fact("dominated" | "independent" | "singular" | "inverse" | "lipschitz" | "differentiable_under", _):
            return h
        case Fact(predicate, _):
            return predicate
        case Relation(Var(_, Integers()), _, _):
            return "integers"
        case Relation():
            return "relations"
        case ForAll(body, var):
            return (_kind(body), var) if not isinstance(body, Fact) or body.predicate != "dominated" else h
    return h


def mathematics(h: Node) -> Node:
    """What a hypothesis is about: the argument of a fact, or the relation itself."""
    match h:
        case ForAll(body, _):
            return mathematics(body)
        case Fact(_, (argument,)) | Fact("lipschitz", (argument, _)):
            return argument
    return h


def formula(hypothesis: Node) -> str:
    """A hypothesis for a display: the mathematics first, then the words."""
    match hypothesis:
        case ForAll(body, var):
            return f"{formula(body)} \\quad \\text{{{_for_all(var)}}}"
        case Fact(predicate, (argument,)):
            return f"{latex(argument)} \\quad \\text{{{_WORDS[predicate][0]}}}"
        case Fact("differentiable_under", (Lambda(mean, _), _)):
            return f"{latex(mean)} \\quad \\text{{{_under_the_mean(hypothesis)}}}"
    return latex(hypothesis)


def listed(parts: list[str]) -> str:
    """``a``, ``a and b``, ``a, b, and c`` (the last comma only where a part has an ``and`` or a comma of its own)."""
    if len(parts) < 2:
        return "".join(parts)
    heavy = any(re.search(r" and |, ", re.sub(r"\$[^$]*\$", "", part)) for part in parts)
    comma = "," if heavy or len(parts) > 2 else ""
    return ", ".join(parts[:-1]) + f"{comma} and {parts[-1]}"


# ---------------------------------------------------------------------------------------------------------------------
# notation: what the names stand for


def notation(nodes: Iterable[Node]) -> str:
    """What the letters in these nodes stand for, as far as it must be said: ``Let $p = ...$ and $x \\in ...$.``

    Scalars, bound variables and unknown densities on an unnamed space need no introduction, but where there are maps
    on that space.
    """
    said: dict[str, list[str]] = {}
    open_names = tuple(_open_names(nodes))
    mapped = {space for node in open_names if isinstance(node, Function) for space in node.domain}
    for node in open_names:
        if (introduced := _introduction(node, mapped)) is not None:
            name, rest = introduced
            names = said.setdefault(rest, [])
            if name not in names:
                names.append(name)
    phrases = [f"${', '.join(names)} {rest}$" for rest, names in said.items()]
    images = dict.fromkeys(filter(None, map(_image, open_names)))  # after what they are made of
    return " ".join(f"Let {listed(list(each))}." for each in (phrases, images) if each)


def told(statement: Node, hypotheses: Iterable[Node]) -> Iterator[str]:
    """What ``notation`` says of laws and vectors, and what the hypotheses say but for equations: formulas, or sentences
    with formulas between dollars."""
    for node in dict.fromkeys(_open_names((statement, *hypotheses))):
        introduced = _introduction(node, set())
        if introduced is not None and introduced[1].startswith(("=", "\\in")):
            yield " ".join(introduced)
        elif (image := _image(node)) is not None:
            yield f"Let {image}."
    for node in hypotheses:
        if isinstance(node, Relation) and node.symbol != "=":
            yield latex(node)


def written(definitions: Iterable[Relation]) -> str:
    """What names stand for: ``Write $C = ...$.``; nothing for none."""
    phrases = [_math(each) for each in definitions]
    return f"Write {listed(phrases)}." if phrases else ""


def put_in(values: Iterable[tuple[Node, Node]]) -> str:
    """The values that were put for names: ``Put $n = 1$ and $s(x) = x_1$.``; nothing for none."""
    phrases = [f"${equation(name, value)}$" for name, value in values]
    return f"Put {listed(phrases)}." if phrases else ""


def equation(name: Node, value: Node) -> str:
    """A value that was put for a name: ``s(x) = x_1``."""
    match value:
        case Lambda(body, var):
            return f"{latex(name)}({latex(var)}) = {latex(body)}"
        case Family():
            return f"{latex(name)} = {definition(value)}"
    return f"{latex(name)} = {latex(value)}"


def _open_names(nodes: Iterable[Node]) -> Iterator[Node]:
    """Named laws and free names, in the order in which they appear."""
    for node in nodes:
        for part in node.walk():
            if isinstance(part, Family | ProductLaw | Pushforward) or (isinstance(part, Name) and part in node.free):
                yield part


def _members(maps: FunctionFamily) -> str:
    r"""The maps of a family: ``f_1, \dots, f_K``."""
    indices: Any = maps.range
    return f"{latex(maps[indices.low])}, \\dots, {latex(maps[indices.high])}"


def _image(node: Node) -> str | None:
    """What is said of the law of an image: ``$P$ be the law of $(0, u)$ for $u ~ U(0, 1)$``; None for all else."""
    if not isinstance(node, Pushforward) or node.label is None:
        return None
    base = definition(node.law) if isinstance(node.law, Family) else latex(node.law)
    if isinstance(node.function, Lambda):
        value, u = latex(node.function.body), latex(node.function.var)
    else:
        u = latex(Var("u"))
        value = f"{latex(node.function)}({u})"
    return f"${latex(node)}$ be the law of ${value}$ for ${u} \\sim {base}$"


def _introduction(node: Node, mapped: set[Space]) -> tuple[str, str] | None:
    """A name, and what is said of it; ``mapped`` are the spaces on which there are maps."""
    match node:
        case Family() if node.label is not None:
            return latex(node), f"= {definition(node)}"
        case ProductLaw() if node.label is not None:
            return latex(node), f"= {independent(node)}"
        case Var(_, Vectors() | Matrices() | Simplex() | Compositions() as space):
            return latex(node), f"\\in {latex(space)}"
        case Var(_, Interval() as space):
            return latex(node), f"\\in {with_ends(space)}"
        case Function(_, domain, codomain):
            inputs = " \\times ".join(map(latex, domain))
            return latex(node), f": {inputs} \\to {latex(codomain)}"
        case FunctionFamily(_, Range(), domain, codomain):
            return _members(node), f": {latex(domain)} \\to {latex(codomain)}"
        case Density(_, Product() | Cartesian() | Reals() | Vectors() | Simplex() as space):
            return latex(node), f": {latex(space)} \\to [0, \\infty)"
        case Density(_, space) if space in mapped:
            return latex(node), f": {latex(space)} \\to [0, \\infty)"
        case DensityFamily(_, product):
            i = Var("i")
            return latex(node[i]), f": {latex(Slot(product.name, i))} \\to [0, \\infty)"
    return None
