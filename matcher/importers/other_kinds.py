"""Files of another kind, chosen in place of a list: told by their first bytes, and refused."""

from collections.abc import Collection

from matcher.errors import ImportFileError, Message

_BEGINNINGS = {
    b"\x89PNG\r\n": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF87a": "picture",
    b"GIF89a": "picture",
    b"II*\x00": "picture",
    b"MM\x00*": "picture",
    b"%PDF-": "pdf",
    b"{\\rtf": "text_document",
}
_PICTURES_INSIDE = (b"WEBP", b"ftypheic", b"ftypmif1", b"ftypavif")
_INSIDE = slice(4, 12)
"""Where a container says what it holds."""

_OLD_TEXT = "WordDocument".encode("utf-16-le")
_TEXT_PARTS = frozenset({"word/document.xml"})
_TEXT_TYPE = b"application/vnd.oasis.opendocument.text"


def refuse_other_kind(start: bytes, file: str) -> None:
    """Refuse what is surely a picture, a PDF or a text document.

    Parameters
    ----------
    start
        The first bytes of the file.
    file
        Its name.

    Raises
    ------
    ImportFileError
        When it is one, saying what can be read.
    """
    for beginning, kind in _BEGINNINGS.items():
        if start.startswith(beginning):
            raise _refused(kind, file)
    if start[_INSIDE].endswith(_PICTURES_INSIDE):
        raise _refused("picture", file)


def refuse_text_document(file: str, content: bytes, parts: Collection[str] = ()) -> None:
    """Refuse a text document that is kept in the same kind of container as spreadsheets.

    Parameters
    ----------
    file
        The name of the file.
    content
        All of it.
    parts
        The names of what is packed in it.

    Raises
    ------
    ImportFileError
        When it is one, saying what can be read.
    """
    # An OpenDocument file begins with its type, which is never packed.
    is_open_document = _TEXT_TYPE in content[:100]
    if is_open_document or _OLD_TEXT in content or not _TEXT_PARTS.isdisjoint(parts):
        raise _refused("text_document", file)


def _refused(kind: str, file: str) -> ImportFileError:
    return ImportFileError(Message(f"error.import.{kind}", file=file))
