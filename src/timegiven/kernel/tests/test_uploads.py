"""A file that somebody sends is on no disk, however large it is."""

from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from timegiven.ui import forms

MOST = 1_000_000


def sent(**sizes: int) -> dict[str, InMemoryUploadedFile]:
    """What arrives of files of these sizes, sent with one form."""
    files = {name: SimpleUploadedFile(f"{name}.pdf", b"%PDF-" + bytes(size - 5)) for name, size in sizes.items()}
    return RequestFactory().post("/", files).FILES.dict()


def test_a_file_that_is_not_too_large_arrives_whole(settings: Settings) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = MOST

    files = sent(receipt=MOST // 2)

    assert files["receipt"].read() == b"%PDF-" + bytes(MOST // 2 - 5)


def test_one_that_is_too_large_is_on_no_disk_and_its_size_is_told(settings: Settings) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = MOST

    files = sent(receipt=3 * MOST)

    assert isinstance(files["receipt"], InMemoryUploadedFile)
    assert (files["receipt"].size, files["receipt"].read()) == (3 * MOST, b"")
    assert "must be 2 MB or smaller" in str(_refusal(files["receipt"]))


def test_many_that_are_too_large_together_take_no_room_either(settings: Settings) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = MOST

    files = sent(**{f"file{number}": MOST // 2 for number in range(20)})

    assert [(each.size, each.read()) for each in files.values()] == [(MOST // 2, b"")] * 20
    assert "must be a PDF, JPG or PNG" in str(_refusal(files["file0"]))


def _refusal(file: InMemoryUploadedFile) -> object:
    class Sent(forms.Form):
        receipt = forms.Attachment("Receipt", max_bytes=2 * 1024 * 1024)

    return Sent({}, {"receipt": file}).errors
