from ui.staff_app import StaffWiring


def test_parts_when_asked_for_then_each_is_made_once_and_shares_the_session(
    staff: StaffWiring,
) -> None:
    parts = staff.parts

    assert parts.accounts is parts.accounts
    assert parts.accounts.session is parts.session
    assert parts.staff() is parts.services.staff
