"""A month after the list, of an invented person, as sheets of paper."""

from dataclasses import replace
from datetime import date

from support.builders import make_profile

from matcher.checklist.statements import Step, WhatNow
from matcher.directory.profile import Profile
from matcher.document import Document
from matcher.followup.check_in import Answer, CheckIn
from matcher.followup.difference import differences, noted
from matcher.followup.first_talk import Met, Talk
from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome, Reply, SearchLog, Way
from matcher.followup.sentences import composed, load_sentences
from matcher.i18n import Catalogue
from matcher.services.followup.check_in_sheet import check_in_sheet
from matcher.services.followup.correction_slip import correction_slip
from matcher.services.followup.ending_sheet import keeping_sheet, letter_sheet
from matcher.services.followup.files import followup_document
from matcher.services.followup.search_sheet import search_sheet
from matcher.services.followup.talks_sheet import MetPerson, talks_sheet

TODAY = date(2026, 3, 24)
_DAY = date(2026, 3, 2)
LINE = "It rained and the line was busy"
OUTSIDE = "Told my sister I was tired"
SUBJECTS = ("fee", "languages", "times", "goals", "issues")


def profiles() -> dict[str, Profile]:
    """Return three people who state different things."""
    stated = {"fee_min": "60", "fee_max": "90", "currency": "USD", "languages": "en;es:fluent"}
    return {
        "p-1": make_profile("p-1", name="Ana Vidal", confirmed_on=date(2026, 1, 9), **stated),
        "p-2": make_profile(
            "p-2",
            name="Benedikt Lindqvist-Okonkwo",
            confirmed_on=_DAY,
            times="mon-evening;tue-morning",
            goals="in_writing",
            issues="worry;sleep;panic:focus",
        ),
        "p-3": make_profile("p-3", name="Cleo Park", fee_max="120", currency="USD"),
    }


def search_log() -> SearchLog:
    """Return a search in which three were asked and one was found."""
    ana = Candidate("p-1", "Ana Vidal", outcome=Outcome.WENT_WELL, note="Calm.\nAsked a lot.")
    first = Contact(_DAY, Way.PHONE, date(2026, 3, 6), line=LINE)
    second = Contact(
        date(2026, 3, 9),
        Way.EMAIL,
        reply=Reply.ANSWERED,
        next_step=NextStep.FIRST_TALK,
        next_on=date(2026, 3, 16),
    )
    ben = Candidate("p-2", "Benedikt Lindqvist-Okonkwo", (Contact(_DAY, Way.FORM),))
    cleo = Candidate("p-3", "Cleo Park")
    people = (ana.with_contact(first).with_contact(second), ben, cleo)
    return SearchLog(people).with_found("p-1", date(2026, 3, 20))


def talks() -> tuple[Talk, ...]:
    """Return first talks with two of them."""
    people = profiles()
    ana = (
        Talk("p-1", "Ana Vidal", date(2026, 3, 16))
        .with_note(noted("fee", Met.OTHERWISE, "It is 110 since January", people["p-1"]))
        .with_note(noted("languages", Met.AS_STATED, "", people["p-1"]))
        .with_note(noted("goals", Met.OTHERWISE, "We write them down", people["p-1"]))
        .with_impression("how_it_felt", "Easier than I thought")
        .with_impression("would_i_go", "Yes")
    )
    ben = (
        Talk("p-2", "Benedikt Lindqvist-Okonkwo", date(2026, 3, 18))
        .with_note(noted("times", Met.NOT_TALKED, "Ask next time", people["p-2"]))
        .with_note(noted("issues", Met.OTHERWISE, "Not panic any more", people["p-2"]))
        .with_impression("how_it_felt", "A bit hurried")
    )
    return ana, ben


def check_ins() -> tuple[CheckIn, CheckIn]:
    """Return two check-ins, a week apart, in which some things are another."""
    before = CheckIn(date(2026, 3, 16), "p-1", "Ana Vidal")
    for statement, step in (
        ("heard", Step.MOSTLY),
        ("direction", Step.PARTLY),
        ("way", Step.PARTLY),
        ("frame", Step.FULLY),
        ("hope", Step.CANNOT_SAY),
    ):
        before = before.with_answer(Answer(statement, step))
    now = replace(before, day=TODAY, what_now=WhatNow.ONCE_MORE, outside=OUTSIDE)
    now = now.with_answer(Answer("heard", Step.A_LITTLE, LINE))
    now = now.with_answer(Answer("direction", Step.MOSTLY)).with_answer(Answer("frame"))
    now = now.with_answer(Answer("respect", Step.FULLY)).with_answer(Answer("hope", Step.PARTLY))
    return before, now


def whole_month(words: Catalogue) -> Document:
    """Return every kind of sheet once."""
    people, (before, now) = profiles(), check_ins()
    ana = talks()[0]
    met = [MetPerson(talk, people[talk.profile_id]) for talk in talks()]
    (slip, *_) = differences(ana, people["p-1"])
    kind = load_sentences().kind("naming_strain")
    sentence = composed(
        words.text(kind.start), ("you looked at the clock", "small"), words.text(kind.ways[0])
    )
    sheets = (
        search_sheet(search_log(), TODAY, words),
        talks_sheet(met, SUBJECTS, TODAY, words),
        correction_slip(slip, people["p-1"], words),
        check_in_sheet(now, before, words, sentence),
        letter_sheet(words, {"followup.ending.letter.thank": "your patience"}),
        letter_sheet(words),
        keeping_sheet(words),
    )
    return followup_document(sheets, words)
