import pytest
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.print_parts import PrintParts


@pytest.fixture
def parts(qtbot: QtBot) -> PrintParts:
    parts = PrintParts()
    qtbot.addWidget(parts)
    parts.say(Language("en"))
    parts.show()
    return parts


@pytest.mark.parametrize(
    ("step", "seen"),
    [
        ("ready", {"copy"}),
        ("printing", {"cancel", "progress"}),
        ("asked", {"yes", "no"}),
        ("out", set()),
        ("again", {"all_again", "from_page", "earlier", "later", "copy"}),
        ("stuck", {"try_again", "copy"}),
    ],
)
def test_parts_when_at_a_step_then_only_what_belongs_to_it_is_seen(
    parts: PrintParts, step: str, seen: set[str]
) -> None:
    parts.set_count(4, is_two_sided=False)

    parts.show_step(step)

    names = ("copy", "cancel", "progress", "yes", "no", "all_again", "from_page", "earlier")
    names = (*names, "later", "try_again")
    assert {name for name in names if getattr(parts, name).isVisible()} == seen


@pytest.mark.parametrize(
    ("is_two_sided", "way"), [(False, [2, 3, 4, 5, 5]), (True, [3, 5, 5])], ids=["one", "both"]
)
def test_page_when_turned_then_it_is_one_that_a_sheet_of_paper_begins_with(
    parts: PrintParts, is_two_sided: bool, way: list[int]
) -> None:
    parts.set_count(5, is_two_sided=is_two_sided)

    seen = [parts.page]
    for _ in way[1:]:
        parts.later.click()
        seen.append(parts.page)

    assert seen == way
    for _ in way:
        parts.earlier.click()
    assert parts.page == way[0]


def test_set_count_when_there_is_one_page_then_there_is_no_other_to_begin_with(
    parts: PrintParts,
) -> None:
    parts.set_count(1, is_two_sided=False)
    parts.show_step("again")

    assert parts.from_page.isHidden()
    assert parts.all_again.isVisible()
