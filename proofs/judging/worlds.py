"""The worlds of a claim: generic ones, and the corners that its hypotheses allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from proofs import language as L

from .building import Builder
from .densities import is_dominated, is_positive
from .draws import Draw, SimpleDraw
from .numbers import Evaluator
from .realising import NoWorld
from .roots import Unsolvable, solved
from .scalars import Unknown
from .setting import Setting, setting_for, setting_of
from .styles import Style, corners, dense
from .world import FiniteSpace, Line, World

GENERIC = 3  # how many generic worlds a claim is judged in
EXTRA = 1  # ... and how many more tell whether a mutant differs from it at all
ATTEMPTS = 12
MUTANT_DIGITS, MUTANT_EFFORT = 15, 1000  # mutants with integrals over the line are not worth more
SEARCH = 8  # how many more of each kind are searched where an inequality might fail


@dataclass(frozen=True, eq=False)
class Stage:
    """A world that satisfies the hypotheses, and the evaluators that remember what was computed in it."""

    world: World
    evaluator: Evaluator
    style: Style

    @cached_property
    def exact(self) -> Evaluator:
        """An evaluator for mutants, without quadrature."""
        return Evaluator(self.world, MUTANT_DIGITS, effort=0)

    @cached_property
    def quick(self) -> Evaluator:
        """An evaluator for mutants, with a little quadrature."""
        return Evaluator(self.world, MUTANT_DIGITS, effort=MUTANT_EFFORT)

    @cached_property
    def estimator(self) -> Evaluator:
        """An evaluator that makes an estimate of what it cannot enclose."""
        return Evaluator(self.world, estimates=True)

    @cached_property
    def cost(self) -> int:
        """A guess at how long evaluation takes, for the order of the worlds."""
        if any(isinstance(s, Line) for s in self.world.spaces.values()):
            return 10**6
        size = 1
        for space in self.world.spaces.values():
            size *= len(space.weights) if isinstance(space, FiniteSpace) else 1
        for name, value in self.world.values.items():
            if isinstance(name, L.Var) and isinstance(name.space, L.Integers):
                size *= max(1, abs(value))
        return size


class Gallery:
    """The worlds of a setting, built when they are first asked for.

    They start from the worlds of a smaller setting, without the hypotheses that are only checked or solved for, and
    without the names that no hypothesis mentions: what was met and computed there is not done again.
    """

    def __init__(self, setting: Setting, seed: int) -> None:
        self.setting, self.seed = setting, seed
        self._text = f"{seed}:{' '.join(getattr(n, 'name', '') for n in setting.names)}"
        self._stages: dict[Style, Stage | None] = {}
        smaller = _smaller(setting)
        self.base = None if smaller is None else _gallery(smaller, seed)
        met = () if smaller is None else smaller.hypotheses
        self._by_cost = sorted(setting.hypotheses, key=lambda h: isinstance(h, L.Relation | L.ForAll))
        self._new = [h for h in self._by_cost if h not in met]

    def generic(self, number: int) -> Stage | None:
        style = Style(number=number, generic=True)
        found = self.stage(style)
        if found is None and self.setting.equations:  # which may hold only where names of one kind are the same
            found = self.stage(replace(style, label="names of one kind equal", same=True))
        return found

    @cached_property
    def generics(self) -> list[Stage]:
        return [stage for k in range(GENERIC) if (stage := self.generic(k)) is not None]

    @property
    def extra(self) -> Iterator[Stage]:
        for k in range(GENERIC, GENERIC + EXTRA):
            stage = self.generic(k)
            if stage is not None:
                yield stage

    @cached_property
    def search(self) -> list[Stage]:
        """Further worlds for an inequality, which can be false and yet hold in most: generic ones and simple ones."""
        if self.setting.equations:
            return []
        generic = (self.generic(k) for k in range(GENERIC, GENERIC + SEARCH))
        narrow = (self.stage(style) for style in dense(self.setting))
        return [s for s in (*generic, *narrow, *simple_stages(self, Style(), SEARCH)) if s is not None]

    @cached_property
    def corners(self) -> list[Stage]:
        return [stage for style in corners(self.setting) if (stage := self.stage(style)) is not None]

    def stage(self, style: Style, draw: type[Draw] = Draw) -> Stage | None:
        """A world of this style that satisfies the hypotheses; None where none was found."""
        if draw is not Draw:
            return self._unless_unsolvable(lambda: self._built(style, draw))
        if style not in self._stages:
            self._stages[style] = self._unless_unsolvable(lambda: self._found(style))
        return self._stages[style]

    @staticmethod
    def _unless_unsolvable(build: Callable[[], Stage | None]) -> Stage | None:
        try:
            return build()
        except Unsolvable:
            return None

    def _found(self, style: Style) -> Stage | None:
        found = self._extended(style) if self.base is not None else None
        if found is None and (self.base is None or (style.generic and self._new)):
            found = self._built(style, Draw)
        return found

    def _extended(self, style: Style) -> Stage | None:
        """A world of the base with values for the names that are new, where it meets the hypotheses that are new."""
        assert self.base is not None
        start = self.base.stage(style.on(self.base.setting))
        if start is None:
            return None
        world, evaluator = start.world, start.evaluator
        if len(self.base.setting.names) < len(self.setting.names):
            try:
                draw = Draw(f"{self._text}:{style.label}", style.number)
                world = Builder(self.setting, style, draw, start.world).build()
            except (NoWorld, Unknown):
                return None
            evaluator = start.evaluator.moved(world)
        return self._admitted(Stage(world, evaluator, style), self._new)

    def _built(self, style: Style, draw: type[Draw]) -> Stage | None:
        for attempt in range(ATTEMPTS if style.generic else 2):
            text = f"{self._text}:{style.label}:{attempt}"
            try:
                world = Builder(self.setting, style, draw(text, style.number)).build()
            except (NoWorld, Unknown):
                continue
            found = self._admitted(Stage(world, Evaluator(world), style), self._by_cost)
            if found is not None:
                return found
        return None

    def admitted(self, world: World, style: Style) -> Stage | None:
        """The world, moved onto the solutions of equations, if it satisfies the hypotheses."""
        return self._unless_unsolvable(lambda: self._admitted(Stage(world, Evaluator(world), style), self._by_cost))

    def _admitted(self, stage: Stage, hypotheses: list[Any]) -> Stage | None:
        if not self._plausible(stage, hypotheses):
            return None
        equations, style = [h for h in self.setting.equations if h in hypotheses], stage.style
        if all(stage.evaluator.truth(e) is True for e in equations):
            return stage if self._hold(stage, hypotheses) else None
        if style.same or style.zeros or style.null or style.line:
            return None
        world = solved(self.setting, stage.world)
        if world is None:
            return None
        stage = Stage(world, stage.evaluator.moved(world), style)
        return stage if self._hold(stage, self._by_cost, solved=equations) else None

    @staticmethod
    def _plausible(stage: Stage, hypotheses: list[Any]) -> bool:
        """Whether the hypotheses that are quickly checked hold: most corners that are not allowed fall here."""
        quick = (h for h in hypotheses if isinstance(h, L.Fact) and h.predicate != "finite")
        return all(stage.evaluator.truth(h) is not False for h in quick)

    def _hold(self, stage: Stage, hypotheses: list[Any], solved: Sequence[Any] = ()) -> bool:
        """Whether all hypotheses hold; ``solved`` are equations that are known to, by balls around roots."""
        for h in hypotheses:
            answer = stage.evaluator.truth(h)
            if answer is False or not (answer or h in solved or self._by_construction(h, stage.world)):
                return False
        return True

    def _by_construction(self, h: Any, world: World) -> bool:
        """Whether a hypothesis that the evaluator cannot check holds because of how the world was built."""
        settled = h in self.setting.settled
        while isinstance(h, L.ForAll):
            h = h.body
        match h:
            case L.Fact("dominated", (q, p)):
                return is_dominated(*(world.values.get(law, law) for law in (q, p)))
            case L.Fact("positive_density", (p,)):
                value = world.values.get(p, p)
                return isinstance(value, tuple | dict) or is_positive(value)  # roots were kept positive
        return settled


def _smaller(setting: Setting) -> Setting | None:
    """The setting that its worlds start from: without new names, then without hypotheses that are only checked."""
    mentioned = frozenset().union(*(h.free for h in setting.hypotheses))
    if mentioned and len(mentioned) < len(setting.names):
        return setting_for(mentioned, setting.hypotheses)
    kept = tuple(h for h in setting.hypotheses if h not in setting.checks)
    mentioned = frozenset().union(*(h.free for h in kept))
    return setting_for(mentioned, kept) if mentioned and len(kept) < len(setting.hypotheses) else None


_galleries: dict[tuple[Setting, int], Gallery] = {}


def _gallery(setting: Setting, seed: int) -> Gallery:
    found = _galleries.get((setting, seed))
    if found is None:
        if len(_galleries) > 200:
            _galleries.clear()
        found = _galleries[setting, seed] = Gallery(setting, seed)
    return found


def gallery_of(claim: L.Claim, seed: int) -> Gallery:
    """The worlds of a claim; claims with the same names under the same hypotheses share them."""
    return _gallery(setting_of(claim), seed)


def worlds_for(claim: L.Claim, seed: int = 0) -> list[World]:
    """The worlds in which a claim is judged: each satisfies its hypotheses."""
    gallery = gallery_of(claim, seed)
    return [stage.world for stage in (*gallery.generics, *gallery.corners)]


def simple_stages(gallery: Gallery, style: Style, count: int) -> Iterator[Stage]:
    """Simple worlds of a style, the simplest first, to look for a counterexample that a person can redo."""
    for number in range(count):
        stage = gallery.stage(replace(style, label="simple", number=number, prescribed=()), SimpleDraw)
        if stage is not None:
            yield stage
