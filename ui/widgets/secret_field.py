"""Fields for what nobody else should see, with a button that shows what is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.form_field import FormField


class SecretFields(QWidget):
    """One field, or two for the same words, below each other.

    Parameters
    ----------
    words
        The language that holds.
    names
        Object names of the fields; the button's is that of the first with ``_show`` behind it.
    """

    def __init__(self, words: Language, *names: str) -> None:
        super().__init__()
        self._words = words
        self.fields = tuple(FormField(name, is_secret=True) for name in names)
        self.show_button = Button("link", f"{names[0]}_show")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.fields[0])
        column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        for field in self.fields[1:]:
            column.addWidget(field)

    @property
    def first(self) -> FormField:
        """The field to begin with."""
        return self.fields[0]

    @property
    def text(self) -> str:
        """What is written in the first."""
        return self.first.text

    def set_words(self, labels: Sequence[str], hint: str = "") -> None:
        """Say what the fields are for; the hint stands at the first."""
        for place, (field, label) in enumerate(zip(self.fields, labels, strict=True)):
            field.set_words(label, "" if place else hint)
        self._say_show()

    def forget(self) -> None:
        """Hold nothing."""
        self.show_button.setChecked(False)
        for field in self.fields:
            field.forget()

    def _turn(self, is_seen: bool) -> None:
        for field in self.fields:
            field.set_seen(is_seen=is_seen)
        self._say_show()

    def _say_show(self) -> None:
        key = "hide" if self.show_button.isChecked() else "show"
        self.show_button.set_words(self._words.text(f"keeping.form.{key}"))
