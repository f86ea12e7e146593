from matcher.errors import Message
from matcher.services.check import Check, Status


def test_status_when_listed_then_each_has_its_own_word_from_fine_to_broken() -> None:
    assert [*Status] == ["ok", "kiosk", "warning", "problem"]


def test_check_when_there_is_nothing_to_do_then_it_has_no_remedy() -> None:
    assert Check("program", Status.OK, Message("doctor.program.ok", version="1")).remedy is None
