import pytest
from support.practitioners import page_of

from matcher.directory.profile import Profile
from matcher.i18n import Catalogue, languages
from matcher.services.practitioner.page_words import PageWords
from matcher.services.practitioner.silence_words import SilenceWords
from matcher.services.practitioner.words import PractitionerWords


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", [PageWords, PractitionerWords, SilenceWords])
def test_words_when_said_then_they_are_those_of_the_page_in_its_language(
    kind: type[PageWords], language: str
) -> None:
    catalogue = Catalogue(language)

    said = kind(page_of(Profile("x", {}), language), catalogue)._text(
        "silence.question", question="Why?"
    )

    assert said == catalogue.text("practitioner.silence.question", question="Why?")
    assert "Why?" in said
