"""Two records that may be one person: found at once, looked at by a human, made one, and taken apart again."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import selectors, services
from timegiven.joining.models import Application, Likeness, MatchKey, Merge
from timegiven.joining.rules.duplicates import LIKELY, Record, matches, matches_of, record, score, swapped
from timegiven.joining.tests.scene import SENT, filled_in
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.people.models import EmergencyContact, Person

BORN = date(1967, 3, 4)
GRACE: dict[str, Any] = {
    "name": "Catherine O'Neill", "born_on": BORN, "phone": "07700 900123", "email": "cath@example.org",
    "address": "4 Agar Grove, London NW1 9SS",
}  # fmt: skip


def like(**changes: Any) -> int:
    """How like one person a record with these changes is."""
    return score(record(1, **GRACE), record(2, **GRACE | changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Cathrine ONeill"},  # a typo
        {"name": "Kate O’Neill"},  # a short form
        {"name": "O'Neill Catherine", "email": "other@example.org"},  # changed round
        {"name": "Catherine Mary O'Neill", "phone": ""},  # a middle name
        {"name": "CÁTHERINE o'neill", "address": ""},
        {"born_on": date(1967, 4, 3), "phone": "020 7946 0000"},  # day and month changed round, another telephone
        {"born_on": date(1967, 3, 5)},  # one digit
        {"phone": "+44 7700 900123", "email": "new@example.org", "address": "9 Far Away, Leeds"},
        {"born_on": None, "email": "CATH+met@example.org"},
    ],
)
def test_one_person_with_slips_is_recognised(changes: dict[str, Any]) -> None:
    assert like(**changes) >= LIKELY


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Patrick Zachary"},  # a household
        {"name": "Catherine O'Neill", "born_on": date(1991, 11, 28), "phone": "", "email": "", "address": ""},
        {"name": "Sean O'Neill", "born_on": date(1999, 8, 19), "email": "sean@example.org"},  # a son at home
    ],
)
def test_two_people_are_told_apart(changes: dict[str, Any]) -> None:
    assert like(**changes) < LIKELY


@pytest.mark.parametrize(
    ("born_on", "turned"),
    [
        (date(1967, 3, 4), date(1967, 4, 3)),
        (date(1967, 3, 13), None),  # there is no month 13
        (date(1967, 3, 3), None),
        (date(1988, 2, 29), None),
        (date(1988, 12, 1), date(1988, 1, 12)),
    ],
)
def test_day_and_month_are_changed_round_when_there_is_such_a_day(born_on: date, turned: date | None) -> None:
    assert swapped(born_on) == turned


@pytest.mark.clause(137)
def test_among_many_only_the_likely_pairs_are_found_each_once() -> None:
    twice: list[Record] = [record(1, **GRACE), record(2, **GRACE | {"name": "Kate O'Neill"})]
    others = [
        record(number, name=f"Person {chr(97 + number % 26)}{chr(97 + number // 26)}", born_on=BORN + timedelta(number))
        for number in range(3, 300)
    ]

    assert [(each.one, each.other) for each in matches(others + twice)] == [(1, 2)]
    assert [(each.one, each.other) for each in matches_of(twice[1], others + twice)] == [(1, 2)]


def register(name: str, email: str, **facts: Any) -> None:
    given = {"born_on": BORN, "borough": b.a_borough(), "at": b.NOW, "phone": "07700 900123"}
    services.register(name=name, email=email, **given | facts)


@pytest.mark.django_db
def test_the_same_person_registering_five_times_with_five_spellings_is_noticed_each_time() -> None:
    b.the_strand()
    names = ("Catherine O'Neill", "Kate ONeill", "Katherine O’Neil", "O'Neill Catherine", "cathrine oneill")

    for number, name in enumerate(names):
        register(name, f"kate{number}@example.org")

    found = {(pair.one.name, pair.other.name) for pair in Likeness.objects.select_related("one", "other")}
    later = {other for _, other in found}
    assert Person.objects.count() == 5
    assert later == set(names[1:])  # each of the later four was held against one before


@pytest.mark.clause(137)
@pytest.mark.django_db
def test_the_check_of_one_registration_asks_the_database_once() -> None:
    person = b.a_person(**GRACE)
    services.notice(person, at=b.NOW)
    one = selectors.record_of(person)

    with CaptureQueriesContext(connection) as asked:
        selectors.candidates(one)

    assert len(asked) == 1


@pytest.mark.django_db
def test_the_index_keeps_no_birth_date_and_no_telephone() -> None:
    services.notice(b.a_person(**GRACE), at=b.NOW)

    kept = [str(key) for key in MatchKey.objects.values_list("key", flat=True)]

    assert [each for each in kept if ("1967" in each and "0304" in each) or "900123" in each] == []
    assert len(kept) == 6


@pytest.mark.django_db
def test_a_corrected_name_is_looked_up_anew() -> None:
    b.the_strand()
    services.notice(b.a_person(**GRACE), at=b.NOW)
    application = filled_in(person=b.a_person("Xaver Quill", email="k@example.org", born_on=BORN))

    for name in ("Kate O'Neill",):
        typed = {"name": name, "known_as": ""}
        services.answer(application, code="name", typed=typed, by=application.person, at=b.NOW)
        services.answer(application, code="reach", typed={"phone": "07700900123"}, by=application.person, at=b.NOW)

    assert Likeness.objects.count() == 1


@pytest.mark.django_db
def test_the_nightly_scan_finds_what_came_by_other_ways() -> None:
    b.a_person(**GRACE)
    b.a_person(**GRACE | {"name": "Kate O'Neill", "email": "other@example.org"})

    assert [services.scan(at=b.NOW), services.scan(at=b.NOW)] == [1, 1]
    assert Likeness.objects.count() == 1


def a_pair(status: str = "APPLIED", *, borough: str = "Camden") -> Likeness:
    """Two applications of one person, the second in a borough."""
    one = b.a_person(**GRACE | {"phone": ""})
    other = b.a_person(**GRACE | {"name": "Kate O'Neill", "email": "other@example.org"})
    b.an_application(one, status="INTERVIEWED", references=2)
    b.an_application(other, borough=b.a_borough(borough), status=status, references=1)
    EmergencyContact.objects.create(person=other, name="Sam", phone="1", confirmed_on=b.TODAY)
    Likeness.objects.bulk_create([Likeness(one=one, other=other, score=80, found_at=b.NOW)])
    return Likeness.objects.select_related("one", "other").get()


@pytest.mark.django_db
def test_made_one_everything_is_the_kept_persons_and_the_other_signs_in_no_more() -> None:
    pair, mvpm = a_pair(), b.an_mvpm()

    services.merge(pair, keep=pair.one, by=mvpm, at=b.NOW)

    kept, other = Person.objects.get(pk=pair.one_id), Person.objects.get(pk=pair.other_id)
    assert sorted(kept.applications.values_list("status", flat=True)) == ["INTERVIEWED", "SET_ASIDE"]
    assert (kept.phone, kept.emergency_contacts.get().name, kept.email) == ("07700 900123", "Sam", "cath@example.org")
    assert (other.is_active, other.applications.count()) == (False, 0)
    assert [each.act for each in Event.objects.filter(act="merged")] == ["merged", "merged"]


@pytest.mark.django_db
def test_taken_apart_each_has_again_what_was_theirs() -> None:
    pair, mvpm = a_pair(), b.an_mvpm()
    before = facts_of_everything(pair)
    made = services.merge(pair, keep=pair.one, by=mvpm, at=b.NOW)

    services.undo_merge(made, by=mvpm, at=b.NOW + timedelta(days=30))

    assert facts_of_everything(pair) == before
    assert (Likeness.objects.get().status, Merge.objects.get().undone_at) == (
        "DIFFERENT",
        b.NOW + timedelta(days=30),
    )


def facts_of_everything(pair: Likeness) -> list[Any]:
    people = Person.objects.filter(pk__in=(pair.one_id, pair.other_id)).order_by("pk")
    return [
        list(people.values_list("name", "email", "phone", "address", "born_on", "known_as", "is_active")),
        list(Application.objects.order_by("pk").values_list("pk", "person", "status")),
        list(EmergencyContact.objects.values_list("person", "name")),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "again"), [(31, False), (1, True)])
def test_after_thirty_days_or_twice_it_is_not_taken_apart(days: int, again: bool) -> None:
    pair, mvpm = a_pair(), b.an_mvpm()
    made = services.merge(pair, keep=pair.one, by=mvpm, at=b.NOW)
    if again:
        services.undo_merge(made, by=mvpm, at=b.NOW)
        made.refresh_from_db()

    with pytest.raises(NotAllowed):
        services.undo_merge(made, by=mvpm, at=b.NOW + timedelta(days=days))


@pytest.mark.django_db
def test_a_volunteers_record_is_kept_and_two_volunteers_are_not_made_one_here() -> None:
    pair, mvpm = a_pair(), b.an_mvpm()
    volunteer = b.a_volunteer()
    volunteer.person = pair.other
    volunteer.save()

    with pytest.raises(NotAllowed, match="is a volunteer, and that record has to be kept"):
        services.merge(pair, keep=pair.one, by=mvpm, at=b.NOW)
    second = b.a_volunteer()
    second.person = pair.one
    second.save()
    with pytest.raises(NotAllowed, match="each of them is a volunteer"):
        services.merge(pair, keep=pair.other, by=mvpm, at=b.NOW)


@pytest.mark.django_db
def test_an_mvp_manager_compares_two_of_their_own_borough_and_the_central_team_any_two() -> None:
    pair = a_pair(borough="Hackney")
    b.Appointment.objects.create(person=pair.one, role="CENTRAL_TEAM", unit=b.the_force(), from_on=b.TODAY)

    for stranger in (b.an_mvpm(), b.an_mvpm(b.a_borough("Hackney")), b.a_person(), pair.one, b.the_vetting_office()):
        with pytest.raises(NotPermitted):
            services.tell_apart(pair, by=stranger, at=b.NOW)
    services.tell_apart(pair, by=b.the_central_team(), at=b.NOW)

    assert pair.status == "DIFFERENT"


@pytest.mark.django_db
def test_two_people_who_were_told_apart_are_not_asked_about_again() -> None:
    pair = a_pair()
    services.tell_apart(pair, by=b.an_mvpm(), at=b.NOW)

    services.scan(at=b.NOW)

    assert Likeness.objects.get(one=pair.one, other=pair.other).status == "DIFFERENT"


@pytest.mark.django_db
def test_registering_with_the_other_address_leads_to_the_kept_record() -> None:
    b.the_strand()
    pair = a_pair()
    services.merge(pair, keep=pair.one, by=b.an_mvpm(), at=b.NOW)

    register("Kate O'Neill", "other@example.org")

    assert (Person.objects.filter(email="other@example.org").count(), Application.objects.count()) == (1, 2)


@pytest.mark.django_db
def test_the_human_sees_both_side_by_side_and_decides(client: Client) -> None:
    pair, mvpm = a_pair(), b.an_mvpm()
    client.force_login(mvpm)

    listed = client.get(reverse("joining:duplicates")).content.decode()
    shown = client.get(reverse("joining:compare", args=[pair.reference])).content.decode()
    nothing = client.post(reverse("joining:compare", args=[pair.reference]), SENT).content.decode()
    done = client.post(reverse("joining:compare", args=[pair.reference]), {"answer": pair.other.reference})
    undone = client.post(reverse("joining:undo_merge", args=[pair.reference]), SENT)

    assert pair.one.name.replace("'", "&#x27;") in listed
    assert "Saturday 4 March 1967" in shown
    assert "Choose whether they are the same person" in nothing
    assert (done.status_code, undone.status_code, Merge.objects.get().kept) == (302, 302, pair.other)
