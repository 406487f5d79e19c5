"""What can be asked of the demonstration."""

from django.db.models import Q, QuerySet

from timegiven.demonstration.cast import PLAYERS
from timegiven.letters import selectors as letters
from timegiven.letters.models import Letter, TextMessage
from timegiven.people.models import Person


def somebody_is_here() -> bool:
    """Whether the database holds anybody at all."""
    return Person.objects.exists()


def playing(code: str) -> QuerySet[Person]:
    """The person of the cast with this code: nobody while the demonstration has not been made."""
    return Person.objects.filter(reference=PLAYERS[code].reference, is_synthetic=True)


def is_made() -> bool:
    return Person.objects.filter(reference__in=[player.reference for player in PLAYERS.values()]).exists()


def letters_to(words: str) -> QuerySet[Letter]:
    """Letters, newest first, to those whose name or address holds every word."""
    found = letters.newest()
    for word in words.split():
        found = found.filter(Q(to_name__icontains=word) | Q(to_email__icontains=word))
    return found


def texts_to(words: str) -> QuerySet[TextMessage]:
    """Text messages, newest first, to those whose name or number holds every word."""
    found = letters.newest_texts()
    for word in words.split():
        found = found.filter(Q(to_name__icontains=word) | Q(to_phone__icontains=word))
    return found
