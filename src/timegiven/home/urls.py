from django.urls import path

from timegiven.home import views

app_name = "home"
urlpatterns = [
    path("", views.today, name="desk"),
    path("still-here/", views.still_here, name="still_here"),
    path("me/", views.me, name="me"),
    path("me/copy.xlsx", views.my_copy, name="my_copy"),
    path("help/", views.who_to_ask, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
