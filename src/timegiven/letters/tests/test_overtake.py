"""What a letter is about may be off before it leaves: then it does not leave, and says why."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.db import IntegrityError

from tests import builders as a
from timegiven.letters import selectors, services
from timegiven.letters.models import Letter

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = SimpleNamespace(reference="MMMMMMMMMM"), SimpleNamespace(reference="TTTTTTTTTT")


def a_letter(*about, template="people/address_changed", email="rose@example.org", **more):
    to = a.a_person("Rose Okafor", email=email)
    return services.write(template, to=to, at=a.NOW, about=about, **more)


def overtake(*things, **more):
    return services.overtake(things, why="Called off: paint", at=a.NOW, **more)


def test_a_letter_about_what_is_off_does_not_leave_and_says_why():
    letter = a_letter(MONDAY)

    overtake(MONDAY)
    services.send_owed(at=a.NOW)

    letter.refresh_from_db()
    assert (letter.status, letter.why_overtaken, letter.overtaken_at) == ("OVERTAKEN", "Called off: paint", a.NOW)
    assert mail.outbox == []


@pytest.mark.parametrize("status", ["TO_PRINT", "FAILED"])
def test_nor_does_it_wait_to_be_posted(status):
    letter = a_letter(MONDAY)
    Letter.objects.filter(pk=letter.pk).update(status=status)

    overtake(MONDAY)

    assert list(selectors.on_paper()) == []


def test_a_letter_about_two_things_leaves_until_both_are_off():
    letter = a_letter(MONDAY, TUESDAY, email=None)

    overtake(MONDAY)
    assert list(selectors.on_paper()) == [letter]
    overtake(TUESDAY)
    assert list(selectors.on_paper()) == []


def test_letters_about_something_else_or_nothing_leave():
    a_letter(TUESDAY)
    a_letter(email="nothing@example.org")

    overtake(MONDAY)

    assert services.send_owed(at=a.NOW) == 2


def test_only_the_kind_of_letter_that_is_named_is_overtaken():
    a_letter(MONDAY)

    overtake(MONDAY, template="rota/rests")

    assert services.send_owed(at=a.NOW) == 1


def test_a_letter_that_has_left_stays_as_it_is():
    letter = a_letter(MONDAY)
    services.send_owed(at=a.NOW)

    not_heard = overtake(MONDAY)

    letter.refresh_from_db()
    assert (letter.status, not_heard) == ("SENT", set())


def test_who_has_not_heard_of_a_thing_is_told():
    a_letter(MONDAY)
    sent = a_letter(TUESDAY, email="tuesday@example.org")
    Letter.objects.filter(pk=sent.pk).update(status="SENT", sent_at=a.NOW)
    a_letter(TUESDAY, email="again@example.org")

    assert overtake(MONDAY, TUESDAY) == {MONDAY.reference}


def test_a_letter_that_is_printed_to_be_posted_may_be_in_the_letter_box_already():
    letter = a_letter(MONDAY, email=None)
    services.bundle([letter.pk], by=a.an_mvpm(), at=a.NOW)

    assert overtake(MONDAY) == set()


def test_a_letter_that_comes_too_late_does_not_leave():
    letter = a_letter(until_at=a.NOW + timedelta(hours=1))
    paper = a_letter(email=None, until_at=a.NOW + timedelta(hours=1))

    assert services.overtake_late(at=a.NOW) == 0
    assert services.send_owed(at=a.NOW + timedelta(hours=1)) == 0
    assert services.overtake_late(at=a.NOW + timedelta(hours=1)) == 2

    letter.refresh_from_db()
    paper.refresh_from_db()
    assert {letter.why_overtaken, paper.why_overtaken} == {"What it is about has passed"}


def test_what_is_of_no_use_to_somebody_any_more_does_not_leave():
    asked, other = a_letter(), a_letter(email="other@example.org")
    Letter.objects.filter(pk=asked.pk).update(template="joining/yearly_look")

    services.overtake_to(asked.recipient, kinds=["joining/yearly_look"], why="They have left", at=a.NOW)

    asked.refresh_from_db()
    other.refresh_from_db()
    assert (asked.status, other.status) == ("OVERTAKEN", "OWED")


def test_nothing_is_overtaken_without_a_reason():
    letter = a_letter()

    with pytest.raises(IntegrityError):
        Letter.objects.filter(pk=letter.pk).update(status="OVERTAKEN", overtaken_at=a.NOW)


def test_the_words_of_a_letter_that_will_never_leave_are_forgotten_too():
    letter = a_letter(MONDAY)
    overtake(MONDAY)

    assert services.forget(before=a.NOW) == 0
    assert services.forget(before=a.NOW + timedelta(days=1)) == 1

    letter.refresh_from_db()
    assert (letter.text, letter.subject != "") == ("", True)
