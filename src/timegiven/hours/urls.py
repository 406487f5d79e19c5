"""The addresses of the hours."""

from django.urls import path

from timegiven.hours import views

app_name = "hours"
urlpatterns = [
    path("", views.my_month, name="month"),
    path("<str:reference>/", views.month, name="month"),
]
