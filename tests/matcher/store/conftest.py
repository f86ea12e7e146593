"""What makes directories by `support.stores` is tried on every engine there is."""

from collections.abc import Iterator

import pytest
from support.stores import ENGINES, on_engine


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try whoever asks for an engine on each of them."""
    if "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", ENGINES, indirect=True, scope="session")


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let new directories be made on an engine."""
    with on_engine(request.param) as fault:
        if fault is not None:
            pytest.skip(fault)
        yield
