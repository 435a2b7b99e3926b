r"""The vocabulary of LaTeX mathematics in statistics: what each command, character and word is.

Tables only.  A command that stands in none of them is refused by name.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GREEK = _words(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi omicron pi varpi "
    "rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon "
    "Phi Psi Omega"
)
LETTERS = _GREEK | _words("ell infty nabla hbar emptyset varnothing top bot intercal Re Im aleph imath jmath square")
LETTER_ALIASES = {"varnothing": "emptyset"}
CAPITALS = {f"var{name}": name for name in _GREEK if name[0].isupper()}

RELATIONS = {
    "=": "=", "<": "<", ">": ">", "<=": "<=", ">=": ">=", ":=": ":=", "=:": "=:", "->": "to", ":": ":",
    r"\le": "<=", r"\leq": "<=", r"\leqslant": "<=", r"\leqq": "<=", r"\lt": "<",
    r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", r"\geqq": ">=", r"\gt": ">",
    r"\ne": "!=", r"\neq": "!=", r"\sim": "~", r"\thicksim": "~", r"\coloneqq": ":=", r"\coloneq": ":=",
    r"\triangleq": ":=", r"\defeq": ":=", r"\in": "in", r"\notin": "notin", r"\subset": "subset",
    r"\subseteq": "subset", r"\to": "to", r"\rightarrow": "to", r"\longrightarrow": "to", r"\mapsto": "mapsto",
    r"\longmapsto": "mapsto", r"\approx": "approx", r"\simeq": "approx", r"\thickapprox": "approx",
    r"\propto": "propto", r"\varpropto": "propto", r"\equiv": "equiv", r"\iff": "iff", r"\Leftrightarrow": "iff",
    r"\Longleftrightarrow": "iff", r"\implies": "implies", r"\Rightarrow": "implies", r"\Longrightarrow": "implies",
    r"\eqqcolon": "=:", r"\eqcolon": "=:", r"\ll": "<<", r"\gg": ">>", r"\perp": "perp", r"\colon": ":",
    r"\succ": "succ", r"\succeq": "succeq", r"\succcurlyeq": "succeq", r"\prec": "prec", r"\preceq": "preceq",
    r"\preccurlyeq": "preceq",
}  # fmt: skip
NEGATED = {"=": "!=", "in": "notin", "<<": "!<<"}

SIGNS = {"+": "+", "-": "-", r"\pm": r"\pm", r"\mp": r"\mp"}
TIMES = {
    "*": "*", "/": "/", r"\cdot": r"\cdot", r"\times": r"\times", r"\ast": "*", r"\circ": r"\circ",
    r"\otimes": r"\otimes", r"\odot": r"\odot", r"\cup": r"\cup", r"\cap": r"\cap", r"\wedge": r"\wedge",
    r"\land": r"\wedge", r"\vee": r"\vee", r"\lor": r"\vee", r"\setminus": r"\setminus",
    r"\triangle": r"\triangle", r"\bigtriangleup": r"\triangle", r"\backslash": r"\setminus",
    r"\smallsetminus": r"\setminus", r"\div": r"\div",
}  # fmt: skip
MARKS = {
    r"\dagger": r"\dagger", r"\ddagger": r"\ddagger", r"\bullet": r"\bullet", r"\star": r"\star",
    r"\#": r"\#", r"\sharp": r"\#", r"\neg": r"\neg", r"\lnot": r"\neg", r"\complement": r"\complement",
}  # fmt: skip
DOTS = frozenset(
    (r"\ldots", r"\cdots", r"\vdots", r"\ddots", r"\dots", r"\dotsc", r"\dotsb", r"\dotsm", r"\dotso", "...")
)

OPENING = {
    "(": "(", "[": "[", r"\{": "{", r"\lbrace": "{", r"\langle": "<", r"\lfloor": "floor", r"\lceil": "ceil",
    r"\lvert": "|", r"\lVert": "||", r"\lbrack": "[",
}  # fmt: skip
CLOSING = {
    ")": ")", "]": "]", r"\}": "}", r"\rbrace": "}", r"\rangle": ">", r"\rfloor": "floor", r"\rceil": "ceil",
    r"\rvert": "|", r"\rVert": "||", r"\rbrack": "]",
}  # fmt: skip
BARS = {"|": "|", r"\vert": "|", r"\|": "||", r"\Vert": "||", r"\parallel": "||"}
CLOSES = {"(": ")", "[": "]", "{": "}", "<": ">", "floor": "floor", "ceil": "ceil", "|": "|", "||": "||"}
SIZES = _words("big Big bigg Bigg")

FUNCTIONS = {
    **{name: name for name in _words(
        "log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan erf erfc sign det tr diag dim "
        "rank vec softplus sigmoid digamma sech csch arsinh arcosh artanh")},
    "arcsinh": "arsinh", "asinh": "arsinh", "arccosh": "arcosh", "acosh": "arcosh",
    "arctanh": "artanh", "atanh": "artanh",
    "sgn": "sign", "trace": "tr", "Tr": "tr", "rk": "rank", "atan": "arctan", "acos": "arccos", "asin": "arcsin",
}  # fmt: skip
FUNCTION_COMMANDS = _words("log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan det dim")
LOGARITHMS = frozenset(("log", "ln", "lg"))

INTEGRALS = {r"\int": 1, r"\iint": 2, r"\iiint": 3, r"\oint": 1}
BIG_COMMANDS = {
    r"\sum": "sum", r"\prod": "prod", r"\lim": "lim", r"\max": "max", r"\min": "min", r"\sup": "sup", r"\inf": "inf",
    r"\argmax": "argmax", r"\argmin": "argmin", r"\bigcup": "bigcup", r"\bigcap": "bigcap",
}  # fmt: skip
BIG_WORDS = {name: name for name in ("argmax", "argmin", "max", "min", "sup", "inf", "lim")}

ACCENTS = {
    "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde",
    "dot": "dot", "ddot": "ddot", "vec": "vec", "check": "check", "breve": "breve", "mathring": "mathring",
    "underline": "underline", "acute": "acute", "grave": "grave",
}  # fmt: skip
FONTS = {
    "mathrm": "rm", "mathup": "rm", "rm": "rm", "mathbf": "bf", "bf": "bf", "boldsymbol": "bf", "bm": "bf",
    "pmb": "bf", "symbf": "bf", "mathcal": "cal", "cal": "cal", "mathscr": "cal", "mathbb": "bb", "mathds": "bb",
    "mathbbm": "bb",
    "Bbb": "bb", "mathfrak": "frak", "mathsf": "sf", "sf": "sf", "mathtt": "tt", "tt": "tt", "mathit": "", "it": "",
    "mathnormal": "", "bold": "bf", "operatorname": "rm", "operatorname*": "rm", "mathop": "rm",
}  # fmt: skip
DECLARED_FONTS = _words("rm bf cal sf tt it")  # they hold to the end of their group
WORD_FONTS = _words("mathrm mathup rm mathsf sf mathtt tt mathit it operatorname operatorname* mathop")
TEXT_COMMANDS = _words("text textrm textnormal textup textbf textit textsf texttt mbox hbox emph textsc")

IGNORED = _words(
    "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits displaylimits nonumber notag mathstrut "
    "strut allowbreak relax mathrel mathord mathbin mathopen mathclose mathinner mathpunct smash hfill hfil qed "
    "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge boldmath noindent protect hline "
    "qedhere allowdisplaybreaks break nobreak blacksquare ensuremath"
)
SWALLOWING = _words(  # they and the group behind them
    "phantom hphantom vphantom vspace label color textcolor mspace vskip hskip href class cssId style "
    "htmlClass htmlId htmlStyle"
)
SPACES = _words(r"\, \; \: \> \thinspace \medspace \thickspace \enspace \enskip \space")
CLOSER = _words(r"\! \negthinspace")  # what stands beside them belongs together: \Gamma\!\left(
SPACES |= {"\\ ", "\\\n", "\\\t"}
QUADS = frozenset((r"\quad", r"\qquad"))
PROSE = {r"\forall": "for all", r"\exists": "there is", r"\therefore": "therefore", r"\because": "because"}
STRUCTURES = _words(
    "frac dfrac tfrac cfrac sfrac binom dbinom tbinom sqrt boxed fbox underbrace overbrace cancel bcancel xcancel "
    "overset stackrel underset substack begin end choose over not"
)

# Words: a run of letters that nobody means as a product, and words that join the parts of a row.
WORDS = _words(
    "KL JS JSD ELBO MAP MLE MSE CE BCE NLL RSS TSS ESS AIC BIC DIC const Var Cov Corr Pr pdf cdf pmf ReLU PDF CDF LBF "
    "LME"
)
# Words set as text that are never said of what follows them: in \text{Var } X they act on it.
OPERATORS = _words("Var var Cov cov Corr KL") | BIG_WORDS.keys()
LABEL_WORDS = WORDS | _words(
    "ML data max min test train model true new old prior post obs tot out in ref opt res eff dof err reg gen real "
    "fake avg mean std var init end"
)
ITALIC_FUNCTIONS = _words("log ln exp sin cos tan det erf")
BRACKETED_FUNCTIONS = _words("tr rank diag dim sign sgn vec trace sigmoid softplus")
JOINING = _words(
    "for if where when with and or because since such s.t. as given otherwise hence thus therefore so then let i.e. "
    "is are at by using unless iff that from on all every each any else while provided assuming subject whenever "
    "but not is, has have means implies which to"
)

UNICODE = {
    "−": "-", "–": "-", "·": r"\cdot", "⋅": r"\cdot", "×": r"\times", "÷": r"\div", "∗": "*", "±": r"\pm", "∓": r"\mp",
    "≤": r"\leq", "≥": r"\geq", "≠": r"\neq", "≈": r"\approx", "≡": r"\equiv", "∝": r"\propto", "∼": r"\sim",
    "∈": r"\in", "∉": r"\notin", "⊂": r"\subset", "⊆": r"\subseteq", "∪": r"\cup", "∩": r"\cap", "∖": r"\setminus",
    "∧": r"\wedge", "∨": r"\vee", "→": r"\to", "↦": r"\mapsto", "⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow",
    "≻": r"\succ", "⪰": r"\succeq", "≽": r"\succeq", "≺": r"\prec", "⪯": r"\preceq", "≼": r"\preceq",
    "≪": r"\ll", "≫": r"\gg", "⊥": r"\perp", "≔": ":=", "≕": "=:", "∞": r"\infty", "∂": r"\partial", "∇": r"\nabla",
    "∑": r"\sum", "∏": r"\prod", "∫": r"\int", "∬": r"\iint", "√": r"\sqrt", "…": r"\ldots", "⋯": r"\cdots",
    "‖": r"\|", "∥": r"\|", "∣": "|", "⟨": r"\langle", "⟩": r"\rangle", "⌊": r"\lfloor", "⌋": r"\rfloor",
    "⌈": r"\lceil", "⌉": r"\rceil", "′": "'", "’": "'", "∅": r"\emptyset", "ℓ": r"\ell", "⊗": r"\otimes", "⊙": r"\odot",
    "∀": r"\forall", "∃": r"\exists", "∘": r"\circ", "†": r"\dagger", "•": r"\bullet", "¬": r"\neg", "⊤": r"\top",
    "µ": r"\mu", "ϵ": r"\epsilon", "ε": r"\varepsilon", "ϕ": r"\phi", "φ": r"\varphi", "ϑ": r"\vartheta",
    "ς": r"\varsigma",
}  # fmt: skip
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿᵀ", "0123456789-+nT", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ᵢⱼₙ", "0123456789ijn", strict=True))
