"""The addresses of attendance."""

from django.urls import path

from timegiven.attendance.views import reading, writing

app_name = "attendance"

urlpatterns = [
    path("", reading.reports, name="reports"),
    path("report/", writing.choose, name="report"),
    path("report/<str:reference>/", writing.report, name="report"),
    path("report/role/<str:reference>/", writing.report_other, name="report_other"),
    path("thanks/<str:reference>/", reading.thanks, name="thanks"),
    path("session/<str:reference>/", reading.session, name="session"),
    path("session/<str:reference>/correct/", writing.correct, name="correct"),
    path("key-in/", writing.key_in, name="key_in"),
    path("paper/<str:reference>/", reading.blank_form, name="blank_form"),
]
