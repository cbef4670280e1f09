"""Addresses of the information pages. They never change: see the list in docs/architecture.md."""

from __future__ import annotations

from django.urls import path

from office.models import Page
from office.views import information_page, licence_terms, newest_licence_terms, vendor_form

app_name = "office"
urlpatterns = [
    *(path(f"{page.value}/", information_page, {"slug": page.value}, name=page.value) for page in Page),
    path("licence-terms/", newest_licence_terms, name="newest-licence-terms"),
    path("licence-terms/<slug:version>/", licence_terms, name="licence-terms"),
    path("vendor-form.pdf", vendor_form, name="vendor-form"),
]
