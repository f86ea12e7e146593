"""What is shown of a document."""

from matcher.services.documents.opened import Entry, OpenedDocument


def test_document_when_only_its_title_is_known_then_it_says_nothing_and_leads_nowhere() -> None:
    opened = OpenedDocument("Title")

    assert (opened.why, opened.sections, opened.entries) == ("", (), ())
    assert opened != OpenedDocument("Title", entries=(Entry("about", "About"),))
