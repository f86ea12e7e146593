import pytest

from matcher.screen import has_screen


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_screen_when_on_linux_then_one_is_there_once_it_is_named(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")

    assert has_screen({name: ":0"})
    assert not has_screen({name: "", "HOME": "/"})


def test_screen_when_elsewhere_then_there_always_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    assert has_screen({})
