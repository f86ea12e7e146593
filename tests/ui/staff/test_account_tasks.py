import pytest
from pytestqt.qtbot import QtBot
from support.window import show

from ui.language import Language
from ui.staff.account_tasks import AccountTasks, Task


@pytest.mark.parametrize("task", [*Task])
def test_tasks_when_one_is_begun_then_only_what_it_asks_for_is_shown(
    qtbot: QtBot, words: Language, task: Task
) -> None:
    tasks = AccountTasks(words)
    qtbot.addWidget(tasks)
    show(tasks)
    tasks.show_task(task, "Ana")

    assert tasks.isVisible() == (task is not Task.NOTHING)
    shown = {part for part in (tasks.form, tasks.pin, tasks.card) if part.isVisible()}
    assert len(shown) == (task in {Task.ADD, Task.CHANGE, Task.PIN, Task.CODE})
    assert (tasks.first_focus() is not None) == bool(shown)
