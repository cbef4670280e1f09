"""The seller as a document keeps it: facts that no later change of the record, the settings or the code reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self, TypedDict

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from office.distributor.reader import distributor
from office.models import BankAccount, Distributor, LicenceTerms
from revisions.prepared import Prepared
from wording.numbers import written_iban

_BANKS = Prepared(BankAccount.objects.order_by)
_TERMS = Prepared(lambda: LicenceTerms.objects.order_by().defer("text"))


class Bank(TypedDict):
    """An account to pay to; empty texts where it has no such number. `iban` in groups of four."""

    currency: str
    holder: str
    bank: str
    iban: str
    account_number: str
    bic: str
    routing: str
    lines: list[str]


class Terms(TypedDict):
    """The version of the licence terms. `holds_from` is a day in ISO 8601; `address` is absolute."""

    version: str
    language: str
    governing_law: str
    holds_from: str
    address: str


class Seller(TypedDict):
    """`logo` is the digest of a DistributorFile, or empty; `paper` the distributor's choice; `vendor_form` an absolute address."""

    legal_name: str
    address: list[str]
    country: str
    ein: str
    vat_number: str
    remit_to: list[str]
    email: str
    reply_to: str
    phone: str
    signatory: str
    signatory_title: str
    paper: str
    logo: str
    vendor_form: str
    bank: Bank | None
    terms: Terms | None


def bare_seller(legal_name: str) -> Seller:
    """For documents that were issued when only the seller's name was kept."""
    return Selling(Distributor(legal_name=legal_name), {}, None).snapshot()


@dataclass(frozen=True, slots=True)
class Selling:
    """The record with its accounts and terms, read once for all the documents of a transaction."""

    row: Distributor
    banks: dict[str, BankAccount]
    terms: LicenceTerms | None

    @classmethod
    def on(cls, day: date) -> Self:
        """As things are on a day at the office. Three statements; one without a record."""
        row = distributor()
        if not row.is_kept:
            return cls(row, {}, None)
        banks, terms = _BANKS.rows(), _TERMS.rows()
        return cls(row, {bank.currency: bank for bank in banks}, _terms_on(day, terms))

    def snapshot(self, *, currency: str | None = None) -> Seller:
        """The seller for a document, with the bank of its currency if it is to be paid. No statement."""
        row = self.row
        bank = self.banks.get(currency) if currency else None
        return Seller(
            legal_name=row.legal_name,
            address=row.address.splitlines(),
            country=row.country,
            ein=row.ein,
            vat_number=row.vat_number,
            remit_to=(row.remit_to or row.address).splitlines(),
            email=row.contact_email,
            reply_to=row.answers_to,
            phone=row.phone,
            signatory=row.signatory,
            signatory_title=row.signatory_title,
            paper=row.paper,
            logo=row.logo_id or "",
            vendor_form=settings.SITE_URL + reverse("office:vendor-form") if row.vendor_form_id else "",
            bank=_bank(bank) if bank else None,
            terms=_terms(self.terms) if self.terms else None,
        )

    def use_terms(self) -> None:
        """Says that a document names the terms: from now on they never change. A statement for the first document alone."""
        if self.terms and self.terms.used_at is None:
            LicenceTerms.objects.filter(pk=self.terms.pk, used_at=None).update(used_at=timezone.now())


def _terms_on(day: date, found: Iterable[LicenceTerms]) -> LicenceTerms | None:
    """The newest version that holds on a day, in the office's language where it is written in it."""
    holding = [terms for terms in found if terms.holds_from <= day]
    if not holding:
        return None
    newest = max(holding, key=lambda terms: (terms.holds_from, terms.pk))
    same = [terms for terms in holding if terms.version == newest.version]
    return next((terms for terms in same if terms.language == settings.LANGUAGE_CODE), newest)


def _bank(bank: BankAccount) -> Bank:
    return Bank(
        currency=bank.currency,
        holder=bank.holder,
        bank=bank.bank,
        iban=written_iban(bank.iban) if bank.iban else "",
        account_number=bank.account_number,
        bic=bank.bic,
        routing=bank.routing,
        lines=bank.lines.splitlines(),
    )


def _terms(terms: LicenceTerms) -> Terms:
    return Terms(
        version=terms.version,
        language=terms.language,
        governing_law=terms.governing_law,
        holds_from=terms.holds_from.isoformat(),
        address=settings.SITE_URL + terms.get_absolute_url(),
    )
