"""The three questions that keep a volunteer from taking anybody's job."""

from collections.abc import Mapping
from dataclasses import dataclass

from timegiven.kernel.refusals import NotAllowed


@dataclass(frozen=True)
class Question:
    """One question of the guide, why it is asked, and why a YES stops the proposal."""

    field: str
    why_field: str
    clause: int
    asked: str
    asked_why: str
    means: str
    example_yes: str
    example_no: str
    if_yes: str
    instead: str


QUESTIONS = (
    Question(
        "is_obligation",
        "why_not_obligation",
        64,
        "Is someone in the police bound by law or duty to do this?",
        "Why is nobody bound to do it?",
        "Some tasks must be done by an officer or a member of staff: the law, a regulation or plain decency says so. "
        "A volunteer can lay a task down at any time, so such a task can never rest on one.",
        "Taking a witness statement. Somebody has to answer for it in court.",
        "Putting the papers of an old file in order. Nothing happens to anybody if it waits a week.",
        "Somebody in the police is bound to do this. It cannot rest on a person who is free to stop at any time.",
        "Leave the bound part with staff and offer what stands around it: making people welcome, putting papers in "
        "order, a second look that decides nothing.",
    ),
    Question(
        "is_overtime",
        "why_not_overtime",
        65,
        "Without a volunteer, would paid staff usually do this on overtime?",
        "Why would nobody do it on overtime?",
        "Volunteers add to what the police can do. They never save the pay of someone who would otherwise have earned "
        "it. That the work is not getting done is not, by itself, a reason to involve a volunteer.",
        "Typing crime reports that staff come in for on a Saturday.",
        "A survey that nobody has ever been paid to collate.",
        "A member of staff would earn overtime by this. A volunteer must not take that pay away.",
        "Leave what is paid for with those who are paid, and offer something extra that has never had hours of its "
        "own: a survey, a map, a tidy store, a newsletter.",
    ),
    Question(
        "is_paid_job",
        "why_not_paid_job",
        66,
        "Is this in anybody’s paid job description?",
        "Why is it in nobody’s job description?",
        "If a paid post holds this task, giving it to a volunteer would put that post at risk. "
        "The staff side of the Steering Group looks at this most of all.",
        "The daily post round of an office that has a post clerk.",
        "Reading newspapers for stories about the borough.",
        "The task belongs to a paid post. A volunteer must not do the job of that post.",
        "Leave the tasks of the post with it, and offer what its holder has never had time for: company in the waiting "
        "room, showing people the way, leaflets for the neighbourhood.",
    ),
)

# The prompts of the guide for a new role, each with words that find what other boroughs made of it (clause 67).
PROMPTS = (
    ("Do you have data sitting in a pile?", "Nobody has had time to type it in", "data input survey"),
    ("Is there research that nobody has done?", "It would help, and nobody is free to think about it", "research"),
    (
        "Does a phone ring with nobody there?",
        "Callers give up, and you never know why they rang",
        "telephone answering",
    ),
    ("Are there files in a corner?", "They wait to be checked and archived", "archive files"),
    (
        "Is there a skill that you cannot pay for?",
        "An accountant, a photographer, somebody who speaks Polish",
        "accountant photographer languages",
    ),
)


class JobSubstitution(NotAllowed):
    """A proposal that would put a volunteer in the place of paid staff; ``questions`` are those answered YES."""

    def __init__(self, questions: tuple[Question, ...], *, ask: str) -> None:
        which = " ".join(f"You answered YES to “{each.asked}” {each.if_yes}" for each in questions)
        super().__init__(
            f"We have not made a role profile of this idea. {which}",
            next_step="Often a part of the idea is left that would suit a volunteer very well: something extra that "
            "nobody is bound or paid to do. Talk it over before you try again.",
            ask=ask,
        )
        self.questions = questions


def questions_answered_yes(answers: Mapping[str, bool]) -> tuple[Question, ...]:
    """The questions of the guide that were answered YES."""
    return tuple(each for each in QUESTIONS if answers[each.field])


def check_job_substitution(answers: Mapping[str, bool], *, ask: str = "") -> None:
    """Each of the three answers must be NO (clauses 63 to 66). Raises JobSubstitution with the reason of each YES."""
    if yes := questions_answered_yes(answers):
        raise JobSubstitution(yes, ask=ask)


def check_may_be_copied(*, was_approved: bool, is_ended_for_cause: bool, title: str, unit: str) -> None:
    """Only what the Steering Group has approved is copied, and never what was retired for cause (clauses 52, 68)."""
    if is_ended_for_cause:
        raise NotAllowed(
            f"We have not copied “{title}” of {unit}: it was retired because it was not safe, or because it took the "
            "place of a paid job. What was wrong there would be wrong here.",
            next_step="Read on its page why it was retired. If a part of it would be right, propose that part.",
        )
    if not was_approved:
        raise NotAllowed(
            f"We have not copied “{title}” of {unit}: the Steering Group has not approved it.",
            next_step="Wait for its decision, or propose your own role.",
        )
