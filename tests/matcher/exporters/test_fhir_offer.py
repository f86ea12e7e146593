import json
from pathlib import Path

import pytest
from support.builders import make_profile

from matcher.bundled import bundled_toml
from matcher.exporters.fhir_offer import role_of, service_of
from matcher.importers.taxonomy import is_taxonomy_code, title_of

DATA = Path(__file__).parents[2] / "data" / "vocab"


def _known(name: str) -> set[str]:
    path = DATA / f"CodeSystem-{name}.json"
    return {each["code"] for each in json.loads(path.read_text(encoding="utf-8"))["concept"]}


def test_titles_when_of_a_register_then_they_go_back_to_a_code_of_the_same_name() -> None:
    for title in bundled_toml("importers", "kinds_of_therapists.toml")["nucc"].values():
        role = role_of(make_profile(title=title), "k")
        code = role["specialty"][0]["coding"][0]["code"]  # type: ignore[index]

        assert is_taxonomy_code(code)
        assert title_of(code) == title


def test_title_when_in_own_words_then_it_stays_and_no_code_is_guessed() -> None:
    role = role_of(make_profile(title="Listener"), "k")

    assert role["code"] == [{"text": "Listener"}]
    assert "specialty" not in role


@pytest.mark.parametrize(
    ("cell", "codes"), [("yes", ["newpt"]), ("no", ["nopt"]), ("waitlist", [])]
)
def test_accepting_when_written_then_in_words_of_the_guide(cell: str, codes: list[str]) -> None:
    text = json.dumps(role_of(make_profile(accepting=cell), "k"))

    assert [code for code in _known("AcceptingPatientsCS") if f'"{code}"' in text] == codes


def test_formats_when_written_then_in_words_of_the_guide() -> None:
    text = json.dumps(service_of(make_profile(formats="in_person;video;phone;text_chat"), "k"))

    assert {code for code in _known("DeliveryMethodCS") if f'"{code}"' in text} == {
        "physical",
        "virtual",
    }
    assert {code for code in _known("VirtualModalitiesCS") if f'"{code}"' in text} == {
        "video",
        "phone",
        "sms",
    }


@pytest.mark.parametrize("cell", ["", "-", "walk", "video:no"])
def test_formats_when_there_is_no_word_for_them_then_there_is_no_service(cell: str) -> None:
    assert service_of(make_profile(formats=cell), "k") is None


def test_hours_when_exact_then_written_and_parts_of_a_day_are_not() -> None:
    profile = make_profile(times="mon 16:00-24:00;tue-evening;sun 00:00-24:00")

    assert role_of(profile, "k")["availableTime"] == [
        {
            "daysOfWeek": ["mon"],
            "availableStartTime": "16:00:00",
            "availableEndTime": "00:00:00",
        },
        {"daysOfWeek": ["sun"], "allDay": True},
    ]
