"""Volunteering in every part of the force, and from one part of it to another."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders import (
    LONG_AGO,
    NOW,
    TODAY,
    Role,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    an_approved_version,
    an_mvpm,
    insurance,
    someone_appointed,
    the_force,
    the_strand,
)
from timegiven.hours import selectors as hours
from timegiven.hours import services as hours_services
from timegiven.library import selectors as library_selectors
from timegiven.library import services as library
from timegiven.library.models import ProfileVersion, RoleProfile
from timegiven.library.tests.scenes import IDEA, NO, REASONS, Scene
from timegiven.placements import services
from timegiven.placements.models import Placement
from timegiven.programme import selectors as programme_selectors
from timegiven.programme import services as programme
from timegiven.programme.models import Unit

pytestmark = pytest.mark.django_db


def fraud_office() -> Unit:
    """A unit of the Specialist Crime Directorate, which stands in no borough and has its own MVP Manager."""
    crime = programme.found(
        code="SCD", name="Specialist Crime", kind=Unit.Kind.GROUP, from_on=LONG_AGO, reports_to=the_force()
    )
    return programme.found(code="SCD6", name="Fraud Office", kind=Unit.Kind.OCU, from_on=LONG_AGO, reports_to=crime)


def of_strand(code: str, unit: Unit, **marks: object) -> ProfileVersion:
    version = an_approved_version(unit=unit, title=f"Helper, {code}", **marks)
    insurance(code)
    RoleProfile.objects.filter(pk=version.profile_id).update(strand=the_strand(code))
    return ProfileVersion.objects.select_related("profile__strand", "profile__unit").get(pk=version.pk)


def fresh(placement: Placement) -> Placement:
    return Placement.objects.select_related(
        "volunteer__person", "volunteer__borough", "volunteer__strand", "version__profile__strand", "unit__borough"
    ).get(pk=placement.pk)


@pytest.mark.clause(135, 158)
def test_a_unit_outside_the_boroughs_proposes_a_corporate_role_on_the_same_page(client: Client) -> None:
    fraud = fraud_office()
    the_strand("MVP")
    corporate = the_strand("CORP")
    client.force_login(a_unit_manager(fraud))
    answered = {**IDEA, "unit": fraud.reference, **dict.fromkeys(NO, "no"), **REASONS}

    usual = client.get(reverse("library:propose")).context["form"].initial["strand"]
    unsaid = client.post(reverse("library:propose"), answered)
    client.post(reverse("library:propose"), answered | {"strand": "CORP"})

    assert usual == "CORP"
    assert "Choose the part of volunteering" in unsaid.text
    profile = RoleProfile.objects.get()
    assert (profile.strand, profile.unit, profile.unit.kind) == (corporate, fraud, "OCU")


@pytest.mark.clause(52, 62, 135)
def test_a_corporate_role_is_assessed_approved_and_found_there() -> None:
    insurance("CORP")
    scene = Scene(unit=fraud_office())
    proposed = {"strand": the_strand("CORP"), "answers": NO, "reasons": REASONS, **IDEA}
    version = library.propose(unit=scene.unit, by=scene.manager, at=NOW, **proposed)
    scene.proposal = lambda: version

    approved = scene.approved()

    assert approved.status == "APPROVED"
    assert approved.profile.strand.code == "CORP"
    assert list(library_selectors.units_to_assess(scene.mvpm, TODAY)) == [scene.unit]
    assert [unit.name for unit in programme_selectors.units_where_people_volunteer(scene.unit)] == ["Fraud Office"]


@pytest.mark.clause(135)
def test_its_time_is_counted_there() -> None:
    fraud = fraud_office()
    mvpm = someone_appointed(Role.MVPM, fraud)
    version = of_strand("CORP", fraud)
    placement = a_ready_volunteer(unit=fraud, version=version, strand="CORP")
    volunteer = placement.volunteer
    placement.delete()

    offered = services.offer(volunteer, version=version, unit=fraud, weekly_minutes=240, by=mvpm, at=NOW)
    services.agree(fresh(offered), by=volunteer.person, at=NOW)
    hours_services.give(volunteer, on=TODAY, minutes=240, kind="SESSION", source="S", by=volunteer.person, at=NOW)

    (cell,) = hours.table(TODAY.replace(day=1), TODAY + timedelta(days=9))
    assert cell[:2] == ("Fraud Office", "CORP")


def a_games_volunteer() -> Placement:
    stadium = a_unit("Stadium desk")
    return a_ready_volunteer(unit=stadium, version=of_strand("GAMES", stadium), strand="GAMES")


@pytest.mark.clause(148)
def test_after_the_games_somebody_goes_on_in_a_borough_under_its_limits() -> None:
    games = a_games_volunteer()
    counter, mvpm, volunteer = a_unit("Front counter"), an_mvpm(), games.volunteer
    version = of_strand("MVP", counter)
    hours_services.give(volunteer, on=TODAY, minutes=240, kind="SESSION", source="S", by=volunteer.person, at=NOW)
    before = hours.cap_on(TODAY, volunteer.strand)

    offered = services.offer_move(games, version=version, unit=counter, by=mvpm, at=NOW)
    services.agree(fresh(offered), by=volunteer.person, at=NOW)

    volunteer.refresh_from_db()
    assert (before, hours.cap_on(TODAY, volunteer.strand)) == (100 * 60, 40 * 60)
    assert volunteer.strand.code == "MVP"
    assert [cell.strand for cell in hours.table(TODAY.replace(day=1), TODAY + timedelta(days=9))] == ["GAMES"]


@pytest.mark.clause(148)
@pytest.mark.parametrize("has_a_role", [True, False])
def test_whoever_helps_at_the_games_for_some_days_stays_where_they_are(has_a_role: bool) -> None:
    counter, stadium = a_unit("Front counter"), a_unit("Stadium desk")
    placement = a_ready_volunteer(unit=counter)
    version = of_strand("GAMES", stadium)
    if not has_a_role:
        Placement.objects.all().delete()

    days = {"from_on": TODAY + timedelta(days=3), "last_on": TODAY + timedelta(days=4)}
    lent = services.lend(
        placement.volunteer,
        version=version,
        unit=stadium,
        event="A rehearsal",
        weekly_minutes=240,
        by=an_mvpm(),
        at=NOW,
        **days,
    )
    services.agree(fresh(lent), by=placement.volunteer.person, at=NOW)

    placement.volunteer.refresh_from_db()
    assert placement.volunteer.strand.code == "MVP"


@pytest.mark.clause(148)
def test_a_second_role_in_another_part_leaves_them_where_they_keep_their_first() -> None:
    games = a_games_volunteer()
    counter = a_unit("Front counter")
    version = of_strand("MVP", counter)

    offered = services.offer(games.volunteer, version=version, unit=counter, weekly_minutes=240, by=an_mvpm(), at=NOW)
    services.agree(fresh(offered), by=games.volunteer.person, at=NOW)

    games.volunteer.refresh_from_db()
    assert games.volunteer.strand.code == "GAMES"
