"""A whole sitting in the real window by somebody who only hears roles and names."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from support.source import ROOT

from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire

_SYSTEM_PYTHON = Path("/usr/bin/python3")
_CLIENT = ROOT / "tests" / "support" / "at_spi_client.py"
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0')"

Step = list[str]

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]


@pytest.fixture
def client(x_screen: Mapping[str, str]) -> Mapping[str, str]:
    """Give the environment in which the system's Python can read windows."""
    has_bindings = (
        _SYSTEM_PYTHON.exists()
        and subprocess.run(
            [_SYSTEM_PYTHON, "-c", _BINDINGS], capture_output=True, check=False
        ).returncode
        == 0
    )
    if not has_bindings:
        reason = "NO SCREEN READER: python3-pyatspi not found; run `sh .ci/setup test`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return x_screen


@pytest.fixture
def window(client: Mapping[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**client, "RAPPORT_DATA_DIR": str(tmp_path), "PYTHONFAULTHANDLER": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "ui"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    gone = process.poll()
    process.terminate()
    _, said = process.communicate(timeout=10)
    assert gone is None, f"the window went away with {gone}: {said}"


def _item_pages(words: Catalogue) -> Iterator[Step]:
    """Answer some pages and pass the others, knowing them by their headings."""
    following = ["press", "push button", words.text("screen.common.next")]
    answers = {
        "participants": [
            ["press", "radio button", words.text("term.participants.me")],
            ["checked", "radio button", words.text("term.participants.me")],
            ["press", "radio button", words.text("term.age_bands.26-64")],
        ],
        "formats": [
            ["press", "check box", words.text("term.formats.video")],
            ["checked", "check box", words.text("term.formats.video")],
        ],
        "place": [["type", "text", words.text("screen.place.postcode_us"), "97758"]],
        "times": [
            [
                "press",
                "check box",
                words.text(
                    "screen.times.cell",
                    day=words.text("fact.day.mon"),
                    part=words.text("term.day_part.evening"),
                    mark=words.text("screen.times.no"),
                ),
            ]
        ],
        "fee": [["press", "check box", words.text("item.fee.free")]],
        "style_steer": [["press", "radio button", words.text("item.style_steer.step.m2")]],
        "issues": [["press", "check box", words.text("term.issues.worry")]],
    }
    for page in load_questionnaire().pages:
        if page.id == load_questionnaire().pause_before:
            yield ["press", "push button", words.text("screen.pause.here")]
        heading = "heading_online" if page.id == "place" else "heading"
        yield ["see", "heading", words.text(f"item.{page.items[0]}.{heading}")]
        yield from answers.get(page.id, [])
        yield following


def _sitting(words: Catalogue) -> Iterator[Step]:
    yield ["see", "heading", words.text("screen.welcome.heading")]
    yield ["press", "push button", words.text("screen.welcome.start")]
    yield ["see", "heading", words.text("screen.comfort.heading")]
    yield ["press", "push button", words.text("screen.common.next")]
    yield from _item_pages(words)
    yield ["see", "heading", words.text("screen.priorities.heading")]
    yield ["press", "check box", words.text("screen.group.style")]
    yield ["press", "push button", words.text("screen.common.next")]
    yield ["see", "heading", words.text("screen.review.heading")]
    yield ["see", "label", words.text("item.style_steer.step.m2")]
    yield from _more(words)
    yield from _hidden(words)
    yield ["see", "heading", words.text("screen.review.heading")]


def _more(words: Catalogue) -> Iterator[Step]:
    """Answer an item beyond the express path, and come back."""
    name = words.text("item.feedback.name")
    yield ["press", "push button", words.text("screen.more.heading")]
    yield ["see", "heading", words.text("screen.more.heading")]
    yield ["press", "push button", words.text("screen.answers.answer_item", name=name)]
    yield ["see", "heading", words.text("item.feedback.heading")]
    yield ["press", "radio button", words.text("term.feedback.every_time")]
    yield ["checked", "radio button", words.text("term.feedback.every_time")]
    yield ["press", "push button", words.text("screen.common.back")]
    yield ["see", "label", words.text("term.feedback.every_time")]
    yield ["press", "push button", words.text("screen.more.done")]


def _hidden(words: Catalogue) -> Iterator[Step]:
    """Hide the screen, and bring it back without holding anything."""
    yield ["press", "push button", words.text("screen.window.hide")]
    yield ["see", "label", words.text("screen.hide.by_hold")]
    yield ["gone", "heading", words.text("screen.review.heading")]
    yield ["gone", "label", words.text("item.style_steer.step.m2")]
    yield ["gone", "push button", words.text("screen.window.help")]
    yield ["press", "push button", words.text("screen.hide.hold")]
    yield ["press", "push button", words.text("screen.hide.show")]


def _weighed(words: Catalogue) -> Iterator[Step]:
    """Let a group count for more, hear what moved, and take it back."""
    style = words.text("screen.group.style")
    yield ["press", "check box", words.text("results.numbers.open")]
    yield ["see", "slider", style]
    yield ["press", "push button", words.text("results.weights.more", name=style)]
    yield ["press", "push button", words.text("results.weights.back")]
    yield ["press", "check box", words.text("results.numbers.open")]


def _compared(words: Catalogue) -> Iterator[Step]:
    """Choose two people and look at them side by side."""
    choose = words.text("results.choose_for", name="")
    yield ["press", "check box", choose]
    yield ["see", "label", words.text("results.chosen_count", n=1, most=3)]
    yield ["press", "check box", choose]
    yield ["see", "label", words.text("results.chosen_count", n=2, most=3)]
    yield ["press", "push button", words.text("results.compare")]
    yield ["see", "heading", words.text("compare.title")]
    yield ["press", "push button", words.text("screen.common.back")]


def _sheets(words: Catalogue, target: Path) -> Iterator[Step]:
    """From the answers to the list, choose whoever comes first, and save the sheets."""
    yield ["press", "push button", words.text("screen.review.go")]
    yield from _weighed(words)
    yield ["press", "check box", words.text("results.why.open_for", name="X").partition("X")[0]]
    yield ["see", "label", words.text("results.why.needs")]
    yield from _compared(words)
    yield ["press", "push button", words.text("results.next")]
    yield ["see", "heading", words.text("checklist.heading")]
    yield ["press", "push button", words.text("checklist.save.pdf")]
    yield ["type", "text", words.text("checklist.dialog.name"), str(target)]
    yield ["press", "push button", words.text("checklist.dialog.accept")]
    yield [
        "see",
        "label",
        words.text("checklist.saved", file=target.name, folder=target.parent.name),
    ]


def _run(client: Mapping[str, str], steps: Iterator[Step], *, keys: bool = False) -> str:
    plan = {"application": "Rapport", "steps": [*steps], "keys": keys}
    done = subprocess.run(
        [_SYSTEM_PYTHON, "-W", "ignore", _CLIENT],
        env=dict(client),
        input=json.dumps(plan),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("language", "by_keys"),
    [
        pytest.param("en", (False, False), id="en-screen-reader"),
        # Whole sittings by keys alone are tests of their own, without a display.
        pytest.param("es", (False, True), id="es-both", marks=pytest.mark.long),
        pytest.param("en", (True, True), id="en-keys", marks=pytest.mark.long),
        pytest.param("es", (True, True), id="es-keys", marks=pytest.mark.long),
    ],
)
def test_sitting_when_only_roles_and_names_are_known_then_it_can_be_finished(
    window: subprocess.Popen[str],
    client: Mapping[str, str],
    language: str,
    by_keys: tuple[bool, bool],
    tmp_path: Path,
) -> None:
    english, words = Catalogue(), Catalogue(language)
    first = [
        ["see", "heading", english.text("screen.welcome.heading")],
        ["press", "radio button", words.text(f"screen.language.{language}")],
    ]

    seen = _run(client, iter([*first, *_sitting(words)]), keys=by_keys[0])

    assert words.text("term.formats.video") in seen
    assert words.text("fact.free") in seen

    target = tmp_path / "notes.pdf"
    _run(client, _sheets(words, target), keys=by_keys[1])

    assert target.read_bytes().startswith(b"%PDF")
    assert window.poll() is None


def test_help_when_pressed_then_its_numbers_are_said(
    window: subprocess.Popen[str], client: Mapping[str, str]
) -> None:
    words = Catalogue()

    seen = _run(
        client,
        iter(
            [
                ["press", "push button", words.text("screen.window.help")],
                ["see", "heading", words.text("crisis.panel.title")],
            ]
        ),
    )

    assert "label: 988" in seen
