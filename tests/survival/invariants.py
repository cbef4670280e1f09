"""What must be true of the rows after every fault, asked in SQL that knows nothing of the code. Each query finds what is wrong."""

from __future__ import annotations

import psycopg

INVARIANTS: dict[str, str] = {
    "a showing has more places taken than it has": """
        SELECT id, booked, capacity FROM screenings_showing WHERE booked > capacity
    """,
    "a showing counts other places than are held": """
        SELECT showing.id, showing.booked, count(registration.id) FROM screenings_showing AS showing
        LEFT JOIN screenings_place AS place ON place.showing_id = showing.id
        LEFT JOIN screenings_registration AS registration
            ON registration.id = place.registration_id AND registration.cancelled_at IS NULL
        GROUP BY showing.id HAVING showing.booked <> count(registration.id)
    """,
    "two showings occupy a screen at once": """
        SELECT one.id, other.id FROM screenings_showing AS one
        JOIN screenings_showing AS other ON one.screen_id = other.screen_id AND one.id < other.id
        WHERE one.status <> 'cancelled' AND other.status <> 'cancelled'
            AND one.occupied_from < other.occupied_until AND other.occupied_from < one.occupied_until
    """,
    "an address is registered twice for a screening": """
        SELECT screening_id, lower(email) FROM screenings_registration WHERE cancelled_at IS NULL
        GROUP BY 1, 2 HAVING count(*) > 1
    """,
    "a registration holds no place": """
        SELECT id FROM screenings_registration AS registration WHERE cancelled_at IS NULL
            AND NOT EXISTS (SELECT FROM screenings_place WHERE registration_id = registration.id)
    """,
    "a registration was not asked to confirm, or not told that it is": """
        SELECT id FROM screenings_registration AS registration WHERE NOT EXISTS (
            SELECT FROM reminders_reminder WHERE subject = 'screenings.registration:' || registration.id
                AND kind = CASE WHEN registration.confirmed_at IS NULL THEN 'screenings.registration-to-confirm'
                    ELSE 'screenings.registration-confirmed' END)
    """,
    "a published screening has no licence": """
        SELECT screening.id FROM screenings_screening AS screening
        LEFT JOIN licensing_licence AS licence ON licence.id = screening.licence_id
        WHERE screening.status = 'published' AND (licence.id IS NULL OR licence.starts_on > now())
    """,
    "an order is paid without a payment": """
        SELECT number FROM licensing_order AS ordered WHERE status = 'paid' AND total > coalesce((
            SELECT sum(payment.amount) FROM licensing_payment AS payment
            JOIN licensing_invoice AS invoice ON invoice.id = payment.invoice_id WHERE invoice.order_id = ordered.id), 0)
    """,
    "a paid invoice's order is not paid": """
        SELECT ordered.number FROM licensing_order AS ordered
        JOIN licensing_invoice AS invoice ON invoice.order_id = ordered.id
        JOIN licensing_payment AS payment ON payment.invoice_id = invoice.id
        WHERE ordered.status <> 'paid' GROUP BY ordered.id, invoice.total
        HAVING sum(payment.amount) >= invoice.total
    """,
    "an order was paid twice": """
        SELECT invoice_id FROM licensing_payment GROUP BY invoice_id HAVING count(*) > 1
    """,
    "an order is not the sum of its lines": """
        SELECT ordered.number FROM licensing_order AS ordered
        LEFT JOIN licensing_orderline AS line ON line.order_id = ordered.id
        GROUP BY ordered.id HAVING ordered.total <> coalesce(sum(line.amount), 0) + ordered.tax
    """,
    "an invoice is not its order's total": """
        SELECT invoice.number FROM licensing_invoice AS invoice
        JOIN licensing_order AS ordered ON ordered.id = invoice.order_id WHERE invoice.total <> ordered.total
    """,
    "an accepted order has no invoice": """
        SELECT number FROM licensing_order AS ordered WHERE status IN ('invoiced', 'paid')
            AND NOT EXISTS (SELECT FROM licensing_invoice WHERE order_id = ordered.id)
    """,
    "invoices have a gap or a repeat": """
        SELECT left(number, 8), count(*), max(split_part(number, '-', 3)::int) FROM licensing_invoice
        GROUP BY 1 HAVING count(DISTINCT number) <> max(split_part(number, '-', 3)::int)
    """,
    "receipts have a gap or a repeat": """
        SELECT left(number, 8), count(*), max(split_part(number, '-', 3)::int) FROM licensing_receipt
        GROUP BY 1 HAVING count(DISTINCT number) <> max(split_part(number, '-', 3)::int)
    """,
    "a licence has no invoice": """
        SELECT licence.number FROM licensing_licence AS licence
        LEFT JOIN licensing_orderline AS line ON line.id = licence.line_id
        LEFT JOIN licensing_invoice AS invoice ON invoice.order_id = line.order_id WHERE invoice.id IS NULL
    """,
    "a line of an accepted order has not one licence": """
        SELECT ordered.number, count(licence.id) FROM licensing_orderline AS line
        JOIN licensing_order AS ordered ON ordered.id = line.order_id
        LEFT JOIN licensing_licence AS licence ON licence.line_id = line.id
        WHERE ordered.status = 'paid' OR ordered.status = 'invoiced' AND ordered.method = 'purchase-order'
        GROUP BY line.id, ordered.number HAVING count(licence.id) <> 1
    """,
    "a checkout made two orders": """
        SELECT purchase_order_number FROM licensing_order WHERE purchase_order_number <> ''
        GROUP BY 1 HAVING count(*) > 1
    """,
    "an invoice is owed to nobody": """
        SELECT number FROM licensing_invoice AS invoice WHERE NOT EXISTS (
            SELECT FROM reminders_reminder WHERE subject = 'licensing.invoice:' || invoice.id
                AND kind = 'licensing.invoice-issued')
    """,
    "a secret lies in a mail that was sent": """
        SELECT id FROM reminders_reminder WHERE status NOT IN ('pending', 'sending') AND secret <> '{}'
    """,
    "a mail was given up": "SELECT id, kind, last_error FROM reminders_reminder WHERE status = 'failed'",
    "a change of an order is not in the audit trail": """
        SELECT number FROM licensing_order AS ordered WHERE status <> coalesce((
            SELECT status FROM licensing_orderevent WHERE pgh_obj_id = ordered.id ORDER BY pgh_id DESC LIMIT 1), '')
    """,
}


def broken(connection: psycopg.Connection) -> list[str]:
    """Each invariant that does not hold, with the first rows that show it."""
    found = []
    for sentence, query in INVARIANTS.items():
        rows = connection.execute(query).fetchmany(3)
        if rows:
            found.append(f"{sentence}: {rows}")
    return found
