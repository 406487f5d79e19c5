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
    "concerns": "leaving/",
    "insight": "insight/",
    "home": "",
}
if settings.DEMONSTRATION:
    CHAPTERS["demonstration"] = "demonstration/"

urlpatterns = [
    path("health", views.health, name="health"),
    path("account/", include("allauth.urls")),
    *(
        path(prefix, include(f"timegiven.{chapter}.urls"))
        for chapter, prefix in CHAPTERS.items()
        if find_spec(f"timegiven.{chapter}.urls")  # a chapter without pages of its own
    ),
]
