"""The addresses of placements and of a volunteer's record."""

from django.urls import path

from timegiven.placements import views

app_name = "placements"
urlpatterns = [
    path("", views.volunteers, name="volunteers"),
    path("changed-roles/", views.unconfirmed, name="unconfirmed"),
    path("my-unit/", views.my_unit, name="my_unit"),
    path("training/<str:reference>/book/", views.book_training, name="book_training"),
    path("people/<str:reference>/", views.volunteer, name="volunteer"),
    path("people/<str:reference>/placements/", views.placements, name="placements"),
    path("people/<str:reference>/training/", views.training, name="training"),
    path("people/<str:reference>/offer/", views.offer, name="offer"),
    path("people/<str:reference>/aware/", views.aware, name="aware"),
    path("people/<str:reference>/aware/ask/", views.ask_for_aware, name="ask_for_aware"),
    path("people/<str:reference>/aware/log-in/", views.note_aware_login, name="note_aware_login"),
    path("people/<str:reference>/aware/hand-over/", views.hand_over_aware, name="hand_over_aware"),
    path("people/<str:reference>/aware/e-mail-rule/", views.read_aware_rule, name="read_aware_rule"),
    path("people/<str:reference>/aware/rest/", views.suspend_aware, name="suspend_aware"),
    path("people/<str:reference>/aware/resume/", views.resume_aware, name="resume_aware"),
    path("people/<str:reference>/aware/close/", views.close_aware, name="close_aware"),
    path("<str:reference>/", views.placement, name="placement"),
    path("<str:reference>/agree/", views.agree, name="agree"),
    path("<str:reference>/changed-role/", views.confirm, name="confirm"),
    path("<str:reference>/decline/", views.decline, name="decline"),
    path("<str:reference>/ask-for-a-task/", views.ask_task, name="ask_task"),
    path("<str:reference>/welcome/", views.welcome, name="welcome"),
    path("<str:reference>/first-day/", views.first_day, name="first_day"),
    path("<str:reference>/first-day/plan/", views.plan_first_day, name="plan_first_day"),
    path("<str:reference>/start/", views.start, name="start"),
    path("<str:reference>/sign-training/", views.sign_training, name="sign_training"),
    path("<str:reference>/end/", views.end, name="end"),
]
