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
        assert check["status"] in {"ok", "warning"}
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
