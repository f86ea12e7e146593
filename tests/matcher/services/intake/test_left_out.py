from datetime import date

from matcher.services.intake.left_out import left_out
from matcher.store import Counts


def test_words_when_left_out_then_each_is_told_with_whom_and_what_it_is_about() -> None:
    counts = Counts(
        unheard=(("p-2", "p-1", "phone"),),
        in_part=(("p-1", "times"),),
        hidden=(("p-3", date(2026, 11, 2)),),
    )

    found = [*left_out(counts, "list.csv")]

    assert [(each.message.key, each.field, each.file) for each in found] == [
        ("finding.profile.unheard", "phone", "list.csv"),
        ("finding.profile.in_part", "times", "list.csv"),
        ("finding.profile.hidden", "published", "list.csv"),
    ]
