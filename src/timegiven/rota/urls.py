"""The addresses of the rota."""

from django.urls import path

from timegiven.rota.views import answers, calendars, duties, months

app_name = "rota"

urlpatterns = [
    path("", months.month, name="month"),
    path("gaps/", months.gaps, name="gaps"),
    path("plan/", duties.create, name="create"),
    path("duty/<str:reference>/", duties.duty, name="duty"),
    path("duty/<str:reference>/ask/", duties.offer, name="offer"),
    path("duty/<str:reference>/call-off/", duties.cancel, name="cancel"),
    path("offer/<str:reference>/", answers.offered, name="offered"),
    path("offer/<str:reference>/yes/", answers.accept, name="accept"),
    path("offer/<str:reference>/no/", answers.decline, name="decline"),
    path("offer/<str:reference>/cannot-come/", answers.cannot_come, name="cannot_come"),
    path("offer/<str:reference>/volunteering.ics", calendars.ics, name="ics"),
    path("mine/", calendars.my_calendar, name="my_calendar"),
    path("mine/address/", calendars.make_feed, name="make_feed"),
    path("mine/address/stop/", calendars.revoke_feed, name="revoke_feed"),
    path("calendar/<str:secret>.ics", calendars.feed, name="feed"),
]
