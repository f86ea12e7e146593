import pytest
from support.builders import make_profile
from support.practitioners import days_ago, page_of, sample_page

from matcher.directory.profile import Profile
from matcher.document import Document, Fit, Paragraph, Section, Tone
from matcher.i18n import Catalogue, languages
from matcher.services.files.document_text import document_text
from matcher.services.people.profile_facts import SECTIONS
from matcher.services.practitioner.words import PractitionerWords


def _words(profile: Profile, language: str = "en") -> PractitionerWords:
    return PractitionerWords(page_of(profile, language), Catalogue(language))


def _by_heading(document: Document) -> dict[str, Section]:
    return {section.heading: section for sheet in document.sheets for section in sheet.sections}


def test_document_when_made_then_the_form_is_a_sheet_of_its_own() -> None:
    document = PractitionerWords(sample_page("p-002"), Catalogue("en")).document(is_full=True)

    page, form = document.sheets
    assert (page.title, form.title) == (document.title, "Correct your page, or withdraw it")
    assert page.aside[0] == form.aside[0] == "Tobias Fennwick"


def test_document_when_made_then_every_section_of_the_client_s_page_is_there() -> None:
    sections = _by_heading(
        PractitionerWords(sample_page("p-002"), Catalogue("en")).document(is_full=True)
    )
    words = Catalogue("en")

    for name, _ in SECTIONS:
        assert words.text(f"profile.section.{name}") in sections
    assert "About them" in sections
    assert [*sections].index("What silence costs") > [*sections].index("How to reach them")


def test_fact_when_shown_then_source_day_and_age_stand_with_it() -> None:
    profile = make_profile(confirmed_on=days_ago(100), style_steer="0..2")

    (fit, silent) = _by_heading(_words(profile).document(is_full=True))["How they work"].blocks

    assert isinstance(fit, Fit)
    assert fit.source == "Said by the therapist, Aug 13, 2026 (getting old: 100 days)"
    assert isinstance(silent, Paragraph)
    assert "Kinds of therapy" in silent.text


def test_document_when_the_page_is_hidden_then_says_so() -> None:
    hidden, shown = make_profile(published=False), make_profile()

    said = [_words(each).reading()[0].blocks[0] for each in (hidden, shown)]

    told = "People who look for a therapist do not see this page now. This is how it would look."
    assert said[0] == Paragraph(told, Tone.STRONG)
    assert said[1] != said[0]
    assert told in document_text("", _words(hidden).reading()).replace("\n", " ")


def test_text_when_printed_then_no_line_is_too_long() -> None:
    words = PractitionerWords(sample_page("p-005", later=200), Catalogue("en"))

    text = document_text(words.title, words.reading())

    assert max(map(len, text.splitlines())) <= 80
    assert "(old: " in text


@pytest.mark.parametrize("language", languages())
def test_document_when_in_a_language_then_no_key_is_left(language: str) -> None:
    document = PractitionerWords(sample_page("p-003", language), Catalogue(language)).document()

    assert document.language == language
    assert "practitioner." not in str(document)
