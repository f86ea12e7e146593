"""The bundled letters: Atkinson Hyperlegible, and Noto Sans for scripts it does not have."""

from functools import cache
from importlib.resources import as_file, files

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from matcher.errors import Message, ResourceError

FAMILY = "Atkinson Hyperlegible"

_CODE_SIZE = 0.94
"""Size of letters of one width, which look larger than others, beside those of the text."""

_FIRST = (
    ("fontpkg_atkinson_hyperlegible", "files/AtkinsonHyperlegible-Regular.ttf"),
    ("fontpkg_atkinson_hyperlegible", "files/AtkinsonHyperlegible-Bold.ttf"),
)
_OTHER_SCRIPTS = (
    ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"),
    ("fontpkg_noto_sans_arabic", "files/NotoSansArabic[wdth,wght].ttf"),
    ("noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"),
)


def load_fonts() -> None:
    """Load the letters of the first page.

    Raises
    ------
    ResourceError
        When a font is missing: without it Qt would draw boxes and say nothing.
    """
    _load(_FIRST)


def load_other_scripts() -> None:
    """Load the letters of names in other scripts; they are not needed for the first page."""
    _load(_OTHER_SCRIPTS)


def text_font(pixels: int) -> QFont:
    """Return the font that text of this size is set in."""
    font = QFont([FAMILY, "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC"])
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def code_font(pixels: int) -> QFont:
    """Return the font that words to type are set in: the system's own, as no bundled one is for it.

    Where a system has none, the letters of the text stand in for it.
    """
    # What it is called may stand for another one, as "monospace" does.
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    font = QFont(
        [*([system.family()] if system.fixedPitch() else ()), *text_font(pixels).families()]
    )
    font.setPixelSize(round(pixels * _CODE_SIZE))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def _load(faces: tuple[tuple[str, str], ...]) -> None:
    """Load faces once a process: Qt would keep a second copy of what it is given again."""
    for package, name in faces:
        with as_file(files(package) / name) as path:
            if QFontDatabase.addApplicationFont(str(path)) == -1:
                raise ResourceError(Message("error.resource.font", file=path.name))
