from django.urls import path

from timegiven.concerns import views

app_name = "concerns"
urlpatterns = [
    path("", views.leave_own, name="leave_own"),
    path("done/", views.left, name="left"),
    path("<str:reference>/", views.leave, name="leave"),
]
