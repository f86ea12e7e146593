"""What pages and texts promise, held for the ten sittings that are printed, too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

import pytest
from support.paper_sittings import SITTINGS
from support.reading_sheets import texts_of

from matcher.checklist.part import PartId
from matcher.checklist.share_copy import kept_back
from matcher.document import Contrast, Document, Fit, Paragraph, Table
from matcher.i18n import Catalogue, languages
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from matcher.services.sheets.checklist import make_document
from matcher.services.sheets.checklist_files import make_edition
from matcher.services.sheets.sheet_form import Form

_IN_OTHER_ORDER = (Table, Fit, Contrast)
"""What stands side by side on paper is read one below the other."""


@pytest.fixture(scope="module")
def matches() -> dict[str, Match]:
    directory = sample_directory()
    return {name: match(directory, each.answers, seed=7) for name, each in SITTINGS.items()}


@dataclass(frozen=True)
class _Made:
    match: Match
    document: Document
    text: str
    form: Form


@pytest.fixture(
    scope="module",
    params=[(form, language) for form in ("html", "txt") for language in languages()],
    ids="-".join,
)
def edition(request: pytest.FixtureRequest) -> tuple[Form, str]:
    form, language = request.param
    return form, language


@pytest.fixture(params=SITTINGS)
def made(
    request: pytest.FixtureRequest, matches: dict[str, Match], edition: tuple[Form, str]
) -> _Made:
    found, sitting = matches[request.param], SITTINGS[request.param]
    form, language = edition
    ids = found.evaluation.snapshot.ids[: sitting.count]
    catalogue = Catalogue(language)
    whole = replace(sitting.options, is_one_sheet=False)
    document = make_document(found, ids, catalogue, whole)
    text = make_edition(found, ids, catalogue, sitting.options, form).decode()
    return _Made(found, document, text, form)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _read(made: _Made) -> list[str]:
    """Return the words that are read, without any marks."""
    if made.form == "html":
        return _words(unescape(re.sub("<[^>]*>", " ", made.text[made.text.index("<body") :])))
    return _words(made.text)


def _texts_in_order(document: Document) -> Iterator[str]:
    for sheet in document.sheets:
        yield sheet.title
        for section in sheet.sections:
            yield section.heading
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield block.text
                elif not isinstance(block, _IN_OTHER_ORDER):
                    yield from texts_of(block)


def test_edition_when_made_then_every_text_is_read_whole_and_in_order(made: _Made) -> None:
    read = f" {' '.join(_read(made))} "
    place = 0
    for text in filter(_words, _texts_in_order(made.document)):
        words = f" {' '.join(_words(text))} "
        place = read.find(words, place)
        assert place >= 0, text
        place += len(words) - 1


def test_edition_when_made_then_no_word_of_what_stands_side_by_side_is_missing(
    made: _Made,
) -> None:
    read = {*_read(made)}
    blocks = [
        block
        for sheet in made.document.sheets
        for section in sheet.sections
        for block in section.blocks
        if isinstance(block, _IN_OTHER_ORDER)
    ]
    kinds = {block.kind for block in blocks if isinstance(block, Table)}
    texts = [text for block in blocks for text in texts_of(block) if text not in kinds]
    texts += [text for sheet in made.document.sheets for text in sheet.aside]

    assert [text for text in texts if not {*_words(text)} <= read] == []


def test_edition_when_made_then_its_language_and_title_are_said(made: _Made) -> None:
    if made.form == "html":
        (language,) = re.findall(r"<html\b[^>]*\blang=\"([^\"]*)\"", made.text)
        (title,) = re.findall("<title>(.*?)</title>", made.text)
        assert (language, unescape(title)) == (made.document.language, made.document.title)
    assert made.text.count("\f") == (len(made.document.sheets) - 1) * (made.form == "txt")


def _kept_back_words(answers: ResponseSet, catalogue: Catalogue) -> Iterator[str]:
    """Yield what was answered of what is kept back, as it would be read."""
    questionnaire = load_questionnaire()
    for item in kept_back(questionnaire):
        value = answers.value(item)
        codes = value if isinstance(value, tuple) else (value,)
        for code in codes:
            key = f"term.{questionnaire.item(item).vocabulary}.{code}"
            if catalogue.has(key):
                yield catalogue.text(key)
    postcode = getattr(answers.value("place"), "postcode", None)
    yield from filter(None, (postcode, answers.value("names_pronouns")))  # type: ignore[misc]


@pytest.mark.parametrize("name", SITTINGS)
def test_edition_when_a_copy_to_share_then_no_private_answer_is_in_it(
    name: str, matches: dict[str, Match], edition: tuple[Form, str]
) -> None:
    found, sitting = matches[name], SITTINGS[name]
    form, language = edition
    catalogue = Catalogue(language)
    ids = found.evaluation.snapshot.ids[: sitting.count]

    usual, copy = (
        make_edition(
            found, ids, catalogue, replace(sitting.options, is_share_copy=each), form
        ).decode()
        for each in (False, True)
    )

    private = [*_kept_back_words(sitting.answers, catalogue)]
    assert [words for words in private if words in _in_one_line(copy)] == []
    if PartId.HOME in sitting.options.parts:
        assert [words for words in private if words not in _in_one_line(usual)] == []


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
