"""The account of the invoice on a page of the office: read once for all its fields and buttons."""

from __future__ import annotations

from licensing.models import Invoice
from licensing.sales.invoicing.balance import Account, account_of


def shown_account(invoice: Invoice) -> Account:
    """The sums as the page that was opened with this row shows them. Verbs do not take them from here: they read them anew, locked."""
    kept: Account | None = vars(invoice).get("_shown_account")
    if kept is None:
        kept = vars(invoice)["_shown_account"] = account_of(invoice)
    return kept
