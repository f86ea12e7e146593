"""The facts of one profile, section by section, the first at once and the others as time allows."""

from PySide6.QtCore import QTimer

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from ui.widgets.column import Column, make_room
from ui.widgets.fact_row import FactRow
from ui.widgets.profile_facts import SECTIONS, fact_words
from ui.widgets.result_words import ResultWords
from ui.widgets.text import Text

_AT_ONCE = 1
"""How many sections fill the window."""


class ProfileSections(Column):
    """All sections of a profile, then the practitioner's own words.

    Parameters
    ----------
    result, profile
        Who is shown.
    words
        Says it in the language that holds.
    """

    def __init__(self, result: ProfileResult, profile: Profile, words: ResultWords) -> None:
        super().__init__("facts")
        self._result = result
        self._profile = profile
        self._words = words
        self._added = 0
        self.column.setSpacing(12)
        # Some 50 rows take longer to make than a page may take to appear.
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_next)
        self._later.start(0)
        for _ in range(_AT_ONCE):
            self._add_next()

    @property
    def is_complete(self) -> bool:
        """Whether every section is there."""
        return not self._later.isActive()

    def _add_next(self) -> None:
        if self._added == len(SECTIONS):
            self._later.stop()
            self._add_own_words()
            return
        section, subjects = SECTIONS[self._added]
        self._added += 1
        self._add_text("heading", self._words.language.text(f"profile.section.{section}"))
        facts = fact_words(subjects, self._result, self._profile, self._words)
        rows = [FactRow(f"fact_{subject}", words) for subject, words in facts]
        for row in rows:
            self.column.addWidget(row)
        self.column.addSpacing(16)
        make_room(self, *rows)

    def _add_own_words(self) -> None:
        bio = self._profile.text("bio")
        if bio:
            self._add_text("heading", self._words.language.text("profile.section.bio"))
            self._add_text("body", bio)
            self._add_text("small", self._words.source("bio", self._profile))
        make_room(self)

    def _add_text(self, role: str, words: str) -> None:
        text = Text(role)
        self.column.addWidget(text)
        text.set_words(words)
