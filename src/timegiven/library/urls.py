"""The library's addresses, under roles/."""

from django.urls import path

from timegiven.library import views

app_name = "library"

urlpatterns = [
    path("", views.library, name="library"),
    path("feed", views.feed, name="feed"),
    path("at/<slug:borough>/<slug:title>/<str:reference>", views.role, name="role"),
    path("idea", views.idea, name="idea"),
    path("propose", views.propose, name="propose"),
    path("drafts", views.drafts, name="drafts"),
    path("agenda", views.agenda, name="agenda"),
    path("reviews", views.reviews, name="reviews"),
    path("reviews/actions", views.actions, name="actions"),
    path("reviews/actions/<str:reference>/done", views.finish, name="finish"),
    path("assessments/<str:reference>", views.assessment, name="assessment"),
    path("versions/<str:reference>/change", views.report_change, name="report_change"),
    path("requests", views.requests, name="requests"),
    path("requests/<str:reference>", views.task_request, name="request"),
    path("requests/<str:reference>/take-up", views.take_up_task, name="take_up_task"),
    path("requests/<str:reference>/decline", views.decline_task, name="decline_task"),
    path("versions/<str:reference>", views.version, name="version"),
    path("versions/<str:reference>/ask", views.ask, name="ask"),
    path("versions/<str:reference>/compare", views.compare, name="compare"),
    path("versions/<str:reference>/copy", views.copy, name="copy"),
    path("versions/<str:reference>/complete", views.complete, name="complete"),
    path("versions/<str:reference>/parts/<slug:part>", views.part, name="part"),
    path("versions/<str:reference>/tasks", views.tasks, name="tasks"),
    path("versions/<str:reference>/tasks/<int:position>", views.task, name="task"),
    path("versions/<str:reference>/tasks/<int:position>/remove", views.remove_task, name="remove_task"),
    path("versions/<str:reference>/answer", views.answer, name="answer"),
    path("versions/<str:reference>/assess", views.assess, name="assess"),
    path("versions/<str:reference>/submit", views.submit, name="submit"),
    path("versions/<str:reference>/decide", views.decide, name="decide"),
    path("versions/<str:reference>/take-up", views.take_up, name="take_up"),
    path("versions/<str:reference>/revise", views.revise, name="revise"),
    path("versions/<str:reference>/retire", views.retire, name="retire"),
    path("<str:reference>", views.profile, name="profile"),
]
