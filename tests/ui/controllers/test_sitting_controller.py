from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, State
from ui.controllers.sitting_controller import SittingController


@pytest.fixture
def sitting(qapp: object) -> SittingController:
    return SittingController(load_questionnaire(), "en", "us")


def test_respond_when_given_a_value_then_it_is_kept_and_told(
    sitting: SittingController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(sitting.changed):
        sitting.respond("formats", ("video",))

    assert sitting.answers.value("formats") == ("video",)


def test_respond_when_the_value_is_the_same_then_nothing_is_told(
    sitting: SittingController, qtbot: QtBot
) -> None:
    sitting.respond("formats", ("video",))

    with qtbot.assertNotEmitted(sitting.changed):
        sitting.respond("formats", ("video",))


def test_respond_when_the_value_is_taken_back_then_no_preference_is_left(
    sitting: SittingController,
) -> None:
    sitting.respond("formats", ("video",))

    sitting.respond("formats", None)

    assert sitting.response("formats") == Response(state=State.NO_PREFERENCE)


def test_respond_when_the_value_changes_then_what_it_counts_stays(
    sitting: SittingController,
) -> None:
    sitting.respond("formats", ("video",))
    sitting.set_importance("formats", Importance.MUST)

    sitting.respond("formats", ("video", "phone"))

    assert sitting.response("formats") == Response(("video", "phone"), importance=Importance.MUST)


@pytest.mark.parametrize(
    ("later", "starred"),
    [
        pytest.param(("worry", "panic"), "worry", id="still_chosen"),
        pytest.param(("panic",), None, id="taken_off"),
    ],
)
def test_star_when_the_codes_change_then_it_stays_only_with_its_code(
    sitting: SittingController, later: tuple[str, ...], starred: str | None
) -> None:
    sitting.respond("issues", ("worry", "sleep"))
    sitting.set_starred("issues", "worry")

    sitting.respond("issues", later)

    assert sitting.response("issues") == Response(later, starred=starred)


def test_importance_when_there_is_no_value_then_it_is_not_kept(
    sitting: SittingController,
) -> None:
    sitting.decline("formats", State.NOT_SURE)

    sitting.set_importance("formats", Importance.MUST)
    sitting.set_starred("formats", "video")

    assert sitting.response("formats") == Response(state=State.NOT_SURE)


def test_pass_page_when_left_as_it_was_then_no_preference_is_kept_and_answers_stay(
    sitting: SittingController,
) -> None:
    page = sitting.questionnaire.pages[0]
    sitting.respond("participants", "me")

    sitting.pass_page(page)

    assert sitting.answers.value("participants") == "me"
    assert sitting.answers.state("age_band") is State.NO_PREFERENCE


def test_language_item_when_the_screen_speaks_it_then_it_is_no_must_have(
    sitting: SittingController,
) -> None:
    item = sitting.questionnaire.item("languages")
    assert sitting.default_importance(item) is Importance.MUST

    sitting.respond("languages", ("en", "es"))
    assert sitting.default_importance(item) is Importance.MATTERS

    sitting.respond("languages", ("es",))
    assert sitting.default_importance(item) is Importance.MUST


@pytest.mark.parametrize(
    ("band", "helper", "too_young", "may_be_of_age"),
    [
        pytest.param("6-12", False, True, False, id="child"),
        pytest.param("13-17", False, True, True, id="teen"),
        pytest.param("18-25", False, False, True, id="adult"),
        pytest.param("65+", False, False, True, id="old"),
        pytest.param("6-12", True, False, False, id="child_of_helper"),
        pytest.param(None, False, False, False, id="not_said"),
    ],
)
def test_age_when_said_then_only_who_may_be_under_the_limit_is_sent_to_help(
    sitting: SittingController,
    band: str | None,
    helper: bool,
    too_young: bool,
    may_be_of_age: bool,
) -> None:
    sitting.set_helper(helper)
    sitting.respond("age_band", band)

    assert (sitting.is_too_young, sitting.may_be_of_age) == (too_young, may_be_of_age)


@pytest.mark.parametrize(
    ("formats", "online"),
    [
        pytest.param(None, False, id="nothing"),
        pytest.param(("video", "phone"), True, id="remote"),
        pytest.param(("video", "in_person"), False, id="both"),
    ],
)
def test_formats_when_chosen_then_only_remote_ones_need_no_travel(
    sitting: SittingController, formats: tuple[str, ...] | None, online: bool
) -> None:
    sitting.respond("formats", formats)

    assert sitting.is_online_only is online


def test_place_when_nobody_travels_any_more_then_a_license_is_asked_in_place_of_a_distance(
    sitting: SittingController,
) -> None:
    sitting.respond("formats", ("in_person", "video"))
    sitting.respond("place", Place(postcode="97201", country="US", max_km=Decimal(16)))

    sitting.respond("formats", ("video",))
    licensed = Place(postcode="97201", country="US", licence_area="US-OR")
    assert sitting.answers.value("place") == licensed

    sitting.decline("formats", State.NO_PREFERENCE)
    assert sitting.answers.value("place") == Place(
        postcode="97201", country="US", max_km=Decimal(16)
    )


def test_place_when_the_region_changes_and_back_while_online_then_the_distance_is_kept(
    sitting: SittingController,
) -> None:
    said = Place(postcode="97201", country="US", max_km=Decimal(16))
    sitting.respond("formats", ("in_person",))
    sitting.respond("place", said)
    sitting.respond("formats", ("video",))

    sitting.set_region("gb")
    sitting.set_region("us")
    assert sitting.answers.value("place") == Place(
        postcode="97201", country="US", licence_area="US-OR"
    )

    sitting.respond("formats", ("in_person",))
    assert sitting.answers.value("place") == said


def test_place_when_nobody_travels_any_more_in_another_region_then_no_distance_comes_back(
    sitting: SittingController,
) -> None:
    sitting.respond("formats", ("in_person",))
    sitting.respond("place", Place(postcode="97201", country="US", max_km=Decimal(16)))
    sitting.set_region("gb")
    sitting.respond("formats", ("video",))

    sitting.set_region("us")

    place = sitting.answers.value("place")
    assert isinstance(place, Place)
    assert place.max_km is None


def test_answers_when_only_the_way_of_answering_is_known_then_there_are_none(
    sitting: SittingController,
) -> None:
    sitting.set_helper(True)
    assert not sitting.has_answers

    sitting.set_double(("style",))
    assert sitting.has_answers


def test_place_when_it_is_said_anew_while_nobody_travels_then_that_holds(
    sitting: SittingController,
) -> None:
    sitting.respond("formats", ("in_person",))
    sitting.respond("place", Place(postcode="97201", country="US", max_km=Decimal(16)))
    sitting.respond("formats", ("video",))
    sitting.respond("place", Place(postcode="10001", country="US"))

    sitting.respond("formats", ("in_person",))

    assert sitting.answers.value("place") == Place(postcode="10001", country="US")


def test_place_when_it_was_only_a_license_then_nothing_is_left_for_who_travels(
    sitting: SittingController,
) -> None:
    sitting.respond("formats", ("video",))
    sitting.respond("place", Place(licence_area="DE-BY"))

    sitting.respond("formats", ("in_person",))

    assert sitting.response("place") == Response(state=State.NO_PREFERENCE)


def test_double_when_more_than_two_are_given_then_two_are_kept(
    sitting: SittingController,
) -> None:
    sitting.set_double(("style", "culture", "format"))

    assert sitting.double == ("style", "culture")


def test_region_when_changed_then_amount_and_postcode_are_asked_anew(
    sitting: SittingController,
) -> None:
    sitting.respond("fee", Money(Decimal(60), "USD"))
    sitting.respond("place", Place(postcode="97758", country="US"))
    sitting.respond("formats", ("video",))

    sitting.set_region("ie")

    assert set(sitting.answers.responses) == {"formats"}
    assert sitting.answers.region == "ie"


def test_clear_when_answered_then_language_and_region_stay(sitting: SittingController) -> None:
    sitting.set_language("es")
    sitting.set_region("ie")
    sitting.respond("formats", ("video",))
    sitting.skips_private = True

    sitting.clear()

    assert not sitting.answers.responses
    assert (sitting.answers.language, sitting.answers.region) == ("es", "ie")
    assert not sitting.skips_private


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["formats", "access", "issues"]),
            st.one_of(st.none(), st.sampled_from([("video",), ("worry", "sleep")])),
        ),
        max_size=12,
    )
)
def test_answers_when_given_in_any_order_then_the_last_one_of_each_item_holds(
    said: list[tuple[str, tuple[str, ...] | None]],
) -> None:
    sitting = SittingController(load_questionnaire(), "en", "us")

    for item, value in said:
        sitting.respond(item, value)

    for item, value in dict(said).items():
        assert sitting.answers.value(item) == value


def test_own_words_when_added_then_they_stay_with_the_codes_and_without(
    sitting: SittingController,
) -> None:
    sitting.set_own_words("helped_or_not", "tea")
    assert sitting.response("helped_or_not") == Response((), own_words="tea")

    sitting.respond("helped_or_not", ("being_heard",))
    assert sitting.response("helped_or_not") == Response(("being_heard",), own_words="tea")

    sitting.respond("helped_or_not", None)
    assert sitting.response("helped_or_not") == Response((), own_words="tea")

    sitting.set_own_words("helped_or_not", "")
    assert sitting.response("helped_or_not") == Response(state=State.NO_PREFERENCE)


def test_own_words_when_added_to_a_state_then_the_state_is_gone(sitting: SittingController) -> None:
    sitting.decline("helped_or_not", State.RATHER_NOT_SAY)

    sitting.set_own_words("helped_or_not", "tea")

    assert sitting.response("helped_or_not") == Response((), own_words="tea")


def test_couple_when_the_help_is_for_two_then_it_is_known(sitting: SittingController) -> None:
    assert not sitting.is_couple

    sitting.respond("participants", "couple")

    assert sitting.is_couple
