"""What stands on the page that prints; each step shows some of it."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QProgressBar, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import make_room, take_out_all
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.note import Note
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text


class Step(StrEnum):
    """Where one is with printing."""

    WAITING = "waiting"
    READY = "ready"
    PRINTING = "printing"
    ASKED = "asked"
    OUT = "out"
    AGAIN = "again"
    STUCK = "stuck"


_SHOWN = {
    "printers": {Step.READY},
    "busy": {Step.PRINTING},
    "answers": {Step.ASKED},
    "again": {Step.AGAIN},
    "retry": {Step.STUCK},
    "ways": {Step.READY, Step.AGAIN, Step.STUCK},
}
"""The steps at which each part is there; `told` and `problem` show by themselves."""

_FEWEST_TO_CHOOSE = 2


class PrintParts(QWidget):
    """The widgets of the page that prints; which are seen follows the step.

    Attributes
    ----------
    told, problem
        One sentence on where one is, or on what went wrong.
    printers
        Layout for a choice of printers.
    page
        The page to print again from, counted from 1.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("print_parts")
        self.told = Text("lead", "told")
        self.problem = Text("error", "problem")
        self.paper = Note("paper_differs")
        self.other_paper = Button("quiet", "other_paper")
        self.progress = QProgressBar()
        self.progress.setObjectName("progress")
        self.progress.setTextVisible(False)
        self.cancel = Button("quiet", "cancel")
        self.yes, self.no = Button("quiet", "yes"), Button("quiet", "no")
        self.all_again = Button("quiet", "all_again")
        self.page_text = Text("strong", "again_from")
        self.earlier, self.later = Button("quiet", "earlier"), Button("quiet", "later")
        self.from_page = Button("quiet", "from_page")
        self.try_again = Button("quiet", "try_again")
        self.ways_heading = Text("heading", "ways_heading")
        self.desk = Text("body", "desk")
        self.save, self.saved = Button("quiet", "save"), Text("strong", "saved")
        self.copy = Button("quiet", "copy")
        self.printers = QVBoxLayout()
        self.page, self._count, self._sides = 1, 1, 1
        self._words: Language | None = None
        self._build()
        self.earlier.clicked.connect(self._turn_back)
        self.later.clicked.connect(self._turn_on)

    def show_step(self, step: Step) -> None:
        """Show what belongs to a step, and nothing else."""
        for name, part in self._parts.items():
            part.setVisible(step in _SHOWN[name])
        self.progress.setRange(0, self._count)
        self.progress.setValue(0)
        make_room(self)

    def offer_printers(self, names: Sequence[str], used: str) -> OptionGroup | None:
        """Let one of several printers be chosen, by its place; ``None`` for fewer."""
        take_out_all(self.printers)
        if len(names) < _FEWEST_TO_CHOOSE:
            return None
        group = OptionGroup("printer", [str(place) for place in range(len(names))])
        group.set_words(lambda code: names[int(code)])
        group.set_chosen([str(names.index(used))] if used in names else ())
        self.printers.addWidget(group)
        return group

    def set_count(self, pages: int, *, is_two_sided: bool) -> None:
        """Say how many pages there are; on both sides, a page begins again with its front."""
        self._count = pages
        self._sides = 2 if is_two_sided else 1
        self.page = 1
        self._turn_on()
        for widget in (self.page_text, self.earlier, self.later, self.from_page):
            widget.setVisible(self.page > 1)

    def show_paper(self, words: Language, sheets: str, printer: str) -> None:
        """Say that the printer has other paper than the sheets; nothing when both are empty."""
        if not printer:
            self.paper.set_lines(())
            self.other_paper.hide()
            return
        size = {each: words.text(f"checklist.size.{each}") for each in (sheets, printer)}
        differs = words.text("preview.print.differs", sheets=size[sheets], printer=size[printer])
        self.paper.set_lines((differs,))
        self.other_paper.set_words(words.text("preview.print.use", paper=size[printer]))
        self.other_paper.show()

    def say(self, words: Language) -> None:
        """Say everything that does not depend on where one is."""
        self._words = words
        for name in ("cancel", "yes", "no", "all_again", "try_again", "copy", "earlier", "later"):
            getattr(self, name).set_words(words.text(f"preview.print.{name}"))
        self.progress.setAccessibleName(words.text("preview.print.progress"))
        self.save.set_words(words.text("checklist.save.pdf"))
        self._say_page()

    def _turn_on(self) -> None:
        self._turn(self._sides)

    def _turn_back(self) -> None:
        self._turn(-self._sides)

    def _turn(self, step: int) -> None:
        page = self.page + step
        if self._sides < page <= self._count:
            self.page = page
        self._say_page()

    def _say_page(self) -> None:
        if self._words is not None:
            text = self._words.text
            self.page_text.set_words(text("preview.place", page=self.page, n=self._count))
            self.from_page.set_words(text("preview.print.from_page", page=self.page))

    def _build(self) -> None:
        again = QVBoxLayout()
        again.setSpacing(16)
        again.addWidget(self.all_again, 0, Qt.AlignmentFlag.AlignLeft)
        again.addWidget(self.page_text)
        again.addLayout(_beside(self.earlier, self.later, self.from_page))
        ways = QVBoxLayout()
        ways.setSpacing(12)
        for widget in (self.ways_heading, self.desk):
            ways.addWidget(widget)
        ways.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        ways.addWidget(self.saved)
        self.saved.set_words("")
        ways.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        busy = QVBoxLayout()
        busy.setSpacing(16)
        busy.addWidget(self.progress)
        busy.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        ready = QVBoxLayout()
        ready.setSpacing(16)
        ready.addLayout(self.printers)
        ready.addWidget(self.paper)
        ready.addWidget(self.other_paper, 0, Qt.AlignmentFlag.AlignLeft)
        layouts = {
            "printers": ready,
            "busy": busy,
            "answers": _beside(self.yes, self.no),
            "again": again,
            "retry": _beside(self.try_again),
            "ways": ways,
        }
        self._parts = {name: _room(layout) for name, layout in layouts.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        # What went wrong comes before what to do now.
        for text in (self.problem, self.told):
            column.addWidget(text)
            text.set_words("")
        for part in self._parts.values():
            column.addWidget(part)


def _beside(*buttons: Button) -> FlowLayout:
    row = FlowLayout()
    for button in buttons:
        row.addWidget(button)
    return row


def _room(layout: QLayout) -> QWidget:
    widget = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(layout)
    return widget
