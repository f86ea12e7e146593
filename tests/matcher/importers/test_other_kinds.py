import io
import zipfile
from pathlib import Path

import pytest
from support.importing import OPTIONS, say, write

from matcher.errors import ImportFileError
from matcher.importers.formats import ImportFormat, read
from matcher.importers.other_kinds import refuse_other_kind
from matcher.importers.table_file import open_table


def _zipped(name: str, content: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, content)
        archive.writestr("content.xml", "<a/>")
    return data.getvalue()


_OTHER_KINDS = [
    pytest.param(b"\x89PNG\r\n\x1a\n\x00", "picture", id="PNG"),
    pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "picture", id="JPEG"),
    pytest.param(b"GIF89a\x01\x00", "picture", id="GIF"),
    pytest.param(b"RIFF\x10\x00\x00\x00WEBPVP8 ", "picture", id="WebP"),
    pytest.param(b"\x00\x00\x00\x18ftypheic\x00", "picture", id="of a telephone"),
    pytest.param(b"%PDF-1.7\n%\xe2\xe3", "pdf", id="PDF"),
    pytest.param(b"{\\rtf1\\ansi Ana}", "text_document", id="RTF"),
    pytest.param(_zipped("word/document.xml"), "text_document", id="DOCX"),
    pytest.param(
        _zipped("mimetype", "application/vnd.oasis.opendocument.text"), "text_document", id="ODT"
    ),
    pytest.param(
        b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
        "text_document",
        id="DOC",
    ),
]


@pytest.mark.parametrize(("content", "kind"), _OTHER_KINDS)
@pytest.mark.parametrize("import_format", [None, ImportFormat.CSV])
def test_file_when_of_another_kind_then_says_which_and_what_can_be_read(
    content: bytes, kind: str, import_format: ImportFormat | None, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        [*read(write(tmp_path, content), import_format, OPTIONS)]

    assert caught.value.messages[0].key == f"error.import.{kind}"
    say(caught.value.messages[0])


@pytest.mark.parametrize(("content", "kind"), _OTHER_KINDS)
def test_table_when_of_another_kind_then_says_which(
    content: bytes, kind: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        open_table(write(tmp_path, content))

    assert caught.value.messages[0].key == f"error.import.{kind}"


@pytest.mark.parametrize("start", [b"", b"GIF,name\n", b"BM,name\n", b"\xff\xfei\0d\0", b"MM/DD"])
def test_start_when_it_may_be_a_list_then_it_is_let_through(start: bytes) -> None:
    refuse_other_kind(start, "list.csv")
