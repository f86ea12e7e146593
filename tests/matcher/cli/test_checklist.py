"""``rapport checklist``: sheets for the people chosen."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.commands import ANSWERS, Rapport


def _reader(path: Path) -> PdfReader:
    return PdfReader(io.BytesIO(path.read_bytes()))


def _text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in _reader(path).pages)


@pytest.mark.parametrize(
    "ids",
    [
        pytest.param(("--profile", "p-001", "--profile", "p-007"), id="option twice"),
        pytest.param(("--profile", "p-001", "p-007"), id="ids after one option"),
        pytest.param(("--profile", "p-001", "p-007", "p-001"), id="one of them twice"),
    ],
)
def test_checklist_when_two_are_chosen_then_both_are_on_the_sheets(
    with_sample: Rapport, tmp_path: Path, ids: tuple[str, ...]
) -> None:
    done = with_sample("checklist", ANSWERS, *ids, "--out", tmp_path / "sheets.pdf")

    assert (done.code, done.err) == (0, "")
    assert done.out == f"Saved: {tmp_path / 'sheets.pdf'}\n"
    text = _text(tmp_path / "sheets.pdf")
    assert "Marisol Echeverry" in text
    assert "Lucía Montalvo Rey" in text


def test_checklist_when_parts_are_named_then_only_they_are_printed(
    with_sample: Rapport, tmp_path: Path
) -> None:
    words = ("checklist", ANSWERS, "--profile", "p-001")
    with_sample(*words, "--out", tmp_path / "whole.pdf")
    with_sample(*words, "--out", tmp_path / "part.pdf", "--parts", "home, before")

    assert "Keep at home" in _text(tmp_path / "part.pdf")
    assert len(_reader(tmp_path / "part.pdf").pages) < len(_reader(tmp_path / "whole.pdf").pages)


@pytest.mark.parametrize(
    ("region", "sides"),
    [pytest.param("us", [612, 792], id="letter"), pytest.param("de", [595, 842], id="a4")],
)
def test_checklist_when_no_paper_is_named_then_it_is_the_usual_one_of_the_region(
    with_sample: Rapport, tmp_path: Path, region: str, sides: list[int]
) -> None:
    answers, target = tmp_path / "answers.json", tmp_path / "sheets.pdf"
    given = json.loads(Path(ANSWERS).read_text(encoding="utf-8"))
    answers.write_text(json.dumps(given | {"region": region}), encoding="utf-8")

    with_sample("checklist", answers, "--profile", "p-001", "--out", target)

    assert [round(float(side)) for side in _reader(target).pages[0].mediabox[2:]] == sides


def test_checklist_when_paper_and_language_are_named_then_they_are_used(
    with_sample: Rapport, tmp_path: Path
) -> None:
    target = tmp_path / "sheets.pdf"
    done = with_sample(
        "checklist", ANSWERS, "--profile", "p-001", "--out", target,
        "--paper", "letter", "--language", "es-MX", "--format", "pdf",
    )  # fmt: skip

    # Only the sheets change: whoever types reads on in the language of the answers.
    assert done.out.startswith("Saved: ")
    assert _reader(target).root_object["/Lang"] == "es-MX"
    assert [float(side) for side in _reader(target).pages[0].mediabox[2:]] == [612, 792]
    assert "En casa" in _text(target) or "casa" in _text(target).lower()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("--parts", "homes"), "“homes”", id="unknown part"),
        pytest.param(("--paper", "A3"), "A3", id="unknown paper"),
        pytest.param(("--format", "odt"), "odt", id="unknown form"),
        pytest.param(("--format", "html", "--fillable"), "--fillable", id="a form for PDF alone"),
        pytest.param(("--format", "txt", "--large-print"), "--large-print", id="size for PDF"),
        pytest.param(("--language", "tlh"), "“tlh”", id="language without texts"),
        pytest.param(("p-002", "p-003", "p-004"), "up to 3", id="too many people"),
    ],
)
def test_checklist_when_used_wrongly_then_it_ends_with_2_and_saves_nothing(
    with_sample: Rapport, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    target = tmp_path / "sheets.pdf"

    done = with_sample("checklist", ANSWERS, "--out", target, "--profile", "p-001", *words)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not target.exists()


def test_checklist_when_somebody_is_not_in_the_directory_then_each_is_named(
    with_sample: Rapport, tmp_path: Path
) -> None:
    target = tmp_path / "sheets.pdf"

    done = with_sample("checklist", ANSWERS, "--out", target, "--profile", "x-1", "p-001", "x-2")

    assert (done.code, done.out) == (1, "")
    assert "x-1" in done.err
    assert "x-2" in done.err
    assert not target.exists()


def test_checklist_when_there_is_no_directory_then_it_says_what_to_do(
    rapport: Rapport, tmp_path: Path
) -> None:
    done = rapport("checklist", ANSWERS, "--profile", "p-001", "--out", tmp_path / "sheets.pdf")

    assert done.code == 1
    assert "rapport import FILE" in done.err


@pytest.mark.parametrize("form", ["pdf", "html", "txt"])
def test_checklist_when_a_form_is_named_then_the_file_is_neutral_and_for_its_owner_alone(
    with_sample: Rapport, tmp_path: Path, form: str
) -> None:
    done = with_sample(
        "checklist", ANSWERS, "--profile", "p-001", "--out", tmp_path, "--format", form
    )

    (written,) = tmp_path.glob("first-visit-notes.*")
    assert (done.code, done.err) == (0, "")
    assert written.name == f"first-visit-notes.{form}"
    assert written.stat().st_mode & 0o777 == 0o600


def test_checklist_when_questions_are_their_own_then_each_stands_on_the_sheets(
    with_sample: Rapport, tmp_path: Path
) -> None:
    target = tmp_path / "sheets.txt"

    with_sample(
        "checklist", ANSWERS, "--profile", "p-001", "p-007", "--out", target, "--format", "txt",
        "--own", "May I bring <my> dog?", "--own", "Is there parking?",
    )  # fmt: skip

    text = target.read_text(encoding="utf-8")
    assert text.count("May I bring <my> dog?") == 2
    assert text.count("Is there parking?") == 2


def test_checklist_when_a_copy_to_share_then_it_says_so_and_holds_no_private_answer(
    with_sample: Rapport, tmp_path: Path
) -> None:
    words = ("checklist", ANSWERS, "--profile", "p-001", "--format", "txt")
    with_sample(*words, "--out", tmp_path / "usual.txt")
    with_sample(*words, "--out", tmp_path / "copy.txt", "--share-copy")

    usual, copy = (
        (tmp_path / name).read_text(encoding="utf-8") for name in ("usual.txt", "copy.txt")
    )
    assert "97758" in usual
    assert "Too much, or burnt out" in " ".join(usual.split())
    assert "97758" not in copy
    assert "burnt out" not in copy
    assert "copy to share" in copy


@pytest.mark.parametrize(
    "looks", [(), ("--large-print",), ("--airy",), ("--large-print", "--airy")]
)
def test_checklist_when_one_sheet_then_what_is_taken_in_has_two_pages(
    with_sample: Rapport, tmp_path: Path, looks: tuple[str, ...]
) -> None:
    target = tmp_path / "sheets.pdf"

    done = with_sample(
        "checklist", ANSWERS, "--profile", "p-007", "--out", target,
        "--parts", "take-in", "--one-sheet", "--short", *looks,
    )  # fmt: skip

    assert done.code == 0
    assert len(_reader(target).pages) == 2
