from django.urls import path

from timegiven.concerns import views

app_name = "concerns"
urlpatterns = [
    path("leaving/", views.leave_own, name="leave_own"),
    path("leaving/done/", views.left, name="left"),
    path("leaving/<str:reference>/", views.leave, name="leave"),
    path("leaving/<str:reference>/end/", views.cease, name="cease"),
    path("concerns/", views.concerns, name="concerns"),
    path("concerns/mine/", views.mine, name="mine"),
    path("concerns/tell/", views.tell, name="tell"),
    path("concerns/of/<str:reference>/", views.tell_for, name="tell_for"),
    path("concerns/session/<str:reference>/", views.take_up, name="take_up"),
    path("concerns/day/<str:reference>/", views.talked, name="talked"),
    path("concerns/not-that-day/<str:reference>/", views.ask_not_to_come, name="ask_not_to_come"),
    path("concerns/<str:reference>/", views.concern, name="concern"),
    path("concerns/<str:reference>/add/", views.add, name="add"),
    path("concerns/<str:reference>/answer/", views.answer, name="answer"),
    path("concerns/<str:reference>/settle/", views.settle, name="settle"),
    path("concerns/<str:reference>/pass-on/", views.pass_on, name="pass_on"),
    path("concerns/<str:reference>/take-back/", views.take_back, name="take_back"),
]
