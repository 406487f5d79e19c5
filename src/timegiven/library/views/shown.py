"""A role profile in the words of its page."""

from datetime import date, datetime, time
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from timegiven.kernel import words
from timegiven.kernel.time import at_london, london_day
from timegiven.library import access, rules, selectors
from timegiven.library.views.shown_alike import decided
from timegiven.library.views.shown_changes import changes
from timegiven.library.views.shown_parts import training
from timegiven.people import selectors as people

FAR_ENOUGH_BACK = 4  # copies of copies


def everything(version: Any, *, viewer: Any, day: date) -> dict[str, Any]:
    """All that the page of a version shows to this visitor."""
    signed_in = viewer.is_authenticated
    is_staff = signed_in and access.see_names(viewer, day)
    assessments = list(selectors.assessments_of(version))
    older = selectors.previous(version)
    steps = progress(version, assessments)
    is_shared = bool(
        is_staff and access.retire(viewer, version, day) and selectors.boroughs_besides(version, viewer, day)
    )
    offered = acts(viewer, version, day, is_shared=is_shared) if signed_in else []
    in_force = selectors.in_force(version, day)
    return {
        "version": version,
        "profile": version.profile,
        "is_staff": is_staff,
        "sees_flow": signed_in and access.see_flow(viewer, version, day),
        "in_force": in_force,
        "glance": glance(version),
        "tasks": tasks(version),
        "gains": gains(version),
        "skills": selectors.skills_of(version),
        "facts": facts(version, day),
        "meeting": meeting(version) if is_staff else [],
        "origins": origins(version, viewer, day, is_staff=is_staff),
        "training": training(version),
        "answers": answers(version),
        "assessments": [assessment(each, day) for each in assessments],
        "where": [each.unit for each in assessments if each.is_in_date(day)] if in_force else [],
        "hazards": hazards(version),
        "older": older,
        "changes": changes(version, older) if is_staff else None,
        "can_compare": older is not None or bool(version.profile.copied_from_id),
        "versions": list(selectors.versions_seen_by(viewer, day).filter(profile=version.profile).order_by("-number")),
        "steps": list(selectors.steps_of(version)) if is_staff else [],
        "progress": steps,
        "acts": offered,
        "is_shared": is_shared,
        "main_act": main_act(offered, steps),
        "turn": turn(version, viewer, day) if is_staff else "",
        "decision": decision(version, viewer, at_london(day, time(12))) if is_staff else None,
        "similar": selectors.similar(version.title, day=day, most=4, besides=version.profile) if is_staff else [],
    }


def facts(version: Any, day: date) -> list[dict[str, str]]:
    """What somebody would like to know before they say yes, in plain words; what is not filled in is left out."""
    drives = "Only for the tasks that say so, as agreed in the risk assessment and with your insurer"
    rows = [
        ("What to wear", version.dress),
        ("Kit that we lend", version.kit),
        ("Who looks after you", words.several([each for each in (version.supervisor, version.deputy) if each], "or")),
        ("If you cannot come", f"That is fine. {version.if_nobody_comes}" if version.if_nobody_comes else ""),
        ("Security check", f"{version.get_vetting_level_display()}: a check on your background before you start"),
        (
            "DBS check",
            "" if version.dbs_check == "NONE" else f"{version.get_dbs_check_display()}. {version.dbs_reason}",
        ),
        ("AWARE account", "You get your own login" if version.needs_aware else ""),
        ("Your own vehicle", drives if version.allows_own_vehicle else ""),
        ("Part of", version.profile.strand.name),
        ("Kind of work", version.profile.get_category_display()),
        ("Approved", words.day(version.approved_on) if version.approved_on else "Not yet"),
    ]
    return [{"key": key, "value": value} for key, value in rows if value]


def age(version: Any) -> str:
    """From which age, and whether young people are welcome."""
    return f"From {version.youngest}" + (". People under 18 are welcome" if version.youngest < rules.ADULT else "")


def glance(version: Any) -> list[dict[str, str]]:
    """What a volunteer would want to know first."""
    wanted = words.so_many(version.wanted, "volunteer")
    rows = [
        ("Where", version.place or version.profile.unit.full_name),
        ("When", version.usual_times or "At times that suit you and the unit"),
        ("How long", f"{words.duration(version.weekly_minutes)} a week"),
        ("What you bring", version.profile.get_contribution_display()),
        ("We would like", wanted),
        ("Age", age(version)),
    ]
    return [{"key": key, "value": value} for key, value in rows]


def tasks(version: Any) -> list[dict[str, Any]]:
    """Each task with its marks and what they mean to the volunteer."""
    return [{"text": task.text, "marks": selectors.marks_of(task)} for task in selectors.tasks_of(version)]


def gains(version: Any) -> list[dict[str, str]]:
    """How it helps: the volunteer first."""
    rows = [
        ("What you get from it", version.helps_volunteer),
        ("How it helps the unit", version.helps_unit),
        ("How it helps the borough", version.helps_borough),
    ]
    return [{"title": title, "text": text} for title, text in rows if text]


def meeting(version: Any) -> list[dict[str, str]]:
    """The meeting with the team, and whether the MVP Manager tried the role (clauses 71, 72)."""
    rows = [
        ("The team talked it over", version.met_team_on, version.met_team_note),
        ("The MVP Manager tried the role", version.shadowed_on, version.shadowed_note),
    ]
    return [{"key": key, "value": f"{words.day(on)}. {note}".strip()} for key, on, note in rows if on]


def origins(version: Any, viewer: Any, day: date, *, is_staff: bool) -> list[dict[str, Any]]:
    """What this role was copied from, and what that was copied from: each with its decisions (clause 68)."""
    found: list[dict[str, Any]] = []
    source = selectors.origin_of(version)
    while source and len(found) < FAR_ENOUGH_BACK:
        can_open = selectors.versions_seen_by(viewer, day).filter(pk=source.pk).exists()
        steps = list(selectors.steps_of(source)) if is_staff else []
        found.append({"version": source, "decided": decided(source, day), "steps": steps, "can_open": can_open})
        source = selectors.origin_of(source)
    return found


def answers(version: Any) -> list[dict[str, Any]]:
    """The three questions with the unit's answers."""
    return [
        {"question": each, "yes": getattr(version, each.field), "why": getattr(version, each.why_field)}
        for each in rules.QUESTIONS
    ]


def assessment(each: Any, day: date) -> dict[str, Any]:
    """Where, until when, and whether it still holds."""
    in_date = each.is_in_date(day)
    state, colour = ("In date", "green") if in_date else ("Review overdue", "red")
    return {
        "unit": each.unit,
        "reference": each.reference,
        "assessed_on": each.assessed_on,
        "review_on": each.review_on,
        "state": state,
        "colour": colour,
    }


def hazards(version: Any) -> list[dict[str, Any]]:
    """The hazards at the unit that conceived the role, with the band before and after the controls."""
    found = selectors.assessment_at(version.profile.unit, version)
    return [
        {
            "what": each.what,
            "who": each.who,
            "control": each.control,
            "further": each.further,
            "before": rules.band(each.likelihood, each.severity),
            "after": rules.band(each.residual_likelihood, each.residual_severity),
            "numbers": f"{each.likelihood} × {each.severity} = {each.likelihood * each.severity}",
            "numbers_after": f"{each.residual_likelihood} × {each.residual_severity} = "
            f"{each.residual_likelihood * each.residual_severity}",
        }
        for each in (sorted(found.hazards.all(), key=lambda hazard: hazard.pk) if found else [])
    ]


def progress(version: Any, assessments: list[Any]) -> list[dict[str, Any]]:
    """The steps by which a role comes about, and how far this one is (clause 70)."""
    status = version.status
    written = status not in ("DRAFT", "RETURNED")
    is_listed = status != "RETURNED" and bool(selectors.tasks_of(version))
    is_assessed = any(each.unit_id == version.profile.unit_id for each in assessments)
    stages = [
        ("The unit proposes", True),
        ("The MVP Manager completes it with the unit", written or is_listed),
        ("The place is risk assessed", written or is_assessed),
        ("It is put to the Steering Group", written),
        ("The Steering Group approves", version.approved_on is not None),
    ]
    now = next((index for index, (_, done) in enumerate(stages) if not done), len(stages))
    return [
        {"title": title, "state": "done" if done else "now" if index == now else "later"}
        for index, (title, done) in enumerate(stages)
    ]


def main_act(offered: list[dict[str, str]], steps: list[dict[str, Any]]) -> dict[str, str] | None:
    """The button for what comes next, if it is this person's to press."""
    now = next((index for index, step in enumerate(steps) if step["state"] == "now"), len(steps))
    wanted = {1: ("take_up", "complete"), 2: ("assess",), 3: ("submit",), 4: ("decide",)}.get(now, ())
    return next((act for act in offered if act["name"] in wanted), None)


def turn(version: Any, viewer: Any, day: date) -> str:
    """Whose turn it is, by name where there is one."""
    desk = version.lifecycle.desks[version.status]
    if desk == "MVP Manager" and access.write(viewer, version, day):
        return "It is your turn."
    if desk == "MVP Manager":
        mvpm = people.mvpm_of(version.profile.unit, day)
        if mvpm is None or mvpm.stands_in:
            whose = f": it is the turn of {mvpm.name} of the Central Team" if mvpm else ""
            return f"The post of MVP Manager is vacant{whose}."
        return f"It is the turn of the MVP Manager, {mvpm.name}."
    return "It is the turn of the Steering Group." if desk else ""


def decision(version: Any, viewer: Any, at: datetime) -> dict[str, Any] | None:
    """The paper about this version, what is still missing for a decision, and whether it is this person's to read."""
    paper = selectors.paper_of(version)
    if paper is None:
        return None
    day = london_day(at)
    places = selectors.places(paper, day)
    standing = selectors.standing_of(paper, at, places, needed=selectors.quorum(day))
    votes = [place.vote for place in places if place.vote]
    return {
        "paper": paper,
        "votes": votes,
        "missing": words.several(standing.missing) if paper.is_open else "",
        "may_read": selectors.papers_seen_by(viewer, day).filter(pk=paper.pk).exists(),
    }


def acts(viewer: Any, version: Any, day: date, *, is_shared: bool) -> list[dict[str, str]]:
    """The buttons that this person may press on the version as it stands; one ``is_shared`` is not theirs to retire."""
    status = version.status
    can_write, may_retire = access.write(viewer, version, day), access.retire(viewer, version, day)
    offered = [
        ("Complete the profile", "complete", status == "DRAFT" and can_write),
        ("Answer the three questions again", "answer", status == "DRAFT" and can_write),
        ("Record the risk assessment", "assess", status == "DRAFT" and can_write),
        ("Put to the Steering Group", "submit", status == "DRAFT" and can_write),
        ("Answer the points", "take_up", status == "RETURNED" and can_write),
        ("Read the paper and vote", "decide", status == "SUBMITTED" and access.decide(viewer, version, day)),
        ("Assess the risks at a unit", "assess", status == "APPROVED" and access.assess_somewhere(viewer, day)),
        ("Report a change at the unit", "report_change", status == "APPROVED" and _may_report(viewer, version, day)),
        ("Ask for an added task", "ask", status == "APPROVED" and _may_ask(viewer, version, day)),
        ("Copy it for my unit", "copy", version.approved_on is not None and access.have_an_idea(viewer, day)),
        ("Change this role", "revise", status == "APPROVED" and can_write),
        (_retiring(version), "retire", status in _CAN_RETIRE and may_retire and not is_shared),
    ]
    return [
        {"text": text, "url": reverse(f"library:{name}", args=[version.reference]), "name": name}
        for text, name, allowed in offered
        if allowed
    ]


_CAN_RETIRE = ("DRAFT", "RETURNED", "SUBMITTED", "APPROVED")


def _may_ask(viewer: Any, version: Any, day: date) -> bool:
    return access.have_an_idea(viewer, day) and selectors.units_to_ask_for(viewer, version, day).exists()


def _may_report(viewer: Any, version: Any, day: date) -> bool:
    return access.report_somewhere(viewer, day) and selectors.units_to_report_for(viewer, version, day).exists()


def _retiring(version: Any) -> str:
    return "Retire this role" if version.approved_on else "Put this draft aside"


def ways(viewer: Any, day: date, here: str) -> list[dict[str, Any]]:
    """The lists about roles that this person may open, for those who have more than the library."""
    lists = [
        ("Volunteer roles", "library", True),
        ("In the making", "drafts", access.see_drafts(viewer, day)),
        ("Tasks asked for", "requests", access.see_requests(viewer, day)),
        ("For decision", "agenda", access.see_agenda(viewer, day)),
        ("Reviews", "reviews", access.see_reviews(viewer, day)),
        ("Conditions", "conditions", access.see_conditions(viewer, day)),
    ]
    found = [
        {"text": text, "url": reverse(f"library:{name}"), "current": name == here} for text, name, may in lists if may
    ]
    return found if len(found) > 1 else []


def other_view(query: QueryDict) -> str:
    """The address of the same list, as cards or as a table."""
    other = query.copy()
    other.pop("page", None)
    if other.pop("view", [""])[0] != "table":
        other["view"] = "table"
    return f"?{other.urlencode()}"
