"""What can be asked of the letters."""

from typing import Any

from django.db.models import Q, QuerySet

from timegiven.letters.models import Bundle, Letter, TextMessage


def newest() -> QuerySet[Letter]:
    """All letters, newest first: for the demonstration's page of what would have been sent."""
    return Letter.objects.order_by("-owed_at", "-pk")


def to(reader: Any) -> QuerySet[Letter]:
    """The letters to somebody (anyone with .reference), newest first."""
    return newest().filter(recipient=reader.reference)


def on_paper() -> QuerySet[Letter]:
    """Letters that have to go by post: their reader has no e-mail, or it could not be reached."""
    return Letter.objects.filter(status__in=Letter.ON_PAPER).order_by("owed_at", "pk")


def by_post() -> QuerySet[Letter]:
    """Letters that have to go by post, those that went, and those that need not go any more."""
    need_not = Q(status=Letter.Status.OVERTAKEN) & (Q(to_email="") | Q(bundle__isnull=False))
    return Letter.objects.filter(need_not | Q(status__in=[*Letter.ON_PAPER, Letter.Status.PRINTED]))


def bundles_of(letters: QuerySet[Letter]) -> QuerySet[Bundle]:
    """The bundles in which there is one of these letters, newest first."""
    return Bundle.objects.filter(pk__in=letters.values("bundle")).order_by("-made_at", "-pk")


def newest_texts() -> QuerySet[TextMessage]:
    """All text messages, newest first."""
    return TextMessage.objects.order_by("-owed_at", "-pk")
