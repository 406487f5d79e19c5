"""What every programme starts with is loaded once, whole and as on a day."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from timegiven.programme import selectors, services
from timegiven.programme.content.glossary import TERMS
from timegiven.programme.content.organisation import LINES, ORGANISATION
from timegiven.programme.content.statement import DOCUMENTS
from timegiven.programme.models import Cover, Document, Edition, ReportingLine, Strand, Term, Unit

pytestmark = pytest.mark.django_db
IN_2007, IN_2027 = date(2007, 4, 24), date(2027, 4, 24)


def counts():
    return [kind.objects.count() for kind in (Strand, Term, Document, Edition, Unit, ReportingLine, Cover)]


def test_everything_is_loaded_and_again_adds_nothing():
    services.load_content(IN_2027, certificate="C-1")
    once = counts()
    services.load_content(IN_2027, certificate="C-1")

    assert once == [3, len(TERMS), len(DOCUMENTS), len(DOCUMENTS), len(ORGANISATION), len(LINES), 9]
    assert counts() == once


@pytest.mark.parametrize(
    ("day", "above"), [(IN_2007, "Territorial Policing"), (IN_2027, "Central North Basic Command Unit")]
)
def test_a_borough_stands_where_it_stood_on_the_day(day, above):
    services.load_content(day)

    camden = Unit.objects.get(name="Camden", kind="BOROUGH")

    parent = Unit.objects.get(pk=int(camden.path.strip("/").split("/")[-2]))
    assert parent.name == above


def test_every_unit_stands_under_the_force_and_every_team_has_its_borough():
    services.load_content(IN_2027)

    force = Unit.objects.get(kind="FORCE")

    assert list(Unit.objects.exclude(path__startswith=force.path)) == []
    assert list(Unit.objects.filter(kind__in=["UNIT", "BOROUGH", "OCU"], borough=None)) == []


def test_twelve_command_units_stand_today_and_none_stood_in_2007():
    services.load_content(IN_2027)

    standing = [Unit.objects.on(day).filter(kind="BCU").count() for day in (IN_2007, IN_2027)]

    assert standing == [0, 12]


def test_an_edition_that_people_agreed_to_is_not_written_over():
    services.load_content(IN_2027)
    Edition.objects.filter(document__code="statement-of-expectation").update(body="Agreed words")

    services.load_content(IN_2027)

    assert selectors.edition("statement-of-expectation", IN_2027).body == "Agreed words"


def test_a_place_that_was_moved_since_stays_where_it_is():
    services.load_content(IN_2027)
    camden, force = Unit.objects.get(name="Camden", kind="BOROUGH"), Unit.objects.get(kind="FORCE")
    services.report_to(camden, reports_to=force, from_on=IN_2027)

    services.load_content(IN_2027)

    assert Unit.objects.get(pk=camden.pk).path == f"{force.path}{camden.pk}/"


def test_a_demonstration_moves_the_documents_on():
    services.load_content(IN_2027, later=timedelta(days=7000))

    issued = set(Edition.objects.values_list("issued_on", flat=True))

    assert issued == {spec.issued_on + timedelta(days=7000) for spec in DOCUMENTS}


@pytest.mark.clause(56)
@pytest.mark.parametrize(("certificate", "covered"), [("", 0), ("C-1", 3)])
def test_insurance_is_entered_only_by_its_certificate(certificate, covered):
    services.load_content(IN_2027, certificate=certificate)

    assert selectors.cover_on(IN_2027, selectors.strand()).count() == covered


@pytest.mark.clause(132)
def test_enquiries_go_to_the_central_team_s_address():
    services.load_content(IN_2027)

    assert selectors.central_address() == (
        "MVP Central Team, 15th Floor, Empress State Building, Empress Approach, Lillie Road, London, SW6 1TR"
    )


def test_the_command_loads_it_all(capsys):
    call_command("load_programme", certificate="C-1")

    assert (Unit.objects.count(), Cover.objects.count()) == (len(ORGANISATION), 9)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("camden", ["Camden"]),
        ("E09000007", ["Camden"]),
        ("front counter, camden", ["Front counter, Camden"]),
        ("Atlantis", []),
        ("Front counter, Atlantis", []),
    ],
)
def test_a_place_is_found_by_its_name_or_code(typed, found):
    services.load_content(IN_2027)

    assert [unit.full_name for unit in selectors.place_called(typed, IN_2027)] == found


def test_a_name_that_many_teams_share_finds_many():
    services.load_content(IN_2027)

    assert len(selectors.place_called("Front counter", IN_2027)) == 10


def test_whoever_picks_a_borough_is_not_led_past_the_units_of_the_force():
    services.load_content(IN_2007)

    (_, local), (_, wide) = selectors.borough_choices()

    kinds = dict(Unit.objects.values_list("reference", "kind"))
    assert {kinds[reference] for reference, _ in local} == {"BOROUGH"}
    assert {kinds[reference] for reference, _ in wide} == {"OCU"}
    assert (len(local), local[0][1]) == (32, "Barking and Dagenham")
