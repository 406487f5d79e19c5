"""A way into policing: asked for, taken back in one press, known to no unit, and forgotten when they leave."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import NOW, TODAY, a_borough, a_unit, a_unit_manager, a_volunteer, an_mvpm, the_central_team
from timegiven.concerns import services as concerns
from timegiven.engagement import access, selectors, services
from timegiven.engagement.models import RecruitmentWish
from timegiven.insight import selectors as insight
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people import selectors as people

pytestmark = pytest.mark.django_db

MINE = "engagement:recruitment"


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def asks(volunteer, wish="WHILE"):
    services.say_recruitment(volunteer, wish=wish, by=volunteer.person, at=NOW)


def a_notice():
    return services.write_recruitment(title="Officers", words="Until June.", by=the_central_team(), at=NOW)


@pytest.mark.clause(140)
def test_nobody_hears_who_did_not_ask():
    a_volunteer()
    a_notice()

    assert services.tell_of_recruitment(NOW) == 0


@pytest.mark.clause(140)
def test_whoever_asked_hears_once_and_those_without_e_mail_on_paper_of_the_central_teams_own():
    grace, edith, _ = a_volunteer("Grace A"), a_volunteer("Edith W", email=None), a_volunteer()
    asks(grace)
    asks(edith)
    a_notice()

    assert [services.tell_of_recruitment(NOW) for _ in range(2)] == [2, 0]
    letters = Letter.objects.filter(template="engagement/recruitment")
    assert dict(letters.values_list("to_name", "status")) == {"Grace A": "OWED", "Edith W": "TO_PRINT"}
    assert "This is no promise" in letters.first().text
    paper = letters.filter(status="TO_PRINT")
    assert list(people.letters_seen_by(an_mvpm(a_borough()), TODAY) & paper) == []
    assert (people.letters_seen_by(the_central_team(), TODAY) & paper).count() == 1


@pytest.mark.clause(140)
def test_it_is_off_by_default_and_taken_back_in_one_press(client):
    volunteer = a_volunteer()
    client.force_login(volunteer.person)
    page = client.get(reverse(MINE))
    assert page.context["form"].initial["wish"] == "NO"
    assert "changes nothing at all" in page.text

    client.post(reverse(MINE), {"wish": "WHILE"})
    assert "No more, please" in client.get(reverse(MINE)).text
    client.post(reverse(MINE), {"wish": "NO"})

    assert selectors.wish_of(volunteer) is None


@pytest.mark.clause(140)
def test_no_unit_and_no_mvp_manager_sees_it(client):
    volunteer = a_volunteer()
    asks(volunteer)

    for person in (an_mvpm(a_borough()), a_unit_manager(a_unit())):
        client.force_login(person)
        answer = client.get(reverse("engagement:recruitment_for", args=[volunteer.reference]))
        assert answer.status_code in {403, 404}
        assert access.say_recruitment(person, volunteer, TODAY) is False
        with pytest.raises(NotPermitted):
            services.write_recruitment(title="Jobs", words="Come", by=person, at=NOW)
    client.force_login(an_mvpm(a_borough()))
    assert "recruits" not in client.get(reverse("engagement:letters", args=[volunteer.reference])).text


@pytest.mark.clause(140)
def test_the_central_team_notes_it_for_who_rings(client):
    edith = a_volunteer("Edith W", email=None)
    client.force_login(the_central_team())
    address = reverse("engagement:recruitment_for", args=[edith.reference])
    assert address in client.get(reverse("engagement:letters", args=[edith.reference])).text

    client.post(address, {"wish": "ALSO_AFTER"})

    assert selectors.wish_of(edith).is_kept_after_leaving is True


@pytest.mark.clause(140)
@pytest.mark.parametrize(("wish", "after_leaving", "a_year_later"), [("WHILE", 0, 0), ("ALSO_AFTER", 1, 0)])
def test_it_goes_with_them_unless_they_ask_otherwise(wish, after_leaving, a_year_later):
    volunteer = a_volunteer()
    asks(volunteer, wish)
    concerns.end_volunteering(volunteer, by=volunteer.person, at=NOW)

    assert selectors.wishes(TODAY).count() == after_leaving
    services.forget_wishes(NOW)
    assert RecruitmentWish.objects.count() == after_leaving
    services.forget_wishes(NOW + timedelta(days=366))
    assert RecruitmentWish.objects.count() == a_year_later


@pytest.mark.clause(140)
def test_whoever_has_left_can_still_take_it_back_and_ask_for_no_less():
    volunteer = a_volunteer()
    asks(volunteer, "ALSO_AFTER")
    concerns.end_volunteering(volunteer, by=volunteer.person, at=NOW)
    volunteer.refresh_from_db()

    with pytest.raises(NotAllowed, match="for people who volunteer"):
        asks(volunteer, "WHILE")
    asks(volunteer, "NO")

    assert selectors.wish_of(volunteer) is None


@pytest.mark.clause(140)
def test_the_central_team_writes_it_and_is_asked_once_more(client):
    asks(a_volunteer())
    client.force_login(the_central_team())
    typed = {"title": "Officers", "words": "Until June."}

    client.post(reverse("engagement:write_recruitment"), typed)
    before = selectors.notices().count()
    client.post(reverse("engagement:write_recruitment"), typed | {"sure": "on"})

    assert (before, selectors.notices().count()) == (0, 1)
    assert "On its way" in client.get(reverse("engagement:notices")).text


@pytest.mark.clause(140)
def test_a_committee_learns_how_many_asked_and_never_of_few():
    volunteers = [a_volunteer() for _ in range(10)]
    for volunteer in volunteers[:9]:
        asks(volunteer)
    assert insight.figures(TODAY)["hoping"] == "fewer than 10"

    asks(volunteers[-1])

    assert insight.figures(TODAY)["hoping"] == "10"
