"""What an account needs: a name, and a passphrase typed twice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.accounts_controller import check_name, check_passphrase
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.form_field import FormField


class AccountForm(QWidget):
    """Fields that say themselves what is wrong with what is written.

    Parameters
    ----------
    words
        The language that holds.
    name
        Begins the object names of the fields.
    """

    def __init__(self, words: Language, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._fixed = ""
        self.name = FormField(f"{name}_name")
        self.passphrase = FormField(f"{name}_passphrase", is_secret=True)
        self.again = FormField(f"{name}_again", is_secret=True)
        self._show = Button("link", f"{name}_show")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self.name, self.passphrase, self._show, self.again):
            column.addWidget(widget)
        column.setAlignment(self._show, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    @property
    def wanted(self) -> tuple[str, str]:
        """The name and the passphrase that are written."""
        return self._fixed or self.name.text, self.passphrase.text

    def begin(self, fixed: str = "") -> None:
        """Hold nothing; `fixed` is the name of an account that gets another passphrase."""
        self._fixed = fixed
        self.name.setVisible(not fixed)
        self._show.setChecked(False)
        for field in (self.name, self.passphrase, self.again):
            field.forget()

    def first_focus(self) -> QWidget:
        """Return the field to begin with."""
        return self.passphrase.field if self._fixed else self.name.field

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self._words.text
        self.name.set_words(text("staff.form.name"), text("staff.form.name_hint"))
        self.passphrase.set_words(text("staff.form.passphrase"), text("staff.form.hint"))
        self.again.set_words(text("staff.form.again"))
        key = "hide" if self._show.isChecked() else "show"
        self._show.set_words(text(f"staff.form.{key}"))

    def is_right(self) -> bool:
        """Tell whether it will do; where not, say of the first field that will not why."""
        name, passphrase = self.wanted
        faults = (
            (self.name, check_name(name)),
            (self.passphrase, check_passphrase(passphrase, name)),
        )
        wrong: tuple[FormField, str] | None = None
        for field, error in reversed(faults):
            field.show_error("")
            if error is not None:
                wrong = field, self._words.render_all(error)
        self.again.show_error("")
        if wrong is None and self.again.text != passphrase:
            wrong = self.again, self._words.text("staff.error.differ")
        if wrong is not None:
            field, why = wrong
            field.show_error(why)
        return wrong is None

    def _turn(self, is_seen: bool) -> None:
        for field in (self.passphrase, self.again):
            field.set_seen(is_seen=is_seen)
        self.retranslate()
