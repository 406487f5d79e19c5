from django.urls import path

from timegiven.ui import views

app_name = "ui"

urlpatterns = [
    path("specimen/", views.specimen, name="specimen"),
]
