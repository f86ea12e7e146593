"""The kinds of sheets."""

from matcher.checklist.part import PartId


def test_part_ids_when_named_on_the_command_line_then_these() -> None:
    assert [part.value for part in PartId] == ["before", "take-in", "home"]
