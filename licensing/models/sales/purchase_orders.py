"""The purchase orders that an order is paid under: one, or several that share its total."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from licensing.models.money import money_field
from licensing.models.sales.orders import Order
from licensing.models.uploads import PdfField
from typesetting.printing import validate_printable
from wording.one_line import one_line, one_line_constraint


@pghistory.track()
class PurchaseOrder(models.Model):
    """A purchase order, and how much of the order it pays. Those of one order add up to its total."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="purchase_orders", verbose_name=_("order"))
    number = models.CharField(_("number"), max_length=60, validators=[one_line, validate_printable])
    cost_centre = models.CharField(
        _("cost centre"), max_length=60, blank=True, validators=[one_line, validate_printable]
    )
    amount = money_field(_("amount"))
    document = PdfField(_("document"), upload_to="purchase-orders/", blank=True)

    objects = models.Manager["PurchaseOrder"]()

    class Meta:
        verbose_name = _("purchase order")
        verbose_name_plural = _("purchase orders")
        ordering = ("order", "pk")
        constraints = [
            models.UniqueConstraint(fields=["order", "number", "cost_centre"], name="purchase_order_once"),
            models.CheckConstraint(condition=~Q(number=""), name="purchase_order_has_number"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="purchase_order_not_negative"),
            one_line_constraint("number", "purchase_order_number_one_line"),
            one_line_constraint("cost_centre", "purchase_order_cost_centre_one_line"),
        ]
        indexes = [models.Index(Upper("number"), name="purchase_order_by_number")]
        triggers = [
            pgtrigger.Trigger(
                name="purchase_orders_add_up",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                timing=pgtrigger.Deferred,
                declare=[("wanted", "RECORD"), ("given", "numeric")],
                func="""
                    SELECT total, total_currency INTO wanted FROM licensing_order WHERE id = NEW.order_id;
                    SELECT sum(amount) INTO given FROM licensing_purchaseorder WHERE order_id = NEW.order_id;
                    IF given <> wanted.total OR NEW.amount_currency <> wanted.total_currency THEN
                        RAISE EXCEPTION 'purchase_orders_add_up: % is not the total %', given, wanted.total
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.number
