"""Words before a formula that say whether it is claimed: shown, concluded, recalled, sought, asked."""

from __future__ import annotations

import re

from .kept import answers_kept
from .prose import ONE, sentence, since
from .zeros_in_words import set_to_zero

_SHOW = r"(show|prove|verify|derive|demonstrate|establish)\b"

_ELSEWHERE = (
    r"[,:]\s*(we|one|i|it|note|observe|write|consider|let|compute|differentiate|take|start|recall|first|apply|expand|"
    r"substitute|insert|use)\b|\b(states?|says|tells|gives|yields|implies|implying|obtain|shows|follows|holds)\b|"
    r"\b(is|are) (also |indeed |an? )?(unbiased|consistent|efficient|sufficient|complete|idempotent|symmetric|"
    r"orthogonal|uncorrelated|convex|concave|bounded|continuous|stationary|invertible|"
    r"(positive|negative) (semi-?)?definite)\b[^:]*:\s*$"
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

# "Show that $A = B$." says what is to be shown, and the display behind it shows it.
_TO_BE_SHOWN_SAID = re.compile(
    rf"{_SHOW}( that)?( for( all| any| every| each)? {ONE} ?,?)?( (we|one) ha(ve|s)| it holds( true)?( that)?)? ?,?"
    rf" ?{ONE}( for( all| any| every| each)? {ONE})? ?\.\s*$"
)

_ANNOUNCED = re.compile(r"\b(we|i)( now)? claim( now)?( that)?[\s:,]*$")

_QUESTION = re.compile(r"\b(what|why|which|is|are|does|do|will|calculate|compute|find|determine)\b[^.]*\?")

_DENIED = r"\b(not|never|in general|neither|hint|whether)\b"
_REQUIRED = (
    r"\b(require\w*|requirement|property|properties)\b|"
    r"(?<!\bbe )\bsymmetric\b(?!\W+([\w-]+\W+){0,4}matri)"  # of divergences; a matrix that is let be so has one more
)
_NOT_A_CLAIM = re.compile(rf"{_DENIED}|{_REQUIRED}")

_CONCLUDES = re.compile(
    r"\b(hence|therefore|thus|then|so|implies|follows|conclude\w*|if|unless|because|since|show|prove|verify|derive|"
    r"demonstrate|claim|theorem|lemma|proposition|corollary)\b"
)

_THEN = (
    r"then|hence|thus|therefore|so|consequently|implies|it follows that|(which|this) (gives|yields|means)|"
    r"(we|one) (get|gets|obtain|have|has|find|see|conclude)"
)

_BUT = (
    r"if|when|where|with|let|suppose|assume|define|denote|set|call|write|since|because|for|unless|provided|such|would|"
    r"need|want|whether|choose|take|given|as|by|using|plugging|inserting|substituting|setting|putting|from|in|called|denoted|"
    r"consider|need not|cannot|not"
)

# Words with which a sentence may speak of probabilities and not tell them.
MAY_NOT_TELL = re.compile(r"\b(not|never|whether|unless|given that|conditional|until|before)\b")

_GIVES = r"(gives|yields|leads to|results in)( that)?\s*$"  # behind a formula, or what was done: "Setting it to zero"
# "Markov's inequality tells us that"
_BOUND_GIVES = r"\b(inequality|bound) (gives|yields|implies|shows|says|states|tells us)( us)?( that)?\s*$"
_CONCLUDED = re.compile(
    rf"(\b({_THEN})\b|{_BOUND_GIVES}|(^|[;,])\W*(and\W+)?(with|for|at|setting|inserting)\s*{ONE}\s*:\s*$|"
    rf"({ONE}\s*,?\s*|^\W*((then|hence|now|and|so)\W+)?\w+ing\b[^.;:]*){_GIVES})(?!.*\b({_BUT})\b)",
    re.DOTALL,
)

_STATED = re.compile(
    r"(?<!\bthat )\b(is|are|equals?|becomes?|reads?|clearly|obviously|indeed|in fact|"
    r"(known|note|notice|observe|recall|remember)( that)?)\W*$"
)
_ASSERTED = re.compile(r"\b(indeed|in fact|(checks?|verify|verifies) that)\W*$")
# "Integrating over $x$, $M \\ge 1$.": what was done, and behind it what it led to
_DONE = (
    r"(integrating|differentiating|summing|averaging|multiplying|dividing|adding|subtracting|rearranging|expanding|"
    r"simplifying|squaring|(comparing|equating)( the)? coefficients|taking (expect\w+|means|log\w*|square roots))"
)
_LED_TO = re.compile(
    rf"^\W*((hence|now|then|and|so|thus|therefore)\W+)*{_DONE}\b(?![^.;:]*\b(?!by\b)({_BUT})\b)[^.;:]*,\s*$"
)
_OPENS = re.compile(
    r"(\W*(moreover|furthermore|additionally|in addition|also|likewise|similarly|analogously|in particular|finally|"
    r"again|and|but|on the other hand|conversely|hence|now|then|thus|so|therefore|consequently)\b)*\W*"
    r"((by|for(?! (all|any|every|each)\b)(?![^,]*\bto\b)(?! (stability|convergence|feasibility|optimality)\b)|"
    rf"from|using|due to|thanks to|applying|in view of|{_DONE})\b"
    r"(?! (this |that |our |the )?(\w+ )?(assumption|hypothes\w+|definition|construction|convention|design|now on)\b)"
    r"((?!\b(let|where|with|assum\w+|suppos\w+|defin\w+|denot\w+|write)\b)[^.;:])*,)?\W*"
)
# "If $x > 1$, $x^2 > x$.": where the sentence ends there, it is what it claims.
_IF_OPENS = re.compile(
    rf"(\W*(and|but|so|then|hence|thus|therefore|now|also)\b)*\W*(if|when|whenever|provided( that)?|as long as)\s*"
    rf"({ONE}(\s*(and))?\s*)+,\s*"
)
# "Since $f$ is convex," which nothing but that is read of.
_SHAPED = re.compile(
    rf"\W*(now |but |hence |thus )?(since|because|as)\s+{ONE}\s+is( an?)? (strictly |monotonically )?"
    r"(convex|concave|(in|de)creasing|even|odd)( function)?,\W*"
)
# "By Markov's inequality $P(X > a) < 1/a$": who found it is cited, and the formula is what it says.
_PERSONS = (
    r"(markov|[ct]\w{0,2}heby\w+|jensen|cauchy|schwarz|h\N{LATIN SMALL LETTER O WITH DIAERESIS}lder|hoeffding|chernoff|"
    r"bernstein|minkowski|young|boole|bonferroni|cantelli|gibbs|pinsker|fatou|am[\N{EN DASH}-]gm)"
)
_CITES = re.compile(
    r"\W*((moreover|furthermore|also|similarly|finally|and|but|now)\b\W*)*"
    rf"(in particular|(by|from|using|applying) (the )?{_PERSONS}\b"
    r"[\w' \N{RIGHT SINGLE QUOTATION MARK}\N{EN DASH}-]*?"
    r"|by the (triangle|union|reverse triangle) (inequality|bound))\W*"
)
_FOLLOWED = re.compile(
    r"\s*(,\s*(so|hence|thus|therefore|since|because|which|and)\b|(for|since|because|and|using|by)\b|\.)"
)
_INTRODUCES = re.compile(rf"\b({_BUT})\b")

# "The constraint $x + y \\le 1$ is satisfied", which supposes and lets nothing be
_HELD_BY = re.compile(
    r"^(?!.*\b(if|when|whenever|suppose|assume|let|provided|unless|until|once|such that|where|for which|as long as)\b)"
    r".*\b(constraint|condition|inequality|requirement|bound)s?( that)?\s*$",
    re.DOTALL,
)
_SURELY = r"((clearly|always|then|also|indeed|therefore|thus|automatically|trivially) )*"
_HOLDS = re.compile(
    rf"\s*{_SURELY}(holds?|(is|are) {_SURELY}(satisfied|met|fulfilled|true|valid))\b"
    rf"(?!\s*((if|when|for|only|provided|as long)|(on|over|in|throughout)\s+(the (\w+ )?)?\s*{ONE}))"
)
_SOMETIMES = re.compile(
    r"\b(general(ly)?|usual(ly)?|typical(ly)?|often|sometimes|normally|unless|necessarily|may|might|can|could|if|when|"
    r"whenever|provided|except|for (some|most)|need)\b"
)

_FOR_WHICH = re.compile(
    r"\b(for( all| any| every| each)?( real| positive)?( numbers?)?|(?<!only )if|when|whenever)\s*"
    rf"({ONE}\s*(, and|,|and)\s*)*$"
)

_PREMISE = re.compile(rf"\s*(always )?(implies|entails|yields|gives)( that)?\s*{ONE}")

_RECALLED = re.compile(
    r"\b(recall\w*|remember|we know|(is|well)[- ]known|the (\w+ )?(inequality|bound))\b[^,;]*$|"
    r"\bwe (\w+ )?(use|apply)( the fact)?( that)?\s*$"
)

_ABSURD = re.compile(r"\b(contradict\w*|impossible|absurd\w*|nonsense|false|wrong|would|cannot|if|unless|not)\b")

_ABSURD_BEHIND = re.compile(
    r"\W*((but|and|now|clearly)\W+)?((this|that|which|it|we (have|get|reach|obtain))\b[^.;]{0,40}?)?"
    r"\b(contradict\w*|impossible|absurd\w*|nonsense|false|wrong|cannot)\b"
)
_TOWARDS_ABSURD = re.compile(
    r"\b(for|towards?|to|by|derive|obtain|reach|get|of|proof by) (a |the sake of (a )?)?contradiction\b|\breductio\b|"
    r"\b(suppose|assume) not\b|\b(suppose|assume)\b[^.]*\bcontrary\b"
)

_REASON = re.compile(
    r"\b(since|because|(?<!long )(?<!soon )(?<!far )(?<!well )as|note( also| first)? that|notice that|observe that|"
    r"using( the fact)?( that)?|"
    r"by the fact that)\s*$"
)
_AS_A_FORM = re.compile(  # "it can be written as", which is no reason
    r"\b((re)?writ(e|es|ten|ing)|express(ed|es)?|decompos\w+|factori[sz]\w+|expand\w*|represent\w*|giv(en|es)|defin\w+|"
    r"simplif\w+|split\w*|comput\w+|evaluat\w+|known)\b[^.,;:]*\bas\s*$"
)

_GOES_ON = re.compile(
    rf"\b({_THEN})\b|^[\s,]*(gives|yields|leads to|results in)\b|^[\s,;(]*(i\.e\.?|that is( to say)?|meaning)[\s,:]*$|"
    "[\N{RIGHTWARDS ARROW}\N{RIGHTWARDS DOUBLE ARROW}]"
)


@answers_kept
def is_shown(words: str) -> bool:
    """Whether what follows is to be shown."""
    said = sentence(words)
    return bool(_SHOWN.search(said)) and not _TO_BE_SHOWN_SAID.search(" ".join(said.split()))


def is_contradiction(words: str, rest: str, after: str) -> bool:
    """Whether what is said is denied, or would be absurd: ``This would imply $1 < 0$, which is impossible``; or is what
    a proof by contradiction comes to."""
    said = re.split(r"\b(if|unless)\b", rest.lower())[0]  # a condition behind it makes nothing absurd
    absurd = _ABSURD.search(f"{sentence(words)} {said}") or _ABSURD_BEHIND.match(after.lower())
    led_to = _TOWARDS_ABSURD.search(words.lower()) and not is_reason(words)
    return bool(absurd or led_to) or is_no_claim(words)


def is_towards_absurd(words: str) -> bool:
    """Whether what follows is supposed only to be refuted: ``Suppose for contradiction that``."""
    return bool(_TOWARDS_ABSURD.search(sentence(words)))


@answers_kept
def is_question(words: str) -> bool:
    """Whether the formula stands in a question."""
    return bool(_QUESTION.search(sentence(words) + " "))


@answers_kept
def is_no_claim(words: str) -> bool:
    """Whether the words keep an inequality from being an assumption: a requirement, a property, a question."""
    return bool(_NOT_A_CLAIM.search(sentence(words))) or is_question(words)


@answers_kept
def is_told(words: str) -> bool:
    """Whether what follows is told as a property to be used: the sentence does not conclude, doubt, or ask."""
    words = re.sub(r"\([^()]*\)", "", words)  # what is said in brackets only explains
    return not (is_no_claim(words) or is_shown(words) or _CONCLUDES.search(sentence(words)))


@answers_kept
def is_concluded(words: str) -> bool:
    """Whether the clause before a formula concludes it: ``Then``, ``hence``, ``so that we get``, and nothing after that
    introduces it."""
    said = sentence(words)
    found = _CONCLUDED.search(said) or _LED_TO.search(re.split(r"[.!?]\s", said)[-1])
    if found is None or re.search(_DENIED, said) or is_question(words) or is_shown(words):
        return False
    return not re.search(_REQUIRED, said[found.start() :])  # what is required may stand before: "This requires A, so B"


def says_apart(words: str, rest: str) -> bool:
    """Whether the clause concludes that what stands on both sides of a sign for "not equal" differs, whatever the names
    in it are: not "in general"."""
    said = f"{sentence(words)} {re.split('[.;]', rest.lower())[0]}"
    return is_concluded(words) and not _SOMETIMES.search(said)


def is_condition_of_shown(words: str) -> bool:
    """Whether an order says for what something is to be shown, and is not shown itself: ``Show that for $x > 1$``."""
    return bool(_FOR_WHICH.search(sentence(words)))


def is_premise(rest: str) -> bool:
    """Whether a formula is said to imply the one behind it: ``Then $x < y$ implies $f(x) < f(y)$``."""
    return bool(_PREMISE.match(rest.lower()))


def is_stated(words: str, rest: str) -> bool:
    """Whether a formula is what its sentence says: behind ``the value is``, ``note that``, or where a sentence begins
    with it, or with ``Moreover,`` or ``By Jensen's inequality`` before it, and goes on with what follows from it."""
    said = re.split(rf"[.!?](?:\s+(?={ONE})|\s*$)", sentence(words))[-1]
    cites = _CITES.fullmatch(said)
    if is_no_claim(said) or is_shown(said) or (introduces(said) and not cites):
        return False
    opens = cites or _OPENS.fullmatch(said) or _SHAPED.fullmatch(said)
    return is_behind_condition(words, rest) or bool(
        _STATED.search(said) or cites or (opens and _FOLLOWED.match(rest.lower()))
    )


@answers_kept
def is_behind_condition(words: str, rest: str) -> bool:
    """Whether a formula ends a sentence that is a condition but for it: ``If $x > 1$, $x^2 > x$.``"""
    said = re.split(rf"[.!?](?:\s+(?={ONE})|\s*$)", sentence(words))[-1]
    return bool(_IF_OPENS.fullmatch(said)) and re.fullmatch(r"\s*\.\s*", rest) is not None


def is_announced(words: str) -> bool:
    """Whether a formula is what the author claims, before it is shown: ``We claim that``."""
    return bool(_ANNOUNCED.search(sentence(words)))


def introduces(words: str) -> bool:
    """Whether the clause before a formula lets it be, or supposes it: ``where``, ``with``, ``for``."""
    return bool(_INTRODUCES.search(re.split("[,;]", sentence(words))[-1]))


def is_recalled(words: str) -> bool:
    """Whether what follows is recalled as known: ``Recall that``, ``it is well known that``, ``the inequality``."""
    return bool(_RECALLED.search(sentence(words)))


_SOLUTION = re.compile(
    r"\b(the|its) ((general|particular|unique|only|exact) )?(solution|answer|optimum|optimal value|minimum|maximum)s? "
    rf"(of( the \w+)?\s*{ONE}\s*)?(is|are)( (then|thus|therefore|given by))?[\s:,]*({ONE}\s*(,|and|,\s*and)\s*)*$"
)


def is_solution(words: str) -> bool:
    """Whether what follows is said to be a solution, or what something comes to: ``The solution is``."""
    return _SOLUTION.search(sentence(words)) is not None


def is_asserted(words: str) -> bool:
    """Whether what follows is so, and is not to be solved, an equation to zero as well: ``Indeed,``."""
    return bool(_ASSERTED.search(sentence(words)))


@answers_kept
def is_reason(words: str) -> bool:
    """Whether what follows is the reason for something: ``since``, ``note that``."""
    said = sentence(words)
    return bool(_REASON.search(said)) and not _AS_A_FORM.search(said)


def is_said_to_hold(words: str, rest: str) -> bool:
    """Whether a formula is said to hold, as a condition: ``The constraint $x + y \\le 1$ is satisfied``."""
    return bool(_HELD_BY.search(sentence(words)) and _HOLDS.match(rest.lower())) and not is_no_claim(words)


@answers_kept
def is_place(words: str) -> bool:
    """Whether what follows says only where something is: ``the minimum at``, ``half of it lies at``."""
    said = words.lower()
    return bool(
        re.search(
            r"(?<!arrive )(?<!arrives )(?<!arrived )(?<!arriving )\bat( the( \w+)? points?)?\s*$|"
            r"\b(polynomial|series|expansion|approximation|order|degree)( [^.;:]*)?\b(around|about|near)( the point)?"
            r"\s*$",
            said,
        )
    )


def goes_on(words: str) -> bool:
    """Whether the words since the last formula make what follows a consequence of it: ``hence``, and not ``and``."""
    return bool(_GOES_ON.search(since(words)))


def stands_beside(words: str) -> bool:
    """Whether there is nothing but ``and`` since the last formula: both follow from what one of them follows from."""
    return bool(re.fullmatch(r"\s*,?\s*and\s*", since(words)))


@answers_kept
def is_where_derivative_vanishes(words: str) -> bool:
    """Whether what follows is found by ``setting the derivative to zero``."""
    return set_to_zero(sentence(words), "in its clause") in ("slope", "gradient", "result", "this")
