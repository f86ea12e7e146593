"""Invented clients: seeded, valid, and asking about everything there is."""

from datetime import date

import pytest
from support.directories import TODAY

from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.learning.invented_clients import Crowd, invent_clients, invent_thorough_clients
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place
from matcher.scoring.criteria import load_criteria
from matcher.scoring.model import AdditiveValueModel
from matcher.services.directory.sample_directory import sample_directory


def _crowd(*profiles: Profile, today: date = TODAY) -> Crowd:
    return Crowd(load_questionnaire(), load_criteria(), build_snapshot(profiles), today)


def _sample() -> Crowd:
    return _crowd(*sample_directory().profiles())


def test_clients_when_the_seed_is_the_same_then_they_are_the_same() -> None:
    crowd = _sample()

    assert [*invent_clients(crowd, 5, 1)] == [*invent_clients(crowd, 5, 1)]
    assert [*invent_clients(crowd, 5, 1)] != [*invent_clients(crowd, 5, 2)]


def test_thorough_client_when_invented_then_every_criterion_is_a_wish() -> None:
    (client,) = invent_thorough_clients(_sample(), 1, 0)

    asked = {wish.criterion for wish in client.wishes}
    assert asked == {criterion.id for criterion in load_criteria().criteria}
    assert client.must_haves == ()


def test_clients_when_there_are_many_then_every_criterion_is_asked_by_somebody() -> None:
    clients = [*invent_clients(_sample(), 60, 0)]

    asked = {wish.criterion for client in clients for wish in client.wishes}
    assert asked == {criterion.id for criterion in load_criteria().criteria}
    assert any(client.must_haves for client in clients)
    assert {client.weights.preset for client in clients} == {*load_criteria().presets}


@pytest.mark.parametrize("profiles", [[], [Profile("p-1", {})]], ids=["nobody", "a-silent-one"])
def test_clients_when_the_directory_says_nothing_then_they_ask_all_the_same(
    profiles: list[Profile],
) -> None:
    crowd = _crowd(*profiles)
    (client,) = invent_thorough_clients(crowd, 1, 0)

    AdditiveValueModel(crowd.criteria).evaluate(crowd.snapshot, client)

    assert len(client.wishes) == len(crowd.criteria.criteria)


def test_clients_when_the_directory_has_places_and_prices_then_they_ask_in_its_terms() -> None:
    crowd = _sample()
    targets = [wish.target for one in invent_thorough_clients(crowd, 9, 0) for wish in one.wishes]

    prices = [target for target in targets if isinstance(target, Money)]
    places = [target for target in targets if isinstance(target, Place)]
    assert {price.currency for price in prices} == {"USD"}
    assert all(place.latitude in crowd.snapshot.latitude.tolist() for place in places)
