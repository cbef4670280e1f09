"""What an institution ordered. A line keeps a snapshot of what was sold and at what price."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from catalog.models import Film
from licensing.models.buyers.institutions import Institution, Tier
from licensing.models.licences.licence_types import LicenceType
from licensing.models.money import money_field
from licensing.models.uploads import PdfField
from typesetting.printing import validate_printable

if TYPE_CHECKING:
    from accounts.models import User
    from licensing.models.sales.purchase_orders import PurchaseOrder


class OrderQuerySet(models.QuerySet["Order"]):
    def visible_to(self, user: User) -> OrderQuerySet:
        """Orders of the institutions that the user is a member of."""
        return self.filter(institution__memberships__user=user)

    def to_accept(self) -> OrderQuerySet:
        """What waits for the office: by purchase order, or by card where no card can pay it, because nothing is to be paid or
        it was priced for another tier or number enrolled. A donation waits for its money alone.
        """
        enrolled, now = Coalesce("enrolment", 0), Coalesce("institution__enrolment", 0)
        is_same = Q(tier=F("institution__tier"), was=F("now"))
        by_card = Q(method="card") & (Q(total=0) | ~is_same)
        waiting = self.filter(status="placed", kind="licences").annotate(was=enrolled, now=now)
        return waiting.filter(Q(method="purchase-order") | by_card)

    def with_listing(self) -> OrderQuerySet:
        return self.select_related("institution", "placed_by", "invoice", "quote").prefetch_related(
            "lines__film__part_of"
        )


@pghistory.track()
class Order(models.Model):
    class Status(models.TextChoices):
        PLACED = "placed", _("placed")
        INVOICED = "invoiced", _("accepted")  # to accept an order is to invoice it
        PAID = "paid", _("paid")
        CANCELLED = "cancelled", _("cancelled")
        CREDITED = "credited", _("credited")

    class Method(models.TextChoices):
        PURCHASE_ORDER = "purchase-order", _("purchase order")
        CARD = "card", _("card")
        INVOICE = "invoice", _("invoice")

    class Kind(models.TextChoices):
        LICENCES = "licences", _("licences")
        AFTER_REPORT = "after-report", _("fee after a report")
        DONATION = "donation", _("donation")

    number = models.CharField(_("number"), max_length=20, unique=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="orders", verbose_name=_("institution")
    )
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="orders", verbose_name=_("placed by")
    )
    tier = models.CharField(_("tier"), max_length=20, choices=Tier)
    enrolment = models.PositiveIntegerField(
        _("number enrolled"),
        null=True,
        blank=True,
        help_text=_("Of the institution when this was priced."),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.PLACED)
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind,
        default=Kind.LICENCES,
        help_text=_("A fee after a report is invoiced at once, and no licence is issued for it."),
    )
    method = models.CharField(_("payment by"), max_length=20, choices=Method)
    purchase_order_number = models.CharField(
        _("purchase order number"), max_length=60, blank=True, validators=[validate_printable]
    )
    purchase_order = PdfField(_("purchase order"), upload_to="purchase-orders/", blank=True)
    request_key = models.CharField(
        _("request"),
        max_length=40,
        null=True,
        blank=True,
        editable=False,
        help_text=_("Identifies the checkout, so that a form sent twice makes one order."),
    )
    total = money_field(_("total"), help_text=_("Including tax."))
    tax = models.DecimalField(
        _("tax"),
        max_digits=12,
        decimal_places=2,
        default=0,
        help_text=_("Within the total, in its currency."),
    )
    taxed = models.JSONField(
        _("how it is taxed"),
        default=dict,
        blank=True,
        editable=False,
        help_text=_("Each tax with rate and base, or why there is none, in the office's language."),
    )
    waits_because = models.CharField(
        _("why it waits"),
        max_length=300,
        blank=True,
        editable=False,
        help_text=_("Why it was not accepted at once, in the office's language."),
    )
    starts_on = models.DateField(_("licences begin on"))
    placed_at = models.DateTimeField(_("placed at"), auto_now_add=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering = ("-placed_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(method="purchase-order") | ~Q(purchase_order_number=""),
                name="order_has_purchase_order_number",
                violation_error_message=_("Enter the number of the purchase order."),
            ),
            models.CheckConstraint(
                condition=Q(kind="licences") & ~Q(method="invoice")
                | Q(kind="after-report", method="invoice")
                | Q(kind="donation") & ~Q(method="purchase-order"),
                name="order_method_fits_kind",
            ),
            models.UniqueConstraint(fields=["placed_by", "request_key"], name="order_once_a_request"),
            models.CheckConstraint(condition=Q(total__gte=0), name="order_total_not_negative"),
            models.CheckConstraint(
                condition=Q(tax__gte=0, tax__lte=F("total")), name="order_tax_within_total"
            ),
        ]
        indexes = [
            models.Index(fields=["-placed_at", "-id"], name="order_newest"),
            models.Index(fields=["placed_at"], condition=Q(status="placed"), name="order_to_accept"),
            models.Index(fields=["institution"], condition=Q(status="invoiced"), name="order_unpaid"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("licensing:order", args=[self.number])

    @property
    def subtotal(self) -> Money:
        """What the lines come to, before tax."""
        return Money(self.total.amount - self.tax, self.total.currency)

    def has_written(self, lines: list[OrderLine], purchase_orders: list[PurchaseOrder]) -> None:
        """The rows that were just written with the order, in their order, so that nothing reads them again."""
        written: dict[str, models.QuerySet[Any]] = {
            "lines": self.lines.all(), "purchase_orders": self.purchase_orders.all()
        }  # fmt: skip
        for name, rows in (("lines", lines), ("purchase_orders", purchase_orders)):
            written[name]._result_cache = [*rows]  # noqa: SLF001 - Django has no public way to say which rows there are
        vars(self).setdefault("_prefetched_objects_cache", {}).update(written)

    def load_lines(self) -> list[OrderLine]:
        """The lines with all that documents say of their films: five queries for any number of lines, and none the next time."""
        known = vars(self).setdefault("_prefetched_objects_cache", {})
        if TO_PRINT not in known:  # looking through all that is loaded already takes a while, too
            models.prefetch_related_objects([self], "purchase_orders", *LINES_TO_PRINT)
            known[TO_PRINT] = True
        return list(self.lines.all())


@pghistory.track()
class OrderLine(models.Model):
    """One ordered licence: film, type, and the grants and price at the time of the order. Of a donation, the amount alone."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="lines", verbose_name=_("order"))
    # Typed as always there: only the line of a donation has neither, and what is asked of licences never meets one.
    film = cast(
        "models.ForeignKey[Film, Film]",
        models.ForeignKey(
            Film, models.PROTECT, null=True, blank=True, related_name="order_lines", verbose_name=_("film")
        ),
    )
    licence_type = cast(
        "models.ForeignKey[LicenceType, LicenceType]",
        models.ForeignKey(
            LicenceType,
            models.PROTECT,
            null=True,
            blank=True,
            related_name="order_lines",
            verbose_name=_("licence type"),
        ),
    )
    description = models.CharField(_("description"), max_length=400)
    grants = models.JSONField(_("grants"))
    amount = money_field(_("price"))
    because = models.CharField(_("why the price differs from the list"), max_length=300, blank=True)
    starts_on = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Empty: when the order's licences begin.")
    )
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: as the grants say."))
    charges = models.JSONField(
        _("how the price is made up"),
        default=list,
        blank=True,
        help_text=_("Price, discount and rush fee: kind, words and amount. They add up to the price."),
    )
    fee = models.JSONField(
        _("fee"), default=dict, blank=True, help_text=_("What may be due after the report rests on it.")
    )
    renews = models.ForeignKey(
        "licensing.Licence",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="renewals",
        verbose_name=_("renews"),
        help_text=_("The licence that this one follows."),
    )
    sites = models.JSONField(
        _("sites"),
        default=list,
        blank=True,
        help_text=_("The places that the licence names, as they were when it was ordered."),
    )

    objects = models.Manager["OrderLine"]()

    class Meta:
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        ordering = ("order", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["order", "film", "licence_type", "renews"],
                nulls_distinct=False,
                name="line_ordered_once",
            ),
            models.CheckConstraint(
                condition=Q(film=None, licence_type=None) | Q(film__isnull=False, licence_type__isnull=False),
                name="line_of_licence_or_donation",
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="line_amount_not_negative"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="line_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.description


TO_PRINT = "lines to print"
"""Says among what was loaded of an order that its lines are there with all of these; `refresh_from_db` forgets it with them."""
LINES_TO_PRINT = (
    models.Prefetch(
        "lines", OrderLine.objects.select_related("film__part_of", "licence_type").order_by("pk")
    ),
    "lines__film__titles",
    "lines__film__parts",
    "lines__film__part_of__parts",
)
