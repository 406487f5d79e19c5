"""Kit lent and brought back; what is lost is nobody's fault."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests import builders as a
from tests.builders import NOW, TODAY
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Volunteer
from timegiven.placements import selectors, services
from timegiven.placements.models import Kit, Placement

pytestmark = pytest.mark.django_db


def _lend(placement, by=None, **changed):
    facts = {"unit": placement.unit, "item": "High-visibility vest", "mark": "Medium", "issued_on": TODAY}
    by = by or a.a_unit_manager(placement.unit)
    return services.lend_kit(placement.volunteer, by=by, at=NOW, **facts | changed)


@pytest.mark.clause(25, 112)
def test_it_is_lent_comes_back_and_stands_on_the_record():
    placement = a.a_ready_volunteer(unit=a.a_unit())
    manager = a.a_unit_manager(placement.unit)

    kit = _lend(placement, manager)
    out = list(selectors.kit_out(manager, TODAY))
    services.take_back_kit(kit, ended_on=TODAY, by=manager, at=NOW)

    assert out == [kit]
    assert list(selectors.kit_out(manager, TODAY)) == []
    assert [step.status for step in Kit.objects.get().steps.order_by("pk")] == ["OUT", "RETURNED"]


def test_what_is_not_found_may_turn_up_again():
    placement = a.a_ready_volunteer(unit=a.a_unit())
    manager = a.a_unit_manager(placement.unit)
    kit = _lend(placement, manager)

    services.note_kit_not_found(kit, ended_on=TODAY, by=manager, at=NOW)
    services.take_back_kit(kit, ended_on=TODAY, by=manager, at=NOW)

    assert (Kit.objects.get().status, Letter.objects.count()) == ("RETURNED", 0)
    with pytest.raises(NotAllowed, match="from there it cannot become"):
        services.note_kit_not_found(kit, ended_on=TODAY, by=manager, at=NOW)


def test_days_that_cannot_be_are_refused():
    placement = a.a_ready_volunteer(unit=a.a_unit())
    manager, day = a.a_unit_manager(placement.unit), timedelta(days=1)

    with pytest.raises(NotAllowed, match="still to come"):
        _lend(placement, manager, issued_on=TODAY + day)
    kit = _lend(placement, manager)
    for ended_on in (TODAY - day, TODAY + day):
        with pytest.raises(NotAllowed, match="must lie between"):
            services.take_back_kit(kit, ended_on=ended_on, by=manager, at=NOW)


def test_a_unit_lends_to_those_who_give_time_there_and_nobody_else_lends_it():
    placement, other = a.a_ready_volunteer(unit=a.a_unit()), a.a_unit("Archive")
    mvpm = a.an_mvpm()

    with pytest.raises(NotAllowed, match="not placed at this unit"):
        _lend(placement, a.a_unit_manager(other), unit=other)
    for person in (a.a_unit_manager(other), placement.volunteer.person, a.the_central_team()):
        with pytest.raises(NotPermitted):
            _lend(placement, person)
    assert _lend(placement, mvpm).issued_by == mvpm


@pytest.mark.clause(122)
def test_whoever_leaves_is_told_what_is_still_out_and_the_desks_show_it():
    placement = a.a_ready_volunteer(unit=a.a_unit(), name="Ann Bee")
    mvpm = a.an_mvpm()
    _lend(placement)

    services.end_all(placement.volunteer, by=mvpm, at=NOW)
    Volunteer.objects.update(status="LEFT", left_on=TODAY)

    letter = Letter.objects.get(template="placements/kit_to_bring_back")
    assert (letter.to_name, "High-visibility vest (Medium), to Front counter, Camden" in letter.text) == (
        "Ann Bee",
        True,
    )
    assert "It is nobody's fault" in letter.text
    waits = [need.text for need in selectors.needs(mvpm, TODAY) if need.url_name == "placements:kit_out"]
    assert waits == ["1 thing still with people who have left"]


@pytest.mark.parametrize("how", ["ended", "moved", "a loan is over"])
def test_whoever_leaves_one_unit_is_told_what_it_lent_them_and_no_more(how):
    placement = a.a_ready_volunteer(unit=a.a_unit(), name="Ann Bee")
    volunteer, mvpm, store = placement.volunteer, a.an_mvpm(), a.a_unit("Store")
    a.a_risk_assessment(placement.version, unit=store)
    if how == "a loan is over":
        placement = a.a_placement(volunteer, placement.version, unit=store)
        Placement.objects.filter(pk=placement.pk).update(is_loan=True, event="Fair", until_on=TODAY)
    elsewhere = a.a_placement(volunteer, placement.version, unit=a.a_unit("Archive"))
    _lend(placement)
    _lend(elsewhere, item="Torch")

    if how == "ended":
        services.end(placement, by=volunteer.person, at=NOW)
    elif how == "moved":
        facts = {"version": placement.version, "unit": store, "by": mvpm, "at": NOW}
        services.agree(services.offer_move(placement, **facts), by=volunteer.person, at=NOW)
    else:
        services.end_loans(at=NOW)

    letter = Letter.objects.get(template="placements/kit_to_bring_back")
    assert letter.to_name == "Ann Bee"
    assert "High-visibility vest (Medium)" in letter.text
    assert "Torch" not in letter.text


def test_who_goes_on_at_the_unit_in_another_role_keeps_the_kit():
    placement = a.a_ready_volunteer(unit=a.a_unit())
    a.a_placement(placement.volunteer, a.an_approved_version(unit=placement.unit))
    _lend(placement)

    services.end(placement, by=placement.volunteer.person, at=NOW)

    assert not Letter.objects.filter(template="placements/kit_to_bring_back").exists()


def test_a_unit_notes_the_kit_of_whoever_is_not_placed_there_any_more(client, the_day):
    placement = a.a_ready_volunteer(unit=a.a_unit())
    manager = a.a_unit_manager(placement.unit)
    back = reverse("placements:kit_back", args=[_lend(placement, manager).reference])
    services.end(placement, by=placement.volunteer.person, at=NOW)
    client.force_login(manager)

    page = client.get(back).text
    done = client.post(back, {"is_back": "yes", "ended_on": "24/4/2007"}, follow=True)

    assert f'href="{reverse("placements:kit_out")}"' in page.split("<main")[1]
    assert (done.status_code, "Thank you. It is noted." in done.text) == (200, True)
    assert Kit.objects.get().status == "RETURNED"


def test_the_pages(client, the_day):
    placement = a.a_ready_volunteer(unit=a.a_unit(), name="Ann Bee")
    reference = placement.volunteer.reference
    own, lend = (reverse(f"placements:{name}", args=[reference]) for name in ("kit", "lend_kit"))
    client.force_login(a.a_unit_manager(placement.unit))

    typed = {"item": "Vest", "unit": placement.unit.reference, "issued_on": "24/4/2007"}
    refused = client.post(lend, typed | {"issued_on": "25/4/2007"}).content.decode()
    client.post(lend, typed)
    back = reverse("placements:kit_back", args=[Kit.objects.get().reference])
    listed = client.get(reverse("placements:kit_out")).content.decode()
    done = client.post(back, {"is_back": "no", "ended_on": "24/4/2007"}, follow=True).content.decode()
    client.force_login(placement.volunteer.person)
    shown = client.get(own).content.decode()

    assert ["still to come" in refused, 'value="Vest"' in refused, back in listed] == [True, True, True]
    assert "Noted. It is nobody&#x27;s fault." in done or "Noted. It is nobody's fault." in done
    assert ["Not found" in shown, "Is it back?" in shown] == [True, False]
    for person, statuses in (
        (placement.volunteer.person, [200, 403, 404]),
        (a.an_mvpm(), [200, 200, 200]),
        (a.the_central_team(), [403, 403, 404]),
        (a.a_unit_manager(a.a_unit("Archive")), [404, 404, 404]),
        (a.an_mvpm(a.a_borough("Barnet")), [404, 404, 404]),
    ):
        client.force_login(person)
        assert [client.get(page).status_code for page in (own, lend, back)] == statuses
