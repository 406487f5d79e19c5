"""Propose a role: an idea that passes the three questions becomes a draft."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import ProfileVersion, RoleProfile
from timegiven.library.services.indexing import index
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.programme import selectors as programme
from timegiven.programme.models import Strand, Unit

Status = ProfileVersion.Status
LIVING = (Status.DRAFT, Status.SUBMITTED, Status.RETURNED, Status.APPROVED)


def propose(
    *,
    title: str,
    purpose: str,
    unit: Unit,
    category: str,
    contribution: str,
    answers: Mapping[str, bool],
    reasons: Mapping[str, str],
    strand: Strand | None = None,
    by: Person,
    at: datetime,
) -> ProfileVersion:
    """Propose a role for a unit, in whichever part of volunteering (clause 135).

    One YES stops it: nothing is kept of the idea, but that it was stopped is on record.

    Not one transaction: the record of a stopped proposal has to outlive the refusal.
    """
    access.propose.require(by, unit, london_day(at))
    check_answers(answers, unit=unit, by=by, at=at)
    part = strand or programme.strand()
    role = {"title": title, "category": category, "contribution": contribution, "strand": part}
    content = {"purpose": purpose.strip(), **answers, **reasons}
    return begin(unit, role=role, content=content, why="Proposed", by=by, at=at)


def check_answers(answers: Mapping[str, bool], *, unit: Unit, by: Person, at: datetime) -> None:
    """Each answer must be NO; that an idea was stopped, and by which question, goes on record (clauses 63 to 66)."""
    try:
        rules.check_job_substitution(answers, ask=whom_to_ask(unit, london_day(at)))
    except rules.JobSubstitution as refusal:
        clauses = ", ".join(str(question.clause) for question in refusal.questions)
        audit.record("stopped proposal", of=unit, by=by, at=at, why=f"job substitution, clause {clauses}")
        raise


def whom_to_ask(unit: Unit, day: date) -> str:
    """The sentence that names the borough's MVP Manager, and how to reach them (clause 130)."""
    mvpm = people.mvpm_of(unit, day)
    if mvpm is None:
        return "Ask the Central Team: the post of your borough's MVP Manager is vacant."
    ways = [way for way in (mvpm.phone, mvpm.email) if way]
    reach = f" ({', '.join(ways)})." if ways else "."
    if mvpm.stands_in:
        return f"Ask {mvpm.name} of the Central Team{reach[:-1]}: the post of your borough's MVP Manager is vacant."
    return f"Talk to your MVP Manager, {mvpm.name}{reach}"


def check_name_is_free(unit: Unit, title: str, *, besides: RoleProfile | None = None) -> None:
    """No two roles of a unit go by one name."""
    same = RoleProfile.objects.filter(unit=unit, title__iexact=title, versions__status__in=LIVING)
    if (same.exclude(pk=besides.pk) if besides else same).exists():
        done = "We have not saved the profile" if besides else "We have not made a new draft"
        raise NotAllowed(
            f"{done}: {unit.name} has a role called “{title}” already.",
            next_step="Look for it in the library, or give this one another name.",
        )


@transaction.atomic
def begin(
    unit: Unit, *, role: Mapping[str, object], content: Mapping[str, object], why: str, by: Person, at: datetime
) -> ProfileVersion:
    """Make the first draft of a role for a unit, and tell the MVP Manager."""
    title = str(role["title"]).strip()
    check_name_is_free(unit, title)
    profile = RoleProfile.objects.create(**{**role, "title": title}, unit=unit, proposed_by=by)
    usual = {"weekly_minutes": selectors.usual_weekly_minutes(london_day(at), profile.strand)}
    version = ProfileVersion.objects.create(profile=profile, **usual | dict(content))
    ProfileVersion.lifecycle.begin(version, by=by, at=at, why=why)
    index(version)
    audit.record("proposed", of=version, by=by, at=at)
    mvpm = people.mvpm_of(unit, london_day(at))
    if mvpm and mvpm != by:
        letters.write("library/proposed", to=mvpm, at=at, version=version, by=by)
    return version
