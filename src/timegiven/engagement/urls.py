from django.urls import path

from timegiven.engagement import views

app_name = "engagement"
urlpatterns = [
    path("", views.thanks, name="thanks"),
    path("check/", views.check, name="check"),
    path("letters/", views.my_letters, name="my_letters"),
    path("letters/<str:reference>/", views.letters, name="letters"),
    path("letters/<str:reference>/withdraw/", views.withdraw, name="withdraw"),
    path("letters/<str:reference>/hours/", views.hours_letter, name="hours_letter"),
    path("letters/<str:reference>/service/", views.service_letter, name="service_letter"),
    path("letters/<str:reference>/volunteering/", views.volunteering_letter, name="volunteering_letter"),
    path("<str:reference>/", views.thank, name="thank"),
    path("<str:reference>/let-be/", views.let_be, name="let_be"),
]
