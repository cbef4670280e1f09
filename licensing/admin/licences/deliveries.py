"""Deliveries with their moves: the office's queue; and what they are made from."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from licensing.admin.licences.delivery_moves import (
    AllowDownloads,
    Arrived,
    CloseAccess,
    GiveAccess,
    GiveStream,
    KeySent,
    ReplaceDisc,
    Returned,
    SendParcel,
)
from licensing.admin.queue_filter import QueueFilter
from licensing.delivery.words import how_words
from licensing.models import Delivery, DeliveryFile, Download, HostedLink, KeyRequest, Way
from office.site.moves import MovesAdmin
from office.site.rows import OfficeAdmin, ReadOnly, ReadOnlyAdmin, ShownInline


class KeyRequestInline(ShownInline[KeyRequest, Delivery]):
    model = KeyRequest
    fields = readonly_fields = (
        "venue", "first_day", "last_day", "valid_until", "servers", "certificates", "send_to", "asked_by",
    )  # fmt: skip

    @admin.display(description=_("valid until"))
    def valid_until(self, asked: KeyRequest) -> object:
        return asked.valid_until


class DownloadInline(ShownInline[Download, Delivery]):
    model = Download
    fields = readonly_fields = ("file", "person", "begun_at", "last_at", "transfers", "bytes_asked")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Download]:
        return super().get_queryset(request).select_related("file", "person")


@admin.register(Delivery)
class DeliveryAdmin(ReadOnly, MovesAdmin[Delivery]):
    """Promised with a licence, and moved by buttons alone."""

    list_display = ("licence", "licensee", "film", "way", "state", "due_on", "return_by", "tracking_number")
    list_filter = (QueueFilter, "way", "state")
    search_fields = (
        "licence__number", "licence__licensee_name", "licence__film__title", "licence__film__part_of__title",
        "tracking_number", "licence__line__order__number",
    )  # fmt: skip
    date_hierarchy = "due_on"
    ordering = ("due_on", "pk")
    inlines = (KeyRequestInline, DownloadInline)
    fields = readonly_fields = (
        "licence", "licensee", "film", "how", "way", "state", "due_on", "copy", "link", "stream_key",
        "downloads_allowed", "given_at", "carrier", "tracking_number", "sent_to", "sent_on", "return_by", "received_on",
        "returned_on", "replaces", "created_at",
    )  # fmt: skip
    moves = (
        GiveAccess,
        GiveStream,
        SendParcel,
        KeySent,
        Arrived,
        Returned,
        ReplaceDisc,
        AllowDownloads,
        CloseAccess,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        found = super().get_queryset(request)
        return found.select_related(
            "key_request",
            "licence__institution",
            "licence__film__part_of",
            "copy__film",
            "link",
            "replaces__licence",
        )

    def get_fields(self, request: HttpRequest, obj: Delivery | None = None) -> Any:
        """Of a delivery's page: what has a value, for each way has columns of its own."""
        return [
            name
            for name in self.readonly_fields
            if obj is None or (getattr(obj, name, name) not in {None, ""} and self._is_about(name, obj))
        ]

    @staticmethod
    def _is_about(name: str, delivery: Delivery) -> bool:
        return name != "downloads_allowed" or delivery.way == Way.FILE

    @admin.display(description=_("licensee"), ordering="licence__licensee_name")
    def licensee(self, delivery: Delivery) -> str:
        return delivery.licence.licensee_name

    @admin.display(description=_("film"), ordering="licence__film__title")
    def film(self, delivery: Delivery) -> str:
        return str(delivery.licence.film)

    @admin.display(description=_("what the licensee reads"))
    def how(self, delivery: Delivery) -> str:
        return how_words(delivery)


@admin.register(DeliveryFile)
class DeliveryFileAdmin(OfficeAdmin[DeliveryFile]):
    """Registered by `manage.py add_delivery_file`, for no form could carry a film."""

    list_display = ("path", "copy", "kind", "language", "size", "is_offered", "missing_since")
    list_filter = ("kind", "is_offered", ("missing_since", admin.EmptyFieldListFilter))
    search_fields = ("path", "copy__film__title", "copy__film__part_of__title", "sha256")
    list_select_related = ("copy__film__part_of",)
    readonly_fields = ("copy", "path", "size", "sha256", "missing_since", "added_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(HostedLink)
class HostedLinkAdmin(OfficeAdmin[HostedLink]):
    list_display = ("label", "copy", "address")
    search_fields = ("label", "address", "copy__film__title", "copy__film__part_of__title")
    list_select_related = ("copy__film__part_of",)
    raw_id_fields = ("copy",)


@admin.register(Download)
class DownloadAdmin(ReadOnlyAdmin[Download]):
    list_display = ("file", "delivery", "person", "begun_at", "last_at", "transfers", "bytes_asked")
    search_fields = ("file__path", "person__email", "delivery__licence__number")
    list_select_related = ("file", "person", "delivery__licence")
    date_hierarchy = "begun_at"
