"""What the documents say is so: commands, links, labels and remedies are the program's own."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from support.catalogues import entries
from support.doctor_words import faults, remedies
from support.rights import WRITTEN
from support.source import ROOT, name_of

from matcher.cli.program import Program
from matcher.i18n import Catalogue
from matcher.network_part import SWITCHES
from matcher.services.computer_check import window_libraries
from matcher.store.roles import Role

_DOCS = ROOT / "resources" / "docs"
_PAGES = sorted(_DOCS.glob("*.md"))
_ALL = (ROOT / "README.md", ROOT / "SECURITY.md", *_PAGES)
_TRANSLATED = sorted(_DOCS.glob("*.es.md"))
_FOR_PEOPLE = ("clients", "staff", "practitioners")
_INSTALLING = _DOCS / "installing.md"

_FENCE = re.compile(r"^ *```[a-z]*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
_ANCHOR = re.compile(r"\]\(([^)#]*)#([^)]+)\)")
_LABEL = re.compile(r"(?<![*\w])\*(?=\S)([^*\n]+)(?<=\S)\*")
_CODE = re.compile(r"`([^`\n]+)`")
_AS_ANOTHER = re.compile(r"^sudo -u \S+ -H env \S+=\S+ ")
_TARGET = re.compile(r"\s*make ([a-z][a-z-]*)")
_IN_THE_WAY = re.compile(
    r"^## (?:When something is in the way|Cuando algo estorba)\n(.*?)(?=^## |\Z)",
    re.MULTILINE | re.DOTALL,
)

# Commands of the window's own, which the command line hands on.
_WINDOWS = {"kiosk": {"--sample"}, "demo": {"--out"}}
_LOOKED_WITH = ("rapport", "rapport doctor", "rapport doctor --json", "rapport kiosk")
"""What finds out, and is no remedy."""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _lines_of_code(text: str) -> Iterator[str]:
    for block in _FENCE.findall(text):
        yield from block.replace("\\\n", " ").splitlines()
    yield from _CODE.findall(_FENCE.sub("", text))


def _commands(text: str) -> Iterator[str]:
    """Give every line that begins with the program's name, without what only explains it."""
    for line in _lines_of_code(text):
        line = _AS_ANOTHER.sub("", line)
        if re.match(r"\s*rapport( |$)", line):
            yield re.split(r"\s{3,}|;", line.strip())[0]


def _faults_of(line: str) -> list[str]:
    """Return the words and options of a command that the program does not know."""
    words = line.replace("[", " ").replace("]", " ").split()[1:]
    options = {word.partition("=")[0] for word in words if word.startswith("--")}
    command: click.Command = Program(Catalogue("en"))
    known = {"--help", "--smoke", "--verify", *_options(command)}
    context = click.Context(command)
    for word in words:
        if word in _WINDOWS:
            return sorted(options - known - _WINDOWS[word])
        inner = command.get_command(context, word) if isinstance(command, click.Group) else None
        if inner is None:
            if isinstance(command, click.Group) and word.islower() and word.isalpha():
                return [word]
            continue
        command, known = inner, known | _options(inner)
    return sorted(options - known)


def _options(command: click.Command) -> set[str]:
    return {name for option in command.params for name in option.opts if name.startswith("--")}


@pytest.mark.parametrize("path", _ALL, ids=name_of)
def test_commands_when_documents_name_them_then_the_program_knows_them(path: Path) -> None:
    strange = {line: found for line in _commands(_text(path)) if (found := _faults_of(line))}

    assert strange == {}


@pytest.mark.parametrize(
    "line",
    ["rapport inport FILE", "rapport import FILE --maping M", "rapport staff set-pins x --no"],
)
def test_command_when_it_is_not_known_then_it_is_found(line: str) -> None:
    assert _faults_of(line)


@pytest.mark.parametrize("path", _ALL, ids=name_of)
def test_links_when_followed_then_each_leads_to_a_file_and_a_heading(path: Path) -> None:
    text = _text(path)
    broken = [
        target
        for target in _LINK.findall(text)
        if not target.startswith("http") and not (path.parent / target).exists()
    ]
    broken += [
        f"{target}#{anchor}"
        for target, anchor in _ANCHOR.findall(text)
        if anchor not in _anchors(path.parent / target if target else path)
    ]

    assert broken == []


@pytest.mark.parametrize("path", _PAGES, ids=name_of)
def test_pages_when_they_name_each_other_then_by_their_titles_and_not_by_their_files(
    path: Path,
) -> None:
    files = {page.name for page in _PAGES} - {"clients.md"}  # an example of how files are named

    named = {*re.findall(r"[`[]([\w.-]+\.md)[`\]]", _text(path))}

    assert named & files == set()


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", _text(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", _ALL, ids=name_of)
def test_targets_when_documents_name_them_then_make_has_them(path: Path) -> None:
    made = set(re.findall(r"^([a-z-]+):", _text(ROOT / "Makefile"), re.MULTILINE))
    named = {one[1] for line in _lines_of_code(_text(path)) if (one := _TARGET.match(line))}

    assert named <= made


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", _FOR_PEOPLE)
def test_labels_when_documents_name_them_then_the_window_says_them(
    name: str, language: str
) -> None:
    """What stands in slanted letters is on a button, or is the heading of a page."""
    page = _text(_DOCS / (f"{name}.md" if language == "en" else f"{name}.{language}.md"))
    said = {entry for entry in entries(language).values() if isinstance(entry, str)}
    said |= {_text(each).partition("\n")[0].removeprefix("# ") for each in _PAGES}
    page = page.replace("**", "\0")

    assert [label for label in _LABEL.findall(page) if label not in said] == []


@pytest.mark.parametrize("path", _TRANSLATED, ids=name_of)
def test_document_when_translated_then_it_has_the_same_parts(path: Path) -> None:
    english = _text(path.with_name(path.name.replace(".es.", ".")))

    assert _shape(_text(path)) == _shape(english)


def _shape(text: str) -> list[str]:
    return [kind for kind, _ in re.findall(r"^(#+|\*|\d+\.) (.*)$", text, re.MULTILINE)]


def test_doctor_when_it_finds_fault_then_the_page_on_installing_says_it_and_what_to_do() -> None:
    page = _text(_INSTALLING)
    doctor = page.partition("## When something is in the way")[2].partition("What `rapport")[0]

    assert sorted(re.findall(r"\*\*(.+?)\*\*", doctor)) == sorted(faults().values())
    assert [key for key, text in remedies().items() if text not in doctor] == []


@pytest.mark.parametrize("path", _PAGES, ids=name_of)
def test_remedy_when_a_document_names_a_command_then_doctor_knows_it(path: Path) -> None:
    known = " ".join((*faults().values(), *remedies().values()))
    named = [
        line
        for section in _IN_THE_WAY.findall(_text(path))
        for line in _commands(section)
        if line not in _LOOKED_WITH and line.removesuffix(" --dry-run") not in known
    ]

    assert named == []


def test_commands_when_doctor_names_them_then_the_program_knows_them() -> None:
    said = " ".join((*faults().values(), *remedies().values()))
    named = set(re.findall(r"rapport (?:--)?[a-z-]+(?: [a-z]+-[a-z]+| reset)?(?: FILE)?", said))

    assert {"rapport --verify", "rapport staff set-pin", "rapport restore FILE"} <= named
    assert [line for line in named if _faults_of(line)] == []


def test_sample_when_the_page_on_commands_says_where_it_is_then_it_is_there() -> None:
    page = _text(_DOCS / "command-line.md").partition("## The sample")[2].partition("\n## ")[0]
    sample = ROOT / "resources" / "sample_directory"

    source, folder, package = re.findall(r"^\| .* \| `(.*)` \|$", page, re.MULTILINE)
    assert ROOT / source == sample
    assert folder == f"_internal/{source}"
    assert f"sample={package}\n" in _text(ROOT / ".ci" / "bare-debian")
    files = {line.rpartition("SAMPLE/")[2] for line in _commands(page) if "SAMPLE/" in line}
    assert files == {each.name for each in sample.iterdir()} - {"about.toml", "README.md"}


def test_switches_when_the_page_on_kiosks_names_them_then_doctor_knows_the_same() -> None:
    (paragraph,) = re.findall(
        r"If `rapport doctor` says that the system does not let it.*$",
        _text(_DOCS / "kiosk.md"),
        re.MULTILINE,
    )

    assert re.findall(r"`(\w+\.\w+ = \w+)`", paragraph) == [
        f"{name} = {allows}" for name, _, allows in SWITCHES
    ]


def test_times_when_two_documents_tell_the_same_measurement_then_they_tell_the_same() -> None:
    rows = dict(
        re.findall(r"^\| ([\d,]+) \| (\d+ ms) \|$", _text(_DOCS / "scale.md"), re.MULTILINE)
    )
    ((sizes, times),) = re.findall(
        r"^\| 20 wishes against (.*) people \| (.*) \| `make bench",
        _text(ROOT / "README.md"),
        re.MULTILINE,
    )

    assert times.split(", ") == [rows[size] for size in re.split(", | and ", sizes)]


def test_packages_when_documents_name_them_then_doctor_and_setup_know_the_same() -> None:
    page = _text(_INSTALLING)
    listed = re.search(r"apt install ([^`]*)```", page)
    assert listed is not None
    libraries = dict(window_libraries())

    assert listed[1].replace("\\", " ").split() == [*libraries.values()]
    setup = dict(re.findall(r"^(lib\S+) (lib\S+)$", _quoted_in_setup(), re.MULTILINE))
    assert setup == {package: file for file, package in libraries.items()}
    known = " ".join((*faults().values(), *remedies().values())).lower()
    assert [one for one in ("cups-client", "espeak-ng", "xwayland") if one not in known] == []


def _quoted_in_setup() -> str:
    lists = re.compile(r"^(?:painting|window)='\n(.*?)'$", re.MULTILINE | re.DOTALL)
    return "\n".join(lists.findall(_text(ROOT / ".ci" / "setup")))


def test_rights_on_a_server_when_the_page_lists_them_then_they_are_those_that_are_tried() -> None:
    verbs = {"nothing": (), "read": ("SELECT",), "add": ("INSERT",)}
    verbs["read and change"] = ("SELECT", "INSERT", "UPDATE", "DELETE")
    rows = re.findall(
        r"^\| `(\w+)` \| [^|]+ \| ([^|,]+)(?:, [^|]+)? \| ([^|,]+)(?:, [^|]+)? \|$",
        _text(_DOCS / "server.md"),
        re.MULTILINE,
    )

    assert {table: (verbs[staff], verbs[kiosk]) for table, staff, kiosk in rows} == {
        table: (may[Role.STAFF], may[Role.KIOSK]) for table, may in WRITTEN.items()
    }


def test_hooks_before_a_commit_when_read_then_they_are_local_and_name_no_address() -> None:
    hooks = _text(ROOT / ".pre-commit-config.yaml")

    assert set(re.findall(r"repo: (\S+)", hooks)) == {"local"}
    assert "://" not in hooks


def test_libraries_when_read_then_both_lists_are_there() -> None:
    file = ROOT / "resources" / "system" / "libraries.toml"

    assert [*tomllib.loads(_text(file))] == ["painting", "window"]
