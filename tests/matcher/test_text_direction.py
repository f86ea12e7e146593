import pytest

from matcher.i18n import Catalogue
from matcher.text_direction import NO_ISOLATES, directed, isolated

_ARABIC = "نادية الحداد"


@pytest.mark.parametrize(
    ("text", "direction", "is_set_apart"),
    [
        pytest.param("Ana Vidal", "ltr", False, id="same-way"),
        pytest.param("Trần Thị Ngọc Ánh", "ltr", False, id="same-way-with-accents"),
        pytest.param("王小明", "ltr", False, id="same-way-other-script"),
        pytest.param(_ARABIC, "ltr", True, id="arabic-in-english"),
        pytest.param("Dr. עדי", "ltr", True, id="both-ways"),
        pytest.param("Ana Vidal", "rtl", True, id="english-in-arabic"),
        pytest.param(_ARABIC, "rtl", False, id="arabic-in-arabic"),
    ],
)
def test_isolated_when_text_runs_against_the_sentence_then_it_is_set_apart(
    text: str, direction: str, is_set_apart: bool
) -> None:
    found = isolated(text, direction)  # type: ignore[arg-type]

    assert (found != text) is is_set_apart
    assert found.translate(NO_ISOLATES) == text


def test_isolated_when_a_sentence_names_an_arabic_person_then_the_name_is_set_apart() -> None:
    said = Catalogue("en").text("results.choose_for", name=_ARABIC)

    assert said == f"Choose \u2068{_ARABIC}\u2069"


def test_isolated_when_names_are_listed_then_each_is_set_apart_alone() -> None:
    said = Catalogue("en").words((_ARABIC, "Ana Vidal"))

    assert said == f"\u2068{_ARABIC}\u2069 and Ana Vidal"


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        pytest.param("she/her · LPC", "ltr", "she/her · LPC", id="same-way"),
        pytest.param("Cómo está", "ltr", "Cómo está", id="same-way-with-accents"),
        pytest.param(_ARABIC, "ltr", f"\u200e\u2068{_ARABIC}\u2069", id="arabic-in-english"),
        pytest.param("(555)", "rtl", "\u200f(555)", id="no-letters-in-arabic"),
        pytest.param(
            f"she/her · {_ARABIC}", "rtl", f"\u200f\u2068she/her\u2069 · {_ARABIC}", id="pieces"
        ),
    ],
)
def test_directed_when_words_run_either_way_then_the_line_runs_as_the_page(
    text: str, direction: str, expected: str
) -> None:
    assert directed(text, direction) == expected  # type: ignore[arg-type]
