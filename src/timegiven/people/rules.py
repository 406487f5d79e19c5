"""What appointments, and those to ring in an emergency, must be like: plain Python."""

from collections.abc import Mapping, Sequence
from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words

# Where a role has to be held to be of use; any other may be held anywhere.
PLACES = {
    "MVPM": ("BOROUGH", "OCU"),
    "CENTRAL_TEAM": ("FORCE",),
    "STEERING_GROUP": ("FORCE",),
    "FINANCE": ("FORCE",),
    "AUDITOR": ("FORCE",),  # the audit trail knows no boroughs
}
_CALLED = {("BOROUGH", "OCU"): "a borough or an Operational Command Unit", ("FORCE",): "the whole force"}


WINDOW = 4  # lines of an address that the window of an envelope shows under the name


def on_envelope(address: str) -> list[str]:
    """An address in short lines; where there are too many for the window, the first ones stand together."""
    lines = [part for part in (each.strip() for each in address.replace("\n", ",").split(",")) if part]
    over = max(len(lines) - WINDOW, 0)
    return [", ".join(lines[: over + 1]), *lines[over + 1 :]] if lines else []


MOST_TOGETHER = 300  # letters in one document, which is set within a few seconds


def check_how_many(*, chosen: int) -> None:
    """Letters are put together when there are some, and not too many for one document."""
    if not chosen:
        raise NotAllowed("No letters have been put together: none was chosen.", next_step="Tick at least one letter.")
    if chosen > MOST_TOGETHER:
        raise NotAllowed(
            f"No letters have been put together: {chosen} are too many for one document.",
            next_step=f"Choose up to {MOST_TOGETHER}, and put the others together afterwards.",
        )


def check_waiting(*, number: int) -> None:
    """What has gone, or lies in somebody's bundle, is not posted twice; ``number`` is how many still wait."""
    if not number:
        raise NotAllowed(
            "Nothing has changed: somebody has just seen to this, or it is not needed any more, so no letter of it is "
            "waiting.",
            next_step="Go back to the list to see how it stands.",
        )


def check_posted(*, number: int) -> None:
    """Only what was posted can wait again, while its words are kept."""
    if not number:
        raise NotAllowed(
            "Nothing has changed: no letter of this was posted lately, so none can be put back.",
            next_step="Go back to the list to see how it stands.",
        )


def check_contacts(contacts: Sequence[Mapping[str, str]]) -> None:
    """Everybody to ring has a name and a number, and each number another telephone (clause 108)."""
    if any(not (each["name"] and each["phone"]) for each in contacts):
        raise NotAllowed(
            "We have not saved this: we need a name and a telephone number for everybody whom we may ring.",
            next_step="Fill in both for the second person, or leave that person out.",
        )
    numbers = ["".join(letter for letter in each["phone"] if letter.isdigit())[-10:] for each in contacts]
    if len(set(numbers)) < len(numbers):
        raise NotAllowed(
            "We have not saved this: both people have the same telephone number.",
            next_step="Give the second person a number of their own, or leave that person out.",
        )


def check_address(*, is_own: bool, is_new: bool, has_post: bool, name: str) -> None:
    """The address that somebody signs in with is, for the staff, a key to other people's records: they change it."""
    if is_new and has_post and not is_own:
        raise NotAllowed(
            f"We have not changed these details: {name} is appointed to a post here, and signs in with the e-mail "
            "address.",
            next_step="Leave the address as it is. They change it themselves, on their page “Your details”.",
            ask="The Central Team can help.",
        )


def check_is_free(*, is_taken: bool) -> None:
    """One address opens one account."""
    if is_taken:
        raise NotAllowed(
            "We have not changed your details: someone with this e-mail address is known already.",
            next_step="Check the address. Two people cannot share one, for it is what you sign in with.",
            ask="The Central Team can help.",
        )


def check_link(*, is_over: bool) -> None:
    """A link by which an address is confirmed works once, and not for ever."""
    if is_over:
        raise NotAllowed(
            "Nothing has changed: this link has been used, or a newer one has been sent, or it is too old.",
            next_step="Sign in and look at “Your details”: there you can have the link sent again.",
            ask="Your Borough MVP Manager can help.",
        )


def check_whose(*, is_own: bool, signs_in: bool, born_on: date | None, typed: date | None) -> None:
    """Whoever reads the letter may be a stranger whose address differs by one letter: the account is not theirs."""
    if is_own:
        return
    if born_on is not None and typed != born_on:
        raise NotAllowed(
            "Nothing has changed: this is not the date of birth that we know.",
            next_step="Look at it again, or sign in with the address you have had until now and open the link then.",
            ask="Your Borough MVP Manager can help.",
        )
    if born_on is None and signs_in:
        raise NotAllowed(
            "Nothing has changed: we cannot see yet that this is your account.",
            next_step="Sign in with the address you have had until now. Then open the link of our letter again.",
            ask="The Central Team can help.",
        )


def check_has_second_step(*, has: bool, name: str) -> None:
    """Only what is there can be lost."""
    if not has:
        raise NotAllowed(
            f"Nothing has changed: no second step is set up for {name}.",
            next_step="If they cannot sign in, they choose “Forgot your password?” on the sign-in page.",
        )


def check_is_meant(*, typed: str, name: str, email: str) -> None:
    """Whoever is appointed by an address is the person whom one means: anybody may have typed it as their own."""
    if " ".join(typed.split()).casefold() != " ".join(name.split()).casefold():
        raise NotAllowed(
            f"Nobody has been appointed: {email} belongs to {name}.",
            next_step="If you mean them, type this name. If not, check the address, and ask them before you go on.",
        )


def check_seat(*, role: str, seat: str) -> None:
    """Only the Steering Group has seats."""
    if seat and role != "STEERING_GROUP":
        raise NotAllowed(
            "Nobody has been appointed: only a member of the Steering Group has a seat.",
            next_step="Leave the seat empty, or choose the Steering Group as the role.",
        )


def check_sits_alone(*, seat: str, held_by: str, is_deputy: bool) -> None:
    """A seat has one holder at a time; it may have several deputies."""
    if held_by and not is_deputy:
        raise NotAllowed(
            f"Nobody has been appointed: {held_by} holds the seat “{seat}”.",
            next_step="End that appointment first, or appoint a deputy.",
        )


def check_deputy(*, is_deputy: bool, seat: str) -> None:
    """A deputy is the deputy of a seat."""
    if is_deputy and not seat:
        raise NotAllowed("Nobody has been appointed: a deputy needs a seat.", next_step="Choose the seat.")


def check_new_seat(*, name: str, taken: bool, is_chair: bool, has_chair: bool) -> None:
    """Each seat has a name of its own, and one of them is the chair's."""
    if taken:
        raise NotAllowed(f"We have not added the seat: there is one called “{name}”.", next_step="Choose another name.")
    if is_chair and has_chair:
        raise NotAllowed(
            "We have not added the seat: the group has a chair already.", next_step="End that seat from this day first."
        )


def check_end_of_seat(*, from_on: date, until_on: date, ends_on: date | None, held_by: str, other_unions: int) -> None:
    """A seat ends once, empty, and never the last one of the staff side (clause 62)."""
    if ends_on is not None:
        raise NotAllowed(f"Nothing has changed: this seat ends on {in_words(ends_on)} already.")
    if until_on < from_on:
        raise NotAllowed(
            f"We have not ended the seat: it began on {in_words(from_on)}.", next_step="Choose a later day."
        )
    if held_by:
        raise NotAllowed(
            f"We have not ended the seat: {held_by} is appointed to it on that day.",
            next_step="End the appointment first.",
        )
    if not other_unions:
        raise NotAllowed(
            "We have not ended the seat: without a seat for the staff side no role could be approved.",
            next_step="Add another seat for the staff side first.",
        )


def check_place(*, role: str, kind: str, unit: str) -> None:
    """A Borough MVP Manager has a borough; the Central Team, the Steering Group, Finance and auditors the force."""
    if role in PLACES and kind not in PLACES[role]:
        raise NotAllowed(
            f"Nobody has been appointed: this role is held at {_CALLED[PLACES[role]]}, and {unit} is not that.",
            next_step="Choose another place.",
        )


def check_not_held(*, already: bool, name: str) -> None:
    """One appointment at a time to the same role at the same place; two people may share one."""
    if already:
        raise NotAllowed(
            f"Nothing has changed: {name} holds this role there already.", next_step="End that appointment first."
        )


def check_end(*, from_on: date, until_on: date, ends_on: date | None) -> None:
    """An appointment ends once, and not before it began."""
    if ends_on is not None:
        raise NotAllowed(f"Nothing has changed: this appointment ends on {in_words(ends_on)} already.")
    if until_on < from_on:
        raise NotAllowed(
            f"The appointment has not been ended: it began on {in_words(from_on)}, and cannot end before that.",
            next_step="Choose a later day.",
        )


def check_someone_stays(*, is_central: bool, others: int) -> None:
    """Without a Central Team nobody could appoint anyone."""
    if is_central and not others:
        raise NotAllowed(
            "The appointment has not been ended: nobody would be left in the Central Team.",
            next_step="Appoint somebody else to the Central Team first.",
        )
