"""The office's queues of orders, deliveries and reports, as its first page counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from licensing.models import Delivery, Order, RightsReport
from licensing.terms.days import office_today

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class QueueFilter(admin.SimpleListFilter):
    title = _("queue")
    parameter_name = "queue"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Delivery]
    ) -> list[tuple[str, str | _StrPromise]]:
        return [
            ("to-do", _("to do")),
            ("to-return", _("overdue for return")),
            ("to-close", _("access to close")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> QuerySet[Delivery]:
        today = office_today()
        queues = {
            "to-do": Delivery.objects.to_do,
            "to-return": Delivery.objects.to_return,
            "to-close": Delivery.objects.to_close,
        }
        chosen = queues.get(self.value() or "")
        return queryset if chosen is None else queryset.filter(pk__in=chosen(today).order_by().values("pk"))


class OrdersToAccept(admin.SimpleListFilter):
    title = _("waits for the office")
    parameter_name = "queue"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Order]
    ) -> list[tuple[str, str | _StrPromise]]:
        return [("to-accept", _("to accept"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Order]) -> QuerySet[Order]:
        if self.value() != "to-accept":
            return queryset
        return queryset.filter(pk__in=Order.objects.to_accept().order_by().values("pk"))


class OverdueReports(admin.SimpleListFilter):
    title = _("overdue")
    parameter_name = "overdue"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[RightsReport]
    ) -> list[tuple[str, str | _StrPromise]]:
        return [("1", _("overdue"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[RightsReport]) -> QuerySet[RightsReport]:
        if self.value() != "1":
            return queryset
        overdue = RightsReport.objects.overdue(office_today())
        return queryset.filter(pk__in=overdue.order_by().values("pk"))
