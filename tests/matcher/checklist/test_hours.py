"""Hours of a week in words."""

import pytest

from matcher.checklist.hours import describe_hours, hours_asked_for
from matcher.directory.week import DAYS
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Times


@pytest.mark.parametrize(
    ("tokens", "english", "spanish"),
    [
        ((), "", ""),
        (("mon-evening",), "Monday evenings", "Lunes al anochecer"),
        (
            ("thu-evening", "mon-evening"),
            "Monday and Thursday evenings",
            "Lunes y jueves al anochecer",
        ),
        (
            tuple(f"{day}-morning" for day in DAYS[:5]),
            "Weekday mornings",
            "De lunes a viernes por la mañana",
        ),
        (tuple(f"{day}-late" for day in DAYS), "Every day after 8 at night", None),
        (
            ("sat-morning", "sun-morning", "mon-early"),
            "Monday before 9; Weekend mornings",
            "Lunes antes de las 9; Sábado y domingo por la mañana",
        ),
        (
            ("wed-morning", "mon-evening", "tue-early"),
            "Monday evenings; Tuesday before 9; Wednesday mornings",
            "Lunes al anochecer; Martes antes de las 9; Miércoles por la mañana",
        ),
        (
            ("thu 08:00-09:00", "sat-morning", "mon 17:00-20:30", "mon-evening", "tue-early"),
            (
                "Monday evenings; Monday, 5:00\u00a0pm to 8:30\u00a0pm; Tuesday before 9; "
                "Thursday, 8:00\u00a0am to 9:00\u00a0am; Saturday mornings"
            ),
            None,
        ),
        (("mon 17:00-20:30",), "Monday, 5:00\u00a0pm to 8:30\u00a0pm", "Lunes, de 17:00 a 20:30"),
        (
            tuple(f"{day} 09:00-12:00" for day in DAYS[:5]),
            "Monday to Friday, 9:00\u00a0am to 12:00\u00a0pm",
            None,
        ),
    ],
)
def test_describe_hours_when_stated_then_in_words(
    tokens: tuple[str, ...], english: str, spanish: str | None
) -> None:
    assert describe_hours(tokens, Catalogue("en")) == english
    if spanish is not None:
        assert describe_hours(tokens, Catalogue("es")) == spanish


def test_describe_hours_when_in_a_sentence_then_no_capital_begins_them() -> None:
    tokens = ("mon-evening", *(f"{day}-morning" for day in DAYS))

    said = {
        language: describe_hours(tokens, Catalogue(language), in_a_sentence=True)
        for language in ("en", "es")
    }

    assert said == {
        "en": "every morning; Monday evenings",
        "es": "todas las mañanas; lunes al anochecer",
    }


@pytest.mark.parametrize(
    ("asked", "stated", "told"),
    [
        (Times(good=("mon-evening",)), ("mon-evening", "tue-early"), ("mon-evening",)),
        (Times(possible=("tue-early",)), ("mon-evening", "tue-early"), ("tue-early",)),
        (Times(good=("mon-evening",)), ("mon 17:00-20:30",), ("mon 17:00-20:30",)),
        (
            Times(good=("mon-evening",)),
            ("mon 18:00-18:30", "mon 18:30-19:00"),
            ("mon-evening",),
        ),
        (Times(good=("sun-late",)), ("mon-evening",), ()),
        (Times(good=("sun-late",)), (), ()),
    ],
    ids=["good", "possible", "exact", "together", "none of them", "nothing stated"],
)
def test_hours_asked_for_when_stated_then_only_those_that_can_be_used(
    asked: Times, stated: tuple[str, ...], told: tuple[str, ...]
) -> None:
    assert hours_asked_for(asked, stated) == told
