from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from ui.application import make_application
from ui.theme.motion import fade_ms, fold_ms, set_moving, system_moves


def _hints(wish: str) -> SimpleNamespace:
    """Return what Qt tells from 6.12 on."""
    accessibility = SimpleNamespace(motionPreference=lambda: SimpleNamespace(name=wish))
    return SimpleNamespace(accessibility=lambda: accessibility)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    app = make_application()
    yield app
    set_moving(app, moves=False)


def test_motion_when_things_may_move_then_it_lasts_as_the_tokens_say(app: QApplication) -> None:
    set_moving(app, moves=True)

    assert (fade_ms(), fold_ms()) == (120, 160)


def test_motion_when_nothing_may_move_then_everything_is_at_once(app: QApplication) -> None:
    set_moving(app, moves=False)

    assert (fade_ms(), fold_ms()) == (0, 0)


@pytest.mark.parametrize(
    ("wish", "moves"), [("ReducedMotion", False), ("NoPreference", True)], ids=["less", "nothing"]
)
def test_system_when_it_asks_for_less_motion_then_nothing_moves(
    app: QApplication, monkeypatch: pytest.MonkeyPatch, wish: str, moves: bool
) -> None:
    monkeypatch.setattr(type(app), "styleHints", lambda _app: _hints(wish))

    assert system_moves(app) is moves
