"""Add a controlled document, issue a new edition of one, and note that one was reviewed and stays as it is."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.time import london_day
from timegiven.programme import access, rules, selectors
from timegiven.programme.models import Document, Edition


@transaction.atomic
def add_document(
    *, title: str, owner: str, marking: str, body: str, review_on: date, by: Any, at: datetime
) -> Document:
    """Put a document of its own beside the others: its first edition holds from today, and has somebody to answer."""
    today = london_day(at)
    access.keep_documents.require(by, today)
    code = slugify(title)[:60].strip("-")
    rules.check_title(code)
    rules.check_review(review_on=review_on, after=today)
    facts = {"title": title, "owner": owner, "marking": marking}
    document, is_new = Document.objects.get_or_create(code=code, defaults=facts)
    if not is_new:
        raise NotAllowed(
            f"We have not added it: there is a document called {document.title} already.",
            next_step="Issue a new edition of that one, or give this one a title of its own.",
        )
    Edition.objects.create(document=document, number=1, issued_on=today, review_on=review_on, body=body.strip() + "\n")
    audit.record("added a document", of=document, by=by, at=at)
    return document


@transaction.atomic
def issue_edition(
    document: Document, *, after: int, body: str, issued_on: date, review_on: date, by: Any, at: datetime
) -> Edition:
    """Issue new words from a day on; the editions before stay as they were, for people have agreed to them (134).

    ``after`` is the number of the edition that the writer began with.
    """
    today = london_day(at)
    access.keep_documents.require(by, today)
    last = _held(document, number=after)
    rules.check_edition(
        is_changed=body.split() != last.body.split(),
        issued_on=issued_on,
        last_on=last.issued_on,
        review_on=review_on,
        today=today,
    )
    made = Edition.objects.create(
        document=document, number=last.number + 1, issued_on=issued_on, review_on=review_on, body=body.strip() + "\n"
    )
    audit.record("issued an edition", of=document, by=by, at=at, why=f"edition {made.number}")
    return made


@transaction.atomic
def note_review(document: Document, *, after: int, review_on: date, by: Any, at: datetime) -> None:
    """Note that the newest edition was looked at and stays as it is, until the next review."""
    today = london_day(at)
    access.keep_documents.require(by, today)
    last = _held(document, number=after)
    rules.check_review(review_on=review_on, after=today)
    Edition.objects.filter(pk=last.pk).update(review_on=review_on)
    audit.record("reviewed a document", of=document, by=by, at=at, why=f"edition {last.number}")


def _held(document: Document, *, number: int) -> Edition:
    """The newest edition, with its document locked until the transaction ends: the one that somebody has read."""
    Document.objects.select_for_update().get(pk=document.pk)
    last = selectors.last_edition(document)
    if last.number != number:
        raise SomeoneElseActed(
            f"Nothing has changed: edition {last.number} has been issued since you opened the page.",
            next_step="Open the document again, and begin with its newest words.",
        )
    return last
