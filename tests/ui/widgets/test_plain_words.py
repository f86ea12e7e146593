import pytest

from ui.widgets.plain_words import WordSearch, plain, words_of


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param(" Ánimo ", "animo", id="accent_and_spaces"),
        pytest.param("STRASSE", "strasse", id="case"),
        pytest.param("Straße", "strasse", id="sharp_s"),
        pytest.param("can’t", "can't", id="apostrophe"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_plain_when_typed_in_a_hurry_then_it_is_the_same(typed: str, found: str) -> None:
    assert plain(typed) == found


@pytest.mark.parametrize("typed", ["can't sleep", "Can’t  sleep", "cant sleep", "CANT-SLEEP"])
def test_words_when_an_apostrophe_is_there_or_not_then_they_are_the_same(typed: str) -> None:
    assert words_of(typed) == ["cant", "sleep"]


_SEARCH = WordSearch(
    {
        "sleep": ("Sleep", "awake at night"),
        "died": ("Someone died", "funeral"),
        "burnout": ("Too much", "self-care"),
        "pain": ("Pain", "cáncer"),
    },
    {"sleep": "Or bad dreams.", "died": "", "burnout": "No mother to help.", "pain": "Day by day"},
    ("my", "can't", "too", "much"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("slee", {"sleep"}, id="begun"),
        pytest.param("leep", {"sleep"}, id="middle_of_a_word"),
        pytest.param("can't sleep", {"sleep"}, id="passed_over"),
        pytest.param("night awake", {"sleep"}, id="order"),
        pytest.param("dreams at night", {"sleep"}, id="name_and_gloss"),
        pytest.param("mother", {"burnout"}, id="gloss"),
        pytest.param("my mother died", {"died"}, id="one_word_of_a_name"),
        pytest.param("self care", {"burnout"}, id="hyphen"),
        pytest.param("too much", {"burnout"}, id="nothing_but_passed_over"),
        pytest.param("CANCER", {"pain"}, id="accent"),
        pytest.param("xy pa", frozenset(), id="too_short_alone"),
        pytest.param("xyz", frozenset(), id="nothing"),
        pytest.param(" - ", frozenset(), id="no_word"),
    ],
)
def test_search_when_typed_then_codes_are_found_by_words(typed: str, found: set[str]) -> None:
    assert _SEARCH.find(typed) == found
