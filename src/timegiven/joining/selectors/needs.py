"""What waits in joining for whoever has just come to their first page."""

from datetime import date

from django.db.models import Count, Q

from timegiven.joining.models import Agreement, Application, Pass, Reference
from timegiven.joining.selectors.applications import applications_run_by, open_application
from timegiven.joining.selectors.duplicates import likenesses_seen_by
from timegiven.joining.selectors.passes import passes_run_by
from timegiven.joining.selectors.readiness import statement
from timegiven.joining.selectors.references import is_room_for_referee, references_seen_by
from timegiven.joining.selectors.vetting import clearances_expiring, referrals_seen_by
from timegiven.kernel.desk import Need
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer

Role = Appointment.Role
Status = Application.Status


def needs(person: Person, day: date) -> list[Need]:
    """What waits for this person today; a constant number of queries, and none for roles that they do not hold."""
    roles = {held.role for held in people.appointments(person, day)}
    waiting = _own(person, day)
    if Role.MVPM in roles:
        waiting += _mvpm(person, day)
    if roles & {Role.MVPM, Role.CENTRAL_TEAM}:
        waiting += _duplicates(person, day)
    if Role.VETTING in roles:
        waiting += _vetting(person, day)
    if Role.PASSES in roles:
        waiting += _passes(person, day)
    return waiting


def _own(person: Person, day: date) -> list[Need]:
    waiting = []
    application = open_application(person)
    if application and application.status == Status.REGISTERED:
        waiting.append(Need("Finish your application", "joining:application", (application.reference,)))
    elif application and is_room_for_referee(application, day):
        waiting.append(Need("Name another referee", "joining:name_referee", (application.reference,)))
    is_volunteer = Volunteer.objects.filter(person=person).exclude(status=Volunteer.Status.LEFT).exists()
    edition = statement(day) if is_volunteer else None
    if edition and not Agreement.objects.filter(person=person, edition=edition).exists():
        waiting.append(Need("Read what you can expect from us, and accept it", "joining:agree"))
    if Pass.objects.filter(person=person, status=Pass.Status.RECALLED).exists():
        waiting.append(Need("Please give back your pass", "joining:my_pass"))
    return waiting


_ASKS = (
    (Status.APPLIED, "applicant to interview", "applicants to interview"),
    (Status.INTERVIEWED, "applicant to send for a security check", "applicants to send for a security check"),
    (Status.VETTED, "applicant ready to be taken on", "applicants ready to be taken on"),
)


def _mvpm(person: Person, day: date) -> list[Need]:
    found = (
        applications_run_by(person, day).order_by().values_list("status").annotate(number=Count("pk", distinct=True))
    )
    numbers = {status: number for status, *_, number in found.values_list("status", "number")}
    waiting = [
        Need(f"{numbers[status]} {one if numbers[status] == 1 else several}", "joining:applications",
             count=numbers[status], query=f"?status={status.value}")
        for status, one, several in _ASKS
        if numbers.get(status)
    ]  # fmt: skip
    to_judge = _references_to_judge(person, day)
    if to_judge:
        text = f"{to_judge} {'reference' if to_judge == 1 else 'references'} to read"
        waiting.append(Need(text, "joining:applications", count=to_judge, query="?to_judge=on"))
    return waiting


def _references_to_judge(person: Person, day: date) -> int:
    return (
        references_seen_by(person, day)
        .filter(status=Reference.Status.GIVEN, is_satisfactory__isnull=True, application__status__in=Application.OPEN)
        .count()
    )


def _duplicates(person: Person, day: date) -> list[Need]:
    number = likenesses_seen_by(person, day).filter(status="FOUND").count()
    pairs = "pair of records that may be one person" if number == 1 else "pairs of records that may be one person"
    return [Need(f"{number} {pairs}", "joining:duplicates", count=number)] if number else []


def _vetting(person: Person, day: date) -> list[Need]:
    waiting = []
    if number := referrals_seen_by(person, day).count():
        waiting.append(Need(f"{number} security {'check' if number == 1 else 'checks'} to do", "joining:vetting",
                            count=number))  # fmt: skip
    if number := clearances_expiring(person, day).count():
        ends = "clearance ends" if number == 1 else "clearances end"
        waiting.append(Need(f"{number} {ends} soon", "joining:clearances_expiring", count=number))
    return waiting


def _passes(person: Person, day: date) -> list[Need]:
    found = passes_run_by(person, day).order_by().aggregate(
        asked=Count("pk", filter=Q(status="ASKED")),
        lost=Count("pk", filter=Q(status="LOST")),
        back=Count("pk", filter=Q(status="RECALLED")),
    )  # fmt: skip
    texts = (("asked", "ASKED", "to make"), ("lost", "LOST", "reported lost"), ("back", "RECALLED", "to come back"))
    return [
        Need(f"{found[key]} {'pass' if found[key] == 1 else 'passes'} {words}", "joining:passes",
             count=found[key], query=f"?status={status}")
        for key, status, words in texts
        if found[key]
    ]  # fmt: skip
