"""What is measured in letters is measured again when they may be of another size."""

import pytest
from PySide6.QtCore import QEvent

from ui.theme.text_size import changes_text_size


@pytest.mark.parametrize(
    ("kind", "is_telling"),
    [
        (QEvent.Type.FontChange, True),
        (QEvent.Type.StyleChange, True),
        (QEvent.Type.LayoutDirectionChange, False),
        (QEvent.Type.PaletteChange, False),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_change_when_it_may_change_letters_then_it_is_told(
    kind: QEvent.Type, is_telling: bool
) -> None:
    assert changes_text_size(QEvent(kind)) is is_telling
