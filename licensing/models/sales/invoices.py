"""What is owed and what was received. An issued invoice never changes, and a payment event is applied once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pghistory
import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from licensing.models.money import money_field
from licensing.models.sales.orders import Order


class InvoiceQuerySet(models.QuerySet["Invoice"]):
    def overdue(self, on: date) -> InvoiceQuerySet:
        """Owed, and due before a day."""
        return self.owed().filter(due_on__lt=on)

    def owed(self) -> InvoiceQuerySet:
        """Of orders that are accepted and not paid. A donation that went back to its donor's card is no debt."""
        return self.filter(order__status=Order.Status.INVOICED).exclude(order__kind=Order.Kind.DONATION)

    def with_account(self) -> InvoiceQuerySet:
        """With the sums that `licensing.sales.invoicing.balance` reads: `credited`, `paid` and `refunded`, in the invoice's currency."""
        return self.annotate(
            credited=_sum_of("CreditNote", "total"),
            paid=_sum_of("Payment", "amount"),
            refunded=_sum_of("Refund", F("amount") - F("failed")),
        )


def _sum_of(model: str, column: str | Combinable) -> Coalesce:
    """The sum of a column, or of what it says, over the rows of an invoice. A subquery each: joins would multiply the rows."""
    rows = apps.get_model("licensing", model)._default_manager.filter(invoice=OuterRef("pk"))  # noqa: SLF001 - the documented name for any model's manager
    money = models.DecimalField(max_digits=14, decimal_places=2)
    total = Sum(column, output_field=money)
    summed = rows.order_by().values("invoice").annotate(summed=total).values("summed")
    return Coalesce(Subquery(summed, output_field=money), Decimal(0), output_field=money)


class NumberSeries(models.Model):
    """The last number used in a series. Its row is locked while the next is assigned, so there are no gaps or repeats."""

    name = models.CharField(_("series"), max_length=20, unique=True)
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")
        ordering = ("name",)

    def __str__(self) -> str:
        return f"{self.name}: {self.last}"


class Invoice(models.Model):
    """`snapshot` contains everything that its PDF says: from, to, lines, totals, terms."""

    number = models.CharField(_("number"), max_length=20, unique=True)
    order = models.OneToOneField(Order, models.PROTECT, related_name="invoice", verbose_name=_("order"))
    issued_on = models.DateField(_("issued on"))
    due_on = models.DateField(_("due on"))
    total = money_field(_("total"))
    snapshot = models.JSONField(_("what it says"))
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ("-issued_on", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("issued_on")), name="invoice_due_after_issue"),
        ]
        indexes = [models.Index(fields=["-issued_on", "-id"], name="invoice_newest")]
        triggers = [
            pgtrigger.Protect(
                name="issued_invoice_never_changes", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("licensing:order", args=[self.order.number])


@pghistory.track()
class Payment(models.Model):
    """Money received for an invoice. `event_key` names the payment event, which makes one row however often it arrives."""

    class Method(models.TextChoices):
        CARD = "card", _("card")
        TRANSFER = "transfer", _("bank transfer")
        CHEQUE = "cheque", _("cheque")

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="payments", verbose_name=_("invoice"))
    amount = money_field(_("amount"))
    method = models.CharField(_("method"), max_length=20, choices=Method)
    received_on = models.DateField(_("received on"))
    event_key = models.CharField(_("event"), max_length=200, unique=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    objects = models.Manager["Payment"]()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ("-received_on", "-pk")
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="payment_amount_positive")]
        indexes = [models.Index(fields=["-received_on", "-id"], name="payment_newest")]
        triggers = [
            pgtrigger.Trigger(
                name="received_within_owed",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func="""
                    IF (SELECT sum(amount) FROM licensing_payment WHERE invoice_id = NEW.invoice_id) -
                       (SELECT coalesce(sum(amount - failed), 0) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) +
                       (SELECT coalesce(sum(total), 0) FROM licensing_creditnote WHERE invoice_id = NEW.invoice_id) >
                       (SELECT total FROM licensing_invoice WHERE id = NEW.invoice_id)
                    OR NEW.amount_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id) THEN
                        RAISE EXCEPTION 'received_within_owed: more than is owed' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount}, {self.invoice}"

    @property
    def reference(self) -> str:
        """The bank's reference, or our name for the event at the gateway, without what it is about."""
        return self.event_key.rpartition(":")[2]


def new_token() -> str:
    return str(uuid4())


class CardPayment(models.Model):
    """One session at the gateway for paying an order. When it is confirmed, a Payment follows.

    `token` is our identifier, which the gateway sends back; `transaction_id` is the gateway's. `message` says why a
    confirmed payment could not be recorded.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting for the buyer")
        PENDING = "pending", _("being confirmed")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")
        EXPIRED = "expired", _("expired")

    OPEN = (Status.WAITING, Status.PENDING)

    order = models.ForeignKey(Order, models.PROTECT, related_name="card_payments", verbose_name=_("order"))
    token = models.CharField(_("token"), max_length=36, unique=True, default=new_token, editable=False)
    variant = models.CharField(_("gateway"), max_length=20)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    total = money_field(_("total"))
    transaction_id = models.CharField(_("session at the gateway"), max_length=255, blank=True)
    intent = models.CharField(
        _("payment at the gateway"),
        max_length=255,
        blank=True,
        db_index=True,
        help_text=_("What refunds and disputes refer to."),
    )
    description = models.CharField(_("description"), max_length=200, blank=True)
    billing_email = models.EmailField(_("billing e-mail"), blank=True)
    message = models.TextField(_("message"), blank=True)
    created = models.DateTimeField(_("created at"), auto_now_add=True)
    modified = models.DateTimeField(_("changed at"), auto_now=True)

    objects = models.Manager["CardPayment"]()

    class Meta:
        verbose_name = _("card payment")
        verbose_name_plural = _("card payments")
        ordering = ("-created", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["order"],
                condition=Q(status__in=["waiting", "pending"]),
                name="card_payment_open_once",
            ),
            models.CheckConstraint(condition=Q(total__gt=0), name="card_payment_total_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.order}, {self.get_status_display()}"
