"""The Steering Group's agenda, papers and minutes as documents to keep."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from timegiven.kernel import words
from timegiven.library import access, selectors
from timegiven.library.views import before
from timegiven.people import selectors as people
from timegiven.ui import pdf


def paper_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """A paper with all that belongs to it."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.papers_seen_by(request.user, day), reference=reference)
    shown = before.everything(found, viewer=request.user, at=at)
    content = pdf.make("library/paper", _paper(found, shown), at=at)
    return pdf.download(content, f"Paper {found.version.title} {found.version.number}")


def agenda_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """What a meeting is to decide."""
    day, at = timezone.localdate(), timezone.now()
    access.see_meetings.require(request.user, day)
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    told = {
        "title": "Agenda of the Steering Group",
        "subtitle": words.day(found.at),
        "reference": found.reference,
        "facts": _meeting(found),
        "papers": [_on_agenda(each) for each in selectors.papers_on(found)],
        "seats": _invited(found),
    }
    return pdf.download(pdf.make("library/agenda", told, at=at), f"Agenda {timezone.localdate(found.at)}")


def minutes_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """What a meeting has decided."""
    day, at = timezone.localdate(), timezone.now()
    access.see_meetings.require(request.user, day)
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    if found.status != "CLOSED":
        raise Http404
    came = list(selectors.presences_of(found))
    told = {
        "title": "Minutes of the Steering Group",
        "subtitle": words.day(found.at),
        "reference": found.reference,
        "facts": _meeting(found),
        "present": [[each.seat.name, _name(each.person, each.is_deputy)] for each in came if each.person],
        "apologies": [each.seat.name for each in came if not each.person],
        "papers": [_decided(each) for each in selectors.papers_on(found)],
        "minutes": found.minutes,
    }
    return pdf.download(pdf.make("library/minutes", told, at=at), f"Minutes {timezone.localdate(found.at)}")


def _name(person: Any, is_deputy: bool) -> str:
    return f"{person.name}, deputy" if is_deputy else str(person.name)


def _meeting(found: Any) -> list[tuple[str, str]]:
    return [
        ("When", f"{words.day(found.at)}, {words.clock(found.at)}"),
        ("Where", found.place),
        ("Called by", found.called_by.name),
    ]


def _invited(found: Any) -> list[list[str]]:
    """The seats of that day, each with its holder and its deputies."""
    on = timezone.localdate(found.at)
    sitting = list(people.sitting(on))
    rows = []
    for seat in people.seats(on):
        there = [held for held in sitting if held.seat_id == seat.pk]
        holder = next((held.person.name for held in there if not held.is_deputy), "Vacant")
        rows.append([seat.name, holder, ", ".join(held.person.name for held in there if held.is_deputy) or "–"])
    return rows


def _about(paper: Any) -> str:
    rounds = f", put for the {paper.round}th time" if paper.round > 3 else ", put again" if paper.round > 1 else ""
    return f"Version {paper.version.number}{rounds}. {paper.version.profile.unit.full_name}. Paper {paper.reference}."


def _on_agenda(paper: Any) -> dict[str, Any]:
    places = selectors.places(paper, timezone.localdate(paper.meeting.at))
    given = [place.vote for place in places if place.vote]
    objects = selectors.standing_objections(paper).exists()
    facts = [("Put by", paper.put_by.name), ("Votes so far", f"{len(given)} of {len(places)}")]
    facts += [("Objection", "The staff side objects that it takes the place of a paid job.")] if objects else []
    return {"title": paper.version.title, "about": _about(paper), "purpose": paper.version.purpose, "facts": facts}


def _decided(paper: Any) -> dict[str, Any]:
    places = selectors.places(paper, timezone.localdate(paper.meeting.at))
    return {
        "title": paper.version.title,
        "about": _about(paper),
        "outcome": paper.get_outcome_display(),
        "reason": paper.reason,
        "conditions": _conditions(paper) if paper.outcome == "APPROVED" else [],
        "votes": _votes(places),
    }


def _conditions(paper: Any) -> list[str]:
    every = selectors.conditions_of(paper.version)
    return [f"{each.text.rstrip('.')}, by {words.day(each.due_on)}." for each in every]


def _votes(places: list[Any]) -> list[dict[str, str]]:
    return [
        {
            "seat": f"{place.seat.name}: {_name(place.vote.member, place.vote.is_deputy)}",
            "answer": place.vote.get_answer_display(),
            "reason": place.vote.reason,
        }
        for place in places
        if place.vote
    ]


def _paper(paper: Any, shown: dict[str, Any]) -> dict[str, Any]:
    version = paper.version
    return {
        "title": version.title,
        "subtitle": f"Role profile, version {version.number}, for decision by the Steering Group",
        "reference": paper.reference,
        "stands": _stands(paper, shown),
        "reason": paper.reason,
        "reason-called": {"RETURNED": "Points to answer"}.get(paper.outcome, "Reasons"),
        "conditions": [
            [each.text, words.short_day(each.due_on), "Met" if each.met_on else "To be met"]
            for each in (shown["conditions"] if paper.outcome == "APPROVED" else [])
        ],
        "note": paper.note,
        "purpose": version.purpose,
        "tasks": [_task(each) for each in shown["tasks"]],
        "answers": [
            {"asked": each["question"].asked, "answer": "Yes" if each["yes"] else "No", "why": each["why"]}
            for each in shown["answers"]
        ],
        "facts": [
            (row["key"], row["value"]) for row in [*shown["glance"], *shown["facts"]] if row["key"] != "Approved"
        ],
        "assessed": _assessed(shown["assessments"]),
        "hazards": [
            [
                each["what"],
                each["who"],
                each["control"],
                _risk(each, "before", "numbers"),
                _risk(each, "after", "numbers_after"),
            ]
            for each in shown["hazards"]
        ],
        "changed-since": f"Changed since {shown['since']}",
        "changes": [each.sentence for each in shown["changed"]],
        "similar": [[each.title, each.profile.unit.full_name, each.purpose] for each in shown["similar"]],
        "remarks": [_said(each["remark"]) for each in shown["remarks"]],
        "votes": _votes(shown["places"]),
        "counted": f"Counted: {shown['counted']}." if shown["counted"] else "",
    }


def _task(task: dict[str, Any]) -> str:
    marks = words.several([mark.label.lower() for mark in task["marks"]])
    return f"{task['text'].rstrip('.')} ({marks})." if marks else str(task["text"])


def _stands(paper: Any, shown: dict[str, Any]) -> list[tuple[str, str]]:
    where = f"The meeting on {words.day(paper.meeting.at)}" if paper.meeting else "In circulation"
    until = "" if paper.meeting else f", votes until {words.day(paper.closes_on)}"
    rows = [
        ("Unit", paper.version.profile.unit.full_name),
        ("Put to the group", f"{words.day(paper.put_at)}, by {paper.put_by.name}"),
        ("How", where + until),
    ]
    if paper.outcome:
        declared = (
            f"{paper.get_outcome_display()} on {words.day(paper.decided_at)}, declared by {paper.decided_by.name}"
        )
        return [*rows, ("Decision", declared)]
    return [*rows, ("For a quorum it needs", shown["missing"] or "nothing more")]


def _risk(hazard: dict[str, Any], band: str, numbers: str) -> str:
    return f"{hazard[band].capitalize()} ({hazard[numbers].rpartition(' ')[2]})"


def _assessed(assessments: list[dict[str, Any]]) -> str:
    told = [
        f"{each['unit'].full_name}: assessed on {words.day(each['assessed_on'])}, to be reviewed by "
        f"{words.day(each['review_on'])}."
        for each in assessments
    ]
    return " ".join(told)


def _said(remark: Any) -> dict[str, str]:
    ground = f": {remark.get_ground_display().lower()}" if remark.ground else ""
    seat = f", {remark.seat.name}" if remark.seat else ""
    answered = f"{remark.answered_by.name}, {words.day(remark.answered_at)}" if remark.answer else ""
    withdrawn = (
        f"Withdrawn by {remark.withdrawn_by.name} on {words.day(remark.withdrawn_at)}." if remark.withdrawn_at else ""
    )
    return {
        "kind": remark.get_kind_display() + ground,
        "by": f"{remark.by.name}{seat}, {words.day(remark.at)}",
        "text": remark.text,
        "answer": remark.answer,
        "answered": answered,
        "withdrawn": withdrawn,
    }
