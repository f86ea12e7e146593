"""Questions in words, and the short reason beside each."""

from matcher.checklist.question import Trigger
from matcher.checklist.selection import OfferedQuestion
from matcher.checklist.wording import in_one_line
from matcher.directory.field import STYLE_AXES
from matcher.errors import Message
from matcher.i18n import Catalogue
from matcher.questionnaire.response import ResponseSet

_GENERIC_TEXTS = {Trigger.DIFFERENT: "different", Trigger.NOT_SURE: "not_sure"}


def question_text(offered: OfferedQuestion, catalogue: Catalogue) -> str:
    """Return the question as the client would ask it, or as they wrote it."""
    if offered.question.words:
        return in_one_line(offered.question.words)
    about = offered.question.about
    if not about:
        return catalogue.text(f"question.{offered.id}.text")
    form = "old" if offered.reason.is_old else _GENERIC_TEXTS.get(offered.reason.trigger, "text")
    return catalogue.text(
        f"question.generic.{form}", what=Message(f"question.generic.what.{about}")
    )


def reason_text(offered: OfferedQuestion, answers: ResponseSet, catalogue: Catalogue) -> str:
    """Return why the question is there; the therapist may read it too."""
    trigger, subject = offered.reason.trigger, offered.reason.subject
    if trigger is Trigger.CONDITION:
        return catalogue.text(f"question.because.condition.{subject}")
    if offered.reason.is_old:
        return catalogue.text("question.because.old")
    step = answers.value(subject)
    if trigger is Trigger.DIFFERENT and subject in STYLE_AXES and isinstance(step, int):
        pole = "left" if step < 0 else "right"
        return catalogue.text(f"question.because.different_style.{subject}.{pole}")
    return catalogue.text(f"question.because.{trigger}")


def topic_text(topic: str, catalogue: Catalogue) -> str:
    """Return the heading a question stands under."""
    return catalogue.text(f"question.topic.{topic}")
