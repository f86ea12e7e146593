"""Mistakes of other matching services that could only come in through a door: there is none."""

import hashlib
import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from support.builders import make_profile
from support.catalogues import texts
from support.commands import ANSWERS, SAMPLE, Rapport
from support.directories import MemoryDirectory, make_answers
from support.import_graph import all_imports
from support.sample import sample_people
from support.source import ROOT

from matcher.bundled import bundled_toml
from matcher.directory.field import FIELDS, STYLE_AXES
from matcher.directory.profile import Profile
from matcher.questionnaire.answers_file import read_answers
from matcher.questionnaire.item import ItemKind
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet
from matcher.questionnaire.schema import answers_schema
from matcher.scoring.criteria import load_criteria
from matcher.services.matching.match import match
from matcher.services.matching.result_document import result_document
from matcher.store.tables import METADATA


def _document(people: Sequence[Profile], answers: ResponseSet) -> dict[str, Any]:
    return result_document(match(MemoryDirectory(people), answers, seed=7))


def test_items_when_offered_then_they_hang_on_nobodys_answers() -> None:
    raw = bundled_toml("questionnaire", "preferences.toml")
    vocabularies = {item["vocabulary"] for item in raw["item"] if "vocabulary" in item}
    terms = [
        term
        for name in vocabularies
        for term in bundled_toml("vocabularies", f"{name}.toml")["term"]
    ]

    assert {key for item in raw["item"] for key in item} <= {
        "id", "section", "kind", "vocabulary", "options", "importance", "must", "private",
        "ranked", "starred", "limit", "own_words", "extensible", "scored", "days", "page",
    }  # fmt: skip
    assert {key for page in (*raw["page"], *raw["more"]) for key in page} == {"id", "items"}
    assert {key for term in terms for key in term} <= {
        "code", "group", "short", "synonyms", "broader", "answer_only", "days", "endonym", "from",
        "to", "minutes", "step", "min_age", "max_age",
    }  # fmt: skip
    assert not _keys(answers_schema(load_questionnaire())) & {
        "if", "then", "else", "dependentSchemas", "dependentRequired", "dependencies",
    }  # fmt: skip


def _keys(schema: object) -> set[str]:
    if isinstance(schema, dict):
        return {*schema}.union(*(_keys(part) for part in schema.values()))
    if isinstance(schema, list):
        return set().union(*(_keys(part) for part in schema))
    return set()


_OUTSIDE = re.compile(
    r"rating|stars|review|testimonial|retention|outcome|popular|click|views|likes|visits"
    r"|response_(rate|time)|paid|sponsor|promot|boost|rank|score"
)


def test_ratings_and_retention_when_looked_for_then_there_is_no_place_they_could_come_in() -> None:
    columns = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
    }
    criteria = {one.id for one in load_criteria().criteria}

    assert [name for name in (*FIELDS, *columns, *criteria) if _OUTSIDE.search(name)] == []
    assert criteria <= {item.id for item in load_questionnaire() if item.scored}


def test_choices_of_others_when_made_before_then_they_move_nobody(
    rapport: Rapport, data_dir: Path
) -> None:
    people = sample_people()
    answers = read_answers(ANSWERS)
    before = _document(people, answers)
    directory = MemoryDirectory(people)
    for item, value in (("style_steer", 2), ("goals", "emerge"), ("issues", ("panic",))):
        result_document(match(directory, make_answers(**{item: value}), seed=1))
    assert result_document(match(directory, answers, seed=7)) == before

    rapport("import", SAMPLE)
    told = rapport("match", ANSWERS, "--json", "--seed", 7).out
    profiles = _database(data_dir)
    for seed in (8, 9):
        rapport("match", ANSWERS, "--json", "--seed", seed)
    assert rapport("match", ANSWERS, "--json", "--seed", 7).out == told
    assert _database(data_dir) == profiles
    assert not [
        name
        for name in all_imports(
            "matcher.services.matching.match", "matcher.services.matching.result_document"
        )
        if name.startswith("matcher.learning")
    ]


@pytest.fixture
def rapport(capsys: pytest.CaptureFixture[str]) -> Rapport:
    return Rapport(capsys)


def _database(folder: Path) -> dict[str, str]:
    files = sorted(
        path for path in folder.rglob("*") if path.suffix in {".db", ".sqlite", ".sqlite3"}
    )
    assert files
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


_INSTALLED = {
    "pyside6-essentials", "sqlalchemy", "alembic", "babel", "click", "numpy", "pikepdf",
    "cryptography", "filelock", "keyring", "psycopg", "sqlcipher3", "tomlkit",
    "platformdirs", "wcwidth", "argon2-cffi", "python-calamine", "rapidfuzz", "xlsxwriter",
    "pypdfium2", "reportlab", "scikit-learn", "segno", "zipcodes", "fontpkg-atkinson-hyperlegible",
    "fontpkg-noto-sans", "fontpkg-noto-sans-arabic", "markdown-it-py", "noto-cjk-sans-otc",
}  # fmt: skip


def test_language_models_when_looked_for_then_nothing_could_ask_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[\[<>=~! ]", line)[0].lower() for line in project["dependencies"]}
    outside = {
        name.partition(".")[0]
        for name in all_imports("matcher.scoring", "matcher.ranking", "matcher.preferences")
    }

    assert names <= _INSTALLED
    assert not project.get("optional-dependencies")
    assert outside & {"http", "urllib", "socket", "ssl", "subprocess", "asyncio"} == set()
    assert outside - sys.stdlib_module_names <= {
        "matcher",
        "resources",
        "numpy",
        "pikepdf",
        "zipcodes",
    }


_SYMPTOMS = re.compile(
    r"phq|gad-?7|\bscale\b|severity|diagnos|symptom|over the last two weeks|bothered by",
    re.IGNORECASE,
)


def test_symptom_scales_when_looked_for_then_no_item_could_be_one() -> None:
    questionnaire = load_questionnaire()
    asked = {
        key: text
        for key, text in texts("en").items()
        if key.startswith("item.") and key.endswith((".name", ".heading", ".prompt"))
    }

    assert {*ItemKind} == {
        "choice", "choices", "axis", "place", "times", "money", "people", "text",
    }  # fmt: skip
    assert {item.id for item in questionnaire if item.kind is ItemKind.AXIS} == {*STYLE_AXES}
    assert not [item.id for item in questionnaire if _SYMPTOMS.search(item.id)]
    assert asked
    assert not [key for key, text in asked.items() if _SYMPTOMS.search(text)]


@pytest.mark.parametrize("code", ["hurting_myself", "not_being_alive"])
def test_hard_issues_when_chosen_then_they_weigh_and_count_as_any_other(code: str) -> None:
    people = [
        make_profile("p-1", accepting="yes", issues=f"{code}:focus;sleep:focus"),
        make_profile("p-2", accepting="yes", issues="anger:some"),
    ]

    hard, other = (_document(people, make_answers(issues=(chosen,))) for chosen in (code, "sleep"))

    assert _without_words(hard) == _without_words(other)


def _without_words(document: dict[str, Any]) -> list[Sequence[object]]:
    return [
        document["criteria"],
        document["groups"],
        *(
            [result[key] for key in ("profile", "group", "rank", "score", "high", "requirements")]
            for result in document["results"]
        ),
    ]
