"""Questions that can be picked: listed with their ids, and checked."""

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.cli.question_list import check_picks, question_list
from matcher.errors import MatcherError
from matcher.i18n import Catalogue
from matcher.services.checklist import suggest
from matcher.services.matching import Match, match


def _match() -> Match:
    profiles = [make_profile(f"p-{n}", name=f"Person {n}", accepting="yes") for n in range(2)]
    return match(MemoryDirectory(profiles), make_answers(style_steer=-2), seed=7)


def test_list_when_made_then_each_question_stands_under_each_person_once() -> None:
    found = _match()
    text = "\n".join(question_list(found, ["p-0", "p-1"], Catalogue(), is_short=False))
    lines = [line.split()[0] for line in text.splitlines() if line.startswith("  ")]

    offered = []
    for id_ in ("p-0", "p-1"):
        selection = suggest(found, id_)
        offered += [each.id for each in (*selection.suggested, *selection.others)]
    assert lines == offered
    assert "Person 0 (p-0)" in text
    assert "Person 1 (p-1)" in text


def test_picks_when_each_is_offered_then_nothing_is_said() -> None:
    found = _match()
    picks = [each.id for each in suggest(found, "p-1").others[:2]]

    check_picks(found, ["p-0", "p-1"], picks, is_short=False)
    check_picks(found, ["p-0"], (), is_short=False)


def test_picks_when_unknown_then_each_is_named() -> None:
    with pytest.raises(MatcherError) as raised:
        check_picks(_match(), ["p-0"], ["no.1", "no.2"], is_short=False)

    assert [each.params["id"] for each in raised.value.messages] == ["no.1", "no.2"]
