"""What is said while pages are printed: where they go, how much paper that takes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ui.controllers.sheets_controller import Sheets
from ui.language import Language
from ui.printing import PrinterFacts
from ui.widgets.print_parts import Step


@dataclass(frozen=True, slots=True)
class PrintWords:
    """Finished sheets and the printer they go to; either may not be known yet."""

    sheets: Sheets | None
    printer: PrinterFacts | None

    def count(self, first: int = 0) -> int:
        """Return how many sheets of paper come out from a page on, counted from 0."""
        pages = len(self.sheets.pages) - first if self.sheets is not None else 0
        is_two_sided = self.printer is not None and self.printer.is_two_sided
        return -(-pages // 2) if is_two_sided else pages

    def told(self, step: Step, words: Language, *, first: int, have_changed: bool) -> str:
        """Say what a step is about.

        Parameters
        ----------
        step
            Where one is.
        words
            The language that holds.
        first
            The page printed first, counted from 0.
        have_changed
            Whether what comes out is something else than before.
        """
        said: dict[Step, Callable[[], str]] = {
            Step.WAITING: partial(words.text, "preview.making"),
            Step.READY: partial(self.ready, words, have_changed=have_changed),
            Step.PRINTING: partial(words.text, "preview.print.printing"),
            Step.ASKED: partial(words.text, "preview.print.asked", n=self.count(first)),
            Step.OUT: partial(words.text, "preview.print.out"),
            Step.AGAIN: partial(words.text, "preview.print.again"),
            Step.STUCK: str,
        }
        return said[step]()

    def ready(self, words: Language, *, have_changed: bool) -> str:
        """Say what will come out where, and whether it is something else than before."""
        if self.printer is None or self.sheets is None:
            return ""
        key = "two_sided" if self.printer.is_two_sided else "one_sided"
        changed = [words.text("preview.print.changed")] if have_changed else []
        goes = words.text("preview.print.on", printer=self.printer.name)
        return " ".join((*changed, goes, words.text(f"preview.print.{key}", n=self.count())))

    @property
    def differing_papers(self) -> tuple[str, str]:
        """The paper of the sheets and that of the printer, where they differ."""
        if self.printer is None or self.sheets is None or self.printer.paper is None:
            return "", ""
        own, there = self.sheets.paper, self.printer.paper
        return ("", "") if own == there else (own, there)
