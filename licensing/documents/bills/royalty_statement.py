"""The royalty statement: its words, composed once when it is issued, its PDF from these alone, and its lines as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from licensing.documents.bills.bill import Column, Party, bill, bill_pdf, composed
from licensing.documents.bills.words import address_lines, day, money
from licensing.models import RoyaltyStatement
from wording.spreadsheets import FORMULA, csv_line

HEADER = (
    "statement", "first_day", "last_day", "licensor", "agreement", "film", "licence_type", "order", "invoice", "currency",
    "received", "corrected", "total",
)  # fmt: skip


def statement_pdf(statement: RoyaltyStatement) -> bytes:
    """In the language it was issued in. Raises Refused (codes `unprintable`, `not-set`)."""
    return bill_pdf(statement.snapshot["document"], issued_on=statement.issued_on)


def compose_statement(facts: dict[str, Any]) -> dict[str, Any]:
    """The words of a statement in the office's language: the data of `bill.typ`. `facts` are those of its snapshot."""
    return composed(_words, facts)


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    to = facts["to"]
    return bill(
        seller=facts["seller"],
        buyer_country=to["country"],
        title=_("Royalty statement %(number)s") % {"number": facts["number"]},
        reference=f"{day(facts['first_day'])} – {day(facts['last_day'])}",
        party=Party(
            label=_("Licensor"),
            legal_name=to["legal_name"],
            lines=address_lines(to),
        ),
        facts=[
            [_("Statement number"), facts["number"]],
            [_("Issued on"), day(facts["issued_on"])],
            [_("Receipts from"), day(facts["first_day"])],
            [_("until"), day(facts["last_day"])],
            [_("Currency"), facts["currency"]],
        ],
        columns=Column(what=_("Agreement"), amount=_("Due")),
        lines=[
            {
                "film": part["film"],
                "type": part["channel"],
                "words": " ".join(_sentences(part, facts)),
                "amount": money(part["payable"], facts),
            }
            for part in facts["parts"]
        ],
        totals=[
            [_("Receipts of the quarter"), money(facts["receipts"], facts)],
            [_("Due for the quarter"), money(facts["payable"], facts)],
            [_("Due from before and not paid"), money(facts["before"], facts)],
            [_("Balance due to the licensor"), money(facts["balance"], facts)],
        ],
        blocks=[],
        notes=_notes(facts),
    ) | {"details": _details(facts)}


def _details(facts: dict[str, Any]) -> dict[str, Any]:
    """What the receipts are made of: each film through each channel. Their sum is the receipts of the quarter."""
    rows = [
        [
            each["film"],
            each["channel"],
            str(each["sales"]),
            money(each["received"], facts),
            money(each["corrected"], facts),
            money(str(Decimal(each["received"]) + Decimal(each["corrected"])), facts),
        ]
        for part in facts["parts"]
        for each in part["behind"]
    ]
    header = [_("Title"), _("Channel"), _("Sales"), _("Received"), _("Corrections"), _("Total")]
    return {
        "title": _("Receipts by title and channel"),
        "header": header,
        "rows": rows,
        "sum": [_("Receipts of the quarter"), money(facts["receipts"], facts)],
    }


def _sentences(part: dict[str, Any], facts: dict[str, Any]) -> Iterator[str]:
    """How what is due follows from what was received."""
    yield _("Receipts %(amount)s.") % {"amount": money(part["receipts"], facts)}
    if Decimal(part["corrections"]):
        yield _("Of these, %(amount)s are corrections of earlier statements.") % {
            "amount": money(part["corrections"], facts)
        }
    yield _("Share %(percent)s %%: %(order)s.") % {"percent": part["percent"], "order": part["order"]}
    for key, template in (
        ("costs", _("Costs recouped: %(amount)s.")),
        ("advance", _("Advance recouped: %(amount)s.")),
        ("topped_up", _("Added for the minimum guarantee: %(amount)s.")),
        ("payable_corrected", _("Of what is due, %(amount)s are corrections of earlier statements.")),
    ):
        if Decimal(part[key]):
            yield template % {"amount": money(part[key], facts)}
    yield _("Retained: %(amount)s.") % {"amount": money(part["retained"], facts)}


def _notes(facts: dict[str, Any]) -> list[str]:
    notes = [
        _(
            "Receipts are payments received less refunds, without tax, by the part of each invoice that they cover. "
            "Sales fall under the agreement of the day of their invoice."
        )
    ]
    if Decimal(facts["balance"]) < 0:
        notes.append(_("The balance is in our favour: it is set against the next quarters."))
    if facts["is_sample"]:
        notes.append(_("Sample: this agreement was never made."))
    return notes


def statement_rows(statement: RoyaltyStatement) -> Iterator[list[str]]:
    """The lines of a statement for a CSV file, the header first; amounts exact, as they add up to its receipts."""
    yield list(HEADER)
    entries = statement.entries.order_by("pk").select_related(
        "agreement__licensor", "agreement__film__part_of", "line__film__part_of", "line__order__invoice", "line__licence_type"
    )  # fmt: skip
    days = [statement.first_day.isoformat(), statement.last_day.isoformat()]
    for entry in entries.iterator(chunk_size=1000):
        line = entry.line
        amounts = (entry.received, entry.corrected, entry.received + entry.corrected)
        yield [
            statement.number, *days, statement.licensor.name, str(entry.agreement), str(line.film),
            line.licence_type.name, line.order.number, line.order.invoice.number, statement.currency,
            *map(str, amounts),
        ]  # fmt: skip


def statement_csv(statement: RoyaltyStatement) -> Iterator[str]:
    """Line by line, for a response that streams."""
    for row in statement_rows(statement):
        yield csv_line(_plain(cell) for cell in row)


def _plain(cell: str) -> str:
    """A text that spreadsheets would take for a formula stands behind an apostrophe; an amount is none."""
    is_amount = cell.lstrip("-").replace(".", "", 1).isdecimal()
    return f"'{cell}" if cell.startswith(FORMULA) and not is_amount else cell
