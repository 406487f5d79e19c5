"""The seats of the Steering Group that a programme starts with.

Source: MVP Guide for managers (2007), Creating a Role Profile, which names the union's seat; the others are those of
the departments that the guide asks to agree.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class SeatSpec:
    """A seat with its code and its name, in the order in which they take the chair when nobody else can."""

    code: str
    name: str
    is_chair: bool = False
    is_staff_side: bool = False


SEATS: tuple[SeatSpec, ...] = (
    SeatSpec("CHAIR", "Chair", is_chair=True),
    SeatSpec("MVP_LEAD", "MVP Lead"),
    SeatSpec("HR", "Human Resources"),
    SeatSpec("SAFETY", "Health and Safety"),
    SeatSpec("INSURANCE", "Insurance and risk"),
    SeatSpec("STAFF_SIDE", "Staff side (PCS union)", is_staff_side=True),
)
