"""The page of the manual: every command is in it, and `man` finds nothing odd about it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from support.source import ROOT

import matcher
from matcher.cli.manual import manual_page
from matcher.cli.program import Program
from matcher.i18n import Catalogue, languages

_DAY = "2026-11-23"


def _calls(group: click.Group, words: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{words} {name}", command
        if isinstance(command, click.Group):
            yield from _calls(command, f"{words} {name}")


def _shown(language: str) -> str:
    """Return the page with the signs that `man` takes for orders put back."""
    return manual_page(Catalogue(language), _DAY).replace(r"\-", "-").replace(r"\(ti", "~")


@pytest.mark.parametrize("language", languages())
def test_manual_when_made_then_every_command_and_every_option_is_in_it(language: str) -> None:
    page = _shown(language)
    calls = dict(_calls(Program(Catalogue(language)), "rapport"))
    headings = re.findall(r"^\.SS (.*)$", page, re.MULTILINE)

    assert len(calls) > 30
    assert [*calls] == [
        next(call for call in reversed(calls) if f"{heading} ".startswith(f"{call} "))
        for heading in headings
    ]
    options = {
        name
        for command in calls.values()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for name in parameter.opts
    }
    assert {name for name in options if f"\n.B {name}" not in page and f", {name}" not in page} == (
        set()
    )


@pytest.mark.parametrize("command", ["kiosk", "demo"])
def test_manual_when_it_tells_of_a_window_then_with_the_options_that_command_has(
    command: str,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"COLUMNS": "200"},
    )
    told = _shown("en").partition(f"\n.B rapport {command}\n")[2].partition("\n.RE\n")[0]

    of_all = {"--help", "--database", "--data-dir", "--log-level"}
    options = {*re.findall(r"--[a-z-]+", done.stdout)} - of_all
    assert options == {*re.findall(r"^\.B (--[a-z-]+)", told, re.MULTILINE)}


def test_manual_when_made_then_it_names_the_version_and_the_day() -> None:
    assert f'"{_DAY}" "Rapport {matcher.__version__}"' in manual_page(Catalogue(), _DAY)


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here")
@pytest.mark.parametrize("language", languages())
def test_manual_when_man_reads_it_then_it_warns_of_nothing_and_shows_what_is_typed_as_it_is(
    language: str, tmp_path: Path
) -> None:
    page = tmp_path / "rapport.1"
    page.write_text(manual_page(Catalogue(language), _DAY), encoding="utf-8")

    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", page],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "MANPAGER": "cat"},
    )
    # What is bold is struck twice, as on a typewriter.
    shown = re.sub(".\b", "", done.stdout)

    assert done.stderr == ""
    assert "--suggest-mapping" in shown
    assert "~/.local/share/rapport/" in shown
