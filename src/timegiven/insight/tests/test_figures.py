"""The figures of a report: as they stood on its day, by business group, and beside the year before."""

from datetime import date, datetime, timedelta

import pytest

from tests.builders import NOW, TODAY, a_borough, a_unit, a_volunteer, an_approved_version, the_force, the_strand
from timegiven.hours import services as hours
from timegiven.insight import selectors
from timegiven.joining.models import EqualityAnswer
from timegiven.people.models import Volunteer, VolunteerStep
from timegiven.programme import services as programme
from timegiven.programme.models import PolicyValue, Unit

pytestmark = pytest.mark.django_db

LAST_YEAR, THIS_YEAR = date(2005, 10, 5), date(2006, 10, 5)  # the years end with March 2006 and March 2007


def territorial_policing():
    group = programme.found(
        code="TP", name="Territorial Policing", kind=Unit.Kind.GROUP, from_on=TODAY, reports_to=the_force()
    )
    programme.report_to(camden := a_borough(), reports_to=group, from_on=TODAY)
    return camden


def fraud_office():
    crime = programme.found(
        code="SCD", name="Specialist Crime", kind=Unit.Kind.GROUP, from_on=TODAY, reports_to=the_force()
    )
    return programme.found(code="SCD6", name="Fraud Office", kind=Unit.Kind.OCU, from_on=TODAY, reports_to=crime)


def give(volunteer, on, minutes=240):
    hours.give(
        volunteer,
        on=on,
        minutes=minutes,
        kind="SESSION",
        source=f"{on}{volunteer.pk}"[-10:],
        by=volunteer.person,
        at=NOW,
    )


def several(number, borough, *days, strand="MVP", **details):
    made = [a_volunteer(borough=borough, strand=strand, **details) for _ in range(number)]
    for volunteer in made:
        for on in days:
            give(volunteer, on)
    return made


@pytest.mark.clause(136, 147, 157)
def test_the_boroughs_stand_beside_the_rest_of_the_force_and_beside_the_year_before():
    camden, fraud = territorial_policing(), fraud_office()
    several(12, camden, LAST_YEAR, THIS_YEAR)
    several(11, fraud, THIS_YEAR, strand="CORP")

    told = selectors.figures(TODAY)

    assert (told["gave"], told["hours"], told["year"]) == ("23", "92", "April 2006 to March 2007")
    assert [(row["name"], row["people"], row["hours"], row["hours_before"]) for row in told["groups"]] == [
        ("Territorial Policing", "10", "48", "48"),
        ("Specialist Crime", "10", "44", "0"),
    ]
    assert (told["boroughs"], told["ocus"]) == (["Camden"], ["Fraud Office"])
    assert told["check"] == [
        "In Territorial Policing, 10 volunteers gave 48 hours, after 10 volunteers and 48 hours in the year before.",
        "As much was given there as in the year before.",
        "Of those who gave time there in the year before, none gave it only elsewhere this year.",
        "So nothing here says that the extension takes from the boroughs.",
    ]


@pytest.mark.clause(147)
def test_a_year_in_which_the_boroughs_lose_to_the_rest_says_so():
    camden, fraud = territorial_policing(), fraud_office()
    several(12, camden, LAST_YEAR, THIS_YEAR)
    for volunteer in several(11, camden, LAST_YEAR):
        Volunteer.objects.filter(pk=volunteer.pk).update(borough=fraud)
        volunteer.refresh_from_db()
        give(volunteer, THIS_YEAR)

    told = selectors.figures(TODAY)

    assert told["boroughs_fell"] is True
    assert told["check"][1:3] == [
        "The time given there is 47 per cent less than in the year before.",
        "Of those who gave time there in the year before, 10 gave it only elsewhere this year.",
    ]
    assert "may be taking from the boroughs" in told["check"][-1]


@pytest.mark.clause(147)
def test_with_too_few_to_compare_nothing_is_said_of_the_boroughs():
    several(12, territorial_policing(), THIS_YEAR)

    told = selectors.figures(TODAY)

    assert (told["boroughs_fell"], len(told["check"])) == (False, 1)
    assert "too few" in told["check"][0]


def test_minutes_that_make_no_hour_can_be_compared():
    for volunteer in several(12, territorial_policing(), THIS_YEAR):
        give(volunteer, LAST_YEAR, minutes=1)

    assert selectors.figures(TODAY)["check"][0].endswith("after 10 volunteers and 0 hours in the year before.")


def test_what_few_gave_elsewhere_is_not_told_and_cannot_be_taken_from_the_whole():
    camden, fraud = territorial_policing(), fraud_office()
    several(12, camden, LAST_YEAR, THIS_YEAR)
    several(3, fraud, THIS_YEAR)

    told = selectors.figures(TODAY)

    assert (told["hours"], told["groups"]) == ("60", [])
    assert "48" not in " ".join(told["check"])
    assert "so few give it elsewhere that the two are not told apart" in told["check"][0]


def test_nor_can_what_few_gave_there_the_year_before():
    camden, fraud = territorial_policing(), fraud_office()
    several(12, camden, LAST_YEAR, THIS_YEAR)
    several(3, fraud, LAST_YEAR)
    several(10, fraud, THIS_YEAR)

    told = selectors.figures(TODAY)

    assert [row["hours_before"] for row in told["groups"]] == ["not told", "not told"]
    assert "48" not in " ".join(told["check"])


@pytest.mark.clause(136)
def test_volunteers_are_those_of_the_day_whatever_has_become_of_them_since():
    several(10, a_borough())
    gone = a_volunteer()
    for status, at in (("ACTIVE", datetime(2006, 1, 2, 9, tzinfo=NOW.tzinfo)), ("LEFT", NOW)):
        VolunteerStep.objects.create(of=gone, status=status, by=None, at=at)
    Volunteer.objects.filter(pk=gone.pk).update(status="LEFT", left_on=TODAY)

    assert selectors.figures(TODAY)["volunteers"] == "10"
    assert selectors.figures(TODAY - timedelta(days=1))["volunteers"] == "11"


@pytest.mark.clause(7, 146, 153)
def test_ages_name_the_young_and_those_of_the_age_of_retirement():
    several(10, a_borough(), born_on=date(1989, 1, 1))
    several(11, a_borough(), born_on=date(1960, 1, 1))
    several(15, a_borough(), born_on=date(1930, 1, 1))

    told = selectors.figures(TODAY)

    assert told["ages"] == [["Under 25", "10"], ["25 to 54", "10"], ["55 or older", "15"]]
    assert (told["young"], told["retired"]) == ("10", "15")


def answers(number, **given):
    month = date(2006, 11, 1)
    EqualityAnswer.objects.bulk_create(EqualityAnswer(strand=the_strand(), month=month, **given) for _ in range(number))


@pytest.mark.clause(146)
def test_what_applicants_answered_is_told_in_shares_and_nobody_can_be_picked_out():
    answers(60, ethnicity="W1", sex="F")
    answers(25, ethnicity="B2", sex="M")
    answers(15, ethnicity="A3", religion="MUSLIM")
    answers(2, ethnicity="M1", religion="JEWISH")

    told = selectors.figures(TODAY)

    assert told["answered"] == "102"
    assert told["minority_share"] == "40 per cent"
    assert {each["title"]: each["rows"] for each in told["questions"]} == {
        "Ethnic group": [
            ["White", "60", "60 per cent"],
            ["Black", "25", "25 per cent"],
            ["Others together", "15", "15 per cent"],
        ],
        "Sex": [["Female", "60", "71 per cent"], ["Male", "25", "29 per cent"]],
    }


def test_with_few_answers_nothing_of_them_is_told():
    answers(9, ethnicity="W1")

    told = selectors.figures(TODAY)

    assert (told["answered"], told["questions"], told["minority_share"]) == ("fewer than 10", [], "")


def test_how_few_is_too_few_is_the_handbooks():
    answers(9, ethnicity="W1")
    PolicyValue.objects.create(name="insight.fewest_people", from_on=TODAY, value=5)

    assert selectors.figures(TODAY)["answered"] == "9"


@pytest.mark.clause(135)
def test_the_kinds_of_work_are_counted_by_roles():
    an_approved_version(unit=a_unit())

    assert selectors.figures(TODAY)["work"] == [["Front counter and public contact", "1"]]


@pytest.mark.clause(136)
def test_money_is_spoken_of_only_when_it_is_asked_for():
    several(1, a_borough(), THIS_YEAR)

    assert selectors.figures(TODAY)["comparator"] is None
    assert selectors.figures(TODAY, with_comparator=True)["comparator"] == ["£21", "£52"]
