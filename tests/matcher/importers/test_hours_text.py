"""Hours as people write them: what is sure becomes tokens, the rest is kept as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS
from matcher.directory.week import DAYS
from matcher.importers.hours_text import HoursReading, read_hours

_SIGNS = st.lists(
    st.sampled_from(
        ["mon", "Tue", "lunes", "weekdays", "m-f", "9", "5pm", "17:00", "noon", "-", "–", " ", ", ",
         ";", "\n", "to", "and", "evenings", "closed", "by appointment", "(", ":", "a",
         "por la tarde"]
    )
).map(" ".join)  # fmt: skip


def _each(days: str, hours: str) -> tuple[str, ...]:
    return tuple(f"{day}{hours}" for day in days.split())


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Mon-Thu 9-5", _each("mon tue wed thu", " 09:00-17:00")),
        ("Tue 5pm–8pm", ("tue 17:00-20:00",)),
        ("weekday evenings", _each("mon tue wed thu fri", "-evening")),
        ("Evenings Mon and Tue", _each("mon tue", "-evening")),
        ("Monday: 10-2\nTuesday: 12-6", ("mon 10:00-14:00", "tue 12:00-18:00")),
        ("Mon, Wed & Fri 9-12, 1-5",
         (*_each("mon wed fri", " 09:00-12:00"), *_each("mon wed fri", " 13:00-17:00"))),
        ("Mon through Wed, 9:00 AM to 5:00 P.M.", _each("mon tue wed", " 09:00-17:00")),
        ("lunes a miércoles de 9 a 17", _each("mon tue wed", " 09:00-17:00")),
        ("sábado por la mañana", ("sat-morning",)),
        ("L-V 9 a 17 hs", _each("mon tue wed thu fri", " 09:00-17:00")),
        ("MWF 9-5", _each("mon wed fri", " 09:00-17:00")),
        ("T/Th 5-8pm", _each("tue thu", " 17:00-20:00")),
        ("daily 9-5", _each(" ".join(DAYS), " 09:00-17:00")),
        ("mon-evening; tue 09:00-12:00", ("mon-evening", "tue 09:00-12:00")),
        ("", ()),
    ],
)  # fmt: skip
def test_hours_when_sure_then_they_become_tokens(text: str, tokens: tuple[str, ...]) -> None:
    assert read_hours(text) == HoursReading(tokens)


@pytest.mark.parametrize(
    "text",
    ["Sat by appointment", "evenings", "flexible", "Mon", "after 5 on weekdays", "Mon 8-10",
     "Fri-Mon 9-5", "every other Mon 9-5", "Mon-Thu 9-5 (Wed until 8)", "Thursday nights",
     "martes noche", "Mon 9-5 EST", "9-5"],
)  # fmt: skip
def test_hours_when_not_sure_then_the_text_is_kept(text: str) -> None:
    assert read_hours(text) == HoursReading((), (text,))


def test_hours_when_one_piece_is_not_sure_then_the_others_count() -> None:
    reading = read_hours("Mon-Tue 9-5, Sat by appointment")

    assert reading == HoursReading(_each("mon tue", " 09:00-17:00"), ("Sat by appointment",))


@pytest.mark.parametrize(
    "text",
    ["Mon-Thu 9-5, Tue closed", "Mon 9-5; no Fridays", "Mon 9-5; closed for lunch",
     "Mon-Fri 9-5; Wed until 8", "lun-vie 9-17; excepto feriados"],
)  # fmt: skip
def test_hours_when_a_piece_may_take_back_another_then_nothing_is_read(text: str) -> None:
    assert read_hours(text) == HoursReading((), (text,))


@given(st.one_of(st.text(), _SIGNS))
def test_hours_when_of_any_text_then_every_token_is_one_the_directory_takes(text: str) -> None:
    tokens = read_hours(text).tokens

    reading = read_cell(FIELDS["times"], ";".join(tokens))
    assert reading.faults == ()
    assert (reading.value or ()) == tokens
