"""The programme ends somebody's volunteering: at any time, without a reason, and kindly."""

import pytest
from django.urls import reverse

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    an_offer,
    the_central_team,
)
from timegiven.concerns import access, services
from timegiven.concerns.models import Leaving, OfferedWord
from timegiven.joining.models import Clearance, Pass
from timegiven.kernel.refusals import NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Volunteer
from timegiven.placements.models import AwareAccount, Placement
from timegiven.programme import selectors as programme
from timegiven.programme.services import load_content
from timegiven.rota.models import Offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def placement() -> Placement:
    unit = a_unit()
    return a_ready_volunteer(unit=unit, version=an_approved_version(unit=unit, needs_aware=True))


@pytest.mark.clause(121)
def test_the_same_is_let_go_of_as_when_they_leave_by_themselves(placement):
    manager, team = an_mvpm(), the_central_team()
    accepted, person = an_offer(placement, status="ACCEPTED"), placement.volunteer.person

    services.cease(placement.volunteer, by=manager, at=NOW)

    volunteer = Volunteer.objects.get(person=person)
    assert (volunteer.status, volunteer.left_on) == (Volunteer.Status.LEFT, TODAY)
    assert Placement.objects.get().status == Placement.Status.ENDED
    assert Offer.objects.get(pk=accepted.pk).status == Offer.Status.RELEASED
    assert Pass.objects.get(person=person).status == Pass.Status.RECALLED
    assert AwareAccount.objects.get(person=person).until_on == TODAY
    assert Clearance.objects.get(person=person).until_on == TODAY
    written = set(Letter.objects.filter(template__startswith="concerns/").values_list("template", "recipient"))
    assert written == {("concerns/ceased", person.reference), ("concerns/has_ceased", team.reference)}


@pytest.mark.clause(121)
def test_the_letter_thanks_offers_a_talk_and_gives_no_reason(placement):
    manager, team = an_mvpm(), the_central_team()

    services.cease(placement.volunteer, by=manager, at=NOW)

    text = Letter.objects.get(template="concerns/ceased").text
    for words in ("Thank you for all the time you gave", manager.name, team.name, "you can ask to join again"):
        assert words in text


@pytest.mark.clause(121)
def test_no_reason_is_asked_for_or_kept(placement, client):
    manager = an_mvpm()
    client.force_login(manager)
    address = reverse("concerns:cease", args=[placement.volunteer.reference])
    page = client.get(address).text.split("<main")[-1]
    assert "<textarea" not in page
    assert 'type="text"' not in page

    client.post(address, {"once": "k", "is_sure": "on"})

    assert Volunteer.objects.get().status == "LEFT"
    assert OfferedWord.objects.count() == 0
    assert {field.name for field in Leaving._meta.get_fields()} == {"id", "reference", "volunteer", "at", "by"}
    assert set(Volunteer.objects.get().steps.values_list("why", flat=True)) <= {""}


@pytest.mark.clause(116, 117, 121)
def test_only_the_mvp_manager_ends_it_and_never_a_unit(placement):
    people = {
        "mvpm": an_mvpm(),
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "unit manager": a_unit_manager(placement.unit),
        "volunteer": placement.volunteer.person,
        "another volunteer": a_volunteer().person,
        "central team": the_central_team(),
    }

    assert {who for who, person in people.items() if access.cease(person, placement.volunteer, TODAY)} == {"mvpm"}
    with pytest.raises(NotPermitted, match="Only the Borough MVP Manager"):
        services.cease(placement.volunteer, by=people["unit manager"], at=NOW)


@pytest.mark.clause(117)
def test_the_programme_has_its_own_policy_with_an_owner_and_a_day_of_review(client):
    load_content(TODAY)
    document = programme.document_seen_by(an_mvpm(), TODAY, "dereg")

    assert document.owner == "Borough MVP Manager"
    edition = programme.edition("dereg", TODAY)
    assert edition.review_on > edition.issued_on
    assert "never used" in edition.body
    page = client.get(reverse("programme:document", args=["dereg"])).text
    assert "Owner: Borough MVP Manager" in page


@pytest.mark.clause(117)
def test_the_page_leads_to_that_policy(placement, client):
    client.force_login(an_mvpm())

    page = client.get(reverse("concerns:cease", args=[placement.volunteer.reference])).text

    assert reverse("programme:document", args=["dereg"]) in page


def test_a_second_press_changes_nothing(placement, client):
    manager = an_mvpm()
    services.cease(placement.volunteer, by=manager, at=NOW)
    client.force_login(manager)

    assert client.get(reverse("concerns:cease", args=[placement.volunteer.reference])).status_code == 404
    assert Leaving.objects.count() == 1
