"""Questions in words, and the short reason beside each."""

from matcher.checklist.gaps import Quote
from matcher.checklist.hours import describe_hours, hours_asked_for
from matcher.checklist.question import Trigger
from matcher.checklist.selection import OfferedQuestion, Reason
from matcher.checklist.wording import describe_offered, in_one_line
from matcher.directory.field import STYLE_AXES
from matcher.errors import Message
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Money, ResponseSet, Times

_GENERIC_TEXTS = {Trigger.DIFFERENT: "different", Trigger.NOT_SURE: "not_sure"}


def question_text(offered: OfferedQuestion, catalogue: Catalogue) -> str:
    """Return the question as the client would ask it, or as they wrote it."""
    if offered.question.words:
        return in_one_line(offered.question.words)
    about = offered.question.about
    if not about:
        return catalogue.text(f"question.{offered.id}.{offered.form}")
    reason = offered.reason
    what = Message(f"question.generic.what.{about}")
    if reason.quote is not None:
        return _reading_back(reason, reason.quote, what, catalogue)
    form = _GENERIC_TEXTS.get(reason.trigger, "text")
    if reason.is_old or reason.is_unclear:
        form = "old" if reason.is_old else "unclear"
    return catalogue.text(f"question.generic.{form}", what=what)


def names_limit(offered: OfferedQuestion) -> bool:
    """Tell whether a question says itself what the person can pay."""
    reason = offered.reason
    asked = None if reason.quote is None else reason.quote.asked
    return bool(offered.question.about) and not reason.is_old and isinstance(asked, Money)


def _reading_back(reason: Reason, quote: Quote, what: Message, catalogue: Catalogue) -> str:
    asked = quote.asked
    said = describe_offered(reason.subject, quote.profile, catalogue)
    if isinstance(asked, Times):
        hours = hours_asked_for(asked, quote.profile.tokens("times"))
        said = describe_hours(hours, catalogue, in_a_sentence=True)
    if reason.is_old:
        return catalogue.text("question.generic.quoted.old", said=said)
    if not isinstance(asked, Money):
        return catalogue.text("question.generic.quoted.unclear", said=said, what=what)
    if not asked.limit:
        return catalogue.text("question.generic.quoted.free", said=said)
    limit = catalogue.money(asked.limit, asked.currency)
    return catalogue.text("question.generic.quoted.limit", said=said, limit=limit)


def reason_text(offered: OfferedQuestion, answers: ResponseSet, catalogue: Catalogue) -> str:
    """Return why the question is there; the therapist may read it too."""
    trigger, subject = offered.reason.trigger, offered.reason.subject
    if trigger is Trigger.CONDITION:
        return catalogue.text(f"question.because.condition.{subject}")
    if offered.reason.is_old:
        return catalogue.text("question.because.old")
    if offered.reason.is_unclear:
        return catalogue.text("question.because.unclear")
    step = answers.value(subject)
    if trigger is Trigger.DIFFERENT and subject in STYLE_AXES and isinstance(step, int):
        pole = "left" if step < 0 else "right"
        return catalogue.text(f"question.because.different_style.{subject}.{pole}")
    if offered.reason.is_partial:
        return catalogue.text("question.because.partly")
    return catalogue.text(f"question.because.{trigger}")


def topic_text(topic: str, catalogue: Catalogue) -> str:
    """Return the heading a question stands under."""
    return catalogue.text(f"question.topic.{topic}")
