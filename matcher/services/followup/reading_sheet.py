"""A page to read, on paper: its paragraphs, the signs that belong to it, and the help lines."""

from datetime import date

from matcher.checklist.crisis import load_crisis_lines
from matcher.checklist.cues import Cue
from matcher.checklist.help_lines import help_section
from matcher.document import Contrast, Paragraph, Section, Sheet
from matcher.followup.reading import ReadingPage
from matcher.i18n import Catalogue


def reading_sheet(page: ReadingPage, today: date, words: Catalogue) -> Sheet:
    """Return the page.

    Parameters
    ----------
    today
        The day it is printed: a check of a help line that is too old by then is told as such.
    words
        The reader's language, and the region whose help lines stand on it.
    """
    title = words.text(page.title)
    sections = [Section("", tuple(Paragraph(words.text(key)) for key in page.texts))]
    if page.cue is not None:
        sections.append(_signs(page.cue, words))
    if page.shows_help:
        sections.append(help_section(load_crisis_lines(words.region), today, words))
    return Sheet(title, (), tuple(sections), footer=title)


def _signs(cue: Cue, words: Catalogue) -> Section:
    base = f"cue.{cue.topic}"
    good = tuple(words.text(f"{base}.good.{code}") for code in cue.good)
    care = tuple(words.text(f"{base}.care.{code}") for code in cue.care)
    headings = (words.text("cue.frame.good"),), (words.text("cue.frame.care"),)
    heading = words.text(f"{base}.heading")
    blocks = (Contrast("", *headings), Contrast(heading, good, care))
    return Section(words.text("followup.reading.signs"), blocks, together=True)
