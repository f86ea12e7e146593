"""One typed line becomes one answer, or a sentence that gives nothing away."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import AnswersError
from matcher.forms.numbering import form_items
from matcher.forms.typed_answer import read_groups, read_typed
from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance, Item
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, State, Times

_US = {"postcode": "97201", "country": "US"}


def _read(item: str, line: str, region: str = "us") -> Response:
    return read_typed(load_questionnaire().item(item), 7, line, region)


@pytest.mark.parametrize(
    ("item", "line", "expected"),
    [
        pytest.param("participants", "2", Response("couple"), id="one number"),
        pytest.param(
            "participants", "1 !", Response("me", importance=Importance.MUST), id="must have"
        ),
        pytest.param("formats", "2 1", Response(("video", "in_person")), id="order is kept"),
        pytest.param("formats", "2,1;3", Response(("video", "in_person", "phone")), id="commas"),
        pytest.param(
            "formats",
            "1 M",
            Response(("in_person",), importance=Importance.MATTERS_A_LOT),
            id="matters a lot",
        ),
        pytest.param(
            "tools", "1 l", Response(("talking",), importance=Importance.A_LITTLE), id="a little"
        ),
        pytest.param("formats", "-", Response(state=State.NO_PREFERENCE), id="no preference"),
        pytest.param("formats", "?", Response(state=State.NOT_SURE), id="not sure"),
        pytest.param("issues", "x", Response(state=State.RATHER_NOT_SAY), id="rather not say"),
        pytest.param(
            "issues",
            "2 1* m",
            Response(("panic", "worry"), importance=Importance.MATTERS, starred="worry"),
            id="star",
        ),
        pytest.param("style_steer", "1", Response(-2), id="left end"),
        pytest.param("style_steer", "5 m", Response(2, importance=Importance.MATTERS), id="right"),
        pytest.param(
            "times", "4 9 14?", Response(Times(("mon-evening", "tue-evening"), ("wed-evening",))),
            id="times",
        ),
        pytest.param("fee", "80", Response(Money(Decimal(80), "USD")), id="money"),
        pytest.param("fee", "0 !", Response(Money(Decimal(0), "USD"), None, Importance.MUST),
                     id="free"),
        pytest.param("fee", "62,50 eur", Response(Money(Decimal("62.50"), "EUR")), id="currency"),
        pytest.param("place", "97201", Response(Place(**_US)), id="postcode"),
        pytest.param(
            "place",
            "97201, 10, us-or",
            Response(Place(**_US, max_km=Decimal("16.1"), licence_area="US-OR")),
            id="miles and license",
        ),
        pytest.param(
            "place", "97201, 15 km", Response(Place(**_US, max_km=Decimal(15))), id="km"
        ),
        pytest.param("place", "US-OR", Response(Place(licence_area="US-OR")), id="license alone"),
        pytest.param(
            "place", "@Old Mill, 5 km", Response(Place(area="Old Mill", max_km=Decimal(5))),
            id="area",
        ),
        pytest.param(
            "place", "97758, CA", Response(Place("97758", "US", licence_area="US-CA")),
            id="letters of a part at home",
        ),
        pytest.param(
            "place", "97758, de, 10 km",
            Response(Place("97758", "US", licence_area="US-DE", max_km=Decimal(10))),
            id="a part before a country",
        ),
        pytest.param(
            "place", "75001, FR, US-OR", Response(Place("75001", "FR", licence_area="US-OR")),
            id="another country",
        ),
        pytest.param("hide_people", "p-009; p-014", Response(("p-009", "p-014")), id="people"),
        pytest.param("first_meetings", "I sleep - more.", Response("I sleep - more."), id="text"),
        pytest.param("first_meetings", "m", Response("m"), id="a sign in a text is text"),
        pytest.param(
            "helped_or_not", "1: Long walks", Response(("being_heard",), own_words="Long walks"),
            id="own words",
        ),
        pytest.param("helped_or_not", ": Walks", Response((), own_words="Walks"), id="words alone"),
        pytest.param(
            "payers", "1: Harbor Café Plan", Response(("self_pay", "harbor_cafe_plan")), id="plan"
        ),
    ],
)  # fmt: skip
def test_line_when_it_can_be_read_then_it_is_this_answer(
    item: str, line: str, expected: Response
) -> None:
    assert _read(item, line) == expected


@pytest.mark.parametrize(
    ("item", "line", "reason"),
    [
        pytest.param("participants", "9", "number", id="no such number"),
        pytest.param("participants", "0", "number", id="zero"),
        pytest.param("participants", "1 2", "one", id="two of one"),
        pytest.param("formats", "1 hello", "sign", id="a word"),
        pytest.param("formats", "1 1", "twice", id="twice"),
        pytest.param("formats", "1*", "no_star", id="no star here"),
        pytest.param("issues", "1* 2*", "no_star", id="two stars"),
        pytest.param("issues", "1 2 3 4 5 6", "many", id="six of five"),
        pytest.param("formats", "1?", "no_mark", id="possible"),
        pytest.param("formats", "1: words", "no_words", id="words"),
        pytest.param("tools", "1 !", "never_must", id="never a must"),
        pytest.param("when_off", "1 m", "no_weight", id="only printed"),
        pytest.param("formats", " m", "nothing", id="only a sign"),
        pytest.param("formats", ", m", "nothing", id="a comma and a sign"),
        pytest.param("style_steer", "6", "number", id="sixth step"),
        pytest.param("style_steer", "left", "one", id="a step in words"),
        pytest.param("fee", "lots", "amount", id="no amount"),
        pytest.param("fee", "-5", "amount", id="less than nothing"),
        pytest.param("place", "9720", "place", id="short postcode"),
        pytest.param("place", "97201, far", "place", id="no distance"),
        pytest.param("place", "@", "place", id="no area"),
        pytest.param("place", "97201, ZZ", "letters", id="no such country"),
        pytest.param("place", "97201, EU", "letters", id="no country"),
        pytest.param("place", "97201, US-ZZ", "letters", id="no such state"),
        pytest.param("place", "ZZ-OR", "letters", id="license in no country"),
        pytest.param("place", "97201, GB", "place", id="no postcode of that country"),
        pytest.param("fee", "12 zzz", "currency", id="no such money"),
        pytest.param("fee", "12 dem", "currency", id="money of the past"),
        pytest.param("place", "97201, 0", "place", id="no way at all"),
        pytest.param("hide_people", ";", "people", id="nobody"),
        pytest.param("payers", ": Ж", "unusable", id="no letters a code may have"),
        pytest.param("first_meetings", "x" * 4001, "unusable", id="too long"),
    ],
)
def test_line_when_it_cannot_be_then_a_sentence_says_why(item: str, line: str, reason: str) -> None:
    with pytest.raises(AnswersError) as caught:
        _read(item, line)

    (message,) = caught.value.messages
    assert message.key == f"form.refused.{reason}"
    assert message.params["item"] == 7
    assert {*message.params} <= {"item", "number", "sign", "n", "unit"}
    assert Catalogue("es").render(message)


def test_place_when_the_region_is_no_country_then_the_country_is_asked_for() -> None:
    with pytest.raises(AnswersError) as caught:
        _read("place", "75001", "elsewhere")
    assert caught.value.messages[0].key == "form.refused.country"

    there = Response(Place(postcode="75001", country="FR", max_km=Decimal(10)))
    assert _read("place", "75001, FR, 10 km", "elsewhere") == there


def test_place_when_the_region_has_no_parts_then_letters_are_a_country() -> None:
    assert _read("place", "10115, FR", "de") == Response(Place("10115", "FR"))


def test_groups_when_read_then_there_are_two_at_most() -> None:
    groups = load_questionnaire().groups

    assert read_groups("3 1", 17, groups, 2) == (groups[2], groups[0])
    with pytest.raises(AnswersError):
        read_groups("1 2 3", 17, groups, 2)


@given(
    item=st.sampled_from(form_items(load_questionnaire(), is_full=True)),
    line=st.text(max_size=60) | st.from_regex(r"\A[0-9 ,*?:@lmM!x.-]{1,20}\Z"),
)
def test_line_when_it_is_anything_then_it_is_an_answer_or_a_sentence(item: Item, line: str) -> None:
    answer = _answer_or_sentence(item, line)

    if isinstance(answer, Response):
        assert (answer.value is None) != (answer.state is None)
    else:
        assert answer


def _answer_or_sentence(item: Item, line: str) -> Response | str:
    try:
        return read_typed(item, 1, line, "us")
    except AnswersError as refused:
        return Catalogue().render(refused.messages[0])
