import io
import re
import sys
from collections.abc import Callable

import pytest
from support.commands import Outcome, Rapport, call
from support.staff import NAME, PASSPHRASE, PIN, quick_hash

from matcher.services.staff import accounts

_Typed = Callable[..., Outcome]


@pytest.fixture
def typed(rapport: Rapport, monkeypatch: pytest.MonkeyPatch) -> _Typed:
    """Call the program with lines on its standard input."""
    monkeypatch.setattr(accounts, "SecretHash", quick_hash)

    def run(*words: str, lines: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        return rapport("staff", *words)

    return run


def test_staff_when_an_account_is_added_then_it_is_listed_and_the_code_shown_once(
    typed: _Typed,
) -> None:
    added = typed("add", NAME, lines=f"{PASSPHRASE}\n")

    assert (added.code, added.err) == (0, "")
    assert re.search(r"^ +(\w{4}-){6}\w{4}$", added.out, re.MULTILINE)
    pin = typed("set-pin", lines=f"{PIN}\n{PIN}\n")
    assert pin.out == "The PIN is set.\n"
    assert typed("list").out == f"{NAME}\n1 account.\nA PIN is set.\n"
    assert typed("list", "--json").document == {
        "pin": True,
        "accounts": [{"name": NAME, "locked": False}],
    }
    assert PASSPHRASE not in added.out
    assert PIN not in pin.out


@pytest.mark.parametrize(
    ("words", "lines", "said"),
    [
        (["add", "Bo"], "short\n", "15 characters or more"),
        (["add", "Bo"], "", "Nothing was typed"),
        (["add", "Bo"], "violet tram under rain\nviolet tram\n", "not the same"),
        (["add", "ana vidal"], f"{PASSPHRASE}\n", "There is an account for Ana Vidal"),
        (["set-pin"], "123456\n", "follow each other"),
        (["remove", "Bo"], "", "no account for Bo"),
        (["remove", NAME], "", "the only account"),
        (["passphrase", "Bo"], f"{PASSPHRASE}\n", "no account for Bo"),
        (["reset"], "ABCD\n", "28 letters and digits"),
    ],
)
def test_staff_when_something_will_not_do_then_a_sentence_says_why(
    typed: _Typed, words: list[str], lines: str, said: str
) -> None:
    typed("add", NAME, lines=f"{PASSPHRASE}\n")
    done = typed(*words, lines=lines)

    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert typed("list").out.startswith(f"{NAME}\n1 account.")


def test_staff_when_changed_and_removed_then_it_is_said(typed: _Typed) -> None:
    typed("add", NAME, lines=f"{PASSPHRASE}\n")
    typed("add", "Bo", lines="four green owls sleeping\n")

    changed = typed("passphrase", "bo", lines="five green owls sleeping\n")
    removed = typed("remove", "bo")

    assert changed.out == "Bo has a new passphrase.\n"
    assert removed.out == "Bo can no longer sign in.\n"


def test_staff_when_reset_with_the_code_then_all_is_forgotten(typed: _Typed) -> None:
    added = typed("add", NAME, lines=f"{PASSPHRASE}\n")
    found = re.search(r"(\w{4}-){6}\w{4}", added.out)
    assert found is not None

    assert typed("reset", lines=f"{found[0].lower()}\n").code == 0
    assert typed("list").out.startswith("0 accounts.")


def test_staff_when_done_then_it_is_among_the_acts(typed: _Typed, rapport: Rapport) -> None:
    typed("add", NAME, lines=f"{PASSPHRASE}\n")
    typed("set-pin", lines=f"{PIN}\n")

    acts = rapport("directory", "acts").out

    assert f"Account added: {NAME}" in acts
    assert "PIN set" in acts


def test_staff_when_run_as_a_process_then_the_secret_comes_from_a_pipe() -> None:
    done = call("staff", "add", NAME, input_=f"{PASSPHRASE}\n")

    assert (done.code, done.err) == (0, "")
    assert call("staff", "add", NAME, PASSPHRASE).code == 2


def test_staff_when_accounts_are_changed_then_the_trail_has_the_name_of_who_was_logged_in(
    typed: _Typed, rapport: Rapport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "rosa")
    for name in (NAME, "Bo"):
        typed("add", name, lines=f"{PASSPHRASE}\n")
    typed("passphrase", "Bo", lines="four green owls sleeping\n")
    typed("remove", "Bo")
    typed("set-pin", lines=f"{PIN}\n{PIN}\n")
    acts = rapport("directory", "acts", "--json").document["acts"]

    assert [(act["what"], act["who"]) for act in acts] == [
        ("pin_set", "rosa"),
        ("account_removed", "rosa"),
        ("account_changed", "rosa"),
        ("account_added", "rosa"),
        ("account_added", "rosa"),
    ]
