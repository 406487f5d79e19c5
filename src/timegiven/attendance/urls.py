"""The addresses of attendance."""

from django.urls import path

from timegiven.attendance.views import imports, mondays, presences, reading, stack, writing

app_name = "attendance"

urlpatterns = [
    path("", reading.reports, name="reports"),
    path("report/", writing.choose, name="report"),
    path("report/<str:reference>/", writing.report, name="report"),
    path("report/role/<str:reference>/", writing.report_other, name="report_other"),
    path("report/visit/<str:reference>/", writing.report_presence, name="report_presence"),
    path("thanks/<str:reference>/", reading.thanks, name="thanks"),
    path("session/<str:reference>/", reading.session, name="session"),
    path("session/<str:reference>/correct/", writing.correct, name="correct"),
    path("session/<str:reference>/take-back/", writing.void, name="void"),
    path("key-in/", writing.key_in, name="key_in"),
    path("paper/<str:reference>.pdf", stack.paper, name="paper"),
    path("stack/", stack.stack, name="stack"),
    path("week/", mondays.monday, name="monday"),
    path("week/question/<str:reference>/", mondays.answer, name="answer"),
    path("week/late/<str:reference>/", mondays.late, name="late"),
    path("week/late/<str:reference>/leave-out/", mondays.leave_out, name="leave_out"),
    path("confirm/", mondays.confirm, name="confirm"),
    path("sheets/", imports.imports, name="imports"),
    path("sheets/empty.csv", imports.empty, name="empty_sheet"),
    path("sheets/<str:reference>/", imports.sheet, name="import"),
    path("sheets/<str:reference>/errors.csv", imports.errors, name="import_errors"),
    path("here/", presences.here, name="here"),
    path("visit/<str:reference>/take-back/", presences.not_here, name="not_here"),
    path("units/", presences.units, name="units"),
    path("units/<str:reference>/", presences.unit, name="unit"),
    path("units/<str:reference>/register/", presences.register, name="register"),
    path("units/<str:reference>/register.pdf", presences.register_pdf, name="register_pdf"),
    path("units/<str:reference>/register.csv", presences.register_sheet, name="register_sheet"),
    path("units/<str:reference>/tablet/", presences.open_tablet, name="open_tablet"),
    path("tablet/<str:secret>/", presences.tablet, name="tablet"),
]
