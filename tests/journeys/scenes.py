"""The people of the first two scenes, and what has come about when a journey begins."""

from dataclasses import dataclass, field

from tests import builders
from tests.builders import COMPLETE, NOW, TODAY, Role
from timegiven.joining import services as joining
from timegiven.joining.models import Application, Clearance, Reference
from timegiven.joining.rules import every_section
from timegiven.letters.models import Letter
from timegiven.library import services as library
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Unit

NO = {"is_obligation": False, "is_overtime": False, "is_paid_job": False}
REASONS = {
    "why_not_obligation": "Putting old papers in order binds nobody.",
    "why_not_overtime": "Nobody has ever been paid to do it.",
    "why_not_paid_job": "It is in no job description.",
}
TASKS = ["Check each file against its list", "Put the papers in order of date", "Label the boxes"]
MARKS = COMPLETE | {
    "vetting_level": "NPPV2A",
    "is_public_facing": False,
    "is_lifting": True,
    "needs_aware": False,
    "allows_own_vehicle": False,
    "kit": "Cotton gloves",
    "weekly_minutes": 240,
    "least_age": 16,
}
HAZARD = {
    "what": "A strained back from lifting boxes",
    "who": "The volunteer",
    "control": "Half-full boxes, a trolley and Manual Handling training",
    "likelihood": 1,
    "severity": 3,
    "residual_likelihood": 1,
    "residual_severity": 3,
    "marks": ["is_lifting"],
}


@dataclass
class Camden:
    """The records office of Camden, which has files waiting to be archived, and those who look after volunteers."""

    unit: Unit = field(default_factory=lambda: builders.a_unit("Records office"))

    def __post_init__(self) -> None:
        builders.insurance()
        self.manager = builders.someone_appointed(Role.UNIT_MANAGER, self.unit, name="Ruth Okafor")
        self.mvpm = builders.someone_appointed(Role.MVPM, self.unit.borough, name="Priya Shah")

    def members(self) -> dict[str, Person]:
        """The Steering Group, by seat."""
        names = {"CHAIR": "Alan Marsh", "STAFF_SIDE": "Bernadette Kelly", "SAFETY": "Colin Frith"}
        return {seat: builders.someone_appointed(Role.STEERING_GROUP, builders.the_force(), name=name, seat=seat)
                for seat, name in names.items()}  # fmt: skip

    def proposal(self) -> ProfileVersion:
        """A draft, as the unit manager proposed it."""
        idea = {"title": "Archive files helper", "category": "ADMIN", "contribution": "OFFICE",
                "purpose": "Bring the old files into order."}  # fmt: skip
        return library.propose(unit=self.unit, answers=NO, reasons=REASONS, by=self.manager, at=NOW, **idea)

    def draft(self) -> ProfileVersion:
        """The draft completed, and not assessed yet."""
        version = self.proposal()
        library.complete(version, purpose="Bring the old files into order.", tasks=TASKS, by=self.mvpm, at=NOW, **MARKS)
        return version

    def paper(self) -> ProfileVersion:
        """With the Steering Group."""
        version = self.draft()
        library.assess(version, unit=self.unit, assessed_on=TODAY, hazards=[HAZARD], by=self.mvpm, at=NOW)
        library.submit(version, by=self.mvpm, at=NOW)
        return version

    def approved(self) -> ProfileVersion:
        """In the library."""
        return builders.an_approved_version(unit=self.unit, title="Archive files helper")

    def application(self, status: str = "REGISTERED", **more: object) -> Application:
        """Grace Adeyemi's application, as far as a builder brings it."""
        person = builders.a_person("Grace Adeyemi", email="grace@example.org")
        application = builders.an_application(person, borough=self.unit.borough, status=status, **more)
        Application.objects.filter(pk=application.pk).update(vetting_level="NPPV2A" if status == "VETTING" else "")
        return application

    def asked(self) -> tuple[Reference, str]:
        """A referee who has been asked, and the private link in their letter."""
        application = self.application()
        who = {"name": "Martin Osei", "email": "martin@example.org", "phone": "", "known_as_what": "Colleague"}
        other = {
            "name": "Hilary Brandt",
            "email": "hilary@example.org",
            "phone": "",
            "known_as_what": "Teacher or tutor",
        }
        for code, typed in (("referee_1", who), ("referee_2", other)):
            joining.answer(application, code=code, typed=typed, by=application.person, at=NOW)
        every = [section.code for section in every_section(referees=2)]
        Application.objects.filter(pk=application.pk).update(saved=every)
        joining.apply(application, by=application.person, at=NOW)
        return Reference.objects.get(name="Martin Osei"), link_in(Letter.objects.get(to_name="Martin Osei"))

    def vetted(self, *, references: int = 2) -> Application:
        """Through the security check, with so many good references."""
        application = self.application("VETTED", references=references)
        Clearance.objects.filter(pk=builders.a_clearance(application.person).pk).update(application=application)
        return application


def link_in(letter: Letter) -> str:
    """The path of the private link in a letter."""
    line = next(line for line in letter.text.splitlines() if line.startswith("http"))
    return "/" + line.split("/", 3)[3]
