from datetime import UTC, datetime

import pytest
from filelock import FileLock

from matcher.errors import Message, SignedOutError
from matcher.kiosk_lock import LOCK
from matcher.services.directory.waiting import sittings_folder
from matcher.services.kiosks.copy_standing import CopyDates
from matcher.services.staff.signed_in import SignedIn
from ui.controllers.files_controller import Work
from ui.staff_app import StaffWiring


def test_parts_when_asked_for_then_each_is_made_once_and_shares_the_session(
    staff: StaffWiring,
) -> None:
    parts = staff.parts

    assert parts.accounts is parts.accounts
    assert parts.accounts.session is parts.session
    assert parts.staff() is parts.services.staff


def test_people_when_a_kiosk_runs_on_this_computer_then_it_is_known_what_its_clients_see(
    staff: StaffWiring,
) -> None:
    places = staff.parts.services.places
    folder = sittings_folder(places.data_dir, places.address)
    folder.mkdir(parents=True)
    CopyDates(folder).note_current(datetime.now(UTC))
    assert staff.parts.people.copy().current_at is None

    with FileLock(places.data_dir / LOCK):
        assert staff.parts.people.copy().current_at is not None


@pytest.mark.parametrize(
    ("name", "job"),
    [
        ("accounts", "_changing"),
        ("person", "_working"),
        ("person_acts", "_undoing"),
        ("acts", "_undoing"),
        ("confirm", "_doing"),
        ("twice", "_doing"),
        ("importing", "_reading"),
        ("importing", "_undoing"),
        *(("files", work) for work in Work),
    ],
)
def test_session_when_work_is_refused_since_the_account_is_gone_then_it_ends(
    staff: StaffWiring, name: str, job: str
) -> None:
    session, controller = staff.parts.session, getattr(staff.parts, name)
    session.sign_in(SignedIn("Kim", "gone"))
    begun = controller._jobs[job] if isinstance(job, Work) else getattr(controller, job)
    begun.failed.emit(SignedOutError(Message("staff.error.signed_out", name="Kim")))

    assert not session.may_change
