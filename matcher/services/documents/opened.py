"""What is shown of one document: its sections, and where it leads."""

from dataclasses import dataclass

from matcher.document import Section


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a document leads.

    Attributes
    ----------
    id
        To be handed to `matcher.services.documents.library.open_document`.
    """

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """One document in the language asked for, or in English where it is in no other.

    Attributes
    ----------
    why
        What stands below its title.
    entries
        What can be opened from it.
    entries_heading
        What stands above them.
    """

    title: str
    why: str = ""
    sections: tuple[Section, ...] = ()
    entries: tuple[Entry, ...] = ()
    entries_heading: str = ""
