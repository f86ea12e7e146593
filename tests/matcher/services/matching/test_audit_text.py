"""An audit in words and as a document."""

import pytest

from matcher.i18n import Catalogue
from matcher.learning.audit_report import ABSENT, AuditReport, Check, Note, finding
from matcher.services.matching.audit_text import audit_document, audit_text, finding_text

_WORDS = Catalogue("en")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        pytest.param(
            finding(Check.PUBLISHED, ["goals"], published=3, found=9),
            "Goals: 3 is printed, and 9 is used.",
            id="share",
        ),
        pytest.param(
            finding(Check.PUBLISHED, ["balanced", "style"], published=24, found=ABSENT),
            "The way of working together in “Balanced”: 24 is printed, and none is used.",
            id="preset",
        ),
        pytest.param(
            finding(
                Check.EXAMPLES,
                ["issues"],
                examples=2,
                published_low=300,
                published_high=300,
                found_low=400,
                found_high=1000,
            ),
            "What it is about: 300 is printed, and the model gives 400 to 1,000. "
            "Examples that differ: 2.",
            id="value",
        ),
        pytest.param(
            finding(Check.WEIGHTS, ["goals"], published=1234.5678, found=1300, times=2),
            "Goals: the weight should be 1,234.57 of 10,000, and it is 1,300.",
            id="weight",
        ),
        pytest.param(finding(Check.SUMS, []), "A score is not the sum of its parts.", id="sum"),
        pytest.param(
            finding(Check.DEPENDENCE, ["goals"], published=-1.0, found=2.0),
            "Goals: what a profile says should move a score by -1, and moves it by 2.",
            id="dependence",
        ),
        pytest.param(
            finding(Note.NEVER_FIRST, ["p-1"], of=44, by_chance=3),
            "Of 44 people who may take clients, 1 was never in a first five: p-1. "
            "By chance alone it would be about 3.",
            id="never-first",
        ),
        pytest.param(
            finding(Note.SAYS_LITTLE, [f"p-{number}" for number in range(10)]),
            "10 profiles say very little, so they seldom come first: "
            "p-0, p-1, p-2, p-3, p-4, p-5, p-6, p-7 and 2 more.",
            id="many",
        ),
        pytest.param(
            finding(Note.UNSAID, ["of_somebody_elses"]),
            "Nobody says anything about: of_somebody_elses.",
            id="no-word-for-it",
        ),
    ],
)
def test_finding_when_said_then_it_names_what_and_how_much(said: object, text: str) -> None:
    assert finding_text(said, _WORDS) == text  # type: ignore[arg-type]


_REPORT = AuditReport(
    {Check.PUBLISHED: 77, Check.SUMS: 1},
    (
        finding(Check.PUBLISHED, ["goals"], published=3, found=9),
        finding(Note.NEAR_IDENTICAL, ["p-1", "p-2"], difference=0.0),
    ),
    profiles=2,
    clients=1,
)


def test_report_when_printed_then_a_failure_stands_below_its_check_and_notes_at_the_end() -> None:
    lines = audit_text(_REPORT, _WORDS).splitlines()

    assert lines[0].startswith("The model does not do what")
    place = lines.index("differs  The points and shares are as printed (77 numbers).")
    assert lines[place + 1].strip() == "Goals: 3 is printed, and 9 is used."
    assert lines[place + 2].startswith("ok")
    assert lines[-1].startswith("- Two profiles are nearly the same: p-1 and p-2.")


def test_report_when_made_a_document_then_it_holds_keys_numbers_and_sentences() -> None:
    document = audit_document(_REPORT, _WORDS)

    assert document["passed"] is False
    assert document["checks"][0] == {"id": "published", "status": "differs", "comparisons": 77}
    assert document["failures"][0]["numbers"] == {"published": 3, "found": 9}
    assert document["notes"][0]["subjects"] == ["p-1", "p-2"]


@pytest.mark.parametrize("key", [*Check, *Note])
def test_key_when_there_is_a_new_one_then_it_has_words_in_every_language(key: Check | Note) -> None:
    kind = ("check", "failure") if isinstance(key, Check) else ("notes_on",)
    assert all(_WORDS.has(f"audit.{domain}.{key}") for domain in kind)
