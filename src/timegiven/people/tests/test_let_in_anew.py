"""Somebody who lost their second step for signing in begins anew; nobody gets in by it but they."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests import builders as b
from tests.builders import NOW, TODAY
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people import access, services
from timegiven.people.models import Person

pytestmark = pytest.mark.django_db
PASSWORD = "a kettle, a bicycle"


def with_second_step(person: Person) -> Person:
    Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={"name": "A telephone"})
    Authenticator.objects.create(user=person, type=Authenticator.Type.RECOVERY_CODES, data={"seed": "x"})
    person.set_password(PASSWORD)
    person.save()
    return person


def test_staff_are_helped_by_the_central_team_and_volunteers_by_their_manager_too() -> None:
    team, mvpm, elsewhere = b.the_central_team(), b.an_mvpm(), b.an_mvpm(b.a_borough("Brent"))
    rose = b.a_volunteer().person
    both = b.a_volunteer().person
    b.Appointment.objects.create(person=both, role="HR", unit=b.the_force(), from_on=TODAY)

    def may(person: Person) -> list[bool]:
        return [access.let_in_anew(who, person, TODAY) for who in (team, mvpm, elsewhere, person)]

    assert may(rose) == [True, True, False, False]
    assert may(both) == [True, False, False, False]
    assert may(b.a_unit_manager(b.a_unit())) == [True, False, False, False]
    assert not access.let_in_anew(team, team, TODAY)
    with pytest.raises(NotPermitted):
        services.let_in_anew(with_second_step(rose), by=elsewhere, at=NOW)


def test_who_lost_their_telephone_is_signed_out_and_gets_in_by_their_own_address_alone(client: Client) -> None:
    team, niamh = b.the_central_team(), with_second_step(b.a_unit_manager(b.a_unit()))
    with_the_telephone = Client()
    with_the_telephone.force_login(niamh)
    client.force_login(team)
    address = reverse("people:let_in_anew", args=[niamh.reference])
    assert "Lost second step" in client.get(reverse("people:appointments")).text

    unsure = client.post(address, {"once": "a"})
    assert "Tick the box to go on" in unsure.text
    assert Authenticator.objects.filter(user=niamh).count() == 2
    done = client.post(address, {"once": "b", "is_sure": "on"}, follow=True)

    assert "signed out everywhere" in done.text
    assert not Authenticator.objects.filter(user=niamh).exists()
    assert with_the_telephone.get("/me/").status_code == 302
    assert not Client().login(email=niamh.email, password=PASSWORD)
    Client().post(reverse("account_reset_password"), {"email": niamh.email})
    assert [letter.to for letter in mail.outbox] == [[niamh.email]]
    assert Letter.objects.get(template="people/let_in_anew").to_email == niamh.email
    assert Event.objects.filter(act="let in anew", actor=team.reference, about=niamh.reference).count() == 1


def test_a_manager_finds_it_beside_the_volunteers_details_where_there_is_something_to_lose(client: Client) -> None:
    mvpm, rose = b.an_mvpm(), b.a_volunteer()
    client.force_login(mvpm)
    details, link = reverse("people:contact_of", args=[rose.reference]), "They have lost their second step"

    before = client.get(details).text
    with_second_step(rose.person)
    after = client.get(details).text
    client.post(reverse("people:let_in_anew", args=[rose.person.reference]), {"once": "a", "is_sure": "on"})

    assert [link in page for page in (before, after)] == [False, True]
    assert not Authenticator.objects.filter(user=rose.person).exists()
    with pytest.raises(NotAllowed, match="no second step is set up"):
        services.let_in_anew(rose.person, by=mvpm, at=NOW)
    other = b.a_unit_manager(b.a_unit())
    assert client.get(reverse("people:let_in_anew", args=[other.reference])).status_code == 404
