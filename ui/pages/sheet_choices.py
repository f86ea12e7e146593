"""How the sheets are to be: which parts, which looks, which language, which paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.checklist.part import PartId
from matcher.i18n import languages
from matcher.region import PAPERS
from matcher.services.sheets.sheet_form import FORMS
from ui.controllers.checklist_controller import ChecklistController
from ui.controllers.sheets_order import FILLABLE, LOOKS
from ui.language import Language
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

_AS_ON_SCREEN = "screen"
"""Stands among the languages for whichever the screen has."""


class SheetChoices(QWidget):
    """Choices that hold for the sheets of all people.

    Parameters
    ----------
    words
        The language that holds.
    checklist
        Keeps what is chosen.
    saves
        Whether sheets may be saved, and then filled in on a screen.

    Signals
    -------
    form_changed
        The sheets are saved as something else now.
    """

    form_changed = Signal()

    def __init__(self, words: Language, checklist: ChecklistController, *, saves: bool) -> None:
        super().__init__()
        self.setObjectName("sheet_choices")
        self._words = words
        self._checklist = checklist
        looks = [look for look in LOOKS if saves or look != FILLABLE]
        self.parts = OptionGroup("parts", [part.value for part in PartId], several=True, columns=3)
        self.looks = OptionGroup("looks", looks, several=True)
        self.language = OptionGroup("language", (_AS_ON_SCREEN, *languages()), columns=3)
        self.paper = OptionGroup("paper", PAPERS, columns=2)
        self.forms = OptionGroup("forms", FORMS, columns=3)
        groups = [self.parts, self.looks, self.language, self.paper]
        if saves:
            groups.append(self.forms)
        else:
            self.forms.setParent(self)
            self.forms.hide()
        self._headings = {
            group.objectName(): Text("heading", f"{group.objectName()}_heading") for group in groups
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for group in groups:
            column.addSpacing(8)
            column.addWidget(self._headings[group.objectName()])
            column.addWidget(group)
        self.parts.chosen_changed.connect(checklist.set_parts)
        self.looks.chosen_changed.connect(checklist.set_looks)
        self.language.chosen_changed.connect(self._choose_language)
        self.paper.chosen_changed.connect(self._choose_paper)
        self.forms.chosen_changed.connect(self._choose_form)

    def show_chosen(self) -> None:
        """Show what is chosen now."""
        self.parts.set_chosen([part.value for part in self._checklist.parts])
        self.looks.set_chosen(self._checklist.looks)
        self.language.set_chosen((self._checklist.language or _AS_ON_SCREEN,))
        self.paper.set_chosen((self._checklist.paper,))
        self.forms.set_chosen((self._checklist.form,))

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        text = self._words.text
        for name, heading in self._headings.items():
            heading.set_words(text(f"checklist.{name}"))
        self.parts.set_words(
            lambda code: text(f"sheet.{code}.title"),
            lambda code: text(f"checklist.part_means.{code}"),
        )
        self.looks.set_words(
            lambda code: text(f"checklist.look.{code}"),
            lambda code: text(f"checklist.look_means.{code}"),
        )
        self.language.set_words(self._say_language)
        self.paper.set_words(lambda code: text(f"checklist.size.{code}"))
        self.forms.set_words(
            lambda code: text(f"checklist.form.{code}"),
            lambda code: text(f"checklist.form_means.{code}"),
        )

    def _say_language(self, code: str) -> str:
        key = "checklist.as_on_screen" if code == _AS_ON_SCREEN else f"screen.language.{code}"
        return self._words.text(key)

    def _choose_language(self, chosen: tuple[str, ...]) -> None:
        for code in chosen[:1]:
            self._checklist.set_language("" if code == _AS_ON_SCREEN else code)

    def _choose_paper(self, chosen: tuple[str, ...]) -> None:
        for paper in PAPERS:
            if paper in chosen:
                self._checklist.set_paper(paper)

    def _choose_form(self, chosen: tuple[str, ...]) -> None:
        for form in FORMS:
            if form in chosen:
                self._checklist.set_form(form)
                self.form_changed.emit()
