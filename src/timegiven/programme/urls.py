"""The addresses of the handbook."""

from django.urls import path

from timegiven.programme import views

app_name = "programme"
urlpatterns = [
    path("handbook", views.policies, name="policies"),
    path("handbook/<str:name>/change", views.decide, name="decide"),
    path("words", views.glossary, name="glossary"),
    path("documents", views.documents, name="documents"),
    path("documents/<slug:code>", views.document, name="document"),
    path("organisation", views.organisation, name="organisation"),
    path("organisation/<str:reference>", views.unit, name="unit"),
]
