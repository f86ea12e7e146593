"""The check before a release says what failed, and what was not run."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from support.source import ROOT

from matcher.release.verifying import fingerprint

_MADE = ("lint", "coverage", "long", "bundle", "deb", "oracles", "assurance")
"""What is run everywhere, in that order; more is run where its tools are."""


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
    names = (*_MADE, "bare-debian", "fuzz", "assurance-full")
    rules = "".join(f"{name}:\n\t@echo made $@ $(ONLY)\n" for name in names)
    return f"{rules}release-check:\n\t@sh .ci/release-check $(ONLY)\n"


def _git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True)


def _check(project: Path, *parts: str, **environment: str) -> tuple[int, str]:
    return _run(project, "sh", ".ci/release-check", *parts, **environment)


def _run(project: Path, *words: str, **environment: str) -> tuple[int, str]:
    given = {name: value for name, value in os.environ.items() if name != "RAPPORT_SIGNING_KEY"}
    done = subprocess.run(
        words,
        cwd=project,
        env=given | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("keys") / "release.pem"
    file.write_text("a key")
    file.chmod(0o600)
    return file


def test_check_when_all_is_well_then_every_part_is_run_and_what_is_not_there_is_named(
    project: Path, key: Path
) -> None:
    code, said = _check(project, RAPPORT_SIGNING_KEY=str(key))

    assert code == 0, said
    made = [line.split()[1] for line in said.splitlines() if line.startswith("made")]
    assert [name for name in made if name in _MADE] == [*_MADE]
    assert "verify: there is no bundle" in said
    assert "assurance-full: it takes hours" in said
    assert said.endswith("Nothing failed of what was run.\n")


def test_check_when_targets_are_counted_then_each_that_can_fail_is_part_of_it() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    script = (ROOT / ".ci" / "release-check").read_text()
    (parts,) = re.findall(r"^all='(.*)'$", script, re.MULTILINE)
    shows_or_makes = {"help", "run", "bench", "screenshots", "lock", "clean", "release-check"}

    # `make coverage` is `make test` and more.
    assert {*targets} - {*parts.split()} == {*shows_or_makes, "test"}


def test_check_when_nobody_keeps_the_key_then_it_fails_and_says_where_to_read_on(
    project: Path,
) -> None:
    code, said = _check(project, "key")

    assert code == 1
    assert "signed with one that nobody keeps" in said
    assert "developers.md" in said
    assert "Failed: key" in said


def test_check_when_others_may_read_the_key_then_it_fails(project: Path, key: Path) -> None:
    key.chmod(0o644)

    code, said = _check(project, "key", RAPPORT_SIGNING_KEY=str(key))

    assert code == 1
    assert "Others may read the key" in said


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl here")
def test_key_when_made_as_the_page_says_then_it_holds_and_its_fingerprint_is_the_program_s(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = (ROOT / "resources" / "docs" / "developers.md").read_text(encoding="utf-8")
    making, showing = re.findall(r"^```sh\n(openssl .*?)```", page, re.MULTILINE | re.DOTALL)
    folder = tmp_path_factory.mktemp("stick")
    assert _run(folder, "sh", "-ec", making)[0] == 0
    _, shown = _run(folder, "sh", "-ec", showing)

    file = folder / "rapport-release.pem"
    key = load_pem_private_key(file.read_bytes(), password=None)
    assert isinstance(key, Ed25519PrivateKey)
    public = key.public_key().public_bytes_raw()
    assert shown.split()[0] == fingerprint(public).replace(" ", "")
    assert _check(project, "key", RAPPORT_SIGNING_KEY=str(file))[0] == 0


def test_check_when_it_cannot_ask_for_advisories_then_it_says_so_and_is_not_called_well(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tools = tmp_path_factory.mktemp("tools")
    _, said_without = _check(project, "advisories", PATH=_tools(tools, "sh", "git", "head", "ls"))
    (tools / "pip-audit").write_text('#!/bin/sh\necho "$@"\nexit 1\n')
    (tools / "pip-audit").chmod(0o755)
    code, said = _check(project, "advisories", PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")

    assert "advisories: there is no pip-audit here" in said_without
    assert code == 1
    assert "--strict" in said


def _tools(folder: Path, *names: str) -> str:
    for name in names:
        (folder / name).symlink_to(shutil.which(name) or "")
    return str(folder)


def test_check_when_make_is_told_some_parts_then_no_part_is_told_of_the_others(
    project: Path, key: Path
) -> None:
    code, said = _run(project, "make", "release-check", "ONLY=tree assurance-full")

    assert code == 0, said
    assert "made assurance-full" in said.splitlines()


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
    assert said.startswith("Parts are: tree version key lint")
