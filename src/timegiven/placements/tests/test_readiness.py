"""One definition of readiness: its two faces agree, and each check stands by itself."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import (
    TODAY,
    a_break,
    a_completion,
    a_course,
    a_ready_volunteer,
    a_unit,
    an_adult_for,
    an_approved_version,
    the_strand,
    time_given,
)
from timegiven.joining.models import Agreement, Clearance, Pass, Reference, RightToVolunteer
from timegiven.kernel.refusals import NotAllowed
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import AwareAccount, Placement
from timegiven.placements.selectors import (
    FOR_A_DUTY,
    FOR_AN_OFFER,
    explain,
    readiness,
    readiness_by_day,
    require_ready,
)
from timegiven.programme.models import Cover, PolicyValue
from timegiven.training.models import Completion, NamedCourse

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)


def _of(placement, people=None, **more):
    return readiness(people or [placement.volunteer.person_id], placement.version, placement.unit, TODAY, **more)


def _failing(placement, **more):
    return _of(placement, **more)[placement.volunteer.person_id]


def _everything(**marks):
    marks.setdefault("needs_aware", True)
    unit = a_unit()
    return a_ready_volunteer(unit=unit, version=an_approved_version(unit=unit, **marks))


def _on_a_break(p):
    a_break(p.volunteer)


def _has_left(p):
    Volunteer.objects.filter(pk=p.volunteer.pk).update(status="LEFT", left_on=TODAY)


def _a_minor_alone(p):
    Person.objects.filter(pk=p.volunteer.person_id).update(born_on=TODAY.replace(year=TODAY.year - 17))


def _too_young(p):
    ProfileVersion.objects.filter(pk=p.version.pk).update(least_age=21)
    Person.objects.filter(pk=p.volunteer.person_id).update(born_on=TODAY.replace(year=TODAY.year - 21) + timedelta(1))


def _one_reference(p):
    Reference.objects.filter(pk=Reference.objects.first().pk).update(is_satisfactory=False)


def _clearance_ends_today(p):
    Clearance.objects.update(until_on=TODAY)


def _papers_end_today(p):
    RightToVolunteer.objects.filter(person=p.volunteer.person).update(expires_on=TODAY)


def _never_agreed(p):
    Agreement.objects.all().delete()


def _lost_pass(p):
    Pass.objects.update(status="LOST")


def _training_ends_today(p):
    Completion.objects.update(expires_on=TODAY)


def _aware_closed(p):
    AwareAccount.objects.update(until_on=TODAY)


def _superseded(p):
    ProfileVersion.objects.filter(pk=p.version.pk).update(status="SUPERSEDED", ended_on=TODAY)


def _review_overdue(p):
    RiskAssessment.objects.update(review_on=TODAY)


def _strand_without_insurance(p):
    Volunteer.objects.filter(pk=p.volunteer.pk).update(strand=the_strand("CORP"))


def _cover_ended(p):
    Cover.objects.filter(kind="ACCIDENT").update(until_on=TODAY)


def _placement_ended(p):
    Placement.objects.update(status="ENDED", until_on=TODAY)


def _month_is_full(p):
    time_given(p.volunteer, minutes=2400)


OFF = {
    "volunteering": _has_left,
    "paused": _on_a_break,
    "adult": _a_minor_alone,
    "age": _too_young,
    "references": _one_reference,
    "cleared": _clearance_ends_today,
    "right": _papers_end_today,
    "agreed": _never_agreed,
    "pass": _lost_pass,
    "trained": _training_ends_today,
    "aware": _aware_closed,
    "profile": _superseded,
    "risk": _review_overdue,
    "insured": _strand_without_insurance,
    "cover": _cover_ended,
    "placed": _placement_ended,
    "room": _month_is_full,
}


def test_every_check_can_be_switched_off_here():
    assert {check.code for check in FOR_A_DUTY} == {*OFF, "night", "overlap"}  # these two are asked with hours


@pytest.mark.clause(34, 52, 53, 55, 56, 61, 74, 75, 83, 84, 90)
def test_somebody_with_everything_in_order_is_ready():
    placement = _everything()

    assert _failing(placement) == frozenset()
    assert all(
        answer.passed for answer in explain(placement.volunteer.person, placement.version, placement.unit, TODAY)
    )
    require_ready(placement.volunteer.person, placement.version, placement.unit, TODAY)


@pytest.mark.clause(75)
def test_a_number_of_references_that_grows_leaves_those_ready_who_were_taken_on_before():
    placement, later = _everything(), TODAY + timedelta(days=7)
    PolicyValue.objects.create(name="joining.references_needed", value=3, from_on=later)

    asked = [placement.volunteer.person_id], placement.version, placement.unit
    found = readiness_by_day(*asked, [TODAY, later])[placement.volunteer.person_id]

    assert ["references" in found[day] for day in (TODAY, later)] == [False, False]


@pytest.mark.clause(34, 52, 53, 56, 74, 75, 83, 84, 90, 102)
@pytest.mark.parametrize("code", OFF)
def test_each_check_fails_alone_and_both_faces_say_so(code):
    placement = _everything()
    other = a_ready_volunteer(unit=a_unit("Archive"))

    OFF[code](placement)
    placement = Placement.objects.select_related("volunteer__person", "version__profile", "unit__borough").get(
        pk=placement.pk
    )

    person = placement.volunteer.person
    answers = explain(person, placement.version, placement.unit, TODAY)
    wrong = [answer for answer in answers if not answer.passed]
    assert _failing(placement) == {code}
    assert [answer.code for answer in wrong] == [code]
    assert wrong[0].sentence
    assert wrong[0].next_step
    assert wrong[0].whose
    assert _of(placement, people=Person.objects.all())[person.pk] == {code}
    with pytest.raises(NotAllowed) as refusal:
        require_ready(person, placement.version, placement.unit, TODAY)
    assert wrong[0].sentence in refusal.value.reason
    assert refusal.value.next_step == wrong[0].next_step
    assert other.volunteer.person_id not in _of(placement)


@pytest.mark.parametrize("code", OFF)
def test_what_ends_today_still_held_yesterday(code):
    placement = _everything()
    OFF[code](placement)
    ending = {"volunteering", "paused", "right", "cleared", "trained", "aware", "profile", "risk", "cover", "placed"}

    placement.refresh_from_db()
    placement.version.refresh_from_db()
    before = readiness([placement.volunteer.person_id], placement.version, placement.unit, YESTERDAY)

    expected = frozenset() if code in ending else {code}
    assert before[placement.volunteer.person_id] == expected


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(off=st.sets(st.sampled_from(sorted(set(OFF) - {"age"}))), minutes=st.integers(0, 2400))
def test_the_two_faces_never_differ(off, minutes):
    with transaction.atomic():
        placement = _everything()
        mine = placement.volunteer.person_id
        for code in sorted(off):
            OFF[code](placement)
        placement = Placement.objects.select_related("volunteer__person", "version", "unit").get(pk=placement.pk)

        many = readiness(Person.objects.all(), placement.version, placement.unit, TODAY, minutes)
        ids = readiness([mine], placement.version, placement.unit, TODAY, minutes)
        said = explain(placement.volunteer.person, placement.version, placement.unit, TODAY, minutes)
        transaction.set_rollback(True)

    assert many[mine] == ids[mine] == {answer.code for answer in said if not answer.passed} == off


@pytest.mark.parametrize(
    ("given_minutes", "more", "has_room"),
    [
        (0, 0, True),
        (0, 2400, True),
        (0, 2401, False),
        (2399, 0, True),
        (2400, 0, False),
        (2160, 240, True),
        (2161, 240, False),
    ],
)
@pytest.mark.clause(34)
def test_room_in_the_month_is_asked_for_the_minutes_of_the_duty(given_minutes, more, has_room):
    placement = _everything()
    if given_minutes:
        time_given(placement.volunteer, minutes=given_minutes)

    assert ("room" not in _failing(placement, minutes=more)) == has_room


@pytest.mark.parametrize(
    ("held", "needed", "is_cleared"),
    [("NPPV2A", "NPPV2A", True), ("NPPV3", "NPPV2A", True), ("NPPV1", "NPPV2A", False), ("NPPV2A", "NPPV2F", False)],
)
@pytest.mark.clause(74)
def test_a_clearance_covers_its_own_level_and_those_below(held, needed, is_cleared):
    placement = _everything()
    Clearance.objects.update(level=held)
    ProfileVersion.objects.update(vetting_level=needed)
    placement.version.refresh_from_db()

    assert ("cleared" not in _failing(placement)) == is_cleared


@pytest.mark.clause(53)
def test_a_risk_assessment_counts_only_where_it_was_made():
    placement = _everything()
    elsewhere = a_unit("Archive")

    there = readiness([placement.volunteer.person_id], placement.version, elsewhere, TODAY)

    assert there[placement.volunteer.person_id] == {"risk", "placed"}


@pytest.mark.clause(91, 92, 93, 95)
@pytest.mark.parametrize("marks", [{"is_lifting": True}, {"is_public_facing": True}, {"needs_aware": True}, {}])
def test_training_is_asked_by_the_marks_of_the_role(marks):
    a_course("MH", needed_for="LIFTING")
    a_course("ELS", needed_for="PUBLIC")
    a_course("AWB", needed_for="AWARE")
    placement = _everything(**{"needs_aware": False} | marks)

    assert ("trained" in _failing(placement)) == bool(marks)


@pytest.mark.clause(95)
def test_a_course_that_the_profile_names_is_needed_until_it_is_done():
    placement = _everything()
    course = a_course("CTV", needed_for="PROFILE")
    NamedCourse.objects.create(version=placement.version, course=course)

    before = _failing(placement)
    a_completion(placement.volunteer.person, course)

    assert (before, _failing(placement)) == ({"trained"}, frozenset())


def test_the_explanation_names_the_courses_that_are_missing():
    placement = _everything()
    Completion.objects.all().delete()

    person = placement.volunteer.person
    wrong = [each for each in explain(person, placement.version, placement.unit, TODAY) if not each.passed]

    assert "Still needed: Course HS." in wrong[0].sentence
    assert wrong[0].url == f"/placements/people/{placement.volunteer.reference}/training/"


def test_an_offer_asks_less_than_a_duty():
    placement = _everything()
    for off in (_lost_pass, _training_ends_today, _aware_closed, _placement_ended, _month_is_full):
        off(placement)

    assert _failing(placement, checks=FOR_AN_OFFER) == frozenset()


def test_a_refusal_gives_the_first_three_reasons_and_counts_the_rest():
    placement = _everything()
    for off in (_on_a_break, _clearance_ends_today, _never_agreed, _lost_pass, _cover_ended):
        off(placement)

    with pytest.raises(NotAllowed) as refusal:
        require_ready(placement.volunteer.person, placement.version, placement.unit, TODAY, what="No duty")

    assert refusal.value.reason.startswith("No duty. On a break on Tuesday 24 April 2007.")
    assert refusal.value.reason.endswith("2 more things are not in order.")


@pytest.mark.parametrize(("suits", "ready"), [(True, True), (False, False)])
def test_a_role_that_does_not_suit_people_under_18_is_for_adults_whatever_its_least_age(suits, ready):
    placement = _everything(least_age=16, suits_under_18=suits)
    Person.objects.filter(pk=placement.volunteer.person_id).update(born_on=TODAY.replace(year=TODAY.year - 17))
    an_adult_for(placement.volunteer)

    failing = readiness([placement.volunteer.person_id], placement.version, placement.unit, TODAY)

    assert (failing == {placement.volunteer.person_id: frozenset()}) is ready


def test_one_person_and_many_cost_the_same_queries():
    placement = _everything(least_age=21)
    for _ in range(5):
        a_ready_volunteer(unit=placement.unit, version=placement.version)
    ids = list(Volunteer.objects.values_list("person_id", flat=True))

    def asked(people):
        return lambda: readiness(people, placement.version, placement.unit, TODAY, 240)

    one, many, everybody = (_count(asked(people)) for people in (ids[:1], ids, Person.objects.all()))

    assert (one, many) == (one, one)
    assert everybody == one  # who they are is asked as well, and the rests of accounts together with the accounts


def _count(ask):
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


def test_more_people_than_are_sent_one_by_one_are_answered_too():
    placement = _everything()
    mine = placement.volunteer.person_id

    answer = readiness([mine, *range(10**6, 10**6 + 3000)], placement.version, placement.unit, TODAY)

    assert answer[mine] == frozenset()
    assert len(answer) == 3001
