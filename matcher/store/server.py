"""A directory on a PostgreSQL server: a way nobody listens on, and an end to all waiting."""

import re
from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from matcher.errors import Message
from matcher.store.engine import ANSWER_SECONDS, WRITES, Writes
from matcher.store.location import Location
from matcher.store.way import forget_environment, safe_way

_WAY: Mapping[str, str | int] = {
    "connect_timeout": 3,
    "keepalives": 1,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 3000,
    "application_name": "rapport",
    "client_encoding": "utf8",
    # Whoever else is writing is waited for as long as with a file. The rest is as the statements of
    # ours want it, whatever somebody set for a name.
    "options": "-c lock_timeout=5s -c TimeZone=UTC -c DateStyle=ISO -c search_path=public",
}
_RENEWAL_SECONDS = 3600.0
"""How long one answer is waited for where all there is is worked through: minutes, of a million
people on a small server. The server itself gives up before."""

_REASONS = {
    "08": "away",
    "28": "not_let_in",
    "3D000": "no_database",
    "42501": "not_allowed",
    "42P01": "no_tables",
    "25006": "read_only_server",
    "25P03": "slow",
    "53100": "full_server",
    "53300": "no_connection_left",
    "53": "busy_server",
    "55P03": "locked_server",
    "57014": "slow",
    "57P": "away",
    "40": "locked_server",
    "root": "no_root",
    "signer": "not_trusted",
    "name": "other_name",
    "told": "refused",
}
"""What the beginning of an SQLSTATE means, or of what stands in its place in `_TOLD`."""

_TOLD = {
    "too many": "53300",
    "connection slots": "53300",
    "not currently accepting": "57P",
    "the database system is": "57P",
    "terminating connection": "57P",
    "permission denied for": "28",
    "authentication failed": "28",
    "no password supplied": "28",
    "pg_hba.conf": "28",
    "root certificate file": "root",
    "certificate verify failed": "signer",
    "signature failure": "signer",
    "does not match host name": "name",
    'role "': "28",
    'database "': "3D000",
}
"""The state of what comes without one: why nobody was connected is told in words alone. Names stand
last, as others name them too. A server may speak another language.
"""

_IS_TOLD = re.compile(r"failed: [^:]+:  ")
"""How what a server says itself begins, in every language: how grave it is, and two spaces."""

_OPTION = re.compile(
    r'connection option "([a-z_]+)"|bad value for ([a-z_]+)|invalid "?([a-z_]+)"? value'
)
"""How what cannot be used of an address is told; behind it stands the value."""


class ImpatientConnection(psycopg.Connection[Any]):
    """A connection that is given up when an answer takes too long, as of a server that is frozen.

    The operating system would wait for ever: it hears that what was sent has come. What is waited
    for is cut off on this side, on every system and without a thread that watches.
    """

    patience = ANSWER_SECONDS

    def wait(self, *args: Any, **how: Any) -> Any:
        """Wait for an answer, but not for ever.

        Raises
        ------
        psycopg.OperationalError
            When none has come; the connection is closed then.
        """
        try:
            return super().wait(*args, **{"timeout": self.patience, **how})
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:
                self.pgconn.finish()
            raise


def open_server(location: Location, patience: float = ANSWER_SECONDS) -> Engine:
    """Return an engine whose connections behave as a directory needs.

    Parameters
    ----------
    patience
        Seconds after which an answer is no longer waited for, unless all there is is worked
        through.

    Raises
    ------
    StoreError
        When others could listen or answer on the way there, or the address does not say it.
    """
    url = location.server
    assert url is not None
    engine = create_engine(
        url.set(query={}),
        poolclass=QueuePool,
        pool_pre_ping=True,
        paramstyle="format",
        connect_args={**_WAY, **url.query, **safe_way(location)},
        hide_parameters=True,
    )

    def connect(_dialect: object, _record: object, where: list[str], how: dict[str, Any]) -> object:
        forget_environment()
        connection = ImpatientConnection.connect(*where, **how)
        connection.patience = patience
        return connection

    def let_go(connection: ImpatientConnection | None, _record: object) -> None:
        if connection is not None:
            connection.patience = patience

    event.listen(engine, "do_connect", connect)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", let_go)
    return engine


def message_of(error: BaseException | None, location: Location) -> Message:
    """Say what the server means, without its own words: they hold values."""
    if option := _wrong_option(error, location):
        return Message("error.store.wrong_option", file=location.name, option=option)
    state = getattr(error, "sqlstate", None) or type(error).__name__
    if isinstance(error, psycopg.OperationalError) and error.sqlstate is None:
        state = _state_told(str(error))
    reason = next((_REASONS[each] for each in _REASONS if state.startswith(each)), "")
    if reason:
        return Message(f"error.store.{reason}", file=location.name)
    return Message("error.store.failed", file=location.name, detail=state)


def _state_told(words: str) -> str:
    known = next((_TOLD[each] for each in _TOLD if each in words), "")
    return known or ("told" if _IS_TOLD.search(words) else "08")


def _wrong_option(error: BaseException | None, location: Location) -> str:
    """Return which option of the address cannot be used; ``""`` when it is none of them."""
    assert location.server is not None
    if getattr(error, "sqlstate", None) is not None:
        return ""
    told = (name for found in _OPTION.findall(str(error)) for name in found)
    return next((name for name in told if name in location.server.query), "")


def _begin(connection: Connection) -> None:
    """See one unchanging state; who is going to write waits until nobody else does."""
    how = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql(_BEGINNINGS[how])
    if how in {Writes.RENEWS, Writes.MAKES}:
        connection.exec_driver_sql(_TAKES_TIME)
        driven = connection.connection.driver_connection
        assert isinstance(driven, ImpatientConnection)
        driven.patience = _RENEWAL_SECONDS


_CHANGES = "LOCK TABLE directory_state IN EXCLUSIVE MODE"
_TAKES_TIME = "SET LOCAL statement_timeout = '59min'"

# A lock that only who may write can have: a kiosk keeps nobody waiting. Before there is a table,
# there is nobody but who makes it.
_BEGINNINGS = {
    None: "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
    Writes.CHANGES: _CHANGES,
    Writes.RENEWS: _CHANGES,
    Writes.ADDS: "SET TRANSACTION READ WRITE",
    Writes.MAKES: "SELECT pg_advisory_xact_lock(1381323348)",
}
