"""What the words around a formula say about it: a case, an assumption, a condition to be solved, something to be shown.

The words are looked at only near the formula: what stands before it in its sentence.
"""

from __future__ import annotations

import re

FORMULA = " \N{OBJECT REPLACEMENT CHARACTER} "  # stands in words for a formula
_ONE = FORMULA.strip()
_CASE = re.compile(
    r"\b(if|when|whenever|in case|in the case|case|for|suppose|assume|assuming|assumption|provided|unless|only differ|"
    r"same|equal)\b"
)
_SHOW = r"(show|prove|verify|derive|demonstrate|establish)\b"
_ELSEWHERE = (
    r"[,:]\s*(we|one|i|it|note|observe|write|consider|let|compute|differentiate|take|start|recall|first|apply|expand|"
    r"substitute|insert|use)\b|\b(states?|says|tells|gives|yields|implies|implying|obtain|shows|follows|holds)\b"
)
# What is ordered or announced is to be shown.  "We can show", "by the theorem" and "allows us to derive" claim what
# follows, and so does what stands behind the announcement in a clause of its own: "To show this, we write".
_SHOWN = re.compile(
    rf"((^|[,;:])\W*((now|next|first|then|also|hence|please|finally|thus|therefore|\(?\w{{1,4}}\)|\(?\d+[.)]|exercise|problem|"
    rf"question|task|proof)\W+)*{_SHOW}|"
    rf"(?<!possible )(?<!easy )(?<!able )(?<!straightforward )(?<!enough )(?<!us )\bto (\w+ly )?{_SHOW}|"
    rf"\b(we|i|will|shall|must|should|let us|let's)( now| next| first| then| also)? {_SHOW}|"
    r"(?<!can )\bbe (shown|proved|proven|verified)\b|"
    r"\b(we|i) claim\b|\b(our|the|this|following) claim( is)?( that)?\W*$|"
    r"^\W*(theorem|lemma|proposition|corollary|claim)\b(?!['\N{RIGHT SINGLE QUOTATION MARK}]))"
    rf"(?!.*({_ELSEWHERE}))"
)
_CONDITION = re.compile(
    r"\b(set(ting)?\b.*\b(zero|to 0|equal)|solv\w*|constraint|subject to|such that|enforc\w*|requir\w*|must|should|"
    r"need\w*|"
    r"satisf\w*|vanish\w*|want|condition|under which|if and only if)\b|w\.?r\.?t\.?"
)
_SOUGHT = re.compile(
    r"\b(largest|smallest|least|greatest|values?|numbers?|constants?|choose|exists?|there (is|are)|find)\b[^.]*"
    r"\b(such|so) that\W*$|\b(if|when|whenever|unless|provided( that)?)\W*$"
)
_GIVEN = re.compile(
    r"\b(let|given|define\w*|denote\w*|where|with|write|call|consider|assume\w*|suppose|known|recall|using|use|"
    r"note that|"
    r"since|because|as|definition|model|i\.e\.|inequality|constraint)\b"
)
_QUESTION = re.compile(r"\b(what|why|which|is|are|does|do|will|calculate|compute|find|determine)\b[^.]*\?")
_NOT_A_CLAIM = re.compile(
    r"\b(not|never|in general|neither|hint|require\w*|requirement|property|properties|whether)\b|"
    r"(?<!\bbe )\bsymmetric\b(?!\W+([\w-]+\W+){0,4}matri)"  # of divergences; a matrix that is let be so has one more
)


_DEFINITION = re.compile(
    r"\b(where|let|defin\w*|denot\w*|introduc\w*|call|write)\b[^,;:]*\W*$|"
    r"(^|,|\band)\s*with\b[^,;:]*\W*$|\b(given|defined|denoted)\s+(by|as|via)\W*$"
)
_CLAUSE = 160  # characters of a sentence that are looked back at
_SETTING = re.compile(r"\b(set|setting|special case|substitut\w*|plugging|inserting|choosing|putting|taking)\b")
_LAWS = "uniform|normal|gaussian|bernoulli|binomial|poisson|exponential|gamma|beta|laplace|cauchy|multinomial|dirichlet"
_LAW = re.compile(rf"\s*(is|be|are|denotes?|follows?|has|have)\b[^.;]*\b({_LAWS}|distributed)\b")


def sentence(words: str) -> str:
    """The part of the words that belongs to the sentence which is still open, in small letters."""
    return re.split(r"[.!?:;]\s+(?=[A-Z(])|\n\s*\n", words)[-1].lower()


_CONDITIONS = re.compile(rf"\b(for( all| any| every| each)?|if|when|where)\s+{_ONE}(\s*(,|and|, and)\s*{_ONE})*\W*$")


def is_bare(words: str, rest: str) -> bool:
    """Whether a sentence is formulas, and conditions behind them, and nothing else: then each of them is said, and not
    only spoken of."""
    before = re.split(r"[.!?:;]\s+", words)[-1]
    rest = _CONDITIONS.sub("", rest.lower())
    return not re.sub(r"\b(and|but)\b|[\s,.;]", "", f"{before} {rest}".lower().replace(FORMULA.strip(), ""))


def rest_of_sentence(text: str) -> str:
    """The text up to where its first sentence ends, with the stop."""
    found = re.search(r"[.!?](?=\s|$)|\n\s*\n", text)
    return text if found is None else text[: found.end()].rstrip()


def is_case(words: str) -> bool:
    """Whether what follows gives parameters the values of a case: ``setting a = 1``, ``a special case with``."""
    return bool(_CASE.search(sentence(words)))


def begins_case(words: str) -> bool:
    """Whether what follows is the condition of a case that heads its sentence: ``If $A$ is symmetric, then``."""
    return sentence(words).strip() in ("if", "when", "whenever")


_HEAD = re.compile(
    r"\W*((and|but|so|now|hence|thus|similarly|conversely|likewise|also|then),? )?"
    r"(if|when|whenever|for( (all|any|every|each))?|in the case( that| where| of)?|provided( that)?)\b"
)


def is_conditional_sentence(words: str) -> bool:
    """Whether the sentence that is still open began with a condition: ``If $x > 0$ and $y > 0$, then``."""
    return bool(_HEAD.match(sentence(words)))


_TRAILING = re.compile(rf"{_ONE}[^.;:]*\b(if|when|whenever|for|provided|unless)\s*$")


def is_trailing_case(words: str, rest: str) -> bool:
    """Whether a case ends the sentence, as the condition of what stands before it: ``We have $A$, if $p = 0$.``"""
    return bool(_TRAILING.search(sentence(words))) and rest.strip() in ("", ".")


def is_setting(words: str) -> bool:
    """Whether what follows gives parameters the values of a case: ``setting a = 1``, ``a special case with``."""
    return bool(_SETTING.search(sentence(words)))


def is_another_value(words: str) -> bool:
    """Whether what follows is a second value of what stands right before it: ``x = 1 and x = 2``."""
    return bool(re.search("\N{OBJECT REPLACEMENT CHARACTER}\\s*,?\\s*(and|or)\\s*$", words))


def goes_on_with_and(words: str) -> bool:
    """Whether what follows is said beside the formula right before it: ``if a = 1 and b = 1``."""
    return bool(re.search("\N{OBJECT REPLACEMENT CHARACTER}\\s*,?\\s*and\\s*$", words))


def names_a_law(after: str) -> bool:
    """Whether the words behind a density or a random variable say what law it has."""
    return bool(_LAW.match(after.lower()))


def is_shown(words: str) -> bool:
    """Whether what follows is to be shown."""
    return bool(_SHOWN.search(sentence(words)))


def is_condition(words: str) -> bool:
    """Whether what follows is a condition to be met or solved."""
    return bool(_CONDITION.search(sentence(words)))


def is_sought(words: str) -> bool:
    """Whether what follows says which value is sought, or when something holds: it claims nothing."""
    return bool(_SOUGHT.search(sentence(words)))


def named_in_words(words: str) -> str | None:
    """The letter that a formula is said to be the value of in plain text, p(x) = before the formula; None for none."""
    found = re.search(r"(?<!\w)([A-Za-z])\s*(?:\(\s*\w\s*\))?\s*=\s*$", words)
    return None if found is None else found[1]


def is_under_case(words: str) -> bool:
    """Whether a case stands right before a formula, ``If $i = j$,``: what follows is claimed of it."""
    return bool(re.search(r"\b(if|when|whenever)\s*\N{OBJECT REPLACEMENT CHARACTER}\W*$", sentence(words)))


def is_supposed(words: str) -> bool:
    """Whether what follows is supposed to hold from here on: it claims nothing."""
    return bool(re.search(r"\b(suppose|assume|assuming)(\s+that)?\s*$", sentence(words)))


_POSED = re.compile(
    r"^[\s,]*(now )?(let|suppose|assume|assuming|given)\b[^.]*\band[\s:,]*$|"
    r"^\W*((moreover|now|and|further|also|next)\W+)*(let|suppose|assume|assuming|given|take|consider|for)\b[^.]*"
    r"\b(with|such that|satisf(y|ies|ying)|obey(s|ing)?|fulfils?|fulfill?|related by|for which)[\s:,]*$|"
    r"\b(consider|solve|solving|study|take)\b[^.,:;]*\b(equation|system|relation|constraint|condition)s?[\s:,]*$|"
    r"\b(solv(e|ing)|subject to( the constraints?)?( that)?|under the constraints?( that)?)[\s:,]*$"
)


def is_posed(words: str) -> bool:
    """Whether an equation that follows is one to be met, by numbers that are let be or to be found: ``Let x and y be
    numbers with``, ``We solve``."""
    return is_supposed(words) or (bool(_POSED.search(sentence(words))) and not is_no_claim(words))


def is_given(words: str) -> bool:
    """Whether what follows is introduced as known or as a name."""
    return bool(_GIVEN.search(sentence(words)))


def is_definition(words: str) -> bool:
    """Whether what follows is said to define its left side: where, with the parameters, we denote, is given by."""
    return not re.search(r"\.\s*$", words) and bool(_DEFINITION.search(sentence(words)[-_CLAUSE:]))


_DENSITY = re.compile(
    rf"\b(density|pdf|pmf|mass)( function)?(\W*\(\w+\)|\W*of\s+((a|the)\s+)?(random variable\s+)?({_ONE}|it)|"
    r"\W*\b(is|reads|given by|then|thus|therefore|as|has the form)\b|[\s:,])*$"
)


def calls_density(words: str) -> bool:
    """Whether what follows is called a density: ``The density of $X$ is``, ``with probability density function``."""
    return bool(_DENSITY.search(sentence(words))) and not is_no_claim(words)


def is_no_claim(words: str) -> bool:
    """Whether the words keep an inequality from being an assumption: a requirement, a property, a question."""
    return bool(_NOT_A_CLAIM.search(sentence(words))) or is_question(words)


def is_conditional(after: str) -> bool:
    """Whether the words behind a formula make it hold only if something else does; "If" begins another sentence."""
    return bool(re.match(r"\s*[,;]?\s*(,\s*)?(and\s+)?(if|only if|iff|when|whenever|unless|provided)\b", after))


_CONCLUDES = re.compile(
    r"\b(hence|therefore|thus|then|so|implies|follows|conclude\w*|if|unless|because|since|show|prove|verify|derive|"
    r"demonstrate|claim|theorem|lemma|proposition|corollary)\b"
)


def is_told(words: str) -> bool:
    """Whether what follows is told as a property to be used: the sentence does not conclude, doubt, or ask."""
    words = re.sub(r"\([^()]*\)", "", words)  # what is said in brackets only explains
    return not (is_no_claim(words) or is_shown(words) or _CONCLUDES.search(sentence(words)))


_THEN = (
    r"then|hence|thus|therefore|so|consequently|implies|it follows that|(which|this) (gives|yields|means)|"
    r"(we|one) (get|gets|obtain|have|has|find|see|conclude)"
)
_BUT = (
    r"if|when|where|with|let|suppose|assume|define|denote|set|call|write|since|because|for|unless|provided|such|would|"
    r"need|want|whether|choose|take|given|as|by|using|plugging|inserting|substituting|setting|putting|from|in|called|denoted|"
    r"consider|need not|cannot|not"
)
_CONCLUDED = re.compile(rf"\b({_THEN})\b(?!.*\b({_BUT})\b)", re.DOTALL)


def is_concluded(words: str) -> bool:
    """Whether the clause before a formula concludes it: ``Then``, ``hence``, ``so that we get``, and nothing after that
    introduces it."""
    return bool(_CONCLUDED.search(sentence(words))) and not is_no_claim(words) and not is_shown(words)


_RECALLED = re.compile(r"\b(recall\w*|remember|we know|(is|well)[- ]known|the (\w+ )?(inequality|bound))\b[^,;]*$")


def is_recalled(words: str) -> bool:
    """Whether what follows is recalled as known: ``Recall that``, ``it is well known that``, ``the inequality``."""
    return bool(_RECALLED.search(sentence(words)))


_REASON = re.compile(
    r"\b(since|because|as|note( also| first)? that|notice that|observe that|using( the fact)?( that)?|"
    r"by the fact that)\s*$"
)
_RESTRICTED = re.compile(
    r"[\s,]*(on|in(?! (general|fact|particular|turn|any case))|over|within|near|around|inside|outside|between|"
    r"at(?! (least|most|all))|under|locally|as long as|provided|"
    rf"unless|(for|whenever|if|when|where)\b(?!\s+((all|any|every|each)\s+)?{_ONE}))\b"
)


def is_reason(words: str) -> bool:
    """Whether what follows is the reason for something: ``since``, ``note that``."""
    return bool(_REASON.search(sentence(words)))


def is_restricted(rest: str) -> bool:
    """Whether the words behind a formula say for what it is meant, and not by a formula: ``on the unit interval``."""
    return bool(_RESTRICTED.match(rest.lower()))


def is_explained(after: str) -> bool:
    """Whether the words behind a formula go on to say what its names are: ``, where the parameters are``."""
    return bool(re.match(r"[\s,;.]*(where|with|in which)\b", after.lower()))


_NUMERATOR = re.compile(r"\bnumerator[\s-]+layout|\bjacobian[\s-]+(formulation|layout)", re.IGNORECASE)
_INDEPENDENT = re.compile(r"\bindependent\b(?!\s(observations?|measurements?|data|samples?|errors?|variables?)\b)")
_NOT_SO = re.compile(r"\b(not|never|cannot|neither|whether|unless|were|would)\b|n['\N{RIGHT SINGLE QUOTATION MARK}]t\b")


def speaks_of_numerator_layout(words: str) -> bool:
    """Whether words are about derivatives that are laid out as the transpose of what they are taken by."""
    return _NUMERATOR.search(words) is not None


def speaks_of_independence(words: str) -> bool:
    """Whether a sentence calls random variables independent, and does not deny, doubt or ask it; that observations are
    says nothing of other variables."""
    return any(
        (found := _INDEPENDENT.search(each)) and not each.endswith("?") and not _NOT_SO.search(each[: found.start()])
        for each in re.split(r"(?<=[.?!])\s", words)
    )


def is_place(words: str) -> bool:
    """Whether what follows says only where something is: ``the minimum at``, ``half of it lies at``."""
    return bool(re.search(r"(?<!arrive )(?<!arrives )(?<!arrived )(?<!arriving )\bat\s*$", words.lower()))


_GOES_ON = re.compile(
    rf"\b({_THEN})\b|^[\s,]*(gives|yields|leads to|results in)\b|[\N{{RIGHTWARDS ARROW}}\N{{RIGHTWARDS DOUBLE ARROW}}]"
)


def goes_on(words: str) -> bool:
    """Whether the words since the last formula make what follows a consequence of it: ``hence``, and not ``and``."""
    return bool(_GOES_ON.search(_since(words)))


def stands_beside(words: str) -> bool:
    """Whether there is nothing but ``and`` since the last formula: both follow from what one of them follows from."""
    return bool(re.fullmatch(r"\s*,?\s*and\s*", _since(words)))


def _since(words: str) -> str:
    return words.rsplit("\N{OBJECT REPLACEMENT CHARACTER}", 1)[-1].lower()


_VANISHES = re.compile(
    r"\b(set|sets|setting|put|putting|equating) "
    r"(this|it|(the|this|its|that) (first |partial |resulting )*(derivative|slope|expression|result)) "
    r"((to be )?equal )?to (zero|0)\b[^.;:]*$"
)


def is_where_derivative_vanishes(words: str) -> bool:
    """Whether what follows is found by ``setting the derivative to zero``."""
    return bool(_VANISHES.search(" ".join(sentence(words).split())))


_SUPPOSITION = re.compile(
    r"\W*((and|now|next|also|moreover|furthermore|finally),? )?((we|let us) )?((now|also) )?(suppose|assume|assuming)\b"
)


def is_supposition(words: str) -> bool:
    """Whether the sentence supposes what follows: ``Suppose that ..., ... and``, ``Now suppose that``."""
    return bool(_SUPPOSITION.match(sentence(words))) and is_told(words)


_BESIDE = re.compile(r"(^|,)\s*(where|with)\b[^.;:]*$|\b(with|having)\s*$")


def lets_have(words: str, member: bool) -> bool:
    """Whether the sentence lets something have the property that follows: ``Suppose that``, ``Let``; of a ``member`` of
    data also ``where``, ``with``."""
    if _ENDED.search(words.lower()):
        return False
    if is_supposed(words) or is_supposition(words) or is_let(words) or is_listed_as_given(words):
        return not is_no_claim(words) and not is_shown(words)
    return member and bool(_BESIDE.search(sentence(words))) and is_told(words)


_LETS_HOLD = re.compile(
    rf"\W*((and|now|next|also|moreover|furthermore|finally),? )?(let|if)\s+({_ONE}\s*(, and|,|and)\s*)*$"
)
_OR = re.compile(r"^((?!\bthen\b)[^.;])*\bor\b")


def lets_hold(words: str, rest: str) -> bool:
    """Whether the sentence begins by letting what follows hold, whatever it is between: ``Let``, ``Now if``; of
    alternatives, ``If $a < b$ or $c < d$``, none holds by itself."""
    return bool(_LETS_HOLD.match(sentence(words))) and not _OR.match(rest.lower())


_LET_NAMES = re.compile(
    rf"(^|[.,;:]\s+|\b(now|next|again|also|and|furthermore|moreover),?\s+)let\s+({_ONE}\s*(,\s*and|,|and)\s*)*$"
)
_BE_RANDOM = re.compile(
    rf"(\s*(,\s*and|,|and)\s*{_ONE})*\s*(each )?be ((an?|any|some|two|three|other|another|new|real|real-valued|scalar|"
    r"continuous|discrete|independent|arbitrary|positive|non-?negative|[a-z]+ly)\s+)*random\b"
)


def lets_be_random(words: str, rest: str) -> bool:
    """Whether the names in a formula are let be random variables: ``Now let $X$ and $Y$ be two random variables``."""
    return bool(_LET_NAMES.search(sentence(words)) and _BE_RANDOM.match(rest.lower()))


_ENDED = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bi\.d)(?<!\br\.t)[.!?]\s*$")


def is_let(words: str) -> bool:
    """Whether the sentence lets something be what follows, and concludes nothing: ``Let there be the model``."""
    if _ENDED.search(words.lower()):
        return False
    return bool(re.match(r"\W*((moreover|now|and|further|also)\W+)*(let|consider)\b", sentence(words))) and is_told(
        words
    )


def lets_be(words: str) -> bool:
    """Whether what follows is what something is let be from here on, whatever it was before: ``Now let``."""
    listed = "(\\s*\N{OBJECT REPLACEMENT CHARACTER}\\s*(,\\s*and|,|and))*"
    return bool(re.search(rf"\blet( us)?( now| instead)?{listed}\s*$", sentence(words))) and is_let(words)


def is_listed_as_given(words: str) -> bool:
    """Whether what follows stands in a list of what is given: ``Given x = 1, y = 2 and``."""
    return bool(
        re.fullmatch(
            "\\W*given( that)?(\\s*\N{OBJECT REPLACEMENT CHARACTER}\\s*(,|and|,\\s*and))*\\s*", sentence(words)
        )
    )


def is_almost(after: str) -> bool:
    """Whether the words behind an equation say that it holds almost everywhere."""
    return bool(re.match(r"^\W*(almost (everywhere|surely)\b|a\.\s?[es]\.)", after.lower()))


def is_general(after: str) -> bool:
    """Whether the words behind a formula, or beside it in its row, say that it holds for all values of a name."""
    return bool(re.search(r"^\W*(is [a-z]+ )?for (all|every|each|any)\b", after.lower()))


def is_question(words: str) -> bool:
    """Whether the formula stands in a question."""
    return bool(_QUESTION.search(sentence(words) + " "))


_ENUMERATED = re.compile(r"^\s*(\(?[a-hA-H]\)|\([ivx]{1,4}\)|[ivx]{1,4}\)|\(?\d{1,2}[.)]|[A-H]\.)\s")


def is_enumerated(words: str) -> bool:
    """Whether a paragraph begins a numbered part: a), (ii), 3."""
    return bool(_ENUMERATED.match(words))


_ASKED = re.compile(
    r"\b(called|said to be|is an? [a-z -]+ (if|when)|defined (as|to be))\b[^.]*\b(following|these|if|when)\b[^.]*:\s*$"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def asks_of_what_it_defines(words: str) -> bool:
    """Whether a list begins of what a new word asks for: ``is called a metric if it has the following properties:``."""
    return bool(_ASKED.search(sentence(words)))


def comes_next(before: str, words: str) -> bool:
    """Whether a paragraph with a number is the one after another: (b) after (a), (ii) after (i), 3. after 2."""
    one, other = (re.findall(r"\w+", text)[:1] for text in (before.lower(), words.lower()))
    if not one or not other:
        return False
    (a,), (b,) = one, other
    if a in _ROMAN and b in _ROMAN:
        return _ROMAN.index(b) == _ROMAN.index(a) + 1
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1


def is_number_of_part(words: str) -> bool:
    """Whether the words are the number of a part and nothing else."""
    return bool(re.fullmatch(_ENUMERATED.pattern.removesuffix(r"\s") + r"\s*", words))


def is_after_contradiction(words: str) -> bool:
    """Whether the words since the last formula say that what was supposed cannot be: ``a contradiction``."""
    since = words.rsplit("\N{OBJECT REPLACEMENT CHARACTER}", 1)[-1].lower()
    return bool(re.search(r"(?<!for )(?<!by )(?<!towards a )(?<!way of )\b(contradiction|contradicts|absurd)\b", since))


def is_from(words: str) -> bool:
    """Whether what follows is what something else is taken from: ``From $x^2 = 4$``."""
    return bool(re.search(r"\bfrom\s*$", words.lower()))


def is_otherwise(words: str) -> bool:
    """Whether the sentence leaves the case that was supposed: ``Otherwise``, ``in general``."""
    return bool(re.match(r"\W*(otherwise|in general|conversely)\b", sentence(words)))


def is_statement(heading: str) -> bool:
    """Whether a heading begins something to be shown."""
    return bool(re.match(r"\s*(theorem|lemma|proposition|corollary|claim)\b", heading.lower()))
