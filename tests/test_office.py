"""The office as a whole."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse

from accounts.models import User

MADE_BY_VERBS = {
    "Arrival", "Booklet", "CardEvent", "CardPayment", "CreditLine", "CreditNote", "DeadAddress", "DeclinedKind", "Delivery", "DeliveryFile", "DistributorFile", "Donation", "Download", "EducatorPreview", "FilmChange",
    "Festival", "FestivalFilm", "FestivalLostDay", "FestivalPair", "FestivalPin", "FestivalPlan", "FestivalPublication", "FestivalScreening", "FestivalWay", "FinderNote", "Invoice", "Licence", "LicenceFeed", "LicensorPayment", "Membership", "NumberSeries", "Order", "Payment",
    "Place", "PlanRequest", "PreviewViewing", "PublishedRecord", "PurchaseOrder", "Quote", "Receipt", "Refund", "RefundRequest", "Registration",
    "MailText", "Reminder", "ReportAnswer", "ReportFee", "RightsReport", "RoyaltyEntry", "RoyaltyStatement", "ScreenHold", "Screening", "SearchEntry", "SecondOption",
    "HouseStyle", "MaterialTick", "OutsideBooking", "SearchWord", "Showing", "ShowingCount", "ShowingFeed", "Subscription", "UpgradeCredit", "VenueWay",
}  # fmt: skip
"""What nobody adds by hand, not even who may do everything."""
OURS = ("accounts", "catalog", "licensing", "office", "reminders", "screenings")


def rows() -> list[type[models.Model]]:
    """Our models, without the audit trail's own, which are read beside their rows, and without proxies."""
    found = [model for app in OURS for model in apps.get_app_config(app).get_models()]
    return [model for model in found if not hasattr(model, "pgh_obj_id") and not model._meta.proxy]


def test_every_model_has_its_place_in_the_office() -> None:
    within = {inline.model for place in admin.site._registry.values() for inline in place.inlines}
    assert [
        model.__name__ for model in rows() if model not in admin.site._registry and model not in within
    ] == []


@pytest.mark.django_db
@pytest.mark.parametrize("model", [model for model in rows() if model in admin.site._registry], ids=str)
def test_list_and_form_of_every_model_open(model: type[models.Model], client: Client) -> None:
    client.force_login(User.objects.create_superuser("office@x.example"))
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert client.get(reverse(f"{name}_changelist"), {"q": "anything"}).status_code == 200
    expected = 403 if model.__name__ in MADE_BY_VERBS else 200
    assert client.get(reverse(f"{name}_add")).status_code == expected
