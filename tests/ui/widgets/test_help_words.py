import pytest

from ui.language import Language
from ui.widgets.help_words import help_words


@pytest.mark.parametrize(
    ("region", "danger", "talk"),
    [("us", "call 911", "988 (Lifeline)"), ("elsewhere", "your local emergency number", "(")],
)
def test_help_when_a_region_holds_then_its_numbers_are_said(
    region: str, danger: str, talk: str
) -> None:
    said = help_words(Language("en", region=region))

    assert danger in said
    assert talk in said


def test_help_when_another_language_holds_then_its_own_line_is_said() -> None:
    assert "988 y luego marque 2" in help_words(Language("es", region="us"))
