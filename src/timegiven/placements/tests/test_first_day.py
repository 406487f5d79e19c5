"""Welcome a volunteer, tick the list together, and start."""

import re
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
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.library.models import RoleProfile
from timegiven.placements import selectors, services
from timegiven.placements.models import AwareAccount, Placement, Welcome
from timegiven.programme import selectors as programme
from timegiven.programme.models import Term
from timegiven.training.models import Completion

pytestmark = pytest.mark.django_db


def _agreed(**marks):
    unit = a_unit()
    placement = a_ready_volunteer(unit=unit, version=an_approved_version(unit=unit, **marks), name="Ann Bee")
    Placement.objects.update(status="AGREED")
    placement.refresh_from_db()
    return placement


def _tick_all(placement, by):
    """Everything by the unit, and by the volunteer what both sides tick."""
    items = selectors.first_day(placement)
    services.tick(placement, done={item.code: "" for item in items}, by=by, at=NOW)
    both = {item.code: "" for item in items if item.whose == "both"}
    services.tick(placement, done=both, by=placement.volunteer.person, at=NOW)


@pytest.mark.clause(*range(14, 33), 54, 79, 84, 92, 106, 109)
def test_the_list_holds_every_clause_of_the_guide():
    placement = _agreed(needs_aware=True, kit="High-visibility vest", is_lifting=True)

    clauses = {item.clause for item in selectors.first_day(placement)}

    assert clauses == {*range(14, 33), 54, 79, 84, 92, 106, 109}


@pytest.mark.clause(19, 20, 21, 25, 84, 92)
def test_the_list_is_tailored_to_the_role():
    placement = _agreed()
    profile, version = placement.version.profile, placement.version

    def extra(category="ADMIN", **marks):
        profile.category = category
        for mark, value in {"needs_aware": False, "kit": "", "is_lifting": False, **marks}.items():
            setattr(version, mark, value)
        return {item.clause for item in selectors.first_day(placement)} & {19, 20, 21, 25, 84, 92}

    assert extra() == set()
    assert extra("PUBLIC") == {21}
    assert extra(needs_aware=True) == {19, 20, 84}
    assert extra(kit="Vest") == {25}
    assert extra(is_lifting=True) == {92}
    assert extra("PUBLIC", needs_aware=True, kit="Vest", is_lifting=True) == {19, 20, 21, 25, 84, 92}


def test_what_is_ready_before_stands_first_and_is_the_unit_s_to_tick():
    placement = _agreed(needs_aware=True, kit="Vest")

    before = selectors.before(placement)

    assert selectors.first_day(placement)[: len(before)] == before
    assert [item.code for item in before] == [
        *("papers", "before_plan", "before_desk", "before_pass", "before_login", "before_kit", "before_task"),
    ]
    assert {item.whose for item in before} == {"unit"}


def test_both_tick_and_what_one_ticked_the_other_does_not_overwrite():
    placement = _agreed()
    manager, volunteer = a_unit_manager(placement.unit), placement.volunteer.person

    services.tick(placement, done={"questions": "Ask Jo or Sam"}, by=manager, at=NOW)
    services.tick(placement, done={"questions": "someone", "seat": "By the window"}, by=volunteer, at=NOW)

    assert [(item.code, each.note, each.done_by) for item, each in selectors.ticked_items(placement)] == [
        ("seat", "By the window", volunteer),
        ("questions", "Ask Jo or Sam", manager),
    ]


@pytest.mark.clause(27)
def test_what_both_sides_are_to_be_clear_about_both_tick():
    placement = _agreed()
    manager, volunteer = a_unit_manager(placement.unit), placement.volunteer.person

    def role():
        return next(line for line in selectors.lines(placement) if line.item.code == "role")

    services.tick(placement, done={"role": ""}, by=manager, at=NOW)
    half = role()
    services.tick(placement, done={"role": ""}, by=volunteer, at=NOW)

    assert (half.is_open, half.waits_for) == (True, {"VOLUNTEER"})
    assert (role().is_open, [each.side for each in role().ticks]) == (False, ["UNIT", "VOLUNTEER"])


def test_the_unit_notes_what_a_volunteer_without_email_has_said_and_for_nobody_else():
    placement = _agreed()
    manager, person = a_unit_manager(placement.unit), placement.volunteer.person

    with pytest.raises(NotAllowed, match="ticks their own side"):
        services.tick(placement, done={}, said=["role"], by=manager, at=NOW)
    person.email = None
    services.tick(placement, done={"role": ""}, said=["role", "nonsense"], by=manager, at=NOW)

    assert list(Welcome.objects.order_by("side").values_list("code", "side", "done_by")) == [
        ("role", "UNIT", manager.pk),
        ("role", "VOLUNTEER", manager.pk),
    ]


def test_an_item_that_is_not_on_this_list_is_not_kept():
    placement = _agreed()
    RoleProfile.objects.update(category="ADMIN")
    placement = Placement.objects.get()

    services.tick(placement, done={"log_book": "", "nonsense": "", "seat": ""}, by=placement.volunteer.person, at=NOW)

    assert list(Welcome.objects.values_list("code", flat=True)) == ["seat"]


@pytest.mark.clause(54)
def test_only_the_unit_says_that_it_has_read_profile_and_risk_assessment():
    placement = _agreed()

    with pytest.raises(NotAllowed, match="only the unit manager can say what the unit has read and made ready"):
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

    with pytest.raises(NotAllowed, match=r"already\.|from there it cannot become"):
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
    assert "Waiting for the unit" in own
    assert "tick_papers" in manager
    assert "By the window" in manager
    assert list(Welcome.objects.values_list("code", flat=True)) == ["seat"]


def test_the_list_speaks_to_the_volunteer_and_of_them_to_the_unit(client, the_day):
    placement = _agreed(needs_aware=True, kit="High-visibility vest", is_lifting=True)
    unit = a_unit_manager(placement.unit)
    services.tick(placement, done={"seat": ""}, by=unit, at=NOW)
    pages = [f"/placements/{placement.reference}/{page}" for page in ("", "first-day/")]

    seen = []
    for who in (placement.volunteer.person, unit):
        client.force_login(who)
        seen.append("".join(client.get(page).text for page in pages))
    own, theirs = seen

    assert re.findall(r"the volunteer (?!pass\b)|let them", own, re.IGNORECASE) == []
    assert ("You have a place to sit" in own, "You know whom to contact when you cannot come" in own) == (True, True)
    assert ("The volunteer has a place to sit" in theirs, "You have a place to sit" in theirs) == (True, False)


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
    assert "Everything on the first day's list that is needed is ticked." in shown.content.decode().replace(
        "&#x27;", "'"
    )
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


# Before they arrive


def _plan(placement, by, **changed):
    facts = {"meets_at": NOW + timedelta(days=7), "host": "Sgt Joan Okoro", "host_phone": "020 7946 0111"}
    return services.plan_first_day(placement, by=by, at=NOW, **facts | changed)


@pytest.mark.clause(14, 26, 28, 112)
def test_the_plan_of_the_first_day_is_written_to_the_volunteer():
    placement = _agreed(kit="High-visibility vest")

    _plan(placement, a_unit_manager(placement.unit), find="Ask at the front counter.", bring="your glasses")

    (letter,) = Letter.objects.filter(template="placements/first_day")
    assert (letter.subject, letter.to_name) == ("Your first day at Front counter", "Ann Bee")
    wanted = (
        "Tuesday 1 May 2007 at midday, Front counter, Camden, 12 Holmes Road",
        "Sgt Joan Okoro meets you, telephone 020 7946 0111. Ask at the front counter. Please bring: your glasses.",
        "We lend you what the role needs: High-visibility vest.",
        "no reason is needed",
    )
    assert [words in letter.text for words in wanted] == [True] * 4
    assert [code for (code,) in Welcome.objects.values_list("code")] == ["before_plan"]


def test_a_changed_plan_says_so_and_stays_one():
    placement = _agreed()
    manager = a_unit_manager(placement.unit)

    _plan(placement, manager)
    letters.send_owed(at=NOW)
    _plan(placement, manager, host="PC Ray Mills")

    assert selectors.arrival_of(placement).host == "PC Ray Mills"
    assert Letter.objects.order_by("pk").last().subject == "A change to your first day at Front counter"


def test_a_first_day_is_planned_for_a_time_to_come_and_an_agreed_placement():
    placement = _agreed()
    manager = a_unit_manager(placement.unit)

    with pytest.raises(NotAllowed, match="that time has passed"):
        _plan(placement, manager, meets_at=NOW - timedelta(minutes=1))
    for status in ("OFFERED", "STARTED", "ENDED"):
        placement.status = status
        with pytest.raises(NotAllowed, match="not agreed, or it has started"):
            _plan(placement, manager)


def test_only_the_manager_of_the_unit_plans_it():
    placement = _agreed()

    for person in (placement.volunteer.person, an_mvpm(), a_unit_manager(a_unit("Archive")), the_central_team()):
        with pytest.raises(NotPermitted):
            _plan(placement, person)


def test_the_plan_is_made_on_its_page_and_what_was_typed_is_kept(client, the_day):
    placement = _agreed()
    client.force_login(a_unit_manager(placement.unit))
    address = f"/placements/{placement.reference}/first-day/plan/"
    typed = {"day": "1/5/2007", "time": "10am", "host": "Sgt Joan Okoro", "find": "By the ramp"}

    past = client.post(address, typed | {"day": "1/4/2007"})
    done = client.post(address, typed, follow=True)

    assert ["that time has passed" in past.content.decode(), "By the ramp" in past.content.decode()] == [True, True]
    assert "Tuesday 1 May 2007, 10am" in done.content.decode()


@pytest.mark.clause(14, 26, 28, 30, 112, 115)
def test_the_welcome_page_tells_all_that_one_wants_to_know(client, the_day):
    placement = _agreed(kit="High-visibility vest", dress="Ask the MVPM")
    Term.objects.create(term="MVPM", expansion="MVP Manager", meaning="Runs volunteering in a borough.", source="Guide")
    programme.forget()
    manager = a_unit_manager(placement.unit)
    _plan(placement, manager, find="Ask at the front counter.")
    services.tick(placement, done={"questions": "Jo or Sam", "seat": ""}, by=manager, at=NOW)
    client.force_login(placement.volunteer.person)

    said = client.get(f"/placements/{placement.reference}/welcome/").content.decode()

    wanted = (
        *("Tuesday 1 May 2007", "Sgt Joan Okoro", "12 Holmes Road", "Ask at the front counter.", "no jeans"),
        *(
            "High-visibility vest",
            "Family or a friend may ring for you",
            "Jo or Sam",
            "Runs volunteering in a borough.",
        ),
        *(manager.name, "Step back from anything that feels dangerous"),
    )
    assert [words for words in wanted if words not in said] == []


@pytest.mark.parametrize(
    ("who", "welcome_status", "plan_status"),
    [
        (lambda p: p.volunteer.person, 200, 403),
        (lambda p: an_mvpm(), 200, 403),
        (lambda p: an_mvpm(a_borough("Barnet")), 404, 404),
        (lambda p: a_unit_manager(a_unit("Archive")), 404, 404),
    ],
)
def test_who_opens_the_welcome_page_and_the_plan(client, the_day, who, welcome_status, plan_status):
    placement = _agreed()
    client.force_login(who(placement))

    assert client.get(f"/placements/{placement.reference}/welcome/").status_code == welcome_status
    assert client.get(f"/placements/{placement.reference}/first-day/plan/").status_code == plan_status


def test_the_volunteer_s_desk_leads_to_the_welcome_page_until_the_placement_starts():
    placement = _agreed()
    person = placement.volunteer.person

    before = selectors.needs(person, TODAY)
    _plan(placement, a_unit_manager(placement.unit))
    planned = selectors.needs(person, TODAY)
    Placement.objects.update(status="STARTED")

    assert [(need.text, need.url_name) for need in before] == [
        ("Your first day at Front counter, Camden", "placements:welcome")
    ]
    assert [need.hint for need in planned] == ["Tuesday 1 May 2007 at midday. Sgt Joan Okoro meets you."]
    assert selectors.needs(person, TODAY) == []
