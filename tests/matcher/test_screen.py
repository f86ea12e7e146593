import errno
import socket
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from matcher.screen import has_screen, screen_answers, screen_name, why_no_window

_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="screens of Linux")


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
    assert screen_answers({"DISPLAY": ":0"})


def test_screen_when_named_then_its_name_can_be_said() -> None:
    assert screen_name({"DISPLAY": ":0", "HOME": "/"}) == "DISPLAY=:0"
    assert screen_name({}) == ""


@_on_linux
@pytest.mark.parametrize("name", [":65432", "unix:65432.0"])
def test_screen_when_nobody_takes_connections_there_then_it_is_gone(name: str) -> None:
    assert not screen_answers({"DISPLAY": name})
    assert not screen_answers({"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"})


@_on_linux
def test_screen_when_x_takes_connections_then_it_is_there() -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X65432")
        server.listen()
        assert screen_answers({"DISPLAY": ":65432"})

    assert not screen_answers({"DISPLAY": ":65432"})


@_on_linux
def test_screen_when_as_many_wait_for_it_as_may_then_it_is_only_busy() -> None:
    with ExitStack() as opened:
        door = "\0/tmp/.X11-unix/X65433"
        server = opened.enter_context(socket.socket(socket.AF_UNIX))
        server.bind(door)
        server.listen(0)
        said = 0
        while not said:
            client = opened.enter_context(socket.socket(socket.AF_UNIX))
            client.setblocking(False)
            said = client.connect_ex(door)

        assert said == errno.EAGAIN
        assert screen_answers({"DISPLAY": ":65433"})


@_on_linux
def test_screen_when_wayland_takes_connections_then_it_is_there(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not screen_answers(environ)

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-1"))
        server.listen()
        assert screen_answers({**environ, "DISPLAY": ":65432"})
        assert not screen_answers({**environ, "DISPLAY": ":65432", "QT_QPA_PLATFORM": "xcb"})


@_on_linux
def test_screen_when_qt_is_told_to_take_wayland_then_its_usual_name_is_asked(
    tmp_path: Path,
) -> None:
    environ = {"QT_QPA_PLATFORM": "wayland-egl;xcb:x=1", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not screen_answers(environ)

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        assert screen_answers(environ)


@_on_linux
def test_screen_when_qt_is_told_to_take_x_and_none_is_named_then_there_is_none() -> None:
    assert not screen_answers({"QT_QPA_PLATFORM": "xcb"})


def test_screen_when_no_window_can_be_opened_then_the_sentence_names_what_is_set() -> None:
    assert why_no_window({"DISPLAY": ":7"}).params == {"screen": "DISPLAY=:7"}
    assert why_no_window({}).key == "screen.start.no_display"


@pytest.mark.parametrize(
    "environ",
    [
        pytest.param({"QT_QPA_PLATFORM": "nonsense;xcb"}, id="one is not known"),
        pytest.param({"QT_QPA_PLATFORM": "wayland", "WAYLAND_SOCKET": "7"}, id="handed down"),
        pytest.param({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":65432"}, id="unseen"),
        pytest.param({"DISPLAY": "elsewhere:0"}, id="another computer"),
        pytest.param({}, id="not named"),
    ],
)
def test_screen_when_nobody_can_tell_then_it_is_taken_for_there(environ: dict[str, str]) -> None:
    assert screen_answers(environ)


@_on_linux
def test_screen_when_too_much_is_open_to_ask_then_it_is_taken_for_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EMFILE, "too many files")

    monkeypatch.setattr("matcher.screen.socket.socket", refuse)

    assert screen_answers({"DISPLAY": ":65432"})
