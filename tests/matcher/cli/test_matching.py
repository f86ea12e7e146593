"""``rapport match``: the ranking as text or as one document, and the sheets for the first."""

import json
from pathlib import Path

import pytest
from support.commands import ANSWERS, Outcome, Rapport, write_csv


def _answers(folder: Path, **changes: object) -> Path:
    path = folder / "answers.json"
    path.write_text(json.dumps(json.loads(ANSWERS.read_text()) | changes), encoding="utf-8")
    return path


def _ids(done: Outcome) -> list[str]:
    return [result["profile"] for result in done.document["results"]]


def test_match_when_asked_for_json_then_the_same_words_give_the_same_bytes(
    with_sample: Rapport,
) -> None:
    first, second = (with_sample("match", ANSWERS, "--json", "--seed", 7) for _ in range(2))

    assert (first.code, first.err) == (0, "")
    assert first.out == second.out
    assert first.document["seed"] == 7
    assert first.out == json.dumps(first.document, ensure_ascii=False, indent=2) + "\n"


def test_match_when_only_the_first_are_kept_then_they_are_those_of_the_whole(
    with_sample: Rapport,
) -> None:
    whole, first = (
        with_sample("match", ANSWERS, "--json"),
        with_sample("match", ANSWERS, "--json", "--top", 3),
    )

    assert _ids(first) == _ids(whole)[:3]
    assert first.document["groups"] == whole.document["groups"]


def test_match_when_printed_then_shelves_names_and_words_are_there(with_sample: Rapport) -> None:
    done = with_sample("match", ANSWERS, "--top", 2)

    assert (done.code, done.err) == (0, "")
    assert "FITS WHAT YOU NEED" in done.out
    assert "1. Marisol Echeverry (p-001)" in done.out
    assert "9 of 9 wishes fit." in done.out


def test_match_when_answers_are_spanish_then_so_is_the_text(
    with_sample: Rapport, tmp_path: Path
) -> None:
    done = with_sample("match", _answers(tmp_path, language="es"))

    assert "CUMPLE LO QUE NECESITA" in done.out


@pytest.mark.parametrize("json_", [True, False], ids=["json", "text"])
def test_match_when_sheets_are_wanted_then_they_are_for_the_first(
    with_sample: Rapport, tmp_path: Path, json_: bool
) -> None:
    target = tmp_path / "sheets.pdf"

    done = with_sample("match", ANSWERS, "--pdf", target, *["--json"] * json_)

    assert done.code == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert ("Saved: " in done.out) is not json_
    with_sample("checklist", ANSWERS, "--profile", "p-001", "--out", tmp_path / "same.pdf")
    assert target.read_bytes() == (tmp_path / "same.pdf").read_bytes()


def test_match_when_sheets_cannot_be_saved_then_nothing_is_printed_and_it_ends_with_1(
    with_sample: Rapport, tmp_path: Path
) -> None:
    done = with_sample("match", ANSWERS, "--json", "--pdf", tmp_path / "none" / "sheets.pdf")

    assert (done.code, done.out) == (1, "")
    assert str(tmp_path / "none") in done.err


def test_match_when_there_is_no_directory_then_it_says_how_to_make_and_how_to_try_one(
    rapport: Rapport, data_dir: Path
) -> None:
    done = rapport("match", ANSWERS)

    assert (done.code, done.out) == (1, "")
    assert "rapport import FILE" in done.err
    assert "rapport demo" in done.err
    assert not data_dir.exists()


@pytest.mark.parametrize("json_", [True, False], ids=["json", "text"])
def test_match_when_nobody_is_in_the_directory_then_it_says_what_to_do(
    rapport: Rapport, tmp_path: Path, json_: bool
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"))
    rapport("import", write_csv(tmp_path, "p-1,no", header="id,published"))

    done = rapport("match", ANSWERS, *["--json"] * json_)

    assert done.code == 0
    assert "rapport import FILE" in done.err
    assert "rapport demo" in done.err
    if json_:
        assert done.document["directory"]["profiles"] == 0
        assert done.document["results"] == []


def test_match_when_nobody_is_there_and_sheets_are_wanted_then_it_ends_with_1(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,no", header="id,name,published"))

    done = rapport("match", ANSWERS, "--pdf", tmp_path / "sheets.pdf")

    assert (done.code, done.out) == (1, "")
    assert "nobody to make sheets for" in done.err
    assert not (tmp_path / "sheets.pdf").exists()


def test_match_when_the_answers_are_wrong_then_every_fault_is_told(
    with_sample: Rapport, tmp_path: Path
) -> None:
    wrong = {"style_steer": {"value": 9}, "formats": {"value": ["telepathy"]}}

    done = with_sample("match", _answers(tmp_path, responses=wrong, region="atlantis"), "--json")

    assert (done.code, done.out) == (1, "")
    for part in ("style_steer", "9", "formats", "telepathy", "region", "atlantis"):
        assert part in done.err
    assert len(done.err.splitlines()) == 3


def test_receipt_when_repeated_then_the_same_bytes_come_out(
    with_sample: Rapport, tmp_path: Path
) -> None:
    receipt = tmp_path / "receipt.json"
    words = ("match", ANSWERS, "--json", "--top", 4, "--seed", 3, "--receipt", receipt)

    first, again = with_sample(*words), with_sample("match", "--again", receipt, "--json")

    assert (again.code, again.err) == (0, "")
    assert again.out == first.out


def test_receipt_when_repeated_as_text_then_the_language_is_that_of_the_answers(
    with_sample: Rapport, tmp_path: Path
) -> None:
    receipt = tmp_path / "receipt.json"
    first = with_sample("match", _answers(tmp_path, language="es"), "--receipt", receipt)

    again = with_sample("match", "--again", receipt)

    assert str(receipt) in first.out
    assert "CUMPLE LO QUE NECESITA" in again.out


@pytest.mark.parametrize(
    "words",
    [
        (),
        (ANSWERS, "--again", "receipt.json"),
        ("--again", "receipt.json", "--seed", 1),
        ("--again", "receipt.json", "--top", 1),
    ],
    ids=["neither", "both", "seed", "top"],
)
def test_match_when_answers_and_receipt_do_not_go_together_then_it_is_wrong_usage(
    with_sample: Rapport, words: tuple[object, ...]
) -> None:
    done = with_sample("match", *words)

    assert (done.code, done.out) == (2, "")


def test_why_when_asked_then_the_gap_is_told_in_words_and_in_numbers(with_sample: Rapport) -> None:
    told = with_sample("match", ANSWERS, "--why", "p-040")
    numbers = with_sample("match", ANSWERS, "--why", "p-040", "--json")

    assert "Zaynab Qureshi-Holt stands under" in told.out
    assert numbers.document["format"] == "rapport-why/1"


def test_comparison_when_asked_then_it_is_told_in_words_and_in_numbers(
    with_sample: Rapport,
) -> None:
    told = with_sample("match", ANSWERS, "--compare", "p-001", "p-040")
    numbers = with_sample("match", ANSWERS, "--compare", "p-001", "p-040", "--json")

    assert told.out.startswith("Marisol Echeverry and Zaynab Qureshi-Holt\n")
    assert [each["profile"] for each in numbers.document["profiles"]] == ["p-001", "p-040"]


def test_why_when_nobody_has_the_id_then_it_says_so(with_sample: Rapport) -> None:
    done = with_sample("match", ANSWERS, "--why", "p-999")

    assert (done.code, done.out) == (1, "")
    assert "p-999" in done.err


@pytest.mark.parametrize("option", ["--receipt", "--pdf"])
def test_output_when_the_answers_are_in_its_place_then_they_stay(
    with_sample: Rapport, tmp_path: Path, option: str
) -> None:
    answers = _answers(tmp_path)
    before = answers.read_bytes()

    done = with_sample("match", answers, option, answers)

    assert (done.code, done.out) == (1, "")
    assert answers.read_bytes() == before


@pytest.mark.parametrize(
    ("pdf", "receipt", "code"),
    [("both", "both", 2), ("a.pdf", "a.pdf", 1), ("a.txt", "a.json", 1), ("a.pdf", "no/a", 1)],
    ids=["same file", "same file with an ending", "no pdf", "no folder"],
)
def test_output_when_one_of_two_cannot_be_written_then_neither_is(
    with_sample: Rapport, tmp_path: Path, pdf: str, receipt: str, code: int
) -> None:
    done = with_sample("match", ANSWERS, "--pdf", tmp_path / pdf, "--receipt", tmp_path / receipt)

    assert (done.code, done.out) == (code, "")
    assert not [*tmp_path.glob("a.*")]
    assert not (tmp_path / "both").exists()


def test_match_when_why_and_comparison_are_both_asked_for_then_it_is_wrong_usage(
    with_sample: Rapport,
) -> None:
    done = with_sample("match", ANSWERS, "--why", "p-001", "--compare", "p-001", "p-002")

    assert (done.code, done.out) == (2, "")


def test_match_when_numbers_are_beyond_all_measure_then_they_are_numbers_all_the_same(
    with_sample: Rapport,
) -> None:
    whole = with_sample("match", ANSWERS, "--json", "--seed", 10**30)
    done = with_sample("match", ANSWERS, "--json", "--seed", 10**30, "--top", 10**30)

    assert (done.code, done.err) == (0, "")
    assert _ids(done) == _ids(whole)
