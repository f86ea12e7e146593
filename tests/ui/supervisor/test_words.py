import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.supervisor.words import LONGEST, Ending, ProcessKind, Said, Word, read, write


@pytest.mark.parametrize("word", [word for word in Word if word is not Word.FAULT])
def test_word_when_written_then_it_is_read_by_whom_it_is_for(word: Word) -> None:
    readers = [kind for kind in ProcessKind if read(kind, write(word)) == Said(word)]

    assert (ProcessKind.HELPER in readers) is (word is Word.ALIVE)
    assert bool(readers) is (word is not Word.SHOW)


@given(st.text())
def test_fault_when_written_then_it_is_short_and_holds_no_text(code: str) -> None:
    data = write(Word.FAULT, code)

    assert len(data) <= LONGEST
    said = read(ProcessKind.SITTING, data)
    assert said is not None
    assert said.word is Word.FAULT
    assert not set(said.code) & set(" \n'\"")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"ready now", id="more_than_a_word"),
        pytest.param(b"ready ", id="a_space"),
        pytest.param(b"fault", id="no_code"),
        pytest.param(b"fault somebody said so", id="a_sentence"),
        pytest.param(b"fault " + b"x" * 59, id="long"),
        pytest.param(b"leave", id="of_staff_alone"),
        pytest.param(b"show", id="of_the_supervisor"),
        pytest.param(b"\x80\x04K\x01.", id="pickle"),
    ],
)
def test_sitting_when_it_says_anything_else_then_it_is_not_heard(data: bytes) -> None:
    assert read(ProcessKind.SITTING, data) is None


@given(st.binary(max_size=LONGEST))
def test_bytes_when_any_are_sent_then_nothing_is_raised(data: bytes) -> None:
    for kind in ProcessKind:
        said = read(kind, data)
        assert said is None or write(*said) == data


@pytest.mark.parametrize(
    ("exit_code", "how"),
    [
        (0, Ending.DONE),
        (1, Ending.FAILED),
        (2, Ending.CUT_OFF),
        (3, Ending.FAILED),
        (-9, Ending.FAILED),
        (None, Ending.FAILED),
    ],
)
def test_code_when_a_process_ends_with_it_then_it_says_how(
    exit_code: int | None, how: Ending
) -> None:
    assert Ending.of(exit_code) is how
