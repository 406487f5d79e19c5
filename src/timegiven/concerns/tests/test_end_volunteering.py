"""Someone leaves: everything is let go of at once, and nobody asks why."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_report,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    an_offer,
    the_central_team,
)
from timegiven.audit.models import Event
from timegiven.concerns import access, services
from timegiven.concerns.models import Leaving, OfferedWord
from timegiven.hours.models import Entry
from timegiven.joining.models import Clearance, Pass
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people.models import Volunteer
from timegiven.placements.models import AwareAccount, Placement
from timegiven.rota.models import Offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def placement():
    """Someone with everything that can be let go of: a placement, a duty, a pass, an AWARE account, hours."""
    unit = a_unit()
    return a_ready_volunteer(unit=unit, version=an_approved_version(unit=unit, needs_aware=True))


@pytest.mark.clause(81, 84, 120)
def test_everything_is_let_go_of_in_one_deed(placement):
    an_mvpm()
    accepted = an_offer(placement, status="ACCEPTED")
    person = placement.volunteer.person

    services.end_volunteering(placement.volunteer, by=person, at=NOW)

    volunteer = Volunteer.objects.get(person=person)
    assert (volunteer.status, volunteer.left_on) == (Volunteer.Status.LEFT, TODAY)
    assert Placement.objects.get().status == Placement.Status.ENDED
    assert Offer.objects.get(pk=accepted.pk).status == Offer.Status.RELEASED
    assert Pass.objects.get(person=person).status == Pass.Status.RECALLED
    assert AwareAccount.objects.get(person=person).until_on == TODAY
    assert Clearance.objects.get(person=person).until_on == TODAY
    assert Event.objects.filter(act="ended volunteering", about=person.reference).count() == 1


@pytest.mark.clause(120)
def test_the_time_given_stays(placement):
    report = a_report(placement)

    services.end_volunteering(placement.volunteer, by=placement.volunteer.person, at=NOW)

    assert list(Entry.objects.values_list("minutes", flat=True)) == [report.minutes]


def test_the_volunteer_is_thanked_and_the_manager_told(placement):
    manager = an_mvpm()

    services.end_volunteering(placement.volunteer, by=placement.volunteer.person, at=NOW)

    written = set(Letter.objects.values_list("template", "recipient"))
    assert ("concerns/thank_you", placement.volunteer.person.reference) in written
    assert ("concerns/has_left", manager.reference) in written


@pytest.mark.clause(120)
def test_a_word_that_was_offered_names_nobody():
    volunteer = a_volunteer()

    services.end_volunteering(volunteer, by=volunteer.person, at=NOW, offered_word="travel")

    word = OfferedWord.objects.get()
    assert (word.word, word.month) == ("travel", date(2007, 4, 1))
    assert {field.name for field in OfferedWord._meta.get_fields()} == {"id", "word", "month"}


def test_leaving_twice_is_refused_in_plain_words():
    volunteer = a_volunteer()
    services.end_volunteering(volunteer, by=volunteer.person, at=NOW)

    with pytest.raises(NotAllowed, match="Nothing has changed"):
        services.end_volunteering(volunteer, by=volunteer.person, at=NOW)

    assert Leaving.objects.count() == 1


@pytest.mark.clause(118, 120)
def test_who_may_end_it():
    volunteer = a_volunteer()
    people = {
        "volunteer": volunteer.person,
        "mvpm": an_mvpm(),
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "unit manager": a_unit_manager(a_unit()),
        "another volunteer": a_volunteer().person,
        "central team": the_central_team(),
    }

    assert {who: access.leave(person, volunteer, TODAY) for who, person in people.items()} == {
        "volunteer": True,
        "mvpm": True,
        "mvpm elsewhere": False,
        "unit manager": False,
        "another volunteer": False,
        "central team": False,
    }
    with pytest.raises(NotPermitted, match="need not say why"):
        services.end_volunteering(volunteer, by=people["unit manager"], at=NOW)


@pytest.mark.clause(120)
def test_the_page_asks_nothing_that_must_be_answered(client):
    volunteer = a_volunteer()
    client.force_login(volunteer.person)

    page = client.post(reverse("concerns:leave", args=[volunteer.reference]), {"once": "k"})

    assert page.headers["Location"] == reverse("concerns:left")
    assert "Thank you for the time you gave" in client.get(reverse("concerns:left")).text
    assert OfferedWord.objects.count() == 0


def test_the_manager_is_not_shown_the_question(client):
    volunteer = a_volunteer()
    client.force_login(an_mvpm())

    page = client.get(reverse("concerns:leave", args=[volunteer.reference]))

    assert "Please do not ask for one" in page.text
    assert "offered_word" not in page.text


def test_the_leaving_of_another_boroughs_volunteer_does_not_exist(client):
    volunteer = a_volunteer()
    client.force_login(an_mvpm(a_borough("Hackney")))

    assert client.get(reverse("concerns:leave", args=[volunteer.reference])).status_code == 404


def test_going_back_after_leaving_shows_the_goodbye_again(client):
    volunteer = a_volunteer()
    services.end_volunteering(volunteer, by=volunteer.person, at=NOW)
    client.force_login(volunteer.person)

    back = client.get(reverse("concerns:leave", args=[volunteer.reference]))

    assert (back.status_code, back.headers["Location"]) == (302, reverse("concerns:left"))


def test_no_letter_that_waits_asks_a_leaver_for_anything(placement):
    offer, person = an_offer(placement), placement.volunteer.person
    letters.write("joining/yearly_look", to=person, at=NOW, ask="")
    letters.write("rota/not_coming", to=person, at=NOW, about=[offer], duty=offer.duty)
    letters.write("expenses/bank_changed", to=person, at=NOW)

    services.end_volunteering(placement.volunteer, by=person, at=NOW)

    overtaken = Letter.objects.filter(status="OVERTAKEN").values_list("template", "why_overtaken")
    assert dict(overtaken) == {
        "joining/yearly_look": "They have left",
        "rota/not_coming": "Their name is not down any more",
    }
    assert Letter.objects.get(template="expenses/bank_changed").status == "OWED"
