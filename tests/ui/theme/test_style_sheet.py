import re

import pytest

from ui.theme.style_sheet import make_style_sheet
from ui.theme.tokens import PaletteName, text_sizes, tokens


@pytest.mark.parametrize("palette", PaletteName)
@pytest.mark.parametrize("text_size", text_sizes())
def test_style_sheet_when_made_then_nothing_is_left_to_fill_in(
    palette: PaletteName, text_size: int
) -> None:
    sheet = make_style_sheet(tokens(palette, text_size))

    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_style_sheet_when_made_then_every_colour_is_a_token() -> None:
    now = tokens(PaletteName.LIGHT)
    allowed = {getattr(now.colours, name) for name in now.colours.__slots__}

    assert {*re.findall(r"#[0-9A-Fa-f]{6}", make_style_sheet(now))} <= allowed


def test_style_sheet_when_made_then_nothing_fades_from_one_colour_to_another() -> None:
    assert "gradient" not in make_style_sheet(tokens(PaletteName.LIGHT))


def test_style_sheet_when_a_button_has_the_focus_then_the_ring_alone_shows_it() -> None:
    assert "QPushButton:focus { outline: none; }" in make_style_sheet(tokens(PaletteName.LIGHT))
