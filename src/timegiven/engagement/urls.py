from django.urls import path

from timegiven.engagement import views

app_name = "engagement"
urlpatterns = [
    path("ideas/", views.ideas, name="ideas"),
    path("ideas/<str:reference>/", views.answer_idea, name="answer_idea"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings/new/", views.arrange_meeting, name="arrange_meeting"),
    path("meetings/<str:reference>/", views.meeting, name="meeting"),
    path("meetings/<str:reference>/call-off/", views.call_off_meeting, name="call_off_meeting"),
    path("meetings/<str:reference>/came/", views.hold_meeting, name="hold_meeting"),
    path("recruitment/", views.recruitment, name="recruitment"),
    path("recruitment/news/", views.notices, name="notices"),
    path("recruitment/news/new/", views.write_recruitment, name="write_recruitment"),
    path("recruitment/for/<str:reference>/", views.recruitment_for, name="recruitment_for"),
    path("thanks/", views.thanks, name="thanks"),
    path("thanks/check/", views.check, name="check"),
    path("thanks/letters/", views.my_letters, name="my_letters"),
    path("thanks/letters/<str:reference>/", views.letters, name="letters"),
    path("thanks/letters/<str:reference>/withdraw/", views.withdraw, name="withdraw"),
    path("thanks/letters/<str:reference>/hours/", views.hours_letter, name="hours_letter"),
    path("thanks/letters/<str:reference>/service/", views.service_letter, name="service_letter"),
    path("thanks/letters/<str:reference>/volunteering/", views.volunteering_letter, name="volunteering_letter"),
    path("thanks/<str:reference>/", views.thank, name="thank"),
    path("thanks/<str:reference>/let-be/", views.let_be, name="let_be"),
]
