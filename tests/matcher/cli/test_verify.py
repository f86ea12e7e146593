import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.bundles import PUBLIC_KEY, make_bundle

from matcher.cli.verify import KEY_MODULE, run_verify
from matcher.i18n import Catalogue
from matcher.release.verifying import fingerprint


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be a frozen program that came in a made-up bundle."""
    bundle = make_bundle(tmp_path)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(bundle / "Rapport"))
    monkeypatch.setitem(
        sys.modules,
        KEY_MODULE,
        SimpleNamespace(PUBLIC_KEY=PUBLIC_KEY.hex(), IS_OF_ONE_BUILD=False),
    )
    return bundle


def test_verify_when_all_is_well_then_it_names_version_files_and_key(
    frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_verify() == 0

    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        Catalogue().text("verify.passed", version="1.2.3", n=4),
        Catalogue().text("verify.key", fingerprint=fingerprint(PUBLIC_KEY)),
    ]


def test_verify_when_something_was_changed_then_each_thing_is_a_sentence(
    frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (frozen / "Rapport").write_text("x")
    (frozen / "more").write_text("x")

    assert run_verify() == 1

    assert capsys.readouterr().err.splitlines() == [
        Catalogue().text("verify.changed", file="Rapport"),
        Catalogue().text("verify.added", file="more"),
        Catalogue().text("verify.failed"),
    ]


def test_verify_when_another_folder_is_named_then_that_one_is_looked_at(
    frozen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = make_bundle(tmp_path / "other")
    (frozen / "Rapport").write_text("x")

    assert run_verify([str(other)]) == 0
    assert run_verify([str(tmp_path)]) == 1


def test_verify_when_the_key_is_of_one_build_then_it_says_what_that_does_not_show(
    frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.modules[KEY_MODULE].IS_OF_ONE_BUILD = True

    assert run_verify() == 0

    assert Catalogue().text("verify.key_of_one_build") in capsys.readouterr().out


def test_verify_when_the_program_has_no_key_then_it_says_so_and_fails(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_verify() == 1

    assert capsys.readouterr().err.strip() == Catalogue().text("verify.no_key")


def test_verify_when_there_is_no_such_folder_then_no_copy_is_called_bad(
    frozen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nowhere"

    assert run_verify([str(missing)]) == 1

    said = capsys.readouterr()
    assert said.err.strip() == Catalogue().text("verify.no_folder", folder=str(missing))


def test_verify_when_used_wrongly_then_it_says_how_it_is_used(
    frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_verify(["--foo"])

    assert ended.value.code == 2
    assert "usage: rapport --verify" in capsys.readouterr().err
