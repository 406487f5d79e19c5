"""What can be asked of the controlled documents."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from timegiven.kernel import prepared, words
from timegiven.kernel.desk import Need
from timegiven.kernel.prepared import Prepared
from timegiven.programme.models import Document, Edition


def documents() -> QuerySet[Document]:
    return Document.objects.order_by("title")


def documents_seen_by(viewer: Any, day: date) -> QuerySet[Document]:
    """Everyone may read what is not protectively marked; the rest is for those who are signed in."""
    issued = Edition.objects.filter(issued_on__lte=day).order_by("-number")
    found = documents().filter(editions__issued_on__lte=day).distinct()
    if not viewer.is_authenticated:
        found = found.filter(marking__iexact="Not protectively marked")
    return found.prefetch_related(Prefetch("editions", queryset=issued, to_attr="issued"))


def document_seen_by(viewer: Any, day: date, code: str) -> Document | None:
    """One document with its issued editions, newest first, or None."""
    return documents_seen_by(viewer, day).filter(code=code).first()


def last_edition(document: Document) -> Edition:
    """The newest edition there is, also one that is to come."""
    return document.editions.order_by("-number")[0]


def needs(person: Any, day: date) -> list[Need]:
    """For those who keep the documents: whose review has fallen due, unless a new edition is already to come."""
    if not person.holds("CENTRAL_TEAM", day=day):
        return []
    newest = Edition.objects.filter(document=OuterRef("pk")).order_by("-number")
    due = list(
        Document.objects.annotate(due_on=Subquery(newest.values("review_on")[:1]))
        .filter(due_on__lte=day)
        .order_by("due_on", "title")
    )
    if not due:
        return []
    if len(due) == 1:
        return [Need(f"Review a document: {due[0].title}", "programme:document", (due[0].code,), due_on=due[0].due_on)]
    said = f"Review {words.so_many(len(due), 'document')}"
    return [Need(said, "programme:documents", count=len(due), due_on=due[0].due_on)]


def to_come(document: Document, day: date) -> Edition | None:
    """The next edition that is not in force yet."""
    return document.editions.filter(issued_on__gt=day).order_by("number").first()


def edition(code: str, day: date) -> Edition:
    """The edition of a document in force on a day. Raises Edition.DoesNotExist when there is none."""
    found: Edition | None = _newest.first(code=code, day=day)
    if found is None:
        raise Edition.DoesNotExist(f"No edition of {code} is in force on {day}.")
    return found


@Prepared
def _newest() -> QuerySet[Edition]:
    issued = Edition.objects.filter(document__code=prepared.text("code"), issued_on__lte=prepared.day("day"))
    return issued.order_by("-number")[:1]
