"""Welcome a volunteer, tick the list together, and start."""

from datetime import timedelta

import pytest

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
    the_central_team,
)
from timegiven.joining.models import Pass
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library.models import RoleProfile
from timegiven.placements import selectors, services
from timegiven.placements.models import AwareAccount, Placement, Welcome
from timegiven.training.models import Completion

pytestmark = pytest.mark.django_db


def _agreed(**marks):
    unit = a_unit()
    placement = a_ready_volunteer(unit=unit, version=an_approved_version(unit=unit, **marks), name="Ann Bee")
    Placement.objects.update(status="AGREED")
    placement.refresh_from_db()
    return placement


def _tick_all(placement, by):
    done = {item.code: "" for item in selectors.first_day(placement)}
    services.tick(placement, done=done, by=by, at=NOW)


@pytest.mark.clause(*range(14, 33), 54, 106, 109)
def test_the_list_holds_every_clause_of_the_guide():
    placement = _agreed(needs_aware=True, kit="High-visibility vest")

    clauses = {item.clause for item in selectors.first_day(placement)}

    assert clauses == {*range(14, 33), 54, 106, 109}


@pytest.mark.clause(19, 20, 21, 25)
@pytest.mark.parametrize(
    ("category", "aware", "kit", "extra"),
    [
        ("ADMIN", False, "", set()),
        ("PUBLIC", False, "", {21}),
        ("ADMIN", True, "", {19, 20}),
        ("ADMIN", False, "Vest", {25}),
        ("PUBLIC", True, "Vest", {19, 20, 21, 25}),
    ],
)
def test_the_list_is_tailored_to_the_role(category, aware, kit, extra):
    placement = _agreed(needs_aware=aware, kit=kit)
    RoleProfile.objects.update(category=category)
    placement = Placement.objects.get()

    clauses = {item.clause for item in selectors.first_day(placement)}

    assert clauses & {19, 20, 21, 25} == extra


def test_both_tick_and_what_one_ticked_the_other_does_not_overwrite():
    placement = _agreed()
    manager, volunteer = a_unit_manager(placement.unit), placement.volunteer.person

    services.tick(placement, done={"questions": "Ask Jo or Sam"}, by=manager, at=NOW)
    services.tick(placement, done={"questions": "someone", "seat": "By the window"}, by=volunteer, at=NOW)

    ticked = selectors.ticked(placement)
    assert {code: (each.note, each.done_by) for code, each in ticked.items()} == {
        "questions": ("Ask Jo or Sam", manager),
        "seat": ("By the window", volunteer),
    }


def test_an_item_that_is_not_on_this_list_is_not_kept():
    placement = _agreed()
    RoleProfile.objects.update(category="ADMIN")
    placement = Placement.objects.get()

    services.tick(placement, done={"log_book": "", "nonsense": "", "seat": ""}, by=placement.volunteer.person, at=NOW)

    assert list(Welcome.objects.values_list("code", flat=True)) == ["seat"]


@pytest.mark.clause(54)
def test_only_the_unit_says_that_it_has_read_profile_and_risk_assessment():
    placement = _agreed()

    with pytest.raises(NotAllowed, match="only the unit manager"):
        services.tick(placement, done={"papers": "", "seat": ""}, by=placement.volunteer.person, at=NOW)
    services.tick(placement, done={"papers": ""}, by=a_unit_manager(placement.unit), at=NOW)

    assert list(Welcome.objects.values_list("code", flat=True)) == ["papers"]
    assert selectors.papers_seen(placement)


@pytest.mark.parametrize("status", ["OFFERED", "DECLINED", "ENDED"])
def test_nothing_is_ticked_where_nobody_is_expected(status):
    placement = _agreed()
    Placement.objects.update(status=status)
    placement.refresh_from_db()

    with pytest.raises(NotAllowed, match="not agreed, or it has ended"):
        services.tick(placement, done={"seat": ""}, by=placement.volunteer.person, at=NOW)


@pytest.mark.parametrize(
    ("who", "ticks", "starts"),
    [
        (lambda p: p.volunteer.person, True, False),
        (lambda p: a_unit_manager(p.unit), True, True),
        (lambda p: a_unit_manager(a_unit("Archive")), False, False),
        (lambda p: an_mvpm(), False, False),
        (lambda p: an_mvpm(a_borough("Barnet")), False, False),
        (lambda p: the_central_team(), False, False),
        (lambda p: a_volunteer().person, False, False),
    ],
)
def test_who_ticks_and_who_starts(who, ticks, starts):
    placement = _agreed()
    _tick_all(placement, a_unit_manager(placement.unit))
    person = who(placement)

    def permitted(deed):
        try:
            deed()
        except NotPermitted:
            return False
        return True

    assert permitted(lambda: services.tick(placement, done={}, by=person, at=NOW)) == ticks
    assert permitted(lambda: services.start(placement, by=person, at=NOW)) == starts


@pytest.mark.clause(54, 90, 91)
def test_when_all_is_ticked_and_in_order_it_starts():
    placement = _agreed()
    manager = a_unit_manager(placement.unit)
    _tick_all(placement, manager)

    services.start(placement, by=manager, at=NOW + timedelta(days=2))

    placement.refresh_from_db()
    assert (placement.status, placement.from_on) == ("STARTED", TODAY + timedelta(days=2))
    assert [letter.to_name for letter in Letter.objects.filter(template="placements/started")] == ["Ann Bee"]


@pytest.mark.clause(14, 54)
@pytest.mark.parametrize("left_open", ["papers", "companion", "fire", "welcome"])
def test_with_one_item_open_it_does_not_start(left_open):
    placement = _agreed()
    manager = a_unit_manager(placement.unit)
    _tick_all(placement, manager)
    Welcome.objects.filter(code=left_open).delete()

    with pytest.raises(NotAllowed, match="still open on the first day's list"):
        services.start(placement, by=manager, at=NOW)

    assert Placement.objects.get().status == "AGREED"
    assert Placement.objects.get().steps.count() == 0


@pytest.mark.clause(80, 84, 90, 91)
@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (Completion, "training that the role needs is missing"),
        (Pass, "no volunteer pass"),
        (AwareAccount, "uses AWARE"),
    ],
)
def test_without_training_pass_or_aware_account_it_does_not_start(thing, said):
    placement = _agreed(needs_aware=True)
    manager = a_unit_manager(placement.unit)
    _tick_all(placement, manager)
    thing.objects.all().delete()

    with pytest.raises(NotAllowed, match=said):
        services.start(placement, by=manager, at=NOW)


@pytest.mark.parametrize("status", ["OFFERED", "STARTED", "DECLINED", "ENDED"])
def test_only_what_is_agreed_starts(status):
    placement = _agreed()
    manager = a_unit_manager(placement.unit)
    Placement.objects.update(status=status)
    placement.refresh_from_db()

    with pytest.raises(NotAllowed, match="from there it cannot become"):
        services.start(placement, by=manager, at=NOW)


@pytest.mark.clause(26, 28, 54)
def test_unit_and_volunteer_share_the_page(client, the_day):
    placement = _agreed()
    address = f"/placements/{placement.reference}/first-day/"

    client.force_login(placement.volunteer.person)
    own = client.get(address).content.decode()
    client.post(address, {"tick_seat": "on", "note_seat": "By the window", "note_tea": "Not ticked"})
    client.force_login(a_unit_manager(placement.unit))
    manager = client.get(address).content.decode()

    assert "Your first day" in own
    assert "tick_papers" not in own
    assert "The unit manager still ticks" in own
    assert "tick_papers" in manager
    assert "By the window" in manager
    assert list(Welcome.objects.values_list("code", flat=True)) == ["seat"]


def test_the_unit_starts_it_on_the_page(client, the_day):
    placement = _agreed()
    manager = a_unit_manager(placement.unit)
    client.force_login(manager)
    address = f"/placements/{placement.reference}/start/"

    refused = client.post(address)
    _tick_all(placement, manager)
    shown = client.get(address)
    done = client.post(address, follow=True)

    assert refused.status_code == 200
    assert "still open on the first day" in refused.content.decode()
    assert "Everything on the first day's list is ticked." in shown.content.decode().replace("&#x27;", "'")
    assert "The placement has started." in done.content.decode()


@pytest.mark.parametrize(
    ("who", "list_status", "start_status"),
    [
        (lambda p: p.volunteer.person, 200, 403),
        (lambda p: an_mvpm(), 403, 403),
        (lambda p: a_unit_manager(a_unit("Archive")), 404, 404),
        (lambda p: a_volunteer().person, 404, 404),
    ],
)
def test_who_opens_the_pages(client, the_day, who, list_status, start_status):
    placement = _agreed()
    client.force_login(who(placement))

    assert client.get(f"/placements/{placement.reference}/first-day/").status_code == list_status
    assert client.get(f"/placements/{placement.reference}/start/").status_code == start_status
