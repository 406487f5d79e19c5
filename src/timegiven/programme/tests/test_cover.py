"""The Central Team keeps the certificates of insurance; everybody may see what is covered."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.builders import NOW, TODAY, a_volunteer, an_mvpm, insurance, the_central_team, the_strand
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.people.models import Person
from timegiven.programme import services
from timegiven.programme.models import Cover

pytestmark = pytest.mark.django_db

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


def add(by: Person, **change: object) -> Cover:
    facts = {"kind": "VEHICLE", "certificate": "V-1", "from_on": TODAY, "until_on": None}
    return services.add_cover(strand=the_strand(), by=by, at=NOW, **(facts | change))


@pytest.mark.clause(56)
def test_the_central_team_enters_a_certificate() -> None:
    cover = add(the_central_team(), what="Use of one's own car", insurer="A mutual")

    assert (cover.kind, cover.what, cover.covers(TODAY), cover.covers(YESTERDAY)) == (
        "VEHICLE",
        "Use of one's own car",
        True,
        False,
    )


@pytest.mark.clause(56)
def test_nobody_else_does() -> None:
    cover = insurance()

    for person in (an_mvpm(), a_volunteer().person):
        with pytest.raises(NotPermitted):
            add(person)
        with pytest.raises(NotPermitted):
            services.end_cover(cover, until_on=TODAY, by=person, at=NOW)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"until_on": TODAY}, "it ends before it begins"),
        ({"until_on": YESTERDAY}, "it ends before it begins"),
        ({"kind": "PUBLIC", "certificate": " C-1 "}, "one with this number is there already"),
    ],
)
def test_a_certificate_is_entered_once_and_the_right_way_round(change: dict, why: str) -> None:
    insurance()

    with pytest.raises(NotAllowed, match=why):
        add(the_central_team(), **change)


@pytest.mark.clause(56)
@pytest.mark.parametrize(
    ("until_on", "now_until", "allowed"),
    [
        (TODAY, None, True),
        (TOMORROW, None, True),
        (YESTERDAY, None, False),
        (TODAY, TODAY, False),  # it has ended
        (date(2008, 1, 1), TOMORROW, True),  # it goes on after all
    ],
)
def test_cover_ends_from_today_on_and_days_that_are_past_keep_it(
    until_on: date, now_until: date | None, allowed: bool
) -> None:
    cover = insurance()
    Cover.objects.filter(pk=cover.pk).update(until_on=now_until)

    try:
        services.end_cover(cover, until_on=until_on, by=the_central_team(), at=NOW)
    except NotAllowed:
        until_on = now_until

    cover.refresh_from_db()
    assert (cover.until_on == until_on, allowed) == (True, until_on != now_until)


def test_the_page_lists_the_certificates_and_hides_their_numbers_from_volunteers(client: Client) -> None:
    insurance()

    def page(person: Person) -> str:
        client.force_login(person)
        return client.get("/programme/insurance").content.decode()

    team, volunteer = page(the_central_team()), page(a_volunteer().person)
    assert ("Personal accident" in team, "C-1" in team, "Add a certificate" in team) == (True, True, True)
    assert ("Personal accident" in volunteer, "C-1" in volunteer, "Add a" in volunteer) == (True, False, False)


def test_the_central_team_adds_and_ends_on_the_pages(client: Client) -> None:
    strand, day = the_strand(), timezone.localdate()
    client.force_login(the_central_team())
    typed = {"strand": strand.code, "kind": "OFF_SITE", "certificate": "O-1", "from_on": f"{day:%d/%m/%Y}"}

    wrong = client.post("/programme/insurance/add", typed | {"until_on": f"{day:%d/%m/%Y}"})
    added = client.post("/programme/insurance/add", typed)
    cover = Cover.objects.get()
    ended = client.post(f"/programme/insurance/{cover.reference}/end", {"until_on": f"{day:%d/%m/%Y}"})

    cover.refresh_from_db()
    assert "it ends before it begins" in wrong.content.decode()
    assert 'value="O-1"' in wrong.content.decode()
    assert (added.status_code, ended.status_code, cover.until_on) == (302, 302, day)
    assert "O-1" in client.get("/programme/insurance?ended=on").content.decode()


def test_an_empty_list_says_what_it_means(client: Client) -> None:
    client.force_login(a_volunteer().person)

    assert "No certificate of insurance is on record" in client.get("/programme/insurance").content.decode()
