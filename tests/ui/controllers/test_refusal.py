from datetime import date

from support.builders import make_profile

from matcher.directory.profile import Source
from matcher.errors import Message, StoreError
from ui.controllers.person_draft import PersonDraft
from ui.controllers.refusal import Refusal, refusal_of

_WRONG = Message("finding.cell.date", text="x")


def test_error_when_about_a_cell_then_it_is_said_at_the_field_and_the_rest_beside() -> None:
    draft = PersonDraft("p-001", Source.CLINIC, "2026-11-22")
    moved = Message("error.store.moved", file="a")
    cell = Message("error.store.cell", field="city", why=_WRONG)

    assert refusal_of(StoreError(cell, moved), draft, make_profile()) == Refusal(
        {"city": (_WRONG,)}, (moved,)
    )


def test_error_when_a_newer_word_is_there_then_it_is_said_at_the_changed_fields_that_have_one() -> (
    None
):
    profile = make_profile(city="Aue", phone="1", confirmed_on=date(2026, 3, 1))
    draft = PersonDraft("p-001", profile.facts["city"].source, "2026-02-01")
    draft.write("city", "Ulm", profile)
    outdated = Message("error.store.outdated", id="p-001", date=date(2026, 2, 1))

    refusal = refusal_of(StoreError(outdated), draft, profile)

    assert refusal.by_field == {"city": (Message("editor.newer", date=date(2026, 3, 1)),)}
    assert refusal.others == (outdated,)
