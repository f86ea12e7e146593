"""``rapport doctor``: a line a check, and a document."""

from pathlib import Path

from support.commands import Rapport


def test_doctor_when_asked_for_json_then_each_check_has_exactly_its_keys(rapport: Rapport) -> None:
    done = rapport("doctor", "--json")

    assert (done.code, done.err) == (0, "")
    assert [*done.document] == ["checks"]
    checks = done.document["checks"]
    assert all([*check] == ["id", "status", "message", "remedy"] for check in checks)
    assert len({check["id"] for check in checks}) == len(checks)
    for check in checks:
        assert check["status"] in {"ok", "kiosk", "warning"}
        assert (check["remedy"] is None) == (check["status"] == "ok")


def test_doctor_when_something_does_not_work_then_it_says_what_to_do_and_ends_with_1(
    rapport: Rapport, tmp_path: Path
) -> None:
    strange = tmp_path / "strange.sqlite"
    strange.write_bytes(b"no database" * 100)

    done = rapport("doctor", "--database", strange)

    assert done.code == 1
    line = next(line for line in done.out.splitlines() if line.startswith("problem"))
    assert "strange.sqlite" in line
    assert strange.read_bytes() == b"no database" * 100


def test_doctor_when_printed_then_a_remedy_stands_below_its_line(rapport: Rapport) -> None:
    lines = rapport("doctor").out.splitlines()

    place = lines.index("warning  There is no directory yet.")
    assert lines[place + 1] == "         Bring in a list: rapport import FILE."


def test_doctor_when_no_kiosk_is_set_up_then_it_says_what_one_would_need_and_ends_with_0(
    rapport: Rapport,
) -> None:
    done = rapport("doctor")

    assert done.code == 0
    assert any(line.startswith("kiosk    There is no staff PIN") for line in done.out.splitlines())


def test_doctor_when_the_settings_are_wrong_then_it_says_which_and_ends_with_1(
    rapport: Rapport, data_dir: Path
) -> None:
    data_dir.mkdir()
    (data_dir / "settings.toml").write_text("[kiosk]\ntext_size = 5\n")

    done = rapport("doctor")

    assert done.code == 1
    assert any("text_size" in line for line in done.out.splitlines() if "problem" in line)
