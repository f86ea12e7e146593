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
        pytest.param(("p-001", "p-007"), id="plain ids"),
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


@pytest.mark.parametrize("name", ["take-in", "take in", "Take in", "TAKE_IN", "First visit notes"])
def test_checklist_when_a_part_is_named_as_people_say_it_then_it_is_understood(
    with_sample: Rapport, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "part.txt"

    done = with_sample("checklist", ANSWERS, "p-001", "--out", target, "--parts", name)

    assert (done.code, done.err) == (0, "")
    assert "Keep at home" not in target.read_text(encoding="utf-8")


def test_checklist_when_nobody_is_named_then_it_says_how(rapport: Rapport, tmp_path: Path) -> None:
    done = rapport("checklist", ANSWERS, "--out", tmp_path / "sheets.pdf")

    assert done.code == 2
    assert "such as p-001" in done.err


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
        pytest.param(("--format", "txt"), "ends in .pdf", id="another form than the ending"),
        pytest.param(("--list-questions",), "--out", id="nothing to save and where"),
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


@pytest.mark.parametrize("option", ["--fillable", "--large-print", "--airy", "--one-sheet"])
def test_checklist_when_an_option_is_for_pdf_alone_then_no_other_form_takes_it(
    with_sample: Rapport, tmp_path: Path, option: str
) -> None:
    target = tmp_path / "sheets.html"

    done = with_sample("checklist", ANSWERS, "--out", target, "--profile", "p-001", option)

    assert done.code == 2
    assert option in done.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("name", "words", "begins"),
    [
        pytest.param("notes.txt", (), "First visit", id="text"),
        pytest.param("notes.HTML", (), "<!DOCTYPE html>", id="page"),
        pytest.param("notes.htm", (), "<!DOCTYPE html>", id="page of the old ending"),
        pytest.param("notes.htm", ("--format", "html"), "<!DOCTYPE html>", id="both say so"),
        pytest.param("notes.pdf", (), "%PDF-", id="pdf"),
        pytest.param("notes", (), "%PDF-", id="no ending"),
        pytest.param("Dr. Smith", ("--format", "txt"), "First visit", id="a dot, but no ending"),
    ],
)
def test_checklist_when_the_name_has_an_ending_then_the_form_is_that(
    with_sample: Rapport, tmp_path: Path, name: str, words: tuple[str, ...], begins: str
) -> None:
    target = tmp_path / name

    done = with_sample("checklist", ANSWERS, "--profile", "p-001", "--out", target, *words)

    assert (done.code, done.err) == (0, "")
    assert target.read_bytes().startswith(begins.encode())


@pytest.mark.parametrize("words", [(), ("--format", "txt")], ids=["left open", "named"])
def test_checklist_when_no_form_has_the_ending_then_it_says_which_have(
    with_sample: Rapport, tmp_path: Path, words: tuple[str, ...]
) -> None:
    target = tmp_path / "notes.docx"

    done = with_sample("checklist", ANSWERS, "--profile", "p-001", "--out", target, *words)

    assert (done.code, done.out) == (1, "")
    assert ".pdf, .html, .htm, .txt" in done.err
    assert not target.exists()


def test_checklist_when_somebody_wrote_in_the_notes_then_they_stay(
    with_sample: Rapport, tmp_path: Path
) -> None:
    target = tmp_path / "notes.txt"
    words = ("checklist", ANSWERS, "--profile", "p-001", "--out", target)
    with_sample(*words)
    noted = target.read_text(encoding="utf-8") + "She was kind."
    target.write_text(noted, encoding="utf-8")

    done = with_sample(*words)

    assert (done.code, done.out) == (1, "")
    assert "Choose another name" in done.err
    assert target.read_text(encoding="utf-8") == noted


def test_checklist_when_a_copy_to_share_is_in_the_folder_then_it_stays_one(
    with_sample: Rapport, tmp_path: Path
) -> None:
    words = ("checklist", ANSWERS, "--profile", "p-001", "--out", tmp_path)
    with_sample(*words, "--share-copy")
    with_sample(*words)

    assert "97758" not in _text(tmp_path / "first-visit-notes-to-share.pdf")
    assert "97758" in _text(tmp_path / "first-visit-notes.pdf")


def _ids(listed: str) -> list[str]:
    return [line.split()[0] for line in listed.splitlines() if line.startswith("  ")]


def test_questions_when_listed_then_each_can_be_picked_and_nothing_is_saved(
    with_sample: Rapport, tmp_path: Path
) -> None:
    words = ("checklist", ANSWERS, "--profile", "p-001")
    listed = with_sample(*words, "--list-questions")
    last, first = _ids(listed.out)[-1], _ids(listed.out)[0]

    target = tmp_path / "sheets.txt"
    done = with_sample(*words, "--out", target, "--pick", last, "--pick", first)

    assert (listed.code, listed.err, done.code) == (0, "", 0)
    assert listed.out.startswith("Marisol Echeverry (p-001)\n\nSuggested\n  ")
    said = {line.split()[0]: line.split(maxsplit=1)[1] for line in listed.out.splitlines()
            if line.startswith("  ")}  # fmt: skip
    text = " ".join(target.read_text(encoding="utf-8").split())
    places = [text.index(f"{number}. {said[id_]}") for number, id_ in ((1, last), (2, first))]
    assert places == sorted(places)
    assert f"3. {said[_ids(listed.out)[1]]}" not in text


def test_questions_when_the_list_is_short_then_fewer_are_offered(with_sample: Rapport) -> None:
    words = ("checklist", ANSWERS, "--profile", "p-006", "--list-questions")

    assert 0 < len(_ids(with_sample(*words, "--short").out)) < len(_ids(with_sample(*words).out))


@pytest.mark.parametrize(
    ("picks", "own", "said"),
    [
        pytest.param(("nosuch",), (), "“nosuch”", id="unknown"),
        pytest.param(tuple("abcdef"), (), "up to 5", id="too many"),
        pytest.param((), tuple("abcdef"), "up to 5", id="too many of their own"),
        pytest.param(tuple("abcde"), ("f",), "up to 5", id="too many together"),
    ],
)
def test_picks_when_they_cannot_be_then_a_sentence_says_so_and_nothing_is_saved(
    with_sample: Rapport, tmp_path: Path, picks: tuple[str, ...], own: tuple[str, ...], said: str
) -> None:
    target = tmp_path / "sheets.pdf"
    picked = [word for id_ in picks for word in ("--pick", id_)]
    picked += [word for words in own for word in ("--own", words)]
    command = ("checklist", ANSWERS, "--profile", "p-001", *picked)

    done, listed = with_sample(*command, "--out", target), with_sample(*command, "--list-questions")

    assert (done.code, done.out) == (listed.code, listed.out) == (1, "")
    assert said in done.err
    assert done.err == listed.err
    assert not target.exists()


def test_short_when_asked_for_then_the_sheets_hold_only_questions_of_the_short_list(
    with_sample: Rapport, tmp_path: Path
) -> None:
    words = ("checklist", ANSWERS, "--profile", "p-006", "--parts", "take-in")
    with_sample(*words, "--out", tmp_path / "whole.txt")
    with_sample(*words, "--out", tmp_path / "short.txt", "--short")

    whole, short = (
        (tmp_path / name).read_text(encoding="utf-8") for name in ("whole.txt", "short.txt")
    )
    assert 0 < short.count("?") < whole.count("?")


def _looks(path: Path) -> tuple[set[float], set[str]]:
    """Return the sizes of letters and the names of the fonts of a PDF."""
    sizes: set[float] = set()
    reader = _reader(path)
    for page in reader.pages:
        page.extract_text(visitor_text=lambda _text, _cm, _tm, _font, size: sizes.add(size))
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    return sizes, fonts


@pytest.mark.parametrize("option", ["--large-print", "--airy", "--fillable"])
def test_looks_when_asked_for_then_the_pdf_has_them(
    with_sample: Rapport, tmp_path: Path, option: str
) -> None:
    words = ("checklist", ANSWERS, "--profile", "p-001", "--parts", "take-in")
    with_sample(*words, "--out", tmp_path / "usual.pdf")
    with_sample(*words, "--out", tmp_path / "other.pdf", option)

    usual, other = tmp_path / "usual.pdf", tmp_path / "other.pdf"
    differs = {
        "--large-print": _looks(usual)[0] != _looks(other)[0] and 18 in _looks(other)[0],
        "--airy": _looks(usual)[1] != _looks(other)[1],
        "--fillable": bool(_reader(other).get_fields()) and not _reader(usual).get_fields(),
    }
    assert differs == {name: name == option for name in differs}


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
