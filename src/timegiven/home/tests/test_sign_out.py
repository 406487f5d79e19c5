"""Signing out on a computer that somebody else uses next."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b

pytestmark = pytest.mark.django_db


def test_signing_out_clears_the_pages_that_the_browser_kept(client: Client) -> None:
    client.force_login(b.a_person())

    before, out, after = client.get("/"), client.post(reverse("account_logout")), client.get("/")

    assert [each.headers.get("Clear-Site-Data") for each in (before, out, after)] == [None, '"cache"', None]
