"""Facts, wishes and questions in words, for whoever shows them."""

from matcher.checklist.question_wording import question_text, reason_text, topic_text
from matcher.checklist.reaching import ways_to_reach
from matcher.checklist.subject import fact_of, fields_of
from matcher.checklist.wording import (
    clipped,
    describe_asked,
    describe_name,
    describe_offered,
    describe_source,
    in_one_line,
)

__all__ = [
    "clipped",
    "describe_asked",
    "describe_name",
    "describe_offered",
    "describe_source",
    "fact_of",
    "fields_of",
    "in_one_line",
    "question_text",
    "reason_text",
    "topic_text",
    "ways_to_reach",
]
