"""The cast: the made-up people whom a visitor can be, each with what they can try."""

import hashlib
from dataclasses import dataclass

from timegiven.kernel.references import ALPHABET


@dataclass(frozen=True)
class Player:
    """One person of the story. ``code`` never changes, so that a browser journey can sign in by it."""

    code: str
    name: str
    part: str
    to_try: str
    signs_in: bool = True

    @property
    def reference(self) -> str:
        """The person's reference: the same in every demonstration."""
        number = int.from_bytes(hashlib.sha256(self.code.encode()).digest()[:8], "big")
        return "".join(ALPHABET[number >> 5 * place & 31] for place in range(10))


@dataclass(frozen=True)
class Scene:
    """One chapter of the story and who plays in it."""

    title: str
    words: str
    players: tuple[Player, ...]


SCENES: tuple[Scene, ...] = (
    Scene(
        "A role is needed",
        "A unit has something that nobody is paid to do. Is it right for a volunteer?",
        (
            Player(
                "camden-files",
                "Grace Adeyemi-Holt",
                "Unit manager, Camden Finance and Resource Unit",
                "Old files wait to be archived: propose a role, and answer the three questions.",
            ),
            Player(
                "camden-mvpm",
                "Imran Siddall",
                "Borough MVP Manager, Camden",
                "Complete the role profile and its risk assessment; run volunteering in the borough.",
            ),
            Player(
                "steering-chair",
                "Margaret Ellwood-Rees",
                "Steering Group, chair",
                "Declare what the group has decided, with its conditions; call a meeting and keep its minutes.",
            ),
            Player(
                "steering-staff-side",
                "Delroy Marchbank",
                "Steering Group, staff side (PCS union)",
                "Look for paid work in disguise: vote, object, and withdraw an objection that has been answered.",
            ),
            Player(
                "steering-lead",
                "Anjali Thakerar",
                "Steering Group, MVP Lead",
                "Vote on a role profile, and see what the others voted.",
            ),
            Player(
                "steering-safety",
                "Tomasz Wierzba",
                "Steering Group, Health and Safety",
                "Ask and vote, with an eye to the risks.",
            ),
        ),
    ),
    Scene(
        "Somebody would like to help",
        "From a first interest to a pass, with references and a security check on the way.",
        (
            Player(
                "applicant-references",
                "Chidi Ravenscroft",
                "Applicant; references have been asked for",
                "See how far the application is, and who has not answered yet.",
            ),
            Player(
                "applicant-vetting",
                "Mei-Ling Hathersage",
                "Applicant; security check under way",
                "See what happens next, and withdraw if you like: nobody asks why.",
            ),
            Player(
                "vetting-office",
                "Judith Pemberley-Cole",
                "Vetting office",
                "Record the outcome of a security check and the day it ends. Never the reason.",
            ),
            Player("pass-office", "Kwabena Lister", "Pass office", "Issue a pass, or cancel one that was lost."),
        ),
    ),
    Scene(
        "Trained and welcomed",
        "The right courses for the role, and a first day that somebody has time for.",
        (
            Player(
                "camden-training",
                "Parveen Ashdown",
                "Borough training unit, Camden",
                "Record who came to a course, and see whose training runs out.",
            ),
            Player(
                "camden-counter",
                "Colin Braithe",
                "Unit manager, Camden front counter",
                "Tick off a first day, offer duties, see who comes. Try to approve a claim: you may not.",
            ),
            Player(
                "camden-first-aider",
                "Hamish Oduya",
                "First aider, Camden front counter",
                "Read what to do if a volunteer is unwell. Why is written nowhere.",
            ),
        ),
    ),
    Scene(
        "Time is given",
        "Duties are offered, never ordered. Afterwards a short report, and a word of thanks.",
        (
            Player(
                "camden-volunteer",
                "Rosalind Achterberg",
                "Volunteer, Camden front counter",
                "Report yesterday's four hours, look at next Tuesday, answer an offer, claim for a meal.",
            ),
            Player(
                "camden-near-cap",
                "Winston Delacourt",
                "Volunteer, Camden, close to 40 hours this month",
                "Report three hours more and read why it cannot be added, and what can be done.",
            ),
            Player(
                "camden-young",
                "Yusuf Karadeniz",
                "Volunteer, Camden, 17 years old",
                "See the same programme at seventeen.",
            ),
            Player(
                "camden-no-email",
                "Edith Wainfleet",
                "Volunteer, Camden, 82 years old, without e-mail",
                "She does not sign in: be Imran Siddall and key in her session report from paper.",
                signs_in=False,
            ),
        ),
    ),
    Scene(
        "Leaving",
        "At any time, and without a word of reason. The time given stays in the count.",
        (
            Player(
                "camden-leaver",
                "Beatriz Holmwood",
                "Left last month, Camden",
                "See what is left on a record when somebody has gone.",
            ),
        ),
    ),
    Scene(
        "Behind the scenes",
        "The few who look after the whole programme.",
        (
            Player(
                "central-team",
                "Nnenna Fairweather",
                "Central Team",
                "See all boroughs, finish a report to a committee, and give and end appointments.",
            ),
            Player(
                "finance",
                "Ingrid Massey-Cole",
                "Finance",
                "Pay approved claims in one batch, print the schedule, and say which payments came back.",
            ),
            Player("hr", "Stephen Lindqvist", "Human Resources", "Look up whom to ring if somebody is hurt."),
            Player(
                "control-room", "Farah Denholm", "Control room", "Find an emergency contact at three in the morning."
            ),
            Player("auditor", "Rukmini Castellan", "Auditor", "Read everything and change nothing; see who saw what."),
        ),
    ),
    Scene(
        "From the next borough",
        "The same posts elsewhere: Camden's people and papers do not exist for them.",
        (
            Player(
                "hackney-mvpm", "Oluwaseun Trent", "Borough MVP Manager, Hackney", "Try to find anyone from Camden."
            ),
            Player(
                "hackney-counter",
                "Siobhan Varley",
                "Unit manager, Hackney front counter",
                "Try to open a duty of Camden's.",
            ),
        ),
    ),
)

PLAYERS: dict[str, Player] = {player.code: player for scene in SCENES for player in scene.players}
