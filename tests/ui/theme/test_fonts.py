from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QTextLayout

from matcher.bundled import bundled, bundled_toml
from matcher.errors import ResourceError
from matcher.i18n import languages
from ui.theme import fonts
from ui.theme.fonts import FAMILY, code_font, load_fonts, load_other_scripts, text_font


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(_strings(part) for part in value.values())


def _letters(language: str) -> set[str]:
    files = [
        entry.name
        for entry in bundled("translations", language).iterdir()
        if entry.name.endswith(".toml")
    ]
    texts = chain.from_iterable(
        _strings(bundled_toml("translations", language, name)) for name in files
    )
    return {letter for text in texts for letter in text if not letter.isspace()}


def test_fonts_when_loaded_then_text_is_set_in_the_bundled_family(qapp: object) -> None:
    load_fonts()

    assert FAMILY in QFontDatabase.families()
    assert text_font(18).families()[0] == FAMILY
    assert text_font(18).pixelSize() == 18


def test_code_when_the_system_has_letters_of_one_width_then_it_is_set_in_them(
    qapp: object,
) -> None:
    load_fonts()
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    font = code_font(18)

    assert QFontInfo(font).fixedPitch() == system.fixedPitch()
    assert font.families()[-1] == text_font(18).families()[-1]


@pytest.mark.parametrize("language", languages())
def test_fonts_when_all_texts_are_read_then_no_letter_is_a_box(qapp: object, language: str) -> None:
    load_fonts()
    load_other_scripts()
    metrics = [QFontMetrics(QFont(family)) for family in text_font(18).families()]

    boxes = {
        letter
        for letter in _letters(language)
        if not any(one.inFontUcs4(ord(letter)) for one in metrics)
    }

    assert boxes == set()


@pytest.mark.parametrize(
    ("name", "family"),
    [
        pytest.param("Żółć Ñandú", {FAMILY}, id="polish-spanish"),
        pytest.param("Trần Thị Ngọc Ánh", {FAMILY, "Noto Sans"}, id="vietnamese"),
        pytest.param("Иван Ψαρός", {FAMILY, "Noto Sans"}, id="cyrillic-greek"),
        pytest.param("نادية الحداد", {FAMILY, "Noto Sans Arabic"}, id="arabic"),
        pytest.param("王小明 歐陽菲菲", {FAMILY, "Noto Sans CJK SC"}, id="chinese"),
        pytest.param("山田 はなこ 박지성", {FAMILY, "Noto Sans CJK SC"}, id="japanese-korean"),
    ],
)
def test_fonts_when_a_name_is_drawn_then_the_bundled_letters_are_enough(
    qapp: object, name: str, family: set[str]
) -> None:
    load_fonts()
    load_other_scripts()
    layout = QTextLayout(name, text_font(18))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    runs = layout.glyphRuns()

    assert {run.rawFont().familyName() for run in runs} <= family
    assert all(glyph for run in runs for glyph in run.glyphIndexes())


def test_fonts_when_one_is_no_font_then_it_fails_and_names_it(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_FIRST", (("fontpkg_atkinson_hyperlegible", "LICENSE"),))

    with pytest.raises(ResourceError) as caught:
        load_fonts()

    assert caught.value.messages[0].params["file"] == "LICENSE"
