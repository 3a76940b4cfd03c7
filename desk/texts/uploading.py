"""No upload is taken in beyond its limit: not even onto the disk, where it would wait to be refused."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

ROOM_FOR_FIELDS = 2**20  # the other fields of the form that a file comes with


class NoMoreThanAllowed(FileUploadHandler):
    """The first handler of every upload. A file that grows too large is let go there; the rest of the form is read."""

    taken = 0

    def handle_raw_input(self, input_data: Any, META: Mapping[str, str], content_length: int, *args: Any, **kwargs: Any) -> None:
        if content_length > settings.ENTENTE_UPLOAD_MB * 2**20 + ROOM_FOR_FIELDS:
            note_too_large(self.request)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.taken += len(raw_data)
        if is_too_large(self.request) or self.taken > settings.ENTENTE_UPLOAD_MB * 2**20:
            note_too_large(self.request)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def note_too_large(request: HttpRequest | None) -> None:
    if request is not None:
        request.upload_is_too_large = True  # type: ignore[attr-defined]


def is_too_large(request: HttpRequest | None) -> bool:
    """Whether this request brought a file that was not taken in, for its size."""
    return getattr(request, "upload_is_too_large", False)
