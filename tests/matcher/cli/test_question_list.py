"""Questions that can be picked: listed with their ids, and checked."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.cli.question_list import check_picks, question_list
from matcher.errors import MatcherError
from matcher.i18n import Catalogue
from matcher.services.matching.match import Match, match
from matcher.services.sheets.checklist import ChecklistOptions, suggest


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


def _options(
    ids: Sequence[str], picks: Sequence[str] = (), own: Sequence[str] = ()
) -> ChecklistOptions:
    return ChecklistOptions(picks=dict.fromkeys(ids, picks), own=dict.fromkeys(ids, own))


def test_picks_when_each_is_offered_then_nothing_is_said() -> None:
    found = _match()
    picks = [each.id for each in suggest(found, "p-1").others[:2]]

    check_picks(found, _options(["p-0", "p-1"], picks))
    check_picks(found, _options(["p-0"]))


def test_picks_when_unknown_then_each_is_named() -> None:
    with pytest.raises(MatcherError) as raised:
        check_picks(_match(), _options(["p-0"], ["no.1", "no.2"]))

    assert [each.params["id"] for each in raised.value.messages] == ["no.1", "no.2"]


def test_picks_when_only_one_edition_offers_them_then_they_are_for_that_one() -> None:
    found = match(
        MemoryDirectory([make_profile("p-0", accepting="yes")]),
        make_answers(prior_help="mixed"),
        seed=7,
    )
    options = _options(["p-0"], ["E5"])

    check_picks(found, options)
    with pytest.raises(MatcherError):
        check_picks(found, replace(options, is_short=True))


@pytest.mark.parametrize(
    ("count", "own"),
    [
        pytest.param(6, [], id="picks"),
        pytest.param(5, ["May I bring my dog?"], id="both"),
        pytest.param(0, [f"Number {place}?" for place in range(6)], id="own"),
    ],
)
def test_picks_when_more_than_the_first_page_takes_then_one_sentence_says_so(
    count: int, own: list[str]
) -> None:
    found = _match()
    picks = [each.id for each in suggest(found, "p-0").others[:count]]

    with pytest.raises(MatcherError) as raised:
        check_picks(found, _options(["p-0", "p-1"], picks, own))

    (message,) = raised.value.messages
    assert message.params["n"] == 5


def test_picks_when_some_are_repeated_or_empty_then_each_counts_once() -> None:
    found = _match()
    picks = [each.id for each in suggest(found, "p-0").others[:4]]

    check_picks(found, _options(["p-0"], [*picks, *picks], ["Why?", " Why? ", "", " "]))
