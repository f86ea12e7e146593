"""How old somebody may be who chose an age group, against a region's limit for young people."""

import re

from matcher.questionnaire.response import ResponseSet

AGE_ITEM = "age_band"

_BAND = re.compile(r"(\d+)(?:-(\d+))?")
_OLDEST = 200


def may_be_younger(answers: ResponseSet, limit: int) -> bool:
    """Tell whether the age group begins below `limit` years; without one, nobody is."""
    ages = _ages(answers)
    return ages is not None and ages[0] < limit


def may_be_of_age(answers: ResponseSet, limit: int) -> bool:
    """Tell whether the age group reaches up to `limit` years; without one, nobody does."""
    ages = _ages(answers)
    return ages is not None and ages[1] >= limit


def _ages(answers: ResponseSet) -> tuple[int, int] | None:
    """Return the first and the last year of the age group that was chosen."""
    band = _BAND.match(str(answers.value(AGE_ITEM)))
    return None if band is None else (int(band[1]), int(band[2] or _OLDEST))
