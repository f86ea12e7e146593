import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.importing import DATA
from support.nppes_file import write_organisations

from matcher.directory.profile import Source
from matcher.directory.validation import Severity
from matcher.errors import Message
from matcher.i18n import Catalogue
from matcher.importers.formats import ImportFormat
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.services.intake.importing import ImportOptions, ImportReport, Watch, import_into
from matcher.store import Database

_GOOD = "id,name,city,accepting\np-001,Ana Vidal,Aue,yes\np-002,Ben Lark,Ems,no\n"
_ODD = "id,name,accepting\np-003,Cy Dale,perhaps\n,,\n!,Nobody,yes\n"
_BROKEN = 'id,name\np-004,Di Marsh\np-005,"never closed\n'


@pytest.fixture
def database() -> Iterator[Database]:
    with closing(Database("sqlite://", create=True)) as database:
        yield database


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _imported(
    database: Database,
    *paths: Path,
    options: ImportOptions | None = None,
    watch: Watch | None = None,
) -> tuple[ImportReport, list[str]]:
    """Import files, and return the report and the ids that are in the directory then."""
    with database.writing() as work:
        report = import_into(work, paths, options or ImportOptions(), watch or Watch())
        work.commit()
        return report, [profile.id for profile in work.profiles.all()]


def _numbers(report: ImportReport) -> tuple[int, ...]:
    return (report.rows, report.added, report.changed, report.unchanged, report.skipped)


def test_import_when_file_is_good_then_counts_its_rows(database: Database, tmp_path: Path) -> None:
    report, ids = _imported(database, _file(tmp_path, "good.csv", _GOOD))

    assert _numbers(report) == (2, 2, 0, 0, 0)
    assert (report.files, report.profiles, report.readable) == (1, 2, True)
    assert report.findings == ()
    assert ids == ["p-001", "p-002"]


@pytest.mark.parametrize("form", [None, ImportFormat.NPPES])
def test_registers_when_they_hold_organisations_alone_then_nobody_comes_in_and_each_is_told(
    form: ImportFormat | None, database: Database, tmp_path: Path
) -> None:
    columns = {"header_329_2018.txt": (329, 40), "header_330_2020.txt": (330, 12)}
    for name, (width, count) in columns.items():
        write_organisations(tmp_path / f"{width}.csv", count, DATA / "nppes" / name)
        first = (tmp_path / f"{width}.csv").read_text(encoding="utf-8").partition("\n")[0]
        assert first.count(",") == width - 1
    paths = tmp_path / "329.csv", tmp_path / "330.csv"

    report, ids = _imported(database, *paths, options=ImportOptions(format=form))

    assert ids == []
    assert report.readable
    assert _numbers(report) == (52, 0, 0, 0, 52)
    told = Counter((finding.file, finding.message.key) for finding in report.findings)
    reason = "finding.register.organisation"
    assert told == {("329.csv", reason): 40, ("330.csv", reason): 12}


def test_import_when_one_file_is_broken_then_the_others_are_kept(
    database: Database, tmp_path: Path
) -> None:
    report, ids = _imported(
        database,
        _file(tmp_path, "good.csv", _GOOD),
        _file(tmp_path, "broken.csv", _BROKEN),
        _file(tmp_path, "odd.csv", _ODD),
        tmp_path / "none.csv",
    )

    assert ids == ["p-001", "p-002", "p-003"]
    assert (report.files, report.readable) == (4, False)
    assert report.rows == report.added + report.changed + report.unchanged + report.skipped
    errors = [finding.file for finding in report.findings if finding.row is None]
    assert errors == ["broken.csv", "none.csv"]


def test_import_when_rows_are_bad_then_they_are_skipped_with_a_reason(
    database: Database, tmp_path: Path
) -> None:
    report, ids = _imported(database, _file(tmp_path, "odd.csv", _ODD))

    assert ids == ["p-003"]
    assert report.added == 1
    assert report.skipped == report.rows - 1 > 0
    assert {finding.file for finding in report.findings} == {"odd.csv"}
    skipped = {finding.row for finding in report.findings} - {2}
    assert len(skipped) == report.skipped


def test_import_when_a_file_names_nobody_then_it_is_said_once(
    database: Database, tmp_path: Path
) -> None:
    header = _file(tmp_path, "header.csv", "id,name\n")
    answer = _file(tmp_path, "answer.json", '{"result_count": 0, "results": []}')

    report, ids = _imported(database, header, answer, _file(tmp_path, "good.csv", _GOOD))

    assert ids == ["p-001", "p-002"]
    assert [(each.file, each.message.key) for each in report.findings] == [
        ("header.csv", "finding.file.nobody"),
        ("answer.json", "finding.file.no_results"),
    ]


def test_import_when_the_file_is_older_than_the_directory_then_a_note_says_so(
    database: Database, tmp_path: Path
) -> None:
    header = "id,city,confirmed_on\n"
    _imported(database, _file(tmp_path, "new.csv", header + "p-001,Aue,2026-10-01\n"))
    report, _ = _imported(database, _file(tmp_path, "old.csv", header + "p-001,Ems,2026-09-01\n"))

    assert report.unchanged == 1
    assert [finding.message for finding in report.findings] == [
        Message("finding.profile.outdated", n=1)
    ]


def test_import_when_a_file_without_a_day_says_otherwise_then_each_value_is_named(
    database: Database, tmp_path: Path
) -> None:
    dated = "id,name,city,phone,confirmed_on\np-001,Ana,Aue,555-0100,2026-10-01\n"
    _imported(database, _file(tmp_path, "new.csv", dated))
    undated = "id,name,city,phone\np-001,Ana,Ems,\n"
    report, _ = _imported(database, _file(tmp_path, "list.csv", undated))

    assert report.unchanged == 1
    assert [finding.message for finding in report.findings] == [
        Message("finding.profile.undated", n=1),
        Message("finding.profile.undated_said", id="p-001", field="city", said="Ems"),
    ]


def test_import_when_one_cell_without_a_day_says_otherwise_then_it_counts_once(
    database: Database, tmp_path: Path
) -> None:
    columns = (("Name", "name"), ("Fee", "fees"), ("Speaks", "languages"))
    mapping = ListMapping(tuple(ColumnMapping(*column) for column in columns), country="US")
    dated = _file(tmp_path, "new.csv", "Name,Fee,Speaks\nAna,100,English\n")
    said = ImportOptions(mappings={dated: mapping}, confirmed_on=date(2026, 10, 1))
    _imported(database, dated, options=said)
    undated = _file(tmp_path, "list.csv", "Name,Fee,Speaks\nAna,90-250,French\n")
    report, _ = _imported(database, undated, options=ImportOptions(mappings={undated: mapping}))

    assert [each.message for each in report.findings if "undated" in each.message.key] == [
        Message("finding.profile.undated", n=2),
        Message("finding.profile.undated_value", id="ana", field="languages"),
        Message("finding.profile.undated_said", id="ana", field="fees", said="90, 250"),
    ]


def test_import_when_options_are_given_then_the_reader_follows_them(
    database: Database, tmp_path: Path
) -> None:
    options = ImportOptions(format=ImportFormat.CSV, source=Source.REGISTER)
    _imported(database, _file(tmp_path, "good.csv", _GOOD), options=options)

    with database.reading() as work:
        profile = work.profiles.get("p-001")
    assert profile is not None
    assert {fact.source for fact in profile.facts.values()} == {Source.REGISTER}


def test_import_when_watched_then_each_file_tells_its_last_row(
    database: Database, tmp_path: Path
) -> None:
    told: list[tuple[str, int]] = []
    watch = Watch(progressed=lambda file, rows: told.append((file, rows)))
    _imported(database, _file(tmp_path, "good.csv", _GOOD), watch=watch)

    assert told[-1] == ("good.csv", 2)


def test_import_when_cancelled_then_it_says_so_and_the_broken_off_file_is_undone(
    database: Database, tmp_path: Path
) -> None:
    watch = Watch(is_cancelled=lambda: True)
    report, ids = _imported(database, _file(tmp_path, "good.csv", _GOOD), watch=watch)

    assert report.cancelled
    assert _numbers(report) == (0, 0, 0, 0, 0)
    assert ids == []


def test_report_when_written_as_json_then_it_is_the_documented_form(
    database: Database, tmp_path: Path
) -> None:
    report, _ = _imported(database, _file(tmp_path, "odd.csv", _ODD))

    document = report.to_json(Catalogue().render)

    findings = document.pop("findings")
    assert document == {
        "format": "rapport-import/1",
        "files": 1,
        "rows": report.rows,
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "skipped": report.skipped,
        "profiles": 1,
        "left_open": None,
    }
    assert isinstance(findings, list)
    assert findings[0].keys() == {"file", "row", "field", "severity", "message"}
    assert findings[0] | {"message": ""} == {
        "file": "odd.csv",
        "row": 2,
        "field": "accepting",
        "severity": "error",
        "message": "",
    }
    assert all(finding["message"] for finding in findings)


def test_import_when_fhir_files_are_named_one_by_one_then_they_are_read_together(
    database: Database,
) -> None:
    folder = DATA / "fhir" / "plan_net_ig_1.1.0"
    files = sorted(folder.glob("*.json"))

    report, ids = _imported(database, *files)

    assert report.files == len(files) > 1
    assert len(ids) == 1


def test_import_when_thousands_of_rows_have_the_same_remark_then_the_rest_are_counted(
    database: Database, tmp_path: Path
) -> None:
    rows = "".join(f"p-{number},Ana,perhaps\n" for number in range(1005))

    report, _ = _imported(database, _file(tmp_path, "odd.csv", f"id,name,accepting\n{rows}"))

    assert len(report.findings) == 1001
    assert report.findings[-1].message.key == "finding.more_alike"
    assert report.findings[-1].message.params["n"] == 5


def test_import_when_files_change_something_then_each_is_an_act_and_the_others_are_none(
    database: Database, tmp_path: Path
) -> None:
    good = _file(tmp_path, "good.csv", _GOOD)
    broken = _file(tmp_path, "broken.csv", _BROKEN)

    report, _ = _imported(database, good, broken, good, _file(tmp_path, "odd.csv", _ODD))

    with database.reading() as work:
        acts = [(act.id, act.deed.detail) for act in reversed(work.trail.acts(9))]
    assert [detail for _, detail in acts] == ["good.csv", "odd.csv"]
    assert report.acts == tuple(act_id for act_id, _ in acts)


def _lists(folder: Path, *texts: str) -> tuple[list[Path], ImportOptions]:
    """Save lists of names, places, addresses and languages, with how they are read."""
    paths = [
        _file(folder, f"list-{number}.csv", f"Who,Zip,Email,Speaks\n{text}")
        for number, text in enumerate(texts)
    ]
    columns = [("Who", "name"), ("Zip", "postcode"), ("Email", "email"), ("Speaks", "languages")]
    mapping = ListMapping(tuple(ColumnMapping(*column) for column in columns), country="US")
    return paths, ImportOptions(mappings=dict.fromkeys(paths, mapping))


_BEA, _ZOE = "Ana,97201,bea@ex.org,en\n", "Ana,97201,zoe@ex.org,es\n"


@pytest.mark.parametrize(
    ("text", "numbers", "told"),
    [
        pytest.param(_ZOE, (1, 0, 0, 1, 0), [], id="known"),
        pytest.param(
            f"Ana,97201,abe@ex.org,de\n{_BEA}{_ZOE}",
            (3, 1, 0, 2, 0),
            [("finding.profile.new_namesake", 2)],
            id="new",
        ),
        pytest.param(
            "Ana,97201,,\n",
            (1, 0, 0, 0, 1),
            [("finding.profile.which_namesake", 2)],
            id="nobody knows",
        ),
    ],
)
def test_import_when_rows_share_a_name_then_the_directory_tells_whom_they_mean(
    text: str,
    numbers: tuple[int, ...],
    told: list[tuple[str, int]],
    database: Database,
    tmp_path: Path,
) -> None:
    (first, then), options = _lists(tmp_path, _BEA + _ZOE, text)
    _imported(database, first, options=options)

    report, _ = _imported(database, then, options=options)

    assert _numbers(report) == numbers
    said = [(each.message.key, each.row) for each in report.findings]
    assert [each for each in said if each[0] != "finding.mapped.alike"] == told
    alike = {
        each.message.params.get("id")
        for each in report.findings
        if not each.message.key.startswith("finding.profile")
    }
    assert alike <= {"ana-97201", "ana-97201-2"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("own.csv", "name,postcode,email\nAna,97201,zoe@ex.org\n", id="our own list"),
        pytest.param(
            "page.json",
            '{"@context": "https://schema.org", "@type": "Person", "name": "Ana",'
            ' "jobTitle": "LPC", "email": "zoe@ex.org", "address": {"postalCode": "97201"}}',
            id="a page",
        ),
    ],
)
def test_import_when_any_file_without_ids_names_somebody_then_their_namesake_stays(
    name: str, text: str, database: Database, tmp_path: Path
) -> None:
    (first,), options = _lists(tmp_path, _BEA + _ZOE)
    _imported(database, first, options=options)

    report, ids = _imported(database, _file(tmp_path, name, text))

    assert (report.added, report.skipped, ids) == (0, 0, ["ana-97201", "ana-97201-2"])
    with database.reading() as work:
        emails = [profile.text("email") for profile in work.profiles.all()]
    assert emails == ["bea@ex.org", "zoe@ex.org"]


def test_import_when_all_that_tells_who_somebody_is_changed_then_it_says_so(
    database: Database, tmp_path: Path
) -> None:
    (first, then), options = _lists(tmp_path, _BEA, _ZOE)
    _imported(database, first, options=options)

    report, _ = _imported(database, then, options=options)

    (finding,) = report.findings
    assert finding.message == Message("finding.profile.somebody_else", id="ana-97201")


@pytest.mark.parametrize(
    ("keep", "drop"), [("ana-97201", "ana-97201-2"), ("ana-97201-2", "ana-97201")]
)
def test_import_when_staff_made_two_alike_rows_one_person_then_they_stay_one_and_it_says_so(
    keep: str, drop: str, database: Database, tmp_path: Path
) -> None:
    path = _file(
        tmp_path, "list.csv", "Who,Zip,Phone\nAna,97201,503-555-0101\nAna,97201,503-555-0102\n"
    )
    columns = [("Who", "name"), ("Zip", "postcode"), ("Phone", "phone")]
    mapping = ListMapping(tuple(ColumnMapping(*column) for column in columns), country="US")
    options = ImportOptions(mappings={path: mapping})
    first, _ = _imported(database, path, options=options)
    with database.writing() as work:
        work.profiles.merge(keep, drop)
        work.commit()
        kept = work.profiles.get(keep)

    again, ids = _imported(database, path, options=options)

    assert [finding.message.key for finding in first.findings] == ["finding.mapped.alike"]
    assert [finding.message for finding in again.findings] == [
        Message("finding.mapped.made_one", row=2, id=keep)
    ]
    assert (again.added, again.changed, ids) == (0, 0, [keep])
    with database.reading() as work:
        assert work.profiles.get(keep) == kept


@pytest.mark.parametrize("is_seen", [True, False], ids=["seen", "hidden"])
def test_import_when_a_register_ended_the_entry_of_somebody_clients_see_then_it_says_so(
    database: Database, tmp_path: Path, *, is_seen: bool
) -> None:
    published = "yes" if is_seen else "no"
    known = f"id,name,published\nnpi-1234567893,Ana Sample,{published}\n"
    _imported(database, _file(tmp_path, "known.csv", known))
    ended = {"number": "1234567893", "enumeration_type": "NPI-1", "basic": {"status": "D"}}
    answer = _file(tmp_path, "npi.json", json.dumps({"results": [ended]}))

    report, ids = _imported(database, answer)

    assert ids == ["npi-1234567893"], "only staff hide somebody"
    told = [each.message for each in report.findings if each.severity is Severity.WARNING]
    assert told == [Message("finding.profile.not_active", id="npi-1234567893")] * is_seen
