"""Addresses of the catalogue. They are stable: see the list in docs/architecture.md."""

from __future__ import annotations

from django.urls import path

from catalog import views

app_name = "catalog"

urlpatterns = [
    path("", views.home, name="home"),
    path("films/", views.films, name="films"),
    path("films/<slug:slug>/", views.film, name="film"),
    path("films/<slug:slug>/<slug:part_slug>/", views.film, name="part"),
    path("people/<slug:slug>/", views.person, name="person"),
]
