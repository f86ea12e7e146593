"""Nothing of what is kept back can be read off a copy to share, by words or by what is asked."""

from collections.abc import Iterable, Mapping, Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.reading_sheets import words_of
from support.strategies import VALUES, profiles, responses

from matcher.checklist.selection import OfferedQuestion
from matcher.checklist.share_copy import kept_back
from matcher.directory.profile import Profile
from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Importance, Response, State, WeightWishes
from matcher.services.matching.match import Match, match
from matcher.services.matching.shared_match import shared_match
from matcher.services.sheets.checklist import ChecklistOptions, asked_in, make_document, suggest

_QUESTIONNAIRE = load_questionnaire()
_HIDDEN = kept_back(_QUESTIONNAIRE)
_SECRETS = ("Quillfeather", "zugzwang 4711")
_PRINTED_ONLY = {
    "first_meetings": st.sampled_from(_SECRETS),
    "names_pronouns": st.sampled_from(_SECRETS),
    "prior_help": st.sampled_from(["did_not_help", "mixed", "helped", "first_time"]),
    "trust_pace": st.sampled_from(["slowly", "expect_let_down"]),
    "when_off": st.sampled_from(["say_it", "go_quiet"]),
    "practise": st.just(("saying_no", "disagreeing")),
    "hide_people": st.just(("p-01",)),
}
_HIDDEN_VALUES = {item: values for item, values in VALUES.items() if item in _HIDDEN}


@st.composite
def _kept_back_answers(draw: st.DrawFn) -> dict[str, Response]:
    """Draw answers to items that are kept back, and ways of not answering them."""
    items = {**_HIDDEN_VALUES, **_PRINTED_ONLY}
    given_: dict[str, Response] = {}
    for item in sorted(draw(st.sets(st.sampled_from(sorted(items)), min_size=1, max_size=6))):
        if draw(st.integers(0, 3)):
            importance = draw(st.sampled_from([None, Importance.MATTERS_A_LOT]))
            given_[item] = Response(draw(items[item]), importance=importance)  # type: ignore[arg-type]
        else:
            given_[item] = Response(state=draw(st.sampled_from([*State])))
    own_words = Response(("being_heard",), own_words=_SECRETS[0])
    return given_ | ({"helped_or_not": own_words} if draw(st.booleans()) else {})


def _match(profile: Profile, answered: Mapping[str, Response], double: tuple[str, ...]) -> Match:
    answers = make_answers(answered, weights=WeightWishes(double=double))
    return match(MemoryDirectory([profile]), answers, seed=7)


def _offered(made: Match, profile: Profile) -> list[str]:
    selection = suggest(made, profile.id)
    return [each.id for each in (*selection.suggested, *selection.others)]


def _ids(offered: Iterable[OfferedQuestion]) -> list[str]:
    return [each.id for each in offered]


def _brought_up(offered: Iterable[OfferedQuestion]) -> set[tuple[str, str, str]]:
    return {(each.id, each.reason.trigger, each.reason.subject) for each in offered}


def _copy(profile: Profile, made: Match, picks: Sequence[str] = (), own: Sequence[str] = ()) -> str:
    options = ChecklistOptions(picks={profile.id: picks}, own={profile.id: own}, is_share_copy=True)
    return words_of(make_document(made, [profile.id], Catalogue("en"), options))


@settings(deadline=None, max_examples=60)
@given(
    profiles(),
    responses(),
    _kept_back_answers(),
    st.sampled_from(["culture", "experience"]),
    st.data(),
)
def test_copy_to_share_when_answers_are_kept_back_then_it_is_as_if_never_given(
    profile: Profile,
    answered: dict[str, Response],
    secret: dict[str, Response],
    double: str,
    data: st.DataObject,
) -> None:
    told = {item: response for item, response in answered.items() if item not in _HIDDEN}
    whole, other = _match(profile, told | secret, (double,)), _match(profile, told, ())
    kept, theirs = suggest(whole, profile.id), suggest(other, profile.id)
    in_both = [id_ for id_ in _ids(kept.suggested) if id_ in _ids(theirs.suggested)]
    free = sorted(_brought_up(kept.others) & _brought_up(theirs.others))
    gone = data.draw(st.sets(st.sampled_from(in_both), max_size=2) if in_both else st.just(set()))
    added = [each for each, *_ in data.draw(st.lists(st.sampled_from(free), max_size=2))]
    own = [f"As {_SECRETS[1]}, what would you say?"]

    picks, their_picks = (
        [*(id_ for id_ in _ids(page) if id_ not in gone), *added]
        for page in (kept.suggested, theirs.suggested)
    )
    assume(picks and their_picks)
    copy = _copy(profile, whole, [*picks, "own.1"], own)

    assert copy == _copy(profile, other, their_picks)
    assert [word for word in _SECRETS if word in copy] == []
    assert _copy(profile, whole, added) == _copy(profile, other, added)
    # Suggestions that were kept are no choice of anybody's.
    assert _copy(profile, whole, _ids(kept.suggested)) == _copy(profile, other)


def test_copy_to_share_when_all_picks_came_from_an_answer_kept_back_then_none_stands() -> None:
    profile = make_profile("p-0", accepting="yes", register="Example register")
    made = _match(profile, {"prior_help": Response("did_not_help")}, ())
    assert "E5" in _offered(made, profile)

    told = _copy(profile, made, ["E5"], ["As a woman from Old Mill, am I safe?"])

    assert told == _copy(profile, _match(profile, {}, ()))
    assert "Old Mill" not in told
    assert "my own questions" in told


def test_shared_match_when_made_then_people_seed_and_day_are_the_same() -> None:
    directory = MemoryDirectory([make_profile(f"p-{n}", accepting="yes") for n in range(4)])
    answers = make_answers(issues=("worry",), goals="in_writing")
    made = match(directory, answers, seed=7)

    shared = shared_match(made, asked_in(made))

    assert shared.evaluation.snapshot is made.evaluation.snapshot
    assert (shared.seed, shared.limit_days) == (made.seed, made.limit_days)
    assert shared.evaluation.preferences.today == made.evaluation.preferences.today
    assert [each.id for each in shared.criteria] == ["goals"]
    assert {each.id for each in made.criteria} == {"issues", "goals"}
