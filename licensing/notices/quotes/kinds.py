"""What each notice about a quote says."""

from __future__ import annotations

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from licensing.models import Quote
from licensing.terms.days import office_today
from reminders.kinds import About, Attachment
from reminders.models import Reminder


class QuoteMade(About):
    name = "licensing.quote-made"
    label = _("A quote is made")
    template = "licensing/mail/quote_made.md"
    model = Quote
    joins = ("institution", "asked_by")

    def still_holds(self, row: Quote) -> bool:
        return row.standing(office_today()) == Quote.Status.OPEN

    def attachments(self, reminder: Reminder) -> list[Attachment]:
        from licensing.documents.bills.quote import quote_pdf
        from licensing.documents.travelling import pdf_or_text

        quote = self.row(reminder)
        return [pdf_or_text(quote.number, partial(quote_pdf, quote), quote.snapshot["document"])]


class QuoteShared(QuoteMade):
    name = "licensing.quote-shared"
    label = _("A quote is shared with a colleague")
    template = "licensing/mail/quote_shared.md"

    def page(self, row: Quote) -> str:
        return reverse("licensing:quote-shared", args=[row.token])

    def attachments(self, reminder: Reminder) -> list[Attachment]:
        return []


class QuoteWithdrawn(About):
    name = "licensing.quote-withdrawn"
    label = _("The office has withdrawn a quote")
    template = "licensing/mail/quote_withdrawn.md"
    model = Quote
    joins = ("institution",)


QUOTE_KINDS = (QuoteMade, QuoteShared, QuoteWithdrawn)
