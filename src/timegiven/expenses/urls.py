from django.urls import path

from timegiven.expenses import views

app_name = "expenses"
urlpatterns = [
    path("mine/", views.my_claims, name="my_claims"),
    path("", views.claims, name="claims"),
    path("new/<str:reference>/", views.claim, name="claim"),
    path("<str:reference>/", views.see, name="see"),
    path("<str:reference>/receipt/", views.receipt, name="receipt"),
    path("<str:reference>/approve/", views.approve, name="approve"),
    path("<str:reference>/ask/", views.ask, name="ask"),
    path("<str:reference>/refuse/", views.refuse, name="refuse"),
    path("<str:reference>/pay/", views.pay, name="pay"),
    path("<str:reference>/again/", views.send_again, name="send_again"),
]
