"""The commands of LaTeX that are spelled on one line: symbols, letters, spaces, fonts, accents, functions."""

from __future__ import annotations


def named(names: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(names.split())


SYMBOLS = {  # relations and operations, set apart by blanks
    "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠", "neq": "≠", "lt": "<",
    "gt": ">", "approx": "≈", "equiv": "≡", "sim": "~", "propto": "∝", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "Rightarrow": "⇒", "implies": "⇒", "Leftrightarrow": "⇔", "iff": "⇔", "mapsto": "↦", "in": "∈", "notin": "∉",
    "subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "setminus": "∖", "ll": "≪", "gg": "≫", "mid": "|",
    "times": "×", "cdot": "·", "pm": "±", "mp": "∓", "circ": "∘", "otimes": "⊗", "odot": "⊙", "land": "∧", "lor": "∨",
    "coloneqq": ":=", "simeq": "≃", "cong": "≅", "parallel": "‖", "perp": "⊥", "ast": "*",
    "oplus": "⊕", "wedge": "∧", "vee": "∨", "triangleq": "≜", "doteq": "≐", "longrightarrow": "⟶", "supset": "⊃",
    "Longrightarrow": "⟹", "supseteq": "⊇", "models": "⊨", "therefore": "∴", "leadsto": "⇝", "gtrsim": "≳",
    "lesssim": "≲", "succ": "≻", "prec": "≺", "succeq": "⪰", "preceq": "⪯", "bullet": "•",
    "choose": "choose", "bigcup": "∪", "bigcap": "∩", "leftrightarrow": "↔",
}  # fmt: skip
LETTERS = {
    "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "Σ", "prod": "Π", "int": "∫", "iint": "∬", "iiint": "∭",
    "oint": "∮", "forall": "∀", "exists": "∃", "emptyset": "∅", "dots": "…", "ldots": "…", "cdots": "…", "vdots": "⋮",
    "prime": "′", "top": "ᵀ", "intercal": "ᵀ", "star": "*", "dagger": "†", "|": "‖", "Vert": "‖", "lVert": "‖",
    "rVert": "‖", "vert": "|", "lvert": "|", "rvert": "|", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋",
    "lceil": "⌈", "rceil": "⌉", "lbrace": "{", "rbrace": "}", "{": "{", "}": "}", "%": "%", "&": "&", "#": "#",
    "_": "_", "$": "$", "hbar": "ℏ", "Re": "Re", "Im": "Im", "colon": ":", "backslash": "∖", "lbrack": "[",
    "rbrack": "]", "imath": "i", "jmath": "j", "aleph": "ℵ", "ddots": "⋱", "neg": "¬", "lnot": "¬",
}  # fmt: skip
BIG = named("""
    sum prod int iint iiint oint
""")
SPACES = named("""
    , ; : > quad qquad enspace thinspace space newline
""")
SILENT = named("""
    ! / left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle
    limits scriptstyle nolimits nonumber notag allowbreak hfill noindent mathstrut strut rm bf it cal centering
""")
DROPPED = named("""
    cite color eqref hphantom hspace hspace* label phantom ref tag vphantom vspace vspace*
""")
FONTS = named("""
    mathrm mathbf mathcal mathsf mathit mathscr mathfrak boldsymbol bm pmb operatorname operatorname* boxed fbox
    mathop mathbin mathrel ensuremath substack smash cancel displaylines underbrace overbrace mathds mathbbm
""")
BLACKBOARD = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "1": "𝟙"}
WORDS = named("""
    emph hbox mbox text textbf textit textnormal textrm textsf texttt
""")
ACCENTS = {  # combining characters
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303",
    "widetilde": "\u0303", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c", "breve": "\u0306",
}  # fmt: skip
MATRICES = {
    "pmatrix": "()", "bmatrix": "[]", "vmatrix": "||", "Vmatrix": "‖‖", "Bmatrix": "{}", "matrix": "  ",
    "smallmatrix": "  ",
}  # fmt: skip
FUNCTIONS = named("""
    Cov E KL Pr Tr Var arccos arcsin arctan arg argmax argmin bmod cos cosh cot csc deg det diag dim erf exp gcd
    hom inf ker lg lim liminf limsup ln log max min mod sec sgn sin sinh sup tan tanh tr
""")
