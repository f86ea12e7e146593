import pytest

from matcher.errors import Message, SignedOutError
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
