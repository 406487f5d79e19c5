"""What can be asked of the letters."""

from django.db.models import QuerySet

from timegiven.letters.models import Letter, TextMessage

ON_PAPER = (Letter.Status.TO_PRINT, Letter.Status.FAILED)


def newest() -> QuerySet[Letter]:
    """All letters, newest first: for the demonstration's page of what would have been sent."""
    return Letter.objects.order_by("-owed_at", "-pk")


def on_paper() -> QuerySet[Letter]:
    """Letters that have to go by post: their reader has no e-mail, or it could not be reached."""
    return Letter.objects.filter(status__in=ON_PAPER).order_by("owed_at", "pk")


def by_post() -> QuerySet[Letter]:
    """Letters that have to go by post, and those that went."""
    return Letter.objects.filter(status__in=[*ON_PAPER, Letter.Status.PRINTED])


def to_print(recipients: QuerySet) -> QuerySet[Letter]:
    """Letters that wait to be printed for these people (a queryset of their references)."""
    return on_paper().filter(status=Letter.Status.TO_PRINT, recipient__in=recipients)


def newest_texts() -> QuerySet[TextMessage]:
    """All text messages, newest first."""
    return TextMessage.objects.order_by("-owed_at", "-pk")
