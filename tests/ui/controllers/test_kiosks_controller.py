from collections.abc import Sequence
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from matcher.directory.kiosk_event import KioskStanding
from matcher.errors import Message, StoreError
from ui.controllers.kiosks_controller import KiosksController

_HALL = KioskStanding("Hall", datetime(2026, 11, 23, tzinfo=UTC))


class _Service:
    """Knows of a kiosk, as long as the server is there."""

    is_there = True

    def standing(self) -> Sequence[KioskStanding]:
        if not self.is_there:
            raise StoreError(Message("error.store.not_allowed", file="clinic"))
        return (_HALL,)


def test_kiosks_when_asked_for_then_they_are_known_and_stay_so_while_nobody_answers(
    qtbot: QtBot,
) -> None:
    service = _Service()
    controller = KiosksController(service)  # type: ignore[arg-type]
    assert controller.kiosks == ()
    with qtbot.waitSignal(controller.known):
        controller.request()
        assert controller.busy
    assert (controller.kiosks, controller.fault) == ((_HALL,), None)

    service.is_there = False
    with qtbot.waitSignal(controller.known):
        controller.request()

    assert controller.kiosks == (_HALL,)
    assert controller.fault is not None
    assert not controller.busy
