"""The addresses of the hours."""

from django.urls import path

from timegiven.hours.views import months, totals

app_name = "hours"
urlpatterns = [
    path("", months.my_month, name="month"),
    path("totals/", totals.totals, name="totals"),
    path("totals/sheet.csv", totals.totals_sheet, name="totals_sheet"),
    path("added/<str:reference>/take-back/", months.take_time_back, name="take_time_back"),
    path("<str:reference>/add/", months.add_time, name="add_time"),
    path("<str:reference>/more/", totals.sign_for, name="sign_for"),
    path("<str:reference>/", months.month, name="month"),
]
