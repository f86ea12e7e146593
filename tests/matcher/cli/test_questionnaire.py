"""``rapport questionnaire``: what can be answered, on paper too."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.commands import Rapport

from matcher.questionnaire.loader import load_questionnaire


def test_schema_when_asked_then_it_names_every_item_and_code(rapport: Rapport) -> None:
    done = rapport("questionnaire", "--schema")

    assert (done.code, done.err) == (0, "")
    responses = done.document["properties"]["responses"]["properties"]
    assert [*responses] == [item.id for item in load_questionnaire()]
    assert '"worry"' in done.out


@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param(("--blank", "OUT"), "My questions, on paper", id="express"),
        pytest.param(("--blank", "OUT", "--full"), "My questions, on paper (all)", id="full"),
        pytest.param(
            ("--blank", "OUT", "--paper", "a4", "--language", "es"),
            "Mis preguntas, en papel",
            id="Spanish",
        ),
        pytest.param(
            ("--blank", "OUT", "--large-print", "--airy"), "My questions, on paper", id="large"
        ),
        pytest.param(("--profile-form", "OUT"), "My profile as a practitioner", id="profile"),
    ],
)
def test_form_when_asked_for_then_it_is_saved(
    rapport: Rapport, tmp_path: Path, words: tuple[str, ...], title: str
) -> None:
    out = tmp_path / "form.pdf"
    done = rapport("questionnaire", *(out if word == "OUT" else word for word in words))

    assert (done.code, done.err) == (0, "")
    assert str(out) in done.out
    metadata = PdfReader(out).metadata
    assert metadata is not None
    assert metadata.title == title


@pytest.mark.parametrize("work", ["--blank", "--profile-form"])
def test_form_when_a_look_is_named_then_the_pdf_has_it(
    rapport: Rapport, tmp_path: Path, work: str
) -> None:
    out = tmp_path / "form.pdf"
    usual = _look(rapport, out, work)

    large = _look(rapport, out, work, "--large-print")
    airy = _look(rapport, out, work, "--airy")
    paper = _look(rapport, out, work, "--paper", "A4")

    assert 18 in large.sizes - usual.sizes
    assert airy.fonts != usual.fonts == large.fonts
    assert (usual.width, paper.width) == (612, 595)


@dataclass(frozen=True)
class _Look:
    sizes: set[float]
    fonts: set[str]
    width: int


def _look(rapport: Rapport, out: Path, *words: str) -> _Look:
    assert rapport("questionnaire", words[0], out, *words[1:]).code == 0
    page = PdfReader(out).pages[0]
    sizes: set[float] = set()
    page.extract_text(visitor_text=lambda _text, _cm, _tm, _font, size: sizes.add(size))
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
    names = {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts}
    return _Look(sizes, names, int(page.mediabox.width))


def test_profile_csv_when_one_is_there_then_a_sentence_says_so(
    rapport: Rapport, tmp_path: Path
) -> None:
    words = ("questionnaire", "--profile-csv", tmp_path / "list.csv")
    assert rapport(*words).code == 0

    done = rapport(*words)

    assert (done.code, done.out) == (1, "")
    assert "list.csv is there already, and somebody may have written in it." in done.err


def test_profile_csv_when_saved_then_it_imports(rapport: Rapport, tmp_path: Path) -> None:
    done = rapport("questionnaire", "--profile-csv", tmp_path / "list.csv")
    assert done.code == 0
    assert "list-codes.csv" in done.out

    report = rapport("import", "--json", tmp_path / "list.csv").document
    assert [finding["severity"] for finding in report["findings"]] == ["note"]
    assert (report["added"], report["skipped"]) == (0, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param((), "Say one thing to do", id="nothing"),
        pytest.param(("--schema", "--blank", "x.pdf"), "Say one thing to do", id="two things"),
        pytest.param(("--blank", "x.pdf", "--language", "xx"), "no texts in “xx”", id="language"),
        pytest.param(("--blank", "x.pdf", "--region", "xx"), "no region “xx”", id="region"),
    ],
)
def test_call_when_it_is_wrong_then_a_sentence_says_so(
    rapport: Rapport, words: tuple[str, ...], said: str
) -> None:
    done = rapport("questionnaire", *words)

    assert done.code == 2
    assert said in done.err
