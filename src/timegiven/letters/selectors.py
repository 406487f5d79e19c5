"""What can be asked of the letters."""

from django.db.models import QuerySet

from timegiven.letters.models import Letter


def newest() -> QuerySet[Letter]:
    """All letters, newest first: for the demonstration's page of what would have been sent."""
    return Letter.objects.order_by("-owed_at", "-pk")


def to_print(recipients: QuerySet) -> QuerySet[Letter]:
    """Letters that wait to be printed for these people (a queryset of their references)."""
    return Letter.objects.filter(status=Letter.Status.TO_PRINT, recipient__in=recipients).order_by("owed_at")
