import pytest
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.difference_row import DifferenceRow


@pytest.mark.parametrize("is_correction", [True, False])
def test_row_when_the_profile_may_be_wrong_then_a_slip_can_be_printed_and_else_not(
    qtbot: QtBot, is_correction: bool
) -> None:
    row = DifferenceRow("fee", is_correction=is_correction)
    qtbot.addWidget(row)
    row.set_words("Otherwise.", "Print", "Print: Cost")
    show(row)
    assert row.slip.isVisible() is is_correction
    assert row.slip.accessibleName() == "Print: Cost"
    with qtbot.waitSignal(row.slip_requested):
        row.slip.click()
