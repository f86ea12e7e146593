"""How long the window is away while a clinic's list of 10,000 rows is mapped and tried out.

Run by ``make bench``; prints figures and asserts nothing on time.
"""

import gc
from pathlib import Path

from support.heartbeat import Heartbeat
from support.importing import write
from support.intake_window import choose_by_keys, open_intake
from support.window import settle

from ui.staff.word_row import WordRow

_ROWS = 10_000


def _list(folder: Path) -> Path:
    rows = "".join(
        f"Person {number} Vidal,Word {number}; Anxeity,3/{number % 28 + 1}/2026,none {number}\n"
        for number in range(_ROWS)
    )
    return write(folder, f"Name,Specialties,Last updated,Years of experience\n{rows}")


def bench_import_of_a_long_list(tmp_path: Path, qapp: object) -> None:
    heart = Heartbeat()
    longest: dict[str, tuple[float, float]] = {}
    with open_intake(tmp_path) as window:
        choose_by_keys(window, _list(tmp_path))
        importing, mapping = window.importing, window.mapping
        gc.freeze()  # as the program does when its directory is open

        pause = heart.longest_pause(window.page.go_on, lambda: mapping.draft is not None, 120)
        longest["drafting"] = pause, heart.busiest
        settle()
        panel = window.page.panel
        pause = heart.longest_pause(lambda: window.page._choose(1), lambda: panel.place == 1)
        longest["choosing a column"] = pause, heart.busiest
        row = next(each for each in panel.terms.rows if isinstance(each, WordRow))
        pause = heart.longest_pause(row.keep.click, lambda: mapping.columns[1].terms[0].how != "")
        longest["deciding a word"] = pause, heart.busiest
        pause = heart.longest_pause(window.page.go_on, lambda: importing.trial is not None, 120)
        longest["trying it out"] = pause, heart.busiest
        settle()
        pause = heart.longest_pause(window.page.groups.rows[0].fold.line.click, lambda: True)
        longest["opening findings"] = pause, heart.busiest

        assert importing.trial is not None
        assert importing.trial.rows == _ROWS
    for what, (pause, busy) in longest.items():
        print(f"{what}: longest pause {pause:.0f} ms, {busy:.0f} ms of the processor")
