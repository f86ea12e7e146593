"""Those of the fifteen promises that are kept without a window: 10, 11, 12 and 15."""

from collections.abc import Iterable
from io import BytesIO

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.catalogues import DOMAINS
from support.reading import domain, grade, longest
from support.sittings import sample_answers, sample_match

from matcher.i18n import Catalogue, languages
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import State
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import GROUPS
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import match
from matcher.services.sheets.checklist_files import make_checklist
from ui.controllers.sitting_controller import SittingController

_SKIPPABLE = sorted(sample_answers().responses)
_WAYS = (State.NO_PREFERENCE, State.NOT_SURE, State.RATHER_NOT_SAY, None)


@pytest.mark.parametrize("language", languages())
def test_promise_10_language_when_sheets_are_made_then_they_are_in_it(language: str) -> None:
    reader = pypdf.PdfReader(BytesIO(_sheets(language)))

    assert reader.root_object["/Lang"] == language


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(_SKIPPABLE), st.sampled_from(_WAYS), max_size=6))
def test_promise_11_skipping_when_any_items_are_left_out_then_nobody_stands_lower(
    skipped: dict[str, State | None],
) -> None:
    """Whoever was listed for what was asked is still listed there, or nearer, and pays nothing."""
    sitting = SittingController(load_questionnaire(), "en", "us")
    sitting.take(sample_answers())
    for item, state in skipped.items():
        if state is None:
            sitting.respond(item, None)
        else:
            sitting.decline(item, state)

    found = match(sample_directory(), sitting.answers, seed=7)

    before = sample_match()
    ids = before.evaluation.snapshot.ids
    assert [*found.evaluation.snapshot.ids] == [*ids]
    for row, name in enumerate(ids):
        was, now = before.result(row), found.result(row)
        assert GROUPS.index(now.group) <= GROUPS.index(was.group), name
        _assert_nothing_is_paid(was, now, skipped)


def _assert_nothing_is_paid(was: ProfileResult, now: ProfileResult, skipped: Iterable[str]) -> None:
    """What is left of the wishes counts for all there is, and as much as it did before."""
    asked = {part.criterion: part for part in was.contributions}
    left = {part.criterion: part for part in now.contributions}
    assert left.keys() == asked.keys() - {*skipped}
    for criterion, part in left.items():
        before = asked[criterion]
        assert (part.value, part.value_high) == (before.value, before.value_high), criterion
    if now.score is None or now.high is None:
        assert not left
        return
    assert sum(part.weight for part in left.values()) == _WHOLE
    assert now.score == sum(part.points for part in left.values())
    assert now.high == sum(part.points + part.could_add for part in left.values())
    kept = [asked[criterion] for criterion in left]
    assert now.score >= sum(part.points for part in kept) - _SHIFTED
    assert now.high >= sum(part.points + part.could_add for part in kept) - _SHIFTED


_WHOLE = 10_000
"""What the weights of all wishes sum to."""

_SHIFTED = 1
"""Points of 100 by which a group can weigh more once only its heavier wish is left in it."""


def test_promise_12_words_when_they_are_english_then_they_are_easy() -> None:
    """Each item and document is measured and printed in ``test_reading_level.py``."""
    levels = {name: grade(domain(name)) for name in DOMAINS}
    lengths = {name: len(longest(domain(name)).split()) for name in DOMAINS}

    assert {name: level for name, level in levels.items() if level > 8} == {}
    assert {name: words for name, words in lengths.items() if words > 20} == {}


def _sheets(language: str) -> bytes:
    found = sample_match()
    return make_checklist(found, found.evaluation.snapshot.ids[:2], Catalogue(language))


@pytest.mark.parametrize("language", languages())
def test_promise_15_paper_when_made_then_it_says_what_it_is_and_brings_its_letters(
    language: str,
) -> None:
    """Title, language, embedded fonts, drawn boxes, and equal bytes for equal input."""
    data = _sheets(language)
    reader = pypdf.PdfReader(BytesIO(data))

    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.root_object["/Lang"] == language
    fonts = [
        font.get_object()["/FontDescriptor"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all("/FontFile2" in each for each in fonts)
    drawn = b"".join(page["/Contents"].get_object().get_data() for page in reader.pages)
    assert drawn.count(b" re ") >= 9
    assert "/AcroForm" not in reader.root_object
    assert _sheets(language) == data


def test_promise_15_paper_when_read_aloud_then_tags_tell_what_follows_what() -> None:
    reader = pypdf.PdfReader(BytesIO(_sheets("en")))

    assert "/StructTreeRoot" in reader.root_object
    assert reader.root_object.get("/MarkInfo", {}).get("/Marked")
    assert all(page.get("/Tabs") == "/S" for page in reader.pages)
