"""What is worth knowing about a directory."""

from collections.abc import Sequence

from support.builders import make_profile
from support.directories import TODAY, make_answers

from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.learning.audit_report import AuditFinding, Note
from matcher.learning.observations import FIRST, FirstFive, value_notes
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel


def _evaluate(profiles: Sequence[Profile], **values: object) -> Evaluation:
    preferences = elicit(make_answers(**values), load_questionnaire(), TODAY)
    return AdditiveValueModel(load_criteria()).evaluate(build_snapshot(profiles), preferences)


def _notes(profiles: Sequence[Profile], **values: object) -> dict[Note, list[AuditFinding]]:
    found: dict[Note, list[AuditFinding]] = {}
    for one in value_notes([_evaluate(profiles, **values)]):
        assert isinstance(one.key, Note)
        found.setdefault(one.key, []).append(one)
    return found


def test_criteria_when_nobody_or_everybody_says_the_same_then_both_are_noted() -> None:
    profiles = [
        make_profile(f"p-{number}", style_steer="0", years=str(number)) for number in range(5)
    ]

    found = _notes(profiles, style_steer=-2, goals="emerge", experience_years="yes")

    assert found[Note.UNSAID][0].subjects == ("goals",)
    assert found[Note.CONSTANT][0].subjects == ("style_steer",)


def test_criteria_when_they_move_together_then_the_pair_is_noted() -> None:
    steps = ["-2", "-1", "0", "1", "2"]
    profiles = [
        make_profile(f"p-{n}", style_steer=step, style_plan=step, style_us=steps[n * 2 % 5])
        for n, step in enumerate(steps)
    ]

    (pair,) = _notes(profiles, style_steer=-2, style_plan=-2, style_us=-2)[Note.ALIKE]

    assert pair.subjects == ("style_steer", "style_plan")
    assert pair.numbers["correlation"] == 1


def test_profiles_when_nearly_the_same_then_they_are_noted_unless_they_say_little() -> None:
    profiles = [
        make_profile("p-1", style_steer="-2", years="7"),
        make_profile("p-2", style_steer="2", years="1"),
        make_profile("p-3", style_steer="-2", years="7"),
        make_profile("p-4"),
        make_profile("p-5"),
    ]

    found = _notes(profiles, style_steer=-2, experience_years="yes")

    assert [one.subjects for one in found[Note.NEAR_IDENTICAL]] == [("p-1", "p-3")]
    assert found[Note.SAYS_LITTLE][0].subjects == ("p-4", "p-5")


def test_first_five_when_somebody_never_is_then_they_are_noted_beside_chance() -> None:
    fitting = [make_profile(f"p-{number}", style_steer="-2") for number in range(FIRST)]
    last = make_profile("p-8", style_steer="2")
    closed = make_profile("p-9", style_steer="2", accepting="no")
    evaluation = _evaluate([*fitting, last, closed], style_steer=-2)
    first = FirstFive(evaluation.snapshot.ids)

    for _ in range(3):
        first.add(evaluation)

    (found,) = first.findings()
    assert found.subjects == ("p-8",)
    assert dict(found.numbers) == {"of": 6, "by_chance": 0}


def test_first_five_when_everybody_is_level_then_chance_brings_everybody_first() -> None:
    evaluation = _evaluate([make_profile(f"p-{number:02}") for number in range(12)], style_steer=1)
    first = FirstFive(evaluation.snapshot.ids)

    for _ in range(40):
        first.add(evaluation)

    assert [*first.findings()] == []


def test_first_five_when_nobody_takes_clients_then_nothing_is_noted() -> None:
    evaluation = _evaluate([make_profile("p-1", accepting="no")], style_steer=1)
    first = FirstFive(evaluation.snapshot.ids)
    first.add(evaluation)

    assert [*first.findings()] == []
