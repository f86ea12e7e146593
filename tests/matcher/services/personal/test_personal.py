import logging
import os
import random
import shutil
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.personal import (
    CANARY,
    OTHER,
    PASSPHRASE,
    FakeKeyring,
    bytes_below,
    flips,
    in_child,
    key_of,
    own_answers,
    quick_personal,
)

from matcher.errors import MatcherError, SecretError
from matcher.services.personal.folder import DATA_FILE, KEY_FILE, LOCK_FILE
from matcher.services.personal.personal import PersonalService


@pytest.fixture
def service(data_dir: Path) -> Iterator[PersonalService]:
    made = quick_personal(data_dir)
    yield made
    made.close()


@pytest.fixture
def saved(service: PersonalService) -> PersonalService:
    """Give a service that keeps answers and is closed."""
    service.create(PASSPHRASE)
    service.documents.save_answers(own_answers(), ["p-1"], "results")
    service.close()
    return service


def test_service_when_nothing_was_asked_for_then_nothing_is_on_the_disk(
    service: PersonalService, data_dir: Path
) -> None:
    assert not service.exists
    assert not service.is_open
    assert not service.is_remembered
    assert not service.open_remembered()
    for work in (service.open, service.open_with_code):
        assert key_of(work, PASSPHRASE) == "nothing_kept"
    service.clear_all()
    service.close()

    assert not data_dir.exists()


def test_answers_when_saved_then_they_are_there_for_who_has_the_passphrase(
    service: PersonalService, data_dir: Path
) -> None:
    service.create(PASSPHRASE)
    assert service.is_open
    assert service.documents.answers() is None
    said = service.documents.save_answers(
        own_answers(), ["p-2", "p-1"], "results", ["skips_private"]
    )
    service.close()
    again = quick_personal(data_dir)
    assert again.exists
    again.open(PASSPHRASE)

    assert again.documents.answers() == said
    assert said.answers == own_answers()
    again.close()


def test_passphrase_when_it_is_easy_to_guess_then_nothing_is_made(
    service: PersonalService, data_dir: Path
) -> None:
    with pytest.raises(SecretError):
        service.create("password password")

    assert not data_dir.exists()


def test_service_when_closed_then_everything_says_so(saved: PersonalService) -> None:
    assert not saved.is_open
    for work in (saved.documents.answers, saved.renew_code, saved.remember, saved.stop_remembering):
        assert key_of(work) == "closed"
    assert key_of(saved.documents.save_answers, own_answers()) == "closed"
    assert key_of(saved.change_passphrase, OTHER) == "closed"
    assert key_of(saved.documents.keep, "looks", {}) == "closed"


def test_passphrase_when_wrong_then_nothing_changes_however_often(saved: PersonalService) -> None:
    before = bytes_below(saved.path)
    for typed in ("", OTHER, PASSPHRASE + "s", *["guess"] * 20):
        assert key_of(saved.open, typed) == "wrong_passphrase"

    assert bytes_below(saved.path) == before
    saved.open(PASSPHRASE)
    assert key_of(saved.open, OTHER) == "wrong_passphrase"
    assert saved.is_open
    saved.open(PASSPHRASE)


def test_code_when_the_passphrase_is_forgotten_then_it_opens_and_another_is_set(
    service: PersonalService,
) -> None:
    code = service.create(PASSPHRASE)
    service.documents.save_answers(own_answers())
    service.close()
    service.open_with_code(code.lower())
    service.change_passphrase(OTHER)
    new_code = service.renew_code()
    service.close()

    assert key_of(service.open, PASSPHRASE) == "wrong_passphrase"
    assert key_of(service.open_with_code, code) == "wrong_code"
    assert key_of(service.open_with_code, code[:-1]) == "code_length"
    service.open_with_code(new_code)
    service.close()
    service.open(OTHER)
    kept = service.documents.answers()
    assert kept is not None
    assert kept.answers == own_answers()


def test_service_when_something_is_kept_already_then_no_other_takes_its_place(
    saved: PersonalService, data_dir: Path
) -> None:
    before = bytes_below(data_dir)

    assert key_of(saved.create, OTHER) == "exists"
    assert bytes_below(data_dir) == before


def test_service_when_another_window_has_it_open_then_it_says_so(
    saved: PersonalService, data_dir: Path
) -> None:
    saved.open(PASSPHRASE)
    other = quick_personal(data_dir)

    assert key_of(other.open, PASSPHRASE) == "in_use"
    assert key_of(other.clear_all) == "in_use"
    saved.close()
    other.open(PASSPHRASE)
    other.close()


def test_everything_when_cleared_then_nothing_is_left_and_all_can_begin_anew(
    saved: PersonalService, data_dir: Path
) -> None:
    saved.open(PASSPHRASE)
    saved.clear_all()

    assert [*data_dir.iterdir()] == []
    assert not saved.exists
    assert not saved.is_open
    saved.create(OTHER)
    assert saved.documents.answers() is None
    saved.close()
    quick_personal(data_dir).clear_all()
    assert [*data_dir.iterdir()] == []


@pytest.mark.parametrize("has_another", [False, True], ids=["gone", "replaced"])
def test_everything_when_its_folder_was_moved_then_nothing_is_said_to_be_cleared(
    saved: PersonalService, data_dir: Path, tmp_path: Path, *, has_another: bool
) -> None:
    saved.open(PASSPHRASE)
    aside = saved.path.rename(tmp_path / "aside")
    if has_another:
        shutil.copytree(aside, saved.path)
    before = bytes_below(tmp_path)

    assert key_of(saved.clear_all) == "gone"
    assert bytes_below(tmp_path) == before
    assert not saved.is_open
    shutil.rmtree(saved.path, ignore_errors=True)
    aside.rename(saved.path)
    saved.open(PASSPHRASE)
    assert saved.documents.answers() is not None
    saved.clear_all()
    assert [*data_dir.iterdir()] == []


def test_data_when_its_key_is_destroyed_then_a_copy_of_it_shows_nothing(
    saved: PersonalService, data_dir: Path
) -> None:
    copy = bytes_below(data_dir)["personal/" + DATA_FILE]
    saved.clear_all()
    saved.create(PASSPHRASE)
    saved.close()
    (saved.path / DATA_FILE).write_bytes(copy)

    assert key_of(saved.open, PASSPHRASE) == "damaged"
    assert (saved.path / DATA_FILE).read_bytes() == copy


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        (KEY_FILE, b"", "key_damaged"),
        (KEY_FILE, b"rapport-key/1 and nonsense", "key_damaged"),
        (KEY_FILE, b"%PDF-1.7", "not_ours"),
        (DATA_FILE, b"", "damaged"),
        (DATA_FILE, b"x" * 20_000, "damaged"),
        (DATA_FILE, b"SQLite format 3\x00" + bytes(20_000), "not_ours"),
    ],
)
def test_files_when_damaged_or_of_another_kind_then_they_are_refused_and_left_as_they_are(
    saved: PersonalService, name: str, data: bytes, reason: str
) -> None:
    (saved.path / name).write_bytes(data)

    assert key_of(saved.open, PASSPHRASE) == reason
    assert (saved.path / name).read_bytes() == data
    assert saved.exists
    assert not saved.is_remembered
    saved.clear_all()
    assert not saved.path.exists()


@pytest.mark.parametrize("name", [KEY_FILE, DATA_FILE])
def test_files_when_one_is_missing_then_the_other_is_kept(
    saved: PersonalService, name: str
) -> None:
    (saved.path / name).rename(saved.path.parent / name)

    assert key_of(saved.open, PASSPHRASE) == ("no_key" if name == KEY_FILE else "no_file")
    assert key_of(saved.create, PASSPHRASE) == "exists"
    (saved.path.parent / name).rename(saved.path / name)
    saved.open(PASSPHRASE)
    assert saved.documents.answers() is not None


@pytest.mark.parametrize("name", [KEY_FILE, DATA_FILE])
def test_files_when_any_bit_is_changed_then_refused_or_the_answers_are_the_same(
    saved: PersonalService, name: str
) -> None:
    path = saved.path / name
    data = path.read_bytes()
    found: Counter[str] = Counter()
    for changed in flips(data, random.Random(3).sample(range(8 * len(data)), 60)):
        path.write_bytes(changed)
        reason = key_of(saved.open, PASSPHRASE)
        if not reason:
            answers = saved.documents.answers()
            assert answers is not None
            assert answers.answers == own_answers()
            saved.close()
        found[reason or "the same"] += 1
    print(f"\n60 bits of {name}: {dict(found)}")

    assert {*found} <= {"the same", "damaged", "key_damaged"}


def test_computer_when_it_remembers_then_it_opens_without_the_passphrase(data_dir: Path) -> None:
    keyring = FakeKeyring()
    service = quick_personal(data_dir, keyring)
    service.create(PASSPHRASE)
    assert service.can_be_remembered
    assert not service.is_remembered
    assert keyring.kept == {}
    service.remember()
    service.close()

    assert service.is_remembered
    assert service.open_remembered()
    service.change_passphrase(OTHER)
    service.close()
    assert service.open_remembered()
    service.stop_remembering()
    service.close()
    assert not service.open_remembered()
    service.open(OTHER)
    service.remember()
    service.clear_all()
    assert keyring.kept == {}


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever is root may write everywhere")
def test_folder_when_it_cannot_be_written_then_it_says_so(
    saved: PersonalService, data_dir: Path
) -> None:
    data_dir.chmod(0o500)
    saved.path.chmod(0o500)
    try:
        assert key_of(saved.open, PASSPHRASE) == "read_only"
        assert key_of(quick_personal(data_dir / "deeper").create, PASSPHRASE) == "read_only"
    finally:
        data_dir.chmod(0o700)
        saved.path.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
def test_disk_when_it_takes_no_more_then_what_was_saved_before_is_there(
    saved: PersonalService, data_dir: Path
) -> None:
    import resource

    before = (saved.path / KEY_FILE).read_bytes()

    def work() -> None:
        service = quick_personal(data_dir)
        service.open(PASSPHRASE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
        assert key_of(service.documents.save_answers, own_answers("new")) == "cannot_open"
        assert key_of(service.change_passphrase, OTHER) == "full"
        kept = service.documents.answers()
        assert kept is not None
        assert kept.answers == own_answers()

    assert in_child(work) == 0
    assert (saved.path / KEY_FILE).read_bytes() == before
    saved.open(PASSPHRASE)
    kept = saved.documents.answers()
    assert kept is not None
    assert kept.answers == own_answers()


def test_secrets_when_used_in_every_way_then_none_is_in_a_file_the_log_or_an_error(
    tmp_path: Path,
    data_dir: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    service, said, states = quick_personal(data_dir), [], []
    code = service.create(PASSPHRASE)
    key = service._key
    service.documents.save_answers(own_answers(CANARY * 200), ["p-1"])
    states.append(bytes_below(tmp_path))
    service.documents.keep("notes", {"words": CANARY})
    service.documents.answers()
    service.documents.forget("notes", "answers")
    states.append(bytes_below(tmp_path))
    service.documents.save_answers(own_answers())
    service.change_passphrase(OTHER)
    said.append(repr(service) + repr(vars(service)["_file"]) + repr(vars(service)["_safe"]))
    service.close()
    states.append(bytes_below(tmp_path))
    for work, how in (
        (service.open, PASSPHRASE),
        (service.open_with_code, code[:-1] + "0"),
        (service.create, OTHER),
    ):
        try:
            work(how)
        except MatcherError as error:
            said += [repr(error), str(error), *traceback.format_exception(error)]
    logs = caplog.text

    assert {Path(name).name for state in states for name in state} <= {
        *(KEY_FILE, DATA_FILE, LOCK_FILE, f"{DATA_FILE}-wal")
    }
    assert len(said) > 6
    secrets = (CANARY, PASSPHRASE, OTHER, code, code.replace("-", ""), key.hex(), "rapport-answers")
    for text in (*said, logs):
        assert not [secret for secret in secrets if secret in text]
    for data in (data for state in states for data in state.values()):
        assert key not in data
        for secret in secrets:
            assert secret.encode() not in data
            assert secret.encode("utf-16-le") not in data
