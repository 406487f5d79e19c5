"""The addresses of training."""

from django.urls import path

from timegiven.training import views

app_name = "training"
urlpatterns = [
    path("", views.my_training, name="my_training"),
    path("record/", views.record, name="record"),
    path("roles/<str:reference>/", views.role, name="role"),
    path("expiring/", views.expiring, name="expiring"),
]
