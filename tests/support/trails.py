"""The whole of a directory, to be compared with itself at another time."""

from matcher.directory.profile_json import profile_to_json
from matcher.store import UnitOfWork


def state_of(work: UnitOfWork) -> object:
    """Return everything a directory says: profiles, withdrawals, and ids that moved."""
    connection = work._connection
    return (
        [profile_to_json(profile) for profile in work.profiles.all()],
        connection.exec_driver_sql("SELECT * FROM profile ORDER BY 1").all(),
        connection.exec_driver_sql("SELECT * FROM fact ORDER BY 1, 2, 3").all(),
        connection.exec_driver_sql("SELECT * FROM merged ORDER BY 1").all(),
        connection.exec_driver_sql("SELECT * FROM not_the_same ORDER BY 1, 2").all(),
    )
