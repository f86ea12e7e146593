import pickle
from pathlib import Path

import pytest

from matcher.bootstrap import Places
from matcher.directory.copy_file import CopyTrust
from ui.kiosk_start import HelperStart, SittingStart, StaffStart
from ui.settings import Settings


@pytest.mark.parametrize(
    "start",
    [
        SittingStart(Path("there"), Settings(is_kiosk=True), CopyTrust(b"k" * 32, 7)),
        StaffStart(Places(Path("there")), Settings(is_kiosk=True)),
        HelperStart(Places(Path("there")), Path("there"), CopyTrust(), is_sample=True),
    ],
    ids=["sitting", "staff", "helper"],
)
def test_start_when_handed_to_a_process_begun_anew_then_it_arrives_as_it_is(
    start: SittingStart | StaffStart | HelperStart,
) -> None:
    assert pickle.loads(pickle.dumps(start)) == start
