"""How far away a role is and when it can be done: the postcode goes no further than its first part."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import TODAY, a_borough, a_risk_assessment, a_unit, an_approved_version, insurance, the_force
from timegiven.library import rules, selectors
from timegiven.library.models import ProfileVersion
from timegiven.programme import services as programme
from timegiven.programme.content.districts import DISTRICTS
from timegiven.programme.models import Unit

HERE = (51.533, -0.144)  # NW1


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("NW1", "NW1"),
        ("nw1 2ab", "NW1"),
        ("nw12ab", "NW1"),
        (" SE13  5JZ ", "SE13"),
        ("SE135JZ", "SE13"),
        ("ec1a-1bb", "EC1A"),
        ("NW1 2", "NW1"),
        ("W1", "W1"),
        ("12 Holmes Road", ""),
        ("NW", ""),
        ("", ""),
        ("NW1; DROP TABLE", ""),
        ("\u0661", ""),
    ],
)
def test_a_district_is_read_from_what_is_typed(typed, district):
    assert rules.district_of(typed) == district


def test_every_district_is_in_or_around_london_and_reads_as_one():
    assert [name for name in DISTRICTS if rules.district_of(name) != name] == []
    assert [name for name, where in DISTRICTS.items() if rules.miles(where, (51.507, -0.128)) > 27] == []
    assert len(DISTRICTS) > 300


def test_a_known_way_is_as_long_as_it_is():
    # Charing Cross to Croydon station: 9.3 miles on the map.
    assert round(rules.miles((51.5074, -0.1278), (51.3755, -0.0926)), 1) == 9.2
    assert rules.miles(HERE, HERE) == 0


def test_a_district_that_has_only_parts_is_in_their_middle():
    whole, part = selectors.position_of("W1"), selectors.position_of("W1A")

    assert whole == part
    assert whole is not None
    assert rules.miles(whole, (51.515, -0.143)) < 0.5
    assert selectors.position_of("ZZ9") is None


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("", {"morning", "afternoon", "evening", "weekend"}),
        ("Times that suit you", {"morning", "afternoon", "evening", "weekend"}),
        ("Weekday mornings", {"morning"}),
        ("10am to 2pm, Monday to Friday", {"morning", "afternoon"}),
        ("2pm to 6pm", {"afternoon", "evening"}),
        ("Evenings and weekends", {"evening", "weekend"}),
        ("Saturdays 9am to noon", {"morning", "weekend"}),
        ("10pm to 2am", {"evening"}),
        ("Any weekday", {"morning", "afternoon", "evening", "weekend"}),
        ("Tuesdays", {"morning", "afternoon"}),
        ("Office hours", {"morning", "afternoon"}),
        ("9.30am to 12.30pm", {"morning", "afternoon"}),
    ],
)
def test_times_are_read_from_the_profiles_words(said, times):
    assert rules.times_in(said) == times


def a_station(borough: Unit, where: tuple[float, float]) -> Unit:
    return programme.found(
        code=f"PS-{borough.name}-{where[0]}", name="Police Station", kind="STATION", from_on=TODAY, borough=borough,
        reports_to=borough, latitude=where[0], longitude=where[1],
    )  # fmt: skip


def a_role(title: str, borough: str, *, station: Unit | None = None, **marks: object) -> ProfileVersion:
    unit = a_unit(title, borough=a_borough(borough))
    Unit.objects.filter(pk=unit.pk).update(station=station)
    return an_approved_version(unit=unit, title=title, **marks)


def order(client: Client, **filters: str) -> list[tuple[str, float | None]]:
    found = client.get("/roles/", filters).context["page_obj"]
    return [(each.title, each.miles if each.miles is None else round(each.miles, 1)) for each in found]


@pytest.fixture(autouse=True)
def insured(db: None) -> None:
    insurance()


@pytest.mark.clause(12)
def test_the_nearest_roles_come_first_by_station_unit_or_borough(client):
    camden, barnet = a_borough(), a_borough("Barnet")
    a_role("Far", "Barnet", station=a_station(barnet, (51.65, -0.2)))
    a_role("At the station", "Camden", station=a_station(camden, (51.55, -0.144)))
    a_role("Somewhere in Camden", "Camden")
    own = a_role("Own entry", "Camden")
    Unit.objects.filter(pk=own.profile.unit_id).update(latitude=51.533, longitude=-0.144)
    a_role("Nowhere", "Hackney")

    assert order(client, near="NW1") == [
        ("Own entry", 0.0),
        ("Somewhere in Camden", 0.6),  # between the station and the unit of which the place is known
        ("At the station", 1.2),
        ("Far", 8.4),
        ("Nowhere", None),
    ]


def test_a_role_is_as_near_as_the_nearest_place_where_it_may_be_done(client):
    version = a_role("Archivist", "Barnet", station=a_station(a_borough("Barnet"), (51.65, -0.2)))
    near = a_unit("Registry", borough=a_borough())
    Unit.objects.filter(pk=near.pk).update(latitude=51.533, longitude=-0.144)
    a_risk_assessment(version, unit=near)

    found = selectors.listed(TODAY, near="NW1")

    assert [round(each.miles, 1) for each in found] == [0.0]


def test_a_whole_postcode_never_stands_in_an_address(client):
    a_role("Archivist", "Camden")

    posted = client.post("/roles/", {"near": "nw1 2ab", "words": "archiv", "open": "on"})
    typed_by_hand = client.get("/roles/?near=NW1+2AB")

    assert posted.headers["Location"] == "/roles/?words=archiv&near=NW1&open=on"
    assert typed_by_hand.headers["Location"] == "/roles/?near=NW1"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12 Holmes Road", "Type the first part of a postcode, such as NW1 or SE13"),
        ("AB12 3CD", "We do not know how far AB12 is: we know London and the places around it"),
    ],
)
def test_what_is_no_postcode_of_london_is_said_kindly_and_shows_every_role(client, typed, said):
    a_role("Archivist", "Camden")

    page = client.post("/roles/", {"near": typed})

    assert page.status_code == 200
    assert said in page.text
    assert [each.title for each in page.context["page_obj"]] == ["Archivist"]


def test_with_a_wrong_place_the_other_filters_count_and_every_link_keeps_them(client):
    a_role("Archivist", "Camden")
    a_role("Cadet helper", "Camden")

    page = client.post("/roles/", {"near": "12 Holmes Road", "words": "archiv"})

    assert [each.title for each in page.context["page_obj"]] == ["Archivist"]
    assert page.context["other_view"] == "?words=archiv&view=table"
    assert page.context["filters"]["near"].value() == "12 Holmes Road"


def test_the_search_works_for_whoever_takes_no_cookies():
    client = Client(enforce_csrf_checks=True)

    page = client.post("/roles/", {"time": "evening"})

    assert (page.status_code, page.headers["Location"], client.cookies.keys()) == (302, "/roles/?time=evening", set())


@pytest.mark.clause(4)
def test_roles_are_found_by_time_of_the_day(client):
    a_role("Early", "Camden", usual_times="Weekday mornings")
    a_role("Late", "Camden", usual_times="6pm to 9pm")
    a_role("Whenever", "Camden", usual_times="")

    def titles(time: str) -> list[str]:
        return [each.title for each in client.get("/roles/", {"time": time}).context["page_obj"]]

    assert titles("morning") == ["Early", "Whenever"]
    assert titles("evening") == ["Late", "Whenever"]


@pytest.mark.clause(10, 13)
def test_roles_are_found_by_what_one_brings(client):
    a_role("Trained", "Camden")
    special = a_role("Accountant in the Fraud Office", "Camden")
    special.profile.contribution = "SPECIALIST"
    special.profile.save()

    found = client.get("/roles/", {"bring": "SPECIALIST"}).context["page_obj"]

    assert [each.title for each in found] == ["Accountant in the Fraud Office"]


def test_a_search_that_finds_nothing_says_how_to_widen_it(client):
    a_role("Archivist", "Camden")
    camden = a_borough().reference

    page = client.get("/roles/", {"borough": camden, "time": "weekend", "category": "MEDIA"})

    assert [way["url"] for way in page.context["wider"]] == [
        "?time=weekend&category=MEDIA",
        f"?borough={camden}&category=MEDIA",
        f"?borough={camden}&time=weekend",
    ]
    assert "Look in every borough" in page.text


def test_distances_take_the_same_number_of_queries_for_one_role_and_many(client):
    a_role("First", "Camden")
    client.get("/roles/")

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/roles/", {"near": "NW1", "time": "morning"})
        return len(asked)

    one = queries()
    for number in range(9):
        a_role(f"Role {number}", "Barnet", station=a_station(the_force(), (51.5 + number / 100, -0.1)))
    assert queries() == one


@pytest.mark.clause(56)
def test_a_role_without_insurance_is_not_open(client):
    driver = a_role("Driver", "Camden", allows_own_vehicle=True)
    assert [each.is_open for each in selectors.library(TODAY)] == [True]

    insurance().__class__.objects.filter(kind="VEHICLE").update(until_on=TODAY)

    assert [each.is_open for each in selectors.library(TODAY)] == [False]
    assert selectors.why_not_open(driver, TODAY).startswith("The insurance for this role is being renewed")
