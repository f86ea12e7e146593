"""The invented practitioners and the invented person who looks for one, through the real model."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from support.builders import make_profile

from matcher.bundled import bundled
from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS, STATED_FIELDS, STYLE_AXES
from matcher.directory.geography import distance_km, locate_postcode
from matcher.directory.profile import Profile, Source
from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import build_snapshot
from matcher.directory.week import free_cells
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.answers_file import parse_answers
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Place, Response, ResponseSet
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import (
    GROUPS,
    SCORE_UNIT,
    STATUSES,
    Group,
    RequirementStatus,
)
from matcher.services.directory.sample_directory import sample_directory

Row = Mapping[str, str]

_TODAY = date(2026, 11, 21)
_INVENTED_REGISTER = "Larkhaven Sample Register (invented)"
_EVENINGS = {f"{day}-evening" for day in ("mon", "tue", "wed", "thu", "fri")}
_SENTENCE_END = re.compile(r"[.?](?= |$)")
_NEVER_SAID = re.compile(
    r"!|\b(best|perfect|cure[ds]?|heal(s|ed|ing)?|guarantee[ds]?|journey|safe space|holistic"
    r"|empower(s|ed|ing)?|100 ?%)\b",
    re.IGNORECASE,
)
_REACHABLE = re.compile(r"@|https?:|www\.|\d{3}.?\d{4}")


def _text() -> str:
    return bundled("sample_directory", "directory.csv").read_bytes().decode("utf-8")


def _rows() -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(_text(), newline=""), strict=True)]


def _profile(row: Row) -> Profile:
    cells = {field: row[field] for field in STATED_FIELDS}
    confirmed_on = date.fromisoformat(row["confirmed_on"]) if row["confirmed_on"] else None
    return make_profile(
        row["id"],
        source=Source(row["confirmed_by"]),
        confirmed_on=confirmed_on,
        published=row["published"] == "yes",
        **cells,
    )


def _snapshot() -> Snapshot:
    return build_snapshot([_profile(row) for row in _rows()])


def _answers() -> ResponseSet:
    data = bundled("sample_directory", "answers.json").read_bytes()
    return parse_answers(data, load_questionnaire())


def _evaluation(answers: ResponseSet) -> Evaluation:
    preferences = elicit(answers, load_questionnaire(), date.max)
    return AdditiveValueModel(load_criteria()).evaluate(_snapshot(), preferences)


def _is_bare(row: Row) -> bool:
    """Tell whether a row says no more than a public register does."""
    return not (row["participants"] or row["issues"] or row["fee_max"] or row["bio"])


def _is_well_filled(row: Row) -> bool:
    return sum(1 for field in STATED_FIELDS if row[field]) > len(STATED_FIELDS) * 3 // 4


def _age_in_days(row: Row) -> int:
    return (_TODAY - date.fromisoformat(row["confirmed_on"])).days if row["confirmed_on"] else -1


def _has_evening(row: Row) -> bool:
    return bool(_EVENINGS & free_cells(tuple(filter(None, row["times"].split(";")))))


def _speaks(row: Row, language: str) -> bool:
    return language in {part.split(":")[0] for part in row["languages"].split(";")}


def test_file_when_written_anew_then_not_a_byte_differs() -> None:
    text = io.StringIO(newline="")

    csv.writer(text, lineterminator="\r\n").writerows(
        csv.reader(io.StringIO(_text(), newline=""), strict=True)
    )

    assert text.getvalue() == _text()


def test_header_when_read_then_columns_stand_in_the_order_of_the_format() -> None:
    fields = [*STATED_FIELDS]
    dated = fields.index("next_opening") + 1

    header = next(csv.reader(io.StringIO(_text(), newline="")))

    assert header == [
        *("id", "published"),
        *fields[:dated],
        *("confirmed_on", "confirmed_by"),
        *fields[dated:],
    ]


def test_cells_when_read_then_none_has_a_fault() -> None:
    faults = [
        (row["id"], field.name, fault)
        for row in _rows()
        for field in map(FIELDS.__getitem__, STATED_FIELDS)
        for fault in read_cell(field, row[field.name]).faults
    ]

    assert faults == []


def test_directory_when_read_by_the_program_then_it_holds_the_same_facts() -> None:
    expected = {row["id"]: _profile(row) for row in _rows()}

    found = {profile.id: profile for profile in sample_directory().profiles()}

    assert [*found] == [f"p-{number:03}" for number in range(1, 61)]
    assert {id_: [*p.facts] for id_, p in found.items()} == {
        id_: [field for field in FIELDS if field in p.facts] for id_, p in expected.items()
    }
    assert all(
        found[id_].value(field) == fact.value
        for id_, profile in expected.items()
        for field, fact in profile.facts.items()
    )


@pytest.mark.parametrize(
    ("column", "pattern"),
    [
        pytest.param("name", r"[^\W\d_]+([ '-][^\W\d_]+)+", id="name"),
        pytest.param("phone", r"555-01\d\d", id="phone"),
        pytest.param("email", r"[a-z.]+@example\.org", id="email"),
        pytest.param("website", r"https://example\.org/[a-z-]+", id="website"),
        pytest.param("register", rf"{re.escape(_INVENTED_REGISTER)}|-", id="register"),
        pytest.param("register_number", r"LSR-\d{4}", id="register number"),
        pytest.param("city", "Larkhaven", id="city"),
        pytest.param("postcode", "97758", id="postcode"),
        pytest.param("confirmed_by", "therapist|clinic|register", id="confirmed by"),
    ],
)
def test_column_when_stated_then_it_can_be_seen_to_be_invented(column: str, pattern: str) -> None:
    strange = [
        row[column] for row in _rows() if row[column] and not re.fullmatch(pattern, row[column])
    ]

    assert strange == []


@pytest.mark.parametrize("column", ["name", "phone", "email", "website", "register_number", "bio"])
def test_column_when_it_names_one_person_then_nobody_shares_it(column: str) -> None:
    stated = [row[column] for row in _rows() if row[column]]

    assert len({*stated}) == len(stated)


def test_registers_when_denied_then_by_one_or_two_and_numbers_go_with_a_register() -> None:
    rows = _rows()

    assert 1 <= sum(row["register"] == "-" for row in rows) <= 2
    assert all(
        (row["register"] == _INVENTED_REGISTER) == bool(row["register_number"]) for row in rows
    )


@pytest.mark.parametrize("column", ["bio", "boundaries_text"])
def test_texts_when_read_then_they_are_short_plain_and_promise_nothing(column: str) -> None:
    texts = {row["id"]: row[column] for row in _rows() if row[column]}

    assert {id_ for id_, text in texts.items() if len(_SENTENCE_END.findall(text)) > 3} == set()
    assert {id_ for id_, text in texts.items() if not text.endswith(".")} == set()
    assert {id_ for id_, text in texts.items() if _NEVER_SAID.search(text)} == set()
    assert {id_ for id_, text in texts.items() if _REACHABLE.search(text)} == set()


@pytest.mark.parametrize(
    ("counts", "fewest", "most"),
    [
        pytest.param(lambda row: True, 60, 60, id="all"),
        pytest.param(lambda row: row["published"] == "no", 1, 1, id="unpublished"),
        pytest.param(_is_bare, 10, 14, id="bare"),
        pytest.param(_is_well_filled, 18, 28, id="well filled"),
        pytest.param(lambda row: row["accepting"] == "yes", 32, 40, id="accepting"),
        pytest.param(lambda row: row["accepting"] == "waitlist", 5, 10, id="waiting list"),
        pytest.param(lambda row: row["accepting"] == "no", 4, 8, id="full"),
        pytest.param(lambda row: row["accepting"] == "", 6, 12, id="accepting not stated"),
        pytest.param(lambda row: 0 <= _age_in_days(row) <= 60, 30, 45, id="fresh"),
        pytest.param(lambda row: 60 < _age_in_days(row) <= 180, 9, 20, id="ageing"),
        pytest.param(lambda row: _age_in_days(row) > 180, 5, 10, id="old"),
        pytest.param(lambda row: not row["confirmed_on"], 1, 4, id="undated"),
        pytest.param(lambda row: row["confirmed_by"] == "register", 5, 12, id="from a register"),
        pytest.param(lambda row: _speaks(row, "en"), 45, 50, id="English"),
        pytest.param(lambda row: _speaks(row, "es"), 15, 22, id="Spanish"),
        pytest.param(lambda row: _speaks(row, "ase"), 2, 4, id="sign language"),
        pytest.param(lambda row: bool(row["times"]), 42, 50, id="times stated"),
        pytest.param(_has_evening, 14, 22, id="evenings"),
        pytest.param(lambda row: row["reduced_fee"] == "yes", 10, 18, id="reduced fee"),
        pytest.param(lambda row: row["reduced_fee"] == "waitlist", 2, 5, id="fee waiting list"),
        pytest.param(
            lambda row: bool(row["fee_max"]) and not row["reduced_fee"],
            2,
            5,
            id="reduced fee not stated",
        ),
        pytest.param(lambda row: row["fee_min"] == "0", 3, 6, id="free"),
        pytest.param(lambda row: row["access"] == "", 18, 30, id="access not stated"),
        pytest.param(lambda row: row["qualification"] == "supervised", 2, 4, id="supervised"),
        pytest.param(lambda row: row["qualification"] == "student", 1, 2, id="student"),
        pytest.param(lambda row: "me" not in row["participants"], 12, 20, id="not for one"),
        pytest.param(lambda row: row["licensed_areas"] not in {"", "US-OR"}, 3, 6, id="elsewhere"),
    ],
)
def test_directory_when_counted_then_it_is_as_uneven_as_a_real_one(
    counts: Callable[[Row], bool], fewest: int, most: int
) -> None:
    assert fewest <= sum(map(counts, _rows())) <= most


def test_fees_when_stated_then_they_spread_from_nothing_to_220_dollars() -> None:
    rows = [row for row in _rows() if row["fee_max"]]
    fees = [(Decimal(row["fee_min"]), Decimal(row["fee_max"])) for row in rows]

    assert {row["currency"] for row in rows} == {"USD"}
    assert all(low <= high for low, high in fees)
    assert max(high for _, high in fees) == 220
    assert min(low for low, _ in fees) == 0


@pytest.mark.parametrize("axis", STYLE_AXES)
def test_style_when_stated_then_some_ranges_are_wide_and_some_narrow(axis: str) -> None:
    ranges = [_profile(row).value(axis) for row in _rows() if row[axis]]
    widths = {high - low for low, high in ranges}  # type: ignore[misc, operator, union-attr]

    assert {1, 2} <= widths <= {0, 1, 2, 3}
    assert len({*ranges}) >= 4


def test_places_when_known_then_all_lie_around_the_postcode_of_the_person() -> None:
    place = _answers().value("place")
    assert isinstance(place, Place)
    home = locate_postcode(place.postcode or "", place.country or "")
    snapshot = _snapshot()

    assert home is not None
    km = distance_km(snapshot.latitude, snapshot.longitude, home)

    assert np.nanmax(km) < 20
    assert np.unique(km[~np.isnan(km)]).size >= 25
    assert 1 <= np.isnan(km).sum() <= 4


def test_answers_when_read_then_they_are_the_express_path_and_hold_no_free_text() -> None:
    answers = _answers()
    questionnaire = load_questionnaire()
    express = {item for page in questionnaire.pages for item in page.items}

    assert {*answers.responses} == express
    assert answers.today == _TODAY
    assert all(response.own_words is None for response in answers.responses.values())
    assert 9 <= len(_evaluation(answers).criteria) <= 10


@pytest.mark.parametrize(
    ("group", "fewest", "most"),
    [
        pytest.param(Group.MEETS_ALL, 3, 7, id="meets all"),
        pytest.param(Group.TO_CHECK, 6, 10, id="to check"),
        pytest.param(Group.NEAR_MISS, 8, 16, id="near miss"),
        pytest.param(Group.OTHER, 8, 16, id="other"),
        pytest.param(Group.NOT_ACCEPTING, 8, 16, id="not accepting"),
        pytest.param(Group.HIDDEN, 0, 0, id="hidden"),
    ],
)
def test_group_when_the_sample_person_asks_then_somebody_stands_in_it(
    group: Group, fewest: int, most: int
) -> None:
    counts = _evaluation(_answers()).requirements.counts

    assert fewest <= counts[group] <= most
    assert sum(counts.values()) == 59


def test_group_when_the_person_hides_somebody_then_hidden_is_reached_too() -> None:
    answers = _answers().with_response("hide_people", Response(value=("p-001",)))

    assert _evaluation(answers).requirements.counts[Group.HIDDEN] == 1


def test_order_when_the_sample_person_asks_then_several_are_level_and_one_is_first() -> None:
    evaluation = _evaluation(_answers())
    meets_all = evaluation.groups == GROUPS.index(Group.MEETS_ALL)

    points = [*np.floor(evaluation.score[meets_all] / SCORE_UNIT + 0.5).astype(int)]

    assert max(points.count(shown) for shown in points) >= 2
    assert points.count(max(points)) == 1
    assert len({*points}) >= 3


def test_range_when_the_sample_person_asks_then_somebody_suitable_could_fit_better() -> None:
    evaluation = _evaluation(_answers())
    meets_all = evaluation.groups == GROUPS.index(Group.MEETS_ALL)

    could_add = (evaluation.score_high - evaluation.score)[meets_all] / SCORE_UNIT

    assert could_add.max() >= 10
    assert could_add.min() == 0


@pytest.mark.parametrize("item", ["fee", "times", "participants", "age_band"])
def test_near_miss_when_the_sample_person_asks_then_each_requirement_keeps_somebody_out(
    item: str,
) -> None:
    evaluation = _evaluation(_answers())
    near = evaluation.groups == GROUPS.index(Group.NEAR_MISS)
    row = evaluation.requirements.items.index(item)
    not_met = STATUSES.index(RequirementStatus.NOT_MET)

    assert (evaluation.requirements.statuses[row][near] == not_met).any()
