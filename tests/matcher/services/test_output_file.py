"""A file is written whole or not at all."""

import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from matcher.document import Document, Section, Sheet, Ticks
from matcher.errors import OutputError
from matcher.pdf.document_pdf import document_pdf
from matcher.services.output_file import PDF_BEGINS, OutputKind, place_for, write_file

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


@pytest.mark.parametrize("kind", ["written_in", "other_pdf"])
def test_pdf_when_it_is_somebodys_own_then_it_is_left_alone(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "a.pdf"
    with pikepdf.open(BytesIO(_pdf("Old", is_fillable=True))) as pdf:
        if kind == "written_in":
            pdf.pages[0].Annots[0].V = pikepdf.Name.Yes
        else:
            pdf.docinfo["/Producer"] = "Another"
        pdf.save(target)
    before = target.read_bytes()

    with pytest.raises(OutputError) as caught:
        write_file(target, _pdf("New"), PDF)

    assert caught.value.messages[0].key == f"error.output.{kind}"
    assert target.read_bytes() == before


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
