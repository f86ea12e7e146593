from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import make_statement
from support.stores import new_directory

from matcher.directory.cells import write_cell
from matcher.directory.profile import Profile, Source
from matcher.directory.profile_json import profile_to_json
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed, DeedKind
from matcher.store import Counts, intake

pytestmark = pytest.mark.usefixtures("engine")

_JANUARY, _FEBRUARY, _MARCH = (date(2026, month, 1) for month in (1, 2, 3))


def _after(*files: Iterable[Statement]) -> tuple[list[Counts], list[Profile]]:
    """Take files over, one after the other; return what each did and who is there then."""
    with new_directory() as database, database.writing() as work:
        counts = [work.profiles.apply(file) for file in files]
        return counts, [*work.profiles.all()]


def _effect(*files: Iterable[Statement]) -> tuple[Counts, bool]:
    """Return what the last file did, and whether it was an act that can be taken back."""
    counts = _after(*files)[0][-1]
    return replace(counts, act_id=0), counts.act_id > 0


def _only(profiles: Sequence[Profile]) -> Profile:
    (profile,) = profiles
    return profile


@pytest.mark.parametrize(
    ("statements", "city"),
    [
        pytest.param([(_JANUARY, "Aue"), (_FEBRUARY, "Ems")], "Ems", id="newer replaces"),
        pytest.param([(_FEBRUARY, "Aue"), (_JANUARY, "Ems")], "Aue", id="older does not"),
        pytest.param([(_JANUARY, "Aue"), (_JANUARY, "Ems")], "Ems", id="same day, the later"),
        pytest.param([(_JANUARY, "Aue"), (None, "Ems")], "Aue", id="undated does not"),
        pytest.param([(None, "Aue"), (_JANUARY, "Ems")], "Ems", id="dated replaces undated"),
        pytest.param([(None, "Aue"), (None, "Ems")], "Ems", id="both undated, the later"),
        pytest.param([(_JANUARY, "Aue"), (_FEBRUARY, "")], "", id="newer withdraws"),
        pytest.param([(_FEBRUARY, "Aue"), (_JANUARY, "")], "Aue", id="older withdraws not"),
        pytest.param([(_FEBRUARY, ""), (_JANUARY, "Aue")], "", id="older brings nothing back"),
        pytest.param(
            [(_JANUARY, "Aue"), (_FEBRUARY, ""), (_JANUARY, "Aue")], "", id="nor does a second time"
        ),
        pytest.param([(_JANUARY, "Aue"), (_FEBRUARY, ""), (_MARCH, "Ems")], "Ems", id="newer does"),
        pytest.param([(None, "Aue"), (None, "")], "", id="undated withdraws undated"),
        pytest.param([(_JANUARY, "Aue"), (None, "")], "Aue", id="undated withdraws no dated"),
    ],
)
def test_source_when_it_speaks_again_then_its_newest_word_holds(
    statements: list[tuple[date | None, str]], city: str
) -> None:
    files = [[make_statement(confirmed_on=day, city=cell)] for day, cell in statements]

    assert _only(_after(*files)[1]).text("city") == city
    assert (
        _only(_after([statement for file in files for statement in file])[1]).text("city") == city
    )


def test_source_when_it_withdraws_then_the_other_sources_stay() -> None:
    _, profiles = _after(
        [make_statement(source=Source.REGISTER, city="Aue")],
        [make_statement(source=Source.CLINIC, city="Ems", confirmed_on=_JANUARY)],
        [make_statement(source=Source.CLINIC, city="", confirmed_on=_FEBRUARY)],
    )

    assert _only(profiles).facts["city"].source is Source.REGISTER
    assert _only(profiles).superseded == ()


def test_field_when_not_spoken_of_then_it_stays() -> None:
    _, profiles = _after(
        [make_statement(city="Aue", phone="555-0100", confirmed_on=_JANUARY)],
        [make_statement(city="Ems", confirmed_on=_FEBRUARY)],
    )

    assert _only(profiles).text("phone") == "555-0100"
    assert _only(profiles).facts["phone"].confirmed_on == _JANUARY


def test_stated_none_when_taken_over_then_it_is_not_a_withdrawal() -> None:
    _, profiles = _after([make_statement(tools="-", city="Aue")])

    assert _only(profiles).value("tools") == ()


@pytest.mark.parametrize(
    ("statements", "published"),
    [
        pytest.param([(None, None)], True, id="new"),
        pytest.param([(None, False)], False, id="new and hidden"),
        pytest.param([(_JANUARY, False), (_FEBRUARY, None)], False, id="left as it is"),
        pytest.param([(_JANUARY, False), (_FEBRUARY, True)], True, id="shown again"),
        pytest.param([(_FEBRUARY, False), (_JANUARY, True)], False, id="by an older file not"),
        pytest.param([(_JANUARY, None), (None, False)], False, id="never said before"),
        pytest.param([(_JANUARY, True), (None, False)], False, id="withdrawn without a day"),
        pytest.param([(_JANUARY, False), (None, True)], False, id="not shown without one"),
        pytest.param([(_JANUARY, True), (None, False), (_JANUARY, True)], True, id="shown anew"),
    ],
)
def test_published_when_stated_then_the_newest_word_holds(
    statements: list[tuple[date | None, bool | None]], published: bool
) -> None:
    files = [
        [make_statement(confirmed_on=day, published=word, name="A")] for day, word in statements
    ]

    assert _only(_after(*files)[1]).published is published


_OLD = make_statement(city="Aue", confirmed_on=_JANUARY)


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        pytest.param([], Counts(), id="nothing"),
        pytest.param([_OLD], Counts(unchanged=1), id="the same"),
        pytest.param([make_statement("p-002")], Counts(added=1), id="new"),
        pytest.param(
            [make_statement(city="Ems", confirmed_on=_MARCH)], Counts(changed=1), id="news"
        ),
        pytest.param(
            [make_statement(city="Aue", confirmed_on=_MARCH)],
            Counts(changed=1),
            id="confirmed anew",
        ),
        pytest.param(
            [make_statement(city="Ems")],
            Counts(unchanged=1, outdated=1, undated=1, undated_values=(("p-001", "city", "Ems"),)),
            id="no day",
        ),
        pytest.param(
            [make_statement(city="", name="")],
            Counts(unchanged=1, outdated=1, undated=1),
            id="no day and no value",
        ),
        pytest.param([make_statement(published=False)], Counts(changed=1), id="hidden"),
        pytest.param([make_statement(published=True)], Counts(unchanged=1), id="shown as before"),
        pytest.param(
            [make_statement(source=Source.CLINIC, city="Aue")], Counts(changed=1), id="other source"
        ),
        pytest.param(
            [make_statement("p-002"), make_statement("p-002", city="Ems")],
            Counts(added=1, unchanged=1),
            id="new, in two rows",
        ),
        pytest.param(
            [make_statement("p-002"), make_statement("p-002", source=Source.CLINIC, city="Ems")],
            Counts(added=1, changed=1),
            id="new, by two sources",
        ),
        pytest.param(
            [
                make_statement(city="Ems", confirmed_on=_JANUARY),
                make_statement(city="Aue", confirmed_on=_JANUARY),
            ],
            Counts(unchanged=2),
            id="there and back",
        ),
        pytest.param(
            [
                make_statement(city="Ems", confirmed_on=_MARCH),
                make_statement(phone="555-0100", confirmed_on=_MARCH),
            ],
            Counts(changed=1, unchanged=1),
            id="news in two rows",
        ),
    ],
)
def test_counts_when_a_file_is_taken_over_then_they_tell_its_net_effect(
    file: list[Statement], counts: Counts
) -> None:
    is_news = bool(counts.added or counts.changed)
    assert _effect([_OLD], file) == (counts, is_news)
    with patch.object(intake, "BATCH", 1):
        assert _effect([_OLD], file) == (counts, is_news)


_CITIES = st.sampled_from([None, "", "Aue", "Ems"])
_STATEMENTS = st.lists(
    st.builds(
        Statement,
        profile_id=st.sampled_from(["p-1", "p-2"]),
        source=st.sampled_from(Source),
        confirmed_on=st.sampled_from([None, _JANUARY, _FEBRUARY]),
        values=st.dictionaries(st.sampled_from(["city", "area"]), _CITIES),
        published=st.sampled_from([None, True, False]),
    ),
    max_size=12,
)


def _as_json(profiles: Iterable[Profile]) -> list[dict[str, object]]:
    return [profile_to_json(profile) for profile in profiles]


@given(_STATEMENTS, st.lists(st.integers(0, 12), max_size=3), st.integers(1, 4))
@settings(max_examples=60)
def test_statements_when_split_into_files_and_batches_then_the_directory_is_the_same(
    statements: list[Statement], cuts: list[int], batch: int
) -> None:
    edges = [0, *sorted(cuts), len(statements)]
    files = [statements[start:end] for start, end in pairwise(edges)]
    _, whole = _after(statements)
    with patch.object(intake, "BATCH", batch):
        counts, split = _after(*files)

    assert _as_json(split) == _as_json(whole)
    for file, count in zip(files, counts, strict=True):
        assert count.added + count.changed + count.unchanged == len(file)


@given(_STATEMENTS)
@settings(max_examples=60)
def test_file_when_taken_over_twice_then_nothing_changes(statements: list[Statement]) -> None:
    (first, second), twice = _after(statements, statements)

    assert _as_json(twice) == _as_json(_after(statements)[1])
    assert first.added == len({statement.profile_id for statement in statements})
    assert (second.added, second.changed, second.unchanged) == (0, 0, len(statements))


@given(_STATEMENTS)
@settings(max_examples=60)
def test_directory_when_statements_came_then_each_source_s_newest_word_is_in_it(
    statements: list[Statement],
) -> None:
    newest: dict[tuple[str, str, Source], tuple[date, str | None]] = {}
    for statement in statements:
        day = statement.confirmed_on or date.min
        for field, value in statement.values.items():
            key = (statement.profile_id, field, statement.source)
            if key not in newest or newest[key][0] <= day:
                newest[key] = (day, None if value is None else write_cell(value))
    expected = {(key, value) for key, (_, value) in newest.items() if value is not None}

    found = {
        ((profile.id, field, fact.source), write_cell(fact.value))
        for profile in _after(statements)[1]
        for field, fact in [*profile.facts.items(), *profile.superseded]
    }

    assert found == expected


_SAM = make_statement(name="Sam Oak", register_number="A-1", confirmed_on=_JANUARY)


@pytest.mark.parametrize(
    ("said", "strangers"),
    [
        pytest.param({"name": "Di Elm", "register_number": "B-2"}, ("p-001",), id="both"),
        pytest.param({"name": "Sam Oak-Elm", "register_number": "A-1"}, (), id="a new name"),
        pytest.param({"name": "SAM OAK", "register_number": "B-2"}, (), id="a new number"),
        pytest.param({"name": "Di Elm"}, (), id="no number"),
    ],
)
def test_statement_when_a_known_id_means_somebody_else_then_that_is_told(
    said: dict[str, str], strangers: tuple[str, ...]
) -> None:
    (*_, counts), _ = _after([_SAM], [make_statement(confirmed_on=_MARCH, **said)])

    assert counts.strangers == strangers


def test_statement_when_the_id_is_new_then_nobody_is_taken_for_another() -> None:
    (counts,), _ = _after([_SAM])

    assert counts.strangers == ()


_TODAY = date.today()
_AHEAD = _TODAY + timedelta(days=400)


@pytest.mark.parametrize("city", ["Ems", "", "Aue"], ids=["changed", "withdrawn", "confirmed"])
def test_word_when_its_day_has_yet_to_come_then_one_of_today_wins(city: str) -> None:
    ahead = make_statement(city="Aue", confirmed_on=_AHEAD)
    counts, profiles = _after([ahead], [make_statement(city=city, confirmed_on=_TODAY)])

    assert (counts[-1].changed, counts[-1].outdated) == (1, 0)
    assert _only(profiles).text("city") == city
    assert all(fact.confirmed_on == _TODAY for fact in _only(profiles).facts.values())


def test_word_when_its_day_has_yet_to_come_then_an_older_file_does_not_win() -> None:
    ahead = make_statement(city="Aue", confirmed_on=_AHEAD)
    counts, profiles = _after([ahead], [make_statement(city="Ems", confirmed_on=_MARCH)])

    assert counts[-1].outdated == 1
    assert _only(profiles).text("city") == "Aue"


def test_word_of_another_when_its_day_has_yet_to_come_then_news_puts_it_right() -> None:
    ahead = make_statement(source=Source.REGISTER, city="Aue", phone="1", confirmed_on=_AHEAD)
    honest = make_statement(source=Source.CLINIC, city="Ems", confirmed_on=_TODAY)
    _, profiles = _after([ahead], [honest])

    assert _only(profiles).text("city") == "Ems"
    days = {field: fact.confirmed_on for field, fact in _only(profiles).superseded}
    assert days["city"] == _TODAY
    assert _only(profiles).facts["phone"].confirmed_on == _AHEAD


@pytest.mark.parametrize("shown", [True, False])
def test_standing_when_its_day_has_yet_to_come_then_a_word_of_today_wins(shown: bool) -> None:
    ahead = make_statement(confirmed_on=_AHEAD, published=not shown)
    _, profiles = _after([ahead], [make_statement(confirmed_on=_TODAY, published=shown)])

    assert _only(profiles).published is shown


@pytest.mark.parametrize(
    ("clinic", "therapist", "phone"),
    [
        pytest.param(_JANUARY, _FEBRUARY, "", id="an older word goes"),
        pytest.param(None, _FEBRUARY, "", id="an undated one goes"),
        pytest.param(_MARCH, _FEBRUARY, "555-0100", id="a newer one stays"),
        pytest.param(_JANUARY, None, "555-0100", id="an undated silence takes no dated word"),
    ],
)
def test_fact_when_a_practitioner_takes_it_back_then_what_others_said_until_then_goes_too(
    clinic: date | None, therapist: date | None, phone: str
) -> None:
    said = make_statement(source=Source.CLINIC, confirmed_on=clinic, phone="555-0100", city="Aue")
    silence = replace(
        make_statement(confirmed_on=therapist, phone="", city=""), taken_back=frozenset({"phone"})
    )

    for files in ([[said], [silence]], [[said], [silence], [said]]):
        counts, profiles = _after(*files)
        assert _only(profiles).text("phone") == phone
        assert _only(profiles).text("city") == "Aue"
        assert counts[1].added + counts[1].changed + counts[1].unchanged == 1
        assert counts[1].unchanged >= 0


def test_fact_when_taken_back_then_a_newer_word_of_the_clinic_counts_and_undoing_restores() -> None:
    said, later = (
        make_statement(source=Source.CLINIC, confirmed_on=day, phone="555-0100")
        for day in (_JANUARY, _MARCH)
    )
    silence = replace(
        make_statement(confirmed_on=_FEBRUARY, phone=""), taken_back=frozenset({"phone"})
    )

    assert _only(_after([said], [silence], [later])[1]).text("phone") == "555-0100"
    with new_directory() as database, database.writing() as work:
        work.profiles.apply([said])
        act_id = work.profiles.apply([silence]).act_id
        assert _only([*work.profiles.all()]).text("phone") == ""
        work.trail.undo(act_id)
        assert _only([*work.profiles.all()]).text("phone") == "555-0100"


def test_fact_when_a_clinic_takes_it_back_then_the_practitioner_still_states_it() -> None:
    said = make_statement(confirmed_on=_JANUARY, phone="555-0100")
    silence = replace(
        make_statement(source=Source.CLINIC, confirmed_on=_FEBRUARY, phone=""),
        taken_back=frozenset({"phone"}),
    )

    assert _only(_after([said], [silence])[1]).text("phone") == "555-0100"


def test_list_when_not_wholly_understood_then_it_takes_nothing_away_and_is_told() -> None:
    right = make_statement(source=Source.CLINIC, confirmed_on=_JANUARY, times="mon-late;wed-late")
    half = replace(
        make_statement(confirmed_on=_FEBRUARY, times="mon-late", unsorted="times: Wed 9am-5pm"),
        in_part=frozenset({"times"}),
    )

    counts, profiles = _after([right], [half], [half])

    assert _only(profiles).value("times") == ("mon-late", "wed-late")
    assert _only(profiles).value("unsorted") == "times: Wed 9am-5pm"
    assert [each.in_part for each in counts] == [(), *[(("p-001", "times"),)] * 2]
    assert counts[2].changed == 0


def test_list_when_not_wholly_understood_and_nothing_longer_is_there_then_it_comes_in() -> None:
    half = replace(make_statement(times="mon-late"), in_part=frozenset({"times"}))

    assert _only(_after([half], [half])[1]).value("times") == ("mon-late",)


@pytest.mark.parametrize("day", [_JANUARY, _FEBRUARY, None])
def test_profile_when_a_practitioner_hid_it_then_no_list_shows_it_again(day: date | None) -> None:
    there = make_statement(source=Source.CLINIC, confirmed_on=_JANUARY, city="Aue")
    asked = make_statement(confirmed_on=_JANUARY, published=False)
    routine = make_statement(source=Source.CLINIC, confirmed_on=day, published=True)

    counts, profiles = _after([there], [asked], [routine], [routine])

    assert not _only(profiles).published
    assert [each.hidden for each in counts] == [(), (), *[(("p-001", _JANUARY),)] * 2]
    assert (counts[3].changed, counts[3].act_id) == (0, 0)


def test_profile_when_staff_or_the_practitioner_show_it_again_then_lists_count_again() -> None:
    asked = make_statement(confirmed_on=_JANUARY, city="Aue", published=False)
    own = make_statement(confirmed_on=_FEBRUARY, published=True)
    no, yes = (
        make_statement(source=Source.CLINIC, confirmed_on=_MARCH, published=each)
        for each in (False, True)
    )

    assert _only(_after([asked], [own])[1]).published
    assert _only(_after([asked], [own], [no], [yes])[1]).published
    with new_directory() as database, database.writing() as work:
        work.profiles.apply([asked])
        work.profiles.apply([yes], Deed(DeedKind.PUBLISH))
        assert _only([*work.profiles.all()]).published
        assert work.profiles.apply([no]).hidden == ()
        work.profiles.apply([yes])
        assert _only([*work.profiles.all()]).published


def test_profile_when_hidden_by_a_practitioner_then_the_record_says_since_when() -> None:
    asked = make_statement(confirmed_on=_JANUARY, city="Aue", published=False)

    with new_directory() as database, database.writing() as work:
        work.profiles.apply([asked])
        (record,) = work.profiles.records()

    assert record.is_asked_for
    assert (record.published_on, record.withdrawn[-1].withdrawn_on) == (_JANUARY, _JANUARY)
