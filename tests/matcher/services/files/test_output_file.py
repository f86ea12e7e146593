"""A file is written whole or not at all."""

import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from matcher.document import Document, Section, Sheet, Ticks
from matcher.errors import OutputError
from matcher.pdf.document_pdf import document_pdf
from matcher.services.files.output_file import (
    PDF_BEGINS,
    OutputKind,
    ending_of,
    new_place,
    place_for,
    write_file,
)

KIND = OutputKind("b.json", b"{")
PDF = OutputKind("b.pdf", PDF_BEGINS)
WRITTEN_BY_HAND = OutputKind("b.txt", b"{", is_replaced=False)


def _pdf(title: str, *, is_fillable: bool = False) -> bytes:
    section = Section("Head", (Ticks("One?", ("yes", "no")),))
    sheet = Sheet(title, (), (section,), title)
    document = Document(title, "en", (sheet,), "{page} of {total}", "empty", "-")
    return document_pdf(document, is_fillable=is_fillable)


@pytest.mark.parametrize("there", [b"SQLite format 3\0", b"[]", b"x"])
def test_file_when_another_kind_is_in_its_place_then_it_is_left_alone(
    tmp_path: Path, there: bytes
) -> None:
    (tmp_path / "directory.sqlite").write_bytes(there)

    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / "directory.sqlite", b"{}", KIND)

    assert caught.value.messages[0].key == "error.output.other_file"
    assert (tmp_path / "directory.sqlite").read_bytes() == there


@pytest.mark.parametrize("there", [b"", b"{old}"])
def test_file_when_one_of_its_kind_or_nothing_is_in_its_place_then_it_is_replaced(
    tmp_path: Path, there: bytes
) -> None:
    (tmp_path / "a.json").write_bytes(there)

    write_file(tmp_path / "a.json", b"{}", KIND)

    assert (tmp_path / "a.json").read_bytes() == b"{}"


def test_file_when_people_write_in_its_kind_then_it_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"{the same}")

    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / "a.txt", b"{the same}", WRITTEN_BY_HAND)

    assert caught.value.messages[0].key == "error.output.there_already"


@pytest.mark.parametrize("is_fillable", [False, True], ids=["plain", "empty fields"])
def test_pdf_when_nobody_wrote_in_it_then_it_is_replaced(tmp_path: Path, is_fillable: bool) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(_pdf("Old", is_fillable=is_fillable))

    write_file(target, _pdf("New"), PDF)

    assert target.read_bytes() == _pdf("New")


@pytest.mark.parametrize("change", ["ticked", "producer", "password"])
def test_pdf_when_it_is_somebodys_own_then_it_is_left_alone(tmp_path: Path, change: str) -> None:
    target = tmp_path / "b.pdf"
    with pikepdf.open(BytesIO(_pdf("Old", is_fillable=True))) as pdf:
        if change == "ticked":
            pdf.pages[0].Annots[0].V = pikepdf.Name.Yes
        elif change == "producer":
            pdf.docinfo["/Producer"] = "Another"
        pdf.save(target, encryption=pikepdf.Encryption("o", "u") if change == "password" else None)
    before = target.read_bytes()

    with pytest.raises(OutputError) as caught:
        write_file(target, _pdf("New"), PDF)
    beside = write_file(tmp_path, _pdf("New"), PDF)

    assert caught.value.messages[0].key == "error.output.touched"
    assert target.read_bytes() == before
    assert beside.name == "b-2.pdf"


def _comes_meanwhile(target: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another program write a file while ours is being written."""

    def sync(_: int) -> None:
        target.write_bytes(data)

    monkeypatch.setattr(os, "fsync", sync)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_file_when_a_pipe_comes_meanwhile_then_it_stays_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / KIND.name
    monkeypatch.setattr(os, "fsync", lambda _handle: os.mkfifo(target))
    with pytest.raises(OutputError) as caught:
        write_file(target, KIND.begins, KIND)

    assert caught.value.messages[0].key == "error.output.no_plain_file"
    assert [*tmp_path.iterdir()] == [target]
    assert target.is_fifo()


@pytest.mark.parametrize(
    ("kind", "data"),
    [(WRITTEN_BY_HAND, b"{notes"), (KIND, b"mine"), (PDF, b"%PDF-mine")],
    ids=["never replaced", "other file", "other pdf"],
)
@pytest.mark.parametrize("is_there", [True, False], ids=["replaceable", "free"])
def test_file_when_somebodys_comes_meanwhile_then_it_stays(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: OutputKind,
    data: bytes,
    is_there: bool,
) -> None:
    target = tmp_path / kind.name
    if is_there:
        target.write_bytes(b"")
    _comes_meanwhile(target, data, monkeypatch)

    with pytest.raises(OutputError):
        write_file(target, kind.begins, kind)

    assert target.read_bytes() == data
    assert [*tmp_path.iterdir()] == [target]


def test_folder_when_the_name_is_taken_meanwhile_then_the_next_one_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _comes_meanwhile(tmp_path / "b.txt", b"mine", monkeypatch)

    assert write_file(tmp_path, b"{new}", WRITTEN_BY_HAND).name == "b-2.txt"
    assert (tmp_path / "b.txt").read_bytes() == b"mine"


def test_folder_when_the_usual_name_is_taken_then_the_file_is_numbered(tmp_path: Path) -> None:
    places = [write_file(tmp_path, b"{}", WRITTEN_BY_HAND).name for _ in range(3)]

    assert places == ["b.txt", "b-2.txt", "b-3.txt"]
    assert place_for(tmp_path, WRITTEN_BY_HAND) == tmp_path / "b-4.txt"
    assert not (tmp_path / "b-4.txt").exists()


def test_folder_when_what_is_there_may_be_replaced_then_it_is(tmp_path: Path) -> None:
    assert {write_file(tmp_path, b"{}", KIND).name for _ in range(2)} == {"b.json"}


def test_file_when_written_then_it_is_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert write_file(tmp_path / "a.json", b"{}", KIND) == tmp_path / "a.json"

    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"{}"


def test_file_when_a_folder_is_named_then_it_takes_the_file(tmp_path: Path) -> None:
    assert write_file(tmp_path, b"{}", KIND) == tmp_path / "b.json"


def test_file_when_a_link_is_named_then_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"{old}")
    link.symlink_to(target)

    write_file(link, b"{new}", KIND)

    assert link.is_symlink()
    assert target.read_bytes() == b"{new}"


def test_file_when_a_link_leads_to_a_free_name_then_it_is_written_there(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "new")

    write_file(tmp_path / "link", b"{new}", WRITTEN_BY_HAND)

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "new").read_bytes() == b"{new}"


def test_file_when_a_link_leads_to_no_folder_then_that_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone" / "new")

    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / "link", b"{new}", KIND)

    (message,) = caught.value.messages
    assert message.key == "error.output.no_folder"
    assert message.params["folder"] == str(tmp_path / "gone")


def test_file_when_a_link_leads_back_to_itself_then_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("other")
    (tmp_path / "other").symlink_to("link")

    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / "link", b"{new}", KIND)

    assert caught.value.messages[0].key == "error.output.link_loop"


@pytest.mark.parametrize("name", ["new/", "a.json/"])
def test_file_when_a_slash_names_a_folder_and_none_is_there_then_it_is_refused(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(OutputError) as caught:
        write_file(f"{tmp_path}/{name}", b"{}", KIND)

    assert caught.value.messages[0].key == "error.output.no_folder"
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("a.pdf", ".pdf"),
        ("a.HTML ", ".html"),
        (".html", ".html"),
        ("a.7z", ".7z"),
        ("a", ""),
        ("a.", ""),
        ("Dr. Smith", ""),
        ("22.11.2026", ""),
        ("x.d/a", ""),
    ],
)
def test_ending_when_a_name_has_one_then_it_is_that(path: str, ending: str) -> None:
    assert ending_of(path) == ending


@pytest.mark.parametrize("name", ["a.txt", ".pdf", "a.json.docx", "a.xhtml "])
def test_file_when_its_name_says_another_kind_then_it_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / name, b"{}", KIND)

    (message,) = caught.value.messages
    assert message.key == "error.output.other_ending"
    assert message.params["right"] == ".json"
    assert not [*tmp_path.iterdir()]


def test_file_when_a_device_is_named_then_it_stays_a_device() -> None:
    write_file(os.devnull, b"{}", KIND)

    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("name", "key"),
    [("no/folder", "no_folder"), ("no\0name", "failed"), ("n" * 300, "long_name")],
    ids=["no folder", "no name", "long name"],
)
def test_file_when_it_cannot_be_written_then_it_says_why(
    tmp_path: Path, name: str, key: str
) -> None:
    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / name, b"{}", KIND)

    assert caught.value.messages[0].key == f"error.output.{key}"
    assert not [*tmp_path.iterdir()]


def test_file_when_the_disk_is_full_then_the_old_one_stays() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")

    with pytest.raises(OutputError) as caught:
        write_file(full, b"{}", KIND)

    assert caught.value.messages[0].key == "error.output.full"


@pytest.mark.parametrize(
    ("content", "said"),
    [("{}", "replace"), ("", ""), ("mine", "")],
    ids=["of its kind", "empty", "of another kind, which is said when it is written"],
)
def test_new_place_when_a_file_is_there_then_only_one_of_its_kind_is_refused(
    tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)

    if not said:
        assert new_place(path, KIND) == path
        return
    with pytest.raises(OutputError) as refused:
        new_place(path, KIND)
    assert refused.value.messages[0].key == f"error.output.{said}"


def test_new_place_when_a_folder_has_one_then_it_gets_a_number(tmp_path: Path) -> None:
    assert new_place(tmp_path, KIND) == tmp_path / "b.json"
    (tmp_path / "b.json").write_text("{}")

    assert new_place(tmp_path, KIND) == tmp_path / "b-2.json"


def test_new_place_when_the_name_is_no_name_then_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        new_place(tmp_path / ("x" * 400), KIND)
