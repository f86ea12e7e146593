"""Two profiles that may be one person: why, what differs, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from matcher.checklist.wording import clipped
from matcher.directory.profile import Profile
from matcher.services.people.fact_words import field_name
from matcher.services.upkeep.pair_facts import Likeness, PairFact, compare
from ui.controllers.twice_controller import ShownPair
from ui.language import Language
from ui.staff.pair_fact_row import PairFactRow
from ui.staff.pair_words import consequences, decision_words, why_words
from ui.widgets.accessible_role import speak_as
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.column import make_room, take_out_all
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import Fold
from ui.widgets.measured import Measured
from ui.widgets.note import Note
from ui.widgets.option_group import OptionGroup
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

_AT_ONCE = 4
"""How many differences are shown before somebody asks for all of them."""


class PairCard(Measured):
    """A card about one pair.

    Parameters
    ----------
    shown
        The pair; it stays the same, what is known of it may change.
    words
        The language.

    Signals
    -------
    merge_requested
        With the id that stays and the one that goes into it.
    apart_requested, undo_requested
        With the key of the pair.
    """

    merge_requested = Signal(str, str)
    apart_requested = Signal(object)
    undo_requested = Signal(object)

    def __init__(self, shown: ShownPair, words: Language) -> None:
        super().__init__()
        self._shown, self._words = shown, words
        self._name = name = "_".join(shown.key)
        self.setObjectName(f"pair_{name}")
        self.setProperty("kind", "card")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        speak_as(self, QAccessible.Role.Grouping)
        self.title = Text("heading", f"names_{name}")
        self.why, self.state = Text("body", f"why_{name}"), Text("strong", f"state_{name}")
        self.keep = OptionGroup(f"keep_{name}", shown.key)
        self.future = Note(f"future_{name}")
        self.missing = Text("error", f"missing_{name}")
        self.merge = Button("quiet", f"merge_{name}")
        self.apart = Button("quiet", f"apart_{name}")
        self.undo = Button("quiet", f"undo_{name}")
        self._open, self._facts = QWidget(), QWidget()
        self._rest: list[PairFact] = []
        self._build()
        self.keep.chosen_changed.connect(self._choose)
        self.merge.clicked.connect(self._ask_to_merge)
        self.apart.clicked.connect(self._ask_apart)
        self.undo.clicked.connect(self._ask_to_undo)
        self._say()
        self.show_pair(shown)

    @property
    def key(self) -> tuple[str, str]:
        """Both ids."""
        return self._shown.key

    @property
    def rows(self) -> tuple[PairFactRow, ...]:
        """The differences shown so far."""
        return tuple(self._facts.findChildren(PairFactRow))

    def first_stop(self) -> QWidget:
        """Return where the card begins for the keys."""
        if self._shown.decision is not None:
            return self.undo
        return self.keep.chosen_card() or self.keep.cards[0]

    @property
    def has_stop(self) -> bool:
        """Whether there is anything on it to press."""
        return self._shown.decision is not None or self._shown.profiles is not None

    def show_pair(self, shown: ShownPair) -> None:
        """Show how the pair stands now."""
        is_new = shown.profiles != self._shown.profiles or not self.rows
        self._shown = shown
        if shown.profiles is not None and is_new:
            self._show_facts(shown.profiles)
        is_open = shown.profiles is not None and shown.decision is None
        self.state.set_words("" if is_open else decision_words(shown, self._words))
        self._open.setVisible(is_open)
        self.undo.setVisible(shown.decision is not None)
        if not is_open:
            self.keep.set_chosen(())
        self._show_future()
        self.measure_again()

    def _build(self) -> None:
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(10)
        for widget in (self.title, self.why, self.state, self._open):
            self.column.addWidget(widget)
        self.column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        inside = QVBoxLayout(self._open)
        inside.setContentsMargins(0, 6, 0, 0)
        inside.setSpacing(14)
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(16)
        self._asked = Text("strong")
        buttons = QWidget()
        flow = FlowLayout(buttons, across=12, down=8)
        flow.addWidget(self.merge)
        flow.addWidget(self.apart)
        for widget in (
            self._facts, self._asked, self.keep, self.future, self.missing, buttons
        ):  # fmt: skip
            inside.addWidget(widget)

    def _say(self) -> None:
        text = self._words.text
        one, other = (clipped(name) for name in self._shown.pair.names)
        names = text("upkeep.twice.names", one=shown_name(one), other=shown_name(other))
        self.title.set_words(names)
        self.why.set_words(why_words(self._shown, self._words))
        self.setAccessibleName(f"{names}. {self.why.plain}")
        self._asked.set_words(text("upkeep.twice.keep"))
        self.merge.set_words(
            text("upkeep.twice.merge"), text("upkeep.twice.merge_for", one=one, other=other)
        )
        self.apart.set_words(
            text("upkeep.twice.apart"), text("upkeep.twice.apart_for", one=one, other=other)
        )
        self.undo.set_words(
            text("upkeep.twice.undo"), text("upkeep.twice.undo_for", one=one, other=other)
        )
        self.missing.set_words("")

    def _show_facts(self, profiles: tuple[Profile, Profile]) -> None:
        by_id = {profile.id: profile for profile in profiles}
        text = self._words.text

        def gloss(id_: str) -> str:
            profile = by_id[id_]
            state = "seen" if profile.published else "hidden"
            return text(f"upkeep.twice.{state}", id=id_, n=len(profile.facts))

        self.keep.set_words(lambda id_: shown_name(clipped(by_id[id_].name)), gloss)
        layout = self._facts.layout()
        assert layout is not None
        take_out_all(layout)
        facts = compare(*profiles)
        order = (Likeness.DIFFERENT, Likeness.ONE_SIDED)
        telling = [fact for like in order for fact in facts if fact.likeness is like]
        same = [fact.field for fact in facts if fact.likeness is Likeness.SAME]
        for place, fact in enumerate(telling[:_AT_ONCE]):
            layout.addWidget(PairFactRow(self.key, fact, self._words, is_first=place == 0))
        self._rest = telling[_AT_ONCE:]
        if self._rest:
            layout.addWidget(self._make_fold())
        layout.addWidget(self._same(same, is_all=not telling))

    def _make_fold(self) -> Fold:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        fold = Fold(f"rest_{self._name}", content)
        fold.line.set_words(self._words.text("upkeep.twice.rest", n=len(self._rest)))
        fold.turned.connect(self._fill_fold)
        self._fold = fold
        return fold

    def _fill_fold(self, is_open: bool) -> None:
        """Make the other rows when they are first asked for."""
        layout = self._fold.content.layout()
        assert layout is not None
        if is_open and not layout.count():
            for fact in self._rest:
                layout.addWidget(PairFactRow(self.key, fact, self._words))
        self.measure_again()
        make_room(self)

    def _same(self, fields: Sequence[str], *, is_all: bool) -> Text:
        text = Text("small")
        names = self._words.catalogue.list([field_name(each, self._words.catalogue)
                                            for each in fields])  # fmt: skip
        key = "all_same" if is_all else "same" if fields else "none_same"
        text.set_words(self._words.text(f"upkeep.twice.{key}", fields=names))
        return text

    def _choose(self, _chosen: object) -> None:
        self._show_future()
        self.measure_again()
        make_room(self)
        announce(self, " ".join(self.future.words))

    def _show_future(self) -> None:
        chosen, profiles = self.keep.chosen, self._shown.profiles
        self.missing.set_words("")
        if profiles is None or not chosen:
            self.future.set_lines([])
            return
        keep, drop = profiles if profiles[0].id == chosen[0] else profiles[::-1]
        self.future.set_lines([*consequences(keep, drop, self._words)])

    def _ask_to_merge(self) -> None:
        if not self.keep.chosen:
            self.missing.set_words(self._words.text("upkeep.twice.choose_first"))
            self.measure_again()
            announce(self, self.missing.plain)
            self.keep.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        (keep,) = self.keep.chosen
        drop = self.key[1] if keep == self.key[0] else self.key[0]
        self.merge_requested.emit(keep, drop)

    def _ask_apart(self) -> None:
        self.apart_requested.emit(self.key)

    def _ask_to_undo(self) -> None:
        self.undo_requested.emit(self.key)
