"""What stands in place of the table of people where there is nobody to show in it."""

from PySide6.QtCore import Qt, Signal

from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.text import Text


class PeopleNotice(Column):
    """A heading, why it is so, and a button that leads on.

    Attributes
    ----------
    heading, why, lead
        What is said, and the button; each is hidden while it has no words.

    Signals
    -------
    lead_requested
        The button was pressed.
    """

    lead_requested = Signal()

    def __init__(self) -> None:
        super().__init__("notice")
        self.heading = Text("heading", "notice_heading")
        self.why = Text("body", "notice_why")
        self.lead = Button("primary", "lead")
        self.column.setContentsMargins(0, 24, 0, 0)
        self.column.setSpacing(16)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.why)
        self.column.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.lead.clicked.connect(self.lead_requested)

    def say(self, heading: str, why: str = "", lead: str = "") -> None:
        """Say something else; without a heading nothing is shown."""
        self.heading.set_words(heading)
        self.why.set_words(why)
        self.lead.set_words(lead)
        self.lead.setVisible(bool(lead))
        self.setVisible(bool(heading))
