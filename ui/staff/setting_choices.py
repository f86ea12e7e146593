"""Settings that are chosen from a list: languages in an order, a place, a size, a printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.services.settings.options import Option, OptionKind, Value
from ui.language import Language
from ui.staff.name_row import NameRow
from ui.staff.setting_row import NumberRow, SettingRow
from ui.staff.states_row import StatesRow
from ui.widgets.column import make_room
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

_NOT_SAID = "not_said"


class ChoiceRow(SettingRow):
    """One of a few, such as a text size or a place.

    Where nothing need be said, that can be chosen too.
    """

    def __init__(self, option: Option, words: Language) -> None:
        super().__init__(option, words)
        codes = [str(choice) for choice in option.choices]
        self._may_be_nothing = option.usual == ""
        columns = 5 if option.kind is OptionKind.TEXT_SIZE else 3
        if self._may_be_nothing:
            codes = [_NOT_SAID, *codes]
        self.group = OptionGroup(option.key, codes, columns=columns)
        self.group.set_centred(is_centred=option.kind is OptionKind.TEXT_SIZE)
        self.column.addWidget(self.group)
        self.group.chosen_changed.connect(self._take)

    def show_value(self, value: Value) -> None:
        """Show what is chosen."""
        self.group.set_chosen((str(value) or _NOT_SAID,))

    def first(self) -> QWidget:
        """Return what is chosen."""
        return self.group.chosen_card() or self.group.cards[0]

    def retranslate(self) -> None:
        """Say what each is called."""
        super().retranslate()
        self.group.setAccessibleName(self.name.plain)
        self.group.set_words(self._label)

    def _label(self, code: str) -> str:
        text = self._words.text
        if code == _NOT_SAID:
            return text(f"setting.{self.option.key}.not_said")
        if self.option.kind is OptionKind.TEXT_SIZE:
            return text("setting.value.text_size", n=int(code))
        return text(f"crisis.region.{code}")

    def _take(self, codes: tuple[str, ...]) -> None:
        code = "" if codes[0] == _NOT_SAID else codes[0]
        self._tell(int(code) if self.option.kind is OptionKind.TEXT_SIZE else code)


class LanguagesRow(SettingRow):
    """Languages, in the order in which they are chosen."""

    def __init__(self, option: Option, words: Language) -> None:
        super().__init__(option, words)
        codes = [str(choice) for choice in option.choices]
        self.group = OptionGroup(option.key, codes, several=True, columns=3)
        self.group.set_rule(ranked=True)
        self.column.addWidget(self.group)
        self.group.chosen_changed.connect(self._tell)

    def show_value(self, value: Value) -> None:
        """Show which are chosen, and their order."""
        assert isinstance(value, tuple)
        self.group.set_chosen(value)

    def first(self) -> QWidget:
        """Return the first of them."""
        return self.group.cards[0]

    def retranslate(self) -> None:
        """Say each by its own name."""
        super().retranslate()
        self.group.setAccessibleName(self.name.plain)
        self.group.set_words(lambda code: self._words.text(f"screen.language.{code}"))


class PrinterRow(SettingRow):
    """The usual printer of the computer, or one of those there are."""

    def __init__(self, option: Option, words: Language) -> None:
        super().__init__(option, words)
        self._names: tuple[str, ...] | None = None
        self._chosen = ""
        self._offered: tuple[str, ...] = ()
        self.group = OptionGroup(option.key, ())
        self.room = QVBoxLayout()
        self.note = Text("quiet", "printers_note")
        self.column.addLayout(self.room)
        self.column.addWidget(self.note)

    def show_value(self, value: Value) -> None:
        """Show which is chosen, also one that is not found now."""
        assert isinstance(value, str)
        self._chosen = value
        self._offer()

    def show_printers(self, names: Sequence[str] | None) -> None:
        """Offer these; ``None`` while they are looked for."""
        self._names = None if names is None else tuple(names)
        self._offer()

    def first(self) -> QWidget:
        """Return the one that is chosen."""
        return self.group.chosen_card() or self

    def retranslate(self) -> None:
        """Say what the usual one is called; the others have their names."""
        super().retranslate()
        self._say()

    def _offer(self) -> None:
        known = self._names or ()
        offered = tuple(dict.fromkeys(("", self._chosen, *known)))
        # The order stays as long as the same are offered: nothing moves under a finger.
        if {*offered} != {*self._offered} or not self.group.cards:
            self._offered = tuple(dict.fromkeys(("", *known, self._chosen)))
            self._make_group()
        self.group.set_chosen([str(self._offered.index(self._chosen))])
        self._say()

    def _make_group(self) -> None:
        has_focus = self.group.isAncestorOf(self.focusWidget() or self)
        self.room.removeWidget(self.group)
        self.group.hide()
        self.group.deleteLater()
        # By place: a name may be anything.
        self.group = OptionGroup(self.option.key, [str(at) for at in range(len(self._offered))])
        self.group.chosen_changed.connect(self._take)
        self.room.addWidget(self.group)
        make_room(self, self.group)
        if has_focus:
            self.group.cards[0].setFocus()

    def _say(self) -> None:
        text, known = self._words.text, self._names
        self.group.setAccessibleName(self.name.plain)
        self.group.set_words(self._label, self._gloss)
        note = "looking" if known is None else "" if known else "none"
        self.note.set_words(text(f"setting.printer.{note}") if note else "")

    def _label(self, place: str) -> str:
        return self._offered[int(place)] or self._words.text("setting.printer.usual")

    def _gloss(self, place: str) -> str:
        name = self._offered[int(place)]
        is_gone = name and self._names is not None and name not in self._names
        return self._words.text("setting.printer.gone") if is_gone else ""

    def _take(self, codes: tuple[str, ...]) -> None:
        self._chosen = self._offered[int(codes[0])]
        self._tell(self._chosen)


def make_row(option: Option, words: Language) -> SettingRow:
    """Return the row of an option."""
    rows: dict[OptionKind, type[SettingRow]] = {
        OptionKind.LANGUAGES: LanguagesRow,
        OptionKind.NAME: NameRow,
        OptionKind.PRINTER: PrinterRow,
        OptionKind.REGION: ChoiceRow,
        OptionKind.STATES: StatesRow,
        OptionKind.TEXT_SIZE: ChoiceRow,
    }
    return rows.get(option.kind, NumberRow)(option, words)
