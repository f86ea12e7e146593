"""``rapport model``: printed, saved and as JSON."""

from pathlib import Path

import pytest
from support.commands import Rapport


def test_model_when_nothing_is_said_then_it_is_printed(rapport: Rapport) -> None:
    done = rapport("model")

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("How this works\n")
    assert "Points: 24. Grade: B." in done.out


def test_model_when_a_language_is_named_then_it_is_told_in_it(rapport: Rapport) -> None:
    assert rapport("model", "--language", "es-MX").out.startswith("Cómo funciona\n")


def test_model_when_a_language_has_no_texts_then_it_is_wrong_usage(rapport: Rapport) -> None:
    done = rapport("model", "--language", "tlh")

    assert done.code == 2
    assert "tlh" in done.err
    assert "en, es" in done.err


def test_model_when_asked_for_json_then_one_document(rapport: Rapport) -> None:
    document = rapport("model", "--json").document

    assert document["format"] == "rapport-model/1"
    assert document["versions"]["model"] == "additive/1"


@pytest.mark.parametrize(
    ("option", "ending", "start"), [("--pdf", "pdf", b"%PDF"), ("--markdown", "md", b"<!--")]
)
def test_model_when_a_file_or_a_folder_is_named_then_it_is_written_there(
    rapport: Rapport, tmp_path: Path, option: str, ending: str, start: bytes
) -> None:
    chosen = tmp_path / "own name"

    done = rapport("model", option, chosen)
    in_folder = rapport("model", option, tmp_path)

    assert done.out == f"Saved: {chosen}\n"
    assert chosen.read_bytes().startswith(start)
    assert in_folder.out == f"Saved: {tmp_path / f'how-this-works.{ending}'}\n"
    assert (tmp_path / f"how-this-works.{ending}").read_bytes() == chosen.read_bytes()


def test_model_when_the_folder_is_not_there_then_it_says_so(
    rapport: Rapport, tmp_path: Path
) -> None:
    done = rapport("model", "--pdf", tmp_path / "nowhere" / "card.pdf")

    assert done.code == 1
    assert "nowhere" in done.err
