"""A fact found wrong in a first talk, as a slip for the clinic: nothing of who found it."""

from collections.abc import Iterator

from matcher.directory.profile import Profile
from matcher.document import Blank, Block, Callout, Paragraph, Section, Sheet, Ticks, Tone
from matcher.followup.difference import Difference
from matcher.i18n import Catalogue
from matcher.services.followup.stated import stated_in_full, stated_then_in_full, subject_name
from matcher.services.people.wording import clipped, describe_source, in_one_line

_BOXES = ("right", "changed", "asked")
_ROOM = 2
"""Lines to write on where the person wrote nothing."""


def correction_slip(difference: Difference, profile: Profile, words: Catalogue) -> Sheet:
    """Return the slip: what the profile says and of when, and what was told in the talk.

    It holds no day of the talk and no day of printing, for these tell who wrote it. The line is
    the person's own: show it to them before it is printed. No program reads the slip in.

    Parameters
    ----------
    difference
        One that `matcher.followup.difference.differences` gives, best where `is_correction`.
    profile
        As it is now.
    words
        The language of the clinic, or else of the person.
    """
    title = words.text("followup.paper.slip.title")
    intro = Section("", (Paragraph(words.text("followup.paper.slip.what")),))
    name = subject_name(difference.note.subject, words)
    fact = Section(name, (*_fact(difference, profile, words),), together=True)
    boxes = tuple(words.text(f"followup.paper.slip.box.{box}") for box in _BOXES)
    checked: tuple[Block, ...] = (
        Ticks(words.text("followup.paper.slip.checked"), boxes),
        Blank(words.text("followup.paper.slip.by")),
        Callout(words.text("followup.paper.slip.rules")),
    )
    number = words.text("followup.paper.slip.id", id=profile.id)
    sections = (intro, fact, Section("", checked, together=True))
    return Sheet(title, (clipped(profile.name), number), sections, footer=title)


def _fact(difference: Difference, profile: Profile, words: Catalogue) -> Iterator[Block]:
    note, fact = difference.note, difference.fact
    stated = stated_in_full(note.subject, profile, words)
    yield Paragraph(words.text("sheet.home.says", what=stated))
    if fact is not None:
        source = describe_source(fact.source.value, fact.confirmed_on, words)
        yield Paragraph(source, Tone.QUIET)
    if difference.has_changed and (then := stated_then_in_full(note, profile, words)):
        yield Paragraph(words.text("followup.paper.slip.then", stated=then))
    line = in_one_line(note.line)
    if line:
        yield Paragraph(words.text("followup.paper.slip.met", line=line), Tone.STRONG)
    else:
        yield Blank(words.text("followup.paper.slip.met_room"), _ROOM)
