"""The addresses of the demonstration."""

from django.urls import path

from timegiven.demonstration import views

app_name = "demonstration"

urlpatterns = [
    path("", views.sign_in, name="sign_in"),
    path("letters/", views.letters, name="letters"),
]
