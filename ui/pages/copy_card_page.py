"""A card to copy by hand, or into a phone: names, numbers, and the first questions, large."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from matcher.checklist.selection import OWN_TOPIC, OfferedQuestion
from matcher.services.people.wording import question_text, ways_to_reach
from ui.controllers.checklist_controller import ChecklistController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.phone_code import LONGEST, code_rows
from ui.widgets.button import Button
from ui.widgets.code_picture import CodePicture
from ui.widgets.column import make_room, take_out_all
from ui.widgets.note import Note
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

_QUESTIONS = 3
"""As many as one copies by hand."""

_WAYS = 2
"""How many ways to reach one person: one copies each sign by sign."""

_BETWEEN_PEOPLE = 24
_ROLES = {"name": "heading", "reach": "title", "question": "lead"}
"""How large each line is: a number is what one copies sign by sign."""


class CopyCardPage(SheetPage):
    """The few lines one needs when nothing can be printed.

    Parameters
    ----------
    words
        The language that holds.
    checklist
        Who is chosen, and what is asked.
    is_last
        Whether one finishes with it, because nothing else is taken along from here.
    """

    shows_answers = True

    def __init__(
        self, words: Language, checklist: ChecklistController, *, is_last: bool = False
    ) -> None:
        super().__init__(words, "copy_card")
        self._is_last = is_last
        self._checklist = checklist
        self._lines: list[Text] = []
        self._left_out = ""
        self.compose()

    @property
    def lines(self) -> tuple[str, ...]:
        """What there is to copy."""
        return tuple(line.plain for line in self._lines)

    def enter(self) -> None:
        """Show the people who are chosen now."""
        super().enter()
        if self._checklist.is_outdated:
            self.withdrawn.emit()
            return
        self._show_people()
        self._hide_code()

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("preview.copy.heading"), text("preview.copy.why"))
        self.phone_heading.set_words(text("preview.copy.phone"))
        self.warning.set_lines((text("preview.copy.warning"), text("preview.copy.offline")))
        self.next_button.set_words(text("finish.heading"))
        self._say_code()
        if self.isVisible():
            self._show_people()
            self._hide_code()

    def go_on(self) -> None:
        """Finish, with a way back here."""
        self.open_over("finish")

    def for_phone(self) -> tuple[str, str]:
        """Return the text that fits into a code, and what does not.

        Returns
        -------
        text
            The lines; where they do not fit, without questions, then fewer.
        left_out
            ``questions``, ``lines``, or ``""`` when nothing is.
        """
        said = self._said()
        lines, left_out = [words for _, words in said], ""
        if _size(lines) > LONGEST:
            lines = [words for kind, words in said if kind != "question"]
            left_out = "questions"
        while _size(lines) > LONGEST:
            lines.pop()
            left_out = "lines"
        return "\n".join(lines), left_out

    def _build(self) -> None:
        self._people = QVBoxLayout()
        self._people.setSpacing(16)
        self.phone_heading = Text("heading", "phone_heading")
        self.warning = Note("warning")
        self.show_code = Button("quiet", "show_code")
        self.code = CodePicture("code")
        self.code.hide()
        self.how = Text("body", "how")
        self.column.addLayout(self._people)
        self.column.addSpacing(24)
        self.column.addWidget(self.phone_heading)
        self.column.addWidget(self.warning)
        self.column.addWidget(self.show_code, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.how)

    def _build_bar(self) -> None:
        self.bar.addWidget(self.back_button)
        self.bar.addStretch(1)
        if self._is_last:
            self.bar.addWidget(self.next_button)
        else:
            self.next_button.setParent(self)
            self.next_button.hide()

    def _connect(self) -> None:
        self.show_code.clicked.connect(self._turn_code)
        self._checklist.match_lost.connect(self.withdrawn)

    def _said(self) -> list[tuple[str, str]]:
        """Return the lines, each with what it is: ``name``, ``reach`` or ``question``."""
        said: list[tuple[str, str]] = []
        for profile_id in self._checklist.people:
            profile = self._checklist.profile(profile_id)
            said.append(("name", shown_name(profile.name)))
            ways = ways_to_reach(profile, self.words.catalogue)
            said += [("reach", words) for words in ways[:_WAYS]]
            asked = _own_first(self._checklist.selection(profile_id).suggested)[:_QUESTIONS]
            said += [("question", question_text(each, self.words.catalogue)) for each in asked]
        return said

    def _show_people(self) -> None:
        take_out_all(self._people)
        self._lines = []
        with self._checklist.reading():
            for place, (kind, words) in enumerate(self._said()):
                line = Text(_ROLES[kind], f"copy_{place}")
                if kind == "name" and place:
                    self._people.addSpacing(_BETWEEN_PEOPLE)
                self._people.addWidget(line)
                line.set_words(words)
                self._lines.append(line)
        has_lines = bool(self._lines)
        for widget in (self.phone_heading, self.warning, self.show_code):
            widget.setVisible(has_lines)
        why = "preview.copy.why" if has_lines else "checklist.nobody"
        self.set_heading(self.words.text("preview.copy.heading"), self.words.text(why))

    def _turn_code(self) -> None:
        if self.code.isHidden():
            with self._checklist.reading():
                text, self._left_out = self.for_phone()
                self.code.set_rows(code_rows(text))
                self.code.show()
        else:
            self.code.hide()
        self._say_code()
        if not self.code.isHidden():
            self.announce(self.how.plain)
            make_room(self.code)
            self.show_from(self.show_code)
            self.reveal(self.how)
            # Last: no camera finds a code without all the white around it.
            self.reveal(self.code)

    def _hide_code(self) -> None:
        self.code.hide()
        self.code.set_rows(())
        self._left_out = ""
        self._say_code()

    def _say_code(self) -> None:
        is_shown = not self.code.isHidden()
        key = "preview.copy.hide" if is_shown else "preview.copy.show"
        self.show_code.set_words(self.words.text(key))
        how = [self.words.text("preview.copy.how")]
        without = f"_without_{self._left_out}" if self._left_out else ""
        if without:
            how.insert(0, self.words.text(f"preview.copy.how{without}"))
        self.how.set_words(" ".join(how) if is_shown else "")
        self.code.setAccessibleName(self.words.text(f"preview.copy.code{without}"))

    def hideEvent(self, event: QHideEvent) -> None:
        """Show no code to whoever comes by later."""
        super().hideEvent(event)
        self._hide_code()


def _own_first(asked: Iterable[OfferedQuestion]) -> list[OfferedQuestion]:
    """Put what the person wrote before all that was suggested; else the order stays."""
    return sorted(asked, key=lambda each: each.topic != OWN_TOPIC)


def _size(lines: list[str]) -> int:
    """Return how many bytes lines take in a code."""
    return len("\n".join(lines).encode())
