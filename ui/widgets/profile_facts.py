"""Everything a profile states, by subject, with the wish beside each fact."""

from collections.abc import Iterator

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from matcher.services.wording import describe_name
from ui.widgets.fact_row import FactWords
from ui.widgets.fit_strip import Block
from ui.widgets.result_words import NEED_BLOCKS, ResultWords, block_of, kind_of

SECTIONS = (
    (
        "work",
        (
            "style_steer", "style_plan", "style_feelings", "style_time", "style_challenge",
            "style_us", "style_talk", "style_words", "style_sharing", "style_pace",
            "approaches", "tools",
        ),
    ),
    ("experience", ("issues", "experience_years", "medication", "participants", "age_band")),
    ("times", ("accepting", "start", "times", "frequency", "session_length", "duration")),
    ("money", ("fee", "payers")),
    ("place", ("formats", "place", "access", "adjustments", "reminders")),
    (
        "culture",
        (
            "languages", "communities", "affirming", "shared_identity", "therapist_gender",
            "faith_stance", "family_role",
        ),
    ),
    ("agreement", ("goals", "feedback", "contact", "boundaries", "boundaries_text")),
    (
        "standing",
        (
            "title", "credential", "qualification", "register", "register_number", "licence",
            "supervisor", "supervision",
        ),
    ),
    ("reach", ("contact_by", "phone", "email", "website")),
)  # fmt: skip
"""What is shown, in order: criteria and requirements by their id, other facts by their field."""

_ONLY_WHEN_STATED = frozenset(
    {"title", "credential", "register_number", "supervisor", "supervision", "boundaries_text"}
    | {"phone", "email", "website"}
)


def fact_words(
    subjects: tuple[str, ...], result: ProfileResult, profile: Profile, words: ResultWords
) -> Iterator[tuple[str, FactWords]]:
    """Yield each subject of a section with what its row says."""
    for subject in subjects:
        if subject not in _ONLY_WHEN_STATED or profile.text(subject):
            yield subject, _fact(subject, result, profile, words)


def _fact(subject: str, result: ProfileResult, profile: Profile, words: ResultWords) -> FactWords:
    source = words.source(subject, profile)
    text = words.language.text
    stated = words.offered(subject, profile) if source else text("profile.not_stated")
    own = f"profile.fact.{subject}"
    name = (
        text(own) if words.language.has(own) else describe_name(subject, words.language.catalogue)
    )
    wish, block = _wish(subject, result, words)
    return FactWords(name, stated, source, wish, block)


def _wish(subject: str, result: ProfileResult, words: ResultWords) -> tuple[str, Block | None]:
    text = words.language.text
    for part in result.contributions:
        if part.criterion == subject:
            asked, kind = words.asked(subject, part.asked), kind_of(part)
            said = text("profile.wish", asked=asked, kind=text(f"results.kind.{kind}"))
            return said, block_of(part)
    for reason in result.requirements:
        if reason.item == subject:
            kind, block = NEED_BLOCKS[reason.status]
            asked = words.asked(subject, reason.asked) or text("profile.yes")
            return text("profile.need", asked=asked, kind=text(f"results.kind.{kind}")), block
    return "", None
