"""A new site, migrated and nothing more: every page answers in words, for a stranger and for its first staff."""

import re

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from tests.builders import the_central_team
from tests.doors.addresses import addresses
from timegiven.programme import services
from timegiven.programme.models import Strand

NOT_YET = "/joining/is-this-for-me/", "/joining/register/"  # they stand on the programme, and say that it is not there

pytestmark = pytest.mark.django_db


def pages() -> list[str]:
    """Every address, with a word that nothing is called by wherever something has to be named."""
    routes = {each.route for each in addresses(get_resolver())}
    return sorted("/" + re.sub(r"<[^>]*>", "nothing", route).replace("\\", "") for route in routes)


@pytest.mark.parametrize("who", ["a stranger", "the Central Team"])
def test_no_page_breaks_on_a_site_without_a_programme(client: Client, who: str) -> None:
    client.raise_request_exception = False
    if who == "the Central Team":
        client.force_login(the_central_team())
    assert not Strand.objects.exists()

    asked = [page for page in pages() if page not in NOT_YET]
    broken = [f"{act} {page}" for page in asked for act in ("get", "post") if _answers(client, act, page) >= 500]

    assert (broken, len(asked) > 400) == ([], True)


@pytest.mark.parametrize("address", NOT_YET)
def test_where_nobody_can_register_yet_the_page_says_so_and_whom_to_ask(client: Client, address: str) -> None:
    for answer in (client.get(address), client.post(address)):
        assert (answer.status_code, "Nobody can register yet" in answer.text) == (503, True)
        assert "ask about volunteering" in answer.text
    services.load_content(timezone.localdate())
    assert client.get(address).status_code == 200


def _answers(client: Client, act: str, page: str) -> int:
    with transaction.atomic():
        code: int = getattr(client, act)(page).status_code
        transaction.set_rollback(True)
    return code
