"""What a place asks for: how far somebody can go, or, where nobody travels, a license."""

from dataclasses import replace

from matcher.questionnaire.response import Place, Response, ResponseSet, State

ONLINE_FORMATS = frozenset({"video", "phone", "text_chat"})
"""Ways of meeting for which nobody travels, so that the distance does not matter."""


def fit_place(place: Place, *, is_online_only: bool) -> Place:
    """Return what a place asks for under the ways of meeting that were chosen.

    Who only meets online asks for no distance, but for somebody who may see people where they
    are. A ZIP code of the United States tells in which state that is; elsewhere a postcode does
    not, and nothing is guessed. Who may travel after all is not left with what was asked for only
    because they did not.

    Parameters
    ----------
    place
        As said by the person.
    is_online_only
        Whether no way of meeting was chosen for which anybody has to travel.
    """
    if not is_online_only:
        return place if place.max_km is not None else replace(place, licence_area=None)
    from matcher.directory.geography import locate_licence_area  # numpy comes with it

    area = place.licence_area or locate_licence_area(place.postcode or "", place.country or "")
    return replace(place, max_km=None, licence_area=area or None)


def fit_answers(answers: ResponseSet, *, is_online_only: bool) -> ResponseSet:
    """Return answers whose place asks for what the ways of meeting call for, as `fit_place`."""
    before = answers.responses.get("place")
    if before is None or not isinstance(before.value, Place):
        return answers
    place = fit_place(before.value, is_online_only=is_online_only)
    nothing = Response(state=State.NO_PREFERENCE)
    after = nothing if place == Place() else replace(before, value=place)
    return answers.with_response("place", after)
