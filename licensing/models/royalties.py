"""To whom we owe a share of what we receive: licensors, what was agreed with them, statements, and what was paid to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.models.money import in_units, in_whole_coins, money_field
from licensing.models.sales.credits import never_changes
from licensing.models.sales.orders import OrderLine
from licensing.terms.royalties import CHANNEL_WORDS, Agreed, Channel, Recoupment, Terms
from licensing.terms.royalties.recouping import RECOUPMENT_WORDS
from typesetting.printing import validate_printable
from wording.bounds import at_most
from wording.codes import validate_country
from wording.one_line import one_line, one_line_constraint

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

CHANNELS = [(channel.value, _(words)) for channel, words in CHANNEL_WORDS.items()]
ORDERS = [(order.value, _(words)) for order, words in RECOUPMENT_WORDS.items()]
LONGEST_ADDRESS = 500


def amount_field(label: _StrPromise, **options: Any) -> models.DecimalField[Any, Any]:
    """An amount in the row's one currency."""
    return models.DecimalField(label, max_digits=14, decimal_places=2, **options)


@pghistory.track()
class Licensor(models.Model):
    name = models.CharField(
        _("legal name"), max_length=250, unique=True, validators=[one_line, validate_printable]
    )
    address = models.TextField(
        _("address"), max_length=LONGEST_ADDRESS, blank=True, validators=[validate_printable]
    )
    country = models.CharField(_("country"), max_length=2, validators=[validate_country])
    email = models.EmailField(_("e-mail address"), blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)

    objects = models.Manager["Licensor"]()

    class Meta:
        verbose_name = _("licensor")
        verbose_name_plural = _("licensors")
        ordering = ("name",)
        constraints = [
            one_line_constraint("name", "licensor_name_one_line"),
            at_most(LONGEST_ADDRESS, "address", name="licensor_address_bounded"),
        ]

    def __str__(self) -> str:
        return self.name


class LicensorFilm(models.Model):
    """Whose a film is: what an agreement for all films of a licensor covers. A whole film covers its parts."""

    licensor = models.ForeignKey(Licensor, models.CASCADE, related_name="films", verbose_name=_("licensor"))
    film = models.OneToOneField(Film, models.PROTECT, related_name="licensor", verbose_name=_("film"))

    objects = models.Manager["LicensorFilm"]()

    class Meta:
        verbose_name = _("film of a licensor")
        verbose_name_plural = _("films of licensors")
        ordering = ("licensor", "film")

    def __str__(self) -> str:
        return f"{self.film}, {self.licensor}"


def _days() -> Func:
    return Func(F("starts_on"), F("ends_on"), Value("[]"), function="daterange")


@pghistory.track()
class RoyaltyAgreement(models.Model):
    """What a licensor is due of a film's receipts in a channel, for sales invoiced within its days.

    Changing one changes no statement: the next one says what the change comes to. Its amounts are in `currency`; receipts in
    another currency are shared by percentage alone, because currencies are never mixed.
    """

    licensor = models.ForeignKey(
        Licensor, models.PROTECT, related_name="agreements", verbose_name=_("licensor")
    )
    film = models.ForeignKey(
        Film,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="royalty_agreements",
        verbose_name=_("film"),
        help_text=_("Empty: all films of the licensor."),
    )
    channel = models.CharField(
        _("channel"),
        max_length=20,
        choices=CHANNELS,
        blank=True,
        help_text=_("Empty: every channel without an agreement of its own."),
    )
    percent = models.DecimalField(
        _("share of receipts in percent"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    currency = models.CharField(_("currency"), max_length=3, default=settings.DEFAULT_CURRENCY)
    advance = amount_field(_("advance paid"), default=0)
    guarantee = amount_field(
        _("minimum guarantee"),
        default=0,
        help_text=_("In all, the advance included. What is missing is added when the agreement ends."),
    )
    costs = amount_field(_("costs so far"), default=0)
    costs_cap = amount_field(
        _("costs recouped up to"), null=True, blank=True, help_text=_("Empty: all of them.")
    )
    recoupment = models.CharField(
        _("order of recoupment"), max_length=20, choices=ORDERS, default=Recoupment.OFF_THE_TOP.value
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day. Empty: no end."))
    is_sample = models.BooleanField(_("sample agreement"), default=False)

    objects = models.Manager["RoyaltyAgreement"]()

    class Meta:
        verbose_name = _("royalty agreement")
        verbose_name_plural = _("royalty agreements")
        ordering = ("licensor", "film", "channel", "starts_on")
        constraints = [
            ExclusionConstraint(
                name="agreements_of_film_apart",
                expressions=[
                    ("film", RangeOperators.EQUAL),
                    ("channel", RangeOperators.EQUAL),
                    (_days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_(
                    "Another agreement for this film and channel covers some of these days."
                ),
            ),
            ExclusionConstraint(
                name="agreements_of_licensor_apart",
                expressions=[
                    ("licensor", RangeOperators.EQUAL),
                    ("channel", RangeOperators.EQUAL),
                    (_days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(film=None),
                violation_error_message=_(
                    "Another agreement for all films of this licensor and this channel covers some of these days."
                ),
            ),
            in_whole_coins(
                "agreement_in_whole_coins", "advance", "guarantee", "costs", "costs_cap", currency="currency"
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100), name="agreement_percent_within_hundred"
            ),
            models.CheckConstraint(
                condition=Q(advance__gte=0, guarantee__gte=0, costs__gte=0)
                & (Q(costs_cap=None) | Q(costs_cap__gte=0)),
                name="agreement_amounts_not_negative",
                violation_error_message=_("Amounts cannot be less than zero."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="agreement_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(channel__in=["", *Channel]), name="agreement_channel_known"),
            models.CheckConstraint(
                condition=Q(recoupment__in=list(Recoupment)), name="agreement_recoupment_known"
            ),
        ]

    def __str__(self) -> str:
        what = str(self.film) if self.film_id else gettext("all films")
        return f"{self.licensor}, {what}, {self.said_channel()}"

    def terms(self, currency: str) -> Terms:
        """For the pure arithmetic, in the currency's smallest unit; its amounts count only in their own currency."""
        share = int(self.percent * 100)
        if currency != self.currency:
            return Terms(share=share)
        caps = [self.costs] if self.costs_cap is None else [self.costs, self.costs_cap]
        return Terms(
            share=share,
            costs=in_units(min(caps), currency),
            advance=in_units(self.advance, currency),
            guarantee=in_units(self.guarantee, currency),
            order=Recoupment(self.recoupment),
        )

    def agreed(self) -> Agreed:
        return Agreed(
            key=self.pk,
            licensor=self.licensor_id,
            film=self.film_id,
            channel=Channel(self.channel) if self.channel else None,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
        )

    def said_channel(self) -> str:
        return str(self.get_channel_display()) if self.channel else gettext("every channel")


class RoyaltyStatement(models.Model):
    """Issued once for a licensor, a quarter and a currency. `snapshot` contains all its words; amounts are in `currency`."""

    number = models.CharField(_("number"), max_length=20, unique=True)
    licensor = models.ForeignKey(
        Licensor, models.PROTECT, related_name="statements", verbose_name=_("licensor")
    )
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("until"))
    currency = models.CharField(_("currency"), max_length=3)
    receipts = amount_field(_("receipts"))
    payable = amount_field(_("due for the quarter"))
    balance = amount_field(_("balance"), help_text=_("With what was due before and not paid by then."))
    snapshot = models.JSONField(_("what it says"))
    issued_on = models.DateField(_("issued on"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("issued by")
    )

    objects = models.Manager["RoyaltyStatement"]()

    class Meta:
        verbose_name = _("royalty statement")
        verbose_name_plural = _("royalty statements")
        ordering = ("-last_day", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["licensor", "currency", "first_day"], name="statement_once_a_quarter"
            ),
            models.CheckConstraint(
                condition=Q(last_day__gt=F("first_day")), name="statement_ends_after_start"
            ),
        ]
        triggers = [never_changes("issued_statement_never_changes")]

    def __str__(self) -> str:
        return self.number


class RoyaltyPart(models.Model):
    """What a statement says of one agreement: by how much its position has changed. `corrections` is part of `receipts`."""

    statement = models.ForeignKey(
        RoyaltyStatement, models.PROTECT, related_name="parts", verbose_name=_("statement")
    )
    agreement = models.ForeignKey(
        RoyaltyAgreement, models.PROTECT, related_name="parts", verbose_name=_("agreement")
    )
    receipts = amount_field(_("receipts"))
    corrections = amount_field(_("of these, corrections"))
    costs = amount_field(_("costs recouped"))
    advance = amount_field(_("advance recouped"))
    topped_up = amount_field(_("added for the guarantee"))
    payable = amount_field(_("due"))
    payable_corrected = amount_field(_("of this, corrections"))
    retained = amount_field(_("retained"))

    objects = models.Manager["RoyaltyPart"]()

    class Meta:
        verbose_name = _("agreement in a statement")
        verbose_name_plural = _("agreements in statements")
        ordering = ("statement", "pk")
        constraints = [
            models.UniqueConstraint(fields=["statement", "agreement"], name="agreement_once_a_statement"),
            models.CheckConstraint(
                condition=Q(
                    receipts=F("costs") + F("advance") + F("payable") + F("retained") - F("topped_up")
                ),
                name="statement_shares_all_receipts",
            ),
        ]
        triggers = [never_changes("issued_part_never_changes")]

    def __str__(self) -> str:
        return f"{self.statement}, {self.agreement}"


class RoyaltyEntry(models.Model):
    """What a statement says of one sold line: received in the quarter, and corrections of what earlier statements said."""

    statement = models.ForeignKey(
        RoyaltyStatement, models.PROTECT, related_name="entries", verbose_name=_("statement")
    )
    agreement = models.ForeignKey(
        RoyaltyAgreement, models.PROTECT, related_name="entries", verbose_name=_("agreement")
    )
    line = models.ForeignKey(
        OrderLine, models.PROTECT, related_name="royalty_entries", verbose_name=_("order line")
    )
    received = amount_field(_("received"))
    corrected = amount_field(_("corrected"))

    objects = models.Manager["RoyaltyEntry"]()

    class Meta:
        verbose_name = _("line in a statement")
        verbose_name_plural = _("lines in statements")
        ordering = ("statement", "pk")
        constraints = [
            models.UniqueConstraint(fields=["statement", "agreement", "line"], name="line_once_a_statement"),
        ]
        triggers = [never_changes("issued_entry_never_changes")]

    def __str__(self) -> str:
        return f"{self.statement}, {self.line}"


@pghistory.track()
class LicensorPayment(models.Model):
    """What we paid to a licensor on their statements; advances stand in the agreements."""

    licensor = models.ForeignKey(
        Licensor, models.PROTECT, related_name="payments", verbose_name=_("licensor")
    )
    amount = money_field(_("amount"))
    paid_on = models.DateField(_("paid on"))
    reference = models.CharField(_("the bank's reference"), max_length=120, validators=[one_line])
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    objects = models.Manager["LicensorPayment"]()

    class Meta:
        verbose_name = _("payment to a licensor")
        verbose_name_plural = _("payments to licensors")
        ordering = ("-paid_on", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["licensor", "reference"], name="licensor_paid_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="licensor_payment_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.licensor}: {self.amount}"
