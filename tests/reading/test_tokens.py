"""Tokens: what is one thing on the page, with its exact span."""

import pytest

from proofs.reading.grammar.tokens import LONGEST, tokenise
from proofs.reading.syntax import Unread


def shown(text: str) -> list[str]:
    """The tokens as ``kind:text``, with the note where there is one."""
    return [f"{t.kind}:{t.text}" + (f"/{t.note}" if t.note else "") for t in tokenise(text)[:-1]]


ONE_TOKEN = [
    (r"\mathrm{KL}", "word:KL/rm"),
    (r"\operatorname{foo}", "word:foo/rm"),
    (r"\mathrm{tr}", "function:tr"),
    (r"\text{tr}", "function:tr"),
    (r"\text{log }", "function:log"),
    (r"\text{Var }", "word:Var/text"),
    (r"\operatorname*{arg\,max}", "big:argmax"),
    (r"\arg\min", "big:argmin"),
    (r"\mathop{\rm arg\,max}", "big:argmax"),
    (r"\mathrm{i.i.d.}", "word:i.i.d./rm"),
    (r"\text{const.}", "word:const/text"),
    (r"\text{ for all }", "prose:for all/joining"),
    (r"\mathbf x", "letter:x/bf"),
    (r"\mathcal{N}", "letter:N/cal"),
    (r"\boldsymbol{\mu}", "letter:mu/bf"),
    (r"{\bf x}", "letter:x/bf"),
    (r"\mathrm{d}", "letter:d/rm"),
    (r"\overset{(3)}{=}", "relation:=/(3)"),
    (r"\stackrel!=", "relation:=/!"),
    (r"\overset{\mathrm{i.i.d.}}{\sim}", "relation:~/i.i.d."),
    (r"\not\in", "relation:notin"),
    (r"\perp\!\!\!\perp", "relation:perp"),
    (r"\left\lbrace", "open:{/left"),
    (r"\bigl(", "open:(/l"),
    (r"\Big|", "bar:|"),
    (r"\right|", "close:|/right"),
    (r"\middle|", "mid:|"),
    (r"\left.", "open:./left"),
    (r"1{,}000{,}000.5", "number:1000000.5"),
    (r"12{,}000.5", "number:12000.5"),
    (r"0{,}125", "number:0.125"),
    (r"3{,}1415", "number:3.1415"),
    (r"2024{,}000", "number:2024.000"),
    (r"1{,}5", "number:1.5"),
    (r"36\%", "number:0.36"),
    (r"2.5\,\%", "number:0.025"),
    (r"125 \%", "number:1.25"),
    (r"\parallel", "bar:||"),
    (r"\hspace{5em}", r"quad:\hspace"),
    (r"\hspace*{1cm}", r"quad:\hspace"),
    (r"\hspace{\fill}", r"quad:\hspace"),
    (".5", "number:.5"),
    ("²³", "super:23"),
    ("₁", "sub:1"),
    ("σ", "letter:sigma"),
    ("Λ", "letter:Lambda"),
    ("𝒩", "letter:N/cal"),
    ("ℝ", "letter:R/bb"),
    ("𝐱", "letter:x/bf"),
    ("≤", "relation:<="),
    ("−", "sign:-"),
    (r"\tag{3}", "tag:3"),
    (r"\\[2pt]", r"newline:\\"),
    (r"\begin{array}{r|l}", "begin:array"),
    ("const", "word:const/rm"),
    ("log", "function:log"),
]


@pytest.mark.parametrize(("text", "token"), ONE_TOKEN)
def test_one_token(text, token):
    assert shown(text) == [token]
    found = tokenise(text)[0]
    assert text[found.start : found.end] == text


SEVERAL = [
    ("ab", ["letter:a", "letter:b"]),
    (r"\mathrm{dx}", ["letter:d/rm", "letter:x"]),
    (r"\alpha*b", ["letter:alpha", "times:*", "letter:b"]),
    (r"\frac12", ["command:frac", "number:12"]),
    (r"x\hphantom{y}\label{z}!", ["letter:x", "!:!"]),
    (r"\text{if $x$ holds}", ["prose:if/joining", "letter:x", "word:holds/wide"]),
    ("x % a comment", ["letter:x"]),
    (r"{} + x", ["sign:+", "letter:x"]),
    ("tr(A)", ["function:tr", "open:(", "letter:A", "close:)"]),
    ("tr", ["letter:t/tr", "letter:r"]),
    ("word", ["letter:w/word", "letter:o", "letter:r", "letter:d"]),
]


@pytest.mark.parametrize(("text", "tokens"), SEVERAL)
def test_several_tokens(text, tokens):
    assert shown(text) == tokens


def test_gaps_tell_blanks_from_space_commands():
    assert [t.gap for t in tokenise(r"ab c\,d\ e~f")] == [0, 0, 1, 2, 2, 1, 0]


REFUSED = [
    (r"x \foo y", r"the command \foo is not known", r"\foo"),
    (r"x \%", r"the sign \% in a formula", r"\%"),
    ("x + 1{,}500", "1{,}500 may be 1500 or 1.500", "1{,}500"),
    ("1{,}5{,}000", "1{,}5{,}000: groups of digits that are no thousands", "1{,}5{,}000"),
    ("x = 1e-5", "1e-5 may be a decimal or a product with e", "1e-5"),
    ("x \0", "the character U+0000 is not mathematics", "\0"),
    (r"\text{a", "an opening brace without its closing", "{"),
    (r"\text{if $x}", "a dollar sign without its partner", r"\text{if $x}"),
    (r"\overset{a}{b}", "something set over what is no relation", r"\overset{a}{b}"),
    (r"\left", r"\left without its bracket", r"\left"),
]


@pytest.mark.parametrize(("text", "reason", "part"), REFUSED)
def test_what_is_no_token(text, reason, part):
    with pytest.raises(Unread) as refused:
        tokenise(text)
    assert refused.value.reason == reason
    assert text[slice(*refused.value.span)] == part


def test_too_long():
    tokenise(" " * LONGEST)
    with pytest.raises(Unread, match="more than"):
        tokenise(" " * (LONGEST + 1))


UNBRACED = [
    (r"a {- b}", "letter:a sign:- letter:b"),
    (r"\textcolor{red}{- b}", "sign:- letter:b"),
    (r"x^{2} {\color{blue} + c}", "letter:x ^:^ {:{ number:2 }:} sign:+ letter:c"),
    (r"\frac{a}{b}{- c}", "command:frac {:{ letter:a }:} {:{ letter:b }:} sign:- letter:c"),
    (r"3 {= 5}", "number:3 relation:= number:5"),
    # what a command or an operator takes, what would end before the braces do, and what only groups
    (r"\frac{a}{- b}", "command:frac {:{ letter:a }:} {:{ sign:- letter:b }:}"),
    (r"\frac1{- b}", "command:frac number:1 {:{ sign:- letter:b }:}"),
    (r"\sqrt[3]{- b}", "command:sqrt open:[ number:3 close:] {:{ sign:- letter:b }:}"),
    (r"x^{- b}", "letter:x ^:^ {:{ sign:- letter:b }:}"),
    (r"\sum_i {- b}", "big:sum _:_ letter:i {:{ sign:- letter:b }:}"),
    (r"a {- b = c}", "letter:a {:{ sign:- letter:b relation:= letter:c }:}"),
    (r"a {b - c}", "letter:a {:{ letter:b sign:- letter:c }:}"),
    (r"a \hspace{0.25em} b", "letter:a letter:b"),
]


@pytest.mark.parametrize(("text", "tokens"), UNBRACED)
def test_braces_that_nobody_sees(text, tokens):
    assert " ".join(shown(text)) == tokens
