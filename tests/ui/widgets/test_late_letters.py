from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.late_letters import measure_late_letters


class _Watched(QLabel):
    """Counts how often it is told to measure its words."""

    times = 0

    def event(self, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.FontChange
        return super().event(event)


def test_words_when_letters_are_loaded_later_then_they_are_measured_anew(qtbot: QtBot) -> None:
    window, label = QWidget(), _Watched("Words")
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(label)
    measure_late_letters(window)
    label.ensurePolished()
    before = label.times

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.fontDatabaseChanged.emit()

    assert label.times == before + 1
