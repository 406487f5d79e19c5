from django.urls import path

from timegiven.insight import views

app_name = "insight"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("value", views.value, name="value"),
    path("register", views.register, name="register"),
    path("register.csv", views.register_sheet, name="register_sheet"),
    path("register.pdf", views.register_pdf, name="register_pdf"),
    path("reports/", views.reports, name="reports"),
    path("reports/new", views.begin_report, name="begin_report"),
    path("reports/<str:reference>", views.report, name="report"),
    path("reports/<str:reference>/pdf", views.report_pdf, name="report_pdf"),
    path("reports/<str:reference>/parts/<slug:part>", views.part, name="part"),
    path("reports/<str:reference>/money", views.add_money, name="add_money"),
    path("reports/<str:reference>/money/<str:row>/remove", views.remove_money, name="remove_money"),
    path("reports/<str:reference>/finish", views.finish_report, name="finish_report"),
    path("reports/<str:reference>/publish", views.publish_report, name="publish_report"),
    path("reports/<str:reference>/take-off", views.take_off_report, name="take_off_report"),
    path("reports/<str:reference>/correct", views.correct_report, name="correct_report"),
    path("reports/<str:reference>/put-aside", views.drop_report, name="drop_report"),
    path("assessments/", views.assessments, name="assessments"),
    path("assessments/new", views.record_assessment, name="record_assessment"),
]
