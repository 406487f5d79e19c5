"""What a role profile holds: its tasks, its dangers and their controls, its training and the three answers."""

from dataclasses import dataclass

from timegiven.programme.content.courses import COURSES

# Each name with the value that the library keeps for it.
CATEGORIES = {
    "administration": "ADMIN",
    "front counter and public contact": "PUBLIC",
    "community and neighbourhood": "COMMUNITY",
    "CCTV and monitoring": "CCTV",
    "victim and witness liaison": "VICTIMS",
    "research and analysis": "RESEARCH",
    "specialist and professional": "SPECIALIST",
    "press and media": "MEDIA",
    "events and Games": "EVENTS",
}
CONTRIBUTIONS = {"specialist skill": "SPECIALIST", "trained task": "TRAINED", "general office support": "OFFICE"}
VETTING_LEVELS = ("NPPV1", "NPPV2A", "NPPV2F", "NPPV3")

# Clauses 64 to 66, in the programme's own words.
QUESTIONS = (
    "Is a member of the police service bound by law, by statute or by plain duty to do this?",
    "Without a volunteer, would paid staff usually do this on overtime?",
    "Is this part of anyone's paid job description?",
)


@dataclass(frozen=True)
class Hazard:
    """Something that could hurt someone, how likely and how bad from 1 to 5, before and after the control."""

    hazard: str
    who: str
    likelihood: int
    severity: int
    control: str
    residual_likelihood: int
    residual_severity: int

    @property
    def risk(self) -> int:
        return self.likelihood * self.severity

    @property
    def residual_risk(self) -> int:
        return self.residual_likelihood * self.residual_severity


@dataclass(frozen=True)
class ProfileSpec:
    """A role that a volunteer can have; `answers` say why each of the three questions is answered No."""

    code: str
    title: str
    category: str
    contribution: str
    unit_kind: str
    vetting_level: str
    weekly_minutes: int
    purpose: str
    tasks: tuple[str, ...]
    hazards: tuple[Hazard, ...]
    answers: tuple[str, str, str]
    role_training: tuple[str, ...] = ()
    kit: str = ""
    public_facing: bool = False
    lifting: bool = False
    needs_aware: bool = False

    @property
    def training(self) -> tuple[str, ...]:
        """Every course the role needs: the induction, what its nature demands, and its own (clauses 87 to 95)."""
        needed = {"all"}
        needed |= {"lifting"} if self.lifting else set()
        needed |= {"public_facing"} if self.public_facing else set()
        needed |= {"aware"} if self.needs_aware else set()
        return tuple(course.code for course in COURSES if course.required_for in needed) + self.role_training


@dataclass(frozen=True)
class ProposalSpec:
    """A proposed role that goes no further, because the answer to one of the three questions is Yes."""

    code: str
    title: str
    unit_kind: str
    purpose: str
    tasks: tuple[str, ...]
    question: int
    why: str
