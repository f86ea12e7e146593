from pathlib import Path

import pytest
from support.importing import say, write

from matcher.errors import ImportFileError
from matcher.importers import text_form
from matcher.importers.text_form import decoded, encoding_of, form_of, sign_of

_HEAD = "id,name\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", "utf-8", id="empty"),
        pytest.param(_HEAD.encode(), "utf-8", id="ASCII"),
        pytest.param(_HEAD.encode() + b"\0\0\0\0", "utf-8", id="with zeros"),
        pytest.param(_HEAD.encode("utf-16-le"), "utf-16-le", id="without a mark"),
        pytest.param(_HEAD.encode("utf-16-be"), "utf-16-be", id="other order"),
        pytest.param(
            "id,name,city,一\n\u0100, \n,,,,,,,".encode("utf-16-le"),
            "utf-16-le",
            id="other letters",
        ),
        pytest.param(b"\xff\xfe", "utf-16-le", id="mark alone"),
        pytest.param(b"a\0b\0c\0d\0", "utf-8", id="no table"),
    ],
)
def test_encoding_when_told_by_the_first_bytes_then_it_is_sure(
    content: bytes, expected: str
) -> None:
    assert encoding_of(content) == expected


def test_head_when_decoded_then_its_mark_is_gone_and_a_cut_sign_is_left_out() -> None:
    assert decoded("\ufeffid,é".encode()[:-1], "utf-8") == "id,"
    assert decoded("\ufeffid".encode("utf-16-be"), "utf-16-be") == "id"


@pytest.mark.parametrize(
    ("content", "encoding", "word"),
    [
        pytest.param("id,name\n1,Zoë Ö\n".encode("cp1252"), "cp1252", "Zoë", id="Windows"),
        pytest.param("id,name\n1,“Ana”\n".encode("cp1252"), "cp1252", "“Ana”", id="quotes"),
        pytest.param("1,José\n".encode() + b"\xe9\n", "utf-8", "", id="one broken sign of UTF-8"),
        pytest.param(b"1,\xed\xa0\x80\n", "utf-8", "", id="half a pair"),
        pytest.param(b"1,\xe9\x81\n", "utf-8", "", id="a byte Windows has not"),
        pytest.param(b"1,\xe9\n\x00", "utf-8", "", id="no text"),
        pytest.param(b"a" * 100_000 + b",\xe9t\xe9\n", "cp1252", "été", id="far behind"),
    ],
)
def test_text_when_not_utf8_then_it_is_windows_only_if_it_looks_so(
    content: bytes, encoding: str, word: str, tmp_path: Path
) -> None:
    form = form_of(write(tmp_path, content))

    assert form.encoding == encoding
    assert [finding.message.params["word"][-len(word) :] for finding in form.remarks] == (
        [word] if word else []
    )
    for finding in form.remarks:
        say(finding.message)


def test_text_when_endless_then_only_its_beginning_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_form, "_LOOKED_AT", 8)

    assert form_of(write(tmp_path, b"id,name\n1,Jos\xe9\n")).encoding == "utf-8"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("name\nAna\n", ",", id="one column"),
        pytest.param("name\nAna;Bo\n", ",", id="one column, a list"),
        pytest.param("a;b;c\n1;2;3\n", ";", id="semicolons"),
        pytest.param("Name;Fee\nAna;80,50\nBo;90,00\n", ";", id="decimal commas"),
        pytest.param('"a;b",c\n"1;2",3\n', ",", id="semicolons in quotation marks"),
        pytest.param("id,issues\n1,a;b\n2,c;d\n3,e, f;g\n", ",", id="lists and a broken row"),
        pytest.param("a\tb, c\n1\t2, 3\n", "\t", id="tabs"),
        pytest.param("Our list\n\na|b|c\n1|2|3\n4|5|6\n", "|", id="title above"),
        pytest.param("a;b;c\n" + "1;2;3\n" * 20_000, ";", id="long"),
        pytest.param(f"a;b\n1;{'x' * 200_000}\n", ";", id="endless cell"),
    ],
)
def test_separator_when_looked_for_then_the_one_that_parts_evenly_is_found(
    text: str, expected: str, tmp_path: Path
) -> None:
    form = form_of(write(tmp_path, text))

    assert form.delimiter == expected
    for finding in form.remarks:
        assert finding.message.params["sign"] == sign_of(expected)
        say(finding.message)
    assert bool(form.remarks) is (expected != ",")


def test_file_when_missing_then_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError):
        form_of(tmp_path / "none.csv")
