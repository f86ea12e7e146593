"""Onto paper: which printer, how many sheets, did all come out; and ways out when not."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.controllers.print_controller import PrintController
from ui.controllers.print_source import page_for
from ui.controllers.sheets_controller import SheetsController
from ui.language import Language
from ui.pages.print_saving import PrintSaving
from ui.pages.print_words import PrintWords
from ui.pages.sheet_page import SheetPage
from ui.printing import BrokenOffError
from ui.widgets.file_guard import AskWhere
from ui.widgets.option_group import OptionGroup
from ui.widgets.print_parts import PrintParts, Step

_LEADS = {Step.OUT: "finish.heading", Step.STUCK: "preview.print.copy"}
"""What the main button says where it does not print."""

_READ_FIRST = (Step.STUCK, Step.AGAIN)
"""Where the page begins with what went wrong, above all that can be done about it."""


class PrintPage(SheetPage):
    """Opened over a page that knows what to print, or over the pictures of its pages.

    Parameters
    ----------
    words
        The language that holds.
    sheets
        Makes the sheets; their source gives the page its id.
    printing
        Prints them.
    ask_where
        Lets sheets be saved, to be printed elsewhere.
    """

    goes_on_covered = False

    def __init__(
        self,
        words: Language,
        sheets: SheetsController,
        printing: PrintController,
        ask_where: AskWhere | None = None,
    ) -> None:
        super().__init__(words, page_for("print", sheets.source))
        self.shows_answers = sheets.source.is_private
        self._sheets = sheets
        self._printing = printing
        self._ask_where = ask_where
        self._step, self._first = Step.WAITING, 0
        self._has_changed = False
        self.printers: OptionGroup | None = None
        self.compose()

    @property
    def step(self) -> Step:
        """Where one is."""
        return self._step

    def enter(self) -> None:
        """Make the sheets and look for printers, unless one comes back to what is under way."""
        is_returned_to = self.is_returned_to
        super().enter()
        if self._sheets.source.is_outdated:
            self.withdrawn.emit()
        elif self._printing.busy:
            self._show_under_way()
        elif not (is_returned_to and self._are_current()):
            self._begin()

    def first_focus(self) -> QWidget:
        """Begin with what the step is about."""
        first = {
            Step.READY: self.next_button,
            Step.PRINTING: self.parts.cancel,
            Step.ASKED: self.parts.yes,
            Step.AGAIN: self.parts.all_again,
            Step.OUT: self.next_button,
            Step.STUCK: self._saving.way_out(),
        }
        wanted = first.get(self._step, self.back_button)
        return self.back_button if wanted.isHidden() else wanted

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.set_heading(self.words.text(f"preview.print.heading.{self._sheets.source.kind}"))
        self.parts.say(self.words)
        self._say_step()
        if self.isVisible() and self._step is Step.READY and not self._are_current():
            self._begin()

    def go_on(self) -> None:
        """Print; once all is out, finish; without a printer, show what can be copied."""
        if self._step is Step.OUT and self.shows_answers:
            self.open_over("finish")
        elif self._step is Step.READY:
            self._print(0)
        elif self._step is Step.STUCK:
            self.open_over("copy_card")

    def _build(self) -> None:
        self.parts = PrintParts()
        self.column.addWidget(self.parts)
        self._saving = PrintSaving(self, self._sheets.source, self.parts, self._ask_where)

    def _connect(self) -> None:
        parts = self.parts
        self._sheets.made.connect(self._get_ready)
        self._printing.found.connect(self._get_ready)
        self._printing.moved.connect(self._show_progress)
        self._printing.printed.connect(partial(self._go, Step.ASKED))
        self._printing.stopped.connect(self._tell_stopped)
        for controller in (self._sheets, self._printing):
            controller.failed.connect(self._tell_failed)
        self._sheets.lost.connect(self.withdrawn)
        parts.cancel.clicked.connect(self._cancel)
        parts.yes.clicked.connect(self._end)
        parts.no.clicked.connect(partial(self._go, Step.AGAIN))
        parts.all_again.clicked.connect(partial(self._print, 0))
        parts.from_page.clicked.connect(self._print_rest)
        parts.other_paper.clicked.connect(self._use_paper)
        parts.try_again.clicked.connect(self._begin)
        parts.copy.clicked.connect(partial(self.open_over, "copy_card"))

    def _are_current(self) -> bool:
        return self._sheets.are_current(self.words.catalogue)

    def _begin(self, _clicked: bool = False, *, has_changed: bool = False) -> None:
        self._first = 0
        self._has_changed = has_changed
        if lacks := self._sheets.source.lacks:
            self._fail(self.words.text(lacks))
            return
        self._go(Step.WAITING)
        self._sheets.make(self.words.catalogue)
        self._printing.look()

    def _show_under_way(self) -> None:
        """Show that sheets are being printed, where this page was made meanwhile."""
        if self._step is not Step.PRINTING:
            self._count_pages()
            self._go(Step.PRINTING)

    def _get_ready(self, _made: object = None) -> None:
        """Say what will come out, once that is known."""
        if self._step is not Step.WAITING:
            return
        known, sheets = self._printing.known, self._sheets.sheets
        if known is None or sheets is None:
            return
        if not known:
            self._go(Step.STUCK)
            return
        self._show_printers()
        self._count_pages()
        self._go(Step.READY)

    def _show_printers(self) -> None:
        """Offer the printers where there is more than one."""
        names = [each.name for each in self._printing.known or ()]
        used = self._printing.printer
        self.printers = self.parts.offer_printers(names, used.name if used else "")
        if self.printers is not None:
            self.printers.chosen_changed.connect(self._choose)

    def _choose(self, codes: tuple[str, ...]) -> None:
        for code in codes[:1]:
            self._printing.choose((self._printing.known or ())[int(code)].name)
            self._count_pages()
            self._say_step()
            self.announce(self.parts.told.plain)

    def _count_pages(self) -> None:
        printer, sheets = self._printing.printer, self._sheets.sheets
        if printer is not None and sheets is not None:
            self.parts.set_count(len(sheets.pages), is_two_sided=printer.is_two_sided)

    def _print(self, first: int) -> None:
        sheets = self._sheets.sheets
        if sheets is None or self._printing.busy:
            return
        if not self._are_current():
            # Never what was wanted before: that may say more than the person now wishes to show.
            self._begin(has_changed=True)
            return
        self._first = first
        self._go(Step.PRINTING)
        self._printing.print(sheets, first)

    def _print_rest(self) -> None:
        self._print(self.parts.page - 1)

    def _cancel(self) -> None:
        self.parts.cancel.setEnabled(False)
        self._printing.cancel()

    def _end(self) -> None:
        """Say what to do with what came out; or go on to what was wanted meanwhile."""
        if self._are_current():
            self._go(Step.OUT)
        else:
            self._begin(has_changed=True)

    def _use_paper(self) -> None:
        printer = self._printing.printer
        if printer is not None and printer.paper is not None:
            self._sheets.source.set_paper(printer.paper)
            self._begin()

    def _show_progress(self, done: int, of: int) -> None:
        if self._step is not Step.PRINTING:
            return
        self.parts.progress.setRange(0, of)
        self.parts.progress.setValue(done)
        is_last = done == of
        key = "preview.print.sending" if is_last else "preview.print.at"
        words = self.words.text(key, page=done, n=of)
        self.parts.told.set_words(words)
        self.parts.progress.setAccessibleDescription(words)
        self.announce(words)

    def _tell_stopped(self) -> None:
        self._go(Step.READY)
        words = self.words.text("preview.print.stopped")
        self.parts.told.set_words(words)
        self.announce(words)

    def _tell_failed(self, error: MatcherError) -> None:
        if self.isVisible() or self._step is Step.PRINTING:
            has_begun = isinstance(error, BrokenOffError)
            self._fail(self.words.render_all(error), Step.AGAIN if has_begun else Step.STUCK)

    def _fail(self, words: str, step: Step = Step.STUCK) -> None:
        self._go(step)
        self.parts.problem.set_words(words)
        self.announce(words)

    def _go(self, step: Step, _clicked: bool = False) -> None:
        """Show what belongs to a step, and let the focus be where it begins."""
        is_within = self.isAncestorOf(focused) if (focused := self.focusWidget()) else False
        self._step = step
        self.parts.show_step(step)
        self.parts.cancel.setEnabled(True)
        is_out, is_stuck = step is Step.OUT, step is Step.STUCK
        has_next = (is_out and self.shows_answers) or (is_stuck and self._saving.leads_on)
        self.next_button.setVisible(step is Step.READY or has_next)
        self._say_step()
        if self.isVisible() and is_within and step in _READ_FIRST:
            self.begin_anew()
        elif self.isVisible() and is_within:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(self.parts.told.plain or self.parts.problem.plain)

    def _say_step(self) -> None:
        facts, has_none = self._facts, self._printing.has_none
        self.next_button.set_words(self.words.text(_LEADS.get(self._step, "checklist.print")))
        self.parts.problem.set_words("")
        told = facts.told(self._step, self.words, first=self._first, have_changed=self._has_changed)
        self.parts.told.set_words(told)
        self._saving.begin(self._step, has_none=has_none)
        papers = facts.differing_papers if self._step is Step.READY else ("", "")
        self.parts.show_paper(self.words, *papers)

    @property
    def _facts(self) -> PrintWords:
        return PrintWords(self._sheets.sheets, self._printing.printer)
