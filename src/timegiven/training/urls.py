"""The addresses of training."""

from django.urls import path

from timegiven.training import views

app_name = "training"
urlpatterns = [
    path("", views.my_training, name="my_training"),
    path("record/", views.record, name="record"),
    path("roles/<str:reference>/", views.role, name="role"),
    path("expiring/", views.expiring, name="expiring"),
    path("before/", views.before, name="before"),
    path("courses/", views.courses, name="courses"),
    path("courses/new/", views.new_course, name="new_course"),
    path("courses/<str:code>/", views.course, name="course"),
    path("courses/<str:code>/change/", views.change_course, name="change_course"),
    path("courses/<str:code>/modules/", views.modules, name="modules"),
    path("courses/<str:code>/modules/<str:reference>/remove/", views.remove_module, name="remove_module"),
    path("courses/<str:code>/ask/", views.ask, name="ask"),
    path("sessions/", views.sessions, name="sessions"),
    path("sessions/new/", views.set_up, name="set_up"),
    path("sessions/<str:reference>/", views.session, name="session"),
    path("sessions/<str:reference>/change/", views.change, name="change"),
    path("sessions/<str:reference>/call-off/", views.call_off, name="call_off"),
    path("sessions/<str:reference>/add/", views.add, name="add"),
    path("sessions/<str:reference>/register/", views.register, name="register"),
    path("sessions/<str:reference>/register.pdf", views.register_pdf, name="register_pdf"),
    path("places/<str:reference>/", views.booking, name="booking"),
    path("places/<str:reference>/give-back/", views.give_back, name="give_back"),
    path("places/<str:reference>/calendar.ics", views.booking_file, name="booking_file"),
    path("done/<str:reference>/take-off/", views.take_off, name="take_off"),
    path("requests/", views.requests, name="requests"),
    path("requests/<str:reference>/", views.decide, name="decide"),
    path("requests/<str:reference>/take-back/", views.withdraw, name="withdraw"),
    path("units/", views.unit_trainings, name="unit_trainings"),
    path("units/new/", views.propose, name="propose"),
    path("units/<str:reference>/", views.unit_training, name="unit_training"),
    path("units/<str:reference>/agree/", views.agree, name="agree"),
    path("units/<str:reference>/ask/", views.send_back, name="send_back"),
    path("units/<str:reference>/again/", views.propose_again, name="propose_again"),
    path("units/<str:reference>/end/", views.end, name="end"),
    path("sheets/", views.sheets, name="sheets"),
    path("sheets/example.csv", views.example, name="example"),
    path("sheets/<str:reference>/", views.sheet, name="sheet"),
    path("sheets/<str:reference>/wrong.csv", views.wrong, name="wrong"),
    path("sheets/<str:reference>/leave/", views.drop, name="drop"),
]
