"""What waits in joining for whoever has just come to their first page."""

from collections import defaultdict
from datetime import date, time, timedelta
from functools import partial

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from timegiven.joining.models import Agreement, Application, Clearance, Pass, Reference
from timegiven.joining.selectors.applications import applications_run_by, open_application
from timegiven.joining.selectors.duplicates import likenesses_seen_by
from timegiven.joining.selectors.meetings import is_time_to_meet, meetings_of
from timegiven.joining.selectors.passes import passes_not_returned, passes_run_by
from timegiven.joining.selectors.photos import has_photo
from timegiven.joining.selectors.pipeline import papers_ending
from timegiven.joining.selectors.readiness import statement
from timegiven.joining.selectors.references import is_room_for_referee, links_ended, references_seen_by
from timegiven.joining.selectors.vetting import (
    appeals_seen_by,
    clearances_expiring,
    declarations_to_read,
    open_yearly_look,
    referrals_seen_by,
    reviews_to_settle,
)
from timegiven.kernel.desk import Need, Numbers, in_all, numbers
from timegiven.kernel.interval import when
from timegiven.kernel.time import at_london, london_day
from timegiven.kernel.words import so_many
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer

Role = Appointment.Role
Status = Application.Status


def needs(person: Person, day: date) -> list[Need]:
    """What waits for this person today; a constant number of queries, and none for roles that they do not hold."""
    return [*_own(person, day), *needs_of_staff(person, day)]


def needs_of_staff(person: Person, day: date) -> list[Need]:
    """What waits for the roles that somebody holds: what their daily letter says, too."""
    roles = {held.role for held in people.appointments(person, day)}
    waiting: list[Need] = []
    if roles & {Role.MVPM, Role.CENTRAL_TEAM}:
        waiting += [*_mvpm(person, day), *_duplicates(person, day)]
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
    elif application:
        waiting += _under_way(application, day)
    is_volunteer = Volunteer.objects.filter(person=person).exclude(status=Volunteer.Status.LEFT).exists()
    edition = statement(day) if is_volunteer else None
    if edition and not Agreement.objects.filter(person=person, edition=edition).exists():
        waiting.append(Need("Read what you can expect from us, and accept it", "joining:agree"))
    if is_volunteer and (look := open_yearly_look(person)):
        waiting.append(Need("Tell us whether anything has changed", "joining:declare", due_on=look.due_on))
    asked = Pass.objects.filter(person=person, status=Pass.Status.ASKED).first() if is_volunteer else None
    if asked and not has_photo(person):
        hint = "Or have it taken when you collect the pass."
        waiting.append(Need("Send a photograph for your pass", "joining:pass_photo", (asked.reference,), hint=hint))
    if Pass.objects.filter(person=person, status__in=(Pass.Status.RECALLED, Pass.Status.EXPIRED)).exists():
        waiting.append(Need("Please give back your pass", "joining:my_pass"))
    return waiting


def _under_way(application: Application, day: date) -> list[Need]:
    """What an applicant can do or looks forward to once the application has been sent."""
    waiting = []
    if is_room_for_referee(application, day):
        waiting.append(Need("Name another referee", "joining:name_referee", (application.reference,)))
    waiting += [
        Need(
            f"{each.name} has not answered",
            "joining:ask_again",
            (each.reference,),
            hint="Their link has ended. You can have a new one sent, or name somebody else.",
        )
        for each in links_ended(application, at_london(day, time.min))
    ]
    arranged = [each for each in meetings_of(application) if london_day(each.starts_at) >= day]
    waiting += [
        Need(
            f"We meet on {when(each.starts_at, each.ends_at)}",
            "joining:application",
            (application.reference,),
            hint=each.place,
            due_on=london_day(each.starts_at),
        )
        for each in arranged
    ]
    if not arranged and is_time_to_meet(application, at_london(day + timedelta(days=1), time.min)):
        waiting.append(Need("Choose a time for a friendly interview", "joining:book", (application.reference,)))
    return waiting


# The stage, whether a clearance has ended since the check, and what there is to do.
_ASKS = (
    (Status.APPLIED, False, "applicant to interview", "applicants to interview"),
    (Status.INTERVIEWED, False, "applicant to send for a security check", "applicants to send for a security check"),
    (
        Status.VETTED,
        True,
        "applicant whose clearance has ended, to send to vetting again",
        "applicants whose clearances have ended, to send to vetting again",
    ),
    (Status.VETTED, False, "applicant ready to be taken on", "applicants ready to be taken on"),
)


def _mvpm(person: Person, day: date) -> list[Need]:
    in_force = Clearance.objects.filter(person=OuterRef("person"), outcome="CLEARED", until_on__gt=day)
    found = applications_run_by(person, day).annotate(is_over=Q(status=Status.VETTED) & ~Exists(in_force))
    counted = found.order_by().values_list("borough", "status", "is_over").annotate(number=Count("pk"))
    at_stage: dict[tuple[str, bool], dict[int | None, int]] = defaultdict(dict)
    for borough, status, is_over, number in counted:
        at_stage[status, is_over][borough] = number
    waiting: list[Need] = []
    for status, is_over, one, several in _ASKS:
        words = partial(so_many, thing=one, things=several)
        waiting += in_all(at_stage[status, is_over], words, "joining:applications", query=f"?status={status.value}")
    waiting += in_all(
        numbers(declarations_to_read(person, day), "person__volunteer__borough"),
        lambda number: f"{so_many(number, 'volunteer has', 'volunteers have')} told you of changed needs",
        "joining:declarations",
    )
    waiting += in_all(
        numbers(papers_ending(person, day), "person__volunteer__borough"),
        lambda number: f"{so_many(number, 'volunteer’s papers end', 'volunteers’ papers end')} soon",
        "joining:rights_ending",
    )
    waiting += _not_returned(numbers(passes_not_returned(person, day), "borough"))
    return waiting + in_all(
        numbers(_references_to_judge(person, day), "application__borough"),
        lambda number: f"{so_many(number, 'reference')} to read",
        "joining:applications",
        query="?to_judge=on",
    )


def _references_to_judge(person: Person, day: date) -> QuerySet[Reference]:
    return references_seen_by(person, day).filter(Reference.UNREAD, application__status__in=Application.OPEN)


def _duplicates(person: Person, day: date) -> list[Need]:
    number = likenesses_seen_by(person, day).filter(status="FOUND").count()
    text = f"{so_many(number, 'pair')} of records that may be one person"
    return [Need(text, "joining:duplicates", count=number)] if number else []


def _vetting(person: Person, day: date) -> list[Need]:
    waiting = []
    if number := referrals_seen_by(person, day).count():
        waiting.append(Need(f"{so_many(number, 'security check')} to do", "joining:vetting", count=number))
    if number := clearances_expiring(person, day).count():
        text = f"{so_many(number, 'clearance ends', 'clearances end')} soon"
        waiting.append(Need(text, "joining:clearances_expiring", count=number))
    if number := reviews_to_settle(person, day).count():
        waiting.append(Need(f"{so_many(number, 'clearance')} to look at again", "joining:reviews", count=number))
    if number := (found := appeals_seen_by(person, day)).count():
        due_on = found.values_list("answer_by_on", flat=True)[0]
        text = f"{so_many(number, 'appeal')} to answer"
        waiting.append(Need(text, "joining:appeals", count=number, due_on=due_on))
    return waiting


def _passes(person: Person, day: date) -> list[Need]:
    found = passes_run_by(person, day).order_by().aggregate(
        asked=Count("pk", filter=Q(status="ASKED")),
        lost=Count("pk", filter=Q(status="LOST")),
        ready=Count("pk", filter=Q(status="READY")),
        back=Count("pk", filter=Q(status__in=["RECALLED", "EXPIRED"])),
    )  # fmt: skip
    waiting = [
        Need(
            f"{so_many(found[key], 'pass', 'passes')} {state}",
            "joining:passes",
            count=found[key],
            query=f"?status={status}",
            due_on=day if key == "lost" else None,
        )
        for key, status, state in _PASSES
        if found[key]
    ]
    return [*waiting, *_not_returned({None: found["back"]})]


_PASSES = (
    ("asked", "ASKED", "to make"),
    ("ready", "READY", "ready to be collected"),
    ("lost", "LOST", "reported lost"),
)


def _not_returned(found: Numbers) -> list[Need]:
    def words(number: int) -> str:
        return f"{so_many(number, 'pass has', 'passes have')} not come back"

    return in_all(found, words, "joining:passes_not_returned")
