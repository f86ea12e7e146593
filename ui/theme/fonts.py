"""The bundled letters: Atkinson Hyperlegible, and Noto Sans for scripts it does not have."""

from importlib.resources import as_file, files

from PySide6.QtGui import QFont, QFontDatabase

from matcher.errors import Message, ResourceError

FAMILY = "Atkinson Hyperlegible"

_FIRST = (
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
)
_OTHER_SCRIPTS = (
    ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
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
    font = QFont([FAMILY, "Noto Sans", "Noto Sans Arabic"])
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _load(faces: tuple[tuple[str, str], ...]) -> None:
    for package, name in faces:
        with as_file(files(package) / "files" / name) as path:
            if QFontDatabase.addApplicationFont(str(path)) == -1:
                raise ResourceError(Message("error.resource.font", file=name))
