import re
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from matcher import trace
from matcher.errors import MatcherError, Message, StoreError
from matcher.trace import LONGEST_CODE, as_code, code_word, fault_code, is_code, kind_of, trace_of

_Foreign = type("Ana Vidal\n", (Exception,), {})


class _NameOfAnErrorThatSomebodyThoughtUpOnAnAfternoonWithoutAnEndError(Exception):
    """Longer than a word may be."""


def _database_error() -> Exception:
    original = sqlite3.IntegrityError("Key (name)=(Ana Vidal) already exists")
    original.sqlite_errorname = "SQLITE_CONSTRAINT"
    return IntegrityError("INSERT INTO t VALUES (?)", {"name": "Ana Vidal"}, original)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        pytest.param(ValueError("Ana Vidal"), "ValueError", id="plain"),
        pytest.param(
            FileNotFoundError(2, "No such file", "/home/ana/x"),
            "FileNotFoundError[ENOENT]",
            id="file",
        ),
        pytest.param(OSError("Ana Vidal"), "OSError", id="without_a_number"),
        pytest.param(_database_error(), "IntegrityError[SQLITE_CONSTRAINT]", id="database"),
        pytest.param(
            StoreError(Message("error.store.locked", file="Ana")),
            "StoreError[error.store.locked]",
            id="ours",
        ),
        pytest.param(MatcherError(), "MatcherError", id="ours_without_a_word"),
        pytest.param(_Foreign(), "Unnamed", id="no_plain_letters"),
    ],
)
def test_kind_when_told_then_it_is_the_class_and_what_the_system_calls_it(
    error: Exception, kind: str
) -> None:
    assert kind_of(error) == kind


def test_kind_when_the_code_is_no_code_then_it_is_left_out() -> None:
    error = RuntimeError("x")
    error.sqlstate = "Ana Vidal"  # type: ignore[attr-defined]

    assert kind_of(error) == "RuntimeError"


def _raise_in_ours() -> None:
    kind_of(None)  # type: ignore[arg-type]
    trace._code_of(5)  # type: ignore[arg-type]
    raise ValueError(list(trace._places("Ana Vidal")))  # type: ignore[arg-type]


def _met(error: BaseException | None = None) -> BaseException:
    try:
        if error is not None:
            raise error
        _raise_in_ours()
    except BaseException as met:  # noqa: BLE001 - whatever it is
        return met
    raise AssertionError


def test_trace_when_told_then_it_names_modules_and_lines_and_causes_but_nothing_said() -> None:
    try:
        try:
            raise KeyError("Ana Vidal")
        except KeyError as error:
            raise OSError(28, "No space", "/home/ana") from error
    except OSError as error:
        told = trace_of(error)

    assert re.fullmatch(
        r"OSError\[ENOSPC\] at [\w.]*test_trace:\d+; after KeyError at [\w.]*test_trace:\d+", told
    )


def test_trace_when_the_cause_is_hidden_then_it_is_left_out() -> None:
    error = ValueError("x")
    error.__context__, error.__suppress_context__ = KeyError("y"), True

    assert trace_of(error) == "ValueError"


def test_trace_when_causes_go_in_a_ring_then_it_ends() -> None:
    one, other = ValueError("a"), KeyError("b")
    one.__cause__, other.__cause__ = other, one

    assert trace_of(one) == "ValueError; after KeyError"


def test_trace_when_calls_are_endless_then_a_few_are_told() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as met:
        deeper()

    assert trace_of(met.value).count("<") < 30


def test_code_when_ours_is_on_the_way_then_it_is_the_innermost_of_ours() -> None:
    error = _met()

    assert re.fullmatch(r"AttributeError:matcher\.trace:\d+", _code(error))


@pytest.mark.parametrize("error", [ValueError("Quokka"), _Foreign("Quokka"), KeyboardInterrupt()])
def test_code_when_told_then_it_is_one_short_word(error: BaseException) -> None:
    code = _code(_met(error))

    assert is_code(code)
    assert "Quokka" not in code


def test_code_when_names_are_long_then_the_line_is_kept() -> None:
    code = _code(_met(_NameOfAnErrorThatSomebodyThoughtUpOnAnAfternoonWithoutAnEndError()))

    assert is_code(code)
    assert re.search(r"test_trace:\d+$", code)


def test_code_when_there_is_no_traceback_then_it_is_the_class() -> None:
    assert fault_code(ValueError, None) == "ValueError"


def _code(error: BaseException) -> str:
    return fault_code(type(error), error.__traceback__)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        pytest.param("ValueError:ui.pages.page:12", "ValueError:ui.pages.page:12", id="a_code"),
        pytest.param("Ana Vidal", "?", id="words"),
        pytest.param("", "?", id="nothing"),
        pytest.param("x" * (LONGEST_CODE + 1), "?", id="too_long"),
        pytest.param("ValueError\n", "?", id="two_lines"),
    ],
)
def test_code_when_another_process_tells_it_then_only_a_code_is_kept(word: str, said: str) -> None:
    assert code_word(word) == said


@given(st.text())
def test_code_when_made_of_any_words_then_another_process_may_tell_it(words: str) -> None:
    assert is_code(as_code(words))
