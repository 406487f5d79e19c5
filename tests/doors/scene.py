"""Camden and Hackney: one of each thing in Camden, and everybody who might knock."""

import json
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from django.utils.text import slugify

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_booking,
    a_borough,
    a_claim,
    a_clearance,
    a_completion,
    a_cost_agreement,
    a_course,
    a_day_agreed,
    a_duty,
    a_meeting,
    a_paper,
    a_person,
    a_placement,
    a_ready_volunteer,
    a_report,
    a_risk_assessment,
    a_seat,
    a_session,
    a_unit,
    a_unit_manager,
    a_version,
    a_volunteer,
    an_application,
    an_mvpm,
    an_offer,
    insurance,
    someone_appointed,
    the_force,
    the_statement,
    time_given,
)
from timegiven.attendance.models import Import, LateEntry, Presence, Query, SessionReport, Tablet
from timegiven.audit import services as audit
from timegiven.concerns.models import Concern, DayOff
from timegiven.engagement.models import Invitation, Milestone, Proof, RecruitmentWish, VolunteerMeeting
from timegiven.expenses import models as money
from timegiven.expenses import receipts
from timegiven.insight import selectors as insight
from timegiven.insight.models import CommitteeReport, MoneyRow
from timegiven.joining.models import (
    Appeal,
    Batch,
    BatchItem,
    Consent,
    Declaration,
    Likeness,
    Pass,
    Reference,
    Review,
    Slot,
)
from timegiven.kernel.references import digest, new_reference
from timegiven.letters.models import Bundle, Letter
from timegiven.library.models import Action, Condition, Meeting, ProfileVersion, Remark, RoleProfile, TaskRequest
from timegiven.people.models import Appointment, EmergencyContact, NewAddress, Person
from timegiven.placements.models import AwareAccount, HealthCard, Kit, Opening, PatternTime, Settling
from timegiven.placements.models import Pattern as DaysAndTimes
from timegiven.programme.models import Document, Edition, PolicyValue
from timegiven.rota.models import (
    Away,
    CalendarFeed,
    FamilyLink,
    Incident,
    LetterLink,
    LinkedOffer,
    Offer,
    Pattern,
    Proposal,
    ProposedPlace,
)
from timegiven.training.models import CourseRequest, Sheet, UnitTraining

RESUME, REFER, FEED = "a-link-to-carry-on", "a-link-to-a-reference", "a-calendar-address"
CONSENT = "a-link-to-a-consent"
TABLET = "an-address-of-a-tablet"
ADDRESS = "a-link-to-a-new-address"
ANSWER, FAMILY = "a-link-to-an-answer", "a-link-for-a-daughter"
CHECK, APPEAL = "a-code-on-a-pass", "a-link-to-an-appeal"

# What only some may ever read. Each is unlike anything else on a page.
SECRETS = {
    "address": "7 Larkspur Mews",
    "born on": "3 Feb 1951",
    "emergency contact": "Barnaby Quennell",
    "how it went": "A long talk in the rain",
    "worry": "The lift sighs at night",
    "idea": "A bell on every teapot",
    "concern": "The inspector hums all day",
    "concern about the MVP Manager": "She never rings on Fridays",
    "what would help": "A chair with arms",
    "what to do": "Open the window and sing",
    "how one settles in": "Nobody told me about the biscuits",
    "why a sheet was opened": "Slid down the banister at noon",
    "applicant’s address": "9 Foxglove Yard",
    "applicant’s emergency contact": "Cordelia Ashdown",
    "applicant’s help": "A ramp at the side door",
    "about the applicant": "I keep bees on a roof",
    "interview": "Spoke warmly of narrow boats",
    "reference": "Candid words of a former tutor",
    "draft of a role": "Lantern festival steward",
    "changed needs": "A desk away from the stairs",
    "convictions declared": "A fine for fishing by night",
    "bank account": "73519264",
    "finances declared": "An agreement with a lender of pianos",
}
NAMES = ("Ottoline Quennell", "Wilfrid Osgood", "Peregrine Ashdown", "Isolde Marchbanks", "Rupert Featherstone")


@dataclass
class Scene:
    """Who knocks, and which thing's reference each address takes: {address name: {what it is: what to fill in}}."""

    people: dict[str, Person | None]
    things: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)

    def about(self, what: str, reference: str, *names: str) -> None:
        for name in names:
            self.things.setdefault(name, {})[what] = {"reference": reference}


def the_scene() -> Scene:
    """Everything stands; nobody has knocked yet."""
    camden, hackney = a_borough("Camden"), a_borough("Hackney")
    counter, store = a_unit("Front counter", borough=camden), a_unit("Property store", borough=camden)
    elsewhere = a_unit("Hackney desk", borough=hackney)
    here = SimpleNamespace(camden=camden, hackney=hackney, counter=counter, store=store, elsewhere=elsewhere)
    _volunteers(here)
    _applicants(here)
    scene = Scene(_people(here))
    _organisation(scene, here)
    _roles(scene, here)
    _joining(scene, here)
    _looked_at_again(scene, here)
    _giving_time(scene, here)
    _training(scene, here)
    audit.record("saw", of=here.volunteer, by=scene.people["MVPM"], at=NOW, about=here.volunteer.person)
    return scene


def _volunteers(here: SimpleNamespace) -> None:
    details = {"address": SECRETS["address"], "born_on": date(1951, 2, 3), "phone": "020 7946 0777"}
    here.placement = a_ready_volunteer(unit=here.counter, name="Ottoline Quennell", **details)
    here.volunteer = here.placement.volunteer
    here.volunteer.person.applications.update(what_would_help=SECRETS["what would help"])
    _ring(here.volunteer.person, SECRETS["emergency contact"])
    here.other = a_ready_volunteer(unit=here.counter, version=here.placement.version, name="Wilfrid Osgood").volunteer
    here.stranger = a_ready_volunteer(unit=here.elsewhere, name="Hedley Winterbourne").volunteer


def _ring(person: Person, name: str) -> None:
    EmergencyContact.objects.create(person=person, name=name, phone="020 7946 0888", confirmed_on=TODAY)


def _applicants(here: SimpleNamespace) -> None:
    applicant = a_person("Peregrine Ashdown", address=SECRETS["applicant’s address"])
    _ring(applicant, SECRETS["applicant’s emergency contact"])
    here.application = an_application(applicant, borough=here.camden, status="INTERVIEWED", references=2)
    here.application.about = SECRETS["about the applicant"]
    here.application.what_would_help = SECRETS["applicant’s help"]
    here.application.interview_notes = SECRETS["interview"]
    here.application.save()
    here.begun = an_application(a_person("Isolde Marchbanks"), borough=here.camden, status="REGISTERED")
    here.begun.resume_digest, here.begun.resume_expires_at = digest(RESUME), NOW + timedelta(days=7)
    here.begun.save()
    here.referral = an_application(a_person("Rupert Featherstone"), borough=here.camden, status="VETTING")


def _people(here: SimpleNamespace) -> dict[str, Person | None]:
    force = the_force()
    return {
        "anonymous": None,
        "applicant": here.application.person,
        "applicant who has begun": here.begun.person,
        "volunteer": here.volunteer.person,
        "another volunteer": here.other.person,
        "volunteer in Hackney": here.stranger.person,
        "unit manager": a_unit_manager(here.counter),
        "manager of another unit": a_unit_manager(here.store),
        "unit manager in Hackney": a_unit_manager(here.elsewhere),
        "MVPM": an_mvpm(here.camden),
        "MVPM of Hackney": an_mvpm(here.hackney),
        "training unit": someone_appointed(Role.TRAINING, here.camden),
        "training unit of Hackney": someone_appointed(Role.TRAINING, here.hackney),
        "Steering Group": someone_appointed(Role.STEERING_GROUP, force, seat="CHAIR"),
        "Central Team": someone_appointed(Role.CENTRAL_TEAM, force),
        "vetting office": someone_appointed(Role.VETTING, force),
        "pass office": someone_appointed(Role.PASSES, force),
        "HR": someone_appointed(Role.HR, force),
        "control room": someone_appointed(Role.CONTROL_ROOM, force),
        "first aider": someone_appointed(Role.FIRST_AIDER, here.counter),
        "Finance": someone_appointed(Role.FINANCE, force),
        "auditor": someone_appointed(Role.AUDITOR, force),
    }


def _organisation(scene: Scene, here: SimpleNamespace) -> None:
    the_statement()
    for name in ("programme:document", "programme:issue_edition", "programme:note_review"):
        scene.things[name] = {"the Statement of Expectation": {"code": "statement-of-expectation"}}
    about = Document.objects.create(code="about", title="About the programme", owner="MVP Lead")
    Edition.objects.create(document=about, number=1, issued_on=TODAY, review_on=TODAY, body="Why we are here.")
    scene.things["programme:decide"] = {"the monthly cap": {"name": "hours.monthly_cap_minutes"}}
    scene.about("a unit", here.counter.reference, "programme:unit")
    scene.about("a certificate", insurance().reference, "programme:end_cover")
    held = Appointment.objects.get(person=scene.people["unit manager"])
    scene.about("an appointment", held.reference, "people:end_appointment")
    locked_out = a_volunteer(borough=here.camden).person
    Authenticator.objects.create(user=locked_out, type=Authenticator.Type.WEBAUTHN, data={"name": "A key"})
    scene.about("a volunteer with a second step", locked_out.reference, "people:let_in_anew")
    scene.about("a seat", a_seat("HR").reference, "people:end_seat")
    letter = _a_letter(here)
    scene.about("a letter", letter.reference, "people:letter", "people:mark_printed")
    went = _a_letter(here, status="PRINTED", sent_at=NOW)
    scene.about("a posted letter", went.reference, "people:letter_not_posted")
    to_post, posted = (Bundle.objects.create(made_at=NOW, made_by=scene.people["MVPM"].reference) for _ in range(2))
    _a_letter(here, bundle=to_post)
    _a_letter(here, bundle=posted, status="PRINTED", sent_at=NOW)
    bundle = ("people:bundle", "people:bundle_document", "people:post_bundle", "people:unbundle")
    scene.about("a bundle", to_post.reference, *bundle)
    scene.about("a posted bundle", posted.reference, "people:not_posted")


def _a_letter(here: SimpleNamespace, **facts: object) -> Letter:
    to = here.volunteer.person
    words = {"template": "joining/welcome", "subject": "Welcome", "text": "Welcome", "html": "<p>Welcome</p>"}
    whose = {"recipient": to.reference, "to_name": to.name, "owed_at": NOW, "not_before": NOW}
    return Letter.objects.create(**{"status": "TO_PRINT"} | words | whose | facts)


def _roles(scene: Scene, here: SimpleNamespace) -> None:
    approved = here.placement.version
    draft = a_version(unit=here.counter, status="DRAFT", title=SECRETS["draft of a role"])
    submitted = a_version(unit=here.counter, status="SUBMITTED", title="Harbour walk guide")
    a_risk_assessment(submitted)
    returned = a_version(unit=here.counter, status="RETURNED", title="Archive helper")
    for what, version in {"in force": approved, "a draft": draft, "submitted": submitted}.items():
        scene.about(what, version.reference, "library:version", "library:flow_of")
        scene.about(what, version.profile.reference, "library:profile")
    verbs = "assess revise retire copy ask compare report_change"
    scene.about("in force", approved.reference, *(f"library:{verb}" for verb in verbs.split()))
    ProfileVersion.objects.create(
        profile=approved.profile, number=0, status="SUPERSEDED", purpose="Less", approved_on=TODAY, ended_on=TODAY
    )
    assessment = approved.risk_assessments.get()
    scene.about("of a role in force", assessment.reference, "library:assessment")
    action = Action.objects.create(
        hazard=assessment.hazards.get(), what="Lower the shelf", owner="Unit manager", due_on=TODAY
    )
    scene.about("an action", action.reference, "library:finish")
    scene.about(
        "a draft", draft.reference, *(f"library:{verb}" for verb in "complete answer assess submit tasks".split())
    )
    scene.things["library:part"] = {"a draft": {"reference": draft.reference, "part": "about"}}
    for name in ("library:task", "library:remove_task"):
        scene.things[name] = {"a draft": {"reference": draft.reference, "position": "1"}}
    scene.about("submitted", submitted.reference, "library:decide")
    _before_the_group(scene, here, submitted)
    scene.about("returned", returned.reference, "library:take_up")
    scene.about("in force", approved.reference, "training:role")
    scene.about("a draft", draft.reference, "training:role")
    for what, version in {"in force": approved, "a draft": draft}.items():
        where = {"borough": "camden", "title": slugify(version.title), "reference": version.profile.reference}
        scene.things.setdefault("library:role", {})[what] = where
    asked = TaskRequest.objects.create(
        version=approved, unit=here.counter, task="Water the plants", asked_by=here.volunteer.person, asked_at=NOW
    )
    verbs = "request take_up_task decline_task"
    scene.about("a task asked for", asked.reference, *(f"library:{verb}" for verb in verbs.split()))
    assert RoleProfile.objects.filter(unit__borough=here.camden).count() == 4  # the draft stands for no other


def _before_the_group(scene: Scene, here: SimpleNamespace, submitted: ProfileVersion) -> None:
    paper = a_paper(submitted)
    scene.about(
        "submitted",
        paper.reference,
        *(f"library:{verb}" for verb in "paper paper_pdf vote say declare arrange".split()),
    )
    chair = scene.people["Steering Group"]
    question = Remark.objects.create(paper=paper, kind="QUESTION", text="Which?", by=chair, at=NOW)
    scene.about("a question", question.reference, "library:reply")
    answered = {"answer": "None", "answered_by": chair, "answered_at": NOW}
    objection = Remark.objects.create(
        paper=paper, kind="OBJECTION", ground="SAFETY", text="Ice", by=chair, at=NOW, **answered
    )
    scene.about("an objection", objection.reference, "library:withdraw")
    meeting = a_meeting(NOW - timedelta(hours=1))
    verbs = "meeting agenda_pdf presence close_meeting cancel_meeting"
    scene.about("a meeting", meeting.reference, *(f"library:{verb}" for verb in verbs.split()))
    held = a_meeting(NOW - timedelta(days=30))
    Meeting.objects.filter(pk=held.pk).update(status="CLOSED", minutes="Agreed.")
    scene.about("a meeting held", held.reference, "library:minutes_pdf")
    condition = Condition.objects.create(version=here.placement.version, text="A handrail", due_on=TODAY)
    scene.about("a condition", condition.reference, "library:met")


def _joining(scene: Scene, here: SimpleNamespace) -> None:
    for what, application in {"interviewed": here.application, "begun": here.begun}.items():
        verbs = "application apply withdraw name_referee decline interview name_guardian name_adult record_consent"
        verbs += " book arrange_unit_meeting"
        scene.about(what, application.reference, *(f"joining:{verb}" for verb in verbs.split()))
        scene.things.setdefault("joining:section", {})[what] = {"reference": application.reference, "code": "help"}
    scene.about("interviewed", here.application.reference, "joining:send_to_vetting", "joining:private")
    scene.about("being vetted", here.referral.reference, "joining:clear", "joining:application", "joining:take_on")
    given = here.application.references.first()
    given.answers = json.dumps({"How do you know them?": SECRETS["reference"]})
    given.is_satisfactory, given.judged_by = None, None
    given.save()
    scene.about("a reference", given.reference, "joining:judge")
    link = {"link_digest": digest(REFER), "link_expires_at": NOW + timedelta(days=14), "asked_at": NOW}
    asked = Reference.objects.create(
        application=here.application,
        name="Tutor",
        email="tutor@example.org",
        known_as_what="Tutor",
        status="ASKED",
        **link,
    )
    scene.about(
        "a reference", asked.reference, "joining:ask_again", "joining:key_in_reference", "joining:replace_referee"
    )
    scene.about("a reference", given.reference, "joining:discuss")
    starts_at = NOW + timedelta(days=3)
    when = {"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=30), "place": "12 Holmes Road"}
    slot = Slot.objects.create(borough=here.camden, published_by=scene.people["MVPM"], **when)
    meeting = here.application.meetings.create(kind="UNIT", with_whom="Sgt Okoro", **when)
    scene.about("a time", slot.reference, "joining:withdraw_slot")
    scene.about("a meeting", meeting.reference, "joining:cancel_meeting", "joining:meeting_file")
    pair = {"one": here.application.person, "other": here.begun.person, "score": 80, "found_at": NOW}
    likeness = Likeness.objects.create(**pair)
    scene.about("a pair", likeness.reference, "joining:compare", "joining:undo_merge")
    scene.things["joining:refer"] = {"a link that holds": {"token": REFER}}
    guardian = {"name": "Guardian", "relationship": "Mother", "email": "guardian@example.org", "status": "ASKED"}
    consent = {"link_digest": digest(CONSENT), "link_expires_at": NOW + timedelta(days=14), "asked_at": NOW}
    Consent.objects.create(application=here.application, **guardian, **consent)
    scene.things["joining:consent"] = {"a link that holds": {"token": CONSENT}}
    scene.things["joining:resume"] = {"a link that holds": {"token": RESUME}}
    ending = a_clearance(here.other.person, until_on=TODAY + timedelta(days=20))
    here.other.person.clearances.exclude(pk=ending.pk).delete()
    scene.about("a clearance", ending.reference, "joining:renew_clearance")
    verbs = "make_pass print_pass issue_pass recall_pass return_pass cancel_pass report_lost pass_photo remove_photo"
    held = here.volunteer.person.passes.get()
    held.check_code, held.check_digest = "another-code", digest("another-code")
    held.save()
    Pass.objects.create(
        person=a_person("Augusta Bellwether"), borough=here.camden, status="LOST", number="P-1", check_code=CHECK,
        check_digest=digest(CHECK), from_on=TODAY,
    )  # fmt: skip
    scene.things["joining:check_pass"] = {"a code that is known": {"code": CHECK}}
    scene.about("a pass", held.reference, *(f"joining:{verb}" for verb in verbs.split()))


def _looked_at_again(scene: Scene, here: SimpleNamespace) -> None:
    """What was declared, a refusal that can be appealed, and one that was."""
    person = here.volunteer.person
    told = Declaration.objects.create(
        person=person,
        declared_at=NOW,
        health=SECRETS["changed needs"],
        convictions=SECRETS["convictions declared"],
        finance=SECRETS["finances declared"],
    )
    scene.about("a declaration", told.reference, "joining:read_health")
    review = Review.objects.create(
        clearance=person.clearances.get(), declaration=told, occasion="DECLARED", opened_on=TODAY, due_on=TODAY
    )
    scene.about("a declaration", review.reference, "joining:settle")
    for name, link, verb in (("Gwendolen Thistle", APPEAL, "record_appeal"), ("Barnard Coyle", "", "decide_appeal")):
        application = an_application(a_person(name), borough=here.camden, status="DECLINED")
        refusal = a_clearance(application.person)
        refusal.application, refusal.outcome, refusal.until_on = application, "REFUSED", None
        refusal.appeal_by_on, refusal.appeal_digest = TODAY, digest(link) if link else ""
        refusal.save()
        behind = refusal if link else Appeal.objects.create(refusal=refusal, asked_on=TODAY, answer_by_on=TODAY)
        scene.about("a refusal", behind.reference, f"joining:{verb}")
    batch = Batch.objects.create(act="SEND", by=scene.people["MVPM"], due_at=NOW)
    BatchItem.objects.create(batch=batch, application=here.application)
    scene.about("an act", batch.reference, "joining:batch")
    scene.about("interviewed", here.application.reference, "joining:check_right")
    scene.things["joining:appeal"] = {"a link that holds": {"token": APPEAL}}


def _giving_time(scene: Scene, here: SimpleNamespace) -> None:
    of_a_volunteer = (
        "people:contact_of people:send_link_again_of people:change_emergency_of joining:record_agreement hours:month "
        "placements:volunteer placements:placements placements:training placements:offer placements:aware "
        "hours:sign_for hours:add_time "
        "rota:person "
        "concerns:leave concerns:cease concerns:tell_for concerns:ask_not_to_come"
    )
    scene.about("a volunteer", here.volunteer.reference, *of_a_volunteer.split())
    asked = {"email": "new@example.org", "link_digest": digest(ADDRESS), "until_at": NOW + timedelta(days=7)}
    NewAddress.objects.create(person=here.volunteer.person, **asked)
    scene.things["people:confirm_address"] = {"a link that holds": {"secret": ADDRESS}}
    added = time_given(here.volunteer, minutes=60, kind="MEETING")
    scene.about("a meeting", added.reference, "hours:take_time_back")
    _arriving(scene, here)
    _placing(scene, here)
    offered = a_placement(here.volunteer, a_version(unit=here.store, title="Stores helper"), status="OFFERED")
    for what, placement in {"started": here.placement, "offered": offered}.items():
        scene.about(what, placement.reference, "placements:placement", "placements:end", "attendance:report_other")
    scene.about(
        "offered",
        offered.reference,
        *("placements:" + verb for verb in "agree decline start first_day plan_first_day".split()),
    )
    scene.about(
        "started",
        here.placement.reference,
        *"placements:first_day placements:confirm attendance:paper".split(),
    )
    verbs = "placements:first_day placements:welcome placements:ask_task"
    scene.about("started", here.placement.reference, *verbs.split())
    duty = a_duty(here.placement)
    verbs = "duty offer cancel change move stand_ins"
    scene.about("a duty", duty.reference, *(f"rota:{verb}" for verb in verbs.split()))
    offer = an_offer(here.placement, duty=duty)
    verbs = "rota:offered rota:accept rota:decline rota:wait_for rota:leave_list rota:ics attendance:report"
    scene.about("an offer", offer.reference, *verbs.split())
    past = a_duty(here.placement, starts_at=NOW - timedelta(days=1))
    scene.about(
        "an offer",
        an_offer(here.placement, duty=past, status="ACCEPTED").reference,
        "rota:cannot_come",
        "rota:tell_mvpm",
    )
    CalendarFeed.objects.create(person=here.volunteer.person, link_digest=digest(FEED), made_at=NOW)
    scene.things["rota:feed"] = {"a secret that holds": {"secret": FEED}}
    _planned(scene, here, offer)
    _told(scene, here)


def _placing(scene: Scene, here: SimpleNamespace) -> None:
    """What fits whom, days and times, a break, a move and a loan."""
    verbs = "ready roles_that_fit pause come_back lend"
    scene.about("a volunteer", here.volunteer.reference, *(f"placements:{verb}" for verb in verbs.split()))
    suggested = DaysAndTimes.objects.create(placement=here.placement, weekly_minutes=240)
    PatternTime.objects.create(pattern=suggested, weekday=1, starts=time(10), ends=time(14))
    verbs = "pattern agree_pattern move"
    scene.about("started", here.placement.reference, *(f"placements:{verb}" for verb in verbs.split()))
    a_role = {"version": here.placement.version.reference, "unit": here.placement.unit.reference}
    scene.things["placements:who_fits"] = {"a role": a_role}


def _arriving(scene: Scene, here: SimpleNamespace) -> None:
    """What is arranged around a first day."""
    AwareAccount.objects.create(person=here.volunteer.person, asked_by=scene.people["MVPM"])
    verbs = "ask_for_aware note_aware_login hand_over_aware read_aware_rule suspend_aware resume_aware close_aware"
    verbs += " health write_health note_occupational_health emergency_sheet print_sheet"
    verbs += " kit lend_kit vehicles see_vehicle_paper"
    scene.about("a volunteer", here.volunteer.reference, *(f"placements:{verb}" for verb in verbs.split()))
    HealthCard.objects.create(
        volunteer=here.volunteer,
        helps=SECRETS["what would help"],
        what_to_do=SECRETS["what to do"],
        for_first_aiders=True,
        written_at=NOW,
        written_by=here.volunteer.person,
    )
    lent = {"unit": here.counter, "item": "Vest", "issued_on": TODAY, "issued_by": here.volunteer.person}
    kit = Kit.objects.create(volunteer=here.volunteer, **lent)
    scene.about("a thing lent", kit.reference, "placements:kit_back")
    said = {"going": SECRETS["how one settles in"], "answered_at": NOW}
    Settling.objects.create(placement=here.placement, asked_at=NOW, **said)
    scene.about("started", here.placement.reference, "placements:settling")
    times = {"opened_at": NOW - timedelta(hours=1), "until_at": NOW - timedelta(minutes=45)}
    outside = {"by": scene.people["unit manager"], "reason": "OUTSIDE", "words": SECRETS["why a sheet was opened"]}
    opening = Opening.objects.create(volunteer=here.volunteer, **outside, **times)
    scene.about("an opening", opening.reference, "placements:review_opening")


def _planned(scene: Scene, here: SimpleNamespace, offer: Offer) -> None:
    """Drafts, patterns, what a volunteer chooses, and the private links of the rota."""
    draft = a_duty(here.placement, starts_at=NOW + timedelta(days=9), is_draft=True)
    scene.about("not asked yet", an_offer(here.placement, duty=draft, status="PREPARED").reference, "rota:leave_out")
    choice = a_duty(here.placement, starts_at=NOW + timedelta(days=10))
    scene.about("a duty to choose", choice.reference, "rota:sign_up", "rota:join_list")
    pattern = Pattern.objects.create(
        version=here.placement.version,
        unit=here.counter,
        weekdays=[1],
        starts=time(10),
        ends=time(14),
        from_on=TODAY,
        created_by=scene.people["unit manager"],
    )
    scene.about("a pattern", pattern.reference, "rota:lay_out", "rota:cancel_series")
    role = {"role": f"{here.placement.version.reference}-{here.counter.reference}"}
    scene.things["rota:create"] = scene.things["rota:make_pattern"] = {"a role at a unit": role}
    mine, until = here.volunteer.person, NOW + timedelta(days=3)
    away = Away.objects.create(person=mine, from_on=TODAY, until_on=until.date(), noted_at=NOW, noted_by=mine)
    scene.about("days away", away.reference, "rota:be_back")
    link = LetterLink.objects.create(person=mine, link_digest=digest(ANSWER), made_at=NOW, until_at=until)
    LinkedOffer.objects.create(link=link, offer=offer)
    FamilyLink.objects.create(person=mine, link_digest=digest(FAMILY), made_at=NOW, until_at=until)
    _what_the_planner_has(scene, here)
    scene.things["rota:by_link"] = {"a link that holds": {"secret": ANSWER}}
    scene.things["rota:family"] = {"a link that holds": {"secret": FAMILY}}


def _what_the_planner_has(scene: Scene, here: SimpleNamespace) -> None:
    """A plan that is ready, for one open place."""
    duty = a_duty(here.placement, starts_at=NOW + timedelta(days=12))
    days = {"from_on": duty.on, "until_on": duty.on + timedelta(days=7)}
    plan = Proposal.objects.create(
        unit=here.counter,
        status="READY",
        wanted=1,
        filled=1,
        asked_by=scene.people["unit manager"],
        asked_at=NOW,
        **days,
    )
    ProposedPlace.objects.create(proposal=plan, duty=duty, placement=here.placement, kind="NEW")
    scene.about("a plan", plan.reference, "rota:proposal", "rota:stop_planner")
    scene.things["rota:proposal_why"] = {"a plan": {"reference": plan.reference, "duty": duty.reference}}
    verbs = ("rota:incident", "rota:stand_down", "rota:incident_report", "rota:incident_sheet")
    where = {"area": here.counter.borough, "opened_at": NOW, "opened_by": scene.people["unit manager"]}
    flood = Incident.objects.create(name="Flood", **where)
    scene.about("an incident here", flood.reference, *verbs)
    role = f"{here.placement.version.reference}-{here.counter.reference}"
    scene.things["rota:call_out"] = {"an incident here": {"reference": flood.reference, "role": role}}


def _training(scene: Scene, here: SimpleNamespace) -> None:
    """A course that everybody may read about; and of Camden a session, a place on it, and what waits for an answer."""
    course = a_course("CTV", needed_for="PROFILE")
    module = course.modules.create(position=1, title="Cameras", minutes=30)
    for verb in ("course", "change_course", "modules", "ask"):
        scene.things[f"training:{verb}"] = {"a course": {"code": course.code}}
    scene.things["training:remove_module"] = {"a course": {"code": course.code, "reference": module.reference}}
    session = a_session(course, unit=here.camden, starts_at=NOW + timedelta(days=9))  # not when the duties are
    verbs = "session change call_off add register register_pdf"
    scene.about("a session", session.reference, *(f"training:{verb}" for verb in verbs.split()))
    scene.about("a session", session.reference, "placements:book_training")
    place = a_booking(session, here.volunteer)
    scene.about("a place", place.reference, *(f"training:{verb}" for verb in "booking give_back booking_file".split()))
    scene.about("a place", place.reference, "rota:booked")
    done = a_completion(here.volunteer.person, a_course("FAIR", needed_for="PROFILE"))
    scene.about("done", done.reference, "training:take_off")
    wish = {"volunteer": here.volunteer, "course": course, "wish": "Help", "asked_by": here.volunteer.person}
    asked = CourseRequest.objects.create(**wish, asked_at=NOW)
    scene.about("a request", asked.reference, "training:decide", "training:withdraw")
    how = {"course": course, "unit": here.counter, "how": "At the desk"}
    taught = UnitTraining.objects.create(**how, proposed_by=scene.people["unit manager"])
    verbs = "unit_training agree send_back propose_again end"
    scene.about("of a unit", taught.reference, *(f"training:{verb}" for verb in verbs.split()))
    rows = [{"number": 2, "cells": {"volunteer": here.volunteer.reference, "course": "CTV", "on": "1/4/2007"}}]
    trainer = scene.people["training unit"]
    sheet = Sheet.objects.create(unit=here.camden, name="april.csv", rows=rows, sent_by=trainer, sent_at=NOW)
    scene.about("a sheet", sheet.reference, "training:sheet", "training:wrong", "training:drop")
    scene.about("started", here.placement.reference, "placements:sign_training")


def _told(scene: Scene, here: SimpleNamespace) -> None:
    report = a_report(here.placement)
    report.how_it_went, report.worry, report.has_words = SECRETS["how it went"], SECRETS["worry"], True
    report.idea = SECRETS["idea"]
    report.save()
    verbs = "thanks session correct void"
    scene.about("a session", report.reference, *(f"attendance:{verb}" for verb in verbs.split()))
    scene.about("a session", report.reference, "concerns:take_up", "engagement:answer_idea")
    _troubled(scene, here)
    _came(scene, here, report)
    unclaimed = a_report(here.placement, starts_at=NOW - timedelta(days=5))
    scene.about("a session", unclaimed.reference, "expenses:claim")
    scene.things["expenses:add"] = {"a meal": {"reference": unclaimed.reference, "kind": "meal"}}
    _claims(scene, here, report, unclaimed)
    time_given(here.volunteer, minutes=60)


def _troubled(scene: Scene, here: SimpleNamespace) -> None:
    """What the volunteer told the MVP Manager, what only the Central Team hears, and a day on which not to come."""
    person = here.volunteer.person
    facts = {"person": person, "borough": here.camden, "told_at": NOW, "told_by": person, "moved_at": NOW}
    verbs = "concern add answer settle pass_on take_back"
    for what, secret in {"told": "concern", "about the MVPM": "concern about the MVP Manager"}.items():
        made = Concern.objects.create(words=SECRETS[secret], is_for_team=what != "told", **facts)
        made.steps.create(status="TOLD", by=person, at=NOW)
        scene.about(what, made.reference, *(f"concerns:{verb}" for verb in verbs.split()))
    day_off = DayOff.objects.create(
        volunteer=here.volunteer, on=TODAY, ground="MEDICATION", asked_at=NOW, asked_by=scene.people["unit manager"]
    )
    scene.about("a day", day_off.reference, "concerns:talked")
    starts_at = NOW - timedelta(hours=1)
    when = {"starts_at": starts_at, "ends_at": NOW + timedelta(hours=1), "invited_at": NOW - timedelta(days=7)}
    meeting = VolunteerMeeting.objects.create(
        borough=here.camden, place="Canteen", is_support=True, set_up_by=scene.people["MVPM"], **when
    )
    Invitation.objects.create(meeting=meeting, volunteer=here.volunteer)
    verbs = "meeting call_off_meeting hold_meeting"
    scene.about("a meeting of volunteers", meeting.reference, *(f"engagement:{verb}" for verb in verbs.split()))


def _came(scene: Scene, here: SimpleNamespace, report: SessionReport) -> None:
    """What was done beyond the role, a report that came late, somebody at the counter, and the tablet at its door."""
    person = here.volunteer.person
    report.something_else = "Wound the clock"
    report.save()
    query = Query.objects.create(report=report, asked_at=NOW)
    scene.about("a question", query.reference, "attendance:answer")
    late = LateEntry.objects.create(
        placement=here.placement, person=person, on=TODAY - timedelta(days=40), starts=time(10), typed="{}", sent_at=NOW
    )
    scene.about("a late report", late.reference, "attendance:late", "attendance:leave_out")
    presence = Presence.objects.create(
        placement=here.placement, person=person, unit=here.counter, came_at=NOW - timedelta(hours=1), came_how="PHONE"
    )
    scene.about("a visit", presence.reference, "attendance:report_presence", "attendance:not_here")
    verbs = "unit register register_pdf register_sheet open_tablet"
    scene.about("a unit", here.counter.reference, *(f"attendance:{verb}" for verb in verbs.split()))
    manager = scene.people["unit manager"]
    Tablet.objects.create(unit=here.counter, link_digest=digest(TABLET), made_by=manager, made_at=NOW)
    made = Import.objects.create(name="april.csv", by=scene.people["MVPM"], at=NOW)
    scene.about("a sheet", made.reference, "attendance:import", "attendance:import_errors")
    scene.things["attendance:tablet"] = {"an address that holds": {"secret": TABLET}}


def _claims(scene: Scene, here: SimpleNamespace, report: SessionReport, unclaimed: SessionReport) -> None:
    """Claims on their way, what was agreed, and what Finance pays."""
    PolicyValue.objects.create(name="expenses.bank_details", from_on=date(2001, 1, 1), value="here")
    verbs = "see send withdraw send_again approve ask refuse put_right"
    for what, status, of in (
        ("a draft", "DRAFT", unclaimed),
        ("a claim", "SUBMITTED", report),
        ("a large claim", "SECOND", a_report(here.placement, starts_at=NOW - timedelta(days=9))),
        ("with Finance", "BATCHED", a_report(here.placement, starts_at=NOW - timedelta(days=11))),
    ):
        claim = a_claim(of, status=status, pence=420, kind="CARE")
        scene.about(what, claim.reference, *(f"expenses:{verb}" for verb in verbs.split()))
        line = claim.lines.get()
        scene.about(what, line.reference, "expenses:remove")
        kept = new_reference()
        sealed = receipts.lock(b"%PDF-a receipt", of=money.Receipt, reference=kept)
        money.Receipt.objects.create(
            reference=kept, line=line, kind="application/pdf", sealed=sealed, digest=kept, kept_at=NOW
        )
        scene.about(what, kept, "expenses:receipt")
    typed = a_claim(a_report(here.placement, starts_at=NOW - timedelta(days=13)), pence=420, kind="CARE")
    money.Claim.objects.filter(pk=typed.pk).update(typed_in_by=scene.people["MVPM"])
    typing = "see send withdraw send_again approve ask refuse put_right add_paper"
    scene.about("typed in", typed.reference, *(f"expenses:{verb}" for verb in typing.split()))
    paper = new_reference()
    sealed = receipts.lock(b"%PDF-a paper", of=money.SignedPaper, reference=paper)
    more = {"kind": "application/pdf", "kept_at": NOW, "kept_by": scene.people["MVPM"]}
    money.SignedPaper.objects.create(reference=paper, claim=typed, sealed=sealed, digest=paper, **more)
    scene.about("of a claim", paper, "expenses:paper")
    finance = scene.people["Finance"]
    batch = money.Batch.objects.create(made_by=finance, made_at=NOW, number=1, pence=420)
    payment = money.Payment.objects.create(batch=batch, claim=claim, pence=420)
    verbs = "batch batch_sheet batch_workbook batch_schedule settle read_results take_back"
    scene.about("a batch", batch.reference, *(f"expenses:{verb}" for verb in verbs.split()))
    scene.about("a payment", payment.reference, "expenses:came_back")
    money.BankAccount.objects.create(
        person=here.volunteer.person, name="O Q", sort_code="200000", number=SECRETS["bank account"], changed_at=NOW
    )
    for what, status in (("asked for", "ASKED"), ("agreed", "AGREED")):
        agreed = a_cost_agreement(here.placement, status=status, kind="CARE")
        verbs = "agreement agree decline_to_agree end_agreement"
        scene.about(what, agreed.reference, *(f"expenses:{verb}" for verb in verbs.split()))
    scene.about("a day agreed", a_day_agreed(here.volunteer).reference, "expenses:add_for_day")
    verbs = "record agree_with agree_a_day_with"
    scene.about("a volunteer", here.volunteer.reference, *(f"expenses:{verb}" for verb in verbs.split()))
    _thanked(scene, here)


def _thanked(scene: Scene, here: SimpleNamespace) -> None:
    """A letter that was taken away, and a milestone."""
    verbs = "letters hours_letter service_letter volunteering_letter"
    scene.about("a volunteer", here.volunteer.reference, *(f"engagement:{verb}" for verb in verbs.split()))
    proof = Proof.objects.create(
        volunteer=here.volunteer, code_digest=digest("a code"), name="O Q", minutes="60", made_on=TODAY
    )
    scene.about("a letter", proof.reference, "engagement:withdraw")
    passed = Milestone.objects.create(volunteer=here.volunteer, kind="YEARS", number=1, noticed_at=NOW)
    scene.about("a milestone", passed.reference, "engagement:thank", "engagement:let_be")
    wish = RecruitmentWish.objects.create(volunteer=here.volunteer, asked_on=TODAY)
    scene.about("a volunteer", wish.volunteer.reference, "engagement:recruitment_for")
    _reported(scene)


def _reported(scene: Scene) -> None:
    """Reports to a committee at every step, and the money of one."""
    verbs = "report report_pdf add_money finish_report publish_report take_off_report correct_report drop_report"
    frozen = {"told": insight.told(CommitteeReport(as_on=TODAY), TODAY), "finished_on": TODAY}
    for number, (what, status) in enumerate((("a draft", "DRAFT"), ("finished", "FINISHED"), ("public", "PUBLISHED"))):
        texts = "committee title by_whom summary recommendations background equality finance authors papers contact"
        facts = dict.fromkeys(texts.split(), "The year") | {"meets_on": TODAY, "as_on": TODAY, "number": number}
        made = CommitteeReport.objects.create(status=status, **facts, **(frozen if status != "DRAFT" else {}))
        scene.about(what, made.reference, *(f"insight:{verb}" for verb in verbs.split()))
        scene.things.setdefault("insight:part", {})[what] = {"reference": made.reference, "part": "summary"}
        row = MoneyRow.objects.create(
            report=made, year=2008, what="Training", phase="DELIVERY", pence=100, source="Home Office"
        )
        args = {"reference": made.reference, "row": row.reference}
        scene.things.setdefault("insight:remove_money", {})[what] = args
