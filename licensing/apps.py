from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class LicensingConfig(AppConfig):
    name = "licensing"
    verbose_name = _("Licensing")

    def ready(self) -> None:
        from typesetting.fonts import check_fonts

        _join_reminders()
        _join_people()
        _join_office()
        _join_catalogue()
        checks.register(check_fonts)


def _join_reminders() -> None:
    from licensing.notices.address_kinds import ADDRESS_KINDS, tell_institutions
    from licensing.notices.delivery_kinds import DELIVERY_KINDS
    from licensing.notices.donations import DONATION_KINDS
    from licensing.notices.kinds import KINDS
    from licensing.notices.previews.kinds import PREVIEW_KINDS
    from licensing.notices.quotes.kinds import QUOTE_KINDS
    from licensing.notices.report_kinds import REPORT_KINDS
    from reminders.addresses.stopped import tell_of_stopped
    from reminders.kinds import register_all

    trade = (*KINDS, *DELIVERY_KINDS, *QUOTE_KINDS, *REPORT_KINDS)
    register_all((*trade, *ADDRESS_KINDS, *PREVIEW_KINDS, *DONATION_KINDS))
    tell_of_stopped(tell_institutions)


def _join_people() -> None:
    """What is fetched with a person, and what distinguishes visitors on kept pages."""
    from accounts.signed_in import fetch_with_person
    from licensing.buyers.memberships import FETCHED, fetched_with_person
    from licensing.personal import TRADE
    from licensing.previews.asking import FETCHED as HAS_PREVIEW
    from licensing.previews.asking import has_preview
    from licensing.sales.ordering.cart import buyer
    from operations.personal import holdings
    from revisions.pages import tell_apart_by

    holdings.register(*TRADE)
    tell_apart_by(buyer)
    fetch_with_person(FETCHED, fetched_with_person)
    fetch_with_person(HAS_PREVIEW, has_preview)


def _join_office() -> None:
    from licensing.prices.offers import currencies_sold
    from office.distributor.missing import sold_in
    from office.distributor.printable import checked_by
    from typesetting.printing import validate_printable

    checked_by(validate_printable)
    sold_in(currencies_sold)


def _join_catalogue() -> None:
    from catalog.booklets.prices import tell_prices_by
    from catalog.exports.terms import say_terms_by
    from catalog.search.filters import register as register_filter
    from licensing.prices.catalogue.booklet_prices import price_lines
    from licensing.prices.catalogue.record_terms import terms_for_records
    from licensing.prices.catalogue.tier_filter import TIER_FILTER

    register_filter(TIER_FILTER)
    tell_prices_by(price_lines)
    say_terms_by(terms_for_records)
