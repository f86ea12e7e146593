import pytest

from ui.widgets.plain_words import plain


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
