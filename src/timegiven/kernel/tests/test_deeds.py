"""The frame of every page: a form is carried out once, a refusal is a page, a failing database is our fault."""

import time
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import Client
from django.urls import include, path
from django.utils import timezone

from tests import builders as build
from tests.races import together
from timegiven.kernel.models import Submission
from timegiven.kernel.once import made_at, new_key
from timegiven.kernel.refusals import NotAllowed, NotPermitted

Term = apps.get_model("programme", "Term")  # any table with a name will do

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@login_not_required
def enter(request):
    """Enters a word and goes on; without a word it shows the form again."""
    word = request.POST.get("word", "")
    if not word:
        return HttpResponse("Enter a word")
    Term.objects.create(term=f"{word}{uuid4().hex}", meaning="…", source="…")
    return redirect("/entered")


@login_not_required
def enter_then_refuse(request):
    Term.objects.create(term="half", meaning="…", source="…")
    raise NotAllowed("The month is full.", next_step="Choose another day.", ask="Priya can help.")


@login_not_required
def forbidden(request):
    raise NotPermitted("Only the keeper of a door opens it.")


@login_not_required
def broken(request):
    raise OperationalError("server closed the connection")


def lost(request):
    """The database goes away while somebody's page is made, and answers nothing from then on."""
    connection.execute_wrappers.append(_no_answer)
    return HttpResponse(Term.objects.count())


def _no_answer(*_):
    raise OperationalError("server closed the connection")


urlpatterns = [
    path("t/enter", enter),
    path("t/refuse", enter_then_refuse),
    path("t/forbidden", forbidden),
    path("t/broken", broken),
    path("t/lost", lost),
    path("t/about/<str:word>", login_not_required(lambda _, word: HttpResponse(word))),
    path("", include(settings.ROOT_URLCONF)),
]


def test_a_form_sent_twice_does_its_deed_once_and_leads_to_the_same_place(client):
    first = client.post("/t/enter", {"once": "k1", "word": "MVP"})
    second = client.post("/t/enter", {"once": "k1", "word": "MVP"})

    assert [(each.status_code, each["Location"]) for each in (first, second)] == [(302, "/entered")] * 2
    assert Term.objects.count() == 1


def key_of(days: float) -> str:
    """The key of a page that was made so many days ago."""
    return f"{int(time.time() - days * 24 * 60 * 60):08x}-{uuid4().hex}"


def test_a_form_that_has_been_open_for_a_month_is_carried_out(client):
    client.post("/t/enter", {"once": key_of(29.9), "word": "MVP"})

    assert Term.objects.count() == 1


def test_one_that_has_been_open_for_longer_is_not_for_nobody_may_know_whether_it_was(client):
    answer = client.post("/t/enter", {"once": key_of(30.1), "word": "MVP"})

    assert (answer.status_code, Term.objects.count()) == (409, 0)
    assert "opened more than 30 days ago" in answer.content.decode()


def test_every_form_that_is_shown_says_when():
    made = made_at(new_key())

    assert abs((timezone.now() - made).total_seconds()) < 5


@pytest.mark.parametrize("key", ["k1", "a-key", "-", "f" * 64 + "-x", "-1-x"])
def test_a_key_of_another_kind_is_a_key_all_the_same(client, key):
    for _ in range(2):
        client.post("/t/enter", {"once": key, "word": "MVP"})

    assert Term.objects.count() == 1


def test_two_forms_do_two_deeds(client):
    client.post("/t/enter", {"once": "k1", "word": "MVP"})
    client.post("/t/enter", {"once": "k2", "word": "MVP"})

    assert Term.objects.count() == 2


def test_a_form_that_was_shown_again_may_be_sent_again_corrected(client):
    shown = client.post("/t/enter", {"once": "k1", "word": ""})
    corrected = client.post("/t/enter", {"once": "k1", "word": "MVP"})

    assert (shown.status_code, corrected.status_code) == (200, 302)
    assert Term.objects.count() == 1


def test_a_refusal_is_a_page_with_reason_next_step_and_whom_to_ask(client):
    answer = client.post("/t/refuse", {"once": "k1"})

    assert answer.status_code == 409
    said = answer.content.decode()
    assert [words in said for words in ("The month is full.", "Choose another day.", "Priya can help.")] == [True] * 3


def test_a_refused_deed_leaves_nothing_behind_and_its_key_is_free(client):
    client.post("/t/refuse", {"once": "k1"})

    assert (Term.objects.count(), Submission.objects.count()) == (0, 0)


def test_what_a_person_may_not_do_is_a_page_with_the_policy(client):
    answer = client.get("/t/forbidden")

    assert answer.status_code == 403
    assert "Only the keeper of a door opens it." in answer.content.decode()


def test_a_database_that_fails_is_our_fault_and_says_so(client, caplog):
    answer = client.post("/t/broken", {"once": "k1"})

    assert answer.status_code == 503
    assert [record.message for record in caplog.records if record.name == "timegiven"] == [
        "database failed while answering t/broken"
    ]


def test_the_page_that_says_so_asks_the_database_nothing(client):
    client.force_login(build.a_person())

    try:
        answer = client.get("/t/lost")
    finally:
        connection.execute_wrappers.clear()

    assert answer.status_code == 503
    assert "We are working on it" in answer.content.decode()


@pytest.mark.parametrize("address", ["/t/enter?word=%00", "/t/about/a%00b"])
def test_an_address_with_a_nul_leads_nowhere(client: Client, address: str):
    assert client.get(address).status_code == 404
    assert client.get(address.replace("%00", "")).status_code == 200


def _all_at_once(data):
    """Twenty sendings at the same moment; where each was led."""
    return together(*[lambda: Client().post("/t/enter", data).get("Location")] * 20)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_twenty_times_at_once_does_its_deed_once():
    led = _all_at_once({"once": "k1", "word": "MVP"})

    assert led == ["/entered"] * 20
    assert Term.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_its_key_the_deed_would_be_done_more_than_once():
    _all_at_once({"word": "MVP"})

    assert Term.objects.count() > 1
