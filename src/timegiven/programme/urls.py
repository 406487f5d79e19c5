"""The addresses of the handbook."""

from django.urls import path

from timegiven.programme import views

app_name = "programme"
urlpatterns = [
    path("handbook", views.policies, name="policies"),
    path("handbook/<str:name>/change", views.decide, name="decide"),
    path("insurance", views.cover, name="cover"),
    path("insurance/add", views.add_cover, name="add_cover"),
    path("insurance/<str:reference>/end", views.end_cover, name="end_cover"),
    path("about", views.about, name="about"),
    path("words", views.glossary, name="glossary"),
    path("documents", views.documents, name="documents"),
    path("new-document", views.add_document, name="add_document"),
    path("documents/<slug:code>", views.document, name="document"),
    path("documents/<slug:code>/issue", views.issue_edition, name="issue_edition"),
    path("documents/<slug:code>/review", views.note_review, name="note_review"),
    path("organisation", views.organisation, name="organisation"),
    path("organisation/<str:reference>", views.unit, name="unit"),
]
