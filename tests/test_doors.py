"""No page opens without a key: every address, asked for by everybody, here and from the other borough.

What everybody finds stands in doors.tsv, which a reviewer reads. After a change that is meant, write it anew with
TIMEGIVEN_WRITE_DOORS=1 and read what has changed. The rules below hold whatever the table says.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import caches
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import get_resolver, include, path
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from tests.builders import NOW
from tests.doors import matrix
from tests.doors.addresses import Address, addresses
from tests.doors.knock import A_LOOK, SHUT
from tests.doors.matrix import Matrix
from tests.doors.scene import NAMES, SECRETS, Scene, the_scene
from timegiven.kernel import middleware
from timegiven.people.models import Volunteer

TABLE = Path(__file__).with_name("doors.tsv")
HACKNEY = ("volunteer in Hackney", "unit manager in Hackney", "MVPM of Hackney", "training unit of Hackney")

# What anybody may ask for, and why.
PUBLIC = {
    "": "the front page",
    "account/login/": "the way in",
    "account/logout/": "leads to the front page",
    "account/inactive/": "tells somebody that their account is closed",
    "account/password/reset/": "for those who have forgotten their password; the answer is the same for everybody",
    "account/password/reset/done/": "the same",
    "account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "the link in that letter; this one is none",
    "account/password/reset/key/done/": "the same",
    "account/confirm-email/": "says that a letter was sent; names nobody",
    r"account/^confirm-email/(?P<key>[-:\w]+)/$": "a link in a letter; this one is unknown",
    "health": "whether the site is up, for whoever watches over it",
    "still-here/": "tells a stranger that nobody is signed in",
    "help/": "who to ask, also about not being able to sign in",
    "privacy/": "the law wants it before anybody types a name",
    "accessibility/": "the law wants it",
    "thanks/check/": "whether a letter that somebody shows is genuine; says what the letter says, to who has its code",
    "programme/handbook": "the numbers of the handbook, which name nobody",
    "programme/about": "why the programme is there",
    "programme/words": "the glossary",
    "programme/documents": "the documents that a volunteer is asked to accept",
    "programme/documents/<slug:code> (the Statement of Expectation)": "the same",
    "insight/reports/": "the reports to committees that are published",
    "insight/reports/<str:reference> (public)": "one of these; nobody can be picked out",
    "insight/reports/<str:reference>/pdf (public)": "the same",
    "roles/": "the library of roles in force, for whoever thinks of volunteering",
    "roles/<str:reference> (in force)": "the same",
    "roles/how": "how a role comes about; names nobody",
    "roles/versions/<str:reference> (in force)": "the same",
    "roles/at/<slug:borough>/<slug:title>/<str:reference> (in force)": "the page of a role that people pass on",
    "roles/feed": "the roles open now, for a feed reader",
    "people/address/<str:secret> (a link that holds)": "whoever has the letter that was sent to a new address",
    "joining/": "what volunteering is",
    "joining/is-this-for-me/": "four questions whose answers are not kept",
    "joining/register/": "a first interest",
    "joining/registered/": "what happens next, the same for everybody",
    "joining/resume/<str:token>/ (a link that holds)": "an applicant’s private link",
    "joining/carry-on/": "the page behind it, which wants the link",
    "joining/refer/<str:token>/ (a link that holds)": "a referee’s private link",
    "joining/reference/": "the page behind it, which wants the link",
    "joining/reference/cannot/": "the same",
    "joining/reference/thanks/": "thanks to a referee, naming nobody",
    "joining/agree-for/<str:token>/ (a link that holds)": "a parent’s or guardian’s private link",
    "joining/consent/": "the page behind it, which wants the link",
    "joining/consent/no/": "the same",
    "joining/consent/thanks/": "thanks to them, naming nobody",
    "joining/pass/check/<str:code>/ (a code that is known)": "whether the pass that somebody wears is in force",
    "joining/look-again/<str:token>/ (a link that holds)": "a private link to an appeal",
    "sessions/tablet/<str:secret>/ (an address that holds)": "the tablet at a unit’s door, by its private address",
    "rota/calendar/<str:secret>.ics (a secret that holds)": "a volunteer’s calendar program, by its private address",
    "rota/letter/<str:secret>/ (a link that holds)": "a volunteer’s private link, to answer the duties of one letter",
    "rota/family/<str:secret>/ (a link that holds)": "the link that a volunteer gave to a relative or a friend",
}

# Open to whoever has signed in, from any borough.
FOR_ALL = {
    "programme/organisation/<str:reference> (a unit)",  # where a unit is, and whom it answers to
    "roles/assessments/<str:reference> (of a role in force)",  # another borough begins its own as a copy of it
    "roles/versions/<str:reference>/change (in force)",  # offers the units where one serves, if the role is used there
    "roles/versions/<str:reference>/compare (in force)",  # what is different from a version that was in force before
    "roles/versions/<str:reference>/copy (in force)",  # another borough proposes the same for a unit of its own
    "roles/versions/<str:reference>/assess (in force)",  # another borough takes the role up, at a unit of its own
    "training/courses/<str:code>/ (a course)",  # what can be learnt, and what for
    "training/courses/<str:code>/ask/ (a course)",  # a wish of one’s own
    "training/courses/<str:code>/change/ (a course)",  # the training units keep one list of courses together
    "training/courses/<str:code>/modules/ (a course)",  # the same
    "training/courses/<str:code>/modules/<str:reference>/remove/ (a course)",  # the same
    "training/roles/<str:reference>/ (in force)",  # what training a role of the library needs
}

# In an emergency all staff may open whom to ring: they see the name, and say why before they see more.
IN_AN_EMERGENCY = {f"placements/emergency/<str:reference>/{page} (a volunteer)" for page in ("", "on-paper/")}
HACKNEY_STAFF = {*HACKNEY} - {"volunteer in Hackney"}

OWN = {"volunteer", "MVPM"}
APPLICANTS = {"applicant", "MVPM"}
READERS = {
    "address": OWN | {"Central Team"},
    "born on": OWN | {"Central Team"},
    "emergency contact": {"volunteer"},  # others only by the form that asks why, and each look is written down
    "how it went": OWN,
    "worry": OWN,
    "idea": OWN,
    "concern": OWN,
    "concern about the MVP Manager": {"volunteer", "Central Team"},
    "what would help": OWN | {"unit manager"},  # who welcomes them; each look is written down
    "what to do": OWN | {"unit manager", "first aider"},  # and by the emergency sheet whoever has to ring
    "how one settles in": {"MVPM"},
    "why a sheet was opened": {"MVPM", "Central Team", "auditor"},
    "applicant’s address": APPLICANTS | {"Central Team"},  # who compares two records that may be one person
    "applicant’s emergency contact": APPLICANTS,
    "applicant’s help": APPLICANTS,
    "about the applicant": APPLICANTS,
    "interview": {"MVPM"},
    "reference": {"MVPM"},
    "draft of a role": {"MVPM", "unit manager", "Central Team", "auditor"},
    "changed needs": set(),  # the MVP Manager reads it by a form, and each look is written down
    "convictions declared": {"vetting office"},
    "finances declared": {"vetting office"},
    "bank account": {"Finance"},  # in the sheet for the bank alone, and each look is written down
}


@dataclass(frozen=True)
class Walked:
    scene: Scene
    missing: list[Address]
    pages: Matrix
    forms: Matrix


@contextmanager
def demonstration_mounted() -> Iterator[None]:
    """Its addresses too; its bolt stays shut, as on a site that is none."""
    on = {
        "COUNT_IN_FRAME": True,
        "DESK_SECONDS": 600,  # what waits for somebody is counted once, not for every page
        # Who knocks is in the cookie alone: nothing is read to know them, and nothing that they do is remembered.
        "SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies",
        "INSTALLED_APPS": ["timegiven.demonstration", *settings.INSTALLED_APPS],
        "ROOT_URLCONF": (
            path("demonstration/", include("timegiven.demonstration.urls")),
            path("", include(settings.ROOT_URLCONF)),
        ),
    }
    logging.disable(logging.ERROR)  # a closed door is no trouble, and an open one is told by the table
    with override_settings(**on):
        yield
    logging.disable(logging.NOTSET)


# Said once for the module: the database of the tests is made only for those who ask for it.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def walked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Walked]:
    """Everybody has knocked everywhere, at midday on one day; nothing of it stays."""
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        pytest.MonkeyPatch.context() as patch,
        demonstration_mounted(),
    ):
        patch.setattr(timezone, "now", lambda: NOW)
        # Most doors are shut: what is said at them is kept, and the page around it is left out, being the same.
        patch.setattr("django.views.defaults.page_not_found", lambda *_, **__: HttpResponse(status=404))
        patch.setattr(
            middleware, "render", lambda _, page, said=None, *, status: HttpResponse(str(said), status=status)
        )
        scene = the_scene()
        doors, missing = matrix.doors(addresses(get_resolver()), scene)
        yield Walked(scene, missing, *matrix.everybody_knocks(doors, scene))
        transaction.set_rollback(True)
    caches["desks"].clear()


# The rules. Each names whoever came in where nobody should.


def let_in_unasked(pages: Matrix) -> set[str]:
    """Doors that did not ask an anonymous visitor to sign in, and did not deny that there is anything."""
    return {door.key for door in pages if pages[door]["anonymous"].word not in {"sign in", "none"}}


def let_in_from_hackney(pages: Matrix, forms: Matrix) -> list[str]:
    """Doors to a thing of Camden that somebody of Hackney found open, by asking for the page or by its form."""
    things = [door for door in pages if door.what and door.key not in FOR_ALL | set(PUBLIC)]
    return [
        f"{who}: {door.key}"
        for door in things
        for who in HACKNEY
        if not (door.key in IN_AN_EMERGENCY and who in HACKNEY_STAFF)
        and {pages[door][who].word, forms[door].get(who, pages[door][who]).word} - SHUT - {"post only"}
    ]


def told(pages: Matrix, secret: str) -> set[str]:
    """Everybody who was shown these words on some page."""
    return {who for found in pages.values() for who, each in found.items() if secret in each.text}


def acted_behind_a_shut_door(pages: Matrix, forms: Matrix) -> list[str]:
    """Forms that did something, or answered otherwise, for those to whom their page is shut."""
    shut = [(door, who) for door in pages for who, each in pages[door].items() if each.word in SHUT]
    return [
        f"{who}: {door.key}"
        for door, who in shut
        if forms[door][who].wrote or forms[door][who].word not in SHUT | {"post only"}
    ]


def test_every_address_has_a_door_in_the_table(walked: Walked) -> None:
    assert walked.missing == []
    assert {door.name for door in walked.pages} == {each.name for each in addresses(get_resolver())}


def test_what_everybody_finds_is_what_was_reviewed(walked: Walked) -> None:
    table = [["address", *walked.scene.people], *matrix.rows(walked.pages, walked.forms)]
    if os.environ.get("TIMEGIVEN_WRITE_DOORS"):
        matrix.write(TABLE, table)

    assert table == matrix.read(TABLE)


def test_whoever_has_not_signed_in_is_asked_to_except_where_the_public_is_welcome(walked: Walked) -> None:
    assert let_in_unasked(walked.pages) == set(PUBLIC)


def test_nobody_of_hackney_opens_anything_of_camden(walked: Walked) -> None:
    assert let_in_from_hackney(walked.pages, walked.forms) == []


def test_nobody_of_hackney_reads_the_name_of_a_volunteer_or_an_applicant_of_camden(walked: Walked) -> None:
    pages = {door: found for door, found in walked.pages.items() if door.key not in IN_AN_EMERGENCY}
    readers = {name: told(pages, name) & {*HACKNEY, "anonymous"} for name in NAMES}

    assert readers == {name: set() for name in NAMES}


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_shown_to_those_whom_it_concerns_alone(walked: Walked, secret: str) -> None:
    assert told(walked.pages, SECRETS[secret]) == READERS[secret]


def test_nothing_breaks_for_anybody(walked: Walked) -> None:
    cells = [
        (door.key, who, each.word)
        for answers in (walked.pages, walked.forms)
        for door in answers
        for who, each in answers[door].items()
    ]

    assert [cell for cell in cells if cell[2].startswith("5")] == []


def test_a_form_sent_to_a_shut_door_changes_nothing(walked: Walked) -> None:
    assert acted_behind_a_shut_door(walked.pages, walked.forms) == []


def test_to_look_is_not_to_change(walked: Walked) -> None:
    wrote = {door.key: each.wrote - A_LOOK for door in walked.pages for each in walked.pages[door].values()}

    assert {key for key, tables in wrote.items() if tables} == set()


# The rules can fail: doors that are open on purpose are found by each of them.


@login_not_required
def leaks(request: HttpRequest, reference: str) -> HttpResponse:
    return HttpResponse(Volunteer.objects.get(reference=reference).person.name)


def acts(request: HttpRequest, reference: str) -> HttpResponse:
    if request.method == "POST":
        Volunteer.objects.filter(reference=reference).update(status="PAUSED")
    return HttpResponse(status=403)


def test_a_page_that_leaks_and_a_form_that_acts_for_anybody_are_found(walked: Walked) -> None:
    planted = (
        path("leaks/<str:reference>/", leaks, name="leaks"),
        path("acts/<str:reference>/", acts, name="acts"),
        path("forgotten/<str:reference>/", leaks, name="forgotten"),
    )
    behind = {"a volunteer": {"reference": Volunteer.objects.get(person__name=NAMES[0]).reference}}
    scene = Scene(walked.scene.people, {"leaks": behind, "acts": behind})

    with override_settings(ROOT_URLCONF=(*planted, path("", include("timegiven.site.urls")))):
        found, missing = matrix.doors((each for each in addresses(get_resolver()) if each.name in PLANTED), scene)
        pages, forms = matrix.everybody_knocks(found, scene)

    leak = "leaks/<str:reference>/ (a volunteer)"
    assert [each.name for each in missing] == ["forgotten"]
    assert let_in_unasked(pages) == {leak}
    assert let_in_from_hackney(pages, forms) == [f"{who}: {leak}" for who in HACKNEY]
    assert told(pages, NAMES[0]) == set(walked.scene.people)
    assert len(acted_behind_a_shut_door(pages, forms)) == len(walked.scene.people) - 1  # a stranger must sign in


PLANTED = {"leaks", "acts", "forgotten"}
