"""What the handbook says about proposing, describing, assessing and approving a role."""

from timegiven.library.rules.cover import COVER_MARKS, check_cover, needed_cover
from timegiven.library.rules.deciding import approves, check_decision, check_quorum, missing_for_quorum
from timegiven.library.rules.proposing import (
    QUESTIONS,
    JobSubstitution,
    Question,
    check_job_substitution,
    questions_answered_yes,
)
from timegiven.library.rules.risk import band, check_assessment, check_hazard
from timegiven.library.rules.submitting import NOT_SENT, check_ready_for_steering_group
from timegiven.library.rules.tasks import check_tasks
from timegiven.library.rules.words import likeness, root, words_of

__all__ = [
    "COVER_MARKS",
    "NOT_SENT",
    "QUESTIONS",
    "JobSubstitution",
    "Question",
    "approves",
    "band",
    "check_assessment",
    "check_cover",
    "check_decision",
    "check_hazard",
    "check_job_substitution",
    "check_quorum",
    "check_ready_for_steering_group",
    "check_tasks",
    "likeness",
    "missing_for_quorum",
    "needed_cover",
    "questions_answered_yes",
    "root",
    "words_of",
]
