from django.urls import path

from timegiven.insight import views

app_name = "insight"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("value", views.value, name="value"),
    path("register", views.register, name="register"),
    path("register.csv", views.register_sheet, name="register_sheet"),
    path("register.pdf", views.register_pdf, name="register_pdf"),
]
