"""Own cars: what insurers know, which papers were seen; a police vehicle never."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests import builders as a
from tests.builders import NOW, TODAY
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.placements import rules, selectors, services
from timegiven.placements.models import VehicleStatement
from timegiven.programme.models import Cover

FAR = TODAY + timedelta(days=100)


@pytest.mark.clause(105)
def test_the_own_car_needs_all_five():
    all_there = dict.fromkeys(("on_profile", "is_assessed", "is_covered", "licence_seen", "is_underwritten"), True)

    assert rules.missing_for_own_vehicle(**all_there) == []
    for one in all_there:
        assert len(rules.missing_for_own_vehicle(**all_there | {one: False})) == 1
    assert len(rules.missing_for_own_vehicle(**dict.fromkeys(all_there, False))) == 5


def _placed(**marks):
    unit = a.a_unit()
    return a.a_ready_volunteer(unit=unit, version=a.an_approved_version(unit=unit, **marks))


def _see(placement, kind, by=None, **changed):
    facts = {"seen_on": TODAY, "until_on": FAR}
    services.see_vehicle_paper(placement.volunteer, kind=kind, by=by or a.an_mvpm(), at=NOW, **facts | changed)


@pytest.mark.django_db
@pytest.mark.clause(105)
def test_it_may_be_used_once_role_cover_licence_and_insurer_are_in_order_and_until_they_run_out():
    placement = _placed(allows_own_vehicle=True)
    strand = placement.volunteer.strand
    Cover.objects.filter(kind="VEHICLE").delete()

    before = len(selectors.missing_for_own_vehicle(placement, TODAY))
    Cover.objects.create(strand=strand, kind="VEHICLE", certificate="V-1", from_on=a.LONG_AGO)
    _see(placement, "LICENCE")
    _see(placement, "UNDERWRITTEN")

    assert before == 3
    assert selectors.missing_for_own_vehicle(placement, TODAY) == []
    assert selectors.missing_for_own_vehicle(placement, FAR)[-2:] == [
        "The driving licence has not been seen, or has run out.",
        "The insurer's agreement to volunteering has not been seen, or has run out.",
    ]
    assert selectors.missing_for_own_vehicle(_placed(), TODAY)[0] == "The role profile does not use own vehicles."


@pytest.mark.django_db
@pytest.mark.clause(104)
def test_the_volunteer_says_what_the_insurer_knows_and_takes_it_back():
    placement = _placed()
    volunteer = placement.volunteer

    def held(at):
        return sorted(selectors.statements_of(volunteer, at))

    services.say_vehicle(volunteer, said=["DRIVES_HERE", "GIVES_LIFTS"], by=volunteer.person, at=NOW)
    services.say_vehicle(volunteer, said=["DRIVES_HERE"], by=volunteer.person, at=NOW + timedelta(days=3))

    assert held(TODAY) == ["DRIVES_HERE", "GIVES_LIFTS"]
    assert held(TODAY + timedelta(days=3)) == ["DRIVES_HERE"]
    assert VehicleStatement.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.clause(105)
def test_a_paper_is_in_date_and_seen_by_the_manager():
    placement = _placed()

    with pytest.raises(NotAllowed, match="has run out already"):
        _see(placement, "LICENCE", until_on=TODAY)
    with pytest.raises(NotAllowed, match="still to come"):
        _see(placement, "LICENCE", seen_on=TODAY + timedelta(days=1))
    for person in (placement.volunteer.person, a.a_unit_manager(placement.unit), a.an_mvpm(a.a_borough("Barnet"))):
        with pytest.raises(NotPermitted):
            _see(placement, "LICENCE", by=person)


@pytest.mark.django_db
@pytest.mark.clause(103, 104, 105)
def test_the_pages(client, the_day):
    placement = _placed(allows_own_vehicle=True)
    own, paper = (
        reverse(f"placements:{name}", args=[placement.volunteer.reference])
        for name in ("vehicles", "see_vehicle_paper")
    )
    client.force_login(placement.volunteer.person)

    client.post(own, {"said": ["DRIVES_HERE"]})
    shown = client.get(own).content.decode()
    client.force_login(a.an_mvpm())
    typed = {"kind": "LICENCE", "seen_on": "24/4/2007", "until_on": "1/4/2007"}
    refused = client.post(paper, typed).content.decode()
    client.post(paper, typed | {"until_on": "1/4/2009"})

    assert ["never drive police vehicles" in shown, "Said on Tuesday 24 April 2007" in shown] == [True, True]
    assert "has run out already" in refused
    assert sorted(selectors.statements_of(placement.volunteer, TODAY)) == ["DRIVES_HERE", "LICENCE"]
    for person, statuses in (
        (placement.volunteer.person, [200, 403]),
        (a.a_unit_manager(placement.unit), [404, 404]),
        (a.the_central_team(), [403, 403]),
        (a.an_mvpm(a.a_borough("Barnet")), [404, 404]),
    ):
        client.force_login(person)
        assert [client.get(page).status_code for page in (own, paper)] == statuses
