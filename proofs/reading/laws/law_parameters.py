r"""The parameters of a law, as words say them: ``with mean $\mu$ and variance $\sigma^2$``, ``on $[a, b]$``.

parameters  ((with | and | on) (role values | value role | interval | values))*
"""

from __future__ import annotations

from ..syntax import Bracket, Dots, Numeral, Sign, Statement, Symbol, Syntax
from ..uses.running import INDICES
from ..words import law_vocabulary as said
from ..words.sentences import Maths, Token
from .cursor import Cursor
from .law_phrases import Phrase, moment_written


class ParameterReader(Cursor):
    """Reads the parameters of a law from a position on."""

    def parameters(self, phrase: Phrase) -> None:
        r"""``with mean $\mu$ and variance $\sigma^2$``, ``on $[a, b]$``, ``with $k$ degrees of freedom``."""
        while True:
            before = self.at
            if self.word() in ("on", "over", "between", "from", "in"):
                done = self._interval(phrase)
            elif self.word() == "(":  # "$\\mathrm{Exp}(\\lambda)$ (rate $\\lambda$)"
                self.at += 1
                done = self.role_follows() and self.parameter(phrase) and self.skip(frozenset({")"}))
            else:
                done = self.skip(said.HAVING | said.EACH | {"and", ",", "have"})
                done = done and (self._density() or self.parameter(phrase))
            if not done:
                self.at = before
                return

    def _density(self) -> bool:
        """``and density $p(x) = ...$``: a claim about the law that the other words say."""
        before = self.at
        self.skip(said.ARTICLES | {"probability"})
        if self.skip(frozenset({"density", "mass", "pdf", "pmf"})):
            self.skip(frozenset({"function"}))
            token = self.token()
            if isinstance(token, Maths) and (sole := token.sole()) is not None and sole.relations:
                self.at += 1
                return True
        self.at = before
        return False

    def _interval(self, phrase: Phrase) -> bool:
        ends = self.word() in ("between", "from")
        self.at += 1
        self.skip(frozenset({"the", "interval", "range"}))
        values = self.values()
        if ends and len(values) == 1 and self.word() == "to":
            self.at += 1
            values += self.values()
        elif not ends:
            match values:
                case [Bracket("[" | "(", (low, high), "]" | ")", None)]:
                    values = [low, high]
                case _:
                    return False
        return len(values) == 2 and phrase.put("minimum", values[:1]) and phrase.put("maximum", values[1:])

    def parameter(self, phrase: Phrase) -> bool:
        before = self.at
        self.skip(said.ARTICLES | said.ADJECTIVES | {"finite", "positive-definite"})
        known = any(word in said.KNOWN for word in self.tokens[before : self.at])
        if (self.word(), self.word(1)) == ("positive", "definite"):  # a covariance that is said so is presumed to be
            self.at += 2
        if self._moment(phrase) or self._finite(phrase):
            return True
        values = self.values()
        if values and self.word() in ("degree", "degrees") and (self.word(1), self.word(2)) == ("of", "freedom"):
            self.at += 3
            return phrase.put("freedom", values)
        if values and self.word() == "trials":
            self.at += 1
            return phrase.put("trials", values)
        role = self._role()
        if role is None:
            known = (bool(values) and self.skip(said.KNOWN)) or known
            return (
                bool(values) and known
            )  # "with $\\sigma^2$ known": which parameters are sought, and not what they are
        if role == "" and phrase.written is not None and (known or self.word() in said.KNOWN):
            self.values()  # "with unknown parameters $\\mu$ and $\\sigma^2$", "both parameters unknown"
            self.skip(said.KNOWN)
            return True
        if not values:
            self.skip(frozenset({"of", "equal", "to", "is"}))
            if self._moment(phrase, role):  # "with mean $\\mu = \\mathrm E[X]$"
                return True
            values = self.values()
        return phrase.put(role, values)

    def _finite(self, phrase: Phrase) -> bool:
        """``finite variance``, ``finite second moments``: that there is one, and not which."""
        step = 1 if self.word() in said.ORDINALS else 0
        if self.word(-1) != "finite" or self.word(step) not in said.MOMENTS or self.maths(step + 1):
            return False
        if self.word(step + 1) in ("of", "equal", "and") and self.maths(step + 2):
            return False
        self.at += step + 1
        return True

    def _moment(self, phrase: Phrase, named: str | None = None) -> bool:
        r"""``$\mathrm E[X] = \mu$`` for a mean \mu, which words may name as well."""
        token, found = self.token(), self._written_moment()
        if found is None or not isinstance(token, Maths):
            return False
        role, each, value = found
        self.need(named in (None, role) and phrase.put(role, [value]))
        phrase.told.append((each, token.place))
        self.at += 1
        return True

    def _written_moment(self, ahead: int = 0) -> tuple[str, Syntax, Syntax] | None:
        token = self.token(ahead)
        return moment_written(token.sole()) if isinstance(token, Maths) and not token.display else None

    def role_follows(self) -> bool:
        ahead = 0
        while self.word(ahead) in said.ARTICLES | said.ADJECTIVES | {"finite"}:
            ahead += 1
        return self.word(ahead) in said.ROLES or f"{self.word(ahead)} {self.word(ahead + 1)}" in said.ROLES

    def _role(self) -> str | None:
        for words, length in ((f"{self.word()} {self.word(1)}", 2), (self.word(), 1)):
            if words in said.ROLES:
                self.at += length
                self.skip(frozenset({"parameter", "parameters", "matrix", "matrices"}))
                return said.ROLES[words]
        return None

    def values(self) -> list[Syntax]:
        r"""The values that are listed, ``zero``, ``$a$``, ``$\mu_1$ and $\mu_2$``; not those of the next role."""
        if self.word() in said.SMALL:
            self.at += 1
            return [said.SMALL[self.word(-1)]]
        found: list[Syntax] = []
        while isinstance(token := self.token(), Maths) and not token.display:
            found += token.expressions()
            self.need(token.expressions())
            self.at += 1
            step = 2 if (self.word(), self.word(1)) == (",", "and") else 1
            after = self.word(step + 1)
            if (
                self._written_moment(step) is not None
                or self.word() not in ("and", ",")
                or not self.maths(step)
                or after in said.VERBS | {"degrees", "trials"}
                or (self.equation_follows(step) and not self.equation_follows(-1))  # "$p$, and $S = X + Y$"
                or (step == 2 and self.relation_follows(step) and not self.relation_follows(-1))  # "$p$, and $k > 0$"
                or is_range(self.token(step), alone=False)
            ):
                break
            self.at += step
        return found


def is_range(token: Token | None, alone: bool) -> bool:
    """Whether a formula says what an index runs over, i = 1, ..., n; an index ``alone`` runs over all."""
    statements = token.row.statements if isinstance(token, Maths) and token.row is not None else ()
    match statements:
        case (Statement((Symbol(index), Numeral()), (Sign("="),)), *_, Statement((Dots(),), ()), Statement((_,), ())):
            return index in INDICES
        case (Statement((Symbol(index),), ()),):
            return alone and index in INDICES
    return False
