from pytestqt.qtbot import QtBot

from matcher.services.intake.importing import ImportReport
from ui.language import Language
from ui.staff.import_figures import ImportFigures


def test_tally_when_a_report_is_shown_then_each_figure_says_what_it_counts(qtbot: QtBot) -> None:
    tally = ImportFigures("tally", Language("en"))
    qtbot.addWidget(tally)
    report = ImportReport(files=1, rows=1234, added=1000, changed=4, skipped=230, profiles=1000)

    tally.show_report(report, is_trial=True)

    assert tally.figures["added"].plain == "1,000"
    assert tally.figures["added"].accessibleName() == "New people: 1,000"
    assert tally.figures["profiles"].accessibleName() == "In the directory then: 1,000"
    assert tally.figures["added"].font().weight() > tally.figures["skipped"].font().weight()
    tally.show_report(ImportReport(files=1, rows=1, changed=1), is_trial=False)
    assert tally.figures["added"].font().weight() == tally.figures["skipped"].font().weight()
    tally.show_report(report, is_trial=False)
    assert tally.figures["profiles"].accessibleName() == "In the directory now: 1,000"
