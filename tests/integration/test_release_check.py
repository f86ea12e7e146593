"""The check before a release says what failed, and what was not run."""

import shutil
import subprocess
from pathlib import Path

import pytest
from support.source import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "release-check", tmp_path / ".ci")
    for name, text in {
        "Makefile": _makefile(),
        "CHANGELOG.md": "# Changelog\n\n## 1.2.0 (2026-11-23)\n",
        "matcher/__init__.py": '__version__ = "1.2.0"\n',
        "ui/__main__.py": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "All")
    return tmp_path


def _makefile() -> str:
    """Return a rule for each, one a line, as a real Makefile has them."""
    names = ("lint", "test", "bundle", "deb", "oracles", "assurance")
    return "".join(f"{name}:\n\t@echo made $@\n" for name in names)


def _git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True)


def _check(project: Path, *parts: str) -> tuple[int, str]:
    done = subprocess.run(
        ["sh", ".ci/release-check", *parts],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_check_when_all_is_well_then_every_part_is_run_and_what_is_not_there_is_named(
    project: Path,
) -> None:
    code, said = _check(project)

    assert code == 0
    assert [line for line in said.splitlines() if line.startswith("made")] == [
        f"made {name}" for name in ("lint", "test", "bundle", "deb", "oracles", "assurance")
    ]
    assert "verify: there is no bundle" in said
    assert said.endswith("Nothing failed.\n")


def test_check_when_something_is_not_committed_then_it_fails_and_goes_on(project: Path) -> None:
    (project / "new.txt").write_text("new")

    code, said = _check(project, "tree", "lint")

    assert code == 1
    assert "?? new.txt" in said
    assert "made lint" in said
    assert "Failed: tree" in said


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("1.2.0 (unreleased)", "CHANGELOG.md calls 1.2.0 unreleased"),
        ("1.1.9 (2026-11-01)", "CHANGELOG.md begins with 1.1.9"),
    ],
)
def test_check_when_version_and_changelog_differ_then_it_says_how(
    project: Path, heading: str, said: str
) -> None:
    (project / "CHANGELOG.md").write_text(f"# Changelog\n\n## {heading}\n")

    code, words = _check(project, "version")

    assert code == 1
    assert said in words
    assert "lint: not asked for" in words


def test_check_when_a_part_is_not_known_then_it_names_those_there_are(project: Path) -> None:
    code, said = _check(project, "everything")

    assert code == 2
    assert said.startswith("Parts are: tree version lint")
