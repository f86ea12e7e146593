"""What every test starts from: a home of its own, no screen, no network, and silence.

Files under ``tests`` are no packages: there is no ``__init__.py``, and pytest imports each by its
path (``--import-mode=importlib``), so that ``tests/matcher`` never hides ``matcher``. What several
tests share lies in ``tests/support`` and is imported as ``support.<module>``, for instance
``from support.builders import make_profile``: ``pythonpath`` in ``pyproject.toml`` holds
``tests``, and a real package such as ``matcher`` wins over a folder of the same name.

A test that needs a window on a real display asks for ``x_screen`` and starts the program as a
process in the environment it is given; Qt in this process paints offscreen.
"""

import gc
import inspect
import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from support.dead_workers import DeadWorkers, note_in_file
from support.importing import ReadingHere

from matcher import log
from matcher.services.intake import limited_reading
from matcher.trace import OURS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from support.servers import Server

os.environ["LC_ALL"] = "C.UTF-8"
# Two threads were three times slower than one on arrays of this size.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "RAPPORT_DATABASE", "WAYLAND_DISPLAY"):
    os.environ.pop(_name, None)

settings.register_profile("here", deadline=None, max_examples=20)
settings.register_profile("thorough", deadline=None, max_examples=400)
# A check of a commit must not depend on luck; new examples are sought on the developers' machines.
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event == "socket.connect" and isinstance(args[1], tuple):
        host = str(args[1][0])
        if host not in {"127.0.0.1", "::1", "localhost"}:
            raise PermissionError(f"The program has no network code, but connects to {host}")


sys.addaudithook(_refuse_network)


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the whole run a home folder nobody has written to."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name, folder in {
            "XDG_CACHE_HOME": ".cache",
            "XDG_CONFIG_HOME": ".config",
            "XDG_DATA_HOME": ".local/share",
            "XDG_RUNTIME_DIR": ".runtime",
            "XDG_STATE_HOME": ".local/state",
        }.items():
            (home / folder).mkdir(parents=True, mode=0o700)
            patch.setenv(name, str(home / folder))
        yield home


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let a run in several processes say at its end where one stood that died."""
    if hasattr(config, "workerinput"):
        note_in_file(config, config.workerinput)
    else:
        config.pluginmanager.register(DeadWorkers())


_MAKE_ROLES = frozenset({"clinic", "which"})
"""Fixtures of those that make roles on a server."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let tests that make roles run one after the other: a name is that of the whole server."""
    if _MAKE_ROLES & {*getattr(item, "fixturenames", ())}:
        item.add_marker(pytest.mark.xdist_group("roles"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the sittings on a real display: a minute each, they kept one core waiting."""
    items.sort(key=lambda item: item.get_closest_marker("screen") is None)


def pytest_collection_finish() -> None:
    """Let Python's collector leave alone what is there for good: all tests, and what they use."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say by itself that no server was there: among many that are skipped nobody would see it."""
    reasons = (str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", ()))
    for reason in sorted({reason for reason in reasons if " POSTGRESQL" in reason}):
        terminalreporter.section(reason.removeprefix("Skipped: "), "!", red=True, bold=True)


_NUMBERS = count()


@pytest.fixture(autouse=True)
def data_dir(
    request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Name a folder for the program's own data that is this test's only; not made yet.

    It lies in the folder of the test where that has one: most have no use for either.
    """
    folder = home.with_name(f"rapport-data-{next(_NUMBERS)}")
    if "tmp_path" in request.fixturenames:
        folder = request.getfixturevalue("tmp_path") / "rapport-data"
    monkeypatch.setenv("RAPPORT_DATA_DIR", str(folder))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def _reading_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be read in this process, but for tests of what holds only in one of its own."""
    if request.node.get_closest_marker("apart") is None:
        monkeypatch.setattr(limited_reading, "_Reading", ReadingHere)


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """Let what a test asked of the log end with it: another one reads what is printed."""
    noting = [logging.getLogger(name) for name in (*OURS, "sqlalchemy")]
    levels = [each.level for each in noting]
    yield
    log.stop()
    for each, level in zip(noting, levels, strict=True):
        if each.level != level:
            each.setLevel(level)


@pytest.fixture
def kept() -> list[object]:
    """Hold widgets until Qt has deleted them.

    Those that only refer to each other are else taken apart by Python's collector, at any moment
    and in any order, and PySide crashes on a child whose parent is gone.
    """
    return []


@pytest.fixture
def qtbot(qtbot: "QtBot", kept: list[object]) -> "QtBot":
    """Give a robot that keeps the widgets it will close; by itself it holds them weakly."""
    add = qtbot.addWidget

    def add_and_keep(widget: "QWidget", **how: "Callable[[QWidget], None]") -> None:
        kept.append(widget)
        add(widget, **how)

    qtbot.addWidget = add_and_keep
    return qtbot


@pytest.fixture(autouse=True)
def _delete_widgets(request: pytest.FixtureRequest, kept: list[object]) -> Iterator[None]:
    """Carry out ``deleteLater`` after each Qt test, so that no widget lives into the next."""
    yield
    if {"qapp", "qtbot"} & {*request.fixturenames}:
        from PySide6.QtCore import QCoreApplication, QEvent

        for _ in range(2):  # what goes when another has gone is told so only then
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept.clear()


@pytest.fixture(autouse=True)
def _no_warnings_logged(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail a test that logs a warning, unless it reads the log itself."""
    yield
    if "caplog" not in inspect.signature(request.function).parameters:
        warnings = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
        assert not warnings, "\n".join(f"{r.name}: {r.getMessage()}" for r in warnings)


@pytest.fixture(scope="session")
def newest_server() -> "Iterator[Server]":
    """Give a PostgreSQL of the newest version there is, the same one to all tests of a process."""
    from support.servers import NO_SERVER, installed, running

    if not installed():
        pytest.skip(NO_SERVER)
    with running(installed()[-1]) as server:
        yield server


@pytest.fixture(scope="session")
def oldest_server() -> "Iterator[Server]":
    """Give one of the oldest version, where there are two."""
    from support.servers import NO_OTHER_SERVER, installed, running

    if len(installed()) < 2:
        pytest.skip(NO_OTHER_SERVER)
    with running(installed()[0]) as server:
        yield server


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> "Server":
    """Give a PostgreSQL, the newest unless the test was asked to take the oldest."""
    which: Server = request.getfixturevalue(f"{getattr(request, 'param', 'newest')}_server")
    return which


@pytest.fixture
def clinic(server: "Server") -> "Iterator[str]":
    """Give the address of an empty database, on a server where nobody made roles."""
    with server.clinic() as address:
        yield address


@pytest.fixture(scope="session")
def x_screen(home: Path) -> Iterator[Mapping[str, str]]:
    """Start a virtual screen with a window manager; give the environment to run programs in.

    Where its programs are not installed the test is skipped, saying which; on a machine that
    checks commits it fails, because there `.ci/setup` has installed them.
    """
    from support.screen import missing_programs, virtual_screen

    if missing := missing_programs():
        reason = f"NO VIRTUAL SCREEN: {', '.join(missing)} not found; run `sh .ci/setup test`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with virtual_screen(home) as environment:
        yield environment


@pytest.fixture(scope="module")
def bare_x_screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """Start a virtual screen as under a kiosk, with nothing on it; skipped or failing as above."""
    from support.screen import bare_screen, missing_for_bare_screen

    if missing := missing_for_bare_screen():
        reason = f"NO VIRTUAL SCREEN: {', '.join(missing)} not found; run `sh .ci/setup test`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with bare_screen(tmp_path_factory.mktemp("kiosk")) as environment:
        yield environment
