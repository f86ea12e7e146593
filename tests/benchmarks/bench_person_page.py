"""How long the page of one profile takes to be there, once it is asked for.

Run by ``make bench``; prints figures and asserts nothing on time.
"""

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication
from support.staff_rooms import open_room
from support.window import english, settle, show

from ui.staff.person_page import PersonPage

_MOST_MS = 200
_TURNS = 5


def bench_opening_a_profile(tmp_path: Path, qapp: QApplication) -> None:
    """Turn from one profile to another, every part closed."""
    took = []
    with open_room(tmp_path) as room:
        page = PersonPage(english(), room.person, room.session)
        show(page, 1280, 800)
        for profile_id in ("p-2", "p-1") * _TURNS:
            room.person.open(profile_id)
            start = time.perf_counter()
            page.enter()
            qapp.processEvents()
            took.append((time.perf_counter() - start) * 1000)
            settle()
        page.close()
        page.deleteLater()
        settle()
    print(f"\na profile is opened in {min(took):.0f} ms, at worst {max(took):.0f} ms", end="")
    print(f" (aim {_MOST_MS} ms)")
