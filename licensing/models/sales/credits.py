"""What is taken back of an invoice: credit notes, and money returned. Neither ever changes once it is recorded."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from licensing.models.money import money_field
from licensing.models.sales.invoices import CardPayment, Invoice, Payment
from licensing.models.sales.orders import OrderLine


def within(name: str, *, says: str, fails_if: str) -> pgtrigger.Trigger:
    """A trigger that refuses a new row when a sum over several rows would be wrong. `fails_if` is SQL about NEW."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        func=f"""
            IF {fails_if} THEN
                RAISE EXCEPTION '{name}: {says}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def never_changes(name: str) -> pgtrigger.Trigger:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


class CreditNote(models.Model):
    """Takes back all of an invoice or part of it. `total` is positive; `snapshot` says the same with a minus, as printed."""

    class Licences(models.TextChoices):
        """What becomes of the licences of the credited lines."""

        REVOKED = "revoked", _("are revoked today")
        SHORTENED = "shortened", _("end on a day that you choose")
        KEPT = "kept", _("stay as they are")

    class Upgraded(models.TextChoices):
        """What becomes of the licences that were counted towards the credited lines."""

        REINSTATED = "reinstated", _("are in force again, and can be upgraded again")
        USABLE = "usable", _("stay replaced, but count towards another upgrade")

    number = models.CharField(_("number"), max_length=20, unique=True)
    invoice = models.ForeignKey(
        Invoice, models.PROTECT, related_name="credit_notes", verbose_name=_("invoice")
    )
    issued_on = models.DateField(_("issued on"))
    total = money_field(_("credited"), help_text=_("Including tax."))
    tax = models.DecimalField(
        _("tax"),
        max_digits=12,
        decimal_places=2,
        default=0,
        help_text=_("Within the total, in its currency."),
    )
    because = models.CharField(_("reason"), max_length=250)
    licences = models.CharField(_("the licences"), max_length=20, choices=Licences)
    licences_end_on = models.DateField(_("the licences end on"), null=True, blank=True)
    upgraded = models.CharField(
        _("the licences that were upgraded"), max_length=20, choices=Upgraded, blank=True
    )
    snapshot = models.JSONField(_("what it says"))
    request_key = models.CharField(_("request"), max_length=200, unique=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("issued by"),
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = models.Manager["CreditNote"]()

    class Meta:
        verbose_name = _("credit note")
        verbose_name_plural = _("credit notes")
        ordering = ("-issued_on", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(total__gt=0), name="credit_note_total_positive"),
            models.CheckConstraint(
                condition=Q(tax__gte=0, tax__lt=F("total")), name="credit_note_tax_within_total"
            ),
            models.CheckConstraint(condition=~Q(because=""), name="credit_note_has_reason"),
            models.CheckConstraint(
                condition=Q(licences="shortened", licences_end_on__isnull=False)
                | (~Q(licences="shortened") & Q(licences_end_on=None)),
                name="credit_note_day_if_shortened",
            ),
            models.CheckConstraint(
                condition=Q(upgraded="") | Q(upgraded__in=["reinstated", "usable"], licences="revoked"),
                name="credit_note_upgraded_if_revoked",
            ),
        ]
        indexes = [models.Index(fields=["-issued_on", "-id"], name="credit_note_newest")]
        triggers = [
            never_changes("issued_credit_note_never_changes"),
            within(
                "credited_within_invoice",
                says="more than the invoice",
                fails_if="""
                (SELECT sum(total) FROM licensing_creditnote WHERE invoice_id = NEW.invoice_id) >
                (SELECT total FROM licensing_invoice WHERE id = NEW.invoice_id)
                OR NEW.total_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id)
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return self.invoice.get_absolute_url()


class CreditLine(models.Model):
    """How much of one line of the order a credit note takes back."""

    credit_note = models.ForeignKey(
        CreditNote, models.PROTECT, related_name="lines", verbose_name=_("credit note")
    )
    line = models.ForeignKey(OrderLine, models.PROTECT, related_name="credits", verbose_name=_("order line"))
    amount = money_field(_("credited"))

    objects = models.Manager["CreditLine"]()

    class Meta:
        verbose_name = _("credited line")
        verbose_name_plural = _("credited lines")
        ordering = ("credit_note", "pk")
        constraints = [
            models.UniqueConstraint(fields=["credit_note", "line"], name="line_credited_once_a_note"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="credit_line_amount_positive"),
        ]
        triggers = [
            never_changes("credited_line_never_changes"),
            within(
                "credited_within_line",
                says="more than the line",
                fails_if="""
                (SELECT sum(amount) FROM licensing_creditline WHERE line_id = NEW.line_id) >
                (SELECT amount FROM licensing_orderline WHERE id = NEW.line_id)
                OR NEW.amount_currency <> (SELECT amount_currency FROM licensing_orderline WHERE id = NEW.line_id)
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.amount}"


@pghistory.track()
class Refund(models.Model):
    """Money that went back to the payer. `event_key` names the event, which makes one row however often it arrives.

    `failed` is how much of it the card's bank sent back to us, in the same currency: that was not refunded after all.
    """

    class Method(models.TextChoices):
        CARD = "card", _("to the card")
        DISPUTE = "dispute", _("by a card dispute")
        TRANSFER = "transfer", _("bank transfer")
        CHEQUE = "cheque", _("cheque")

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="refunds", verbose_name=_("invoice"))
    card_payment = models.ForeignKey(
        CardPayment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="refunds",
        verbose_name=_("card payment"),
    )
    amount = money_field(_("amount"))
    failed = models.DecimalField(_("of which failed"), max_digits=14, decimal_places=2, default=0)
    method = models.CharField(_("method"), max_length=20, choices=Method)
    refunded_on = models.DateField(_("refunded on"))
    event_key = models.CharField(_("event"), max_length=200, unique=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    objects = models.Manager["Refund"]()

    class Meta:
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        ordering = ("-refunded_on", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="refund_amount_positive"),
            models.CheckConstraint(
                condition=Q(failed__gte=0) & Q(failed__lte=F("amount")), name="refund_failed_within_amount"
            ),
        ]
        indexes = [models.Index(fields=["-refunded_on", "-id"], name="refund_newest")]
        triggers = [
            within(
                "refunded_within_received",
                says="more than was received",
                fails_if="""
                (SELECT sum(amount - failed) FROM licensing_refund WHERE invoice_id = NEW.invoice_id) >
                (SELECT coalesce(sum(amount), 0) FROM licensing_payment WHERE invoice_id = NEW.invoice_id)
                OR NEW.amount_currency <> (SELECT total_currency FROM licensing_invoice WHERE id = NEW.invoice_id)
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount}, {self.invoice}"

    def get_absolute_url(self) -> str:
        return self.invoice.get_absolute_url()

    @property
    def reference(self) -> str:
        """The bank's reference, or our name for the event at the gateway, without what it is about."""
        return self.event_key.rpartition(":")[2]


class RefundRequest(models.Model):
    """A refund that the office asked of the card gateway. `token` makes a repeated request the same refund there."""

    card_payment = models.ForeignKey(
        CardPayment, models.PROTECT, related_name="refund_requests", verbose_name=_("card payment")
    )
    token = models.CharField(_("token"), max_length=64, unique=True)
    amount = money_field(_("amount"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    is_done = models.BooleanField(_("done"), default=False)

    objects = models.Manager["RefundRequest"]()

    class Meta:
        verbose_name = _("refund asked of the gateway")
        verbose_name_plural = _("refunds asked of the gateway")
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="refund_request_amount_positive"),
            models.UniqueConstraint(
                fields=["card_payment"], condition=Q(is_done=False), name="refund_request_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount}, {self.card_payment}"


class Receipt(models.Model):
    """Says that nothing is owed on an invoice any more: a payment settled it, or a credit note of the rest. `snapshot` contains all its words."""

    number = models.CharField(_("number"), max_length=20, unique=True)
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="receipts", verbose_name=_("invoice"))
    payment = models.OneToOneField(
        Payment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="receipt",
        verbose_name=_("payment that settled it"),
    )
    credit_note = models.OneToOneField(
        CreditNote,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="receipt",
        verbose_name=_("credit note that settled it"),
    )
    issued_on = models.DateField(_("issued on"))
    snapshot = models.JSONField(_("what it says"))

    objects = models.Manager["Receipt"]()

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        ordering = ("-issued_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(payment__isnull=False, credit_note=None)
                | Q(payment=None, credit_note__isnull=False),
                name="receipt_settled_by_one",
            ),
        ]
        triggers = [never_changes("issued_receipt_never_changes")]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return self.invoice.get_absolute_url()


class CardEvent(models.Model):
    """What the gateway said about a payment after it was made: a refund, or a dispute. Each event is one row.

    `amount` of a refund is all that was refunded of the payment so far; of one that failed, what came back to us. `dispute` names the
    dispute, or the refund that failed. Events may come late, again, and before the payment
    itself: what they mean is worked out from all of them (`licensing.sales.payment.card_life`).
    """

    class State(models.TextChoices):
        REFUNDED = "refunded", _("refunded")
        DISPUTED = "disputed", _("disputed")
        WON = "won", _("dispute won")
        LOST = "lost", _("dispute lost")
        FAILED = "failed", _("refund failed")

    key = models.CharField(_("event"), max_length=255, unique=True)
    intent = models.CharField(_("payment at the gateway"), max_length=255, db_index=True)
    dispute = models.CharField(_("dispute or failed refund"), max_length=255, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State)
    amount = money_field(_("amount"))
    heard_at = models.DateTimeField(_("heard at"), auto_now_add=True)

    objects = models.Manager["CardEvent"]()

    class Meta:
        verbose_name = _("event of the card gateway")
        verbose_name_plural = _("events of the card gateway")
        ordering = ("-heard_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=(Q(state="refunded") & Q(dispute="")) | (~Q(state="refunded") & ~Q(dispute="")),
                name="card_event_names_its_dispute",
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="card_event_amount_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.intent}"
