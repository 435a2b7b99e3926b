r"""A clause that says a law, read from the word that begins it to its end.

clause      subjects verb law parameters | law subjects parameters
law         adjectives family nouns | nouns (following | with | of) law | a law as a formula
            | (independent | iid | nouns) (with | each with | and have), of which only moments are said
parameters  see law_parameters
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..shapes.spaces_in_words import is_space
from ..syntax import ImageLaw, Numeral, RowSyntax, Sign, Statement, Syntax
from ..words import law_vocabulary as said
from ..words.sentences import Maths, Sentence
from .law_parameters import ParameterReader, is_range
from .law_phrases import NotUnderstoodError, Phrase, is_law, statements, subject
from .listed_data import members

if TYPE_CHECKING:
    from ..probability.conditional_masses_written import ConditionalTold
    from ..probability.joint_masses_written import JointTold
    from ..probability.masses_written import MassesTold
    from ..probability.states_written import StatesTold

_LONGEST_CALL = 5  # words that call a random variable: the total waiting time
_DEEPEST = 4  # laws within laws: a variable following a distribution that is ...


@dataclass(frozen=True)
class Told:
    """What a clause says: its statements, and the places of the formulas that are its subjects.

    ``since``: nothing but the clause itself introduces the subjects; it does so where no formula before that place has
    their names.
    """

    statements: tuple[Statement, ...]
    subjects: tuple[int, ...]
    since: int | None = None
    unread: tuple[str, ...] = ()  # subjects of a law that is told and not read
    written: tuple[int, ...] = ()  # the places of formulas that are parts of the clause, \mathrm E[X] = \mu
    ranges: tuple[RowSyntax, ...] = ()  # i = 1, ..., n for the index of data that are listed as x_1, ..., x_n
    independent: bool = False  # of each other, as it is said of the subjects
    conditional: bool = False  # it is the condition of its sentence, and holds in no other
    apart: bool = False  # the subjects are results of experiments that have nothing to do with each other
    masses: MassesTold | JointTold | ConditionalTold | StatesTold | None = (
        None  # the values of random variables with their probabilities
    )


class Reader(ParameterReader):
    """Reads one clause from a position on."""

    def __init__(self, tokens: Sentence, at: int) -> None:
        super().__init__(tokens, at)
        self.ranges: list[RowSyntax] = []  # of the indices of subjects that are data

    # -----------------------------------------------------------------------------------------------------------------
    # the clause

    def clause(self) -> Told:
        """One clause; the reader then stands at its end."""
        self.skip(said.FILLERS)
        self._observing()
        start = self.at
        try:
            phrase = Phrase()
            names, places = self.subjects()
            data = any(word in said.DATA for word in self.tokens[start : self.at])
            if not (data and self._taken_from()) and self.word() != "iid":  # "consider $X_1, \\dots, X_n$ iid normal"
                self.need(self.word() in said.VERBS)
                self.at += 1
            phrase.independent = any(word in said.INDEPENDENT for word in self.tokens[start : self.at])
            if self.role_follows():  # "let X have mean 0 and variance 1"
                self.need(self.word(-1) not in ("is", "are"))  # "$m$ is the mean of $y$"
                self.need(self.parameter(phrase))
            else:
                self.law(phrase)
        except NotUnderstoodError:
            self.at = start
            phrase = Phrase()
            self.law(phrase, before_subject=True)
            names, places = self.subjects(nouns=False)
        self.parameters(phrase)
        self._independence()
        self.need(self.ended())
        self.need(all(len(names) == 1 and phrase.is_of(each, names[0]) for each, _ in phrase.told))
        written = tuple(place for _, place in phrase.told if place is not None)
        return Told(
            tuple(statements(names, phrase)),
            tuple(places),
            written=written,
            ranges=tuple(self.ranges),
            independent=phrase.independent,
        )

    def _observing(self) -> None:
        """``We observe``, ``we are given $n$``: what follows are data."""
        before = self.at
        observed = self.skip(frozenset({"we"})) and (self.skip(said.OBSERVE) or self._are_given())
        if observed and self.maths() and self.word(1) in said.INDEPENDENT | said.DATA:
            self.at += 1  # how many there are
        if not observed:
            self.at = before

    def _are_given(self) -> bool:
        return self.skip(frozenset({"are"})) and self.skip(frozenset({"given"}))

    def _taken_from(self) -> bool:
        """``data $x$ from a law``, ``observations $x$ of a Poisson variable``: the words that stand for a verb."""
        before = self.at
        self.skip(said.DRAWN | said.INDEPENDENT)
        if self.word() in ("from", "of"):
            self.at += 1
            return True
        self.at = before
        return False

    def subjects(self, nouns: bool = True) -> tuple[list[Syntax], list[int]]:
        """``$X$ and $Y$``, ``the random variables $X, Y$``, ``$p(x)$``: the names, and where they stand."""
        called = nouns and self._called()
        if nouns and not called:
            self.skip(said.ARTICLES | said.ADJECTIVES | said.SUBJECTS)
        found: list[Syntax] = []
        places: list[int] = []
        while isinstance(token := self.token(), Maths) and token.place is not None and not token.display:
            found += self._named(token)
            places.append(token.place)
            self.at += 1
            step = 2 if (self.word(), self.word(1)) == (",", "and") else 1
            if self.word() not in ("and", ",") or not self.maths(step):
                break
            self.at += step
        self.need(found)
        if called and len(found) == 1:
            self._of_whom()
            self._in_units()
        return found, places

    def _called(self) -> bool:
        """``The waiting time $T$``, ``the number of calls $N$``: words that call a subject, and are no quantity that
        is made of others; the reader then stands at its name."""
        ahead, counts = 1, self.word(1) == "number" and self.word(2) == "of"
        while isinstance(self.token(ahead), str) and ahead <= _LONGEST_CALL:
            word = self.word(ahead)
            if word in said.MADE | said.DENIALS | said.CONCLUSIONS | said.VERBS or (word == "of" and not counts):
                return False
            ahead += 1
        if self.word() not in ("the", "a", "an", "each") or ahead < 2 or not self.maths(ahead):
            return False
        self.at += ahead
        return True

    def _of_whom(self) -> None:
        """``The height $H$ of a person``, ``the number $N$ of claims``: whose it is."""
        if self.word() != "of" or not isinstance(self.token(1), str) or self.word(1) in said.MADE:
            return
        ahead, ends = 2, said.VERBS | {"("}
        while isinstance(self.token(ahead), str) and ahead < _LONGEST_CALL and self.word(ahead) not in ends:
            ahead += 1
        if self.word(ahead) in ends:
            self.at += ahead

    def _in_units(self) -> None:
        """``(in mm)``, ``(in thousands of hours)``: words in brackets that say in what it is measured."""
        ahead = 2
        while isinstance(self.token(ahead), str) and ahead <= _LONGEST_CALL and self.word(ahead) != ")":
            ahead += 1
        if (self.word(), self.word(1), self.word(ahead)) == ("(", "in", ")"):
            self.at += ahead + 1

    def _named(self, token: Maths) -> list[Syntax]:
        """The names that a formula lists; for data x_1, ..., x_n that of one of them, by its running index."""
        written = token.expressions()
        if (data := members(written)) is not None:
            self.ranges.append(RowSyntax(data.range, None, "", "", span=data.member.span))
            return [data.member]
        names = [each for e in written if (each := subject(e)) is not None]
        self.need(names and len(names) == len(written))
        return names

    # -----------------------------------------------------------------------------------------------------------------
    # the law

    def law(self, phrase: Phrase, before_subject: bool = False, depth: int = 0) -> None:
        """A law phrase, without its parameters."""
        self.need(depth < _DEEPEST)
        self._attributes(phrase)
        if self._family(phrase):
            self.skip(said.SUBJECTS)
            self._written(phrase)
            return
        if self._written(phrase):
            self.skip(said.NOUNS)
            return
        if self._image(phrase):
            return
        nouns = self._nouns(phrase)
        if nouns and self._written(phrase):  # "has law $\\mathcal N(0, 1)$"
            return
        if (before_subject and nouns and self.maths()) or ((nouns or phrase.related) and self._tells()):
            return  # random variables of which only moments are said
        if nouns and not before_subject and (self.word(), self.word(1)) == (",", "each") and self._family_follows(2):
            self.at += 2
            self.law(phrase, depth=depth + 1)  # "independent random variables, each uniform on"
            return
        drawn = self.word() in said.DRAWN or (phrase.alike and self.word() == "from")  # "be iid from a Beta law"
        self.need(nouns or drawn)
        self.need(self.word() in said.CONNECTORS and not before_subject)
        before = self.at
        self.skip(said.CONNECTORS | said.INDEPENDENT)
        try:
            self.law(phrase, depth=depth + 1)
        except NotUnderstoodError:
            self.at = before  # a random variable of which only moments are said

    def _nouns(self, phrase: Phrase) -> bool:
        """``random variables``, ``a random sample of size $n$``; whether there are any."""
        before = self.at
        while self.word() in said.NOUNS:
            phrase.nouns.add(self.word())
            self.at += 1
        if self.at > before and (self.word(), self.word(1)) == ("of", "size") and self.maths(2):
            self.at += 3
        if self.at > before and self.word() in ("in", "on") and is_space(self.token(1)):
            self.at += 2
        return self.at > before

    def _tells(self) -> bool:
        """Whether moments follow: ``with``, ``, each with``, ``and have``."""
        step = 1 if self.word() == "," else 0
        step += self.word(step) in said.EACH
        told = self.word(step) in said.HAVING or (self.word(step), self.word(step + 1)) == ("and", "have")
        return told and not self._law_written(step + 1)

    def _law_written(self, ahead: int) -> bool:
        """Whether a law follows as a formula: ``with the $\\mathcal N(0, 1)$ distribution``."""
        while self.word(ahead) in said.ARTICLES | said.ADJECTIVES:
            ahead += 1
        token = self.token(ahead)
        sole = token.sole() if isinstance(token, Maths) and not token.display else None
        return sole is not None and not sole.relations and is_law(sole.expressions[0])

    def _attributes(self, phrase: Phrase) -> None:
        """``two``, ``a standard``, ``a $k$-dimensional``, ``the zero-mean``, ``independent``."""
        while True:
            word = self.word()
            phrase.related |= word in said.RELATED
            phrase.independent |= word in said.INDEPENDENT
            phrase.alike |= word in said.ALIKE
            if word in ("two", "three"):
                phrase.count = 2 if word == "two" else 3
            elif word == "standard" and self.word(1) not in ("deviation", "deviations"):
                phrase.standard = True
            elif word in ("zero-mean", "mean-zero", "centered", "centred"):
                self.need(phrase.put("mean", [Numeral("0")]))
            elif (word, self.word(1)) == ("zero", "mean"):
                self.need(phrase.put("mean", [Numeral("0")]))
                self.at += 1
            elif self.maths() and self.word(1) in ("-dimensional", "-variate"):
                self.at += 1
            elif word in ("and", ",") and (self.word(1), self.word(2)) == ("identically", "distributed"):
                phrase.alike = True
                self.at += 2
            elif word in ("and", ",") and self.word(-1) in said.INDEPENDENT and self._family_follows(1):
                pass  # "independent and uniform"
            elif (word, self.word(1), self.word(2)) == ("(", "iid", ")"):
                self.at += 2
            elif (word, self.word(1)) == ("identically", "distributed"):
                self.at += 1
            elif word not in said.ARTICLES | said.ADJECTIVES:
                return
            self.at += 1

    def _family_follows(self, ahead: int) -> bool:
        names = (self.spelled(ahead), f"{self.spelled(ahead)} {self.spelled(ahead + 1)}")
        return any(name in said.FAMILIES for name in names)

    def _family(self, phrase: Phrase) -> bool:
        if (lettered := self._in_letters()) is not None:
            phrase.family, self.at = lettered
            return True
        for name, length in ((f"{self.spelled()} {self.spelled(1)}", 2), (self.spelled(), 1)):
            if name in said.FAMILIES:
                phrase.family = said.FAMILIES[name]
                self.at += length
                if (self.word(), self.word(2)) == ("(", ")") and self.maths(1):  # "Poisson($\lambda$)"
                    self.at += 1
                    self.need(phrase.put("", self.values()))
                    phrase.bracketed = True
                    self.at += 1
                return True
        return False

    def _in_letters(self) -> tuple[said.Spoken, int] | None:
        r"""``$t$ distribution``, ``Student's $t$ distribution``, ``$\chi^2$-distributed``, and where its name ends."""
        step = 1 if self.spelled() == "student" else 0
        token = self.token(step)
        sole = token.sole() if isinstance(token, Maths) and not token.display else None
        if sole is None or sole.relations or self.word(step + 1) not in ("distribution", "distributed", "law"):
            return None
        family = next((each for each in said.IN_LETTERS if each.head == sole.expressions[0]), None)
        return None if family is None else (family, self.at + step + 1)

    def _written(self, phrase: Phrase) -> bool:
        r"""A law as a formula, ``the distribution $\mathcal N(0, 1)$``."""
        token = self.token()
        sole = token.sole() if isinstance(token, Maths) and not token.display else None
        if sole is None or sole.relations or not is_law(sole.expressions[0]):
            return False
        phrase.written = sole.expressions[0]
        self.at += 1
        return True

    def _image(self, phrase: Phrase) -> bool:
        r"""``the law of $(0, u)$ for $u \sim r$``: the law of an image."""
        value, source = self.token(2), self.token(4)
        if self.word() not in ("law", "distribution") or self.word(1) != "of" or self.word(3) not in said.FOR:
            return False
        if not (isinstance(value, Maths) and isinstance(source, Maths)) or value.display or source.display:
            return False
        match value.sole(), source.sole():
            case Statement((Syntax() as point,), ()), Statement((Syntax() as u, Syntax() as law), (Sign("~"),)):
                phrase.written = ImageLaw(point, u, law)
                self.at += 5
                return True
        return False

    # -----------------------------------------------------------------------------------------------------------------
    # the end

    def _independence(self) -> None:
        """``and independent of $Y$``, ``but not necessarily independent``: of the law itself it says nothing."""
        before = self.at
        self.skip(frozenset({",", "and", "but"}))
        if self.word() == "not" and self.skip(frozenset({"not", "necessarily"})) and self.word() == "independent":
            self.at += 1
            return
        if (self.word(), self.word(1)) == ("independent", "of") and self.word(2) in ("each", "them", "both"):
            self.at += 4 if self.word(2) == "each" else 3
        elif (self.word(), self.word(1)) == ("independent", "of") and self.maths(2):
            self.at += 3
            while self.word() in ("and", ",") and self.maths(1) and not self.relation_follows(1):
                self.at += 2  # "of $X$ and $Y$"
        else:
            self.at = before

    def ended(self) -> bool:
        """Whether nothing more is said in the clause."""
        if self.word() == "," and self.word(1) == "respectively":
            self.at += 1
        self.skip(frozenset({"respectively", "instead"}))
        self._range()
        if self.ranges and self.word() == "given" and self.maths(1):  # "given $\\theta$", of data
            self.at += 2
        if self.token() is None or self.word() in said.ENDS or self.word() in ("let", "we"):
            return True
        step = 2 if self.word(1) in said.ARTICLES else 1
        if self.word() in ("with", "and") and "prior" in (self.word(step), self.word(step + 1)):
            return True  # "with a Beta prior", "and prior $\\theta \\sim \\mathrm{Beta}(a, b)$"
        if self.word() in ("with", "and") and (self.word(step), self.word(step + 1)) == ("order", "statistics"):
            return True  # "with order statistics $X_{(1)} \\le \\dots \\le X_{(n)}$"
        if (self.word(), self.word(1), self.word(2)) == (",", "that", "is") and (self.word(3) == "," or self.maths(3)):
            return True
        if self.word() == "," and (self.word(1) in said.AFTER_COMMAS or self.clause_follows(1)):
            return True
        if self.word() == "," and self.equation_follows(1):
            return True
        step = 2 if (self.word(), self.word(1)) == (",", "and") else 1
        if self.word(step - 1) != "and":
            return False
        return self.word(step) in said.LEADS or self.clause_follows(step) or self.relation_follows(step)

    def _range(self) -> None:
        r"""``, $i = 1, \dots, n$``, ``for each $i$``: of which of the data it is said."""
        before = self.at
        self.skip(frozenset({","}))
        self.skip(frozenset({"for", "all", "each", "every"}))
        token = self.token()
        if is_range(token, alone=self.word(-1) in ("for", "all", "each", "every")):
            self.at += 1
        else:
            self.at = before

    def clause_follows(self, ahead: int) -> bool:
        """Whether subjects with a verb stand there."""
        other = type(self)(self.tokens, self.at + ahead)
        other.skip(said.FILLERS)
        try:
            other.subjects()
        except NotUnderstoodError:
            return False
        return other.word() in said.VERBS
