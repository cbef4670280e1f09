"""Addresses of the catalogue. They are stable: see the list in docs/architecture.md."""

from __future__ import annotations

from django.urls import path, register_converter

from catalog import views
from catalog.serving import booklets, feeds, harvest, increments, pictures, records
from catalog.serving.converters import FormatConverter, MonthConverter
from catalog.serving.mailing import views as mailing

app_name = "catalog"
register_converter(FormatConverter, "format")
register_converter(MonthConverter, "month")

urlpatterns = [
    path("", views.home, name="home"),
    path("films/", views.films, name="films"),
    path("films/<slug:slug>/", views.film, name="film"),
    path("films/<slug:slug>.png", pictures.poster, name="film-picture"),
    path("films/<slug:slug>.<format:suffix>", records.record, name="film-record"),
    path("films/<slug:slug>/<slug:part_slug>/", views.film, name="part"),
    path("films/<slug:slug>/<slug:part_slug>.png", pictures.poster, name="part-picture"),
    path("films/<slug:slug>/<slug:part_slug>.<format:suffix>", records.record, name="part-record"),
    path("films.<format:suffix>", records.records, name="films-records"),
    path("films.atom", feeds.atom, name="films-feed"),
    path("films.makers", views.makers, name="makers"),
    path("schemas/film.json", records.schema, name="film-schema"),
    path("schemas/film-record.json", records.record_schema, name="film-record-schema"),
    path("booklets/", booklets.ask, name="booklet-ask"),
    path("booklets/<uuid:token>/", booklets.booklet, name="booklet"),
    path("booklets/<uuid:token>.pdf", booklets.booklet_file, name="booklet-file"),
    path("libraries/", increments.libraries, name="libraries"),
    path("libraries/<month:month>.mrc", increments.changed, name="changed-records"),
    path("libraries/<month:month>-deleted.mrc", increments.deleted, name="deleted-records"),
    path("oai", harvest.oai, name="oai"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("sitemap-collections.xml", feeds.sitemap_collections, name="sitemap-collections"),
    path("sitemap-<int:block>.xml", feeds.sitemap_films, name="sitemap-films"),
    path("mailing-list/", mailing.mailing_list, name="mailing-list"),
    path("mailing-list/sent/", mailing.sent, name="mailing-list-sent"),
    path("mailing-list/<str:token>/", mailing.subscription, name="subscription"),
    path("mailing-list/<str:token>/confirm/", mailing.confirm, name="subscription-confirm"),
    path("mailing-list/<str:token>/leave/", mailing.leave, name="subscription-leave"),
    path("collections/<slug:slug>/", views.collection, name="collection"),
    path("people/<slug:slug>/", views.person, name="person"),
]
