"""A role profile in the words of its page."""

from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from timegiven.kernel import words
from timegiven.library import access, rules, selectors
from timegiven.people import selectors as people

NEEDED = [
    ("is_public_facing", "Emergency Life Saving", "because you meet the public"),
    ("is_lifting", "Manual Handling", "because you lift or carry"),
]
YES_NO = {True: "Yes", False: "No"}


def everything(version: Any, *, viewer: Any, day: date) -> dict[str, Any]:
    """All that the page of a version shows to this visitor."""
    signed_in = viewer.is_authenticated
    is_staff = signed_in and access.see_names(viewer, day)
    assessments = list(selectors.assessments_of(version))
    older = selectors.previous(version)
    steps = progress(version, assessments)
    offered = acts(viewer, version, day) if signed_in else []
    return {
        "version": version,
        "profile": version.profile,
        "is_staff": is_staff,
        "in_force": selectors.in_force(version, day),
        "tasks": selectors.tasks_of(version),
        "facts": facts(version, day),
        "training": training(version),
        "answers": answers(version),
        "assessments": [assessment(each, day) for each in assessments],
        "where": [each.unit for each in assessments if each.is_in_date(day)],
        "hazards": hazards(version),
        "older": older,
        "changes": changes(version, older),
        "versions": list(selectors.versions_seen_by(viewer, day).filter(profile=version.profile).order_by("-number")),
        "steps": list(selectors.steps_of(version)) if is_staff else [],
        "progress": steps,
        "acts": offered,
        "main_act": main_act(offered, steps),
        "turn": turn(version, viewer, day) if is_staff else "",
        "decision": decision(version, day) if is_staff else None,
        "similar": selectors.similar(version.title, day=day, most=4, besides=version.profile) if is_staff else [],
    }


def facts(version: Any, day: date) -> list[dict[str, str]]:
    """The marks of a profile, in plain words."""
    profile = version.profile
    rows = [
        ("Where", profile.unit.full_name),
        ("Kind of work", profile.get_category_display()),
        ("What you bring", profile.get_contribution_display()),
        ("Usual time", f"{words.duration(version.weekly_minutes)} a week, at times that suit you and the unit"),
        ("Least age", f"{version.least_age}"),
        ("Vetting", f"{version.get_vetting_level_display()}: a check on your background before you start"),
        ("Meeting the public", YES_NO[version.is_public_facing]),
        ("Lifting or carrying", YES_NO[version.is_lifting]),
        ("AWARE account", "Yes: you get your own login" if version.needs_aware else "No"),
        ("Your own vehicle", "Only as agreed in the risk assessment" if version.allows_own_vehicle else "Not used"),
        ("Kit", version.kit or "None"),
        ("Approved", words.day(version.approved_on) if version.approved_on else "Not yet"),
    ]
    return [{"key": key, "value": value} for key, value in rows]


def training(version: Any) -> list[str]:
    """Which courses the marks call for (clauses 91 to 93)."""
    return ["Health and Safety, as everybody does"] + [
        f"{course}, {because}" for mark, course, because in NEEDED if getattr(version, mark)
    ]


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
            "before": rules.band(each.likelihood, each.severity),
            "after": rules.band(each.residual_likelihood, each.residual_severity),
            "numbers": f"{each.likelihood} × {each.severity} = {each.likelihood * each.severity}",
            "numbers_after": f"{each.residual_likelihood} × {each.residual_severity} = "
            f"{each.residual_likelihood * each.residual_severity}",
        }
        for each in (sorted(found.hazards.all(), key=lambda hazard: hazard.pk) if found else [])
    ]


def changes(version: Any, older: Any) -> dict[str, Any] | None:
    """What is different from the version before: tasks added and taken away, marks changed."""
    if older is None:
        return None
    now, then = ([task.text for task in selectors.tasks_of(each)] for each in (version, older))
    marks = {row["key"]: row["value"] for row in facts(older, version.approved_on or date.min)}
    return {
        "added": [text for text in now if text not in then],
        "removed": [text for text in then if text not in now],
        "purpose": older.purpose if older.purpose != version.purpose else "",
        "marks": [
            f"{row['key']}: was “{marks[row['key']]}”, now “{row['value']}”"
            for row in facts(version, date.min)
            if row["key"] != "Approved" and marks[row["key"]] != row["value"]
        ],
    }


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
    if desk == "MVPM" and access.write(viewer, version, day):
        return "It is your turn."
    if desk == "MVPM":
        mvpm = people.mvpm_of(version.profile.unit, day)
        return f"It is the turn of the MVP Manager, {mvpm.name}." if mvpm else "The post of MVP Manager is vacant."
    return "It is the turn of the Steering Group." if desk else ""


def decision(version: Any, day: date) -> dict[str, Any] | None:
    """What the Steering Group has said in this round, and what is still missing."""
    current = selectors.round_of(version)
    if not current:
        return None
    views = list(selectors.views_in_round(version, current))
    seats = [view.seat for view in views if view.answer == "APPROVE"]
    missing = rules.missing_for_quorum(seats, needed=selectors.quorum(day))
    return {
        "round": current,
        "views": views,
        "missing": words.several(missing) if version.status == "SUBMITTED" else "",
    }


def acts(viewer: Any, version: Any, day: date) -> list[dict[str, str]]:
    """The buttons that this person may press on the version as it stands."""
    status = version.status
    can_write = access.write(viewer, version, day)
    offered = [
        ("Complete the profile", "complete", status == "DRAFT" and can_write),
        ("Answer the three questions again", "answer", status == "DRAFT" and can_write),
        ("Record the risk assessment", "assess", status == "DRAFT" and can_write),
        ("Put to the Steering Group", "submit", status == "DRAFT" and can_write),
        ("Answer the points", "take_up", status == "RETURNED" and can_write),
        ("Give your view", "decide", status == "SUBMITTED" and access.decide(viewer, version, day)),
        ("Assess the risks at a unit", "assess", status == "APPROVED" and access.assess_somewhere(viewer, day)),
        ("Report a change at the unit", "report_change", status == "APPROVED" and access.report_somewhere(viewer, day)),
        ("Change this role", "revise", status == "APPROVED" and can_write),
        (_retiring(version), "retire", status in _CAN_RETIRE and access.retire(viewer, version, day)),
    ]
    return [
        {"text": text, "url": reverse(f"library:{name}", args=[version.reference]), "name": name}
        for text, name, allowed in offered
        if allowed
    ]


_CAN_RETIRE = ("DRAFT", "RETURNED", "SUBMITTED", "APPROVED")


def _retiring(version: Any) -> str:
    return "Retire this role" if version.approved_on else "Put this draft aside"


def ways(viewer: Any, day: date, here: str) -> list[dict[str, Any]]:
    """The lists about roles that this person may open, for those who have more than the library."""
    lists = [
        ("Volunteer roles", "library", True),
        ("In the making", "drafts", access.see_drafts(viewer, day)),
        ("For decision", "agenda", access.see_agenda(viewer, day)),
        ("Reviews", "reviews", access.see_reviews(viewer, day)),
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
