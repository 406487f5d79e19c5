"""What stands in the log of whoever runs the site."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from timegiven.kernel.references import new_secret

pytestmark = pytest.mark.django_db


def written(records: list[logging.LogRecord]) -> str:
    """The records as the site's own log shows them."""
    (console,) = (each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler)
    return "\n".join(console.format(each) for each in records)


@pytest.mark.parametrize(
    ("name", "said"), [("rota:feed", "Not Found: /rota/calendar/….ics"), ("joining:appeal", "/joining/look-again/…/")]
)
def test_a_private_link_that_fails_leaves_no_secret_in_the_log(
    client: Client, caplog: pytest.LogCaptureFixture, name: str, said: str
) -> None:
    secret = new_secret()

    client.get(reverse(name, args=[secret]))

    assert said in written(caplog.records)
    assert secret not in written(caplog.records)


def test_neither_does_a_form_that_came_from_elsewhere(caplog: pytest.LogCaptureFixture) -> None:
    secret = new_secret()

    Client(enforce_csrf_checks=True).post(reverse("rota:by_link", args=[secret]), {"answer": "yes"})

    assert "Forbidden" in written(caplog.records)
    assert secret not in written(caplog.records)


def test_nor_does_the_story_behind_a_fault(caplog: pytest.LogCaptureFixture) -> None:
    secret = new_secret()

    trouble = RuntimeError(f"could not open /rota/letter/{secret}/")
    logging.getLogger("timegiven").error("trouble", exc_info=trouble)

    assert "could not open /rota/letter/…/" in written(caplog.records)
