"""Everything a profile states, by subject, with the wish beside each fact."""

from collections.abc import Iterator

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from matcher.services.wording import describe_name, fields_of
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


def is_silent(words: FactWords) -> bool:
    """Tell whether nothing is stated and nobody asked: not worth a row of its own."""
    return not words.source and not words.wish


def _fact(subject: str, result: ProfileResult, profile: Profile, words: ResultWords) -> FactWords:
    text = words.language.text
    source = words.source(subject, profile)
    stated = words.offered(subject, profile) if source else text("profile.not_stated")
    if source and _has_aged(subject, profile, words):
        source = text("profile.aged", said=source)
    own = f"profile.fact.{subject}"
    name = (
        text(own) if words.language.has(own) else describe_name(subject, words.language.catalogue)
    )
    return FactWords(name, stated, source, *_wish(subject, result, words))


def _has_aged(subject: str, profile: Profile, words: ResultWords) -> bool:
    """Tell whether what is stated is too old to count."""
    facts = words.match.evaluation.facts
    fields = [field for field in fields_of(subject) if field in profile.facts]
    return not any(profile.counting(field, facts.limit_days, facts.today) for field in fields)


def _wish(subject: str, result: ProfileResult, words: ResultWords) -> tuple[str, str, Block | None]:
    text = words.language.text
    for part in result.contributions:
        if part.criterion == subject:
            fit = text(f"results.kind.{kind_of(part)}")
            asked = words.asked(subject, part.asked)
            return text("profile.wish", asked=asked), fit, block_of(part)
    for reason in result.requirements:
        if reason.item == subject:
            kind, block = NEED_BLOCKS[reason.status]
            asked = words.asked(subject, reason.asked) or text("profile.yes")
            return text("profile.need", asked=asked), text(f"results.kind.{kind}"), block
    return "", "", None
