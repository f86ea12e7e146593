import pytest

from matcher.cli import main


@pytest.mark.parametrize(
    "words",
    [
        ("match", ""),
        ("match", "answers.json", "--pdf", ""),
        ("import", ""),
        ("checklist", "answers.json", "--profile", "p-001", "--out", ""),
    ],
    ids=" ".join,
)
def test_path_when_it_is_empty_then_wrong_usage(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "empty path" in capsys.readouterr().err
