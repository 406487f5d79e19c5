"""How long somebody with a post has done nothing, and since when they are signed in: kept in their session."""

import time
from datetime import date

from django.conf import settings
from django.http import HttpRequest

from timegiven.people import access
from timegiven.people import selectors as people

SEEN = "seen"  # in the session: when something was done last, and how long the pause may be, in seconds
BEGAN = "began"  # in the session: when they signed in, and how long that lasts, in seconds
NOTED_EVERY = 60  # seconds: a page that is opened costs no writing, but once a minute


def is_watched(request: HttpRequest, day: date) -> bool:
    """Those of whom a second factor is asked: the cast of a demonstration and volunteers take their time."""
    if not settings.STAFF_NEED_SECOND_FACTOR or not request.user.is_authenticated:
        return False
    return not request.session.get("demonstration") and access.is_staff(request.user, day)


def left(request: HttpRequest) -> float:
    """How many seconds are left before they are signed out."""
    return min(_left_of_pause(request), _left_of_sign_in(request))


def is_last(request: HttpRequest) -> bool:
    """Whether it is signing in that ends next, which nothing puts off."""
    return _left_of_sign_in(request) <= _left_of_pause(request)


def _left_of_pause(request: HttpRequest) -> float:
    """A minute more, for what is noted may be as old."""
    at, seconds = request.session.get(SEEN) or (time.time(), 0)
    return float(at + seconds + NOTED_EVERY - time.time())


def _left_of_sign_in(request: HttpRequest) -> float:
    began, seconds = request.session.get(BEGAN) or (time.time(), NOTED_EVERY)
    return float(began + seconds - time.time())


def note(request: HttpRequest, day: date) -> None:
    """They are there; when it is noted for the first time they have just signed in."""
    if BEGAN not in request.session:
        request.session[BEGAN] = (time.time(), 60 * people.longest_sign_in(day))
    at, _ = request.session.get(SEEN) or (0, 0)
    if time.time() - at > NOTED_EVERY:
        request.session[SEEN] = (time.time(), 60 * people.longest_pause(day))
