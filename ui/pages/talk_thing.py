"""One thing of a first talk in words: what a profile says of it, and what it said."""

from matcher.followup.difference import has_changed
from matcher.followup.first_talk import Met, TalkNote
from matcher.services.followup.stated import stated_text, subject_name
from matcher.services.people.wording import fact_of
from ui.controllers.listed_person import Listed, ListedPerson
from ui.language import Language
from ui.widgets.talk_row import TalkThing


def talk_thing(note: TalkNote, here: ListedPerson, words: Language) -> TalkThing:
    """Return what a row is about; its name is ``""`` where nobody knows the thing any more."""
    profile, catalogue = here.profile, words.catalogue
    is_unknown = here.listed is Listed.UNKNOWN
    is_stated_now = profile is not None and fact_of(note.subject, profile) is not None
    is_noted = note.met is Met.AS_STATED
    said = "" if is_unknown else stated_text(note, profile, catalogue)
    if profile is None and not is_unknown:
        said = " ".join(filter(None, (words.text(f"notes.talk.{here.listed}"), said)))
    return TalkThing(
        subject_name(note.subject, catalogue),
        said,
        is_stated=is_unknown or is_stated_now or is_noted or bool(note.stated),
        note=note,
        was_stated=not is_unknown
        and (not is_stated_now or (is_noted and has_changed(note, profile))),
    )
