"""Proof: build one, check it, show it.  The face that users meet.

A proof is data: chains of lines with the reasons their author gave.  Building one judges nothing; ``check`` replays it
against the kernel (may each step be written?) and against the numbers (is it true?).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .chains import Chain
from .kernel import Theorem, combined, licence
from .language import Claim, Name, Node, Relation, Statement, Term, Var, substitute, term
from .language.facts import Facts
from .registry import algebra
from .replay import Replay, replay, resolved
from .result import Result
from .rewriting import rewrites
from .steps import Refused, Rule, Step, Use
from .views import tidied

if TYPE_CHECKING:
    from .judging.report import Report


class Proof:
    """A derivation: hypotheses, then chains of steps.  Immutable; each method returns a longer proof.

    ``Proof(start, name=..., title=..., source=...)`` begins the first chain at the term ``start``; ``chain`` is that
    chain's heading, ``label`` its name for ``by``, ``suppose`` its own hypotheses.  ``given`` states hypotheses,
    ``eq`` (``le``, ``ge``, ``lt``, ``gt``) writes the next line, ``then`` has a rule write it, ``have`` begins another
    chain; ``check`` judges, ``result`` is what is shown, ``at`` puts values in.  Raises ``TypeError`` for a start that
    is no term.
    """

    def __init__(
        self,
        start: Term | None = None,
        *,
        name: str = "proof",
        title: str = "",
        source: str | None = None,
        chain: str | None = None,
        label: str | None = None,
        suppose: tuple[Node, ...] = (),
    ) -> None:
        self.name, self.title, self.source = name, title, source
        self.hypotheses: tuple[Node, ...] = ()
        self.lemmas: tuple[tuple[str, Proof], ...] = ()
        self.values: tuple[tuple[tuple[Name, Any], ...], ...] = ()  # of each ``at``, one after the other
        self.origin: Proof | None = None  # what the last ``at`` was put into
        self.definitions: tuple[Relation, ...] = ()
        self._result: Statement | None = None
        self.chains: tuple[Chain, ...] = ()
        if start is not None:
            self.chains = (Chain(term(start), title=chain, label=label, suppose=tuple(suppose)),)

    def _with(self, **changes: Any) -> Proof:
        other = object.__new__(Proof)
        other.__dict__.update({k: v for k, v in self.__dict__.items() if k != "replayed"})
        other.__dict__.update(changes)
        return other

    # -----------------------------------------------------------------------------------------------------------------
    # building

    def given(self, *hypotheses: Node) -> Proof:
        """State hypotheses, for the whole proof."""
        for h in hypotheses:
            if not isinstance(h, Node) or isinstance(h, Term):
                raise TypeError(f"expected a relation or a fact as hypothesis, found {h!r}")
        return self._with(hypotheses=self.hypotheses + hypotheses)

    def using(self, **lemmas: Proof) -> Proof:
        """Make earlier proofs available as reasons: ``by("name")`` is their result."""
        return self._with(lemmas=self.lemmas + tuple(lemmas.items()))

    def where(self, *definitions: Relation) -> Proof:
        """Name long terms for the reader: ``where(J.eq(...))`` has pages print the new name J for that term.

        Only what is shown changes; the lines and the judgement of them do not.  Raises ``TypeError`` for what is no
        equation with a variable on its left.
        """
        for each in definitions:
            if not (isinstance(each, Relation) and each.symbol == "=" and isinstance(each.left, Var)):
                raise TypeError(f"expected an equation with a new variable on its left, found {each!r}")
        return self._with(definitions=self.definitions + definitions)

    def have(
        self,
        start: Term,
        title: str | None = None,
        *,
        label: str | None = None,
        suppose: tuple[Node, ...] = (),
        knowing: tuple[str, ...] = (),
        text: str | None = None,
    ) -> Proof:
        """Begin another chain at ``start``; ``suppose`` are its own hypotheses, ``knowing`` earlier chains."""
        chain = Chain(term(start), title=title, label=label, suppose=tuple(suppose), knowing=tuple(knowing), text=text)
        return self._with_chain(chain)

    def infer(
        self,
        statement: Statement,
        *,
        by: Rule | Use | None,
        of: tuple[str, ...],
        title: str | None = None,
        label: str | None = None,
        suppose: tuple[Node, ...] = (),
    ) -> Proof:
        """A statement by an inference rule from earlier chains; by None, an equivalence from its two directions."""
        use = Use(by) if isinstance(by, Rule) else by
        chain = Chain(
            None, title=title, label=label, suppose=tuple(suppose), statement=statement, use=use, premises=tuple(of)
        )
        return self._with_chain(chain)

    def _with_chain(self, chain: Chain) -> Proof:
        if chain.label is not None and any(chain.label == earlier.label for earlier in self.chains):
            raise ValueError(f"{self.name}: the label {chain.label!r} is taken")
        return self._with(chains=(*self.chains, chain))

    def _expect(self, reason: Rule | Use) -> None:
        if not self.chains or self.chains[-1].start is None:
            raise ValueError("expected a chain to continue: begin one with Proof(start) or .have(start)")
        if not isinstance(reason, Rule | Use):
            raise TypeError(f"expected a rule as reason, found {reason!r}")

    def _step(self, symbol: str, right: Any, reason: Rule | Use) -> Proof:
        self._expect(reason)
        chain = self.chains[-1]
        use = Use(reason) if isinstance(reason, Rule) else reason
        step = Step(self._last, symbol, term(right), use)
        combined([s.symbol for s in chain.steps] + [symbol])
        longer = replace(chain, steps=(*chain.steps, step))
        goes_on = chain.steps and self._result is chain.concluded  # the result goes on with its chain
        return self._with(chains=(*self.chains[:-1], longer), _result=longer.concluded if goes_on else self._result)

    @property
    def _last(self) -> Term:
        chain = self.chains[-1]
        assert chain.start is not None
        return chain.steps[-1].right if chain.steps else chain.start

    def eq(self, right: Any, *, by: Rule | Use = algebra) -> Proof:
        """The next line, equal to the last by the reason given: a rule, ``by(label)`` or ``hypothesis(...)``.

        Nothing is judged yet.  Raises ``TypeError`` for what is no term (a float, a string) or no reason, and
        ``ValueError`` where there is no chain to continue.
        """
        return self._step("=", right, by)

    def le(self, right: Any, *, by: Rule | Use = algebra) -> Proof:
        """The next line, at least the last; otherwise as ``eq``.  A chain runs one way: ``ge`` cannot follow."""
        return self._step("<=", right, by)

    def ge(self, right: Any, *, by: Rule | Use = algebra) -> Proof:
        """The next line, at most the last; otherwise as ``eq``."""
        return self._step(">=", right, by)

    def lt(self, right: Any, *, by: Rule | Use = algebra) -> Proof:
        """The next line, greater than the last; otherwise as ``eq``."""
        return self._step("<", right, by)

    def gt(self, right: Any, *, by: Rule | Use = algebra) -> Proof:
        """The next line, less than the last; otherwise as ``eq``."""
        return self._step(">", right, by)

    def then(self, reason: Rule | Use) -> Proof:
        """Let the rule compute the next line, tidied where that is licensed.

        Raises ``Refused`` where the rule does not apply, and what ``eq`` raises.
        """
        self._expect(reason)
        chain = self.chains[-1]
        earlier = self._with(chains=self.chains[:-1])
        known = {
            c.label: r.theorem for c, r in zip(earlier.chains, earlier.replayed, strict=True) if c.label and r.theorem
        }
        hypotheses = self.supposed(chain)
        use = resolved(self, Use(reason) if isinstance(reason, Rule) else reason, known, hypotheses)
        for new, relation in rewrites(self._last, use, Facts(hypotheses)):
            for line in (tidied(new), new):
                if licence(Step(self._last, relation, line, use), hypotheses).granted:
                    return self._step(relation, line, reason)
        raise Refused(f"the reason yields nothing for the line {self._last!r}")

    def shows(self, statement: Statement) -> Proof:
        """Name the statement (of one of the chains) that is the result; by default that of the last chain.

        Raises ``ValueError`` for a statement that no chain shows.
        """
        named = self._with(_result=statement)
        _ = named.statement
        return named

    # -----------------------------------------------------------------------------------------------------------------
    # judging

    @cached_property
    def replayed(self) -> tuple[Replay, ...]:
        """The kernel's answer, chain by chain: a licence for every step, and the theorem where all are granted."""
        return replay(self)

    def supposed(self, chain: Chain) -> tuple[Node, ...]:
        """What a chain stands under: the hypotheses of the proof, its own, and what it knows from earlier chains."""
        known = tuple(c.concluded for label in chain.knowing for c in self.chains if c.label == label)
        return self.hypotheses + chain.suppose + known

    @property
    def theorem(self) -> Theorem:
        """What the proof shows, as a theorem of the kernel.  Raises ``Refused`` where a step is not licensed."""
        wanted = self.statement
        for chain, answer in zip(self.chains, self.replayed, strict=True):
            for step, found in zip(chain.steps, answer.licences, strict=False):
                if not found.granted:
                    raise Refused(f"{self.name}: {step.rule}: {found.why}")
            if chain.concluded is wanted and answer.theorem is not None:
                return answer.theorem
        raise Refused(f"{self.name}: the result is not what a chain shows")

    @property
    def statement(self) -> Statement:
        """The statement of the result.  Raises ``ValueError`` for a proof that shows nothing yet."""
        if not self.chains:
            raise ValueError(f"{self.name} shows nothing: it has no chain")
        if self._result is None:
            return self.chains[-1].concluded
        if not any(chain.concluded is self._result for chain in self.chains):
            raise ValueError(f"{self.name}: no chain shows the statement that is named as its result")
        return self._result

    @property
    def result(self) -> Result:
        """The result as a user wants it: ``.lhs`` and ``.rhs`` as SymPy, ``.relation``, ``.hypotheses``."""
        wanted = self.statement
        suppose = next((c.suppose for c in self.chains if c.concluded is wanted), ())
        return Result(Claim(self.hypotheses + suppose, wanted))

    @property
    def symbols(self) -> dict[str, Any]:
        """The SymPy symbols of the result by name, with the assumptions they carry there."""
        return self.result.symbols

    def check(self) -> Report:
        """Both judges on every step: a ``Report`` with a verdict for each and for the whole.

        Nothing is raised for a step that falls short; its row says why, with a counterexample where there is one.
        Raises ``ValueError`` for a chain without a step.
        """
        from .checking import report

        return report(self)

    # -----------------------------------------------------------------------------------------------------------------
    # specialising

    def at(self, **values: Any) -> Proof:
        """The proof with values put for its names, every step an instance of the general one.

        A value is a number, a term, a law (for a density), a tuple of numbers (for a vector), or for an unknown
        function a Python function of a term.  Hypotheses that the values settle are dropped; the others stay.  Raises
        ``ValueError`` for a name the proof does not have and for values that contradict a hypothesis, ``TypeError`` for
        a value of the wrong kind (a float: write a ``Fraction``), ``Refused`` for one that is not in the name's space.
        """
        from .specialise import specialised

        return specialised(self, values)

    def put(self, t: Term) -> Term:
        """A term with the values of ``at`` put in."""
        for values in self.values:
            t = substitute(t, dict(values))
        return t

    def renamed(self, names: Mapping[str, str]) -> Proof:
        """The proof in another notation: ``renamed({"p": "q", "mu_0": "m"})``.  Its terms change; it is judged anew.

        A new name is an identifier or LaTeX.  Raises ``ValueError`` for a name that the proof does not have, and for
        one that would then stand for two things.
        """
        from .renaming import renamed

        return renamed(self, names)

    def named(self, name: str, title: str) -> Proof:
        """The same proof under another name and title."""
        return self._with(name=name, title=title)

    # -----------------------------------------------------------------------------------------------------------------
    # showing

    def latex(self) -> str:
        """The derivation as a LaTeX fragment."""
        from .writing import fragment

        return fragment(self)

    def _repr_latex_(self) -> str:
        return self.latex()

    def _repr_html_(self) -> str:
        from .writing import proof_html

        return proof_html(self, self.check())

    def __repr__(self) -> str:
        return f"<Proof {self.name}: {sum(len(c.steps) for c in self.chains)} steps>"
