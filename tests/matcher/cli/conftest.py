"""What the tests of the commands share."""

import pytest
from support.commands import SAMPLE, Rapport


@pytest.fixture
def rapport(capsys: pytest.CaptureFixture[str]) -> Rapport:
    """Give the program, with a directory of its own that is not made yet."""
    return Rapport(capsys)


@pytest.fixture
def with_sample(rapport: Rapport) -> Rapport:
    """Give the program with the sample directory imported."""
    assert rapport("import", SAMPLE).code == 0
    return rapport
