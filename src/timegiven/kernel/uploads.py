"""Files that somebody sends, while they arrive: in memory alone, and none of a request that is too large for it."""

import io

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler


class InMemory(MemoryFileUploadHandler):
    """Django would put what is too large on the disk, in clear, before anybody has asked who sends it.

    Of that only the size is known in the end, so that a form can say that it is too large.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return super().receive_data_chunk(raw_data, start) if self.activated else None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if self.activated:
            return super().file_complete(file_size)
        about = (self.field_name, self.file_name, self.content_type, file_size, self.charset, self.content_type_extra)
        return InMemoryUploadedFile(io.BytesIO(), *about)
