from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from matcher.followup.search_log import LONGEST_LINE, Contact, NextStep, Reply, Way
from ui.language import Language
from ui.widgets.contact_form import ContactForm

pytestmark = pytest.mark.usefixtures("qapp")

_TODAY = date(2026, 3, 10)


def test_form_when_a_try_is_shown_then_it_is_told_as_it_was(qtbot: QtBot) -> None:
    form = ContactForm()
    qtbot.addWidget(form)
    contact = Contact(
        date(2025, 1, 2),
        Way.FORM,
        date(2026, 3, 12),
        reply=Reply.ANSWERED,
        next_step=NextStep.DECIDE,
        next_on=date(2026, 5, 1),
        line="Ask for the garden door",
    )
    form.show_contact(contact, _TODAY, Language("es"))
    assert form.contact == contact
    assert not form.remove.isHidden()
    with qtbot.waitSignal(form.kept) as kept:
        form.keep.click()
    assert kept.args == [contact]


def test_form_when_new_then_it_is_of_today_and_cannot_be_taken_out(qtbot: QtBot) -> None:
    form = ContactForm()
    qtbot.addWidget(form)
    form.show_contact(Contact(_TODAY), _TODAY, Language("en"), is_new=True)
    assert form.contact == Contact(_TODAY)
    assert form.remove.isHidden()
    assert form.line.field.maxLength() == LONGEST_LINE


def test_form_when_nothing_is_awaited_or_to_be_done_then_no_day_is_asked_for_it(
    qtbot: QtBot,
) -> None:
    form = ContactForm()
    qtbot.addWidget(form)
    form.show_contact(Contact(_TODAY), _TODAY, Language("en"), is_new=True)
    assert not form.answer_by.isHidden()
    assert form.next_on.isHidden()
    form.next_step._choose(next(a for a in form.next_step._group.actions() if a.data() == "wait"))
    form.reply.cards[[*Reply].index(Reply.FULL)].click()
    assert form.answer_by.isHidden()
    assert not form.next_on.isHidden()


def test_form_when_a_day_is_noted_then_it_is_shown_whatever_else_is(qtbot: QtBot) -> None:
    form = ContactForm()
    qtbot.addWidget(form)
    noted = Contact(_TODAY, answer_by=_TODAY, reply=Reply.FULL, next_on=_TODAY)
    form.show_contact(noted, _TODAY, Language("en"))
    assert form.contact == noted
    assert not form.answer_by.isHidden()
    assert not form.next_on.isHidden()


def test_form_when_signs_come_that_turn_text_then_they_are_left_out(qtbot: QtBot) -> None:
    form = ContactForm()
    qtbot.addWidget(form)
    form.show_contact(Contact(_TODAY), _TODAY, Language("en"), is_new=True)
    form.line.field.setText(" \u202eask\x07 again ")
    assert form.contact.line == "ask again"
