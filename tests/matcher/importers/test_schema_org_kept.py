from support.importing import OPTIONS, keys, say_all

from matcher.directory.profile import Source
from matcher.directory.validation import Severity
from matcher.importers.row_builder import RowBuilder
from matcher.importers.schema_org_kept import KeptOfPage


def test_text_when_kept_then_it_is_named_once_and_stands_under_its_field() -> None:
    builder = RowBuilder("a.html", 1, OPTIONS)
    kept = KeptOfPage(builder)

    for text in ("PTSD", " PTSD\n", "", "Basket weaving"):
        kept.keep("approaches", text, "finding.schema_org.term")
    kept.keep("times", "noon", "finding.schema_org.hours", severity=Severity.ERROR)

    rows = [builder.row("p", Source.CLINIC, None)]
    say_all(rows)
    assert builder.values == {"unsorted": "approaches: PTSD; Basket weaving\ntimes: noon"}
    assert keys(rows) == [*["finding.schema_org.term"] * 2, "finding.schema_org.hours"]
    assert rows[0].findings[-1].severity is Severity.ERROR


def test_text_when_none_is_kept_then_nothing_is_said_of_it() -> None:
    builder = RowBuilder("a.html", 1, OPTIONS)
    kept = KeptOfPage(builder)

    kept.keep("approaches", " ", "finding.schema_org.term")
    builder.row("p", Source.CLINIC, None)

    assert builder.values == {}
