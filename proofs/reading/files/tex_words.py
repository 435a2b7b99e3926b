"""What the commands and environments of LaTeX make of a text: headings, lists, theorems, signs, or no words at all."""

from __future__ import annotations

LEVELS = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 6,
    "subparagraph": 6,
    "frametitle": 4,
}
LISTS = {
    "itemize": "",
    "enumerate": "1",
    "description": "",
    "questions": "1",
    "parts": "a",
    "subparts": "i",
    "compactenum": "1",
}
THEOREMS = {
    "theorem", "lemma", "proposition", "corollary", "claim", "definition", "remark", "example", "exercise", "problem",
    "question", "proof", "solution", "answer", "assumption", "fact", "conjecture", "note", "hint", "task",
}  # fmt: skip
BLOCKS = {"block", "exampleblock", "alertblock"}  # of a slide, each with its title
SHORT = {
    "thm": "Theorem", "lem": "Lemma", "prop": "Proposition", "cor": "Corollary", "defn": "Definition", "rem": "Remark",
    "ex": "Exercise", "prob": "Problem", "sol": "Solution", "pf": "Proof",
}  # fmt: skip
DROPPED = {"tikzpicture", "thebibliography", "pgfpicture", "picture", "axis"}
# Commands whose arguments are no words of the text.
SILENT = {
    "label", "cite", "citep", "citet", "citealp", "nocite", "includegraphics", "vspace", "hspace", "usepackage", "url",
    "bibliography", "bibliographystyle", "hypersetup", "color", "pagestyle", "thispagestyle", "setlength", "index",
    "addtolength", "setcounter", "addtocounter", "phantom", "hphantom", "vphantom", "documentclass", "geometry",
    "theoremstyle", "graphicspath", "numberwithin", "newcounter", "definecolor", "fancyhead", "fancyfoot", "lhead",
    "rhead", "chead", "cfoot", "newtheorem", "PassOptionsToPackage", "RequirePackage", "pagenumbering", "newlength",
    "captionsetup", "usetikzlibrary", "author", "date", "affil", "email", "institute", "thanks", "marks", "points",
    "rule", "linespread", "fontsize",
}  # fmt: skip
# Of which the first argument is no words, and the second is.
FIRST_SILENT = {
    "textcolor", "href", "colorbox", "parbox", "raisebox", "resizebox", "scalebox", "setenumerate", "hyperref",
}  # fmt: skip
SIGNS = {
    "ldots": "...", "dots": "...", "textbackslash": "\\", "ss": "ß", "ae": "æ", "oe": "œ", "o": "ø", "l": "ł", "i": "i",
    "quad": " ", "qquad": " ", "newline": " ", "S": "§", "LaTeX": "LaTeX", "TeX": "TeX", "qed": "", "textendash": "–",
    "textemdash": "—", "textasciitilde": "~", "textbar": "|", "textless": "<", "textgreater": ">", "space": " ",
}  # fmt: skip
# Environments whose arguments say how to set them, and how many arguments each has.
FRAMES = {
    "tabular": 1, "array": 1, "minipage": 1, "longtable": 1, "tabularx": 2, "multicols": 1, "wrapfigure": 1,
    "figure": 0, "table": 0,
}  # fmt: skip
