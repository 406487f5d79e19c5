"""What can be asked about how people sign in."""

from datetime import date

from allauth.mfa.utils import is_mfa_enabled
from django.db.models import QuerySet

from timegiven.people.models import Appointment, Person
from timegiven.people.selectors.appointments import posts, scope

Role = Appointment.Role


def people_let_in_by(viewer: Person, day: date) -> QuerySet[Person]:
    """Whom this person may find who has lost their way in: everybody, or the volunteers of their borough."""
    if any(held.role == Role.CENTRAL_TEAM for held in posts(viewer, day)):
        return Person.objects.all()
    return Person.objects.filter(scope(viewer, [Role.MVPM], day, on="volunteer__borough"))


def has_second_step(person: Person) -> bool:
    """Whether more than a password is asked of them."""
    return bool(is_mfa_enabled(person))
