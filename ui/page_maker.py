"""Makes every page of the window, given its controllers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.errors import Message
from matcher.region import load_region
from ui import document_pages, followup_pages, keeping_pages
from ui.navigation import PageFlow
from ui.pages.page import Page
from ui.pages.welcome_page import WelcomePage
from ui.parts import Parts

if TYPE_CHECKING:
    from ui.controllers.printout import Printout
    from ui.pages.comfort_page import ComfortPart
    from ui.pages.keep_part import KeepPart
    from ui.pages.sheets_way import SheetsWay

# A page is imported where it is made: the first one is painted before the others are read.


class PageMaker(QObject):
    """Makes pages by their ids.

    Signals
    -------
    begun
        A sitting begins, with whether somebody helps another person.
    staff_requested
        Somebody of the staff wishes to work with the directory.
    clear_requested
        A page wishes the sitting to be forgotten.
    all_clear_requested
        What is kept of it on this computer, too.
    """

    begun = Signal(bool)
    staff_requested = Signal()
    clear_requested = Signal()
    all_clear_requested = Signal()

    def __init__(self, parts: Parts, flow: PageFlow) -> None:
        super().__init__(parts)
        self._parts = parts
        self._flow = flow
        self._makers: dict[str, Callable[[], Page]] = {
            "welcome": self._make_welcome,
            "closed": self._make_closed,
            "helper": self._make_helper,
            "comfort": partial(self._make_comfort, "comfort"),
            "looks": partial(self._make_comfort, "looks"),
            "paper": self._make_paper,
            "help": self._make_help,
            "youth": self._make_youth,
            "pause": self._make_pause,
            "priorities": self._make_priorities,
            "review": self._make_review,
            "more": self._make_more,
            "results": self._make_results,
            "profile": self._make_profile,
            "compare": self._make_compare,
            "checklist": self._make_checklist,
            "preview": self._make_preview,
            "print": self._make_print,
            "preview_blank": self._make_preview_blank,
            "print_blank": self._make_print_blank,
            "print_card": self._make_print_card,
            "copy_card": self._make_copy_card,
            "finish": self._make_finish,
        }
        for pages in (document_pages, keeping_pages, followup_pages):
            self._makers |= pages.makers_of(parts)

    def make(self, name: str) -> Page:
        """Return a new page."""
        if name in self._makers:
            return self._makers[name]()
        from ui.pages.questionnaire_page import QuestionnairePage
        from ui.widgets.editors import Surroundings

        page = self._parts.questionnaire.page(name)
        around = Surroundings(
            load_region(self._parts.region.region),
            self._parts.directory.locality,
            lambda: self._parts.directory.people,
            self._parts.settings.own_words,
        )
        return QuestionnairePage(
            self._parts.words, self._parts.sitting, page, around, self._parts.own_words
        )

    def close_down(self) -> None:
        """Begin with nothing but the way to staff from now on."""
        self._makers["welcome"] = self._makers["closed"]

    def _make_closed(self) -> Page:
        from ui.pages.closed_page import ClosedPage

        page = ClosedPage(self._parts.words, self._parts.settings.languages)
        page.staff_requested.connect(self.staff_requested)
        return page

    def _make_welcome(self) -> Page:
        parts, settings = self._parts, self._parts.settings
        page = WelcomePage(
            parts.words, parts.directory, settings.languages, is_kiosk=settings.is_kiosk
        )
        page.started.connect(self.begun)
        page.staff_requested.connect(self.staff_requested)
        if not settings.is_kiosk:
            page.offer_kept(parts.personal)
        return page

    def _make_helper(self) -> Page:
        from ui.pages.helping_page import HelpingPage

        return HelpingPage(self._parts.words, self._parts.sitting)

    def _make_comfort(self, name: str) -> Page:
        from ui.pages.comfort_page import ComfortPage

        parts = self._parts
        more = _comfort_parts(parts)
        return ComfortPage(parts.words, parts.appearance, more, partial(_kept, parts), name)

    def _make_paper(self) -> Page:
        from ui.pages.paper_page import PaperPage

        way = self._way_of(self._parts.blank_printout)
        return PaperPage(self._parts.words, self._parts.blank, way)

    def _make_help(self) -> Page:
        from ui.pages.help_page import HelpPage

        return HelpPage(self._parts.words, self._parts.region, self._parts.cover)

    def _make_youth(self) -> Page:
        from ui.pages.youth_page import YouthPage

        is_kiosk = self._parts.settings.is_kiosk
        page = YouthPage(self._parts.words, self._parts.sitting, is_kiosk=is_kiosk)
        page.cleared.connect(self.clear_requested)
        return page

    def _make_pause(self) -> Page:
        from ui.pages.pause_page import PausePage

        return PausePage(self._parts.words, self._parts.sitting, lambda: self._flow.ahead)

    def _make_priorities(self) -> Page:
        from ui.pages.priorities_page import PrioritiesPage

        return PrioritiesPage(self._parts.words, self._parts.sitting)

    def _make_review(self) -> Page:
        from ui.pages.review_page import ReviewPage

        parts = self._parts
        is_kiosk = parts.settings.is_kiosk
        return ReviewPage(
            parts.words, parts.sitting, parts.matching, parts.directory, is_kiosk=is_kiosk
        )

    def _make_more(self) -> Page:
        from ui.pages.more_page import MorePage

        return MorePage(self._parts.words, self._parts.sitting, self._parts.directory)

    def _make_results(self) -> Page:
        from ui.pages.results_page import ResultsPage

        parts = self._parts
        # It is known by the time that there are sheets.
        self._way_of(parts.sheets_printout).look()
        owners = (parts.results, parts.weights, parts.firmness)
        page = ResultsPage(parts.words, *owners, is_kiosk=parts.settings.is_kiosk)
        if (keep := self._make_keep_part(is_short=True)) is not None:
            page.offer_keeping(keep)
        return page

    def _make_profile(self) -> Page:
        from ui.pages.profile_page import ProfilePage

        parts = self._parts
        page = ProfilePage(parts.words, parts.results, parts.order, parts.similar)
        if parts.followup is not None:
            page.offer_search(parts.followup)
        return page

    def _make_compare(self) -> Page:
        from ui.pages.compare_page import ComparePage

        return ComparePage(self._parts.words, self._parts.results)

    def _make_checklist(self) -> Page:
        from ui.pages.checklist_page import ChecklistPage

        parts, settings = self._parts, self._parts.settings
        return ChecklistPage(
            parts.words,
            parts.checklist,
            way=self._way_of(parts.sheets_printout),
            takes_own=settings.own_words,
            keep=self._make_keep_part(),
        )

    def _make_preview(self) -> Page:
        return self._make_preview_of(self._parts.sheets_printout)

    def _make_print(self) -> Page:
        return self._make_print_of(self._parts.sheets_printout)

    def _make_preview_blank(self) -> Page:
        return self._make_preview_of(self._parts.blank_printout)

    def _make_print_blank(self) -> Page:
        return self._make_print_of(self._parts.blank_printout)

    def _make_print_card(self) -> Page:
        return self._make_print_of(self._parts.card_printout)

    def _make_preview_of(self, printout: Printout) -> Page:
        from ui.pages.preview_page import PreviewPage

        size = self._parts.appearance.text_size
        way = self._way_of(printout)
        return PreviewPage(self._parts.words, printout.sheets, printout.pictures, size, way)

    def _make_print_of(self, printout: Printout) -> Page:
        from ui.pages.print_page import PrintPage

        parts = self._parts
        return PrintPage(parts.words, printout.sheets, printout.printing, parts.ask_where)

    def _way_of(self, printout: Printout) -> SheetsWay:
        from ui.pages.sheets_way import SheetsWay

        return SheetsWay(self._parts.ask_where, printout.printing)

    def _make_copy_card(self) -> Page:
        from ui.pages.copy_card_page import CopyCardPage

        is_last = self._parts.settings.is_kiosk
        return CopyCardPage(self._parts.words, self._parts.checklist, is_last=is_last)

    def _make_finish(self) -> Page:
        from ui.pages.finish_page import FinishPage

        parts = self._parts
        page = FinishPage(
            parts.words,
            is_kiosk=parts.settings.is_kiosk,
            is_printing=lambda: parts.is_printing,
            has_come_out=lambda: parts.has_come_out,
            keeping=parts.keeping,
        )
        page.cleared.connect(self.clear_requested)
        page.all_cleared.connect(self.all_clear_requested)
        return page

    def _make_keep_part(self, *, is_short: bool = False) -> KeepPart | None:
        if self._parts.keeping is None:
            return None
        from ui.pages.keep_part import KeepPart

        return KeepPart(self._parts.words, self._parts.keeping, is_short=is_short)


def _comfort_parts(parts: Parts) -> Sequence[ComfortPart]:
    """Make what can be set beside the looks; nothing is read aloud where strangers are."""
    from ui.pages.privacy_part import PrivacyPart

    privacy = PrivacyPart(parts.words, parts.code, parts.cover)
    if parts.reading is None:
        return (privacy,)
    from ui.pages.reading_part import ReadingPart

    return ReadingPart(parts.words, parts.reading), privacy


def _kept(parts: Parts) -> Message:
    settings = parts.settings
    if not settings.is_kiosk:
        is_kept = parts.personal.is_in_use
        return Message("keeping.part.on_say" if is_kept else "screen.comfort.kept")
    # Rounded down: nobody is promised more time than there is.
    minutes = int(settings.warns_after + settings.clears_after) // 60
    return Message("screen.comfort.kept_here", n=minutes)
