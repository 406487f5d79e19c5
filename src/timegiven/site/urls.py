"""All addresses, chapter by chapter."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from timegiven.site import views

# In the order of the story; "home" holds the front page.
CHAPTERS = {
    "ui": "",
    "letters": "letters/",
    "audit": "audit/",
    "programme": "programme/",
    "people": "people/",
    "hours": "hours/",
    "library": "roles/",
    "joining": "joining/",
    "training": "training/",
    "placements": "placements/",
    "rota": "rota/",
    "attendance": "sessions/",
    "expenses": "expenses/",
    "concerns": "",
    "engagement": "",
    "insight": "insight/",
    "home": "",
}
if settings.DEMONSTRATION:
    CHAPTERS["demonstration"] = "demonstration/"

# Sign-in has pages that this site does not offer: nobody opens an account by themselves, and an address is changed
# on one's own page, where it is written down.
NOT_OFFERED = {"account_signup": "signup/", "account_email": "email/"}

urlpatterns = [
    path("health", views.health, name="health"),
    *(path(f"account/{address}", views.not_offered, name=name) for name, address in NOT_OFFERED.items()),
    path("account/", include("allauth.urls")),
    *(
        path(prefix, include(f"timegiven.{chapter}.urls"))
        for chapter, prefix in CHAPTERS.items()
        if find_spec(f"timegiven.{chapter}.urls")  # a chapter without pages of its own
    ),
]
