"""The icon in the forms of Windows and macOS, as other readers of these forms see it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from support.source import ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("icons")
    subprocess.run(
        [sys.executable, ROOT / ".ci" / "icons.py", "--out", made],
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return made


@pytest.mark.parametrize("ending", ["ico", "icns"])
def test_icon_when_read_by_another_program_then_its_sizes_and_colours_are_there(
    folder: Path, ending: str
) -> None:
    with Image.open(folder / f"rapport.{ending}") as icon:
        sizes = {size[:2] for size in icon.info["sizes"]}
        icon.load()
        ground = icon.convert("RGBA").getpixel((icon.width // 2, icon.width // 10))

    assert {(16, 16), (32, 32), (128, 128), (256, 256)} <= sizes
    assert ground == (0x6B, 0x2A, 0x56, 255)
