"""Licence types, and prices with import and export."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from import_export import fields, resources
from import_export.widgets import DecimalWidget, ForeignKeyWidget
from moneyed import Money

from catalog.models import Film
from licensing.admin.prices.price_grid import PriceGrid
from licensing.listing.reading import refuse_unheld
from licensing.models import LicenceType, Price, PriceRule
from licensing.terms.days import office_today
from office.refusals import RefusalsOn
from office.site.exchange import ExchangeMixin
from office.site.rows import OfficeAdmin


class FilmPath(ForeignKeyWidget):  # type: ignore[misc]  # import-export ships no types
    """A film by its slug, a part with the slug of its whole film: west-of-the-tracks/rails."""

    def __init__(self) -> None:
        super().__init__(Film, "slug")

    def clean(self, value: Any, row: Any = None, **_options: Any) -> Film | None:
        whole, slash, part = str(value or "").strip().partition("/")
        wanted = {"part_of__slug": whole, "slug": part} if slash else {"part_of": None, "slug": whole}
        film = Film.objects.filter(**wanted).first()
        if film is None:
            raise ValueError(_now("There is no film “%(path)s”.") % {"path": value})
        return film

    def render(self, value: Film | None, obj: Any = None, **_options: Any) -> str:
        if value is None:
            return ""
        return f"{value.part_of.slug}/{value.slug}" if value.part_of else value.slug


class Amount(DecimalWidget):  # type: ignore[misc]  # import-export ships no types
    """The number of an amount of money; the currency has its own column."""

    def render(self, value: Money | None, obj: Any = None, **_options: Any) -> str:
        return "" if value is None else str(value.amount)


class PriceResource(resources.ModelResource):  # type: ignore[misc]  # import-export ships no types
    """One price in each row. A price with the same film, type, tier, currency and first day is changed, not added twice."""

    film = fields.Field("film", "film", FilmPath())
    licence_type = fields.Field("licence_type", "licence_type", ForeignKeyWidget(LicenceType, "code"))

    amount = fields.Field("amount", "amount", Amount())

    class Meta:
        model = Price
        fields = (
            "film",
            "licence_type",
            "tier",
            "amount",
            "amount_currency",
            "starts_on",
            "ends_on",
            "is_sample",
            "enrolment_most",
            "fee_form",
            "percent",
            "deposit",
        )
        import_id_fields = ("film", "licence_type", "tier", "amount_currency", "enrolment_most", "starts_on")
        clean_model_instances = True
        skip_unchanged = True
        use_transactions = True

    def validate_instance(
        self,
        instance: Price,
        import_validation_errors: dict[str, Any] | None = None,
        validate_unique: bool = True,
    ) -> None:
        super().validate_instance(instance, import_validation_errors, validate_unique)
        refuse_unheld_price(instance)

    def get_export_queryset(self, *args: Any, **kwargs: Any) -> QuerySet[Price]:
        return Price.objects.select_related("film__part_of", "licence_type")


def refuse_unheld_price(price: Price) -> None:
    """Raises Refused as `refuse_unheld`; a price that has no film or type yet is refused for that, and one may always end."""
    if price.ends_on and price.ends_on <= office_today():
        return
    if price.film_id and price.licence_type_id:
        refuse_unheld(
            film=price.film,
            kind=price.licence_type,
            tier=price.tier,
            starts_on=max(price.starts_on, office_today()),
        )


class PriceForm(forms.ModelForm[Price]):
    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # Django's, which django-stubs leave out
        if not self.errors:
            with RefusalsOn(self):
                refuse_unheld_price(self.instance)


@admin.register(Price)
class PriceAdmin(ExchangeMixin, PriceGrid):
    form = PriceForm
    import_export_change_list_template = (
        "licensing/price_list.html"  # here: the mixin that comes first has its own
    )
    resource_classes = (PriceResource,)
    list_display = (
        "film",
        "licence_type",
        "tier",
        "enrolment_most",
        "amount",
        "fee_form",
        "starts_on",
        "ends_on",
        "is_sample",
    )
    list_filter = ("tier", "licence_type", "is_sample", "amount_currency")
    search_fields = ("film__title", "film__part_of__title", "licence_type__name")
    list_select_related = ("film__part_of", "licence_type")
    autocomplete_fields = ("film", "licence_type")
    date_hierarchy = "starts_on"


@admin.register(PriceRule)
class PriceRuleAdmin(OfficeAdmin[PriceRule]):
    list_display = ("name", "kind", "tier", "percent", "titles", "days", "amount", "starts_on", "ends_on")
    list_filter = ("kind", "tier")
    search_fields = ("name",)
    autocomplete_fields = ("films",)


@admin.register(LicenceType)
class LicenceTypeAdmin(OfficeAdmin[LicenceType]):
    list_display = (
        "name", "code", "uses", "audience_cap", "admission", "screenings", "term_months", "site_scope", "is_offered",
    )  # fmt: skip
    list_filter = ("is_offered", "admission", "site_scope", "public_advertising")
    search_fields = ("name", "code", "summary")
    ordering = ("order", "name")
    fieldsets = (
        (None, {"fields": ("code", "name", "summary", "order", "is_offered")}),
        (_("What may be done, and who may watch"), {"fields": ("uses", "watchers", "viewer_cap", "enrolment_most")}),
        (_("How long"), {"fields": ("term_months", "term_days", "perpetual")}),
        (_("Where, and from what"), {"fields": ("site_scope", "indoor_only", "format_lock", "formats")}),
        (
            _("Screenings"),
            {
                "fields": (
                    "screenings", "audience_cap", "admission", "public_advertising", "members_only",
                    "report_due_days",
                )
            },
        ),
        (_("In other languages"), {"fields": ("translations",)}),
    )  # fmt: skip
