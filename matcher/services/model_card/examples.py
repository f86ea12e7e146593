"""An example of a value in words: what was asked, what the profile says, what it is worth."""

from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Value
from matcher.scoring.published import ValueExample
from matcher.scoring.worked_example import example_preferences, example_profile
from matcher.services.people.wording import describe_asked, describe_offered

_COUNTS_DAYS = "start"


def example_row(example: ValueExample, words: Catalogue) -> tuple[str, str, str]:
    """Return an example as three cells of a table."""
    target = next(
        wish.target
        for wish in example_preferences(example).wishes
        if wish.criterion == example.criterion
    )
    profile = example_profile(example.offered)
    offered = describe_offered(example.criterion, profile, words)
    return _asked(example, target, words), offered, _value(example, words)


def _asked(example: ValueExample, target: Value, words: Catalogue) -> str:
    item = load_questionnaire().item(example.criterion)
    asked = describe_asked(item, target, words)
    if example.starred is not None:
        star = describe_asked(item, (example.starred,), words)
        return words.text("model.starred", asked=asked, star=star)
    if example.criterion == _COUNTS_DAYS:
        return words.text("model.on_day", asked=asked, day=example.today)
    return asked


def _value(example: ValueExample, words: Catalogue) -> str:
    if example.low == example.high:
        return words.number(example.low)
    return words.text("model.value_range", low=example.low, high=example.high)
