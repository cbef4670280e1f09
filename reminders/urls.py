from django.urls import path

from reminders import views

app_name = "reminders"
urlpatterns = [
    path("account/mails/", views.mails, name="mails"),
    path("mails/decline/<str:token>/", views.decline_kinds, name="decline"),
    path("mails/returned/", views.returned, name="returned"),
]
