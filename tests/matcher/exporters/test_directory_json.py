import io
import json
from datetime import date

from support.builders import make_profile

from matcher.directory.profile import Fact, Profile, Source
from matcher.directory.record import ProfileRecord, Withdrawal, plain_records
from matcher.exporters.directory_json import record_to_json, write_directory_json

DAY = date(2026, 10, 1)


def _text(*records: ProfileRecord) -> str:
    file = io.BytesIO()
    assert write_directory_json(records, file) == len(records)
    return file.getvalue().decode("utf-8")


def test_directory_when_written_then_it_is_one_document_with_a_profile_a_line() -> None:
    text = _text(*plain_records([make_profile("p-1", city="Aue"), make_profile("p-2", city="木")]))

    document = json.loads(text)
    assert document["format"] == "rapport-directory/1"
    assert [profile["id"] for profile in document["profiles"]] == ["p-1", "p-2"]
    assert len(text.splitlines()) == 4
    assert "木" in text


def test_directory_when_empty_then_it_is_a_document_all_the_same() -> None:
    assert json.loads(_text()) == {"format": "rapport-directory/1", "profiles": []}


def test_record_when_written_then_nothing_of_it_is_lost() -> None:
    older = ("city", Fact("Ems", Source.REGISTER, None))
    profile = Profile("p-1", {"city": Fact("Aue", Source.CLINIC, DAY)}, (older,), published=False)
    record = ProfileRecord(profile, (Withdrawal("fee_max", Source.THERAPIST, DAY),), DAY)

    assert record_to_json(record) == {
        "id": "p-1",
        "published": False,
        "published_on": "2026-10-01",
        "facts": {"city": {"value": "Aue", "source": "clinic", "confirmed_on": "2026-10-01"}},
        "superseded": [
            {"field": "city", "value": "Ems", "source": "register", "confirmed_on": None}
        ],
        "withdrawn": [{"field": "fee_max", "source": "therapist", "confirmed_on": "2026-10-01"}],
    }
