"""The mailing list in the office: looked at, exported by who may, and erased when its reader asks. Nobody is added by hand."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from import_export import fields, resources

from catalog.mailing.subscribing import forget_subscription
from catalog.models import MailingPolicy, Subscription
from office.permissions import may
from office.site.exchange import ExchangeMixin
from office.site.rows import OfficeAdmin, OneRowAdmin
from wording.spreadsheets import in_a_cell


class SubscriptionResource(resources.ModelResource):  # type: ignore[misc]  # import-export ships no types
    """An address with its choice in each row."""

    subjects = fields.Field()

    class Meta:
        model = Subscription
        fields = ("email", "language", "subjects", "confirmed_at")

    def dehydrate_email(self, row: Subscription) -> str:
        return in_a_cell(row.email)

    def dehydrate_subjects(self, row: Subscription) -> str:
        return in_a_cell("; ".join(each.name for each in row.subjects.all()))


@admin.register(Subscription)
class SubscriptionAdmin(ExchangeMixin, OfficeAdmin[Subscription]):
    """To delete a row erases the address with every mail to it about the list."""

    resource_classes = (SubscriptionResource,)
    list_display = ("email", "language", "asked_at", "confirmed_at", "told_until")
    list_filter = (("confirmed_at", admin.EmptyFieldListFilter), "language", "subjects")
    search_fields = ("email",)
    date_hierarchy = "asked_at"
    fields = readonly_fields = (
        "email", "language", "subjects", "asked_at", "mailed_at", "confirmed_at", "told_until",
    )  # fmt: skip

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Subscription | None = None) -> bool:
        return False

    def has_import_permission(self, request: HttpRequest) -> bool:
        return False

    def has_export_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "catalog.export_subscription")

    def get_export_queryset(self, request: HttpRequest) -> QuerySet[Subscription]:
        """Of what the list shows the confirmed addresses alone: nothing may be sent to the others."""
        shown: QuerySet[Subscription] = super().get_export_queryset(request)
        return shown.filter(confirmed_at__isnull=False).prefetch_related("subjects")

    def delete_model(self, request: HttpRequest, obj: Subscription) -> None:
        forget_subscription(subscription=obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Subscription]) -> None:
        for row in queryset:
            forget_subscription(subscription=row)


@admin.register(MailingPolicy)
class MailingPolicyAdmin(OneRowAdmin[MailingPolicy]):
    """One row. Its form begins with what holds without one."""

    list_display = ("every", "unconfirmed_days")
