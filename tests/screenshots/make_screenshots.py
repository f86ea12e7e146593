"""Pictures of every page in every look, contact sheets to judge them by, and those of the README.

    .venv/bin/python tests/screenshots/make_screenshots.py [--only WORDS] [--out FOLDER]

A look is one combination of language, palette, size of text and size of window; each is walked
through in a process that several looks share.
"""

import argparse
import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from PIL import Image  # noqa: E402
from PySide6.QtCore import QRect, QSize, Qt  # noqa: E402
from PySide6.QtGui import QColor, QImage, QPainter  # noqa: E402
from support.staff_walk import open_filled_staff, walk_staff  # noqa: E402
from support.walking import PORTRAIT, SMALL, USUAL, open_filled, walk  # noqa: E402

from ui.settings import Settings  # noqa: E402
from ui.theme.fonts import text_font  # noqa: E402
from ui.theme.tokens import PaletteName  # noqa: E402

OUT = ROOT / "build" / "screenshots"
README_PICTURES = ROOT / "resources" / "docs" / "pictures"

_PROCESSES = 2
_LOOKS_PER_PROCESS = 6
_TILE = QSize(620, 420)
_TALL_TILE = QSize(460, 850)
_ACROSS = 3
_DOWN = 3
_GAP = 12
_COLOURS = 64
_LABEL = 24


@dataclass(frozen=True, slots=True)
class Look:
    """One way the window can look."""

    language: str
    palette: PaletteName
    text_size: int
    width: int
    height: int

    @property
    def name(self) -> str:
        """Return what its folder is called."""
        return f"{self.language}-{self.palette.value}-{self.text_size}-{self.width}x{self.height}"

    @property
    def is_kiosk(self) -> bool:
        """Whether the window stands upright."""
        return self.height > self.width


LOOKS = tuple(
    Look(language, palette, text_size, size.width(), size.height())
    for language, palette, text_size, size in product(
        ("en", "ar-XB"), PaletteName, (100, 200), (SMALL, USUAL, PORTRAIT)
    )
)

_USUAL = "en-light-100-1280x800"

# What the README shows: the name of the file, the look, the page.
CHOSEN = {
    "times": (_USUAL, "times"),
    "pause": (_USUAL, "pause"),
    "results": (_USUAL, "results"),
    "results-numbers": (_USUAL, "results_numbers"),
    "compare": (_USUAL, "compare"),
    "checklist": (_USUAL, "checklist"),
    "style-high-contrast": ("en-contrast-200-1280x800", "style_steer"),
    "staff-map": (_USUAL, "staff_import_map"),
    "staff-twice": (_USUAL, "staff_twice"),
}


def shoot(look: Look, out: Path) -> int:
    """Write the pictures and contact sheets of a look; return how many pictures."""
    folder = out / look.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pictures = []
    for number, (page, image) in enumerate(_pages(look), start=1):
        pictures.append((f"{number:02d} {page}", image))
        _save(image, folder / f"{number:02d}-{page}.png")
        _keep_for_readme(look, page, image, out)
    for number, sheet in enumerate(_contact_sheets(look, pictures), start=1):
        _save(sheet, out / f"{look.name}-sheet-{number}.png")
    return len(pictures)


def _pages(look: Look) -> Iterator[tuple[str, QImage]]:
    """Show every page of the client's window and, where staff would use it, of theirs."""
    settings = Settings(
        look.language, text_size=look.text_size, is_kiosk=look.is_kiosk, own_words=not look.is_kiosk
    )
    size = QSize(look.width, look.height)
    with open_filled(settings, size, look.palette) as wiring:
        for page in walk(wiring):
            yield page, wiring.window.grab().toImage()
    if look.is_kiosk:
        return
    with (
        TemporaryDirectory() as folder,
        open_filled_staff(Path(folder), look.language, look.text_size, look.palette, size) as staff,
    ):
        for page in walk_staff(staff, Path(folder)):
            yield f"staff_{page}", staff.window.grab().toImage()


def _keep_for_readme(look: Look, page: str, image: QImage, out: Path) -> None:
    for name, wanted in CHOSEN.items():
        if wanted == (look.name, page):
            path = out / "chosen" / f"{name}.png"
            _save(image, path)
            with Image.open(path) as picture:
                few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
            few.save(path, optimize=True)


def _contact_sheets(look: Look, pictures: Sequence[tuple[str, QImage]]) -> Iterator[QImage]:
    """Give the pictures, labelled, a few on a sheet."""
    tile = _TALL_TILE if look.is_kiosk else _TILE
    down = 2 if look.is_kiosk else _DOWN
    on_one = _ACROSS * down
    for start in range(0, len(pictures), on_one):
        some = pictures[start : start + on_one]
        rows = ceil(len(some) / _ACROSS)
        sheet = QImage(
            _ACROSS * (tile.width() + _GAP) + _GAP,
            rows * (tile.height() + _LABEL + _GAP) + _GAP,
            QImage.Format.Format_RGB32,
        )
        sheet.fill(QColor("#8A8F94"))
        painter = QPainter(sheet)
        painter.setFont(text_font(16))
        for place, (label, image) in enumerate(some):
            left = _GAP + place % _ACROSS * (tile.width() + _GAP)
            top = _GAP + place // _ACROSS * (tile.height() + _LABEL + _GAP)
            painter.drawText(
                QRect(left, top, tile.width(), _LABEL), int(Qt.AlignmentFlag.AlignLeft), label
            )
            small = image.scaled(
                tile,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(left, top + _LABEL, small)
        painter.end()
        yield sheet


def _save(image: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")


def _work(order: tuple[Look, Path]) -> tuple[str, int]:
    look, out = order
    return look.name, shoot(look, out)


def _at_home(folder: str) -> None:
    """Paint without a screen, in a home nobody has written to."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "RAPPORT_DATA_DIR"):
        os.environ[name] = folder


def main(words: Sequence[str]) -> int:
    """Make all pictures, and say how many there are and where."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--only", default="", help="only looks whose name holds these words")
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args(words)
    looks = [look for look in LOOKS if asked.only in look.name]
    begin, count = time.monotonic(), 0
    with TemporaryDirectory() as home:
        _at_home(home)
        context = multiprocessing.get_context("spawn")
        with context.Pool(_PROCESSES, maxtasksperchild=_LOOKS_PER_PROCESS) as pool:
            orders = [(look, asked.out) for look in looks]
            for name, pictures in pool.imap_unordered(_work, orders):
                count += pictures
                print(f"{name}: {pictures} pages", flush=True)
    _replace_readme_pictures(asked.out / "chosen")
    taken = time.monotonic() - begin
    print(f"{count} pictures of {len(looks)} looks in {asked.out}, in {taken:.0f} s")
    print(f"{len([*README_PICTURES.glob('*.png')])} pictures for the README in {README_PICTURES}")
    return 0


def _replace_readme_pictures(chosen: Path) -> None:
    README_PICTURES.mkdir(parents=True, exist_ok=True)
    for picture in chosen.glob("*.png"):
        shutil.copyfile(picture, README_PICTURES / picture.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
