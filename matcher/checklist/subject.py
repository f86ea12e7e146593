"""What is asked about, and which facts of a profile answer it."""

from matcher.directory.profile import Fact, Profile
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.criteria import load_criteria


def fields_of(subject: str) -> tuple[str, ...]:
    """Return the profile fields that answer a criterion or a requirement, the telling one first.

    A field that scoring does not ask about answers for itself.
    """
    model = load_criteria()
    is_known = subject in model or subject in model.standing
    return model.fields_of(subject) if is_known else (subject,)


def fact_of(subject: str, profile: Profile) -> Fact | None:
    """Return the fact that tells the source and day of a subject, if one is stated."""
    facts = (profile.facts.get(field) for field in fields_of(subject))
    return next((fact for fact in facts if fact is not None), None)


def subjects_of(result: ProfileResult) -> tuple[str, ...]:
    """Return what people are compared on: each need, then each wish, the heaviest first."""
    needs = [reason.item for reason in result.requirements]
    wishes = [part.criterion for part in result.contributions]
    return tuple(dict.fromkeys((*needs, *wishes)))
