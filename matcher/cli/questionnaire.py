"""``rapport questionnaire``: what can be answered, and the same on paper and back again."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.invocation import (
    Invocation,
    command,
    known_language,
    option,
    paper_option,
    usage_error,
)
from matcher.cli.named_path import NamedPath
from matcher.cli.output import print_json, say_of
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.region import Paper

_WORK = ("schema", "blank", "key_in", "profile_form", "profile_csv")
"""What can be asked for, one at a time."""


def questionnaire_command(words: Catalogue) -> click.Command:
    """Make the command."""

    def text(key: str) -> str:
        return words.text(f"cli.forms.option.{key}")

    return command(
        "questionnaire",
        _questionnaire,
        words,
        option("--schema", words.text("cli.questionnaire.option.schema"), is_flag=True),
        option("--blank", text("blank"), type=NamedPath(), metavar="FILE.pdf"),
        option("--key-in", text("key_in"), type=NamedPath(), metavar="OUT.json"),
        option("--full", text("full"), is_flag=True),
        option("--profile-form", text("profile_form"), type=NamedPath(), metavar="FILE.pdf"),
        option("--profile-csv", text("profile_csv"), type=NamedPath(), metavar="FILE.csv"),
        paper_option(text("paper")),
        option("--large-print", words.text("cli.checklist.option.large"), is_flag=True),
        option("--airy", words.text("cli.checklist.option.airy"), is_flag=True),
        option("--language", text("language"), metavar="TAG"),
        option("--region", text("region"), metavar="CODE"),
    )


def _questionnaire(
    invocation: Invocation,
    language: str | None,
    region: str | None,
    full: bool,
    **asked: Any,
) -> int:
    work = [name for name in _WORK if asked[name]]
    if len(work) != 1:
        raise usage_error(invocation.words.text("cli.questionnaire.what"))
    if work == ["schema"]:
        return _print_schema()
    _speak(invocation, language, region)
    target: Path = asked[work[0]]
    if work == ["key_in"]:
        from matcher.cli.key_in import key_in

        return key_in(target, invocation.words, is_full=full)
    for written in _written(work[0], target, invocation.words, full, asked):
        say_of(written, invocation.words.text("cli.saved", file=str(written)))
    return 0


def _print_schema() -> int:
    from matcher.questionnaire.loader import load_questionnaire
    from matcher.questionnaire.schema import answers_schema

    print_json(answers_schema(load_questionnaire()))
    return 0


def _written(
    work: str, target: Path, words: Catalogue, full: bool, asked: Mapping[str, Any]
) -> tuple[Path, ...]:
    from matcher.document import Edition
    from matcher.services.sheets import forms

    if work == "profile_csv":
        return forms.write_profile_csv(target, words)
    paper: Paper | None = asked["paper"]
    edition = Edition(is_large=asked["large_print"], is_airy=asked["airy"])
    if work == "profile_form":
        return (forms.write_profile_form(target, words, paper=paper, edition=edition),)
    return (
        forms.write_blank_questionnaire(target, words, is_full=full, paper=paper, edition=edition),
    )


def _speak(invocation: Invocation, language: str | None, region: str | None) -> None:
    from matcher.questionnaire.loader import load_questionnaire

    words = invocation.words
    known_regions = load_questionnaire().regions
    if region is not None and region not in known_regions:
        known = ", ".join(known_regions)
        raise usage_error(words.text("form.unknown_region", name=region, known=known))
    spoken = words.language if language is None else known_language(language, words)
    invocation.speak(spoken, region or "")
