"""The right to volunteer: what was seen, its conditions and end, by whom; and nobody is taken on without."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.joining import selectors, services
from timegiven.joining.models import RightToVolunteer
from timegiven.kernel.refusals import NotAllowed, NotPermitted

pytestmark = pytest.mark.django_db
SEEN = {"evidence": "VISA", "conditions": "In term time", "expires_on": date(2007, 5, 24)}


def test_what_was_seen_is_kept_with_who_saw_it_and_when() -> None:
    application, mvpm = b.an_application(), b.an_mvpm()

    services.check_right(application, **SEEN, by=mvpm, at=b.NOW)

    kept = RightToVolunteer.objects.values("person", "evidence", "conditions", "expires_on", "checked_on", "checked_by")
    assert kept.get() == {"person": application.person.pk, "checked_on": b.TODAY, "checked_by": mvpm.pk, **SEEN}


@pytest.mark.parametrize(("days", "is_kept"), [(1, True), (0, False), (-1, False)])
def test_a_document_that_has_ended_is_refused(days: int, is_kept: bool) -> None:
    facts = SEEN | {"expires_on": b.TODAY + timedelta(days=days)}

    with nullcontext() if is_kept else pytest.raises(NotAllowed, match="the document ended on"):
        services.check_right(b.an_application(), **facts, by=b.an_mvpm(), at=b.NOW)

    assert RightToVolunteer.objects.exists() == is_kept


@pytest.mark.parametrize("expires_on", [None, b.TODAY])
def test_nobody_is_taken_on_without_it(expires_on: date | None) -> None:
    application = b.an_application(status="VETTED", references=2)
    if expires_on:
        RightToVolunteer.objects.update(expires_on=expires_on)
    else:
        RightToVolunteer.objects.all().delete()

    with pytest.raises(NotAllowed, match="right to volunteer here has not been checked, or has ended"):
        services.take_on(application, by=b.an_mvpm(), at=b.NOW)


def test_only_the_boroughs_mvpm_records_it_and_never_their_own() -> None:
    mvpm = b.an_mvpm()
    application, own = b.an_application(), b.an_application(mvpm)

    for of, person in ((application, application.person), (application, b.an_mvpm(b.a_borough("Brent"))), (own, mvpm)):
        with pytest.raises(NotPermitted):
            services.check_right(of, **SEEN, by=person, at=b.NOW)


def test_the_newest_look_counts_and_what_ends_soon_is_listed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: b.NOW)
    mvpm, person = b.an_mvpm(), b.a_volunteer("Grace Mills").person
    application = b.an_application(person)
    services.check_right(application, **SEEN, by=mvpm, at=b.NOW)
    client.force_login(mvpm)

    soon = "Grace Mills" in client.get(reverse("joining:rights_ending")).content.decode()
    services.check_right(application, **SEEN | {"expires_on": None}, by=mvpm, at=b.NOW)
    after = "Grace Mills" in client.get(reverse("joining:rights_ending")).content.decode()

    assert (soon, after, selectors.right_of(person).expires_on) == (True, False, None)


def test_the_page_records_and_keeps_what_was_typed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: b.NOW)
    application = b.an_application()
    client.force_login(b.an_mvpm())
    address = reverse("joining:check_right", args=[application.reference])

    wrong = client.post(address, {"evidence": "VISA", "conditions": "In term time", "expires_on": "1/1/2007"})
    client.post(address, {"evidence": "VISA", "conditions": "In term time", "expires_on": "1/1/2008"})

    assert 'value="In term time"' in wrong.content.decode()
    assert RightToVolunteer.objects.get().expires_on == date(2008, 1, 1)
    client.force_login(b.an_mvpm(b.a_borough("Brent")))
    assert client.get(address).status_code == 404
