from support.builders import make_profile

from matcher.directory.profile import Source
from ui.controllers.kept_drafts import KeptDrafts
from ui.controllers.person_draft import PersonDraft


def _draft(city: str, who: str) -> PersonDraft:
    draft = PersonDraft("p-1", Source.CLINIC, "2026-11-22")
    if city:
        draft.write("city", city, make_profile(), who)
    return draft


def test_drafts_when_kept_then_each_goes_back_to_who_wrote_it_the_oldest_first() -> None:
    kept = KeptDrafts()
    first, second, other = _draft("Ulm", "Kim"), _draft("Jena", "Kim"), _draft("Ems", "Bo")
    for draft in (first, other, second):
        kept.keep(draft)

    assert kept.names == ("Kim", "Bo")
    assert [kept.take("Kim"), kept.take("Kim"), kept.take("Kim")] == [first, second, None]
    assert kept.names == ("Bo",)


def test_draft_when_nobody_had_signed_in_then_it_is_anybodys() -> None:
    kept = KeptDrafts()
    kept.keep(draft := _draft("Ulm", ""))

    assert kept.take("Kim") is draft
    assert draft.who == "Kim"


def test_draft_when_nothing_is_written_then_it_is_not_kept() -> None:
    kept = KeptDrafts()
    kept.keep(_draft("", "Kim"))

    assert kept.names == ()
