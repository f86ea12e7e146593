import pytest

from matcher import processes


@pytest.mark.parametrize(("forks", "way"), [(True, "fork"), (False, "spawn")])
def test_context_when_asked_for_then_it_is_the_one_of_the_system(
    monkeypatch: pytest.MonkeyPatch, forks: bool, way: str
) -> None:
    monkeypatch.setattr(processes, "FORKS", forks)

    assert processes.process_context().get_start_method() == way
