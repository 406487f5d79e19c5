"""A file or a photograph that someone sends with a form."""

from collections.abc import Sequence

from django import forms
from django.core.files.uploadedfile import UploadedFile

from timegiven.kernel.words import several
from timegiven.ui.forms.asked import Asked

_MEGABYTE = 1024 * 1024
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMES = {"application/pdf": "PDF", "image/jpeg": "JPG", "image/png": "PNG", "text/csv": "CSV", _WORKBOOK: "workbook"}
_BEGINNINGS = {"application/pdf": b"%PDF-", "image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}


class Attachment(Asked, forms.FileField):
    """A file of an accepted kind, judged by how it begins and not by its name. Phones offer the camera."""

    ask = "Choose"
    # Clearing a kept file is an act of its own, not a box beside this one.
    widget = forms.FileInput

    def __init__(
        self,
        label: str | None = None,
        *,
        accept: Sequence[str] = ("application/pdf", "image/jpeg", "image/png"),
        max_bytes: int = 5 * _MEGABYTE,
        missing: str = "Choose a file",
        **options: object,
    ) -> None:
        super().__init__(label, missing=missing, attrs={"accept": ",".join(accept)}, **options)
        self.accept, self.max_bytes = tuple(accept), max_bytes
        self.error_messages |= {
            "empty": "The chosen file is empty",
            "invalid": "The file did not arrive. Choose it again",
            "max_length": "The name of the chosen file is too long",
        }

    def clean(self, value: object, initial: object = None) -> UploadedFile | None:
        file = super().clean(value, initial)
        if isinstance(file, UploadedFile):
            self._weigh(file)
            self._recognise(file)
        return file

    def _weigh(self, file: UploadedFile) -> None:
        if file.size > self.max_bytes:
            raise self.refuse(f"The chosen file must be {self.max_bytes / _MEGABYTE:g} MB or smaller")

    def _recognise(self, file: UploadedFile) -> None:
        start = file.read(16)
        file.seek(0)
        if not any(start.startswith(_BEGINNINGS.get(kind, b"")) for kind in self.accept):
            names = [_NAMES.get(kind, kind) for kind in self.accept]
            raise self.refuse(f"The chosen file must be a {several(names, 'or')}")
