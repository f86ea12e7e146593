from datetime import date

import pytest
from support.builders import make_profile

from matcher.directory.profile import Profile, Source
from matcher.services.upkeep.overtaken import Edit, OvertakenError, seen_on
from ui.controllers.person_draft import PersonDraft


@pytest.fixture
def draft() -> PersonDraft:
    return PersonDraft("p-001", Source.CLINIC, "2026-11-22")


def _saying(city: str) -> Profile:
    return make_profile(city=city)


def test_draft_when_written_on_then_what_was_seen_is_what_stood_there_at_first(
    draft: PersonDraft,
) -> None:
    draft.newest = 3
    draft.write("city", "Ulm", _saying("Aue"))
    draft.newest = 5
    draft.write("city", "Jena", _saying("Ems"))

    assert draft.edit() == Edit({"city": "Jena"}, {"city": seen_on(_saying("Aue"), "city", 3)})


def test_draft_when_it_is_kept_over_another_word_then_that_one_was_seen(
    draft: PersonDraft,
) -> None:
    draft.write("city", "Ulm", _saying("Aue"))
    draft.note_overtaken(OvertakenError(_saying("Ems"), {"city": None, "tools": None}))
    assert draft.overtaken == {"city": None}

    draft.newest = 5
    draft.keep("city", _saying("Ems"))

    assert draft.overtaken == {}
    assert draft.edit().seen == {"city": seen_on(_saying("Ems"), "city", 5)}


def test_draft_when_it_is_what_holds_by_now_then_nothing_is_left_to_decide(
    draft: PersonDraft,
) -> None:
    draft.write("city", "Ulm", _saying("Aue"))
    draft.note_overtaken(OvertakenError(_saying("Ulm"), {"city": None}))

    draft.follow(_saying("Ulm"))

    assert (draft.fields, draft.overtaken, draft.edit()) == ((), {}, Edit({}, {}))


@pytest.mark.parametrize(
    ("text", "day"), [(" 2026-11-22 ", date(2026, 11, 22)), ("22.11.", None), ("", None)]
)
def test_day_when_read_then_it_is_a_day_or_none(
    draft: PersonDraft, text: str, day: date | None
) -> None:
    draft.day = text

    assert draft.date == day
