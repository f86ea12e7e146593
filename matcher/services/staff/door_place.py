"""Where it is kept who of the staff may come in."""

from pathlib import Path

_DOOR = "door.sqlite"


def door_address(address: str, data_dir: Path) -> str:
    """Return where PIN, accounts and tries are kept for a directory.

    They are kept with it. But whoever comes to a server by the name for kiosks may not read there
    who may come in: a kiosk keeps a PIN of its own, on its own disk, and checks it while the server
    is away too.

    Parameters
    ----------
    address
        Of the directory.
    data_dir
        The folder for the program's own data.
    """
    from matcher.store import locate

    return str(data_dir / _DOOR) if locate(address).is_for_kiosks else address
