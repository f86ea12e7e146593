"""Which pages a sitting goes through, and in which order; `ui.navigation` walks them."""

from matcher.preferences.age import AGE_ITEM
from matcher.questionnaire.definition import Page
from ui.controllers.sitting_controller import SittingController

EACH_TIME = frozenset({"pause", "youth"})
"""Pages that hang on what is still to come, or on what was just changed."""

_BEFORE = ("welcome", "helper", "comfort")
_AFTER = ("priorities", "review", "results", "checklist")


def page_order(sitting: SittingController) -> list[str]:
    """Return the ids of the pages of the express path, from the first to the last."""
    questionnaire = sitting.questionnaire
    items = [page.id for page in questionnaire.pages]
    items.insert(items.index(questionnaire.pause_before), "pause")
    items.insert(1, "youth")
    return [*_BEFORE, *items, *_AFTER]


def is_passed_over(page: str, sitting: SittingController) -> bool:
    """Tell whether *Next* leaves a page out as things stand."""
    if page == "helper":
        return not sitting.is_helper
    if page == "youth":
        return not sitting.is_too_young
    if page == "pause":
        return sitting.passed_pause
    pages = (*sitting.private_pages, *sitting.questionnaire.more)
    private = {one.id for one in pages if sitting.questionnaire.is_private(one)}
    return sitting.skips_private and page in private


def run_of(page: Page) -> tuple[str, ...]:
    """Return what is gone through to change one page: behind the age comes its limit."""
    return (page.id, "youth") if AGE_ITEM in page.items else (page.id,)


def run_from(page: Page, sitting: SittingController) -> tuple[str, ...]:
    """Return the pages that are gone through when one is opened among all there are.

    A page of the express path stands alone, as `run_of`. One beyond it is followed by the
    others of its section; before the first private one comes the pause, if it was not passed.
    """
    questionnaire = sitting.questionnaire
    beyond = questionnaire.more
    section = questionnaire.section_of(page)
    following = beyond[beyond.index(page) + 1 :] if page in beyond else ()
    pages = [page]
    pages += [
        one
        for one in following
        if questionnaire.section_of(one) == section and sitting.is_asked(one.items[0])
    ]
    ids = [one.id for one in pages]
    private = [one.id for one in pages if questionnaire.is_private(one)]
    if private and not sitting.passed_pause:
        ids.insert(ids.index(private[0]), "pause")
    return (*ids, *run_of(page)[1:])
