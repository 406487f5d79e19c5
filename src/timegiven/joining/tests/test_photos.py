"""The photograph on a pass: given by its holder, shown to whoever checks it, gone when the pass has come back."""

import io
import struct
import zipfile
import zlib
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests import builders as b
from timegiven.audit.models import Event
from timegiven.joining import selectors, services
from timegiven.joining.models import Pass, Photo
from timegiven.joining.tests.scene import SENT
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotAllowed, NotPermitted

pytestmark = pytest.mark.django_db
CODE = "a-code-that-nobody-guesses"
SCRIPT = b"<script>alert('comment')</script>"


@pytest.fixture(autouse=True)
def nobody_has_knocked() -> None:
    cache.clear()


def a_face(**options: Any) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (600, 800), "peru").save(drawn, "JPEG", **options)
    return drawn.getvalue()


def a_pass(status: str = "ISSUED") -> Pass:
    held = b.a_pass(b.a_volunteer("Grace Mills").person, status=status)
    held.check_code, held.check_digest = CODE, digest(CODE)
    held.save()
    return held


def photo_page(held: Pass) -> str:
    return reverse("joining:pass_photo", args=[held.reference])


@pytest.mark.clause(80)
def test_a_holder_gives_a_photograph_and_whoever_checks_the_pass_sees_it(client: Client) -> None:
    held = a_pass()
    check = reverse("joining:check_pass", args=[CODE])
    before = client.get(check).content.decode()
    client.force_login(held.person)

    sent = client.post(photo_page(held), {"photo": SimpleUploadedFile("me.jpg", a_face(comment=SCRIPT))})
    own = client.get(reverse("joining:my_pass")).content.decode()
    client.logout()
    after = client.get(check).content.decode()

    assert sent.status_code == 302
    assert ["data:image/jpeg;base64," in page for page in (before, own, after)] == [False, True, True]
    kept = selectors.photo_of(held.person)
    assert (Image.open(io.BytesIO(kept)).size, SCRIPT in kept) == ((240, 300), False)
    assert [event.act for event in Event.objects.filter(act="kept photograph")] == ["kept photograph"]


def test_it_lies_in_the_database_sealed_and_opens_only_as_itself() -> None:
    one, other = a_pass(), b.a_pass(b.a_volunteer().person)
    for held in (one, other):
        services.keep_photo(held, content=a_face(), by=held.person, at=b.NOW)
    kept = Photo.objects.get(person=one.person)

    assert b"JFIF" in selectors.photo_of(one.person)
    assert b"JFIF" not in bytes(kept.sealed)
    Photo.objects.filter(person=other.person).update(sealed=kept.sealed)
    with pytest.raises(InvalidTag):
        selectors.photo_of(other.person)


def test_the_holder_the_pass_office_and_the_boroughs_mvpm_give_it_and_nobody_else() -> None:
    held = a_pass("ASKED")
    may = [held.person, b.the_pass_office(), b.an_mvpm()]
    may_not = [b.an_mvpm(b.a_borough("Brent")), b.the_vetting_office(), b.the_central_team(), b.a_volunteer().person]

    for person in may:
        services.keep_photo(held, content=a_face(), by=person, at=b.NOW)
    for person in may_not:
        with pytest.raises(NotPermitted):
            services.keep_photo(held, content=a_face(), by=person, at=b.NOW)
        with pytest.raises(NotPermitted):
            services.remove_photo(held, by=person, at=b.NOW)

    assert Photo.objects.count() == 1


def test_a_stranger_does_not_find_the_page(client: Client) -> None:
    held = a_pass()
    client.force_login(b.a_volunteer().person)

    assert [client.get(photo_page(held)).status_code, client.post(photo_page(held)).status_code] == [404, 404]


def a_zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\0" * 5_000_000)
    return packed.getvalue()


def three_hundred_megapixels() -> bytes:
    """A few bytes that call themselves a picture of 20,000 by 15,000."""
    drawn = io.BytesIO()
    Image.new("1", (8, 8)).save(drawn, "PNG")
    content = bytearray(drawn.getvalue())
    content[16:24] = struct.pack(">II", 20_000, 15_000)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    return bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("me.png", three_hundred_megapixels(), "the picture is too large"),
        ("cv.pdf", a_zip_bomb(), "The chosen file must be a JPG or PNG"),
        ("me.jpg", a_zip_bomb(), "The chosen file must be a JPG or PNG"),
        ("me.jpg", b"\xff\xd8\xffno picture", "it could not be read as a picture"),
        ("me.svg", b"<svg onload='alert(1)'/>", "The chosen file must be a JPG or PNG"),
        ("me.jpg", b"", "The chosen file is empty"),
    ],
    ids=[
        "300 megapixels",
        "a zip bomb called PDF",
        "a zip bomb called JPG",
        "half a picture",
        "a drawing with a script",
        "nothing",
    ],
)
def test_what_is_no_photograph_is_refused_in_plain_words(client: Client, name: str, content: bytes, words: str) -> None:
    held = a_pass()
    client.force_login(held.person)

    answer = client.post(photo_page(held), {"photo": SimpleUploadedFile(name, content)})

    assert (answer.status_code, words in answer.content.decode(), Photo.objects.exists()) == (200, True, False)


def test_a_photograph_can_be_deleted(client: Client) -> None:
    held = a_pass()
    services.keep_photo(held, content=a_face(), by=held.person, at=b.NOW)
    client.force_login(held.person)

    client.post(reverse("joining:remove_photo", args=[held.reference]), SENT)

    assert (Photo.objects.exists(), selectors.photo_of(held.person)) == (False, b"")


@pytest.mark.parametrize(("another", "is_kept"), [(False, False), (True, True)])
def test_when_the_pass_is_over_the_photograph_goes_unless_another_shows_it(another: bool, is_kept: bool) -> None:
    held, office = a_pass("LOST"), b.the_pass_office()
    Photo.objects.create(person=held.person, sealed=b"x", kept_at=b.NOW)

    services.cancel_pass(held, make_another=another, by=office, at=b.NOW)

    assert Photo.objects.exists() == is_kept


def test_a_pass_that_has_come_back_takes_its_photograph_with_it() -> None:
    held = a_pass("RECALLED")
    Photo.objects.create(person=held.person, sealed=b"x", kept_at=b.NOW)

    services.return_pass(held, by=b.the_pass_office(), at=b.NOW)

    assert not Photo.objects.exists()


def test_a_pass_that_is_out_of_use_takes_none() -> None:
    held = a_pass("RETURNED")

    with pytest.raises(NotAllowed, match="no longer in use"):
        services.keep_photo(held, content=a_face(), by=held.person, at=b.NOW)


def test_the_pass_that_is_printed_has_the_face_on_it(client: Client) -> None:
    held = a_pass("READY")
    client.force_login(b.the_pass_office())
    printed = reverse("joining:print_pass", args=[held.reference])

    without = client.get(printed).content
    services.keep_photo(held, content=a_face(), by=held.person, at=b.NOW)
    with_face = client.get(printed).content

    assert [b"/DCTDecode" in document for document in (without, with_face)] == [False, True]


def test_whoever_waits_for_a_pass_is_asked_for_a_photograph_and_the_office_sees_who_has_none(client: Client) -> None:
    held = a_pass("ASKED")

    def asked() -> list[str]:
        return [need.text for need in selectors.needs(held.person, b.TODAY) if "photograph" in need.text]

    before, link = asked(), photo_page(held)
    client.force_login(b.the_pass_office())
    listed = link in client.get(reverse("joining:passes")).content.decode()
    services.keep_photo(held, content=a_face(), by=held.person, at=b.NOW)
    still = link in client.get(reverse("joining:passes")).content.decode()

    assert (before, asked(), listed, still) == (["Send a photograph for your pass"], [], True, False)
