"""How much each group counts: moved by a person who looks at what that does to the list."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from matcher.preferences.preferences import Preferences
from matcher.questionnaire.response import WeightWishes
from matcher.scoring.group_points import group_points, own_points, with_group
from ui.controllers.results_controller import ResultsController
from ui.controllers.sitting_controller import SittingController


class WeightsController(QObject):
    """Points of the groups; kept in the sitting's answers, so that every page agrees.

    Parameters
    ----------
    results
        Whose match says what was asked for, and is asked for anew.
    sitting
        The owner of the answers.
    is_live
        Whether the list follows at once; else it waits for `apply`.

    Attributes
    ----------
    is_shown
        Whether the person looks at figures.

    Signals
    -------
    changed
        Points, preset or the way back are others now.
    """

    changed = Signal()

    def __init__(
        self,
        results: ResultsController,
        sitting: SittingController,
        *,
        is_live: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.is_live = is_live
        self.is_shown = False
        self._results = results
        self._sitting = sitting
        self._before: WeightWishes | None = None
        self._applied: WeightWishes | None = None
        self._wanted: WeightWishes | None = None
        self._moving: tuple[str, Mapping[str, int]] = ("", {})
        results.match_changed.connect(self.changed)
        sitting.changed.connect(self._follow)

    @property
    def wishes(self) -> WeightWishes:
        """What holds, or will as soon as it is applied."""
        return self._sitting.weights if self._wanted is None else self._wanted

    @property
    def presets(self) -> tuple[str, ...]:
        """Names of the ready sets of points."""
        match = self._results.match
        return () if match is None else tuple(match.model.presets)

    @property
    def preset(self) -> str:
        """The set of points that holds; ``""`` when they are the person's own."""
        return self.wishes.preset if self.wishes.points is None else ""

    @property
    def points(self) -> dict[str, int]:
        """Points of 100 of each group in play."""
        match = self._results.match
        return {} if match is None else group_points(self._preferences(), match.model)

    @property
    def is_changed(self) -> bool:
        """Whether there is a way back to what the answers said."""
        return self._before is not None and self._before != self.wishes

    @property
    def is_waiting(self) -> bool:
        """Whether the list does not show yet what is wanted."""
        return self._wanted is not None

    def set_points(self, group: str, points: int) -> None:
        """Let a group count for so many of 100; the others keep their proportions."""
        match, now = self._results.match, self.points
        if match is None or now.get(group, points) == points:
            return
        # While one group moves, the others keep the proportions they had when it set out.
        if self._moving[0] != group or self._moving[1].keys() != now.keys():
            self._moving = (group, now)
        moved = with_group(self._moving[1], group, points)
        self._want(own_points(moved, self._preferences(), match.model))

    def use_preset(self, preset: str) -> None:
        """Let a ready set of points hold."""
        self._moving = ("", {})
        self._want(replace(self.wishes, preset=preset, points=None))

    def go_back(self) -> None:
        """Let exactly that hold which the answers said."""
        self._moving = ("", {})
        if self._before is not None:
            self._want(self._before)

    def apply(self) -> None:
        """Let the list follow."""
        if self._wanted is None:
            return
        self._applied, self._wanted = self._wanted, None
        self._sitting.set_weights(self._applied)
        self._results.request()

    def forget(self) -> None:
        """Keep nothing of the sitting."""
        self.is_shown = False
        self._let_go()

    def _let_go(self) -> None:
        self._before = self._applied = self._wanted = None
        self._moving = ("", {})

    def _want(self, wishes: WeightWishes) -> None:
        if self._before is None:
            self._before = self._applied = self._sitting.weights
        self._wanted = wishes
        if self.is_live:
            self.apply()
        self.changed.emit()

    def _preferences(self) -> Preferences:
        assert self._results.match is not None
        return replace(self._results.match.evaluation.preferences, weights=self.wishes)

    def _follow(self) -> None:
        """Begin anew when the weights were changed elsewhere, with the answers."""
        if self._sitting.weights != self._applied:
            self._let_go()
