"""Where buyers pay to: one account for each currency."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from office.distributor.printable import validate_printed
from office.models.distributor import LINE, Distributor
from office.models.one_row import THE_ONE
from wording.bounds import at_most
from wording.numbers import validate_bic, validate_iban, validate_routing

LONGEST_LINES = 300


@pghistory.track()
class BankAccount(models.Model):
    """An account of the distributor, as invoices in its currency print it."""

    distributor = models.ForeignKey(
        Distributor, models.CASCADE, related_name="banks", default=THE_ONE, verbose_name=_("distributor")
    )
    currency = models.CharField(
        _("currency"), max_length=3, choices=[(code, code) for code in settings.CURRENCIES]
    )
    holder = models.CharField(_("account holder"), max_length=250, validators=LINE)
    bank = models.CharField(_("bank"), max_length=120, validators=LINE)
    iban = models.CharField(_("IBAN"), max_length=42, blank=True, validators=[validate_iban])
    account_number = models.CharField(_("account number"), max_length=40, blank=True, validators=LINE)
    bic = models.CharField(_("BIC"), max_length=11, blank=True, validators=[validate_bic])
    routing = models.CharField(
        _("routing number or sort code"), max_length=20, blank=True, validators=[*LINE, validate_routing]
    )
    lines = models.TextField(
        _("further lines"),
        max_length=LONGEST_LINES,
        blank=True,
        validators=[validate_printed],
        help_text=_("Such as the bank's address, or a correspondent bank."),
    )

    objects = models.Manager["BankAccount"]()

    class Meta:
        verbose_name = _("bank account")
        verbose_name_plural = _("bank accounts")
        ordering = ("currency",)
        constraints = [
            models.UniqueConstraint(
                fields=["currency"],
                name="bank_account_once_a_currency",
                violation_error_message=_("There is an account for this currency. Change that one."),
            ),
            models.CheckConstraint(
                condition=~Q(iban="") | ~Q(account_number=""),
                name="bank_account_has_number",
                violation_error_message=_("Enter an IBAN or an account number."),
            ),
            at_most(LONGEST_LINES, "lines", name="bank_account_lines_bounded"),
        ]

    def __str__(self) -> str:
        return f"{self.currency}, {self.bank}"
