import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from support.staff import NAME, PASSPHRASE
from support.window import focused, show

from ui.language import Language
from ui.staff.account_form import AccountForm


@pytest.fixture
def form(qtbot: QtBot, words: Language) -> AccountForm:
    form = AccountForm(words, "form")
    qtbot.addWidget(form)
    show(form)
    form.begin()
    return form


def _fill(form: AccountForm, *texts: str) -> None:
    for field, text in zip((form.name, form.passphrase, form.again), texts, strict=True):
        field.field.setText(text)


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        (("", PASSPHRASE, PASSPHRASE), "form_name"),
        ((NAME, "short", "short"), "form_passphrase"),
        ((NAME, PASSPHRASE, "another"), "form_again"),
    ],
)
def test_form_when_a_field_will_not_do_then_it_says_so_there(
    form: AccountForm, texts: tuple[str, str, str], field: str
) -> None:
    _fill(form, *texts)

    assert not form.is_right()
    assert focused() == field


def test_form_when_it_will_do_then_it_gives_what_is_written(form: AccountForm) -> None:
    _fill(form, NAME, PASSPHRASE, PASSPHRASE)

    assert form.is_right()
    assert form.wanted == (NAME, PASSPHRASE)
    form.begin("Bo")
    assert form.wanted == ("Bo", "")
    assert not form.name.isVisible()


def test_form_when_asked_to_then_it_shows_what_is_typed(form: AccountForm) -> None:
    form._show.click()

    assert form.passphrase.field.echoMode() is QLineEdit.EchoMode.Normal
    form.begin()
    assert form.passphrase.field.echoMode() is QLineEdit.EchoMode.Password
