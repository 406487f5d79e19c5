"""Keep the organisation, its documents and its handbook."""

from timegiven.programme.services.content import load_content
from timegiven.programme.services.cover import add_cover, end_cover
from timegiven.programme.services.documents import add_document, issue_edition, note_review
from timegiven.programme.services.handbook import decide
from timegiven.programme.services.organisation import found, report_to

__all__ = [
    "add_cover",
    "add_document",
    "decide",
    "end_cover",
    "found",
    "issue_edition",
    "load_content",
    "note_review",
    "report_to",
]
