"""What we offered an institution to sell, and at which prices, until which day. What a quote says never changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pghistory
import pgtrigger
from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.models.buyers.institutions import Institution, Tier
from licensing.models.licences.licence_types import LicenceType
from licensing.models.licences.licences import Licence
from licensing.models.money import money_field
from licensing.models.sales.orders import Order
from wording.one_line import one_line_constraint

if TYPE_CHECKING:
    from accounts.models import User

SIGNER = signing.Signer(sep=".", salt="licensing.quote")


class QuoteQuerySet(models.QuerySet["Quote"]):
    def visible_to(self, user: User) -> QuoteQuerySet:
        """Quotes for the institutions that the user is a member of."""
        return self.filter(institution__memberships__user=user)

    def with_listing(self) -> QuoteQuerySet:
        return self.select_related("institution", "asked_by", "order").prefetch_related(
            "lines__film__part_of", "lines__licence_type"
        )

    def of_token(self, token: str) -> QuoteQuerySet:
        """A row or none: the quote that a signed link names; none for a link that is not ours."""
        try:
            key = SIGNER.unsign(token)
        except signing.BadSignature:
            return self.none()
        return self.filter(pk=key)


@pghistory.track()
class Quote(models.Model):
    """An offer at fixed prices. That it has expired is no status: the calendar says so (`standing`).

    `snapshot` has the facts of the quote, and under `document` all its words: its PDF is made from these alone.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("ordered")
        EXPIRED = "expired", _("expired")
        WITHDRAWN = "withdrawn", _("withdrawn")

    number = models.CharField(_("number"), max_length=20, unique=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="quotes", verbose_name=_("institution")
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="quotes", verbose_name=_("for")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("made by"),
        help_text=_("The person in the office who made it. Empty: made by a member."),
    )
    tier = models.CharField(_("tier"), max_length=20, choices=Tier)
    enrolment = models.PositiveIntegerField(
        _("number enrolled"),
        null=True,
        blank=True,
        help_text=_("Of the institution when this was priced."),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.OPEN)
    total = money_field(_("total"))
    starts_on = models.DateField(_("licences begin on"))
    made_on = models.DateField(_("made on"))
    valid_until = models.DateField(_("valid until"), help_text=_("The last day, at the office."))
    snapshot = models.JSONField(_("what it says"))
    request_key = models.CharField(_("request"), max_length=40, null=True, blank=True, editable=False)
    order = models.OneToOneField(
        Order, models.PROTECT, null=True, blank=True, related_name="quote", verbose_name=_("order")
    )
    accepted_on = models.DateField(_("ordered on"), null=True, blank=True)
    withdrawn_because = models.CharField(_("why it was withdrawn"), max_length=250, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ("-created_at", "-pk")
        permissions = [("set_quote_price", _("Can set own prices on quotes"))]
        triggers = [
            pgtrigger.ReadOnly(
                name="quote_never_says_otherwise",
                fields=[
                    "number", "institution", "tier", "enrolment", "total", "total_currency", "starts_on", "made_on",
                    "valid_until", "snapshot",
                ],
            ),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["open", "accepted", "withdrawn"]), name="quote_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status="accepted", order__isnull=False, accepted_on__isnull=False)
                | (~Q(status="accepted") & Q(order=None, accepted_on=None)),
                name="quote_accepted_with_its_order",
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(accepted_on__lte=F("valid_until")),
                name="quote_accepted_in_time",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("made_on")), name="quote_valid_from_when_made"
            ),
            models.CheckConstraint(
                condition=Q(status="withdrawn") | Q(withdrawn_because=""), name="quote_reason_if_withdrawn"
            ),
            models.CheckConstraint(condition=Q(total__gte=0), name="quote_total_not_negative"),
            models.UniqueConstraint(fields=["asked_by", "request_key"], name="quote_once_a_request"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("licensing:quote", args=[self.number])

    @property
    def token(self) -> str:
        """For the link that a colleague is sent."""
        return SIGNER.sign(str(self.pk))

    def standing(self, on: date) -> Status:
        """Where it stands on a day at the office: open through its last day, then expired."""
        now = self.Status(self.status)
        return self.Status.EXPIRED if now == self.Status.OPEN and on > self.valid_until else now


class QuoteLine(models.Model):
    """One licence that was offered: film, type, and the grants and price at that time."""

    quote = models.ForeignKey(Quote, models.PROTECT, related_name="lines", verbose_name=_("quote"))
    film = models.ForeignKey(Film, models.PROTECT, related_name="quote_lines", verbose_name=_("film"))
    licence_type = models.ForeignKey(
        LicenceType, models.PROTECT, related_name="quote_lines", verbose_name=_("licence type")
    )
    description = models.CharField(_("description"), max_length=400)
    grants = models.JSONField(_("grants"))
    amount = money_field(_("price"))
    listed = models.DecimalField(
        _("price of the list"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    because = models.CharField(_("why the price differs"), max_length=300, blank=True)
    charges = models.JSONField(
        _("how the price is made up"),
        default=list,
        blank=True,
        help_text=_("Price, discount and rush fee: kind, words and amount. They add up to the price."),
    )
    fee = models.JSONField(
        _("fee"), default=dict, blank=True, help_text=_("What may be due after the report rests on it.")
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    sites = models.JSONField(
        _("sites"),
        default=list,
        blank=True,
        help_text=_("The places that the licence would name. Empty: they are chosen when it is ordered."),
    )
    renews = models.ForeignKey(
        Licence,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="renewal_quotes",
        verbose_name=_("renews"),
    )
    upgrades = models.ManyToManyField(
        Licence, related_name="upgrade_quotes", blank=True, verbose_name=_("upgrades")
    )

    objects = models.Manager["QuoteLine"]()

    class Meta:
        verbose_name = _("line of a quote")
        verbose_name_plural = _("lines of quotes")
        ordering = ("quote", "pk")
        triggers = [
            pgtrigger.Protect(name="quoted_line_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["quote", "film", "licence_type", "renews"],
                nulls_distinct=False,
                name="line_quoted_once",
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="quoted_amount_not_negative"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="quoted_line_ends_after_start",
            ),
            one_line_constraint("because", "quoted_line_because_one_line"),
        ]

    def __str__(self) -> str:
        return self.description
