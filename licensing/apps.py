from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class LicensingConfig(AppConfig):
    name = "licensing"
    verbose_name = _("Licensing")

    def ready(self) -> None:
        from accounts.signed_in import fetch_with_person
        from licensing.buyers.memberships import FETCHED, fetched_with_person
        from licensing.notices.address_kinds import ADDRESS_KINDS, tell_institutions
        from licensing.notices.delivery_kinds import DELIVERY_KINDS
        from licensing.notices.donations import DONATION_KINDS
        from licensing.notices.kinds import KINDS
        from licensing.notices.previews.kinds import PREVIEW_KINDS
        from licensing.notices.quotes.kinds import QUOTE_KINDS
        from licensing.notices.report_kinds import REPORT_KINDS
        from licensing.previews.asking import FETCHED as HAS_PREVIEW
        from licensing.previews.asking import has_preview
        from reminders.addresses import tell_of_stopped
        from reminders.kinds import register_all
        from typesetting.fonts import check_fonts

        register_all(
            (
                *KINDS,
                *DELIVERY_KINDS,
                *QUOTE_KINDS,
                *REPORT_KINDS,
                *ADDRESS_KINDS,
                *PREVIEW_KINDS,
                *DONATION_KINDS,
            )
        )
        tell_of_stopped(tell_institutions)
        from licensing.sales.ordering.cart import buyer
        from revisions.pages import tell_apart_by

        tell_apart_by(buyer)
        fetch_with_person(FETCHED, fetched_with_person)
        fetch_with_person(HAS_PREVIEW, has_preview)
        from catalog.exports.terms import say_terms_by
        from licensing.prices.catalogue.record_terms import terms_for_records
        from licensing.prices.offers import currencies_sold
        from office.distributor.missing import sold_in
        from office.distributor.printable import checked_by
        from typesetting.printing import validate_printable

        checked_by(validate_printable)
        from catalog.search.filters import register as register_filter
        from licensing.prices.catalogue.tier_filter import TIER_FILTER

        register_filter(TIER_FILTER)
        from catalog.booklets.prices import tell_prices_by
        from licensing.prices.catalogue.booklet_prices import price_lines

        tell_prices_by(price_lines)
        sold_in(currencies_sold)
        say_terms_by(terms_for_records)
        checks.register(check_fonts)
