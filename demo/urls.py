from django.urls import path

from demo import views

app_name = "demo"
urlpatterns = [
    path("mailbox/", views.mailbox, name="mailbox"),
    path("mailbox/<str:key>/", views.letter, name="letter"),
    path("mailbox/<str:key>/<int:number>/", views.attachment, name="attachment"),
]
