"""The facts of one profile: the first rows at once, and the others as time allows."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from ui.widgets.column import Column, make_room
from ui.widgets.fact_row import FactRow
from ui.widgets.long_text import LongText
from ui.widgets.profile_facts import SECTIONS, fact_words, is_silent
from ui.widgets.result_words import ResultWords
from ui.widgets.text import Text

_ROWS_AT_ONCE = 6
"""How many rows fill the window."""


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
        self.column.setSpacing(16)
        self._steps = self._add_all()
        # Some 50 rows take longer to make than a page may take to appear.
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_next)
        self._later.start(0)
        self._add_next()

    @property
    def is_complete(self) -> bool:
        """Whether every section is there."""
        return not self._later.isActive()

    def _add_next(self) -> None:
        added = next(self._steps, None)
        if added is None:
            self._later.stop()
        else:
            make_room(self, *added)

    def _add_all(self) -> Iterator[Sequence[QWidget]]:
        """Make it bit by bit; yields what was added."""
        for section, subjects in SECTIONS:
            yield from self._add_section(section, subjects)
        yield self._add_own_words()

    def _add_section(self, section: str, subjects: tuple[str, ...]) -> Iterator[Sequence[QWidget]]:
        facts = [*fact_words(subjects, self._result, self._profile, self._words)]
        told = [(subject, words) for subject, words in facts if not is_silent(words)]
        added = self._add_heading(self._words.language.text(f"profile.section.{section}"))
        for start in range(0, len(told), _ROWS_AT_ONCE):
            for subject, words in told[start : start + _ROWS_AT_ONCE]:
                row = FactRow(f"fact_{subject}", words, self._words.language)
                self.column.addWidget(row)
                added.append(row)
            yield added
            added = []
        silent = tuple(words.name for _, words in facts if is_silent(words))
        if silent:
            # Nobody asked for it, and the profile leaves it open: one sentence is enough.
            said = self._words.language.text("profile.silent", names=silent)
            added.append(self._add_text("quiet", said))
        self.column.addSpacing(16)
        yield added

    def _add_own_words(self) -> list[QWidget]:
        bio = self._profile.text("bio")
        if not bio:
            return []
        language = self._words.language
        heading = language.text("profile.section.bio")
        added = self._add_heading(heading)
        text = LongText("bio", bio, heading, language)
        self.column.addWidget(text)
        source = self._add_text("small", self._words.source("bio", self._profile))
        return [*added, text, source]

    def _add_heading(self, words: str) -> list[QWidget]:
        rule = QFrame()
        rule.setProperty("kind", "rule")
        self.column.addWidget(rule)
        return [rule, self._add_text("heading", words)]

    def _add_text(self, role: str, words: str) -> QWidget:
        text = Text(role)
        self.column.addWidget(text)
        text.set_words(words)
        return text
