"""Donations: the page that asks for them, the amounts that it offers, and what each donor wished. The money is that of an order."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from moneyed import get_currency

from licensing.models.buyers.institutions import currency_choices
from licensing.models.money import in_whole_coins
from licensing.models.sales.orders import Order
from licensing.terms.charging.coins import coin_of
from office.models.one_row import THE_ONE, OneRow
from typesetting.printing import validate_printable
from wording.bounds import LONGEST_PROSE, at_most
from wording.one_line import one_line, one_line_constraint

LONGEST_WORDS = 600
MOST_DONATION = Decimal(1_000_000)
"""In any currency: less than what an order may come to."""
POSITIVE = MinValueValidator(Decimal("0.01"))


class SupportPage(OneRow):
    """What the page for donations says: one row. Without it, or while it is closed, no donations are taken."""

    is_open = models.BooleanField(_("donations are taken"), default=False)
    text = models.TextField(_("text"), max_length=LONGEST_PROSE, blank=True, help_text=_("Markdown."))
    receipt_words = models.TextField(
        _("words of the receipt"),
        max_length=LONGEST_WORDS,
        default="This is a receipt for a voluntary donation. Nothing was given in return for it.",
        validators=[validate_printable],
        help_text=_("As the law of your country asks for it."),
    )
    is_sample = models.BooleanField(
        _("sample wording"),
        default=True,
        help_text=_("The receipt says so, until somebody who knows your law has checked it."),
    )

    objects = models.Manager["SupportPage"]()

    class Meta:
        verbose_name = _("page for donations")
        verbose_name_plural = _("page for donations")
        constraints = [
            models.CheckConstraint(condition=Q(id=THE_ONE), name="support_page_is_one"),
            models.CheckConstraint(
                condition=~Q(receipt_words=""), name="support_page_receipt_says_something"
            ),
            at_most(LONGEST_PROSE, "text", name="support_page_text_bounded"),
            at_most(LONGEST_WORDS, "receipt_words", name="support_page_receipt_words_bounded"),
        ]


class DonationOffer(models.Model):
    """The amounts of one currency: those to choose from, the least and the most that somebody may enter."""

    page = models.ForeignKey(
        SupportPage,
        models.CASCADE,
        related_name="offers",
        default=THE_ONE,
        verbose_name=_("page for donations"),
    )
    currency = models.CharField(_("currency"), max_length=3, unique=True, choices=currency_choices)
    amounts = ArrayField(
        models.DecimalField(max_digits=9, decimal_places=2, validators=[POSITIVE]),
        size=8,
        verbose_name=_("amounts to choose from"),
        help_text=_("With commas between them, such as 25, 50, 100."),
    )
    least = models.DecimalField(_("at least"), max_digits=9, decimal_places=2, validators=[POSITIVE])
    most = models.DecimalField(_("at most"), max_digits=9, decimal_places=2, validators=[POSITIVE])

    objects = models.Manager["DonationOffer"]()

    class Meta:
        verbose_name = _("amounts of donations")
        verbose_name_plural = _("amounts of donations")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(least__gt=0, most__gte=F("least"), most__lte=MOST_DONATION),
                name="donation_offer_least_below_most",
                violation_error_message=_("The least is more than zero, and not above the most."),
            ),
            models.CheckConstraint(
                condition=Q(currency__regex="^[A-Z]{3}$"), name="donation_offer_currency_code"
            ),
            in_whole_coins("donation_offer_in_whole_coins", "least", "most", currency="currency"),
        ]

    def __str__(self) -> str:
        return self.currency

    def clean(self) -> None:
        """Each amount to choose from is one that can be given."""
        if not self.currency or None in {self.least, self.most}:
            return  # their own fields say so
        coin = coin_of(get_currency(self.currency))
        for amount in self.amounts or ():
            if not self.least <= amount <= self.most or amount % coin:
                raise ValidationError(
                    {
                        "amounts": _("Each is between the least and the most, and a multiple of %(coin)s.")
                        % {"coin": coin.normalize()}
                    }
                )


class DonationQuerySet(models.QuerySet["Donation"]):
    def shown(self) -> DonationQuerySet:
        """What the page lists: given for good, asked to be listed, not hidden; the newest first."""
        given = self.filter(order__status=Order.Status.PAID, hidden_at=None)
        return given.exclude(listing=Donation.Listing.NO).order_by("-pk")


class Donation(models.Model):
    """What a donor wished, beside the order that has the money."""

    class Listing(models.TextChoices):
        NO = "no", _("not listed")
        NAMED = "named", _("listed under a name")
        ANONYMOUS = "anonymous", _("listed without a name")

    order = models.OneToOneField(Order, models.PROTECT, related_name="donation", verbose_name=_("order"))
    listing = models.CharField(_("among the supporters"), max_length=10, choices=Listing, default=Listing.NO)
    name = models.CharField(_("name in the list"), max_length=120, blank=True, validators=[one_line])
    hidden_at = models.DateTimeField(_("hidden"), null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hidden by"),
    )

    objects = DonationQuerySet.as_manager()

    class Meta:
        verbose_name = _("donation")
        verbose_name_plural = _("donations")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=(Q(listing="named") & ~Q(name="")) | Q(listing__in=["no", "anonymous"], name=""),
                name="donation_named_if_listed_so",
            ),
            one_line_constraint("name", "donation_name_one_line"),
        ]

    def __str__(self) -> str:
        return f"{self.order.number}, {self.order.total}"
