from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement
from support.servers import Server

from matcher.bootstrap import Places, build_services
from matcher.errors import StaffError, StoreError
from matcher.services.directory.server_setup import set_up_server
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.door_place import door_address
from matcher.services.staff.signed_in import NO_LOGIN


@pytest.mark.parametrize(
    "address",
    [
        "/data/here.sqlite",
        "sqlite://",
        "postgresql+psycopg://rapport_staff:x@db.example.org/clinic",
    ],
)
def test_door_when_staff_may_be_asked_for_with_the_directory_then_it_is_there(
    address: str, tmp_path: Path
) -> None:
    assert door_address(address, tmp_path) == address


def test_kiosk_when_its_data_folder_cannot_be_made_then_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    kiosk = Places(tmp_path / "file", "postgresql+psycopg://rapport_kiosk@db.example.org/clinic")

    with closing(build_services(kiosk)) as services, pytest.raises(StoreError) as refused:
        services.staff.set_pin("482915", NO_LOGIN)

    assert refused.value.messages[0].key == "error.store.cannot_make_folder"


def test_kiosk_when_its_directory_is_on_a_server_then_it_has_a_pin_of_its_own(
    server: Server, clinic: str, tmp_path: Path
) -> None:
    addresses = set_up_server(clinic).addresses
    staff = DirectoryService(addresses["rapport_staff"])
    with closing(staff), staff.changing() as work:
        work.profiles.apply([make_statement("p-1", city="Aue")])
    kiosk = Places(tmp_path / "kiosk", addresses["rapport_kiosk"])

    with closing(build_services(kiosk)) as services:
        assert not services.staff.standing().has_pin
        services.staff.set_pin("482915", NO_LOGIN)
    server.stop()
    try:
        with closing(build_services(kiosk)) as services:
            services.staff.open_with_pin("482915")
            with pytest.raises(StaffError):
                services.staff.open_with_pin("111222")
    finally:
        server.start()

    assert (tmp_path / "kiosk" / "door.sqlite").stat().st_mode & 0o077 == 0
    with closing(build_services(kiosk)) as services:
        assert [profile.id for profile in services.directory.profiles()] == ["p-1"]
