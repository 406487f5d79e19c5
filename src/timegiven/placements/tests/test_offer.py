"""Offer a volunteer a placement."""

import pytest

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_break,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_version,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    the_central_team,
)
from timegiven.audit.models import Event
from timegiven.joining.models import Pass
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements import services
from timegiven.placements.models import AwareAccount, Placement
from timegiven.training.models import Completion

pytestmark = pytest.mark.django_db


def _someone_to_offer(**marks):
    """A volunteer with everything in order but no placement, and the role and unit."""
    placement = a_ready_volunteer(unit=a_unit(), name="Ann Bee")
    volunteer, version, unit = placement.volunteer, placement.version, placement.unit
    placement.delete()
    return volunteer, version, unit


def _offer(volunteer, version, unit, *, by=None, weekly_minutes=240):
    by = by or an_mvpm()
    return services.offer(
        volunteer, version=version, unit=unit, weekly_minutes=weekly_minutes, pattern="Tuesdays", by=by, at=NOW
    )


@pytest.mark.clause(44, 45, 78)
def test_it_is_offered_with_a_time_each_week_and_the_volunteer_is_asked():
    volunteer, version, unit = _someone_to_offer()
    mvpm = an_mvpm()

    placement = _offer(volunteer, version, unit, by=mvpm)

    assert (placement.status, placement.weekly_minutes, placement.from_on) == ("OFFERED", 240, TODAY)
    assert [(step.status, step.by) for step in placement.steps.all()] == [("OFFERED", mvpm)]
    assert Event.objects.get(act="offered placement").about == volunteer.person.reference
    letter = Letter.objects.get()
    assert letter.to_name == "Ann Bee"
    assert "A no needs no reason" in letter.text


def test_training_pass_and_aware_may_still_be_missing():
    volunteer, version, unit = _someone_to_offer()
    Completion.objects.all().delete()
    Pass.objects.all().delete()
    AwareAccount.objects.all().delete()

    assert _offer(volunteer, version, unit).status == "OFFERED"


@pytest.mark.clause(74, 75)
def test_somebody_without_clearance_and_references_is_refused_with_both_reasons():
    version = an_approved_version(unit=a_unit())

    with pytest.raises(NotAllowed) as refusal:
        _offer(a_volunteer(), version, version.profile.unit)

    assert refusal.value.reason.startswith("We have not offered this placement. The satisfactory references")
    assert "no security check" in refusal.value.reason
    assert Placement.objects.count() == 0


@pytest.mark.clause(52)
@pytest.mark.parametrize("status", ["DRAFT", "SUBMITTED", "RETURNED", "RETIRED"])
def test_a_profile_that_is_not_approved_is_refused(status):
    volunteer, _, unit = _someone_to_offer()

    with pytest.raises(NotAllowed, match="not approved and in force"):
        _offer(volunteer, a_version(unit=unit, status=status), unit)


@pytest.mark.clause(53)
def test_a_unit_without_its_own_risk_assessment_is_refused():
    volunteer, version, _ = _someone_to_offer()

    with pytest.raises(NotAllowed, match="The risk assessment of this role at Archive, Camden is missing"):
        _offer(volunteer, version, a_unit("Archive"))


@pytest.mark.clause(34)
def test_more_time_a_week_than_the_month_holds_is_refused():
    with pytest.raises(NotAllowed, match="10 hours 1 minute a week would come to more than the 40 hours"):
        _offer(*_someone_to_offer(), weekly_minutes=601)


def test_the_same_role_at_the_same_unit_once_at_a_time():
    volunteer, version, unit = _someone_to_offer()
    _offer(volunteer, version, unit)

    with pytest.raises(NotAllowed, match="has “Front counter triage” at Front counter, Camden already"):
        _offer(volunteer, version, unit)

    assert Placement.objects.count() == 1


@pytest.mark.clause(50)
def test_several_volunteers_share_a_role():
    volunteer, version, unit = _someone_to_offer()
    other = a_ready_volunteer(unit=unit, version=version)

    _offer(volunteer, version, unit)

    assert set(Placement.objects.filter(version=version, unit=unit).values_list("volunteer", flat=True)) == {
        volunteer.pk,
        other.volunteer.pk,
    }


def test_somebody_on_a_break_is_not_offered_anything():
    volunteer, version, unit = _someone_to_offer()
    a_break(volunteer)

    with pytest.raises(NotAllowed, match="On a break"):
        _offer(volunteer, version, unit)


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (an_mvpm, True),
        (lambda: an_mvpm(a_borough("Barnet")), False),
        (lambda: a_unit_manager(a_unit()), False),
        (the_central_team, False),
        (lambda: a_volunteer().person, False),
    ],
)
def test_who_offers(who, may):
    volunteer, version, unit = _someone_to_offer()
    an_mvpm()

    if may:
        assert _offer(volunteer, version, unit, by=who()).status == "OFFERED"
    else:
        with pytest.raises(NotPermitted):
            _offer(volunteer, version, unit, by=who())


def test_not_at_a_unit_of_another_borough():
    volunteer, version, _ = _someone_to_offer()

    with pytest.raises(NotPermitted, match="units of their own borough"):
        _offer(volunteer, version, a_unit(borough=a_borough("Barnet")))


def _typed(version, unit, **more):
    return {
        "version": version.reference,
        "unit": unit.reference,
        "weekly_minutes_hours": "4",
        "weekly_minutes_minutes": "0",
        "pattern": "Tuesdays",
    } | more


def test_the_page_offers_and_leads_to_the_placement(client, the_day):
    volunteer, version, unit = _someone_to_offer()
    client.force_login(an_mvpm())
    address = f"/placements/people/{volunteer.reference}/offer/"

    shown = client.get(address)
    done = client.post(address, _typed(version, unit), follow=True)

    assert shown.status_code == 200
    placement = Placement.objects.get()
    assert done.redirect_chain[-1][0] == f"/placements/{placement.reference}/"
    assert "Front counter triage is offered to Ann Bee." in done.content.decode()


def test_what_is_typed_is_kept_on_a_refusal(client, the_day):
    volunteer, version, unit = _someone_to_offer()
    client.force_login(an_mvpm())

    page = client.post(
        f"/placements/people/{volunteer.reference}/offer/", _typed(version, unit, weekly_minutes_hours="11")
    )

    assert page.status_code == 200
    assert "would come to more than the" in page.content.decode()
    assert 'value="11"' in page.content.decode()
    assert 'value="Tuesdays"' in page.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [
        (an_mvpm, 200),
        (lambda: an_mvpm(a_borough("Barnet")), 404),
        (lambda: a_unit_manager(a_unit()), 404),
        (the_central_team, 403),
        (lambda: a_volunteer().person, 404),
    ],
)
def test_who_opens_the_page(client, who, status):
    volunteer, _, _ = _someone_to_offer()
    an_mvpm()
    client.force_login(who())

    assert client.get(f"/placements/people/{volunteer.reference}/offer/").status_code == status
