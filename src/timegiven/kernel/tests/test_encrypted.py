"""Special data at rest: the database never sees it in clear, and a value opens only in its own column."""

import base64
from datetime import date

import pytest
from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db import connection

from tests import builders as a
from timegiven.kernel import encrypted

Person, EmergencyContact = apps.get_model("people", "Person"), apps.get_model("people", "EmergencyContact")

ADDRESS = "12 Holmes Road, London"


def _stored(person, column):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM people_person WHERE id = %s", [person.pk])  # noqa: S608  our own word
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_what_is_written_is_read_again():
    person = a.a_person(address=ADDRESS, born_on=date(1950, 6, 1))

    found = Person.objects.get(pk=person.pk)

    assert (found.address, found.born_on) == (ADDRESS, date(1950, 6, 1))


@pytest.mark.django_db
def test_the_database_holds_neither_the_text_nor_the_date():
    person = a.a_person(address=ADDRESS, born_on=date(1950, 6, 1))

    address, born = _stored(person, "address"), _stored(person, "born_on")

    assert "Holmes" not in address
    assert b"Holmes" not in base64.b64decode(address)
    assert b"1950" not in base64.b64decode(born)


@pytest.mark.django_db
def test_the_same_text_is_never_sealed_alike():
    first, second = a.a_person(address=ADDRESS), a.a_person(address=ADDRESS)

    assert _stored(first, "address") != _stored(second, "address")


@pytest.mark.django_db
def test_a_value_that_was_moved_to_another_column_does_not_open():
    person = a.a_person(address=ADDRESS)
    contact = EmergencyContact.objects.create(person=person, name="Tom", phone="1", confirmed_on=a.TODAY)
    with connection.cursor() as cursor:
        moved = [_stored(person, "address"), contact.pk]
        cursor.execute("UPDATE people_emergencycontact SET name = %s WHERE id = %s", moved)

    with pytest.raises(InvalidTag):
        EmergencyContact.objects.get(pk=contact.pk)


@pytest.mark.django_db
def test_nothing_stays_nothing():
    person = a.a_person(address="", born_on=None)

    found = Person.objects.get(pk=person.pk)

    assert (found.address, found.born_on, _stored(person, "address")) == ("", None, "")


def test_a_changed_byte_does_not_open():
    sealed = bytearray(encrypted.seal(b"secret", label="people.person.address"))
    sealed[-1] ^= 1

    with pytest.raises(InvalidTag):
        encrypted.unseal(bytes(sealed), label="people.person.address")


def test_an_older_key_still_opens_and_the_newest_one_seals(settings):
    settings.DATA_KEYS = ["old"]
    before = encrypted.seal(b"secret", label="x.y.z")

    settings.DATA_KEYS = ["new", "old"]
    after = encrypted.seal(b"secret", label="x.y.z")

    assert encrypted.unseal(before, label="x.y.z") == b"secret"
    settings.DATA_KEYS = ["new"]
    assert encrypted.unseal(after, label="x.y.z") == b"secret"
    with pytest.raises(InvalidTag):
        encrypted.unseal(before, label="x.y.z")
