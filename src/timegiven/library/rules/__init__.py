"""What the handbook says about proposing, describing, assessing and approving a role."""

from timegiven.library.rules.asking import check_may_be_asked
from timegiven.library.rules.changes import Change, Content, Piece, TaskLine, changes, tasks_in_both, tracked
from timegiven.library.rules.cover import COVER_MARKS, check_cover, needed_cover
from timegiven.library.rules.deciding import approves, check_decision, check_quorum, missing_for_quorum
from timegiven.library.rules.marks import FIELDS as MARK_FIELDS
from timegiven.library.rules.marks import MARKS, Mark, marks_of
from timegiven.library.rules.near import district_of, middle, miles
from timegiven.library.rules.parts import BY_NAME as PARTS_BY_NAME
from timegiven.library.rules.parts import PARTS, Part, is_done
from timegiven.library.rules.proposing import (
    PROMPTS,
    QUESTIONS,
    JobSubstitution,
    Question,
    check_job_substitution,
    check_may_be_copied,
    questions_answered_yes,
)
from timegiven.library.rules.risk import (
    BANDS,
    RISK_MARKS,
    band,
    check_after_changes,
    check_assessment,
    check_change,
    check_done,
    check_hazard,
    check_marks_all_answered,
    check_marks_answered,
    check_nobody_else_assessed,
    tidy,
    unanswered,
)
from timegiven.library.rules.submitting import NOT_SENT, check_ready_for_steering_group
from timegiven.library.rules.tasks import MPS_VEHICLE, check_marks, check_tasks, lines_of, tidied
from timegiven.library.rules.times import TIMES, times_in
from timegiven.library.rules.words import root, scores, thesaurus, wanted, weights, words_of
from timegiven.library.rules.writing import DBS_LAW, JUDGED, check_part

__all__ = [
    "BANDS",
    "COVER_MARKS",
    "DBS_LAW",
    "JUDGED",
    "MARKS",
    "MARK_FIELDS",
    "MPS_VEHICLE",
    "NOT_SENT",
    "PARTS",
    "PARTS_BY_NAME",
    "PROMPTS",
    "QUESTIONS",
    "RISK_MARKS",
    "TIMES",
    "Change",
    "Content",
    "JobSubstitution",
    "Mark",
    "Part",
    "Piece",
    "Question",
    "TaskLine",
    "approves",
    "band",
    "changes",
    "check_after_changes",
    "check_assessment",
    "check_change",
    "check_cover",
    "check_decision",
    "check_done",
    "check_hazard",
    "check_job_substitution",
    "check_marks",
    "check_marks_all_answered",
    "check_marks_answered",
    "check_may_be_asked",
    "check_may_be_copied",
    "check_nobody_else_assessed",
    "check_part",
    "check_quorum",
    "check_ready_for_steering_group",
    "check_tasks",
    "district_of",
    "is_done",
    "lines_of",
    "marks_of",
    "middle",
    "miles",
    "missing_for_quorum",
    "needed_cover",
    "questions_answered_yes",
    "root",
    "scores",
    "tasks_in_both",
    "thesaurus",
    "tidied",
    "tidy",
    "times_in",
    "tracked",
    "unanswered",
    "wanted",
    "weights",
    "words_of",
]
