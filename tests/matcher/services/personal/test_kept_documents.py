from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.personal import key_of, own_answers

from matcher.services.personal.kept_documents import ANSWERS, KeptDocuments
from matcher.store.personal import Document, PersonalFile

_AT = datetime(2026, 3, 1, 9, 30, 12, 999, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PersonalFile]:
    made = PersonalFile(tmp_path / "personal.sqlite", bytes(32), create=True)
    yield made
    made.close()


@pytest.fixture
def documents(file: PersonalFile) -> KeptDocuments:
    return KeptDocuments(lambda: file, lambda: _AT)


def test_answers_when_saved_again_then_only_the_last_are_kept(documents: KeptDocuments) -> None:
    assert documents.answers() is None

    documents.save_answers(own_answers("first"), ["p-1"])
    said = documents.save_answers(own_answers("second"), ["p-1", "p-2"], "results", ["helper"])
    kept = documents.answers()

    assert kept is not None
    assert kept == said
    assert kept.at == _AT.replace(microsecond=0)
    assert kept.answers == own_answers("second")
    documents.forget(ANSWERS)
    assert documents.answers() is None


def test_answers_when_they_could_not_be_read_again_then_those_before_stay(
    documents: KeptDocuments,
) -> None:
    documents.save_answers(own_answers("first"))

    assert key_of(documents.save_answers, own_answers("x" * 5000)) == "long_text"
    kept = documents.answers()
    assert kept is not None
    assert kept.answers == own_answers("first")


def test_document_when_kept_then_it_comes_back(documents: KeptDocuments) -> None:
    documents.keep("looks", {"text_size": 120, "language": "es", "words": "así"})

    assert documents.kept("looks") == {"text_size": 120, "language": "es", "words": "así"}
    assert documents.kept("contacts") is None


def test_document_when_its_form_is_newer_then_it_is_left_alone(documents: KeptDocuments) -> None:
    documents.keep("looks", {"size": "large"}, version=2)

    assert key_of(documents.kept, "looks") == "newer"
    assert documents.kept("looks", 2) == {"size": "large"}


def test_document_when_it_cannot_be_read_then_says_so(
    documents: KeptDocuments, file: PersonalFile
) -> None:
    for name, body in (("text", "no JSON"), ("number", "3")):
        file.put(Document(name, 1, _AT.isoformat(), body))

        assert key_of(documents.kept, name) == "not_readable"
