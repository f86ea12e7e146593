"""Settings in the name of an account."""

from contextlib import closing
from pathlib import Path

import pytest
from support.staff import NAME, PASSPHRASE, PIN, quick_services

from matcher.directory.trail import Deed, DeedKind
from matcher.errors import MatcherError, Message, SettingsError, SignedOutError, StoreError
from matcher.services.settings.settings_service import SettingsService
from matcher.services.staff.signed_in import NO_ACCOUNT, LoggedIn
from matcher.store import UnitOfWork


def test_save_when_somebody_is_signed_in_then_it_holds_and_stands_in_the_trail(
    tmp_path: Path,
) -> None:
    with closing(quick_services(tmp_path)) as services:
        services.staff.set_up(PIN, NAME, PASSPHRASE)
        who = services.staff.sign_in(NAME, PASSPHRASE)
        assert services.directory.limit_days == 180

        reading = services.program.save(
            {"count_for_days": 30, "printer": "Desk"}, services.program.read().mark, who
        )

        assert (reading.values.count_for_days, reading.values.printer) == (30, "Desk")
        assert services.program.read() == reading
        assert services.directory.limit_days == services.directory.age_limits.limit_days == 30
        (newest, *_) = services.history.acts()
        assert newest.deed == Deed(DeedKind.SETTINGS, NAME, "count_for_days=30; printer")


@pytest.mark.parametrize("case", ["nobody", "by hand", "not allowed", "disk"])
def test_save_when_it_is_refused_then_neither_the_file_nor_the_trail_tells_of_it(
    tmp_path: Path, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(quick_services(tmp_path)) as services:
        services.staff.set_up(PIN, NAME, PASSPHRASE)
        who = services.staff.sign_in(NAME, PASSPHRASE)
        mark, changes = services.program.read().mark, {"count_for_days": 30}
        expected: type[MatcherError] = SettingsError
        if case == "nobody":
            who, expected = NO_ACCOUNT, SignedOutError
        elif case == "by hand":
            services.places.file.path.write_text("[facts]\nfresh_for_days = 9\n")
        elif case == "not allowed":
            changes = {"count_for_days": 0}
        else:
            services.places.file.path.mkdir()
        before = services.places.file.mark

        with pytest.raises(expected):
            services.program.save(changes, mark, who)

        assert services.places.file.mark == before
        assert DeedKind.SETTINGS not in {act.deed.kind for act in services.history.acts()}


@pytest.mark.parametrize("text", ["", "# By hand.\n[kiosk]\nregion = 'at'\n"])
def test_save_when_it_cannot_be_noted_then_the_file_is_as_it_was(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(work: UnitOfWork) -> None:
        assert services.program.read().values.text_size == 150, "it is written before"
        raise StoreError(Message("error.store.full", file="directory.sqlite"))

    with closing(quick_services(tmp_path)) as services:
        services.staff.set_up(PIN, NAME, PASSPHRASE)
        who = services.staff.sign_in(NAME, PASSPHRASE)
        if text:
            services.places.file.path.write_text(text, encoding="utf-8")
        before, names = services.program.read(), {*tmp_path.iterdir()}
        monkeypatch.setattr(UnitOfWork, "commit", refuse)

        with pytest.raises(StoreError):
            services.program.save({"text_size": 150}, before.mark, who)

        assert services.program.read() == before
        assert services.places.file.path.exists() is bool(text)
        assert {*tmp_path.iterdir()} == names


def test_save_when_a_hand_wrote_before_it_failed_then_what_the_hand_wrote_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(work: UnitOfWork) -> None:
        services.places.file.path.write_text("[facts]\nfresh_for_days = 9\n", encoding="utf-8")
        raise StoreError(Message("error.store.full", file="directory.sqlite"))

    with closing(quick_services(tmp_path)) as services:
        services.staff.set_up(PIN, NAME, PASSPHRASE)
        who = services.staff.sign_in(NAME, PASSPHRASE)
        monkeypatch.setattr(UnitOfWork, "commit", refuse)

        with pytest.raises(StoreError):
            services.program.save({"text_size": 150}, services.program.read().mark, who)

        assert services.program.read().values.fresh_for_days == 9


def test_save_when_there_is_no_directory_yet_then_none_is_made(tmp_path: Path) -> None:
    with closing(quick_services(tmp_path)) as services:
        assert isinstance(services.program, SettingsService)
        services.program.save({"text_size": 150}, "", LoggedIn("kim"))

        assert services.program.read().values.text_size == 150
        assert not services.directory.exists
