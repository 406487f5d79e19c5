"""An AWARE account from the first request to its end: only where a role needs one, one for each person."""

from datetime import timedelta

import pytest

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    an_approved_version,
    an_mvpm,
    the_central_team,
)
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.placements import selectors, services
from timegiven.placements.models import AwareAccount

pytestmark = pytest.mark.django_db


def _placed(*, needs_aware=True):
    unit = a_unit()
    version = an_approved_version(unit=unit, needs_aware=needs_aware)
    placement = a_ready_volunteer(unit=unit, version=version, name="Ann Bee", email=f"ann{unit.pk}@example.org")
    AwareAccount.objects.all().delete()
    return placement


def _account(placement, status):
    """The account, brought so far by those whose turn it is."""
    mvpm, manager, person = an_mvpm(), a_unit_manager(placement.unit), placement.volunteer.person
    account = services.ask_for_aware(placement.volunteer, by=mvpm, at=NOW)
    if status != "REQUESTED":
        services.note_aware_login(account, login=" abee1 ", by=mvpm, at=NOW)
    if status in ("OPEN", "SUSPENDED", "CLOSED"):
        services.hand_over_aware(account, is_explained=True, by=manager, at=NOW)
    if status == "SUSPENDED":
        services.suspend_aware(person, by=mvpm, at=NOW)
    if status == "CLOSED":
        services.close_aware(person, by=mvpm, at=NOW)
    account.refresh_from_db()
    return account


def _uses_aware(placement, day):
    wrong = selectors.readiness([placement.volunteer.person_id], placement.version, placement.unit, day)
    return "aware" not in wrong[placement.volunteer.person_id]


@pytest.mark.clause(19, 20, 84, 85, 86)
def test_it_is_asked_for_made_ready_and_handed_over():
    placement = _placed()

    account = _account(placement, "OPEN")

    assert (account.login, account.from_on, account.status) == ("abee1", TODAY, "OPEN")
    assert [step.status for step in account.steps.order_by("pk")] == ["REQUESTED", "CREATED", "OPEN"]
    assert [letter.template for letter in Letter.objects.order_by("pk")] == [
        "placements/aware_ready",
        "placements/aware_opened",
    ]
    assert "copy in a member of the team" in Letter.objects.get(template="placements/aware_opened").text
    assert "abee1" not in "".join(letter.text + letter.subject for letter in Letter.objects.all())


@pytest.mark.clause(84)
def test_it_counts_from_the_hand_over_rests_with_a_break_and_ends():
    placement = _placed()
    person, mvpm = placement.volunteer.person, an_mvpm()

    before = [_uses_aware(placement, TODAY) for _ in (_account(placement, "CREATED"),)]
    account = AwareAccount.objects.get()
    services.hand_over_aware(account, is_explained=True, by=mvpm, at=NOW)
    in_use = _uses_aware(placement, TODAY)
    services.suspend_aware(person, by=mvpm, at=NOW + timedelta(days=2))
    services.resume_aware(person, by=mvpm, at=NOW + timedelta(days=5))
    around = [_uses_aware(placement, TODAY + timedelta(days=days)) for days in (1, 2, 4, 5)]
    services.close_aware(person, by=mvpm, at=NOW + timedelta(days=6))

    assert (before, in_use) == ([False], True)
    assert around == [True, False, False, True]
    assert [_uses_aware(placement, TODAY + timedelta(days=days)) for days in (5, 6)] == [True, False]


@pytest.mark.clause(84)
def test_none_is_asked_for_where_no_role_uses_aware_and_none_twice():
    without, with_one = _placed(needs_aware=False), _placed()
    _account(with_one, "REQUESTED")

    with pytest.raises(NotAllowed, match="none of this volunteer's roles uses AWARE"):
        services.ask_for_aware(without.volunteer, by=an_mvpm(), at=NOW)
    with pytest.raises(NotAllowed, match="has one already"):
        services.ask_for_aware(with_one.volunteer, by=an_mvpm(), at=NOW)


@pytest.mark.clause(85)
def test_it_is_not_handed_over_without_the_rule():
    account = _account(_placed(), "CREATED")

    with pytest.raises(NotAllowed, match="has not been explained yet"):
        services.hand_over_aware(account, is_explained=False, by=an_mvpm(), at=NOW)

    assert AwareAccount.objects.get().status == "CREATED"


@pytest.mark.parametrize("status", ["REQUESTED", "CREATED", "OPEN", "SUSPENDED", "CLOSED"])
def test_each_step_comes_after_the_one_before(status):
    placement = _placed()
    account, mvpm = _account(placement, status), an_mvpm()

    def allowed(deed, **facts):
        try:
            deed(account, by=mvpm, at=NOW, **facts)
        except NotAllowed:
            return False
        return True

    assert allowed(services.note_aware_login, login="x") == (status == "REQUESTED")
    account.refresh_from_db()
    if status != "REQUESTED":
        assert allowed(services.hand_over_aware, is_explained=True) == (status in ("CREATED", "SUSPENDED"))


@pytest.mark.clause(85, 86)
def test_the_volunteer_says_that_they_have_read_the_rule():
    placement = _placed()
    account, person = _account(placement, "OPEN"), placement.volunteer.person

    asked = [need.text for need in selectors.needs(person, TODAY)]
    services.read_aware_rule(account, by=person, at=NOW)

    account.refresh_from_db()
    assert (asked, account.read_at) == (["You have an AWARE account"], NOW)
    assert selectors.needs(person, TODAY) == []


def test_for_a_volunteer_without_email_the_unit_says_so_and_for_nobody_else():
    placement = _placed()
    account, manager = _account(placement, "OPEN"), a_unit_manager(placement.unit)

    with pytest.raises(NotPermitted):
        services.read_aware_rule(account, by=manager, at=NOW)
    account.person.email = None
    services.read_aware_rule(account, by=manager, at=NOW)

    assert AwareAccount.objects.get().read_at == NOW


def test_before_it_is_handed_over_there_is_nothing_to_have_read():
    placement = _placed()

    with pytest.raises(NotAllowed, match="has not been handed over yet"):
        services.read_aware_rule(_account(placement, "CREATED"), by=placement.volunteer.person, at=NOW)


@pytest.mark.clause(84)
def test_who_arranges_and_who_hands_over():
    placement = _placed()
    account, volunteer = _account(placement, "REQUESTED"), placement.volunteer

    def may(deed, subject, person, **facts):
        try:
            deed(subject, by=person, at=NOW, **facts)
        except NotPermitted:
            return False
        except NotAllowed:
            pass
        return True

    for person, arranges, hands_over in (
        (an_mvpm(), True, True),
        (a_unit_manager(placement.unit), False, True),
        (a_unit_manager(a_unit("Archive")), False, False),
        (an_mvpm(a_borough("Barnet")), False, False),
        (the_central_team(), False, False),
        (volunteer.person, False, False),
    ):
        assert may(services.ask_for_aware, volunteer, person) == arranges
        assert may(services.resume_aware, volunteer.person, person) == arranges
        assert may(services.hand_over_aware, account, person, is_explained=False) == hands_over


def test_each_desk_shows_whose_turn_it_is():
    placement = _placed()
    mvpm, manager = an_mvpm(), a_unit_manager(placement.unit)

    def desks():
        return [
            [need.text for need in selectors.needs(each, TODAY) if need.url_name == "placements:aware"]
            for each in (mvpm, manager)
        ]

    nobody_has_asked = desks()
    account = services.ask_for_aware(placement.volunteer, by=mvpm, at=NOW)
    asked = desks()
    services.note_aware_login(account, login="abee1", by=mvpm, at=NOW)

    assert nobody_has_asked == [["Ask for an AWARE log-in for Ann Bee"], []]
    assert asked == [["Has the AWARE log-in of Ann Bee come?"], []]
    assert desks() == [[], ["Hand over the AWARE log-in of Ann Bee"]]


def test_the_page_leads_from_step_to_step(client, the_day):
    placement = _placed()
    page = f"/placements/people/{placement.volunteer.reference}/aware/"
    client.force_login(an_mvpm())

    client.post(f"{page}ask/")
    empty = client.post(f"{page}log-in/", {"login": ""})
    client.post(f"{page}log-in/", {"login": "abee1"})
    client.force_login(a_unit_manager(placement.unit))
    unticked = client.post(f"{page}hand-over/")
    client.post(f"{page}hand-over/", {"is_explained": "on"})
    client.force_login(placement.volunteer.person)
    own = client.get(page).content.decode()
    client.post(f"{page}e-mail-rule/")

    assert "Enter the log-in name" in empty.content.decode()
    assert "Tick the box to go on" in unticked.content.decode()
    assert ["a member of the team is copied in" in own, "I have read this" in own] == [True, True]
    account = AwareAccount.objects.get()
    assert (account.status, account.login, account.read_at) == ("OPEN", "abee1", NOW)
    assert Event.objects.filter(kind="placements.awareaccount").count() == 4


def test_who_opens_the_page(client, the_day):
    placement = _placed()
    page = f"/placements/people/{placement.volunteer.reference}/aware/"

    for person, status in (
        (placement.volunteer.person, 200),
        (an_mvpm(), 200),
        (a_unit_manager(placement.unit), 200),
        (the_central_team(), 403),
        (a_unit_manager(a_unit("Archive")), 404),
        (an_mvpm(a_borough("Barnet")), 404),
    ):
        client.force_login(person)
        assert client.get(page).status_code == status
    client.force_login(an_mvpm())
    assert client.post(f"{page}log-in/", {"login": "x"}).status_code == 404  # nobody has asked for one


@pytest.mark.clause(84)
def test_the_list_shows_whose_log_in_waits_and_nobody_elses(client, the_day, django_assert_max_num_queries):
    placement = _placed()
    to_ask_for = "nobody has asked for a log-in yet"
    mvpm = an_mvpm()

    def listed(person):
        client.force_login(person)
        with django_assert_max_num_queries(10):
            page = client.get("/placements/aware/")
        words = page.content.decode()
        return page.status_code, "Ann Bee" in words, to_ask_for in words

    before = listed(mvpm)
    _account(placement, "CREATED")

    assert (before, listed(mvpm)) == ((200, True, True), (200, True, False))
    assert listed(a_unit_manager(placement.unit)) == (200, True, False)
    assert listed(an_mvpm(a_borough("Barnet"))) == (200, False, False)
    assert listed(placement.volunteer.person)[0] == 403


@pytest.mark.parametrize("act", ["rest", "close"])
def test_a_volunteer_who_only_reads_the_page_of_their_account_neither_rests_nor_closes_it(client, the_day, act):
    placement = _placed()
    _account(placement, "OPEN")
    client.force_login(placement.volunteer.person)

    answer = client.post(f"/placements/people/{placement.volunteer.reference}/aware/{act}/")

    assert (answer.status_code, AwareAccount.objects.get().status) == (403, "OPEN")
    assert "Only the Borough MVP Manager arranges an AWARE account" in answer.content.decode()
