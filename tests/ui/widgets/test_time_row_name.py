import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.time_row_name import TimeRowName


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Morning, 9 to 12", "Morning,\n9 to 12"),
        ("Late, after 8", "Late,\nafter 8"),
        ("Morning", "Morning"),
        ("", ""),
    ],
)
def test_name_when_there_is_less_room_then_it_is_broken_where_its_lines_are_shortest(
    qtbot: QtBot, words: str, broken: str
) -> None:
    name = TimeRowName("row")
    qtbot.addWidget(name)
    name.set_words(words)
    whole = name.sizeHint().width()

    name.set_broken(is_broken=True)

    assert name.text() == broken
    assert name.width_of(is_broken=True) == name.sizeHint().width() <= whole
    assert name.width_of(is_broken=False) == whole
    name.set_broken(is_broken=False)
    assert name.text() == words
