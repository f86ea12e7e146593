"""Draws the icon in the forms that Windows and macOS take: `python .ci/icons.py --out build/icons`.

Both forms are a list of PNG pictures with a short head, so no other program is needed.
"""

import argparse
import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QGuiApplication, QIcon

_ROOT = Path(__file__).resolve().parent.parent
_DRAWING = _ROOT / "resources" / "desktop" / "rapport.svg"
_WINDOWS = (16, 24, 32, 48, 64, 128, 256)
_MACOS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512,
          b"ic10": 1024}  # fmt: skip


def main() -> int:
    """Write ``rapport.ico`` and ``rapport.icns``."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=_ROOT / "build" / "icons")
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(["rapport"])
    icon = QIcon(str(_DRAWING))
    (folder / "rapport.ico").write_bytes(_ico({side: _png(icon, side) for side in _WINDOWS}))
    (folder / "rapport.icns").write_bytes(
        _icns({kind: _png(icon, side) for kind, side in _MACOS.items()})
    )
    del application
    return 0


def _png(icon: QIcon, side: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not icon.pixmap(QSize(side, side)).save(buffer, "PNG"):
        raise SystemExit(f"The icon could not be drawn from {_DRAWING}")
    return bytes(buffer.data().data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for side, png in pictures.items():
        # A side of 256 is written as 0.
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return head + entries + b"".join(pictures.values())


def _icns(pictures: dict[bytes, bytes]) -> bytes:
    body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png for kind, png in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    sys.exit(main())
