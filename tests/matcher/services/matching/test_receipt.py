"""A receipt repeats a result to the same bytes, or says why it cannot."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.errors import AnswersError, MatcherError, ReceiptError
from matcher.services.matching.match import match
from matcher.services.matching.receipt import make_receipt, match_again, read_receipt
from matcher.services.matching.result_document import result_json

PEOPLE = [
    make_profile("p-1", accepting="yes", style_steer="2", goals="emerge"),
    make_profile("p-2", accepting="yes", style_steer="-1..1"),
    make_profile("p-3", accepting="no"),
]
DIRECTORY = MemoryDirectory(PEOPLE)
FOUND = match(DIRECTORY, make_answers(style_steer=2, goals="emerge"), seed=11, limit_days=90)


def _saved(folder: Path, data: bytes) -> Path:
    path = folder / "receipt.json"
    path.write_bytes(data)
    return path


def _changed(change: Callable[[dict[str, Any]], object], top: int | None = None) -> bytes:
    document = json.loads(make_receipt(FOUND, top))
    change(document)
    return json.dumps(document).encode()


@pytest.mark.parametrize("top", [None, 1])
def test_receipt_when_repeated_then_the_result_has_the_same_bytes(
    tmp_path: Path, top: int | None
) -> None:
    receipt = read_receipt(_saved(tmp_path, make_receipt(FOUND, top)))

    again = match_again(DIRECTORY, receipt)

    assert result_json(again, receipt.top) == result_json(FOUND, top)
    assert make_receipt(again, receipt.top) == make_receipt(FOUND, top)


def test_receipt_when_made_then_it_names_all_that_went_in() -> None:
    document = json.loads(make_receipt(FOUND))

    assert {key: document[key] for key in ("format", "model", "seed", "top", "limit_days")} == {
        "format": "rapport-receipt/1",
        "model": "additive/1",
        "seed": 11,
        "top": None,
        "limit_days": 90,
    }
    assert document["directory"] == {"profiles": 3, "revision": DIRECTORY.snapshot.revision}
    assert sum(document["weights"].values()) == 10_000
    assert document["answers"]["today"] == "2026-11-21"
    assert len(document["model_hash"]) == len(document["result"]) == 64


def test_receipt_when_the_answers_name_no_day_then_the_day_of_the_run_is_kept() -> None:
    answers = make_answers(style_steer=2)
    undated = type(answers)(answers.questionnaire, responses=answers.responses)

    found = match(DIRECTORY, undated)

    day = found.evaluation.preferences.today.isoformat()
    assert json.loads(make_receipt(found))["answers"]["today"] == day


def test_again_when_the_directory_has_changed_then_it_says_so(tmp_path: Path) -> None:
    receipt = read_receipt(_saved(tmp_path, make_receipt(FOUND)))

    with pytest.raises(ReceiptError) as caught:
        match_again(MemoryDirectory(PEOPLE[:2]), receipt)

    assert caught.value.messages[0].key == "error.receipt.other_directory"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda d: d.update(model_hash="0" * 64), "other_model"),
        (lambda d: d.update(result="0" * 64), "other_result"),
        (lambda d: d.update(seed=12), "other_result"),
        (lambda d: d.update(limit_days=91, result="1" * 64), "other_result"),
        (lambda d: d["weights"].update(goals=1), "changed"),
        (lambda d: d.update(model="additive/9"), "changed"),
        (lambda d: d["directory"].update(profiles=5), "changed"),
        (lambda d: d.update(more=1), "changed"),
    ],
    ids=["hash", "result", "seed", "limit", "weights", "model", "profiles", "key"],
)
def test_again_when_something_was_changed_then_it_says_so(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], key: str
) -> None:
    receipt = read_receipt(_saved(tmp_path, _changed(change)))

    with pytest.raises(ReceiptError) as caught:
        match_again(DIRECTORY, receipt)

    assert caught.value.messages[0].key == f"error.receipt.{key}"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "not_one"),
        (b"\xff\xfe", "not_one"),
        (b"[]", "not_one"),
        (b'{"format": "rapport-answers/1"}', "not_one"),
        (b'{"format": "rapport-receipt/1", "format": "rapport-receipt/1"}', "not_one"),
        (b'{"format": "rapport-receipt/1"}', "part"),
        (_changed(lambda d: d.update(seed=1.5)), "part"),
        (_changed(lambda d: d.update(seed=True)), "part"),
        (_changed(lambda d: d.update(top=0)), "part"),
        (_changed(lambda d: d.pop("top")), "part"),
        (_changed(lambda d: d.update(limit_days=0)), "part"),
        (_changed(lambda d: d.update(limit_days=10**30)), "part"),
        (_changed(lambda d: d.update(result="Z" * 64)), "part"),
        (_changed(lambda d: d["answers"].pop("today")), "part"),
        (_changed(lambda d: d.update(directory=[])), "part"),
    ],
)
def test_receipt_when_it_is_not_whole_then_it_says_what_is_wrong(
    tmp_path: Path, data: bytes, key: str
) -> None:
    with pytest.raises(ReceiptError) as caught:
        read_receipt(_saved(tmp_path, data))

    assert caught.value.messages[0].key == f"error.receipt.{key}"


def test_receipt_when_its_answers_are_wrong_then_they_are_named(tmp_path: Path) -> None:
    data = _changed(lambda d: d["answers"]["responses"].update(goals={"value": "nonsense"}))

    with pytest.raises(AnswersError):
        read_receipt(_saved(tmp_path, data))


@pytest.mark.parametrize("name", ["", "no\0name", "nowhere.json"])
def test_receipt_when_it_cannot_be_opened_then_it_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(MatcherError) as caught:
        read_receipt(tmp_path / name)

    assert caught.value.messages[0].key == "error.receipt.unreadable"


def test_again_when_a_newer_program_made_nothing_else_of_it_then_it_is_the_same(
    tmp_path: Path,
) -> None:
    receipt = read_receipt(_saved(tmp_path, _changed(lambda d: d.update(program="0.0.9"))))

    assert result_json(match_again(DIRECTORY, receipt)) == result_json(FOUND)
