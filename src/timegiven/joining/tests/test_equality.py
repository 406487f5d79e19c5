"""The equality questions: optional, explained, and kept with no key to the person."""

from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining.models import EqualityAnswer
from timegiven.joining.rules import equality
from timegiven.joining.tests.scene import SENT, filled_in
from timegiven.people.models import Person


def sent(client: Client) -> Person:
    """Somebody who has just sent their application."""
    application = filled_in()
    client.force_login(application.person)
    client.post(reverse("joining:apply", args=[application.reference]), SENT)
    return application.person


@pytest.mark.django_db
def test_the_questions_come_once_after_the_application_has_been_sent(client: Client) -> None:
    sent(client)

    offered = client.get(reverse("joining:equality")).status_code
    client.post(reverse("joining:equality"), {"religion": "SIKH", "ethnicity": "A1"})
    again = client.post(reverse("joining:equality"), {"religion": "NONE"})

    assert (offered, again.url) == (200, reverse("joining:mine"))
    assert list(EqualityAnswer.objects.values_list("religion", "ethnicity", "sex")) == [("SIKH", "A1", "")]


@pytest.mark.django_db
def test_somebody_who_has_not_applied_is_not_asked(client: Client) -> None:
    client.force_login(b.a_person())

    assert client.post(reverse("joining:equality"), {"religion": "SIKH"}).url == reverse("joining:mine")
    assert EqualityAnswer.objects.count() == 0


@pytest.mark.django_db
def test_to_leave_everything_out_keeps_nothing(client: Client) -> None:
    sent(client)

    client.post(reverse("joining:equality"), SENT)

    assert EqualityAnswer.objects.count() == 0


@pytest.mark.django_db
def test_no_column_and_no_record_leads_from_an_answer_to_the_person(client: Client) -> None:
    sent(client)
    before = Event.objects.count()

    client.post(reverse("joining:equality"), {"religion": "SIKH"})

    columns = {field.name for field in EqualityAnswer._meta.get_fields()}
    assert columns == {
        "id", "strand", "month", "age", "sex", "gender_as_registered", "ethnicity", "religion", "orientation",
        "disability",
    }  # fmt: skip
    assert (EqualityAnswer.objects.get().month.day, Event.objects.count()) == (1, before)


@pytest.mark.django_db
def test_the_keys_do_not_tell_who_answered_after_whom() -> None:
    strand = b.the_strand()
    rows = [EqualityAnswer.objects.create(strand=strand, month=b.TODAY.replace(day=1)) for _ in range(20)]

    keys = [row.pk for row in rows]

    assert keys != sorted(keys)


def test_every_group_of_the_census_is_counted_in_the_older_schemes() -> None:
    eighteen = Counter(equality.in_18_plus_1(code) for code in [*equality.ETHNICITY, ""])
    sixteen = Counter(equality.in_16_plus_1(code) for code in [*equality.ETHNICITY, ""])

    assert (len(equality.ETHNICITY), len(eighteen), len(sixteen)) == (19, 18 + 1, 16 + 1)
    assert [equality.in_16_plus_1(code) for code in ("W3", "W4", "A4", "O2", "")] == ["W9", "W9", "O1", "O9", "NS"]
