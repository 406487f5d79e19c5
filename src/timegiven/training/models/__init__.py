"""Training: courses, their sessions, who has a place, and who completed what until when."""

from timegiven.training.models.completions import Completion, ExpiryNotice
from timegiven.training.models.courses import Course, Module, NamedCourse, Prerequisite
from timegiven.training.models.requests import CourseRequest, CourseRequestStep
from timegiven.training.models.sessions import Booking, BookingStep, Material, Session, SessionStep
from timegiven.training.models.sheets import Sheet, SheetStep
from timegiven.training.models.unit_training import UnitTraining, UnitTrainingStep

__all__ = [
    "Booking",
    "BookingStep",
    "Completion",
    "Course",
    "CourseRequest",
    "CourseRequestStep",
    "ExpiryNotice",
    "Material",
    "Module",
    "NamedCourse",
    "Prerequisite",
    "Session",
    "SessionStep",
    "Sheet",
    "SheetStep",
    "UnitTraining",
    "UnitTrainingStep",
]
