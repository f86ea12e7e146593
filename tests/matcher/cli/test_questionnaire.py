"""``rapport questionnaire``: what can be answered, on paper too."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from support.commands import Rapport

from matcher.questionnaire.loader import load_questionnaire


def test_schema_when_asked_then_it_names_every_item_and_code(rapport: Rapport) -> None:
    done = rapport("questionnaire", "--schema")

    assert (done.code, done.err) == (0, "")
    responses = done.document["properties"]["responses"]["properties"]
    assert [*responses] == [item.id for item in load_questionnaire()]
    assert '"worry"' in done.out


@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param(("--blank", "OUT"), "My questions, on paper", id="express"),
        pytest.param(("--blank", "OUT", "--full"), "My questions, on paper (all)", id="full"),
        pytest.param(
            ("--blank", "OUT", "--paper", "a4", "--language", "es"),
            "Mis preguntas, en papel",
            id="Spanish",
        ),
        pytest.param(
            ("--blank", "OUT", "--large-print", "--airy"), "My questions, on paper", id="large"
        ),
        pytest.param(("--profile-form", "OUT"), "My profile as a practitioner", id="profile"),
    ],
)
def test_form_when_asked_for_then_it_is_saved(
    rapport: Rapport, tmp_path: Path, words: tuple[str, ...], title: str
) -> None:
    out = tmp_path / "form.pdf"
    done = rapport("questionnaire", *(out if word == "OUT" else word for word in words))

    assert (done.code, done.err) == (0, "")
    assert str(out) in done.out
    metadata = PdfReader(out).metadata
    assert metadata is not None
    assert metadata.title == title


def test_profile_csv_when_saved_then_it_imports(rapport: Rapport, tmp_path: Path) -> None:
    done = rapport("questionnaire", "--profile-csv", tmp_path / "list.csv")
    assert done.code == 0
    assert "list-codes.csv" in done.out

    report = rapport("import", "--json", tmp_path / "list.csv").document
    assert report["findings"] == []
    assert report["added"] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param((), "Say one thing to do", id="nothing"),
        pytest.param(("--schema", "--blank", "x.pdf"), "Say one thing to do", id="two things"),
        pytest.param(("--blank", "x.pdf", "--language", "xx"), "no texts in “xx”", id="language"),
        pytest.param(("--blank", "x.pdf", "--region", "xx"), "no region “xx”", id="region"),
    ],
)
def test_call_when_it_is_wrong_then_a_sentence_says_so(
    rapport: Rapport, words: tuple[str, ...], said: str
) -> None:
    done = rapport("questionnaire", *words)

    assert done.code == 2
    assert said in done.err
