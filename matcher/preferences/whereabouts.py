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
        As said by the person: `max_km` in kilometres, above 0, `licence_area` in ISO 3166-2.
    is_online_only
        Whether no way of meeting was chosen for which anybody has to travel.

    Returns
    -------
    Place
        Where nobody travels, without `max_km`, and with the `licence_area` that was chosen or
        that the ZIP code tells; it stays ``None`` when neither is there or the ZIP code is not
        known. Otherwise as said, but without `licence_area` when there is no `max_km`. A place
        that came out of here comes out the same again. No place is an error.
    """
    if not is_online_only:
        return place if place.max_km is not None else replace(place, licence_area=None)
    from matcher.directory.geography import locate_licence_area  # numpy comes with it

    area = place.licence_area or locate_licence_area(place.postcode or "", place.country or "")
    return replace(place, max_km=None, licence_area=area or None)


def fit_answers(answers: ResponseSet, *, is_online_only: bool) -> ResponseSet:
    """Return answers whose place asks for what the ways of meeting call for, as `fit_place`.

    Parameters
    ----------
    answers
        Of which only ``place`` is read; without one they come back as they are.
    is_online_only
        As for `fit_place`.

    Returns
    -------
    ResponseSet
        The importance of the place stays. A place of which nothing is left becomes
        *no preference*.
    """
    before = answers.responses.get("place")
    if before is None or not isinstance(before.value, Place):
        return answers
    place = fit_place(before.value, is_online_only=is_online_only)
    nothing = Response(state=State.NO_PREFERENCE)
    after = nothing if place == Place() else replace(before, value=place)
    return answers.with_response("place", after)
