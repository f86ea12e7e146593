"""How much somebody can pay for one meeting."""

import re
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from matcher.questionnaire.response import Money
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.option_card import CheckCard
from ui.widgets.text import Text

ROUND_STEPS = (10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 180, 200, 250, 300, 400, 500)
"""Amounts that minus and plus go through; any other may be written."""

_MOST = Decimal(1_000_000)

_AMOUNT = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<sign>[.,'’ \u00a0\u202f])\d{3}(?:(?P=sign)\d{3})*)?|\d+)"
    r"(?:[.,](?P<cents>\d{1,2}))?"
)
"""As anybody writes it: three digits behind a sign are thousands, one or two are cents."""


class MoneyField(QWidget):
    """*I need it to be free* first; else an amount, written or in round steps.

    Parameters
    ----------
    name
        Object name.
    currency
        ISO 4217 code; of an amount that is shown, its own.
    words
        The language, which has its way of writing amounts.

    Signals
    -------
    money_changed
        With the `Money` that holds after the person changed it, or ``None``.
    """

    money_changed = Signal(object)

    def __init__(self, name: str, currency: str, words: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self.currency = self._usual = currency
        self._language = words
        self._own: Callable[[str], str] = str
        self._is_showing = False
        self.free = CheckCard(f"{name}_free")
        self._label = Text("strong", f"{name}_label")
        self.less = Button("quiet", f"{name}_less")
        self.amount = QLineEdit()
        self.amount.setObjectName(f"{name}_amount")
        self.amount.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.amount.setMaxLength(12)
        self.more = Button("quiet", f"{name}_more")
        self._unit = Text("body", f"{name}_unit")
        self.error = Text("error", f"{name}_error")
        self._build()
        self.free.toggled.connect(self._set_free)
        self.less.clicked.connect(self._step_down)
        self.more.clicked.connect(self._step_up)
        # Not textEdited: a screen reader or dictation writes without a key.
        self.amount.textChanged.connect(self._tell)

    @property
    def money(self) -> Money | None:
        """What is said: free, an amount, or nothing that can be read."""
        if self.free.isChecked():
            return Money(Decimal(0), self.currency)
        amount = self._read()
        return None if amount is None else Money(amount, self.currency)

    @property
    def is_wrong(self) -> bool:
        """Whether something is written that is no amount."""
        return bool(self.amount.text().strip()) and self._read() is None

    def set_money(self, money: Money | None) -> None:
        """Show what holds."""
        self.currency = self._usual if money is None else money.currency
        self._unit.set_words(self._own("unit"))
        self._show_free(money is not None and money.limit == 0)
        self._write(None if money is None or money.limit == 0 else money.limit)

    def set_words(self, own: Callable[[str], str]) -> None:
        """Say the words ``free``, ``label``, ``unit``, ``less``, ``more`` and ``wrong``."""
        self._own = own
        self.free.set_words(own("free"))
        self._label.set_words(own("label"))
        self.amount.setAccessibleName(own("label"))
        self._unit.set_words(own("unit"))
        self.less.set_words("−", own("less"))
        self.more.set_words("+", own("more"))
        self._wrong = own("wrong")
        if not self.is_wrong:
            self._write(self._read())
        self.show_error(self.error.isVisibleTo(self))

    def show_error(self, wrong: bool) -> None:
        """Say that the amount cannot be read, or take that back."""
        self.error.set_words(self._wrong if wrong else "")
        self.amount.setProperty("wrong", wrong)
        self.amount.setAccessibleDescription(self._wrong if wrong else "")
        self.amount.style().polish(self.amount)

    def _build(self) -> None:
        self._wrong = ""
        row = QHBoxLayout()
        row.setSpacing(12)
        self.amount.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for button in (self.less, self.more):
            button.setProperty("shape", "square")
        row.addWidget(self.less)
        row.addWidget(self.amount)
        row.addWidget(self.more)
        row.addWidget(self._unit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.free)
        column.addSpacing(16)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self.error)
        self.error.set_words("")

    def _read(self) -> Decimal | None:
        found = _AMOUNT.fullmatch(self.amount.text().strip())
        if found is None:
            return None
        whole = re.sub(r"\D", "", found["whole"])
        amount = Decimal(f"{whole}.{found['cents'] or 0}")
        return amount if amount <= _MOST else None

    def _write(self, amount: Decimal | None) -> None:
        with QSignalBlocker(self.amount):
            self.amount.setText("" if amount is None else self._language.catalogue.number(amount))
        self.show_error(False)

    def _set_free(self) -> None:
        if not self._is_showing:
            self._write(None)
            self.money_changed.emit(self.money)

    def _show_free(self, free: bool) -> None:
        self._is_showing = True
        self.free.setChecked(free)
        self._is_showing = False

    def _step_down(self) -> None:
        now = self._read() or Decimal(ROUND_STEPS[5])
        self._go_to(max((step for step in ROUND_STEPS if step < now), default=now))

    def _step_up(self) -> None:
        now = self._read() or Decimal(0)
        self._go_to(min((step for step in ROUND_STEPS if step > now), default=now))

    def _go_to(self, amount: int | Decimal) -> None:
        self._write(Decimal(amount))
        self._tell()

    def _tell(self) -> None:
        self._show_free(self._read() == 0)
        self.show_error(False)
        self.money_changed.emit(self.money)
