"""An example of the documentation, worked out by the model that runs."""

from collections.abc import Mapping

from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile, Source
from matcher.directory.snapshot_builder import build_snapshot
from matcher.preferences.elicitation import elicit
from matcher.preferences.preferences import Preferences
from matcher.questionnaire.answers_file import FORMAT, parse_answers
from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import CONFIRMED_ON, ValueExample


def work_out(example: ValueExample, model: AdditiveValueModel) -> tuple[int, int]:
    """Return what the model makes of an example: what is known, and what could be, 0..1000."""
    snapshot = build_snapshot([example_profile(example.offered)])
    low, high = model.evaluate(snapshot, example_preferences(example)).values_of(example.criterion)
    return int(low[0]), int(high[0])


def example_profile(offered: Mapping[str, str]) -> Profile:
    """Return a profile that states these cells, and nothing else."""
    day = read_cell(FIELDS["next_opening"], offered.get(CONFIRMED_ON, "")).value
    values = {
        column: read_cell(FIELDS[column], cell).value
        for column, cell in offered.items()
        if column != CONFIRMED_ON
    }
    facts = {
        column: Fact(value, Source.THERAPIST, day)  # type: ignore[arg-type]
        for column, value in values.items()
        if value is not None
    }
    return Profile("example", facts)


def example_preferences(example: ValueExample) -> Preferences:
    """Return what the client of an example asks for; nothing in it is a must-have."""
    asked = {example.criterion: example.asked, **example.others}
    responses: dict[str, dict[str, object]] = {
        item: {"value": value, "importance": "matters"} for item, value in asked.items()
    }
    if example.starred is not None:
        responses[example.criterion]["starred"] = example.starred
    questionnaire = load_questionnaire()
    answers = parse_answers(
        {
            "format": FORMAT,
            "questionnaire": questionnaire.id,
            "today": example.today.isoformat(),
            "responses": responses,
        },
        questionnaire,
    )
    return elicit(answers, questionnaire, example.today)
