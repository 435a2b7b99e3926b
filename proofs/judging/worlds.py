"""The worlds of a claim: generic ones, and the corners that its hypotheses allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice
from typing import Any

from proofs import language as L

from .alike import with_one_of_each_kind
from .building import Builder
from .draws import Draw, FarDraw, SimpleDraw
from .newton import Effort
from .numbers import Evaluator
from .realising import NoWorld
from .roots import Unsolvable, solutions, unknowns
from .scalars import Unknown
from .setting import Setting, setting_for, setting_of
from .stages import Stage, by_construction, met, same_values
from .styles import Style, corners, dense
from .world import World

GENERIC = 3  # how many generic worlds a claim is judged in
EXTRA = 1  # ... and how many more tell whether a mutant differs from it at all
FURTHER = 6  # how many more are sought where some but not all were found
ATTEMPTS = 12
APART = 2  # what lies between integers that are ordered by others, where that can be
FAR_ATTEMPTS = 4  # with values that are far away, where there are orders that no others meet
EFFORT = 1200  # evaluations of equations, to find the worlds of one gallery
SEVERAL_STARTS = 3  # attempts, where each seeks solutions from several starts
_NUMBERS = L.Reals | L.PositiveReals | L.Interval | L.Integers
_INTEGRATED = (L.TermBinder, L.Expectation, L.Entropy, L.CrossEntropy, L.Divergence, L.JensenShannon, L.Wasserstein)
SEARCH = 8  # how many more of each kind are searched where an inequality might fail


class Gallery:
    """The worlds of a setting, built when they are first asked for.

    They start from the worlds of a smaller setting, without the hypotheses that are only checked or solved for, and
    without the names that no hypothesis mentions: what was met and computed there is not done again.
    """

    def __init__(self, setting: Setting, seed: int) -> None:
        self.setting, self.seed = setting, seed
        self.text = f"{seed}:{' '.join(getattr(n, 'name', '') for n in setting.names)}"
        self._stages: dict[Style, Stage | None] = {}
        self._generic: dict[int, Stage | None] = {}
        self.effort = Effort(EFFORT)
        smaller = _smaller(setting)
        self.base = None if smaller is None else _gallery(smaller, seed)
        met = () if smaller is None else smaller.hypotheses
        self._by_cost = sorted(setting.hypotheses, key=lambda h: isinstance(h, L.Relation | L.ForAll))
        self._new = [h for h in self._by_cost if h not in met]
        self._gaps = [h.left - h.right for h in setting.hypotheses if _orders_integers(h) and h.free - setting.sizes]

    def renew(self) -> None:
        """Allow the work of another claim in the worlds that are built."""
        for stage in self._stages.values():
            if stage is not None:
                stage.renew()

    def generic(self, number: int) -> Stage | None:
        if number not in self._generic:
            style = Style(number=number, generic=True)
            found = self.stage(style)
            if found is None and self.setting.equations:  # which may hold only where names of one kind are the same
                found = self.stage(replace(style, label="names of one kind equal", same=True))
            self._generic[number] = found
        return self._generic[number]

    def each(self) -> Iterator[Stage]:
        """The worlds in which a claim is judged, each sought when it is asked for; without names all are one."""
        if not self.setting.names:
            return islice(self._each_generic(), 1)
        return chain(self._each_generic(), self._each_corner())

    def _each_generic(self) -> Iterator[Stage]:
        found = 0
        for k in (*range(GENERIC), *range(GENERIC + EXTRA + SEARCH, GENERIC + EXTRA + SEARCH + FURTHER)):
            if found == GENERIC or (k >= GENERIC and not found):  # where there are worlds, there are more
                return
            stage = self.generic(k)
            if stage is not None:
                found += 1
                yield stage

    @cached_property
    def generics(self) -> list[Stage]:
        return list(self._each_generic())

    @property
    def extra(self) -> Iterator[Stage]:
        for k in range(GENERIC, GENERIC + EXTRA):
            stage = self.generic(k)
            if stage is not None:
                yield stage

    @cached_property
    def search(self) -> list[Stage]:
        """Further worlds for an inequality, which can be false and yet hold in most: generic ones and simple ones."""
        if self.setting.equations or not self.setting.names:
            return []
        more = SEARCH if self.generics else 0  # where none was found, none is
        generic = (self.generic(k) for k in range(GENERIC, GENERIC + more))
        narrow = (self.stage(style) for style in dense(self.setting))
        return [s for s in (*generic, *narrow, *simple_stages(self, Style(), SEARCH)) if s is not None]

    def _each_corner(self) -> Iterator[Stage]:
        styles = [*corners(self.setting), *([Style("ordered integers close", tight=True)] if self._gaps else [])]
        yield from (stage for style in styles if (stage := self.stage(style)) is not None)
        if self.alike is not None:
            yield self.alike
        yield from self.other_solutions

    @cached_property
    def corners(self) -> list[Stage]:
        return list(self._each_corner())

    @cached_property
    def alike(self) -> Stage | None:
        """The world in which numbers that an equation ties to each other are equal, if their kind is the same."""
        found = with_one_of_each_kind(self.setting)
        start = None if found is None else _gallery(found[0], self.seed).generic(0)
        if found is None or start is None:
            return None
        world = replace(start.world, values={name: start.world.values[kept] for name, kept in found[1].items()})
        return self.admitted(world, Style("names of one kind equal"), self.effort)

    @cached_property
    def other_solutions(self) -> list[Stage]:
        """The other solutions of the equations that were found, beside that of the first generic world."""
        if not self.generics or not self.generics[0].solved:
            return []
        first = self.generics[0]
        aside = replace(first, style=replace(first.style, label="another solution", generic=False))
        found = self._solved(aside, list(first.solved), Effort(EFFORT))
        return [stage for stage in found if not same_values(stage.world, first.world)]

    @cached_property
    def isolated(self) -> bool:
        """Whether the equations leave no name open: all worlds are among the solutions that were found."""
        if not self.generics or not self.generics[0].solved:
            return False
        left = set(self.setting.names) - self.setting.follows
        return left <= unknowns(self.setting, self.generics[0].solved, self.generics[0].world)

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
        if style.tight:
            return self._closest(style)
        found = self._extended(style) if self.base is not None else None
        tight = found is not None and style.generic and self._is_tight(found.world)
        if tight or (found is None and (self.base is None or (style.generic and self._new))):
            found = self._built(style, Draw) or found
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
                draw = Draw(f"{self.text}:{style.label}", style.number)
                world = Builder(self.setting, style, draw, start.world).build()
            except (NoWorld, Unknown):
                return None
            evaluator = start.evaluator.moved(world)
        return self._admitted(Stage(world, evaluator, style, start.solved), self._new, self.effort)

    def _built(self, style: Style, draw: type[Draw]) -> Stage | None:
        equations = self.setting.equations
        most = SEVERAL_STARTS if equations and all(isinstance(e, L.Relation) for e in equations) else ATTEMPTS
        attempts = [(draw, str(attempt)) for attempt in range(most if style.generic else 2)]
        if style.generic and draw is Draw and self.setting.loose and _is_of_plain_numbers(self.setting):
            attempts += [(FarDraw, f"far {attempt}") for attempt in range(FAR_ATTEMPTS)]
        tight: Stage | None = None
        for drawn, attempt in attempts:
            text = f"{self.text}:{style.label}:{attempt}"
            try:
                world = Builder(self.setting, style, drawn(text, style.number)).build()
            except (NoWorld, Unknown):
                continue
            found = self._admitted(Stage(world, Evaluator(world), style), self._by_cost, self.effort)
            if found is not None and not (style.generic and draw is Draw and self._is_tight(world)):
                return found
            tight = tight or found
        return tight

    def _closest(self, style: Style) -> Stage | None:
        """Of the worlds that are drawn the one in which integers that are ordered lie closest: k = n, for k <= n."""
        closest, least = None, APART
        for attempt in range(ATTEMPTS):
            try:
                world = Builder(self.setting, style, Draw(f"{self.text}:{style.label}:{attempt}", attempt)).build()
            except (NoWorld, Unknown):
                continue
            gap = self._least_gap(world)
            if gap is not None and gap < least:
                found = self._admitted(Stage(world, Evaluator(world), style), self._by_cost, self.effort)
                closest, least = (closest, least) if found is None else (found, gap)
            if least == 0:
                break
        return closest

    def _least_gap(self, world: World) -> int | None:
        """How close integers that are ordered lie; None where a world says nothing of them."""
        values = [Evaluator(world).value(gap).exact for gap in self._gaps if gap.free <= world.values.keys()]
        return min((abs(int(value)) for value in values if value is not None), default=None)

    def _is_tight(self, world: World) -> bool:
        """Whether integers that are ordered lie next to each other: all of k <= n is then k = n or k = n - 1, where
        much holds that holds nowhere else."""
        gap = self._least_gap(world)
        return gap is not None and gap < APART

    def admitted(self, world: World, style: Style, effort: Effort) -> Stage | None:
        """The world, moved onto the solutions of equations, if it satisfies the hypotheses; what is defined by other
        names follows from these."""
        if follows := self.setting.follows:
            drawn = {name: value for name, value in world.values.items() if name not in follows}
            try:
                built = Builder(self.setting, style, Draw("", 0), replace(world, values=drawn)).build()
            except (NoWorld, Unknown):
                return None
            world = replace(built, label=world.label)
        stage = Stage(world, Evaluator(world), style)
        return self._unless_unsolvable(lambda: self._admitted(stage, self._by_cost, effort))

    def _admitted(self, stage: Stage, hypotheses: list[Any], effort: Effort) -> Stage | None:
        if not self._plausible(stage, hypotheses):
            return None
        unmet = [e for e in self.setting.equations if e in hypotheses and not met(stage, e)]
        if not unmet:
            return stage if self._hold(stage, hypotheses) else None
        style = stage.style
        if style.same or style.zeros or style.null or style.line:
            return None
        several = len(unmet) > 1
        try:
            found = next(self._solved(stage, [*stage.solved, *unmet], effort), None)
        except Unsolvable:
            if not several:
                raise
            found = None
        if found is not None or not several:
            return found
        return self._one_by_one(stage, unmet, effort)

    def _one_by_one(self, stage: Stage, unmet: list[Any], effort: Effort) -> Stage | None:
        """The stage moved onto the solutions of as few of the equations as the others follow from."""
        active: list[Any] = list(stage.solved)
        while unmet:
            active.append(unmet[0])
            fewest: list[Any] | None = None
            for world in solutions(self.setting, active, stage.world, effort):
                moved = self._moved(stage, world, active)
                if moved is None:
                    continue
                left = [e for e in unmet if not met(moved, e)]
                if not left and self._hold(moved, self._by_cost):
                    return moved
                if fewest is None or len(left) < len(fewest):
                    fewest = left
            unmet = fewest or []
        return None

    def _solved(self, stage: Stage, equations: list[Any], effort: Effort) -> Iterator[Stage]:
        """The stage moved onto the solutions of the equations, where all hypotheses hold there."""
        for world in solutions(self.setting, equations, stage.world, effort):
            found = self._moved(stage, world, equations)
            if found is not None and self._hold(found, self._by_cost):
                yield found

    def _moved(self, stage: Stage, world: World, equations: list[Any]) -> Stage | None:
        """The stage in a world where unknowns have been solved for; the names defined by them follow."""
        changed = {name for name, value in world.values.items() if value is not stage.world.values[name]}
        stale = {n for n in self.setting.follows if not self.setting.rests_on({n}).isdisjoint(changed)}
        values = {name: value for name, value in world.values.items() if name not in stale}
        try:
            world = Builder(self.setting, stage.style, Draw("", 0), replace(world, values=values)).build()
        except (NoWorld, Unknown):
            return None
        return Stage(world, stage.evaluator.moved(world), stage.style, tuple(equations))

    @staticmethod
    def _plausible(stage: Stage, hypotheses: list[Any]) -> bool:
        """Whether the hypotheses that are quickly checked hold: most corners that are not allowed fall here."""
        quick = (h for h in hypotheses if isinstance(h, L.Fact) and h.predicate != "finite")
        return all(stage.evaluator.truth(h) is not False for h in quick)

    def holds(self, stage: Stage) -> bool:
        """Whether a world satisfies all hypotheses as it is."""
        return self._hold(stage, self._by_cost)

    def _hold(self, stage: Stage, hypotheses: list[Any]) -> bool:
        """Whether all hypotheses hold."""
        for h in hypotheses:
            answer = stage.evaluator.truth(h)
            if answer is False or not (answer or met(stage, h) or by_construction(self.setting, h, stage.world)):
                return False
        return True


def _is_of_plain_numbers(setting: Setting) -> bool:
    """Whether all names are numbers that no equation ties, and nothing is integrated, which is dear far away."""
    numbers = all(isinstance(n, L.Var) and isinstance(n.space, _NUMBERS) for n in setting.names)
    dear = (isinstance(node, _INTEGRATED) for h in setting.hypotheses for node in h.walk())
    return numbers and not setting.equations and not any(dear)


def _smaller(setting: Setting) -> Setting | None:
    """The setting that its worlds start from: without new names, then without hypotheses that are only checked."""
    mentioned = frozenset().union(*(h.free for h in setting.hypotheses))
    if mentioned and len(mentioned) < len(setting.names):
        return setting_for(
            mentioned, setting.hypotheses, setting.stepwise, setting.sizes, setting.summed, setting.atoms
        )
    kept = tuple(h for h in setting.hypotheses if h not in setting.checks)
    mentioned = frozenset().union(*(h.free for h in kept))
    if not mentioned or len(kept) == len(setting.hypotheses):
        return None
    return setting_for(mentioned, kept, setting.stepwise, setting.sizes, setting.summed, setting.atoms)


def _orders_integers(h: Any) -> bool:
    """Whether a hypothesis is an order between integers that have names."""
    if not isinstance(h, L.Relation) or h.symbol not in ("<", "<=", ">", ">=") or not (h.left.free and h.right.free):
        return False
    return all(isinstance(n, L.Var) and isinstance(n.space, L.Integers) for n in h.free)


_galleries: dict[tuple[Setting, int], Gallery] = {}


def _gallery(setting: Setting, seed: int) -> Gallery:
    found = _galleries.get((setting, seed))
    if found is None:
        if len(_galleries) > 200:
            _galleries.clear()
        found = _galleries[setting, seed] = Gallery(setting, seed)
    return found


def gallery_of(claim: L.Claim, seed: int) -> Gallery:
    """The worlds of a claim; claims with the same names under the same hypotheses share them, and what is known there.

    Each claim may spend as much work there as the first.
    """
    gallery = _gallery(setting_of(claim), seed)
    gallery.renew()
    return gallery


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


def simple_worlds(gallery: Gallery, style: Style, count: int) -> list[World]:
    """Different simple worlds of a style, which need not satisfy the hypotheses that building does not look at."""
    found: list[World] = []
    simple = replace(style, label="simple")
    for number in range(count):
        try:
            text = f"{gallery.text}:simple:{number}"
            world = Builder(gallery.setting, simple, SimpleDraw(text, number)).build()
        except (NoWorld, Unknown):
            continue
        if not any(world.values == other.values and world.spaces == other.spaces for other in found):
            found.append(world)
    return found
