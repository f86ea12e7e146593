"""*Before you book* holds what has to be settled, and words to ask it with."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.reading_sheets import words_of
from support.results import (
    TODAY,
    make_asked,
    make_contribution,
    make_result,
    make_sitting,
    make_visit,
)

from matcher.checklist.call_slip import call_slip, message_lines
from matcher.checklist.visit import Visit, told_apart
from matcher.document import Blank, Paragraph, Script, Table
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Importance, Money, Place, Response, Times
from matcher.scoring.result import RequirementStatus
from matcher.services.matching.match import match
from matcher.services.sheets.checklist import asked_in, suggest

_ENGLISH = Catalogue("en")
_FEE_AND_DOOR = {
    "fee": RequirementStatus.NOT_STATED,
    "access": RequirementStatus.NOT_STATED,
    "accepting": RequirementStatus.NOT_STATED,
}


def test_message_lines_when_needs_are_not_stated_then_each_is_asked_once() -> None:
    asked = make_asked(fee=Response(Money(Decimal(60), "USD"), importance=Importance.MUST))
    visit = make_visit(asked, make_result(requirements=_FEE_AND_DOOR))

    lines = message_lines(make_sitting(asked), visit, _ENGLISH)

    assert lines == (
        "Hello, I’m looking for a therapist.",
        "Are you taking new people?",
        "I can pay up to $60.",
        "How long is a session, what does it cost, and how can I pay?",
        "How do I get in? Please tell me about steps, lift, toilet, noise and smells.",
    )


@pytest.mark.parametrize(
    ("limit", "sentence"), [(60, "I can pay up to $60."), (0, "I need it to be free.")]
)
def test_message_lines_when_money_is_open_then_it_is_said(limit: int, sentence: str) -> None:
    asked = make_asked(fee=Response(Money(Decimal(limit), "USD")))
    visit = make_visit(asked, make_result(make_contribution("fee", 0, 1000)))

    assert sentence in message_lines(make_sitting(asked), visit, _ENGLISH)


def test_message_lines_when_money_is_settled_then_nothing_is_said_of_it() -> None:
    asked = make_asked(fee=Response(Money(Decimal(60), "USD")))
    visit = make_visit(asked, make_result(make_contribution("fee", 1000)))

    lines = message_lines(make_sitting(asked), visit, _ENGLISH)

    assert lines == ("Hello, I’m looking for a therapist.", "Are you taking new people?")


def test_call_slip_when_two_are_chosen_then_the_log_has_three_rows() -> None:
    asked = make_asked()
    visits = tuple(
        make_visit(asked, make_result(profile_id=id_, name=name), phone="555-0101")
        for id_, name in (("p-1", "Ana Vidal"), ("p-2", "Sam Oyelaran"))
    )

    sheet = call_slip(make_sitting(asked), visits, _ENGLISH)

    (log,) = [
        block for section in sheet.sections for block in section.blocks if isinstance(block, Table)
    ]
    assert [row[0] for row in log.rows] == ["Ana Vidal", "Sam Oyelaran", ""]
    assert "Phone 555-0101" in words_of(sheet)


def test_call_slip_when_no_way_to_reach_is_stated_then_it_says_so() -> None:
    asked = make_asked()
    visit = make_visit(asked, make_result())

    assert "no way to reach" in words_of(call_slip(make_sitting(asked), (visit,), _ENGLISH))


def test_call_slip_when_there_is_something_to_ask_then_it_can_be_said_texted_or_mailed() -> None:
    asked = make_asked(fee=Response(Money(Decimal(60), "USD"), importance=Importance.MUST))
    visit = make_visit(asked, make_result(requirements=_FEE_AND_DOOR))
    sitting = make_sitting(asked)

    sheet = call_slip(sitting, (visit,), _ENGLISH)

    scripts = [
        block for section in sheet.sections for block in section.blocks if isinstance(block, Script)
    ]
    said = " ".join(message_lines(sitting, visit, _ENGLISH))
    phone, text, mail = scripts
    assert phone.label == "To say on the phone"
    assert text.lines == (f"{said} Please text me. Thank you.",)
    assert mail.lines[0] == "Subject: A first meeting"
    assert mail.lines[1].startswith(said)


def test_call_slip_when_a_way_to_reach_is_blank_then_the_others_stand_without_a_gap() -> None:
    asked = make_asked()
    visit = make_visit(asked, make_result(), phone="555-0101", email="ana@example.org")
    profile = visit.profile
    facts = profile.facts | {"email": replace(profile.facts["email"], value="\u200b\x07")}
    blank = replace(visit, profile=replace(profile, facts=facts))

    words = words_of(call_slip(make_sitting(asked), (blank,), _ENGLISH))

    assert "Phone 555-0101" in words
    assert "Write to" not in words


def test_call_slip_when_ways_are_stated_then_they_stand_above_what_goes_with_them() -> None:
    asked = make_asked()
    cells = {"contact_by": "text;email", "phone": "555-0134", "email": "ana@example.org"}
    visit = make_visit(asked, make_result(), website="https://example.org", **cells)

    sheet = call_slip(make_sitting(asked), (visit,), _ENGLISH)

    told = [block.text for block in sheet.sections[1].blocks if isinstance(block, Paragraph)]
    assert told == [
        "Can be reached by: Text message; E-mail",
        "Text 555-0134",
        "Write to ana@example.org",
    ]


def _asked_of(answers: dict[str, Response], cells: dict[str, str], day: date) -> tuple[str, ...]:
    """Return the message to somebody whose profile stated these cells on a day."""
    found = match(
        MemoryDirectory([make_profile(confirmed_on=day, accepting="yes", register="R", **cells)]),
        make_answers(answers, region="us"),
        seed=7,
    )
    visit = Visit(found.profile("p-001"), found.result_for("p-001"), suggest(found, "p-001"))
    return message_lines(make_sitting(asked_in(found)), visit, _ENGLISH)[2:]


_MUST = Importance.MUST
_TO_100 = {"fee": Response(Money(Decimal(100), "USD"), importance=_MUST)}
_FREE = {"fee": Response(Money(Decimal(0), "USD"), importance=_MUST)}
_MONDAYS = {"times": Response(Times(good=("mon-evening",)), importance=_MUST)}
_NEARBY = {"place": Response(Place(postcode="97758", country="US", max_km=5), importance=_MUST)}
_FEES = {"fee_min": "90", "fee_max": "120", "currency": "USD"}


@pytest.mark.parametrize(
    ("answers", "cells", "day", "said"),
    [
        pytest.param(
            _TO_100,
            _FEES,
            TODAY,
            "Your page says $90 to $120. Could I pay up to $100?",
            id="around",
        ),
        pytest.param(
            _FREE,
            {**_FEES, "fee_min": "0"},
            TODAY,
            "Your page says $0 to $120. Could it be free for me?",
            id="free",
        ),
        pytest.param(
            _MONDAYS,
            {"times": "mon-evening;fri-morning"},
            date(2020, 1, 1),
            "Your page says: Monday evenings. Is that still so?",
            id="old hours, only those asked for",
        ),
        pytest.param(
            _NEARBY,
            {"city": "Larkhaven"},
            TODAY,
            "Your page says: Larkhaven. Could you tell me where we would meet?",
            id="a town without a position",
        ),
    ],
)
def test_message_lines_when_the_profile_states_what_leaves_it_open_then_it_is_read_back(
    answers: dict[str, Response], cells: dict[str, str], day: date, said: str
) -> None:
    lines = _asked_of(answers, cells, day)

    assert [line for line in lines if line.startswith("Your page says")] == [said]
    assert not any("I can pay" in line or "what does it cost" in line for line in lines)


def test_message_lines_when_a_fee_is_old_then_the_limit_stands_before_it() -> None:
    lines = _asked_of(_TO_100, _FEES, date(2020, 1, 1))

    assert lines[:2] == (
        "I can pay up to $100.",
        "Your page says: $90 to $120. Is that still so?",
    )


@pytest.mark.parametrize("count", [1, 2, 3])
def test_call_slip_when_made_then_there_is_a_log_for_three_people(count: int) -> None:
    asked = make_asked()
    visits = tuple(
        make_visit(asked, make_result(profile_id=f"p-{n}", name=f"Person {n}"))
        for n in range(count)
    )

    sheet = call_slip(make_sitting(asked), visits, _ENGLISH)

    log = sheet.sections[-1].blocks[0]
    assert isinstance(log, Table)
    assert log.headings == ("Who", "Date", "How", "Answer by", "What next")
    assert len(log.rows) == 3


@pytest.mark.parametrize(
    ("cells", "labels"),
    [
        pytest.param({}, ("say", "text", "to.email"), id="nothing stated"),
        pytest.param({"contact_by": "email;form"}, ("to.email_or_form",), id="e-mail and form"),
        pytest.param({"contact_by": "form"}, ("to.form",), id="form"),
        pytest.param({"contact_by": "phone"}, ("say",), id="phone"),
        pytest.param(
            {"contact_by": "text", "phone": "555-0101", "email": "ana@example.org"},
            ("text",),
            id="what is stated goes before what can be seen",
        ),
        pytest.param({"phone": "555-0101"}, ("say", "text"), id="a number alone"),
        pytest.param({"email": "ana@example.org"}, ("to.email",), id="an address alone"),
        pytest.param({"website": "https://example.org"}, ("say", "text", "to.email"), id="a page"),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_call_slip_when_ways_to_reach_are_stated_then_there_are_words_for_those(
    cells: dict[str, str], labels: tuple[str, ...], language: str
) -> None:
    catalogue = Catalogue(language)
    asked = make_asked()
    visit = make_visit(asked, make_result(), **cells)

    sheet = call_slip(make_sitting(asked), (visit,), catalogue)

    scripts = [
        block for section in sheet.sections for block in section.blocks if isinstance(block, Script)
    ]
    assert [script.label for script in scripts] == [
        catalogue.text(f"sheet.before.{label}") for label in labels
    ]
    has_blank = any(isinstance(block, Blank) for block in sheet.sections[1].blocks)
    assert has_blank is ("say" in labels)
    subject = catalogue.text("sheet.before.subject")
    assert (subject in words_of(sheet)) is any("email" in label for label in labels)


def test_call_slip_when_names_repeat_then_heading_and_log_tell_them_apart() -> None:
    asked = make_asked()
    visits = told_apart(
        [make_visit(asked, make_result(profile_id=id_), city=id_) for id_ in ("Larkhaven", "Bend")]
    )

    sheet = call_slip(make_sitting(asked), visits, _ENGLISH)

    log = sheet.sections[-1].blocks[0]
    assert isinstance(log, Table)
    assert [row[0] for row in log.rows] == ["Ana Vidal (Larkhaven)", "Ana Vidal (Bend)", ""]
    assert [each.heading for each in sheet.sections[1:3]] == [row[0] for row in log.rows[:2]]
