"""Tell volunteers who asked for it when the force recruits officers or staff."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.engagement import access, rules, selectors
from timegiven.engagement.models import RecruitmentNotice, RecruitmentWish
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer


@transaction.atomic
def say_recruitment(volunteer: Volunteer, *, wish: str, by: Person, at: datetime) -> None:
    """Note whether somebody would like to hear when the force recruits (clause 140). It changes nothing else.

    That they chose is on record, and not what. To take it back deletes it.
    """
    day = london_day(at)
    access.say_recruitment.require(by, volunteer, day)
    rules.check_wish(wish=wish, has_left=volunteer.status == Volunteer.Status.LEFT)
    if wish == rules.NO:
        RecruitmentWish.objects.filter(volunteer=volunteer).delete()
    else:
        kept = {"is_kept_after_leaving": wish == rules.ALSO_AFTER, "asked_on": day}
        RecruitmentWish.objects.update_or_create(volunteer=volunteer, defaults=kept)
    audit.record("chose about recruitment news", of=volunteer, by=by, at=at, about=volunteer.person)


@transaction.atomic
def write_recruitment(*, title: str, words: str, by: Person, at: datetime) -> RecruitmentNotice:
    """Write that the force recruits; the worker tells everybody who asked, within the minute."""
    access.write_recruitment.require(by, london_day(at))
    made = RecruitmentNotice.objects.create(title=title, words=words, written_by=by, written_at=at)
    audit.record("wrote recruitment news", of=made, by=by, at=at)
    return made


@transaction.atomic
def tell_of_recruitment(at: datetime) -> int:
    """Write to all who asked; return how many. What goes by post the Central Team’s own office posts: no MVP Manager
    learns from it who asked."""
    number = 0
    for notice in selectors.notices_to_send().select_for_update(of=("self",), skip_locked=True):
        for each in selectors.wishes(london_day(at)):
            office = people.office_of_the_team(each.volunteer.borough)
            to = each.volunteer.person
            letters.write("engagement/recruitment", to=to, at=at, office=office, notice=notice)
            number += 1
        RecruitmentNotice.objects.filter(pk=notice.pk).update(told_at=at)
    return number


@transaction.atomic
def forget_wishes(at: datetime) -> int:
    """Delete what those asked for who have left and did not ask otherwise; return how many."""
    deleted, _ = selectors.wishes_over(london_day(at)).delete()
    return deleted
