"""Licensors with their moves, agreements, statements with their documents, and receipts that are nobody's yet."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.admin.royalties.royalty_moves import IssueStatement, RecordPayment, last_quarter, quarters
from licensing.documents.bills.royalty_statement import statement_csv, statement_pdf
from licensing.models import (
    Licensor,
    LicensorFilm,
    LicensorPayment,
    RoyaltyAgreement,
    RoyaltyEntry,
    RoyaltyPart,
    RoyaltyStatement,
)
from licensing.models.money import of_units
from licensing.royalties.figures import Figures, figures_of
from licensing.royalties.unallocated import unallocated
from licensing.terms.royalties import CHANNEL_WORDS, Quarter
from office.permissions import may
from office.reports import report
from office.site.moves import MovesAdmin
from office.site.rows import OfficeAdmin, ReadOnlyAdmin, ShownInline, TableInline


class LicensorFilmInline(TableInline[LicensorFilm, Licensor]):
    model = LicensorFilm
    autocomplete_fields = ("film",)


class StatementInline(ShownInline[RoyaltyStatement, Licensor]):
    model = RoyaltyStatement
    fields = readonly_fields = (
        "number",
        "first_day",
        "last_day",
        "receipts",
        "payable",
        "balance",
        "currency",
    )
    show_change_link = True


class LicensorPaymentInline(ShownInline[LicensorPayment, Licensor]):
    model = LicensorPayment
    fields = readonly_fields = ("amount", "paid_on", "reference", "recorded_by")


class PartInline(ShownInline[RoyaltyPart, RoyaltyStatement]):
    model = RoyaltyPart
    fields = readonly_fields = (
        "agreement", "receipts", "corrections", "costs", "advance", "topped_up", "payable", "retained",
    )  # fmt: skip


@admin.register(Licensor)
class LicensorAdmin(MovesAdmin[Licensor]):
    list_display = ("name", "country", "email", "is_sample")
    search_fields = ("name", "films__film__title")
    inlines = (LicensorFilmInline, StatementInline, LicensorPaymentInline)
    readonly_fields = ("preview",)
    moves = (IssueStatement, RecordPayment)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.preview_view)
        return [
            path("<int:pk>/quarter/", view, name="licensing_licensor_quarter"),
            path(
                "unallocated/",
                self.admin_site.admin_view(self.unallocated_view),
                name="licensing_unallocated",
            ),
            *super().get_urls(),
        ]

    @admin.display(description=_("preview"))
    def preview(self, licensor: Licensor) -> str:
        if not licensor.pk:
            return "—"
        return format_html(
            '<a href="{}">{}</a> · <a href="{}">{}</a>',
            reverse("admin:licensing_licensor_quarter", args=[licensor.pk]),
            _now("Preview the quarter"),
            reverse("admin:licensing_unallocated"),
            _now("Receipts without agreement"),
        )

    @report
    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the statements of a quarter would say now. Writes nothing."""
        if not may(request.user, "licensing.view_licensor"):
            raise PermissionDenied
        licensor = Licensor.objects.filter(pk=pk).first()
        if licensor is None:
            raise Http404
        quarter = last_quarter()
        if (asked := request.GET.get("quarter", str(quarter))) not in dict(quarters()):
            raise Http404
        quarter = Quarter.named(asked)
        context = {
            **self.admin_site.each_context(request),
            "title": _now("%(licensor)s, %(quarter)s") % {"licensor": licensor, "quarter": quarter},
            "opts": self.opts,
            "original": licensor,
            "quarter": quarter,
            "quarters": [name for name, _label in quarters()],
            "tables": [_table(figures) for figures in figures_of(licensor, quarter)],
        }
        return TemplateResponse(request, "licensing/office/quarter.html", context)

    @report
    def unallocated_view(self, request: HttpRequest) -> HttpResponse:
        """What was received until the last quarter's end and falls under no agreement."""
        if not may(request.user, "licensing.view_licensor"):
            raise PermissionDenied
        quarter = last_quarter()
        rows = [
            (row.film, _now(CHANNEL_WORDS[row.channel]), row.lines, Money(row.amount, row.currency))
            for row in unallocated(quarter.last_day)
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _now("Receipts without agreement"),
            "opts": self.opts,
            "until": quarter.last_day,
            "rows": rows,
        }
        return TemplateResponse(request, "licensing/office/unallocated.html", context)


def _table(figures: Figures) -> dict[str, Any]:
    """The rows of a preview: each agreement, and the sums."""

    def money(units: int) -> Money:
        return Money(of_units(units, figures.currency), figures.currency)

    names = ("receipts", "costs", "advance", "topped_up", "payable", "retained")
    return {
        "currency": figures.currency,
        "rows": [
            (part.agreement, money(part.corrections), *(money(getattr(part.change, name)) for name in names))
            for part in figures.parts
        ],
        "receipts": money(figures.receipts),
        "payable": money(figures.payable),
        "before": money(figures.before),
        "balance": money(figures.balance),
    }


@admin.register(RoyaltyAgreement)
class RoyaltyAgreementAdmin(OfficeAdmin[RoyaltyAgreement]):
    """Each change is kept in the audit trail; statements that are issued stay as they are."""

    list_display = ("licensor", "film", "channel", "percent", "currency", "starts_on", "ends_on", "is_sample")
    list_filter = ("channel", "licensor")
    search_fields = ("licensor__name", "film__title")
    list_select_related = ("licensor", "film__part_of")
    autocomplete_fields = ("licensor", "film")

    def get_readonly_fields(
        self, request: HttpRequest, obj: RoyaltyAgreement | None = None
    ) -> tuple[str, ...]:
        """What a statement speaks of stays whose it was."""
        return ("licensor", "currency") if obj is not None and obj.parts.exists() else ()


@admin.register(RoyaltyStatement)
class RoyaltyStatementAdmin(ReadOnlyAdmin[RoyaltyStatement]):
    """Issued on the page of their licensor."""

    list_display = (
        "number",
        "licensor",
        "first_day",
        "last_day",
        "currency",
        "receipts",
        "payable",
        "balance",
        "documents",
    )
    list_filter = ("currency", "last_day", "licensor")
    search_fields = ("number", "licensor__name")
    list_select_related = ("licensor",)
    inlines = (PartInline,)
    fields = readonly_fields = (
        "number", "licensor", "first_day", "last_day", "currency", "receipts", "payable", "balance", "issued_on",
        "issued_by", "documents",
    )  # fmt: skip

    def get_urls(self) -> list[URLPattern]:
        pdf, csv = self.admin_site.admin_view(self.pdf_view), self.admin_site.admin_view(self.csv_view)
        return [
            path("<int:pk>/statement.pdf", pdf, name="licensing_royaltystatement_pdf"),
            path("<int:pk>/statement.csv", csv, name="licensing_royaltystatement_csv"),
            *super().get_urls(),
        ]

    @admin.display(description=_("documents"))
    def documents(self, statement: RoyaltyStatement) -> str:
        return format_html(
            '<a href="{}">PDF</a> · <a href="{}">CSV</a>',
            reverse("admin:licensing_royaltystatement_pdf", args=[statement.pk]),
            reverse("admin:licensing_royaltystatement_csv", args=[statement.pk]),
        )

    def pdf_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        statement = _statement(request, pk)
        response = HttpResponse(statement_pdf(statement), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{statement.number}.pdf"'
        return response

    def csv_view(self, request: HttpRequest, pk: int) -> StreamingHttpResponse:
        statement = _statement(request, pk)
        response = StreamingHttpResponse(statement_csv(statement), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{statement.number}.csv"'
        return response


def _statement(request: HttpRequest, pk: int) -> RoyaltyStatement:
    if not may(request.user, "licensing.view_royaltystatement"):
        raise PermissionDenied
    found = RoyaltyStatement.objects.select_related("licensor").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@admin.register(RoyaltyEntry)
class RoyaltyEntryAdmin(ReadOnlyAdmin[RoyaltyEntry]):
    list_display = ("statement", "line", "agreement", "received", "corrected")
    search_fields = ("statement__number", "line__description", "line__order__number")
    list_select_related = ("statement", "line", "agreement__licensor", "agreement__film__part_of")


@admin.register(LicensorPayment)
class LicensorPaymentAdmin(ReadOnlyAdmin[LicensorPayment]):
    """Payments are recorded on the page of their licensor."""

    list_display = ("licensor", "amount", "paid_on", "reference", "recorded_by")
    search_fields = ("licensor__name", "reference")
    list_select_related = ("licensor", "recorded_by")
