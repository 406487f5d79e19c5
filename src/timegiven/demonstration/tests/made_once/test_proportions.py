"""The programme of 2007 in its proportions: ages, names, hours, months under their cap, papers in order."""

from collections import Counter
from datetime import date

import pytest
from django.db.models import F, Q, Sum
from django.test import Client
from django.urls import reverse

from timegiven.attendance.models import SessionReport
from timegiven.audit.models import Event
from timegiven.demonstration.cast import PLAYERS
from timegiven.demonstration.make import earlier, names
from timegiven.demonstration.make.stage import FULL, SAMPLE, Stage
from timegiven.demonstration.tests.conftest import TODAY
from timegiven.expenses.models import Batch, Claim, Line
from timegiven.hours import selectors as hours
from timegiven.hours.models import Entry, Month
from timegiven.insight import selectors as insight
from timegiven.joining.models import Application
from timegiven.kernel.time import add_months, london_day, month_of
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements import selectors as placements
from timegiven.programme.content.names import COMMUNITIES
from timegiven.programme.content.seats import SEATS
from timegiven.programme.models import Unit
from timegiven.rota.models import Offer

pytestmark = pytest.mark.django_db


def test_the_full_size_is_that_of_the_report_of_2007() -> None:
    assert (FULL.boroughs, FULL.volunteers, FULL.reports, FULL.reports * 240 // 60) == (32, 700, 37_500, 150_000)
    assert (SAMPLE.boroughs, SAMPLE.volunteers, SAMPLE.days) == (32, 700, 61)


def test_as_many_volunteers_and_reports_as_the_size_says(stage: Stage) -> None:
    with_us = Volunteer.objects.exclude(status=Volunteer.Status.LEFT).count()

    assert with_us == stage.size.volunteers
    assert SessionReport.objects.count() == stage.size.reports


def test_all_time_given_is_four_hours_a_report_exactly(stage: Stage) -> None:
    one_by_one = Entry.objects.filter(why="")

    assert one_by_one.aggregate(all=Sum("minutes"))["all"] == stage.size.reports * 240


def test_time_was_given_in_the_two_years_before_and_every_total_is_the_sum_of_its_entries(stage: Stage) -> None:
    months = {month: sum(cell.minutes for cell in hours.table(month, add_months(month, 1)))
              for month in (add_months(month_of(stage.today), -number) for number in range(25))}  # fmt: skip
    sums: Counter[date] = Counter()
    for on, minutes in Entry.objects.values_list("on", "minutes"):
        sums[month_of(on)] += minutes

    assert months == dict(sums)
    assert all(months.values())
    assert not Entry.objects.filter(on__lt=F("person__volunteer__since_on")).exists()


def test_a_sum_of_a_month_says_on_its_page_that_it_is_one(stage: Stage, client: Client) -> None:
    entry = Entry.objects.filter(why=earlier.WHY).select_related("person__volunteer").first()
    client.force_login(entry.person)

    page = client.get(reverse("hours:month", args=[entry.person.volunteer.reference]), {"month": f"{entry.on:%Y-%m}"})

    assert earlier.WHY in page.text


def test_the_draft_for_a_committee_sets_the_year_beside_the_year_before(stage: Stage) -> None:
    figures = insight.figures(stage.today)

    assert figures["groups"][0]["people_before"] != "none"
    assert any("per cent" in said for said in figures["check"])


def test_no_month_passes_its_cap_and_each_is_the_sum_of_its_entries(stage: Stage) -> None:
    sums = dict(Entry.objects.values_list("month").annotate(all=Sum("minutes")))

    assert not Month.objects.filter(minutes__gt=F("cap_minutes")).exists()
    assert dict(Month.objects.values_list("pk", "minutes")) == sums


def test_nobody_gives_two_sessions_at_once(stage: Stage) -> None:
    ends: dict[int, object] = {}
    for person, starts_at, ends_at in SessionReport.objects.order_by("starts_at").values_list(
        "person", "starts_at", "ends_at"
    ):
        assert person not in ends or ends[person] <= starts_at
        ends[person] = ends_at


def test_nothing_was_given_in_the_future(stage: Stage) -> None:
    assert not SessionReport.objects.filter(reported_at__gt=stage.at).exists()
    assert not SessionReport.objects.filter(starts_at__gte=F("reported_at")).exists()


@pytest.mark.clause(7)
def test_volunteers_are_sixteen_to_eighty_nine(stage: Stage) -> None:
    ages = [volunteer.person.age_on(stage.today) for volunteer in Volunteer.objects.select_related("person")]

    assert all(16 <= age <= 89 for age in ages)
    assert {17, 82} <= set(ages)


def test_nobody_came_before_their_sixteenth_birthday(stage: Stage) -> None:
    for volunteer in Volunteer.objects.select_related("person"):
        assert volunteer.person.age_on(volunteer.since_on) >= 16


@pytest.mark.clause(146)
def test_forty_in_a_hundred_names_are_of_black_and_minority_ethnic_communities() -> None:
    hands = names.deck(Stage(size=SAMPLE, today=TODAY), 700)

    assert sum(community.is_black_or_minority_ethnic for community in hands) == 280


def test_every_name_comes_from_the_lists_or_the_cast(stage: Stage) -> None:
    cast = {player.name for player in PLAYERS.values()}
    known = {f"{given} {family}" for each in COMMUNITIES for given in each.given for family in each.family}

    assert set(Person.objects.values_list("name", flat=True)) <= known | cast


def test_everyone_is_marked_as_made_up_and_can_be_reached_by_nobody(stage: Stage) -> None:
    people = Person.objects.all()

    assert not people.filter(is_synthetic=False).exists()
    assert not people.exclude(email=None).exclude(email__endswith="@example.org").exists()
    assert not people.exclude(phone__regex=r"^(020 7946 0\d{3}|07700 900\d{3})$").exists()
    assert not any(person.has_usable_password() for person in people[:20])


def test_volunteers_with_a_duty_before_them_are_ready_for_it(stage: Stage) -> None:
    ahead = Offer.objects.filter(status=Offer.Status.ACCEPTED, duty__starts_at__gt=stage.at)
    offers = list(ahead.select_related("duty__version__profile", "duty__unit")[:40])

    assert offers
    for offer in offers:
        day = london_day(offer.duty.starts_at)
        failing = placements.readiness([offer.person_id], offer.duty.version, offer.duty.unit, day)
        assert failing == {offer.person_id: frozenset()}


def test_some_papers_are_not_in_order(stage: Stage) -> None:
    states = Counter(helper.state for helper in stage.helpers)

    assert {"expiring", "clearance over", "training over", "pass lost", "paused", "new", "left"} <= set(states)


def test_there_are_applications_profiles_and_claims_at_every_stage(stage: Stage) -> None:
    def found(kind: type, field: str = "status") -> set[str]:
        return set(kind._default_manager.values_list(field, flat=True))

    assert found(Application) == set(Application.Status.values) - {"SET_ASIDE"}  # nobody is there twice
    assert found(ProfileVersion) == set(ProfileVersion.Status.values)
    assert found(Claim) <= set(Claim.Status.values)
    assert not Line.objects.filter(receipt=None).exclude(kind=Line.Kind.MILEAGE).exists()


def test_every_batch_of_payments_adds_up(stage: Stage) -> None:
    for batch in Batch.objects.annotate(paid=Sum("payments__pence")):
        assert batch.pence == batch.paid
    for claim in Claim.objects.annotate(counted=Sum("lines__pence", filter=Q(lines__is_counted=True))):
        assert claim.pence == (claim.counted or 0)


def test_every_status_has_been_reached_by_a_step(stage: Stage) -> None:
    for kind in (Application, ProfileVersion, Volunteer, Offer, Claim):
        for thing in kind._default_manager.prefetch_related("steps"):
            newest = max(thing.steps.all(), key=lambda step: (step.at, step.pk))
            assert newest.status == thing.status, (kind, thing.pk)


@pytest.mark.clause(130)
def test_every_borough_has_its_mvp_manager_and_the_steering_group_its_six_seats(stage: Stage) -> None:
    managers = Appointment.objects.filter(role=Appointment.Role.MVPM).values_list("unit__name", flat=True)
    boroughs = {unit.name for unit in stage.boroughs if unit.kind == Unit.Kind.BOROUGH}

    assert boroughs == {"Camden", "Hackney", "Islington"}
    assert boroughs <= set(managers)
    assert set(stage.seats) == {spec.code for spec in SEATS}


def test_the_audit_trail_says_that_a_demonstration_was_made(stage: Stage) -> None:
    assert Event.objects.filter(act="demonstration made").count() == 1


def test_every_new_version_before_the_group_changes_something(stage: Stage) -> None:
    put = ProfileVersion.objects.filter(status=ProfileVersion.Status.SUBMITTED, number__gt=1)

    assert put
    for version in put:
        assert [each.kind for each in library.changes(library.previous(version), version)] == ["added"]
