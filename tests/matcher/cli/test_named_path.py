from pathlib import Path

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


def test_path_when_it_names_a_folder_and_none_is_there_then_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["questionnaire", "--blank", f"{tmp_path}/new/"]) == 2

    assert f"no folder {tmp_path}/new/" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]
