"""Whatever makes directories by `support.stores` is tried on every engine there is."""

from collections.abc import Iterator

import pytest
from support.stores import ENGINES, on_engine


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try each test of such a file on each engine."""
    if hasattr(metafunc.module, "new_directory"):
        metafunc.parametrize("engine", ENGINES, indirect=True, scope="session")


@pytest.fixture(scope="session", autouse=True)
def engine(request: pytest.FixtureRequest) -> Iterator[None]:
    """Make directories on an engine from now on; tests of files make their own."""
    name = getattr(request, "param", None)
    if name is None:
        yield
        return
    with on_engine(name) as fault:
        if fault is not None:
            pytest.skip(fault)
        yield
