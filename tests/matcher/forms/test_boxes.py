"""Long lists of boxes: in columns under their groups, in pieces that each say what they are."""

from itertools import pairwise

import pytest

from matcher.directory.week import DAYS, PARTS
from matcher.document import Questions, Section
from matcher.forms.boxes import form_document, grouped, times_table
from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire

_LONG = ("languages", "issues", "communities", "access", "payers", "approaches")


def _groups(name: str) -> tuple[Questions, ...]:
    item = load_questionnaire().item(name)
    return grouped(str(item.vocabulary), {code: code for code in item.options}, Catalogue())


@pytest.mark.parametrize("name", _LONG)
def test_groups_when_put_together_then_each_is_named_once_and_none_is_long(name: str) -> None:
    groups = _groups(name)
    names = [group.heading for group in groups if group.heading]

    assert groups[0].heading
    assert len(names) == len({*names})
    assert max(len(group.items) for group in groups) <= 8
    boxes = [box for group in groups for box in group.items]
    assert boxes == [*load_questionnaire().item(name).options]


@pytest.mark.parametrize("language", ["en", "es"])
def test_times_when_set_then_each_has_a_box_and_hours_stay_on_one_line(language: str) -> None:
    numbers = load_questionnaire().item("times").options
    words = Catalogue(language)
    table = times_table({code: n for n, code in enumerate(numbers, start=1)}, words)
    empty = times_table(None, words)

    assert table.kind == "ticks"
    assert len(table.headings) == 1 + len(DAYS)
    assert [row[1] for row in table.rows] == [str(n) for n in range(1, 1 + len(PARTS))]
    assert all(int(b) - int(a) == len(PARTS) for a, b in pairwise(table.rows[0][1:]))
    assert {cell for row in empty.rows for cell in row[1:]} == {""}
    for row in table.rows:
        _, _, hours = row[0].partition(", ")
        assert " " not in hours
        assert row[0].replace(chr(0xA0), " ") != hours


def test_form_document_when_made_then_it_says_its_language() -> None:
    document = form_document("T", (), (Section("", ()),), Catalogue("es"))

    assert (document.title, document.language) == ("T", "es")
    assert "{page}" in document.page
