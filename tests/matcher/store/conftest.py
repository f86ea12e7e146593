"""What makes directories by `support.stores` is tried on every engine there is."""

from collections.abc import Iterator

import pytest
from support.stores import SQLITE, on_server, on_sqlite, servers_for


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try whoever asks for an engine on each of them."""
    if "engine" in metafunc.fixturenames:
        engines = [SQLITE, *servers_for(metafunc)]
        metafunc.parametrize("engine", engines, indirect=True, scope="session")


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let new directories be made on an engine."""
    if request.param == SQLITE:
        with on_sqlite():
            yield
    else:
        with on_server(request.getfixturevalue(f"{request.param}_server")):
            yield
