"""The public page of a role: one address, no names, honest when it is not open; and the feed of open roles."""

import json
import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_risk_assessment,
    a_unit,
    a_version,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    insurance,
)
from timegiven.library import services
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.library.tests.scenes import Scene

ATOM = "{http://www.w3.org/2005/Atom}"
# Every property of Thing, Action and VolunteerAction that the page may use, as schema.org has them.
KNOWN = {
    "@context",
    "@type",
    "name",
    "description",
    "identifier",
    "url",
    "actionStatus",
    "provider",
    "location",
    "target",
}


@pytest.fixture(autouse=True)
def that_day(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    insurance()


def address(version: ProfileVersion) -> str:
    return f"/roles/at/camden/front-counter-triage/{version.profile.reference}"


def data_of(page) -> dict:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    return json.loads(block)


@pytest.mark.clause(1, 11)
def test_a_stranger_reads_what_the_role_is_and_how_to_apply(client):
    version = an_approved_version(
        unit=a_unit(), place="", usual_times="Tuesday mornings", helps_volunteer="Meet your neighbours"
    )

    page = client.get(address(version))

    assert page.status_code == 200
    assert [row["value"] for row in page.context["facts"]][:4] == [
        "Front counter, Camden", "Tuesday mornings", "About 4 hours a week", "Front counter and public contact",
    ]  # fmt: skip
    assert page.context["why_not"] == ""
    said = unescape(page.text)
    for words in ("Greet visitors", "Meet your neighbours", "How to apply", "the volunteer manager of Camden"):
        assert words in said
    assert f'href="/joining/register/?profile={version.profile.reference}"' in page.text


def test_a_volunteer_is_not_asked_to_register_again(client):
    version = an_approved_version(unit=a_unit())
    client.force_login(a_volunteer().person)

    pages = [client.get(address(version)).text, client.get(f"/roles/{version.profile.reference}").text]

    assert ["You need not apply again" in page for page in pages] == [True, True]
    assert ["Register your interest</a>" in page for page in pages] == [False, False]


def test_the_page_names_nobody(client):
    scene = Scene()
    version = scene.approved()
    names = [person.name for person in (scene.manager, scene.mvpm, scene.chair, scene.union, scene.safety)]
    an_mvpm(scene.unit.borough)

    text = client.get(f"/roles/at/camden/archive-files-helper/{version.profile.reference}").text

    assert [name for name in names if name in text] == []


def test_there_is_one_address_and_others_lead_to_it(client):
    version = an_approved_version(unit=a_unit())

    moved = client.get(f"/roles/at/hackney/old-name/{version.profile.reference}")
    page = client.get(address(version))

    assert (moved.status_code, moved.headers["Location"]) == (301, address(version))
    assert f'<link rel="canonical" href="http://localhost:8000{address(version)}">' in page.text
    assert f'<meta property="og:url" content="http://localhost:8000{address(version)}">' in page.text
    assert '<meta property="og:title" content="Volunteer: Front counter triage, Front counter, Camden">' in page.text
    assert '<meta property="og:description" content="Help visitors find the right person.">' in page.text


def test_a_title_without_letters_has_an_address_too(client):
    version = an_approved_version(unit=a_unit(), title="???")

    assert client.get(f"/roles/at/camden/role/{version.profile.reference}").status_code == 200


def test_search_engines_read_a_volunteer_action(client):
    version = an_approved_version(unit=a_unit())

    told = data_of(client.get(address(version)))

    assert set(told) == KNOWN
    assert (told["@context"], told["@type"]) == ("https://schema.org", "VolunteerAction")
    assert told["name"] == "Front counter triage"
    assert told["url"] == f"http://localhost:8000{address(version)}"
    assert told["location"] == {
        "@type": "Place",
        "name": "Front counter, Camden",
        "address": {"@type": "PostalAddress", "addressLocality": "Camden", "addressCountry": "GB"},
    }
    assert told["target"]["urlTemplate"].endswith(f"/joining/register/?profile={version.profile.reference}")


def test_a_hostile_role_cannot_leave_its_block_or_its_tags(client):
    evil = '</script><script>alert("x")</script>\u2028<!--'
    version = an_approved_version(unit=a_unit(), title=evil)
    ProfileVersion.objects.filter(pk=version.pk).update(purpose=evil)

    page = client.get(f"/roles/at/camden/scriptscriptalertxscript/{version.profile.reference}", follow=True)

    assert page.status_code == 200
    assert (data_of(page)["name"], data_of(page)["description"]) == (evil, evil)
    assert "<script>alert" not in page.text
    assert 'content="</script>' not in page.text


def test_a_role_without_an_assessment_in_date_says_why_and_shows_others(client):
    version = an_approved_version(unit=a_unit())
    RiskAssessment.objects.filter(version=version).update(review_on=TODAY)
    alike = an_approved_version(unit=a_unit(borough=a_borough("Barnet")), title="Front counter triage")
    a_version(unit=a_unit("Yard"), title="Front counter helper")  # assessed nowhere: not open either

    page = client.get(address(version))

    assert page.status_code == 200
    assert page.context["why_not"].startswith("The yearly look at what could cause harm is due")
    assert [each.pk for each in page.context["others"]] == [alike.pk]
    assert "application/ld+json" not in page.text
    assert '<meta name="robots" content="noindex">' in page.text
    assert "Register your interest</a></div>" not in page.text


def test_a_role_that_was_never_assessed_says_so(client):
    page = client.get(address(a_version(unit=a_unit())))

    assert page.context["why_not"].startswith("Nobody has looked yet")
    assert "No role like it is open today" in page.text


def test_a_role_that_has_ended_is_gone_and_says_so(client):
    scene = Scene()
    version = scene.approved()
    services.retire(version, why="Closed", by=scene.mvpm, at=NOW)

    page = client.get(f"/roles/at/camden/archive-files-helper/{version.profile.reference}")

    assert page.status_code == 410
    client.force_login(a_volunteer().person)
    assert client.get(page.request["PATH_INFO"])["Cache-Control"] == "no-cache"  # a role may come back
    assert page.context["why_not"] == "This role has ended, and nobody new is taken on for it."
    assert "Closed" not in page.text


@pytest.mark.parametrize("status", ["DRAFT", "SUBMITTED", "RETURNED"])
def test_what_was_never_approved_has_no_public_page(client, status):
    assert client.get(address(a_version(unit=a_unit(), status=status))).status_code == 404


def test_strangers_are_led_to_the_public_page_and_insiders_to_the_profile(client):
    version = an_approved_version(unit=a_unit())

    stranger = client.get("/roles/").text
    client.force_login(a_volunteer().person)
    insider = client.get("/roles/").text

    assert f'href="{address(version)}"' in stranger
    assert f'href="/roles/{version.profile.reference}"' in insider


def test_a_stranger_s_page_may_be_kept_for_a_while_and_that_of_someone_signed_in_is_theirs(client):
    version = an_approved_version(unit=a_unit())

    stranger = client.get(address(version)).headers.get("Cache-Control")
    client.force_login(a_volunteer().person)

    assert stranger == "public, max-age=300"
    assert client.get(address(version)).headers.get("Cache-Control") is None


def test_the_page_takes_as_many_queries_whatever_it_shows(client):
    version = an_approved_version(unit=a_unit())
    client.get(address(version))

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(address(version))
        return len(asked)

    one = queries()
    for number in range(5):
        a_risk_assessment(version, unit=a_unit(f"Unit {number}"))
    assert queries() == one


# The feed


def entries(reply) -> list[ET.Element]:
    return list(ET.fromstring(reply.content).iter(f"{ATOM}entry"))  # noqa: S314  our own feed


def titles(reply) -> list[str]:
    return [each.findtext(f"{ATOM}title") for each in entries(reply)]


@pytest.mark.clause(12)
def test_the_feed_holds_the_open_roles_newest_first(client):
    an_approved_version(unit=a_unit(), title="Old")
    new = an_approved_version(unit=a_unit(borough=a_borough("Barnet")), title="New")
    ProfileVersion.objects.filter(pk=new.pk).update(approved_on=TODAY)
    a_version(unit=a_unit(), title="Not assessed")

    reply = client.get("/roles/feed")

    assert reply.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert titles(reply) == ["New, Front counter, Barnet", "Old, Front counter, Camden"]
    assert titles(client.get("/roles/feed", {"borough": a_borough("Barnet").reference})) == [
        "New, Front counter, Barnet"
    ]
    assert (
        entries(reply)[0].find(f"{ATOM}link").attrib["href"].endswith(f"/roles/at/barnet/new/{new.profile.reference}")
    )


def test_a_feed_reader_is_told_when_nothing_has_changed():
    client = Client()
    an_approved_version(unit=a_unit())
    reply = client.get("/roles/feed")

    again = client.get("/roles/feed", headers={"If-None-Match": reply.headers["ETag"]})
    an_approved_version(unit=a_unit(), title="Another")
    changed = client.get("/roles/feed", headers={"If-None-Match": reply.headers["ETag"]})

    assert (again.status_code, changed.status_code) == (304, 200)
    assert reply.headers["Cache-Control"] == "public, max-age=3600"
    assert client.cookies.keys() == set()


def test_an_empty_feed_is_still_a_feed(client):
    assert titles(client.get("/roles/feed")) == []


def test_pages_say_where_the_feed_is(client):
    version = an_approved_version(unit=a_unit())

    for page in (client.get("/roles/"), client.get(address(version))):
        assert '<link rel="alternate" type="application/atom+xml" title="Volunteer roles open now"' in page.text
