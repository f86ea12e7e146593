"""The page for the end: beginnings with gaps, and things to keep."""

import pytest

from matcher.errors import ResourceError
from matcher.followup import ending
from matcher.followup.ending import load_ending
from matcher.followup.sentences import GAP
from matcher.i18n import Catalogue, languages


@pytest.mark.parametrize("language", languages())
def test_page_when_said_then_each_line_of_the_letter_has_a_gap(language: str) -> None:
    words, page = Catalogue(language), load_ending()

    assert [words.text(key).count(GAP) for key in page.letter] == [1] * 5
    assert all(words.text(key).endswith(".") for key in page.keep)


def test_file_when_a_list_is_missing_then_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "bundled_toml", lambda *_: {"letter": ["thank"]})

    with pytest.raises(ResourceError):
        load_ending.__wrapped__()
