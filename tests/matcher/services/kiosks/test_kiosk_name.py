import platform

import pytest

from matcher.services.kiosks.kiosk_name import kiosk_name
from matcher.services.settings.options import LONGEST_NAME, OPTIONS


@pytest.fixture(autouse=True)
def _computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "node", lambda: "front-desk")


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        pytest.param("Hall, 2nd floor", "Hall, 2nd floor", id="chosen"),
        pytest.param("", "front-desk", id="computer"),
        pytest.param(" \t\n", "front-desk", id="blank"),
        pytest.param("Hall\n\x1b[2J\u202eleft", "Hall [2Jleft", id="signs that steer"),
        pytest.param("ñ" * 99, "ñ" * LONGEST_NAME, id="long"),
    ],
)
def test_kiosk_when_named_then_the_name_is_one_line_that_can_be_shown(
    chosen: str, name: str
) -> None:
    assert kiosk_name(chosen) == name
    assert OPTIONS["kiosk_name"].read(kiosk_name(chosen)) == name


def test_kiosk_when_neither_it_nor_its_computer_has_a_name_then_it_is_a_kiosk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platform, "node", lambda: "")

    assert kiosk_name("") == "kiosk"
