"""The way back to what somebody kept on this computer, on the first page."""

from PySide6.QtCore import QObject

from ui.controllers.personal_controller import PersonalController
from ui.pages.page import Page
from ui.widgets.button import Button


class WayBack(QObject):
    """Two buttons that are there only when something is kept; *Start* is then about another thing.

    Parameters
    ----------
    page
        Where they stand; it lays them out.
    personal
        Tells what is kept.

    Attributes
    ----------
    reopen, to_kept
        Go on with it; see what it is.
    """

    def __init__(self, page: Page, personal: PersonalController) -> None:
        super().__init__(page)
        self._page = page
        self._personal = personal
        self.reopen, self.to_kept = Button("primary", "reopen"), Button("link", "to_kept")
        for button, target in ((self.reopen, "reopen"), (self.to_kept, "kept")):
            button.hide()
            button.clicked.connect(lambda _=False, target=target: page.open_over(target))
        personal.looked.connect(self.show)

    @property
    def is_offered(self) -> bool:
        """Whether there is something to go on with."""
        return self._personal.standing.exists and not self._personal.is_in_use

    def show(self) -> None:
        """Show what is offered now."""
        text = self._page.words.text
        self.reopen.set_words(text("keeping.reopen.passphrase_heading"))
        self.to_kept.set_words(text("keeping.kept.heading"))
        was_offered = not self.reopen.isHidden()
        self.reopen.setVisible(self.is_offered)
        self.to_kept.setVisible(self._personal.standing.exists)
        start = self._page.next_button
        start.set_kind("quiet" if self.is_offered else "primary")
        key = "keeping.reopen.start" if self.is_offered else "screen.welcome.start"
        start.set_words(text(key))
        if self.is_offered != was_offered and self._page.isVisible() and start.hasFocus():
            self._page.begin()
