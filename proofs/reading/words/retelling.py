"""Words that tell anew what a name is: ``Now let $X$``, ``Setting $n = 4$``, ``For $f(x) = e^x$ we have``.

What stands behind them is chosen by the author and claims nothing; it holds from there on, whatever was said of the
name before.  Weak words, ``with``, ``for``, ``setting``, may recall a value as well, so they choose another one only
for a name whose value was chosen before, and not for one whose value was found.
"""

from __future__ import annotations

import re

from .kept import answers_kept
from .prose import ONE, sentence, since

# What a clause may begin with before the word that chooses.
_BEFORE = (
    r"(?:(?:now|next|again|also|and|but|so|then|while|whereas|alternatively|instead|similarly|likewise|analogously|finally|"
    r"first|second|firstly|secondly|thirdly|lastly|conversely|however|otherwise|example|counter-?example|remark|"
    r"for (?:example|instance)|e\.?g\.|in particular|by contrast|in contrast|on the other hand|more generally|"
    r"(?:we|one) (?:may|can|could|now|also)|let us|nun|jetzt|dagegen|\(?(?:[a-h]|[ivx]+|\d+)[.)])[\s,:]+)*"
)
# What may stand between that word and the formula: "let us now take the function".
_BETWEEN = (
    r"(?:[\s,]+(?:now|instead|next|again|us|first|that|for (?:example|instance)|e\.?g\.|say|rather|then|nun|jetzt|also|"
    r"(?:the|a|an|another|any) (?:[\w-]+ ){0,2}[\w-]+|step[ -]?size|learning rate|parameters?|functions?|"
    r"matri(?:x|ces)|vectors?|values?|sample size|probability))*"
)
_OPENS = r"(?:^|[.,;:()]|\band\b|\bbut\b|\bwhile\b|\bor\b)[\W_]*"
_LETS = r"let|take|choose|pick|fix|consider|try|es sei(?:en)?|sei(?:en)?|betrachte"
_IF = r"if|when|whenever|in (?:the )?case(?: that| where| of| when)?|in (?:the )?special case(?: of| where)?|falls"
_SUPPOSES = rf"suppose|supposing|assume|assuming|angenommen|{_IF}"
_FOR = r"for|at|in dimensions?|f\N{LATIN SMALL LETTER U WITH DIAERESIS}r"
_UNDER = rf"under\s+(?:{ONE}|the (?:null|alternative)(?: hypothesis)?)\s*(?:,|we have)?"  # "Under $H_1$, $m = 2$"
_WEAK = (
    rf"{_FOR}|{_UNDER}|with|given|set|setting|put|putting|taking|choosing|picking|fixing|considering|using|plugging in|"
    r"inserting|substituting|letting|mit|setze|w\N{LATIN SMALL LETTER A WITH DIAERESIS}hle"
)
_OF_WHICH = (  # "let $X$ have density"
    rf"(?:{ONE}\s*(?:have|has|having|with)\s+(?:(?:the|a) )?(?:joint )?(?:probability )?"
    r"(?:density|pdf|pmf|mass|distribution|cdf)(?: function)?(?: given by)?[\s:]*)?$"
)
_LISTED = rf"[\s:]*(?:{ONE}\s*(?:,\s*and|,|and)\s*)*{_OF_WHICH}"
_AND_LISTED = rf"[\s:]*(?:{ONE}\s*(?:,\s*and|and)\s*)?{_OF_WHICH}"  # "For $n = 2$, $E = 4$" lists nothing
_WOULD = re.compile(r"[\s,]*(?:we|one|it|this|there) would\b")
_GOES_ON = re.compile(rf"[\s,]*(?:(?:and\s+)?{ONE}\s*,|(?:we|then|it|one|this|these|there)\b)")


# "Example: $a = 3$", and "$x = 1$ gives"
_EXAMPLE = re.compile(rf"{_OPENS}(?:(?:counter-?)?example(?: \d+)?|e\.?g\.?|for (?:example|instance))[\s,:.]*{_LISTED}")
_GIVES = re.compile(r"\s*(?:gives|yields|leads to)\b")
_UNDER_ONE = re.compile(rf"\s*{_UNDER}")  # "$m = 0$ under $H_0$ and $m = 1$ under $H_1$"
_BEGINS = re.compile(r"(?:^|,|\band|\bwhile|\bbut)\s*$")


_TIMES = r"training|treatment|(?:\w+ )?(?:updates?|iterations?|epochs?|days?|weeks?|years?)"
_CIRCUMSTANCES = (
    r"task|model|data ?set|group|experiment|player|agent|scenario|method|strategy|option|design|machine|city|country|"
    r"patient|population|fold|sample|epoch|iteration|year|day|week|time|step|stage|level|round|period|example|dimension|"
    r"trial|problem|question|exercise"
)
_OTHERS = r"first|second|third|fourth|other|next|last|new|old|full|reduced|null|alternative|original|modified"
_NUMBERED = rf"\d+|[a-z]|one|two|three|{ONE}"
_ELSEWHERE = re.compile(  # "Initially, $L = 3$. After training, $L = 1$", "for task 2, $L = 4$"
    rf"{_OPENS}{_BEFORE}(?:initially|originally|at first|(?:at|in) the (?:very )?(?:start|beginning|outset|end)|"
    rf"(?:before|after|during) (?:(?:the|an?|one|two|three|many|all|\d+|{ONE}) )?(?:{_TIMES})|"
    rf"(?:for|in|under|with|at|on) (?:(?:the )?(?:{_OTHERS}) (?:{_CIRCUMSTANCES})|"
    rf"(?:the )?(?:{_CIRCUMSTANCES}) (?:{_NUMBERED})))(?!\w)[^.;:]*$|"
    rf"{_OPENS}now[\s,]*$|,\s*(?:and |while )?(?:for )?the (?:second|third|other|latter|last)(?: \w+)?[\s,:]*$"
)


def _chosen(verbs: str, listed: str) -> re.Pattern[str]:
    return re.compile(rf"{_OPENS}{_BEFORE}(?:{verbs}){_BETWEEN}{listed}")


_CHOOSES = _chosen(_LETS, _LISTED), _chosen(_SUPPOSES, _AND_LISTED), _chosen(_SUPPOSES, _LISTED)
_CONDITIONAL = _chosen(rf"{_IF}|{_FOR}", _AND_LISTED), _chosen(rf"{_IF}|{_FOR}", _LISTED)
_MAY_CHOOSE = _chosen(_WEAK, _AND_LISTED), _chosen(_WEAK, _LISTED)


@answers_kept
def chooses(words: str, rest: str) -> bool:
    """Whether the words right before a formula let it be so, whatever was so before; ``rest`` are those behind it."""
    said, (lets, supposes, lists) = sentence(words), _CHOOSES
    if _WOULD.match(rest.lower()) and _MAY_CHOOSE[0].search(said):
        return True  # "With $x = 2$ we would get"
    goes_on = _GOES_ON.match(rest.lower()) and lists.search(said)
    return bool(lets.search(said) or supposes.search(said) or goes_on)


_METHOD = re.compile(
    r"^\W*(\(?\w{1,3}[.)]\W+)?(one|an?|the|another|two|three) [^.;:]*"
    r"\b(steps?|iterations?|updates?|method|rule|algorithm)\b[^.;:]*\b(gives|yields|leads to|results in|produces)\W*$"
)


def is_by_a_method(words: str) -> bool:
    """Whether a sentence says what a method leads to, as another need not: ``One step of Newton's method gives``."""
    return _METHOD.search(sentence(words)) is not None


@answers_kept
def is_elsewhere(words: str) -> bool:
    """Whether the words before a formula say of which time or thing it holds, after training or for task 2: what they
    give a name there is no claim about what it was before."""
    return _ELSEWHERE.search(" ".join(sentence(words).split())) is not None


@answers_kept
def is_conditional(words: str, rest: str) -> bool:
    """Whether what they let be so is the condition of their sentence, and of no more: ``If $n = 4$, then``."""
    said, (heads, lists) = sentence(words), _CONDITIONAL
    return bool(heads.search(said) or (_GOES_ON.match(rest.lower()) and lists.search(said)))


@answers_kept
def may_choose(words: str, rest: str) -> bool:
    """Whether they do, or recall what was chosen: ``with``, ``for``, ``setting``."""
    said, (recalls, lists) = sentence(words), _MAY_CHOOSE
    if _EXAMPLE.search(said) or (_GIVES.match(rest.lower()) and _BEGINS.search(since(words))):
        return True
    if _UNDER_ONE.match(rest.lower()):
        return True
    return chooses(words, rest) or bool(recalls.search(said) or (_GOES_ON.match(rest.lower()) and lists.search(said)))


__all__ = ["chooses", "is_conditional", "is_elsewhere", "may_choose"]
