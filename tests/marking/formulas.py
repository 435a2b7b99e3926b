"""Random plain formulas, each in three forms that are built side by side: the page, the syntax tree and the term."""

from __future__ import annotations

import random
from dataclasses import dataclass

from proofs import language as L
from proofs.reading import syntax as S

NAMES = {
    "x": ("x", S.Symbol("x")),
    "mu_1": (r"\mu_1", S.Script(S.Symbol("mu"), S.Numeral("1"))),
    "sigma": (r"\sigma", S.Symbol("sigma")),
    r"\hat{\theta}": (r"\hat{\theta}", S.Symbol("theta", "", ("hat",))),
    "lambda": (r"\lambda", S.Symbol("lambda")),
}
ATOM, POWER, PRODUCT, SUM = 3, 2, 1, 0  # how tightly the page holds together


@dataclass(frozen=True)
class Formula:
    page: str
    tree: S.Syntax
    term: L.Term
    tight: int = ATOM

    def inside(self, tight: int, choice: random.Random) -> Formula:
        """The formula in brackets, if it is not tight enough to go without."""
        if self.tight >= tight:
            return self
        left, right = choice.choice([("(", ")"), ("[", "]"), (r"\left(", r"\right)")])
        plain = S.Bracket(left.removeprefix(r"\left"), (self.tree,), right.removeprefix(r"\right"))
        return Formula(f"{left}{self.page}{right}", plain, self.term)


def number(n: int) -> Formula:
    return Formula(str(n), S.Numeral(str(n)), L.Number(n))


def formula(choice: random.Random, depth: int) -> Formula:
    """A formula of at most this depth."""
    if depth == 0:
        if choice.random() < 0.3:
            return number(choice.randint(2, 9))
        name = choice.choice(list(NAMES))
        return Formula(*NAMES[name], L.Var(name))
    kinds = [total, product, ratio, power, root, logarithm, exponential, over, circular, choose, gamma, repeated, size]
    return choice.choice(kinds)(choice, depth - 1)


def total(choice: random.Random, depth: int) -> Formula:
    parts = [formula(choice, depth).inside(PRODUCT, choice) for _ in range(choice.randint(2, 3))]
    signs = [choice.choice(["", "-"]), *(choice.choice("+-") for _ in parts[1:])]
    page = "".join(f" {sign} {part.page}" for sign, part in zip(signs, parts, strict=True))
    terms = tuple(L.Neg(p.term) if sign == "-" else p.term for sign, p in zip(signs, parts, strict=True))
    return Formula(page, S.Add(tuple(p.tree for p in parts), tuple(signs)), L.Plus(terms), SUM)


def product(choice: random.Random, depth: int) -> Formula:
    parts = [formula(choice, depth).inside(POWER, choice) for _ in range(choice.randint(2, 3))]
    signs = [
        "" if k == 0 or (choice.random() < 0.6 and not p.page[0].isdigit()) else r"\cdot" for k, p in enumerate(parts)
    ]
    page = " ".join(f"{sign} {part.page}" for sign, part in zip(signs, parts, strict=True))
    tree = S.Multiply(tuple(p.tree for p in parts), tuple(signs))
    return Formula(page, tree, L.Times(tuple(p.term for p in parts)), PRODUCT)


def ratio(choice: random.Random, depth: int) -> Formula:
    num, den = formula(choice, depth), formula(choice, depth)
    command = choice.choice([r"\frac", r"\dfrac"])
    return Formula(f"{command}{{{num.page}}}{{{den.page}}}", S.Fraction(num.tree, den.tree), num.term / den.term, POWER)


def over(choice: random.Random, depth: int) -> Formula:
    num, den = (formula(choice, depth).inside(POWER, choice) for _ in range(2))
    return Formula(f"{num.page}/{den.page}", S.Multiply((num.tree, den.tree), ("", "/")), num.term / den.term, SUM)


def power(choice: random.Random, depth: int) -> Formula:
    base, exponent = formula(choice, depth).inside(ATOM, choice), choice.choice([2, 3, 12])
    page = f"{base.page}^{{{exponent}}}" if exponent > 9 else f"{base.page}^{exponent}"
    below = base.tree.below if isinstance(base.tree, S.Script) else None
    stem = base.tree.base if isinstance(base.tree, S.Script) else base.tree
    return Formula(page, S.Script(stem, below, S.Numeral(str(exponent))), base.term**exponent, POWER)


def root(choice: random.Random, depth: int) -> Formula:
    inner = formula(choice, depth)
    if choice.random() < 0.5:
        return Formula(rf"\sqrt{{{inner.page}}}", S.Root(inner.tree), L.sqrt(inner.term), POWER)
    term = L.Power(inner.term, L.Number(1) / 3)
    return Formula(rf"\sqrt[3]{{{inner.page}}}", S.Root(inner.tree, S.Numeral("3")), term, POWER)


def logarithm(choice: random.Random, depth: int) -> Formula:
    inner = Formula(*_parts(formula(choice, depth)), SUM).inside(ATOM, choice)
    name = choice.choice(["log", "ln"])
    return Formula(rf"\{name}{inner.page}", S.Named(name, inner.tree), L.log(inner.term), POWER)


def exponential(choice: random.Random, depth: int) -> Formula:
    inner = formula(choice, depth)
    if choice.random() < 0.5:
        return Formula(rf"e^{{{inner.page}}}", S.Script(S.Symbol("e"), None, inner.tree), L.exp(inner.term), POWER)
    inner = Formula(*_parts(inner), SUM).inside(ATOM, choice)
    return Formula(rf"\exp{inner.page}", S.Named("exp", inner.tree), L.exp(inner.term), POWER)


def circular(choice: random.Random, depth: int) -> Formula:
    inner = Formula(*_parts(formula(choice, depth)), SUM).inside(ATOM, choice)
    name, function = choice.choice([("sin", L.sin), ("cos", L.cos), ("tanh", L.tanh)])
    tree = S.Named(name, inner.tree, None, S.Numeral("2"))
    return Formula(rf"\{name}^2{inner.page}", tree, function(inner.term) ** 2, POWER)


def choose(choice: random.Random, depth: int) -> Formula:
    n, k = formula(choice, depth), formula(choice, 0)
    return Formula(rf"\binom{{{n.page}}}{{{k.page}}}", S.Choose(n.tree, k.tree), L.binomial(n.term, k.term), POWER)


def gamma(choice: random.Random, depth: int) -> Formula:
    inner = Formula(*_parts(formula(choice, depth)), SUM).inside(ATOM, choice)
    tree = S.Multiply((S.Symbol("Gamma"), inner.tree), ("", ""))
    return Formula(rf"\Gamma{inner.page}", tree, L.gamma(inner.term), PRODUCT)


def repeated(choice: random.Random, depth: int) -> Formula:
    body = formula(choice, depth).inside(PRODUCT, choice)
    k = L.Var("k", L.Range(L.Number(1), L.Number(3)))
    tree = S.Multiply((S.Symbol("k"), body.tree), ("", r"\cdot"))
    limits = S.Statement((S.Symbol("k"), S.Numeral("1")), (S.Sign("="),))
    page = rf"\sum_{{k=1}}^3 k \cdot {body.page}"
    return Formula(page, S.Big("sum", tree, limits, S.Numeral("3")), L.Sum(L.Times((k, body.term)), k), SUM)


def size(choice: random.Random, depth: int) -> Formula:
    inner = formula(choice, depth)
    return Formula(f"|{inner.page}|", S.Bracket("|", (inner.tree,), "|"), abs(inner.term), ATOM)


def _parts(f: Formula) -> tuple[str, S.Syntax, L.Term]:
    return f.page, f.tree, f.term
