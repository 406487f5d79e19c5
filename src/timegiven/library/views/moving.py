"""The buttons that move a profile to another desk."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel import words
from timegiven.kernel.permission import Permission
from timegiven.library import access, forms, rules, selectors, services
from timegiven.ui import pages

FEW = 4  # places named one by one


def _mine(request: HttpRequest, reference: str, may: Permission) -> tuple[Any, str]:
    """A version that this person may move, and the address of its page."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    may.require(request.user, version, day)
    return version, reverse("library:version", args=[reference])


def submit(request: HttpRequest, reference: str) -> HttpResponse:
    """Put the draft to the Steering Group."""
    version, back = _mine(request, reference, access.write)
    pages.only_towards(request, version, "SUBMITTED", back=back)

    day, at = timezone.localdate(), timezone.now()
    options = {"meetings": selectors.meetings_to_come(at), "days": selectors.circulation_days(day)}
    form = forms.Submit(request.POST or None, **options)
    return pages.deed(
        request,
        form,
        lambda _: services.submit(version, by=request.user, at=at, **form.facts()),
        said="The profile is with the Steering Group. Its members have been told.",
        back=back,
        title="Put this profile to the Steering Group",
        intro=f"{version.title}, version {version.number}. Every member gets a letter, reads it and votes. "
        "Until they have decided, the profile cannot be changed.",
        button="Put to the Steering Group",
    )


def take_up(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a returned profile again."""
    version, back = _mine(request, reference, access.write)
    pages.only_towards(request, version, "DRAFT", back=back)

    return pages.deed(
        request,
        forms.TakeUp(request.POST or None),
        lambda _: services.take_up(version, by=request.user, at=timezone.now()),
        said="The profile is a draft again.",
        back=back,
        title="Answer the points",
        intro=f"{version.title} becomes a draft again. Change what the Steering Group asked for, then put it to "
        "them once more.",
        button="Open it again",
    )


def revise(request: HttpRequest, reference: str) -> HttpResponse:
    """Begin the next version of a profile in force."""
    version, back = _mine(request, reference, access.write)
    pages.only_while(request, version, "APPROVED", back=back)

    return pages.deed(
        request,
        forms.Revise(request.POST or None),
        lambda typed: services.revise(version, by=request.user, at=timezone.now(), **typed),
        said=lambda draft: f"Version {draft.number} is begun. Version {version.number} stays in force.",
        then=lambda draft: reverse("library:version", args=[draft.reference]),
        back=back,
        title="Change this role",
        intro="A task may be done only when it is on the profile and the Steering Group has approved it. You begin "
        f"a new version here. Version {version.number} stays in force until the new one is assessed and approved.",
        button="Begin a new version",
    )


def retire(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the role out of use, or put a draft aside."""
    version, back = _mine(request, reference, access.retire)
    pages.only_towards(request, version, "RETIRED", back=back)
    others = selectors.boroughs_besides(version, request.user, timezone.localdate())
    pages.only_if(request, rules.check_done_nowhere_else, others, title=version.title, back=back)

    in_force = version.approved_on is not None
    places = [unit.full_name for unit in selectors.units_assessed(version, timezone.localdate())] if in_force else []
    next_one = selectors.open_version(version.profile) if in_force else None
    return pages.deed(
        request,
        forms.Retire(request.POST or None, in_force=in_force),
        lambda typed: services.retire(version, by=request.user, at=timezone.now(), **typed),
        said="The profile is retired. Those who had the role get a letter within minutes."
        if in_force
        else "The draft is put aside.",
        then=reverse("library:library"),
        back=back,
        title="Retire this role" if in_force else "Put this draft aside",
        intro=f"{version.title}: from today nobody does this role any more. Those who have it are told with thanks "
        "that their placement has ended, offers of it end, and duties to come are called off. If somebody might like "
        f"another role, talk with them first. Everything stays on record.\n\n{_where(places)}"
        f"{_what_ends_too(version, next_one)}"
        if in_force
        else f"{version.title}: the draft goes no further. What was written stays on record.",
        button="Retire the role" if in_force else "Put the draft aside",
    )


def _what_ends_too(version: Any, next_one: Any) -> str:
    """That the version which is being written or decided on ends with the role, and what else one can do."""
    if next_one is None:
        return ""
    how_far = "with the Steering Group" if next_one.status == "SUBMITTED" else "being written"
    return (
        f"\n\nVersion {next_one.number}, which is {how_far}, ends too. If you want it to take the place of version "
        f"{version.number}, do not retire the role: when it is approved, it does so by itself. If the role is not "
        "safe as it is, report a change and say so: then it rests at once."
    )


def _where(places: list[str]) -> str:
    """Where a role is done, in one sentence; a long list is a number."""
    few = len(places) <= FEW
    return f"It is done at {words.several(places) if few else words.so_many(len(places), 'unit')}." if places else ""
