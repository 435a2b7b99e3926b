"""Random syntax trees, and the LaTeX that an author would write for them."""

from __future__ import annotations

from hypothesis import strategies as st

from proofs.reading.syntax import (
    Add,
    Big,
    Bracket,
    CaseRows,
    Choose,
    Differential,
    Evaluated,
    Factorial,
    Fraction,
    Grid,
    Mark,
    Multiply,
    Named,
    Numeral,
    Root,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Words,
)

GREEK = ["alpha", "beta", "mu", "sigma", "theta", "Gamma", "Sigma"]
SIGNS = ["+", "-", r"\pm"]
TIMES = [r"\cdot", r"\times", "/", "*", r"\otimes", r"\circ"]
RELATIONS = {"=": "=", "<=": r"\leq", "<": "<", "!=": r"\neq", "~": r"\sim", "in": r"\in", "to": r"\to", ":=": ":="}
FENCES = {"(": r"\left( {} \right)", "[": r"\left[ {} \right]", "{": r"\left\{{ {} \right\}}", "|": r"\left| {} \right|",
          "||": r"\left\| {} \right\|", "<": r"\left\langle {} \right\rangle", "floor": r"\lfloor {} \rfloor"}  # fmt: skip
CLOSES = {"(": ")", "[": "]", "{": "}", "|": "|", "||": "||", "<": ">", "floor": "floor"}
GRIDS = {"[": "bmatrix", "(": "pmatrix", "|": "vmatrix", "": "matrix"}

letters = st.sampled_from([Symbol(c) for c in "abcxyzpqABX"] + [Symbol(g) for g in GREEK])
# No operators, which take what stands behind them: E, Var.
words = st.sampled_from([Symbol("Cov", "rm"), Symbol("foo", "rm"), Symbol("MAP", "text")])
fonts = st.builds(Symbol, st.sampled_from("NXR"), st.sampled_from(["bf", "cal", "bb"]))
accented = st.builds(
    Symbol, st.sampled_from("xypq"), st.just(""), st.sampled_from([("hat",), ("bar",), ("tilde", "bar")])
)
symbols = st.one_of(letters, words, fonts, accented)
numerals = st.sampled_from([Numeral(t) for t in ("0", "2", "17", "0.5", ".25")])
indices = st.sampled_from([Symbol("i"), Symbol("j"), Symbol("k")])


def several(items: st.SearchStrategy[Syntax], most: int = 3) -> st.SearchStrategy[tuple[Syntax, ...]]:
    return st.lists(items, min_size=1, max_size=most).map(tuple)


def larger(trees: st.SearchStrategy[Syntax]) -> st.SearchStrategy[Syntax]:
    """Trees one level higher."""
    factors = trees.filter(lambda t: not isinstance(t, Add | Multiply | Statement))
    summands = trees.filter(lambda t: not isinstance(t, Add | Statement))
    below = st.one_of(indices, numerals, st.builds(lambda a, b: Bracket("", (a, b), ""), indices, numerals))
    above = st.one_of(trees, st.just(Mark("*")), st.builds(lambda i: Bracket("(", (i,), ")"), indices))
    brackets = st.builds(
        _bracket, st.sampled_from(sorted(FENCES)), several(trees), several(trees), st.sampled_from(["", "", "|", ";"])
    )
    limits = st.builds(lambda i, n: Statement((i, n), (Sign("="),)), indices, numerals)
    variables = st.sampled_from([Symbol("x"), Symbol("y"), Symbol("theta"), Script(Symbol("x"), Numeral("2"))])
    return st.one_of(
        st.builds(Script, symbols, st.none() | below, above),
        st.builds(lambda s, n: Script(s, None, None, n), letters, st.integers(1, 3)),
        brackets,
        st.builds(_sum, st.lists(summands, min_size=2, max_size=4), st.lists(st.sampled_from(SIGNS), min_size=4, max_size=4), st.booleans()),
        st.builds(_product, st.lists(factors, min_size=2, max_size=4), st.lists(st.sampled_from(["", "", *TIMES]), min_size=4, max_size=4)),
        st.builds(Fraction, trees, trees),
        st.builds(Root, trees, st.none() | numerals),
        st.builds(Choose, trees, trees),
        st.builds(Factorial, st.one_of(letters, brackets)),
        st.builds(lambda f, a: Named(f, _bracket("(", (a,), (), "")), st.sampled_from(["log", "exp", "sin", "det", "erf"]), trees),
        st.builds(lambda o, b, low, up: Big(o, b, low, up), st.sampled_from(["sum", "prod"]), summands, limits, st.none() | symbols),
        st.builds(lambda b, low, up, x: Big("int", b, low, up, (Differential("d", x),)), trees, st.none() | numerals, st.none() | symbols, variables),
        st.builds(_derivative, st.none() | letters | brackets, variables, st.integers(1, 3), st.sampled_from(["d", "partial"])),
        st.builds(lambda fence, a, b: Grid(((a, b), (b, a)), fence), st.sampled_from(sorted(GRIDS)), trees, trees),
        st.builds(lambda v, c, w: CaseRows(((v, Statement((c, v), (Sign("<"),), "if")), (w, Words("otherwise")))), trees, letters, trees),
        st.builds(lambda b, x, v: Evaluated(b, Statement((x, v), (Sign("="),)), None), trees, letters, trees),
    )  # fmt: skip


def _bracket(left: str, items: tuple[Syntax, ...], given: tuple[Syntax, ...], bar: str) -> Syntax:
    if left in ("|", "||", "floor"):
        items, bar = items[:1], ""
    if len(items) == 1 and isinstance(items[0], Grid) and items[0].fence == "" and not bar:
        return items[0]
    return Bracket(left, items, CLOSES[left], given if bar else None, bar)


def _sum(summands: list[Syntax], signs: list[str], signed: bool) -> Syntax:
    return Add(tuple(summands), tuple([signs[0] if signed else "", *signs[1 : len(summands)]]))


def _product(factors: list[Syntax], signs: list[str]) -> Syntax:
    """Factors in an order in which each ends where it should: numerals first, what has a body last."""
    tail = [f for f in factors if isinstance(f, Big)][:1]
    heads = [f for f in factors if isinstance(f, Numeral)][:1]
    others = [f for f in factors if not isinstance(f, Big | Numeral)]
    kept = [*heads, *others, *tail]
    if len(kept) == 1:
        kept = [Symbol("x"), *kept]
    signs = ["", *signs[1 : len(kept)]]
    for k in range(1, len(kept)):
        if signs[k] == "" and (isinstance(kept[k], Numeral | Fraction) or isinstance(kept[k - 1], Evaluated)):
            signs[k] = r"\cdot"
    return Multiply(tuple(kept), tuple(signs))


def _derivative(subject: Syntax | None, variable: Syntax, order: int, sign: str) -> Syntax:
    times = Numeral(str(order)) if order > 1 else None
    return Fraction(Differential(sign, subject, times), Differential(sign, variable, None, times))


trees = st.recursive(st.one_of(symbols, numerals), larger, max_leaves=12)
statements = st.builds(
    lambda es, rs: Statement(tuple(es), tuple(map(Sign, rs[: len(es) - 1]))),
    st.lists(trees, min_size=2, max_size=3),
    st.lists(st.sampled_from(sorted(RELATIONS)), min_size=2, max_size=2),
)


# ---------------------------------------------------------------------------------------------------------------------


def latex(node: Syntax) -> str:
    """A tree as LaTeX."""
    match node:
        case Numeral(text):
            return text
        case Symbol():
            return _symbol(node)
        case Script(base, below, above, primes):
            low = "" if below is None else f"_{{{latex(below)}}}"
            return f"{latex(base)}{chr(39) * primes}{low}" + ("" if above is None else f"^{{{latex(above)}}}")
        case Mark(sign):
            return sign
        case Bracket(left, items, _, given, bar):
            inside = ", ".join(map(latex, items))
            if given is not None:
                inside += (" ; " if bar == ";" else r" \mid ") + ", ".join(map(latex, given))
            return FENCES[left].format(inside) if left else inside
        case Add(parts, signs):
            return " ".join(f"{sign} {latex(part)}" for sign, part in zip(signs, parts, strict=True)).strip()
        case Multiply(parts, signs):
            return " ".join(f"{sign} {latex(part)}".strip() for sign, part in zip(signs, parts, strict=True))
        case Fraction(num, den):
            return rf"\frac{{{latex(num)}}}{{{latex(den)}}}"
        case Root(radicand, index):
            return r"\sqrt" + ("" if index is None else f"[{latex(index)}]") + f"{{{latex(radicand)}}}"
        case Choose(n, k):
            return rf"\binom{{{latex(n)}}}{{{latex(k)}}}"
        case Factorial(argument):
            return latex(argument) + "!"
        case Named(name, argument):
            command = rf"\{name}" if name != "erf" else r"\operatorname{erf}"
            return command + latex(argument)
        case Differential(sign, variable, order, times):
            d = "d" if sign == "d" else r"\partial "
            what = "" if variable is None else " " + latex(variable)
            return d + _hung("^", order) + what + _hung("^", times)
    return _latex_of_larger(node)


def _latex_of_larger(node: Syntax) -> str:
    match node:
        case Big(operator, body, below, above, differentials):
            closing = "".join(rf" \, {latex(d)}" for d in differentials)
            return rf"\{operator}{_hung('_', below)}{_hung('^', above)} {latex(body)}{closing}"
        case Grid(rows, fence):
            cells = r" \\ ".join(" & ".join(map(latex, row)) for row in rows)
            return rf"\begin{{{GRIDS[fence]}}} {cells} \end{{{GRIDS[fence]}}}"
        case CaseRows(rows):
            cells = r" \\ ".join(f"{latex(value)} & {latex(condition)}" for value, condition in rows if condition)
            return rf"\begin{{cases}} {cells} \end{{cases}}"
        case Evaluated(body, at):
            return rf"\left. {latex(body)} \right|{_hung('_', at)}"
        case Words(text):
            return rf"\text{{{text}}}"
        case Statement(expressions, relations, said):
            parts = [latex(expressions[0])]
            for relation, expression in zip(relations, expressions[1:], strict=True):
                parts += [RELATIONS[relation.symbol], latex(expression)]
            return (rf"\text{{{said}}} " if said else "") + " ".join(parts)
    raise TypeError(f"expected a tree of this table, found {node!r}")


def _hung(sign: str, node: Syntax | None) -> str:
    return "" if node is None else f"{sign}{{{latex(node)}}}"


def _symbol(node: Symbol) -> str:
    text = rf"\{node.name}" if node.name in GREEK else node.name
    if node.font:
        text = rf"\text{{{text}}}" if node.font == "text" else rf"\math{node.font}{{{text}}}"
    for accent in node.accents:
        text = rf"\{accent}{{{text}}}"
    return text
